//! What the headings above a line say: which statement, which side, which section.

use crate::rulebook::Side as FormSide;

/// The side of the books that a line stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Asset,
    Liability,
    Equity,
    Income,
    Expense,
    Memo,
}

impl Side {
    pub(super) fn named(name: &str) -> Self {
        match name {
            "liability" => Self::Liability,
            "equity" => Self::Equity,
            "income" => Self::Income,
            "expense" => Self::Expense,
            "memo" => Self::Memo,
            _ => Self::Asset,
        }
    }

    /// What it is called in the form.
    pub(super) const fn of_form(self) -> FormSide {
        match self {
            Self::Asset => FormSide::Asset,
            Self::Liability => FormSide::Liability,
            Self::Equity => FormSide::Equity,
            Self::Income => FormSide::Revenue,
            Self::Expense => FormSide::Expense,
            Self::Memo => FormSide::Memo,
        }
    }
}

/// The sheet, or the part of a sheet, that a line belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Statement {
    /// No title said so.
    #[default]
    Unsaid,
    Balance,
    Result,
    /// A trial balance: all accounts in one list, by debit and credit.
    Trial,
    /// Loans by quality.
    Memo,
    /// Cash flow, registers, budgets: their figures stand elsewhere or are none of ours.
    Foreign,
}

/// Where a line stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Context {
    pub(super) statement: Statement,
    pub(super) side: Option<Side>,
    /// The sum of all assets stands above: none of them follow.
    pub(super) past_assets: bool,
    marks: Vec<&'static str>,
}

/// Words that headings are made of.
const OF_HEADINGS: [&str; 62] = [
    "aktiva",
    "lancar",
    "tetap",
    "tidak",
    "lain",
    "investasi",
    "penyertaan",
    "panjang",
    "pendek",
    "hutang",
    "ekuitas",
    "modal",
    "sendiri",
    "kekayaan",
    "bersih",
    "pasiva",
    "pendapatan",
    "bruto",
    "neto",
    "anggota",
    "@non",
    "jasa",
    "usaha",
    "operasional",
    "beban",
    "pokok",
    "perkoperasian",
    "organisasi",
    "umum",
    "administrasi",
    "penjualan",
    "hasil",
    "hpp",
    "pelayanan",
    "usp",
    "toko",
    "unit",
    "langsung",
    "properti",
    "non",
    "luar",
    "shu",
    "&",
    "perhitungan",
    "laporan",
    "neraca",
    "dana",
    "berwujud",
    "para",
    "simpan",
    "pinjam",
    "kewajiban",
    "sub",
    "bagian",
    "keuangan",
    "posisi",
    "rugi",
    "phu",
    "barang",
    "piutang",
    "inventaris",
    "karyawan",
];

/// Whether a total is that of all assets.
pub(super) fn ends_assets(words: &[String]) -> bool {
    words.iter().any(|word| word == "aktiva")
        && words.iter().all(|word| ["jumlah", "aktiva", "&"].contains(&word.as_str()))
}

impl Context {
    pub(super) fn has(&self, mark: &str) -> bool {
        self.marks.contains(&mark)
    }

    pub(super) fn mark(&mut self, mark: &'static str) {
        if !self.has(mark) {
            self.marks.push(mark);
        }
    }

    /// Reads a label without figures, and its words; whether it was a heading.
    pub(super) fn heading(&mut self, text: &str, words: &[String]) -> bool {
        let has = |word: &str| words.iter().any(|one| one == word);
        if let Some(statement) = title(words, self.side) {
            *self = Self { statement, ..Self::default() };
            if statement == Statement::Memo {
                self.side = Some(Side::Memo);
            }
            return true;
        }
        if self.statement == Statement::Foreign || (has("modal") && has("penyertaan")) {
            return false;
        }
        let strange = words.iter().filter(|word| !OF_HEADINGS.contains(&word.as_str())).count();
        let loud = !text.contains(|c: char| c.is_ascii_lowercase());
        if words.is_empty() || strange > usize::from(loud) {
            return false;
        }
        self.section(words)
    }

