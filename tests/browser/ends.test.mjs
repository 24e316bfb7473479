// Cooperatives whose form is not known are told so, and what is of use all the same; one with a savings unit keeps two sets of
// books in one work; a room of two forms shows each apart, and neither to whom it would point.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { DESKTOP, PHONE, journey, kept } from "./harness.mjs";
import { poll } from "./kit.mjs";
import { board, drop, go, groups, mixed, paste, says, text } from "./room.mjs";

const golden = JSON.parse(await readFile(new URL("../golden/kkpkk-2021-riil12.json", import.meta.url), "utf8"));

/** The kind is chosen where the full check begins. */
async function choose({ page, open, settled, hands }, kind) {
  await open();
  await settled();
  await hands.press("main .actions a.button");
  await page.waitForFunction(() => location.hash === "#/profil" && document.activeElement.id === "judul");
  await hands.choose("kind", kind);
}

for (const [kind, why] of [["syariah", /prinsip syariah/], ["sekunder", /koperasi sekunder/]]) {
  journey(`a cooperative of the kind ${kind} gets no score, but the reason and all that is of use`, { size: PHONE }, async (stage) => {
    const { page, hands, shot, quiet } = stage;
    await choose(stage, kind);
    await says(page, why);
    await says(page, /tidak ada nilai dan predikat/);
    await shot(`ends-${kind}-profile`, { full: true });
    await go(page, "#/isian");
    assert.match(await text(page), /Tata kelola/);
    assert.doesNotMatch(await text(page), /Profil risiko|Pembukuan|Neraca/);
    await shot(`ends-${kind}-tasks`, { full: true });
    await go(page, "#/butir/A.I.1");
    await page.click('[id="A.I.1.a-no"] + label');
    await go(page, "#/hasil");
    await says(page, why);
    await says(page, /1 jawaban tidak/);
    assert.doesNotMatch(await text(page), /perkiraan (Sehat|Cukup|Dalam)|dari 100/);
    await shot(`ends-${kind}-result`, { full: true });
    // Each way leads somewhere, by keys.
    for (const hash of ["#/isian", "#/kedudukan", "#/siap", "#/surat", "#/berkas-meja"]) {
      await go(page, "#/hasil");
      await hands.press(`main section a[href="${hash}"]`);
      await page.waitForFunction((hash) => location.hash === hash && document.activeElement.id === "judul", {}, hash);
    }
    quiet();
  });
}

for (const browser of ["chromium", "firefox"]) {
  journey(`${browser}: a multi-purpose cooperative fills in the whole and its unit, each with books of its own`, { browser, size: PHONE }, async (stage) => {
    const { page, hands, reload, shot } = stage;
    await choose(stage, "serba");
    await page.waitForFunction(() => document.querySelector("#kind-serba:checked"));
    await poll(async () => (await kept(page))?.variant === "riil12");
    await go(page, "#/butir/A.I.1");
    await page.click('[id="A.I.1.a-yes"] + label');
    await go(page, "#/pembukuan");
    await says(page, /adalah pilihan kami/);
    const group = await page.$eval('main a[href^="#/pos/"]', (link) => link.getAttribute("href"));
    await go(page, group);
    const field = await page.$eval("input.amount", (one) => one.id);
    const account = field.replace(/-current$/, "");
    await hands.fill(`[id="${field}"]`, "5000000");
    await hands.leave();
    await poll(async () => (await kept(page)).statements.current[account] === 5_000_000);
    await go(page, "#/pembukuan");
    await hands.press('[data-click="books unit"]');
    await says(page, /Pinjaman bermasalah/);
    await go(page, "#/pos/agunan");
    await hands.fill("#agunan_macet-current", "7000000");
    await hands.leave();
    await poll(async () => (await kept(page)).savingsUnit?.statements?.current?.agunan_macet === 7_000_000);
    // The whole's stand where they stood, also after a reload, and the answers are shared.
    await reload();
    assert.equal((await kept(page)).statements.current[account], 5_000_000);
    await go(page, "#/butir/A.I.1");
    await page.waitForSelector('[id="A.I.1.a-yes"]:checked');
    await go(page, "#/pembukuan");
    await shot(`ends-unit-${browser}-books`);
    await go(page, "#/hasil");
    await says(page, /Seluruh koperasi/);
    await says(page, /Unit simpan pinjam/);
    await shot(`ends-unit-${browser}-result`, { full: true });
    await hands.press('[data-click="books whole"]');
    await page.waitForSelector('[data-click="books unit"]');
    await page.waitForFunction(() => document.activeElement.id === "judul");
    await poll(async () => (await kept(page)).savingsUnit.shown === false);
  });
}

/** A shop: the answers of a golden case, some of them otherwise. */
function shop(number) {
  const { answers, statements } = golden.cases.find(({ id }) => id === "toko-lengkap");
  const others = Object.fromEntries(Object.entries(answers).map(([item, answer], place) => [item, mixed(number * 1000 + place) % 10 < 3 ? "no" : answer]));
  const head = { format: "cermin-koperasi", version: 1, rulebook: "kkpkk-2021", variant: "riil12", profile: { kind: "riil", book_year_end: "2025-12-31" } };
  return { ...head, answers: others, statements: { ...statements, complete: { current: true, prior: true } } };
}

journey("a room of five and four shows one picture and says why not the other; with one shop more both, and what they share", { size: DESKTOP }, async ({ page, open, settled, hands, shot, quiet }) => {
  await open("#/kode");
  await settled();
  const codes = [];
  for (const work of [1, 2, 3, 4, 5].map(board).concat([1, 2, 3, 4, 5].map(shop))) {
    await paste(page, work);
    await go(page, "#/kode");
    codes.push(await groups(page));
  }
  const file = (code, place) => [`hasil-${place}.txt`, `cermin-koperasi kode\n${code.join("\n")}\n`];
  const collect = async (some, count) => {
    await go(page, "#/kumpul");
    await drop(page, some.map(file));
    await says(page, new RegExp(`${count} koperasi di kelas ini`));
  };
  await collect(codes.slice(0, 9), 9);
  await hands.press('[data-click="workshop finish"]');
  await go(page, "#/kelas");
  await says(page, /5 koperasi, tanpa nama/);
  assert.equal(await page.$$eval(".class-picture", (all) => all.length), 1);
  assert.match(await text(page), /memakai formulir Koperasi sektor riil[^]*Gambarnya tampil mulai 5 koperasi/);
  assert.equal(await page.$("#bersama"), null, "together less the picture would be a picture of four");
  await shot("ends-room-5-4", { full: true });
  // Five more shops than were shown: four that wait and one that comes.
  await collect(codes.slice(9), 10);
  await hands.press('[data-click="workshop finish"]');
  await go(page, "#/kelas");
  await page.waitForSelector("#bersama");
  assert.equal(await page.$$eval(".class-picture", (all) => all.length), 2);
  assert.match(await text(page, "#bersama"), /10 koperasi dari formulir/);
  await shot("ends-room-5-5", { full: true });
  quiet();
});
