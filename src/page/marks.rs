//! What the marks of the page mean: each becomes the message of what was done there.

use super::{Field, KeepingMessage, Message, wing};
use crate::assessment::Answer;
use crate::locale::Locale;
use crate::rulebook::Reading;

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
