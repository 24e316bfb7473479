//! Pictures of numbers as inline SVG: sizes in their own units, colours from the text, so that they hold on a phone, on
//! paper, in the dark and in grey. Each has a title, and the scale a description.

use maud::{Markup, html};

use super::super::Model;
use super::numbers::{predicate_name, total, totals};
use crate::exact::{Fraction, Range};
use crate::locale::fill;
use crate::money::{Numerals, Places, decimal};
use crate::rulebook::Predicate;

/// Where the scale begins.
const LEFT: i64 = 10;
/// How long it is; the drawing is 360 wide, about the width of a phone.
const LENGTH: i64 = 340;
/// A label nearer to an end than this is set from its edge.
const ROOM: i64 = 22;
/// Two labels nearer than this would run into each other.
const APART: i64 = 18;

/// The total on the scale from 0 to 100, with the limits of the predicates.
pub(super) fn scale(model: &Model, score: Range<Fraction>) -> Markup {
    let words = &model.words().result;
    let predicates = model.assessment().variant.predicates;
    let named = |one: &Predicate| {
        let limit = decimal(lower(one), Places::AtMost(2), model.locale);
        fill(words.scale_limit, &[("predicate", &predicate_name(model, one)), ("limit", &limit)])
    };
    let limits = predicates.iter().map(named).collect::<Vec<_>>().join(", ");
    let text = fill(words.scale_text, &[("score", &totals(model, score)), ("limits", &limits)]);
    html! {
        svg.scale viewBox="0 0 360 134" role="img" aria-labelledby="skala-judul skala-teks" focusable="false" {
            title id="skala-judul" { (words.scale_title) }
            desc id="skala-teks" { (text) }
            @for place in 0..predicates.len() { (zone(model, place)) }
            (marker(model, score))
        }
    }
}

/// One predicate's stretch: a shade, its name below, its limit where it begins. The names take turns on two lines; the
/// last, the longest, has one to itself, so that no two read as one.
fn zone(model: &Model, place: usize) -> Markup {
    let predicates = model.assessment().variant.predicates;
    let one = &predicates[place];
    let (from, to) =
        (lower(one), place.checked_sub(1).map_or(Fraction::whole(100), |better| lower(&predicates[better])));
    let width = to.minus(from).unwrap_or(Fraction::ZERO);
    let middle = Fraction::new(1, 2).and_then(|half| width.times(half)?.plus(from)).unwrap_or(from);
    // The names at the ends keep to the ends: the stretches there are narrower than the words.
    let (at, anchor) = match place {
        0 => (Fraction::whole(100), "end"),
        _ if place + 1 == predicates.len() => (Fraction::ZERO, "start"),
        _ => (middle, "middle"),
    };
    html! {
        rect class={ "zone z" (place + 1) } x=(x(from)) y="38" width=(length(width)) height="16" fill="currentColor"
            fill-opacity={ "0." (12 + 14 * place) } stroke="currentColor" stroke-width="1" {}
        @if !from.is_zero() {
            text.limit x=(x(from)) y="71" text-anchor="middle" font-size="15" fill="currentColor" {
                (decimal(from, Places::AtMost(2), model.locale))
            }
        }
        @let line = if place + 1 == predicates.len() { "128" } else if place.is_multiple_of(2) { "109" } else { "90" };
        text.zone-name x=(x(at)) y=(line) text-anchor=(anchor)
            font-size="15" fill="currentColor" { (predicate_name(model, one)) }
    }
}

/// Where the score lies: a pointer, or a bar between two of them.
fn marker(model: &Model, score: Range<Fraction>) -> Markup {
    let width = score.high.minus(score.low).unwrap_or(Fraction::ZERO);
    let crowded = width < Fraction::whole(APART);
    let label = |at: Fraction, anchor: &str, text: &str| {
        html! { text.score-label x=(x(at)) y="15" text-anchor=(anchor) font-size="18" font-weight="700" fill="currentColor" { (text) } }
    };
    let (low, high) = (total(model, score.low), total(model, score.high));
    html! {
        @if score.is_settled() {
            (label(score.low, anchor(score.low), &low))
        } @else {
            rect.range x=(x(score.low)) y="30" width=(length(width)) height="4" fill="currentColor" {}
            @if crowded { (label(score.low, anchor(score.low), &format!("{low} – {high}"))) } @else {
                (label(score.low, anchor(score.low), &low)) (label(score.high, anchor(score.high), &high))
            }
            (pointer(score.high))
        }
        (pointer(score.low))
    }
}

fn pointer(at: Fraction) -> Markup {
    let place = |shift: i64| {
        at.times(Fraction::whole(LENGTH))
            .and_then(|at| at.over(Fraction::whole(100))?.plus(Fraction::whole(LEFT + shift)))
    };
    let (left, tip, right) = (svg(place(-6)), svg(place(0)), svg(place(6)));
    html! {
        path.pointer d={ "M" (left) " 18H" (right) "L" (tip) " 29z" } fill="currentColor" {}
        path.pointer d={ "M" (tip) " 28V57" } stroke="currentColor" stroke-width="3" {}
    }
}

/// A bar from 0 to 100: solid up to the low end, pale up to the high end.
pub(super) fn bar(score: Range<Fraction>, label: &str) -> Markup {
    let open = score.high.minus(score.low).unwrap_or(Fraction::ZERO);
    let number = |value| svg(Some(value));
    html! {
        svg.bar viewBox="0 0 100 6" width="100%" height="14" preserveAspectRatio="none" role="img" focusable="false" {
            title { (label) }
            rect.bar-track x="0" y="0" width="100" height="6" fill="currentColor" fill-opacity="0.12" {}
            rect.bar-open x=(number(score.low)) y="0" width=(number(open)) height="6" fill="currentColor" fill-opacity="0.4" {}
            rect.bar-sure x="0" y="0" width=(number(score.low)) height="6" fill="currentColor" {}
        }
    }
}

/// Where a predicate begins.
pub(super) fn lower(predicate: &Predicate) -> Fraction {
    predicate.range.min.map_or(Fraction::ZERO, |bound| bound.at)
}

fn x(score: Fraction) -> String {
    let along = score.times(Fraction::whole(LENGTH)).and_then(|along| along.over(Fraction::whole(100)));
    svg(along.and_then(|along| along.plus(Fraction::whole(LEFT))))
}

fn length(width: Fraction) -> String {
    svg(width.times(Fraction::whole(LENGTH)).and_then(|along| along.over(Fraction::whole(100))))
}

fn anchor(score: Fraction) -> &'static str {
    if score < Fraction::whole(ROOM) {
        "start"
    } else if score > Fraction::whole(100 - ROOM / 2) {
        "end"
    } else {
        "middle"
    }
}

/// A number as SVG wants it.
pub(super) fn svg(value: Option<Fraction>) -> String {
    decimal(value.unwrap_or(Fraction::ZERO), Places::AtMost(2), Numerals::English)
}
