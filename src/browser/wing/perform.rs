//! What the second part hears, begins with, and has carried out.

use gloo_events::EventListener;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Window};

use super::tab::stage_again;
use super::{camera, cells, keys, room, sealing};
use crate::browser::{Shared, files, handle, keeper, meta, setting};
use crate::locale::{self, Locale};
use crate::page::wing::Effect;
use crate::page::workshop::Origin;
use crate::page::{Exit, Message, Model, take_over};

/// Something came from the desk before, or with the address.
pub(in crate::browser) fn begin(app: &Shared) {
    stage_again(app);
    room::begin(app);
}

/// Whether the device has a camera, and can read codes.
pub(in crate::browser) fn look_for(app: &Shared) {
    camera::look_for(app);
}

/// Takes over what the first part of the page knows, and more words about each item; the language that was spoken there.
pub(in crate::browser) fn receive(
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
pub(in crate::browser) fn tell_origin(model: &mut Model, window: &Window, document: &Document) {
    if setting(document, "framed").is_none() {
        let offered = meta(document, "single");
        let said = [window.location().protocol(), window.location().host(), window.location().pathname()];
        let [protocol, host, path] = said.map(Result::unwrap_or_default);
        model.origin = Origin::of(&[&protocol, "//", &host, &path].concat(), offered.as_deref());
    }
}

/// Hears what else is pressed, and what is dropped.
pub(in crate::browser) fn listen(app: &Shared, document: &Document, listeners: &mut Vec<EventListener>) {
    let options = gloo_events::EventListenerOptions::enable_prevent_default();
    let cells = EventListener::new_with_options(document, "keydown", options, cells::keys);
    listeners.extend([cells, keys::listen(app), room::catch_drops(app, "dragover"), room::catch_drops(app, "drop")]);
}

/// Reads what was chosen in a field of a room or desk; whether it was one.
pub(in crate::browser) fn read(app: &Shared, field: &Element) -> bool {
    room::read(app, field)
}

/// The second part is here.
pub(in crate::browser) const fn rest(_: &Shared) {}

/// Carries out what it asks for.
#[inline]
pub(in crate::browser) fn perform(app: &Shared, window: &Window, document: &Document, effect: Effect) {
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
