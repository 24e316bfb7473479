//! Compiles `holidays-id.toml` into one sorted table.

use std::fmt::Write as _;

use serde::Deserialize;
use toml::Spanned;

use super::{File, Refusal, day};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Book {
    calendar: Calendar,
    holiday: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Calendar {
    first_year: i32,
    last_year: i32,
    announced_until: i32,
    source: Spanned<String>,
    #[serde(rename = "only_in_source")]
    _only_in_source: Vec<String>,
    #[serde(rename = "only_in_second_opinion")]
    _only_in_second_opinion: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    day: Spanned<String>,
    #[serde(rename = "kind")]
    _kind: Kind,
    settled: bool,
    id: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    National,
    Joint,
}

pub(super) fn compile(file: &File) -> Result<String, Vec<Refusal>> {
    let book: Book = file.parse()?;
    let refusals = check(file, &book);
    if refusals.is_empty() { Ok(write(&book)) } else { Err(refusals) }
}

fn check(file: &File, book: &Book) -> Vec<Refusal> {
    let mut refusals = Vec::new();
    let mut refuse = |at: &Spanned<String>, reason: &str| refusals.push(file.refuse(at.span().start, reason));
    if book.calendar.source.get_ref().trim().is_empty() {
        refuse(&book.calendar.source, "the source is empty");
    }
    let mut last = (0, 0, 0);
    for entry in &book.holiday {
        match day(entry.day.get_ref()) {
            None => refuse(&entry.day, "this is not a day"),
            Some(day) if day <= last => refuse(&entry.day, "days stand oldest first, each once"),
            Some(day) if !(book.calendar.first_year..=book.calendar.last_year).contains(&day.0) => {
                refuse(&entry.day, "this day lies outside the years covered");
            }
            Some(day) => last = day,
        }
    }
    refusals
}

fn write(book: &Book) -> String {
    let calendar = &book.calendar;
    let mut out = format!(
        "pub const ANNOUNCED_UNTIL: i32 = {};\npub const SOURCE: &str = {:?};\npub static INDONESIA: Holidays = Holidays {{ first_year: {}, last_year: {}, days: &[\n",
        calendar.announced_until,
        calendar.source.get_ref(),
        calendar.first_year,
        calendar.last_year,
    );
    for entry in &book.holiday {
        let day = day(entry.day.get_ref()).unwrap_or_default();
        let _ = writeln!(out, "Holiday {{ date: {day:?}, settled: {}, name: {:?} }},", entry.settled, entry.id);
    }
    out.push_str("] };\n");
    out
}
