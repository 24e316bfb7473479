// Amounts as people type and paste them: a real clipboard and real keys, in both browsers. Nothing wrong is stored, nothing
// typed is lost, and a table that a thumb and an office's keyboard both manage.

import assert from "node:assert/strict";

import { sample } from "./appearance.mjs";
import { paste } from "./clipboard.mjs";
import { go } from "./filling.mjs";
import { DESKTOP, PHONE, journey, kept as work } from "./harness.mjs";

const BROWSERS = ["chromium", "firefox"];
/** The state is put in from a picture's address, for which the browser looks for an icon. */
const tolerate = /404/;
const filled = await sample("kredit-macet");
const board = { format: "cermin-koperasi", version: 1, rulebook: "kkpkk-2021", variant: "ksp12", profile: { book_year_end: "2025-12-31" } };

/** What the device keeps. */
const kept = async (page) => {
  const { current = {}, prior = {}, waiting = {} } = (await work(page))?.statements ?? {};
  return { current, prior, waiting };
};
/** Waits until the device keeps an amount of this year. */
const keeps = (page, account, rupiah) =>
  page.waitForFunction((account, rupiah) => {
    const text = localStorage["cermin-koperasi.1.isian"] ?? "\n{}";
    return JSON.parse(text.slice(text.indexOf("\n"))).statements?.current?.[account] === rupiah;
  }, {}, account, rupiah);
const says = (page, words, where = "main") =>
  page.waitForFunction((words, where) => new RegExp(words).test(document.querySelector(where)?.textContent), {}, words.source, where);

/** The note of a paste that was taken has the focus, with its way back. */
const taken = (page) => page.waitForFunction(() => document.activeElement.matches("#tempelan.notice"));

const COLUMNS = [
  ["5.747.047\r\n371.038.686\r\n566.226.683\r\n", [["kas", 5747047], ["giro", 371038686], ["tabungan_bank", 566226683]]],
  ["150\r\n250\r\n", [["kas", 150], ["giro", 250]]],
  ["12\r\n500\r\n750\r\n", [["kas", 12], ["giro", 500], ["tabungan_bank", 750]]],
  ["125000\r\n300000\r\n", [["kas", 125000], ["giro", 300000]]],
  ["Rp. 221.300.000\r\nRp. 96.300.000\r\nRp. 200.000.000\r\n", [["kas", 221300000], ["giro", 96300000], ["tabungan_bank", 200000000]]],
];

