//! Where the definition and the worksheet part, sorted by what it does to this cooperative, and the switches between the
//! ways of counting.

use maud::{Markup, html};

use super::super::{Bearing, Contrast, Model, Route, Shift};
use super::numbers::{points, span};
use super::parts::{back, heading, icon};
use super::switches::switches;
use super::{questions, trace};
use crate::exact::Fraction;
use crate::locale::fill;
use crate::rulebook::{Difference, DifferenceText};

/// A difference with its words and what it does here.
type Entry = (&'static Difference, &'static DifferenceText, Bearing);

/// The screen.
pub(super) fn view(model: &Model) -> Markup {
    let words = &model.words().differences;
    let entries = entries(model);
    let of = |wanted: fn(&Bearing) -> bool| entries.iter().filter(move |entry| wanted(&entry.2)).collect::<Vec<_>>();
    let moving = of(|bearing| matches!(bearing, Bearing::Moves(_)));
    let showing = of(|bearing| matches!(bearing, Bearing::Shows));
    let rest = of(|bearing| matches!(bearing, Bearing::None));
    html! {
        (back(&Route::Result, model.words()))
        (heading(words.title))
        p.lead { (words.lead) }
        (switches(model))
        section.differences {
            h2 { (words.moves_title) }
            @if moving.is_empty() { p { (icon("done")) (words.moves_none) } }
            @if moving.len() > 1 { p.hint { (words.together) } }
            @for entry in &moving { (card(model, entry)) }
        }
        @if !showing.is_empty() {
            section.differences { h2 { (words.shows_title) } @for entry in &showing { (card(model, entry)) } }
        }
        section.differences {
            h2 { (words.rest_title) }
            details id="lainnya" {
                summary { (fill(words.rest_count, &[("count", &rest.len())])) }
                @for (difference, text, _) in &rest { (folded(model, difference, text)) }
            }
        }
    }
}

fn entries(model: &Model) -> Vec<Entry> {
    let contrast = Contrast::of(model.assessment());
    let book = model.assessment().rulebook;
    let pairs = book.differences.iter().zip(model.texts().differences);
    pairs.map(|(difference, text)| (difference, text, contrast.bearing(difference))).collect()
}

/// One difference in full, with what it moves.
fn card(model: &Model, (difference, text, bearing): &Entry) -> Markup {
    html! {
        article.difference {
            h3 { (text.title) }
            @if let Bearing::Moves(shifts) = bearing { (moves(model, difference, shifts)) }
            (sides(model, difference, text))
        }
    }
}

fn folded(model: &Model, difference: &Difference, text: &DifferenceText) -> Markup {
    html! {
        details.note id={ "selisih-" (difference.id) } {
            summary { (text.title) }
            (sides(model, difference, text))
        }
    }
}

/// What the definition says, what the worksheet does, what we do.
fn sides(model: &Model, difference: &Difference, text: &DifferenceText) -> Markup {
    let words = &model.words().differences;
    html! {
        dl.three-sides {
            dt { (words.definition_says) } dd { (text.definition) }
            dt { (words.worksheet_does) } dd { (text.worksheet) }
            dt { (model.words().trace.we_do) } dd { (text.ours) }
        }
        (trace::number(model, difference))
    }
}

/// What it moves: each indicator in both ways, and the points of the total where that is certain.
fn moves(model: &Model, difference: &Difference, shifts: &[Shift]) -> Markup {
    let revision = difference.class == "revision";
    let sum = Fraction::sum(shifts.iter().filter_map(|shift| shift.total)).unwrap_or(Fraction::ZERO);
    html! {
        ul.shifts {
            @for shift in shifts {
                li { a href=(Route::Trace(shift.indicator.id.to_owned()).hash()) { (questions::name(model, shift.indicator.id)) } ": "
                    (both(model, shift, revision)) }
            }
        }
        @if !sum.is_zero() { p { (icon("info")) strong { (brings(model, sum, revision)) } } }
    }
}

fn both(model: &Model, shift: &Shift, revision: bool) -> String {
    let words = &model.words().differences;
    let (ours, theirs) = (span(model, shift.ours), span(model, shift.theirs));
    if !revision {
        return fill(words.shift_reading, &[("ours", &ours), ("theirs", &theirs)]);
    }
    let (newer, older) = ends(model);
    fill(words.shift_edition, &[("newer", &newer), ("ours", &ours), ("older", &older), ("theirs", &theirs)])
}

/// The newest edition and the one before it.
fn ends(model: &Model) -> (&'static str, &'static str) {
    let book = model.assessment().rulebook;
    let newest = book.newest_edition();
    (book.editions[newest].id, book.editions[newest.saturating_sub(1)].id)
}

fn brings(model: &Model, sum: Fraction, revision: bool) -> String {
    let words = &model.words().differences;
    let text = match (revision, sum.is_negative()) {
        (false, false) => words.higher,
        (false, true) => words.lower,
        (true, false) => words.edition_higher,
        (true, true) => words.edition_lower,
    };
    fill(text, &[("points", &points(model, sum.abs())), ("edition", &ends(model).1)])
}
