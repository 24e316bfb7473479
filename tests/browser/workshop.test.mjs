// A workshop: thirty boards carry their results as QR pictures, typed groups and files; one laptop collects them without a
// network and shows the class in one picture; the trainer's stage is run by keys alone.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import jsQR from "jsqr";
import { PNG } from "pngjs";

import { DESKTOP, PHONE, PROJECTOR, journey } from "./harness.mjs";

const axe = await readFile(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
const sample = JSON.parse(await readFile(new URL("../../src/page/samples/rat-terlambat.json", import.meta.url), "utf8"));

const text = (page, selector = "main") => page.$eval(selector, (element) => element.textContent.replace(/\s+/g, " ").trim());
const go = async (page, hash) => {
  // The new screen is there once its heading has taken the focus.
  await page.evaluate((hash) => (document.activeElement?.blur(), (location.hash = hash)), hash);
  await page.waitForFunction((hash) => location.hash === hash && document.activeElement.id === "judul", {}, hash);
};
const groups = (page) => page.$$eval(".code-groups code", (all) => all.map((one) => one.textContent));

/** What somebody else's decoder reads off a photograph of the screen. */
async function photographed(page) {
  const picture = await page.$("svg.qr");
  await picture.scrollIntoView();
  const { data, width, height } = PNG.sync.read(Buffer.from(await picture.screenshot()));
  return jsQR(new Uint8ClampedArray(data), width, height)?.data;
}

/** A number that looks like chance and is always the same. */
function mixed(number) {
  const first = Math.imul(number ^ (number >>> 15) ^ 0x9e3779b9, 0x85ebca6b);
  return (Math.imul(first ^ (first >>> 13), 0xc2b2ae35) ^ (first >>> 16)) >>> 0;
}

/** Another board: the same form, other answers. */
function board(number) {
  const answers = Object.fromEntries(Object.entries(sample.answers).map(([item, answer], place) => [item, mixed(number * 1000 + place) % 10 < 3 ? "no" : answer]));
  return JSON.stringify({ ...sample, answers, profile: { ...sample.profile, name: `Koperasi Rahasia ${number}` } });
}

/** Drops files on the page, as a hand would from a folder. */
const drop = (page, files) =>
  page.evaluate((files) => {
    const carried = new DataTransfer();
    for (const [name, content] of files) carried.items.add(new File([content], name, { type: "text/plain" }));
    const event = (type) => new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: carried });
    document.querySelector("main").dispatchEvent(event("dragover"));
    document.querySelector("main").dispatchEvent(event("drop"));
  }, files);

