//! What can happen on the sheet.

use crate::rat::sheet::Column;

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
