//! Everything there is to ask, in one language.

use serde::Serialize;

use super::citation::Citation;
use super::number::number;
use super::summary::Edition;
use super::trace::Bound;
use crate::locale::Locale;
use crate::rulebook::{self, Rulebook, Texts, Variant};

pub mod accounts;
pub mod items;
pub mod words;

use accounts::{Aggregate, Group};
use items::{Item, RatioWords};
use words::{Difference, Named, Term};

/// Everything there is to ask, in one language.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Questionnaire {
    /// The rulebook's id.
    pub rulebook: &'static str,
    /// The form's id.
    pub variant: &'static str,
    /// The language of the sentences.
    pub locale: &'static str,
    /// The rulebook's title.
    pub title: &'static str,
    /// The form's official name.
    pub form: &'static str,
    /// The legal act it rests on.
    pub regulation: &'static str,
    /// The day from which it holds.
    pub in_force: &'static str,
    /// Its editions, oldest first.
    pub editions: Vec<Edition>,
    /// What is asked and weighed.
    pub aspects: Vec<Aspect>,
    /// The accounts, in groups.
    pub groups: Vec<Group>,
    /// Sums over accounts that the indicators use.
    pub aggregates: Vec<Aggregate>,
    /// The predicates, best first.
    pub predicates: Vec<Predicate>,
    /// Where definition and worksheet part.
    pub differences: Vec<Difference>,
    /// Papers that serve as evidence.
    pub documents: Vec<Named>,
    /// What the cooperative office can help with.
    pub coaching: Vec<Named>,
    /// Words explained.
    pub glossary: Vec<Term>,
}

/// A weighed part of the total.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Aspect {
    /// Its id.
    pub id: &'static str,
    /// Its plain name.
    pub name: &'static str,
    /// Its official name.
    pub official_name: &'static str,
    /// What it looks at.
    pub note: &'static str,
    /// Its share of the total, from 0 to 1.
    pub weight: f64,
    /// Where the weight was read.
    pub citation: Citation,
    /// Its parts.
    pub subaspects: Vec<Subaspect>,
}

/// A group of indicators.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Subaspect {
    /// Its id.
    pub id: &'static str,
    /// Its plain name.
    pub name: &'static str,
    /// Its official name.
    pub official_name: &'static str,
    /// Its indicators.
    pub indicators: Vec<Indicator>,
}

/// A scored line.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Indicator {
    /// Its id.
    pub id: &'static str,
    /// Its plain name.
    pub name: &'static str,
    /// Its official name.
    pub official_name: &'static str,
    /// `checklist` or `ratio`.
    pub kind: &'static str,
    /// The most points it can give.
    pub max: f64,
    /// For a checklist: its items.
    pub items: Vec<Item>,
    /// For a ratio: its words and formulas.
    pub ratio: Option<RatioWords>,
    /// Differences that touch it.
    pub differences: &'static [&'static str],
    /// Where it was read.
    pub citation: Citation,
}

/// A final predicate.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Predicate {
    /// Its id.
    pub id: &'static str,
    /// The official word.
    pub name: &'static str,
    /// What it means for the board.
    pub note: &'static str,
    /// The lowest total that earns it.
    pub min: Option<Bound>,
    /// The highest.
    pub max: Option<Bound>,
    /// Where it was read.
    pub citation: Citation,
}

/// What is being told, and in which language.
#[derive(Clone, Copy)]
struct Teller {
    book: &'static Rulebook,
    variant: &'static Variant,
    locale: Locale,
    texts: &'static Texts,
}

impl Questionnaire {
    pub(super) fn of(book: &'static Rulebook, variant: &'static Variant, locale: Locale) -> Self {
        let teller = Teller { book, variant, locale, texts: book.text(locale) };
        Self {
            rulebook: book.id,
            variant: variant.id,
            locale: locale.code(),
            title: book.title,
            form: variant.name,
            regulation: book.regulation,
            in_force: book.in_force,
            editions: book.editions.iter().map(Edition::of).collect(),
            aspects: teller.aspects(),
            groups: accounts::groups(teller),
            aggregates: accounts::aggregates(teller),
            predicates: teller.predicates(),
            differences: words::differences(teller),
            documents: words::named(teller.texts.documents),
            coaching: words::named(teller.texts.coaching),
            glossary: words::glossary(teller),
        }
    }
}

impl Teller {
    fn cite(self, citation: &rulebook::Citation) -> Citation {
        Citation::of(self.book, 0, citation)
    }

    fn aspects(self) -> Vec<Aspect> {
        let aspects = self.variant.aspects.iter();
        aspects
            .map(|aspect| Aspect {
                id: aspect.id,
                name: self.texts[aspect].name,
                official_name: aspect.name,
                note: self.texts[aspect].note,
                weight: number(aspect.weight),
                citation: self.cite(&aspect.citation),
                subaspects: aspect.subaspects.iter().map(|part| self.subaspect(part)).collect(),
            })
            .collect()
    }

    fn subaspect(self, part: &'static rulebook::Subaspect) -> Subaspect {
        Subaspect {
            id: part.id,
            name: self.texts[part],
            official_name: part.name,
            indicators: part.indicators.iter().map(|one| self.indicator(one)).collect(),
        }
    }

    fn indicator(self, one: &'static rulebook::Indicator) -> Indicator {
        let ratio = items::ratio(self, one);
        Indicator {
            id: one.id,
            name: self.texts[one].name,
            official_name: one.name,
            kind: if ratio.is_some() { "ratio" } else { "checklist" },
            max: number(one.max),
            items: items::items(self, one),
            ratio,
            differences: one.differences,
            citation: self.cite(&one.citation),
        }
    }

    fn predicates(self) -> Vec<Predicate> {
        let predicates = self.variant.predicates.iter();
        predicates
            .map(|predicate| Predicate {
                id: predicate.id,
                name: self.texts[predicate].name,
                note: self.texts[predicate].note,
                min: predicate.range.min.map(Bound::of),
                max: predicate.range.max.map(Bound::of),
                citation: self.cite(&predicate.citation),
            })
            .collect()
    }
}
