//! The parts of the report, each a section that is not torn over two pages where it can be helped.

use maud::{Markup, html};

use super::parts::change;
use super::tracking;
use crate::advice::{Action, Plan};
use crate::assessment::Stage;
use crate::locale::fill;
use crate::page::advice::{day_fault, say};
use crate::page::rat::Board;
use crate::page::view::books;
use crate::page::view::names::fault_words;
use crate::page::view::names::part_name;
use crate::page::view::numbers::{narrow, points, points_of, rule};
use crate::page::view::parts::icon;
use crate::page::view::picture::bar;
use crate::page::{Contrast, Model, Openness, Route};
use crate::rat::readiness;
use crate::scoring::Report;

pub(super) fn aspects(model: &Model, report: &Report) -> Markup {
    let words = &model.words().report;
    html! {
        section {
            h2 { (model.words().result.aspects_title) }
            table.grid {
                thead { tr { th scope="col" { (words.part) } th.end scope="col" { (words.weight) } th.end scope="col" { (words.score) } th scope="col" { (words.picture) } } }
                tbody {
                    @for aspect in report.honest_aspects() {
                        @let name = model.texts()[aspect.aspect].name;
                        tr.strong { th scope="row" { (aspect.aspect.id) " " (name) } td { (rule(model, aspect.aspect.weight)) } td { (narrow(model, aspect.score)) }
                            td.wide { (bar(model, aspect.score, &format!("{name}: {}", narrow(model, aspect.score)))) } }
                        @for part in &aspect.subaspects {
                            tr { th scope="row" { (part.subaspect.id) " " (part_name(model, part.subaspect)) } td {} td { (narrow(model, part.score)) }
                                td.wide { (bar(model, part.score, &format!("{}: {}", part.subaspect.id, narrow(model, part.score)))) } }
                        }
                    }
                }
            }
        }
    }
}

/// All indicators with their points.
pub(super) fn indicators(model: &Model, report: &Report) -> Markup {
    let words = &model.words().report;
    html! {
        section {
            h2 { (words.indicators) }
            ul.plain.indicator-points {
                @for score in &report.indicators {
                    li { span { (score.indicator.id) " " (say::name(model, score.indicator)) } span.nowrap { (points_of(model, report.honest_points(score), score.indicator.max)) } }
                }
            }
        }
    }
}

/// What to do, with room for a name, a day and a tick.
pub(super) fn plan(model: &Model) -> Markup {
    let words = &model.words().report;
    let plan = model.plan();
    html! {
        section {
            h2 { (words.plan) }
            @if plan.steps.is_empty() { p { (model.words().advice.no_steps) } } @else {
                p { (words.plan_lead) }
                table.grid.steps {
                    thead { tr { th scope="col" { (words.plan_what) } th scope="col" { (words.plan_points) } th scope="col" { (words.plan_who) } th scope="col" { (words.plan_name) } th scope="col" { (words.plan_date) } th scope="col" { (words.plan_done) } } }
                    tbody { @for step in &plan.steps { (planned(model, &plan, step)) } }
                }
                p { (model.words().advice.all) " " (change(model, plan.all.total)) "." }
            }
            (history(model))
        }
    }
}

fn planned(model: &Model, plan: &Plan, action: &Action) -> Markup {
    let words = &model.words().report;
    html! {
        tr {
            th scope="row" { (say::step(model, action)) @for line in say::lines(model, plan, action) { small { (line) } } }
            td { (points(model, action.gain.low)) }
            td.words { (say::who(model, &action.who)) small { (say::time(model, action.time)) } }
            @let task = model.assessment().task(action.indicator.id);
            td.room { @if task.who.is_empty() { span.unseen { (words.to_write) } } @else { (task.who) } }
            td.room {
                @if let Some(day) = task.day() { (model.locale.day(day)) }
                @else if let Some(fault) = day_fault(&task.until) {
                    a.error.noprint href=(Route::Improve.hash()) { (icon("warn")) (fault_words(model, fault)) } " ……………………"
                } @else { span.unseen { (words.to_write) } }
            }
            td.tick { span.box {} span.unseen { (words.to_tick) } }
        }
    }
}

