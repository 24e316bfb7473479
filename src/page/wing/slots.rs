//! What the second part keeps, thing by thing.

use crate::exchange::save::Opened;
use crate::keeping::Slot;
use crate::page::{Effect, Model, books, workshop};

/// Other work stands there.
pub(in crate::page) fn arrive_at_work(model: &mut Model) {
    books::arrive(model);
}

/// The text under which a thing beside the work is kept.
pub(in crate::page) fn written(model: &Model, slot: Slot) -> String {
    workshop::written(&model.workshop, slot)
}

/// Takes a text over as such a thing; nothing where it cannot be read.
pub(in crate::page) fn take(model: &mut Model, slot: Slot, text: &str) -> Option<()> {
    workshop::take(&mut model.workshop, slot, text)
}

/// Asks the device to keep such a thing.
pub(in crate::page) fn keep_slot(model: &Model, slot: Slot) -> Vec<Effect> {
    workshop::keep_slot(model, slot)
}

/// Which of two sets of books is open is each page's own matter.
pub(in crate::page) fn as_open_here(here: &Opened, read: Opened) -> Opened {
    if here.has_unit() && here.shows_unit() != read.shows_unit() { read.turned().unwrap_or(read) } else { read }
}
