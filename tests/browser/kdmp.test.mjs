// A village cooperative of its first year, from the start page to its first-year path and its sheet: a pasted table with
// deliberate faults is named fault by fault, mended, kept, read off figure by figure, and handed out.

import assert from "node:assert/strict";

import { paste } from "./clipboard.mjs";
import { DESKTOP, PHONE, journey, kept } from "./harness.mjs";
import { poll } from "./kit.mjs";

const day = (offset) => new Date(Date.now() + offset * 86_400_000).toLocaleDateString("sv-SE");
const year = Number(day(0).slice(0, 4));
/** The newest book year whose RAT has fallen due. */
const due = day(0) > `${year}-06-30` ? year - 1 : year - 2;

const TABLE = [
  "Pos\tTahun ini", "Tanah dan bangunan\t40.000.000", "Simpanan pokok\t18.600.000", "Simpanan wajib\t930.000",
  "SHU tahun berjalan\t2.500.000", "Beban kepegawaian\t3.500.000", "Sepeda ketua\t1.000.000",
].join("\r\n");

const faults = (page) => page.$$eval("#kd-periksa [data-check]", (all) => all.map((one) => one.dataset.check));
const onwards = async (page, hands, selector) => {
  const before = await page.evaluate(() => location.hash);
  await hands.press(selector);
  // While the second part is on its way, Tab would go round; Firefox without a window then does nothing for Enter on a button.
  const there = (before) => location.hash !== before && document.activeElement.id === "judul" && !document.querySelector("main [aria-busy]");
  await page.waitForFunction(there, {}, before);
};
const next = (page, hands) => onwards(page, hands, "main .actions a.button");

/** What lies in the clipboard, by pasting it. */
async function clipboard(page) {
  await page.evaluate(() => document.body.append(Object.assign(document.createElement("textarea"), { id: "another-window" })));
  await page.focus("#another-window");
  await page.keyboard.down("Control");
  await page.keyboard.press("v");
  await page.keyboard.up("Control");
  await page.waitForFunction(() => document.getElementById("another-window").value !== "");
  return page.evaluate(() => {
    const area = document.getElementById("another-window");
    area.remove();
    return area.value;
  });
}

for (const browser of ["chromium", "firefox"]) {
  journey(`${browser}: a KDMP of its first year reaches its path and a sheet whose faults are named`, { browser }, async (stage) => {
    const { page, open, hands, settled, quiet, shot, printed } = stage;
    await open();
    await settled();
    await onwards(page, hands, 'a[href="#/cek"]');
    await hands.choose("kind", "kdmp");
    await hands.choose("level", "primary");
    await next(page, hands);
    await hands.day("established", `${due}-07-21`);
    await next(page, hands);
    await hands.choose(`year.${due}.held`, "yes");
    await next(page, hands);
    await hands.choose("business", "yes");
    await next(page, hands);
    await next(page, hands);
    assert.equal(await page.evaluate(() => location.hash), "#/kedudukan");
    const standing = await page.$eval("main", (main) => main.textContent);
    assert.match(standing, /Tahun-tahun pertama/);
    assert.doesNotMatch(standing, /[Rr]evitalisasi|[Rr]eaktivasi/);
    await onwards(page, hands, 'main a[href="#/kdmp"]');

    await paste(page, "#kd-kas_dan_setara_kas-year", TABLE);
    await page.waitForFunction(() => document.activeElement.id === "tempelan");
    // A browser scrolls to what has the focus a frame later.
    await page.waitForFunction(() => {
      const { top, bottom } = document.getElementById("tempelan").getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    });
    assert.equal((await kept(page)).kdmp, undefined, "nothing is stored before the yes");
    assert.match(await page.$eval(".paste", (one) => one.textContent), /Sepeda ketua.*Tidak ada baris/);
    await shot(`kdmp-${browser}-paste-phone`);
    await hands.press('[data-click="kdmp paste yes"]');
    await page.waitForSelector('[data-check="KD-1"]');
    assert.match(await page.$eval("#tempelan", (one) => one.textContent), /belum masuk: Sepeda ketua/, "what had no row is told");
    // Costs without sales are no loss yet: that the sales are missing is told.
    assert.deepEqual(await faults(page), ["KD-1", "KD-4", "KD-6", "KD-9", "KD-10"]);
    assert.match(await page.$eval('[data-check="KD-6"]', (one) => one.textContent), /Rp3\.500\.000.*penjualannya belum diisi/);
    assert.match(await page.$eval('[data-check="KD-1"]', (one) => one.textContent), /Rp40\.000\.000.*Rp22\.030\.000.*Rp17\.970\.000/);
    await shot(`kdmp-${browser}-phone`, { full: true });

    // With sales there is a loss, and it was typed as a plus.
    await paste(page, "#kd-giro-year", "Pos\tTahun ini\r\nPendapatan sembako anggota\t500.000");
    await page.waitForSelector(".paste");
    await hands.press('[data-click="kdmp paste yes"]');
    await page.waitForSelector('[data-check="KD-3"]');
    assert.deepEqual(await faults(page), ["KD-1", "KD-2", "KD-3", "KD-4", "KD-9", "KD-10"]);

    // Bad input: a plain sentence, and what stood there stays.
    await hands.fill("#kd-kas_dan_setara_kas-year", "lima juta");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#kd-kas_dan_setara_kas-year-read .error");
    await page.waitForFunction(() => document.activeElement.id === "kd-giro-year");
    // The arrow leads to the budget and back.
    await page.keyboard.press("ArrowRight");
    assert.equal(await page.evaluate(() => document.activeElement.id), "kd-giro-plan");
    await page.keyboard.press("ArrowLeft");
    assert.equal(await page.evaluate(() => document.activeElement.id), "kd-giro-year");

    // Mended: balanced, the loss with its minus, the meeting's cost booked.
    const corrected = [
      "Kas dan setara kas\t15.530.000", "Tanah dan bangunan\t0", "SHU tahun berjalan\t-4.000.000",
      "Pendapatan sembako anggota\t1.000.000", "Beban rapat anggota\t1.500.000",
    ].join("\r\n").replace("SHU", "Simpanan wajib\t930.000\r\nSHU");
    await paste(page, "#kd-giro-year", corrected);
    await page.waitForSelector(".paste");
    await hands.press('[data-click="kdmp paste yes"]');
    await page.waitForFunction(() => !document.querySelector("#kd-periksa [data-check]"));
    await page.waitForFunction(() => {
      const text = localStorage["cermin-koperasi.1.isian"] ?? "\n{}";
      return JSON.parse(text.slice(text.indexOf("\n"))).kdmp?.year?.shu_tahun_berjalan === -4000000;
    });

    await onwards(page, hands, 'main a[href="#/kdmp-salin"]');
    assert.equal(await page.$$eval("tr[data-line]", (rows) => rows.length), 52 + 62);
    await hands.press('[data-click="copy-field kd-simpanan_pokok-year"]');
    await page.waitForFunction(() => /Tersalin/.test(document.querySelector('[data-click="copy-field kd-simpanan_pokok-year"]').textContent));
    assert.equal(await clipboard(page), "18600000");
    assert.equal(await page.$eval('[id="kd-total-shu_tahun_berjalan-year"]', (one) => one.value), "-4000000");
    await shot(`kdmp-${browser}-list-phone`);
    const { name, text } = await hands.saved(() => hands.press('[data-click="kdmp file csv"]'));
    assert.match(name, /^kdmp-rat-\d{4}\.csv$/);
    assert.match(text, /Simpanan pokok;18600000;/);
    quiet();
    // Firefox asks its owner what to do with a workbook.
    if (browser === "firefox") return;
    const workbook = await hands.saved(() => hands.press('[data-click="kdmp file xlsx"]'));
    assert.ok(workbook.name.endsWith(".xlsx") && workbook.text.startsWith("PK"));
    await printed("kdmp-list");
    await page.setViewport({ ...PHONE, ...DESKTOP, deviceScaleFactor: 1 });
    await shot("kdmp-list-desktop");
    await page.evaluate(() => (location.hash = "#/kdmp"));
    await page.waitForSelector("#kd-giro-year");
    await shot("kdmp-desktop");
  });
}

