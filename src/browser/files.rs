//! Files in and out, by way of the reader's own choosing.

use std::rc::Rc;

use gloo_file::callbacks::read_as_text;
use gloo_timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{BlobPropertyBag, Document, Element, HtmlAnchorElement, HtmlInputElement, Url};

use super::{Shared, handle, wing};
use crate::exchange::sealed::LONGEST;
use crate::page::FileFault;

/// Reads the file chosen in a field and hands on its text.
pub(super) fn read(app: &Shared, field: &Element) {
    let Some(input) = field.dyn_ref::<HtmlInputElement>() else { return };
    let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
    let kind = field.get_attribute("data-file").unwrap_or_default();
    if wing::read_book(app, &kind, input, &file) {
        return;
    }
    let file = gloo_file::File::from(file);
    // A sealed file holds two digits for each byte; what is too long as another is refused when it has been read.
    if file.size() > LONGEST as u64 {
        input.set_value("");
        handle(app, wing::opened(&kind, Err(FileFault::TooBig)));
        return;
    }
    let (app, input) = (Rc::clone(app), input.clone());
    let reading = read_as_text(&file, move |text| {
        // The same file can be chosen again.
        input.set_value("");
        handle(&app, wing::opened(&kind, text.map_err(|_| FileFault::Unreadable)));
    });
    // Dropping the reader would stop the reading; it ends by itself.
    std::mem::forget(reading);
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
