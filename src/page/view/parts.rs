//! What the screens share. A status is always a word and an icon, never colour alone.

use maud::{Markup, html};

use super::super::{Model, Progress, Route};
use crate::locale::{Words, fill};

/// The mark: a hand mirror with a check in it.
pub(super) fn mark() -> Markup {
    html! {
        svg.mark viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false" {
            g fill="none" stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round" {
                circle cx="16" cy="12" r="10" {}
                path d="M16 22v8M11 12.5l3.5 3.5 6.5-7" {}
            }
        }
    }
}

/// A small drawn sign beside a word.
pub(super) fn icon(name: &str) -> Markup {
    /// A level fills some of four bars; the others stand behind in pale.
    const BARS: &str = "M2.5 14v-3M6 14V8M9.5 14V5M13 14V2";
    let path = match name {
        "level1" => "M2.5 14v-3",
        "level2" => "M2.5 14v-3M6 14V8",
        "level3" => "M2.5 14v-3M6 14V8M9.5 14V5",
        "level4" => BARS,
        "done" => "M3 8.5l3.5 3.5L13 4.5",
        "part" => "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 5v3.5l2.5 1.5",
        "open" => "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2z",
        "warn" => "M8 2l6.5 12h-13zM8 6.5v3.5M8 12v.5",
        "info" => "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 7.5v3.5M8 5v.5",
        "lock" => "M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5",
        "no" => "M4 4l8 8M12 4l-8 8",
        "unknown" => "M5.5 6a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .8-1 1.7M8 12.5v.5",
        "up" => "M8 13V3M4 7l4-4 4 4",
        "down" => "M8 3v10M4 9l4 4 4-4",
        "next" => "M6 3l5 5-5 5",
        _ => "M3 8h10",
    };
    html! {
        svg.icon viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false" {
            @if name.starts_with("level") { path d=(BARS) stroke="currentColor" stroke-width="2" stroke-linecap="round" opacity=".25" {} }
            path d=(path) fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" {}
        }
    }
}

/// Words that lie beside the page are still to be fetched, or could not be.
pub(super) fn awaited(model: &Model) -> Markup {
    let words = &model.words().later;
    html! {
        @if model.stranded.is_some() {
            p.hint.warn { (icon("warn")) (words.failed) }
            p.actions { button.button type="button" data-click="help" { (words.again) } }
        } @else { p.hint { (words.text) } }
    }
}

/// The way back, always at the same place.
pub(super) fn back(to: &Route, words: &Words) -> Markup {
    html! { a.back href=(to.hash()) { (words.common.back) } }
}

/// Whether everything is here for days without a network. The page's script knows, and names on `<html>` the one sentence
/// that the style shows; all lie on one place, so that nothing moves when it changes.
pub(super) fn offline(words: &Words) -> Markup {
    let words = &words.offline;
    html! {
        div.offline.noprint role="status" tabindex="-1" {
            p data-when="ready" { (icon("done")) (words.ready) }
            p data-when="fetching" { (icon("part")) (words.fetching) }
            p data-when="missing" {
                (icon("warn")) (words.missing) " "
                button.link type="button" data-keep { (words.fetch) }
            }
            p data-when="inside" { (icon("done")) (words.inside) }
            p data-when="unable" { (icon("info")) (words.unable) }
        }
    }
}

/// The screen's heading; it takes the focus when the screen appears.
pub(super) fn heading(text: &str) -> Markup {
    html! { h1 id="judul" tabindex="-1" { (text) } }
}

/// How long a section still takes, at so many seconds an answer.
pub(super) fn state(progress: Progress, seconds: usize, words: &Words) -> Markup {
    let left = |text| fill(text, &[("minutes", &progress.minutes(seconds))]);
    let (class, sign, word) = match progress {
        progress if progress.is_complete() => ("tag done", "done", words.tasks.done.to_owned()),
        Progress { done: 0, .. } => ("tag open", "open", left(words.tasks.minutes)),
        _ => ("tag part", "part", left(words.tasks.minutes_left)),
    };
    html! { span class=(class) { (icon(sign)) (word) } }
}

/// A bar that fills up, with its words.
pub(super) fn bar(progress: Progress, label: &str) -> Markup {
    html! {
        div.progress {
            progress value=(progress.done) max=(progress.all.max(1)) aria-label=(label) {}
            p { (label) }
        }
    }
}

/// A day in boxes of its own for day, month and year (`2025-12-31`), or for day and month alone (`12-31`): no browser's language
/// turns their order round. The edge puts them together again; a part that is missing is told once the boxes are left.
pub(super) fn day_boxes(words: &Words, id: &str, value: &str, yearly: bool, faulty: bool) -> Markup {
    let words = &words.date;
    let mut parts = value.rsplit('-');
    let mut part = || parts.next().unwrap_or_default();
    let (day, month, year) = (part(), part(), part());
    let digits = |id: &str, label: &str, value: &str, most: u8| {
        html! {
            div { label for=(id) { (label) }
                input id=(id) type="text" inputmode="numeric" autocomplete="off" maxlength=(most) size=(most) value=(value) aria-invalid=[faulty.then_some("true")]; }
        }
    };
    html! {
        div.date {
            (digits(id, words.day_of, day.trim_start_matches('0'), 2))
            @let id = format!("{id}-month");
            div { label for=(id) { (words.month_of) }
                select id=(id) aria-invalid=[faulty.then_some("true")] {
                    option value="" { (words.pick) }
                    @for (name, place) in words.months.iter().zip(1..) {
                        @let place = format!("{place:02}");
                        option value=(place) selected[place == month] { (name) }
                    }
                } }
            @if yearly { (digits(&id.replace("-month", "-year"), words.year_of, year, 4)) }
        }
    }
}

/// A choice of one, as large touch targets. `choices`: value, label, whether chosen.
pub(super) fn radios(name: &str, on: &str, choices: &[(&str, &str, bool)]) -> Markup {
    // Long labels stand one below the other; short ones side by side, where a thumb reaches them all.
    let stacked = choices.iter().any(|(_, label, _)| label.chars().count() > 13);
    html! {
        div.radios.stacked[stacked] {
            @for (value, label, chosen) in choices {
                @let id = format!("{name}-{value}");
                div.radio {
                    input type="radio" id=(id) name=(name) value=(value) data-change=(on) checked[*chosen];
                    label for=(id) { (label) }
                }
            }
        }
    }
}

/// A link that looks like the main thing to do.
pub(super) fn button(to: &Route, label: &str) -> Markup {
    html! { a.button href=(to.hash()) { (label) } }
}
