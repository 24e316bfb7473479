//! What the screens remember of the ministry's workbook.

use crate::assessment::Answer;
use crate::books::Refusal;
use crate::books::ministry::Filled;
use crate::exchange::json::Value;
use crate::page::books::Replaced;

/// What the screens remember of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WorksheetDesk {
    /// What a filled one says, until it is taken over.
    pub found: Option<Filled>,
    /// What was taken over last.
    pub taken: Option<Taken>,
    /// Whether that was just taken out again.
    pub undone: bool,
    /// What became of the copy that is to be filled.
    pub copy: Option<CopyState>,
}

/// What was taken over, and what stood there before.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Taken {
    /// Answer by answer: the item, what went in, what was there.
    pub answers: Vec<(&'static str, Answer, Option<Answer>)>,
    /// Amount by amount.
    pub amounts: Vec<Replaced>,
    /// What the work remembered of the board's own sheets.
    pub remembered: Option<Value>,
}

/// What became of a copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CopyState {
    /// It is being filled.
    Busy,
    /// It is not filled, and why.
    Refused(CopyFault),
    /// It was offered under this name.
    Done {
        /// Its name.
        name: String,
        /// How many answers, amounts and emptied cells went in.
        counts: [usize; 3],
        /// Cells that were left as they were.
        left: Vec<String>,
    },
}

/// Why a copy is not filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyFault {
    /// It cannot be opened.
    Refused(Refusal),
    /// It is another workbook.
    Other,
}

impl CopyFault {
    /// The word of a workbook that is not the ministry's.
    pub const OTHER: &str = "other";

    /// The fault of a word.
    #[must_use]
    pub fn of(word: &str) -> Self {
        if word == Self::OTHER { Self::Other } else { Self::Refused(Refusal::of(word)) }
    }
}
