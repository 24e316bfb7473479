//! The score itself: the predicate with its caveat, the number or the range, the distance to the limits, and what is
//! still open.

use maud::{Markup, html};

use super::super::{Model, Openness, Route};
use super::names::counted;
use super::numbers::{about, estimated, points, predicate, predicate_name, totals};
use super::parts::icon;
use super::picture::{lower, scale, tone};
use super::{names, statement};
use crate::exact::{Fraction, Range};
use crate::locale::fill;
use crate::money::{Places, decimal};
use crate::rulebook::Predicate;
use crate::scoring::Report;

/// Predicate, number, picture, margins.
pub(super) fn score(model: &Model, report: &Report) -> Markup {
    let words = &model.words().result;
    let range = report.honest_total();
    html! {
        section.score {
            (chip(model, report))
            details.exact id="persis" {
                summary {
                    @if !report.is_too_wide() { span.score-number { strong { (about(model, range)) } " " (words.of_hundred) } }
                    small { (words.score) }
                }
                p { strong id="nilai" { (totals(model, range)) } " " (words.of_hundred) ". " (counted(model, report.reading, report.edition)) }
                (margins(model, report))
            }
            @if !report.is_too_wide() { (scale(model, range)) }
            (next(model, report))
        }
    }
}

/// The predicate in its colour, with its sign; both ends, in no colour, while it is not certain.
pub(super) fn chip(model: &Model, report: &Report) -> Markup {
    if model.unrated().is_some() {
        return html! { p.chip { (icon("info")) (model.words().unrated.chip) } };
    }
    let ends = report.honest_predicate();
    let (Some(worst), Some(best)) = (ends.low, ends.high) else { return html! {} };
    if worst.id == best.id {
        let place = place(model, worst);
        return html! { p class={ "chip " (tone(place)) } { (icon(SIGNS[place.min(SIGNS.len() - 1)])) (predicate(model, worst)) } };
    }
    if report.is_too_wide() {
        return html! { p.chip { (icon("unknown")) (estimated(model, model.words().result.too_wide)) } };
    }
    let (worst, best) = (predicate_name(model, worst), predicate_name(model, best));
    let text = fill(model.words().result.uncertain, &[("worst", &worst), ("best", &best)]);
    html! { p.chip { (icon("unknown")) (estimated(model, &text)) } }
}

/// The signs of the predicates, best first: so many bars, that colours are not needed.
const SIGNS: [&str; 4] = ["level4", "level3", "level2", "level1"];

/// Its place among the predicates, best first.
fn place(model: &Model, predicate: &Predicate) -> usize {
    model.assessment().variant.predicates.iter().position(|one| one == predicate).unwrap_or_default()
}

/// How far the score is from the limits on both sides, as long as both ends lie between the same two.
fn margins(model: &Model, report: &Report) -> Markup {
    let words = &model.words().result;
    let Some(one) = report.settled_predicate() else { return html! {} };
    let above = report.honest_total().low.minus(lower(one)).unwrap_or(Fraction::ZERO);
    let text = if above.is_zero() { words.margin_on } else { words.margin_above };
    html! { @if !lower(one).is_zero() { p { (icon("done")) (margin(model, text, Range::exactly(above), one)) } } }
}

/// How far it is to the next better predicate.
fn next(model: &Model, report: &Report) -> Markup {
    let Some(one) = report.settled_predicate() else { return html! {} };
    let better = place(model, one).checked_sub(1).map(|place| &report.variant.predicates[place]);
    html! {
        @if let Some(better) = better {
            @let gap = |end: Fraction| lower(better).minus(end).unwrap_or(Fraction::ZERO);
            @let total = report.honest_total();
            p { (icon("up")) (margin(model, model.words().result.margin_below, Range { low: gap(total.high), high: gap(total.low) }, better)) }
        }
    }
}

/// A distance to a limit in a sentence: from both ends, where they part.
pub(super) fn margin(model: &Model, text: &str, gap: Range<Fraction>, one: &Predicate) -> String {
    let limit = decimal(lower(one), Places::AtMost(2), model.locale);
    let [near, far] = [gap.low, gap.high].map(|gap| points(model, gap));
    let gap = if near == far { near } else { [near, far].join("–") };
    fill(text, &[("points", &gap), ("predicate", &predicate_name(model, one)), ("limit", &limit)])
}

/// What is still open, and the screen that helps most.
pub(super) fn open(model: &Model, open: &Openness) -> Markup {
    let words = &model.words().result;
    let text = match (open.items, open.amounts) {
        (_, 0) => words.open_items,
        (0, _) => words.open_amounts,
        _ => words.open,
    };
    html! {
        @if let Some(next) = &open.next {
            p { (icon("unknown")) (fill(text, &[("items", &open.items), ("amounts", &open.amounts)])) }
            p.actions { a.button href=(next.hash()) { (fill(words.open_next, &[("name", &screen_name(model, next))])) } }
        }
        @if !open.unsolvable.is_empty() {
            p { (icon("warn")) (words.unsolvable) }
            ul { @for id in &open.unsolvable { li { a href=(Route::Trace((*id).to_owned()).hash()) { (names::indicator_name(model, id)) } } } }
        }
    }
}

/// The name of the screen where something is open.
pub(super) fn screen_name(model: &Model, route: &Route) -> &'static str {
    match route {
        Route::Indicator(id) => names::indicator_name(model, id),
        Route::Group(id) => statement::name(model, id),
        _ => "",
    }
}
