// The rules in a general rules engine: a rule for every band of every indicator; sums and ratios are facts.

import { Engine } from "json-rules-engine";

import { handmade } from "./handmade.mjs";

/** A function from an assessment to a promise of its total. */
export function engine(rules) {
  const ratios = handmade(rules).ratios;
  const indicators = rules.aspects.flatMap((aspect) => aspect.indicators);
  const engine = new Engine(indicators.flatMap(ladder));
  const worth = new Map(rules.aspects.flatMap(({ indicators, weight }) => {
    const most = indicators.reduce((sum, { max }) => sum + max, 0);
    return indicators.map(({ id }) => [id, (weight * 100) / most]);
  }));
  return async (assessment) => {
    const { events } = await engine.run(ratios(assessment));
    return events.reduce((sum, { params: { indicator, points } }) => sum + points * worth.get(indicator), 0);
  };
}

const OPERATORS = {
  up: { in: "greaterThanInclusive", out: "greaterThan", notIn: "lessThan", notOut: "lessThanInclusive" },
  down: { in: "lessThanInclusive", out: "lessThan", notIn: "greaterThan", notOut: "greaterThanInclusive" },
};

function ladder({ id, steps, override }) {
  const forced = `${id} forced`;
  const plain = override ? [{ fact: forced, operator: "equal", value: false }] : [];
  const rule = (points, all) => ({ conditions: { all }, event: { type: "points", params: { indicator: id, points } } });
  const bands = steps.map(({ points }, place) => {
    const [own, better] = [steps[place], steps[place - 1]];
    const all = [...plain];
    if (own.limit) all.push(limit(id, own, own.inclusive ? "in" : "out"));
    if (better) all.push(limit(id, better, better.inclusive ? "notIn" : "notOut"));
    return rule(points, all);
  });
  return override ? [...bands, rule(override.points, [{ fact: forced, operator: "equal", value: true }])] : bands;
}

const limit = (fact, { limit: [above, below], upward }, side) => ({
  fact,
  operator: OPERATORS[upward ? "up" : "down"][side],
  value: above / below,
});
