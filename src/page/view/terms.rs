//! The words of the field that stand on a screen, explained one tap away: a fold below its heading, made of what the
//! screen says, so that no screen has to think of it.

use maud::{Markup, html};

use super::super::{Model, Route};
use crate::locale::fill;
use crate::rulebook::TermText;
use crate::sorting::sort;

/// The screen with its fold, where any term stands on it.
pub(super) fn explained(model: &Model, screen: Markup) -> Markup {
    if !wants(&model.route) {
        return screen;
    }
    let said = said(&screen.0);
    let words = from_words(&said);
    let terms: Vec<&TermText> = model.texts().terms.iter().filter(|term| stands(&words, term.word)).collect();
    html! { (screen) @if !terms.is_empty() { (fold(model, &terms)) } }
}

/// The start explains its few words on the spot, the glossary all of them; what a room looks at on the wall is explained
/// by the trainer, and a letter goes out as it is.
fn wants(route: &Route) -> bool {
    use super::super::rat::RatRoute::Paper;
    use super::super::workshop::WorkshopRoute::Stage;
    !matches!(route, Route::Start | Route::Glossary | Route::Workshop(Stage(_)) | Route::Rat(Paper(_)))
}

fn fold(model: &Model, terms: &[&TermText]) -> Markup {
    html! {
        // An id of the screen's own: what is unfolded on one screen is folded on the next.
        details.noprint.terms id={ "istilah" (model.route.hash()) } {
            summary { (fill(model.words().common.terms_here, &[("count", &terms.len())])) }
            dl.glossary { @for term in terms { dt { (term.word) } dd { (term.meaning) } } }
        }
    }
}

/// What stands between the tags.
fn said(html: &str) -> String {
    let mut text = String::with_capacity(html.len() / 2);
    for part in html.split('<') {
        text.push_str(part.split_once('>').map_or("", |(_, said)| said));
        text.push(' ');
    }
    text
}

/// A text from each of its words on, in the order of the alphabet: a screen has thousands of words, and a hundred terms are looked
/// for in it each time it is drawn.
fn from_words(text: &str) -> Vec<&str> {
    let mut before = None;
    let mut begins = |sign: char| parts(before.replace(sign)) && !parts(Some(sign));
    let mut words: Vec<&str> =
        text.char_indices().filter(|(_, sign)| begins(*sign)).map(|(at, _)| &text[at..]).collect();
    sort(&mut words, |one, other| one < other);
    words
}

/// Whether a term stands in a text as a word of its own: before its bracket, *SHU (sisa hasil usaha)*, or either side of
/// a stroke, *AD/ART*; with a small first letter too.
fn stands(text: &[&str], term: &str) -> bool {
    let words = term.split(" (").next().unwrap_or_default();
    words.split('/').any(|word| {
        let (first, rest) = word.split_at(word.chars().next().map_or(0, char::len_utf8));
        alone(text, word) || (rest != rest.to_ascii_uppercase() && alone(text, &(first.to_ascii_lowercase() + rest)))
    })
}

fn alone(text: &[&str], word: &str) -> bool {
    let from = text.partition_point(|from| *from < word);
    text[from..].iter().map_while(|from| from.strip_prefix(word)).any(|after| parts(after.chars().next()))
}

/// Whether a sign, or the end of a text, parts one word from another.
fn parts(sign: Option<char>) -> bool {
    sign.is_none_or(|sign| !sign.is_alphanumeric() && sign != '_')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_is_found_as_a_word_only() {
        let stands = |text, term| stands(&from_words(text), term);
        assert!(stands("Bagi SHU, lalu", "SHU (sisa hasil usaha)"));
        assert!(stands("kredit macet", "Macet") && !stands("kemacetan", "Macet") && !stands("shu_lalu", "SHU"));
        assert!(stands("baca ART", "AD/ART") && !stands("art", "AD/ART") && !stands("BADAN", "AD/ART"));
        assert!(stands("(modal sendiri)", "Modal sendiri") && !stands("modal sendirian", "Modal sendiri"));
        assert_eq!(said("<p class=\"SHU\">kas <b>AD</b></p>").split_whitespace().collect::<Vec<_>>(), ["kas", "AD"]);
    }
}
