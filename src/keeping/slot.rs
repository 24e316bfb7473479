//! What a page knows of what is kept.

use super::{Record, Slot};

/// What a page knows of what is kept, thing by thing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Keeper([Shown; 4]);

/// One thing: the newest record this page read or wrote, and how it reads here.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shown {
    /// That record.
    pub known: Record,
    /// The text that this page would write for it: another text in hand is a change.
    pub seen: String,
    /// Whether something lies in its place that is not safe elsewhere yet: then nothing is written.
    pub barred: bool,
}

impl Keeper {
    /// What is known of a thing.
    #[must_use]
    pub fn of(&self, slot: Slot) -> &Shown {
        &self.0[slot as usize]
    }

    /// What is known of a thing, to change.
    pub fn of_mut(&mut self, slot: Slot) -> &mut Shown {
        &mut self.0[slot as usize]
    }

    /// The next record of a text, which is known from now on.
    pub fn next(&mut self, slot: Slot, text: String, time: u64) -> &Record {
        let shown = self.of_mut(slot);
        shown.seen.clone_from(&text);
        shown.known = Record { number: shown.known.number.saturating_add(1), time, text: Some(text) };
        &shown.known
    }

    /// The record that says a thing is deleted, which is known from now on; `None` where nothing of it was ever kept.
    pub fn delete(&mut self, slot: Slot, time: u64) -> Option<&Record> {
        let shown = self.of_mut(slot);
        if shown.known.number == 0 {
            return None;
        }
        shown.known = Record { number: shown.known.number.saturating_add(1), time, text: None };
        Some(&shown.known)
    }
}
