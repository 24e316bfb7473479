// A workshop: thirty boards carry their results as QR pictures, typed groups and files; one laptop collects them without a
// network and shows the class in one picture; the trainer's stage is run by keys alone.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { PNG } from "pngjs";

import { examine, faults } from "./axe.mjs";
import { families, widths } from "./fonts.mjs";
import { DESKTOP, PHONE, PROJECTOR, journey, setStage } from "./harness.mjs";
import { board, drop, go, groups, paste, photographed, sample, says, spoken, text } from "./room.mjs";

journey("thirty boards make a class on one laptop, without a network", { size: DESKTOP }, async (stage) => {
  const { page, open, hands, host, settled, shot, printed, quiet } = stage;
  await open("#/kode");
  await settled();
  await page.setOfflineMode(true);

  const boards = [];
  for (let number = 0; number < 30; number += 1) {
    await paste(page, board(number));
    await go(page, "#/kode");
    const code = await groups(page);
    boards.push(code);
    if (number < 5) assert.equal(await photographed(page), spoken(code), `board ${number}`);
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
  for (const part of ["19 hasil baru masuk", "1 sudah ada", "1 tidak terbaca", "rusak.txt Kelompok 3 salah ketik"]) {
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

  // The 31st comes with a code that was copied wrong: a sentence says where, and the class stays as it is.
  await hands.fill("#kode", wrong.join(" "));
  await hands.press("#masukkan");
  assert.match(await text(page, "#kode-salah"), /Kelompok 3 salah ketik\. Cocokkan lagi hurufnya\./);
  assert.match(await text(page), /30 koperasi di kelas ini/);

  await go(page, "#/kelas");
  assert.match(await text(page), /Gambar tampil sesudah pengumpulan dinyatakan selesai/);
  assert.equal(await page.$(".class-picture"), null, "nobody watches it grow");
  await go(page, "#/kumpul");
  await hands.press('[data-click="workshop finish"]');
  await page.waitForFunction(() => location.hash === "#/kelas" && document.querySelector(".class-picture"));
  const picture = await text(page);
  for (const part of ["30 koperasi, tanpa nama", "perkiraan mandiri, bukan predikat resmi", "Isi di bawah tiga koperasi digabung"]) {
    assert.ok(picture.includes(part), `${part} is not in: ${picture}`);
  }
  // Which of them depends on how far averages are told: beside merged counts they are ranges.
  assert.match(picture, /Indikator terlemah|Terendah sejauh dijawab/);
  assert.match(picture, /Pelatihan yang (paling )?dibutuhkan/);
  await shot("workshop-class-desktop", { full: true });
  await printed("workshop-class");
  await page.setViewport(PROJECTOR);
  await hands.press('a[href="#/kelas/1"]');
  await slides(page, shot);
  await page.setViewport(DESKTOP);
  const svg = await hands.saved(() => hands.press('[data-click="workshop drawing 0"]'));
  assert.match(svg.text, /^<svg[^>]* xmlns=/);
  const table = await hands.saved(() => hands.press('[data-click="workshop table"]'));
  assert.match(table.text, /Koperasi;30/);
  const room = await hands.saved(() => hands.press('[data-click="workshop room-file"]'));
  assert.equal(JSON.parse(room.text).codes.length, 30);
  assert.match(room.name, /^cermin-koperasi-kelas-\d{4}-\d\d-\d\d\.json$/);
  const painting = await hands.saved(() => hands.press('[data-click="workshop painting 0"]'));
  const { width, height, data } = PNG.sync.read(await readFile(painting.file));
  assert.ok(width === 1280 && height > 600 && data.some((byte) => byte < 128) && data[0] === 255, `${width}×${height}`);

  // Another day's class: the boards that came then had not been trained. Merged it makes a larger class; beside this one
  // it says whether the training helped.
  const before = JSON.parse(room.text).codes.slice(0, 12);
  const shelf = await mkdtemp(path.join(tmpdir(), "kelas-"));
  const earlier = path.join(shelf, "kelas-lama.json");
  await writeFile(earlier, JSON.stringify({ ...JSON.parse(room.text), codes: before, waiting: undefined }));
  await hands.opened(() => hands.press("#kelas-lama"), earlier);
  await page.waitForFunction(() => /Terdahulu/.test(document.querySelector(".compare").textContent));
  assert.match(await text(page, ".compare"), /Koperasi ?12 ?30/);
  assert.match(await text(page, ".compare"), /Yang paling (naik|turun)|Belum ada perubahan yang pasti/);
  await shot("workshop-compare-desktop", { full: true });
  await go(page, "#/kumpul");
  await (await page.$("#berkas-kelas")).uploadFile(earlier);
  await page.waitForFunction(() => /12 sudah ada/.test(document.querySelector("#laporan")?.textContent ?? ""));
  await rm(shelf, { recursive: true });
  await go(page, "#/kelas");
  quiet();

  await page.setOfflineMode(false);
  await stage.reload();
  await page.waitForFunction(() => /30 koperasi, tanpa nama/.test(document.querySelector("main").textContent));
  await page.goto(`${host.url}#/kumpul/${boards[3].join("")}`);
  await page.waitForFunction(() => location.hash === "#/kumpul" && /datang bersama tautan/.test(document.querySelector("main").textContent));
  await page.click("#masukkan");
  await page.waitForFunction(() => /1 sudah ada/.test(document.querySelector("main").textContent));
  assert.ok(host.requests.every((line) => !line.includes(boards[3][0])), "the code never reaches the host");
});

journey("boards name obstacles and what they do not know; the class reads pictures of their codes and chats with several", { size: DESKTOP }, async ({ page, open, hands, shot }) => {
  await open("#/kode");
  const boards = [];
  for (let number = 0; number < 8; number += 1) {
    const one = board(number);
    await paste(page, { ...one, answers: { ...one.answers, "A.I.1.a": "unknown", ...(number < 4 ? { "A.I.2.a": "unknown" } : {}) } });
    await go(page, "#/kode");
    for (const place of number < 2 ? [0, 4] : [0, 1]) await hands.toggle(`#hambatan-${place}`);
    await page.waitForFunction(() => document.querySelectorAll("fieldset :checked").length === 2);
    assert.match(await text(page), /Dijawab belum tahu ?A\.I\.1\.a/);
    boards.push(await groups(page));
    if (number === 0) {
      assert.equal(await photographed(page), spoken(boards[0]), "the larger picture is read as well");
      await hands.toggle("#hambatan-2");
      await page.waitForSelector("#hambatan-8:disabled");
      await hands.toggle("#hambatan-2");
      await page.waitForSelector("#hambatan-8:enabled");
      await shot("workshop-obstacles-desktop", { full: true });
    }
  }
  const screens = [];
  const folder = await mkdtemp(path.join(tmpdir(), "kelas-"));
  // What a phone shows is a screenshot, and in a large photograph a small part.
  for (const [place, size] of [[7, { width: 360, height: 740, deviceScaleFactor: 3 }], [6, { width: 2000, height: 1500 }]]) {
    await paste(page, { ...board(place), answers: { ...board(place).answers, "A.I.1.a": "unknown" } });
    await go(page, "#/kode");
    boards[place] = await groups(page);
    await page.setViewport(size);
    await (await page.$("svg.qr")).scrollIntoView();
    screens.push(path.join(folder, `foto-${place}.png`));
    await page.screenshot({ path: screens.at(-1) });
    await page.setViewport(DESKTOP);
  }
  screens.push(path.join(folder, "kosong.png"));
  await writeFile(screens.at(-1), PNG.sync.write(new PNG({ width: 60, height: 60 })));
  await go(page, "#/kumpul");
  await (await page.$("#berkas-kelas")).uploadFile(...screens);
  await page.waitForFunction(() => /2 hasil baru masuk/.test(document.querySelector("#laporan")?.textContent ?? ""));
  assert.match(await text(page, "#laporan"), /kosong\.png Berkas ini tidak bisa dibaca: bukan teks, dan tidak ada QR/);
  await rm(folder, { recursive: true });

  const chat = boards.slice(0, 4).map((code, place) => `[29/11 10.0${place}] Peserta ${place}: ${place % 2 ? spoken(code) : code.join(" ")}`).join("\n");
  await hands.fill("#kode", chat.replaceAll("\n", " "));
  await hands.press("#masukkan");
  await page.waitForFunction(() => /6 koperasi di kelas ini/.test(document.querySelector("main").textContent));
  await drop(page, [["pesan.txt", boards.slice(3, 6).map((code) => code.join("\n")).join("\n\n")]]);
  await page.waitForFunction(() => /8 koperasi di kelas ini/.test(document.querySelector("main").textContent));
  await hands.press('[data-click="workshop finish"]');
  await page.waitForSelector(".class-picture");
  assert.match(await text(page), /Hambatan menurut pengurus[^]*Biaya RAT ?5[^]*Butir yang paling banyak dijawab belum tahu[^]*A\.I\.1\.a/);
  assert.doesNotMatch(await text(page), /Ada perselisihan/, "two are not told");
  await shot("workshop-class-obstacles-desktop", { full: true });
  // From an item of the class to the stage, and along its list.
  await hands.press('.class-picture a[href^="#/pelatih/"]');
  await page.waitForSelector(".stage");
  await page.$eval(".stage-more", (details) => (details.open = true));
  await page.select("#daftar", "doubts");
  await page.waitForFunction(() => /Butir 1 dari 2(?!\d)/.test(document.querySelector(".stage-place").textContent));
  // After a choice the keys are the question's again.
  await page.waitForFunction(() => document.activeElement.id === "judul");
  await page.$eval(".stage-more", (details) => (details.open = false));
  await page.keyboard.press("1");
  await page.waitForFunction(() => document.querySelector("#suara-yes").value === "1");
  for (const [width, height] of [[1280, 720], [1024, 768]]) {
    await page.setViewport({ width, height });
    assert.ok(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight), `the stage fits ${width}×${height}`);
    await shot(`workshop-stage-list-${width}`);
  }
});

journey("in projector mode every screen has large type and none is wider than the projector", { size: PROJECTOR, state: { ...sample }, tolerate: /404/ }, async ({ page, open, shot }) => {
  await open("#/pelatih", { search: "?mode=projector" });
  for (const screen of ["pelatih", "profil", "hasil", "isian", "kode", "kumpul", "kelas", "meja", "naskah/60"]) {
    await go(page, `#/${screen}`);
    const { small, wide } = await page.evaluate(() => ({
      small: Number.parseFloat(getComputedStyle(document.querySelector("main")).fontSize) < 28,
      wide: document.documentElement.scrollWidth - innerWidth,
    }));
    assert.ok(!small && wide <= 0, `${screen}: ${wide} px wider`);
    await shot(`workshop-projector-${screen.replace("/", "-")}`);
  }
});

journey("ten thousand files in one go, three of them broken, and the page still answers", { size: DESKTOP }, async ({ page, open }) => {
  await open("#/kumpul");
  // The same few codes again and again: what counts here is the crowd of files.
  await page.evaluate(() => {
    const carried = new DataTransfer();
    for (let place = 0; place < 10_000; place += 1) {
      carried.items.add(new File([place % 4000 === 7 ? "bukan kode" : ""], `berkas-${place}.txt`));
    }
    window.longest = window.turns = 0;
    let last = performance.now();
    // Whoever presses something meanwhile gets a turn between two others, as this does again and again.
    const beat = new MessageChannel();
    beat.port1.onmessage = () => {
      window.longest = Math.max(window.longest, performance.now() - last);
      last = performance.now();
      if (document.querySelector("#app progress")) window.turns += 1;
      beat.port2.postMessage(0);
    };
    beat.port2.postMessage(0);
    document.querySelector("main").dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: carried }));
  });
  await page.waitForSelector("#app progress");
  await page.waitForSelector("#laporan");
  assert.match(await text(page, "#laporan"), /10000 tidak terbaca[^]*dan 9900 lagi/);
  const { longest, turns } = await page.evaluate(() => ({ longest: window.longest, turns: window.turns }));
  console.log(`  longest without an answer: ${Math.round(longest)} ms`);
  assert.ok(turns >= 400, `between ten thousand files the page answered ${turns} times only`);
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

