//! Files in and out, by way of the reader's own choosing.

use std::rc::Rc;

use gloo_file::callbacks::read_as_text;
use gloo_timers::callback::Timeout;
#[cfg(feature = "full")]
use js_sys::{Array, Uint8Array};
#[cfg(feature = "full")]
use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BlobPropertyBag, Document, Element, HtmlAnchorElement, HtmlInputElement, Url};

use super::{Shared, handle};
#[cfg(feature = "full")]
use crate::books::{LARGEST, Refusal, from_text};
use crate::exchange::sealed::LONGEST;
#[cfg(feature = "full")]
use crate::page::advice::AdviceMessage;
#[cfg(feature = "full")]
use crate::page::books::sheet::SheetMessage;
#[cfg(feature = "full")]
use crate::page::books::worksheet::{self, CopyFault, WorksheetMessage};
use crate::page::{FileFault, Message};

#[cfg(feature = "full")]
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

/// Reads the file chosen in a field and hands on its text.
pub(super) fn read(app: &Shared, field: &Element) {
    let Some(input) = field.dyn_ref::<HtmlInputElement>() else { return };
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    let kind = field.get_attribute("data-file").unwrap_or_default();
    #[cfg(feature = "full")]
    if kind == "sheet" || kind == "copy" {
        // The same file can be chosen again.
        input.set_value("");
        return if kind == "copy" { fill_copy(app, &file) } else { read_book(app, &file) };
    }
    let file = gloo_file::File::from(file);
    // A sealed file holds two digits for each byte; what is too long as another is refused when it has been read.
    if file.size() > LONGEST as u64 {
        input.set_value("");
        handle(app, opened(&kind, Err(FileFault::TooBig)));
        return;
    }
    let (app, input) = (Rc::clone(app), input.clone());
    let reading = read_as_text(&file, move |text| {
        // The same file can be chosen again.
        input.set_value("");
        handle(&app, opened(&kind, text.map_err(|_| FileFault::Unreadable)));
    });
    // Dropping the reader would stop the reading; it ends by itself.
    std::mem::forget(reading);
}

/// Hands a workbook to what reads it; what that says becomes a message.
#[cfg(feature = "full")]
fn read_book(app: &Shared, file: &web_sys::File) {
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
#[cfg(feature = "full")]
fn fill_copy(app: &Shared, file: &web_sys::File) {
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

/// A file that takes the place of the work, or one to be compared with.
fn opened(kind: &str, text: Result<String, FileFault>) -> Message {
    match kind {
        #[cfg(feature = "full")]
        "older" => Message::Advice(AdviceMessage::Older(text)),
        _ => Message::Opened(text),
    }
}

/// Offers a text, or bytes in an array, as a file to keep.
///
/// # Errors
/// When the browser cannot make the link. One that drops the file in silence cannot be told; so the text can always be
/// copied from the screen.
pub(super) fn offer(document: &Document, name: &str, kind: &str, content: &JsValue) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(content);
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Timeout::new(60_000, move || drop(Url::revoke_object_url(&address))).forget();
    Ok(())
}
