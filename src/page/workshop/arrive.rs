//! Onto a screen of the workshop.

use super::mark::wants_mark;
use super::stage::stage;
use super::{Camera, WorkshopRoute};
use crate::page::wing;
use crate::page::{Effect, Model, Route};

/// Whoever comes with a code in the address finds it in the field, where a press takes it in: anybody can write such an
/// address, and the room is the trainer's. The address is that of the room again.
pub(in crate::page) fn arrive(model: &mut Model) -> Vec<Effect> {
    // Each question has its own time.
    if stage(model).is_some_and(|at| at != model.workshop.shown.0) && model.workshop.runs {
        model.workshop.left = Some(model.workshop.allowed());
    }
    // The camera goes off with its screen.
    if model.workshop.camera == Camera::Running {
        model.workshop.camera = Camera::Ready;
    }
    // What came in elsewhere was reported there.
    if model.route.takes_in() {
        forget_report(model);
        model.workshop.typed.clear();
        model.workshop.came = false;
    }
    if wants_mark(model) {
        return vec![Effect::Wing(wing::Effect::Chance)];
    }
    let Route::Workshop(WorkshopRoute::Given(code)) = &model.route else { return ready(model) };
    model.workshop.typed = code.clone();
    model.workshop.came = true;
    model.route = Route::Workshop(WorkshopRoute::Collect);
    vec![Effect::Wing(wing::Effect::Replace(model.route.clone()))].into_iter().chain(ready(model)).collect()
}

/// Where pictures are read, the device keeps the scanner for the days without a network.
pub(super) fn ready(model: &Model) -> Vec<Effect> {
    let reads = model.route.takes_in() || model.route == Route::Workshop(WorkshopRoute::Trainer);
    if reads && model.workshop.camera == Camera::Ready {
        vec![Effect::Wing(wing::Effect::KeepScanner)]
    } else {
        Vec::new()
    }
}

pub(super) fn forget_report(model: &mut Model) {
    let workshop = &mut model.workshop;
    (workshop.new, workshop.doubles, workshop.fault) = (0, 0, None);
    workshop.last.clear();
    workshop.refused.clear();
    workshop.heard.clear();
    workshop.bench.note = None;
}
