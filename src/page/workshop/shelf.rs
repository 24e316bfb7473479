//! What lies on a shelf of the workshop: its text, and what is read of one.

use super::{Shelf, Workshop};
use crate::keeping::Slot;
use crate::page::wing;
use crate::page::{Effect, Model};
use crate::workshop::{Desk, Room, Voices};

/// Takes a text over as what lies on a shelf. `None` where it cannot be read whole: of a room what can be read is taken, of
/// voices nothing; a desk that cannot be read is remembered as such.
pub(in crate::page) fn take(workshop: &mut Workshop, slot: Slot, text: &str) -> Option<()> {
    match Shelf::of(slot)? {
        Shelf::Room => {
            let (room, broken) = Room::read(text).ok()?;
            workshop.room = room;
            return (broken == 0).then_some(());
        }
        Shelf::Voices => workshop.voices = Voices::read(text)?,
        Shelf::Desk => {
            let read = Desk::read(text);
            workshop.bench.unread = read.is_none().then(|| text.to_owned());
            workshop.bench.desk = read.unwrap_or_default();
        }
    }
    Some(())
}

/// The text in which the device keeps what lies on a shelf.
pub(in crate::page) fn written(workshop: &Workshop, slot: Slot) -> String {
    match Shelf::of(slot) {
        Some(Shelf::Room) => workshop.room.write(),
        Some(Shelf::Voices) => workshop.voices.write(),
        Some(Shelf::Desk) => workshop.bench.desk.write(),
        None => String::new(),
    }
}

/// Asks the device to keep what lies on a shelf. What cannot be read is not written over.
pub(in crate::page) fn keep_slot(model: &Model, slot: Slot) -> Vec<Effect> {
    let Some(shelf) = Shelf::of(slot) else { return Vec::new() };
    let spared = shelf == Shelf::Desk && model.workshop.bench.unread.is_some();
    if spared { Vec::new() } else { vec![Effect::Wing(wing::Effect::KeepAs(shelf, written(&model.workshop, slot)))] }
}

pub(super) fn file(name: &str, kind: &'static str, text: String) -> Effect {
    Effect::Download { name: format!("cermin-koperasi-{name}"), kind, text }
}
