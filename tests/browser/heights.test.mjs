// What a frame's height may say, and what comes of it: nothing about the answers, no growing by itself, whole sheets of paper.

import assert from "node:assert/strict";

import { CASE, fillAll, go } from "./filling.mjs";
import { drawn, embedded, noteMessages, office, poll } from "./kit.mjs";

const wrapped = ({ release }) => office("<h1>Dinas</h1><cermin-koperasi></cermin-koperasi><p>Kaki.</p>", { head: `<script src="${release}cermin-koperasi.js" defer></script>` });
const heights = (page) => page.evaluate(() => window.heard.map(({ data }) => data).filter(({ type }) => type === "height").map(({ height }) => height));

/** Screens whose length depends on what was answered. */
const OUTCOMES = ["#/hasil", "#/jawaban/A.I", "#/periksa-buku", "#/perbaikan", "#/jarak", "#/kedudukan"];

embedded("all yes and all no look alike to the host on every screen of results", { before: noteMessages, site: wrapped, timeout: 240_000 }, async ({ open, frame, page }) => {
  const said = {};
  for (const answer of [true, false]) {
    await open();
    const inside = await frame();
    const answers = Object.fromEntries(Object.keys(CASE.answers).map((item) => [item, answer]));
    await fillAll(inside, [], { ...CASE, answers });
    for (const hash of OUTCOMES) {
      await go(inside, "#/privasi");
      await drawn(inside, 5);
      await page.evaluate(() => (window.heard.length = 0));
      await go(inside, hash);
      await inside.waitForFunction(() => !document.querySelector("main [aria-busy]"));
      await drawn(inside, 5);
      (said[hash] ??= []).push(await heights(page));
    }
  }
  for (const [hash, [yes, no]] of Object.entries(said)) {
    assert.deepEqual(yes, no, hash);
    assert.ok(yes.length <= 1, `${hash}: ${yes}`);
  }
});

for (const browser of ["chromium", "firefox"]) {
  embedded(`${browser}: while a part of the page is on its way the frame does not grow`, { browser, before: noteMessages, site: wrapped }, async ({ open, frame, page, tool }) => {
    let release;
    const way = new Promise((done) => (release = done));
    tool.held = (name) => (/rest\.[0-9a-f]+\.js$/.test(name) ? way : undefined);
    await open();
    const inside = await frame();
    await drawn(inside, 5);
    await page.evaluate(() => (window.heard.length = 0));
    await inside.evaluate(() => (location.hash = "#/siap"));
    await inside.waitForSelector("main [aria-busy]");
    await drawn(inside, 30);
    const meanwhile = await heights(page);
    release();
    await inside.waitForFunction(() => !document.querySelector("main [aria-busy]"), { timeout: 60_000 });
    await go(inside, "#/pelatih/1");
    await inside.waitForSelector(".stage");
    await drawn(inside, 30);
    const all = await heights(page);
    assert.ok(meanwhile.length <= 1 && all.length <= 2 && Math.max(0, ...all) <= 1000, JSON.stringify([meanwhile, all]));
  });
}

embedded("who prints the office's page gets no empty sheets, and is told how to print the rest", { before: noteMessages, site: wrapped, size: { width: 800, height: 900 } }, async ({ open, frame, page }) => {
  await open();
  const inside = await frame();
  await fillAll(inside);
  await go(inside, "#/butir/A.I.1");
  await poll(async () => (await heights(page)).at(-1) > 1000);
  const pdf = Buffer.from(await page.pdf({ format: "A4" })).toString("latin1");
  const sheets = pdf.match(/\/Type\s*\/Page\b/g).length;
  assert.equal(sheets, 1, "sheets of paper");
  const height = () => page.evaluate(() => document.querySelector("cermin-koperasi").getBoundingClientRect().height);
  assert.ok((await height()) > 1000, "afterwards it is as tall as before");
  const line = () => inside.evaluate(() => getComputedStyle(document.body, "::after").content);
  assert.equal(await line(), "none");
  await page.emulateMediaType("print");
  await poll(async () => /tekan Cetak di dalam bingkai/.test(await line()));
  // Printed from inside, all of it is there and nothing is to be said.
  await inside.evaluate(() => document.documentElement.setAttribute("data-printing", ""));
  assert.equal(await line(), "none");
});
