//! What has been done about it: the history of actions, kept in the save file.

use super::{Answer, Assessment};

/// Something a board has marked as under way or done, about one item or one ratio.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Mark {
    /// The item it is about, or the indicator of a ratio.
    pub item: String,
    /// How far it is.
    pub stage: Stage,
    /// What the board wrote about it.
    pub note: String,
    /// The day, ISO 8601 (`2026-03-14`); empty if none was given.
    pub date: String,
    /// The answer it had; none for a ratio.
    pub before: Option<Answer>,
    /// The answer it was given after it was done; none until then, and for a ratio.
    pub after: Option<Answer>,
}

/// How far an action is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Stage {
    /// Somebody is at it.
    Doing,
    /// It is done.
    #[default]
    Done,
}

impl Stage {
    /// The word used in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Doing => "doing",
            Self::Done => "done",
        }
    }

    /// The stage named by its code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Doing, Self::Done].into_iter().find(|stage| stage.code() == code)
    }
}

impl Assessment {
    /// Marks an action, at the end of the history. What is done opens its item for a new answer, and the history keeps the
    /// old one. For a ratio only the note is kept; its new figure comes with the next books.
    ///
    /// Whether the form knows such an item or indicator; if not, nothing is marked.
    ///
    /// ```
    /// use cermin_koperasi::{assessment::{Answer, Assessment, Stage}, rulebook};
    /// let book = rulebook::find("kkpkk-2021").unwrap();
    /// let mut ours = Assessment::new(book, &book.variants[0]);
    /// ours.answers.insert("A.I.1.a", Answer::No);
    /// assert!(ours.mark("A.I.1.a", Stage::Done, "buku anggota dijilid", "2026-03-14"));
    /// assert_eq!(ours.answer("A.I.1.a"), Answer::Unknown); // open for a new answer
    /// ours.answers.insert("A.I.1.a", Answer::Yes);
    /// ours.settle_marks();
    /// assert_eq!((ours.marks[0].before, ours.marks[0].after), (Some(Answer::No), Some(Answer::Yes)));
    /// ```
    pub fn mark(&mut self, id: &str, stage: Stage, note: &str, date: &str) -> bool {
        let item = self.variant.item(id);
        if item.is_none() && self.variant.indicator(id).is_none() {
            return false;
        }
        let before = item.map(|item| self.answer(item.id));
        if item.is_some() && stage == Stage::Done {
            // Blank, not *belum tahu*: that nobody has said.
            self.answers.remove(id);
        }
        let (item, note, date) = (id.to_owned(), note.to_owned(), date.to_owned());
        self.marks.push(Mark { item, stage, note, date, before, after: None });
        true
    }

    /// Takes the new answers over into the history, once they are given.
    pub fn settle_marks(&mut self) {
        for mark in &mut self.marks {
            let answer = self.answers.get(&mark.item).copied().unwrap_or_default();
            if mark.is_waiting() && answer != Answer::Unknown {
                mark.after = Some(answer);
            }
        }
    }

    /// The last mark about an item or an indicator.
    #[must_use]
    pub fn last_mark(&self, id: &str) -> Option<&Mark> {
        self.marks.iter().rev().find(|mark| mark.item == id)
    }
}

impl Mark {
    /// Whether its item is done and waits for a new answer.
    #[must_use]
    pub fn is_waiting(&self) -> bool {
        self.stage == Stage::Done && self.before.is_some() && self.after.is_none()
    }
}
