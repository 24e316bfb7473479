//! The result: the verdict as an estimate, what makes it up, and three things to do now. What it rests on is a tab away.

use maud::{Markup, html};

use super::super::advice::AdviceRoute;
use super::super::workshop::WorkshopRoute;
use super::super::{Contrast, Model, Openness, Progress, Route};
use super::numbers::about;
use super::parts::{back, button, heading, icon};
use super::picture::bar;
use super::verdict;
use super::wing::{both_books, first};
use crate::locale::fill;
use crate::scoring::Report;

/// The screen.
pub(super) fn view(model: &Model) -> Markup {
    let words = &model.words().result;
    if let Some(empty) = not_begun(model, words.title) {
        return empty;
    }
    let contrast = Contrast::of(model.assessment());
    let report = contrast.own();
    let open = Openness::of(model.assessment(), report);
    html! {
        (back(&Route::Tasks, model.words()))
        (heading(words.title))
        (tabs(model))
        (both_books(model))
        (verdict::score(model, report))
        (counts(model, &contrast))
        (findings(model, report))
        (verdict::open(model, &open))
        (aspects(model, report))
        (first(model, report, open.next.is_none()))
        div.others.noprint {
            a href=(Route::Advice(AdviceRoute::Trial).hash()) { (words.to_trial) }
            a href=(Route::Advice(AdviceRoute::Report(false)).hash()) { (words.to_report) }
            a href=(Route::Workshop(WorkshopRoute::Code).hash()) { (words.to_code) }
            button.link type="button" data-click="print" { (words.print) }
        }
    }
}

/// The three sides of a result, the one that is open marked.
pub(super) fn tabs(model: &Model) -> Markup {
    let words = &model.words().result;
    let tabs =
        [(Route::Result, words.tab_score), (Route::Improve, words.tab_improve), (Route::Scores, words.tab_figures)];
    html! {
        nav.tabs.noprint aria-label=(words.tabs) {
            @for (route, name) in tabs {
                a href=(route.hash()) aria-current=[(route == model.route).then_some("page")] { (name) }
            }
        }
    }
}

/// In the place of a screen that tells of a score, while there is none.
pub(super) fn not_begun(model: &Model, title: &str) -> Option<Markup> {
    (!model.has_check()).then(|| html! { (back(&Route::Tasks, model.words())) (heading(title)) (empty(model)) })
}

/// Instead of a score of nothing: what it takes.
fn empty(model: &Model) -> Markup {
    let words = &model.words().result;
    let items = model.assessment().variant.items().count();
    let minutes = Progress::item_minutes(model.assessment()).next_multiple_of(5);
    html! {
        p.lead { (words.empty) }
        ul {
            li { (fill(words.empty_items, &[("items", &items), ("minutes", &minutes)])) }
            li { (words.empty_books) }
        }
        p.actions { (button(&Route::Tasks, words.begin)) }
    }
}

/// That other editions, the other reading or another way to read the form count otherwise, in a line.
fn counts(model: &Model, contrast: &Contrast<'_>) -> Markup {
    let (words, report) = (&model.words().result, contrast.own());
    let edition = contrast.other_editions().iter().any(|other| other.total != report.total);
    html! {
        @if report.doubt.is_some() { p.hint { (icon("info")) (words.doubt) } }
        @if edition || contrast.readings_differ() {
            p.links.hint { (icon("info")) a href=(Route::Scores.hash()) { (words.other_counts) } }
        }
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

/// The aspects, each a bar with its number.
fn aspects(model: &Model, report: &Report) -> Markup {
    html! {
        section.bars {
            h2 { (model.words().result.aspects_title) }
            @for score in report.honest_aspects() {
                @let (name, number) = (model.texts()[score.aspect].name, about(model, score.score));
                p { span { (name) } strong { (number) } }
                (bar(model, score.score, &format!("{name}: {number}")))
            }
        }
    }
}
