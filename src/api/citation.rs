//! Where a rule was read.

use serde::Serialize;

use super::fixed;
use crate::rulebook::{self, Rulebook};

/// Where a rule was read, since when it holds, and how sure we are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Citation {
    /// The edition from which it holds.
    #[serde(serialize_with = "fixed::text")]
    pub edition: &'static str,
    /// The day from which it holds, ISO 8601.
    #[serde(serialize_with = "fixed::text")]
    pub in_force: &'static str,
    /// How sure: `workbook-verified`, `secondary-only`, …; empty where not graded.
    #[serde(serialize_with = "fixed::text")]
    pub confidence: &'static str,
    /// The documents, the strongest first.
    pub sources: Vec<Source>,
}

/// A document and the place in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Source {
    /// The document's short id, `WB`.
    #[serde(serialize_with = "fixed::text")]
    pub document: &'static str,
    /// Its title.
    #[serde(serialize_with = "fixed::text")]
    pub title: &'static str,
    /// Its date, as exactly as known.
    #[serde(serialize_with = "fixed::maybe")]
    pub date: Option<&'static str>,
    /// The place in it, `K!D28`.
    #[serde(serialize_with = "fixed::maybe")]
    pub place: Option<&'static str>,
}

impl Citation {
    /// A citation of a rule that holds from an edition on.
    ///
    /// ```
    /// use cermin_koperasi::{api::citation::Citation, rulebook::RULEBOOKS};
    /// let roa = RULEBOOKS[0].variants[0].indicator("C.I.1.a").unwrap();
    /// let cited = Citation::of(RULEBOOKS[0], 0, &roa.citation);
    /// assert_eq!((cited.edition, cited.sources[0].document, cited.sources[0].place), ("2021-08", "WB", Some("K!C5")));
    /// ```
    #[must_use]
    pub fn of(book: &'static Rulebook, edition: usize, citation: &rulebook::Citation) -> Self {
        let (id, from) = book.editions.get(edition).map_or(("", book.in_force), |edition| (edition.id, edition.from));
        Self {
            edition: id,
            in_force: from,
            confidence: citation.confidence,
            sources: citation.sources.iter().map(|source| Source::of(book, source)).collect(),
        }
    }
}

impl Source {
    fn of(book: &'static Rulebook, source: &'static str) -> Self {
        let (document, place) = source.split_once(':').map_or((source, None), |(id, place)| (id, Some(place)));
        let reference = book.references.iter().find(|reference| reference.id == document);
        Self {
            document,
            // The compiler refuses a source that is not among the references.
            title: reference.map_or(document, |reference| reference.title),
            date: reference.and_then(|reference| reference.date),
            place,
        }
    }
}
