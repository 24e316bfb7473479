//! How one indicator's score came about. Everything here is read off its trace.

use maud::{Markup, html};

use super::super::advice::AdviceRoute;
use super::super::{Model, Route};
use super::names::part_name;
use super::numbers::{level, points, points_of};
use super::parts::{back, heading, icon};
use super::{bands, citation, formula, names, scores};
use crate::assessment::Answer;
use crate::exact::Fraction;
use crate::locale::fill;
use crate::money::{Places, percent};
use crate::rulebook::{Difference, DifferenceText, Item};
use crate::scoring::{self, Counting, Evidence, IndicatorScore, Report, Status};

/// The screen.
pub(super) fn view(model: &Model, id: &str) -> Markup {
    let words = model.words();
    let report = model.report();
    let Some(score) = report.indicator(id) else { return html! { (heading(words.common.not_found)) } };
    html! {
        (back(&Route::Result, words))
        p.step { (words.trace.title) " · " (place(model, score)) }
        (heading(names::indicator_name(model, id)))
        p.hint { (words.trace.official) " " span lang="id" { (score.indicator.name) } " (" (id) ")" }
        (summary(model, &report, score))
        (doubt(model, &report, score))
        @if let Some(text) = model.ratio_help(score.indicator) {
            section.meaning { h2 { (words.trace.meaning) } p { (text.meaning) } p { (text.why) } p { strong { (words.item.examiner) } " " (text.examiner) } }
        }
        (evidence(model, score))
        (bands::table(model, score))
        (citation::section(model, &report, score))
        (notes(model, score.trace.notes))
        @if score.indicator.items().is_empty() { p.links { a href=(Route::Advice(AdviceRoute::Band(id.to_owned())).hash()) { (words.trace.to_band) } } }
        p.links { a href=(Route::Improve.hash()) { (words.result.first_all) } }
    }
}

/// The aspect and the part of it.
fn place(model: &Model, score: &IndicatorScore) -> &'static str {
    let part =
        score.aspect.subaspects.iter().find(|part| part.indicators.iter().any(|one| one.id == score.indicator.id));
    part.map_or(score.aspect.name, |part| part_name(model, part))
}

/// The score, what it takes from the total, what decided it, and the other reading's score.
fn summary(model: &Model, report: &Report, score: &IndicatorScore) -> Markup {
    let words = &model.words().trace;
    let worth = points(model, score.point_worth());
    html! {
        section.trace-score {
            p { (words.of_score) ": " (level(model, score)) }
            p.lost { (scores::lost(model, score).unwrap_or_else(|| words.full.to_owned())) }
            p.hint { (fill(words.worth, &[("points", &worth)])) }
            (status(model, score))
            (other(model, report, score))
        }
    }
}

/// The score in the other reading, where it is another.
fn other(model: &Model, report: &Report, score: &IndicatorScore) -> Markup {
    let reading = report.reading.other();
    let other = scoring::assess(&model.assessment().counted(report.edition, reading));
    let Some(other) = other.indicator(score.indicator.id).filter(|other| other.score != score.score) else {
        return html! {};
    };
    let shown = points_of(model, other.score, score.indicator.max);
    let name = names::reading_name(model, reading);
    html! {
        p { (icon("info")) (fill(model.words().trace.other_reading, &[("reading", &name), ("score", &shown)])) " "
            a href=(Route::Differences.hash()) { (model.words().scores.readings_more) } }
    }
}

/// Why there is no plain measurement.
fn status(model: &Model, score: &IndicatorScore) -> Markup {
    let words = &model.words().trace;
    let is_list = matches!(score.trace.evidence, Evidence::Checklist(_));
    let text = match score.trace.status {
        Status::Measured => return html! {},
        Status::Open if is_list => words.status_open_items,
        Status::Open => words.status_open_ratio,
        Status::ZeroDenominator if is_list => words.status_zero_items,
        Status::ZeroDenominator => words.status_zero,
        Status::Decided(_) => words.status_decided,
        Status::OutOfRange => words.status_too_large,
    };
    let by = match score.trace.status {
        Status::Decided(by) => {
            model.texts().difference(model.assessment().rulebook, by).map(|text| (text, model.ours(by)))
        }
        _ => None,
    };
    html! {
        p.status { (icon(if score.trace.status == Status::Open { "unknown" } else { "warn" })) (text)
            @if let Some((by, ours)) = by { " " strong { (by.title) ". " } @if let Some(ours) = ours { (ours) } } }
    }
}

