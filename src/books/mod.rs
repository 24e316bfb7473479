//! Spreadsheet → statements: a board's own books, line by line, with the account of the form to which each belongs.
//!
//! Nothing here is stored or decided for the board. A [`BooksProposal`] says what would be filled, what must be asked,
//! which totals agree, and what is odd; the page shows it whole and takes it over in one step.
//!
//! 1. [`cell`] reads what stands in a cell; [`layout`] finds the years, the columns and the sides of a sheet.
//! 2. [`context`] follows the headings; [`label`] writes out words; [`names`] holds the rules from words to accounts.
//! 3. [`totals`] proves the printed totals. They are never accounts.

#[cfg(feature = "books")]
mod archive;
mod cell;
#[cfg(feature = "books")]
mod compound;
mod context;
#[cfg(feature = "books")]
pub mod copy;
mod label;
mod layout;
mod line;
mod lines;
pub mod ministry;
mod names;
mod proposal;
mod sheets;
mod table;
mod text;
mod totals;
mod words;
#[cfg(feature = "books")]
pub mod workbook;

pub use line::{Certainty, Line, Pair, Part, Total};
pub use proposal::{BooksProposal, Finding, Spot, Years};
pub use sheets::{LARGEST, Refusal, Sheet, from_text, to_text};
pub use table::table_text;
pub use text::{columns, pasted};

use crate::rulebook::Variant;

/// More rows than any board's statements have; a longer list is a register of members or a cash book.
pub const MOST_ROWS: usize = 5_000;
/// More columns than any statement has.
pub const MOST_COLUMNS: usize = 200;

/// The accounts that lines may go to, and the year they are for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form<'a> {
    /// The accounts, in the form's order.
    pub accounts: Vec<FormAccount<'a>>,
    /// The last day of the book year, ISO 8601, where it is known.
    pub book_year_end: Option<&'a str>,
}

/// One account of a form, as far as reading books needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormAccount<'a> {
    /// Stable id, `kas`.
    pub id: &'a str,
    /// Kept as a positive amount and taken away from its group.
    pub contra: bool,
    /// May be negative.
    pub signed: bool,
}

impl<'a> Form<'a> {
    /// The form of a rulebook's variant.
    ///
    /// ```
    /// use cermin_koperasi::{books::Form, rulebook::RULEBOOKS};
    /// let form = Form::of(&RULEBOOKS[0].variants[0], Some("2025-12-31"));
    /// assert_eq!((form.accounts.len(), form.accounts[0].id), (116, "kas"));
    /// ```
    #[must_use]
    pub fn of(variant: &Variant, book_year_end: Option<&'a str>) -> Self {
        let accounts = variant.accounts.iter();
        let accounts = accounts.map(|one| FormAccount { id: one.id, contra: one.contra, signed: one.signed }).collect();
        Self { accounts, book_year_end }
    }

    /// The account with this id.
    ///
    /// ```
    /// use cermin_koperasi::{books::Form, rulebook::RULEBOOKS};
    /// let form = Form::of(&RULEBOOKS[0].variants[0], None);
    /// assert!(form.account("penyisihan_piutang").is_some_and(|account| account.contra));
    /// assert_eq!(form.account("laci"), None);
    /// ```
    #[must_use]
    pub fn account(&self, id: &str) -> Option<&FormAccount<'a>> {
        self.accounts.iter().find(|account| account.id == id)
    }
}

/// What the rows of one sheet say about the accounts of a form.
///
/// ```
/// use cermin_koperasi::books::{Form, propose};
/// use cermin_koperasi::rulebook::RULEBOOKS;
/// let rows = [["AKTIVA", "2025", "2024"], ["Kas", "1.500.000", "1.250.000"]];
/// let rows: Vec<Vec<String>> = rows.map(|row| row.map(String::from).to_vec()).to_vec();
/// let proposal = propose(&rows, &Form::of(&RULEBOOKS[0].variants[0], None));
/// assert_eq!(proposal.lines[0].account.as_deref(), Some("kas"));
/// assert_eq!(proposal.lines[0].amounts.prior, Some(1_250_000));
/// ```
#[must_use]
pub fn propose(rows: &[Vec<String>], form: &Form<'_>) -> BooksProposal {
    propose_in(rows, form, &Said::default())
}

/// What is known of a sheet besides its rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Said<'a> {
    /// The sheet's name: where nothing in it names the year, its name may.
    pub sheet: &'a str,
    /// How many rupiah a printed unit is by the board's word, whatever the sheet says. The lines stay the same, in the same order.
    pub unit: Option<i64>,
    /// Which of [`BooksProposal::columns`] are the book year and the year before by the board's word; counts only where
    /// there are some.
    pub columns: Option<[Option<usize>; 2]>,
}

/// The same with what is said besides.
///
/// ```
/// use cermin_koperasi::{books::{Form, Said, propose_in}, rulebook::RULEBOOKS};
/// let rows = [["AKTIVA", "2025", "2024"], ["Kas", "1.500", "1.250"]];
/// let rows: Vec<Vec<String>> = rows.map(|row| row.map(String::from).to_vec()).to_vec();
/// let said = Said { unit: Some(1_000), ..Said::default() };
/// let proposal = propose_in(&rows, &Form::of(&RULEBOOKS[0].variants[0], None), &said);
/// assert_eq!((proposal.unit, proposal.lines[0].amounts.current), (1_000, Some(1_500_000)));
/// ```
#[must_use]
pub fn propose_in(rows: &[Vec<String>], form: &Form<'_>, said: &Said<'_>) -> BooksProposal {
    let filled = rows.iter().rposition(|row| row.iter().any(|cell| !cell.trim().is_empty())).map_or(0, |last| last + 1);
    let wide = rows.iter().map(Vec::len).max().unwrap_or_default();
    if filled > MOST_ROWS || wide > MOST_COLUMNS {
        return BooksProposal::with(Finding::TooLarge);
    }
    let mut sheet = layout::Sheet::read(&rows[..filled], form, said);
    sheet.unit = said.unit.unwrap_or(sheet.unit);
    let found = lines::read(&sheet, form);
    proposal::assemble(&sheet, found, form)
}
