//! What comes in is work or text, and what is kept is work.

use web_sys::HtmlInputElement;

use crate::browser::Shared;
use crate::keeping::Slot;
use crate::page::{FileFault, Message};

pub(in crate::browser) const fn read_book(_: &Shared, _: &str, _: &HtmlInputElement, _: &web_sys::File) -> bool {
    false
}

pub(in crate::browser) fn opened(_: &str, text: Result<String, FileFault>) -> Message {
    Message::Opened(text)
}

pub(in crate::browser) fn table(text: Option<String>, _: impl FnOnce() -> Option<String>) -> Option<String> {
    text
}

pub(in crate::browser) const fn is_unkept_desk(_: &Shared, _: Slot, _: bool) -> bool {
    false
}
