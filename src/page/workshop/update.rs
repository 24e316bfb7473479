//! What a message of the workshop changes.

use super::state::Trouble;
use super::{Camera, Incoming, Refused, Sample, Sight, Vote, WorkshopMessage, WorkshopRoute};
use crate::exchange::levels::{self, Levels};
use crate::exchange::save;
use crate::page::view::drawing;
use crate::page::{Effect, FileFault, Keeping, Model, Notice, Route};
use crate::workshop::{Added, Room, is_room, table};

/// The longest time a question can get: an hour.
const LONGEST: u32 = 60;

/// Changes the model; what the browser must do is an effect.
pub(in crate::page) fn update(model: &mut Model, message: WorkshopMessage) -> Vec<Effect> {
    match message {
        WorkshopMessage::Show(sight) => show(model, sight),
        WorkshopMessage::Count(vote, text) => count(model, vote, &text),
        WorkshopMessage::Clock => return clock(model),
        WorkshopMessage::Rewind => rewind(model),
        WorkshopMessage::Minutes(text) => minutes(model, &text),
        WorkshopMessage::Tick(turn) => return tick(model, turn),
        WorkshopMessage::Load(id) => return load(model, &id),
        WorkshopMessage::Typing(text) => model.workshop.typed = text,
        WorkshopMessage::Add => return add(model),
        WorkshopMessage::Camera(camera) => model.workshop.camera = camera,
        WorkshopMessage::Look(true) => return vec![Effect::Look],
        WorkshopMessage::Look(false) => model.workshop.camera = Camera::Ready,
        WorkshopMessage::Seen(text) => return seen(model, text),
        WorkshopMessage::Files { files, done, all } => return take_files(model, files, done, all),
        WorkshopMessage::Earlier(file) => earlier(model, file),
        WorkshopMessage::Apart => model.workshop.earlier = None,
        WorkshopMessage::Read => forget_report(model),
        WorkshopMessage::TakeBack => return take_back(model),
        WorkshopMessage::Empty => return empty(model),
        WorkshopMessage::CodeFile => return code_file(model).into_iter().collect(),
        WorkshopMessage::RoomFile => return vec![file("kelas.json", "application/json", model.workshop.room.write())],
        WorkshopMessage::Table => return class_table(model).into_iter().collect(),
        WorkshopMessage::Drawing => return drawn(model).into_iter().collect(),
    }
    Vec::new()
}

/// Whoever comes with a code in the address: it is taken in, and the address is that of the room again.
pub(in crate::page) fn arrive(model: &mut Model) -> Vec<Effect> {
    // The camera goes off with its screen.
    if model.workshop.camera == Camera::Running {
        model.workshop.camera = Camera::Ready;
    }
    let Route::Workshop(WorkshopRoute::Given(code)) = &model.route else { return Vec::new() };
    model.workshop.typed = code.clone();
    model.route = Route::Workshop(WorkshopRoute::Collect);
    let mut effects = vec![Effect::Replace(model.route.clone())];
    effects.extend(add(model));
    effects
}

fn stage(model: &Model) -> Option<u16> {
    if let Route::Workshop(WorkshopRoute::Stage(at)) = &model.route { Some(*at) } else { None }
}

fn show(model: &mut Model, sight: Sight) {
    let Some(at) = stage(model) else { return };
    let shown = &mut model.workshop.shown;
    if shown.0 != at {
        *shown = (at, Vec::new());
    }
    match shown.1.iter().position(|one| *one == sight) {
        Some(place) => drop(shown.1.remove(place)),
        None => shown.1.push(sight),
    }
}

fn count(model: &mut Model, vote: Vote, text: &str) {
    let Some(at) = stage(model) else { return };
    let mut votes = model.workshop.votes.get(&at).copied().unwrap_or_default();
    votes.0[vote as usize] = text.trim().parse().ok();
    model.workshop.votes.insert(at, votes);
}

fn clock(model: &mut Model) -> Vec<Effect> {
    let workshop = &mut model.workshop;
    workshop.runs = !workshop.runs;
    if !workshop.runs {
        return Vec::new();
    }
    if workshop.left.is_none_or(|left| left == 0) {
        workshop.left = Some(workshop.allowed());
    }
    workshop.turn = workshop.turn.wrapping_add(1);
    vec![Effect::Second(workshop.turn)]
}

fn rewind(model: &mut Model) {
    model.workshop.runs = false;
    model.workshop.left = None;
}

fn minutes(model: &mut Model, text: &str) {
    if let Some(minutes) = text.trim().parse().ok().filter(|minutes| (1..=LONGEST).contains(minutes)) {
        model.workshop.seconds = minutes * 60;
        rewind(model);
    }
}

fn tick(model: &mut Model, turn: u32) -> Vec<Effect> {
    let workshop = &mut model.workshop;
    if !workshop.runs || workshop.turn != turn {
        return Vec::new();
    }
    let left = workshop.left.unwrap_or(0).saturating_sub(1);
    workshop.left = Some(left);
    workshop.runs = left > 0;
    if workshop.runs { vec![Effect::Second(turn)] } else { Vec::new() }
}

