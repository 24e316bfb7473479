// One visit with a signal is enough for all days without one (FL-09): everything later comes in one go when the first visit
// is quiet, and a line says so. Who saves data is asked first.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";

import { journey, saving, SITE } from "./harness.mjs";

const WORK = JSON.parse(readFileSync(new URL("../../src/page/samples/contoh.json", import.meta.url)));
const LATER = (await readdir(SITE)).filter((name) => /^(books|en|help|rest|scan|sealed)\./.test(name));
const SCREENS = ["#/cek", "#/perbaikan", "#/laporan", "#/pelatih", "#/istilah", "#/kode", "#/siap"];

const go = (page, hash) => page.evaluate((hash) => (location.hash = hash), hash);
/** What the line says to somebody who looks. */
const said = (page) => page.$eval(".offline", (line) => line.innerText.trim());
const says = (page, words) => page.waitForFunction((words) => document.querySelector(".offline")?.innerText.includes(words), {}, words);
const latest = (host) => LATER.filter((name) => host.requests.some((line) => line.endsWith(`/${name}`)));

async function allOpen(page) {
  for (const hash of SCREENS) {
    await go(page, hash);
    await page.waitForFunction((hash) => location.hash === hash && document.querySelector("#judul"), {}, hash);
    await page.waitForFunction(() => !document.querySelector("main [aria-busy]") && !/^Sebentar/.test(document.querySelector("#judul").textContent));
    assert.equal(await page.$("[data-click=rest]"), null, `${hash} is not there`);
  }
}

for (const browser of ["chromium", "firefox"]) {
  // The check for a newer worker fails without a network, and browsers say so aloud.
  const tolerate = /ERR_|NetworkError/;

  journey(`${browser}: one visit to the start page, and every screen opens without a network`, { browser, tolerate }, async ({ page, open, host, reload }) => {
    await open("#/");
    await says(page, "Siap dipakai tanpa internet");
    assert.deepEqual(latest(host), LATER);
    await host.close();
    await reload();
    await says(page, "Siap dipakai tanpa internet");
    await allOpen(page);
    for (const hash of ["#/kode", "#/pelatih", "#/"]) {
      await go(page, hash);
      await says(page, "Siap dipakai tanpa internet");
    }
  });

  journey(`${browser}: once all is there, no screen asks the server for anything`, { browser }, async ({ page, open, settled, host }) => {
    await open("#/");
    await settled();
    await allOpen(page);
    assert.deepEqual(host.requests, []);
  });

  journey(`${browser}: who saves data hears what is missing, and one press fetches it`, { browser, before: saving, tolerate }, async ({ page, open, hands, host, reload }) => {
    await open("#/");
    await says(page, "sebagian layar belum diambil");
    assert.match(await page.evaluate(() => document.documentElement.style.getPropertyValue("--missing")), /^"[0-9]{3,4} kB"$/);
    // Where all comes by itself it comes a second after the page; what waits for a second from now on is behind that, and the
    // worker's answer behind what the page asked it for.
    const { missing, coming } = await page.evaluate(async () => {
      await new Promise((done) => setTimeout(done, 1000));
      const answered = new Promise((done) => navigator.serviceWorker.addEventListener("message", ({ data }) => done(data), { once: true }));
      (await navigator.serviceWorker.ready).active.postMessage("missing");
      return answered;
    });
    assert.ok(missing > 0 && !coming, "it came by itself");
    assert.deepEqual(latest(host), []);
    await hands.press("[data-keep]");
    await says(page, "Siap dipakai tanpa internet");
    assert.deepEqual(latest(host), LATER);
    assert.ok(await page.evaluate(() => document.activeElement.matches(".offline")), "the keyboard is lost");
    await host.close();
    await reload();
    await says(page, "Siap dipakai tanpa internet");
    await allOpen(page);
  });

  journey(`${browser}: what could not be fetched is named, and the press tries again`, { browser, tolerate: /404|ERR_/ }, async ({ page, open, hands, host }) => {
    host.gone = /^scan\./;
    await open("#/");
    await says(page, "sebagian layar belum diambil");
    delete host.gone;
    await hands.press("[data-keep]");
    await says(page, "Siap dipakai tanpa internet");
  });

  journey(`${browser}: on a shared computer nothing is kept, and the line says so`, { browser }, async ({ page, open }) => {
    await open("#/", { search: "?mode=shared" });
    assert.match(await said(page), /tidak disimpan di sini/);
    assert.equal(await page.evaluate(async () => (await caches.keys()).length), 0);
  });

  journey(`${browser}: the single file holds everything, and says so`, { browser, file: true }, async ({ page, open }) => {
    await open("#/");
    assert.match(await said(page), /Semua bagian ada di berkas ini/);
    await go(page, "#/pelatih");
    await says(page, "Semua bagian ada di berkas ini");
  });
}

journey("who saves data begins with the work at hand, and fetches the second part with the result", { before: saving, state: WORK, tolerate: /404/ }, async ({ page, open, hands, host }) => {
  const second = () => host.requests.filter((line) => /rest\.[0-9a-f]{12}\.js/.test(line));
  await open("#/");
  await page.waitForSelector(".coming");
  await hands.press('header a[href="#/isian"]');
  await page.waitForFunction(() => location.hash === "#/isian");
  assert.deepEqual(second(), []);
  await hands.press('header a[href="#/hasil"]');
  await page.waitForSelector("main ol.first-list");
  assert.equal(second().length, 1);
});
