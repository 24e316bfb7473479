//! Where the definition and the worksheet part, sorted by what it does to this cooperative, and the switches between the
//! ways of counting.

use maud::{Markup, html};

use super::super::{Model, Route};
use super::numbers::{points, span};
use super::parts::{awaited, back, heading, icon};
use super::switches::switches;
use super::{names, trace};
use crate::advice::{self, DifferenceEffect, Effect};
use crate::exact::{Fraction, Range};
use crate::locale::fill;
use crate::rulebook::{Difference, DifferenceText, Indicator};

/// A difference with its words and what it does here.
type Entry = (DifferenceEffect, &'static DifferenceText);

/// The screen.
pub(super) fn view(model: &Model) -> Markup {
    let words = &model.words().differences;
    let told = advice::differences(model.assessment());
    let entries: Vec<Entry> = told
        .entries
        .into_iter()
        .map(|one| {
            let text = &model.texts()[one.difference];
            (one, text)
        })
        .collect();
    let of = |wanted: fn(&Effect) -> bool| entries.iter().filter(move |entry| wanted(&entry.0.effect));
    let moving: Vec<_> = of(moves).collect();
    let showing: Vec<_> = of(|effect| matches!(effect, Effect::Shown)).collect();
    let rest: Vec<_> = of(|effect| !moves(effect) && !matches!(effect, Effect::Shown)).collect();
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
                @for (entry, text) in &rest { (folded(model, entry.difference, text)) }
            }
        }
    }
}

/// Whether some score of this cooperative moves.
fn moves(effect: &Effect) -> bool {
    match effect {
        Effect::Readings(_) => true,
        Effect::Edition { indicators, .. } => !indicators.is_empty(),
        Effect::None | Effect::Asleep | Effect::Shown => false,
    }
}

/// One difference in full, with what it moves.
fn card(model: &Model, (entry, text): &Entry) -> Markup {
    html! {
        article.difference {
            h3 { (text.title) }
            @match &entry.effect {
                Effect::Readings(effects) => {
                    ul.shifts { @for one in effects { (shift(model, one.indicator, model.words().differences.shift_reading, [one.points.after, one.points.before])) } }
                    (brings(model, Fraction::sum(effects.iter().map(|one| one.total).filter(Range::is_settled).map(|total| total.low.negated())), None))
                }
                Effect::Edition { edition, total, indicators } => {
                    ul.shifts { @for one in indicators { (shift(model, one.indicator, &editions(model, *edition), [one.score.after, one.score.before])) } }
                    (brings(model, Some(total.gain()).filter(Range::is_settled).map(|gain| gain.low.negated()), Some(*edition)))
                }
                Effect::None | Effect::Asleep | Effect::Shown => {}
            }
            (sides(model, entry.difference))
        }
    }
}

fn folded(model: &Model, difference: &Difference, text: &DifferenceText) -> Markup {
    html! {
        details.note id={ "selisih-" (difference.id) } {
            summary { (text.title) }
            (sides(model, difference))
        }
    }
}

/// What the definition says, what the worksheet does, what we do.
fn sides(model: &Model, difference: &Difference) -> Markup {
    let words = &model.words().differences;
    let help = model.assessment().rulebook.help(model.locale).and_then(|help| help.of_difference(difference));
    html! {
        dl.three-sides {
            @if let Some(help) = help {
                dt { (words.definition_says) } dd { (help.definition) }
                dt { (words.worksheet_does) } dd { (help.worksheet) }
                dt { (model.words().trace.we_do) } dd { (help.ours) }
            } @else { (awaited(model)) }
        }
        (trace::number(model, difference))
    }
}

/// An indicator's points in both ways of counting, as `text` names them.
fn shift(model: &Model, indicator: &Indicator, text: &str, [ours, theirs]: [Range<Fraction>; 2]) -> Markup {
    let both = fill(text, &[("ours", &span(model, ours)), ("theirs", &span(model, theirs))]);
    html! { li { a href=(Route::Trace(indicator.id.to_owned()).hash()) { (names::indicator_name(model, indicator.id)) } ": " (both) } }
}

/// The sentence of two editions, their names filled in; the places of the points stay.
fn editions(model: &Model, edition: usize) -> String {
    let name = |place: usize| model.assessment().rulebook.editions[place].id;
    let (newer, older) = (name(edition), name(edition.saturating_sub(1)));
    fill(model.words().differences.shift_edition, &[("newer", &newer), ("older", &older)])
}

/// What the worksheet, or the edition before, does to the total; nothing where it does nothing or that is open.
fn brings(model: &Model, sum: Option<Fraction>, edition: Option<usize>) -> Markup {
    let words = &model.words().differences;
    let Some(sum) = sum.filter(|sum| !sum.is_zero()) else { return html! {} };
    let older = edition.map(|place| model.assessment().rulebook.editions[place.saturating_sub(1)].id);
    let text = match (older.is_none(), sum.is_negative()) {
        (true, false) => words.higher,
        (true, true) => words.lower,
        (false, false) => words.edition_higher,
        (false, true) => words.edition_lower,
    };
    let told = fill(text, &[("points", &points(model, sum.abs())), ("edition", &older.unwrap_or_default())]);
    html! { p { (icon("info")) strong { (told) } } }
}
