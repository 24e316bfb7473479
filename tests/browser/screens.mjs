// Prints how tall every screen is on a phone, and its words: `cargo xtask screens`.

import { closeAll } from "./browsers.mjs";
import { BOUNDS, WORKS, table, ways } from "./measure.mjs";

const routes = process.argv.slice(2).map((route) => `#/${route.replace(/^#?\/?/, "")}`);
for (const work of WORKS) {
  const { rows, questions } = await table(work, routes.length ? routes : undefined);
  console.log(`\n${work || "nothing filled in"}, 360 × 740`);
  for (const { screen, height, screens, words } of rows) console.log(`${screen.padEnd(28)}${String(height).padStart(7)} px ${screens.padStart(6)} screens ${String(words).padStart(6)} words`);
  const { pages, median, tallest, screens, height, checks } = questions;
  console.log(`questions: ${questions.items.length} on ${pages} pages, ${height} px, looks back ${checks} px: ${screens.toFixed(1)} screens of ${BOUNDS.items}; an item ${Math.round(median)} px, at most ${Math.round(tallest)} of ${BOUNDS.item}`);
}
// The ways of the newcomer who measured first, in a work that is empty and in one that is full.
for (const work of routes.length ? [] : ["", "contoh"]) {
  const { told, rows } = await ways(work);
  console.log(`\n${work || "nothing filled in"}: ways, 360 × 740`);
  for (const [way, { pages, presses, fields, height, screens }] of Object.entries(told)) console.log(`${way.padEnd(28)}${String(pages).padStart(4)} pages ${String(presses).padStart(5)} presses ${String(fields).padStart(5)} fields ${String(height).padStart(7)} px ${screens.toFixed(1).padStart(6)} screens`);
  console.log(`accounts on the first view of the first group at 1280 × 800: ${rows}`);
}
await closeAll();
