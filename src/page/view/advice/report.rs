//! The report to be printed: what it is, where the cooperative stands, what to do, what is doubtful.

use maud::{Markup, html};

use super::report_annex::annex;
use super::report_parts::{aspects, doubts, indicators, plan, rat};
use crate::exact::Fraction;
use crate::exchange::check_code;
use crate::page::advice::AdviceRoute;
use crate::page::view::numbers::{rupiah, totals};
use crate::page::view::parts::{back, heading};
use crate::page::view::picture::scale;
use crate::page::view::result::not_begun;
use crate::page::view::statement::both_books;
use crate::page::view::{names, verdict};
use crate::page::{Model, Route};
use crate::papers::Surplus;
use crate::rulebook::Year;
use crate::scoring::{Figures, Report};

/// The screen. Only the sheet itself is printed.
pub(super) fn view(model: &Model, with_annex: bool) -> Markup {
    let words = &model.words().report;
    if let Some(empty) = not_begun(model, words.title) {
        return empty;
    }
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
            (indicators(model, &report))
            (plan(model))
            (doubts(model, &report))
            (rat(model))
            (foot(model))
            (signs(model))
            @if with_annex { (annex(model)) }
        }
    }
}

/// Name, book year, day, the label, the score.
fn cover(model: &Model, report: &Report) -> Markup {
    let words = &model.words().report;
    let profile = &model.assessment().profile;
    let unsaid = || words.unsaid.to_owned();
    let day = |iso: &str| names::day(model, iso);
    html! {
        header.cover {
            h2 { (words.title) }
            dl.facts {
                div { dt { (words.name) } dd { (profile.name.clone().unwrap_or_else(unsaid)) } }
                div { dt { (words.members) } dd { (profile.members.map_or_else(unsaid, |count| crate::money::count(i64::from(count), model.locale.numerals()))) } }
                div { dt { (words.book_year) } dd { (profile.book_year_end.as_deref().map_or_else(unsaid, day)) } }
                @for (name, amount) in sums(model) { div { dt { (name) } dd { (amount.unwrap_or_else(unsaid)) } } }
                div { dt { (words.printed) } dd { (model.today.map_or_else(unsaid, |day| model.locale.day(day))) } }
                div { dt { (words.check_code) } dd { code { (check_code::of(model.assessment())) } } }
            }
        }
        section.report-score {
            h2 { (model.words().scores.score) }
            // Whoever reads the number reads beside it what it means, and whose it is.
            div.verdict-line {
                (verdict::chip(model, report))
                @if !report.is_too_wide() { p.score-number { strong { (totals(model, report.honest_total())) } " " (model.words().result.of_hundred) } }
            }
            @if !report.is_too_wide() { (scale(model, report.honest_total())) }
            p.hint { (names::counted(model, report.reading, report.edition)) }
        }
    }
}

/// What the cooperative owns, and what it earned, at the end of the book year.
fn sums(model: &Model) -> [(&'static str, Option<String>); 2] {
    let words = model.words();
    let assets = Figures::new(model.assessment()).named("total_aktiva", Year::Current).known();
    let surplus = Surplus::of(model.assessment()).amount().map(Fraction::whole);
    [(words.statement.assets, assets), (words.report.surplus, surplus)]
        .map(|(name, amount)| (name, amount.map(|amount| rupiah(model, amount))))
}

/// Where it is signed: place and day, and a line for each who answers for it.
fn signs(model: &Model) -> Markup {
    let (words, names) = (model.words(), &model.assessment().rat.names);
    let signs = [
        (words.advice.who_ketua, &names.chair),
        (words.advice.who_bendahara, &names.treasurer),
        (words.advice.who_pengawas, &names.supervisor),
    ];
    html! {
        section.signs-block {
            p { (words.report.place_and_day) " ______________________" }
            div.sign-row { @for (role, name) in signs { div { span { (role) } span.signature { (name) } } } }
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
            p { (book.title) " (" (book.regulation) "). " (words.edition) " " (edition.id) ", " (names::day(model, edition.from)) "."
                @if !model.build.is_empty() { " " (model.words().common.build) " " code { (model.build) } } }
            p { (words.check_code) ": " code { (check_code::of(model.assessment())) } ". " (words.check_code_help) }
        }
    }
}
