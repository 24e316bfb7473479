// A whole questionnaire filled in fast, by events as a hand would cause them, in a page or in a frame. The journeys by
// keyboard are elsewhere; this is for telling that nothing is lost, sent or broken on the way.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { widths } from "./fonts.mjs";

const golden = JSON.parse(await readFile(new URL("../golden/kkpkk-2021-ksp12.json", import.meta.url), "utf8"));
export const CASE = golden.cases.find(({ name }) => name === "realistis-004");
/** What the page counts by default: the definition, in the edition of 2022. */
export const TOTAL = CASE.expected.repaired_2022.total;

/** A part of it: the answers of one part of the form and the amounts of one group. What a whole run shows in one browser this
 * shows in the other, in a tenth of the time. */
export const PART = {
  answers: Object.fromEntries(Object.entries(CASE.answers).filter(([item]) => item.startsWith("A.I."))),
  amounts: Object.fromEntries(Object.entries(CASE.amounts).map(([year, { kas, giro }]) => [year, { kas, giro }])),
  groups: ["#/pos/aktiva_lancar"],
};
/** How many answers and amounts that are. */
const PARTS = [PART.answers, ...Object.values(PART.amounts)].reduce((sum, one) => sum + Object.values(one).filter((value) => value !== 0).length, 0);

/** Goes to a screen and waits until it is there. */
export const go = (frame, hash) => frame.evaluate(`(${arrive})(${JSON.stringify(hash)})`);

/** Runs in the page. A screen is drawn while the page hears of its address; one of the second part once that has come. */
async function arrive(hash) {
  if (location.hash === hash) return;
  const heard = new Promise((done) => window.addEventListener("hashchange", done, { once: true }));
  location.hash = hash;
  await heard;
  do await new Promise((done) => setTimeout(done));
  while (document.querySelector("main [aria-busy=true]"));
}

/** Answers every item and enters every amount, or those of a part. Hands back the screens that were wider than their window, in these
 * fonts. */
export async function fillAll(frame, fonts = [], work = CASE) {
  const items = [...new Set(Object.keys(work.answers).map((item) => item.replace(/\.[^.]+$/, "")))];
  const parts = [arrive, answer, enter, complete, widths].map(String).join("\n");
  return frame.evaluate(`(async () => { ${parts}\nreturn (${fill})(${JSON.stringify([items, work, fonts])}); })()`);
}

/** Runs in the page, with the functions beside it. */
async function fill([indicators, { answers, amounts, groups }, fonts]) {
  const wide = [];
  const note = () => fonts.length > 0 && wide.push(...widths(fonts, [["anyone", ""]]).map((line) => `${location.hash}  ${line}`));
  for (const indicator of indicators) {
    await arrive(`#/butir/${indicator}`);
    answer(answers);
    note();
  }
  await arrive("#/pembukuan");
  const all = [...document.querySelectorAll('main a[href^="#/pos/"]')].map((link) => link.getAttribute("href"));
  for (const group of groups ?? new Set(all)) {
    await arrive(group);
    enter(amounts);
    note();
  }
  if (groups) return wide;
  await arrive("#/pembukuan");
  complete();
  return wide;
}

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

/** Fills in that part, and makes sure that it arrived. */
export async function fillPart(frame) {
  await fillAll(frame, [], PART);
  // There may have been more in it before.
  await frame.waitForFunction((filled) => /(\d+) dari/.exec(document.getElementById("kabar").textContent)?.[1] >= filled, {}, PARTS);
}

/** Fills in all of it, and makes sure of that. */
export async function fillWhole(frame) {
  await fillAll(frame);
  await assertFilled(frame);
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
    {},
    score,
  );
  assert.match(await told.jsonValue(), /(\d+) dari \1 terisi/);
}
