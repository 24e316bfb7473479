//! Whole rupiah: what people type, what we print, what we read back in words.
//!
//! The statements of a cooperative are kept in whole rupiah. So an amount is an integer: sen are rounded only after a
//! yes, and an entry that could mean two things is a [`Question`], never a guess.

mod decimal;
mod figure;
mod paste;
mod print;
mod words;

use std::fmt;
use std::ops::Neg;

pub use decimal::{Places, decimal, percent, rupiah};
pub use paste::is_table;
pub use print::count;

use crate::exact::Fraction;

/// The largest absolute amount, typed, pasted or read from a file: 999 trillion and the rest, fifteen digits.
///
/// Ten thousand times the largest savings-and-loan cooperative; a longer figure is a slip of the finger.
pub const LIMIT: i64 = 999_999_999_999_999;

/// An amount in whole rupiah, at most [`LIMIT`] either side of zero.
///
/// ```
/// use cermin_koperasi::money::{Entry, Rupiah};
/// let cash = Rupiah::new(1_234_567).expect("within the limit");
/// assert_eq!(cash.to_string(), "Rp1.234.567");
/// assert_eq!(Rupiah::parse("Rp 1.234.567,00"), Ok(Entry::Amount(cash)));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rupiah(i64);

/// What an entry field holds, once read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Entry {
    /// Nothing: not filled in. This is not zero.
    Empty,
    /// An amount that can be read in one way only.
    Amount(Rupiah),
    /// The likeliest amount, to be read back and confirmed: `1.234` could be a decimal number, `1,5 juta` is rounded, sen
    /// are too, and a lone dash stands for nil.
    AmountToConfirm(Rupiah),
    /// Cells pasted from a spreadsheet; to be shown before they fill any field.
    Many(Table),
}

/// Rows pasted from a spreadsheet, each in its place: two rows never become one amount.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Table {
    /// The rows as they stood there, but for headings above them.
    pub rows: Vec<Row>,
    /// The years that a heading gives to its columns, in their order; empty where none does.
    pub years: Vec<u16>,
}

/// One pasted row.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Row {
    /// The words beside its amounts, as written; empty where there are none.
    pub label: String,
    /// Its amounts, column by column; a short row has fewer.
    pub cells: Vec<Cell>,
}

/// One pasted cell: an amount, one to confirm, a blank ([`Entry::Empty`]), or what is doubtful in it.
pub type Cell = Result<Entry, Question>;

/// Why an entry is not taken as an amount. The sentence for each is in the locale, under `problem.amount`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// More than [`LIMIT`], or more than fifteen digits.
    TooLarge,
    /// Dots and commas that fit neither way of writing: `1.23.456`, `0.500`, `2,125 juta`.
    Separators,
    /// Letters or signs that belong to no amount: `1e6`, `12x`.
    Letters,
    /// Two signs at once, or a bracket without its partner: `(-5)`, `(5`.
    Sign,
    /// A paste too long to be a list of amounts.
    TooMuch,
    /// Several amounts where there is room for one.
    Several,
}

/// How a language writes and spells numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Numerals {
    /// `Rp1.234.567`, `12,5%`, *satu juta*.
    #[default]
    Indonesian,
    /// `Rp1,234,567`, `12.5%`, *one million*.
    English,
}

impl Rupiah {
    /// Nothing at all.
    pub const ZERO: Self = Self(0);

    /// The amount, or `None` beyond [`LIMIT`].
    ///
    /// ```
    /// use cermin_koperasi::money::{LIMIT, Rupiah};
    /// assert!(Rupiah::new(-LIMIT).is_some());
    /// assert!(Rupiah::new(LIMIT + 1).is_none());
    /// ```
    #[must_use]
    pub const fn new(rupiah: i64) -> Option<Self> {
        if rupiah < -LIMIT || rupiah > LIMIT { None } else { Some(Self(rupiah)) }
    }

    /// Whole rupiah.
    #[must_use]
    pub const fn get(self) -> i64 {
        self.0
    }

    /// The same without its minus.
    #[must_use]
    pub const fn abs(self) -> Self {
        Self(self.0.abs())
    }

    /// The sum, or `None` beyond [`LIMIT`].
    #[must_use]
    pub const fn checked_add(self, other: Self) -> Option<Self> {
        Self::new(self.0 + other.0)
    }

    /// The difference, or `None` beyond [`LIMIT`].
    #[must_use]
    pub const fn checked_sub(self, other: Self) -> Option<Self> {
        Self::new(self.0 - other.0)
    }

    /// The sum of all, or `None` as soon as a running total leaves the range.
    ///
    /// ```
    /// use cermin_koperasi::money::Rupiah;
    /// let amounts = [1, 2, 3].map(|r| Rupiah::new(r).expect("small"));
    /// assert_eq!(Rupiah::checked_sum(amounts), Rupiah::new(6));
    /// ```
    #[must_use]
    pub fn checked_sum(amounts: impl IntoIterator<Item = Self>) -> Option<Self> {
        amounts.into_iter().try_fold(Self::ZERO, Self::checked_add)
    }

