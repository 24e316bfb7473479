//! This year beside earlier files: the trend, each aspect before and after, what changed and how.

use std::cmp::Ordering;

use maud::{Markup, html};

use super::parts::{change, count, fold, gain, predicates, titled};
use super::{pictures, trend};
use crate::advice::{Comparison, IndicatorChange, Progress, progress};
use crate::exact::{Fraction, Range};
use crate::locale::fill;
use crate::page::advice::{Older, say};
use crate::page::view::names;
use crate::page::view::numbers::span;
use crate::page::view::parts::{back, icon};
use crate::page::{Model, Route};
use crate::scoring::assess;

/// How many changes stand there at once.
const SHORT: usize = 10;

/// The screen.
pub(super) fn view(model: &Model) -> Markup {
    let words = &model.words().compare;
    html! {
        (back(&Route::Improve, model.words()))
        (titled(model, words.title))
        p.lead { (words.lead) }
        (open(model))
        @if model.advice.older.is_empty() { p.hint { (icon("info")) (words.none) } } @else { (all(model)) }
    }
}

/// To open a file, or paste its text; why the last one was refused; what lies open.
fn open(model: &Model) -> Markup {
    let words = &model.words().compare;
    html! {
        div.field.bad[model.advice.refused.is_some()] {
            label for="berkas-lama" { (words.open) }
            p.hint id="berkas-lama-hint" { (words.open_help) }
            @if let Some(sentence) = &model.advice.refused { p.error id="berkas-lama-salah" role="alert" { (icon("warn")) (sentence) } }
            input id="berkas-lama" type="file" accept=".json,.txt,application/json,text/plain" aria-describedby="berkas-lama-hint" data-file="older";
        }
        (fold("tempel-lama", words.paste_title, &html! {
            div.field {
                label for="tempel-teks" { (words.paste) }
                textarea id="tempel-teks" rows="4" autocomplete="off" spellcheck="false" data-change="advice older-text" {}
            }
        }))
        @if !model.advice.older.is_empty() {
            ul.task-list.tried-list {
                @for (place, older) in model.advice.older.iter().enumerate() {
                    @let label = label(model, older, place);
                    li { span { (fill(words.opened, &[("year", &label)])) }
                        button.link type="button" data-click={ "advice forget " (place) } { (words.forget) span.unseen { ": " (label) } } }
                }
            }
        }
    }
}

/// The book year's end; a file that does not say is known by its number.
fn label(model: &Model, older: &Older, place: usize) -> String {
    let known = older.year_end.as_deref().map(|day| names::day(model, day));
    known.unwrap_or_else(|| count(model.words().compare.unnamed, place + 1))
}

/// The year alone, for the picture.
fn short(model: &Model, older: &Older, place: usize) -> String {
    let known = older.year_end.as_deref().and_then(|day| day.get(..4)).map(str::to_owned);
    known.unwrap_or_else(|| count(model.words().compare.unnamed, place + 1))
}

fn all(model: &Model) -> Markup {
    let words = &model.words().compare;
    let ours = model.assessment();
    let older = &model.advice.older;
    let mut years: Vec<(String, Range<Fraction>)> = older
        .iter()
        .enumerate()
        .map(|(place, one)| {
            (short(model, one, place), assess(&one.assessment.counted(ours.edition, ours.reading)).total)
        })
        .collect();
    years.push((words.now.to_owned(), model.report().total));
    html! {
        section { h2 { (words.trend) } (trend::trend(model, &years)) p.hint { (trend::limits(model)) } p.hint { (names::counted(model, ours.reading, ours.edition)) } }
        @for (place, one) in older.iter().enumerate().rev().take(1) {
            @if let Ok(progress) = progress(&one.assessment, ours) { (beside(model, &label(model, one, place), &progress)) }
        }
    }
}

/// The newest of them beside the work as it is.
fn beside(model: &Model, year: &str, progress: &Progress) -> Markup {
    let words = &model.words().compare;
    let (whole, anew) = (&progress.comparison, progress.recounted);
    html! {
        section.outcome {
            h2 { (fill(words.since, &[("year", &year)])) }
            p.score-number { (change(model, whole.total)) " " (gain(model, whole.gain)) }
            p { (year) ": " (predicates(model, whole.predicate_before)) }
            p { (words.now) ": " strong { (predicates(model, whole.predicate_after)) } }
            @if anew { p.hint { (icon("info")) (words.recounted) } }
            (pictures::aspects(model, whole, year, words.now))
        }
        (indicators(model, whole, year))
        (answers(model, progress))
    }
}

/// Indicators that changed, in a table; the first few, then the others folded.
fn indicators(model: &Model, whole: &Comparison, year: &str) -> Markup {
    let words = &model.words().compare;
    let changed: Vec<_> = whole.indicators.iter().filter(|one| !one.score.is_none()).collect();
    let (first, rest) = changed.split_at(changed.len().min(SHORT));
    html! {
        section {
            h2 { (count(words.indicators, changed.len())) }
            @if changed.is_empty() { p { (words.same) } } @else { (table(model, first, year)) }
            @if !rest.is_empty() { (fold("hal-lain", &count(model.words().advice.more_questions, rest.len()), &table(model, rest, year))) }
        }
    }
}

fn table(model: &Model, changed: &[&IndicatorChange], year: &str) -> Markup {
    let words = &model.words().compare;
    html! {
        table.change-table {
            thead { tr { th scope="col" { (words.what) } th scope="col" { (year) } th scope="col" { (words.now) } } }
            tbody {
                @for one in changed {
                    tr {
                        th scope="row" { (icon(sign(one))) a href=(Route::Trace(one.indicator.id.to_owned()).hash()) { (say::name(model, one.indicator)) } }
                        td { (span(model, one.score.before)) }
                        td { (span(model, one.score.after)) }
                    }
                }
            }
        }
    }
}

/// Whether the low end rose or fell; where only the high end moved, neither.
fn sign(one: &IndicatorChange) -> &'static str {
    match one.score.after.low.cmp(&one.score.before.low) {
        Ordering::Greater => "up",
        Ordering::Less => "down",
        Ordering::Equal => "part",
    }
}

/// Answers that changed, with both.
fn answers(model: &Model, progress: &Progress) -> Markup {
    let words = &model.words().compare;
    let inside = html! {
        ul {
            @for (item, before, after) in &progress.answers {
                @let question = model.texts().item(model.assessment().variant, item.id).map_or("", |text| text.question);
                li { (question) " " strong { (model.words().answer(*before)) " → " (model.words().answer(*after)) } }
            }
        }
    };
    html! { @if !progress.answers.is_empty() { (fold("jawaban-berubah", &count(words.answers, progress.answers.len()), &inside)) } }
}
