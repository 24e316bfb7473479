//! The trainer's door: everything a workshop needs, in the order of the day.

use maud::{Markup, html};

use super::super::parts::{back, heading, offline};
use crate::locale::fill;
use crate::page::workshop::WorkshopRoute::{self, Class, Code, Collect, Desk, Samples, Script, Share, Stage, Voices};
use crate::page::{Model, Route};

/// The screen.
pub(super) fn view(model: &Model) -> Markup {
    let words = &model.words().workshop;
    let count = model.workshop.room.len();
    let lying = model.workshop.bench.desk.entries().len();
    let place = model.workshop.shown.0.max(1);
    html! {
        (back(&Route::Start, model.words()))
        (heading(words.title))
        p.lead { (words.lead) }
        (offline(model.words()))
        p { (words.large) " " a href={ "?mode=projector" (Route::Workshop(WorkshopRoute::Trainer).hash()) } { (words.large_on) } " · " a href={ "?" (Route::Workshop(WorkshopRoute::Trainer).hash()) } { (words.large_off) } }
        section.doors {
            ul.plain {
                (door(&Share, model.words().workshop_share.title, model.words().workshop_share.help, None))
                (door(&Stage(place), words.stage, words.stage_help, (place > 1).then(|| fill(words.resume, &[("place", &place)]))))
                (door(&Samples, words.samples, words.samples_help, None))
                (door(&Script(false), words.script_short, words.script_help, None))
                (door(&Script(true), words.script_long, words.script_help, None))
                (door(&Code, words.code, words.code_help, None))
                (door(&Collect, words.collect, words.collect_help, (count > 0).then(|| fill(words.count, &[("count", &count)]))))
                (door(&Class, words.class, words.class_help, None))
                (door(&Voices, words.voices, words.voices_help, None))
                (door(&Desk, words.desk, words.desk_help, (lying > 0).then(|| fill(words.count, &[("count", &lying)]))))
            }
        }
    }
}

fn door(to: &WorkshopRoute, name: &str, help: &str, more: Option<String>) -> Markup {
    html! {
        li {
            a href=(Route::Workshop(to.clone()).hash()) { (name) }
            p { (help) }
            @if let Some(more) = more { p { strong { (more) } } }
        }
    }
}
