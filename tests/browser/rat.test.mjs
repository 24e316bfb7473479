// The RAT and the cooperative's standing, by keyboard alone: two missed years end in a printed coaching letter; a large
// Merah Putih cooperative plans its RAT and takes the deadlines to a phone's calendar; a quorum at the odd number 21.

import assert from "node:assert/strict";
import { rm } from "node:fs/promises";

import ICAL from "ical.js";

import { PHONE, PROJECTOR, journey } from "./harness.mjs";

/** The projector's size on the same device: another kind of device would load the page again. */
const WIDE = { ...PHONE, ...PROJECTOR, deviceScaleFactor: 1 };

const text = (page, selector = "main") => page.$eval(selector, (element) => element.textContent.replace(/\s+/g, " ").trim());
const day = (offset) => new Date(Date.now() + offset * 86_400_000).toLocaleDateString("sv-SE");
const year = Number(day(0).slice(0, 4));

/** The newest book years whose RAT has fallen due by today: the limit is 30 June. */
const due = (back) => (day(0) > `${year}-06-30` ? year - 1 : year - 2) - back;

/** Presses a link or button by keyboard and waits for the screen it leads to. */
async function onwards(page, hands, selector) {
  const before = await page.evaluate(() => location.hash);
  await hands.press(selector);
  await page.waitForFunction((before) => location.hash !== before && document.activeElement.id === "judul", {}, before);
}

const next = (page, hands) => onwards(page, hands, "main .actions a.button");

journey("two missed years lead from the start to a printed coaching letter", {}, async (stage) => {
  const { page, open, hands, settled, quiet, shot, printed } = stage;
  await open();
  await settled();
  await onwards(page, hands, 'a[href="#/cek"]');
  await hands.choose("kind", "ksp");
  await hands.choose("level", "primary");
  await shot("rat-a-1-phone");
  await next(page, hands);
  await hands.day("established", "2014-03-02");
  await next(page, hands);
  await hands.choose(`year.${due(0)}.held`, "no");
  await hands.choose(`year.${due(1)}.held`, "no");
  await hands.choose(`year.${due(2)}.held`, "yes");
  await hands.day(`year.${due(2)}.heldOn`, `${due(2) + 1}-03-16`);
  await hands.choose(`year.${due(2)}.reported`, "yes");
  await shot("rat-a-3-phone", { full: true });
  await next(page, hands);
  await hands.choose("business", "yes");
  await next(page, hands);
  assert.match(await text(page), /layar 5 dari 5/);
  await next(page, hands);

  assert.equal(await page.evaluate(() => location.hash), "#/kedudukan");
  const standing = await text(page);
  for (const part of [
    "Aktif, perlu pembinaan",
    "Belum bisa dinilai",
    "Tinggi",
    "Dua tahun buku berturut-turut tanpa RAT",
    "Langkah pertama",
    `RAT tahun buku ${due(1)}, ${due(0)} terlewat`,
    "Langkah berikutnya",
  ]) assert.ok(standing.includes(part), `${part} is not in: ${standing}`);
  await shot("rat-a-standing-phone", { full: true });
  await page.setViewport(WIDE);
  await shot("rat-a-standing-projector", { full: true });
  await page.setViewport(PHONE);

  await onwards(page, hands, 'a[href="#/reaktivasi"]');
  assert.match(await text(page), /Gelar RAT susulan/);
  await shot("rat-a-revival-phone", { full: true });
  await onwards(page, hands, 'main a[href="#/surat/surat-pembinaan"]');
  await onwards(page, hands, 'a[href="#/data-surat"]');
  await hands.fill('[id="names.name"]', "Koperasi Tani Makmur");
  await hands.fill('[id="names.regency"]', "Bantul");
  await onwards(page, hands, "main .actions a.button");
  await onwards(page, hands, 'a[href="#/surat/surat-pembinaan"]');
  const letter = await text(page, "article.paper");
  for (const part of ["Koperasi Tani Makmur", "Permohonan pembinaan", `${due(1)}, ${due(0)}`, "Pendampingan RAT", "Bantul, ", "……"]) {
    assert.ok(letter.includes(part), `${part} is not in: ${letter}`);
  }
  await page.evaluate(() => {
    window.print = () => (window.printedTimes = (window.printedTimes ?? 0) + 1);
  });
  await hands.press('[data-click="print"]');
  assert.equal(await page.evaluate(() => window.printedTimes), 1);
  await page.emulateMediaType("print");
  const onPaper = await page.evaluate(() => {
    const seen = (selector) => [...document.querySelectorAll(selector)].some((one) => one.checkVisibility());
    return { letter: seen("article.paper"), rest: seen("body header, footer, main > h1, .back, .actions") };
  });
  assert.deepEqual(onPaper, { letter: true, rest: false }, "only the letter is printed");
  await page.emulateMediaType(null);
  await printed("rat-a-letter");
  const file = await hands.saved(() => hands.press('[data-click="rat word surat-pembinaan"]'));
  assert.equal(file.name, "surat-pembinaan.docx");
  // The parts of the archive are stored as they are: bytes left the page, and a word processor's file they are.
  assert.match(file.text, /^PK[^]*word\/document\.xml[^]*Permohonan pembinaan/);
  quiet();
});

