//! Sentences of the RAT rulebook, and sentences with something filled in.

use crate::calendar::Day;

/// A sentence of the rulebook, by its place among all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text(pub(super) u16);

/// A sentence with its blanks filled.
///
/// ```
/// use cermin_koperasi::locale::Locale;
/// use cermin_koperasi::rat::book::sentences;
/// let said = sentences::BEGIN_MISSED.with(&[2025.into(), 7_000.into()]);
/// assert!(said.say(Locale::Id).contains("7.000") && said.say(Locale::En).contains("7,000"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phrase {
    pub(super) text: Text,
    pub(super) fills: Vec<Fill>,
}

/// What a blank is filled with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fill {
    /// A day, written out.
    Day(Day),
    /// A whole number, with the language's thousands mark.
    Count(i64),
    /// A year or the like, without thousands marks.
    Year(i32),
    /// A word of ours.
    Word(Text),
    /// A word that is the same in all languages.
    Same(String),
    /// Words of ours that were filled before.
    Said(Phrase),
}

impl Text {
    /// The sentence with `{0}`, `{1}`, … filled in order.
    ///
    /// ```
    /// use cermin_koperasi::{calendar::Day, locale::Locale, rat::book::sentences};
    /// let limit = Day::parse("2026-06-30").unwrap();
    /// assert!(sentences::DAY_PAST_LEGAL.with(&[limit.into()]).say(Locale::Id).contains("30 Juni 2026"));
    /// ```
    #[must_use]
    pub fn with(self, fills: &[Fill]) -> Phrase {
        Phrase { text: self, fills: fills.to_vec() }
    }
}

impl From<Text> for Phrase {
    fn from(text: Text) -> Self {
        text.with(&[])
    }
}

impl From<Day> for Fill {
    fn from(day: Day) -> Self {
        Self::Day(day)
    }
}

impl From<i64> for Fill {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

impl From<Text> for Fill {
    fn from(text: Text) -> Self {
        Self::Word(text)
    }
}
