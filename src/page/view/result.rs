//! The result: the score as an estimate, what moves it, and where to begin.

use maud::{Markup, html};

use super::super::advice::AdviceRoute;
use super::super::workshop::WorkshopRoute;
use super::super::{Contrast, Gap, Model, Openness, Route};
use super::gap::line;
use super::numbers::{level, points, rule, share};
use super::parts::{back, button, heading, icon};
use super::picture::bar;
use super::tasks::part_name;
use super::{questions, verdict};
use crate::exact::{Fraction, Range};
use crate::locale::fill;
use crate::scoring::{AspectScore, IndicatorScore, Report};
use crate::sorting::sort;

/// How many things to do first.
const FIRST: usize = 5;
/// How many of the weakest stand open; the rest are folded away, so that a phone does not scroll for ever.
const WEAKEST: usize = 10;

/// The screen.
pub(super) fn view(model: &Model) -> Markup {
    let words = &model.words().result;
    let contrast = Contrast::of(model.assessment());
    let report = contrast.own();
    html! {
        (back(&Route::Tasks, model.words()))
        (heading(words.title))
        @if !model.has_work() {
            p.hint.warn { (icon("info")) (words.nothing) }
            p.actions { (button(&Route::Tasks, words.begin)) }
        }
        (doubts(model))
        (verdict::score(model, report))
        (findings(model, report))
        (verdict::open(model, &Openness::of(model.assessment(), report)))
        (verdict::readings(model, &contrast))
        (verdict::editions(model, &contrast))
        (aspects(model, report))
        (first(model, report))
        (weakest(model, report))
        p.actions {
            (button(&Route::Improve, words.first_all))
            a.button.second href=(Route::Advice(AdviceRoute::Trial).hash()) { (words.to_trial) }
            a.button.second href=(Route::Advice(AdviceRoute::Report(false)).hash()) { (words.to_report) }
            a.button.second href=(Route::Workshop(WorkshopRoute::Code).hash()) { (words.to_code) }
            button.quiet type="button" data-click="print" { (words.print) }
        }
    }
}

/// What the profile says against this score: another kind of cooperative, a larger one.
fn doubts(model: &Model) -> Markup {
    let (words, profile) = (&model.words().profile, &model.assessment().profile);
    html! {
        @if profile.kind.as_deref() == Some("other") { p.hint.warn { (icon("warn")) (words.kind_other_note) } }
        @if matches!(profile.level, Some(3 | 4)) { p.hint.warn { (icon("warn")) (words.level_note) } }
    }
}

fn findings(model: &Model, report: &Report) -> Markup {
    let words = &model.words().result;
    html! {
        @if !report.books.is_empty() {
            p.books-warning {
                (icon("warn")) (fill(words.books_found, &[("count", &report.books.len())])) " "
                a href=(Route::Findings.hash()) { (words.books_see) }
            }
        }
    }
}

fn aspects(model: &Model, report: &Report) -> Markup {
    html! {
        section.aspects {
            h2 { (model.words().result.aspects_title) }
            @for score in &report.aspects { (aspect(model, score)) }
        }
    }
}

/// One aspect: its bar, its number, what it brings to the total, and its parts.
fn aspect(model: &Model, score: &AspectScore) -> Markup {
    let words = &model.words().result;
    let name = model.texts()[score.aspect].name;
    let weight = score.aspect.weight;
    let brings = score.score.map(|value| value.times(weight).unwrap_or(Fraction::ZERO));
    let most = points(model, weight.times(Fraction::whole(100)).unwrap_or(Fraction::ZERO));
    html! {
        div.aspect {
            h3 { (name) " " small { (fill(words.weight, &[("weight", &rule(model, weight))])) } }
            p.aspect-number { strong { (share(model, score.score)) } }
            (bar(score.score, &format!("{name}: {}", share(model, score.score))))
            p.hint { (fill(words.brings, &[("points", &ends(model, brings)), ("most", &most)])) }
            details id={ "bagian-" (score.aspect.id) } data-print="shut" {
                summary { (words.subparts) span.unseen { ": " (name) } }
                ul { @for part in &score.subaspects { li { (part_name(model, part.subaspect)) ": " strong { (share(model, part.score)) } } } }
            }
        }
    }
}

/// Points that may be a range: `antara 18,2 dan 24`.
fn ends(model: &Model, range: Range<Fraction>) -> String {
    if range.is_settled() {
        return points(model, range.low);
    }
    let (low, high) = (points(model, range.low), points(model, range.high));
    fill(model.words().result.between, &[("low", &low), ("high", &high)])
}

/// The few things that hold the score back most.
fn first(model: &Model, report: &Report) -> Markup {
    let words = &model.words().result;
    let gaps = Gap::all(model.assessment(), report);
    let gaps = gaps.iter().filter(|gap| !gap.points.is_zero()).take(FIRST);
    html! {
        @if gaps.clone().next().is_some() {
            section.first {
                h2 { (words.first_title) }
                p.hint { (words.first_lead) }
                ol.first-list { @for gap in gaps { li { (line(model, gap)) } } }
                p { a href=(Route::Improve.hash()) { (words.first_all) } }
            }
        }
    }
}

/// All indicators, the one that loses most first; those that lose nothing are folded away.
fn weakest(model: &Model, report: &Report) -> Markup {
    let words = &model.words().result;
    let mut scores: Vec<&IndicatorScore> = report.indicators.iter().collect();
    sort(&mut scores, |score, other| score.total_lost() > other.total_lost());
    let (full, lossy): (Vec<_>, Vec<_>) = scores.into_iter().partition(|score| score.total_lost().is_zero());
    html! {
        section.weakest {
            h2 { (words.weakest_title) }
            p.hint { (words.weakest_lead) }
            ul.indicator-list { @for score in lossy.iter().take(WEAKEST) { (row(model, score)) } }
            @if lossy.len() > WEAKEST {
                details id="lemah" data-print="shut" {
                    summary { (fill(words.weak_count, &[("count", &(lossy.len() - WEAKEST))])) }
                    ul.indicator-list { @for score in lossy.iter().skip(WEAKEST) { (row(model, score)) } }
                }
            }
            @if !full.is_empty() {
                details id="penuh" {
                    summary { (fill(words.full_count, &[("count", &full.len())])) }
                    ul.indicator-list { @for score in &full { (row(model, score)) } }
                }
            }
        }
    }
}

fn row(model: &Model, score: &IndicatorScore) -> Markup {
    html! {
        li {
            a href=(Route::Trace(score.indicator.id.to_owned()).hash()) {
                span.task-name { (questions::name(model, score.indicator.id)) @if let Some(lost) = lost(model, score) { small { (lost) } } }
                (level(model, score))
            }
        }
    }
}

/// What an indicator takes from the total for certain, and what it may still take.
pub(super) fn lost(model: &Model, score: &IndicatorScore) -> Option<String> {
    let words = &model.words().result;
    let open = super::super::openness::width(score);
    let sure = score.total_lost().minus(open).unwrap_or(Fraction::ZERO);
    let text = match (sure.is_zero(), open.is_zero()) {
        (true, true) => return None,
        (false, true) => return Some(fill(words.lost, &[("points", &points(model, sure))])),
        (true, false) => words.lost_open,
        (false, false) => words.lost_both,
    };
    Some(fill(text, &[("points", &points(model, open)), ("lost", &points(model, sure))]))
}
