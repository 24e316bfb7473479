//! Lines and totals of a sheet as they are read: with how much certainty, and what they give.

use crate::rulebook::{Account, Side, Variant};

/// Two years of one thing, in whole rupiah; `None` where nothing is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pair {
    /// The newer year.
    pub current: Option<i64>,
    /// The older year.
    pub prior: Option<i64>,
}

impl Pair {
    /// Both, the newer first.
    ///
    /// ```
    /// use cermin_koperasi::books::Pair;
    /// assert!(Pair { current: Some(1_500), prior: None }.each().eq([Some(1_500), None]));
    /// ```
    #[must_use = "an iterator does nothing by itself"]
    pub fn each(self) -> impl Iterator<Item = Option<i64>> {
        [self.current, self.prior].into_iter()
    }

    pub(super) fn map(self, change: impl Fn(i64) -> i64) -> Self {
        Self { current: self.current.map(&change), prior: self.prior.map(change) }
    }
}

/// How certain the account of a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// Any bookkeeper would say so.
    Sure,
    /// The board must say.
    Ask,
    /// A printed sum: proof, never an account.
    Total,
    /// It belongs to no account.
    Ignored,
}

impl Certainty {
    /// The word used in the JavaScript face.
    ///
    /// ```
    /// use cermin_koperasi::books::Certainty;
    /// assert_eq!([Certainty::Sure, Certainty::Ask].map(Certainty::code), ["sure", "ask"]);
    /// ```
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Sure => "sure",
            Self::Ask => "ask",
            Self::Total => "total",
            Self::Ignored => "ignored",
        }
    }
}

/// A line of the sheet with figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Row of the label, from 1.
    pub row: usize,
    /// Column of the label, from 1.
    pub column: usize,
    /// As written.
    pub label: String,
    /// As the account keeps them: what is taken away is positive, results have their sign.
    pub amounts: Pair,
    /// The account, where the line is sure.
    pub account: Option<String>,
    /// How certain that is.
    pub certainty: Certainty,
    /// Where it must be asked: the likeliest accounts, likeliest first; two or more may share the figure.
    pub candidates: Vec<String>,
    /// The printed totals, by their places, that are proved with it and say of what they are.
    pub within: Vec<usize>,
    /// The side of the books that it stands on by such a total, by the heading right above its part, or by its own name.
    pub side: Option<Side>,
}

/// A printed total and what the lines above it give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total {
    /// Row of the label, from 1.
    pub row: usize,
    /// Column of the label, from 1.
    pub column: usize,
    /// As written.
    pub label: String,
    /// As printed.
    pub stated: Pair,
    /// What the lines give.
    pub computed: Pair,
    /// Whether both years agree.
    pub agrees: bool,
    /// The part of the statements that its name says it is of, where the lines above prove it.
    pub part: Option<Part>,
}

/// A part of the statements that a printed total may be of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// All assets.
    Assets,
    /// *Aset lancar*.
    Current,
    /// *Aset tetap*.
    Fixed,
    /// *Kas dan bank*.
    Cash,
    /// *Piutang*.
    Receivables,
    /// All debts.
    Debts,
    /// *Kewajiban lancar*.
    CurrentDebts,
    /// *Kewajiban jangka panjang*.
    LongDebts,
    /// *Ekuitas*.
    Equity,
    /// Debts and equity.
    Funds,
    /// Income alone.
    Income,
    /// Costs alone.
    Costs,
}

impl Part {
    /// The side of the books that it lies on; `None` where it lies on two.
    ///
    /// ```
    /// use cermin_koperasi::{books::Part, rulebook::Side};
    /// assert_eq!([Part::Cash, Part::Funds].map(Part::side), [Some(Side::Asset), None]);
    /// ```
    #[must_use]
    pub const fn side(self) -> Option<Side> {
        match self {
            Self::Assets | Self::Current | Self::Fixed | Self::Cash | Self::Receivables => Some(Side::Asset),
            Self::Debts | Self::CurrentDebts | Self::LongDebts => Some(Side::Liability),
            Self::Equity => Some(Side::Equity),
            Self::Funds => None,
            Self::Income => Some(Side::Revenue),
            Self::Costs => Some(Side::Expense),
        }
    }

    /// Whether an account surely stands elsewhere in the form. What is taken away stands on either side in the books of boards, and
    /// savings among debts or equity: neither says anything.
    ///
    /// ```
    /// use cermin_koperasi::{books::Part, rulebook::RULEBOOKS};
    /// let variant = &RULEBOOKS[0].variants[0];
    /// let excludes = |part: Part, id: &str| part.excludes(variant, variant.accounts.iter().find(|one| one.id == id).unwrap());
    /// assert!(excludes(Part::Receivables, "giro") && !excludes(Part::Receivables, "piutang_lain"));
    /// assert!(excludes(Part::Debts, "kas") && !excludes(Part::Debts, "simpanan_wajib") && !excludes(Part::Funds, "penyisihan_piutang"));
    /// ```
    #[must_use]
    pub fn excludes(self, variant: &'static Variant, account: &Account) -> bool {
        let group = account.group(variant).map_or("", |group| group.id);
        let is_in = |id: &str| group == id;
        let kind = |words: &[&str]| words.iter().any(|word| account.id.starts_with(word));
        let (asset, fixed) = (account.side == Side::Asset, is_in("aktiva_tetap"));
        let (cash, owed) = (kind(&["kas", "giro", "tabungan_bank", "deposito"]), kind(&["piutang"]));
        let elsewhere = match self {
            Self::Assets => !asset,
            Self::Current => !asset || fixed,
            Self::Fixed => !asset || is_in("aktiva_lancar"),
            Self::Cash => !asset || fixed || owed || kind(&["persediaan"]),
            Self::Receivables => !asset || fixed || cash || kind(&["persediaan"]),
            Self::Debts | Self::Equity | Self::Funds => asset,
            Self::CurrentDebts => asset || is_in("kewajiban_jangka_panjang"),
            Self::LongDebts => asset || is_in("kewajiban_lancar"),
            Self::Income | Self::Costs => Some(account.side) != self.side(),
        };
        elsewhere && !account.contra && account.side != Side::Memo
    }
}
