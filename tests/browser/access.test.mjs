// Every screen of the page's own routes, so that a new one is covered by being there: nothing that axe finds, in any
// appearance, with and without work; nothing wider than the narrowest phone, at twice the size of text, or with the
// spacing of WCAG 1.4.12, whichever fonts the device has.

import assert from "node:assert/strict";

import { APPEARANCES, appear, go, sample, screens } from "./appearance.mjs";
import { COLOURS, examine, faults } from "./axe.mjs";
import { families, widths } from "./fonts.mjs";
import { PHONE, PROJECTOR, journey } from "./harness.mjs";

const filled = await sample("kredit-macet");
const all = await screens();
const NARROW = { ...PHONE, width: 320 };
/** The state is put in from a picture's address, for which the browser looks for an icon. */
const tolerate = /404/;
const long = { tolerate };

/** Walks through every screen and gathers what `look` finds there. */
async function walk(page, look) {
  const found = [];
  for (const hash of all) {
    await go(page, hash);
    for (const line of await look()) found.push(`${hash}  ${line}`);
  }
  assert.deepEqual(found, [], `${found.length} faults:\n${found.join("\n")}`);
}

async function ready({ page, open }, look) {
  await open();
  await appear(page, look);
  await examine(page);
}

journey("axe finds nothing on any screen with work in it", { ...long, size: NARROW, state: filled }, async (stage) => {
  await ready(stage, "light");
  await walk(stage.page, () => faults(stage.page));
});

journey("axe finds nothing on any screen before anything was filled in", { ...long, size: NARROW }, async (stage) => {
  await ready(stage, "light");
  await walk(stage.page, () => faults(stage.page));
});

journey("axe finds nothing where something was refused", long, async (stage) => {
  const { page, hands } = stage;
  await ready(stage, "light");
  await go(page, "#/rapat");
  await hands.fill("#members", "0");
  await hands.leave();
  await page.waitForSelector(".error-summary");
  assert.deepEqual(await faults(page), []);
});

for (const look of Object.keys(APPEARANCES).filter((name) => name !== "light")) {
  journey(`colours can be told apart on every screen in ${look}`, { ...long, size: PROJECTOR, state: filled }, async (stage) => {
    await ready(stage, look);
    await walk(stage.page, () => faults(stage.page, COLOURS));
  });
}

// What WCAG 1.4.4 and 1.4.12 let a reader ask for, and the narrowest phone.
const SPACED = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }";
const READERS = {
  320: [["a narrow phone", ""]],
  360: [["text of twice the size", "html { font-size: 200% !important }"], ["the spacing of WCAG", SPACED]],
};

for (const [width, readers] of Object.entries(READERS)) {
  const whom = readers.map(([reader]) => reader).join(" and ");
  journey(`at ${width} pixels nothing is wider than the screen, in any font, for ${whom}`, { ...long, state: filled }, async ({ page, open }) => {
    await page.setViewport({ ...PHONE, width: Number(width) });
    await open();
    const fonts = await families(page);
    await walk(page, () => page.evaluate(widths, fonts, readers));
  });
}
