//! What is pasted keeps its rows and columns.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, Event};

use super::{Shared, handle, wing};
use crate::money::is_table;
use crate::page::Message;

/// Reads what is pasted before a field of one line runs its rows together. One amount is left to the field, as if it were
/// typed.
pub(super) fn read(app: &Shared, event: &Event) {
    let Some(field) = field(event, "[data-paste], input.amount, input[inputmode=numeric]") else { return };
    let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
    let of = |kind| data.as_ref().and_then(|data| data.get_data(kind).ok()).filter(|text| !text.is_empty());
    let text = of("text/plain");
    let Some(text) = wing::table(text, || of("text/html")) else { return };
    // A field of several lines takes whatever comes.
    if field.tag_name().eq_ignore_ascii_case("input") && !is_table(&text) {
        return;
    }
    event.prevent_default();
    let marked = |mark| field.get_attribute(mark);
    let message = match (marked("data-paste"), marked("data-change").or_else(|| marked("data-input"))) {
        (Some(mark), _) => Message::parse(&mark, &text),
        // A field that takes no table says so; what it is told cannot be read as one amount.
        (None, Some(mark)) => Message::parse(&mark, &text.trim().replace(['\t', '\r', '\n'], " / ")),
        (None, None) => None,
    };
    if let Some(message) = message {
        handle(app, message);
    }
}

pub(super) fn field(event: &Event, selector: &str) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.matches(selector).unwrap_or(false).then_some(target)
}
