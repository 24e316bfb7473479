//! Handing the work on without a download: the device's own sharing, and the clipboard. `www/device.js` and `later.js` do
//! it, because both answer later and in their own words; here their answers become messages.

use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

use super::{Shared, handle};
use crate::page::{Exit, Message, TEXT_FIELD};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = device, js_name = canShare, catch)]
    fn can() -> Result<bool, JsValue>;
    #[wasm_bindgen(js_namespace = device, js_name = share, catch)]
    fn give(name: &str, text: &str, failed: &Function) -> Result<(), JsValue>;
    #[wasm_bindgen(js_namespace = device, js_name = copy, catch)]
    pub(super) fn take(id: &str, done: &Function) -> Result<(), JsValue>;
}

/// Whether the device shares text files.
pub(super) fn can_share() -> bool {
    can().unwrap_or(false)
}

/// Opens the device's sharing with a text file.
pub(super) fn share(app: &Shared, name: &str, text: &str) {
    let told = Rc::clone(app);
    let failed = Closure::once_into_js(move || handle(&told, Message::Barred(Exit::Share)));
    if give(name, text, failed.unchecked_ref()).is_err() {
        handle(app, Message::Barred(Exit::Share));
    }
}

/// Copies the text of the save file, or at least selects it.
pub(super) fn copy(app: &Shared) {
    let told = Rc::clone(app);
    let done = Closure::once_into_js(move |copied: bool| handle(&told, Message::Copied(copied)));
    if take(TEXT_FIELD, done.unchecked_ref()).is_err() {
        handle(app, Message::Copied(false));
    }
}
