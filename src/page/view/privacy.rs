//! What happens to the answers, what others can see, and how anyone can check it.

use maud::{Markup, html};

use super::super::{Model, Route};
use super::parts::{back, heading};
use super::settings::build;

/// The screen.
pub(super) fn view(model: &Model) -> Markup {
    let words = &model.words().privacy;
    html! {
        (back(&Route::Start, model.words()))
        (heading(words.title))
        p.lead { (words.lead) }
        (list(words.stays_title, words.stays.iter().copied()))
        (list(words.seen_title, words.seen.iter().copied().chain([words.log])))
        (list(words.ask_title, words.ask.iter().copied()))
        (list(words.check_title, words.check.iter().copied()))
        (build(model))
        p { (words.limits) }
        p.links { a href=(Route::Files.hash()) { (model.words().files.title) } }
    }
}

fn list(title: &str, sentences: impl Iterator<Item = &'static str>) -> Markup {
    html! { section.privacy { h2 { (title) } ul { @for sentence in sentences { li { (sentence) } } } } }
}
