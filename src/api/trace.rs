//! How a score came about.

use serde::Serialize;

use super::citation::Citation;
use super::fixed;
use super::number::{exact, number};
use crate::assessment::Assessment;
use crate::locale::Locale;
use crate::rulebook::{self, Bands, Reading, Texts, Variant};
use crate::scoring::{self, Counting, Evidence, Status};

/// How a score came about: everything needed to check it by hand.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Trace {
    /// `measured`, `open`, `decided`, `zero-denominator` or `out-of-range`.
    #[serde(serialize_with = "fixed::text")]
    pub status: &'static str,
    /// For `decided`: the difference that names the case.
    #[serde(serialize_with = "fixed::maybe")]
    pub decided_by: Option<&'static str>,
    /// For a checklist: its answers, counted.
    pub counting: Option<Tally>,
    /// For a ratio: the formula with Indonesian names.
    pub formula: Option<String>,
    /// For a ratio: what stands above the line, in rupiah.
    pub numerator: Option<String>,
    /// For a ratio: what stands below it.
    pub denominator: Option<String>,
    /// For a ratio: the figures the formula names.
    pub figures: Vec<Figure>,
    /// The bands that were applied; none for a scale in proportion.
    pub bands: Option<Table>,
    /// Whether the measurement sits exactly on a limit.
    pub on_limit: bool,
    /// Differences that moved or may move the score.
    #[serde(serialize_with = "fixed::all")]
    pub notes: Vec<&'static str>,
}

/// A checklist, counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Tally {
    /// Answered *yes*.
    pub met: u16,
    /// Answered *no*.
    pub unmet: u16,
    /// Not answered, or *unknown*.
    pub open: u16,
    /// Left out of the count.
    pub not_applicable: u16,
}

/// A figure of the books.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// Account or aggregate id.
    #[serde(serialize_with = "fixed::text")]
    pub id: &'static str,
    /// Its Indonesian name.
    #[serde(serialize_with = "fixed::text")]
    pub name: &'static str,
    /// `current` or `prior`.
    #[serde(serialize_with = "fixed::text")]
    pub year: &'static str,
    /// Rupiah, whole or as a fraction; `null` if unknown.
    pub value: Option<String>,
    /// For an aggregate: the terms it sums.
    pub parts: Vec<Part>,
}

/// A term of an aggregate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    /// Account or aggregate id.
    #[serde(serialize_with = "fixed::text")]
    pub id: &'static str,
    /// Its Indonesian name.
    #[serde(serialize_with = "fixed::text")]
    pub name: &'static str,
    /// `current` or `prior`.
    #[serde(serialize_with = "fixed::text")]
    pub year: &'static str,
    /// What it is multiplied by.
    pub coefficient: String,
    /// Rupiah; `null` if unknown.
    pub value: Option<String>,
}

/// The bands that were applied.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Table {
    /// The bands, in the rule's order.
    pub rows: Vec<Band>,
    /// Places in `rows`: the bands of the lowest and of the highest points that are possible.
    pub hit: Option<Hit>,
    /// Places in `rows`: the bands next to those.
    pub neighbours: Vec<usize>,
    /// The only reading it holds for.
    #[serde(serialize_with = "fixed::maybe")]
    pub reading: Option<&'static str>,
    /// Why it departs from its neighbour, an id of the differences.
    #[serde(serialize_with = "fixed::maybe")]
    pub difference: Option<&'static str>,
    /// Where it was read, and the edition from which it holds.
    pub citation: Citation,
}

/// Two places in a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// Of the lowest points.
    pub low: usize,
    /// Of the highest.
    pub high: usize,
}

/// A band.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Band {
    /// What it earns.
    pub points: f64,
    /// Its lower end; open if `null`.
    pub min: Option<Bound>,
    /// Its upper end; open if `null`.
    pub max: Option<Bound>,
}

/// One end of a band.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bound {
    /// Where it lies, for the eye.
    pub at: f64,
    /// The same, exactly: `3/40`.
    pub exact: String,
    /// Whether the limit itself belongs to the band.
    pub inclusive: bool,
}

impl Trace {
    pub(super) fn of(assessment: &Assessment, trace: &scoring::Trace) -> Self {
        let names = Names { variant: assessment.variant, texts: assessment.rulebook.text(Locale::Id) };
        let blank = Self {
            status: trace.status.code(),
            decided_by: if let Status::Decided(difference) = trace.status { Some(difference) } else { None },
            counting: None,
            formula: None,
            numerator: None,
            denominator: None,
            figures: Vec::new(),
            bands: trace.bands.map(|bands| Table::of(assessment, bands, trace)),
            on_limit: trace.on_limit,
            notes: trace.notes.to_vec(),
        };
        match &trace.evidence {
            Evidence::Checklist(counting) => Self { counting: Some((*counting).into()), ..blank },
            Evidence::Ratio { formula, numerator, denominator, figures, .. } => Self {
                formula: Some(Locale::Id.formula(assessment.rulebook, assessment.variant, formula)),
                numerator: numerator.map(exact),
                denominator: denominator.map(exact),
                figures: figures.iter().map(|figure| names.figure(figure)).collect(),
                ..blank
            },
        }
    }
}

impl From<Counting> for Tally {
    fn from(counting: Counting) -> Self {
        let Counting { met, unmet, open, not_applicable, .. } = counting;
        Self { met, unmet, open, not_applicable }
    }
}

/// Where the names of accounts and aggregates stand.
#[derive(Clone, Copy)]
struct Names {
    variant: &'static Variant,
    texts: &'static Texts,
}

impl Names {
    fn name(self, id: &'static str) -> &'static str {
        self.texts.figure(self.variant, id).unwrap_or(id)
    }

    fn figure(self, figure: &scoring::Figure) -> Figure {
        Figure {
            id: figure.id,
            name: self.name(figure.id),
            year: figure.year.code(),
            value: figure.value.map(exact),
            parts: figure.parts.iter().map(|part| self.part(part)).collect(),
        }
    }

    fn part(self, part: &scoring::Part) -> Part {
        Part {
            id: part.id,
            name: self.name(part.id),
            year: part.year.code(),
            coefficient: exact(part.coefficient),
            value: part.value.map(exact),
        }
    }
}

impl Table {
    fn of(assessment: &Assessment, bands: &'static Bands, trace: &scoring::Trace) -> Self {
        let hit = trace.hit.map(|hit| Hit { low: hit.low, high: hit.high });
        Self {
            rows: bands.bands.iter().map(Band::of).collect(),
            hit,
            neighbours: hit.map(|hit| hit.neighbours(bands.bands.len())).unwrap_or_default(),
            reading: bands.reading.map(Reading::code),
            difference: bands.difference,
            citation: Citation::of(assessment.rulebook, bands.edition, &bands.citation),
        }
    }
}

impl Hit {
    /// The rows just before and just after, where there are any.
    fn neighbours(self, rows: usize) -> Vec<usize> {
        let (first, last) = (self.low.min(self.high), self.low.max(self.high));
        first.checked_sub(1).into_iter().chain((last + 1 < rows).then_some(last + 1)).collect()
    }
}

impl Band {
    fn of(band: &rulebook::Band) -> Self {
        Self { points: number(band.points), min: band.min.map(Bound::of), max: band.max.map(Bound::of) }
    }
}

impl Bound {
    pub(super) fn of(bound: rulebook::Bound) -> Self {
        Self { at: number(bound.at), exact: exact(bound.at), inclusive: bound.inclusive }
    }
}