journey("a paste over amounts that stand there: what is replaced, what is on the wrong side and what is added up is shown first, and goes out again", { size: PHONE }, async (stage) => {
  const { page, open, settled, hands, quiet, shot } = stage;
  await open("#/kdmp");
  await page.waitForSelector("#kd-giro-year");
  await settled();
  await hands.fill("#kd-giro-year", "5.500.000");
  await page.keyboard.press("Tab");
  await hands.drawn();
  const table = [
    "Pos\tTahun ini", "ASET\t", "Giro\t6.000.000", "Giro\t2.000.000", "JUMLAH ASET\t8.000.000", "KEWAJIBAN\t", "Bon di toko Haji Amir\t300.000",
    "JUMLAH KEWAJIBAN\t300.000", "EKUITAS\t", "Simpanan pokok\t7.700.000", "JUMLAH EKUITAS\t7.700.000",
  ].join("\r\n");
  await paste(page, "#kd-deposito-year", table);
  await page.waitForFunction(() => document.activeElement.id === "tempelan");
  const preview = () => page.$eval(".paste", (one) => one.textContent.replace(/\s+/g, " "));
  assert.match(await preview(), /Giro Tahun \d{4}: Rp5\.500\.000 menjadi Rp6\.000\.000/);
  assert.match(await preview(), /Giro Barisnya sudah dipakai nama di atas/);
  assert.match(await preview(), /JUMLAH KEWAJIBAN di tempelan[^]*Belum masuk: Bon di toko Haji Amir/);
  // The second name goes to the same line, and the debt by mistake to an asset.
  await hands.select("#kd-tempel-1", "Giro");
  await page.waitForFunction(() => /Rp6\.000\.000 \+ Rp2\.000\.000 = Rp8\.000\.000/.test(document.querySelector(".paste").textContent));
  await hands.select("#kd-tempel-3", "Aset lainnya");
  await page.waitForFunction(() => /tampaknya Liabilitas, tetapi di sini masuk Aset/.test(document.querySelector(".paste").textContent));
  await shot("kdmp-paste-crossing-phone", { full: true });
  await hands.select("#kd-tempel-3", "Utang pihak");
  await page.waitForFunction(() => !/Benarkah|di tempelan/.test(document.querySelector(".paste").textContent));
  await hands.press('[data-click="kdmp paste yes"]');
  await page.waitForSelector('[data-click="kdmp undo"]');
  const year = async () => (await kept(page)).kdmp?.year;
  assert.deepEqual(await year(), { giro: 8_000_000, simpanan_pokok: 7_700_000, utang_pihak_ketiga: 300_000 });
  // A change by hand elsewhere: the paste can still go out, and the change stays.
  await hands.fill("#kd-investasi-year", "1.250.000");
  await page.keyboard.press("Tab");
  await hands.drawn();
  await shot("kdmp-paste-taken-phone");
  await page.evaluate(() => document.getElementById("judul").focus());
  await hands.press('[data-click="kdmp undo"]');
  await page.waitForFunction(() => !document.querySelector('[data-click="kdmp undo"]'));
  await poll(async () => JSON.stringify(await year()) === JSON.stringify({ giro: 5_500_000, investasi: 1_250_000 }));
  await shot("kdmp-paste-undone-phone");
  quiet();
});
