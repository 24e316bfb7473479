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

/** The stand-in for the ministry's workbook (`tests/standin`), cell for cell; a function from an assessment to its total. */
export function workbook({ sheets, cells, slots, total: [at, row, col] }) {
  const contents = sheets.map(() => []);
  for (const [sheet, row, column, content] of cells) {
    const rows = contents[sheet];
    while (rows.length <= row) rows.push([]);
    while (rows[row].length < column) rows[row].push(null);
    rows[row][column] = content;
  }
  const book = HyperFormula.buildFromSheets(Object.fromEntries(sheets.map((name, place) => [name, contents[place]])), {
    licenseKey: "gpl-v3",
  });
  const blocks = columns(slots);
  return ({ answers, statements: { current, prior } }) => {
    const told = {
      answers: (id) => (answers[id] === "yes" ? "Terpenuhi" : "Tidak terpenuhi"),
      current: (id) => current[id] ?? 0,
      prior: (id) => prior[id] ?? 0,
    };
    book.batch(() => {
      for (const { at, rows } of blocks) book.setCellContents(at, rows.map((row) => row.map(([kind, id]) => told[kind](id))));
    });
    return book.getCellValue({ sheet: at, row, col });
  };
}

/** Cells that stand below or beside each other as blocks, since the engine takes a block in one go. */
function columns(slots) {
  const all = new Map(slots.map(([sheet, row, col, ...what]) => [`${sheet} ${row} ${col}`, { sheet, row, col, what }]));
  const cell = ({ sheet, row, col }, down, along) => all.get(`${sheet} ${row + down} ${col + along}`);
  const blocks = [];
  for (const first of all.values()) {
    if (cell(first, -1, 0) || cell(first, 0, -1)) continue;
    const rows = [];
    for (let down = 0; cell(first, down, 0); down++) {
      rows.push([]);
      for (let along = 0; cell(first, down, along); along++) rows[down].push(cell(first, down, along).what);
    }
    blocks.push({ at: { sheet: first.sheet, row: first.row, col: first.col }, rows });
  }
  return blocks;
}
