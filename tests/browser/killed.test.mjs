// The browser dies while a board answers and types: power cut, swipe, crash. At most the field in hand is lost, every time.
//
// One profile lives through all deaths, and what a life adds is counted in the next one.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, test } from "node:test";

import { start, WAIT } from "./browsers.mjs";
import { SITE } from "./harness.mjs";
import { serve } from "./host.mjs";
import { poll } from "./kit.mjs";

const DEATHS = Number(process.env.DEATHS ?? 20);
/** Only a browser that hangs takes so long: 21 starts of each, beside other journeys, took ten minutes on a slow machine. */
const PATIENCE = 2_400_000;
/** When a life ends: at once after the last field was said, a few answers of the browser later, or once it is told as kept. */
const MOMENTS = [0, 1, 2, 4, 8, Infinity];

/** Runs in the page: says another field each time it is called, an answer or an amount, as its number says. */
async function say(number) {
  const arrive = async (hash, sign) => {
    if (location.hash !== hash) location.hash = hash;
    while (!document.querySelector(sign)) await new Promise(requestAnimationFrame);
  };
  if (number % 4 === 3) {
    await arrive("#/pos/aktiva_lancar", "#kas-current");
    const field = document.getElementById("kas-current");
    field.focus();
    field.value = String(number);
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  } else {
    const [item, value] = [["a", "b"][number % 2], ["yes", "no", "unknown"][number % 3]];
    await arrive("#/butir/A.I.1", ".question input");
    document.getElementById(`A.I.1.${item}-${value}`).click();
  }
}

/** Runs in the page: the number of the last thing that was said, of which the page still knows. */
async function lastSaid(until) {
  const shown = {};
  for (const [hash, sign] of [["#/butir/A.I.1", ".question input"], ["#/pos/aktiva_lancar", "#kas-current"]]) {
    location.hash = hash;
    while (!document.querySelector(sign)) await new Promise(requestAnimationFrame);
    for (const item of ["a", "b"]) {
      const chosen = document.querySelector(`[name="A.I.1.${item}"]:checked`);
      if (chosen) shown[item] = chosen.value;
    }
    const kas = document.getElementById("kas-current");
    if (kas) shown.kas = Number(kas.value.replace(/\D/g, ""));
  }
  const state = (upTo) => {
    const told = {};
    for (let number = 1; number <= upTo; number += 1) {
      if (number % 4 === 3) told.kas = number;
      else told[["a", "b"][number % 2]] = ["yes", "no", "unknown"][number % 3];
    }
    return told;
  };
  const same = (told) => ["a", "b", "kas"].every((key) => (told[key] || 0) === (shown[key] || 0));
  for (let number = until + 1; number >= 0; number -= 1) if (same(state(number))) return number;
  return -1;
}

// A browser mostly waits for its disk and its own start: both live and die at once.
describe("killed", { concurrency: true }, () => {
  for (const name of ["chromium", "firefox"]) {
    test(`${name}: killed ${DEATHS} times while answering and typing, it loses at most the field in hand`, { timeout: PATIENCE }, async () => {
      const host = await serve({ root: SITE });
      const profile = await mkdtemp(path.join(tmpdir(), "cermin-killed-"));
      const [lost, broken] = [[], []];
      let [said, told] = [0, 0];
      try {
        for (let life = 0; life <= DEATHS; life += 1) {
          // The driver moves this file out of the way and back, which a death prevents.
          await writeFile(path.join(profile, "user.js"), "");
          const browser = await start(name, { userDataDir: profile });
          const page = await browser.newPage();
          page.setDefaultTimeout(WAIT);
          await page.goto(`${host.url}#/butir/A.I.1`, { waitUntil: "load" });
          await page.waitForSelector("html[data-app=ready]");
          if (life > 0) {
            await caughtUp(page);
            const found = await page.evaluate(lastSaid, said);
            lost.push(said - found);
            if (found < told) broken.push(`${told} was told as kept, ${found} was there`);
            said = told = found;
          }
          if (life === DEATHS) {
            await browser.close();
            break;
          }
          // The next field comes when the one before is told as kept: whoever is faster has more than one in hand.
          for (const last = said + 2 + (life % 5); said < last; said += 1) {
            await keptOnDisk(page, said);
            told = said;
            await page.evaluate(say, said + 1);
          }
          const moment = MOMENTS[life % MOMENTS.length];
          if (moment === Infinity) await keptOnDisk(page, said).then(() => (told = said));
          else for (let answers = 0; answers < moment; answers += 1) await page.evaluate(() => 0);
          await killed(browser);
        }
      } finally {
        await host.close();
        await rm(profile, { recursive: true, force: true, maxRetries: 5 });
      }
      console.log(`${name}: fields lost in ${DEATHS} deaths: ${lost.join(" ")}`);
      assert.deepEqual(broken, []);
      assert.ok(lost.every((fields) => fields <= 1), `fields lost: ${lost.join(" ")}`);
    });
  }
});

/** Waits until the page says that all that was entered is on the disk; before the first entry it says nothing. */
const keptOnDisk = (page, entered) =>
  page.waitForFunction((entered) => {
    const line = document.querySelector(".keeping");
    return line ? /^Tersimpan di perangkat ini/.test(line.textContent) : entered === 0;
  }, {}, entered);

/** Waits until the page has heard of its database: then both stores hold the same. */
async function caughtUp(page) {
  const both = () => page.evaluate(async () => {
    const known = (await indexedDB.databases()).some(({ name }) => name === "cermin-koperasi");
    const slow = known && (await new Promise((done) => {
      const opening = indexedDB.open("cermin-koperasi");
      opening.onerror = () => done();
      opening.onsuccess = () => {
        const base = opening.result;
        if (!base.objectStoreNames.contains("kept")) return base.close(), done();
        const asked = base.transaction("kept").objectStore("kept").get("cermin-koperasi.1.isian");
        asked.onsuccess = () => (base.close(), done(asked.result));
      };
    }));
    const quick = localStorage["cermin-koperasi.1.isian"];
    return Boolean(quick) && slow === quick;
  });
  await poll(both);
  await keptOnDisk(page, 1);
}

async function killed(browser) {
  const { pid } = browser.process();
  const gone = new Promise((done) => browser.process().once("exit", done));
  // Its group, as a power cut would.
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    process.kill(pid, "SIGKILL");
  }
  await gone;
  await browser.disconnect().catch?.(() => {});
}
