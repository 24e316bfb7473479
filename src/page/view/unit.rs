//! The two sets of books of a cooperative that trades and has a savings-and-loan unit, each with its result.

use maud::{Markup, html};

use super::super::advice::AdviceRoute;
use super::super::model::has_amounts;
use super::super::workshop::WorkshopRoute;
use super::super::{Model, Route};
use super::advice::parts::predicates;
use super::numbers;
use super::parts::icon;
use crate::exchange::save::Opened;
use crate::rulebook::CoopKind;
use crate::scoring::assess;

/// Both, the open one marked; nothing for another kind of cooperative.
pub(super) fn both(model: &Model) -> Markup {
    let (words, work) = (&model.words().unit, &model.work);
    if model.assessment().profile.kind == Some(CoopKind::Kdmp) && !work.has_unit() {
        return offer(model);
    }
    let turned = has_two(model).then(|| work.turned().ok()).flatten();
    let Some(turned) = turned else { return html! {} };
    let (whole, unit) = if work.shows_unit() { (&turned, work) } else { (work, &turned) };
    let sides = [("whole", words.whole, whole, !work.shows_unit()), ("unit", words.unit, unit, work.shows_unit())];
    html! {
        section aria-label=(words.title) {
            p.hint { (icon("info")) (words.ours) }
            div.sides {
                @for (which, name, side, open) in sides {
                    div.side.chosen[open] {
                        h3 { (name) }
                        @if open { p.tag.done { (icon("done")) (words.open) } }
                        @else {
                            (result(model, side))
                            button.quiet.noprint type="button" data-click={ "books " (which) } { (words.turn) span.unseen { ": " (name) } }
                        }
                    }
                }
            }
        }
    }
}

/// Whose books these are, where figures stand and nothing else says it: else one set is taken for the other's.
pub(super) fn open(model: &Model) -> Markup {
    let (words, work) = (&model.words().unit, &model.work);
    let name = if work.shows_unit() { words.unit } else { words.whole };
    let told = work.has_unit() && has_two(model) && shows_figures(&model.route);
    html! { @if told { p.tag.done { (icon("done")) (words.open) ": " (name) } } }
}

/// The screens with figures on which [`both`] does not stand.
const fn shows_figures(route: &Route) -> bool {
    match route {
        Route::Advice(route) => !matches!(route, AdviceRoute::Report(_)),
        Route::Sheet
        | Route::Group(_)
        | Route::Findings
        | Route::Scores
        | Route::Trace(_)
        | Route::Figure(..)
        | Route::Improve
        | Route::Differences
        | Route::Workshop(WorkshopRoute::Code) => true,
        _ => false,
    }
}

/// Whether a cooperative of its kind may have books of its own and a unit's.
fn has_two(model: &Model) -> bool {
    match model.assessment().profile.kind {
        Some(CoopKind::Serba | CoopKind::Kdmp) => true,
        None
        | Some(
            CoopKind::Ksp | CoopKind::Usp | CoopKind::Riil | CoopKind::Sharia | CoopKind::Secondary | CoopKind::Other,
        ) => false,
    }
}

/// A village cooperative may have such a unit: where its books are entered, they can be begun.
fn offer(model: &Model) -> Markup {
    let words = &model.words().unit;
    html! {
        @if matches!(model.route, Route::Tasks | Route::Books) {
            p.hint.noprint { (icon("info")) (words.offer) " " button.link type="button" data-click="books unit" { (words.begin) } }
        }
    }
}

/// What comes of those that are not open; the answers are shared, so nothing is said before its books have begun.
fn result(model: &Model, work: &Opened) -> Markup {
    let report = assess(&work.assessment);
    let ends = report.honest_predicate();
    html! {
        @if has_amounts(&work.assessment) {
            @if report.is_too_wide() { p { (numbers::estimated(model, model.words().result.too_wide)) } } @else {
                p.side-number { strong { (numbers::about(model, report.honest_total())) } }
                p { (predicates(model, ends)) }
            }
        } @else { p { (model.words().unit.blank) } }
    }
}
