//! The table that turns a measurement into points, with the row that was hit.

use maud::{Markup, html};

use super::super::Model;
use super::numbers::{gap, limit, points};
use super::parts::icon;
use crate::exact::Fraction;
use crate::locale::fill;
use crate::rulebook::{Band, Bands, Bound, Unit};
use crate::scoring::{IndicatorScore, Status};

/// The section: the table, whether the number sits on a limit, and how far the neighbours are.
pub(super) fn table(model: &Model, score: &IndicatorScore) -> Markup {
    let words = &model.words().trace;
    let Some(table) = score.trace.bands else {
        return html! { section.bands { h2 { (words.bands) } p { (words.proportional) } } };
    };
    let is_list = !score.indicator.items().is_empty();
    let measure = if is_list { words.bands_measure_items } else { words.bands_measure_ratio };
    html! {
        section.bands {
            h2 { (words.bands) }
            table.band-table {
                thead { tr { th scope="col" { (measure) } th scope="col" { (words.bands_points) } th scope="col" { (words.bands_here) } } }
                tbody { @for (place, band) in table.bands.iter().enumerate() { (row(model, score, place, band)) } }
            }
            @if score.trace.on_limit { p.hint.warn { (icon("warn")) (words.on_limit) } }
            @if !is_list { (neighbours(model, score, table)) }
        }
    }
}

fn row(model: &Model, score: &IndicatorScore, place: usize, band: &Band) -> Markup {
    let words = &model.words().trace;
    let inside = score.trace.hit.is_some_and(|hit| (hit.low.min(hit.high)..=hit.low.max(hit.high)).contains(&place));
    let sure = inside && score.score.is_settled();
    let (class, sign, word) = if sure { ("hit", "done", words.here) } else { ("maybe", "unknown", words.maybe) };
    html! {
        tr class=[inside.then_some(class)] {
            th scope="row" { (stretch(model, score.indicator.unit(), band)) }
            td { (points(model, band.points)) }
            td { @if inside { (icon(sign)) (word) } }
        }
    }
}

/// The measurements of a band in words: *5% sampai kurang dari 10%*.
pub(super) fn stretch(model: &Model, unit: Unit, band: &Band) -> String {
    let words = &model.words().trace;
    let shown = |bound: Bound| limit(model, unit, bound.at);
    match (band.min, band.max) {
        (Some(min), None) => fill(if min.inclusive { words.from } else { words.above }, &[("limit", &shown(min))]),
        (None, Some(max)) => fill(if max.inclusive { words.upto } else { words.below }, &[("limit", &shown(max))]),
        (Some(min), Some(max)) => {
            let text = match (min.inclusive, max.inclusive) {
                (true, true) => words.from_upto,
                (true, false) => words.from_below,
                (false, true) => words.above_upto,
                (false, false) => words.above_below,
            };
            fill(text, &[("low", &shown(min)), ("high", &shown(max))])
        }
        (None, None) => words.proportional.to_owned(),
    }
}

/// How far a measured ratio is from the next step up and the next one down.
fn neighbours(model: &Model, score: &IndicatorScore, table: &'static Bands) -> Markup {
    let words = &model.words().trace;
    let measured = score.trace.ratio().filter(|_| score.trace.status == Status::Measured);
    let Some((value, place)) = measured.and_then(|value| Some((value, table.hit(value)?))) else { return html! {} };
    let better = place.checked_sub(1).and_then(|place| table.bands.get(place));
    let worse = table.bands.get(place + 1);
    let unit = score.indicator.unit();
    let sentence = |text: &str, at: Fraction| {
        let far = at.minus(value).unwrap_or(Fraction::ZERO).abs();
        fill(text, &[("gap", &gap(model, unit, far)), ("limit", &limit(model, unit, at))])
    };
    html! {
        ul.plain.neighbours {
            @if let Some(limit) = better.and_then(|band| edge(band, value)) {
                @let (sign, text) = if limit < value { ("down", words.to_fall) } else { ("up", words.to_rise) };
                li { (icon(sign)) (sentence(text, limit)) }
            }
            @if let Some(limit) = worse.and_then(|band| edge(band, value)) { li { (icon("info")) (sentence(words.to_worse, limit)) } }
        }
    }
}

/// The end of a band that lies towards a measurement outside it.
fn edge(band: &Band, value: Fraction) -> Option<Fraction> {
    let ends = [band.min, band.max].into_iter().flatten().map(|bound| bound.at);
    ends.min_by_key(|at| at.minus(value).unwrap_or(Fraction::ZERO).abs())
}
