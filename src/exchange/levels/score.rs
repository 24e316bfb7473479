//! Scores from levels alone, equal to those of the board's own report.

use super::Levels;
use crate::exact::{Fraction, Range};
use crate::rulebook::{Aspect, Indicator, Predicate};

impl Levels {
    /// Each indicator with its aspect and levels, in the form's order.
    pub fn indicators(&self) -> impl Iterator<Item = (&'static Aspect, &'static Indicator, Range<u8>)> {
        self.variant.indicators().zip(&self.levels).map(|((aspect, indicator), level)| (aspect, indicator, *level))
    }

    /// Each aspect's score, 0 to 100, in the form's order.
    #[must_use]
    pub fn aspects(&self) -> Vec<Range<Fraction>> {
        let score = |aspect: &'static Aspect, end: fn(Range<u8>) -> u8| {
            let levels = self.indicators().filter(|(of, ..)| of.id == aspect.id).map(|(_, _, level)| end(level));
            let points = Fraction::whole(levels.map(i64::from).sum());
            small(points.over(aspect.max_points()).and_then(|share| share.times(Fraction::whole(100))))
        };
        let both = |aspect| Range { low: score(aspect, |level| level.low), high: score(aspect, |level| level.high) };
        self.variant.aspects.iter().map(both).collect()
    }

    /// The total, 0 to 100.
    #[must_use]
    pub fn total(&self) -> Range<Fraction> {
        let aspects = self.aspects();
        let end = |of: fn(&Range<Fraction>) -> Fraction| {
            let weighed = aspects.iter().zip(self.variant.aspects).map(|(score, one)| of(score).times(one.weight));
            small(weighed.collect::<Option<Vec<_>>>().and_then(Fraction::sum))
        };
        Range { low: end(|score| score.low), high: end(|score| score.high) }
    }

    /// The predicate, if both ends of the total share it.
    #[must_use]
    pub fn predicate(&self) -> Option<&'static Predicate> {
        let ends = self.total().map(|total| self.variant.predicate(total));
        if ends.is_settled() { ends.low } else { None }
    }
}

/// Levels and weights are small, so their sums always fit.
fn small(value: Option<Fraction>) -> Fraction {
    value.unwrap_or(Fraction::ZERO)
}
