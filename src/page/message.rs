//! What can happen on the page.

use super::{Exit, Field, FileFault, KeepingMessage, Route, wing};
use crate::assessment::Answer;
use crate::locale::Locale;
use crate::rulebook::Reading;

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
