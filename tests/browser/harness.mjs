// The harness of the browser journeys. `cargo xtask test` runs every `*.test.mjs` beside this file; one alone:
//
//   cargo xtask build && node --test tests/browser/boot.test.mjs      (CHROMIUM=…, FIREFOX=… name other browsers)
//
// A journey is one story told by a person at a device:
//
//   import { journey, PHONE } from "./harness.mjs";
//   journey("a board reads its score", { size: PHONE }, async ({ page, open, hands, quiet, shot }) => {
//     await open("#/hasil");                      // loads the page and waits until the module runs
//     await hands.press("#lanjut");               // reached by Tab, pressed with Enter: no mouse anywhere
//     assert.match(await page.$eval("h1", (h) => h.textContent), /Hasil/);
//     await shot("hasil");                        // dist/screens/hasil.png, to be looked at
//     quiet();                                    // not one request since the page was ready
//   });
//
// Each journey has a host and a browser profile of its own, and fails at its end by itself on: a console error or an
// uncaught exception, a violation of the content policy, a request to anywhere but its host. Say `tolerate: /…/` for
// lines that belong to the story (a denied storage, an offline host).
//
// Options of a journey:
//   browser    "chromium" (default) or "firefox"
//   size       PHONE (default), DESKTOP or PROJECTOR
//   file       true: the single file by file:// instead of the hosted page
//   host       options of host.mjs: { prefix: "/folder/", nosniff: true, name: LAN, root: "…" }
//   state      a saved assessment (object) put into localStorage before the page opens; `key` names the slot
//   before     a function run in the page before any of its scripts (to take WebAssembly, storage, … away)
//   script     false: JavaScript is off (Chromium)
//   tolerate   a pattern of console lines that are no failure
//
// A journey is handed:
//   page       puppeteer's page
//   open(hash, { ready, search }) loads the page (default route: none); `ready: false` does not wait for the module
//   reload()   as a person does; waits like open
//   hands      keyboard and files: hands.mjs says what they can
//   host       { url, requests, close() }: the host's own log; close() takes the network away
//   log        { requests, errors, violations } as the browser saw them
//   settled()  waits until everything later has been fetched and kept, if it will be, then empties both logs
//   quiet()    fails if anything was asked for since `open` or `settled`, by the browser's log or the host's
//   shot(name, { full }) and printed(name): a picture or a PDF in dist/screens/; both hand back the path
//   another(options)      a second page in the same profile (another tab)

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { context, STORY, WAIT } from "./browsers.mjs";
import { Hands } from "./hands.mjs";
import { serve } from "./host.mjs";
import { watch } from "./log.mjs";

