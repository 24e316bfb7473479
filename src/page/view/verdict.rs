//! The score itself: the number or the range, the predicate with its caveat, the distance to the limits, what is still
//! open, and the other ways of counting.

use chrono::{Datelike, NaiveDate};
use maud::{Markup, html};

use super::super::{Contrast, Model, Openness, Route};
use super::numbers::{points, predicate, predicate_name, totals};
use super::parts::icon;
use super::picture::{lower, scale};
use super::{questions, statement};
use crate::calendar::Day;
use crate::exact::Fraction;
use crate::locale::fill;
use crate::money::{Places, decimal};
use crate::rulebook::{Predicate, Reading};
use crate::scoring::Report;

/// Number, predicate, picture, margins.
pub(super) fn score(model: &Model, report: &Report) -> Markup {
    let words = &model.words().result;
    html! {
        section.score {
            h2.score-title { (words.score) }
            p.score-number { strong id="nilai" { (totals(model, report.honest_total())) } " " small { (words.of_hundred) } }
            (verdict(model, report))
            @if report.doubt.is_some() { p.hint { (icon("info")) (words.doubt) } }
            (scale(model, report.honest_total()))
            (margins(model, report))
            p.hint { (counted(model, report.reading, report.edition)) }
        }
    }
}

/// The predicate that is certain, or those that are still possible.
fn verdict(model: &Model, report: &Report) -> Markup {
    let words = &model.words().result;
    let note = |one: &Predicate| model.texts()[one].note;
    if let Some(one) = report.settled_predicate() {
        return html! { p.verdict { (predicate(model, one)) } p { (note(one)) } };
    }
    html! {
        p { (words.possible) }
        ul.verdict { @for one in possible(report) { li { (predicate(model, one)) } } }
    }
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

/// How the score was counted: *menurut definisi, edisi 2022*.
pub(super) fn counted(model: &Model, reading: Reading, edition: usize) -> String {
    let edition = model.assessment().rulebook.editions[edition].id;
    fill(model.words().result.counted, &[("reading", &reading_name(model, reading)), ("edition", &edition)])
}

/// A reading inside a sentence.
pub(super) fn reading_name(model: &Model, reading: Reading) -> &'static str {
    match reading {
        Reading::Definition => model.words().result.by_definition,
        Reading::Worksheet => model.words().result.by_worksheet,
    }
}

/// How far the score is from the limits on both sides, as long as both ends lie between the same two.
fn margins(model: &Model, report: &Report) -> Markup {
    let words = &model.words().result;
    let Some(one) = report.settled_predicate() else { return html! {} };
    let better = report.variant.predicates.iter().position(|known| known == one).and_then(|place| place.checked_sub(1));
    let better = better.map(|place| &report.variant.predicates[place]);
    let sentence = |text: &str, gap: Fraction, one: &Predicate| {
        let limit = decimal(lower(one), Places::AtMost(2), model.locale);
        fill(text, &[("points", &points(model, gap)), ("predicate", &predicate_name(model, one)), ("limit", &limit)])
    };
    let above = report.honest_total().low.minus(lower(one)).unwrap_or(Fraction::ZERO);
    let text = if above.is_zero() { words.margin_on } else { words.margin_above };
    html! {
        section.margins aria-label=(words.margin_title) {
            ul.plain {
                @if !lower(one).is_zero() { li { (icon("done")) (sentence(text, above, one)) } }
                @if let Some(better) = better {
                    @let gap = lower(better).minus(report.honest_total().high).unwrap_or(Fraction::ZERO);
                    li { (icon("up")) (sentence(words.margin_below, gap, better)) }
                }
            }
        }
    }
}

/// Why there is no single number yet, and the screen that helps most.
pub(super) fn open(model: &Model, open: &Openness) -> Markup {
    let words = &model.words().result;
    if !open.is_open() && open.unsolvable.is_empty() {
        return html! {};
    }
    let text = match (open.items, open.amounts) {
        (_, 0) => words.open_items,
        (0, _) => words.open_amounts,
        _ => words.open,
    };
    html! {
        section.openness {
            h2 { (words.open_title) }
            @if let Some(next) = &open.next {
                p { (icon("unknown")) (fill(text, &[("items", &open.items), ("amounts", &open.amounts)])) }
                p.actions { a.button.second href=(next.hash()) { (fill(words.open_next, &[("name", &screen_name(model, next))])) } }
            }
            @if !open.unsolvable.is_empty() {
                p { (icon("warn")) (words.unsolvable) }
                ul { @for id in &open.unsolvable { li { a href=(Route::Trace((*id).to_owned()).hash()) { (questions::name(model, id)) } } } }
            }
        }
    }
}

fn screen_name(model: &Model, route: &Route) -> &'static str {
    match route {
        Route::Indicator(id) => questions::name(model, id),
        Route::Group(id) => statement::name(model, id),
        _ => "",
    }
}

/// Both readings side by side, where they differ.
pub(super) fn readings(model: &Model, contrast: &Contrast<'_>) -> Markup {
    let words = &model.words().result;
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
                        p { (predicates(model, report)) }
                        @if reading == Reading::Worksheet { p.hint { (words.worksheet_prints) } }
                        @if reading == model.assessment().reading { p.tag.done { (icon("done")) (words.chosen) } }
                    }
                }
            }
            p { a href=(Route::Differences.hash()) { (words.readings_more) } }
        }
    }
}

/// The predicate of a report, or the possible ones, in one line.
fn predicates(model: &Model, report: &Report) -> Markup {
    html! {
        @for (place, one) in possible(report).into_iter().enumerate() {
            @if place > 0 { " " (model.words().result.possible_or) " " }
            (predicate(model, one))
        }
    }
}

/// The other editions' totals, where they differ, with the doubt about which one holds.
pub(super) fn editions(model: &Model, contrast: &Contrast<'_>) -> Markup {
    let words = &model.words().result;
    let (report, book) = (contrast.own(), model.assessment().rulebook);
    let differ: Vec<&Report> = contrast.other_editions().iter().filter(|other| other.total != report.total).collect();
    let doubts = book.editions.iter().filter_map(|edition| model.texts().difference(book, edition.doubt?));
    html! {
        @if !differ.is_empty() {
            section.editions {
                h2 { (words.edition_title) }
                @for other in &differ {
                    p { (edition_sentence(model, other)) " " (predicates(model, other)) }
                }
                @for doubt in doubts { p.hint.warn { (icon("warn")) strong { (words.edition_doubt) } " " (doubt.ours) } }
                p { a href=(Route::Differences.hash()) { (words.readings_more) } }
            }
        }
    }
}

fn edition_sentence(model: &Model, report: &Report) -> String {
    let edition = &report.rulebook.editions[report.edition];
    let (day, score) = (day(model, edition.from), totals(model, report.honest_total()));
    fill(model.words().result.edition_other, &[("edition", &edition.id), ("day", &day), ("score", &score)])
}

/// A day of the rulebook, or a month where only that is known; as it stands there if it is neither.
pub(super) fn day(model: &Model, iso: &str) -> String {
    let read =
        |text: &str| Day::parse(text).and_then(|day| NaiveDate::from_ymd_opt(day.year(), day.month(), day.day()));
    if let Some(day) = read(iso) {
        return model.locale.day(day);
    }
    let month = read(&format!("{iso}-01")).map(|day| model.words().date.months[day.month0() as usize]);
    month.map_or_else(|| iso.to_owned(), |month| format!("{month} {}", iso.get(..4).unwrap_or_default()))
}