journey("thirty boards make a class on one laptop, without a network", { timeout: 400_000, size: DESKTOP }, async (stage) => {
  const { page, open, hands, host, settled, shot, printed, quiet } = stage;
  await open("#/kode");
  await settled();
  await page.setOfflineMode(true);

  const boards = [];
  for (let number = 0; number < 30; number += 1) {
    await go(page, "#/berkas");
    await page.$eval("details#teks", (details) => (details.open = true));
    await page.$eval("#tempel", (field, value) => {
      field.value = value;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }, board(number));
    await page.waitForFunction(() => location.hash === "#/isian");
    await go(page, "#/kode");
    const code = await groups(page);
    boards.push(code);
    if (number < 5) assert.equal(await photographed(page), `CERMIN:${code.join("").replaceAll("-", "")}`, `board ${number}`);
    assert.doesNotMatch(await text(page), /Rahasia/);
    if (number === 0) await shot("workshop-code-desktop", { full: true });
  }
  assert.equal(new Set(boards.map(String)).size, 30, "thirty boards, thirty codes");
  const { name, text: saved } = await hands.saved(() => hands.press('[data-click="workshop code-file"]'));
  assert.match(name, /^cermin-koperasi-kode-[0-9A-Z]{12}\.txt$/);
  assert.match(saved, /^cermin-koperasi kode\n/);
  assert.doesNotMatch(saved, /Rahasia/);

  await go(page, "#/kumpul");
  await hands.fill("#kode", boards[0].join(" ").toLowerCase());
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => /1 hasil baru masuk/.test(document.querySelector("main").textContent));
  const wrong = boards[1].map((group, place) => (place === 2 ? group.replace(/.$/, (last) => (last === "7" ? "8" : "7")) : group));
  await hands.fill("#kode", wrong.join(" "));
  assert.match(await text(page, ".read"), /Periksa lagi kelompok 3/);
  await hands.press("#masukkan");
  assert.match(await text(page, "#kode-salah"), /Kelompok 3 salah ketik/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "kode-salah");
  await shot("workshop-collect-typo");

  const file = (code) => `cermin-koperasi kode\n${code.join("\n")}\n`;
  await drop(page, [...boards.slice(1, 20).map((code, place) => [`hasil-${place}.txt`, file(code)]), ["rusak.txt", file(wrong)], ["lagi.txt", file(boards[0])]]);
  await page.waitForFunction(() => /19 hasil baru/.test(document.querySelector("#laporan")?.textContent ?? ""));
  const report = await text(page, "#laporan");
  for (const part of ["19 hasil baru masuk", "1 sudah ada", "1 berkas tidak terbaca", "rusak.txt Kelompok 3 salah ketik"]) {
    assert.ok(report.includes(part), `${part} is not in: ${report}`);
  }
  await shot("workshop-collect-desktop", { full: true });

  const folder = await mkdtemp(path.join(tmpdir(), "kelas-"));
  const paths = [];
  for (const [place, code] of boards.slice(20).entries()) {
    paths.push(path.join(folder, `${place}.txt`));
    await writeFile(paths.at(-1), file(code));
  }
  const field = await page.$("#berkas-kelas");
  await field.uploadFile(...paths);
  await page.waitForFunction(() => /30 koperasi di kelas ini/.test(document.querySelector("main").textContent));
  await rm(folder, { recursive: true });

  await go(page, "#/kelas");
  const picture = await text(page);
  for (const part of ["30 koperasi, tanpa nama", "perkiraan mandiri, bukan predikat resmi", "Sepuluh indikator terlemah", "Pelatihan yang paling dibutuhkan"]) {
    assert.ok(picture.includes(part), `${part} is not in: ${picture}`);
  }
  await shot("workshop-class-desktop", { full: true });
  await printed("workshop-class");
  const svg = await hands.saved(() => hands.press('[data-click="workshop drawing"]'));
  assert.match(svg.text, /^<svg[^>]* xmlns=/);
  const table = await hands.saved(() => hands.press('[data-click="workshop table"]'));
  assert.match(table.text, /Koperasi;30/);
  const room = await hands.saved(() => hands.press('[data-click="workshop room-file"]'));
  assert.equal(JSON.parse(room.text).codes.length, 30);
  quiet();

  await page.setOfflineMode(false);
  await stage.reload();
  await page.waitForFunction(() => /30 koperasi, tanpa nama/.test(document.querySelector("main").textContent));
  await page.goto(`${host.url}#/kumpul/${boards[3].join("")}`);
  await page.waitForFunction(() => location.hash === "#/kumpul" && /1 sudah ada/.test(document.querySelector("main").textContent));
  assert.ok(host.requests.every((line) => !line.includes(boards[3][0])), "the code never reaches the host");
});

journey("ten thousand files in one go, three of them broken, and the page still answers", { timeout: 300_000, size: DESKTOP }, async ({ page, open }) => {
  await open("#/kumpul");
  // The same few codes again and again: what counts here is the crowd of files.
  await page.evaluate(() => {
    const carried = new DataTransfer();
    for (let place = 0; place < 10_000; place += 1) {
      carried.items.add(new File([place % 4000 === 7 ? "bukan kode" : ""], `berkas-${place}.txt`));
    }
    window.longest = 0;
    let last = performance.now();
    window.beating = setInterval(() => {
      window.longest = Math.max(window.longest, performance.now() - last);
      last = performance.now();
    }, 20);
    document.querySelector("main").dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: carried }));
  });
  await page.waitForSelector("#app progress", { timeout: 60_000 });
  await page.waitForSelector("#laporan", { timeout: 240_000 });
  assert.match(await text(page, "#laporan"), /10000 berkas tidak terbaca[^]*dan 9900 lagi/);
  const longest = await page.evaluate(() => window.longest);
  assert.ok(longest < 2_000, `the page did not answer for ${longest} ms`);
});

/** A browser that reads QR pictures, and a camera that sees what `before` says. */
function withCamera() {
  globalThis.BarcodeDetector = class {
    static getSupportedFormats = async () => ["qr_code"];
    detect = async () => [{ rawValue: globalThis.before ?? "CERMIN:1" }];
  };
  const devices = { getUserMedia: async () => document.createElement("canvas").captureStream() };
  Object.defineProperty(navigator, "mediaDevices", { value: devices });
}

