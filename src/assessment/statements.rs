//! The books: balance sheet, result statement and memo amounts of two years, in whole rupiah.

use super::Given;
use crate::rulebook::{Account, Variant, Year};

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

/// The figures of one year.
#[derive(Clone, Debug, PartialEq)]
pub struct Book {
    /// What was entered, by account.
    pub amounts: Given<Account, Amount>,
    /// Whether its owner says that blanks are zero.
    pub complete: bool,
}

impl Book {
    /// An empty book.
    #[must_use]
    pub fn new(variant: &'static Variant) -> Self {
        Self { amounts: Given::new(variant), complete: false }
    }

    /// The figure in the slot of an account, as [`amount`](Self::amount) gives it by id.
    #[must_use]
    pub fn amount_at(&self, slot: usize) -> Amount {
        self.amounts.at(slot).unwrap_or(self.blank())
    }

    const fn blank(&self) -> Amount {
        if self.complete { Amount::Known(0) } else { Amount::Unknown }
    }

    /// The figure of an account: what was entered; a blank is zero in a complete book, and unknown before.
    ///
    /// ```
    /// use cermin_koperasi::assessment::{Amount, Book};
    /// use cermin_koperasi::rulebook;
    /// let mut book = Book::new(&rulebook::find("kkpkk-2021").unwrap().variants[0]);
    /// assert_eq!(book.amount("kas"), Amount::Unknown);
    /// book.complete = true;
    /// assert_eq!(book.amount("kas"), Amount::Known(0));
    /// ```
    #[must_use]
    pub fn amount(&self, account: &str) -> Amount {
        self.amounts.get(account).copied().unwrap_or(self.blank())
    }
}

/// The books of the year under examination and of the year before.
#[derive(Clone, Debug, PartialEq)]
pub struct Statements {
    /// This year's.
    pub current: Book,
    /// Last year's.
    pub prior: Book,
}

impl Statements {
    /// Two empty books.
    #[must_use]
    pub fn new(variant: &'static Variant) -> Self {
        Self { current: Book::new(variant), prior: Book::new(variant) }
    }

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
