//! This room beside an earlier one: did the training help? Both are crowds, so only averages and shares are compared.

use super::means::weight;
use super::picture::{Picture, Weak};
use crate::exact::{Fraction, Range};
use crate::rulebook::{Aspect, Indicator, Predicate};

/// How many of the moved indicators are told.
const TOLD: usize = 5;

/// Two rooms side by side, the earlier one first.
#[derive(Clone, Debug)]
pub struct Change {
    /// How many cooperatives.
    pub count: [usize; 2],
    /// The average totals.
    pub total: [Range<Fraction>; 2],
    /// How many have each predicate; the last are not settled.
    pub predicates: Vec<(Option<&'static Predicate>, [usize; 2])>,
    /// The aspects' average scores.
    pub aspects: Vec<(&'static Aspect, [Range<Fraction>; 2])>,
    /// The indicators that rose most, at most five.
    pub risen: Vec<Moved>,
    /// The indicators that fell most, at most five.
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
    let predicate = |((kind, before), (_, after)): (&(Option<_>, usize), &(_, usize))| (*kind, [*before, *after]);
    let mut moved: Vec<(Fraction, Moved)> = later.indicators.iter().filter_map(|one| moved(earlier, one)).collect();
    moved.sort_by_key(|(by, _)| std::cmp::Reverse(*by));
    let risen = moved.iter().filter(|(by, _)| *by > Fraction::ZERO).take(TOLD);
    let fallen = moved.iter().rev().filter(|(by, _)| by.is_negative()).take(TOLD);
    Change {
        count: [earlier.count, later.count],
        total: [earlier.total, later.total],
        predicates: earlier.predicates.iter().zip(&later.predicates).map(predicate).collect(),
        aspects: earlier
            .aspects
            .iter()
            .zip(&later.aspects)
            .map(|(one, two)| (one.aspect, [one.mean, two.mean]))
            .collect(),
        risen: risen.map(|(_, one)| one.clone()).collect(),
        fallen: fallen.map(|(_, one)| one.clone()).collect(),
    }
}

/// By how much both ends of an indicator's average moved together.
fn moved(earlier: &Picture, later: &Weak) -> Option<(Fraction, Moved)> {
    let before = earlier.indicators.iter().find(|one| one.indicator.id == later.indicator.id)?.mean;
    let by = weight(later.mean).minus(weight(before))?;
    Some((by, Moved { indicator: later.indicator, mean: [before, later.mean] }))
}
