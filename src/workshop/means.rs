//! Averages of ranges.

use crate::exact::{Fraction, Range};

/// The average of both ends; zero of nothing.
pub(super) fn mean(ranges: &(impl Iterator<Item = Range<Fraction>> + Clone)) -> Range<Fraction> {
    let count = i64::try_from(ranges.clone().count()).unwrap_or(i64::MAX).max(1);
    let end = |of: fn(Range<Fraction>) -> Fraction| {
        let sum = Fraction::sum(ranges.clone().map(of)).and_then(|sum| sum.over(Fraction::whole(count)));
        // Levels and scores of some thousand cooperatives always fit.
        sum.unwrap_or(Fraction::ZERO)
    };
    Range { low: end(|range| range.low), high: end(|range| range.high) }
}
