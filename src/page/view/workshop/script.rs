//! The facilitator's script, to print.

use maud::{Markup, html};

use super::super::parts::{back, heading};
use crate::page::workshop::WorkshopRoute;
use crate::page::{Model, Route};

/// The screen: the script of an hour, or of three.
pub(super) fn view(model: &Model, long: bool) -> Markup {
    let words = &model.words().workshop_sample;
    let steps: &[&str] = if long { &words.long } else { &words.short };
    html! {
        (back(&Route::Workshop(WorkshopRoute::Trainer), model.words()))
        (heading(if long { words.script_title_long } else { words.script_title_short }))
        p.lead { (words.script_lead) }
        section { h2 { (words.prepare) } ul { @for one in words.prepare_list { li { (one) } } } }
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
