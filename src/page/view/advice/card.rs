//! One step: what it brings, what to do, who, how long, which papers, who helps, and how far it is.

use maud::{Markup, html};

use super::parts::gain;
use super::tracking;
use crate::advice::{Action, Plan, Step, Way};
use crate::page::advice::{AdviceRoute, say};
use crate::page::view::parts::icon;
use crate::page::{Model, Route};
use crate::rulebook::{Indicator, Item};

/// How many steps stand open.
const OPEN: usize = 2;

/// The card, folded away except for the first few: a phone should show the whole list before its details. A step of the plan
/// has its place there, and somebody who does it.
pub(super) fn action(model: &Model, plan: &Plan, action: &Action, place: Option<usize>) -> Markup {
    let words = &model.words().advice;
    let key = match &action.step {
        Step::Items(items) => items.first().map_or(action.indicator.id, |item| item.id),
        Step::Money(_) => action.indicator.id,
    };
    html! {
        details.gap id={ "celah-" (key) } data-print="shut" open[place.is_some_and(|place| place < OPEN)] {
            summary { h3 { (say::step(model, action)) } span.brings { (gain(model, action.gain)) (tags(model, action)) }
                @if place.is_some() { (tracking::agreed(model, action)) } }
            @if action.follows { p.hint { (words.follows) } }
            @if action.gain.low.is_zero() { p.hint { (words.no_points) } }
            @match &action.step {
                Step::Items(items) => { @for item in items { (self::item(model, item)) } }
                Step::Money(way) => (money(model, plan, action.indicator, way)),
            }
            (facts(model, action))
            @if place.is_some() { (tracking::task(model, action)) }
            (trial(model, action))
        }
    }
}

/// What a board wants to know before it opens a step.
fn tags(model: &Model, action: &Action) -> Markup {
    let words = &model.words().advice;
    html! {
        @if action.endangers { " " span.tag.danger { (icon("warn")) (words.danger) } }
        @if action.needs_rat { " " span.tag { (icon("info")) (words.needs_rat) } }
    }
}

/// An item that is not met: what has to hold, the first step, why, and how far it is.
fn item(model: &Model, item: &Item) -> Markup {
    let words = &model.words().advice;
    let text = &model.texts()[item];
    let statement = text.statement();
    html! {
        div.mend {
            p.question-text { (icon("open")) (statement) }
            @if let Some(help) = model.help(item.id) {
                p { strong { (words.step) } " " (help.first_step) }
                details id={ "mengapa-" (item.id) } { summary { (words.why) span.unseen { ": " (statement) } } p { (help.why) } p { strong { (model.words().item.examiner) } " " (help.examiner) } }
            }
            (tracking::note(model, item.id, &statement))
        }
    }
}

/// The money of the plan: what it lifts, and the ways to it.
fn money(model: &Model, plan: &Plan, indicator: &Indicator, way: &Way) -> Markup {
    let words = &model.words().advice;
    let told = model.locale.way(model.assessment(), way);
    html! {
        div.mend {
            p { (say::lifts(model, way)) }
            @if plan.others.is_empty() || !say::raises_result(model, way.movement) {
                ul { @for shift in &told.shifts { li { (shift) } } }
            } @else {
                p { (words.one_enough) }
                ul { @for deed in say::ways(model, plan, way) { li { (deed) } } }
            }
            p.hint { (words.target_year) }
            p.links { a href=(Route::Advice(AdviceRoute::Band(indicator.id.to_owned())).hash()) { (words.other_ways) span.unseen { ": " (say::name(model, indicator)) } } }
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
        p { button.button.second type="button" data-click=(mark) { (model.words().advice.try_it) span.unseen { ": " (say::step(model, action)) } } }
    }
}

/// The mark that tries a move of money.
pub(super) fn move_mark(way: &Way) -> String {
    format!("advice move {} {}", way.movement.id, way.rupiah)
}
