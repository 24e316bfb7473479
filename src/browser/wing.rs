//! The door to what the second part of the page asks of the browser: codes and the camera, tables, keys, files of several kinds,
//! the lock. In the first part `twin.rs` stands here.

#[path = "camera.rs"]
mod camera;
#[path = "cells.rs"]
mod cells;
#[path = "keys.rs"]
mod keys;
#[path = "room.rs"]
mod room;
#[path = "sealing.rs"]
mod sealing;
#[path = "workbook.rs"]
mod workbook;

use gloo_events::EventListener;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlInputElement, Window};

use super::{Shared, files, focus, follow, handle, keeper, meta, paste, perform as carry_out, setting, sharing};
use crate::books::table_text;
use crate::keeping::Slot;
use crate::locale::{self, Locale};
use crate::page::advice::AdviceMessage;
use crate::page::wing::Effect;
use crate::page::workshop::{DeskMessage, Origin, WorkshopMessage};
use crate::page::{Exit, FileFault, Message, Model, take_over, update};

/// What it knows besides the page.
#[derive(Default)]
pub(super) struct State {
    /// Whether the browser itself reads QR pictures.
    detects: bool,
    /// What this tab remembers as open from the desk.
    tied: Option<u32>,
    /// What it remembers of the stage.
    staged: String,
}

/// Something came from the desk before, or with the address.
pub(super) fn begin(app: &Shared) {
    stage_again(app);
    room::begin(app);
}

/// Whether the device has a camera, and can read codes.
pub(super) fn look_for(app: &Shared) {
    camera::look_for(app);
}

/// Takes over what the first part of the page knows, and more words about each item; the language that was spoken there.
pub(super) fn receive(
    model: &mut Model,
    handed: Option<String>,
    help: Option<String>,
) -> Result<Option<Locale>, JsValue> {
    // Of another build, or damaged: then it is fetched anew when a screen wants it.
    let _ = help.map(locale::install_help);
    let spoken = handed.map(|handed| take_over(model, &handed)).transpose()?.flatten();
    model.arrive();
    Ok(spoken)
}

/// Where the page comes from. Whoever shares it shares the page around the frame.
pub(super) fn tell_origin(model: &mut Model, window: &Window, document: &Document) {
    if setting(document, "framed").is_none() {
        let offered = meta(document, "single");
        let said = [window.location().protocol(), window.location().host(), window.location().pathname()];
        let [protocol, host, path] = said.map(Result::unwrap_or_default);
        model.origin = Origin::of(&[&protocol, "//", &host, &path].concat(), offered.as_deref());
    }
}

/// Hears what else is pressed, and what is dropped.
pub(super) fn listen(app: &Shared, document: &Document, listeners: &mut Vec<EventListener>) {
    let options = gloo_events::EventListenerOptions::enable_prevent_default();
    let cells = EventListener::new_with_options(document, "keydown", options, cells::keys);
    listeners.extend([cells, keys::listen(app), room::catch_drops(app, "dragover"), room::catch_drops(app, "drop")]);
}

/// Reads what was chosen in a field of a room or desk; whether it was one.
pub(super) fn read(app: &Shared, field: &Element) -> bool {
    room::read(app, field)
}

/// Reads a workbook that was chosen; whether it was one.
pub(super) fn read_book(app: &Shared, kind: &str, input: &HtmlInputElement, file: &web_sys::File) -> bool {
    if kind != "sheet" && kind != "copy" {
        return false;
    }
    // The same file can be chosen again.
    input.set_value("");
    if kind == "copy" {
        workbook::fill_copy(app, file);
    } else {
        workbook::read_book(app, file);
    }
    true
}

/// A file that takes the place of the work, or one to be compared with.
pub(super) fn opened(kind: &str, text: Result<String, FileFault>) -> Message {
    match kind {
        "older" => Message::Advice(AdviceMessage::Older(text)),
        _ => Message::Opened(text),
    }
}

/// What is pasted, with its rows and columns. Some programs write the cells of a table below each other; then only its HTML knows
/// the rows.
pub(super) fn table(text: Option<String>, html: impl FnOnce() -> Option<String>) -> Option<String> {
    match text {
        Some(text) if text.contains('\t') => Some(text),
        text => html().and_then(|html| table_text(&html)).or(text),
    }
}