    fn section(&mut self, words: &[String]) -> bool {
        let has = |word: &str| words.iter().any(|one| one == word);
        let (gets, costs) = (has("pendapatan") || has("penjualan") || has("pelayanan"), has("beban") || has("hpp"));
        let owes = has("hutang") || has("kewajiban") || has("pasiva");
        let equity = has("ekuitas") || has("modal") || has("kekayaan");
        let result = self.statement == Statement::Result;
        let side = if has("aktiva") {
            Some(Side::Asset)
        } else if owes {
            Some(Side::Liability)
        } else if equity {
            Some(Side::Equity)
        } else if gets && costs && !has("hpp") {
            None
        } else if costs {
            Some(Side::Expense)
        } else if gets || (result && (has("hasil") || has("jasa"))) {
            Some(Side::Income)
        } else if (has("investasi") || has("penyertaan") || has("properti"))
            && matches!(self.side, None | Some(Side::Asset))
        {
            Some(Side::Asset)
        } else {
            return false;
        };
        (self.side, self.past_assets) = (side, false);
        if matches!(side, None | Some(Side::Income | Side::Expense)) {
            self.statement = Statement::Result;
        } else if self.statement == Statement::Unsaid || result {
            self.statement = Statement::Balance;
        }
        self.marks.clear();
        let extra = has("lain") || has("luar") || (has("non") && has("operasional"));
        let marks = match side {
            Some(Side::Asset) => [
                ("current", has("lancar") && !has("tidak")),
                ("fixed", (has("tetap") && !has("tidak")) || has("inventaris")),
                ("invest", has("investasi") || has("penyertaan")),
                ("other", has("lain") && !has("lancar")),
            ],
            Some(Side::Liability) => {
                [("short", has("lancar") || has("pendek")), ("long", has("panjang")), ("", false), ("", false)]
            }
            Some(Side::Expense) => {
                [("cost", has("pokok") || has("hpp") || has("langsung")), ("extra", extra), ("", false), ("", false)]
            }
            _ => [("outside", has("@non")), ("members", has("anggota")), ("extra", extra), ("", false)],
        };
        marks.into_iter().filter(|(_, holds)| *holds).for_each(|(mark, _)| self.mark(mark));
        true
    }

    /// A printed total closes its section, and its side where it is the total of one.
    pub(super) fn closed_by(&mut self, words: &[String]) {
        // A sum without a name ends no section.
        if words.is_empty() {
            return;
        }
        let trading = self.has("trading");
        self.marks.retain(|mark| matches!(*mark, "extra" | "members" | "outside"));
        if trading {
            self.mark("trading");
        }
        let all = |known: &[&str]| words.iter().all(|word| known.contains(&word.as_str()));
        let assets = ends_assets(words);
        if assets || words.iter().any(|word| word == "shu") && self.statement == Statement::Result {
            self.side = None;
            self.marks.retain(|mark| *mark == "trading");
        }
        if assets && self.statement == Statement::Unsaid {
            self.statement = Statement::Balance;
        }
        let has = |word: &str| words.iter().any(|one| one == word);
        // The total of a part of them, such as *aktiva lancar*, ends no side.
        self.past_assets |= assets;
        let claims = has("pasiva") || (has("hutang") && has("ekuitas"));
        if self.statement == Statement::Balance
            && claims
            && all(&["jumlah", "pasiva", "hutang", "kewajiban", "ekuitas", "modal", "&"])
        {
            self.leave_balance();
        }
    }

    /// Below the balance stands the result, headed or not.
    pub(super) fn leave_balance(&mut self) {
        (self.statement, self.side) = (Statement::Result, None);
        self.marks.retain(|mark| *mark == "trading");
    }
}

/// Which statement a title begins.
fn title(words: &[String], side: Option<Side>) -> Option<Statement> {
    let has = |word: &str| words.iter().any(|one| one == word);
    if has("neraca") && (has("saldo") || has("lajur") || has("percobaan")) {
        return Some(Statement::Trial);
    }
    let by_quality = has("kolektibilitas") || has("kolektabilitas");
    if by_quality || (has("kualitas") && (has("pinjaman") || has("piutang"))) {
        return Some(Statement::Memo);
    }
    if has("arus") && has("kas") || has("perubahan") || has("daftar") || has("absensi") || has("produksi") {
        return Some(Statement::Foreign);
    }
    if has("anggaran") || has("rapb") || has("rencana") {
        return Some(Statement::Foreign);
    }
    if has("neraca") || (has("posisi") && has("keuangan")) {
        return Some(Statement::Balance);
    }
    let called = has("perhitungan") || has("laporan") || has("phu") || has("rugi");
    if has("phu") || (has("shu") && (called || (side != Some(Side::Equity) && words.len() == 1))) {
        return Some(Statement::Result);
    }
    if has("rekap") || has("rekapitulasi") {
        return Some(Statement::Foreign);
    }
    None
}
