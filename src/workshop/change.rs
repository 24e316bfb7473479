//! This room beside an earlier one: did the training help? Both are crowds, so only averages and shares are compared.

use super::Cell;
use super::Weak;
use super::picture::Picture;
use crate::exact::{Fraction, Range};
use crate::rulebook::{Aspect, Indicator, Predicate, Rulebook, Variant};
use crate::sorting::sort;

/// How many of the moved indicators are told.
const TOLD: usize = 5;

/// Two rooms side by side, the earlier one first.
#[derive(Clone, Debug)]
pub struct Change {
    /// The rulebook of their form.
    pub rulebook: &'static Rulebook,
    /// The form both filled in.
    pub variant: &'static Variant,
    /// How many cooperatives.
    pub count: [usize; 2],
    /// The average totals.
    pub total: [Range<Fraction>; 2],
    /// How many have each predicate; those without one are not settled.
    pub predicates: Vec<Cell<Option<&'static Predicate>, 2>>,
    /// The aspects' average scores.
    pub aspects: Vec<(&'static Aspect, [Range<Fraction>; 2])>,
    /// The indicators that surely rose, those that rose most first, at most five.
    pub risen: Vec<Moved>,
    /// The indicators that surely fell, those that fell most first, at most five.
    pub fallen: Vec<Moved>,
}

/// An indicator whose average level moved.
#[derive(Clone, Debug)]
pub struct Moved {
    /// The indicator.
    pub indicator: &'static Indicator,
    /// Its average levels.
    pub mean: [Range<Fraction>; 2],
}

pub(super) fn between(earlier: &Picture, later: &Picture) -> Change {
    let pairs: Vec<Moved> = later.indicators.iter().filter_map(|one| moved(earlier, one)).collect();
    // Ranges that overlap may be the same average.
    let risen = |[before, after]: [Range<Fraction>; 2]| after.low.minus(before.high);
    let fallen = |[before, after]: [Range<Fraction>; 2]| before.low.minus(after.high);
    let aspects = earlier.aspects.iter().zip(&later.aspects);
    Change {
        rulebook: later.rulebook,
        variant: later.variant,
        count: [earlier.count, later.count],
        total: [earlier.total, later.total],
        predicates: later.predicates.since(&earlier.predicates),
        aspects: aspects.map(|((aspect, one), (_, two))| (*aspect, [*one, *two])).collect(),
        risen: most(&pairs, risen),
        fallen: most(&pairs, fallen),
    }
}

/// Those that moved for certain, by how far.
fn most(pairs: &[Moved], by: impl Fn([Range<Fraction>; 2]) -> Option<Fraction>) -> Vec<Moved> {
    let far = |one: &Moved| by(one.mean).filter(|far| *far > Fraction::ZERO);
    let mut all: Vec<(Fraction, &Moved)> = pairs.iter().filter_map(|one| Some((far(one)?, one))).collect();
    sort(&mut all, |(far, _), (other, _)| far > other);
    all.into_iter().take(TOLD).map(|(_, one)| one.clone()).collect()
}

fn moved(earlier: &Picture, later: &Weak) -> Option<Moved> {
    let before = earlier.indicators.iter().find(|one| one.indicator.id == later.indicator.id)?.mean;
    Some(Moved { indicator: later.indicator, mean: [before, later.mean] })
}
