//! The screens about the RAT and the cooperative's standing. One file a screen; `fields` and `parts` hold what they share.

mod articles;
mod book;
mod calendar;
mod check;
mod days;
mod document;
mod fields;
mod meeting;
mod papers;
mod parts;
mod quorum;
mod ready;
mod revival;
mod shu;
mod signals;
mod standing;
mod timeline;

pub(super) use check::progress;
pub(super) use quorum::announcement;

use maud::{Markup, html};

use super::super::rat::{Board, RatRoute};
use super::super::{Model, Route};
use super::parts::{back, heading};
use crate::papers::forms;
use crate::rat::book::DocumentId;

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

/// The screen's heading.
pub(super) fn name(model: &Model, route: &RatRoute) -> &'static str {
    let words = model.words();
    match route {
        RatRoute::Check(place) => check::name(words, *place),
        RatRoute::Standing => words.standing.title,
        RatRoute::Revival => {
            Board::of(model).map_or(words.standing.revival, |board| standing::way_back(&board, &board.standing()))
        }
        RatRoute::Signals => words.standing.more_title,
        RatRoute::Calendar => words.calendar.title,
        RatRoute::Meeting => words.calendar.more,
        RatRoute::Articles => words.calendar.own,
        RatRoute::Ready => words.rat.title,
        RatRoute::Quorum => words.quorum.title,
        RatRoute::Papers => words.papers.title,
        RatRoute::Names => words.papers.names,
        RatRoute::Shu => words.shu.title,
        RatRoute::Book => crate::rat::book::words::PAPER_BOOK.say(model.locale),
        RatRoute::Document(key) => {
            let found = DocumentId::all().map(DocumentId::document).find(|document| document.id == key);
            found.map_or(words.common.not_found, |document| document.name.say(model.locale))
        }
        RatRoute::Paper(key) => {
            let found = forms().iter().find(|form| form.id == key);
            found.map_or(words.common.not_found, |form| form.name.say(model.locale))
        }
    }
}
