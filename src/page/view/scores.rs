//! What the score is made of: the exact figure, every part and every indicator, and what other ways of counting make of it.

use maud::{Markup, html};

use super::super::openness::width;
use super::super::{Contrast, Model, Route};
use super::names::part_name;
use super::names::{counted, day};
use super::numbers::{estimated, level, points, points_of, predicate_name, rule, share, totals};
use super::parts::{back, heading, icon};
use super::picture::bar;
use super::{names, result};
use crate::exact::{Fraction, Range};
use crate::locale::fill;
use crate::rulebook::{Predicate, Reading};
use crate::scoring::{AspectScore, IndicatorScore, Report};
use crate::sorting::sort;

/// How many of the weakest stand open; the rest are folded away, so that a phone does not scroll for ever.
const WEAKEST: usize = 10;

/// The screen.
pub(super) fn view(model: &Model) -> Markup {
    let words = &model.words().scores;
    let contrast = Contrast::of(model.assessment());
    let report = contrast.own();
    html! {
        (back(&Route::Result, model.words()))
        (heading(words.title))
        (result::tabs(model))
        p.lead { (fill(words.exact, &[("score", &totals(model, report.honest_total()))])) " " (estimated(model, &predicates(model, report))) }
        p.hint { (counted(model, report.reading, report.edition)) }
        (weakest(model, report))
        (aspects(model, report))
        (readings(model, &contrast))
        (editions(model, &contrast))
    }
}

fn aspects(model: &Model, report: &Report) -> Markup {
    html! {
        section.aspects {
            h2 { (model.words().result.aspects_title) }
            @for score in report.honest_aspects() { (aspect(model, &score)) }
        }
    }
}

