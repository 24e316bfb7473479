//! One indicator a screen: its questions, each with the evidence to have at hand.

use maud::{Markup, html};

use super::super::{Model, Progress, Route};
use super::parts::{back, button, heading, icon, radios};
use super::tasks::part_name;
use crate::assessment::Answer;
use crate::locale::fill;
use crate::rulebook::{Aspect, Indicator, Item, ItemText, Subaspect};

/// An indicator's plain name.
pub(super) fn name(model: &Model, id: &str) -> &'static str {
    model.texts().indicator(model.assessment().variant, id).map_or("", |text| text.name)
}

/// The screen of an indicator.
pub(super) fn view(model: &Model, id: &str) -> Markup {
    let words = model.words();
    let Some(indicator) = model.assessment().variant.indicator(id) else {
        return html! { (heading(words.common.not_found)) };
    };
    let asked = asked(model);
    let place = asked.iter().position(|one| one.id == id).unwrap_or_default();
    let previous = place.checked_sub(1).map_or(Route::Tasks, |place| Route::Indicator(asked[place].id.to_owned()));
    let step = fill(words.item.step, &[("place", &(place + 1)), ("all", &asked.len())]);
    html! {
        div.crumb {
            (back(&previous, words))
            p.step { (step) @if let Some(part) = part_of(model, id) { " · " (part_name(model, part)) } }
        }
        (heading(name(model, id)))
        @for item in indicator.items() {
            @if let Some(text) = model.texts().item(model.assessment().variant, item.id) { (question(model, item, text)) }
        }
        p.actions {
            (button(&following(model, &asked, place, id), words.common.next))
            @if !Progress::indicator(model.assessment(), indicator).is_complete() {
                button.quiet type="button" data-click={ "answer-rest " (id) " unknown" } { (words.item.rest_unknown) }
            }
        }
        p.hint { (words.item.official) " " span lang="id" { (indicator.name) } " (" (indicator.id) ")" }
    }
}

fn question(model: &Model, item: &'static Item, text: &ItemText) -> Markup {
    let words = model.words();
    let given = model.assessment().answers.get(item.id).copied();
    let offered = Answer::ALL.into_iter().filter(|answer| *answer != Answer::NotApplicable || item.not_applicable);
    let choices: Vec<(&str, &str, bool)> =
        offered.map(|answer| (answer.code(), words.answer(answer), given == Some(answer))).collect();
    html! {
        fieldset.question {
            legend { span.letter { (item.id.rsplit('.').next().unwrap_or_default()) } " " (text.question) }
            (radios(item.id, &format!("answer {}", item.id), &choices))
            (from_check(model, item))
            details.why {
                summary data-click="help" { "?" span.unseen { " " (words.item.why) ": " (text.question) } }
                p.evidence { (icon("info")) (text.hint) }
                (help(model, item))
                @if !item.action.evidence.is_empty() {
                    p { strong { (words.item.papers) } }
                    ul { @for paper in item.action.evidence { li { (model.texts().document(paper).unwrap_or(paper)) } } }
                }
                @for doubt in item.differences {
                    @if let Some(doubt) = model.texts().difference(model.assessment().rulebook, doubt) {
                        p.hint.warn { (icon("warn")) (doubt.title) ". " (doubt.ours) }
                    }
                }
            }
        }
    }
}

/// That the answer was given in the quick check.
#[cfg(feature = "full")]
fn from_check(model: &Model, item: &Item) -> Markup {
    let carried = crate::page::rat::is_carried(model.assessment(), item.id);
    html! { @if carried { p.hint { (icon("info")) (model.words().rat.from_check) } } }
}

/// The first part of the page does not read the quick check.
#[cfg(not(feature = "full"))]
fn from_check(_: &Model, _: &Item) -> Markup {
    html! {}
}

/// Why it is asked and what the examiner looks at, or that this is being fetched.
fn help(model: &Model, item: &Item) -> Markup {
    let words = model.words();
    html! {
        @if let Some(help) = model.help(item.id) {
            p { (help.why) }
            p { strong { (words.item.examiner) } " " (help.examiner) }
        } @else {
            p.hint { (if model.stranded.is_some() { words.later.failed } else { words.later.text }) }
        }
    }
}