for (const browser of BROWSERS) {
  journey(`${browser}: a pasted column never becomes one amount, and is stored by a yes only (FL-01)`, { browser, tolerate, state: board }, async ({ page, open, hands }) => {
    for (const [text, amounts] of COLUMNS) {
      await open("#/pos/aktiva_lancar");
      await paste(page, "#kas-current", text);
      await page.waitForSelector("#tempelan");
      await hands.leave();
      assert.equal(await page.$$eval("#tempelan tbody tr", (rows) => rows.length), amounts.length);
      assert.deepEqual((await kept(page)).current, {}, "nothing before the yes");
      await hands.press('[data-click="paste no"]');
      await page.waitForFunction(() => !document.querySelector("#tempelan"));
      assert.deepEqual(await kept(page), { current: {}, prior: {}, waiting: {} }, "and nothing after a no");
    }
    const [text, amounts] = COLUMNS[0];
    await paste(page, "#kas-current", text);
    await page.waitForSelector("#tempelan");
    await hands.press('[data-click="paste yes"]');
    await taken(page);
    assert.deepEqual((await kept(page)).current, Object.fromEntries(amounts));
    await paste(page, "#kas-current", "5.747.048\t13.760.000\r\n371.038.686\t525.255.417\r\n");
    await page.waitForSelector("#tempelan.paste");
    assert.match(await page.$eval("#tempelan", (part) => part.textContent), /Rp5\.747\.047 menjadi Rp5\.747\.048/);
    await hands.press('[data-click="paste yes"]');
    await taken(page);
    assert.deepEqual((await kept(page)).prior, { kas: 13760000, giro: 525255417 });
    await hands.press("[data-click=unpaste]");
    await says(page, /sudah ditarik/);
    assert.deepEqual(await kept(page), { current: Object.fromEntries(amounts), prior: {}, waiting: {} });
  });

  journey(`${browser}: a line of two years goes into two years of one account (FL-06)`, { browser, tolerate, state: board }, async ({ page, open, hands }) => {
    for (const text of ["5.747.047\t13.760.000\r\n", "Kas\t5.747.047\t13.760.000\r\n"]) {
      await open("#/pos/aktiva_lancar");
      await paste(page, "#kas-current", text);
      await says(page, /Kolom angka pertama milik tahun mana/, "#tempelan");
      await hands.press('[data-click="paste yes"]');
      await taken(page);
      assert.deepEqual(await kept(page), { current: { kas: 5747047 }, prior: { kas: 13760000 }, waiting: {} });
    }
  });

  journey(`${browser}: one amount that is pasted is as if it were typed`, { browser, tolerate, state: board }, async ({ page, open, hands }) => {
    await open("#/pos/aktiva_lancar");
    await paste(page, "#giro-current", "Rp 58.894.273,-\n");
    await hands.leave();
    await says(page, /lima puluh delapan juta/, "#giro-current-read");
    assert.deepEqual((await kept(page)).current, { giro: 58894273 });
    // A field that holds one amount, and no table, takes no rows either.
    await go(page, "#/andai/aktiva_lancar");
    await page.waitForSelector("#coba-kas-current");
    await paste(page, "#coba-kas-current", "150\n250\n");
    await says(page, /\?/, "#coba-kas-current-read");
    assert.ok(!(await page.$eval("#coba-kas-current", ({ value }) => value)).includes("150.250"));
  });

  journey(`${browser}: what another page makes of an amount shows in the field that is still in hand here`, { browser, tolerate, state: board }, async ({ page, open, hands, another }) => {
    const other = await another();
    await open("#/pos/ekuitas");
    await other.open("#/pos/ekuitas");
    const shows = (page, amount) => page.waitForFunction((amount) => document.getElementById("modal_penyetaraan-current").value === amount, {}, amount);
    await page.bringToFront();
    await hands.fill("#modal_penyetaraan-current", "1111111");
    // Whoever leaves a page has said what stands in the field.
    await other.page.bringToFront();
    await shows(other.page, "1.111.111");
    await other.hands.fill("#modal_penyetaraan-current", "2222222");
    await other.hands.leave();
    await page.bringToFront();
    await shows(page, "2.222.222");
    assert.equal(await page.evaluate(() => document.activeElement.id), "modal_penyetaraan-current");
    await hands.leave();
    await keeps(page, "modal_penyetaraan", 2222222);
    assert.equal(await page.$("#dua-halaman"), null, "whoever typed it saw what it replaces");
  });

  journey(`${browser}: Enter and the arrows move as in a spreadsheet`, { browser, size: DESKTOP, tolerate, state: board }, async ({ page, open }) => {
    await open("#/pos/aktiva_lancar");
    const at = () => page.evaluate(() => document.activeElement.id);
    await page.focus("#kas-current");
    await page.keyboard.type("5000000");
    await page.keyboard.press("Enter");
    assert.equal(await at(), "giro-current");
    await page.keyboard.type("7000000");
    await page.keyboard.press("ArrowRight");
    assert.equal(await at(), "giro-prior");
    await page.keyboard.press("ArrowUp");
    assert.equal(await at(), "kas-prior");
    await page.keyboard.press("ArrowLeft");
    assert.equal(await at(), "kas-current");
    await page.keyboard.press("ArrowDown");
    assert.equal(await at(), "giro-current");
    assert.deepEqual((await kept(page)).current, { kas: 5000000, giro: 7000000 });
  });
}

