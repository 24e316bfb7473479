//! The door to the screens of the second part, and to what it adds to those of the first. In the first part `twin.rs` stands here.

use maud::Markup;

use super::super::Model;
use super::super::rat::RatRoute;
use super::super::route::{Later, Route};
use super::super::workshop::WorkshopRoute;
use super::{
    advice, books, differences, figure, formula, glossary, kdmp, map, questions, rat, scores, sealed, statement, trace,
    unit, workshop,
};
use crate::exchange::sealed::Refusal;

pub(super) use super::more::{
    class_doubt, classes, first, form_note, from_check, lying, meeting, on_stage, quick_check, rat_states, step, useful,
};

/// A screen.
#[allow(clippy::inline_always, reason = "measured: called once, but too large to be put there unasked")]
#[inline(always)]
pub(super) fn view(model: &Model, later: Later<'_>) -> Markup {
    match later {
        Later::Answers(id) => questions::answers(model, id),
        Later::Books => books::overview(model),
        Later::Sheet => books::sheet(model),
        Later::Group(id) => books::group(model, id),
        Later::Findings => books::findings(model),
        Later::Scores => scores::view(model),
        Later::Trace(id) => trace::view(model, id),
        Later::Figure(id, prior) => figure::view(model, id, prior),
        Later::Rat(route) => rat::view(model, route),
        Later::Kdmp => kdmp::view(model),
        Later::KdmpList => kdmp::list(model),
        Later::Advice(route) => advice::view(model, route),
        Later::Workshop(route) => workshop::view(model, route),
        Later::Improve => advice::list::view(model),
        Later::Map => map::view(model),
        Later::Differences => differences::view(model),
        Later::Sealed => sealed::view(model),
        Later::Glossary => glossary::view(model),
    }
}

/// Its heading.
#[allow(clippy::inline_always, reason = "measured: called once, but too large to be put there unasked")]
#[inline(always)]
pub(super) fn name(model: &Model, later: Later<'_>) -> &'static str {
    let words = model.words();
    match later {
        Later::Answers(_) => words.item.check_title,
        Later::Books => words.statement.title,
        Later::Sheet => words.sheet.title,
        Later::Group(id) => statement::name(model, id),
        Later::Findings => words.books.title,
        Later::Scores => words.scores.title,
        Later::Trace(id) => questions::name(model, id),
        Later::Figure(id, _) => formula::name(model, id),
        Later::Rat(route) => rat::name(model, route),
        Later::Kdmp => words.kdmp.title,
        Later::KdmpList => words.kdmp.list_title,
        Later::Advice(route) => advice::name(model, route),
        Later::Workshop(route) => workshop::name(model, route),
        Later::Improve => words.advice.title,
        Later::Map => words.map.title,
        Later::Differences => words.differences.title,
        Later::Sealed => words.sealed.title,
        Later::Glossary => words.common.glossary,
    }
}

/// What a screen reader is told on a screen that has something of its own to say.
pub(super) fn announcement(model: &Model) -> Option<String> {
    match &model.route {
        Route::Rat(RatRoute::Quorum) => Some(rat::announcement(model)),
        Route::Workshop(route) => Some(workshop::announcement(model, route)),
        _ => None,
    }
}

/// Why a file was not put under a passphrase, or not opened.
#[allow(clippy::unnecessary_wraps, reason = "its twin has nothing to say")]
pub(super) fn refused(model: &Model, refusal: Refusal) -> Option<String> {
    Some(sealed::refused(model, refusal))
}

/// Which of two sets of books is open.
pub(super) fn open_books(model: &Model) -> Markup {
    unit::open(model)
}

/// The two sets of books of a cooperative that has a unit, to change between them.
pub(super) fn both_books(model: &Model) -> Markup {
    unit::both(model)
}

/// The ministry's own workbook, to be filled.
pub(super) fn worksheet_copy(model: &Model) -> Markup {
    books::worksheet_copy(model)
}

/// Whether what is open goes back to a desk with each change.
pub(super) fn goes_back(model: &Model) -> bool {
    model.open_beside().is_some()
}

/// Whether a trainer has gathered something, or is where that is done.
pub(super) fn gathers(model: &Model) -> bool {
    let place = matches!(&model.route, Route::Workshop(WorkshopRoute::Trainer | WorkshopRoute::Collect));
    place || !model.workshop.room.is_empty() || !model.workshop.votes.is_empty()
}

/// What a line of a village cooperative's sheet is called.
pub(super) fn named(model: &Model, id: &str) -> Option<String> {
    kdmp::named(model, id)
}
