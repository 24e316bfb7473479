//! What can happen on the screen of a pasted sheet.

use super::Columns;
use crate::books::{Refusal, Sheet};
use crate::rulebook::Year;

/// Something done there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetMessage {
    /// Text was typed, so far.
    Type(String),
    /// What was typed is to be read.
    Read,
    /// A sheet was pasted: tabs and line ends as they were.
    Paste(String),
    /// A file of this name was chosen and is being read.
    Reading(String),
    /// A file was read: its sheets, or why not.
    File(Result<Vec<Sheet>, Refusal>),
    /// This sheet of the open workbook, by its place.
    Pick(usize),
    /// A line, by its place, goes to this account, or to none.
    Put(usize, Option<String>),
    /// A line, by its place, is shared by two accounts.
    Split(usize),
    /// Of a line that is shared, the first account (0) or the second (1) is this one.
    ShareTo(usize, usize, String),
    /// Of a line that is shared, the first account's part in a year, as typed so far.
    Share(usize, Year, String),
    /// A line is to go elsewhere: all accounts are wanted.
    Change(usize),
    /// The columns are of these years.
    Columns(Columns),
    /// Of a year, the column at this place among those of the sheet; or none is.
    Column(Year, Option<usize>),
    /// How many rupiah a printed unit is.
    Unit(i64),
    /// What is shown goes into the books.
    Take,
    /// What was taken over last goes out again.
    Undo,
    /// The sheet is not wanted.
    Drop,
}

impl SheetMessage {
    /// The message of a mark's words after `neraca`, and the field's value.
    pub(in crate::page) fn parse<'a>(mut words: impl Iterator<Item = &'a str>, value: &str) -> Option<Self> {
        let verb = words.next()?;
        let mut place = || words.next()?.parse().ok();
        Some(match verb {
            "type" => Self::Type(value.to_owned()),
            "read" => Self::Read,
            "paste" => Self::Paste(value.to_owned()),
            "put" => match (place()?, value) {
                (_, "") => return None,
                (place, "other") => Self::Change(place),
                (place, "split") => Self::Split(place),
                (place, "none") => Self::Put(place, None),
                (place, account) => Self::Put(place, Some(account.to_owned())),
            },
            "share-to" => Self::ShareTo(place()?, place()?, value.to_owned()),
            "share" => {
                let (place, code) = (place()?, words.next()?);
                Self::Share(place, Year::BOTH.into_iter().find(|year| year.code() == code)?, value.to_owned())
            }
            "pick" => Self::Pick(place()?),
            "change" => Self::Change(place()?),
            "columns" => Self::Columns(Columns::parse(value)?),
            "column" => {
                let code = words.next()?;
                let year = Year::BOTH.into_iter().find(|year| year.code() == code)?;
                Self::Column(year, if value == "none" { None } else { Some(value.parse().ok()?) })
            }
            "unit" => Self::Unit(value.parse().ok()?),
            "take" => Self::Take,
            "undo" => Self::Undo,
            "drop" => Self::Drop,
            _ => return None,
        })
    }
}