journey("what waits for a yes survives the screen and a reload, is listed, and is not zero", { tolerate, state: board }, async ({ page, open, hands, reload }) => {
  await open("#/pos/aktiva_lancar");
  await hands.fill("#kas-current", "949.000");
  await hands.leave();
  await says(page, /Maksudnya Rp949\.000/, "#kas-current-read");
  await go(page, "#/pembukuan");
  await says(page, /1 angka menunggu jawaban Anda/);
  await hands.toggle("#complete-current");
  await reload();
  await says(page, /1 angka menunggu jawaban Anda/);
  const { current, waiting } = await kept(page);
  assert.deepEqual([current, waiting], [{}, { current: { kas: "949.000" } }]);
  await hands.press('[data-click="find current kas"]');
  await page.waitForFunction(() => document.activeElement.id === "kas-current");
  await hands.press('[data-click="confirm current kas"]');
  await keeps(page, "kas", 949000);
  // Asked about once, not at every field.
  await hands.fill("#giro-current", "875.000");
  await hands.leave();
  await keeps(page, "giro", 875000);
});

journey("brackets in an account that is taken away ask at once, and its total does not grow (FL-13)", { tolerate, state: board }, async ({ page, open, hands }) => {
  for (const [screen, account, text, rupiah] of [["aktiva_lancar", "penyisihan_piutang", "(11.257.902)", 11257902], ["aktiva_tetap", "akumulasi_penyusutan", "(91.662.879)", 91662879]]) {
    await open(`#/pos/${screen}`);
    await hands.fill(`#${account}-current`, text);
    await hands.leave();
    await says(page, /Dikurangkan: Rp/, `#${account}-current-read`);
    assert.match(await page.$eval(".running", (one) => one.textContent), /Rp0/);
    await hands.press(`[data-click="confirm current ${account}"]`);
    await keeps(page, account, rupiah);
  }
});

journey("sen are offered rounded, with one press (FL-11)", { tolerate, state: board }, async ({ page, open, hands }) => {
  await open("#/pos/aktiva_lancar");
  for (const [text, rupiah] of [["430.934.440,67", 430934441], ["369947564.86", 369947565], ["354.473.100,06", 354473100], ["12.345.678,9", 12345679]]) {
    await hands.fill("#kas-current", text);
    await hands.leave();
    await hands.press('[data-click="confirm current kas"]');
    await keeps(page, "kas", rupiah);
  }
});

journey("a tick asks about statements without one entry, and they are not done (FL-05)", { tolerate, state: { ...board, statements: { current: { kas: 50120400, simpanan_wajib: 50120400 } } } }, async ({ page, open, hands }) => {
  await open("#/pembukuan");
  await hands.toggle("#complete-current");
  await page.waitForSelector("#nol-current-partisipasi_bruto");
  await says(page, /Hasil usaha 31 Des 2025 belum punya satu angka pun/);
  const state = (group) => page.$eval(`a[href="#/pos/${group}"] .tag`, (tag) => tag.textContent);
  assert.match(await state("partisipasi_bruto"), /^\d+ menit$/);
  assert.match(await state("pembiayaan_bermasalah"), /^\d+ menit$/);
  await hands.press('[data-click="all-zero current pembiayaan_bermasalah"]');
  await page.waitForFunction(() => !document.querySelector("#nol-current-pembiayaan_bermasalah"));
  assert.match(await state("pembiayaan_bermasalah"), /Selesai/);
});

journey("Ubah on the check screen goes to the field, marks it and offers the mending", { tolerate, state: { ...board, statements: { current: { perlengkapan: -2500000 } } } }, async ({ page, open, hands }) => {
  await open("#/periksa-buku");
  await hands.press('[data-click="find current perlengkapan"]');
  await page.waitForFunction(() => document.activeElement.id === "perlengkapan-current");
  const seen = await page.evaluate(() => {
    const { top, bottom } = document.activeElement.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight && Boolean(document.activeElement.closest(".wanted"));
  });
  assert.ok(seen, "in sight, and marked");
  await hands.press('[data-click="unsigned current perlengkapan"]');
  await keeps(page, "perlengkapan", 2500000);
});

