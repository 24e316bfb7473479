//! What is pasted keeps its rows and columns.

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, Event};

use super::{Shared, handle};
#[cfg(feature = "full")]
use crate::books::MOST_COLUMNS;
use crate::money::is_table;
use crate::page::Message;

/// Far more than a statement has: what is longer is refused as too large.
#[cfg(feature = "full")]
const MOST_ROWS: u32 = 10_000;

/// Reads what is pasted before a field of one line runs its rows together. One amount is left to the field, as if it were
/// typed.
pub(super) fn read(app: &Shared, event: &Event) {
    let Some(field) = field(event, "[data-paste], input.amount, input[inputmode=numeric]") else { return };
    let data = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data);
    let of = |kind| data.as_ref().and_then(|data| data.get_data(kind).ok()).filter(|text| !text.is_empty());
    let text = of("text/plain");
    // Some programs write the cells of a table below each other; then only its HTML knows the rows.
    #[cfg(feature = "full")]
    let text = match text {
        Some(text) if text.contains('\t') => Some(text),
        text => of("text/html").and_then(|html| table(&html)).or(text),
    };
    let Some(text) = text else { return };
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

/// The first table of a clipboard's HTML as text: tabs between its cells, a line for each row. Nothing of it is shown, loaded
/// or run.
#[cfg(feature = "full")]
fn table(html: &str) -> Option<String> {
    let parser = web_sys::DomParser::new().ok()?;
    let parsed = parser.parse_from_string(html, web_sys::SupportedType::TextHtml).ok()?;
    let table = parsed.query_selector("table").ok()??;
    let rows = table.query_selector_all("tr").ok()?;
    let row = |place| {
        let cells = rows.item(place)?.dyn_into::<Element>().ok()?.children();
        let mut row = Vec::new();
        for cell in (0..cells.length()).filter_map(|place| cells.item(place)) {
            let words = cell.text_content().unwrap_or_default();
            row.push(words.split_whitespace().collect::<Vec<_>>().join(" "));
            let wide = cell.get_attribute("colspan").and_then(|wide| wide.parse().ok()).unwrap_or(1_usize);
            row.resize(row.len() + wide.clamp(1, MOST_COLUMNS) - 1, String::new());
        }
        Some(row.join("\t"))
    };
    let text = (0..rows.length().min(MOST_ROWS)).filter_map(row).collect::<Vec<_>>().join("\n");
    // One cell or one column says no more than its text.
    text.contains('\t').then_some(text)
}

pub(super) fn field(event: &Event, selector: &str) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.matches(selector).unwrap_or(false).then_some(target)
}
