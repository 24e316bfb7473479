//! Language, shared computer, and which rules and which program this is.

use maud::{Markup, html};

use super::super::{Model, Route};
use super::files::shared;
use super::names::day;
use super::parts::{back, heading, radios};
use super::switches::switches;
use crate::locale::{Locale, fill};

/// The screen.
pub(super) fn view(model: &Model) -> Markup {
    let words = &model.words().settings;
    html! {
        (back(&Route::Start, model.words()))
        (heading(words.title))
        fieldset {
            legend { (words.language) }
            (radios("language", "language", &languages(model)))
        }
        (switches(model))
        (shared(model))
        (rules(model))
        (build(model))
    }
}

/// Each language under its own name.
fn languages(model: &Model) -> Vec<(&'static str, &'static str, bool)> {
    let choice = |locale: &Locale| (locale.code(), locale.name(), *locale == model.locale);
    Locale::ALL.iter().map(choice).collect()
}

fn rules(model: &Model) -> Markup {
    let words = &model.words().settings;
    let book = model.assessment().rulebook;
    let edition = &book.editions[model.assessment().edition];
    html! {
        section.rules {
            h2 { (words.rules) }
            p { cite lang="id" { (book.title) } ". " span lang="id" { (book.regulation) } "." }
            p { (fill(words.rules_edition, &[("edition", &edition.id), ("day", &day(model, edition.from))])) }
            p.links { a href=(Route::Differences.hash()) { (words.rules_change) } }
        }
    }
}

/// The program's hash, to compare with others.
pub(super) fn build(model: &Model) -> Markup {
    let words = &model.words().settings;
    html! {
        section.program {
            h2 { (words.build) }
            @if model.build.is_empty() { p { (words.build_none) } } @else {
                p { (model.words().common.build) " " code { (model.build) } }
                p.hint { (words.build_help) }
            }
        }
    }
}
