//! What these screens share: gains, predicates, changes.

use maud::{Markup, html};

use crate::advice::Change;
use crate::exact::{Fraction, Range};
use crate::locale::fill;
use crate::page::Model;
use crate::page::view::numbers::{estimated, points, predicate, predicate_name, totals};
use crate::page::view::parts::{heading, icon};
use crate::rulebook::Predicate;

/// The heading of a screen whose figures hold over every way to read the form, and says so where the form leaves a doubt.
pub(super) fn titled(model: &Model, title: &str) -> Markup {
    html! {
        (heading(title))
        @if model.report().doubt.is_some() { p.hint { (icon("info")) (model.words().advice.all_readings) } }
    }
}

/// How many lines of a long list stand there at once.
const SHORT: usize = 6;

/// Points more or less: *+2,4 poin*; a range where the ends gain differently.
pub(in crate::page::view) fn gain(model: &Model, gain: Range<Fraction>) -> Markup {
    let (low, high) = if gain.low <= gain.high { (gain.low, gain.high) } else { (gain.high, gain.low) };
    let sign = |value: Fraction| {
        let text = points(model, value.abs());
        if value.is_zero() { text } else { format!("{}{text}", if value.is_negative() { "−" } else { "+" }) }
    };
    let words = &model.words().tools;
    let text = if low == high {
        fill(words.gain, &[("points", &sign(low))])
    } else {
        fill(words.gain_range, &[("low", &sign(low)), ("high", &sign(high))])
    };
    let (class, drawn) = match (low.is_negative(), high.is_zero()) {
        (true, _) => ("gain loss", "down"),
        (false, true) => ("gain none", ""),
        (false, false) => ("gain", "up"),
    };
    // No sign for nothing: a dash before a number reads as a minus.
    html! { span class=(class) { @if !drawn.is_empty() { (icon(drawn)) } (text) } }
}

/// *61,20 → 63,40*, read out as a sentence.
pub(super) fn change(model: &Model, change: Change) -> Markup {
    let (before, after) = (totals(model, change.before), totals(model, change.after));
    html! {
        span.change {
            (before) span aria-hidden="true" { " → " } span.unseen { (model.words().tools.becomes) " " } strong { (after) }
        }
    }
}

/// The predicate of both ends, or the two that are possible; never without saying whose it is.
pub(in crate::page::view) fn predicates(model: &Model, range: Range<Option<&'static Predicate>>) -> Markup {
    let both = [range.low, range.high].into_iter().flatten().collect::<Vec<_>>();
    let place = |one: &Predicate| model.assessment().variant.predicates.iter().position(|known| known == one);
    let wide = |low, high| place(low) > place(high).map(|best| best + 1);
    html! {
        @match both.as_slice() {
            // As the result says it.
            [low, high] if wide(low, high) && model.report().doubt.is_some() => (estimated(model, model.words().result.too_wide)),
            [low, high] if low.id != high.id => (estimated(model, &format!("{} {} {}", predicate_name(model, low), model.words().tools.up_to, predicate_name(model, high)))),
            [one, ..] => (predicate(model, one)),
            [] => {}
        }
    }
}

/// A text that is a number with its unit: *2 butir*.
pub(super) fn count(text: &str, count: usize) -> String {
    fill(text, &[("count", &count)])
}

/// A fold, closed at first: what it holds, said by its summary. On paper it is open.
pub(super) fn fold(id: &str, summary: &str, inside: &Markup) -> Markup {
    html! { details id=(id) data-print="shut" { summary { (summary) } div { (inside) } } }
}

/// A list of which only the first few stand there at once.
pub(super) fn short_list(id: &str, lines: &[Markup], more: &str) -> Markup {
    let (first, rest) = lines.split_at(lines.len().min(SHORT));
    html! {
        ul.task-list.tried-list { @for line in first { (line) } }
        @if !rest.is_empty() { (fold(id, &count(more, rest.len()), &html! { ul.task-list.tried-list { @for line in rest { (line) } } })) }
    }
}
