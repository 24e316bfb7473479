//! Every tool on one screen, by what it is for: one tap away from everywhere.

use maud::{Markup, html};

use super::super::advice::AdviceRoute;
use super::super::rat::RatRoute;
use super::super::workshop::WorkshopRoute;
use super::super::{Model, Route};
use super::parts::{back, heading};
use super::titles::name;

/// The screen.
pub(super) fn view(model: &Model) -> Markup {
    let words = &model.words().map;
    html! {
        (back(&Route::Start, model.words()))
        (heading(words.title))
        @for (title, tools) in tools(model) {
            section.tasks {
                h2 { (title) }
                ul.task-list.map {
                    @for tool in tools { li { a href=(tool.hash()) { span.task-name { (name(model, &tool)) } } } }
                }
            }
        }
    }
}

/// The tools under what they are for; a test walks all of them.
fn tools(model: &Model) -> [(&'static str, Vec<Route>); 6] {
    let words = &model.words().map;
    let rat = [
        RatRoute::Check(1),
        RatRoute::Standing,
        RatRoute::Ready,
        RatRoute::Calendar,
        RatRoute::Meeting,
        RatRoute::Articles,
        RatRoute::Quorum,
        RatRoute::Papers,
        RatRoute::Names,
        RatRoute::Shu,
        RatRoute::Book,
        RatRoute::Signals,
        RatRoute::Revival,
    ];
    [
        (words.entries, vec![Route::Profile, Route::Tasks, Route::Books, Route::Sheet, Route::Kdmp]),
        (words.result, vec![Route::Result, Route::Improve, Route::Scores, Route::Findings, Route::Differences]),
        (words.rat, rat.map(Route::Rat).into()),
        (words.examination, AdviceRoute::PLAIN.map(|(_, route)| Route::Advice(route)).into()),
        (words.together, WorkshopRoute::PLAIN.map(|(_, route)| Route::Workshop(route)).into()),
        (words.own, vec![Route::Files, Route::Sealed, Route::Glossary, Route::Privacy, Route::Settings]),
    ]
}
