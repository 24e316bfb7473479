//! Something that costs points, in one line.

use maud::{Markup, html};

use super::super::{Gap, GapKind, Model, Route};
use super::numbers::points;
use super::parts::icon;
use super::questions;
use crate::locale::fill;
use crate::rulebook::Indicator;

/// A gap in one line, for the result: what it is, what it brings, the first step.
pub(super) fn line(model: &Model, gap: &Gap) -> Markup {
    let words = &model.words().gap;
    let (name, text) = match &gap.kind {
        GapKind::FindOut(indicator, items) => {
            (questions::name(model, indicator.id), fill(words.unknown_count, &[("count", &items.len())]))
        }
        GapKind::Books(indicators) => (words.books_title, fill(words.books_text, &[("count", &indicators.len())])),
        GapKind::Mend(indicator, items) => {
            let first = items.first().and_then(|item| model.texts().item(model.assessment().variant, item.id));
            (questions::name(model, indicator.id), first.map_or("", |text| text.question).to_owned())
        }
        GapKind::Ratio(indicator, _) => {
            (questions::name(model, indicator.id), first_step(model, indicator).unwrap_or_default().to_owned())
        }
    };
    html! {
        @if gap.is_question() && !matches!(gap.kind, GapKind::Books(_)) { (words.ask_title) ": " }
        a href=(target(gap).hash()) { (name) } " " (brings(model, gap))
        p { (text) }
    }
}

/// Where something can be done about it, or read about it.
fn target(gap: &Gap) -> Route {
    match &gap.kind {
        GapKind::FindOut(indicator, _) => Route::Indicator(indicator.id.to_owned()),
        GapKind::Books(_) => Route::Books,
        GapKind::Mend(indicator, _) | GapKind::Ratio(indicator, _) => Route::Trace(indicator.id.to_owned()),
    }
}

/// The points that it would bring.
pub(super) fn brings(model: &Model, gap: &Gap) -> Markup {
    html! {
        @if !gap.points.is_zero() {
            span.gain { (icon("up")) (fill(model.words().gap.brings, &[("points", &points(model, gap.points))])) }
        }
    }
}

fn first_step(model: &Model, indicator: &Indicator) -> Option<&'static str> {
    let text = model.texts().indicator(model.assessment().variant, indicator.id)?;
    text.ratio.as_ref().map(|text| text.first_step)
}
