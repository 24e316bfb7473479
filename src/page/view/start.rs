//! The first screen: what this is, for whom, and where to begin.

use maud::{Markup, html};

#[cfg(feature = "full")]
use super::super::rat::Board;
use super::super::rat::RatRoute;
use super::super::workshop::WorkshopRoute;
use super::super::{Model, Openness, Progress, Route};
use super::kept::aside;
use super::parts::{bar, button, heading, icon, offline};
use super::statement::both_books;
use super::tasks::{left, quick_check};
use super::verdict;
#[cfg(feature = "full")]
use crate::calendar::Day;
#[cfg(feature = "full")]
use crate::locale::fill;
#[cfg(feature = "full")]
use crate::rat::{RatInput, calendar::plan};

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

/// How many days to the RAT, and what is due before it.
#[cfg(feature = "full")]
fn meeting(model: &Model) -> Markup {
    let words = &model.words().map;
    let said = model.assessment().profile.book_year_end.is_some() || model.assessment().rat != RatInput::default();
    let plan = Board::of(model).filter(|_| said).and_then(|board| plan(&board.facts, board.today));
    let Some(plan) = plan else { return html! {} };
    let left = |days: i64| fill(model.words().calendar.left, &[("count", &days)]);
    let dated = |text: &str, what: &str, day: Day, days: i64| {
        fill(text, &[("what", &what), ("day", &verdict::day(model, &day.to_string())), ("left", &left(days))])
    };
    let ahead = plan.rows.iter().find(|row| row.days_left > 0 && row.done != crate::rat::Answer::Yes);
    let days = model.day().map_or(0, |today| today.days_until(plan.meeting));
    let name = if plan.chosen.is_some() { words.meeting } else { words.meeting_proposed };
    html! {
        p { (icon("part")) a href=(Route::Rat(RatRoute::Calendar).hash()) { (dated(words.dated, name, plan.meeting, days)) }
            @if let Some(row) = ahead { br; (dated(words.before, row.label.say(model.locale), row.day, row.days_left)) } }
    }
}

/// The first part of the page knows no calendar.
#[cfg(not(feature = "full"))]
fn meeting(_: &Model) -> Markup {
    html! {}
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
    html! { @if let Some((route, name)) = task { p { (model.words().start.next) " " a href=(route.hash()) { (name) } } } }
}

#[cfg(feature = "full")]
fn step(model: &Model) -> Option<String> {
    model.plan().steps.first().map(|step| crate::page::advice::say::step(model, step))
}

/// The plan comes with the second part of the page.
#[cfg(not(feature = "full"))]
const fn step(_: &Model) -> Option<String> {
    None
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
