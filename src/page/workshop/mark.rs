//! One's own result, under its mark.

use super::WorkshopRoute;
use crate::exchange::levels::{Levels, Obstacle, RoomMark};
use crate::page::{Model, Route};

/// Whether the screen shows a result that has no mark yet: then the browser is asked for chance.
#[must_use]
pub fn wants_mark(model: &Model) -> bool {
    let shown = model.route == Route::Workshop(WorkshopRoute::Code) && model.has_check();
    shown && RoomMark::of(&model.work.kept).is_none()
}

/// The open work's own result, under its mark.
pub(in crate::page) fn own_levels(model: &Model) -> Option<Levels> {
    let mut levels = Levels::of(model.assessment(), model.day())?;
    levels.obstacles = Obstacle::of(&model.work.kept);
    Some(RoomMark::of(&model.work.kept).map_or(levels.clone(), |mark| levels.marked(mark)))
}