fn evidence(model: &Model, score: &IndicatorScore) -> Markup {
    match &score.trace.evidence {
        Evidence::Checklist(counting) => checklist(model, score, *counting),
        Evidence::Ratio { .. } => formula::section(model, score),
    }
}

/// The items with their answers, and the counting.
fn checklist(model: &Model, score: &IndicatorScore, counting: Counting) -> Markup {
    let words = &model.words().trace;
    html! {
        section.answers {
            h2 { (words.answers) }
            ul.item-list { @for item in score.indicator.items() { (answer(model, item)) } }
            @if counting.counted() > 0 { p { strong { (counted(model, counting)) } } }
            @if counting.not_applicable > 0 { p.hint { (fill(words.counting_skip, &[("count", &counting.not_applicable)])) } }
            p.links { a href=(Route::Indicator(score.indicator.id.to_owned()).hash()) { (words.change_answers) } }
        }
    }
}

fn answer(model: &Model, item: &Item) -> Markup {
    let question = model.texts().item(model.assessment().variant, item.id).map_or("", |text| text.question);
    let given = model.assessment().answer(item.id);
    let sign = match given {
        Answer::Yes => "done",
        Answer::No => "no",
        Answer::Unknown => "unknown",
        Answer::NotApplicable => "open",
    };
    html! { li { span.answer-text { (question) } " " span.tag { (icon(sign)) (model.words().answer(given)) } } }
}

/// *5 dari 6 butir terpenuhi, yaitu 83,33%.*
fn counted(model: &Model, counting: Counting) -> String {
    let words = &model.words().trace;
    let share = |met: u16| {
        let share = Fraction::new(i128::from(met), i128::from(counting.counted())).unwrap_or(Fraction::ZERO);
        percent(share, Places::AtMost(2), model.locale)
    };
    let all = counting.counted();
    if counting.open == 0 {
        return fill(words.counting, &[("met", &counting.met), ("counted", &all), ("share", &share(counting.met))]);
    }
    let (low, high) = (share(counting.met), share(counting.met + counting.open));
    fill(
        words.counting_open,
        &[
            ("met", &counting.met),
            ("unmet", &counting.unmet),
            ("open", &counting.open),
            ("low", &low),
            ("high", &high),
            ("counted", &all),
        ],
    )
}

/// What the other ways to read the form make of it, where they part.
fn doubt(model: &Model, report: &Report, score: &IndicatorScore) -> Markup {
    let (words, book) = (&model.words().trace, model.assessment().rulebook);
    let by: Vec<_> = report.doubt.iter().flat_map(|doubt| doubt.about(score.indicator)).collect();
    let title = |id| model.texts().difference(book, id).map_or(id, |text| text.title);
    html! {
        @if !by.is_empty() {
            section.notes {
                h2 { (icon("warn")) (model.words().scores.doubt_title) }
                ul { @for (id, points) in by {
                    li { (fill(words.doubt_points, &[("title", &title(id)), ("points", &points_of(model, points, score.indicator.max))])) }
                } }
            }
        }
    }
}

/// The differences that touch a score, each in plain words.
pub(super) fn notes(model: &Model, ids: &[&'static str]) -> Markup {
    let words = &model.words().trace;
    let book = model.assessment().rulebook;
    let known = ids.iter().filter_map(|id| Some((book.difference(id)?, model.texts().difference(book, id)?)));
    html! {
        @if !ids.is_empty() {
            section.notes {
                h2 { (words.notes) }
                p.hint { (words.notes_help) }
                @for (difference, text) in known { (note(model, difference, text)) }
                p.links { a href=(Route::Differences.hash()) { (model.words().scores.readings_more) } }
            }
        }
    }
}

/// One difference, folded: what we do; both sides stand on the screen of the differences.
fn note(model: &Model, difference: &Difference, text: &DifferenceText) -> Markup {
    html! {
        details.note id={ "selisih-" (difference.id) } {
            summary { (text.title) }
            @if let Some(ours) = model.ours(difference.id) { p { strong { (model.words().trace.we_do) } " " (ours) } }
            (number(model, difference))
        }
    }
}

/// Its number in our list.
pub(super) fn number(model: &Model, difference: &Difference) -> Markup {
    html! { p.hint.number { (fill(model.words().trace.difference, &[("id", &difference.id)])) } }
}
