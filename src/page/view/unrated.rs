//! A cooperative whose form is not known gets no score: why, and what is of use all the same.

use maud::{Markup, html};

#[cfg(feature = "full")]
use super::super::advice::AdviceRoute;
#[cfg(feature = "full")]
use super::super::progress::{ITEM, Progress};
#[cfg(feature = "full")]
use super::super::rat::RatRoute;
use super::super::{Model, Route};
use super::parts::{back, heading, icon};
#[cfg(feature = "full")]
use super::{layout::name, parts::state, questions};
use crate::assessment::Unrated;
#[cfg(feature = "full")]
use crate::{
    assessment::Answer,
    locale::fill,
    rulebook::{Aspect, Item},
};

/// The screen, in the place of all that rest on a score.
pub(super) fn view(model: &Model, why: Unrated) -> Markup {
    html! {
        (back(&Route::Tasks, model.words()))
        (heading(model.words().result.title))
        (self::why(model, why))
        (useful(model))
    }
}

/// What comes with the second part of the page.
#[cfg(not(feature = "full"))]
fn useful(_: &Model) -> Markup {
    html! {}
}

/// What can be done all the same, and what governance lacks.
#[cfg(feature = "full")]
fn useful(model: &Model) -> Markup {
    let words = model.words();
    let answered = state(Progress::whole(model.assessment()), ITEM, words);
    let rat = [RatRoute::Standing, RatRoute::Ready, RatRoute::Papers].map(Route::Rat);
    let ways = [Route::Tasks].into_iter().chain(rat).chain([Route::Advice(AdviceRoute::Pack), Route::Map]);
    html! {
        section.tasks {
            h2 { (words.unrated_ways.useful) }
            ul.task-list { @for to in ways {
                li { a href=(to.hash()) { span.task-name { (name(model, &to)) } @if to == Route::Tasks { (answered) } } }
            } }
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
#[cfg(feature = "full")]
fn lacking(model: &Model) -> Markup {
    let words = &model.words().unrated_ways;
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
