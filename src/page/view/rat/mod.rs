//! The screens about the RAT and the cooperative's standing. One file a screen; `fields` and `parts` hold what they share.

mod articles;
mod book;
mod calendar;
mod check;
mod days;
mod document;
mod fields;
mod meeting;
mod names;
mod papers;
mod parts;
mod quorum;
mod ready;
mod revival;
mod shu;
mod signals;
mod standing;
mod timeline;

use maud::{Markup, html};

use super::super::rat::{Board, RatRoute};
use super::super::{Model, Route};
use super::parts::{back, heading};

pub(super) use check::progress;
pub(super) use names::name;
pub(super) use quorum::announcement;

/// The screen.
pub(super) fn view(model: &Model, route: &RatRoute) -> Markup {
    let Some(board) = Board::of(model) else {
        let words = model.words();
        return html! { (back(&Route::Start, words)) (heading(name(model, route))) p.hint.warn { (words.rat.no_clock) } };
    };
    match route {
        RatRoute::Check(place) => check::view(&board, *place),
        RatRoute::Standing => standing::view(&board),
        RatRoute::Revival => revival::view(&board),
        RatRoute::Signals => signals::view(&board),
        RatRoute::Calendar => calendar::view(&board),
        RatRoute::Meeting => meeting::view(&board),
        RatRoute::Articles => articles::view(&board),
        RatRoute::Ready => ready::view(&board),
        RatRoute::Document(key) => document::view(&board, key),
        RatRoute::Quorum => quorum::view(&board),
        RatRoute::Papers => papers::view(&board),
        RatRoute::Paper(key) => papers::paper(&board, key),
        RatRoute::Names => papers::names(&board),
        RatRoute::Shu => shu::view(&board),
        RatRoute::Book => book::view(&board),
    }
}