journey("a camera reads one board after the other, where the browser can", { size: DESKTOP, before: withCamera }, async ({ page, open, hands, shot }) => {
  await open("#/pelatih");
  await paste(page, sample);
  await go(page, "#/kode");
  const code = spoken(await groups(page));
  await go(page, "#/kumpul");
  await hands.press('[data-click="workshop look yes"]');
  await page.waitForSelector("#kode-salah");
  await page.evaluate((code) => (globalThis.before = code), code);
  await page.waitForFunction(() => /1 koperasi di kelas ini/.test(document.querySelector(".caught").textContent));
  assert.equal(await page.$("#kode-salah"), null);
  await page.setViewport(PROJECTOR);
  const seen = await page.evaluate(() => ["#kamera", ".caught"].map((one) => document.querySelector(one).getBoundingClientRect()).map(({ top, bottom }) => top >= 0 && bottom <= innerHeight));
  assert.deepEqual(seen, [true, true], "camera and what it saw are on one screen");
  await shot("workshop-camera-1024");
  await page.setViewport(DESKTOP);
  await go(page, "#/kelas");
  await go(page, "#/kumpul");
  assert.equal(await page.$("#kamera"), null, "the camera went off with its screen");
});

journey("the stage is run by keys, in projector type", { size: PROJECTOR }, async ({ page, open, hands, shot }) => {
  await open("#/pelatih/3");
  const seen = () => text(page, ".stage");
  const question = await text(page, "h1");
  await shot("workshop-stage-1024");
  // A key a hand; the focus stays where it is. A count can be typed, too.
  for (const [key, vote, hands] of [["1", "yes", 12], ["2", "no", 6], ["3", "unknown", 3]]) {
    for (let hand = 0; hand < hands; hand += 1) await page.keyboard.press(key);
    await page.waitForFunction((vote, hands) => document.getElementById(`suara-${vote}`).value === String(hands), {}, vote, hands);
  }
  await page.focus("#suara-unknown");
  await page.keyboard.press("End");
  await page.keyboard.press("Backspace");
  await page.keyboard.type("4");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "judul");
  assert.equal(await page.$(".stage progress"), null, "no bar before it is revealed");
  const veil = () => page.$eval("#suara-yes", (field) => getComputedStyle(field).webkitTextSecurity);
  assert.equal(await veil(), "disc", "the room does not read the counts off the fields either");
  await shot("workshop-stage-veiled-1024");
  await page.keyboard.press("Space");
  await page.waitForSelector(".stage progress");
  assert.match(await seen(), /12 \(55%\)/);
  assert.equal(await veil(), "none");
  for (const [key, sight] of [["4", "why"], ["5", "evidence"]]) {
    await page.keyboard.press(key);
    await page.waitForFunction((id) => document.activeElement.id === id, {}, `lihat-${sight}`);
    // What was asked for last is in view, above the buttons.
    const { top, bottom, buttons } = await page.evaluate((id) => {
      const { top, bottom } = document.getElementById(id).getBoundingClientRect();
      return { top, bottom, buttons: document.querySelector(".stage-actions").getBoundingClientRect().top };
    }, `lihat-${sight}`);
    assert.ok(top >= 0 && bottom <= buttons + 1, `${sight}: ${top} to ${bottom}, buttons from ${buttons}`);
  }
  assert.match(await seen(), /Yang dilihat pemeriksa[^]*Yang dibawa ke meja/);
  await shot("workshop-stage-open-1024", { full: true });
  await page.keyboard.press("0");
  await page.waitForFunction(() => /1:5\d/.test(document.querySelector(".stage-clock").textContent));
  await page.keyboard.press("0");
  const small = await page.$$eval(".stage, .stage *", (all) => all.filter((one) => one.checkVisibility() && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) && Number.parseFloat(getComputedStyle(one).fontSize) < 28 && !one.classList.contains("unseen")).map((one) => one.outerHTML.slice(0, 80)));
  assert.deepEqual(small, [], "smaller than 28 px");
  assert.deepEqual(await page.evaluate(faint, 7), [], "less than 7 : 1");
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction((before) => location.hash === "#/pelatih/4" && document.querySelector("h1").textContent !== before, {}, question);
  assert.equal(await page.$(".asked"), null);
  const fits = await page.evaluate(() => document.querySelector(".stage-actions").getBoundingClientRect().bottom <= innerHeight);
  assert.ok(fits, "one question fits 1024×768");
  await page.keyboard.press("ArrowLeft");
  await page.waitForFunction(() => location.hash === "#/pelatih/3");
  await page.setViewport({ width: 1920, height: 1080 });
  await shot("workshop-stage-1920");

  // A presenter's remote, the ends, a number, the help, and the way out. A key means the screen that was asked for last, however
  // fast it follows.
  const stands = (place) => page.waitForFunction((place) => location.hash === `#/pelatih/${place}` && document.getElementById("butir")?.getAttribute("value") === String(place) && document.activeElement.id === "judul", {}, place);
  await page.keyboard.press("Home");
  await page.keyboard.press("PageDown");
  await page.keyboard.press("PageDown");
  await page.keyboard.press("PageDown");
  await page.keyboard.press("PageUp");
  await stands(3);
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => /^#\/pelatih\/1\d\d$/.test(location.hash) && location.hash.endsWith(`/${document.getElementById("butir")?.getAttribute("value")}`) && !document.querySelector("[data-key~=PageDown]"));
  await page.keyboard.press("?");
  await page.waitForSelector(".stage-more[open]");
  await page.focus("#butir");
  await page.keyboard.down("Control");
  await page.keyboard.press("a");
  await page.keyboard.up("Control");
  await page.keyboard.type("60");
  await hands.leave();
  await stands(60);
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => location.hash === "#/pelatih" && !document.querySelector(".stage"));
});