export const PHONE = { width: 360, height: 740, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
export const DESKTOP = { width: 1280, height: 800 };
export const PROJECTOR = { width: 1024, height: 768 };

const dist = fileURLToPath(new URL("../../dist/", import.meta.url));
export const SITE = path.join(dist, "site");
export const SINGLE = path.join(dist, "cermin-koperasi.html");
export const SCREENS = path.join(dist, "screens");
/** Where builds before the one shape kept the work, as plain text; the page takes it over. */
export const STORE_KEY = "cermin-koperasi";

/** The text that the device keeps of a thing (`isian`, `kelas`, `suara`, `meja`); undefined if nothing. */
export async function keptText(page, slot = "isian") {
  const [, text] = await page.evaluate((slot) => {
    const key = Object.keys(localStorage).find((key) => key.startsWith("cermin-koperasi.1.") && key.endsWith(slot) && !key.includes(".sisih."));
    return [key, key && localStorage[key].slice(localStorage[key].indexOf("\n") + 1)];
  }, slot);
  return text ?? undefined;
}

/** The same as an object. */
export async function kept(page, slot) {
  const text = await keptText(page, slot);
  return text && JSON.parse(text);
}

/** For `before`: a browser that was told to save data. Then what comes later comes when a screen needs it. */
export function saving() {
  Object.defineProperty(Navigator.prototype, "connection", { get: () => ({ saveData: true }) });
}

/** Tells one story; see above. */
export function journey(name, options, story) {
  test(name, { timeout: STORY }, async () => {
    const stage = await setStage(options);
    try {
      await story(stage);
      stage.log.verdict(options.tolerate);
    } finally {
      await stage.leave();
    }
  });
}

/** Everything a journey needs, for those who are no test themselves (shots.mjs). */
export async function setStage(options = {}) {
  const host = await serve({ root: SITE, ...options.host });
  const { profile, downloads, leave } = await context(options.browser ?? "chromium");
  const base = options.file ? `file://${SINGLE}` : host.url;
  const leaveAll = async () => {
    await leave();
    await host.close();
  };
  try {
    return { host, leave: leaveAll, ...(await openTab({ profile, downloads, host, base }, options)) };
  } catch (error) {
    await leaveAll();
    throw error;
  }
}

async function openTab(place, options) {
  const { profile, downloads, host, base } = place;
  const page = await profile.newPage();
  page.setDefaultTimeout(WAIT);
  await page.setViewport(sized(options));
  const log = await watch(page, base);
  if (options.before) await page.evaluateOnNewDocument(options.before);
  if (options.script === false) await page.setJavaScriptEnabled(false);
  const waits = options.script !== false;
  if (options.state) await preload(page, base, options);

  const arrive = async (load, ready) => {
    await load();
    if (ready) await running(page);
    log.requests.length = 0;
    host.requests.length = 0;
  };
  return {
    page,
    log,
    hands: new Hands(page, downloads),
    open: (hash = "", { ready = waits, search = "" } = {}) =>
      arrive(() => page.goto(base + search + hash, { waitUntil: "load" }), ready),
    reload: ({ ready = waits } = {}) => arrive(() => page.reload({ waitUntil: "load" }), ready),
    settled: () => arrive(() => offline(page), false),
    quiet: ({ rest = true } = {}) => {
      const asked = [...log.requests, ...host.requests].filter((line) => !(rest && isRest(line, host.url)));
      assert.deepEqual(asked, [], "something was asked for after loading");
    },
    shot: (name, { full = false } = {}) => picture(page, name, full),
    printed: (name) => pdf(page, name),
    another: (more = {}) => openTab(place, { ...options, state: undefined, ...more }),
  };
}

/** What comes later, by its fixed name and nothing behind it: fetched once, in the first quiet second or by a screen. */
function isRest(line, base) {
  return /^GET \/(rest|books|en|help|sealed|scan)\.[0-9a-f]{12}\.js$/.test(line.replace(new URL(base).origin, ""));
}

/** Waits until the boot script says how it went; anything but ready is a failure with its reason. */
async function running(page) {
  await page.waitForSelector("html[data-app]");
  const [how, why] = await page.evaluate(() => [
    document.documentElement.dataset.app,
    document.getElementById("boot-why")?.textContent,
  ]);
  assert.equal(how, "ready", `the page did not start: ${how} ${why ?? ""}`);
}

/** Waits until everything later has come, or the page has said that nothing more will. */
async function offline(page) {
  await page.waitForSelector("html[data-offline]:not([data-offline=fetching])");
}

/** Puts a saved assessment where the page looks for it, from a document of the same origin that runs no script. */
async function preload(page, base, { state, key = STORE_KEY }) {
  const text = typeof state === "string" ? state : JSON.stringify(state);
  const put = (key, text) => localStorage.setItem(key, text);
  if (base.startsWith("file:")) {
    await page.evaluateOnNewDocument((key, text) => localStorage.getItem(key) ?? localStorage.setItem(key, text), key, text);
  } else {
    await page.goto(new URL("icon.svg", base).href);
    await page.evaluate(put, key, text);
  }
}

/** Firefox knows no touch screens here; the width is what matters. */
function sized({ size = PHONE, browser }) {
  return browser === "firefox" ? { width: size.width, height: size.height } : size;
}

async function picture(page, name, fullPage) {
  await mkdir(SCREENS, { recursive: true });
  const file = path.join(SCREENS, `${name}.png`);
  await page.screenshot({ path: file, fullPage });
  return file;
}

async function pdf(page, name) {
  await mkdir(SCREENS, { recursive: true });
  const file = path.join(SCREENS, `${name}.pdf`);
  await page.pdf({ path: file, format: "A4", preferCSSPageSize: true, printBackground: false });
  return file;
}
