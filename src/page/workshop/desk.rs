//! The companion's desk: work is put there, opened, exported, compared and taken away.
//!
//! The open work and what lies on the desk are two copies. Work remembers its place on the desk, so it goes back there by
//! itself: before another one is opened, and where it lies beside one's own work with each change. What is locked is locked
//! again with a key that the lock's own memory holds while the page is open.

use super::bench::{at, bench_of, is_in_step, is_locked, keep, loosen, name, own_at, put_back, put_back_here};
use super::shelf::file;
use super::state::{Note, Sealing, Trouble};
use super::{DeskMessage, Shelf, WorkshopRoute};
use crate::assessment::Assessment;
use crate::exchange::save;
use crate::exchange::sealed::{Refusal, is_sealed};
use crate::keeping::Slot;
use crate::page::advice::{AdviceRoute, older};
use crate::page::arrival::{From, open, went};
use crate::page::effect::focus_notice;
use crate::page::file::{file_of, text};
use crate::page::keeping::{home, keep_slot, own, own_mut};
use crate::page::model::{blank, tie, untie};
use crate::page::wing::{self, forget_screens};
use crate::page::{Effect, Model, Notice, Route, work};
use crate::workshop::{Desk, LONGEST_BACKUP};

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
            if bench.unread.is_none() && bench.desk.entry(id).is_some() {
                tie(&mut model.work, id);
            }
            let file = text(model);
            lay(model, file)
        }
        DeskMessage::Lock => lock(model, false),
        DeskMessage::LockAway => lock(model, true),
        DeskMessage::Close => {
            if is_in_step(model) {
                close(model)
            } else {
                Vec::new()
            }
        }
        DeskMessage::LockAll => lock_all(model),
        DeskMessage::UnlockAll => unlock_all(model),
        DeskMessage::Backup => backup(model),
        DeskMessage::LockedBackup => {
            put_back_here(model);
            bench_of(model).sealing = Some(Sealing::Backup);
            vec![Effect::Wing(wing::Effect::Seal(model.workshop.bench.desk.backup()))]
        }
        DeskMessage::SealedAll(Ok(files)) => all_locked(model, files),
        DeskMessage::UnsealedAll(Ok(texts)) => all_unlocked(model, texts),
        DeskMessage::SealedAll(Err(refusal)) | DeskMessage::UnsealedAll(Err(refusal)) => refused(model, refusal),
        DeskMessage::Resealed(id, plain, file) => resealed(model, id, plain, file),
        DeskMessage::Resume(id) => resume(model, id),
        DeskMessage::Open(id) => take_up(model, id),
        DeskMessage::Sort(column) => {
            let (by, turned) = bench.sorted;
            bench.sorted = (column, by == column && !turned);
            Vec::new()
        }
        DeskMessage::Export(id) => export(model, id),
        DeskMessage::Compare(id) => compare(model, id),
        DeskMessage::Remove(id) => remove(model, id),
        DeskMessage::Empty => {
            (bench.desk, bench.unread) = (Desk::default(), None);
            bench.sealed.clear();
            model.workshop.refused.retain(|one| one.why != Trouble::Unread);
            let mut effects = loosen(model, &|_| true);
            effects.extend(kept(model));
            effects
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

/// A file of the open work goes back to its place, or to a new one.
fn lay(model: &mut Model, file: String) -> Vec<Effect> {
    let (name, there) = (name(model), at(model));
    let bench = bench_of(model);
    if bench.unread.is_some() {
        return Vec::new();
    }
    let back = there.is_some_and(|id| bench.desk.replace(id, file.clone()));
    let id = if back { there } else { bench.desk.add(&name, file).ok() };
    bench.note = Some(match id {
        Some(_) if back => Note::Back(name),
        Some(_) => Note::Laid(name),
        None => Note::Full,
    });
    let mut effects = Vec::new();
    if let Some(id) = id {
        bench.sealed.remove(&id);
        tie(&mut model.work, id);
        effects.extend(work::keep(model));
    }
    effects.extend(kept(model));
    effects.push(Effect::Focus("meja-kabar".to_owned()));
    effects
}

/// Whether it can be kept, the device says after this.
fn kept(model: &mut Model) -> Vec<Effect> {
    model.workshop.bench.unkept = false;
    keep(model, Shelf::Desk)
}

fn note(model: &mut Model, note: Note) -> Vec<Effect> {
    bench_of(model).note = Some(note);
    vec![Effect::Focus("meja-kabar".to_owned())]
}

fn refused(model: &mut Model, refusal: Refusal) -> Vec<Effect> {
    let bench = bench_of(model);
    bench.sealing = None;
    bench.unsealing.clear();
    model.notice = Some(Notice::Sealed(refusal));
    focus_notice()
}

fn lock(model: &mut Model, close: bool) -> Vec<Effect> {
    let text = text(model);
    bench_of(model).sealing = Some(Sealing::Open(text.clone(), close));
    vec![Effect::Wing(wing::Effect::Seal(text))]
}

/// What was put under a passphrase on the desk's screen.
pub(in crate::page) fn sealed(model: &mut Model, sealed: String) -> Vec<Effect> {
    match bench_of(model).sealing.take() {
        Some(Sealing::Backup) => offer(model, "meja-cadangan.terkunci.txt", "text/plain", sealed),
        Some(Sealing::Open(plain, close)) => {
            let mut effects = lay(model, sealed);
            if let Some(id) = at(model) {
                bench_of(model).sealed.insert(id, plain);
                if close && is_in_step(model) {
                    effects.extend(self::close(model));
                }
            }
            effects
        }
        Some(Sealing::All(_)) | None => Vec::new(),
    }
}

/// What lies locked on the desk is closed: nothing of it stays open on the device.
fn close(model: &mut Model) -> Vec<Effect> {
    let name = name(model);
    let mut effects = put_away(model);
    effects.extend(kept(model));
    effects.extend(note(model, Note::Shut(name)));
    effects
}

/// The open work is closed. Beneath it one's own is open again; where it is that, there is none any more.
fn put_away(model: &mut Model) -> Vec<Effect> {
    let mut effects = if model.is_beside() {
        home(model)
    } else {
        let old = model.assessment();
        model.work = blank(Assessment::new(old.rulebook, old.variant));
        model.sample = false;
        forget_screens(model);
        work::keep(model)
    };
    model.notice = None;
    bench_of(model).sealed.clear();
    effects.push(Effect::Wing(wing::Effect::ForgetKeys));
    effects
}

/// What is open says for itself what it holds; anything else lies on the desk.
fn present(model: &Model, id: u32) -> Option<String> {
    match (at(model), own_at(model)) {
        (Some(at), _) if at == id => Some(text(model)),
        (_, Some(at)) if at == id => Some(file_of(own(model))),
        _ => None,
    }
}

fn lock_all(model: &mut Model) -> Vec<Effect> {
    let entries = model.workshop.bench.desk.entries();
    let lying = |one: &crate::workshop::Entry| (!one.is_locked()).then(|| one.file.clone());
    let all: Vec<(u32, String)> =
        entries.iter().filter_map(|one| Some((one.id, present(model, one.id).or_else(|| lying(one))?))).collect();
    if all.is_empty() || model.workshop.bench.unread.is_some() {
        return Vec::new();
    }
    let texts = all.iter().map(|(_, text)| text.clone()).collect();
    bench_of(model).sealing = Some(Sealing::All(all));
    vec![Effect::Wing(wing::Effect::SealAll(texts))]
}

/// All or nothing: what changed meanwhile is not written over.
fn all_locked(model: &mut Model, files: Vec<String>) -> Vec<Effect> {
    let Some(Sealing::All(all)) = bench_of(model).sealing.take() else { return Vec::new() };
    let same = |(id, text): &(u32, String)| {
        let lies = || model.workshop.bench.desk.entry(*id).map(|one| one.file.clone());
        present(model, *id).or_else(lies).as_ref() == Some(text)
    };
    if files.len() != all.len() || !all.iter().all(same) {
        return refused(model, Refusal::Unable);
    }
    let count = all.len();
    for ((id, _), file) in all.into_iter().zip(files) {
        bench_of(model).desk.replace(id, file);
    }
    let mut effects = Vec::new();
    if model.is_beside() && at(model).is_some() {
        effects.extend(put_away(model));
    }
    if own_at(model).is_some() {
        if model.is_beside() {
            let own = own_mut(model);
            *own = blank(Assessment::new(own.assessment.rulebook, own.assessment.variant));
            effects.extend(keep_slot(model, Slot::Work));
        } else {
            effects.extend(put_away(model));
        }
    }
    bench_of(model).sealed.clear();
    effects.push(Effect::Wing(wing::Effect::ForgetKeys));
    effects.extend(kept(model));
    effects.extend(note(model, Note::AllShut(count)));
    effects
}

fn unlock_all(model: &mut Model) -> Vec<Effect> {
    let locked = model.workshop.bench.desk.entries().iter().filter(|one| one.is_locked());
    let (ids, files): (Vec<u32>, Vec<String>) = locked.map(|one| (one.id, one.file.clone())).unzip();
    if ids.is_empty() {
        return Vec::new();
    }
    bench_of(model).unsealing = ids;
    vec![Effect::Wing(wing::Effect::UnsealAll(files))]
}

fn all_unlocked(model: &mut Model, texts: Vec<Option<String>>) -> Vec<Effect> {
    let ids = std::mem::take(&mut bench_of(model).unsealing);
    let (mut open, mut left, mut unpacked) = (0, 0, None);
    for (id, text) in ids.into_iter().zip(texts) {
        let lies = model.workshop.bench.desk.entry(id).is_some_and(crate::workshop::Entry::is_locked);
        match text.filter(|_| lies) {
            Some(text) if Desk::is_desk(&text) => unpacked = Some(unpack(model, id, &text)),
            Some(text) => {
                let text = present(model, id).unwrap_or(text);
                bench_of(model).desk.replace(id, text);
                bench_of(model).sealed.remove(&id);
                open += 1;
            }
            None => left += 1,
        }
    }
    // What lay in a backup is there as it was: of what was locked inside nothing was unlocked.
    let told = match unpacked {
        Some(Note::Restored(..)) if open + left > 0 => Note::Unlocked(open, left),
        Some(told) => told,
        None => Note::Unlocked(open, left),
    };
    let mut effects = kept(model);
    effects.extend(note(model, told));
    effects
}

/// A locked backup lay on the desk as one piece; what it holds takes its place.
fn unpack(model: &mut Model, id: u32, backup: &str) -> Note {
    let bench = bench_of(model);
    let mut desk = bench.desk.clone();
    desk.remove(id);
    match desk.restore(backup) {
        Ok((new, here)) => {
            bench.desk = desk;
            Note::Restored(new, here)
        }
        Err(why) => Note::NoBackup(why),
    }
}

/// The whole desk in one file, as it lies there: what is locked stays locked.
fn backup(model: &mut Model) -> Vec<Effect> {
    put_back_here(model);
    let backup = model.workshop.bench.desk.backup();
    let mut effects = kept(model);
    effects.extend(offer(model, "meja-cadangan.json", "application/json", backup));
    effects
}

fn offer(model: &mut Model, name: &str, kind: &'static str, text: String) -> Vec<Effect> {
    if text.len() > LONGEST_BACKUP {
        return note(model, Note::TooLarge);
    }
    let Effect::Download { name, kind, text } = file(name, kind, text) else { return Vec::new() };
    model.notice = Some(Notice::Saved(name.clone()));
    let mut effects = vec![Effect::Download { name, kind, text }];
    effects.extend(focus_notice());
    effects
}

/// What was locked on the desk and is open now.
pub(in crate::page) fn unsealed(model: &mut Model, text: String) -> Vec<Effect> {
    let Some(id) = bench_of(model).opening.take() else { return Vec::new() };
    if Desk::is_desk(&text) {
        let told = unpack(model, id, &text);
        let mut effects = to_desk(model);
        effects.extend(kept(model));
        effects.extend(note(model, told));
        return effects;
    }
    bench_of(model).sealed.insert(id, text.clone());
    opened(model, id, text)
}

fn to_desk(model: &mut Model) -> Vec<Effect> {
    let desk = Route::Workshop(WorkshopRoute::Desk);
    drop(went(model, desk.clone()));
    vec![Effect::Go(desk)]
}

fn take_up(model: &mut Model, id: u32) -> Vec<Effect> {
    let Some(entry) = model.workshop.bench.desk.entry(id).cloned() else { return Vec::new() };
    // What is open is open as it stands, not as it lay there.
    if at(model) == Some(id) {
        return vec![Effect::Go(Route::Tasks)];
    }
    if entry.is_locked() {
        bench_of(model).opening = Some(id);
        return vec![Effect::Wing(wing::Effect::Unseal(entry.file))];
    }
    opened(model, id, entry.file)
}

/// The work of a place is open; the one before went back to its own.
fn opened(model: &mut Model, id: u32, file: String) -> Vec<Effect> {
    let mut effects = put_back(model);
    let beside = model.is_beside();
    if is_locked(model, at(model)) && beside && !is_in_step(model) {
        let name = name(model);
        effects.extend(to_desk(model));
        effects.extend(note(model, Note::Changed(name)));
        return effects;
    }
    // One's own work is the newer of the two.
    if own_at(model) == Some(id) && beside && (at(model).is_some() || model.sample || !model.has_work()) {
        effects.extend(home(model));
        effects.extend(went(model, Route::Tasks));
        model.notice = Some(Notice::Opened(Vec::new()));
        effects.push(Effect::Go(Route::Tasks));
        effects.extend(kept(model));
        return effects;
    }
    if save::read(&file).is_err() {
        effects.extend(open(model, Ok(file), From::Desk));
        return effects;
    }
    // What lies on the desk rests there, and not beneath what is open.
    if beside && at(model).is_some() {
        lift(model);
    }
    if own_at(model) == Some(id) {
        untie(own_mut(model));
        effects.extend(keep_slot(model, Slot::Work));
    }
    effects.extend(open(model, Ok(file), From::Desk));
    tie(&mut model.work, id);
    if is_locked(model, Some(id)) {
        let text = text(model);
        bench_of(model).sealed.insert(id, text);
    }
    effects.extend(kept(model));
    effects
}

/// What is open beside other work gives way to that, without a word.
fn lift(model: &mut Model) {
    if let Some((beneath, sample)) = model.undo.pop() {
        (model.work, model.sample) = (beneath, sample);
    }
}

/// What was open before the page was loaded anew is open again, on the screen where it was. What is locked asks for its
/// passphrase.
fn resume(model: &mut Model, id: u32) -> Vec<Effect> {
    let Some(entry) = model.workshop.bench.desk.entry(id).cloned() else { return Vec::new() };
    if model.is_beside() || own_at(model) == Some(id) {
        return Vec::new();
    }
    if entry.is_locked() {
        let shown = matches!(model.route, Route::Workshop(_));
        return if shown { Vec::new() } else { vec![Effect::Go(Route::Workshop(WorkshopRoute::Entry(id)))] };
    }
    let Some(mut work) = entry.work() else { return Vec::new() };
    tie(&mut work, id);
    let before = std::mem::replace(&mut model.work, work);
    model.undo.push((before, model.sample));
    model.sample = false;
    forget_screens(model);
    crate::page::books::arrive(model);
    Vec::new()
}

/// What is open from the desk is locked there as it is now.
fn resealed(model: &mut Model, id: u32, plain: String, file: Option<String>) -> Vec<Effect> {
    match file {
        Some(file) if is_locked(model, Some(id)) && model.workshop.bench.sealed.get(&id).is_some() => {
            let bench = bench_of(model);
            bench.desk.replace(id, file);
            bench.sealed.insert(id, plain);
            kept(model)
        }
        Some(_) => Vec::new(),
        None => {
            bench_of(model).sealed.remove(&id);
            Vec::new()
        }
    }
}

/// As it lies there: a locked one stays locked.
fn export(model: &mut Model, id: u32) -> Vec<Effect> {
    let Some(entry) = model.workshop.bench.desk.entry(id) else { return Vec::new() };
    let sent = if is_sealed(&entry.file) {
        file(&format!("meja-{id}.terkunci.txt"), "text/plain", entry.file.clone())
    } else {
        file(&format!("meja-{id}.json"), "application/json", entry.file.clone())
    };
    bench_of(model).desk.sent(id);
    let mut effects = vec![sent];
    effects.extend(kept(model));
    effects
}

fn compare(model: &mut Model, id: u32) -> Vec<Effect> {
    let Some(entry) = model.workshop.bench.desk.entry(id).filter(|entry| !entry.is_locked()) else { return Vec::new() };
    let file = entry.file.clone();
    older(model, Ok(file));
    let mut effects = work::keep(model);
    effects.push(Effect::Go(Route::Advice(AdviceRoute::Compare)));
    effects
}

fn remove(model: &mut Model, id: u32) -> Vec<Effect> {
    let bench = &mut model.workshop.bench;
    let Some(entry) = bench.desk.entry(id).cloned() else { return Vec::new() };
    bench.desk.remove(id);
    bench.sealed.remove(&id);
    let mut effects = loosen(model, &|place| place == id);
    effects.extend(went(model, Route::Workshop(WorkshopRoute::Desk)));
    model.workshop.bench.note = Some(Note::Gone(entry.name));
    effects.push(Effect::Go(Route::Workshop(WorkshopRoute::Desk)));
    effects.extend(kept(model));
    effects
}

/// A file that was dropped: whole work, such work under a passphrase, or the backup of a desk.
pub(super) fn take(model: &mut Model, name: &str, file: String) -> Result<(), Trouble> {
    if Desk::is_desk(&file) {
        return restore(model, &file);
    }
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

/// What a backup holds is laid beside what lies here, all of it or nothing.
fn restore(model: &mut Model, backup: &str) -> Result<(), Trouble> {
    let bench = bench_of(model);
    if bench.unread.is_some() {
        return Err(Trouble::Unread);
    }
    let (new, here) = bench.desk.restore(backup).map_err(Trouble::Backup)?;
    bench.unkept = false;
    bench.note = Some(Note::Restored(new, here));
    Ok(())
}