/** The class on a projector: every slide by keys, 28 px and up, and nothing below the fold of two sizes. */
async function slides(page, shot) {
  // The address and the focus of the slide before are no sign yet that this one is drawn.
  const stands = (place) => page.waitForFunction((place) => location.hash === `#/kelas/${place}` && document.activeElement.id === "judul" && document.querySelector(".stage-place").textContent.startsWith(`${place}/`), {}, place);
  await stands(1);
  const all = Number((await text(page, ".stage-place span")).match(/(\d+)$/)[1]);
  assert.ok(all >= 5, `${all} slides`);
  const titles = [];
  for (let place = 1; place <= all; place += 1) {
    if (place > 1) await page.keyboard.press(place % 2 ? "ArrowRight" : "PageDown");
    await stands(place);
    titles.push(await text(page, "h1"));
    for (const [width, height] of [[1280, 720], [1024, 768]]) {
      await page.setViewport({ width, height });
      const { small, below } = await page.evaluate(() => {
        const written = [...document.querySelectorAll(".stage *")].filter((one) => one.checkVisibility() && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
        return {
          small: written.filter((one) => Number.parseFloat(getComputedStyle(one).fontSize) < 28).map((one) => one.outerHTML.slice(0, 80)),
          below: document.documentElement.scrollHeight - innerHeight,
        };
      });
      assert.deepEqual(small, [], "smaller than 28 px");
      assert.ok(below <= 0, `slide ${place} is ${below} px longer than ${width}×${height}`);
      await shot(`workshop-slide-${place}-${width}`);
    }
  }
  assert.equal(titles[0], "Sebaran perkiraan predikat");
  assert.match(titles[1], /^(Indikator terlemah|Terendah sejauh dijawab)$/, "what matters comes first");
  for (const title of [/^Pelatihan yang (paling )?dibutuhkan$/, /^RAT terakhir dan status$/]) {
    assert.ok(titles.slice(0, 6).some((one) => title.test(one)), `${title} is none of the first six of ${titles}`);
  }
  await page.keyboard.press("Home");
  await stands(1);
  await page.keyboard.press("End");
  await stands(all);
  await page.keyboard.press("3");
  await stands(3);
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => location.hash === "#/kelas" && document.activeElement.id === "judul");
}

