// What the build adds to the glue of the package. `score` would cost ten times as much if the module walked through the
// object: what counts is gathered here by place (see `api/quick.rs`), and whatever is not plainly what it should be takes the
// way through the module, which tells what is wrong.

/** An assessment in numbers alone; see the declaration of `Scores`. */
export function score(assessment) {
  let gathered;
  try {
    gathered = gather(assessment);
  } catch {
    // The caller's own object threw: the module says where.
  }
  const numbers = gathered && quickScore(gathered);
  return numbers ? scores(knownForms()[gathered[0]], numbers) : carefulScore(assessment);
}

/** The forms, as lists of ids and where each stands in them. */
let forms;
const knownForms = () => (forms ??= quickForms().map((form) => ({ ...form, itemAt: places(form.items), accountAt: places(form.accounts) })));
const places = (ids) => new Map(ids.map((id, place) => [id, place]));

const HEAD = 5;

/** What counts, by place; `undefined` where somebody has to be told something. */
function gather({ format, version, rulebook, variant, edition, reading, answers, statements }) {
  const place = knownForms().findIndex((form) => form.rulebook === rulebook && form.variant === variant);
  if (place < 0 || format !== "cermin-koperasi" || version !== 1) return undefined;
  const { editions, readings, items, accounts, itemAt, accountAt } = forms[place];
  const { current, prior, complete } = plain(statements);
  const { current: currentComplete, prior: priorComplete } = plain(complete);
  if (!holds(statements, BOOKS) || !holds(complete, YEARS)) return undefined;
  const gathered = new Float64Array(HEAD + items.length + 2 * accounts.length);
  gathered[0] = place;
  gathered[1] = said(edition, editions, editions.length - 1);
  gathered[2] = said(reading, readings, 0);
  gathered[3] = truth(currentComplete);
  gathered[4] = truth(priorComplete);
  const books = HEAD + items.length;
  gathered.fill(NaN, books);
  const all = take(plain(answers), items, itemAt, answer, gathered, HEAD)
    && take(plain(current), accounts, accountAt, amount, gathered, books)
    && take(plain(prior), accounts, accountAt, amount, gathered, books + accounts.length);
  return all ? gathered : undefined;
}

const NOTHING = {};
const YEARS = ["current", "prior"];
const BOOKS = [...YEARS, "complete"];

/** Whether there is nothing under other keys. */
const holds = (object, keys) => Object.keys(plain(object)).every((key) => keys.includes(key));

/** An object as JSON has them. */
function plain(value) {
  if (value === undefined || value === null) return NOTHING;
  const kind = Object.getPrototypeOf(value);
  if (kind === Object.prototype || kind === null) return value;
  throw new TypeError();
}

/**
 * Puts what is said under each id into its place; whether nothing else is said. Most objects say it in the form's order: then
 * no id has to be looked for.
 */
function take(object, ids, at, number, gathered, from) {
  const [keys, values] = [Object.keys(object), Object.values(object)];
  let next = 0;
  for (let turn = 0; turn < keys.length; turn++) {
    const place = keys[turn] === ids[next] ? next : at.get(keys[turn]);
    const value = values[turn];
    if (place === undefined || value === undefined) return false;
    gathered[from + place] = number(value);
    next = place + 1;
  }
  return keys.length === values.length;
}

/** A number that the module takes for none of its own. */
const STRANGE = -1;

function answer(value) {
  switch (value) {
    case "yes": return 1;
    case "no": return 2;
    case "unknown": return 3;
    case "not-applicable": return 4;
    default: return STRANGE;
  }
}

function amount(value) {
  if (typeof value === "number") return Number.isSafeInteger(value) ? value : 0.5;
  return value === null || value === "unknown" ? Infinity : 0.5;
}

const said = (value, all, none) => (value === undefined || value === null ? none : all.indexOf(value));
const truth = (value) => (value === undefined || value === null ? 0 : typeof value === "boolean" ? Number(value) : STRANGE);

function scores({ predicates, aspects }, numbers) {
  const range = (at) => ({ low: numbers[at], high: numbers[at + 1] });
  const predicate = (at) => ({ low: predicates[numbers[at]] ?? null, high: predicates[numbers[at + 1]] ?? null });
  return {
    total: range(0),
    predicate: predicate(2),
    aspects: Object.fromEntries(aspects.map((id, place) => [id, range(8 + 2 * place)])),
    doubt: Number.isNaN(numbers[4]) ? null : { total: range(4), predicate: predicate(6) },
    notices: [],
  };
}

/** Deeper or longer than any assessment: what is in there is the module's to tell. */
const [DEEPEST, LONGEST] = [12, 10_000];

/** An object as JSON, which the module reads in one go: to walk through it took a seventh of a report. `undefined`
 * where JSON cannot say all of it, or might say something else: then the module walks, and tells what is wrong. */
function textOf(value) {
  try {
    return isJson(value, DEEPEST) ? whole(JSON.stringify(value)) : undefined;
  } catch {
    return undefined;
  }
}

/** Half a character is written as its number, which no text of JSON may be read as. */
const whole = (text) => (/\\ud[89a-f]/.test(text) ? undefined : text);

function isJson(value, deep) {
  switch (typeof value) {
    case "string":
    case "boolean":
    case "undefined":
      return true;
    case "number":
      return Number.isSafeInteger(value) || (Number.isFinite(value) && !Number.isInteger(value));
    case "object":
      return value === null || (deep > 0 && isPlain(value) && Object.values(value).every((inner) => isJson(inner, deep - 1)));
    default:
      return false;
  }
}

/** A list or an object that says of itself no more than what is in it. */
function isPlain(value) {
  const isList = Array.isArray(value);
  if (isList && value.length > LONGEST) return false;
  const kind = Object.getPrototypeOf(value);
  const known = isList ? kind === Array.prototype : kind === Object.prototype || kind === null;
  return known && !("toJSON" in value) && !(Symbol.toStringTag in value);
}
