//! The companion's desk: work is put there, opened, exported, compared and taken away.
//!
//! The open work and what lies on the desk are two copies. Before another one is opened, the open one goes back to its place,
//! so that nothing typed is lost; where that takes a passphrase, the screen says so.

use super::state::{Note, Trouble};
use super::update::{file, keep};
use super::{DeskMessage, Shelf, WorkshopRoute};
use crate::exchange::save;
use crate::exchange::sealed::is_sealed;
use crate::page::advice::{AdviceMessage, AdviceRoute};
use crate::page::update::{From, open, text};
use crate::page::{Effect, Message, Model, Route, update as page};
use crate::workshop::Desk;

/// Changes the model; what the browser must do is an effect.
pub(super) fn update(model: &mut Model, message: DeskMessage) -> Vec<Effect> {
    let bench = &mut model.workshop.bench;
    match message {
        DeskMessage::Name(name) => {
            bench.name = Some(name).filter(|name| !name.trim().is_empty());
            Vec::new()
        }
        DeskMessage::Put => {
            let file = text(model);
            lay(model, file)
        }
        DeskMessage::Over(id) => {
            bench.at = Some(id);
            let file = text(model);
            lay(model, file)
        }
        DeskMessage::Lock => vec![Effect::Seal(text(model))],
        DeskMessage::Open(id) => take_up(model, id),
        DeskMessage::Export(id) => export(model, id).into_iter().collect(),
        DeskMessage::Compare(id) => compare(model, id),
        DeskMessage::Remove(id) => remove(model, id),
        DeskMessage::Empty => {
            (bench.desk, bench.at, bench.unread) = (Desk::default(), None, None);
            model.workshop.refused.retain(|one| one.why != Trouble::Unread);
            kept(model)
        }
        DeskMessage::Rescue => {
            bench.unread.clone().map(|text| file("meja.json", "application/json", text)).into_iter().collect()
        }
        DeskMessage::Unkept => {
            bench.unkept = true;
            Vec::new()
        }
    }
}

/// What is being worked on, as the companion calls it.
pub(in crate::page) fn name(model: &Model) -> String {
    let bench = &model.workshop.bench;
    let lying = bench.at.and_then(|at| bench.desk.entry(at)).map(|entry| entry.name.clone());
    let own = || model.assessment().profile.name.clone();
    let typed = bench.name.clone();
    typed.or(lying).or_else(own).unwrap_or_else(|| model.words().desk.nameless.to_owned())
}

/// A file of the open work goes back to its place, or to a new one.
fn lay(model: &mut Model, file: String) -> Vec<Effect> {
    let name = name(model);
    let bench = &mut model.workshop.bench;
    if bench.unread.is_some() {
        return Vec::new();
    }
    let back = bench.at.is_some_and(|at| bench.desk.replace(at, file.clone()));
    bench.note = Some(if back {
        Note::Back(name)
    } else {
        match bench.desk.add(&name, file) {
            Ok(id) => {
                bench.at = Some(id);
                Note::Laid(name)
            }
            Err(_) => Note::Full,
        }
    });
    let mut effects = kept(model);
    effects.push(Effect::Focus("meja-kabar".to_owned()));
    effects
}

/// Whether it can be kept, the device says after this.
fn kept(model: &mut Model) -> Vec<Effect> {
    model.workshop.bench.unkept = false;
    keep(model, Shelf::Desk)
}

/// What was put under a passphrase on the desk's screen.
pub(in crate::page) fn sealed(model: &mut Model, file: String) -> Vec<Effect> {
    lay(model, file)
}

/// What was locked on the desk and is open now.
pub(in crate::page) fn unsealed(model: &mut Model, text: String) -> Vec<Effect> {
    match model.workshop.bench.opening.take() {
        Some(id) => opened(model, id, text),
        None => Vec::new(),
    }
}

fn take_up(model: &mut Model, id: u32) -> Vec<Effect> {
    let bench = &mut model.workshop.bench;
    let Some(entry) = bench.desk.entry(id).cloned() else { return Vec::new() };
    if entry.is_locked() {
        bench.opening = Some(id);
        return vec![Effect::Unseal(entry.file)];
    }
    opened(model, id, entry.file)
}

/// The work of a place is open; the one before went back to its own.
fn opened(model: &mut Model, id: u32, file: String) -> Vec<Effect> {
    // What is opened once more is opened as it stands, not as it lay there.
    let file = if model.workshop.bench.at == Some(id) && !is_locked(model, id) { text(model) } else { file };
    put_back(model);
    let readable = save::read(&file).is_ok();
    let mut effects = open(model, Ok(file), From::Desk);
    if readable {
        model.workshop.bench.at = Some(id);
    }
    effects.extend(kept(model));
    effects
}

fn is_locked(model: &Model, id: u32) -> bool {
    model.workshop.bench.desk.entry(id).is_some_and(crate::workshop::Entry::is_locked)
}

/// The open work back to its place, where that takes no passphrase.
fn put_back(model: &mut Model) {
    let file = text(model);
    if let Some(at) = model.workshop.bench.at.filter(|at| !is_locked(model, *at)) {
        model.workshop.bench.desk.replace(at, file);
    }
}

/// What came from the desk goes back with each change, where that takes no passphrase.
pub(in crate::page) fn keep_open(model: &mut Model) -> Vec<Effect> {
    match model.workshop.bench.at {
        Some(at) if !is_locked(model, at) => {
            put_back(model);
            keep(model, Shelf::Desk)
        }
        _ => Vec::new(),
    }
}

/// As it lies there: a locked one stays locked.
fn export(model: &Model, id: u32) -> Option<Effect> {
    let entry = model.workshop.bench.desk.entry(id)?;
    Some(if is_sealed(&entry.file) {
        file(&format!("meja-{id}.terkunci.txt"), "text/plain", entry.file.clone())
    } else {
        file(&format!("meja-{id}.json"), "application/json", entry.file.clone())
    })
}

fn compare(model: &mut Model, id: u32) -> Vec<Effect> {
    let Some(entry) = model.workshop.bench.desk.entry(id).filter(|entry| !entry.is_locked()) else { return Vec::new() };
    let older = Message::Advice(AdviceMessage::Older(Ok(entry.file.clone())));
    let mut effects = page(model, older);
    effects.push(Effect::Go(Route::Advice(AdviceRoute::Compare)));
    effects
}

fn remove(model: &mut Model, id: u32) -> Vec<Effect> {
    let bench = &mut model.workshop.bench;
    let Some(entry) = bench.desk.entry(id).cloned() else { return Vec::new() };
    bench.desk.remove(id);
    if bench.at == Some(id) {
        bench.leave();
    }
    let mut effects = page(model, Message::Went(Route::Workshop(WorkshopRoute::Desk)));
    model.workshop.bench.note = Some(Note::Gone(entry.name));
    effects.push(Effect::Go(Route::Workshop(WorkshopRoute::Desk)));
    effects.extend(kept(model));
    effects
}

/// A file that was dropped: whole work, or such work under a passphrase.
pub(super) fn take(model: &mut Model, name: &str, file: String) -> Result<(), Trouble> {
    let called = if is_sealed(&file) {
        name.to_owned()
    } else {
        let work = save::read(&file).map_err(|_| Trouble::NoWork)?;
        work.assessment.profile.name.unwrap_or_else(|| name.to_owned())
    };
    let bench = &mut model.workshop.bench;
    if bench.unread.is_some() {
        return Err(Trouble::Unread);
    }
    bench.desk.add(&called, file).map_err(|_| Trouble::NoPlace)?;
    bench.unkept = false;
    model.workshop.new += 1;
    Ok(())
}