/** Runs in the page: what stands on the stage with less contrast than so (AC-36). */
function faint(least) {
  const brush = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
  const painted = (...colours) => {
    brush.fillStyle = "#fff";
    brush.fillRect(0, 0, 1, 1);
    for (brush.fillStyle of colours) brush.fillRect(0, 0, 1, 1);
    return [...brush.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (rgb) => rgb.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)).reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
  const ground = (element) => (element ? [...ground(element.parentElement), getComputedStyle(element).backgroundColor] : []);
  const contrast = (element) => {
    const behind = ground(element);
    const [one, other] = [painted(...behind), painted(...behind, getComputedStyle(element).color)].map(light);
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  };
  const written = (element) => element.checkVisibility() && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) && !element.closest(".unseen");
  return [...document.querySelectorAll(".stage *")].filter(written).filter((one) => contrast(one) < least).map((one) => `${one.outerHTML.slice(0, 70)} ${contrast(one).toFixed(2)}`);
}

journey("no screen of the workshop has a fault that axe finds, or is wider than a phone of 320", { size: { ...PHONE, width: 320 }, state: { ...sample } , tolerate: /404/ }, async ({ page, open, shot }) => {
  await open("#/kode");
  const code = await groups(page);
  await examine(page);
  const fonts = await families(page);
  for (const screen of ["pelatih", "pelatih/1", "contoh", "contoh/kredit-macet", "naskah/60", "naskah/180", "kode", "kumpul", "kelas", "suara", "musyawarah", "meja", "meja/1"]) {
    if (screen !== "kode") await go(page, `#/${screen}`);
    else await page.evaluate(() => (location.hash = "#/kode"));
    if (screen === "kumpul") {
      await drop(page, [["a.txt", code.join("\n")], ["b.txt", "bukan"]]);
      await page.waitForSelector("#laporan");
    }
    if (screen === "meja") {
      await drop(page, [["satu.json", JSON.stringify(sample)], ["dua.txt", "cermin-koperasi-sealed 1\n"]]);
      await page.waitForSelector("#laporan");
    }
    assert.deepEqual(await faults(page), [], screen);
    assert.deepEqual(await page.evaluate(widths, fonts, [["a narrow phone", ""]]), [], screen);
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

journey("a board that did the quick check alone hands in its code, and the single file keeps the class once it was asked to", { file: true, size: DESKTOP }, async ({ page, open, reload, hands }) => {
  const phone = await setStage({ size: PHONE });
  let code;
  try {
    await phone.open("#/cek");
    await phone.page.waitForSelector("#kind-ksp");
    for (const [screen, choice] of [["#/cek", "kind-ksp"], ["#/cek", "level-primary"], ["#/cek/4", "business-yes"]]) {
      await go(phone.page, screen);
      await phone.page.click(`label[for="${choice}"]`);
    }
    await go(phone.page, "#/cek/2");
    await phone.hands.day("established", "2009-05-12");
    await go(phone.page, "#/kode");
    code = await groups(phone.page);
    assert.ok(code.length >= 4, await text(phone.page));
  } finally {
    await phone.leave();
  }
  await open("#/pelatih");
  await says(page, /Belum tersimpan/, "#simpanan");
  await go(page, "#/kumpul");
  await hands.fill("#kode", code.join(" "));
  await hands.press("#masukkan");
  await says(page, /1 koperasi di kelas/);
  await hands.press('[data-click="keeping agree"]');
  await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.endsWith(".kelas")));
  await reload();
  await go(page, "#/kumpul");
  await says(page, /1 koperasi di kelas/);
});
