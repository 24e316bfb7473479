// A companion's desk over reloads and under passphrases: what is open keeps its place, nothing that was changed is dropped,
// what is locked and closed lies open nowhere, and one passphrase and one file are enough for all.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { DESKTOP, PHONE, journey, kept } from "./harness.mjs";
import { board, drop, go, says } from "./room.mjs";

const PASSPHRASE = "kenari hinggap di dahan";

const lying = async (page) => (await kept(page, "meja")).entries.map(({ name, file }) => [name, file.startsWith("cermin-koperasi-sealed")]);
const several = (...numbers) => numbers.map((number) => [`${number}.json`, JSON.stringify(board(number))]);
const name = (number) => `Koperasi Rahasia ${number}`;

/** Opens one that lies there unlocked. */
async function take(page, hands, id) {
  await go(page, `#/meja/${id}`);
  await hands.press(`[data-click="workshop desk open ${id}"]`);
  await page.waitForFunction(() => location.hash === "#/isian");
}

/** Types a new passphrase on the desk's screen; Enter or a button says what for. */
async function under(page, hands, how) {
  await page.$eval("details:has(#sandi)", (details) => (details.open = true));
  await hands.fill("#sandi", PASSPHRASE);
  await hands.fill("#sandi-lagi", PASSPHRASE);
  await (how === "Enter" ? page.keyboard.press("Enter") : hands.press(`[data-click="workshop desk ${how}"]`));
}

/** Opens a locked one by its passphrase and Enter. */
async function unlock(page, hands, id) {
  await go(page, `#/meja/${id}`);
  await hands.fill("#sandi", PASSPHRASE);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => location.hash === "#/isian");
}

async function answer(page, value) {
  await page.evaluate(() => (location.hash = "#/butir/A.I.1"));
  await page.waitForSelector(`[id="A.I.1.a-${value}"]`);
  await page.click(`[id="A.I.1.a-${value}"] + label`);
  await page.waitForSelector(`[id="A.I.1.a-${value}"]:checked`);
}

/** Everything that either store of this origin holds, as text. */
const stored = (page) =>
  page.evaluate(async () => {
    const rows = await Promise.all((await indexedDB.databases()).map(({ name }) => new Promise((done) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => {
        const base = opening.result;
        const stores = [...base.objectStoreNames];
        if (!stores.length) return base.close(), done([]);
        const reading = base.transaction(stores);
        const all = stores.map((store) => {
          const asked = reading.objectStore(store).getAll();
          return () => asked.result;
        });
        reading.oncomplete = () => (base.close(), done(all.flatMap((one) => one())));
      };
    })));
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, rows]);
  });

for (const browser of ["chromium", "firefox"]) {
  journey(`${browser}: what is open from the desk keeps its place over a reload, and is locked there without an open copy`, { browser, size: DESKTOP, tolerate: /404/ }, async ({ page, open, hands, reload }) => {
    await open("#/meja");
    await drop(page, several(1, 2, 3));
    await says(page, /3 koperasi baru di meja/, "#laporan");
    await take(page, hands, 3);
    await answer(page, "unknown");
    await reload();
    await page.waitForSelector('[id="A.I.1.a-unknown"]:checked');
    await go(page, "#/meja");
    await says(page, /Dari meja: Koperasi Rahasia 3/);
    await under(page, hands, "lock");
    await says(page, /Koperasi Rahasia 3 sudah ditaruh kembali/);
    assert.deepEqual(await lying(page), [[name(1), false], [name(2), false], [name(3), true]]);

    // Each change is locked again; neither another cooperative nor a reload drops it.
    await answer(page, "yes");
    await take(page, hands, 1);
    await unlock(page, hands, 3);
    await answer(page, "no");
    await reload();
    await unlock(page, hands, 3);
    await page.evaluate(() => (location.hash = "#/butir/A.I.1"));
    await page.waitForSelector('[id="A.I.1.a-no"]:checked');
    assert.deepEqual(await lying(page), [[name(1), false], [name(2), false], [name(3), true]]);
  });
}

journey("locked and closed, nothing of the work lies open in either store", { size: PHONE, state: board(7), tolerate: /404/ }, async ({ page, open, hands, reload, shot }) => {
  await open("#/meja");
  await says(page, /Isian yang sedang terbuka/);
  // Locked only, it says where it can still be read.
  await page.$eval("#nama-meja", (field) => (field.value = "Si Melati", field.dispatchEvent(new Event("change", { bubbles: true }))));
  await under(page, hands, "lock");
  await says(page, /Si Melati terkunci di meja, tetapi isiannya masih terbuka dan terbaca/);
  await shot("desk-still-open-phone", { full: true });
  assert.match(await stored(page), /Rahasia/);
  await under(page, hands, "Enter");
  await says(page, /Si Melati terkunci dan tertutup/);
  await page.waitForFunction(() => !/Rahasia|A\.I\.1\.a/.test(JSON.stringify({ ...localStorage })));
  for (let left = await stored(page); /Rahasia|A\.I\.1\.a/.test(left); left = await stored(page));
  await reload();
  await says(page, /1 dari 20 tempat terisi/);
  assert.doesNotMatch(await stored(page), /Rahasia|A\.I\.1\.a/);
  await unlock(page, hands, 1);
  await says(page, /Dari meja|dibuka dari meja/, "body");
  assert.doesNotMatch(await stored(page), /Rahasia/);
});

