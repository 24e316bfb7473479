// A shop of its members, from the start page over its own books, pasted whole with a real clipboard, to a result that is a range,
// a plan that holds under every way to read the form, and a report.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";

import { paste } from "./clipboard.mjs";
import { fillAll } from "./filling.mjs";
import { PHONE, journey, kept } from "./harness.mjs";
import { poll } from "./kit.mjs";
import { go, says, text } from "./room.mjs";

const shop = JSON.parse(await readFile(new URL("../../src/page/samples/warung-bersama.json", import.meta.url), "utf8"));
const { current, prior } = shop.statements;

const figures = (amount) => String(amount ?? 0).replace(/\B(?=(\d{3})+$)/g, ".");
const row = (name, id) => `${name}\t${figures(current[id])}\t${figures(prior[id])}`;
/** The sheet as the shop's treasurer keeps it: her own headings and names. */
const SHEET = [
  "KOPERASI KONSUMEN WARUNG BERSAMA\t\t", "NERACA\t\t", "Perkiraan\t31 Des 2025\t31 Des 2024",
  "AKTIVA LANCAR\t\t", row("Kas", "kas"), row("Tabungan di bank", "tabungan_bank"), row("Piutang dagang", "piutang_dagang"),
  row("Persediaan barang", "persediaan"), row("Perlengkapan kantor", "perlengkapan"),
  "AKTIVA TETAP\t\t", row("Tanah", "tanah"), row("Bangunan", "bangunan"), row("Inventaris dan peralatan", "inventaris_peralatan"),
  row("Akumulasi penyusutan", "akumulasi_penyusutan"),
  "KEWAJIBAN JANGKA PENDEK\t\t", row("Tabungan anggota", "tabungan_anggota"), row("Biaya yang masih harus dibayar", "beban_masih_harus_dibayar"),
  row("Utang pajak", "hutang_pajak"), row("Kewajiban jangka pendek lain", "kewajiban_jangka_pendek_lain"),
  "KEWAJIBAN JANGKA PANJANG\t\t", row("Utang bank jangka panjang", "hutang_bank_jangka_panjang"),
  "EKUITAS\t\t", row("Simpanan pokok", "simpanan_pokok"), row("Simpanan wajib", "simpanan_wajib"), row("Cadangan umum", "cadangan_umum"),
  row("Modal sumbangan", "modal_sumbangan"), row("SHU tahun berjalan", "shu_periode_berjalan"),
  "PERHITUNGAN HASIL USAHA\t\t", "PENDAPATAN\t\t", row("Penjualan kepada anggota", "penjualan_anggota"),
  row("Penjualan kepada bukan anggota", "penjualan_non_anggota"), row("Beban pokok penjualan", "beban_pokok_penjualan"),
  "BEBAN USAHA\t\t", row("Jasa tabungan anggota", "beban_jasa_tabungan_anggota"), row("Gaji dan honor karyawan", "honor_karyawan"),
  row("Listrik, air, dan telepon", "biaya_listrik_air_telepon"), row("Biaya penyusutan", "biaya_penyusutan"), row("Biaya transportasi", "biaya_transportasi"),
  row("Biaya administrasi dan umum", "biaya_administrasi_umum"), row("Beban pengurus dan pengawas", "beban_pengurus_pengawas"),
  row("Beban rapat anggota", "beban_rapat_anggota"), row("Pendapatan lain-lain", "pendapatan_lain"), row("Pajak penghasilan", "pajak_penghasilan"),
].join("\r\n");

for (const browser of ["chromium", "firefox"]) {
  journey(`${browser}: a consumers' cooperative goes from the start page over pasted books to its range, its plan and its report`, { browser, size: PHONE }, async ({ page, open, settled, hands, shot, printed, quiet }) => {
    await open();
    await settled();
    await hands.press("main .actions a.button");
    await page.waitForFunction(() => location.hash === "#/profil" && document.activeElement.id === "judul");
    await hands.choose("kind", "riil");
    await says(page, /sekarang untuk Koperasi sektor riil/);
    await hands.choose("level", "2");
    await hands.fill("#members", "318");
    await hands.day("book-year-end", "2025-12-31");
    await poll(async () => (await kept(page))?.profile?.book_year_end === "2025-12-31");

    // The books, by one paste.
    await go(page, "#/pembukuan");
    await hands.press('main a[href="#/neraca"]');
    await page.waitForSelector("#neraca-isi");
    await paste(page, "#neraca-isi", SHEET);
    await page.waitForSelector("#neraca-ambil");
    await shot(`shop-${browser}-review`, { full: true });
    await hands.press("#neraca-ambil");
    await says(page, /angka sudah masuk/);
    const taken = (await kept(page)).statements;
    let count = 0;
    for (const year of ["current", "prior"]) {
      for (const [id, amount] of Object.entries(taken[year])) {
        assert.equal(amount, shop.statements[year][id], `${year} ${id}`);
        count += 1;
      }
    }
    assert.ok(count >= 40, `${count} amounts by one paste`);

    // What the sheet left open is typed, all is answered, and both years are said to be whole.
    const answers = Object.fromEntries(Object.entries(shop.answers).map(([item, answer]) => [item, answer === "yes"]));
    await fillAll(page, [], { answers, amounts: shop.statements });

    // A range, and both predicates; never one in large type.
    await go(page, "#/hasil");
    await says(page, /74,99[^]*83,61/);
    assert.match(await text(page, ".score"), /Cukup Sehat[^]*Sehat/);
      await shot(`shop-${browser}-result`, { full: true });

    await hands.press('main a[href="#/perbaikan"]');
    await says(page, /Rentang di layar ini mencakup semuanya/);
    // Steps, and what they bring together, as a range.
    await page.waitForSelector("#kerjakan");
    await says(page, /Bila semua dikerjakan: antara [^]* menjadi antara /);
    await shot(`shop-${browser}-plan`);
    await go(page, "#/laporan");
    await says(page, /74,99[^]*83,61/);
    if (browser === "chromium") await printed("shop-report");
    quiet();
  });
}

// The first part of the page cannot read this form. Whatever it is asked meanwhile, it writes nothing over the work.
for (const browser of ["chromium", "firefox"]) {
  journey(`${browser}: a work of the real sector's form outlives the other language and a reload`, { browser, size: PHONE }, async ({ page, open, reload, settled, hands }) => {
    await open("#/profil");
    await settled();
    await hands.choose("kind", "riil");
    await says(page, /sekarang untuk Koperasi sektor riil/);
    await go(page, "#/butir/A.I.1");
    await hands.choose("A.I.1.a", "yes");
    await poll(async () => (await kept(page))?.answers?.["A.I.1.a"] === "yes");
    await go(page, "#/pengaturan");
    await hands.choose("language", "en");
    await page.waitForFunction(() => document.documentElement.lang === "en" && /lang=en/.test(location.search));
    for (const turn of [1, 2]) {
      await reload();
      await page.waitForFunction(() => document.documentElement.lang === "en" && document.querySelector("html[data-app=ready]"));
      await go(page, "#/butir/A.I.1");
      await page.waitForFunction(() => document.querySelector('input[name="A.I.1.a"][value="yes"]')?.checked);
      const work = await kept(page);
      assert.deepEqual([work.variant, work.profile.kind, work.answers["A.I.1.a"]], ["riil12", "riil", "yes"], `reload ${turn}`);
    }
  });
}
