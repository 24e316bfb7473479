//! The facilitator's script, to print. It comes with the help beside the page's modules.

use maud::{Markup, html};

use super::super::parts::{awaited, back, heading};
use crate::page::workshop::{Guide, WorkshopRoute};
use crate::page::{Model, Route};

/// The screen: the script of an hour, or of three.
pub(super) fn view(model: &Model, long: bool) -> Markup {
    let words = &model.words().workshop_sample;
    html! {
        (back(&Route::Workshop(WorkshopRoute::Trainer), model.words()))
        (heading(if long { words.script_title_long } else { words.script_title_short }))
        p.lead { (words.script_lead) }
        @match Guide::of(model.locale) {
            Some(guide) => (told(model, guide, if long { guide.long } else { guide.short })),
            None => (awaited(model)),
        }
    }
}

fn told(model: &Model, guide: &Guide, steps: &[&str]) -> Markup {
    html! {
        section { h2 { (model.words().workshop_sample.prepare) } ul { @for one in guide.prepare { li { (one) } } } }
        table.script {
            tbody {
                @for step in steps {
                    @let (minutes, what) = step.split_once('|').unwrap_or(("", step));
                    tr { th scope="row" { (minutes) } td { (what) } }
                }
            }
        }
        p.actions { button.button type="button" data-click="print" { (model.words().workshop_class.print) } }
    }
}
