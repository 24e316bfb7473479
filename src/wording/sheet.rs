//! What is odd about a board's own books, in a sentence.

use crate::books::{BooksProposal, Finding, Refusal};
use crate::exact::Fraction;
use crate::locale::{Locale, Words, fill};
use crate::money::rupiah;

impl Locale {
    /// A finding about a sheet, with its figures and years.
    #[must_use]
    pub fn sheet_finding(self, proposal: &BooksProposal, finding: &Finding) -> String {
        let words = &self.words().sheet;
        let year = |current: bool| {
            let named = proposal.years;
            let years = &self.words().years;
            let unnamed = if current { years.this_year_in_text } else { years.last_year_in_text };
            let year = if current { named.current } else { named.prior };
            year.map_or_else(|| unnamed.to_owned(), |year| year.to_string())
        };
        let sides = |text: &str, current: bool, left: i64, right: i64| {
            let [a, b, gap] = [left, right, (left - right).abs()].map(|amount| rupiah(Fraction::whole(amount), self));
            fill(text, &[("year", &year(current)), ("left", &a), ("right", &b), ("gap", &gap)])
        };
        match finding {
            Finding::TooLarge => words.too_large.to_owned(),
            Finding::Nothing => words.nothing.to_owned(),
            Finding::YearsGuessed => words.years_guessed.to_owned(),
            Finding::Columns => words.columns_unclear.to_owned(),
            Finding::OtherYear { sheet, book } => {
                fill(words.other_year, &[("sheet", &sheet.to_string()), ("book", &book.to_string())])
            }
            Finding::Unit(1_000) => words.thousands.to_owned(),
            Finding::Unit(_) => words.millions.to_owned(),
            Finding::Small => words.small.to_owned(),
            Finding::Sen => words.sen.to_owned(),
            Finding::Unreadable(at) => fill(words.unreadable, &[("row", &at.row.to_string()), ("label", &at.label)]),
            Finding::TooLargeAmount(at) => {
                fill(words.amount_too_large, &[("row", &at.row.to_string()), ("label", &at.label)])
            }
            Finding::Balance { current, left, right } => sides(words.balance, *current, *left, *right),
            Finding::Result { current, left, right } => sides(words.result, *current, *left, *right),
        }
    }
}

impl Words {
    /// Why a file was not opened as a workbook.
    #[must_use]
    pub const fn workbook_refusal(&self, refusal: Refusal) -> &'static str {
        match refusal {
            Refusal::TooLarge => self.workbook.too_large,
            Refusal::Locked => self.workbook.locked,
            Refusal::Unknown => self.workbook.unknown,
            Refusal::Broken => self.workbook.broken,
            Refusal::Unreadable => self.workbook.unreadable,
            Refusal::Missing => self.workbook.missing,
        }
    }
}
