// The rules as a recalculating spreadsheet: every amount and answer a cell, every sum, ratio and score a formula.

import { HyperFormula } from "hyperformula";

/** A function from an assessment to its total. */
export function spreadsheet(rules) {
  const items = rules.aspects.flatMap(({ indicators }) => indicators.flatMap((indicator) => indicator.items ?? []));
  const place = (list) => new Map(list.map((id, row) => [id, row + 1]));
  const rows = { account: place(rules.accounts), sum: place(rules.sums.map(({ id }) => id)), item: place(items) };
  const indicators = rules.aspects.flatMap((aspect) => aspect.indicators);
  const row = place(indicators.map(({ id }) => id));
  const cell = (name, year) => {
    const [sheet, at] = rows.sum.has(name) ? ["Sums", rows.sum.get(name)] : ["Books", rows.account.get(name)];
    return `${sheet}!${year}${at}`;
  };
  const formula = (node, year) => {
    if (node === "undefined") return "NA()";
    if (typeof node === "string") return cell(node, year);
    const [head, ...rest] = node;
    if (typeof head === "number") return `(${head}/${rest[0]})`;
    const parts = rest.map((part) => formula(part, head === "prior" ? "B" : year));
    if (head === "prior") return parts[0];
    if (head === "abs") return `ABS(${parts[0]})`;
    if (head === "if_zero") return `IF(${parts[0]}=0,${parts[1]},${parts[2]})`;
    return `(${parts.join(head)})`;
  };
  const share = ({ items }) => {
    const [first, last] = [items[0], items.at(-1)].map((id) => rows.item.get(id));
    return `SUM(Answers!A${first}:A${last})/${items.length}`;
  };
  const score = (indicator) => {
    const at = `A${row.get(indicator.id)}`;
    const ladder = indicator.steps.reduceRight((worse, { points, limit, inclusive, upward }) => {
      if (!limit) return String(points);
      const sign = (upward ? ">" : "<") + (inclusive ? "=" : "");
      return `IF(${at}${sign}${limit[0]}/${limit[1]},${points},${worse})`;
    }, "");
    const { override } = indicator;
    if (!override) return ladder;
    const test = { negative: "<0", zero: "=0" }[override.when];
    return `IF(${cell(override.of, "A")}${test},${override.points},${ladder})`;
  };
  const sheet = HyperFormula.buildFromSheets(
    {
      Books: rules.accounts.map(() => [0, 0]),
      Answers: items.map(() => [0]),
      Sums: rules.sums.map(({ tree }) => [`=${formula(tree, "A")}`, `=${formula(tree, "B")}`]),
      Scores: indicators.map((one) => [`=${one.items ? share(one) : formula(one.tree, "A")}`, `=${score(one)}`]),
      Total: [[`=${rules.aspects.map((aspect) => weighed(aspect, row)).join("+")}`]],
    },
    { licenseKey: "gpl-v3" },
  );
  const [books, answers, total] = ["Books", "Answers", "Total"].map((name) => sheet.getSheetId(name));
  return ({ answers: said, statements: { current, prior } }) => {
    sheet.batch(() => {
      const amounts = rules.accounts.map((id) => [current[id] ?? 0, prior[id] ?? 0]);
      sheet.setCellContents({ sheet: books, row: 0, col: 0 }, amounts);
      sheet.setCellContents({ sheet: answers, row: 0, col: 0 }, items.map((id) => [said[id] === "yes" ? 1 : 0]));
    });
    return sheet.getCellValue({ sheet: total, row: 0, col: 0 });
  };
}

function weighed({ indicators, weight }, row) {
  const [first, last] = [indicators[0], indicators.at(-1)].map(({ id }) => row.get(id));
  const most = indicators.reduce((sum, { max }) => sum + max, 0);
  return `SUM(Scores!B${first}:B${last})/${most}*${weight * 100}`;
}
