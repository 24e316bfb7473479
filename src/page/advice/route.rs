//! The screens that lead from the score to work.

use crate::rulebook::Variant;

/// A screen that helps to act on the score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AdviceRoute {
    /// The least effort to a predicate, by its id; without one, to the next better.
    Path(Option<String>),
    /// How many rupiah each ratio is from its next band.
    Bands,
    /// The same for one ratio, with every way.
    Band(String),
    /// What if: the copy and what it changes.
    Trial,
    /// The answers of one indicator, or the amounts of one group of accounts, to be tried.
    TrialPart(String),
    /// How close the total and the ratios sit to their limits.
    Margin,
    /// This year beside earlier files.
    Compare,
    /// The report for print; with all answers, if `true`.
    Report(bool),
    /// The papers for the examiner's table.
    Pack,
}

impl AdviceRoute {
    /// The screens of one word, with it.
    pub(in crate::page) const PLAIN: [(&'static str, Self); 7] = [
        ("jalan", Self::Path(None)),
        ("rupiah", Self::Bands),
        ("andai", Self::Trial),
        ("jarak", Self::Margin),
        ("banding", Self::Compare),
        ("laporan", Self::Report(false)),
        ("berkas-meja", Self::Pack),
    ];
    /// What follows the word of the report where its annex is wanted.
    const ANNEX: &'static str = "lampiran";

    /// The screen of a word and what follows it; `None` where there is none.
    pub(in crate::page) fn parse(word: &str, argument: Option<&str>) -> Option<Self> {
        let Some(argument) = argument else {
            return Self::PLAIN.iter().find(|(known, _)| *known == word).map(|(_, route)| route.clone());
        };
        match word {
            "jalan" => Some(Self::Path(Some(argument.to_owned()))),
            "rupiah" => Some(Self::Band(argument.to_owned())),
            "andai" => Some(Self::TrialPart(argument.to_owned())),
            "laporan" => (argument == Self::ANNEX).then_some(Self::Report(true)),
            _ => None,
        }
    }

    /// Its word and what follows it.
    pub(in crate::page) fn parts(&self) -> (&'static str, Vec<String>) {
        match self {
            Self::Path(Some(id)) => ("jalan", vec![id.clone()]),
            Self::Band(id) => ("rupiah", vec![id.clone()]),
            Self::TrialPart(id) => ("andai", vec![id.clone()]),
            Self::Report(true) => ("laporan", vec![Self::ANNEX.to_owned()]),
            plain => {
                let word = Self::PLAIN.iter().find(|(_, route)| route == plain).map_or("", |(word, _)| word);
                (word, Vec::new())
            }
        }
    }

    /// Every screen of a variant.
    pub(in crate::page) fn all(variant: &'static Variant) -> impl Iterator<Item = Self> {
        let plain = Self::PLAIN.iter().map(|(_, route)| route.clone());
        // Best first; nobody works towards the last.
        let goals = &variant.predicates[..variant.predicates.len().saturating_sub(1)];
        let predicates = goals.iter().map(|one| Self::Path(Some(one.id.to_owned())));
        let indicators = || variant.indicators().map(|(_, one)| one);
        let ratios = indicators().filter(|one| one.items().is_empty()).map(|one| Self::Band(one.id.to_owned()));
        let asked = indicators().filter(|one| !one.items().is_empty()).map(|one| one.id);
        let parts = asked.chain(variant.groups.iter().map(|one| one.id)).map(|id| Self::TrialPart(id.to_owned()));
        plain.chain([Self::Report(true)]).chain(predicates).chain(ratios).chain(parts)
    }
}
