//! The total over the files that lie beside each other, on the scale with its cut-offs.

use maud::{Markup, html};

use crate::exact::{Fraction, Range};
use crate::locale::fill;
use crate::money::{Places, decimal};
use crate::page::Model;
use crate::page::view::numbers::{predicate_name, total, totals};
use crate::page::view::picture::{lower, svg};
use crate::rulebook::Predicate;

/// The drawing: 360 wide, the scale from 150 up to 20.
const BOTTOM: i64 = 150;
const HEIGHT: i64 = 130;
const LEFT: i64 = 34;
const WIDTH: i64 = 316;

/// What the broken lines are: *Sehat mulai 80, Cukup Sehat mulai 66*.
pub(super) fn limits(model: &Model) -> String {
    let named = |one: &Predicate| {
        let limit = decimal(lower(one), Places::AtMost(2), model.locale);
        fill(model.words().result.scale_limit, &[("predicate", &predicate_name(model, one)), ("limit", &limit)])
    };
    let all = model.assessment().variant.predicates.iter().filter(|one| !lower(one).is_zero());
    fill(model.words().picture.limits, &[("limits", &all.map(named).collect::<Vec<_>>().join(", "))])
}

/// The totals by their labels, the oldest first.
pub(super) fn trend(model: &Model, years: &[(String, Range<Fraction>)]) -> Markup {
    let words = &model.words().picture;
    let told: Vec<String> = years.iter().map(|(label, range)| format!("{label}: {}", totals(model, *range))).collect();
    let middle = |range: &Range<Fraction>| range.low.plus(range.high).and_then(|sum| sum.over(Fraction::whole(2)));
    let corners =
        years.iter().enumerate().map(|(place, (_, range))| format!("{},{}", x(place, years.len()), y(middle(range))));
    html! {
        svg.trend viewBox="0 0 360 180" role="img" aria-labelledby="tren-judul tren-teks" focusable="false" {
            title id="tren-judul" { (words.trend_title) }
            desc id="tren-teks" { (fill(words.trend_text, &[("years", &told.join("; "))])) }
            (cut_offs(model))
            polyline points=(corners.collect::<Vec<_>>().join(" ")) fill="none" stroke="currentColor" stroke-width="2" {}
            @for (place, (label, range)) in years.iter().enumerate() { (mark(model, x(place, years.len()), label, *range)) }
        }
    }
}

fn cut_offs(model: &Model) -> Markup {
    let limits = model.assessment().variant.predicates.iter().filter(|one| !lower(one).is_zero());
    html! {
        @for one in limits {
            @let height = y(Some(lower(one)));
            path d={ "M" (LEFT) " " (height) "H" (LEFT + WIDTH) } stroke="currentColor" stroke-opacity="0.5" stroke-dasharray="4 3" {}
            text x="30" y=(height) dy="4" text-anchor="end" font-size="11" fill="currentColor" { (decimal(lower(one), Places::AtMost(2), model.locale)) }
        }
    }
}

/// One file: a dot, or a bar between both ends, with its figure above and its year below.
fn mark(model: &Model, x: i64, label: &str, range: Range<Fraction>) -> Markup {
    let (low, high) = (y(Some(range.low)), y(Some(range.high)));
    let figure = if range.is_settled() {
        total(model, range.low)
    } else {
        format!("{}–{}", total(model, range.low), total(model, range.high))
    };
    html! {
        @if range.is_settled() { circle cx=(x) cy=(low) r="5" fill="currentColor" {} }
        @else { path d={ "M" (x) " " (low) "V" (high) } stroke="currentColor" stroke-width="8" stroke-opacity="0.6" {} }
        text x=(x) y=(high) dy="-9" text-anchor="middle" font-size="12" font-weight="700" fill="currentColor" { (figure) }
        text x=(x) y="170" text-anchor="middle" font-size="12" fill="currentColor" { (label) }
    }
}

/// Years stand in the middle of equal stretches.
fn x(place: usize, count: usize) -> i64 {
    let (place, count) = (i64::try_from(place).unwrap_or(0), i64::try_from(count.max(1)).unwrap_or(1));
    LEFT + (2 * place + 1) * WIDTH / (2 * count)
}

fn y(score: Option<Fraction>) -> String {
    let up = score.and_then(|score| score.times(Fraction::whole(HEIGHT))?.over(Fraction::whole(100)));
    svg(up.and_then(|up| Fraction::whole(BOTTOM).minus(up)))
}
