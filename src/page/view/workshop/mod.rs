//! The screens of a workshop. One file a screen.

mod blocks;
mod class;
mod code;
mod collect;
mod compare;
mod desk;
mod drawing;
mod hotspot;
mod labels;
mod names;
mod report;
mod samples;
mod script;
mod share;
mod stage;
mod trainer;
mod voice;
mod voices;

pub(in crate::page) use drawing::{drawing, drawing_shared};
pub(super) use names::name;

use maud::Markup;

use super::super::Model;
use super::super::workshop::WorkshopRoute;

/// The screen.
pub(super) fn view(model: &Model, route: &WorkshopRoute) -> Markup {
    match route {
        WorkshopRoute::Trainer => trainer::view(model),
        WorkshopRoute::Share => share::view(model),
        WorkshopRoute::Hotspot => hotspot::view(model),
        WorkshopRoute::Stage(place) => stage::view(model, *place),
        WorkshopRoute::Samples => samples::list(model),
        WorkshopRoute::Sample(id) => samples::view(model, id),
        WorkshopRoute::Script(long) => script::view(model, *long),
        WorkshopRoute::Code => code::view(model),
        WorkshopRoute::Collect | WorkshopRoute::Given(_) => collect::view(model),
        WorkshopRoute::Class => class::view(model),
        WorkshopRoute::Slide(place) => class::slide(model, *place),
        WorkshopRoute::Voice => voice::view(model),
        WorkshopRoute::Voices => voices::view(model),
        WorkshopRoute::Desk => desk::view(model),
        WorkshopRoute::Entry(id) => desk::one(model, *id),
    }
}

/// What a screen reader is told after a change.
pub(super) fn announcement(model: &Model, route: &WorkshopRoute) -> String {
    match route {
        WorkshopRoute::Collect => collect::announcement(model),
        WorkshopRoute::Voices => voices::announcement(model),
        _ => String::new(),
    }
}
