//! The first screen: what this is, for whom, and where to begin.

use maud::{Markup, html};

use super::super::rat::RatRoute;
use super::super::workshop::WorkshopRoute;
use super::super::{Model, Progress, Route};
use super::kept::aside;
use super::parts::{bar, button, heading, icon, offline};
use crate::locale::fill;

/// The screen.
pub(super) fn view(model: &Model) -> Markup {
    let words = &model.words().start;
    html! {
        div.hero {
            (heading(words.title))
            p.lead { (words.lead) }
            p.promise { (icon("lock")) (words.promise) }
            @if model.has_check() { (resume(model)) }
        }
        (aside(model))
        (doors(model))
        (offline(model.words()))
        (steps(model))
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

/// The three ways in. The first is the main one, unless there is work to go on with.
fn doors(model: &Model) -> Markup {
    let words = &model.words().start;
    let doors = [
        (words.door_check, words.door_check_help, Route::Profile, words.begin),
        (words.door_quick, words.door_quick_help, Route::Rat(RatRoute::Check(1)), words.door_quick_begin),
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
    let said = fill(model.words().tasks.progress, &[("done", &progress.done), ("all", &progress.all)]);
    html! {
        (bar(progress, &said))
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
    let items = model.assessment().variant.items().count();
    html! {
        section.steps {
            h2 { (words.how) }
            ol {
                li { strong { (words.step_answer) } p { (fill(words.step_answer_help, &[("items", &items)])) } }
                li { strong { (words.step_books) } p { (words.step_books_help) } }
                li { strong { (words.step_result) } p { (words.step_result_help) } }
            }
        }
    }
}
