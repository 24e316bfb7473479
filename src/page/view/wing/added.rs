//! What the second part adds to the screens of the first.

use maud::Markup;

use crate::exchange::sealed::Refusal;
use crate::page::view::{books, kdmp, sealed, unit};
use crate::page::workshop::WorkshopRoute;
use crate::page::{Model, Route};

/// Why a file was not put under a passphrase, or not opened.
#[allow(clippy::unnecessary_wraps, reason = "its twin has nothing to say")]
pub(in crate::page::view) fn refused(model: &Model, refusal: Refusal) -> Option<String> {
    Some(sealed::refused(model, refusal))
}

/// Which of two sets of books is open.
pub(in crate::page::view) fn open_books(model: &Model) -> Markup {
    unit::open(model)
}

/// The two sets of books of a cooperative that has a unit, to change between them.
pub(in crate::page::view) fn both_books(model: &Model) -> Markup {
    unit::both(model)
}

/// The ministry's own workbook, to be filled.
pub(in crate::page::view) fn worksheet_copy(model: &Model) -> Markup {
    books::worksheet_copy(model)
}

/// Whether what is open goes back to a desk with each change.
pub(in crate::page::view) fn goes_back(model: &Model) -> bool {
    model.open_beside().is_some()
}

/// Whether a trainer has gathered something, or is where that is done.
pub(in crate::page::view) fn gathers(model: &Model) -> bool {
    let place = matches!(&model.route, Route::Workshop(WorkshopRoute::Trainer | WorkshopRoute::Collect));
    place || !model.workshop.room.is_empty() || !model.workshop.votes.is_empty()
}

/// What a line of a village cooperative's sheet is called.
pub(in crate::page::view) fn named(model: &Model, id: &str) -> Option<String> {
    kdmp::named(model, id)
}
