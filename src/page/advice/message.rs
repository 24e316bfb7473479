//! What can happen on the screens of advice.

use crate::assessment::{Answer, Found, Stage};
use crate::page::FileFault;
use crate::rulebook::Year;

/// Something done there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AdviceMessage {
    /// An answer is tried.
    Answer(String, Answer),
    /// An amount is tried, as typed.
    Amount(Year, String, String),
    /// The amount that was read back is right.
    Confirm(Year, String),
    /// These items are tried as *ya*, beside what is tried already.
    Try(Vec<String>),
    /// A move of money is tried, by its id, with so many rupiah.
    Move(String, i64),
    /// A lever is turned by a notch: its id, and whether up.
    Lever(String, bool),
    /// All steps to a predicate are tried.
    TryPath(String),
    /// A tried answer is as it was.
    DropAnswer(String),
    /// A tried amount is as it was.
    DropAmount(Year, String),
    /// Everything tried is as it was.
    Reset,
    /// The lists of what to do are wanted whole.
    Whole,
    /// The progress of an action is to be noted.
    Note(String),
    /// The day of the note.
    NoteDate(String),
    /// The words of the note.
    NoteText(String),
    /// The note is finished: the action is at this stage.
    Mark(Stage),
    /// The note is not wanted.
    NoteClose,
    /// Who does the step for an indicator.
    Who(String, String),
    /// Until when.
    Until(String, String),
    /// The last entry of the history is taken back, with the answer before it.
    Unmark,
    /// An older file was read: its text, or why not.
    Older(Result<String, FileFault>),
    /// An older file is compared with no longer, by its place.
    Forget(usize),
    /// A paper is there, lacking, or nobody has looked.
    Paper(String, Found),
    /// Where a paper is kept.
    PaperPlace(String, String),
    /// The last note of a paper is as it was before.
    PaperBack,
    /// A table to a file.
    Csv(Table),
    /// The whole work is wanted as a workbook.
    Workbook,
}

/// A table for a spreadsheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Table {
    /// The report.
    Report,
    /// The papers for the examiner's table.
    Pack,
}

impl AdviceMessage {
    /// The message of a mark's words after `advice`, and the field's value.
    pub(in crate::page) fn parse<'a>(mut words: impl Iterator<Item = &'a str>, value: &str) -> Option<Self> {
        let verb = words.next()?;
        let mut word = || words.next().map(str::to_owned);
        let year = |code: String| Year::BOTH.into_iter().find(|year| year.code() == code);
        Some(match verb {
            "answer" => Self::Answer(word()?, Answer::parse(value)?),
            "amount" => Self::Amount(year(word()?)?, word()?, value.to_owned()),
            "confirm" => Self::Confirm(year(word()?)?, word()?),
            "try" => Self::Try(word()?.split(',').map(str::to_owned).collect()),
            "move" => Self::Move(word()?, word()?.parse().ok()?),
            "lever" => Self::Lever(word()?, word()? == "up"),
            "path" => Self::TryPath(word()?),
            "drop-answer" => Self::DropAnswer(word()?),
            "drop-amount" => Self::DropAmount(year(word()?)?, word()?),
            "reset" => Self::Reset,
            "whole" => Self::Whole,
            "note" => Self::Note(word()?),
            "note-date" => Self::NoteDate(value.to_owned()),
            "note-text" => Self::NoteText(value.to_owned()),
            "mark" => Self::Mark(Stage::parse(&word()?)?),
            "note-close" => Self::NoteClose,
            "who" => Self::Who(word()?, value.to_owned()),
            "until" => Self::Until(word()?, value.to_owned()),
            "unmark" => Self::Unmark,
            "older-text" if !value.trim().is_empty() => Self::Older(Ok(value.to_owned())),
            "forget" => Self::Forget(word()?.parse().ok()?),
            "paper" => Self::Paper(word()?, Found::parse(value)?),
            "paper-tick" => Self::Paper(word()?, if value == "true" { Found::There } else { Found::Unchecked }),
            "paper-place" => Self::PaperPlace(word()?, value.to_owned()),
            "paper-back" => Self::PaperBack,
            "xlsx" => Self::Workbook,
            "csv" => Self::Csv(if word()? == "pack" { Table::Pack } else { Table::Report }),
            _ => return None,
        })
    }
}
