//! What can happen on the screens about the RAT.

/// Something done there. Paths are those of [`RatInput::set`](crate::rat::RatInput::set), but a book year is reached by
/// its number: `year.2024.heldOn`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RatMessage {
    /// A field was given this text.
    Set(String, String),
    /// A field was given this text by a button that may be gone afterwards.
    Put(String, String),
    /// An amount in rupiah was typed.
    Money(String, String),
    /// A count was moved by this much.
    Step(String, i64),
    /// The kind of letter that came; `none` for no letter.
    Letter(String),
    /// Whether the business runs: `yes`, `no`, `never`, `unknown`.
    Trade(String),
    /// What is not ticked of a document is not there.
    Rest(String),
    /// A list of members was pasted, for the division of the surplus.
    List(String),
    /// A chapter of the RAT book is left out or taken in, or moved up or down: its key, and which.
    Chapter(String, String),
    /// The RAT was held on the chosen day.
    Held,
    /// The deadlines as a calendar file.
    Calendar,
    /// A paper as a file for a word processor.
    Word(String),
    /// A paper's tables as a file for a spreadsheet.
    Sheet(String),
}

impl RatMessage {
    /// The message of a mark's words after `rat`, and the field's value.
    pub(in crate::page) fn parse<'a>(mut words: impl Iterator<Item = &'a str>, value: &str) -> Option<Self> {
        let verb = words.next()?;
        let mut word = || words.next().map(str::to_owned);
        let value = value.to_owned();
        Some(match verb {
            "set" => Self::Set(word()?, value),
            "put" => Self::Put(word()?, word()?),
            // A tick says yes; without it the answer is open again.
            "tick" => Self::Set(word()?, if value == "true" { "yes".to_owned() } else { String::new() }),
            "have" => Self::Set(word()?, if value == "true" { "have".to_owned() } else { String::new() }),
            "lack" => Self::Set(word()?, if value == "true" { "no".to_owned() } else { String::new() }),
            "money" => Self::Money(word()?, value),
            "step" => Self::Step(word()?, word()?.parse().ok()?),
            "letter" => Self::Letter(value),
            "trade" => Self::Trade(value),
            "rest" => Self::Rest(word()?),
            "chapter" => Self::Chapter(word()?, word().unwrap_or(value)),
            "list" => Self::List(value),
            "held" => Self::Held,
            "calendar" => Self::Calendar,
            "word" => Self::Word(word()?),
            "sheet" => Self::Sheet(word()?),
            _ => return None,
        })
    }
}