/// All indicators that ask something, in the form's order.
fn asked(model: &Model) -> Vec<&'static Indicator> {
    let indicators = model.assessment().asked().iter().flat_map(Aspect::indicators);
    indicators.filter(|one| !one.items().is_empty()).collect()
}

/// The next indicator of the same section; after its last one, the section's answers.
fn following(model: &Model, asked: &[&'static Indicator], place: usize, id: &str) -> Route {
    let next = asked.get(place + 1).map(|one| one.id);
    match (next, part_of(model, id)) {
        (Some(next), Some(part)) if part.indicators.iter().any(|one| one.id == next) => {
            Route::Indicator(next.to_owned())
        }
        (_, Some(part)) => Route::Answers(part.id.to_owned()),
        _ => Route::Tasks,
    }
}

fn part_of(model: &Model, indicator: &str) -> Option<&'static Subaspect> {
    let mut parts = model.assessment().variant.aspects.iter().flat_map(|aspect| aspect.subaspects);
    parts.find(|part| part.indicators.iter().any(|one| one.id == indicator))
}

/// The answers of a subaspect, to check; each can be changed.
pub(super) fn answers(model: &Model, id: &str) -> Markup {
    let words = model.words();
    let mut parts = model.assessment().variant.aspects.iter().flat_map(|aspect| aspect.subaspects);
    let Some(part) = parts.find(|part| part.id == id) else {
        return html! { (heading(words.common.not_found)) };
    };
    html! {
        (back(&Route::Tasks, words))
        p.step { (part_name(model, part)) }
        (heading(words.item.check_title))
        @for indicator in part.indicators.iter().filter(|one| !one.items().is_empty()) {
            @let (settled, open): (Vec<&Item>, Vec<&Item>) = indicator.items().iter().partition(|item| is_settled(model, item));
            section.answers {
                h2 { (name(model, indicator.id)) }
                @if !open.is_empty() { dl { @for item in open { (row(model, indicator, item)) } } }
                @if !settled.is_empty() {
                    details id={ "jawaban-" (indicator.id) } {
                        summary { (fill(words.item.settled, &[("count", &settled.len())])) span.unseen { ": " (name(model, indicator.id)) } }
                        dl { @for item in settled { (row(model, indicator, item)) } }
                    }
                }
            }
        }
        p.actions {
            (button(&after(model, part), words.common.next))
            a.button.second href=(Route::Tasks.hash()) { (words.item.to_tasks) }
        }
    }
}

/// Whether nothing is left to do about an item: it is there, or does not apply.
fn is_settled(model: &Model, item: &Item) -> bool {
    matches!(model.assessment().answer(item.id), Answer::Yes | Answer::NotApplicable)
}

fn row(model: &Model, indicator: &Indicator, item: &Item) -> Markup {
    let words = model.words();
    let question = model.texts().item(model.assessment().variant, item.id).map_or("", |text| text.question);
    let given = model.assessment().answers.get(item.id).copied();
    let sign = match given {
        Some(Answer::Yes) => "done",
        Some(Answer::No) => "no",
        Some(Answer::Unknown) => "unknown",
        Some(Answer::NotApplicable) | None => "open",
    };
    html! {
        div.answer-row {
            dt { (question) }
            dd { (icon(sign)) (given.map_or(words.item.blank, |answer| words.answer(answer))) }
            dd { a href=(Route::Indicator(indicator.id.to_owned()).hash()) { (words.common.change) span.unseen { ": " (question) } } }
        }
    }
}

/// The first question of the next section, or the books after the last one; without a score what can be done besides.
fn after(model: &Model, part: &Subaspect) -> Route {
    let parts = model.assessment().asked().iter().flat_map(|aspect| aspect.subaspects);
    let mut later = parts.skip_while(|one| one.id != part.id).skip(1).flat_map(|one| one.indicators);
    let end = if model.unrated().is_some() { Route::Result } else { Route::Books };
    later.find(|one| !one.items().is_empty()).map_or(end, |one| Route::Indicator(one.id.to_owned()))
}
