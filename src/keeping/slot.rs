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
    /// While a write of this page is not known to be on the disk: the record that it stands on, and how that reads here.
    /// What another page put on the same one meanwhile is no older and no newer, whatever its number.
    pub base: Option<(Record, String)>,
    /// Whether something lies in its place that is not safe elsewhere yet: then nothing is written.
    pub barred: bool,
    /// Whether what lies there is whole, and only the second part of the page can read it: then the first writes nothing over it.
    pub later: bool,
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
        let seen = std::mem::replace(&mut shown.seen, text.clone());
        shown.base.get_or_insert_with(|| (shown.known.clone(), seen));
        shown.known = Record { number: shown.known.number.saturating_add(1), time, text: Some(text) };
        &shown.known
    }

    /// A record that this page wrote is on the disk. Where it wrote another since, that one stands on it.
    pub fn confirm(&mut self, slot: Slot, kept: Record) {
        let shown = self.of_mut(slot);
        if kept == shown.known {
            shown.base = None;
        } else if shown.base.is_some() {
            let text = kept.text.clone().unwrap_or_default();
            shown.base = Some((kept, text));
        }
    }

    /// The record that says a thing is deleted, which is known from now on; `None` where nothing of it was ever kept.
    pub fn delete(&mut self, slot: Slot, time: u64) -> Option<&Record> {
        let shown = self.of_mut(slot);
        if shown.known.number == 0 {
            return None;
        }
        shown.known = Record { number: shown.known.number.saturating_add(1), time, text: None };
        shown.base = None;
        Some(&shown.known)
    }
}

impl Shown {
    /// What is told beside a record of this page: which one it is, and on which it stands, `before` and the last one on the disk.
    /// Numbers alone do not say whose changes a record holds.
    #[must_use]
    pub fn told(&self, before: &Record) -> String {
        let base = self.base.as_ref().map_or(before, |(base, _)| base);
        [&self.known, before, base].map(|record| Record::head(&record.write()).to_owned()).join("\n")
    }

    /// Whether a record of another page, with what is told beside it, stands on what is known here: then it holds all that this
    /// page has on the disk. Where it stands on what this page wrote last, nothing of that is on its way any more.
    ///
    /// ```
    /// use cermin_koperasi::keeping::{Keeper, Slot};
    /// let (mut one, mut other) = (Keeper::default(), Keeper::default());
    /// let before = one.of(Slot::Work).known.clone();
    /// let kept = one.next(Slot::Work, "{}".into(), 5).write();
    /// let told = one.of(Slot::Work).told(&before);
    /// assert!(other.of_mut(Slot::Work).bears(&kept, &told));
    /// assert!(!other.of_mut(Slot::Work).bears(&kept, ""), "nobody knows");
    /// let newer = one.next(Slot::Work, "[]".into(), 6).write();
    /// assert!(!other.of_mut(Slot::Work).bears(&newer, &told), "that is of the one before");
    /// ```
    #[must_use]
    pub fn bears(&mut self, kept: &str, told: &str) -> bool {
        let Some((_, told)) = told.split_once('\n').filter(|(own, _)| *own == Record::head(kept)) else { return false };
        let stands_on = |record: &Record| told.split('\n').any(|line| line == Record::head(&record.write()));
        if stands_on(&self.known) {
            self.base = None;
            return true;
        }
        self.base.as_ref().is_some_and(|(base, _)| stands_on(base))
    }
}
