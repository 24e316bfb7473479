//! What a change brings under every way to read the form: where its sources leave a doubt, one way alone would be a bare number.

use crate::exact::{Fraction, Range};
use crate::rulebook::Indicator;
use crate::scoring::Report;

/// A total before and after, over every way to read the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Told {
    /// From the lowest to the highest.
    pub total: Change,
    /// What each end gains, from the least to the most over all ways.
    pub gain: Range<Fraction>,
}

pub(super) fn told(before: &Report, after: &Report) -> Told {
    let own = Change { before: before.total, after: after.total }.gain();
    let gains = totals(before).zip(totals(after)).map(|(before, after)| Change { before, after }.gain());
    let gain = gains.fold(own, Range::hull);
    Told { total: Change { before: before.honest_total(), after: after.honest_total() }, gain }
}

/// The totals under the other ways.
pub(super) fn totals(report: &Report) -> impl Iterator<Item = Range<Fraction>> {
    report.doubt.iter().flat_map(|doubt| &doubt.by).map(|by| by.total)
}

/// Whether an indicator earns more points under every other way too.
pub(super) fn rises(before: &Report, after: &Report, indicator: &'static Indicator) -> bool {
    let points = |report: &Report| -> Vec<Range<Fraction>> {
        let own = report.indicator(indicator.id).map_or(Range::exactly(Fraction::ZERO), |score| score.score);
        let by = report.doubt.iter().flat_map(|doubt| &doubt.by);
        by.map(|by| by.points(indicator).unwrap_or(own)).collect()
    };
    points(before).iter().zip(points(after)).all(|(before, after)| after.low > before.low)
}

/// A score before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Before.
    pub before: Range<Fraction>,
    /// After.
    pub after: Range<Fraction>,
}

impl Change {
    /// What each end gains; negative where it loses. The ends move on their own, so `low` may exceed `high`.
    ///
    /// ```
    /// use cermin_koperasi::{advice::Change, exact::{Fraction, Range}};
    /// let range = |low, high| Range { low: Fraction::whole(low), high: Fraction::whole(high) };
    /// let found_out = Change { before: range(40, 90), after: range(60, 60) };
    /// assert_eq!(found_out.gain(), range(20, -30), "the worst case is better than feared, the best one is gone");
    /// ```
    #[must_use]
    pub fn gain(&self) -> Range<Fraction> {
        // Scores between 0 and 100 with the rulebook's small denominators always fit.
        let difference = |after: Fraction, before: Fraction| after.minus(before).unwrap_or(Fraction::ZERO);
        Range { low: difference(self.after.low, self.before.low), high: difference(self.after.high, self.before.high) }
    }

    /// Whether nothing moved.
    ///
    /// ```
    /// use cermin_koperasi::{advice::Change, exact::{Fraction, Range}};
    /// let range = |low, high| Range { low: Fraction::whole(low), high: Fraction::whole(high) };
    /// assert!(Change { before: range(40, 90), after: range(40, 90) }.is_none());
    /// assert!(!Change { before: range(40, 90), after: range(40, 60) }.is_none(), "a doubt that shrinks is a change");
    /// ```
    #[must_use]
    pub fn is_none(&self) -> bool {
        self.before == self.after
    }
}