/// The desk could not be kept: it says so itself.
pub(super) fn is_unkept_desk(app: &Shared, slot: Slot, kept: bool) -> bool {
    let unkept = slot == Slot::Desk && !kept;
    if unkept {
        handle(app, Message::Workshop(WorkshopMessage::Desk(DeskMessage::Unkept)));
    }
    unkept
}

/// Remembers what is open from the desk, so that it is open again when the page is loaded anew.
pub(super) fn tie(app: &Shared) {
    stage(app);
    let open = app.borrow().model.open_beside();
    if app.borrow().wing.tied == open || !app.borrow().model.keeping.tries() {
        return;
    }
    app.borrow_mut().wing.tied = open;
    // Where that fails, one's own work is open after a reload, and what was open lies on the desk.
    remember(app, &keeper::tie_key(app), open.map(|id| id.to_string()).as_deref());
}

/// This tab remembers something, or nothing any more; unless its memory is full or barred.
fn remember(app: &Shared, key: &str, what: Option<&str>) {
    let Ok(Some(storage)) = app.borrow().window.session_storage() else { return };
    let _ = match what {
        Some(text) => storage.set_item(key, text),
        None => storage.remove_item(key),
    };
}

/// Remembers the list of the stage and the hands raised, in this tab alone.
fn stage(app: &Shared) {
    let staged = app.borrow().model.workshop.staged();
    if app.borrow().wing.staged == staged || !app.borrow().model.keeping.tries() {
        return;
    }
    remember(app, &stage_key(app), Some(&*staged).filter(|staged| !staged.is_empty()));
    app.borrow_mut().wing.staged = staged;
}

fn stage_key(app: &Shared) -> String {
    [app.borrow().model.home.start(), "layar"].concat()
}

/// What this tab knew of the stage before the page was loaded anew.
fn stage_again(app: &Shared) {
    if !app.borrow().model.keeping.tries() {
        return;
    }
    let storage = app.borrow().window.session_storage().ok().flatten();
    if let Some(staged) = storage.and_then(|storage| storage.get_item(&stage_key(app)).ok().flatten()) {
        let page = &mut *app.borrow_mut();
        page.model.workshop.restage(&staged);
        page.wing.staged = staged;
    }
}

/// What was open from the desk is open again.
fn open_again(app: &Shared) -> Vec<crate::page::Effect> {
    let Some(id) = keeper::open_from_desk(app) else { return Vec::new() };
    app.borrow_mut().wing.tied = Some(id);
    update(&mut app.borrow_mut().model, Message::Workshop(WorkshopMessage::Desk(DeskMessage::Resume(id))))
}

/// The second part is here.
pub(super) const fn rest(_: &Shared) {}

/// Carries out what it asks for.
#[inline]
pub(super) fn perform(app: &Shared, window: &Window, document: &Document, effect: Effect) {
    match effect {
        Effect::DownloadBytes { name, kind, bytes } => {
            let bytes = js_sys::Uint8Array::from(bytes.as_slice());
            if files::offer(document, &name, kind, &bytes.into()).is_err() {
                handle(app, Message::Barred(Exit::File));
            }
        }
        Effect::CopyFrom(id) => sealing::copy_from(app, id),
        Effect::Seal(text) => sealing::seal(app, &text),
        Effect::Unseal(file) => sealing::unseal(app, &file),
        Effect::SealAll(texts) => sealing::seal_all(app, texts),
        Effect::UnsealAll(files) => sealing::unseal_all(app, files),
        Effect::Reseal { id, file, text } => sealing::reseal(app, id, &file, &text),
        Effect::ForgetKeys => sealing::forget_keys(),
        Effect::KeepAs(shelf, text) => keeper::keep(app, shelf.slot(), text),
        Effect::Paint { name, svg } => sealing::paint(app, &name, &svg),
        Effect::Chance => room::chance(app),
        Effect::KeepScanner => camera::keep_scanner(),
        Effect::Replace(route) => room::replace(window, &route),
        Effect::Second(turn) => room::second(app, turn),
        Effect::Look => camera::start(app),
    }
}