/// One aspect: its bar, its number, what it brings to the total, and its parts.
fn aspect(model: &Model, score: &AspectScore) -> Markup {
    let words = &model.words().scores;
    let name = model.texts()[score.aspect].name;
    let weight = score.aspect.weight;
    let brings = score.score.map(|value| value.times(weight).unwrap_or(Fraction::ZERO));
    let most = points(model, weight.times(Fraction::whole(100)).unwrap_or(Fraction::ZERO));
    html! {
        div.aspect {
            h3 { (name) " " small { (fill(words.weight, &[("weight", &rule(model, weight))])) } }
            p.aspect-number { strong { (share(model, score.score)) } }
            (bar(model, score.score, &format!("{name}: {}", share(model, score.score))))
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

/// All indicators, the one that loses most first; those that lose nothing are folded away.
fn weakest(model: &Model, report: &Report) -> Markup {
    let words = &model.words().scores;
    let mut scores: Vec<&IndicatorScore> = report.indicators.iter().collect();
    sort(&mut scores, |score, other| score.total_lost() > other.total_lost());
    let (full, lossy): (Vec<_>, Vec<_>) = scores.into_iter().partition(|score| score.total_lost().is_zero());
    html! {
        section.weakest {
            h2 { (words.weakest_title) }
            p.hint { (words.weakest_lead) }
            ul.indicator-list { @for score in lossy.iter().take(WEAKEST) { (row(model, report, score)) } }
            @if lossy.len() > WEAKEST {
                details id="lemah" data-print="shut" {
                    summary { (fill(words.weak_count, &[("count", &(lossy.len() - WEAKEST))])) }
                    ul.indicator-list { @for score in lossy.iter().skip(WEAKEST) { (row(model, report, score)) } }
                }
            }
            @if !full.is_empty() {
                details id="penuh" {
                    summary { (fill(words.full_count, &[("count", &full.len())])) }
                    ul.indicator-list { @for score in &full { (row(model, report, score)) } }
                }
            }
        }
    }
}

fn row(model: &Model, report: &Report, score: &IndicatorScore) -> Markup {
    html! {
        li {
            a href=(Route::Trace(score.indicator.id.to_owned()).hash()) {
                span.task-name { (names::indicator_name(model, score.indicator.id)) @if let Some(lost) = lost(model, score) { small { (lost) } } (doubt(model, report, score)) }
                (level(model, score))
            }
        }
    }
}

/// The mark of an indicator that another way to read the form scores otherwise, with both scores.
pub(super) fn doubt(model: &Model, report: &Report, score: &IndicatorScore) -> Markup {
    let told = report.honest_points(score);
    html! {
        @if told != score.score {
            small.doubt { (icon("warn")) (model.words().scores.doubt_title) ": " (points_of(model, told, score.indicator.max)) }
        }
    }
}

/// What an indicator takes from the total for certain, and what it may still take.
pub(super) fn lost(model: &Model, score: &IndicatorScore) -> Option<String> {
    let words = &model.words().scores;
    let open = width(score);
    let sure = score.total_lost().minus(open).unwrap_or(Fraction::ZERO);
    let text = match (sure.is_zero(), open.is_zero()) {
        (true, true) => return None,
        (false, true) => return Some(fill(words.lost, &[("points", &points(model, sure))])),
        (true, false) => words.lost_open,
        (false, false) => words.lost_both,
    };
    Some(fill(text, &[("points", &points(model, open)), ("lost", &points(model, sure))]))
}

/// Both readings side by side, where they differ.
fn readings(model: &Model, contrast: &Contrast<'_>) -> Markup {
    let words = &model.words().scores;
    if !contrast.readings_differ() {
        return html! {};
    }
    let both = [(Reading::Definition, words.reading_definition), (Reading::Worksheet, words.reading_worksheet)];
    html! {
        section.readings {
            h2 { (words.readings_title) }
            p { (words.readings_lead) }
            div.sides {
                @for (reading, name) in both {
                    @let report = contrast.report(reading);
                    div.side.chosen[reading == model.assessment().reading] {
                        h3 { (name) }
                        p.side-number { strong { (totals(model, report.honest_total())) } }
                        p { strong { (predicates(model, report)) } }
                        @if reading == Reading::Worksheet { p.hint { (words.worksheet_prints) } }
                        @if reading == model.assessment().reading { p.tag.done { (icon("done")) (words.chosen) } }
                    }
                }
            }
            p.links { a href=(Route::Differences.hash()) { (words.readings_more) } }
        }
    }
}

/// The predicate of a report, or the possible ones, in one line; the screen says once whose they are.
fn predicates(model: &Model, report: &Report) -> String {
    if report.is_too_wide() {
        return model.words().result.too_wide.to_owned();
    }
    let names: Vec<&str> = possible(report).into_iter().map(|one| predicate_name(model, one)).collect();
    names.join(&format!(" {} ", model.words().scores.possible_or))
}

/// The predicates between both ends, worst first.
fn possible(report: &Report) -> Vec<&'static Predicate> {
    let ends = report.honest_predicate();
    let place = |end: Option<&Predicate>| report.variant.predicates.iter().position(|one| Some(one) == end);
    let (Some(best), Some(worst)) = (place(ends.high), place(ends.low)) else {
        return Vec::new();
    };
    report.variant.predicates[best..=worst].iter().rev().collect()
}

/// The other editions' totals, where they differ, with the doubt about which one holds.
fn editions(model: &Model, contrast: &Contrast<'_>) -> Markup {
    let words = &model.words().scores;
    let (report, book) = (contrast.own(), model.assessment().rulebook);
    let differ: Vec<&Report> = contrast.other_editions().iter().filter(|other| other.total != report.total).collect();
    let doubts = book.editions.iter().filter_map(|edition| model.ours(edition.doubt?));
    html! {
        @if !differ.is_empty() {
            section.editions {
                h2 { (words.edition_title) }
                @for other in &differ {
                    p { (edition_sentence(model, other)) " " strong { (predicates(model, other)) } }
                }
                @for doubt in doubts { p.hint.warn { (icon("warn")) strong { (words.edition_doubt) } " " (doubt) } }
                p.links { a href=(Route::Differences.hash()) { (words.readings_more) } }
            }
        }
    }
}

fn edition_sentence(model: &Model, report: &Report) -> String {
    let edition = &report.rulebook.editions[report.edition];
    let (day, score) = (day(model, edition.from), totals(model, report.honest_total()));
    fill(model.words().scores.edition_other, &[("edition", &edition.id), ("day", &day), ("score", &score)])
}
