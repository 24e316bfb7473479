//! Averages, as far as cells tell them: beside merged counts an exact average would tell who is in which.

use super::{Cell, LEAST, Tally};
use crate::exact::{Fraction, Range};
use crate::rulebook::{Aspect, Indicator};

/// The levels, and *still to answer* beside them.
const KINDS: usize = 5;
/// The most who have still to answer where they are told together with some levels, but not with all.
const OPEN: usize = 2;

/// The average level of all, 1 to 4, and of those who have answered if they are [`LEAST`] at least. Both are reckoned from the
/// cells alone, so they tell no more than those.
pub(super) fn told(levels: &Tally<Option<u8>>) -> (Range<Fraction>, Option<Range<Fraction>>) {
    let cells = levels.cells();
    let (all, [low, high, count]) = (cells.iter().map(|cell| cell.counts[0]).sum::<usize>(), sums(&cells, OPEN));
    let rest = all - count;
    let mean = Range { low: over(low + rest, all), high: over(high + rest * (KINDS - 1), all) };
    let answered = (count >= LEAST).then(|| {
        let [more_low, more_high, more] = sums(&cells, OPEN - 1);
        Range { low: over(low, count), high: over(high, count) }
            .hull(Range { low: over(more_low, more), high: over(more_high, more) })
    });
    (mean, answered)
}

/// The levels of those who have answered, summed at their least and at their most, and how many they are; `open` is how many of
/// a cell that holds levels and *still to answer* have not.
fn sums(cells: &[Cell<Option<u8>>], open: usize) -> [usize; 3] {
    let mut sums = [0; 3];
    for Cell { kinds, counts: [count] } in cells.iter().filter(|cell| cell.kinds.len() < KINDS) {
        let mut levels = kinds.iter().flatten().map(|level| usize::from(*level));
        let Some(low) = levels.next() else { continue };
        let many = count - if kinds.contains(&None) { open } else { 0 };
        let high = levels.next_back().unwrap_or(low);
        sums = [sums[0] + low * many, sums[1] + high * many, sums[2] + many];
    }
    sums
}

fn over(sum: usize, count: usize) -> Fraction {
    let whole = |number: usize| i64::try_from(number).map_or(Fraction::ZERO, Fraction::whole);
    // Levels of some thousand cooperatives always fit.
    whole(sum).over(whole(count.max(1))).unwrap_or(Fraction::ZERO)
}

/// The average of both ends; zero of nothing.
pub(super) fn mean(ranges: &(impl Iterator<Item = Range<Fraction>> + Clone)) -> Range<Fraction> {
    let count = i64::try_from(ranges.clone().count()).unwrap_or(i64::MAX).max(1);
    let end = |of: fn(Range<Fraction>) -> Fraction| {
        let sum = Fraction::sum(ranges.clone().map(of)).and_then(|sum| sum.over(Fraction::whole(count)));
        // Scores of some thousand cooperatives always fit.
        sum.unwrap_or(Fraction::ZERO)
    };
    Range { low: end(|range| range.low), high: end(|range| range.high) }
}

/// A sum of several averages, `told` from cells and `known` to us: as closely as it may be said without telling of one of them
/// more than its cells do. It is told in steps of the `widest` of them.
pub(super) fn stepped(told: Range<Fraction>, known: Range<Fraction>, widest: Fraction) -> Range<Fraction> {
    let steps = |end: Fraction| {
        let steps = end.minus(told.low)?.over(widest)?;
        i64::try_from(steps.numerator().div_euclid(steps.denominator())).ok()
    };
    let at = |steps: i64| told.low.plus(widest.times(Fraction::whole(steps))?);
    let within = || {
        let last = told.high.minus(widest)?;
        let low = at(steps(known.low)?)?.min(last).max(told.low);
        Some(Range { low, high: at(steps(known.high)? + 1)?.min(told.high) })
    };
    // Nothing is merged: then what cells tell is exact.
    within().unwrap_or(told)
}

/// An indicator in the room.
#[derive(Clone, Debug)]
pub struct Weak {
    /// Its aspect.
    pub aspect: &'static Aspect,
    /// The indicator.
    pub indicator: &'static Indicator,
    /// The average level of all, 1 to 4; a range where some have still to answer, or levels are told together.
    pub mean: Range<Fraction>,
    /// The average level of those who have answered, if they are [`LEAST`] at least; a range where levels are told together.
    pub settled: Option<Range<Fraction>>,
    /// How many have level 1, 2, 3, 4 for certain; the last have still to answer.
    pub levels: Tally<Option<u8>>,
}

impl Weak {
    /// Twice the middle of what those who have answered have on average: lists go by it.
    pub(super) fn middle(&self) -> Option<Fraction> {
        self.settled.and_then(|level| level.low.plus(level.high))
    }

    /// How many have level 1 or 2 for certain; `None` where that would tell of too few.
    #[must_use]
    pub fn low(&self) -> Option<usize> {
        self.levels.told(&[Some(1), Some(2)])
    }

    /// How many have still to answer; `None` where that would tell of too few.
    #[must_use]
    pub fn open(&self) -> Option<usize> {
        self.levels.told(&[None])
    }
}