journey("what was said of the RAT survives a reload, a save file and its strangers", {
  state: {
    format: "cermin-koperasi", version: 1, rulebook: "kkpkk-2021", variant: "ksp12",
    rat: { note: "dari cabang", history: [{ year: due(0), held: "no", minutes: 3 }] },
  },
  // The state is put in from a picture's address, for which the browser looks for an icon.
  tolerate: /404/,
}, async ({ page, open, reload, hands }) => {
  await open("#/cek/3");
  assert.equal(await page.$eval(`[id="year.${due(0)}.held-no"]`, (one) => one.checked), true);
  await hands.choose(`year.${due(0)}.held`, "yes");
  await reload();
  assert.equal(await page.$eval(`[id="year.${due(0)}.held-yes"]`, (one) => one.checked), true);
  await page.evaluate(() => (location.hash = "#/berkas"));
  const { text: saved } = await hands.saved(() => hands.press('[data-click="save"]'));
  assert.deepEqual(JSON.parse(saved).rat, { history: [{ year: due(0), held: "yes", minutes: 3 }], note: "dari cabang" });
});

journey("a Merah Putih cooperative of 612 plans its RAT and takes the deadlines to a calendar", {}, async (stage) => {
  const { page, open, hands, settled, quiet, shot } = stage;
  await open("#/cek");
  await settled();
  await hands.choose("kind", "kdmp");
  await hands.choose("level", "primary");
  await next(page, hands);
  await hands.day("established", `${year - 1}-07-02`);
  await page.evaluate(() => (location.hash = "#/kalender"));
  await page.waitForSelector("#chosen");
  await onwards(page, hands, 'a[href="#/rapat"]');
  await hands.fill("#members", "612");
  await hands.choose("form", "groups");
  await shot("rat-b-meeting-phone", { full: true });
  await next(page, hands);
  assert.match(await text(page), /612 anggota · rapat kelompok/);
  assert.match(await text(page), /Rapat kelompok: undangan 7 hari/);
  await hands.day("chosen", day(3));
  assert.match(await text(page, "section.verdict"), /melanggar aturan/);
  await hands.press('[data-click^="rat put chosen"]');
  const chosen = await hands.dayOf("chosen");
  assert.ok(chosen > day(14), `${chosen} leaves no time for the invitation`);
  const calendar = await text(page);
  assert.match(calendar, /Batas hukum/);
  assert.match(calendar, /Batas anjuran/);
  assert.match(calendar, /Kirim undangan rapat kelompok/);
  assert.match(await page.$eval("svg.timeline desc", (one) => one.textContent), /Hari ini/);
  await shot("rat-b-calendar-phone", { full: true });
  await page.setViewport(WIDE);
  await shot("rat-b-calendar-projector", { full: true });
  await page.setViewport(PHONE);

  const { name, file, text: ics } = await hands.saved(() => hands.press('[data-click="rat calendar"]'));
  assert.match(name, /^rat-\d{4}\.ics$/);
  const events = new ICAL.Component(ICAL.parse(ics)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  assert.ok(events.length >= 8, `only ${events.length} deadlines`);
  assert.equal(new Set(events.map(({ uid }) => uid)).size, events.length, "a UID is repeated");
  for (const event of events) {
    assert.ok(event.startDate.isDate && event.startDate.toString() >= day(0), `${event.summary} is no whole day ahead`);
    assert.equal(event.endDate.subtractDate(event.startDate).days || event.endDate.subtractDate(event.startDate).weeks * 7, 1);
    assert.ok(event.component.getAllSubcomponents("valarm").length > 0, `${event.summary} reminds of nothing`);
    assert.ok(event.description.length > 0);
  }
  const meeting = events.find(({ startDate, summary }) => startDate.toString() === chosen && /^Hari RAT/.test(summary));
  assert.ok(meeting, "the RAT itself is not in the file");
  assert.ok(events.some(({ summary }) => /rapat kelompok/.test(summary)), "no group meetings in the file");
  await rm(file);
  const { text: again } = await hands.saved(() => hands.press('[data-click="rat calendar"]'));
  assert.equal(again, ics, "the same deadlines have the same UIDs");
  quiet();
});

journey("a quorum of twenty-one is counted by thumb and read from the back of the room", {}, async (stage) => {
  const { page, open, hands, shot } = stage;
  await open("#/kuorum");
  assert.match(await text(page), /Isi dulu jumlah anggota/);
  await hands.fill("#members", "21");
  await hands.leave();
  const figure = (id) => page.$eval(`#kuorum-${id}`, (one) => one.textContent);
  assert.deepEqual(await Promise.all(["required", "safe"].map(figure)), ["11", "12"]);
  await hands.press('[data-click="rat step quorum.present 10"]');
  assert.match(await text(page, ".verdict-big"), /Belum kuorum/);
  assert.equal(await figure("missing"), "1");
  await shot("rat-c-quorum-phone");
  const buttons = await page.$$eval(".counter-row button", (all) => all.map((one) => one.getBoundingClientRect()).map(({ height, width }) => Math.min(height, width)));
  assert.ok(buttons.every((least) => least >= 44), `a button is too small for a thumb: ${buttons}`);
  await hands.press('[data-click="rat step quorum.present 1"]');
  assert.match(await text(page, ".verdict-big"), /Kuorum tercapai/);
  assert.match(await text(page), /1 lagi ke target aman/);
  await hands.fill('[id="quorum.present"]', "22");
  assert.match(await text(page, '[id="quorum.present-error"]'), /lebih banyak/);
  await hands.fill('[id="quorum.present"]', "12");
  assert.equal(await figure("missing"), "0");
  await page.setViewport(WIDE);
  const size = await page.$eval("#kuorum-present", (one) => Number.parseFloat(getComputedStyle(one).fontSize));
  assert.ok(size >= 64, `figures of ${size} px cannot be read from the back`);
  await shot("rat-c-quorum-projector");
  await page.waitForFunction(() => /Hadir 12\. Kuorum tercapai/.test(document.getElementById("kabar")?.textContent ?? ""));
});

/** What is asked: a legend each, and the day of founding, which stands alone. */
const asked = (page) => page.$$eval("main fieldset:not([data-day]) > legend, #established, #bookYearEnd", (all) => all.length);
/** A slow reader's words a minute, and seconds for a tap and for writing a day. */
const [WORDS, TAP, DAY] = [120, 2, 10];

journey("the quick check takes a thumb fifteen questions and less than five minutes", {}, async ({ page, open, hands, shot }) => {
  await open();
  let [taps, days, words, questions] = [0, 0, 0, 0];
  const tap = async (selector) => {
    await page.$eval(selector, (one) => one.scrollIntoView({ block: "center" }));
    await page.tap(selector);
    taps += 1;
  };
  const choose = (name, value) => tap(`label[for="${name}-${value}"]`);
  const pick = async (id, value) => {
    await hands.day(id, value);
    days += 1;
  };
  const go = async () => {
    words += (await text(page)).split(" ").length;
    questions += await asked(page);
    const before = await page.evaluate(() => location.hash);
    await tap("main > .actions a.button");
    await page.waitForFunction((before) => location.hash !== before && document.activeElement.id === "judul", {}, before);
  };

  await tap('a[href="#/cek"]');
  await page.waitForSelector("#kind-ksp");
  await choose("kind", "ksp");
  await choose("level", "primary");
  await go();
  await pick("established", "2009-05-12");
  await go();
  // The longest way: every RAT was held, so each year asks for its day and its report.
  for (const back of [0, 1, 2]) {
    const path = `year.${due(back)}`;
    await choose(`${path}.held`, "yes");
    await page.waitForSelector(`[id="${path}.heldOn"]`);
    await pick(`${path}.heldOn`, `${due(back) + 1}-03-1${back}`);
    await choose(`${path}.reported`, "yes");
  }
  await go();
  await choose("business", "yes");
  await pick("organs.boardUntil", `${year + 2}-03-01`);
  await pick("organs.supervisorsUntil", `${year + 2}-03-01`);
  await go();
  await choose("predicate", "none");
  await go();
  const minutes = (words / WORDS) + (taps * TAP + days * DAY) / 60;
  console.log(`  ${questions} questions, ${taps} taps, ${days} days picked, ${words} words: ${minutes.toFixed(1)} minutes`);
  assert.ok(questions <= 15, `${questions} questions`);
  assert.ok(taps <= 25, `${taps} taps`);
  assert.ok(minutes <= 5, `${minutes} minutes`);
  assert.match(await text(page), /AktifRAT tiga tahun terakhir digelar.*Calon.*Rendah/);
  await shot("rat-d-standing-phone", { full: true });
});

journey("the way back shows each screen's own heading", {}, async ({ page, open, hands }) => {
  await open("#/cek");
  await next(page, hands);
  await next(page, hands);
  const heading = (words) => page.waitForFunction((words) => document.querySelector("#judul")?.textContent === words, {}, words);
  await heading("RAT yang sudah jatuh tempo");
  // The heading has the focus; going back by the browser must not leave its words behind.
  await page.goBack();
  await heading("Berdiri dan tutup buku");
  await page.goBack();
  await heading("Koperasi Anda");
});