journey("a unit is told whose books to enter (FL-08)", { tolerate, state: board }, async ({ page, open, hands }) => {
  await open("#/profil");
  await hands.choose("kind", "usp");
  await says(page, /Isi angka unit simpan pinjam saja/);
  for (const hash of ["#/isian", "#/pembukuan", "#/pos/beban_usaha"]) {
    await go(page, hash);
    await says(page, /Isi angka unit simpan pinjam saja/);
  }
});

/** The fonts that phones, bare machines and offices have. */
const FONTS = ["Roboto", "DejaVu Sans", "Noto Sans"];

/** As if all of it had come from a workbook. */
const fromBook = (amounts) =>
  Object.fromEntries(Object.entries(amounts).map(([account, amount], place) => [account, { amount, lines: [{ sheet: "Neraca", row: 7 + place, name: "Penyisihan penghapusan pinjaman yang diberikan" }] }]));
const { checksum, ...plain } = JSON.parse(filled);
const sourced = { ...plain, ownBooks: { from: { current: fromBook(plain.statements.current), prior: fromBook(plain.statements.prior ?? {}) } } };

for (const [work, state] of [["blank"], ["with work", filled], ["from a workbook", sourced]]) {
  journey(`a phone shows an account in 112 pixels and Aktiva lancar in 2,600, ${work}`, { size: PHONE, tolerate, state: state ?? board }, async ({ page, open, shot }) => {
    await open("#/pos/aktiva_lancar");
    for (const font of FONTS) {
      await page.evaluate((font) => (document.body.style.fontFamily = `"${font}"`), font);
      const seen = await page.evaluate(() => ({
        rows: [...document.querySelectorAll(".amounts .entry:not(.columns, .running)")].filter((one) => one.offsetParent).map((one) => [one.getBoundingClientRect().height, one.querySelectorAll("input.amount")]).map(([height, fields]) => [height, fields[0].getBoundingClientRect().top === fields[1].getBoundingClientRect().top]),
        height: document.documentElement.scrollHeight,
        wide: document.documentElement.scrollWidth,
      }));
      assert.ok(seen.rows.every(([height, beside]) => height <= 112 && beside), `${font}: ${seen.rows.map(([height]) => height)}`);
      assert.ok(seen.height <= 2600, `${font}: ${seen.height}`);
      assert.equal(seen.wide, 360, font);
    }
    await shot(`amounts-phone-${work}`, { full: true });
  });

  journey(`an office screen shows ten accounts at once, ${work}`, { size: DESKTOP, tolerate, state: state ?? board }, async ({ page, open, shot }) => {
    await open("#/pos/aktiva_lancar");
    for (const font of FONTS) {
      await page.evaluate((font) => (document.body.style.fontFamily = `"${font}"`), font);
      const seen = await page.$$eval(".amounts .entry:not(.columns, .running)", (rows) => rows.filter((one) => one.offsetParent && one.getBoundingClientRect().bottom <= innerHeight).length);
      assert.ok(seen >= 10, `${font}: ${seen}`);
    }
    await shot(`amounts-desktop-${work}`);
  });
}

journey("the running total covers no field, with text of twice the size neither", { size: PHONE, tolerate, state: filled }, async ({ page, open }) => {
  await open("#/pos/aktiva_lancar");
  for (const size of ["100%", "200%"]) {
    const covered = await page.evaluate((size) => {
      document.documentElement.style.fontSize = size;
      const found = [];
      for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight / 2) {
        scrollTo(0, top);
        const bar = document.querySelector(".running").getBoundingClientRect();
        for (const field of document.querySelectorAll("input.amount")) {
          const box = field.getBoundingClientRect();
          if (box.height && box.bottom > bar.top + 0.5 && box.top < bar.bottom - 0.5) found.push(field.id);
        }
      }
      return found;
    }, size);
    assert.deepEqual(covered, []);
  }
});
