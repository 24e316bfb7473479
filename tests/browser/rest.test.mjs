// The page is two modules. The first does the main job; a screen of the rest fetches the whole once, which goes on with the
// work as if nothing had happened. Where it cannot be had, a sentence says so and the first goes on.

import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";

import { SITE, journey, kept, saving } from "./harness.mjs";

const names = await readdir(SITE);
const rest = names.find((name) => /^rest\..*js$/.test(name));
const help = names.find((name) => /^help\./.test(name));

const go = (page, hash) => page.evaluate((hash) => (location.hash = hash), hash);
const heading = (page, words) => page.waitForFunction((words) => document.querySelector("#judul")?.textContent.includes(words), {}, words);
const checked = (page, id) => page.$eval(`[id="${id}"]`, (one) => one.checked);

for (const browser of ["chromium", "firefox"]) {
  journey(`${browser}: a screen of the rest comes once and goes on with the work`, { browser, before: saving }, async (it) => {
    const { page, hands, host } = it;
    await it.open("#/butir/A.I.1");
    await it.settled();
    await page.click('[id="A.I.1.a-no"]');
    await go(page, "#/pos/aktiva_lancar");
    await page.waitForSelector("#kas-current");
    await hands.fill("#kas-current", "1.5");
    await hands.leave();
    await go(page, "#/perbaikan");
    await page.waitForSelector("details.gap, section.gaps, #app main h2");
    await heading(page, "dahulu");
    await go(page, "#/butir/A.I.1");
    await page.waitForSelector('[id="A.I.1.a-no"]');
    assert.equal(await checked(page, "A.I.1.a-no"), true);
    await page.click('[id="A.I.1.a-yes"]');
    const written = (await kept(page)).answers["A.I.1.a"];
    assert.equal(written, "yes", "one page is listening, and it is the whole one");
    await go(page, "#/pos/aktiva_lancar");
    await page.waitForSelector("#kas-current");
    assert.equal(await page.$eval("#kas-current", (field) => field.value), "1.5", "a doubtful amount still stands");
    await go(page, "#/istilah");
    await heading(page, "istilah");
    const asked = host.requests.filter((line) => line.includes(rest));
    assert.ok(asked.length >= 1 && asked.length <= 2, `${asked.length} requests: the page's, and perhaps the worker's`);
    it.quiet();
  });
}

journey("two screens of the rest asked for in a hurry bring it once, and one page is listening", {
  before: () => {
    window.written = 0;
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = function (...given) {
      if (/^cermin-koperasi\.1\..*isian$/.test(given[0])) window.written += 1;
      return setItem.apply(this, given);
    };
  },
}, async (it) => {
  const { page, log } = it;
  await it.open("#/butir/A.I.1");
  await page.evaluate(async () => {
    for (const hash of ["#/perbaikan", "#/istilah", "#/beda"]) {
      const heard = new Promise((done) => window.addEventListener("hashchange", done, { once: true }));
      location.hash = hash;
      await heard;
    }
  });
  await heading(page, "Beda");
  assert.equal(log.requests.filter((line) => line.includes(rest)).length, 1);
  await go(page, "#/butir/A.I.1");
  await page.waitForSelector('[id="A.I.1.a-no"]');
  await page.evaluate(() => (window.written = 0));
  await page.click('[id="A.I.1.a-no"] + label');
  // Whoever writes does so when it hears of the press; told as kept is it later.
  await page.waitForFunction(() => window.written > 0 && /^Tersimpan/.test(document.querySelector(".keeping")?.textContent ?? ""));
  assert.equal(await page.evaluate(() => window.written), 1, "two pages write");
});

journey("whoever comes for a screen of the rest begins there", {}, async (it) => {
  await it.open("#/cek");
  assert.equal(await it.page.$eval(".doors, .ways", () => true).catch(() => false), false);
  await it.page.waitForSelector("#judul");
  assert.doesNotMatch(await it.page.$eval("#judul", (h) => h.textContent), /Sebentar/);
});

journey("where the rest cannot be had, the page says so, goes on, and tries again", { tolerate: /half a file|ERR_/ }, async (it) => {
  const { page, hands, host } = it;
  host.files[rest] = "throw new Error('half a file')";
  await it.open("#/butir/A.I.1");
  await hands.choose("A.I.1.a", "yes");
  await go(page, "#/istilah");
  await page.waitForSelector("main [role=alert]");
  assert.match(await page.$eval("main", (main) => main.textContent), /Sambungkan ke internet/);
  delete host.files[rest];
  await page.evaluate(async () => Promise.all((await caches.keys()).map((name) => caches.delete(name))));
  await go(page, "#/butir/A.I.1");
  await page.waitForSelector('[id="A.I.1.a-yes"]');
  assert.equal(await checked(page, "A.I.1.a-yes"), true, "nothing is lost");
  await hands.choose("A.I.1.b", "no");
  await it.reload();
  assert.equal(await checked(page, "A.I.1.b-no"), true);
});

journey("why an item is asked comes when somebody wants to know", { before: saving }, async (it) => {
  const { page, hands, host } = it;
  await it.open("#/butir/A.I.1");
  await it.settled();
  await hands.press("[data-click=help]");
  await page.waitForFunction(() => document.querySelector(".question details[open] strong")?.textContent.includes("emeriksa"));
  assert.ok(host.requests.some((line) => line.endsWith(help)));
  it.quiet();
});

journey("the single file holds the whole", { file: true }, async (it) => {
  await it.open("#/istilah");
  await heading(it.page, "istilah");
  await go(it.page, "#/butir/A.I.1");
  await it.page.waitForSelector("[data-click=help]");
  await it.hands.press("[data-click=help]");
  await it.page.waitForFunction(() => document.querySelector(".question details[open] strong")?.textContent.includes("emeriksa"));
  it.quiet({ rest: false });
});
