//! Words that are looked up: differences, papers, offers of help, the glossary.

use serde::Serialize;

use super::Teller;
use crate::rulebook::NamedText;

/// A place where definition and worksheet part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Its id, `D01`.
    pub id: &'static str,
    /// Its kind.
    pub class: &'static str,
    /// What it is about.
    pub title: &'static str,
    /// What the definition says.
    pub definition: &'static str,
    /// What the worksheet does.
    pub worksheet: &'static str,
    /// What this tool does.
    pub ours: &'static str,
    /// Cells of the worksheet.
    pub places: &'static [&'static str],
    /// Indicators it can move.
    pub affects: &'static [&'static str],
}

/// A thing with an id and a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Named {
    /// Its id.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
}

/// A word explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Term {
    /// Its id.
    pub id: &'static str,
    /// The word.
    pub word: &'static str,
    /// What it means.
    pub meaning: &'static str,
}

pub(super) fn differences(teller: Teller) -> Vec<Difference> {
    let help = |difference| teller.book.help(teller.locale)?.of_difference(difference);
    let differences = teller.variant.differences(teller.book);
    let texts = differences.filter_map(|one| Some((one, &teller.texts[one], help(one)?)));
    texts
        .map(|(difference, text, help)| Difference {
            id: difference.id,
            class: difference.class,
            title: text.title,
            definition: help.definition,
            worksheet: help.worksheet,
            ours: help.ours,
            places: difference.places,
            affects: difference.affects,
        })
        .collect()
}

pub(super) fn named(list: &'static [NamedText]) -> Vec<Named> {
    list.iter().map(|one| Named { id: one.id, name: one.name }).collect()
}

pub(super) fn glossary(teller: Teller) -> Vec<Term> {
    teller.texts.terms.iter().map(|term| Term { id: term.id, word: term.word, meaning: term.meaning }).collect()
}
