// The ministry's own workbook, by a real file field and a real download in both browsers: a filled one goes into the work by one
// step and out by one; a board's empty copy comes back filled, and what is in it opens again as the same work. What is no such
// workbook says a sentence, and nothing is offered.

import assert from "node:assert/strict";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { fillWorkbook, initSync as initBooks } from "../../dist/pkg/books.js";
import { initSync, questionnaire } from "../../dist/pkg/cermin_koperasi.js";
import { DESKTOP, PHONE, journey, kept } from "./harness.mjs";

const BROWSERS = ["chromium", "firefox"];
/** The state is put in from a picture's address, for which the browser looks for an icon. */
const tolerate = /404/;
const golden = JSON.parse(await readFile(new URL("../golden/kkpkk-2021-ksp12.json", import.meta.url), "utf8")).cases[0];
const answers = Object.fromEntries(Object.entries(golden.answers).map(([item, met]) => [item, met ? "yes" : "no"]));
const board = { format: "cermin-koperasi", version: 1, rulebook: "kkpkk-2021", variant: "ksp12", profile: { book_year_end: "2025-12-31" } };
const full = { ...board, answers, statements: { ...golden.amounts } };

const at = (name) => fileURLToPath(new URL(name, import.meta.url));
/** The stand-in with nothing in it, as a board gets the workbook from its office: `cargo xtask workbook` writes it. */
const EMPTY = at("../workbooks/kertas-kerja.xlsx");
const OTHER = at("../golden/books/b04.xlsx");
/** The same, filled by the JavaScript face. */
const FILLED = path.join(await mkdtemp(path.join(tmpdir(), "kertas-kerja-")), "terisi.xlsx");
initSync({ module: await readFile(at("../../dist/pkg/cermin_koperasi_bg.wasm")) });
initBooks({ module: await readFile(at("../../dist/pkg/books_bg.wasm")) });
const form = questionnaire("kkpkk-2021", "ksp12", "id");
const cells = {};
for (const { items } of form.aspects.flatMap(({ subaspects }) => subaspects).flatMap(({ indicators }) => indicators)) {
  for (const { id, cell } of items ?? []) cells[cell] = golden.answers[id] ? "Terpenuhi" : "Tidak Terpenuhi";
}
for (const { id, cell } of form.groups.flatMap(({ accounts }) => accounts)) {
  cells[cell] = golden.amounts.current[id];
  cells[cell.replace("!D", "!E")] = golden.amounts.prior[id];
}
await writeFile(FILLED, fillWorkbook(await readFile(EMPTY), cells).file);

const says = (page, words) => page.waitForFunction((words) => new RegExp(words).test(document.querySelector("main")?.textContent), {}, words.source);
const choose = async (page, field, file) => (await page.waitForSelector(field)).uploadFile(file);
/** Until the device keeps a work of which this is true. */
const holds = async (page, true_of) => {
  for (let i = 0; i < 200; i += 1) {
    const work = await kept(page);
    if (true_of(work ?? {})) return work;
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  }
  return assert.fail(JSON.stringify(await kept(page)));
};

for (const browser of BROWSERS) {
  for (const size of [PHONE, DESKTOP]) {
    journey(`${browser} ${size.width}: a copy comes back filled, opens again as the same work, and goes out in one step`, { browser, size, tolerate, state: full }, async ({ page, open, hands, shot }) => {
      const look = (name) => (browser === "chromium" ? shot(`kertas-kerja-${name}-${size.width}`, { full: true }) : undefined);
      await open("#/pembukuan");
      await page.waitForSelector("#salinan-berkas");
      // The same stands on the screen of files, once the second part is awake.
      await page.evaluate(() => (location.hash = "#/berkas"));
      await page.waitForFunction(() => document.querySelector("#salinan-berkas") && document.querySelector("#teks"));
      await look("1-berkas");
      const { name, file } = await hands.saved(() => choose(page, "#salinan-berkas", EMPTY));
      await says(page, /\(terisi\)\.xlsx sudah dibuat\. Terisi: 145 jawaban dan 232 angka\./);
      await look("2-terisi");
      assert.equal(name, "kertas-kerja (terisi).xlsx");

      await page.evaluate(() => (location.hash = "#/pembukuan"));
      await page.waitForSelector("#neraca-berkas");
      const before = await kept(page);
      await choose(page, "#neraca-berkas", file);
      await says(page, /145 jawaban dan 232 angka terbaca/);
      await look("3-terbaca");
      assert.equal(await page.$("#lembar-berubah"), null, "the same work: nothing changes");
      assert.equal(await page.$("#lembar-sisa"), null);
      await page.click('[data-click="lembar drop"]');
      assert.deepEqual((await kept(page)).statements, before.statements);
    });
  }

  journey(`${browser}: a filled one goes into an empty work by one step, and out by one`, { browser, size: PHONE, tolerate, state: board }, async ({ page, open, shot }) => {
    await open("#/neraca");
    await choose(page, "#neraca-berkas", FILLED);
    await says(page, /145 jawaban dan 232 angka terbaca/);
    assert.equal(Object.keys((await kept(page))?.answers ?? {}).length, 0, "nothing before the step");
    await page.click("#lembar-ambil");
    const taken = await holds(page, ({ answers: all = {} }) => Object.keys(all).length === 145);
    assert.deepEqual(taken.answers, answers);
    for (const year of ["current", "prior"]) assert.deepEqual({ ...taken.statements[year] }, golden.amounts[year], year);
    if (browser === "chromium") await shot("kertas-kerja-4-masuk", { full: true });
    await page.click('[data-click="lembar undo"]');
    await holds(page, ({ answers: all = {}, statements = {} }) => !Object.keys(all).length && !Object.keys(statements.current ?? {}).length);
    await says(page, /Semua kembali seperti semula/);
  });

  journey(`${browser}: what is no copy of it says why, and nothing is offered`, { browser, size: PHONE, tolerate, state: full }, async ({ page, open }) => {
    await open("#/pembukuan");
    await choose(page, "#salinan-berkas", OTHER);
    await says(page, /bukan lembar kerja KSP KUK I dan II yang dikenal/);
    const text = path.join(await mkdtemp(path.join(tmpdir(), "salinan-")), "neraca.xlsx");
    await writeFile(text, "%PDF-1.7");
    await choose(page, "#salinan-berkas", text);
    await says(page, /bukan xlsx/);
    assert.deepEqual((await kept(page)).answers, answers);
  });
}
