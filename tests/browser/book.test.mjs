// The surplus and the RAT book: a board shares its surplus by the articles, pastes member numbers, leaves a chapter out, and
// takes the whole book along; it is there again after a reload.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

import { paste } from "./clipboard.mjs";
import { journey } from "./harness.mjs";

const sample = JSON.parse(readFileSync(new URL("../../src/page/samples/contoh.json", import.meta.url)));
const text = (page, selector = "main") => page.$eval(selector, (element) => element.textContent.replace(/\s+/g, " "));
const says = (page, words, selector = "main") =>
  page.waitForFunction((words, selector) => document.querySelector(selector)?.textContent.includes(words), {}, words, selector);

for (const browser of ["chromium", "firefox"]) {
  journey(`a board shares its surplus and binds its RAT book, in ${browser}`, {
    browser, state: sample, tolerate: /404/,
  }, async ({ page, open, reload, hands, printed }) => {
    await open("#/siap");
    await hands.press('a[href="#/bagi-shu"]');
    await says(page, "Rp163.867.580");
    for (const [fund, share] of [["reserve", "25"], ["capital", "20"], ["business", "45"]]) {
      await hands.fill(`[id="shu.${fund}"]`, share);
    }
    await hands.fill('[id="shu.education"]', "9,5");
    await hands.leave();
    await says(page, "Jumlah 99,5%");
    await hands.fill('[id="shu.other"]', "0,5");
    await hands.leave();
    await says(page, "40.966.895", "article.paper");
    assert.doesNotMatch(await text(page, "article.paper"), /belum 100%/);
    const list = '[id="shu.list"]';
    const listed = async (lines) => {
      await page.$eval(list, (field) => field.select());
      await paste(page, list, lines);
      await hands.leave();
    };
    await listed("0012\t1.500.000\t250.000\n0013\t500.000\t0");
    await says(page, "2 anggota sudah dibaca.");
    await says(page, "24.580.137", "article.paper");
    await listed("0012\t1\t1\nSiti Aminah\t1\t1");
    await says(page, "Baris 2: kolom pertama harus nomor anggota");
    // Shares of an earlier list are nobody's to sign while a refused one stands there.
    assert.doesNotMatch(await text(page, "article.paper"), /24\.580\.137/);
    await listed("0012\t1.500.000\t250.000\n0013\t500.000\t0");
    await says(page, "24.580.137", "article.paper");

    await page.evaluate(() => (location.hash = "#/buku-rat"));
    await says(page, "NERACA PERBANDINGAN", "article.paper");
    // Forward only: keys that follow a Tab around the browser's own frame get lost in a Firefox without a window.
    const word = await hands.saved(() => hands.press('[data-click="rat word buku-rat"]'));
    assert.equal(word.name, "buku-rat.docx");
    assert.match(word.text, /^PK[^]*mengundang[^]*LAPORAN ARUS KAS TAHUN BUKU/);
    const sheet = await hands.saved(() => hands.press('[data-click="rat sheet buku-rat"]'));
    assert.match(sheet.text, /<sheet name="Neraca"[^]*<sheet name="Arus kas"/);
    await hands.toggle("#bab summary");
    await page.waitForSelector("#bab[open]");
    await hands.toggle("#bab-undangan");
    await page.waitForFunction(() => !document.querySelector("article.paper").textContent.includes("mengundang Bapak/Ibu"));
    await hands.press('[data-click="rat chapter hasil-usaha up"]');
    await page.waitForFunction(() => {
      const paper = document.querySelector("article.paper").textContent;
      return paper.indexOf("PERHITUNGAN HASIL USAHA PERBANDINGAN") < paper.indexOf("NERACA PERBANDINGAN");
    });
    await hands.toggle("#kosong summary");
    await page.waitForSelector("#kosong[open]");
    assert.match(await text(page, "#kosong"), /Standar akuntansi/);
    if (browser === "chromium") await printed("buku-rat");

    await reload();
    await says(page, "NERACA PERBANDINGAN", "article.paper");
    assert.doesNotMatch(await text(page, "article.paper"), /mengundang Bapak\/Ibu/);
  });
}
