//! What is wrong with a file, where, and the word for it that programs can rely on.

use std::fmt;
use std::rc::Rc;

/// One thing wrong with a file, or worth knowing about it.
///
/// Its sentence for people is [`Words::problem`](crate::locale::Words::problem).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub code: Code,
    /// Where in the file.
    pub path: Path,
    /// The content it is about, shortened; empty where there is none.
    pub value: String,
}

/// What can be wrong with a file. The words never change; new ones may come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// Nothing in it.
    Empty,
    /// More than [`save::LONGEST`](super::save::LONGEST) bytes.
    TooBig,
    /// It stops in the middle.
    Truncated,
    /// Not JSON, or not text.
    Unreadable,
    /// JSON, but of another program.
    Foreign,
    /// Of a version this build does not know.
    Newer,
    /// A part that must be there is not.
    Missing,
    /// A part is of another kind.
    WrongType(Kind),
    /// No such rulebook.
    UnknownRulebook,
    /// No such form in the rulebook.
    UnknownVariant,
    /// No such edition of the rulebook.
    UnknownEdition,
    /// No such reading.
    UnknownReading,
    /// Not one of the four answers.
    UnknownAnswer,
    /// *Not applicable* for an item that does not offer it.
    NotOffered,
    /// An amount with a fraction of a rupiah.
    NotWhole,
    /// An amount beyond [`LIMIT`](crate::money::LIMIT).
    TooLarge,
    /// A value that cannot be: a level 7, a 31 February.
    OutOfRange,
    /// An item that is no longer asked; its answer is kept and not scored.
    UnknownItem,
    /// An account that is no longer asked; its amount is kept and not counted.
    UnknownAccount,
    /// A day of a year that cannot be meant; it is left blank.
    WrongYear,
    /// The content does not match the file's checksum.
    Changed,
}

/// What kind of content was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text in quotes.
    Text,
    /// A number without a fraction.
    Whole,
    /// `true` or `false`.
    Truth,
    /// An object with keys.
    Group,
}

/// The way to a place in a file: `answers`, then `A.I.1.a`.
///
/// Ways share what they have in common: a hundred thousand places under a key as long as the file take no more memory than
/// the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Path(Option<Rc<Step>>);

#[derive(Debug, PartialEq, Eq)]
struct Step {
    up: Path,
    key: String,
}

impl Problem {
    /// Something about a file as a whole.
    #[must_use]
    pub fn of_file(code: Code) -> Self {
        Path::default().problem(code, "")
    }

    /// Whether the file is of a form that the second part of the page knows.
    #[must_use]
    pub fn is_of_later_form(&self) -> bool {
        let later = |book: &&crate::rulebook::Rulebook| book.later.iter().any(|form| form.id == self.value);
        self.code == Code::UnknownVariant && crate::rulebook::RULEBOOKS.iter().any(later)
    }
}

impl Code {
    /// The word used in the JavaScript face.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooBig => "too-big",
            Self::Truncated => "truncated",
            Self::Unreadable => "unreadable",
            Self::Foreign => "foreign",
            Self::Newer => "newer",
            Self::Missing => "missing",
            Self::WrongType(_) => "wrong-type",
            Self::UnknownRulebook => "unknown-rulebook",
            Self::UnknownVariant => "unknown-variant",
            Self::UnknownEdition => "unknown-edition",
            Self::UnknownReading => "unknown-reading",
            Self::UnknownAnswer => "unknown-answer",
            Self::NotOffered => "not-offered",
            Self::NotWhole => "not-whole",
            Self::TooLarge => "too-large",
            Self::OutOfRange => "out-of-range",
            Self::UnknownItem => "unknown-item",
            Self::UnknownAccount => "unknown-account",
            Self::WrongYear => "wrong-year",
            Self::Changed => "changed",
        }
    }

    /// Whether the file opens all the same.
    #[must_use]
    pub const fn is_notice(self) -> bool {
        matches!(self, Self::UnknownItem | Self::UnknownAccount | Self::WrongYear | Self::Changed)
    }
}

impl Path {
    /// The path of a part of this place.
    #[must_use]
    pub fn to(&self, key: &str) -> Self {
        Self(Some(Rc::new(Step { up: self.clone(), key: key.to_owned() })))
    }

    /// The keys from the outside in.
    #[must_use]
    pub fn keys(&self) -> Vec<&str> {
        let mut keys: Vec<&str> = std::iter::successors(self.0.as_deref(), |step| step.up.0.as_deref())
            .map(|step| step.key.as_str())
            .collect();
        keys.reverse();
        keys
    }

    /// A problem at this place.
    pub(super) fn problem(&self, code: Code, value: &str) -> Problem {
        // Enough to recognise it by; a file may hold a novel.
        let value = value.chars().take(60).collect();
        Problem { code, path: self.clone(), value }
    }
}

/// A JSON pointer (RFC 6901): `/answers/A.I.1.a`; empty for the whole file.
impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.keys().into_iter().try_for_each(|key| write!(f, "/{}", key.replace('~', "~0").replace('/', "~1")))
    }
}

/// For programs and logs, not for people: `unknown-answer at /answers/A.I.1.a: perhaps`.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {}: {}", self.code.code(), self.path, self.value)
    }
}

impl std::error::Error for Problem {}
