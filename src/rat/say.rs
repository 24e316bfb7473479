//! Sentences of the RAT rulebook, said in a language.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::book::FIRST_RULE;
use super::text::{Fill, Phrase, Text};
use crate::lines::{Lines, Read};
use crate::locale::{Locale, Spoken};
use crate::money;

/// The book's sentences, a section of each language's pack.
static SENTENCES: Spoken<Sentences> = Spoken::new();
/// Those of the rules, which lie beside the modules of the page.
static RULES: Spoken<Sentences> = Spoken::new();

/// In the order of the data files' paths; none in the first part of the page, which says nothing of a RAT.
#[derive(Debug)]
struct Sentences(&'static [&'static str]);

impl Read for Sentences {
    fn read(lines: &mut Lines) -> Self {
        Self(Read::read(lines))
    }
}

impl Text {
    /// The sentence in this language; Indonesian where that is not installed. That of a rule is blank while it is still to be
    /// fetched.
    ///
    /// ```
    /// use cermin_koperasi::{locale::Locale, rat::book::words};
    /// assert_eq!(words::RISK_TINGGI.say(Locale::Id), "Tinggi");
    /// ```
    #[must_use]
    pub fn say(self, locale: Locale) -> &'static str {
        let said = SENTENCES.of("rat-and-status-help", locale).0.get(usize::from(self.0)).copied().unwrap_or_default();
        let of_rule = self.0.checked_sub(FIRST_RULE).filter(|_| said.is_empty() && locale.has_help());
        let rule = of_rule.and_then(|place| RULES.of("rules-help", locale).0.get(usize::from(place)).copied());
        rule.unwrap_or(said)
    }
}

impl Phrase {
    /// The sentence in this language; Indonesian where that is not installed.
    ///
    /// ```
    /// use cermin_koperasi::{locale::Locale, rat::{Fill, Phrase, book::words}};
    /// let years = words::COVERAGE.with(&[2025, 2027, 2026].map(Fill::Year));
    /// assert!(years.say(Locale::En).contains("2027"));
    /// assert_eq!(Phrase::from(words::RISK_TINGGI).say(Locale::Id), words::RISK_TINGGI.say(Locale::Id));
    /// ```
    #[must_use]
    pub fn say(&self, locale: Locale) -> String {
        let mut parts = self.text.say(locale).split('{');
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (name, rest) = part.split_once('}').unwrap_or((part, ""));
            if let Some(fill) = name.parse().ok().and_then(|place: usize| self.fills.get(place)) {
                out += &fill.say(locale);
            }
            out += rest;
        }
        out
    }
}

impl Fill {
    fn say(&self, locale: Locale) -> String {
        match self {
            Self::Day(day) => locale.day(*day),
            Self::Count(count) => money::count(*count, locale.numerals()),
            Self::Year(year) => year.to_string(),
            Self::Word(text) => text.say(locale).to_owned(),
            Self::Same(word) => word.clone(),
            Self::Said(phrase) => phrase.say(locale),
        }
    }
}

/// As an object with the sentence in each language, by its code.
impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        in_all(serializer, |locale| self.say(locale))
    }
}

/// As an object with the sentence in each language, by its code.
impl Serialize for Phrase {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        in_all(serializer, |locale| self.say(locale))
    }
}

fn in_all<S: Serializer, T: Serialize>(serializer: S, say: impl Fn(Locale) -> T) -> Result<S::Ok, S::Error> {
    let mut object = serializer.serialize_struct("Text", Locale::ALL.len())?;
    for locale in Locale::ALL {
        object.serialize_field(locale.code(), &say(*locale))?;
    }
    object.end()
}
