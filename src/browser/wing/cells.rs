//! Keys in a table of amounts move from cell to cell, as in a spreadsheet.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, KeyboardEvent};

use crate::browser::paste::field;

/// Enter and the arrows move as in a spreadsheet; inside a text the arrows stay its own.
pub(super) fn keys(event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
    if key.ctrl_key() || key.alt_key() || key.meta_key() || key.is_composing() {
        return;
    }
    let Some(field) = field(event, "input[data-paste]") else { return };
    let Some((account, year)) = field.id().rsplit_once('-').map(|(one, two)| (one.to_owned(), two.to_owned())) else {
        return;
    };
    let Some(input) = field.dyn_ref::<HtmlInputElement>() else { return };
    let to = match (key.key().as_str(), key.shift_key()) {
        ("Enter" | "ArrowDown", false) => along(&field, &year, 1),
        ("Enter", true) | ("ArrowUp", false) => along(&field, &year, -1),
        (key @ ("ArrowLeft" | "ArrowRight"), false) if at_edge(input, key == "ArrowRight") => {
            let Some(to) = beside(&field, &account, &year, key == "ArrowRight") else { return };
            Some(to)
        }
        _ => return,
    };
    event.prevent_default();
    if let Some(to) = to {
        let _ = to.focus();
        if let Some(input) = to.dyn_ref::<HtmlInputElement>() {
            input.select();
        }
    }
}

/// The columns that stand side by side: the years of the books, and a KDMP's year and budget.
const COLUMNS: [[&str; 2]; 2] = [["current", "prior"], ["year", "plan"]];

/// The cell on the left or on the right; none beyond the edge.
fn beside(field: &Element, account: &str, column: &str, right: bool) -> Option<HtmlElement> {
    let [left, other] = COLUMNS.into_iter().find(|pair| pair.contains(&column))?;
    let (from, to) = if right { (left, other) } else { (other, left) };
    if column == from { cell(field, &format!("{account}-{to}")) } else { None }
}

fn cell(field: &Element, id: &str) -> Option<HtmlElement> {
    field.owner_document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The next or the former cell of a year that can be seen; below the last one, what leads on.
fn along(field: &Element, year: &str, step: i32) -> Option<HtmlElement> {
    let document = field.owner_document()?;
    let cells = document.query_selector_all(&format!("input[data-paste][id$=-{year}]")).ok()?;
    let cells = (0..cells.length()).filter_map(|place| cells.item(place)?.dyn_into::<HtmlElement>().ok());
    let cells: Vec<HtmlElement> = cells.filter(|cell| cell.offset_parent().is_some()).collect();
    let here = cells.iter().position(|cell| cell.id() == field.id())?;
    match here.checked_add_signed(isize::try_from(step).ok()?) {
        Some(place) if place < cells.len() => cells.get(place).cloned(),
        Some(_) => document.query_selector("#lanjut a").ok()??.dyn_into().ok(),
        None => None,
    }
}

/// Whether the cursor cannot go further in a text, or all of it is chosen.
fn at_edge(input: &HtmlInputElement, end: bool) -> bool {
    let length = u32::try_from(input.value().encode_utf16().count()).unwrap_or(u32::MAX);
    let (start, stop) = (input.selection_start().ok().flatten(), input.selection_end().ok().flatten());
    let (Some(start), Some(stop)) = (start, stop) else { return true };
    let all = start == 0 && stop == length;
    all || start == stop && start == if end { length } else { 0 }
}
