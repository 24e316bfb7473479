//! Sentences in two languages, and sentences with something filled in.

use serde::Serialize;

use crate::calendar::Day;
use crate::locale::Locale;

/// A sentence in Indonesian and in English.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Text {
    /// Indonesian.
    pub id: &'static str,
    /// English.
    pub en: &'static str,
}

/// A sentence in both languages with its blanks filled.
///
/// ```
/// use cermin_koperasi::rat::Text;
/// let text = Text { id: "{0} anggota", en: "{0} members" };
/// assert_eq!(text.with(&[1234.into()]).id, "1.234 anggota");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Phrase {
    /// Indonesian.
    pub id: String,
    /// English.
    pub en: String,
}

/// What a blank is filled with.
#[derive(Clone, Copy, Debug)]
pub enum Fill<'a> {
    /// A day, written out.
    Day(Day),
    /// A whole number, with the language's thousands mark.
    Count(i64),
    /// A year or the like, without thousands marks.
    Year(i32),
    /// A word of ours.
    Word(Text),
    /// A word that is the same in both languages.
    Same(&'a str),
    /// Words of ours that were filled before.
    Said(&'a Phrase),
}

impl Text {
    /// The sentence in this language. A language the book does not speak gets Indonesian.
    #[must_use]
    pub fn say(self, locale: Locale) -> &'static str {
        if locale == Locale::En { self.en } else { self.id }
    }

    /// The sentence with `{0}`, `{1}`, … filled in order.
    #[must_use]
    pub fn with(self, fills: &[Fill<'_>]) -> Phrase {
        Phrase { id: filled(self.id, fills, 0), en: filled(self.en, fills, 1) }
    }
}

impl Phrase {
    /// The sentence in this language. A language the book does not speak gets Indonesian.
    #[must_use]
    pub fn say(&self, locale: Locale) -> &str {
        if locale == Locale::En { &self.en } else { &self.id }
    }
}

impl From<Text> for Phrase {
    fn from(text: Text) -> Self {
        Self { id: text.id.to_owned(), en: text.en.to_owned() }
    }
}

impl From<Day> for Fill<'_> {
    fn from(day: Day) -> Self {
        Self::Day(day)
    }
}

impl From<i64> for Fill<'_> {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

impl From<Text> for Fill<'_> {
    fn from(text: Text) -> Self {
        Self::Word(text)
    }
}

fn filled(sentence: &str, fills: &[Fill<'_>], language: usize) -> String {
    let mut parts = sentence.split('{');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('}').unwrap_or((part, ""));
        if let Some(fill) = name.parse().ok().and_then(|index: usize| fills.get(index)) {
            out.push_str(&fill.say(language));
        }
        out.push_str(rest);
    }
    out
}

impl Fill<'_> {
    fn say(&self, language: usize) -> String {
        match *self {
            Self::Day(day) if language == 0 => day.long_id(),
            Self::Day(day) => day.long_en(),
            Self::Count(count) => grouped(count, if language == 0 { '.' } else { ',' }),
            Self::Year(year) => year.to_string(),
            Self::Word(text) => (if language == 0 { text.id } else { text.en }).to_owned(),
            Self::Same(word) => word.to_owned(),
            Self::Said(phrase) => (if language == 0 { &phrase.id } else { &phrase.en }).clone(),
        }
    }
}

/// `1.234.567`: a whole number in groups of three.
#[must_use]
pub fn grouped(count: i64, mark: char) -> String {
    let digits = count.unsigned_abs().to_string();
    let mut out = String::from(if count < 0 { "-" } else { "" });
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(digit);
    }
    out
}
