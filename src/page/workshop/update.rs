//! What a message of the workshop changes.

use super::collect::{add, empty, finish, forget_report, seen, take_back, take_files};
use super::state::Trouble;
use super::{Camera, Sample, Shelf, Sight, Step, Vote, Workshop, WorkshopMessage, WorkshopRoute, desk, voices};
use crate::exchange::levels::{Levels, Obstacle, RoomMark};
use crate::keeping::Slot;
use crate::page::update::{From, replace};
use crate::page::view::{drawing, drawing_shared};
use crate::page::wing;
use crate::page::{Effect, FileFault, Model, Notice, Route};
use crate::workshop::{Desk, Room, Voices, table};

/// The longest time a question can get: an hour.
const LONGEST: u32 = 60;

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
            return crate::page::update::keep(model);
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

/// Whoever comes with a code in the address finds it in the field, where a press takes it in: anybody can write such an
/// address, and the room is the trainer's. The address is that of the room again.
pub(in crate::page) fn arrive(model: &mut Model) -> Vec<Effect> {
    // Each question has its own time.
    if stage(model).is_some_and(|at| at != model.workshop.shown.0) && model.workshop.runs {
        model.workshop.left = Some(model.workshop.allowed());
    }
    // The camera goes off with its screen.
    if model.workshop.camera == Camera::Running {
        model.workshop.camera = Camera::Ready;
    }
    // What came in elsewhere was reported there.
    if model.route.takes_in() {
        forget_report(model);
        model.workshop.typed.clear();
        model.workshop.came = false;
    }
    if wants_mark(model) {
        return vec![Effect::Wing(wing::Effect::Chance)];
    }
    let Route::Workshop(WorkshopRoute::Given(code)) = &model.route else { return ready(model) };
    model.workshop.typed = code.clone();
    model.workshop.came = true;
    model.route = Route::Workshop(WorkshopRoute::Collect);
    vec![Effect::Wing(wing::Effect::Replace(model.route.clone()))].into_iter().chain(ready(model)).collect()
}

