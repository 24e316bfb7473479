// A board opens its own Excel file, by a real file field in both browsers: on a phone, without a network after one visit, from
// the single file. From the hub of the books to a settled C and D in fifteen taps and three minutes at most. What is no
// workbook says a sentence and changes nothing.

import assert from "node:assert/strict";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { deflateRawSync } from "node:zlib";

import { PHONE, journey, kept } from "./harness.mjs";

const BROWSERS = ["chromium", "firefox"];
/** The state is put in from a picture's address, for which the browser looks for an icon. */
const tolerate = /404/;
const board = { format: "cermin-koperasi", version: 1, rulebook: "kkpkk-2021", variant: "ksp12", profile: { book_year_end: "2025-12-31" } };
const golden = (name) => fileURLToPath(new URL(`../golden/books/${name}`, import.meta.url));
const ours = (name) => fileURLToPath(new URL(`../workbooks/${name}`, import.meta.url));
const expected = JSON.parse(await readFile(golden("b04.expected.json"), "utf8")).amounts_answered;

/** Seconds that a person needs, slowly: a tap with its aim and thought; a file found among others; a new screen read. */
const [TAP, FILE, SCREEN] = [3, 20, 8];

/** Does what a finger does, and reckons how long a person needs for it. */
function finger(page) {
  const hand = { taps: 0, seconds: 0 };
  hand.tap = async (selector, { screen = true } = {}) => {
    await page.waitForSelector(selector);
    await page.$eval(selector, (element) => element.scrollIntoView({ block: "center" }));
    await page.click(selector);
    hand.taps += 1;
    hand.seconds += TAP + (screen ? SCREEN : 0);
  };
  // A tap on the field, and one on the file.
  hand.choose = async (selector, file) => {
    await (await page.waitForSelector(selector)).uploadFile(file);
    hand.taps += 2;
    hand.seconds += 2 * TAP + FILE + SCREEN;
  };
  return hand;
}

const statements = async (page) => {
  const { current = {}, prior = {} } = (await kept(page))?.statements ?? {};
  return { current, prior };
};
const says = (page, words, where = "main") =>
  page.waitForFunction((words, where) => new RegExp(words).test(document.querySelector(where)?.textContent), {}, words.source, where);
/** Until the device keeps an amount. */
const holds = async (page, year, account, amount) => {
  for (let i = 0; i < 200; i += 1) {
    if ((await statements(page))[year][account] === amount) return;
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
  }
  assert.fail(`${account} is not ${amount}: ${JSON.stringify(await statements(page))}`);
};
const file = async (name, content) => {
  const path_ = path.join(await mkdtemp(path.join(tmpdir(), "neraca-")), name);
  await writeFile(path_, content);
  return path_;
};

