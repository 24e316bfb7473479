// Each kind of cooperative is asked its own form. The first part of the page has only one of them; for another it fetches the
// second part, and until then neither reads nor writes over what lies on the device.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";

import { go } from "./filling.mjs";
import { DESKTOP, PHONE, SITE, journey, kept, saving } from "./harness.mjs";
import { poll } from "./kit.mjs";

const golden = JSON.parse(await readFile(new URL("../golden/kkpkk-2021-riil12.json", import.meta.url), "utf8"));
const rest = (await readdir(SITE)).find((name) => /^rest\..*js$/.test(name));
const board = (values) => ({ format: "cermin-koperasi", version: 1, rulebook: "kkpkk-2021", variant: "riil12", ...values });
const says = (page, pattern, where = "main") =>
  page.waitForFunction((pattern, where) => new RegExp(pattern).test(document.querySelector(where)?.textContent), {}, pattern.source, where);

for (const browser of ["chromium", "firefox"]) {
  journey(`${browser}: a shop chooses its kind and gets its own questions; what they share stays, the rest comes back`, { browser, size: PHONE, before: saving }, async ({ page, open, hands, reload, shot }) => {
    await open("#/profil");
    await hands.choose("kind", "ksp");
    await go(page, "#/butir/A.I.1");
    await page.click('[id="A.I.1.a-yes"] + label');
    await go(page, "#/pos/agunan");
    await hands.fill("#agunan_macet-current", "7000000");
    await hands.leave();
    await poll(async () => (await kept(page)).statements.current.agunan_macet === 7_000_000);
    await reload();
    await go(page, "#/profil");
    await hands.choose("kind", "riil");
    await says(page, /sekarang untuk Koperasi sektor riil/, "#pemberitahuan");
    await says(page, /1 isian tidak ditanyakan di sini/, "#pemberitahuan");
    await says(page, /dua salinan/);
    await shot(`forms-riil-${browser}-phone`, { full: true });
    await poll(async () => (await kept(page)).variant === "riil12");
    // The first part meets work that only the second reads.
    await reload();
    await go(page, "#/butir/A.I.1");
    await page.waitForSelector('[id="A.I.1.a-yes"]:checked');
    await go(page, "#/pembukuan");
    await says(page, /Persediaan|Aktiva lancar/);
    assert.equal(await page.$('a[href="#/pos/agunan"]'), null);
    await go(page, "#/profil");
    await hands.choose("kind", "ksp");
    await says(page, /sekarang untuk Koperasi simpan pinjam/, "#pemberitahuan");
    await poll(async () => (await kept(page)).statements.current.agunan_macet === 7_000_000);
  });

  journey(`${browser}: a file of the real sector is opened whole, its doubt shown as a range`, { browser, size: DESKTOP, before: saving }, async ({ page, open, hands, shot }) => {
    const { answers, statements } = golden.cases[0];
    await open("#/berkas");
    await page.evaluate((text) => {
      const field = document.querySelector("[data-change='open-text']");
      field.closest("details")?.setAttribute("open", "");
      field.value = text;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }, JSON.stringify(board({ answers, statements: { ...statements, complete: { current: true, prior: true } } })));
    // A file opens on what it is for.
    await page.waitForFunction(() => location.hash === "#/hasil");
    await page.waitForSelector("#nilai");
    await shot(`forms-riil-result-${browser}-desktop`, { full: true });
    await poll(async () => (await kept(page)).variant === "riil12");
  });
}

const MINE = board({ answers: { "A.I.1.a": "yes" } });

journey("such work lies as it lay until the second part has come, and opens by itself then", { state: MINE, before: saving, tolerate: /404/ }, async ({ page, open, host }) => {
  let come;
  const way = new Promise((done) => (come = done));
  host.held = (name) => name === rest && way;
  await open("#/butir/A.I.1");
  await page.waitForSelector("main [aria-busy]");
  assert.ok(await page.evaluate((mine) => Object.values(localStorage).includes(mine), JSON.stringify(MINE)), "it was touched");
  come();
  await page.waitForSelector('[id="A.I.1.a-yes"]:checked');
  await poll(async () => (await kept(page))?.variant === "riil12");
});

journey("without the second part the kind stays as it was, and that is told", { before: saving, tolerate: /half a file/ }, async ({ page, open, hands, host }) => {
  await open("#/profil");
  await hands.choose("kind", "ksp");
  host.files[rest] = "throw new Error('half a file')";
  await page.click("#kind-riil + label");
  await says(page, /Sambungkan ke internet/, "#pemberitahuan");
  await page.waitForSelector("#kind-ksp:checked");
  assert.equal((await kept(page)).profile.kind, "ksp");
});