/// Where pictures are read, the device keeps the scanner for the days without a network.
fn ready(model: &Model) -> Vec<Effect> {
    let reads = model.route.takes_in() || model.route == Route::Workshop(WorkshopRoute::Trainer);
    if reads && model.workshop.camera == Camera::Ready {
        vec![Effect::Wing(wing::Effect::KeepScanner)]
    } else {
        Vec::new()
    }
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

/// More hands than a field of four digits holds.
const MOST_HANDS: u16 = 9999;

fn stage(model: &Model) -> Option<u16> {
    if let Route::Workshop(WorkshopRoute::Stage(at)) = &model.route { Some(*at) } else { None }
}

/// What was asked for comes into view, wherever the page stands.
fn show(model: &mut Model, sight: Sight) -> Vec<Effect> {
    let Some(at) = stage(model) else { return Vec::new() };
    let shown = &mut model.workshop.shown;
    if shown.0 != at {
        *shown = (at, Vec::new());
    }
    if let Some(place) = shown.1.iter().position(|one| *one == sight) {
        shown.1.remove(place);
        return Vec::new();
    }
    shown.1.push(sight);
    let seen = (sight != Sight::Bar).then(|| Effect::Focus(format!("lihat-{}", sight.code())));
    seen.into_iter().collect()
}

fn count(model: &mut Model, vote: Vote, text: &str) {
    let Some(at) = stage(model) else { return };
    let mut votes = model.workshop.votes.get(&at).copied().unwrap_or_default();
    votes.0[vote as usize] = text.trim().parse().ok();
    model.workshop.votes.insert(at, votes);
}

/// One hand more, by a key: nobody looks for a field while hands are up.
fn hand(model: &mut Model, vote: Vote) {
    let Some(at) = stage(model) else { return };
    let mut votes = model.workshop.votes.get(&at).copied().unwrap_or_default();
    let count = &mut votes.0[vote as usize];
    *count = Some(count.unwrap_or_default().saturating_add(1).min(MOST_HANDS));
    model.workshop.votes.insert(at, votes);
}

/// To the question of a number, within the list that the stage goes through; nowhere where there is none.
fn jump(model: &Model, text: &str) -> Vec<Effect> {
    let all = super::steps(model.assessment().variant).len();
    let row = model.workshop.row(stage(model).unwrap_or(1), all).1;
    let place = text.trim().parse::<usize>().ok().and_then(|place| row.get(place.checked_sub(1)?).copied());
    place.map(|place| Effect::Go(Route::Workshop(WorkshopRoute::Stage(place)))).into_iter().collect()
}

/// How many items of an indicator an hour has time for, and of how many indicators: of one that is half answered no level is known.
const HOUR: [usize; 2] = [4, 2];

/// The questions of a ready list, the first of them at once. Of the class there is one where a picture is of this form.
pub(in crate::page) fn listed(model: &Model, list: &str) -> Vec<u16> {
    let variant = model.assessment().variant;
    let picture = || model.workshop.room.pictures().into_iter().find(|one| one.variant == variant);
    // The ids that it is about, in its order: of items, of indicators, or how those of an aspect begin.
    let ids: Vec<&str> = match (list, picture) {
        ("eight", _) => {
            let [items, indicators] = HOUR;
            let fits = variant.indicators().filter(|(_, one)| one.items().len() == items);
            fits.map(|(_, one)| one.id).take(indicators).collect()
        }
        ("weak", picture) => picture().map_or(Vec::new(), |picture| {
            let mut weak = picture.weakest();
            weak.append(&mut picture.low());
            weak.iter().map(|one| one.indicator.id).collect()
        }),
        ("doubts", picture) => {
            picture().map_or(Vec::new(), |picture| picture.doubts.iter().map(|(item, _)| item.id).collect())
        }
        (part, _) => vec![part],
    };
    let mut places = Vec::new();
    for id in ids {
        for (step, place) in super::steps(variant).iter().zip(1..) {
            let of = step.indicator().id;
            let is_item = matches!(step, Step::Item(_, item) if item.id == id);
            if is_item || of == id || of.split('.').next() == Some(id) {
                places.push(place);
            }
        }
    }
    places
}

fn queue(model: &mut Model, list: String) -> Vec<Effect> {
    let places = listed(model, &list);
    let first = places.first().copied().unwrap_or(1);
    model.workshop.queue = (list, places);
    // The keys are the question's again, also where it is the one that was shown.
    vec![Effect::Go(Route::Workshop(WorkshopRoute::Stage(first))), Effect::Focus("judul".to_owned())]
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
    vec![Effect::Wing(wing::Effect::Second(workshop.turn))]
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
    if workshop.runs { vec![Effect::Wing(wing::Effect::Second(turn))] } else { Vec::new() }
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

/// What lies on a shelf outlives a reload, where anything may be kept.
pub(super) fn keep(model: &Model, shelf: Shelf) -> Vec<Effect> {
    crate::page::keeping::keep_slot(model, shelf.slot())
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

/// Whether the screen shows a result that has no mark yet: then the browser is asked for chance.
#[must_use]
pub fn wants_mark(model: &Model) -> bool {
    let shown = model.route == Route::Workshop(WorkshopRoute::Code) && model.has_check();
    shown && RoomMark::of(&model.work.kept).is_none()
}

/// A mark is drawn once; from then on it belongs to the work.
fn mark(model: &mut Model, chance: u16) -> Vec<Effect> {
    if !wants_mark(model) {
        return Vec::new();
    }
    let mark = if model.sample { RoomMark::Invented } else { RoomMark::drawn(chance) };
    mark.put(&mut model.work.kept);
    crate::page::update::keep(model)
}

/// The open work's own result, under its mark.
pub(in crate::page) fn own_levels(model: &Model) -> Option<Levels> {
    let mut levels = Levels::of(model.assessment(), model.day())?;
    levels.obstacles = Obstacle::of(&model.work.kept);
    Some(RoomMark::of(&model.work.kept).map_or(levels.clone(), |mark| levels.marked(mark)))
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
