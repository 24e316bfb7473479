// The main job, end to end, by keyboard alone: a board fills in everything, reads its score, saves, wipes and comes
// back to the same. The figures are a golden case; the total is what the ministry's own worksheet says.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { DESKTOP, journey, kept } from "./harness.mjs";
import { says } from "./room.mjs";

const golden = JSON.parse(await readFile(new URL("../golden/kkpkk-2021-ksp12.json", import.meta.url), "utf8"));
const CASE = golden.cases.find(({ name }) => name === "realistis-004");

const text = (page, selector) => page.$eval(selector, (element) => element.textContent.trim());
const hash = (page) => page.evaluate(() => location.hash);

/** As the page prints it: two decimals and a comma. */
const printed = (number) => number.toFixed(2).replace(".", ",");

async function total(page) {
  await page.waitForSelector("#nilai");
  return text(page, "#nilai");
}

async function answerAll({ page, hands }) {
  for (let screens = 0; screens < 60; screens += 1) {
    const route = await hash(page);
    if (route.startsWith("#/butir/")) {
      const items = await page.$$eval(".question input[type=radio]", (all) => [...new Set(all.map((one) => one.name))]);
      for (const item of items) await hands.choose(item, CASE.answers[item] ? "yes" : "no");
    } else if (!route.startsWith("#/jawaban/")) {
      return route;
    }
    await onwards(page, hands, "main .actions a.button");
  }
  return assert.fail("the questions do not end");
}

async function enterAll({ page, hands }) {
  await onwards(page, hands, ".task-list a");
  for (let screens = 0; screens < 30; screens += 1) {
    if (!(await hash(page)).startsWith("#/pos/")) return;
    const fields = await page.$$eval("input.amount", (all) => all.map((one) => one.id));
    for (const id of fields) {
      const [account, year] = [id.replace(/-(current|prior)$/, ""), id.endsWith("-prior") ? "prior" : "current"];
      const amount = CASE.amounts[year][account] ?? 0;
      // A blank counts as zero once the year is marked complete.
      if (amount === 0) continue;
      const folded = await page.$eval(`[id="${id}"]`, (field) => field.closest("details.rare:not([open])") !== null);
      if (folded) await hands.toggle("details.rare > summary");
      await hands.fill(`[id="${id}"]`, amount);
    }
    await onwards(page, hands, "main .actions a.button");
  }
  assert.fail("the groups do not end");
}

/** Presses a link by keyboard and waits for the screen it leads to. */
async function onwards(page, hands, selector) {
  const before = await hash(page);
  await hands.press(selector);
  // The address changes first; the new screen is there once its heading has the focus, and what comes later has come.
  const stands = (before) => location.hash !== before && document.activeElement.id === "judul" && !document.querySelector("main [aria-busy]");
  await page.waitForFunction(stands, {}, before);
}

journey("a board fills in everything by keyboard, saves, wipes, and opens it again", {
  size: DESKTOP,
}, async ({ page, open, hands, host, settled, quiet, shot }) => {
  const sheet = CASE.expected.worksheet;
  await open();
  await settled();
  await onwards(page, hands, "main .actions a.button");
  await hands.choose("kind", "ksp");
  await hands.choose("level", "2");
  await hands.fill("#members", "482");
  await onwards(page, hands, "main .actions a.button");
  assert.equal(await hash(page), "#/isian");

  await onwards(page, hands, "main .actions a.button");
  assert.equal(await answerAll({ page, hands }), "#/pembukuan");
  await enterAll({ page, hands });
  assert.equal(await hash(page), "#/pembukuan");
  await hands.toggle("#complete-current");
  await hands.toggle("#complete-prior");

  await page.evaluate(() => (location.hash = "#/pengaturan"));
  await page.waitForSelector('input[name="reading"]');
  await hands.choose("reading", "worksheet");
  await hands.choose("edition", "2021-08");
  await page.evaluate(() => (location.hash = "#/hasil"));
  assert.match(await total(page), new RegExp(printed(sheet.total)));
  assert.match(await text(page, "main"), /perkiraan mandiri, bukan predikat resmi/i);
  await shot("journey-result-desktop", { full: true });

  await page.evaluate(() => (location.hash = "#/berkas"));
  const file = await hands.saved(() => hands.press('[data-click="save"]'));
  const saved = JSON.parse(file.text);
  assert.equal(saved.format, "cermin-koperasi");
  assert.equal(Object.keys(saved.answers).length, 145);

  await page.evaluate(() => (location.hash = "#/hapus"));
  await hands.press('[data-click="wipe"]');
  await page.waitForFunction(() => !location.hash.includes("hapus"));
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);

  await page.evaluate(() => (location.hash = "#/berkas"));
  await hands.opened(() => hands.press("#berkas"), file.file);
  await page.waitForFunction(() => location.hash === "#/hasil");
  assert.match(await total(page), new RegExp(printed(sheet.total)));
  quiet();
  // Once everything lies on the device, the server does not even hear that the books were opened.
  assert.deepEqual(host.requests, []);
});

