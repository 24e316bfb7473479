//! What is kept, thing by thing: its text, taken over from one and written as one.

use crate::exchange::save::{self, Opened};
use crate::exchange::{Code, Problem};
use crate::keeping::Slot;
use crate::page::{Effect, Model, wing};

/// One's own work: the open one, or what rests while other work is open beside it.
pub(in crate::page) fn own(model: &Model) -> &Opened {
    model.undo.first().map_or(&model.work, |(own, _)| own)
}

pub(in crate::page) fn own_mut(model: &mut Model) -> &mut Opened {
    model.undo.first_mut().map_or(&mut model.work, |(own, _)| own)
}

/// The text under which a thing is kept. The first part of the page has only the work.
pub(super) fn text(model: &Model, slot: Slot) -> String {
    match slot {
        Slot::Work => written(own(model)),
        slot => wing::written(model, slot),
    }
}

pub(super) fn written(work: &Opened) -> String {
    save::write_tight(&work.assessment, &work.kept)
}

/// The text of a thing of which nothing was ever said.
pub(super) fn blank_text(slot: Slot) -> String {
    text(&Model::new(crate::locale::Locale::default()), slot)
}

/// Takes a text over as a thing, in the place of what is here.
pub(super) fn take(model: &mut Model, slot: Slot, text: &str) -> Result<(), Problem> {
    match slot {
        Slot::Work => {
            *own_mut(model) = wing::as_open_here(own(model), save::read(text)?);
            if model.undo.is_empty() {
                wing::arrive_at_work(model);
            }
            Ok(())
        }
        slot => wing::take(model, slot, text).ok_or_else(|| Problem::of_file(Code::Unreadable)),
    }
}

/// Asks the device to keep a thing, unless something unread still lies in its place.
pub(in crate::page) fn keep_slot(model: &Model, slot: Slot) -> Vec<Effect> {
    let shown = model.keeper.of(slot);
    if !model.keeping.tries() || shown.barred || shown.later {
        return Vec::new();
    }
    match slot {
        Slot::Work => vec![Effect::Keep(text(model, slot))],
        slot => wing::keep_slot(model, slot),
    }
}

/// Asks the device to keep everything there is.
pub(super) fn keep_all(model: &Model) -> Vec<Effect> {
    let there = |slot: &Slot| model.keeper.of(*slot).known.text.is_some() || text(model, *slot) != blank_text(*slot);
    Slot::ALL.into_iter().filter(there).flat_map(|slot| keep_slot(model, slot)).collect()
}

/// Keeps everything again after nothing was kept: what is here is a change to what was forgotten.
pub(in crate::page) fn keep_again(model: &mut Model) -> Vec<Effect> {
    for slot in Slot::ALL {
        let shown = model.keeper.of_mut(slot);
        if shown.known.text.is_none() {
            shown.seen.clear();
        }
    }
    keep_all(model)
}
