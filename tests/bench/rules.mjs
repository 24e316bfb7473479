// The rule file as the rivals need it: accounts, formulas as trees, ladders. Read from the data that the module itself is
// built from, so that nobody can be accused of having written the rivals' rules wrongly.

import { readFileSync } from "node:fs";

import { parse } from "smol-toml";

/** The newest edition, read as the rule defines it: what the page shows by default. */
const EDITION = "2022";
const READING = "definition";

/** The rules of a variant of a rulebook file. */
export function rules(file, variant = "ksp12") {
  const book = parse(readFileSync(file, "utf8"));
  const form = book.variant.find(({ id }) => id === variant);
  const ladders = Object.fromEntries(form.ladder.map((ladder) => [ladder.id, steps(ladder.bands)]));
  const groups = form.group.flatMap((group) => group.accounts);
  return {
    accounts: groups.map((account) => account.id),
    sums: form.aggregate.map((sum) => ({
      id: sum.id,
      tree: tree(sum.formula),
    })),
    aspects: form.aspect.map((aspect) => ({
      id: aspect.id,
      weight: number(aspect.weight),
      indicators: aspect.subaspect.flatMap((part) => part.indicator).map((indicator) => ({
        id: indicator.id,
        max: indicator.max,
        items: indicator.items?.map((item) => item.id),
        tree: indicator.ratio && tree(indicator.ratio),
        override: indicator.override,
        steps: indicator.items ? ladders[indicator.ladder] : steps(inForce(indicator.bands)),
      })),
    })),
  };
}

/** The ladder that holds: of this reading, and of the newest edition where that has one of its own. */
function inForce(ladders) {
  const read = ladders.filter(({ reading }) => !reading || reading === READING);
  return (read.find(({ edition }) => edition === EDITION) ?? read.find(({ edition }) => !edition)).bands;
}

/** A band as `[points, limit, inclusive, upward]`: the best first, the worst without a limit. */
function steps(bands) {
  const best = bands.toSorted((a, b) => b.points - a.points);
  const upward = best[0].from !== undefined || best[0].above !== undefined;
  return best.map((band, place) => {
    if (place === best.length - 1) return { points: band.points };
    const limit = upward ? (band.from ?? band.above) : (band.to ?? band.below);
    const inclusive = upward ? band.from !== undefined : band.to !== undefined;
    return { points: band.points, limit: fraction(limit), inclusive, upward };
  });
}

/** `7.5%` as `[75, 1000]`. */
function fraction(text) {
  const percent = String(text).endsWith("%");
  const [whole, part = ""] = String(text).replace("%", "").split(".");
  return [Number(whole + part), 10 ** part.length * (percent ? 100 : 1)];
}

const number = (text) => {
  const [above, below] = fraction(text);
  return above / below;
};

/** A formula as a tree: numbers, names, `["prior", x]`, `["+", x, y]`, … */
export function tree(text) {
  const words = text.match(/[a-z_]+|\d+(?:\.\d+)?|[-+*/(),]/g);
  let at = 0;
  const take = (word) => words[at] === word && ++at;
  const chain = (next, signs) => {
    let left = next();
    while (signs.includes(words[at])) left = [words[at++], left, next()];
    return left;
  };
  const sum = () => chain(product, ["+", "-"]);
  const product = () => chain(part, ["*", "/"]);
  const part = () => {
    if (take("(")) {
      const inside = sum();
      take(")");
      return inside;
    }
    const word = words[at++];
    if (/^\d/.test(word)) return fraction(word);
    if (!take("(")) return word;
    const given = [sum()];
    while (take(",")) given.push(sum());
    take(")");
    return [word, ...given];
  };
  return sum();
}
