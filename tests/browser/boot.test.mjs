// The page wakes up wherever it is put, asks for nothing afterwards, and stays readable where it cannot wake.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";

import { DESKTOP, journey, SITE } from "./harness.mjs";
import { poll } from "./kit.mjs";

const golden = JSON.parse(await readFile(new URL("../golden/kkpkk-2021-ksp12.json", import.meta.url), "utf8"));
const ITEMS = Object.keys(golden.cases[0].answers).length;

const heading = (page) => page.$eval("#app h1", (h) => h.textContent.trim());
const noticed = (page) =>
  page.$$eval(".notice", (all) => all.filter((n) => n.offsetParent && getComputedStyle(n).visibility === "visible").map((n) => n.id));

for (const browser of ["chromium", "firefox"]) {
  journey(`${browser}: the hosted page starts and asks for nothing more`, { browser }, async (it) => {
    await it.open();
    assert.notEqual(await heading(it.page), "");
    assert.deepEqual(await noticed(it.page), []);
    assert.match(await it.page.$eval("meta[name=build]", (m) => m.content), /^[0-9a-f]{12}$/);
    await it.settled();
    it.quiet();
  });

  journey(`${browser}: the single file starts from a stick`, { browser, file: true, size: DESKTOP }, async (it) => {
    await it.open();
    assert.notEqual(await heading(it.page), "");
    assert.deepEqual(await noticed(it.page), []);
    it.quiet();
  });

  journey(`${browser}: what is pressed before the tool is awake waits for it`, { browser }, async ({ page, host }) => {
    let goOn;
    const way = new Promise((done) => (goOn = done));
    host.held = (name) => (/^app\./.test(name) ? way : undefined);
    await page.goto(host.url, { waitUntil: "domcontentloaded" });
    await page.waitForSelector("[data-click=sample]", { visible: true });
    await page.click("[data-click=sample]");
    assert.equal(await page.$("html[data-app]"), null);
    goOn();
    await page.waitForSelector(".sample-mark");
  });

  // The check for a newer worker fails without a network, and browsers say so aloud.
  journey(`${browser}: after one visit the page starts without a network`, { browser, tolerate: /ERR_|NetworkError/ }, async (it) => {
    await it.open();
    await it.settled();
    await it.host.close();
    await it.reload();
    assert.notEqual(await heading(it.page), "");
    await it.open("", { search: "?dari=pintasan" });
    assert.notEqual(await heading(it.page), "");
  });
}

journey("a host with wrong types, nosniff and a sub-folder will do", {
  host: { prefix: "/desa/layanan/cermin/", wrongMime: true, nosniff: true },
  tolerate: /MIME|mime|manifest/,
}, async (it) => {
  await it.open();
  assert.notEqual(await heading(it.page), "");
});

journey("without WebAssembly the list stays and a reason is given", {
  before: () => delete globalThis.WebAssembly,
}, async (it) => {
  await it.open("", { ready: false });
  await it.page.waitForSelector("html[data-app=unable]");
  assert.deepEqual(await noticed(it.page), ["boot-unable"]);
  assert.notEqual(await heading(it.page), "");
});

journey("an engine that rejects the module says so", {
  before: () => {
    WebAssembly.instantiate = () => Promise.reject(new WebAssembly.CompileError("refused"));
  },
}, async (it) => {
  await it.open("", { ready: false });
  await it.page.waitForSelector("html[data-app=unable]");
  assert.deepEqual(await noticed(it.page), ["boot-unable"]);
});

for (const file of [false, true]) {
  journey(`without JavaScript ${file ? "the single file" : "the page"} shows every question and what to do`, { script: false, file }, async (it) => {
    await it.open();
    const text = await it.page.evaluate(() => document.body.innerText);
    assert.match(text, /JavaScript tidak berjalan/);
    assert.match(text, /Chrome/);
    const lines = await it.page.$$eval("section.paper li", (all) => all.map((one) => one.innerText));
    assert.equal(lines.filter((line) => line.endsWith("?")).length, ITEMS, "one line an item");
    const box = await it.page.$eval("section.paper li", (one) => getComputedStyle(one, "::before").content);
    assert.equal(box, '"☐ "');
  });
}

/** Runs in the page: notes in `seen` each heading of the page as built that a frame shows. */
function noteHeadings() {
  globalThis.seen = [];
  const watch = () => {
    const heading = document.querySelector("#app h1");
    if (heading && !document.documentElement.dataset.app && getComputedStyle(heading).visibility === "visible") globalThis.seen.push(heading.textContent.trim());
    requestAnimationFrame(watch);
  };
  requestAnimationFrame(watch);
}

for (const browser of ["chromium", "firefox"]) {
  journey(`${browser}: an address shows its screen, and not the start before it`, { browser, before: noteHeadings, tolerate: /404/ }, async (it) => {
    await it.open();
    const start = await heading(it.page);
    assert.ok((await it.page.evaluate(() => globalThis.seen)).includes(start), "whoever comes for the start can read it at once");
    await it.open("#/berkas");
    await it.reload();
    assert.notEqual(await heading(it.page), start);
    assert.deepEqual(await it.page.evaluate(() => globalThis.seen), []);
  });
}

