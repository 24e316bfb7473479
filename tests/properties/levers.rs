//! For every ratio of the rulebook: which accounts to enter so that it is exactly one number over another. Written by
//! hand from the definitions, so that the engine's own formulas are not asked about themselves.

use cermin_koperasi::assessment::Assessment;
use cermin_koperasi::rulebook::{Reading, Year};

use super::enter;

/// Enters `above` and `below` so that the indicator's ratio is `above × factor.0 / (below × factor.1)`.
pub struct Lever {
    pub id: &'static str,
    pub factor: (i64, i64),
    enter: fn(&mut Assessment, i64, i64),
}

impl Lever {
    pub fn pull(&self, assessment: &mut Assessment, above: i64, below: i64) {
        (self.enter)(assessment, above, below);
    }
}

/// Two accounts of this year.
macro_rules! two {
    ($above:literal, $below:literal) => {
        |to, above, below| {
            enter(to, Year::Current, $above, above);
            enter(to, Year::Current, $below, below);
        }
    };
}

/// One account above the line that is part of the sum below it, and one that fills that sum.
macro_rules! part {
    ($above:literal, $rest:literal) => {
        |to, above, below| {
            enter(to, Year::Current, $above, above);
            enter(to, Year::Current, $rest, below - above);
        }
    };
}

/// An account that grew from `below` to `below + above`.
macro_rules! grown {
    ($account:literal) => {
        |to, above, below| {
            enter(to, Year::Current, $account, below + above);
            enter(to, Year::Prior, $account, below);
        }
    };
}

const PLAIN: (i64, i64) = (1, 1);
const HALF: (i64, i64) = (1, 2);
const TWICE: (i64, i64) = (2, 1);

/// The levers of a reading, one for each ratio whose thresholds can be reached.
pub fn levers(reading: Reading) -> Vec<Lever> {
    let of = |id, enter| Lever { id, factor: PLAIN, enter };
    let mut all = vec![
        of("B.I.1.a", part!("kas", "tanah")),
        of("B.I.1.b", part!("piutang_anggota", "kas")),
        of("B.I.4.a", part!("kas", "tanah")),
        of("B.I.4.b", two!("giro", "hutang_pajak")),
        of("C.I.1.a", two!("pendapatan_sewa", "kas")),
        of("C.I.1.b", two!("pendapatan_sewa", "simpanan_pokok")),
        of("C.I.1.c", two!("pendapatan_jasa_pinjaman_anggota", "beban_pengurus_pengawas")),
        of("C.I.2.a", two!("beban_pembinaan", "pendapatan_jasa_pinjaman_anggota")),
        of("C.I.2.b", two!("honor_karyawan", "pendapatan_provisi_anggota")),
        of("C.II.1.a", part!("piutang_anggota", "piutang_lain")),
        of("C.II.2.a", two!("tabungan_bank", "hutang_biaya")),
        of("C.II.2.b", two!("piutang_anggota", "simpanan_wajib")),
        of("C.II.2.c", two!("persediaan", "tabungan_anggota")),
        of("C.III.1.a", grown!("bangunan")),
        of("C.III.1.b", grown!("simpanan_pokok")),
        of("C.III.1.c", grown!("cadangan_umum")),
        of("C.III.1.d", grown!("pendapatan_lain")),
        of("C.III.2.b", two!("pendapatan_dividen", "simpanan_wajib")),
        of("C.III.2.c", part!("tabungan_anggota", "tabungan_non_anggota")),
        of("D.I.1", two!("modal_sumbangan", "deposito")),
        of("D.I.2", two!("simpanan_pokok", "piutang_anggota")),
        of("D.II.1", two!("simpanan_berjangka_anggota", "giro")),
        of("D.II.2", two!("hutang_bank_jangka_panjang", "simpanan_pokok")),
    ];
    match reading {
        Reading::Definition => all.extend([
            of("C.II.1.b", two!("pembiayaan_macet", "piutang_anggota")),
            of("C.II.1.c", two!("cadangan_tujuan_risiko", "pembiayaan_macet")),
            of("C.III.2.a", part!("pendapatan_jasa_pinjaman_anggota", "pendapatan_jasa_non_anggota")),
        ]),
        // The worksheet reads only `kurang lancar`, at half its amount (D02); and its total of income is the income
        // from members (D01), so that C.III.2.a is 1 or nothing.
        Reading::Worksheet => all.extend([
            Lever { id: "C.II.1.b", factor: HALF, enter: two!("pembiayaan_kurang_lancar", "piutang_anggota") },
            Lever { id: "C.II.1.c", factor: TWICE, enter: two!("penyisihan_piutang", "pembiayaan_kurang_lancar") },
        ]),
    }
    all
}
