//! The open work and its place on the desk: where it lies, and how it goes back there with each change.

use super::{Bench, Shelf};
use crate::exchange::save;
use crate::keeping::Slot;
use crate::page::file::text;
use crate::page::keeping::{keep_slot, own};
use crate::page::model::{place, tie, untie};
use crate::page::wing;
use crate::page::{Effect, Model};

/// The number of the open work on the desk, if it lies there.
pub(in crate::page) fn at(model: &Model) -> Option<u32> {
    place(&model.work).filter(|id| model.workshop.bench.desk.entry(*id).is_some())
}

/// The number of one's own work on the desk, if it lies there.
pub(super) fn own_at(model: &Model) -> Option<u32> {
    place(own(model)).filter(|id| model.workshop.bench.desk.entry(*id).is_some())
}

impl Model {
    /// The number of what is open from the desk beside one's own work: it is to be open again when the page is loaded anew.
    #[must_use]
    pub fn open_beside(&self) -> Option<u32> {
        at(self).filter(|_| self.is_beside())
    }
}

/// Whether the locked copy of the open work says what the open work says.
pub(in crate::page) fn is_in_step(model: &Model) -> bool {
    at(model).is_some_and(|id| model.workshop.bench.sealed.get(&id) == Some(&text(model)))
}

/// Work whose place is gone has none: another one may come to lie under its number.
pub(super) fn loosen(model: &mut Model, gone: &dyn Fn(u32) -> bool) -> Vec<Effect> {
    let before = place(own(model));
    for work in model.undo.iter_mut().map(|(work, _)| work).chain([&mut model.work]) {
        if place(work).is_some_and(gone) {
            untie(work);
        }
    }
    let keeps = place(own(model)) != before;
    if keeps { keep_slot(model, Slot::Work) } else { Vec::new() }
}

/// Another page took something away from the desk.
pub(in crate::page) fn arrived(model: &mut Model) {
    let there: Vec<u32> = model.workshop.bench.desk.entries().iter().map(|one| one.id).collect();
    // The next change keeps it so.
    drop(loosen(model, &|id| !there.contains(&id)));
}

pub(super) fn bench_of(model: &mut Model) -> &mut Bench {
    &mut model.workshop.bench
}

/// What is being worked on, as the companion calls it.
pub(in crate::page) fn name(model: &Model) -> String {
    let bench = &model.workshop.bench;
    let lying = at(model).and_then(|at| bench.desk.entry(at)).map(|entry| entry.name.clone());
    let own = || model.assessment().profile.name.clone();
    let typed = bench.name.clone();
    typed.or(lying).or_else(own).unwrap_or_else(|| model.words().desk.nameless.to_owned())
}

/// What lay beneath other work is open again. If it came from the desk, what lies there is the newer.
pub(in crate::page) fn refresh(model: &mut Model) {
    let Some(id) = at(model).filter(|_| model.is_beside()) else { return };
    let bench = &model.workshop.bench;
    let plain = bench.sealed.get(&id).and_then(|text| save::read(text).ok());
    match plain.or_else(|| bench.desk.entry(id)?.work()) {
        Some(work) => {
            model.work = work;
            tie(&mut model.work, id);
        }
        None => untie(&mut model.work),
    }
}

pub(super) fn is_locked(model: &Model, id: Option<u32>) -> bool {
    let entry = id.and_then(|id| model.workshop.bench.desk.entry(id));
    entry.is_some_and(crate::workshop::Entry::is_locked)
}

/// The open work back to its place, where that takes no lock.
pub(super) fn put_back_here(model: &mut Model) {
    let file = text(model);
    if let Some(id) = at(model).filter(|id| !is_locked(model, Some(*id))) {
        bench_of(model).desk.replace(id, file);
    }
}

/// The open work back to its place: locked again, where it lies locked.
pub(super) fn put_back(model: &mut Model) -> Vec<Effect> {
    put_back_here(model);
    let bench = &model.workshop.bench;
    let Some(entry) = at(model).and_then(|id| bench.desk.entry(id)).filter(|one| one.is_locked()) else {
        return Vec::new();
    };
    let text = text(model);
    let stale = bench.sealed.get(&entry.id).is_some_and(|plain| *plain != text);
    if stale {
        vec![Effect::Wing(wing::Effect::Reseal { id: entry.id, file: entry.file.clone(), text })]
    } else {
        Vec::new()
    }
}

/// What came from the desk goes back with each change. One's own work is kept as such; on the desk it is only locked again.
pub(in crate::page) fn keep_open(model: &mut Model) -> Vec<Effect> {
    let Some(id) = at(model) else { return Vec::new() };
    if is_locked(model, Some(id)) {
        return put_back(model);
    }
    if !model.is_beside() {
        return Vec::new();
    }
    put_back_here(model);
    keep(model, Shelf::Desk)
}

/// What lies on a shelf outlives a reload, where anything may be kept.
pub(super) fn keep(model: &Model, shelf: Shelf) -> Vec<Effect> {
    keep_slot(model, shelf.slot())
}
