//! Where a rule was read, since when it holds, and how sure we are of it.

use maud::{Markup, html};

use super::super::Model;
use super::names::day;
use super::parts::icon;
use crate::locale::{Words, fill};
use crate::rulebook::Citation;
use crate::scoring::{IndicatorScore, Report};

/// The section of an indicator.
pub(super) fn section(model: &Model, report: &Report, score: &IndicatorScore) -> Markup {
    let words = &model.words().trace;
    let book = report.rulebook;
    let edition = &book.editions[report.edition];
    let table = score.trace.bands.map(|table| &table.citation);
    html! {
        section.citation {
            h2 { (words.citation) }
            p { cite lang="id" { (book.title) } ". " span lang="id" { (book.regulation) } ". "
                (fill(words.in_force, &[("day", &day(model, book.in_force))])) }
            p { (fill(words.edition, &[("edition", &edition.id), ("day", &day(model, edition.from))])) }
            p { (sure(score.indicator.citation.confidence, model.words())) }
            @if let Some(table) = table.filter(|table| !table.confidence.is_empty()) {
                p { (icon("warn")) (words.bands) ": " (sure(table.confidence, model.words())) }
            }
            details id="sumber" {
                summary { (words.sources) }
                (sources(model, &score.indicator.citation))
                @if let Some(table) = table { p { (words.table_source) } (sources(model, table)) }
            }
        }
    }
}

/// The section of a figure: only where it was read.
pub(super) fn figure(model: &Model, citation: &Citation) -> Markup {
    let words = &model.words().trace;
    html! { section.citation { h2 { (words.citation) } details id="sumber" { summary { (words.sources) } (sources(model, citation)) } } }
}

/// The documents by their titles, with the places in them.
fn sources(model: &Model, citation: &Citation) -> Markup {
    html! { ul.sources { @for source in citation.sources { (document(model, source)) } } }
}

/// `WB:TK!C4`: a document's id and, after a colon, the place in it.
fn document(model: &Model, source: &str) -> Markup {
    let book = model.assessment().rulebook;
    let (id, place) = source.split_once(':').map_or((source, None), |(id, place)| (id, Some(place)));
    let known = book.references.iter().find(|reference| reference.id == id);
    html! {
        li lang="id" {
            (known.map_or(id, |reference| reference.title))
            @if let Some(date) = known.and_then(|reference| reference.date) { " (" (day(model, date)) ")" }
            @if let Some(place) = place { ": " code { (place) } }
            @if let Some(note) = known.and_then(|reference| reference.note) { small { " " (note) } }
        }
    }
}

/// How sure a rule is, in plain words.
fn sure(confidence: &str, words: &Words) -> &'static str {
    match confidence {
        "workbook-verified" => words.trace.sure_verified,
        "workbook-conflict" => words.trace.sure_conflict,
        "workbook-only" => words.trace.sure_sheet,
        "secondary-only" => words.trace.sure_second,
        _ => words.trace.sure_none,
    }
}
