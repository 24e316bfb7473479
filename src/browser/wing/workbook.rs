//! Workbooks of the reader's own: handed to the module that reads and fills them.

use std::rc::Rc;

use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;

use crate::books::{LARGEST, Refusal, from_text};
use crate::browser::{Shared, handle};
use crate::page::Message;
use crate::page::books::sheet::SheetMessage;
use crate::page::books::worksheet::{self, CopyFault, WorksheetMessage};

#[wasm_bindgen]
extern "C" {
    /// In the boot script: lets `work` use the module of workbooks on a file, and tells `done` what came of it, or why not.
    #[wasm_bindgen(js_namespace = device, js_name = openBook)]
    fn open_book(file: &web_sys::File, work: &JsValue, done: &JsValue);

    /// That module: see `opener.rs`.
    type Opener;
    #[wasm_bindgen(method, structural, catch, js_name = workbookText)]
    fn workbook_text(this: &Opener, file: &Uint8Array) -> Result<String, JsValue>;
    #[wasm_bindgen(method, structural, catch, js_name = filledCopy)]
    fn filled_copy(this: &Opener, file: &Uint8Array, cells: &str) -> Result<Array, JsValue>;
}

/// Hands a workbook to what reads it; what that says becomes a message.
pub(super) fn read_book(app: &Shared, file: &web_sys::File) {
    handle(app, Message::Sheet(SheetMessage::Reading(file.name())));
    if gloo_file::File::from(file.clone()).size() > LARGEST as u64 {
        return handle(app, Message::Sheet(SheetMessage::File(Err(Refusal::TooLarge))));
    }
    let app = Rc::clone(app);
    let work = Closure::once_into_js(|opener: Opener, bytes: Uint8Array| opener.workbook_text(&bytes));
    let done = Closure::once_into_js(move |text: Option<String>, word: Option<String>| {
        let sheets = text.map(|text| from_text(&text));
        let why = || Refusal::of(&word.unwrap_or_default());
        handle(&app, Message::Sheet(SheetMessage::File(sheets.ok_or_else(why))));
    });
    open_book(file, &work, &done);
}

/// Hands a copy of the ministry's workbook to what fills it, once its sheets have shown that it is one.
pub(super) fn fill_copy(app: &Shared, file: &web_sys::File) {
    let said = |app: &Shared, copied| handle(app, Message::Worksheet(WorksheetMessage::Copied(copied)));
    if gloo_file::File::from(file.clone()).size() > LARGEST as u64 {
        return said(app, Err(CopyFault::Refused(Refusal::TooLarge)));
    }
    handle(app, Message::Worksheet(WorksheetMessage::Copying));
    let asking = Rc::clone(app);
    let work = Closure::once_into_js(move |opener: Opener, bytes: Uint8Array| {
        let sheets = from_text(&opener.workbook_text(&bytes)?);
        let cells = worksheet::contents(&asking.borrow().model, &sheets);
        opener.filled_copy(&bytes, &cells.ok_or(CopyFault::OTHER)?)
    });
    let (app, name) = (Rc::clone(app), file.name());
    let done = Closure::once_into_js(move |copy: Option<Array>, word: Option<String>| {
        let copied = copy.map(|copy| {
            let left = copy.get(1).as_string().unwrap_or_default();
            let left = left.split_whitespace().map(str::to_owned).collect();
            (name, Uint8Array::from(copy.get(0)).to_vec(), left)
        });
        said(&app, copied.ok_or_else(|| CopyFault::of(&word.unwrap_or_default())));
    });
    open_book(file, &work, &done);
}