/// What has been done since.
fn history(model: &Model) -> Markup {
    let marks = &model.assessment().marks;
    html! {
        @if !marks.is_empty() {
            h3 { (model.words().tracking.title) }
            ul {
                @for mark in marks {
                    li { (tracking::stage(model, mark.stage)) " "
                        @if !mark.date.is_empty() { (crate::page::view::names::day(model, &mark.date)) ": " }
                        (tracking::about(model, &mark.item)) @if !mark.note.is_empty() { " (" (mark.note) ")" }
                        @if mark.stage == Stage::Done && mark.is_waiting() { " " (model.words().tracking.waits) } }
                }
            }
        }
    }
}

/// What a reader must know before believing the figure.
pub(super) fn doubts(model: &Model, report: &Report) -> Markup {
    let words = &model.words().report;
    let open = Openness::of(model.assessment(), report);
    let contrast = Contrast::of(model.assessment());
    let edition = model.assessment().rulebook.editions.iter().filter_map(|edition| edition.doubt);
    let doubt = edition.filter_map(|id| {
        Some((model.texts().difference(model.assessment().rulebook, id)?, model.ours(id).unwrap_or_default()))
    });
    let result = &model.words().result;
    html! {
        section {
            h2 { (words.doubts) }
            ul {
                @if open.is_open() { li { (fill(result.open, &[("items", &open.items), ("amounts", &open.amounts)])) } }
                @if !open.unsolvable.is_empty() { li { (result.unsolvable) " " (open.unsolvable.join(", ")) } }
                @for finding in &report.books { li { (books::sentence(model, finding)) } }
                @if report.doubt.is_some() { li { (result.doubt) } }
                @if contrast.readings_differ() { li { (model.words().scores.readings_lead) " " (fill(words.worksheet_total, &[("total", &crate::page::view::numbers::totals(model, contrast.report(report.reading.other()).honest_total()))])) } }
                @for (doubt, ours) in doubt { li { (doubt.title) ". " (ours) } }
                li { (words.own_word) }
            }
        }
    }
}

/// Where the cooperative stands with its RAT, as far as it was said.
pub(super) fn rat(model: &Model) -> Markup {
    let words = model.words();
    let said = model.assessment().rat != crate::rat::RatInput::default();
    let board = Board::of(model).filter(|_| said);
    html! {
        section {
            h2 { (words.report.rat) }
            @if let Some(board) = board { (standing(&board)) } @else { p { (words.report.no_rat) } }
        }
    }
}

fn standing(board: &Board<'_>) -> Markup {
    let (words, locale) = (board.model.words(), board.model.locale);
    let standing = board.standing();
    let ready = readiness(&board.facts, board.today);
    let both = |best: String, worst: String| if best == worst { best } else { format!("{best} – {worst}") };
    let line = &standing.institution;
    let institution = both(line.best.label().say(locale).to_owned(), line.worst.label().say(locale).to_owned());
    let risk =
        both(standing.risk.best.label().say(locale).to_owned(), standing.risk.worst.label().say(locale).to_owned());
    let stages = [
        (words.rat.stage_before, ready.before),
        (words.rat.stage_day, ready.day),
        (words.rat.stage_after, ready.after),
    ];
    html! {
        dl.facts {
            div { dt { (words.standing.institution) } dd { (institution) } }
            div { dt { (words.standing.health) } dd { (standing.health.label.say(locale)) } }
            div { dt { (words.standing.risk) } dd { (risk) } }
            @for (name, range) in stages {
                div { dt { (name) } dd { (fill(words.rat.ready_points, &[("sure", &range.sure), ("possible", &range.possible), ("total", &range.total)])) } }
            }
        }
        p { (standing.risk.next.say(locale)) }
    }
}
