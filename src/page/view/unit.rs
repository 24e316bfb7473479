//! The two sets of books of a cooperative that trades and has a savings-and-loan unit, each with its result.

use maud::{Markup, html};

use super::super::Model;
use super::super::model::has_amounts;
use super::advice::parts::predicates;
use super::numbers;
use super::parts::icon;
use crate::exchange::save::Opened;
use crate::scoring::assess;

/// Both, the open one marked; nothing for another kind of cooperative.
pub(super) fn both(model: &Model) -> Markup {
    let (words, work) = (&model.words().unit, &model.work);
    let turned = is_mixed(model).then(|| work.turned().ok()).flatten();
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

/// Whether it has two sets of books.
pub(super) fn is_mixed(model: &Model) -> bool {
    model.assessment().profile.kind.as_deref() == Some("serba")
}

/// What comes of those that are not open; the answers are shared, so nothing is said before its books have begun.
fn result(model: &Model, work: &Opened) -> Markup {
    let report = assess(&work.assessment);
    let ends = report.honest_predicate();
    html! {
        @if has_amounts(&work.assessment) {
            p.side-number { strong { (numbers::about(model, report.honest_total())) } }
            p { (predicates(model, ends)) }
        } @else { p { (model.words().unit.blank) } }
    }
}
