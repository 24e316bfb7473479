//! A room without internet: the trainer's laptop is the network, and hands the page out over plain http.

use maud::{Markup, html};

use super::super::parts::{awaited, back, heading, icon};
use crate::locale::fill;
use crate::page::workshop::{Guide, Origin, WorkshopRoute};
use crate::page::{Model, Route};

/// The screen.
pub(super) fn view(model: &Model) -> Markup {
    let words = &model.words().workshop_hotspot;
    html! {
        (back(&Route::Workshop(WorkshopRoute::Share), model.words()))
        (heading(words.title))
        p.lead { (words.lead) }
        @if let Origin::Site(site) = &model.origin {
            @let (sign, text) = if site.is_plain() { ("warn", words.plain) } else { ("done", words.safe) };
            p { (icon(sign)) (fill(text, &[("address", &site.address)])) }
        }
        @match Guide::of(model.locale) {
            Some(guide) => {
                section { h2 { (words.steps) } ol { @for step in guide.hotspot { li { (step) } } } }
                section { h2 { (words.works) } ul { @for one in guide.works { li { (one) } } } }
                section { h2 { (words.not) } ul { @for one in guide.works_not { li { (one) } } } }
            },
            None => (awaited(model)),
        }
        p.hint { (words.caution) }
    }
}
