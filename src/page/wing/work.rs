//! What the second part does about work and screens of both parts.

use std::borrow::Cow;

use crate::assessment::Assessment;
use crate::exchange::save::Opened;
use crate::page::workshop::WorkshopRoute;
use crate::page::{Effect as Any, Field, Model, Route, books, rat, workshop};

impl Route {
    /// Whether its address says more than a word: of a family of screens it is one.
    #[must_use]
    pub fn has_argument(&self) -> bool {
        !self.parts().1.is_empty()
    }

    /// Whether codes or many files at once can come in here.
    #[must_use]
    pub const fn takes_in(&self) -> bool {
        matches!(self, Self::Workshop(WorkshopRoute::Collect | WorkshopRoute::Voices | WorkshopRoute::Desk))
    }
}

impl Model {
    /// The assessment of the whole cooperative, also while the books of its unit are open.
    #[must_use]
    pub fn whole(&self) -> Cow<'_, Assessment> {
        let turned = self.work.shows_unit().then(|| self.work.turned().ok()).flatten();
        turned.map_or(Cow::Borrowed(self.assessment()), |whole| Cow::Owned(whole.assessment))
    }
}

/// The profile was changed: what it says now counts for the RAT too.
pub(in crate::page) fn profile_said(work: &mut Opened, field: Field) {
    rat::profile_said(work, field);
}

/// What was done about an item is done with once its screen is left.
pub(in crate::page) fn settle(model: &mut Model) {
    model.work.assessment.settle_marks();
}

/// The books begin anew; the id of the field that the reader was sent to.
pub(in crate::page) fn arrive_at_books(model: &mut Model) -> Option<String> {
    model.amounts.paste = None;
    books::arrive(model);
    books::wanted(model)
}

/// More about each item, where it is not there yet.
pub(in crate::page) fn help(model: &Model, effects: &mut Vec<Any>) {
    if !model.locale.has_help() {
        effects.push(Any::Help);
    }
}

/// The full check is opened: whether anything was taken over there that the quick one said.
pub(in crate::page) fn carries(model: &mut Model) -> bool {
    matches!(model.route, Route::Indicator(_)) && rat::arrive(&mut model.work.assessment)
}

/// Another screen stands there.
pub(in crate::page) fn arrive(model: &mut Model, effects: &mut Vec<Any>) {
    books::sheet::arrive(model);
    effects.extend(workshop::arrive(model));
}

/// What is open from a desk is kept there.
pub(in crate::page) fn keep_open(model: &mut Model, effects: Vec<Any>) -> Vec<Any> {
    effects.into_iter().chain(workshop::keep_open(model)).collect()
}

/// What is open from a desk is told again from what lies there.
pub(in crate::page) fn refresh(model: &mut Model) {
    workshop::refresh(model);
}

/// The desk that lies on the device has been met.
pub(in crate::page) fn arrive_at_desk(model: &mut Model) {
    workshop::arrived(model);
}
