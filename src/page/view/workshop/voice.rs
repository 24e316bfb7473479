//! One's own voice, to be carried to the board's table: a seat, and a code.

use maud::{Markup, html};

use super::super::parts::{back, button, heading, icon};
use super::{code, labels};
use crate::exchange::levels::Seat;
use crate::exchange::qr;
use crate::page::workshop::{WorkshopRoute, own_voice};
use crate::page::{Model, Route};

/// The screen.
pub(super) fn view(model: &Model) -> Markup {
    let words = &model.words().voice;
    html! {
        (back(&Route::Workshop(WorkshopRoute::Voices), model.words()))
        (heading(words.own_title))
        p.lead { (words.own_lead) }
        @if model.has_check() {
            p.promise { (icon("lock")) (words.without) }
            (seat(model))
            @if let Some(voice) = own_voice(model) {
                section {
                    h2 { (words.qr) }
                    p.hint { (words.qr_help) }
                    @if let Some(picture) = qr::picture(&voice.qr_text()) { (code::drawn(words.qr_name, &picture)) }
                }
                section {
                    h2 { (model.words().workshop_code.typed) }
                    (code::groups(model, &voice.typed()))
                }
                section {
                    h2 { (model.words().workshop_code.file) }
                    p.actions { button.button.second type="button" data-click="workshop voice file" { (model.words().workshop_code.file) } }
                }
            }
        } @else {
            p { (words.nothing) }
            p.actions { (button(&Route::Tasks, model.words().workshop_code.begin)) }
        }
    }
}

/// Whose voice it is.
pub(super) fn seat(model: &Model) -> Markup {
    let words = &model.words().voice;
    html! {
        div.field {
            label for="kursi" { (words.seat) }
            p.hint id="kursi-hint" { (words.seat_help) }
            select id="kursi" aria-describedby="kursi-hint" data-change="workshop voice seat" {
                option value="" selected[model.workshop.seat.is_none()] { (words.seat_choose) }
                @for seat in Seat::ALL {
                    option value=(seat.code()) selected[model.workshop.seat == Some(seat)] { (labels::seat(model, seat)) }
                }
            }
        }
    }
}