fn load(model: &mut Model, id: &str) -> Vec<Effect> {
    match Sample::find(id).and_then(|sample| save::read(sample.file).ok()) {
        Some(work) => crate::page::update::replace(model, work, true, Notice::Sample, Route::Result),
        None => Vec::new(),
    }
}

fn add(model: &mut Model) -> Vec<Effect> {
    forget_report(model);
    let read = levels::read(&model.workshop.typed);
    model.workshop.fault = read.as_ref().err().copied();
    match read {
        Err(_) => vec![Effect::Focus("kode-salah".to_owned())],
        Ok(levels) => {
            take(model, "", levels);
            model.workshop.typed.clear();
            let mut effects = keep(model);
            effects.push(Effect::Focus("kode".to_owned()));
            effects
        }
    }
}

/// A picture before the camera: the report counts on, so that one board after the other can come by.
fn seen(model: &mut Model, text: String) -> Vec<Effect> {
    if model.workshop.seen == text {
        return Vec::new();
    }
    let read = levels::read(&text);
    model.workshop.seen = text;
    model.workshop.fault = read.as_ref().err().copied();
    let Ok(levels) = read else { return Vec::new() };
    take(model, "", levels);
    keep(model)
}

fn take(model: &mut Model, name: &str, levels: Levels) {
    let code = levels.code();
    let workshop = &mut model.workshop;
    match workshop.room.add(levels) {
        Added::New => {
            workshop.new += 1;
            workshop.last = Some(code);
        }
        Added::Double => workshop.doubles += 1,
        Added::Full => workshop.refused.push(Refused { name: name.to_owned(), why: Trouble::Full }),
    }
}

/// A batch of files; the report begins anew with the first batch.
fn take_files(model: &mut Model, files: Vec<Incoming>, done: usize, all: usize) -> Vec<Effect> {
    if model.workshop.progress.is_none() {
        forget_report(model);
    }
    for Incoming { name, text } in files {
        if let Err(why) = take_file(model, &name, text) {
            model.workshop.refused.push(Refused { name, why });
        }
    }
    let finished = done >= all;
    model.workshop.progress = (!finished).then_some((done, all));
    model.workshop.last = model.workshop.last.take().filter(|_| all == 1);
    if !finished {
        return Vec::new();
    }
    let mut effects = keep(model);
    effects.push(Effect::Focus("laporan".to_owned()));
    effects
}

fn take_file(model: &mut Model, name: &str, text: Result<String, FileFault>) -> Result<(), Trouble> {
    let text = text.map_err(Trouble::File)?;
    if !is_room(&text) {
        take(model, name, levels::read_file(&text).map_err(Trouble::Code)?);
        return Ok(());
    }
    let (other, broken) = Room::read(&text).map_err(Trouble::Room)?;
    let new = model.workshop.room.merge(&other);
    model.workshop.new += new;
    model.workshop.doubles += other.len() - new;
    if broken > 0 { Err(Trouble::Partly(broken)) } else { Ok(()) }
}

fn earlier(model: &mut Model, file: Result<String, FileFault>) {
    let read = file.map_err(Trouble::File).and_then(|text| Room::read(&text).map_err(Trouble::Room));
    let workshop = &mut model.workshop;
    workshop.earlier_refused = match &read {
        Err(why) => Some(*why),
        Ok((_, broken)) => (*broken > 0).then_some(Trouble::Partly(*broken)),
    };
    workshop.earlier = read.ok().map(|(room, _)| room).or(workshop.earlier.take());
}

fn forget_report(model: &mut Model) {
    let workshop = &mut model.workshop;
    (workshop.new, workshop.doubles, workshop.last, workshop.fault) = (0, 0, None, None);
    workshop.refused.clear();
}

fn take_back(model: &mut Model) -> Vec<Effect> {
    if let Some(code) = model.workshop.last.take() {
        model.workshop.room.remove(&code);
    }
    forget_report(model);
    keep(model)
}

fn empty(model: &mut Model) -> Vec<Effect> {
    model.workshop.room = Room::default();
    forget_report(model);
    keep(model)
}

/// The room outlives a reload, where anything may be kept.
fn keep(model: &Model) -> Vec<Effect> {
    match model.keeping {
        Keeping::Device => vec![Effect::KeepRoom(model.workshop.room.write())],
        Keeping::Refused | Keeping::Shared => Vec::new(),
    }
}

fn file(name: &str, kind: &'static str, text: String) -> Effect {
    Effect::Download { name: format!("cermin-koperasi-{name}"), kind, text }
}

/// Its name says nothing of the cooperative: the first group of the code.
fn code_file(model: &Model) -> Option<Effect> {
    let levels = Levels::of(model.assessment(), model.day())?;
    let code = levels.code();
    Some(file(&format!("kode-{}.txt", code.get(36..48).unwrap_or_default()), "text/plain", levels.file()))
}

fn class_table(model: &Model) -> Option<Effect> {
    let picture = model.workshop.room.picture()?;
    Some(file("kelas.csv", "text/csv", table(&picture, model.assessment().rulebook, model.locale)))
}

fn drawn(model: &Model) -> Option<Effect> {
    let picture = model.workshop.room.picture()?;
    Some(file("kelas.svg", "image/svg+xml", drawing(model, &picture, true).into_string()))
}
