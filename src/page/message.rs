//! What can happen on the page.

use crate::assessment::Answer;
use crate::locale::Locale;
use crate::rulebook::Reading;

use super::{KeepingMessage, Route, wing};

/// A way out of the page that a browser may lack or refuse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// A file to keep.
    File,
    /// The device's own sharing.
    Share,
    /// Paper.
    Print,
}

/// Something the reader did, or the browser reports.
///
/// The page marks what it wants to hear about with `data-on="WORD ARGUMENTS"`; [`Message::parse`] turns the mark and
/// the field's value into a message. A mark nobody knows is ignored.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// The address changed.
    Went(Route),
    /// An item was answered.
    Answered(String, Answer),
    /// All items of an indicator that are still blank become *belum tahu* or *ya* at once.
    AnsweredRest(String, Answer),
    /// A field of the profile was changed.
    Profiled(Field, String),
    /// Something about the amounts of the books.
    Amounts(wing::AmountMessage),
    /// Something on the screen of a pasted sheet.
    Sheet(wing::SheetMessage),
    /// Something about the ministry's own workbook.
    Worksheet(wing::WorksheetMessage),
    /// Something about the RAT.
    Rat(wing::RatMessage),
    /// Something on the sheet of a KDMP.
    Kdmp(wing::KdmpMessage),
    /// Something on the screens of advice.
    Advice(wing::AdviceMessage),
    /// Something in a workshop.
    Workshop(wing::WorkshopMessage),
    /// Anything else that only the second part of the page hears of.
    Wing(wing::Message),
    /// Counted in another way.
    Reads(Reading),
    /// Counted under another edition.
    Edition(String),
    /// Another language.
    Speaks(Locale),
    /// The other language could not be fetched.
    Speechless,
    /// This computer is shared: keep nothing.
    Shared(bool),
    /// The work to a file.
    Save,
    /// The work to another app of the device.
    Share,
    /// The work as text to the clipboard.
    Copy,
    /// Whether the text is in the clipboard; if not, it is at least selected.
    Copied(bool),
    /// The browser would not do it.
    Barred(Exit),
    /// A file was read: its text, or why not.
    Opened(Result<String, FileFault>),
    /// What was opened or wiped away comes back.
    Undo,
    /// Everything goes.
    Wipe,
    /// The invented cooperative, to look around.
    Sample,
    /// The screen to paper.
    Print,
    /// A notice was read.
    Dismiss,
    /// The second part of the page is wanted, once more.
    Rest,
    /// More about each item is wanted.
    Help,
    /// More about each item is there now.
    Helped,
    /// The second part could not be fetched, or would not take over the work: then it says why.
    Stranded(Option<String>),
    /// The second part could not be fetched, because the site has another version by now.
    Outdated,
    /// The page is to be loaded anew.
    Reload,
    /// Whether the browser keeps what we give it: it is on the disk, or it will not be.
    Storage(bool),
    /// Something about what is kept.
    Keeping(KeepingMessage),
}

/// A field of the profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The cooperative's name.
    Name,
    /// Its kind.
    Kind,
    /// Its level.
    Level,
    /// Its members.
    Members,
    /// The last day of its book year.
    BookYearEnd,
}

impl Field {
    /// All of them, in the order they are asked.
    pub const ALL: [Self; 5] = [Self::Name, Self::Kind, Self::Level, Self::Members, Self::BookYearEnd];

    /// Its word in marks and element ids.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Kind => "kind",
            Self::Level => "level",
            Self::Members => "members",
            Self::BookYearEnd => "book-year-end",
        }
    }
}

/// Why a file could not even be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// It is too large to be ours.
    TooBig,
    /// The browser could not read it as text.
    Unreadable,
}

impl Message {
    /// The message of a mark and, for a field, its value.
    ///
    /// ```
    /// use cermin_koperasi::{assessment::Answer, page::Message};
    /// let message = Message::parse("answer A.I.1.a", "yes");
    /// assert_eq!(message, Some(Message::Answered("A.I.1.a".into(), Answer::Yes)));
    /// assert_eq!(Message::parse("nonsense", ""), None);
    /// ```
    #[must_use]
    pub fn parse(mark: &str, value: &str) -> Option<Self> {
        let mut words = mark.split(' ');
        let verb = words.next()?;
        let mut word = || words.next();
        Some(match verb {
            "answer" => Self::Answered(word()?.to_owned(), Answer::parse(value)?),
            "answer-rest" => Self::AnsweredRest(word()?.to_owned(), Answer::parse(word()?)?),
            "profile" => {
                let code = word()?;
                let field = Field::ALL.into_iter().find(|field| field.code() == code)?;
                // A button says the value itself.
                Self::Profiled(field, word().unwrap_or(value).to_owned())
            }
            "reading" => Self::Reads(Reading::parse(word().unwrap_or(value))?),
            "edition" => Self::Edition(word().unwrap_or(value).to_owned()),
            "language" => Self::Speaks(Locale::parse(word().unwrap_or(value))?),
            "shared" => Self::Shared(value == "true"),
            "open-text" if !value.trim().is_empty() => Self::Opened(Ok(value.to_owned())),
            "keeping" => Self::Keeping(KeepingMessage::parse(words)?),
            "reload" => Self::Reload,
            "rest" => Self::Rest,
            "help" => Self::Help,
            "save" => Self::Save,
            "share" => Self::Share,
            "copy" => Self::Copy,
            "undo" => Self::Undo,
            "wipe" => Self::Wipe,
            "sample" => Self::Sample,
            "print" => Self::Print,
            "dismiss" => Self::Dismiss,
            _ => return wing::parse(verb, words, mark, value),
        })
    }
}
