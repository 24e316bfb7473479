//! One action: what it brings, what to do, who, how long, which papers, who helps, and how far it is.

use maud::{Markup, html};

use super::parts::gain;
use super::tracking;
use crate::advice::{Action, Step, Stuck, Way};
use crate::page::advice::{AdviceRoute, say};
use crate::page::view::parts::icon;
use crate::page::{Model, Route};
use crate::rulebook::{Indicator, Item};

/// The card, folded away except for the first few: a phone should show the whole list before its details.
pub(super) fn action(model: &Model, action: &Action, open: bool) -> Markup {
    let words = &model.words().advice;
    let key = match &action.step {
        Step::Items(items) => items.first().map_or(action.indicator.id, |item| item.id),
        Step::Money(_) => action.indicator.id,
    };
    html! {
        details.gap id={ "celah-" (key) } data-print="shut" open[open] {
            summary { h3 { (say::name(model, action.indicator)) } span.brings { (gain(model, action.gain)) @if action.needs_rat { " " span.tag { (icon("info")) (words.needs_rat) } } } }
            @if action.follows { p.hint { (words.follows) } }
            @if action.gain.low.is_zero() { p.hint { (words.no_points) } }
            @match &action.step {
                Step::Items(items) => { @for item in items { (self::item(model, item)) } }
                Step::Money(way) => (money(model, action.indicator, way)),
            }
            (facts(model, action))
            (trial(model, action))
        }
    }
}

/// An item that is not met: the question, the first step, why, and how far it is.
fn item(model: &Model, item: &Item) -> Markup {
    let words = &model.words().advice;
    let Some(text) = model.texts().item(model.assessment().variant, item.id) else { return html! {} };
    html! {
        div.mend {
            p.question-text { (icon("no")) (text.question) }
            @if let Some(help) = model.help(item.id) {
                p { strong { (words.step) } " " (help.first_step) }
                details id={ "mengapa-" (item.id) } { summary { (words.why) span.unseen { ": " (text.question) } } p { (help.why) } p { strong { (model.words().item.examiner) } " " (help.examiner) } }
            }
            (tracking::note(model, item.id, text.question))
        }
    }
}

fn money(model: &Model, indicator: &Indicator, way: &Way) -> Markup {
    let words = &model.words().advice;
    let told = model.locale.way(model.assessment(), way);
    html! {
        div.mend {
            p.question-text { (told.deed) }
            ul { @for shift in &told.shifts { li { (shift) } } }
            p { strong { (words.step) } " " (say::ratio_step(model, indicator)) }
            @if let Some(rat) = told.needs_rat { p { (icon("info")) (rat) } }
            p { a href=(Route::Advice(AdviceRoute::Band(indicator.id.to_owned())).hash()) { (words.other_ways) span.unseen { ": " (say::name(model, indicator)) } } }
            (tracking::note(model, indicator.id, say::name(model, indicator)))
        }
    }
}

/// Who, how long, how hard, which papers, whose help.
fn facts(model: &Model, action: &Action) -> Markup {
    let words = &model.words().advice;
    let (papers, help) = (say::papers(model, &action.evidence), say::help(model, &action.coaching));
    html! {
        dl.facts {
            div { dt { (words.who) } dd { (say::who(model, &action.who)) } }
            div { dt { (words.time) } dd { (say::time(model, action.time)) } }
            div { dt { (words.effort) } dd { (say::effort(model, action.effort, say::things(action))) } }
            @if !papers.is_empty() { div { dt { (words.papers) } dd { (papers.join("; ")) } } }
            @if !help.is_empty() { div { dt { (words.coaching) } dd { (help.join(" ")) } } }
        }
    }
}

/// To try it on the copy.
fn trial(model: &Model, action: &Action) -> Markup {
    let mark = match &action.step {
        Step::Items(items) => format!("advice try {}", items.iter().map(|item| item.id).collect::<Vec<_>>().join(",")),
        Step::Money(way) => move_mark(way),
    };
    html! {
        p { button.button.second type="button" data-click=(mark) { (model.words().advice.try_it) span.unseen { ": " (say::name(model, action.indicator)) } } }
    }
}

/// The mark that tries a move of money.
pub(super) fn move_mark(way: &Way) -> String {
    format!("advice move {} {}", way.movement.id, way.rupiah)
}

/// A ratio that no single line lifts with profit.
pub(super) fn stuck(model: &Model, stuck: &Stuck) -> Markup {
    let words = &model.words().advice;
    let indicator = stuck.next.indicator;
    let text = model.texts().indicator(model.assessment().variant, indicator.id).and_then(|text| text.ratio.as_ref());
    html! {
        details.gap id={ "tersangkut-" (indicator.id) } data-print="shut" {
            summary { h3 { (say::name(model, indicator)) } }
            div.mend {
                @if let Some(text) = text { p { (text.meaning) } p { strong { (words.step) } " " (text.first_step) } }
                p { a href=(Route::Advice(AdviceRoute::Band(indicator.id.to_owned())).hash()) { (words.tried_ways) span.unseen { ": " (say::name(model, indicator)) } } }
                (tracking::note(model, indicator.id, say::name(model, indicator)))
            }
        }
    }
}
