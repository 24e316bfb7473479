// How tall screens are on a phone, how many words they have, and what neither may pass: for the journeys and `cargo xtask screens`.

import { go, sample, screens } from "./appearance.mjs";
import { families } from "./fonts.mjs";
import { PHONE, setStage } from "./harness.mjs";

/** The bounds, in pixels or in screens of a phone. This is the one place where they stand. */
export const BOUNDS = {
  /** The result of a settled sample, in pixels. */
  result: 1600,
  /** A question, in pixels. */
  item: 190,
  /** All questions with the looks back at them, in screens. */
  items: 45,
  /** The papers for the examiner's table, and those of a RAT, in screens each. */
  papers: 8,
};

/** Works to be measured in, by name; without a file nothing is filled in. */
export const WORKS = ["contoh", "kredit-macet", "banyak-belum-tahu", ""];

/** The letters of the phones that the bounds were set for; false where this machine has none. Others are up to a sixth wider. */
async function inRoboto(page) {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("body { font-family: Roboto, sans-serif !important; }");
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
  return (await families(page)).includes("Roboto");
}

const inScreens = (height) => height / PHONE.height;

/** How tall the screen that stands there is, and its words. */
export const size = (page) => page.evaluate(() => ({
  height: document.documentElement.scrollHeight,
  words: document.querySelector("main").innerText.trim().split(/\s+/).length,
}));

/** Goes from the first question to the last as a board does, and adds up what it scrolls through. */
export async function questions(page) {
  const sum = { pages: 0, height: 0, checks: 0, items: [] };
  await go(page, "#/butir/A.I.1");
  for (let steps = 0; steps < 80; steps += 1) {
    const hash = await page.evaluate(() => location.hash);
    const { height } = await size(page);
    if (hash.startsWith("#/butir/")) {
      sum.pages += 1;
      sum.height += height;
      sum.items.push(...(await page.$$eval("fieldset.question", (all) => all.map((one) => one.getBoundingClientRect().height))));
    } else if (hash.startsWith("#/jawaban/")) sum.checks += height;
    else break;
    await go(page, await page.$eval("main .actions a.button", (link) => link.getAttribute("href")));
  }
  sum.items.sort((one, other) => one - other);
  return { ...sum, median: sum.items[sum.items.length >> 1], tallest: sum.items.at(-1), screens: inScreens(sum.height + sum.checks) };
}

/** A phone with one of the works on it. */
export async function phone(work, visit) {
  const stage = await setStage({ size: PHONE, state: work && (await sample(work)) });
  try {
    await stage.open();
    return await visit(stage.page, await inRoboto(stage.page));
  } finally {
    await stage.leave();
  }
}

/** Every screen of a work, and its questions. */
export const table = (work, wanted) => phone(work, async (page) => {
  const rows = [];
  for (const hash of wanted ?? (await screens())) {
    await go(page, hash);
    const { height, words } = await size(page);
    rows.push({ screen: hash || "#/", height, screens: inScreens(height).toFixed(1), words });
  }
  return { rows, questions: await questions(page) };
});
