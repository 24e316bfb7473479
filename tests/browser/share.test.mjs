// The tool goes into other hands: a trainer shows its address, sends the message, takes the single file along, and opens it
// where there is no internet.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";

import { go } from "./filling.mjs";
import { journey, kept, SINGLE, SITE } from "./harness.mjs";
import { LAN } from "./host.mjs";
import { says } from "./room.mjs";

const text = (page, selector = "main") => page.$eval(selector, (element) => element.textContent.replace(/\s+/g, " "));

for (const browser of ["chromium", "firefox"]) {
  journey(`${browser}: from the trainer's door to the file in hand`, { browser, tolerate: /404/ }, async ({ page, open, hands, host, shot }) => {
    await open("#/pelatih");
    await hands.press('a[href="#/bagikan"]');
    await page.waitForSelector("svg.qr");
    const address = await text(page, ".address");
    assert.equal(address.trim(), host.url);
    await shot(`share-${browser}-phone`);

    await hands.press('[data-click="copy-field pesan"]');
    await page.waitForFunction(() => /Pesan sudah (disalin|dipilih)/.test(document.querySelector("main").textContent));
    assert.ok((await page.$eval("#pesan", (field) => field.value)).includes(host.url));

    const single = (await readdir(SITE)).find((name) => /^cermin-koperasi-[0-9.]+\.html$/.test(name));
    const content = await readFile(path.join(SITE, single));
    const sum = createHash("sha256").update(content).digest("hex");
    const told = await page.$eval(".sum", (element) => element.textContent);
    assert.ok(told.includes(single) && told.includes(sum), told);
    const saved = await hands.saved(() => hands.press(`a[download="${single}"]`));
    assert.equal(createHash("sha256").update(await readFile(saved.file)).digest("hex"), sum);
  });
}

// A room without internet: the laptop hands the single file out over plain http, which browsers trust with less.
const ALONE = { root: path.dirname(SINGLE), name: LAN, files: { "cermin.html": await readFile(SINGLE) } };

for (const browser of ["chromium", "firefox"]) {
  journey(`${browser}: from a laptop in the room, over plain http, all works that the page says, and what does not is told`, { browser, host: ALONE, tolerate: /404/ }, async ({ page, open, hands, host, reload, shot }) => {
    const at = `${host.url}cermin.html`;
    await page.goto(`${at}#/luring`, { waitUntil: "load" });
    await page.waitForSelector("html[data-app=ready]");
    assert.equal(await page.evaluate(() => isSecureContext), false);
    assert.match(await text(page), new RegExp(`dibuka lewat ${at}, yaitu http biasa`));
    await shot(`hotspot-${browser}-phone`, { full: true });

    // Its address goes on as a picture; there is no other file beside it.
    await go(page, "#/bagikan");
    assert.equal((await text(page, ".address")).trim(), at);
    assert.ok(await page.$("svg.qr"));
    assert.equal(await page.$("a[download]"), null);
    await hands.press('[data-click="copy-field pesan"]');
    await page.waitForFunction(() => /Pesan sudah (disalin|dipilih)/.test(document.querySelector("main").textContent));

    // A phone of the room: entries are kept, the result is shown as a picture and as text, and goes into a file.
    await go(page, "#/butir/A.I.1");
    await page.evaluate(() => document.getElementById("A.I.1.a-yes").click());
    await says(page, /Tersimpan/, ".keeping");
    assert.equal((await kept(page)).answers["A.I.1.a"], "yes");
    await reload();
    await go(page, "#/kode");
    assert.ok(await page.$("svg.qr"));
    await go(page, "#/berkas");
    assert.equal(await page.$("[data-click=share]"), null);
    const saved = await hands.saved(() => hands.press("[data-click=save]"));
    assert.equal(JSON.parse(await readFile(saved.file, "utf8")).answers["A.I.1.a"], "yes");

    await go(page, "#/kumpul");
    assert.match(await text(page), /dibuka lewat http biasa, dan peramban tidak memberinya kamera/);
  });

  journey(`${browser}: on the laptop itself nothing is missing`, { browser, host: { ...ALONE, name: "localhost" }, tolerate: /404/ }, async ({ page, host }) => {
    await page.goto(`${host.url}cermin.html#/luring`, { waitUntil: "load" });
    await page.waitForSelector("html[data-app=ready]");
    assert.equal(await page.evaluate(() => isSecureContext), true);
    assert.match(await text(page), /tidak ada batas/);
    await go(page, "#/kumpul");
    assert.doesNotMatch(await text(page), /http biasa/);
  });

  // So a file comes that was opened from a chat: no storage, no downloads.
  journey(`${browser}: where nothing is kept it is said at once, with the ways out as text and picture`, {
    browser,
    file: true,
    before: () => ["localStorage", "indexedDB"].forEach((name) => Object.defineProperty(window, name, { get() { throw new DOMException("denied", "SecurityError"); } })),
  }, async ({ page, open, hands, shot }) => {
    await open("#/");
    await says(page, /Belum tersimpan[^]*Salin teks[^]*Kode QR/, ".keeping");
    await shot(`unkept-${browser}-phone`);
    await go(page, "#/butir/A.I.1");
    await page.evaluate(() => document.getElementById("A.I.1.a-yes").click());
    await page.waitForFunction(() => /1 dari/.test(document.getElementById("kabar").textContent));
    await go(page, "#/berkas");
    await hands.press('.keeping a[href="#/kode"]');
    await page.waitForSelector("svg.qr");
    await hands.press('.keeping a[href="#/berkas"]:nth-of-type(2)');
    await page.waitForSelector("[data-click=copy]");
    assert.match(await page.$eval("#teks textarea[readonly]", (field) => field.value), /"A\.I\.1\.a": *"yes"/);
  });
}

journey("the file says that it is what one shares", { file: true }, async ({ page, open }) => {
  await open("#/bagikan");
  assert.match(await text(page), /Berkas ini sendiri yang dibagikan/);
  assert.equal(await page.$(".address"), null);
});
