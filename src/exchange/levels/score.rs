//! Scores from levels alone, equal to those of the board's own report.

use super::Levels;
use crate::exact::{Fraction, Range};
use crate::rulebook::{Aspect, Indicator, Predicate};
use crate::scoring;

impl Levels {
    /// Each indicator with its aspect and levels, in the form's order.
    pub fn indicators(&self) -> impl Iterator<Item = (&'static Aspect, &'static Indicator, Range<u8>)> {
        self.variant.indicators().zip(&self.levels).map(|((aspect, indicator), level)| (aspect, indicator, *level))
    }

    /// Its points, as scoring counts them.
    fn points(&self) -> Vec<Range<Fraction>> {
        self.levels.iter().map(|level| level.map(|points| Fraction::whole(i64::from(points)))).collect()
    }

    /// Each aspect's score, 0 to 100, in the form's order.
    #[must_use]
    pub fn aspects(&self) -> Vec<Range<Fraction>> {
        let points = self.points();
        self.variant.aspects.iter().map(|aspect| scoring::aspect_of(aspect, &points)).collect()
    }

    /// The total, 0 to 100.
    #[must_use]
    pub fn total(&self) -> Range<Fraction> {
        scoring::total_of(self.variant, &self.points())
    }

    /// The predicate, if both ends of the total share it.
    #[must_use]
    pub fn predicate(&self) -> Option<&'static Predicate> {
        let ends = self.total().map(|total| self.variant.predicate(total));
        if ends.is_settled() { ends.low } else { None }
    }
}
