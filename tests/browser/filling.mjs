// A whole questionnaire filled in fast, by events as a hand would cause them, in a page or in a frame. The journeys by
// keyboard are elsewhere; this is for telling that nothing is lost, sent or broken on the way.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

const golden = JSON.parse(await readFile(new URL("../golden/kkpkk-2021-ksp12.json", import.meta.url), "utf8"));
export const CASE = golden.cases.find(({ name }) => name === "realistis-004");
/** What the page counts by default: the definition, in the edition of 2022. */
export const TOTAL = CASE.expected.repaired_2022.total;

/** Goes to a screen and waits until it is there. */
export async function go(frame, hash) {
  await frame.evaluate((hash) => (location.hash = hash), hash);
  await frame.waitForFunction((hash) => location.hash === hash, {}, hash);
  await frame.evaluate(() => new Promise((done) => setTimeout(done, 20)));
}

/** Every screen that the task list and the books lead to, by address. */
async function screens(frame, from, start) {
  await go(frame, from);
  return frame.$$eval(`main a[href^="${start}"]`, (all) => [...new Set(all.map((link) => link.getAttribute("href")))]);
}

/** Answers every item and enters every amount; `seen` is told each screen that was shown. */
export async function fillAll(frame, seen = () => {}) {
  for (const hash of Object.keys(indicators())) {
    await go(frame, `#/butir/${hash}`);
    await frame.evaluate(answer, CASE.answers);
    await seen(`#/butir/${hash}`);
  }
  for (const hash of await screens(frame, "#/pembukuan", "#/pos/")) {
    await go(frame, hash);
    await frame.evaluate(enter, CASE.amounts);
    await seen(hash);
  }
  await go(frame, "#/pembukuan");
  await frame.evaluate(complete);
}

/** The indicators whose items are answered: `A.I.1` of `A.I.1.a`. */
const indicators = () => Object.fromEntries(Object.keys(CASE.answers).map((item) => [item.replace(/\.[^.]+$/, ""), true]));

/** Runs in the page. */
function answer(answers) {
  for (const name of new Set([...document.querySelectorAll(".question input[type=radio]")].map((one) => one.name))) {
    document.getElementById(`${name}-${answers[name] ? "yes" : "no"}`).click();
  }
}

/** Runs in the page. */
function enter(amounts) {
  for (const id of [...document.querySelectorAll("input.amount")].map((one) => one.id)) {
    const [, account, year] = /^(.*)-(current|prior)$/.exec(id);
    const amount = amounts[year][account] ?? 0;
    if (amount === 0) continue;
    const field = document.getElementById(id);
    field.focus();
    field.value = String(amount);
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
    field.blur();
  }
}

/** Runs in the page. */
function complete() {
  for (const year of ["current", "prior"]) document.getElementById(`complete-${year}`).click();
}

/** What a screen reader is told of the whole: everything filled in, and the score it came to. */
export async function assertFilled(frame) {
  const score = TOTAL.toFixed(1).replace(".", ",");
  await go(frame, "#/hasil");
  const told = await frame.waitForFunction(
    (score) => {
      const text = document.getElementById("kabar").textContent;
      return text.includes(score) && !text.includes("antara") && text;
    },
    { timeout: 10_000 },
    score,
  );
  assert.match(await told.jsonValue(), /(\d+) dari \1 terisi/);
}
