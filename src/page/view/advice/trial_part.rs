//! The answers of one indicator, or the amounts of one group, to be tried; what it does stays in sight.

use maud::{Markup, html};

use super::name;
use super::parts::{change, gain, predicates};
use super::trial::shown;
use crate::assessment::{Amount, Answer};
use crate::locale::fill;
use crate::page::advice::AdviceRoute;
use crate::page::books::{Draft, Meaning};
use crate::page::view::parts::{back, button, heading, icon, radios};
use crate::page::{Model, Route};
use crate::rulebook::{Account, Item, Year};

/// The screen.
pub(super) fn view(model: &Model, id: &str) -> Markup {
    let words = &model.words().whatif;
    let variant = model.assessment().variant;
    let items = variant.indicator(id).map_or(&[][..], |one| one.items());
    let accounts = variant.groups.iter().find(|group| group.id == id).map_or(&[][..], |group| group.accounts(variant));
    if items.is_empty() && accounts.is_empty() {
        return html! { (back(&Route::Advice(AdviceRoute::Trial), model.words())) (heading(model.words().common.not_found)) };
    }
    html! {
        (back(&Route::Advice(AdviceRoute::Trial), model.words()))
        p.step { (words.title) }
        (heading(name(model, &AdviceRoute::TrialPart(id.to_owned()))))
        @for item in items { (question(model, item)) }
        @for account in accounts { (line(model, account)) }
        (running(model))
        p.actions { (button(&Route::Advice(AdviceRoute::Trial), words.see)) }
    }
}

/// The total before and after, always in sight.
fn running(model: &Model) -> Markup {
    let words = &model.words().whatif;
    html! {
        @if let Some(trial) = model.what_if() {
            section.running aria-live="polite" {
                h2 { (words.title) }
                p { (change(model, trial.comparison.total)) " " (gain(model, trial.comparison.gain)) }
                p { (predicates(model, trial.comparison.predicate_after)) }
            }
        }
    }
}

fn question(model: &Model, item: &'static Item) -> Markup {
    let words = model.words();
    let Some(text) = model.texts().item(model.assessment().variant, item.id) else { return html! {} };
    let kept = model.assessment().answer(item.id);
    let tried = model.advice.trial.answers.get(item.id).copied();
    let now = tried.unwrap_or(kept);
    // What nobody has answered is not shown as answered, here either.
    let shown = tried.or_else(|| model.assessment().answers.get(item.id).copied());
    let offered = Answer::ALL.into_iter().filter(|answer| *answer != Answer::NotApplicable || item.not_applicable);
    let choices: Vec<_> = offered.map(|answer| (answer.code(), words.answer(answer), Some(answer) == shown)).collect();
    html! {
        fieldset.question {
            legend { (text.question) }
            (radios(&format!("coba-{}", item.id), &format!("advice answer {}", item.id), &choices))
            @if now != kept { p.hint { (icon("part")) (fill(words.whatif.kept, &[("kept", &words.answer(kept))])) } }
        }
    }
}

fn line(model: &Model, account: &'static Account) -> Markup {
    let name = model.texts().figure(model.assessment().variant, account.id).unwrap_or_default();
    html! {
        fieldset.account {
            legend { (name) }
            div.years {
                (field(model, account, name, Year::Current))
                @if account.prior { (field(model, account, name, Year::Prior)) }
            }
        }
    }
}

fn field(model: &Model, account: &'static Account, name: &str, year: Year) -> Markup {
    let id = format!("coba-{}-{}", account.id, year.code());
    let key = (year, account.id.to_owned());
    let draft = model.advice.drafts.get(&key);
    let bad = matches!(draft, Some(Draft { meaning: Meaning::Doubt(_), .. }));
    let mark = format!("{} {}", year.code(), account.id);
    let kept = model.assessment().amount(year, account.id);
    html! {
        div.field.bad[bad] {
            label for=(id) { (model.year_name(year)) span.unseen { ": " (name) } }
            input.amount id=(id) type="text" autocomplete="off" inputmode=[(!account.signed).then_some("numeric")]
                value=(model.trial_text(year, account.id)) aria-describedby={ (id) "-read" } aria-invalid=[bad.then_some("true")]
                data-change={ "advice amount " (mark) };
            div.read id={ (id) "-read" } {
                (doubt(model, draft, &mark))
                @if model.advice.trial.amounts.get(&key).is_some_and(|tried| *tried != kept) { (original(model, kept)) }
            }
        }
    }
}

fn original(model: &Model, kept: Amount) -> Markup {
    html! { p { (icon("part")) (fill(model.words().whatif.kept, &[("kept", &shown(model, kept))])) } }
}

/// What is asked back about an amount that can be read in two ways, or in none.
fn doubt(model: &Model, draft: Option<&Draft>, mark: &str) -> Markup {
    let words = &model.words().statement;
    match draft.map(|draft| draft.meaning) {
        Some(Meaning::Doubt(question)) => html! { p.error { (icon("warn")) (model.words().question(question)) } },
        Some(Meaning::Likely(amount)) => html! {
            p.ask { (fill(words.question_confirm, &[("amount", &amount.print(model.locale)), ("words", &amount.words(model.locale))])) }
            button.quiet type="button" data-click={ "advice confirm " (mark) } { (words.confirm) }
        },
        Some(Meaning::Deducted(amount)) => html! {
            p.ask { (fill(words.question_deducted, &[("amount", &amount.print(model.locale)), ("words", &amount.words(model.locale))])) }
            button.quiet type="button" data-click={ "advice confirm " (mark) } { (words.confirm) }
        },
        _ => html! {},
    }
}