for (const browser of BROWSERS) {
  journey(`${browser}: a two-year workbook on a phone reaches a settled C and D`, { browser, size: PHONE, tolerate, state: board }, async ({ page, open, shot }) => {
    const hand = finger(page);
    const look = (name) => (browser === "chromium" ? shot(`berkas-${name}`, { full: true }) : undefined);
    await open("#/pembukuan");
    await look("0-pembukuan");
    await hand.choose("#neraca-berkas", golden("b04.xlsx"));
    await says(page, /Lembar mana yang dibaca/);
    await look("1-lembar");
    assert.deepEqual(await statements(page), { current: {}, prior: {} }, "nothing before the step");
    for (const place of [0, 1, 2]) {
      await hand.tap(`[data-click="neraca pick ${place}"]`);
      await page.waitForSelector("#neraca-ambil");
      await look(`2-lembar-${place}`);
      for (const asked of await page.$$eval("#neraca-tanya fieldset", (asked) => asked.map((one) => one.querySelector("input").id))) {
        await hand.tap(`#${asked} + label`, { screen: false });
      }
      await hand.tap("#neraca-ambil");
      await says(page, /angka sudah masuk/);
    }
    await look("3-masuk");
    await hand.tap('main p.actions a[href="#/pembukuan"]');
    for (const year of ["current", "prior"]) await hand.tap(`[for="complete-${year}"]`, { screen: false });
    await look("4-pembukuan");
    const { current } = await statements(page);
    for (const [account, amount] of Object.entries(expected.current)) if (account in current) assert.equal(current[account], amount, account);
    await hand.tap('main a[href="#/hasil"]');
    await page.waitForSelector(".bars strong");
    await look("5-hasil");
    // One number each, no range: `82`, or `65,5` where a whole one would stand on another side of a limit.
    const aspects = await page.$$eval(".bars strong", (numbers) => numbers.map((number) => number.textContent.trim()));
    for (const aspect of aspects.slice(2)) assert.match(aspect, /^\d+(,\d+)?$/, aspects.join(" | "));
    assert.ok(hand.taps <= 15, `${hand.taps} taps`);
    assert.ok(hand.seconds <= 180, `${hand.seconds} seconds`);
    console.log(`# ${hand.taps} taps, ${hand.seconds} seconds as modelled`);

    // Whence each amount came stands beside it, and the same file asks nothing again.
    await open("#/pos/aktiva_lancar");
    await says(page, /Neraca baris \d+: Kas/, ".origin");
    await look("6-asal");
    await open("#/neraca");
    await hand.choose("#neraca-berkas", golden("b04.xlsx"));
    await hand.tap('[data-click="neraca pick 0"]');
    await says(page, /1 baris mengikuti jawaban Anda dulu/);
    assert.equal(await page.$("#neraca-tanya"), null);
  });

  journey(`${browser}: a line for two accounts is split by hand, with the keyboard`, { browser, size: PHONE, tolerate, state: board }, async ({ page, open, hands, shot }) => {
    await open("#/neraca");
    const rows = await file("kas.csv", "AKTIVA;2025;2024\nKas dan Bank;5.000.000;4.000.000\n");
    await (await page.waitForSelector("#neraca-berkas")).uploadFile(rows);
    await page.waitForSelector("#neraca-tanya");
    await hands.choose("baris-0", "split");
    await page.waitForSelector("#bagi-0-current");
    await page.select("#bagi-0-0", "kas");
    await page.select("#bagi-0-1", "giro");
    await hands.fill("#bagi-0-current", "1250000");
    await hands.fill("#bagi-0-prior", "4000001");
    await says(page, /dari nol sampai Rp4\.000\.000/, ".halves");
    await hands.fill("#bagi-0-prior", "1000000");
    await says(page, /sisanya Rp3\.000\.000/, ".halves");
    if (browser === "chromium") await shot("berkas-7-bagi", { full: true });
    await hands.press("#neraca-ambil");
    await holds(page, "prior", "giro", 3000000);
    assert.deepEqual((await statements(page)).current, { kas: 1250000, giro: 3750000 });
  });

  journey(`${browser}: after one visit it opens old Excel, OpenOffice and csv files without a network`, { browser, size: PHONE, tolerate: /404|ERR_|NetworkError|Failed to/, state: board }, async ({ page, open, settled, host, reload }) => {
    await open("#/neraca");
    await settled();
    await host.close();
    await reload();
    const choose = async (name) => (await page.waitForSelector("#neraca-berkas")).uploadFile(name);
    await choose(golden("b09.ods"));
    await says(page, /Lembar mana yang dibaca/);
    await page.click('[data-click="neraca drop"]');
    await choose(golden("b03.csv"));
    await page.waitForSelector("#neraca-ambil");
    await page.click('[data-click="neraca drop"]');
    await choose(ours("neraca.xls"));
    await page.waitForSelector("#neraca-ambil");
    await page.click("#neraca-ambil");
    await holds(page, "current", "giro", 2500000);
    assert.equal((await statements(page)).prior.piutang_anggota, 35000000);
  });

  journey(`${browser}: the single file opens a workbook`, { browser, file: true }, async ({ page, open }) => {
    await open("#/neraca");
    await (await page.waitForSelector("#neraca-berkas")).uploadFile(ours("neraca.xls"));
    await page.waitForSelector("#neraca-ambil");
    await page.click("#neraca-ambil");
    await says(page, /angka sudah masuk/);
  });

  journey(`${browser}: a hostile file gives a sentence and changes nothing`, { browser, tolerate, state: { ...board, statements: { current: { kas: 1000 }, prior: {} } } }, async ({ page, open }) => {
    await open("#/neraca");
    const locked = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600), Buffer.from("EncryptedPackage", "utf16le")]);
    const hostile = [
      ["kunci.xlsx", locked, /terkunci kata sandi/],
      ["surat.pdf", Buffer.from("%PDF-1.7\n%\0\n"), /bukan buku kerja/],
      ["cacat.xlsx", Buffer.from("PK\x03\x04 dan tidak lebih"), /rusak/],
      ["cacat.xls", Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(4096, 7)]), /rusak/],
      ["bom.xlsx", archive("xl/workbook.xml", 200 << 20), /terlalu besar untuk dibuka/],
      ["besar.xlsx", Buffer.alloc(13 << 20, "x"), /terlalu besar untuk dibuka/],
      ["panjang.csv", "Kas;1;2\n".repeat(100_000), /terlalu besar untuk dibuka/],
      ["kosong.csv", "", /bukan buku kerja|Tidak ada baris/],
      ["surat.txt", "Selamat pagi, Bapak dan Ibu.", /Tidak ada baris dengan nama dan angka|bukan buku kerja/],
    ];
    for (const [name, content, sentence] of hostile) {
      await page.evaluate(() => document.getElementById("neraca-galat")?.setAttribute("data-old", ""));
      await (await page.waitForSelector("#neraca-berkas")).uploadFile(await file(name, content));
      await says(page, sentence, "#neraca-galat");
      assert.equal(await page.$("#neraca-ambil"), null, name);
      assert.deepEqual(await statements(page), { current: { kas: 1000 }, prior: {} }, name);
    }
    // A good one after them is read as ever.
    await (await page.waitForSelector("#neraca-berkas")).uploadFile(ours("neraca.xls"));
    await page.waitForSelector("#neraca-ambil");
  });
}

/** An archive with one part of so many blanks. */
function archive(name, size) {
  const packed = deflateRawSync(Buffer.alloc(size, " "));
  const [label, fields] = [Buffer.from(name), Buffer.alloc(26)];
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(size, 18);
  fields.writeUInt16LE(label.length, 22);
  const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), fields, label, packed]);
  const central = Buffer.concat([Buffer.from("PK\x01\x02\x14\0", "latin1"), fields, Buffer.alloc(14), label]);
  central.fill(0, 32, 46);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
