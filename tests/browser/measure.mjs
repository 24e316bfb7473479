// How tall screens are on a phone, how many words they have, and what neither may pass: for the journeys and `cargo xtask screens`.

import { go, sample, screens } from "./appearance.mjs";
import { families } from "./fonts.mjs";
import { DESKTOP, PHONE, setStage } from "./harness.mjs";

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

/** What a board scrolls through, presses and types on some screens: an answer a question, and once a screen the way on. */
async function walked(page, hashes) {
  const sum = { pages: hashes.length, height: 0, presses: 0, fields: 0 };
  for (const hash of hashes) {
    await go(page, hash);
    sum.height += (await size(page)).height;
    sum.presses += 1 + (await page.$$eval("main :is(.radios, label.check)", (all) => all.length));
    sum.fields += await page.$$eval("main :is(input[type=text], textarea, select)", (all) => all.filter((one) => one.checkVisibility()).length);
  }
  return { ...sum, screens: inScreens(sum.height) };
}

/** The ways that the first walk of a newcomer measured: the quick check to its standing, the questions, the amounts, the result and
 * the papers for the examiner's table. */
export const ways = (work) => phone(work, async (page) => {
  const all = await screens();
  const quick = await walked(page, [...all.filter((hash) => /^#\/cek(\/|$)/.test(hash)), "#/kedudukan"]);
  const asked = await questions(page);
  const items = { pages: asked.pages, height: asked.height + asked.checks, presses: asked.items.length + asked.pages, fields: 0, screens: asked.screens };
  await go(page, "#/pembukuan");
  const groups = await page.$$eval("main a[href^='#/pos/']", (links) => [...new Set(links.map((link) => link.getAttribute("href")))]);
  const amounts = await walked(page, ["#/pembukuan", ...groups, "#/periksa-buku"]);
  const alone = async (hash) => walked(page, [hash]);
  const told = { "quick check to standing": quick, "145 items with looks back": items, amounts, result: await alone("#/hasil"), "document pack": await alone("#/berkas-meja") };
  // Turning a phone into a desktop would load the page anew.
  await page.setViewport({ ...DESKTOP, isMobile: true, hasTouch: true });
  await go(page, groups[0]);
  const rows = await page.$$eval(".amounts .entry:not(.columns, .running)", (entries) => entries.map((one) => one.getBoundingClientRect()).filter(({ top, bottom, height }) => height > 0 && top >= 0 && bottom <= innerHeight).length);
  return { told, rows };
});

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

/** How high a link has to be that stands alone, in pixels: what a thumb finds. */
export const THUMB = 44;

/** The links that stand alone and are lower: what they say, and how high they are. Beside more words than a figure has, a link is
 * part of a sentence and as high as its line. */
export const low = (page) => page.$$eval("#app a[href]", (links, thumb) => {
  const block = (one) => (getComputedStyle(one.parentElement).display === "inline" ? block(one.parentElement) : one.parentElement);
  const words = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches("a, .unseen, ul, ol, dl, table, details, h1, h2, h3, button")) return 0;
    return [...node.childNodes].reduce((sum, child) => sum + words(child), 0);
  };
  const seen = (one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest("article.paper") && one.getBoundingClientRect().right > 0;
  return links.filter(seen).map((one) => [one.innerText.trim(), Math.round(one.getBoundingClientRect().height), words(block(one))])
    .filter(([, height, beside]) => beside < 4 && height < thumb).map(([text, height]) => `${text}: ${height} px`);
}, THUMB);
