//! A cooperative whose form is not known gets no score: why, and what is of use all the same.

use maud::{Markup, html};

use super::super::{Model, Route};
use super::parts::{back, heading, icon};
use super::wing::useful;
use crate::assessment::Unrated;

/// The screen, in the place of all that rest on a score.
pub(super) fn view(model: &Model, why: Unrated) -> Markup {
    html! {
        (back(&Route::Tasks, model.words()))
        (heading(model.words().result.title))
        (self::why(model, why))
        (useful(model))
    }
}

/// Why there is no score.
pub(super) fn why(model: &Model, why: Unrated) -> Markup {
    let words = &model.words().unrated;
    let text = match why {
        Unrated::Sharia => words.sharia,
        Unrated::Secondary => words.secondary,
        Unrated::Large => words.large,
        Unrated::Other => words.other,
    };
    html! { p.hint.warn { (icon("info")) (text) " " (words.no_score) } }
}
