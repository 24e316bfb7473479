//! The books: balance sheet, result statement and memo amounts of two years, in whole rupiah.

use crate::rulebook::Year;
use crate::sorted_map::SortedMap;

/// The largest amount that can be entered, either way: fifteen digits, Rp999 trillion.
pub const MAX_AMOUNT: i64 = 999_999_999_999_999;

/// One figure of the books.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// So many rupiah.
    Known(i64),
    /// *Belum tahu*.
    Unknown,
}

/// The figures of one year, by account id.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Book {
    /// What was entered.
    pub amounts: SortedMap<String, Amount>,
    /// Whether its owner says that blanks are zero.
    pub complete: bool,
}

impl Book {
    /// The figure of an account: what was entered; a blank is zero in a complete book, and unknown before.
    ///
    /// ```
    /// use cermin_koperasi::assessment::{Amount, Book};
    /// let mut book = Book::default();
    /// assert_eq!(book.amount("kas"), Amount::Unknown);
    /// book.complete = true;
    /// assert_eq!(book.amount("kas"), Amount::Known(0));
    /// ```
    #[must_use]
    pub fn amount(&self, account: &str) -> Amount {
        let blank = if self.complete { Amount::Known(0) } else { Amount::Unknown };
        self.amounts.get(account).copied().unwrap_or(blank)
    }
}

/// The books of the year under examination and of the year before.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Statements {
    /// This year's.
    pub current: Book,
    /// Last year's.
    pub prior: Book,
}

impl Statements {
    /// The book of a year.
    #[must_use]
    pub const fn year(&self, year: Year) -> &Book {
        match year {
            Year::Current => &self.current,
            Year::Prior => &self.prior,
        }
    }

    /// The book of a year, to write in.
    pub const fn year_mut(&mut self, year: Year) -> &mut Book {
        match year {
            Year::Current => &mut self.current,
            Year::Prior => &mut self.prior,
        }
    }
}
