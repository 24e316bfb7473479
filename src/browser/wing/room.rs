//! What lies beside the work: a trainer's room, a board's voices, a companion's desk, filled from many files at once; and a
//! clock that ticks.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use gloo_file::callbacks::read_as_text;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{DragEvent, Element, FileList, HtmlInputElement, Window};

use super::camera;
use super::tab::open_again;
use crate::browser::{Shared, handle, perform};
use crate::exchange::sealed::LONGEST;
use crate::page::workshop::{Incoming, WorkshopMessage, WorkshopRoute, wants_mark};
use crate::page::{Effect, FileFault, Message, Route, update};
use crate::workshop::LONGEST_BACKUP;

#[wasm_bindgen]
extern "C" {
    /// Sixteen bits of chance.
    #[wasm_bindgen(js_namespace = device, js_name = chance)]
    fn device_chance() -> u16;
}

/// Files between two pictures of the progress: few enough that the page answers meanwhile.
const BATCH: usize = 25;

/// What was open from the desk before, and a code that came with the address.
pub(super) fn begin(app: &Shared) {
    let effects = open_again(app);
    later(app, effects);
    let mut page = app.borrow_mut();
    if wants_mark(&page.model) {
        let effects = update(&mut page.model, Message::Workshop(WorkshopMessage::Chance(device_chance())));
        later(app, effects);
    }
    if let Route::Workshop(WorkshopRoute::Given(_)) = &page.model.route {
        // The code leaves the address before anything is drawn.
        replace(&page.window, &Route::Workshop(WorkshopRoute::Collect));
        let came = std::mem::take(&mut page.model.route);
        drop(page);
        let effects = update(&mut app.borrow_mut().model, Message::Went(came));
        later(app, effects);
    }
}

/// Carries out what is asked for before the first screen is up, once it is.
fn later(app: &Shared, effects: Vec<Effect>) {
    let app = Rc::clone(app);
    Timeout::new(0, move || effects.into_iter().for_each(|effect| perform(&app, effect))).forget();
}

/// Chance for the mark of a result.
pub(super) fn chance(app: &Shared) {
    handle(app, Message::Workshop(WorkshopMessage::Chance(device_chance())));
}

/// Another address for the same place in the history.
pub(super) fn replace(window: &Window, route: &Route) {
    if let Ok(history) = window.history() {
        // Where a frame forbids it, the old address stays: it is the reader's own.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&route.hash()));
    }
}

pub(super) fn second(app: &Shared, turn: u32) {
    let app = Rc::clone(app);
    Timeout::new(1_000, move || handle(&app, Message::Workshop(WorkshopMessage::Tick(turn)))).forget();
}

/// Reads what was chosen in a field for the room, or for an earlier one; says whether it was such a field.
pub(super) fn read(app: &Shared, field: &Element) -> bool {
    let kind = field.get_attribute("data-file").unwrap_or_default();
    let Some(input) = field.dyn_ref::<HtmlInputElement>() else { return false };
    let Some(files) = input.files() else { return false };
    match kind.as_str() {
        "room" => read_all(app, &files),
        "earlier" => read_earlier(app, &files),
        _ => return false,
    }
    // The same files can be chosen again; what was chosen is held by the list.
    input.set_value("");
    true
}

/// On the screens that collect, files can be dropped anywhere.
pub(super) fn catch_drops(app: &Shared, name: &'static str) -> EventListener {
    let app = Rc::clone(app);
    let document = app.borrow().document.clone();
    EventListener::new_with_options(&document, name, EventListenerOptions::enable_prevent_default(), move |event| {
        if !app.borrow().model.route.takes_in() {
            return;
        }
        event.prevent_default();
        let dropped = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
        if let Some(files) = dropped.filter(|_| event.type_() == "drop").and_then(|dropped| dropped.files()) {
            read_all(&app, &files);
        }
    })
}

/// The list itself is emptied with its field, so the files are taken out of it at once.
fn taken(files: &FileList) -> Vec<web_sys::File> {
    (0..files.length()).filter_map(|place| files.get(place)).collect()
}

fn read_all(app: &Shared, files: &FileList) {
    let all = taken(files);
    if !all.is_empty() {
        read_next(app, Rc::new(all), 0, Vec::new());
    }
}

/// One file after the other; after each batch the page is drawn and may answer.
fn read_next(app: &Shared, all: Rc<Vec<web_sys::File>>, at: usize, mut read: Vec<Incoming>) {
    let count = all.len();
    if at == count || read.len() == BATCH {
        handle(
            app,
            Message::Workshop(WorkshopMessage::Files { files: std::mem::take(&mut read), done: at, all: count }),
        );
    }
    let Some(file) = all.get(at) else { return };
    let (app, name, picture) = (Rc::clone(app), file.name(), file.clone());
    let file = gloo_file::File::from(file.clone());
    let on_desk = matches!(app.borrow().model.route, Route::Workshop(WorkshopRoute::Desk));
    let is_picture = file.raw_mime_type().starts_with("image/") && !on_desk;
    let longest = if on_desk || is_picture { LONGEST_BACKUP } else { LONGEST };
    if file.size() > longest as u64 {
        read.push(Incoming { name, text: Err(FileFault::TooBig) });
        read_next(&app, all, at + 1, read);
        return;
    }
    let next = move |text: Option<String>| {
        read.push(Incoming { name, text: text.ok_or(FileFault::Unreadable) });
        // From a fresh start, so that ten thousand files are no ten thousand calls deep.
        Timeout::new(0, move || read_next(&app, all, at + 1, read)).forget();
    };
    if is_picture {
        return camera::read(&picture, next);
    }
    let reading = read_as_text(&file, move |text| next(text.ok()));
    // Dropping the reader would stop the reading; it ends by itself.
    std::mem::forget(reading);
}

fn read_earlier(app: &Shared, files: &FileList) {
    let Some(file) = taken(files).into_iter().next() else { return };
    let app = Rc::clone(app);
    let file = gloo_file::File::from(file);
    if file.size() > LONGEST as u64 {
        handle(&app, Message::Workshop(WorkshopMessage::Earlier(Err(FileFault::TooBig))));
        return;
    }
    let reading = read_as_text(&file, move |text| {
        let text = text.map_err(|_| FileFault::Unreadable);
        handle(&app, Message::Workshop(WorkshopMessage::Earlier(text)));
    });
    std::mem::forget(reading);
}
