//! A cooperative whose form is not known gets no score: why, and what is of use all the same.

use maud::{Markup, html};

use super::super::advice::AdviceRoute;
use super::super::rat::RatRoute;
use super::super::{Model, Progress, Route};
use super::parts::{back, heading, icon, state};
use super::questions;
use super::tasks::quick_check;
use crate::assessment::{Answer, Unrated};
use crate::locale::fill;
use crate::rulebook::{Aspect, Item};

/// The screen, in the place of all that rest on a score.
pub(super) fn view(model: &Model, why: Unrated) -> Markup {
    let words = model.words();
    let answered = state(Progress::whole(model.assessment()), words);
    let ways = [
        (Route::Tasks, words.unrated.governance, answered),
        (quick_check(model), words.unrated.standing, html! {}),
        (Route::Rat(RatRoute::Ready), words.start.door_ready, html! {}),
        (Route::Rat(RatRoute::Papers), words.unrated.letters, html! {}),
        (Route::Advice(AdviceRoute::Pack), words.unrated.papers, html! {}),
    ];
    html! {
        (back(&Route::Tasks, words))
        (heading(words.result.title))
        (self::why(model, why))
        section.tasks {
            h2 { (words.unrated.useful) }
            ul.task-list { @for (to, name, state) in &ways { li { a href=(to.hash()) { span.task-name { (name) } (state) } } } }
        }
        (lacking(model))
    }
}

/// Why there is no score.
pub(super) fn why(model: &Model, why: Unrated) -> Markup {
    let words = &model.words().unrated;
    let text = match why {
        Unrated::Sharia => words.sharia,
        Unrated::Secondary => words.secondary,
        Unrated::Large => words.large,
        Unrated::Other => words.other,
    };
    html! { p.hint.warn { (icon("info")) (text) " " (words.no_score) } }
}

/// What governance lacks, by its questions; no points are told.
fn lacking(model: &Model) -> Markup {
    let words = &model.words().unrated;
    let indicators = model.assessment().asked().iter().flat_map(Aspect::indicators);
    let no = |item: &&Item| model.assessment().answer(item.id) == Answer::No;
    let counted = indicators.map(|one| (one.id, one.items().iter().filter(no).count()));
    let lacking: Vec<_> = counted.filter(|(_, count)| *count > 0).collect();
    html! {
        @if !lacking.is_empty() {
            section.tasks {
                h2 { (words.lacking) }
                ul.task-list {
                    @for (id, count) in lacking {
                        li { a href=(Route::Indicator(id.to_owned()).hash()) {
                            span.task-name { (questions::name(model, id)) small { (fill(words.lacking_count, &[("count", &count)])) } }
                        } }
                    }
                }
            }
        }
    }
}
