//! The sheet of a village cooperative's RAT on the page: what can happen to it, and what its screen remembers.

mod paste;
mod replaced;
mod tables;
mod update;

use std::borrow::Cow;

use crate::calendar::BookYearEnd;
use crate::locale::fill;
use crate::money::{Question, Rupiah};
use crate::page::Model;
use crate::page::rat::Board;
use crate::rat::sheet::{self, Column, Found, Line, Meeting, Row, Total};

pub use paste::{Fill, Gap, Parts, Pasted, PastedLine};
pub use replaced::Replaced;
pub(super) use tables::rows;
pub(super) use update::update;

/// What the screen remembers beside the work.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    /// A pasted table that waits for a yes.
    pub paste: Option<Pasted>,
    /// Why a paste was refused.
    pub refused: Option<Refused>,
    /// What was pasted last.
    pub taken: Option<Taken>,
    /// Whether it was just taken out again.
    pub undone: bool,
}

/// A paste that has filled the sheet.
#[derive(Clone, Debug)]
pub struct Taken {
    /// The paste, with the board's choices.
    pub paste: Pasted,
    /// What it filled, and what stood there before.
    pub filled: Vec<Replaced>,
}

/// What was typed into a line and not taken. What stood in the line stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft<'m> {
    /// As it was typed.
    pub text: &'m str,
    /// What it could mean, to be confirmed, or why it is no amount.
    pub meaning: Result<Rupiah, Question>,
}

/// Why a pasted table was refused as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It has more columns of amounts than the sheet, and no heading with their years.
    Columns,
    /// Its headings name other years.
    Years,
    /// It cannot be read.
    Unread(Question),
}

/// Something done on the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KdmpMessage {
    /// A line was typed.
    Entered(Column, String, String),
    /// Cells were pasted.
    Put(String),
    /// The amount that was read back is right.
    Confirmed(Column, String),
    /// The line follows the books again.
    Follow(String),
    /// The accounts of a question belong to this line.
    Placed(String, String),
    /// The first pasted column is the budget, or not.
    Swapped(bool),
    /// The pasted row of this place goes to this line; to none where the form has none of that key.
    Row(usize, String),
    /// What the last paste brought goes out again.
    Undo,
    /// The pasted amounts go where the preview shows, or nowhere.
    Pasted(bool),
    /// The sheet as a file for a spreadsheet; as CSV where not.
    File(bool),
}

impl KdmpMessage {
    /// The message of a mark's words after `kdmp`, and the field's value.
    pub(in crate::page) fn parse<'a>(mut words: impl Iterator<Item = &'a str>, value: &str) -> Option<Self> {
        let verb = words.next()?;
        let mut word = || words.next();
        Some(match verb {
            "enter" => Self::Entered(Column::parse(word()?)?, word()?.to_owned(), value.to_owned()),
            "put" => Self::Put(value.to_owned()),
            "confirm" => Self::Confirmed(Column::parse(word()?)?, word()?.to_owned()),
            "follow" => Self::Follow(word()?.to_owned()),
            "place" => Self::Placed(word()?.to_owned(), value.to_owned()),
            "swap" => Self::Swapped(value == "plan"),
            "row" => Self::Row(word()?.parse().ok()?, value.to_owned()),
            "undo" => Self::Undo,
            "paste" => Self::Pasted(word()? == "yes"),
            "file" => Self::File(word()? == "xlsx"),
            _ => return None,
        })
    }
}

/// The id of a line's field.
#[must_use]
pub fn field(column: Column, line: &str) -> String {
    format!("kd-{line}-{}", column.code())
}

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
        Some(Draft { text, meaning: update::meaning(self, line, text) })
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
