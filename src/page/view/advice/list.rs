//! The plan of at most seven steps, what to find out first, and what else there is.

use maud::{Markup, html};

use super::parts::{change, count, predicates, titled};
use super::{card, find_out, tracking};
use crate::advice::{Action, Checklist, Plan, Step};
use crate::page::advice::{AdviceRoute, say};
use crate::page::view::numbers::points_of;
use crate::page::view::parts::{back, icon};
use crate::page::view::result;
use crate::page::{Model, Route};
use crate::rulebook::Indicator;

/// How many of what is to be found out stand there at once.
const SHORT: usize = 5;

/// The screen.
pub(in crate::page::view) fn view(model: &Model) -> Markup {
    let words = &model.words().advice;
    let (list, plan) = (model.checklist(), model.plan());
    let rest = rest(&list, &plan);
    let ratios = ratios(&list, &plan);
    let nothing = list.actions.is_empty() && list.find_out.is_empty() && list.stuck.is_empty();
    let parts = [
        ("kerjakan", words.do_title, plan.steps.len()),
        ("tanya", words.ask_title, list.find_out.len()),
        ("lainnya", words.rest_title, rest.len()),
        ("rasio-lain", words.ratios_title, ratios.len()),
    ];
    html! {
        (back(&Route::Result, model.words()))
        (titled(model, words.title))
        (result::tabs(model))
        @if nothing { p.good { (icon("done")) (words.nothing) } }
        @else if !plan.steps.is_empty() { (all_together(model, &plan)) }
        (jump(model, &parts))
        (tracking::history(model))
        (steps(model, &plan))
        (find_out::section(model, &list.find_out, SHORT))
        (others(model, &plan, &rest))
        (lower(model, &ratios))
    }
}

/// In which order, and what the plan brings.
fn all_together(model: &Model, plan: &Plan) -> Markup {
    let words = &model.words().advice;
    html! {
        p.lead { (words.lead) }
        p.all-together { (words.all) " " (change(model, plan.all.total)) ". " (predicates(model, plan.all.predicate)) }
    }
}

/// The way about the page.
fn jump(model: &Model, parts: &[(&str, &str, usize)]) -> Markup {
    let some = parts.iter().filter(|part| part.2 > 0);
    html! {
        nav.jump aria-label=(model.words().advice.jump) {
            ul { @for (id, title, count) in some { li { a href={ "#" (id) } data-focus=(id) { (title) " (" (count) ")" } } } }
        }
    }
}

fn steps(model: &Model, plan: &Plan) -> Markup {
    html! {
        @if !plan.steps.is_empty() {
            section.gaps {
                h2 id="kerjakan" tabindex="-1" { (model.words().advice.do_title) }
                (tracking::offices(model))
                @for (place, step) in plan.steps.iter().enumerate() { (card::action(model, plan, step, Some(place))) }
            }
        }
    }
}

/// The practices that are in no step of the plan.
fn rest<'l>(list: &'l Checklist, plan: &Plan) -> Vec<&'l Action> {
    let first = |action: &Action| if let Step::Items(items) = &action.step { items.first().copied() } else { None };
    let planned = |id: &str| {
        plan.steps.iter().any(|step| matches!(&step.step, Step::Items(items) if items.iter().any(|item| item.id == id)))
    };
    list.actions.iter().filter(|action| first(action).is_some_and(|item| !planned(item.id))).collect()
}

/// What else there is, once somebody asks for it: a phone draws the plan first.
fn others(model: &Model, plan: &Plan, rest: &[&Action]) -> Markup {
    let words = &model.words().advice;
    html! {
        @if !rest.is_empty() {
            section.gaps {
                h2 id="lainnya" tabindex="-1" { (words.rest_title) }
                @if model.advice.whole { @for action in rest { (card::action(model, plan, action, None)) } }
                @else {
                    p.more { button.quiet type="button" data-click="advice whole" { (count(words.more_actions, rest.len())) } }
                    p.paper-only { (count(words.more_on_screen, rest.len())) }
                }
            }
        }
    }
}

/// The ratios below their best that the plan does not lift, those that put the members' money at risk first.
fn ratios(list: &Checklist, plan: &Plan) -> Vec<(&'static Indicator, bool)> {
    let moved = list.actions.iter().filter(|action| matches!(action.step, Step::Money(_)));
    let moved = moved.map(|action| (action.indicator, action.endangers));
    let stuck = list.stuck.iter().map(|stuck| (stuck.next.indicator, stuck.endangers));
    let lifted = |id: &str| {
        let money =
            plan.steps.iter().filter_map(|step| if let Step::Money(way) = &step.step { Some(way) } else { None });
        money.into_iter().any(|way| way.lifted().any(|one| one.indicator.id == id))
    };
    let (first, others): (Vec<_>, Vec<_>) = moved.chain(stuck).filter(|one| !lifted(one.0.id)).partition(|one| one.1);
    first.into_iter().chain(others).collect()
}

fn lower(model: &Model, ratios: &[(&'static Indicator, bool)]) -> Markup {
    let (words, report) = (&model.words().advice, model.report());
    html! {
        @if !ratios.is_empty() {
            section.tasks {
                h2 id="rasio-lain" tabindex="-1" { (words.ratios_title) }
                p.hint { (words.ratios_lead) }
                ul.task-list {
                    @for (one, endangers) in ratios {
                        li { a href=(Route::Advice(AdviceRoute::Band(one.id.to_owned())).hash()) {
                            span.task-name { (say::name(model, one)) @if let Some(score) = report.indicator(one.id) { small { (points_of(model, report.honest_points(score), one.max)) } } }
                            @if *endangers { span.tag.danger { (icon("warn")) (words.danger) } }
                        } }
                    }
                }
            }
        }
    }
}
