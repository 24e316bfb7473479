//! What if: a copy in which answers and amounts are other ones, beside the work as it is.

use maud::{Markup, html};

use super::parts::{change, gain, predicates, short_list, titled};
use super::pictures;
use crate::advice::{Lever, WhatIf};
use crate::assessment::{Amount, Answer, Assessment};
use crate::locale::fill;
use crate::page::advice::{AdviceRoute, say};
use crate::page::view::numbers;
use crate::page::view::parts::{back, heading, icon};
use crate::page::view::picture::scale_with;
use crate::page::view::result::not_begun;
use crate::page::view::{books, statement};
use crate::page::{Model, Route};
use crate::rulebook::Year;
use crate::scoring::Finding;

/// The screen.
pub(super) fn view(model: &Model) -> Markup {
    let words = &model.words().whatif;
    if let Some(empty) = not_begun(model, words.title) {
        return empty;
    }
    let Some(trial) = model.what_if() else { return html! { (heading(words.title)) } };
    let tried = !model.advice.trial.is_empty();
    html! {
        (back(&Route::Improve, model.words()))
        (titled(model, words.title))
        (outcome(model, &trial))
        (levers(model, &trial))
        @if tried { (self::tried(model)) } @else { p.hint { (icon("info")) (words.nothing) } }
        details.fold id="lainnya" {
            summary { (words.other) }
            div {
                (pictures::aspects(model, &trial.comparison, words.now, words.then))
                (choose(model))
            }
        }
    }
}

/// What turns this cooperative's score most, each to be turned by a notch.
fn levers(model: &Model, trial: &WhatIf) -> Markup {
    let words = &model.words().whatif;
    html! {
        section.levers {
            h2 { (words.levers) }
            @for lever in &model.levers() {
                @let (name, value) = (lever_name(model, lever), setting(model, trial, lever));
                @let mark = |way: &str| format!("advice lever {} {way}", lever.id());
                div.lever {
                    span { (name) }
                    button.button.second type="button" data-click=(mark("down")) aria-label={ (words.less) ": " (name) } { "−" }
                    output { (value) }
                    button.button type="button" data-click=(mark("up")) aria-label={ (words.more) ": " (name) } { "+" }
                }
            }
        }
    }
}

fn lever_name(model: &Model, lever: &Lever) -> String {
    match lever {
        Lever::Items(indicator) => say::name(model, indicator).to_owned(),
        Lever::Money(movement, _) if say::raises_result(model, movement) => model.words().report.surplus.to_owned(),
        Lever::Money(movement, _) => model.locale.movement(model.assessment(), movement),
    }
}

/// Where a lever stands: so many items of all, or so many rupiah more or less than in the books.
fn setting(model: &Model, trial: &WhatIf, lever: &Lever) -> String {
    match lever {
        Lever::Items(indicator) => {
            let answers = || indicator.items().iter().map(|item| trial.copy.answer(item.id));
            let all = answers().filter(|answer| *answer != Answer::NotApplicable).count();
            let there = answers().filter(|answer| *answer == Answer::Yes).count();
            fill(model.words().whatif.of, &[("count", &there), ("all", &all)])
        }
        Lever::Money(movement, _) => {
            let account = model.assessment().variant.accounts[usize::from(movement.lead.account)].id;
            let amount = |work: &Assessment| match work.amount(Year::Current, account) {
                Amount::Known(amount) => amount.get(),
                Amount::Unknown => 0,
            };
            let more = (amount(&trial.copy) - amount(model.assessment())) * movement.lead.direction.sign();
            let sign = ["−", "", "+"][usize::try_from(more.signum() + 1).unwrap_or(1)];
            format!("{sign}{}", say::brief(model, more.abs()))
        }
    }
}

/// Before and after: the total, the predicate, each aspect.
fn outcome(model: &Model, trial: &WhatIf) -> Markup {
    let words = &model.words().whatif;
    let whole = &trial.comparison;
    html! {
        section.outcome aria-live="polite" {
            h2.unseen { (words.outcome) }
            p.score-number { (change(model, whole.total)) " " (gain(model, whole.gain)) }
            p { (words.now) " " (predicates(model, whole.predicate_before)) }
            @if !model.advice.trial.is_empty() { p { (words.then) " " strong { (predicates(model, whole.predicate_after)) } } }
            (scale_with(model, whole.total.after, &[(whole.total.before, "was"), (whole.total.after, "pointer")]))
            (new_findings(model, trial))
            @if !model.advice.trial.is_empty() {
                p.hint { (icon("lock")) (words.untouched) " " button.link type="button" data-click="advice reset" { (words.reset) } }
            }
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
        Amount::Known(rupiah) => numbers::rupiah(model, rupiah.into()),
        Amount::Unknown => model.words().item.unknown.to_owned(),
    }
}

/// What can be tried: the checklists by their parts, the amounts by their groups.
fn choose(model: &Model) -> Markup {
    let words = &model.words().whatif;
    let variant = model.assessment().variant;
    let line = |id: &str, name: &str, count: usize| {
        let route = Route::Advice(AdviceRoute::TrialPart(id.to_owned()));
        html! { li { a href=(route.hash()) { span.task-name { (name) } (changed(model, count)) } } }
    };
    html! {
        section.tasks {
            h2 { (words.answers) }
            ul.task-list {
                @for (_, one) in variant.indicators().filter(|(_, one)| !one.items().is_empty()) {
                    (line(one.id, say::name(model, one), one.items().iter().filter(|item| touched(model, item.id)).count()))
                }
            }
        }
        section.tasks {
            h2 { (words.amounts) }
            p.hint { (words.amounts_lead) }
            ul.task-list {
                @for group in variant.groups {
                    (line(group.id, statement::name(model, group.id), group.accounts(variant).iter().filter(|one| touched(model, one.id)).count()))
                }
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