journey("what was answered is still there after a reload, and Back goes back", {}, async ({ page, open, hands, reload, settled, quiet }) => {
  await open("#/butir/A.I.1");
  await settled();
  await hands.choose("A.I.1.a", "yes");
  await hands.choose("A.I.1.b", "unknown");
  await onwards(page, hands, "main .actions a.button");
  await page.goBack();
  await page.waitForFunction(() => location.hash === "#/butir/A.I.1");
  assert.equal(await page.$eval('[id="A.I.1.a-yes"]', (one) => one.checked), true);
  quiet();
  await reload();
  assert.equal(await page.$eval('[id="A.I.1.b-unknown"]', (one) => one.checked), true);
});

journey("what stands in a field that goes with its screen is not lost", {}, async ({ page, open, hands }) => {
  await open("#/pos/aktiva_lancar");
  await hands.fill("#kas-current", "7000");
  // The field goes while it has the focus: the browser tells of its change in the middle of the next screen.
  await page.evaluate(() => (location.hash = "#/pos/investasi_jangka_panjang"));
  await page.waitForFunction(() => !document.querySelector("#kas-current"));
  await page.evaluate(() => (location.hash = "#/isian"));
  await page.waitForFunction(() => document.activeElement.id === "judul" && location.hash === "#/isian");
  await page.evaluate(() => (location.hash = "#/pos/aktiva_lancar"));
  await page.waitForSelector("#kas-current");
  assert.equal(await page.$eval("#kas-current", (field) => field.value), "7.000");
});

journey("a doubtful amount is asked about, never guessed", {}, async ({ page, open, hands }) => {
  await open("#/pos/aktiva_lancar");
  await hands.fill("#kas-current", "1.234,5");
  await hands.leave();
  assert.match(await text(page, "#kas-current-read"), /\?/);
  assert.equal((await kept(page))?.statements?.current?.kas, undefined);
  await hands.fill("#kas-current", "1,5 juta");
  await hands.leave();
  await hands.press('[data-click="confirm current kas"]');
  assert.match(await text(page, "#kas-current-read"), /satu juta lima ratus ribu rupiah/);
  await hands.fill("#giro-current", "2.000.000");
  await hands.leave();
  assert.match(await text(page, "#giro-current-read"), /dua juta rupiah/);
});

journey("a foreign, a truncated and a newer file are refused in a sentence, and the work stays", {}, async ({ page, open, hands }) => {
  const { writeFile, mkdtemp } = await import("node:fs/promises");
  const folder = await mkdtemp("/tmp/cermin-");
  await open("#/butir/A.I.1");
  await hands.choose("A.I.1.a", "yes");
  const broken = { foreign: '{"format":"lain"}', truncated: '{"format":"cermin-koperasi","ver', newer: '{"format":"cermin-koperasi","version":99}' };
  for (const [name, content] of Object.entries(broken)) {
    await writeFile(`${folder}/${name}.json`, content);
    await page.evaluate(() => (location.hash = "#/berkas"));
    await page.waitForSelector("#berkas");
    await hands.opened(() => hands.press("#berkas"), `${folder}/${name}.json`);
    await page.waitForSelector("section.notice.bad");
    assert.match(await text(page, "section.notice.bad"), /tidak berubah/);
    await hands.press('[data-click="dismiss"]');
  }
  await page.evaluate(() => (location.hash = "#/butir/A.I.1"));
  await page.waitForSelector('[id="A.I.1.a-yes"]:checked');
});

journey("without storage the page works and says that nothing is kept", {
  before: () => ["localStorage", "indexedDB"].forEach((name) => Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError"); } })),
}, async ({ page, open, hands }) => {
  await open("#/butir/A.I.1");
  await says(page, /tidak mau menyimpan/, ".keeping");
  await hands.choose("A.I.1.a", "yes");
  assert.equal(await page.$eval('[id="A.I.1.a-yes"]', (one) => one.checked), true);
});
