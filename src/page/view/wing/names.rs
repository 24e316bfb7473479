//! Their headings.

use crate::page::Model;
use crate::page::route::Later;
use crate::page::view::names::indicator_name;
use crate::page::view::{advice, formula, rat, statement, workshop};

/// Its heading.
#[allow(clippy::inline_always, reason = "measured: called once, but too large to be put there unasked")]
#[inline(always)]
pub(in crate::page::view) fn name(model: &Model, later: Later<'_>) -> &'static str {
    let words = model.words();
    match later {
        Later::Answers(_) => words.item.check_title,
        Later::Books => words.statement.title,
        Later::Sheet => words.sheet.title,
        Later::Group(id) => statement::name(model, id),
        Later::Findings => words.books.title,
        Later::Scores => words.scores.title,
        Later::Trace(id) => indicator_name(model, id),
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
