//! The report to be printed: what it is, where the cooperative stands, what to do, what is doubtful.

use maud::{Markup, html};

use super::radar::radar;
use super::report_annex::annex;
use super::report_parts::{aspects, doubts, indicators, plan, rat, strong_and_weak};
use crate::exchange::check_code;
use crate::page::advice::AdviceRoute;
use crate::page::view::numbers::totals;
use crate::page::view::parts::{back, heading, icon};
use crate::page::view::picture::scale;
use crate::page::view::statement::both_books;
use crate::page::view::verdict;
use crate::page::{Model, Route};
use crate::scoring::Report;

/// The screen. Only the sheet itself is printed.
pub(super) fn view(model: &Model, with_annex: bool) -> Markup {
    let words = &model.words().report;
    let report = model.report();
    let other = Route::Advice(AdviceRoute::Report(!with_annex));
    html! {
        (back(&Route::Result, model.words()))
        (heading(words.title))
        div.noprint {
            p.lead { (words.lead) }
            p.actions {
                button.button type="button" data-click="print" { (model.words().result.print) }
                button.button.second type="button" data-click="advice xlsx" { (words.xlsx) }
                button.button.second type="button" data-click="advice csv report" { (words.csv) }
                a.button.second href=(other.hash()) { (if with_annex { words.without_annex } else { words.with_annex }) }
            }
        }
        div.sheet.report tabindex="0" role="region" aria-label=(words.title) {
            (cover(model, &report))
            (both_books(model))
            (aspects(model, &report))
            (strong_and_weak(model, &report))
            (indicators(model, &report))
            (plan(model))
            (doubts(model, &report))
            (rat(model))
            (foot(model))
            @if with_annex { (annex(model)) }
        }
    }
}

/// Name, book year, day, the label, the score.
fn cover(model: &Model, report: &Report) -> Markup {
    let words = &model.words().report;
    let profile = &model.assessment().profile;
    let unsaid = || words.unsaid.to_owned();
    let day = |iso: &str| verdict::day(model, iso);
    html! {
        header.cover {
            p.label { (icon("info")) strong { (words.label) } }
            h2 { (words.title) }
            dl.facts {
                div { dt { (words.name) } dd { (profile.name.clone().unwrap_or_else(unsaid)) } }
                div { dt { (words.book_year) } dd { (profile.book_year_end.as_deref().map_or_else(unsaid, day)) } }
                div { dt { (words.printed) } dd { (model.today.map_or_else(unsaid, |day| model.locale.day(day))) } }
                div { dt { (words.check_code) } dd { code { (check_code::of(model.assessment())) } } }
            }
        }
        section.report-score {
            h2 { (model.words().scores.score) }
            (verdict::chip(model, report))
            p.score-number { strong { (totals(model, report.honest_total())) } " " (model.words().result.of_hundred) }
            div.pictures { (scale(model, report.honest_total())) (radar(model, report)) }
            p.hint { (verdict::counted(model, report.reading, report.edition)) }
        }
    }
}

/// By which rules and which program, and what the code is for.
fn foot(model: &Model) -> Markup {
    let words = &model.words().report;
    let book = model.assessment().rulebook;
    let edition = &book.editions[model.assessment().edition];
    html! {
        section.report-foot {
            h2 { (words.rules) }
            p { (book.title) " (" (book.regulation) "). " (words.edition) " " (edition.id) ", " (verdict::day(model, edition.from)) "."
                @if !model.build.is_empty() { " " (model.words().common.build) " " code { (model.build) } } }
            p { (words.check_code) ": " code { (check_code::of(model.assessment())) } ". " (words.check_code_help) }
            p { strong { (words.label) } }
        }
    }
}
