// No screen grows past what a thumb goes through, and no link is lower than a thumb: the bounds stand in measure.mjs, `cargo xtask screens` prints the table.

import assert from "node:assert/strict";
import test from "node:test";

import { go, screens } from "./appearance.mjs";
import { PHONE } from "./harness.mjs";
import { BOUNDS, WORKS, low, phone, questions, size } from "./measure.mjs";

for (const work of WORKS) {
  test(`${work || "nothing filled in"}: result, questions and papers are short`, () => phone(work, async (page, roboto) => {
    // In wider fonts the same screens are longer by as much as their words.
    const scale = roboto ? 1 : 1.25;
    const told = [];
    const bound = (name, value, most) => value <= most * scale || told.push(`${name}: ${value.toFixed(1)}, at most ${most}`);
    const height = async (hash) => {
      await go(page, hash);
      return (await size(page)).height;
    };
    await go(page, "#/perbaikan");
    if (["contoh", "kredit-macet"].includes(work)) bound("result", await height("#/hasil"), BOUNDS.result);
    const asked = await questions(page);
    assert.equal(asked.items.length, 145);
    bound("item", asked.tallest, BOUNDS.item);
    bound("screens of questions", asked.screens, BOUNDS.items);
    for (const hash of ["#/berkas-meja", "#/siap"]) bound(hash, (await height(hash)) / PHONE.height, BOUNDS.papers);
    assert.deepEqual(told, []);
  }));
}

for (const work of ["kredit-macet", ""]) {
  test(`${work || "nothing filled in"}: a thumb finds every link that stands alone`, () => phone(work, async (page) => {
    const told = [];
    for (const hash of await screens()) {
      await go(page, hash);
      told.push(...(await low(page)).map((link) => `${hash}: ${link}`));
    }
    assert.deepEqual(told, []);
  }));
}
