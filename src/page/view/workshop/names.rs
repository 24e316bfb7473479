//! The headings of these screens.

use super::{samples, stage};
use crate::page::Model;
use crate::page::workshop::WorkshopRoute;

/// The screen's heading.
pub(in crate::page::view) fn name(model: &Model, route: &WorkshopRoute) -> &'static str {
    let words = model.words();
    match route {
        WorkshopRoute::Trainer => words.workshop.title,
        WorkshopRoute::Share => words.workshop_share.title,
        WorkshopRoute::Hotspot => words.workshop_hotspot.title,
        WorkshopRoute::Stage(place) => stage::name(model, *place),
        WorkshopRoute::Samples => words.workshop_sample.title,
        WorkshopRoute::Sample(id) => samples::name(model, id),
        WorkshopRoute::Script(false) => words.workshop_sample.script_title_short,
        WorkshopRoute::Script(true) => words.workshop_sample.script_title_long,
        WorkshopRoute::Code => words.workshop_code.title,
        WorkshopRoute::Collect | WorkshopRoute::Given(_) => words.workshop_collect.title,
        WorkshopRoute::Class | WorkshopRoute::Slide(_) => words.workshop_class.title,
        WorkshopRoute::Voice => words.voice.own_title,
        WorkshopRoute::Voices => words.voice.title,
        WorkshopRoute::Desk | WorkshopRoute::Entry(_) => words.desk.title,
    }
}
