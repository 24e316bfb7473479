//! The headings of these screens.

use maud::{Markup, html};

use crate::locale::{Words, fill};
use crate::page::Model;
use crate::page::rat::{Board, RatRoute};
use crate::papers::forms;
use crate::rat::book::DocumentId;
use crate::standing::Standing;

/// The screen's heading.
pub(in crate::page::view) fn name(model: &Model, route: &RatRoute) -> &'static str {
    let words = model.words();
    match route {
        RatRoute::Check(place) => check(words, *place),
        RatRoute::Standing => words.standing.title,
        RatRoute::Revival => {
            Board::of(model).map_or(words.standing.revival, |board| way_back(&board, &board.standing()))
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

/// Which screen of how many.
pub(super) fn step(words: &Words, place: u8) -> Markup {
    html! { p.step { (fill(words.rat.check_step, &[("place", &place), ("all", &RatRoute::CHECKS)])) } }
}

/// What the screen is about.
pub(super) fn check(words: &'static Words, place: u8) -> &'static str {
    let words = &words.rat;
    match place {
        1 => words.check_who,
        2 => words.check_book,
        RatRoute::YEARS => words.check_years,
        4 => words.check_life,
        _ => words.check_letters,
    }
}

/// What the way back is called: whoever has only begun revives nothing.
pub(super) fn way_back(board: &Board<'_>, standing: &Standing) -> &'static str {
    let words = &board.model.words().standing;
    if standing.beginning.is_some() { words.catching_up } else { words.revival }
}
