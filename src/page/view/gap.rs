//! Something that costs points, in one line.

use maud::{Markup, html};

use super::super::{Gap, GapKind, Model, Route};
use super::numbers::points;
use super::parts::icon;
use super::questions;
use crate::locale::fill;
use crate::rulebook::{Indicator, Item};

/// A gap in one line, for the result: the first step, and what it brings.
pub(super) fn line(model: &Model, gap: &Gap) -> Markup {
    let words = &model.words().gap;
    let step = match &gap.kind {
        GapKind::FindOut(indicator, _) => format!("{}: {}", words.ask_title, questions::name(model, indicator.id)),
        GapKind::Books(_) => words.books_title.to_owned(),
        GapKind::Mend(indicator, items) => first_sentence(mend(model, indicator, items)),
        GapKind::Ratio(indicator, _) => first_sentence(first_step(model, indicator).unwrap_or_default()),
    };
    html! { a href=(target(gap).hash()) { (step) } " " (brings(model, gap)) }
}

/// What to do about the first of these items; before the help is there, what they are about.
fn mend(model: &Model, indicator: &Indicator, items: &[&Item]) -> &'static str {
    let help = items.first().and_then(|item| model.help(item.id));
    help.map_or_else(|| questions::name(model, indicator.id), |help| help.first_step)
}

/// A list of three has no room for what follows.
fn first_sentence(text: &str) -> String {
    text.split_once(". ").map_or(text, |(first, _)| first).trim_end_matches('.').to_owned()
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
