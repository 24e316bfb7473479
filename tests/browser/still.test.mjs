// Nothing jumps: what one presses or types into stays under the thumb on every screen, and nothing moves by itself while
// a board works, also on a slow line and a slow phone.

import assert from "node:assert/strict";

import { appear, go, sample, screens } from "./appearance.mjs";
import { PHONE, journey, saving } from "./harness.mjs";
import { drawn } from "./kit.mjs";

const filled = await sample("kredit-macet");
/** The state is put in from a picture's address, for which the browser looks for an icon. */
const tolerate = /404/;
/** So many controls of each kind are tried on a screen: the fiftieth radio is drawn like the first. */
const TRIED = 5;

/** Runs in the page: presses and types, and tells what moved under the hand by more than half a pixel. */
async function moved(tried) {
  const drawn = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const top = (id) => document.getElementById(id).getBoundingClientRect().top;
  const found = [];
  const hold = async (id, act) => {
    // An answer before this one may have taken the question away.
    if (!document.getElementById(id)) return;
    document.getElementById(id).scrollIntoView({ block: "center" });
    const before = top(id);
    act(document.getElementById(id));
    await drawn();
    if (!document.getElementById(id)) found.push(`${id} went away`);
    else if (Math.abs(top(id) - before) > 0.5) found.push(`${id}: ${before} became ${top(id)}`);
  };
  const ids = (selector) => [...document.querySelectorAll(`main ${selector}`)].map((one) => one.id).filter(Boolean);
  // Another language is another text everywhere, and comes when it comes.
  for (const id of ids("input[type=radio]:not(:checked, [data-change^=language])").slice(0, tried)) await hold(id, (one) => one.click());
  for (const id of ids("input[type=checkbox]").slice(0, tried)) await hold(id, (one) => one.click());
  const type = (text, kind) => (field) => {
    field.focus({ preventScroll: true });
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    if (kind) field.dispatchEvent(new Event("change", { bubbles: true }));
  };
  for (const id of ids("input[type=text]").slice(0, tried)) {
    for (const text of ["1", "1234567890", "", "0", "1.5"]) {
      await hold(id, type(text));
      await hold(id, type(text, "change"));
    }
  }
  return found;
}

journey("what is pressed or typed into stays where it is, on every screen", { state: filled, tolerate }, async ({ page, open }) => {
  await open();
  await appear(page, "light");
  const found = [];
  for (const hash of await screens()) {
    await go(page, hash);
    for (const line of await page.evaluate(moved, TRIED)) found.push(`${hash}  ${line}`);
  }
  assert.deepEqual(found, [], `${found.length} jumps:\n${found.join("\n")}`);
});

/** Runs in the page: what has the focus, if the bar that sticks to the lower edge lies on it. */
function covered() {
  const bar = document.querySelector(".running");
  const { activeElement: focused } = document;
  if (bar.contains(focused) || focused === document.body) return [];
  const [a, b] = [focused, bar].map((one) => one.getBoundingClientRect());
  return a.bottom > b.top + 0.5 && a.top < b.bottom - 0.5 ? [focused.id || focused.outerHTML.slice(0, 80)] : [];
}

journey("what the keyboard reaches is never under the running total", { state: filled, tolerate }, async ({ page, open }) => {
  await open();
  const found = [];
  for (const hash of ["#/pos/aktiva_lancar", "#/andai/A.I.1"]) {
    await go(page, hash);
    for (let stops = 0; stops < 60; stops += 1) {
      await page.keyboard.press("Tab");
      found.push(...(await page.evaluate(covered)));
    }
  }
  assert.deepEqual(found, []);
});

/** Runs in the page before its scripts: gathers layout shifts as the web vital counts them, and notes the last input. */
function gather() {
  window.shifts = [];
  window.input = 0;
  for (const kind of ["pointerdown", "pointerup", "keydown", "keyup", "click"]) {
    window.addEventListener(kind, () => (window.input = performance.now()), true);
  }
  const told = ({ node, previousRect, currentRect }) =>
    `${node?.nodeName}.${node?.className} ${Math.round(previousRect.top)} to ${Math.round(currentRect.top)}`;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries()) {
      if (!hadRecentInput) window.shifts.push(`${location.hash} ${value.toFixed(4)}: ${sources.map(told).join(", ")}`);
    }
  }).observe({ type: "layout-shift", buffered: true });
}

/** How long after an input the web vital takes a shift for its effect, in milliseconds. */
const RECENT = 500;

/** Waits until everything has come, and been drawn, at a time when what moves is nobody's doing any more. */
async function calm(page) {
  const come = () => page.waitForFunction(() => !document.querySelector("main [aria-busy]") && !document.querySelector(".underway"));
  await come();
  await page.waitForFunction((recent) => performance.now() > window.input + recent, {}, RECENT);
  await come();
  await drawn(page, 5);
}

async function tap(page, selector) {
  await page.waitForSelector(selector);
  await page.$eval(selector, (one) => one.scrollIntoView({ block: "center" }));
  await page.tap(selector);
  await calm(page);
}

journey("nothing moves by itself from the start page to the result and the RAT", { size: PHONE, before: gather }, async ({ page, open, host }) => {
  // The second part has to come when it is needed, or the line would not be slow enough to see it.
  await page.evaluateOnNewDocument(saving);
  const line = await page.createCDPSession();
  await line.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await open();
  const onwards = (word) => tap(page, `main .actions ${word}`);
  await onwards("a.button");
  await tap(page, "#kind-ksp + label");
  await tap(page, "#level-2 + label");
  await onwards("a.button");
  await onwards("a.button");
  for (const item of ["a", "b", "c", "d"]) await tap(page, `[id="A.I.1.${item}-${item === "c" ? "no" : "yes"}"] + label`);
  // With the books the rest of the page has to come, over a line of 400 kilobits.
  await line.send("Network.enable");
  await line.send("Network.emulateNetworkConditions", { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 });
  // A worker that is in between already brings it faster than that: it waits until it has been missed.
  let come;
  const way = new Promise((done) => (come = done));
  host.held = (name) => (/rest\.[0-9a-f]+\.js$/.test(name) ? way : undefined);
  await page.evaluate(() => (location.hash = "#/pos/aktiva_lancar"));
  await page.waitForSelector("main [aria-busy]");
  come();
  await page.waitForSelector("#kas-current");
  await tap(page, "#kas-current");
  await page.keyboard.type("68924500", { delay: 60 });
  await tap(page, "#kas-prior");
  await page.keyboard.type("62418750", { delay: 60 });
  await tap(page, '[data-click="has-no-more"]');
  await page.evaluate(() => (location.hash = "#/hasil"));
  await page.waitForSelector("#nilai");
  await calm(page);
  await page.evaluate(() => (location.hash = "#/perbaikan"));
  await page.waitForSelector("main .jump");
  await calm(page);
  await page.evaluate(() => (location.hash = "#/cek"));
  await tap(page, "#level-primary + label");
  await onwards("a.button");
  await onwards("a.button");
  assert.deepEqual(await page.evaluate(() => window.shifts), []);
});
