//! The screens of the second part.

use maud::Markup;

use crate::page::Model;
use crate::page::rat::RatRoute;
use crate::page::route::{Later, Route};
use crate::page::view::{
    advice, books, differences, figure, glossary, kdmp, map, questions, rat, scores, sealed, trace, workshop,
};

/// A screen.
#[allow(clippy::inline_always, reason = "measured: called once, but too large to be put there unasked")]
#[inline(always)]
pub(in crate::page::view) fn view(model: &Model, later: Later<'_>) -> Markup {
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

/// What a screen reader is told on a screen that has something of its own to say.
pub(in crate::page::view) fn announcement(model: &Model) -> Option<String> {
    match &model.route {
        Route::Rat(RatRoute::Quorum) => Some(rat::announcement(model)),
        Route::Workshop(route) => Some(workshop::announcement(model, route)),
        _ => None,
    }
}
