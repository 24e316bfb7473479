//! Work under a passphrase, fields to the clipboard, drawings as paintings: for the screens of the second part. `www/later.js` does it;
//! here its answers become messages.

use std::rc::Rc;

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

use crate::browser::sharing::take;
use crate::browser::{Shared, handle};
use crate::exchange::sealed::Refusal;
use crate::page::workshop::{DeskMessage, WorkshopMessage};
use crate::page::{Exit, Message, Route, wing};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = device, js_name = paint)]
    fn draw(name: &str, svg: &str, failed: &JsValue);
    #[wasm_bindgen(js_namespace = device, js_name = seal)]
    fn put_under(text: &str, desk: bool, done: &JsValue);
    #[wasm_bindgen(js_namespace = device, js_name = unseal)]
    fn take_out(file: &str, desk: bool, done: &JsValue);
    #[wasm_bindgen(js_namespace = device, js_name = sealAll)]
    fn put_all_under(texts: Array, done: &JsValue);
    #[wasm_bindgen(js_namespace = device, js_name = unsealAll)]
    fn take_all_out(files: Array, done: &JsValue);
    #[wasm_bindgen(js_namespace = device, js_name = reseal)]
    fn put_back_under(file: &str, text: &str, done: &JsValue);
    #[wasm_bindgen(js_namespace = device, js_name = forgetKeys)]
    pub(super) fn forget_keys();
}

/// Copies what a field holds, or at least selects it.
pub(super) fn copy_from(app: &Shared, id: String) {
    let (page, from) = (Rc::clone(app), id.clone());
    let done = Closure::once_into_js(move |copied: bool| handle(&page, copied_field(from, copied)));
    if take(&id, done.unchecked_ref()).is_err() {
        handle(app, copied_field(id, false));
    }
}

/// Offers a drawing as a painting.
pub(super) fn paint(app: &Shared, name: &str, svg: &str) {
    let told = Rc::clone(app);
    draw(name, svg, &Closure::once_into_js(move || handle(&told, Message::Barred(Exit::File))));
}

/// Puts a text under the passphrase that stands on the screen.
pub(super) fn seal(app: &Shared, text: &str) {
    put_under(text, on_desk(app), &told(app, wing::Message::Sealed));
}

/// Opens a file with the passphrase that stands on the screen.
pub(super) fn unseal(app: &Shared, file: &str) {
    take_out(file, on_desk(app), &told(app, wing::Message::Unsealed));
}

/// Whether the key is to stay in mind: what lies locked on the desk goes back there while it is open.
fn on_desk(app: &Shared) -> bool {
    matches!(app.borrow().model.route, Route::Workshop(_))
}

/// Puts texts under the passphrase that stands on the screen.
pub(super) fn seal_all(app: &Shared, texts: Vec<String>) {
    let page = Rc::clone(app);
    let done = Closure::once_into_js(move |files: Option<Array>, refusal: Option<String>| {
        let files = files.map(|files| files.iter().filter_map(|file| file.as_string()).collect());
        let why = || Refusal::of(&refusal.unwrap_or_default());
        handle(&page, desk(DeskMessage::SealedAll(files.ok_or_else(why))));
    });
    put_all_under(texts.into_iter().map(JsValue::from).collect(), &done);
}

/// Opens files with the passphrase that stands on the screen, as far as it is theirs.
pub(super) fn unseal_all(app: &Shared, files: Vec<String>) {
    let page = Rc::clone(app);
    let done = Closure::once_into_js(move |texts: Option<Array>, refusal: Option<String>| {
        let texts = texts.map(|texts| texts.iter().map(|text| text.as_string()).collect());
        let why = || Refusal::of(&refusal.unwrap_or_default());
        handle(&page, desk(DeskMessage::UnsealedAll(texts.ok_or_else(why))));
    });
    take_all_out(files.into_iter().map(JsValue::from).collect(), &done);
}

/// Locks a text as this file is locked, whose key is in mind.
pub(super) fn reseal(app: &Shared, id: u32, file: &str, text: &str) {
    let (page, plain) = (Rc::clone(app), text.to_owned());
    let done = Closure::once_into_js(move |file: Option<String>| {
        handle(&page, desk(DeskMessage::Resealed(id, plain, file)));
    });
    put_back_under(file, text, &done);
}

fn copied_field(id: String, copied: bool) -> Message {
    Message::Wing(wing::Message::FieldCopied(id, copied))
}

fn desk(message: DeskMessage) -> Message {
    Message::Workshop(WorkshopMessage::Desk(message))
}

/// What hears how it went: the text, or the word of a refusal.
fn told(app: &Shared, message: fn(Result<String, Refusal>) -> wing::Message) -> JsValue {
    let app = Rc::clone(app);
    Closure::once_into_js(move |text: Option<String>, refusal: Option<String>| {
        let why = || Refusal::of(&refusal.unwrap_or_default());
        handle(&app, Message::Wing(message(text.ok_or_else(why))));
    })
}
