//! What a message of the workshop changes.

use super::arrive::{forget_report, ready};
use super::bench::keep;
use super::collect::{add, empty, finish, seen, take_back, take_files};
use super::mark::{own_levels, wants_mark};
use super::shelf::{file, take};
use super::stage::{clock, count, hand, jump, minutes, queue, rewind, show, tick};
use super::state::Trouble;
use super::{Camera, Sample, Shelf, WorkshopMessage, desk, voices};
use crate::exchange::levels::{Obstacle, RoomMark};
use crate::page::arrival::{From, replace};
use crate::page::view::{drawing, drawing_shared};
use crate::page::wing;
use crate::page::{Effect, FileFault, Model, Notice, Route, work};
use crate::workshop::{Desk, Room, Voices, table};

/// Changes the model; what the browser must do is an effect.
pub(in crate::page) fn update(model: &mut Model, message: WorkshopMessage) -> Vec<Effect> {
    match message {
        WorkshopMessage::Show(sight) => return show(model, sight),
        WorkshopMessage::Count(vote, text) => count(model, vote, &text),
        WorkshopMessage::Clock => return clock(model),
        WorkshopMessage::Rewind => rewind(model),
        WorkshopMessage::Minutes(text) => minutes(model, &text),
        WorkshopMessage::Hand(vote) => hand(model, vote),
        WorkshopMessage::Jump(text) => return jump(model, &text),
        WorkshopMessage::Queue(list) => return queue(model, list),
        WorkshopMessage::Tick(turn) => return tick(model, turn),
        WorkshopMessage::Load(id) => return load(model, &id),
        WorkshopMessage::Typing(text) => model.workshop.typed = text,
        WorkshopMessage::Add => return add(model),
        WorkshopMessage::Camera(camera) => {
            model.workshop.camera = camera;
            return ready(model);
        }
        WorkshopMessage::Look(true) => return vec![Effect::Wing(wing::Effect::Look)],
        WorkshopMessage::Look(false) => model.workshop.camera = Camera::Ready,
        WorkshopMessage::Seen(text) => return seen(model, text),
        WorkshopMessage::Files { files, done, all } => return take_files(model, files, done, all),
        WorkshopMessage::Earlier(file) => earlier(model, file),
        WorkshopMessage::Apart => model.workshop.earlier = None,
        WorkshopMessage::Read => forget_report(model),
        WorkshopMessage::TakeBack => return take_back(model),
        WorkshopMessage::Empty => return empty(model),
        WorkshopMessage::Finish => return finish(model),
        WorkshopMessage::Chance(chance) => return mark(model, chance),
        WorkshopMessage::CodeFile => return code_file(model).into_iter().collect(),
        WorkshopMessage::Name(name) => {
            model.workshop.room.call(&name);
            return keep(model, Shelf::Room);
        }
        WorkshopMessage::Obstacle(place) => {
            Obstacle::toggle(&mut model.work.kept, place);
            return work::keep(model);
        }
        WorkshopMessage::RoomFile => return vec![room_file(model)],
        WorkshopMessage::Table => return class_table(model).into_iter().collect(),
        WorkshopMessage::Drawing(place) => return drawn(model, place).into_iter().collect(),
        WorkshopMessage::Painting(place) => return painted(model, place).into_iter().collect(),
        WorkshopMessage::Kept(shelf, text) => kept(model, shelf, &text),
        WorkshopMessage::Voice(message) => return voices::update(model, message),
        WorkshopMessage::Desk(message) => return desk::update(model, message),
    }
    Vec::new()
}

/// What the device kept, as it was left or as another tab left it. Nothing that cannot be read is written over.
fn kept(model: &mut Model, shelf: Shelf, text: &str) {
    let workshop = &mut model.workshop;
    if text.is_empty() {
        match shelf {
            Shelf::Room => workshop.room = Room::default(),
            Shelf::Voices => workshop.voices = Voices::default(),
            Shelf::Desk => (workshop.bench.desk, workshop.bench.unread) = (Desk::default(), None),
        }
    } else {
        // What is here stays, where that cannot be read.
        let _ = take(workshop, shelf.slot(), text);
    }
}

fn load(model: &mut Model, id: &str) -> Vec<Effect> {
    // Its entries first: what comes of them is for the class to find.
    match Sample::find(id).and_then(|sample| sample.work(model.today)) {
        Some(work) => replace(model, work, From::Sample, Notice::Sample, Route::Tasks),
        None => Vec::new(),
    }
}

fn earlier(model: &mut Model, file: Result<String, FileFault>) {
    let mut read = file.map_err(Trouble::File).and_then(|text| Room::read(&text).map_err(Trouble::Room));
    if let Ok((room, _)) = &mut read {
        // Its day is over.
        room.finish();
    }
    let workshop = &mut model.workshop;
    workshop.earlier_refused = match &read {
        Err(why) => Some(*why),
        Ok((_, broken)) => (*broken > 0).then_some(Trouble::Partly(*broken)),
    };
    workshop.earlier = read.ok().map(|(room, _)| room).or(workshop.earlier.take());
}

/// A mark is drawn once; from then on it belongs to the work.
fn mark(model: &mut Model, chance: u16) -> Vec<Effect> {
    if !wants_mark(model) {
        return Vec::new();
    }
    let mark = if model.sample { RoomMark::Invented } else { RoomMark::drawn(chance) };
    mark.put(&mut model.work.kept);
    work::keep(model)
}

/// Its name says nothing of the cooperative, and no two boards have the same: the last group of the code, which checks all.
fn code_file(model: &Model) -> Option<Effect> {
    let levels = own_levels(model)?;
    let code = levels.code();
    let last = code.get(code.len().saturating_sub(12)..).unwrap_or_default();
    Some(file(&format!("kode-{last}.txt"), "text/plain", levels.file()))
}

/// Its name tells the day, so that rooms lie beside each other in one folder.
fn room_file(model: &Model) -> Effect {
    let mut room = model.workshop.room.clone();
    if let Some(today) = model.day().filter(|_| room.day.is_empty()) {
        room.day = today.to_string();
    }
    file(&format!("kelas-{}.json", room.day), "application/json", room.write())
}

fn class_table(model: &Model) -> Option<Effect> {
    let room = &model.workshop.room;
    let (pictures, shared) = (room.pictures(), room.shared());
    (!pictures.is_empty()).then(|| file("kelas.csv", "text/csv", table(&pictures, shared.as_ref(), model.locale)))
}

fn drawn(model: &Model, place: usize) -> Option<Effect> {
    Some(file("kelas.svg", "image/svg+xml", svg(model, place)?))
}

fn painted(model: &Model, place: usize) -> Option<Effect> {
    Some(Effect::Wing(wing::Effect::Paint { name: "cermin-koperasi-kelas.png".to_owned(), svg: svg(model, place)? }))
}

fn svg(model: &Model, place: usize) -> Option<String> {
    let room = &model.workshop.room;
    let pictures = room.pictures();
    let drawn = pictures.get(place).map(|picture| drawing(model, picture));
    // After the last form stands what all share.
    drawn.or_else(|| room.shared().map(|shared| drawing_shared(model, &shared))).map(maud::Markup::into_string)
}
