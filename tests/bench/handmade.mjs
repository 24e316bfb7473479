// The rules as somebody would write them by hand in JavaScript for speed: one straight function without loops or maps,
// whole numbers (scaled where a factor is a fraction), a ratio compared by multiplying crosswise, in `BigInt` only where a
// double would not be exact.

const SAFE = Number.MAX_SAFE_INTEGER;

/** Whether `above / below` lies on the better side of `limit / of`; exact. */
function beats(above, below, limit, of, inclusive, upward) {
  if (typeof above === "number" && typeof below === "number") {
    const [left, right] = [above * of, below * limit];
    if (Math.abs(left) <= SAFE && Math.abs(right) <= SAFE) return side(left, right, below > 0, inclusive, upward);
  }
  return side(BigInt(above) * BigInt(of), BigInt(below) * BigInt(limit), below > 0, inclusive, upward);
}

function side(left, right, positive, inclusive, upward) {
  if (left === right) return inclusive;
  return (left > right) === (positive === upward);
}

/** `total`: a function from an assessment to its total. `ratios`: to every ratio as a number, for other rivals. */
export function handmade(rules) {
  const sums = new Map(rules.sums.map((sum) => [sum.id, sum]));
  const lines = ["const { answers } = a, { current: c, prior: p } = a.statements;"];
  const made = new Map();

  /** A value as code: `n / d`, with d a number or code of its own; `wide` where it is made of BigInt. */
  const value = (node, year) => {
    if (typeof node === "string") return named(node, year);
    const [head, ...rest] = node;
    if (typeof head === "number") return { n: String(head), d: rest[0] };
    const [x, y, z] = rest.map((part) => (part === "undefined" ? null : value(part, head === "prior" ? "p" : year)));
    switch (head) {
      case "prior": return x;
      case "abs": return { ...x, n: `Math.abs(${x.n})` };
      case "if_zero": return { ...z, zero: { of: x.n, value: y } };
      case "+": case "-": return add(x, y, head);
      case "*": return multiply(x, y);
      case "/": return multiply(x, turned(y));
    }
  };
  const named = (name, year) => {
    const key = `${name}_${year}`;
    if (!made.has(key)) {
      const sum = sums.get(name);
      const { n, d } = sum ? value(sum.tree, year) : { n: `${year}.${name} ?? 0`, d: 1 };
      lines.push(`const ${key} = ${n};`);
      let below = d;
      if (typeof d === "string") lines.push(`const ${(below = `${key}_of`)} = ${d};`);
      made.set(key, { n: key, d: below });
    }
    return made.get(key);
  };
  const big = (code) => `BigInt(${code})`;
  const add = (x, y, sign) => {
    if (x.d === y.d) return { n: `(${x.n} ${sign} ${y.n})`, d: x.d };
    if (typeof x.d === "number" && typeof y.d === "number") {
      const d = Math.max(x.d, y.d) % Math.min(x.d, y.d) ? x.d * y.d : Math.max(x.d, y.d);
      return { n: `(${x.n} * ${d / x.d} ${sign} ${y.n} * ${d / y.d})`, d };
    }
    return { n: `(${big(x.n)} * ${big(y.d)} ${sign} ${big(y.n)} * ${big(x.d)})`, d: `(${big(x.d)} * ${big(y.d)})` };
  };
  const multiply = (x, y) => {
    if (y.d === 1 && /^\d+$/.test(y.n)) return { n: `(${x.n} * ${y.n})`, d: x.d };
    if (x.d === 1 && y.n === "1") return { n: x.n, d: y.d };
    if (typeof x.d === "number" && typeof y.d === "number") return { n: `(${x.n} * ${y.n})`, d: x.d * y.d };
    return { n: `(${big(x.n)} * ${big(y.n)})`, d: `(${big(x.d)} * ${big(y.d)})` };
  };
  const turned = ({ n, d }) => ({ n: String(d), d: n });

  /** A ratio as `[above, below]`, both code. */
  const ratio = (node, year = "c") => {
    const guard = node[0] === "if_zero" ? node : null;
    const [, x, y] = guard ? node[3] : node;
    const [above, below] = [value(x, year), value(y, year)];
    const whole = above.d === 1 && below.d === 1;
    const times = (code, by) => (by === 1 ? code : typeof by === "number" ? `${code} * ${by}` : `${big(code)} * ${big(by)}`);
    const parts = whole ? [above.n, below.n] : [times(above.n, below.d), times(below.n, above.d)];
    if (!guard) return parts;
    const of = value(guard[1], year).n;
    return [`(${of} === 0 ? 0 : ${parts[0]})`, `(${of} === 0 ? 1 : ${parts[1]})`];
  };

  const totals = [];
  const facts = [];
  for (const { indicators, weight } of rules.aspects) {
    const scores = [];
    for (const one of indicators) {
      const name = one.id.replaceAll(".", "_");
      const [above, below] = one.items ? [yes(one.items), String(one.items.length)] : ratio(one.tree);
      lines.push(`const ${name} = ${above}, ${name}_of = ${below};`);
      const climb = one.steps.map(({ points, limit, inclusive, upward }) =>
        limit ? `beats(${name}, ${name}_of, ${limit}, ${inclusive}, ${upward}) ? ${points} : ` : String(points));
      const forced = one.override && forcing(one.override, value(one.override.of, "c").n);
      lines.push(`const ${name}_score = ${forced ? `${forced} ? ${one.override.points} : ` : ""}${climb.join("")};`);
      scores.push(`${name}_score`);
      facts.push(`${JSON.stringify(one.id)}: Number(${name}) / Number(${name}_of)`);
      if (forced) facts.push(`${JSON.stringify(`${one.id} forced`)}: ${forced}`);
    }
    const most = indicators.reduce((sum, { max }) => sum + max, 0);
    totals.push(`(${scores.join(" + ")}) * ${(weight * 100) / most}`);
  }
  const body = lines.join("\n");
  return {
    total: new Function("beats", `return (a) => {\n${body}\nreturn ${totals.join(" + ")};\n}`)(beats),
    ratios: new Function("beats", `return (a) => {\n${body}\nreturn { ${facts.join(", ")} };\n}`)(beats),
  };
}

const yes = (items) => items.map((id) => `(answers[${JSON.stringify(id)}] === "yes" ? 1 : 0)`).join(" + ");
const forcing = ({ when }, of) => `${of} ${{ negative: "< 0", zero: "=== 0" }[when]}`;
