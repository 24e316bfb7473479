//! What the second part forgets with the work before.

use super::{AdviceDesk, Effect, SheetDesk, Workshop};
use crate::page::{Effect as Any, Model, books, kdmp};

/// What screens remember of the work before.
pub(in crate::page) fn forget_screens(model: &mut Model) {
    model.advice = AdviceDesk::default();
    model.amounts.drafts.clear();
    model.amounts.paste = None;
    model.amounts.filled.clear();
    model.amounts.undone = false;
    model.sheet = SheetDesk::default();
    *model.worksheet = books::worksheet::WorksheetDesk::default();
    *model.kdmp = kdmp::Desk::default();
    model.refused.clear();
    model.workshop.bench.leave();
}

/// Nothing of a workshop is left, but whether there is a camera.
pub(in crate::page) fn wipe(model: &mut Model) {
    model.workshop = Workshop { camera: model.workshop.camera, ..Workshop::default() };
}

/// Nor are the keys of what was locked.
pub(in crate::page) fn forget_keys(effects: &mut Vec<Any>) {
    effects.push(Effect::ForgetKeys.into());
}

/// What is open is tied to no desk.
pub(in crate::page) fn leave_desk(model: &mut Model) {
    model.workshop.bench.leave();
}
