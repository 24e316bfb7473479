//! What the screens of advice ask of the model: worked out once for the same answers and amounts.

use std::rc::Rc;

use crate::advice::{self, ChangeSet, Checklist, Lever, Papers, Plan, WhatIf};
use crate::assessment::Amount;
use crate::page::Model;
use crate::rulebook::Year;

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