journey("a camera reads one board after the other, where the browser can", { size: DESKTOP, before: withCamera }, async ({ page, open, hands }) => {
  await open("#/pelatih");
  const sent = JSON.stringify(sample);
  await go(page, "#/berkas");
  await page.$eval("details#teks", (details) => (details.open = true));
  await page.$eval("#tempel", (field, value) => {
    field.value = value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }, sent);
  await page.waitForFunction(() => location.hash === "#/isian");
  await go(page, "#/kode");
  const code = (await groups(page)).join("").replaceAll("-", "");
  await go(page, "#/kumpul");
  await hands.press('[data-click="workshop look yes"]');
  await page.waitForSelector("#kode-salah");
  await page.evaluate((code) => (globalThis.before = `CERMIN:${code}`), code);
  await page.waitForFunction(() => /1 koperasi di kelas ini/.test(document.querySelector("main").textContent));
  assert.equal(await page.$("#kode-salah"), null);
  await go(page, "#/kelas");
  await go(page, "#/kumpul");
  assert.equal(await page.$("#kamera"), null, "the camera went off with its screen");
});

journey("the stage is run by keys, in projector type", { timeout: 200_000, size: PROJECTOR }, async ({ page, open, shot }) => {
  await open("#/pelatih/3");
  const seen = () => text(page, ".stage");
  const question = await text(page, "h1");
  await shot("workshop-stage-1024");
  for (const [key, digits] of [["1", "12"], ["2", "6"], ["3", "4"]]) {
    await page.keyboard.press(key);
    await page.keyboard.type(digits);
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "judul");
  }
  assert.equal(await page.$(".stage progress"), null, "no bar before it is revealed");
  await page.keyboard.press("Space");
  await page.waitForSelector(".stage progress");
  assert.match(await seen(), /12 \(55%\)/);
  await page.keyboard.press("4");
  await page.keyboard.press("5");
  assert.match(await seen(), /Yang dilihat pemeriksa[^]*Yang dibawa ke meja/);
  await shot("workshop-stage-open-1024", { full: true });
  await page.keyboard.press("0");
  await page.waitForFunction(() => /1:5\d/.test(document.querySelector(".stage-clock").textContent));
  await page.keyboard.press("0");
  const small = await page.$$eval(".stage, .stage *", (all) => all.filter((one) => one.checkVisibility() && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) && Number.parseFloat(getComputedStyle(one).fontSize) < 28 && !one.classList.contains("unseen")).map((one) => one.outerHTML.slice(0, 80)));
  assert.deepEqual(small, [], "smaller than 28 px");
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction((before) => location.hash === "#/pelatih/4" && document.querySelector("h1").textContent !== before, {}, question);
  assert.equal(await page.$(".asked"), null);
  const fits = await page.evaluate(() => document.querySelector(".stage-actions").getBoundingClientRect().bottom <= innerHeight);
  assert.ok(fits, "one question fits 1024×768");
  await page.keyboard.press("ArrowLeft");
  await page.waitForFunction(() => location.hash === "#/pelatih/3");
  await page.setViewport({ width: 1920, height: 1080 });
  await shot("workshop-stage-1920");
});

journey("no screen of the workshop has a fault that axe finds, or is wider than a phone of 320", { timeout: 300_000, size: { ...PHONE, width: 320 }, state: { ...sample } , tolerate: /404/ }, async ({ page, open, shot }) => {
  await open("#/kode");
  const code = await groups(page);
  await page.evaluate(axe);
  for (const screen of ["pelatih", "pelatih/1", "contoh", "contoh/kredit-macet", "naskah/60", "naskah/180", "kode", "kumpul", "kelas"]) {
    if (screen !== "kode") await go(page, `#/${screen}`);
    else await page.evaluate(() => (location.hash = "#/kode"));
    if (screen === "kumpul") {
      await drop(page, [["a.txt", code.join("\n")], ["b.txt", "bukan"]]);
      await page.waitForSelector("#laporan");
    }
    const faults = await page.evaluate(async () => (await window.axe.run("main")).violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`));
    assert.deepEqual(faults, [], screen);
    const [width, room] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    assert.ok(width <= room, `${screen} is ${width} wide, the phone ${room}`);
    await shot(`workshop-${screen.replace("/", "-")}-320`, { full: true });
  }
});

journey("the single file runs a workshop too", { file: true, size: DESKTOP }, async ({ page, open, quiet }) => {
  await open("#/kumpul");
  assert.match(await text(page), /Kode peserta/);
  await go(page, "#/pelatih/1");
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => location.hash === "#/pelatih/2");
  quiet({ rest: false });
});
