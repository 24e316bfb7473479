//! The task list: everything there is to fill in, in any order, each with its state in words.

use maud::{Markup, html};

use super::super::progress::{AMOUNT, FACT, ITEM};
use super::super::rat::RatRoute;
use super::super::{Model, Progress, Route};
use super::names::part_name;
use super::parts::{back, bar, button, heading, state};
use super::unrated;
use super::wing::{both_books, quick_check, rat_states};
use crate::locale::fill;
use crate::rulebook::{Aspect, Statement, Subaspect};

/// The screen.
pub(super) fn view(model: &Model) -> Markup {
    let words = &model.words().tasks;
    let assessment = model.assessment();
    html! {
        (back(&Route::Start, model.words()))
        (heading(words.title))
        (bar(Progress::whole(assessment), &left(model)))
        p.actions {
            @let next = Progress::next_open(assessment);
            @if let Some(indicator) = next {
                (button(&Route::Indicator(indicator.id.to_owned()), words.carry_on))
            }
            a.button.second[next.is_some()] href=(Route::Result.hash()) { (model.words().result.see) }
        }
        section.tasks {
            h2 { (words.part_profile) }
            ul.task-list { (row(&Route::Profile, model.words().profile.title, "", Progress::profile(assessment), FACT, model)) }
        }
        (both_books(model))
        @for aspect in assessment.asked() { (questions(model, aspect)) }
        @if let Some(why) = model.unrated() { (unrated::why(model, why)) } @else { (books(model)) }
        (rat(model))
    }
}

/// How long everything that is left takes.
pub(super) fn left(model: &Model) -> String {
    let words = &model.words().tasks;
    match Progress::minutes_left(model.assessment()) {
        0 => words.done.to_owned(),
        minutes => fill(words.progress, &[("minutes", &minutes)]),
    }
}

/// The quick check and the way to the RAT.
fn rat(model: &Model) -> Markup {
    let (words, states) = (model.words(), rat_states(model));
    let rows = [
        (quick_check(model), words.start.door_quick, words.start.door_quick_help),
        (Route::Rat(RatRoute::Ready), words.start.door_ready, words.start.door_ready_help),
    ];
    html! {
        section.tasks {
            h2 { (words.tasks.part_rat) }
            ul.task-list {
                @for ((to, name, help), state) in rows.iter().zip(states) { (line(to, name, help, &state)) }
            }
        }
    }
}

/// The subaspects of an aspect that ask something; an aspect made of ratios only asks nothing here.
fn questions(model: &Model, aspect: &'static Aspect) -> Markup {
    let text = &model.texts()[aspect];
    let asked: Vec<&'static Subaspect> =
        aspect.subaspects.iter().filter(|part| part.indicators.iter().any(|one| !one.items().is_empty())).collect();
    html! {
        @if !asked.is_empty() {
            section.tasks {
                h2 { span.letter { (aspect.id) } " " (text.name) }
                p.hint { (text.note) }
                ul.task-list {
                    @for part in asked {
                        @let progress = Progress::subaspect(model.assessment(), part);
                        @let count = fill(model.words().tasks.chapter, &[("count", &progress.all)]);
                        (row(&entry(model, part, progress), part_name(model, part), &count, progress, ITEM, model))
                    }
                }
            }
        }
    }
}

/// Where a section opens: at its first blank question, or at its answers once there is none.
fn entry(model: &Model, part: &'static Subaspect, progress: Progress) -> Route {
    let blank = part.indicators.iter().find(|one| !Progress::indicator(model.assessment(), one).is_complete());
    match blank {
        Some(indicator) if !progress.is_complete() => Route::Indicator(indicator.id.to_owned()),
        _ => Route::Answers(part.id.to_owned()),
    }
}

fn books(model: &Model) -> Markup {
    let words = &model.words().tasks;
    let assessment = model.assessment();
    let ratios = assessment.variant.indicators().filter(|(_, one)| one.items().is_empty()).count();
    let rows = [
        (words.balance, words.balance_help, Statement::Balance),
        (words.result, words.result_help, Statement::Result),
        (words.memo, words.memo_help, Statement::Memo),
    ];
    html! {
        section.tasks {
            h2 { (words.part_books) }
            p.hint { (fill(words.part_books_help, &[("ratios", &ratios)])) }
            (super::statement::unit_only(model))
            ul.task-list {
                @for (name, help, kind) in rows {
                    @let progress = Progress::statement(assessment, kind);
                    // The real sector has no list beside its statements.
                    @if progress.all > 0 { (row(&Route::Books, name, help, progress, AMOUNT, model)) }
                }
            }
        }
    }
}

fn row(to: &Route, name: &str, help: &str, progress: Progress, seconds: usize, model: &Model) -> Markup {
    line(to, name, help, &state(progress, seconds, model.words()))
}

fn line(to: &Route, name: &str, help: &str, state: &Markup) -> Markup {
    html! {
        li {
            a href=(to.hash()) {
                span.task-name { (name) @if !help.is_empty() { small { (help) } } }
                (state)
            }
        }
    }
}
