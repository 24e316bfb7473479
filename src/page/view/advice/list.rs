//! What to do first: the most points per effort on top, five at a time.

use maud::{Markup, html};

use super::parts::{change, count, predicates, titled, tools};
use super::{card, find_out, tracking};
use crate::advice::{Checklist, Stuck};
use crate::page::view::parts::{back, icon};
use crate::page::view::result;
use crate::page::{Model, Route};

/// How many of each list stand there at once.
const SHORT: usize = 5;
/// How many of them stand open.
const OPEN: usize = 2;

/// The screen.
pub(in crate::page::view) fn view(model: &Model) -> Markup {
    let words = &model.words().advice;
    let list = model.checklist();
    let nothing = list.actions.is_empty() && list.find_out.is_empty() && list.stuck.is_empty();
    html! {
        (back(&Route::Result, model.words()))
        (titled(model, words.title))
        (result::tabs(model))
        @if nothing { p.good { (icon("done")) (words.nothing) } } @else { (all_together(model, &list)) }
        (tracking::history(model))
        (actions(model, &list))
        (find_out::section(model, &list.find_out, SHORT))
        (stuck(model, &list.stuck))
        (tools(model, &Route::Improve))
    }
}

/// What the whole list would bring, and the way about the page.
fn all_together(model: &Model, list: &Checklist) -> Markup {
    let words = &model.words().advice;
    let parts = [
        ("kerjakan", words.do_title, list.actions.len()),
        ("tanya", model.words().gap.ask_title, list.find_out.len()),
        ("tersangkut", words.stuck_title, list.stuck.len()),
    ];
    html! {
        p.lead { (words.lead) }
        @if !list.actions.is_empty() {
            p.all-together { (words.all) " " (change(model, list.all.total)) ". " (predicates(model, list.all.predicate)) }
        }
        nav.jump aria-label=(words.jump) {
            ul { @for (id, title, count) in parts.iter().filter(|part| part.2 > 0) { li { a href={ "#" (id) } data-focus=(id) { (title) " (" (count) ")" } } } }
        }
    }
}

fn actions(model: &Model, list: &Checklist) -> Markup {
    let words = &model.words().advice;
    let actions = &list.actions;
    let left = actions.len().saturating_sub(SHORT);
    html! {
        @if !actions.is_empty() {
            section.gaps {
                h2 id="kerjakan" tabindex="-1" { (words.do_title) }
                p.hint { (words.do_lead) }
                @for (place, action) in actions.iter().take(SHORT).enumerate() { (card::action(model, action, place < OPEN)) }
                // A phone draws five cards at once; the rest when it is asked for.
                @if model.advice.whole { @for action in actions.iter().skip(SHORT) { (card::action(model, action, false)) } }
                @else if left > 0 { p.more { button.quiet type="button" data-click="advice whole" { (count(words.more_actions, left)) } } p.paper-only { (count(words.more_on_screen, left)) } }
            }
        }
    }
}

fn stuck(model: &Model, stuck: &[Stuck]) -> Markup {
    let words = &model.words().advice;
    html! {
        @if !stuck.is_empty() {
            section.gaps {
                h2 id="tersangkut" tabindex="-1" { (words.stuck_title) }
                p.hint { (words.stuck_lead) }
                @for one in stuck { (card::stuck(model, one)) }
            }
        }
    }
}
