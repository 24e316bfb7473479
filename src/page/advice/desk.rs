//! What the screens of advice remember beside the work. None of it goes into the save file.

use std::rc::Rc;

use super::Memo;
use crate::advice::{self, ChangeSet, Checklist, Lever, Papers, Plan, WhatIf};
use crate::assessment::{Amount, Assessment, PaperNote};
use crate::calendar::Day;
use crate::page::books::Draft;
use crate::page::{Effect, Fault, Model};
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
    checklist: Memo<Checklist>,
    plan: Memo<Plan>,
    papers: Memo<Papers>,
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

impl Model {
    /// All there is to do; worked out once for the same answers and amounts.
    #[must_use]
    pub fn checklist(&self) -> Rc<Checklist> {
        self.advice.checklist.of(self.assessment(), advice::checklist)
    }

    /// The plan out of it, the same on every screen and paper.
    #[must_use]
    pub fn plan(&self) -> Rc<Plan> {
        self.advice.plan.of(self.assessment(), |ours| advice::plan(ours, &self.checklist()))
    }

    /// What one plays with first, worked out of the work as it is, so that nothing changes its place meanwhile.
    #[must_use]
    pub fn levers(&self) -> Vec<Lever> {
        advice::levers(self.assessment(), &self.checklist(), &self.plan())
    }

    /// The papers for the examiner's table; worked out once for the same answers and amounts.
    #[must_use]
    pub fn papers(&self) -> Rc<Papers> {
        self.advice.papers.of(self.assessment(), advice::papers)
    }

    /// The trial beside the work; without any change where the trial fits another form.
    #[must_use]
    pub fn what_if(&self) -> Option<WhatIf> {
        let outcome = advice::what_if(self.assessment(), &self.advice.trial);
        outcome.or_else(|_| advice::what_if(self.assessment(), &ChangeSet::default())).ok()
    }

    /// How an amount field of the trial reads now: the draft, else what is tried, else what is kept.
    #[must_use]
    pub fn trial_text(&self, year: Year, account: &str) -> String {
        let key = (year, account.to_owned());
        if let Some(draft) = self.advice.drafts.get(&key) {
            return draft.text.clone();
        }
        let kept = || self.assessment().amount(year, account);
        match self.advice.trial.amounts.get(&key).copied().unwrap_or_else(kept) {
            Amount::Known(amount) => amount.figures(self.locale),
            Amount::Unknown => String::new(),
        }
    }
}

/// Changes the note of a paper, and remembers how it was.
pub(super) fn note_paper(model: &mut Model, id: String, change: impl FnOnce(&mut PaperNote)) {
    let mut note = model.assessment().paper(&id);
    change(&mut note);
    match model.work.assessment.note_paper(&id, note.clone()) {
        Some(before) if before != note => model.advice.papers_before.push((id, before)),
        _ => {}
    }
}

/// The last change goes; the paper it was about takes the focus.
pub(super) fn paper_back(model: &mut Model) -> Vec<Effect> {
    let Some((id, before)) = model.advice.papers_before.pop() else { return Vec::new() };
    model.work.assessment.note_paper(&id, before);
    vec![Effect::Focus(format!("berkas-{id}"))]
}