journey("the address may set the theme, and only to what is known", {}, async (it) => {
  await it.open("", { search: "?theme=dark&lang=%3Cb%3E&mode=evil&x=1" });
  const { offline, ...set } = await it.page.evaluate(() => ({ ...document.documentElement.dataset }));
  assert.deepEqual(set, { theme: "dark", app: "ready" });
});

journey("a new version waits until it is asked for", {}, async (it) => {
  await it.open();
  await it.settled();
  const { page, host } = it;
  const controlled = () => page.evaluate(async () => (await caches.keys()).map((name) => name.split(" ").pop()).sort());
  const [version] = await controlled();
  const worker = await (await fetch(new URL("sw.js", host.url))).text();
  assert.ok(worker.includes(version), "the worker says its version");
  host.files["sw.js"] = worker.replaceAll(version, "newer");
  await it.reload();
  await page.waitForSelector("#update:not([hidden])");
  assert.equal((await controlled()).length, 2, "the old version is still there, the new one waits");
  await page.evaluate(() => (globalThis.stillHere = true));
  await Promise.all([page.waitForNavigation(), it.hands.press("#update-now")]);
  await page.waitForFunction(async () => (await caches.keys()).length === 1);
  assert.deepEqual(await controlled(), ["newer"]);
  assert.equal(await page.evaluate(() => globalThis.stillHere), undefined);
});

journey("installing is offered once, at the first score", {}, async ({ page, open, hands, reload }) => {
  const go = (hash) => page.evaluate((hash) => (location.hash = hash), hash);
  const shown = () => page.$eval("#install", (notice) => !notice.hidden);
  /** Runs in the page: what a browser does that finds the page worth installing. */
  const ask = () => {
    const event = new Event("beforeinstallprompt", { cancelable: true });
    event.prompt = () => (globalThis.prompted = true);
    window.dispatchEvent(event);
    return event.defaultPrevented;
  };
  await open();
  assert.equal(await page.evaluate(ask), true, "the browser's own bar waits");
  assert.equal(await shown(), false, "not while there is nothing to come back to");
  await go("#/hasil");
  await page.waitForSelector("#install:not([hidden])");
  await hands.press("#install-now");
  assert.equal(await page.evaluate(() => globalThis.prompted), true);
  assert.equal(await shown(), false);
  // That it was offered goes to the disk when the page has been drawn.
  await poll(() => page.evaluate(noted));
  await reload();
  await page.evaluate(ask);
  assert.equal(await shown(), false, "whoever was asked is not asked again");
  // It lies where everything lies that is kept, in the one shape.
  assert.deepEqual(await page.evaluate(() => Object.keys(localStorage)), []);
});

/** Runs in the page: whether the database holds that installing was offered. */
const noted = () => new Promise((done) => {
  const opening = indexedDB.open("cermin-koperasi");
  opening.onsuccess = () => {
    const asked = opening.result.transaction("kept").objectStore("kept").count("cermin-koperasi.1.pasang");
    asked.onsuccess = () => (opening.result.close(), done(asked.result > 0));
  };
});

/** Runs in the page: notes in `fate` what becomes of the worker that is registered. */
function noteFate() {
  const { register } = ServiceWorkerContainer.prototype;
  ServiceWorkerContainer.prototype.register = async function (...given) {
    const registration = await register.apply(this, given);
    const worker = registration.installing;
    const note = () => (globalThis.fate = worker.state);
    worker.addEventListener("statechange", note);
    note();
    return registration;
  };
}

journey("a half renewed host is not kept", { before: noteFate }, async (it) => {
  const { page, host } = it;
  const html = await (await fetch(host.url)).text();
  host.files["index.html"] = html.replace(/style\.[0-9a-f]{12}/, "style.0123456789ab");
  host.files["style.0123456789ab.css"] = "";
  await it.open();
  await page.waitForFunction(() => globalThis.fate === "redundant");
});

journey("the worker of a whole host comes to work", { before: noteFate }, async (it) => {
  await it.open();
  await it.page.waitForFunction(() => globalThis.fate === "activated");
});

journey("the first visit asks for nothing twice but small pictures", {}, async (it) => {
  const { page, host } = it;
  await page.goto(host.url, { waitUntil: "load" });
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  const asked = host.requests.filter((line) => !line.endsWith(".svg"));
  assert.deepEqual(asked.filter((line, i) => asked.indexOf(line) !== i), []);
});

journey("the worker keeps every file that the site has", {}, async (it) => {
  await it.open();
  await it.settled();
  const kept = await it.page.evaluate(async () => {
    const cache = await caches.open((await caches.keys())[0]);
    return (await cache.keys()).map((request) => new URL(request.url).pathname.slice(1) || "index.html").sort();
  });
  // The single file is for whoever carries it away; no screen needs it.
  const aside = (name) => ["sw.js", "share.png", "embed"].includes(name) || /^cermin-koperasi-[0-9.]+\.html$/.test(name);
  const files = (await readdir(SITE)).filter((name) => !aside(name)).sort();
  assert.deepEqual(kept, files);
});
