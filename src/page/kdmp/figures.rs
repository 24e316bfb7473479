//! What the screens and papers ask of the sheet.

use std::borrow::Cow;

use super::{Draft, Gap, Pasted};
use crate::calendar::BookYearEnd;
use crate::locale::fill;
use crate::money::{Entry, Question, Rupiah};
use crate::page::Model;
use crate::page::rat::Board;
use crate::rat::sheet::{self, Column, Found, Line, Meeting, Row, Total};

impl Model {
    /// What a line of the sheet holds.
    #[must_use]
    pub fn sheet_figure(&self, column: Column, line: &Line) -> Option<sheet::Figure> {
        let work = self.assessment();
        work.with_books(|books| work.sheet.figure(column, line, books))
    }

    /// The sums of a paste that the sheet does not come to, or will not after a yes.
    #[must_use]
    pub fn sheet_gaps(&self, paste: &Pasted, taken: bool) -> Vec<Gap> {
        let work = self.assessment();
        let sheet = if taken { Cow::Borrowed(&*work.sheet) } else { Cow::Owned(paste.onto(&work.sheet)) };
        work.with_books(|books| paste.gaps(&sheet, books))
    }

    /// What waits in a line for a yes or a better word.
    #[must_use]
    pub fn sheet_draft(&self, column: Column, line: &Line) -> Option<Draft<'_>> {
        let text = self.assessment().sheet.waiting.get(&column.field(line.id))?;
        Some(Draft { text, meaning: meaning(self, line, text) })
    }

    /// The sums of a column, in the form's order; none while nothing is known of it.
    #[must_use]
    pub fn sheet_totals(&self, column: Column) -> Vec<i64> {
        let work = self.assessment();
        work.with_books(|books| {
            let sums = || work.sheet.totals(column, books);
            work.sheet.has_figures(column, books).then(sums).unwrap_or_default()
        })
    }

    /// What deserves a look before the sheet is sent.
    #[must_use]
    pub fn sheet_checks(&self) -> Vec<Found> {
        let work = self.assessment();
        let board = Board::of(self);
        let year = self.sheet_year();
        let meeting = board.map_or_else(Meeting::default, |board| Meeting {
            present: crate::rat::quorum::present(&board.facts),
            held: year.and_then(|year| board.facts.year(year)).is_some_and(|year| year.held.yes()),
        });
        work.with_books(|books| sheet::check(&work.sheet, books, meeting))
    }

    /// The book year of the sheet: the profile's, else the newest that has closed.
    #[must_use]
    pub fn sheet_year(&self) -> Option<i32> {
        let said = self.assessment().profile.book_year_end.as_deref();
        let said = said.and_then(|day| day.get(..4)?.parse().ok());
        let end = self.assessment().rat.book_year_end.as_deref().and_then(BookYearEnd::parse).unwrap_or_default();
        said.or_else(|| self.day().map(|today| end.newest_closed(today)))
    }

    /// What a part of the statements is called.
    #[must_use]
    pub fn sheet_section(&self, section: u8) -> &'static str {
        let words = &self.words().kdmp;
        let names = [
            words.section_0,
            words.section_1,
            words.section_2,
            words.section_3,
            words.section_4,
            words.section_5,
            words.section_6,
            words.section_7,
        ];
        names.get(usize::from(section)).copied().unwrap_or_default()
    }

    /// A row's name where it is read off: a line that is taken away has its sign, for the figure is typed without one; and a
    /// sum less one other part says so, for its name does not.
    #[must_use]
    pub fn sheet_row(&self, row: Row) -> String {
        let name = row.name().say(self.locale);
        match row {
            Row::Line(line) if line.minus => format!("− {name}"),
            Row::Total(_, Total { minus: [part], .. }) => {
                fill(self.words().kdmp.less, &[("name", &name), ("part", &self.sheet_section(*part))])
            }
            _ => name.to_owned(),
        }
    }

    /// What a column is called.
    #[must_use]
    pub fn sheet_column(&self, column: Column) -> String {
        let words = &self.words().kdmp;
        let year = self.sheet_year().unwrap_or_default();
        match column {
            Column::Year => fill(words.year, &[("year", &year)]),
            Column::Plan => fill(words.plan, &[("year", &(year + 1))]),
        }
    }
}

/// What a text says in a line: what is taken away is typed without a minus.
pub(super) fn read(model: &Model, line: &Line, text: &str) -> Result<Entry, Question> {
    Rupiah::parse_as(text, model.amounts.thousands).map(|entry| match entry {
        Entry::Amount(amount) | Entry::AmountToConfirm(amount) if line.minus && amount < Rupiah::ZERO => {
            Entry::AmountToConfirm(-amount)
        }
        entry => entry,
    })
}

/// What a waiting text could mean, or why it is no amount.
fn meaning(model: &Model, line: &Line, text: &str) -> Result<Rupiah, Question> {
    match read(model, line, text)? {
        Entry::Amount(amount) | Entry::AmountToConfirm(amount) => Ok(amount),
        Entry::Empty | Entry::Many(_) => Err(Question::Several),
    }
}
