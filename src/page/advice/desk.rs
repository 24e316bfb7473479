//! What the screens of advice remember beside the work. None of it goes into the save file.

use super::Memo;
use crate::advice::{ChangeSet, Checklist, Papers, Plan};
use crate::assessment::{Assessment, PaperNote};
use crate::calendar::Day;
use crate::page::Fault;
use crate::page::books::Draft;
use crate::rulebook::Year;
use crate::sorted_map::SortedMap;

/// Trial, older files, and the note being written.
#[derive(Clone, Debug, Default)]
pub struct Desk {
    /// What is tried instead of what was said.
    pub trial: ChangeSet,
    /// Amounts typed in the trial that are not accepted yet.
    pub drafts: SortedMap<(Year, String), Draft>,
    /// Files opened to be compared with, the oldest book year first.
    pub older: Vec<Older>,
    /// Why the last file could not be compared, as a sentence.
    pub refused: Option<String>,
    /// Whether the lists of what to do are shown whole.
    pub whole: bool,
    /// The action whose progress is being noted.
    pub noting: Option<Noting>,
    /// Notes of papers as they were before they were changed, the last one last: paper and note.
    pub papers_before: Vec<(String, PaperNote)>,
    pub(super) checklist: Memo<Checklist>,
    pub(super) plan: Memo<Plan>,
    pub(super) papers: Memo<Papers>,
}

/// A file opened to be compared with.
#[derive(Clone, Debug, PartialEq)]
pub struct Older {
    /// The last day of its book year, ISO 8601; `None` if it does not say.
    pub year_end: Option<String>,
    /// What it says.
    pub assessment: Assessment,
}

/// A note being written about an action.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Noting {
    /// The item, or the indicator of a ratio.
    pub item: String,
    /// The day, ISO 8601.
    pub date: String,
    /// The note.
    pub note: String,
}

impl Noting {
    /// What is wrong with the day, if anything is.
    #[must_use]
    pub fn fault(&self) -> Option<Fault> {
        day_fault(&self.date)
    }
}

/// What is wrong with a day, if anything is; a blank says nothing.
pub(in crate::page) fn day_fault(day: &str) -> Option<Fault> {
    let wrong = !day.trim().is_empty() && Day::parse(day).is_none();
    wrong.then(|| if Day::has_wrong_year(day) { Fault::Year } else { Fault::Day })
}
