//! What if: a copy in which answers and amounts are other ones, beside the work as it is.

use maud::{Markup, html};

use super::parts::{change, gain, predicates, short_list, titled};
use super::pictures;
use crate::advice::WhatIf;
use crate::assessment::{Amount, Answer};
use crate::exact::Fraction;
use crate::locale::fill;
use crate::page::advice::{AdviceRoute, say};
use crate::page::view::parts::{back, heading, icon};
use crate::page::view::tasks::part_name;
use crate::page::view::{books, statement};
use crate::page::{Model, Route};
use crate::rulebook::{Subaspect, Year};
use crate::scoring::Finding;

/// The screen.
pub(super) fn view(model: &Model) -> Markup {
    let words = &model.words().whatif;
    let Some(trial) = model.what_if() else { return html! { (heading(words.title)) } };
    let tried = !model.advice.trial.is_empty();
    html! {
        (back(&Route::Improve, model.words()))
        (titled(model, words.title))
        p.lead { (words.lead) }
        (outcome(model, &trial))
        @if tried { (self::tried(model)) } @else { p.hint { (icon("info")) (words.nothing) } }
        (choose(model))
    }
}

/// Before and after: the total, the predicate, each aspect.
fn outcome(model: &Model, trial: &WhatIf) -> Markup {
    let words = &model.words().whatif;
    let whole = &trial.comparison;
    html! {
        section.outcome {
            h2 { (words.outcome) }
            p.score-number { (change(model, whole.total)) " " (gain(model, whole.gain)) }
            p { (words.now) " " (predicates(model, whole.predicate_before)) }
            @if !model.advice.trial.is_empty() { p { (words.then) " " strong { (predicates(model, whole.predicate_after)) } } }
            (pictures::aspects(model, whole, words.now, words.then))
            (new_findings(model, trial))
            @if !model.advice.trial.is_empty() {
                p.actions { button.button type="button" data-click="advice reset" { (words.reset) } }
            }
            p.hint { (icon("lock")) (words.untouched) }
        }
    }
}

/// What the trial puts out of order in the books.
fn new_findings(model: &Model, trial: &WhatIf) -> Markup {
    let same = |old: &Finding, new: &Finding| old.id() == new.id() && old.year() == new.year();
    let fresh = trial.after.books.iter().filter(|new| !trial.before.books.iter().any(|old| same(old, new)));
    html! {
        @for finding in fresh { p.hint.warn { (icon("warn")) (books::sentence(model, finding)) } }
    }
}

/// What is tried, each with its way back.
fn tried(model: &Model) -> Markup {
    let words = &model.words().whatif;
    let trial = &model.advice.trial;
    let answers = trial.answers.iter().map(|(id, answer)| tried_answer(model, id, *answer));
    let amounts = trial.amounts.iter().map(|((year, id), amount)| tried_amount(model, *year, id, *amount));
    let all: Vec<Markup> = answers.chain(amounts).collect();
    html! { section { h2 { (words.tried) } (short_list("dicoba", &all, model.words().advice.more_questions)) } }
}

fn tried_answer(model: &Model, id: &str, answer: Answer) -> Markup {
    let question = model.texts().item(model.assessment().variant, id).map_or("", |text| text.question);
    let [before, after] = [model.assessment().answer(id), answer].map(|answer| model.words().answer(answer));
    html! {
        li { span { (question) " " strong { (before) " → " (after) } }
            button.link type="button" data-click={ "advice drop-answer " (id) } { (model.words().whatif.drop) span.unseen { ": " (question) } } }
    }
}

fn tried_amount(model: &Model, year: Year, id: &str, amount: Amount) -> Markup {
    let name = model.texts().figure(model.assessment().variant, id).unwrap_or_default();
    let before = model.assessment().amount(year, id);
    html! {
        li { span { (name) @if year == Year::Prior { " (" (model.year_in_text(year)) ")" } " " strong { (shown(model, before)) " → " (shown(model, amount)) } }
            button.link type="button" data-click={ "advice drop-amount " (year.code()) " " (id) } { (model.words().whatif.drop) span.unseen { ": " (name) } } }
    }
}

/// An amount as rupiah, or *belum tahu*.
pub(super) fn shown(model: &Model, amount: Amount) -> String {
    match amount {
        Amount::Known(rupiah) => books::rupiah(model, Fraction::whole(rupiah)),
        Amount::Unknown => model.words().item.unknown.to_owned(),
    }
}

/// What can be tried: the checklists by their parts, the amounts by their groups.
fn choose(model: &Model) -> Markup {
    let words = &model.words().whatif;
    let variant = model.assessment().variant;
    let parts = variant.aspects.iter().flat_map(|aspect| aspect.subaspects);
    let asked = parts.filter(|part| part.indicators.iter().any(|one| !one.items().is_empty()));
    let part_route = |id: &str| Route::Advice(AdviceRoute::TrialPart(id.to_owned())).hash();
    let tried = |ids: &mut dyn Iterator<Item = &'static str>| ids.filter(|id| touched(model, id)).count();
    html! {
        section.tasks {
            h2 { (words.answers) }
            @for part in asked { (indicators(model, part, &part_route)) }
        }
        section.tasks {
            h2 { (words.amounts) }
            p.hint { (words.amounts_lead) }
            ul.task-list {
                @for group in variant.groups {
                    @let count = tried(&mut group.accounts(variant).iter().map(|one| one.id));
                    li { a href=(part_route(group.id)) { span.task-name { (statement::name(model, group.id)) } (changed(model, count)) } }
                }
            }
        }
    }
}

fn indicators(model: &Model, part: &'static Subaspect, route: &dyn Fn(&str) -> String) -> Markup {
    let asked = || part.indicators.iter().filter(|one| !one.items().is_empty());
    let count = |id: &str| {
        let items = model.assessment().variant.indicator(id).map_or(&[][..], |one| one.items());
        items.iter().filter(|item| touched(model, item.id)).count()
    };
    html! {
        details id={ "coba-" (part.id) } {
            summary { (part_name(model, part)) }
            ul.task-list {
                @for one in asked() { li { a href=(route(one.id)) { span.task-name { (say::name(model, one)) } (changed(model, count(one.id))) } } }
            }
        }
    }
}

fn touched(model: &Model, id: &str) -> bool {
    let trial = &model.advice.trial;
    trial.answers.contains_key(id)
        || Year::BOTH.into_iter().any(|year| trial.amounts.contains_key(&(year, id.to_owned())))
}

fn changed(model: &Model, count: usize) -> Markup {
    html! { @if count > 0 { span.tag.part { (icon("part")) (fill(model.words().whatif.changed, &[("count", &count)])) } } }
}
