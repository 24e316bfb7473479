//! What a change brings under every way to read the form: where its sources leave a doubt, one way alone would be a bare number.

use super::Change;
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
