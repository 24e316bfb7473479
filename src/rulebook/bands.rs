//! Bands: which measurement earns which points.

use super::{Citation, Formula, Reading};
use crate::exact::Fraction;

/// One end of a band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bound {
    /// Where it lies.
    pub at: Fraction,
    /// Whether the limit itself belongs to the band.
    pub inclusive: bool,
}

/// A stretch of measurements and the points it earns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// Its lower end; open downwards if `None`.
    pub min: Option<Bound>,
    /// Its upper end; open upwards if `None`.
    pub max: Option<Bound>,
    /// What it earns.
    pub points: Fraction,
}

impl Band {
    /// Whether a measurement lies in it. Exact: a value on a limit lands where the rule puts the limit.
    #[must_use]
    pub fn holds(&self, value: Fraction) -> bool {
        let above = self.min.is_none_or(|min| value > min.at || (min.inclusive && value == min.at));
        let below = self.max.is_none_or(|max| value < max.at || (max.inclusive && value == max.at));
        above && below
    }
}

/// A complete table of bands, best first, under one edition and reading.
#[derive(Debug)]
pub struct Bands {
    /// Index of the edition from which it holds.
    pub edition: usize,
    /// The only reading it holds for; both if `None`.
    pub reading: Option<Reading>,
    /// The bands; together they hold every number exactly once.
    pub bands: &'static [Band],
    /// Why this table departs from its neighbour, an id of the differences.
    pub difference: Option<&'static str>,
    /// Where it was read.
    pub citation: Citation,
}

impl Bands {
    /// The place of the band a measurement falls into.
    #[must_use]
    pub fn hit(&self, value: Fraction) -> Option<usize> {
        self.bands.iter().position(|band| band.holds(value))
    }

    /// The place of the band that earns these points.
    #[must_use]
    pub fn earning(&self, points: Fraction) -> Option<usize> {
        self.bands.iter().position(|band| band.points == points)
    }

    /// Whether a measurement sits exactly on a limit.
    #[must_use]
    pub fn on_limit(&self, value: Fraction) -> bool {
        self.bands.iter().any(|band| band.min.is_some_and(|min| min.at == value))
    }
}

/// A table several indicators share.
#[derive(Debug)]
pub struct Ladder {
    /// Stable id.
    pub id: &'static str,
    /// Its tables, by edition and reading.
    pub tables: &'static [Bands],
}

/// A case that is decided before any ratio.
#[derive(Debug)]
pub struct Override {
    /// What must be so.
    pub trigger: Trigger,
    /// Of which figure.
    pub of: Formula,
    /// In which reading.
    pub reading: Reading,
    /// What it earns.
    pub points: Fraction,
    /// Why, an id of the differences.
    pub difference: &'static str,
}

/// What sets off an [`Override`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trigger {
    /// The figure is zero.
    Zero,
    /// The figure is below zero.
    Negative,
}

impl Trigger {
    /// Whether a figure sets it off.
    #[must_use]
    pub const fn fires(self, figure: Fraction) -> bool {
        match self {
            Self::Zero => figure.is_zero(),
            Self::Negative => figure.is_negative(),
        }
    }
}
