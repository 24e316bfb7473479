//! The first screen: what this is, for whom, and where to begin.

use maud::{Markup, html};

use super::super::rat::RatRoute;
use super::super::workshop::WorkshopRoute;
use super::super::{Model, Openness, Progress, Route};
use super::kept::aside;
use super::parts::{bar, button, heading, icon, offline};
use super::tasks::left;
use super::verdict;
use super::wing::{both_books, meeting, quick_check, step};

/// The screen.
pub(super) fn view(model: &Model) -> Markup {
    let words = &model.words().start;
    html! {
        @if model.has_work() { (home(model)) } @else {
            div.hero {
                (heading(words.title))
                p.lead { (words.lead) }
                p.promise { (icon("lock")) (words.promise) }
            }
        }
        (aside(model))
        (doors(model))
        (offline(model.words()))
        @if !model.has_work() { (steps(model)) }
        section.doors {
            h2 { (words.other_ways) }
            ul.plain {
                li { a href=(Route::Files.hash()) { (words.open_file) } p { (words.open_file_help) } }
                li {
                    a href=(Route::Workshop(WorkshopRoute::Trainer).hash()) { (words.door_trainer) }
                    p { (words.door_trainer_help) }
                }
                li.hosted { a href="embed/pasang.html" { (words.door_embed) } p { (words.door_embed_help) } }
                li { button.link type="button" data-click="sample" { (words.sample) } p { (words.sample_help) } }
            }
        }
    }
}

/// For whoever comes back: whose work it is, how it stands, and what comes next.
fn home(model: &Model) -> Markup {
    let words = &model.words().start;
    html! {
        div.hero {
            (heading(model.assessment().profile.name.as_deref().unwrap_or(words.home)))
            @if model.has_check() { (verdict::chip(model, &model.report())) }
            (both_books(model))
            @if model.has_check() { (resume(model)) }
            // As tall before the second part of the page has come as afterwards.
            div.coming { (meeting(model)) (next(model)) }
        }
    }
}

/// What is to be done next: what is blank and matters most, else the first step of the plan.
fn next(model: &Model) -> Markup {
    if !model.has_check() {
        return html! {};
    }
    let open = match model.unrated() {
        Some(_) => Progress::next_open(model.assessment()).map(|one| Route::Indicator(one.id.to_owned())),
        None => Openness::of(model.assessment(), &model.report()).next,
    };
    let task = match &open {
        Some(route) => Some((route.clone(), verdict::screen_name(model, route).to_owned())),
        None if model.unrated().is_some() => None,
        None => step(model).map(|step| (Route::Improve, step)),
    };
    html! { @if let Some((route, name)) = task { p.links { (model.words().start.next) " " a href=(route.hash()) { (name) } } } }
}

/// The three ways in. The first is the main one, unless there is work to go on with.
fn doors(model: &Model) -> Markup {
    let words = &model.words().start;
    let doors = [
        (words.door_check, words.door_check_help, Route::Profile, words.begin),
        (words.door_quick, words.door_quick_help, quick_check(model), words.door_quick_begin),
        (words.door_ready, words.door_ready_help, Route::Rat(RatRoute::Ready), words.door_ready_begin),
    ];
    html! {
        div.ways {
            @for (place, (name, help, to, begin)) in doors.into_iter().enumerate() {
                @let second = place > 0 || model.has_check();
                section.card {
                    h2 { (name) }
                    p { (help) }
                    p.actions { a.button.second[second] href=(to.hash()) { (begin) } }
                }
            }
        }
    }
}

fn resume(model: &Model) -> Markup {
    let progress = Progress::whole(model.assessment());
    html! {
        (bar(progress, &left(model)))
        p.actions {
            @if progress.is_complete() {
                (button(&Route::Result, model.words().result.see))
                a.button.second href=(Route::Tasks.hash()) { (model.words().start.edit) }
            } @else {
                (button(&Route::Tasks, model.words().start.resume))
                a.button.second href=(Route::Result.hash()) { (model.words().result.see) }
            }
        }
    }
}

fn steps(model: &Model) -> Markup {
    let words = &model.words().start;
    html! {
        section.steps {
            h2 { (words.how) }
            ol {
                li { strong { (words.step_answer) } p { (words.step_answer_help) } }
                li { strong { (words.step_books) } p { (words.step_books_help) } }
                li { strong { (words.step_result) } p { (words.step_result_help) } }
            }
        }
    }
}
