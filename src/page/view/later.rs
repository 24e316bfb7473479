//! In the first part of the page: a screen that comes with the second part, while that is fetched.

use maud::{Markup, html};

use super::super::{Model, Route, Stranded};
use super::parts::{back, button, heading, icon};

/// The screen.
pub(super) fn view(model: &Model) -> Markup {
    let words = &model.words().later;
    html! {
        (back(&Route::Start, model.words()))
        (heading(words.title))
        @if model.stranded == Some(Stranded::Outdated) {
            p.hint.warn role="alert" { (icon("warn")) (words.outdated) }
            p.actions {
                button.button type="button" data-click="reload" { (words.reload) }
                (button(&Route::Tasks, words.back))
            }
        } @else if model.stranded.is_some() {
            p.hint.warn role="alert" { (icon("warn")) (words.failed) }
            p.actions {
                button.button type="button" data-click="rest" { (words.again) }
                (button(&Route::Tasks, words.back))
            }
        } @else {
            p aria-busy="true" { (words.text) }
        }
    }
}