    /// Reads what a person typed or pasted.
    ///
    /// Currency marks, blanks and the tails `,-` and `,00` do not matter. With both dots and commas the last kind is
    /// the decimal mark; with one kind, groups of exactly three digits are thousands. Minus signs may stand before or
    /// behind, or the amount in brackets. Words for thousands up to trillions are understood and offered back.
    ///
    /// ```
    /// use cermin_koperasi::money::{Entry, Question, Rupiah};
    /// assert_eq!(Rupiah::parse("-"), Ok(Entry::AmountToConfirm(Rupiah::ZERO)));
    /// assert_eq!(Rupiah::parse("1,5 juta"), Ok(Entry::AmountToConfirm(Rupiah::new(1_500_000).expect("small"))));
    /// assert_eq!(Rupiah::parse("1.234,5"), Ok(Entry::AmountToConfirm(Rupiah::new(1_235).expect("small"))));
    /// assert_eq!(Rupiah::parse("1.23.456"), Err(Question::Separators));
    /// ```
    ///
    /// # Errors
    /// A [`Question`] where the entry could mean more than one amount, or none.
    pub fn parse(text: &str) -> Result<Entry, Question> {
        Self::parse_as(text, None)
    }

    /// The same, once the writer has said which mark parts thousands: a figure with one group is doubtful no more.
    ///
    /// ```
    /// use cermin_koperasi::money::{Entry, Rupiah};
    /// let amount = Rupiah::new(949_000).expect("small");
    /// assert_eq!(Rupiah::parse("949.000"), Ok(Entry::AmountToConfirm(amount)));
    /// assert_eq!(Rupiah::parse_as("949.000", Some('.')), Ok(Entry::Amount(amount)));
    /// assert_eq!(Rupiah::parse_as("949,000", Some('.')), Ok(Entry::AmountToConfirm(amount)));
    /// ```
    ///
    /// # Errors
    /// As [`Rupiah::parse`].
    pub fn parse_as(text: &str, thousands: Option<char>) -> Result<Entry, Question> {
        paste::read(text, thousands)
    }

    /// Figures and separators without the currency mark, as an entry field shows them: `-1.234.567`.
    #[must_use]
    pub fn figures(self, numerals: impl Into<Numerals>) -> String {
        print::figures(self, numerals.into())
    }

    /// With the currency mark: `-Rp1.234.567`.
    #[must_use]
    pub fn print(self, numerals: impl Into<Numerals>) -> String {
        print::rupiah(self, numerals.into())
    }

    /// As one says it, `Rp5,9 juta`; in full where that would leave something out.
    ///
    /// ```
    /// use cermin_koperasi::money::{Numerals, Rupiah};
    /// let brief = |rupiah| Rupiah::new(rupiah).expect("small").brief(Numerals::Indonesian);
    /// assert_eq!([5_900_000, 6_000_000_000, 5_950_000].map(brief), ["Rp5,9 juta", "Rp6 miliar", "Rp5.950.000"]);
    /// ```
    #[must_use]
    pub fn brief(self, numerals: impl Into<Numerals>) -> String {
        words::brief(self, numerals.into())
    }

    /// As a ledger prints it, a negative amount in brackets: `(Rp1.234.567)`.
    #[must_use]
    pub fn ledger(self, numerals: impl Into<Numerals>) -> String {
        print::ledger(self, numerals.into())
    }

    /// In words, to be read back to the person who typed it: *satu juta dua ratus ribu rupiah*.
    ///
    /// ```
    /// use cermin_koperasi::money::{Numerals, Rupiah};
    /// let fee = Rupiah::new(1_200_000).expect("small");
    /// assert_eq!(fee.words(Numerals::Indonesian), "satu juta dua ratus ribu rupiah");
    /// ```
    #[must_use]
    pub fn words(self, numerals: impl Into<Numerals>) -> String {
        words::spell(self.0, numerals.into())
    }
}

impl Numerals {
    /// The mark between groups of three digits.
    #[must_use]
    pub const fn group(self) -> char {
        match self {
            Self::Indonesian => '.',
            Self::English => ',',
        }
    }

    /// The mark before decimals.
    #[must_use]
    pub const fn point(self) -> char {
        match self {
            Self::Indonesian => ',',
            Self::English => '.',
        }
    }
}

impl Neg for Rupiah {
    type Output = Self;

    fn neg(self) -> Self {
        Self(-self.0)
    }
}

/// A number of 32 bits has ten digits at most, so it is always within [`LIMIT`].
///
/// ```
/// use cermin_koperasi::money::Rupiah;
/// assert_eq!(Some(Rupiah::from(i32::MIN)), Rupiah::new(-2_147_483_648));
/// ```
impl From<i32> for Rupiah {
    fn from(rupiah: i32) -> Self {
        Self(rupiah.into())
    }
}

/// Sums, ratios and rules reckon in fractions.
impl From<Rupiah> for Fraction {
    fn from(amount: Rupiah) -> Self {
        Self::whole(amount.0)
    }
}

/// As Indonesians write it: `-Rp1.234.567`.
impl fmt::Display for Rupiah {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&print::rupiah(*self, Numerals::Indonesian))
    }
}
