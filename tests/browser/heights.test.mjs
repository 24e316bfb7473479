// What a frame's height may say, and what comes of it: nothing about the answers, no growing by itself, whole sheets of paper.

import assert from "node:assert/strict";

import { CASE, fillAll, fillPart, go } from "./filling.mjs";
import { calm, drawn, embedded, noteMessages, office, poll, tall } from "./kit.mjs";

const wrapped = ({ release }) => office("<h1>Dinas</h1><cermin-koperasi></cermin-koperasi><p>Kaki.</p>", { head: `<script src="${release}cermin-koperasi.js" defer></script>` });
const heights = (page) => page.evaluate(() => window.heard.map(({ data }) => data).filter(({ type }) => type === "height").map(({ height }) => height));

/** Screens whose length depends on what was answered. */
const OUTCOMES = ["#/hasil", "#/jawaban/A.I", "#/periksa-buku", "#/perbaikan", "#/jarak", "#/kedudukan"];

embedded("all yes and all no look alike to the host on every screen of results", { before: noteMessages, site: wrapped }, async ({ open, frame, page }) => {
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

/** Screens of the second part that are as long with one answer as with another: nothing is told by how tall they are. */
const EVEN = ["#/cek", "#/cek/2", "#/cek/4", "#/cek/5", "#/hal-lain", "#/istilah", "#/kunci", "#/pelatih", "#/bagikan", "#/luring", "#/contoh", "#/naskah/60", "#/naskah/180"];
/** Those that are not, and what all of them say. */
const [UNEVEN, STEADY] = [["#/hasil", "#/kedudukan", "#/cek/3", "#/siap", "#/meja", "#/kumpul"], 800];

for (const [browser, width] of [["chromium", 360], ["chromium", 1280], ["firefox", 360]]) {
  embedded(`${browser}: from part to part the frame is as tall as its content, but where that depends on answers (${width} px)`, {
    browser,
    before: noteMessages,
    site: wrapped,
    size: { width, height: 800 },
  }, async ({ open, frame, page }) => {
    await open();
    const inside = await frame();
    await calm(page, inside);
    const wrong = [];
    // By its own button first, as a visitor goes; then there and back between both parts.
    await inside.evaluate(() => document.querySelector('main a[href="#/cek"]').click());
    await inside.waitForFunction(() => location.hash === "#/cek" && !document.querySelector("main [aria-busy]"));
    for (const hash of [...EVEN, "#/isian", "#/alat", "#/butir/A.I.1", "#/kdmp", ...UNEVEN, "#/pembukuan", "#/profil", "#/cek"]) {
      await go(inside, hash);
      await calm(page, inside);
      const [frameHeight, contentHeight] = await tall(inside);
      const wanted = UNEVEN.includes(hash) ? STEADY : contentHeight;
      if (Math.abs(frameHeight - wanted) > 2) wrong.push(`${hash}: ${frameHeight} for ${wanted}`);
      // It does not creep: once there it says one height and leaves it at that.
      const before = (await heights(page)).length;
      await drawn(inside, 30);
      await calm(page, inside);
      const more = (await heights(page)).slice(before);
      if (more.length > 0) wrong.push(`${hash}: then ${more}`);
    }
    assert.deepEqual(wrong, []);
  });
}

/** Runs in the page: gives every question of the screen its first answer, or its last. */
async function answerAll(place) {
  const pause = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const find = (kind) => [...document.querySelectorAll(`main input[type=${kind}]`)];
  for (const name of new Set(find("radio").map((one) => one.name))) {
    find("radio").filter((one) => one.name === name).at(place)?.click();
    await pause();
  }
  for (const { id } of find("checkbox")) {
    const box = document.getElementById(id);
    if (box && box.checked !== (place === 0)) box.click();
    await pause();
  }
}

embedded("a screen whose height is told is as tall with the first answers as with the last", { before: noteMessages, site: wrapped }, async ({ open, frame, page }) => {
  const said = [];
  for (const place of [0, -1]) {
    await open();
    const inside = await frame();
    // Something is entered in either case, which the line at the top says.
    await fillPart(inside);
    const seen = {};
    for (const hash of EVEN) {
      await go(inside, hash);
      await inside.evaluate(answerAll, place);
      await calm(page, inside);
      seen[hash] = (await tall(inside))[1];
    }
    said.push(seen);
  }
  assert.deepEqual(said[0], said[1]);
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
    await inside.waitForFunction(() => !document.querySelector("main [aria-busy]"));
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
  await fillPart(inside);
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
