//! What comes in, by hand, by camera or as files: results for the room, voices for the board, work for the desk. The screen
//! that is open says which.

use super::arrive::forget_report;
use super::bench::keep;
use super::state::Trouble;
use super::{Incoming, Refused, Shelf, WorkshopRoute, desk, is_invented, voices};
use crate::exchange::levels::{self, Levels};
use crate::page::{Effect, FileFault, Model, Route};
use crate::workshop::{Added, Room, is_room};

/// Takes in what stands in the field.
pub(super) fn add(model: &mut Model) -> Vec<Effect> {
    forget_report(model);
    let text = std::mem::take(&mut model.workshop.typed);
    model.workshop.came = false;
    if let Err(fault) = take_code(model, &text) {
        model.workshop.fault = Some(fault);
        model.workshop.typed = text;
        return vec![Effect::Focus("kode-salah".to_owned())];
    }
    let mut effects = keep(model, shelf(model));
    effects.push(Effect::Focus("kode".to_owned()));
    effects
}

/// A code goes where the screen takes such codes in.
fn take_code(model: &mut Model, text: &str) -> Result<(), levels::Fault> {
    if is_at(model, &WorkshopRoute::Voices) {
        let voice = levels::read_voice(text)?;
        voices::hear(model, voice);
    } else if !take_several(model, "", text) {
        take(model, "", levels::read(text)?)?;
    }
    Ok(())
}

/// Takes in the codes of a text that holds several, and names those that cannot be; says whether it holds several.
fn take_several(model: &mut Model, name: &str, text: &str) -> bool {
    let codes = levels::several(text);
    for code in &codes {
        if let Err(fault) = levels::read(code).and_then(|levels| take(model, name, levels)) {
            let name = format!("{name} {}…", &code[..code.len().min(12)]);
            model.workshop.refused.push(Refused { name, why: Trouble::Code(fault) });
        }
    }
    !codes.is_empty()
}

fn is_at(model: &Model, route: &WorkshopRoute) -> bool {
    matches!(&model.route, Route::Workshop(here) if here == route)
}

/// What the files that are being read fill; else what the open screen does.
fn shelf(model: &Model) -> Shelf {
    let open = match model.route {
        Route::Workshop(WorkshopRoute::Voices) => Shelf::Voices,
        Route::Workshop(WorkshopRoute::Desk) => Shelf::Desk,
        _ => Shelf::Room,
    };
    model.workshop.filling.unwrap_or(open)
}

/// A picture before the camera: the report counts on, so that one board after the other can come by.
pub(super) fn seen(model: &mut Model, text: String) -> Vec<Effect> {
    if model.workshop.seen == text {
        return Vec::new();
    }
    let earlier = std::mem::take(&mut model.workshop.last);
    let taken = take_code(model, &text);
    if model.workshop.last.is_empty() {
        model.workshop.last = earlier;
    }
    model.workshop.seen = text;
    model.workshop.fault = taken.err();
    if taken.is_ok() { keep(model, shelf(model)) } else { Vec::new() }
}

fn take(model: &mut Model, name: &str, levels: Levels) -> Result<(), levels::Fault> {
    if is_invented(&levels) {
        return Err(levels::Fault::Invented);
    }
    let code = levels.code();
    let workshop = &mut model.workshop;
    match workshop.room.add(levels) {
        Added::New => {
            workshop.new += 1;
            workshop.last.push(code);
        }
        Added::Double => workshop.doubles += 1,
        Added::Full => workshop.refused.push(Refused { name: name.to_owned(), why: Trouble::Full }),
        Added::Invented => return Err(levels::Fault::Invented),
    }
    Ok(())
}

/// A batch of files; the report begins anew with the first batch.
pub(super) fn take_files(model: &mut Model, files: Vec<Incoming>, done: usize, all: usize) -> Vec<Effect> {
    if model.workshop.progress.is_none() {
        forget_report(model);
        model.workshop.filling = Some(shelf(model));
    }
    for Incoming { name, text } in files {
        if let Err(why) = take_file(model, &name, text) {
            model.workshop.refused.push(Refused { name, why });
        }
    }
    let finished = done >= all;
    model.workshop.progress = (!finished).then_some((done, all));
    if !finished {
        return Vec::new();
    }
    let mut effects = keep(model, shelf(model));
    model.workshop.filling = None;
    effects.push(Effect::Focus("laporan".to_owned()));
    effects
}

fn take_file(model: &mut Model, name: &str, text: Result<String, FileFault>) -> Result<(), Trouble> {
    let text = text.map_err(Trouble::File)?;
    match shelf(model) {
        Shelf::Room => take_result(model, name, &text),
        Shelf::Desk => desk::take(model, name, text),
        Shelf::Voices => {
            let voice = levels::read_voice_file(&text).map_err(Trouble::Code)?;
            voices::hear(model, voice);
            Ok(())
        }
    }
}

/// A result, or a whole room of another day.
fn take_result(model: &mut Model, name: &str, text: &str) -> Result<(), Trouble> {
    if !is_room(text) {
        if take_several(model, name, text) {
            return Ok(());
        }
        let levels = levels::read_file(text).map_err(Trouble::Code)?;
        return take(model, name, levels).map_err(Trouble::Code);
    }
    let (other, mut broken) = Room::read(text).map_err(Trouble::Room)?;
    for levels in other.results() {
        if take(model, name, levels.clone()).is_err() {
            broken += 1;
        }
    }
    model.workshop.room.recall(&other);
    if broken > 0 { Err(Trouble::Partly(broken)) } else { Ok(()) }
}

pub(super) fn take_back(model: &mut Model) -> Vec<Effect> {
    let codes = std::mem::take(&mut model.workshop.last);
    model.workshop.room.withdraw(&codes);
    forget_report(model);
    keep(model, Shelf::Room)
}

pub(super) fn empty(model: &mut Model) -> Vec<Effect> {
    model.workshop.room = Room::default();
    forget_report(model);
    keep(model, Shelf::Room)
}

/// Collecting is finished: the picture shows itself. What was added last can no longer be told from it.
pub(super) fn finish(model: &mut Model) -> Vec<Effect> {
    if !model.workshop.room.finish() {
        return Vec::new();
    }
    model.workshop.room.day = model.day().map(|day| day.to_string()).unwrap_or_default();
    forget_report(model);
    let mut effects = keep(model, Shelf::Room);
    effects.push(Effect::Go(Route::Workshop(WorkshopRoute::Class)));
    effects
}
