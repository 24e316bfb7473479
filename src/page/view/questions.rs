//! A screen of questions: indicators of a chapter, each question with the evidence to have at hand, and how far one has got
//! always in sight.

use maud::{Markup, html};

use super::super::progress::ITEM;
use super::super::{Model, Progress, Route, pages};
use super::names::{indicator_name, part_name};
use super::numbers::about;
use super::parts::{awaited, back, button, heading, icon, radios};
use super::wing::{from_check, on_stage};
use crate::assessment::Answer;
use crate::locale::fill;
use crate::rulebook::{Indicator, Item, ItemText, Subaspect};

/// The screen on which an indicator is asked.
pub(super) fn view(model: &Model, id: &str) -> Markup {
    let words = model.words();
    let pages: Vec<_> = pages::all(model.assessment().variant).collect();
    let Some(place) = pages.iter().position(|(_, page)| page.iter().any(|one| one.id == id)) else {
        return html! { (heading(words.common.not_found)) };
    };
    let (part, page) = pages[place];
    let entry = |place: usize| pages.get(place).map(|(part, page)| (*part, Route::Indicator(page[0].id.to_owned())));
    let previous = place.checked_sub(1).and_then(entry).map_or(Route::Tasks, |(_, route)| route);
    // After the last screen of a chapter come its answers.
    let next = entry(place + 1).filter(|(next, _)| next.id == part.id).map(|(_, route)| route);
    let open = page.iter().any(|one| !Progress::indicator(model.assessment(), one).is_complete());
    html! {
        (back(&previous, words))
        (along(model, part))
        @for indicator in page.iter().filter(|one| !one.items().is_empty()) { (block(model, indicator)) }
        p.actions {
            (button(&next.unwrap_or_else(|| Route::Answers(part.id.to_owned())), words.common.next))
            @if open { button.quiet type="button" data-click={ "answer-rest " (id) " unknown" } { (words.item.rest_unknown) } }
        }
    }
}

/// The chapter, how long it still takes, and where the score stands by now.
fn along(model: &Model, part: &Subaspect) -> Markup {
    let words = model.words();
    let progress = Progress::subaspect(model.assessment(), part);
    let left = match progress.minutes(ITEM) {
        0 => words.tasks.done.to_owned(),
        minutes => fill(words.tasks.minutes_left, &[("minutes", &minutes)]),
    };
    html! {
        div.along {
            (heading(part_name(model, part)))
            span { (left) }
            strong { @if model.has_check() && model.unrated().is_none() { (words.result.tab_score) " " (about(model, model.report().honest_total())) } }
        }
    }
}

/// The questions of an indicator under its name.
fn block(model: &Model, indicator: &'static Indicator) -> Markup {
    html! {
        section.block {
            h2 id={ "butir-" (indicator.id) } tabindex="-1" { (indicator_name(model, indicator.id)) }
            @for item in indicator.items() {
                @if let Some(text) = model.texts().item(model.assessment().variant, item.id) { (question(model, indicator, item, text)) }
            }
        }
    }
}

fn question(model: &Model, indicator: &Indicator, item: &'static Item, text: &ItemText) -> Markup {
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
                (help(model, item))
                @if !item.action.evidence.is_empty() {
                    p { strong { (words.item.papers) } }
                    ul { @for paper in item.action.evidence { li { (model.texts().document(paper).unwrap_or(paper)) } } }
                }
                @for id in item.differences {
                    @if let Some(doubt) = model.texts().difference(model.assessment().rulebook, id) {
                        p.hint.warn { (icon("warn")) (doubt.title) ". " @if let Some(ours) = model.ours(id) { (ours) } }
                    }
                }
                p.hint { (words.item.official) " " span lang="id" { (indicator.name) } " (" (item.id) ")" (on_stage(model, item)) }
            }
        }
    }
}

/// Why it is asked and what the examiner looks at, or that this is being fetched.
fn help(model: &Model, item: &Item) -> Markup {
    let words = model.words();
    html! {
        @if let Some(help) = model.help(item.id) {
            p.evidence { (icon("info")) (help.hint) }
            p { (help.why) }
            p { strong { (words.item.examiner) } " " (help.examiner) }
        } @else {
            (awaited(model))
        }
    }
}

/// What is no, not known or blank in a subaspect, to look at once more; what is settled is folded away.
pub(super) fn answers(model: &Model, id: &str) -> Markup {
    let words = model.words();
    let mut parts = model.assessment().variant.aspects.iter().flat_map(|aspect| aspect.subaspects);
    let Some(part) = parts.find(|part| part.id == id) else {
        return html! { (heading(words.common.not_found)) };
    };
    let open = [(Answer::No, "no"), (Answer::Unknown, "unknown")];
    let settled = given(model, part, &|answer| matches!(answer, Some(Answer::Yes | Answer::NotApplicable)));
    let blank = given(model, part, &|answer| answer.is_none());
    html! {
        (back(&Route::Tasks, words))
        (heading(words.item.check_title))
        p.step { (part_name(model, part)) }
        @for (answer, sign) in open {
            @let items = given(model, part, &|given| given == Some(answer));
            @if !items.is_empty() { section.answers { h2 { (icon(sign)) (words.answer(answer)) " (" (items.len()) ")" } (rows(model, &items)) } }
        }
        @if let Some((indicator, _)) = blank.first() {
            p.links { (icon("open")) a href=(Route::Indicator(indicator.id.to_owned()).hash()) { (words.item.blank) " (" (blank.len()) ")" } }
        }
        @if !settled.is_empty() {
            details id={ "jawaban-" (part.id) } {
                summary { (fill(words.item.settled, &[("count", &settled.len())])) }
                (rows(model, &settled))
            }
        }
        p.actions { (button(&after(model, part), words.common.next)) }
    }
}

/// The items of a subaspect that were answered so, each with its indicator.
fn given(
    model: &Model,
    part: &'static Subaspect,
    so: &dyn Fn(Option<Answer>) -> bool,
) -> Vec<(&'static Indicator, &'static Item)> {
    let items = part.indicators.iter().flat_map(|one| one.items().iter().map(move |item| (one, item)));
    items.filter(|(_, item)| so(model.assessment().answers.get(item.id).copied())).collect()
}

/// Each leads to where it can be changed.
fn rows(model: &Model, items: &[(&'static Indicator, &'static Item)]) -> Markup {
    let variant = model.assessment().variant;
    html! {
        ul.task-list {
            @for (indicator, item) in items {
                @if let Some(text) = model.texts().item(variant, item.id) {
                    li { a href=(Route::Indicator(indicator.id.to_owned()).hash()) { (text.question) } }
                }
            }
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
