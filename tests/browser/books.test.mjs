// A board's own balance sheet, pasted whole with a real clipboard, in both browsers: from the hub of the books to amounts
// that are stored, in ten taps at most; one more takes all of it back. What is no sheet changes nothing and says so.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { paste, pasteRich } from "./clipboard.mjs";
import { DESKTOP, PHONE, journey, kept } from "./harness.mjs";

const BROWSERS = ["chromium", "firefox"];
/** The state is put in from a picture's address, for which the browser looks for an icon. */
const tolerate = /404/;
const board = { format: "cermin-koperasi", version: 1, rulebook: "kkpkk-2021", variant: "ksp12", profile: { book_year_end: "2025-12-31" } };
const golden = new URL("../golden/books/", import.meta.url);
const sheet = await readFile(new URL("b01.tsv", golden), "utf8");
const expected = JSON.parse(await readFile(new URL("b01.expected.json", golden), "utf8")).amounts.current;

/** Counts what a finger does. */
function finger(page) {
  let taps = 0;
  return {
    tap: async (selector) => {
      await page.waitForSelector(selector);
      await page.$eval(selector, (element) => element.scrollIntoView({ block: "center" }));
      await page.click(selector);
      taps += 1;
    },
    get taps() {
      return taps;
    },
  };
}

const statements = async (page) => {
  const { current = {}, prior = {} } = (await kept(page))?.statements ?? {};
  return { current, prior };
};
const says = (page, words, where = "main") =>
  page.waitForFunction((words, where) => new RegExp(words).test(document.querySelector(where)?.textContent), {}, words.source, where);
/** Until the device keeps this many amounts. */
const holds = async (page, count) => {
  for (let i = 0; i < 100; i += 1) {
    const { current, prior } = await statements(page);
    if (Object.keys(current).length + Object.keys(prior).length === count) return { current, prior };
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  }
  return assert.fail(`not ${count} amounts: ${JSON.stringify(await statements(page))}`);
};

for (const browser of BROWSERS) {
  for (const size of [PHONE, DESKTOP]) {
    journey(`${browser} ${size.width}: a two-year sheet goes in by one paste, and out again`, { browser, size, tolerate, state: board }, async ({ page, open, shot }) => {
      const hand = finger(page);
      await open("#/pembukuan");
      if (browser === "chromium") await shot(`neraca-0-${size.width}`);
      await hand.tap('a[href="#/neraca"]');
      await page.waitForSelector("#neraca-isi");
      if (browser === "chromium") await shot(`neraca-1-${size.width}`);
      await paste(page, "#neraca-isi", sheet);
      await page.waitForSelector("#neraca-ambil");
      await says(page, /31 Des 2025, 31 Des 2024/);
      if (browser === "chromium") await shot(`neraca-2-${size.width}`, { full: true });
      assert.deepEqual(await statements(page), { current: {}, prior: {} }, "nothing before the step");
      const promised = Number(/\d+/.exec(await page.$eval("#neraca-ambil", (button) => button.textContent))[0]);
      assert.ok(promised > 80, `${promised} amounts`);
      await hand.tap("#neraca-ambil");
      await says(page, /angka sudah masuk/);
      const { current, prior } = await holds(page, promised);
      assert.equal(prior.kas, 40841500);
      for (const [account, amount] of Object.entries(current)) assert.equal(amount, expected[account], account);
      if (browser === "chromium") await shot(`neraca-3-${size.width}`);
      assert.ok(hand.taps + 1 <= 10, `${hand.taps} taps and a paste`);
      await hand.tap('[data-click="neraca undo"]');
      await says(page, /Semua kembali seperti semula/);
      assert.deepEqual(await holds(page, 0), { current: {}, prior: {} });
    });
  }

  journey(`${browser}: what is no sheet changes nothing and says a sentence`, { browser, tolerate, state: { ...board, statements: { current: { kas: 1000 }, prior: {} } } }, async ({ page, open }) => {
    for (const text of ["Selamat pagi, Bapak dan Ibu.", "<img src=x onerror=alert(1)>\t<b>1</b>", "Kas\t1\t2\n".repeat(6000)]) {
      await open("#/neraca");
      await page.waitForSelector("#neraca-isi");
      await paste(page, "#neraca-isi", text);
      await page.waitForSelector("#neraca-galat");
      await says(page, /Tidak ada baris dengan nama dan angka|terlalu besar untuk sebuah neraca/, "#neraca-galat");
      assert.equal(await page.$("#neraca-ambil"), null);
      assert.deepEqual(await statements(page), { current: { kas: 1000 }, prior: {} });
    }
  });

  journey(`${browser}: a table whose text has lost its rows is read by its HTML, of which nothing is run or loaded`, { browser, tolerate, state: board }, async ({ page, open, hands }) => {
    await open("#/neraca");
    await page.waitForSelector("#neraca-isi");
    const cells = ["Kas", "1.500.000", "1.250.000", "Giro Bank", "2.500.000", "2.000.000"];
    const row = (cells) => `<tr>${cells.map((cell) => `<td><p>${cell}</p></td>`).join("")}</tr>`;
    const html = `<img src="https://example.org/x.png" onerror="alert(1)"><script>alert(2)</script><table><tr><th>AKTIVA</th><th>2025</th><th>2024</th></tr>${row(cells.slice(0, 3))}${row(cells.slice(3))}<tr><td colspan="2">Catatan</td></tr></table>`;
    await pasteRich(page, "#neraca-isi", ["AKTIVA", "2025", "2024", ...cells].join("\n"), html);
    await page.waitForSelector("#neraca-ambil");
    await hands.press("#neraca-ambil");
    assert.deepEqual(await holds(page, 4), { current: { kas: 1500000, giro: 2500000 }, prior: { kas: 1250000, giro: 2000000 } });
  });

  journey(`${browser}: a guess is changed by hand before the step, typed text and a file are read`, { browser, tolerate, state: board }, async ({ page, open, hands }) => {
    await open("#/neraca");
    await page.waitForSelector("#neraca-isi");
    await page.focus("#neraca-isi");
    await page.keyboard.type("AKTIVA;2025");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Kas;1.500.000");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Giro Bank;2.500.000");
    await hands.press('[data-click="neraca read"]');
    await page.waitForSelector("#neraca-ambil");
    await hands.press("#neraca-yakin summary");
    await hands.press('[data-click="neraca change 0"]');
    await page.waitForFunction(() => document.activeElement.id === "pos-0");
    await page.select("#pos-0", "none");
    await says(page, /Tidak ikut: 1 baris/);
    await hands.press("#neraca-ambil");
    await says(page, /1 angka sudah masuk/);
    assert.deepEqual(await holds(page, 1), { current: { giro: 2500000 }, prior: {} });

    const file = path.join(tmpdir(), `neraca-${process.pid}-${browser}.csv`);
    await writeFile(file, "AKTIVA;2025;2024\r\nKas;3.500.000;3.000.000\r\n");
    const field = await page.waitForSelector("#neraca-berkas");
    await field.uploadFile(file);
    await page.waitForSelector("#neraca-ambil");
    await hands.press("#neraca-ambil");
    await says(page, /2 angka sudah masuk/);
    assert.deepEqual(await holds(page, 3), { current: { giro: 2500000, kas: 3500000 }, prior: { kas: 3000000 } });
  });
}
