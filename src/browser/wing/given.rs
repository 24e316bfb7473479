//! What comes in and what could not be kept, as far as only the second part knows what it is.

use web_sys::HtmlInputElement;

use super::workbook;
use crate::books::table_text;
use crate::browser::{Shared, handle};
use crate::keeping::Slot;
use crate::page::advice::AdviceMessage;
use crate::page::workshop::{DeskMessage, WorkshopMessage};
use crate::page::{FileFault, Message};

/// Reads a workbook that was chosen; whether it was one.
pub(in crate::browser) fn read_book(app: &Shared, kind: &str, input: &HtmlInputElement, file: &web_sys::File) -> bool {
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
pub(in crate::browser) fn opened(kind: &str, text: Result<String, FileFault>) -> Message {
    match kind {
        "older" => Message::Advice(AdviceMessage::Older(text)),
        _ => Message::Opened(text),
    }
}

/// What is pasted, with its rows and columns. Some programs write the cells of a table below each other; then only its HTML knows
/// the rows.
pub(in crate::browser) fn table(text: Option<String>, html: impl FnOnce() -> Option<String>) -> Option<String> {
    match text {
        Some(text) if text.contains('\t') => Some(text),
        text => html().and_then(|html| table_text(&html)).or(text),
    }
}

/// The desk could not be kept: it says so itself.
pub(in crate::browser) fn is_unkept_desk(app: &Shared, slot: Slot, kept: bool) -> bool {
    let unkept = slot == Slot::Desk && !kept;
    if unkept {
        handle(app, Message::Workshop(WorkshopMessage::Desk(DeskMessage::Unkept)));
    }
    unkept
}
