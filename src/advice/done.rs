//! What has been done about it: the history that goes into the save file.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::assessment::{Answer, Assessment};

/// Something a board has marked as done. The save file keeps a list of these under `actions`, oldest first.
///
/// ```
/// use cermin_koperasi::{advice, assessment::{Answer, Assessment}, rulebook};
/// let book = rulebook::find("kkpkk-2021").unwrap();
/// let mut ours = Assessment::new(book, &book.variants[0]);
/// ours.answers.insert("A.I.1.a".into(), Answer::No);
/// let mut done = advice::mark(&mut ours, "A.I.1.a", "buku anggota dijilid", "2026-03-14").unwrap();
/// assert_eq!(ours.answer("A.I.1.a"), Answer::Unknown); // open for a new answer
/// ours.answers.insert("A.I.1.a".into(), Answer::Yes);
/// assert!(done.settle(&ours));
/// assert_eq!((done.before, done.after), (Some(Answer::No), Some(Answer::Yes)));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Done {
    /// The item it was about, or the indicator of a ratio.
    pub item: String,
    /// What the board wrote about it.
    pub note: String,
    /// The day it was marked, ISO 8601 (`2026-03-14`).
    pub date: String,
    /// The answer it had; none for a ratio.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "code")]
    pub before: Option<Answer>,
    /// The answer it was given afterwards; none until then, and for a ratio.
    #[serde(default, skip_serializing_if = "Option::is_none", with = "code")]
    pub after: Option<Answer>,
}

/// Marks an action as done: the item is open again for a new answer, and the history keeps the old one. For a ratio only
/// the note is kept; its new figure comes with the next books.
///
/// `None` if the form knows neither such an item nor such an indicator.
#[must_use]
pub fn mark(assessment: &mut Assessment, id: &str, note: &str, date: &str) -> Option<Done> {
    let item = assessment.variant.item(id);
    if item.is_none() && assessment.variant.indicator(id).is_none() {
        return None;
    }
    let before = item.map(|item| assessment.answer(item.id));
    if item.is_some() {
        assessment.answers.insert(id.to_owned(), Answer::Unknown);
    }
    Some(Done { item: id.to_owned(), note: note.to_owned(), date: date.to_owned(), before, after: None })
}

impl Done {
    /// Takes over the new answer, once one is given. Whether it has one now.
    pub fn settle(&mut self, assessment: &Assessment) -> bool {
        let answer = assessment.answer(&self.item);
        if self.before.is_some() && self.after.is_none() && answer != Answer::Unknown {
            self.after = Some(answer);
        }
        self.after.is_some()
    }
}

/// Answers by their code, as everywhere in files.
mod code {
    use super::{Answer, Deserialize, Deserializer, Serialize, Serializer};

    #[allow(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde's own signature")]
    pub(super) fn serialize<S: Serializer>(answer: &Option<Answer>, to: S) -> Result<S::Ok, S::Error> {
        answer.map(Answer::code).serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Answer>, D::Error> {
        let code = Option::<String>::deserialize(from)?;
        let parse = |code: String| Answer::parse(&code).ok_or_else(|| serde::de::Error::custom("unknown answer"));
        code.map(parse).transpose()
    }
}
