// From the score to work, by keyboard alone: the sample goes from its result to what-if and to a printed report; a board
// marks an action, answers again, compares with last year's file, and takes its papers along.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

import { journey } from "./harness.mjs";

const sample = (name) => readFile(new URL(`../../src/page/samples/${name}.json`, import.meta.url), "utf8");
const troubled = await sample("kredit-macet");

/** The state is put in from a picture's address, for which the browser looks for an icon. */
const tolerate = /404/;

const text = (page, selector = "main") => page.$eval(selector, (element) => element.textContent.replace(/\s+/g, " ").trim());
const at = (page, hash) => page.waitForFunction((hash) => location.hash === hash && document.activeElement.id === "judul", {}, hash);

/** Goes to a screen as a link would, and waits until it stands there. */
async function go(page, hash) {
  await page.evaluate((hash) => (location.hash = hash), hash);
  await at(page, hash);
}

async function follow(page, hands, hash) {
  await hands.press(`main a[href="${hash}"]`);
  await at(page, hash);
}

journey("the sample goes from its result to what-if and to a printed report", {}, async (stage) => {
  const { page, open, hands, settled, quiet, shot, printed } = stage;
  await open();
  await settled();
  await hands.press('[data-click="sample"]');
  await at(page, "#/hasil");
  await page.waitForSelector("ol.first-list"); // the plan comes with the second part of the page
  const before = await text(page, "#nilai");
  assert.equal((await page.$$("ol.first-list > li")).length, 3);
  await hands.press('[data-click="dismiss"]'); // that the sample was loaded
  await follow(page, hands, "#/perbaikan");
  await page.waitForSelector("#kerjakan"); // the second part of the page comes with it
  assert.match(await text(page), /Bila semua dikerjakan: 83,00 → menjadi \d\d,\d\d\. Sehat/);
  await shot("advice-list-phone", { full: true });
  await hands.press('[data-click^="advice try"], [data-click^="advice move"]');
  await at(page, "#/andai");
  assert.match(await text(page, ".outcome"), /\+\d+(,\d+)? poin/);
  assert.equal((await page.$$("svg.sides")).length, 4);
  await shot("advice-trial-phone", { full: true });

  await hands.toggle("#lainnya > summary");
  await follow(page, hands, "#/andai/A.I.1");
  await hands.choose("coba-A.I.1.a", "no");
  await page.waitForFunction(() => /Isian asli: Ya/.test(document.querySelector("main").textContent));
  await follow(page, hands, "#/andai");
  await hands.toggle("#lainnya > summary");
  await follow(page, hands, "#/andai/aktiva_lancar");
  await hands.fill("#coba-kas-current", "1500000");
  await hands.leave();
  await page.waitForFunction(() => /Isian asli: Rp/.test(document.querySelector("main").textContent));
  await follow(page, hands, "#/andai");
  assert.match(await text(page, ".outcome"), /Neraca 31 Des 2025 belum seimbang/);
  await hands.press('[data-click="advice reset"]');
  assert.match(await text(page), /Belum ada yang diubah/);
  await go(page, "#/hasil");
  assert.equal(await text(page, "#nilai"), before, "the saved work is untouched");
  await go(page, "#/periksa-angka");
  const closed = () => page.$$eval("details[data-print]", (all) => all.filter((one) => !one.open).length);
  const folds = await closed();
  const words = execFileSync("pdftotext", [await printed("advice-result"), "-"]).toString();
  assert.match(words, /Prinsip koperasi:/, "paper has no folds");
  assert.ok(folds > 4);
  await page.waitForFunction((folds) => [...document.querySelectorAll("details[data-print]")].filter((one) => !one.open).length === folds, {}, folds);
  await go(page, "#/hasil");

  await follow(page, hands, "#/laporan");
  const report = await text(page, ".sheet");
  assert.equal(report.match(/perkiraan mandiri, bukan predikat resmi/gi).length, 1);
  assert.match(report, /Kode periksa ?[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  assert.ok(report.includes(before));
  await shot("advice-report-phone", { full: true });
  await page.evaluate(() => {
    window.print = () => (window.printedTimes = (window.printedTimes ?? 0) + 1);
  });
  await hands.press('[data-click="print"]');
  assert.equal(await page.evaluate(() => window.printedTimes), 1);
  await page.emulateMediaType("print");
  // Only the report is printed.
  await page.waitForFunction(() => {
    const seen = (selector) => [...document.querySelectorAll(selector)].some((one) => one.checkVisibility());
    return matchMedia("print").matches && seen(".sheet") && !seen(".top, .keeping, footer, main > h1, .back, .actions");
  });
  await page.emulateMediaType(null);
  const pdf = await printed("advice-report");
  const pages = Number(/Pages:\s+(\d+)/.exec(execFileSync("pdfinfo", [pdf]).toString())[1]);
  assert.ok(pages <= 4, `the report takes ${pages} pages`);
  const { name, text: table } = await hands.saved(() => hands.press('[data-click="advice csv report"]'));
  assert.equal(name, "laporan-periksa-diri.csv");
  assert.ok(table.startsWith("\u{feff}") && table.includes(";Siapa;Sampai kapan;Selesai"));
  await follow(page, hands, "#/laporan/lampiran");
  assert.match(await text(page, ".sheet"), /Lampiran: semua jawaban/);
  quiet();
});

journey("a board marks an action, answers again, and sees the year before beside this one", { state: troubled, tolerate }, async (stage) => {
  const { page, open, reload, hands, shot } = stage;
  await open("#/perbaikan");
  await page.waitForSelector('[data-click="advice whole"]');
  const drawn = (await page.$$("details.gap[id^=celah-]")).length;
  assert.equal(drawn, 7);
  await hands.press('[data-click="advice whole"]');
  await page.waitForFunction(() => document.querySelectorAll("details.gap[id^=celah-]").length > 50);
  const item = await page.$$eval('[data-click^="advice note "]', (all) => all.map((one) => one.dataset.click.slice(12)).find((id) => /\.[a-z]$/.test(id) && id.startsWith("A.")));
  await page.$eval(`[data-click="advice note ${item}"]`, (one) => (one.closest("details.gap").open = true));
  await hands.press(`[data-click="advice note ${item}"]`);
  await page.waitForFunction(() => document.activeElement.id === "catatan-teks");
  await page.keyboard.type("berkas dijilid");
  await shot("advice-note-phone");
  await hands.press('[data-click="advice mark done"]');
  await page.waitForFunction(() => document.activeElement.id === "ditandai");
  assert.match(await text(page, ".tracking"), /Jawab lagi:/);
  await hands.choose(`lagi-${item}`, "yes");
  await go(page, "#/hasil");
  await go(page, "#/perbaikan");
  assert.equal(await text(page, "h1"), "Yang dikerjakan lebih dahulu");
  assert.doesNotMatch(await text(page, ".tracking"), /Jawab lagi:/);
  assert.match(await text(page, ".tracking"), /Jawaban: Tidak, lalu Ya\./);
  await reload();
  await page.waitForSelector(".tracking");
  assert.match(await text(page, ".tracking"), /berkas dijilid/, "the history survives a reload");

  const file = path.join(os.tmpdir(), `cermin-${process.pid}.json`);
  await writeFile(file, (await sample("mati-suri")).replace("2025-12-31", "2024-12-31"));
  await go(page, "#/banding");
  await hands.opened(() => hands.press("#berkas-lama"), file);
  await page.waitForSelector("svg.trend");
  assert.match(await text(page), /Sejak 31 Desember 2024/);
  assert.match(await page.$eval("svg.trend desc", (one) => one.textContent), /2024: 48,74; Sekarang: /);
  await shot("advice-compare-phone", { full: true });
  await go(page, "#/berkas");
  const { text: saved } = await hands.saved(() => hands.press('[data-click="save"]'));
  const actions = JSON.parse(saved).actions;
  assert.equal(actions.length, 1);
  assert.deepEqual({ ...actions[0], date: undefined }, { item, date: undefined, note: "berkas dijilid", before: "no", after: "yes" });

  await go(page, "#/berkas-meja");
  await hands.toggle("#centang-ad-art");
  await hands.toggle("#rinci-ad-art > summary");
  await hands.fill("#tempat-ad-art", "Lemari 2");
  await hands.leave();
  await hands.toggle("#rinci-papan-nama > summary");
  await hands.choose("ada-papan-nama", "lacking");
  await page.waitForFunction(() => /1 dari \d+ berkas ada, 1 belum ada/.test(document.querySelector("main").textContent));
  await shot("advice-pack-phone");
  await reload();
  await page.waitForSelector("#tempat-ad-art");
  assert.equal(await page.$eval("#tempat-ad-art", (one) => one.value), "Lemari 2", "what is noted survives a reload");
  const { name, text: table } = await hands.saved(() => hands.press('[data-click="advice csv pack"]'));
  assert.equal(name, "berkas-meja-pemeriksa.csv");
  assert.match(table, /AD\/ART[^\r]*;✓;;Lemari 2\r/);
});
