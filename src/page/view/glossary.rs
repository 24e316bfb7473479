//! The words of the field, explained.

use maud::{Markup, html};

use super::super::{Model, Route};
use super::parts::{back, heading};
use crate::rulebook::TermText;
use crate::sorting::sort;

/// The screen: the terms in alphabetical order.
pub(super) fn view(model: &Model) -> Markup {
    let words = &model.words().glossary;
    let mut terms: Vec<&TermText> = model.texts().terms.iter().collect();
    let letters = |term: &TermText| term.word.bytes().map(|letter| letter.to_ascii_lowercase());
    sort(&mut terms, |term, other| letters(term).lt(letters(other)));
    html! {
        (back(&Route::Start, model.words()))
        (heading(model.words().common.glossary))
        p.lead { (words.lead) }
        dl.glossary { @for term in terms { div id={ "istilah-" (term.id) } { dt { (term.word) } dd { (term.meaning) } } } }
    }
}
