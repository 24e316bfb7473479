//! What the screen of the sheet remembers beside the work.

use super::{Pasted, Refused, Replaced};
use crate::money::{Question, Rupiah};
use crate::rat::sheet::Column;

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

/// The id of a line's field.
#[must_use]
pub fn field(column: Column, line: &str) -> String {
    format!("kd-{line}-{}", column.code())
}