journey("one passphrase locks the whole desk, one file holds it", { size: DESKTOP, tolerate: /404/ }, async ({ page, open, hands, shot, printed }) => {
  const all = Array.from({ length: 20 }, (_, place) => place + 1);
  await open("#/meja");
  await drop(page, several(...all));
  await says(page, /20 koperasi baru di meja/, "#laporan");
  await shot("desk-twenty-desktop", { full: true });
  // The table compares: sorted by a press, names in view however far it is scrolled, all columns on a desktop.
  const column = (place) => page.$$eval(".desk tbody tr", (rows, place) => rows.map((row) => row.children[place].textContent.trim()), place);
  const numbers = async () => (await column(1)).map((cell) => Number(cell.match(/^[\d,]+/)[0].replace(",", ".")));
  await hands.press('[data-click="workshop desk sort 2"]');
  await page.waitForSelector('th[aria-sort="ascending"]');
  const rising = await numbers();
  assert.deepEqual(rising, [...rising].sort((one, other) => one - other));
  await hands.press('[data-click="workshop desk sort 2"]');
  await page.waitForSelector('th[aria-sort="descending"]');
  assert.deepEqual(await numbers(), [...rising].reverse());
  assert.match((await column(5))[0], /20\d\d/, "the next deadline");
  assert.ok((await column(3)).every((cell) => cell && cell !== "–"), "where it stands");
  const wide = await page.$eval(".scroll", (box) => box.scrollWidth - box.clientWidth);
  assert.ok(wide <= 0, `${wide} px of the table are out of view on a desktop`);
  await page.setViewport({ width: 700, height: 740 });
  const [left, scrolled] = await page.$eval(".scroll", (box) => {
    box.scrollLeft = 300;
    return [box.querySelector("tbody th").getBoundingClientRect().left - box.getBoundingClientRect().left, box.scrollLeft];
  });
  assert.ok(scrolled > 0 && Math.abs(left) < 2, `names stay: ${left} after ${scrolled}`);
  const sheets = await printed("desk-twenty");
  assert.equal((await readFile(sheets, "latin1")).match(/\/Type\s*\/Page\b/g).length, 1, "twenty on one page");
  await page.setViewport({ width: 360, height: 740 });
  assert.ok(await page.$eval(".scroll", (box) => box.scrollWidth <= box.clientWidth), "a card each on a phone");
  await shot("desk-twenty-phone", { full: true });
  await page.setViewport(DESKTOP);
  const open20 = await hands.saved(() => hands.press('[data-click="workshop desk backup"]'));
  assert.equal(JSON.parse(open20.text).entries.length, 20);
  await under(page, hands, "Enter");
  await says(page, /20 koperasi terkunci dan tertutup/);
  assert.ok((await lying(page)).every(([, locked]) => locked));
  await page.waitForFunction(() => !JSON.stringify({ ...localStorage }).includes("A.I.1.a"));
  await shot("desk-locked-desktop", { full: true });
  await page.$eval("details:has(#sandi)", (details) => (details.open = true));
  const locked = await hands.saved(() => under(page, hands, "locked-backup"));
  assert.match(locked.text, /^cermin-koperasi-sealed 1/);

  const empty = async () => {
    await page.$eval("details:has([data-click='workshop desk empty'])", (details) => (details.open = true));
    await hands.press('[data-click="workshop desk empty"]');
    await says(page, /Meja masih kosong/);
  };
  // Nothing comes of a wrong passphrase or a damaged file.
  await page.$eval("details:has(#sandi-semua)", (details) => (details.open = true));
  await hands.fill("#sandi-semua", "bukan kata sandinya");
  await page.keyboard.press("Enter");
  await says(page, /Kata sandi salah/);
  assert.ok((await lying(page)).every(([, locked]) => locked));
  await drop(page, [["rusak.json", open20.text.slice(0, -40)]]);
  await says(page, /Cadangan meja ini rusak/, "#laporan");
  assert.equal((await lying(page)).length, 20);

  await empty();
  await drop(page, [["cadangan.txt", locked.text]]);
  await says(page, /1 dari 20 tempat terisi/);
  await page.waitForSelector("details:has(#sandi-semua)");
  const unlockAll = async () => {
    await page.$eval("details:has(#sandi-semua)", (details) => (details.open = true));
    await hands.fill("#sandi-semua", PASSPHRASE);
    await page.keyboard.press("Enter");
  };
  await unlockAll();
  await says(page, /20 koperasi ditaruh di meja/);
  assert.ok((await lying(page)).every(([, locked]) => locked), "what was locked inside is locked still");
  await unlockAll();
  await says(page, /20 koperasi terbuka kuncinya/);
  assert.deepEqual(await lying(page), all.map((number) => [name(number), false]));

  await empty();
  await drop(page, [["cadangan.json", open20.text]]);
  await says(page, /20 koperasi ditaruh di meja/);
  assert.deepEqual(await lying(page), all.map((number) => [name(number), false]));
});

journey("Enter locks and opens on the screen of the passphrase too", { size: PHONE, state: board(1), tolerate: /404/ }, async ({ page, open, hands }) => {
  await open("#/kunci");
  await page.waitForSelector("#sandi-lagi");
  const { file } = await hands.saved(async () => {
    await hands.fill("#sandi", PASSPHRASE);
    await hands.fill("#sandi-lagi", PASSPHRASE);
    await page.keyboard.press("Enter");
  });
  await go(page, "#/berkas");
  await hands.opened(() => hands.press("#berkas"), file);
  await page.waitForSelector("#buka");
  await hands.fill("#sandi", PASSPHRASE);
  await page.keyboard.press("Enter");
  await says(page, /Berkas dibuka/, "#pemberitahuan");
});
