//! The work is kept after a change, refused, awaited, taken back: whatever else a message changes.

use super::keeping::keep_slot;
use super::{Arriving, Awaited, Effect, Model, Notice, wing};
use crate::exchange::save;
use crate::keeping::Slot;

/// Whether only the second part of the page can read this work. The whole page reads every form.
pub(super) fn is_of_later_form(text: &str) -> bool {
    !wing::IS_HERE && save::read(text).is_err_and(|problem| problem.is_of_later_form())
}

/// The second part of the page is wanted for work of a form that only it knows: what lies on the device stays as it is until
/// then, and what led to it goes along.
pub(super) fn await_form(model: &mut Model, arriving: Option<Arriving>) -> Vec<Effect> {
    model.awaits = Some(Awaited::Form);
    model.arriving = arriving;
    model.stranded = None;
    vec![Effect::Rest]
}

/// Autosave: after each change that could be lost. What lies beside one's own work is kept nowhere; only what came from a
/// desk goes back there.
pub(super) fn keep(model: &mut Model) -> Vec<Effect> {
    let effects = if model.is_beside() { Vec::new() } else { keep_slot(model, Slot::Work) };
    wing::keep_open(model, effects)
}

/// Something was not done; the notice says why.
pub(super) fn refuse(model: &mut Model, sentence: String) -> Vec<Effect> {
    model.notice = Some(Notice::Refused(sentence));
    vec![Effect::Focus("pemberitahuan".to_owned())]
}

/// What was opened last goes; what it lay upon is there again.
pub(super) fn undo(model: &mut Model) -> Vec<Effect> {
    let Some(before) = model.undo.pop() else { return Vec::new() };
    (model.work, model.sample) = before;
    wing::refresh(model);
    wing::forget_screens(model);
    model.notice = Some(Notice::Undone);
    keep(model)
}
