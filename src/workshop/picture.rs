//! The room in one picture.

use super::Room;
use super::means::{mean, weight};
use super::needs::{self, Needs};
use crate::exact::{Fraction, Range};
use crate::exchange::levels::{Levels, Meeting, STANDINGS};
use crate::rulebook::{Aspect, Indicator, Predicate, Variant};
use crate::standing::Institution;

/// How many of the weakest indicators are shown.
const WEAKEST: usize = 10;

/// What a room has in common.
#[derive(Clone, Debug)]
pub struct Picture {
    /// How many cooperatives it is of.
    pub count: usize,
    /// The form they filled in.
    pub variant: &'static Variant,
    /// The average total, 0 to 100.
    pub total: Range<Fraction>,
    /// How many have each predicate for certain, best first; the last, without a predicate, have still to answer.
    pub predicates: Vec<(Option<&'static Predicate>, usize)>,
    /// By aspect, in the form's order.
    pub aspects: Vec<AspectPicture>,
    /// By indicator, the weakest first; ties stand in the form's order.
    pub indicators: Vec<Weak>,
    /// How many stand where for certain, best first; the last did not say or not enough.
    pub standings: Vec<(Option<Institution>, usize)>,
    /// How the latest RATs went; the last did not say.
    pub meetings: Vec<(Option<Meeting>, usize)>,
    /// What the room needs from its office.
    pub needs: Needs,
    /// How many counted by the worksheet, or under an older edition: their figures do not quite compare.
    pub unlike: usize,
}

/// An aspect in the room.
#[derive(Clone, Debug)]
pub struct AspectPicture {
    /// The aspect.
    pub aspect: &'static Aspect,
    /// Its average score, 0 to 100.
    pub mean: Range<Fraction>,
    /// The lowest and the highest score anybody has for certain, and so nobody's range.
    pub spread: Range<Fraction>,
}

/// An indicator in the room.
#[derive(Clone, Debug)]
pub struct Weak {
    /// Its aspect.
    pub aspect: &'static Aspect,
    /// The indicator.
    pub indicator: &'static Indicator,
    /// Its average level, 1 to 4.
    pub mean: Range<Fraction>,
    /// How many have level 1, 2, 3, 4 for certain.
    pub at: [usize; 4],
    /// How many have still to answer.
    pub open: usize,
}

impl Picture {
    /// The weakest indicators: those below the highest level, at most ten.
    pub fn weakest(&self) -> impl Iterator<Item = &Weak> {
        self.indicators.iter().filter(|one| one.mean.low < one.indicator.max).take(WEAKEST)
    }
}

/// `None` only for an empty room.
pub(super) fn draw(room: &Room) -> Option<Picture> {
    let first = room.results().next()?;
    let (variant, newest) = (first.variant, first.rulebook.newest_edition());
    let of_form = || room.results().filter(|one| one.variant.id == variant.id);
    let totals: Vec<Range<Fraction>> = of_form().map(Levels::total).collect();
    let all: Vec<&Levels> = of_form().collect();
    let indicators = indicators(variant, &all);
    let unlike = of_form().filter(|one| one.edition != newest || one.reading != crate::rulebook::Reading::Definition);
    Some(Picture {
        count: totals.len(),
        variant,
        total: mean(&totals.iter().copied()),
        predicates: tally(variant.predicates.iter(), of_form().map(Levels::predicate)),
        aspects: aspects(variant, &of_form().map(Levels::aspects).collect::<Vec<_>>()),
        standings: tally(STANDINGS, of_form().map(settled)),
        meetings: tally(Meeting::ALL, of_form().map(|one| one.meeting)),
        needs: needs::of(&all, &indicators),
        indicators,
        unlike: unlike.count(),
    })
}

/// Where a cooperative surely stands.
pub(super) fn settled(levels: &Levels) -> Option<Institution> {
    levels.standing.as_ref().filter(|range| range.is_settled()).map(|range| range.low)
}

/// How many are of each kind, in the kinds' order, and of none.
fn tally<T: PartialEq + Copy>(
    kinds: impl IntoIterator<Item = T>,
    all: impl Iterator<Item = Option<T>>,
) -> Vec<(Option<T>, usize)> {
    let mut counts: Vec<(Option<T>, usize)> = kinds.into_iter().map(Some).chain([None]).map(|kind| (kind, 0)).collect();
    for one in all {
        if let Some((_, count)) = counts.iter_mut().find(|(kind, _)| *kind == one) {
            *count += 1;
        }
    }
    counts
}

fn aspects(variant: &'static Variant, scores: &[Vec<Range<Fraction>>]) -> Vec<AspectPicture> {
    let of = |place: usize| scores.iter().map(move |all| all[place]);
    let picture = |(place, aspect)| {
        let (mut low, mut high) = (Fraction::whole(100), Fraction::ZERO);
        for score in of(place) {
            (low, high) = (low.min(score.low), high.max(score.high));
        }
        AspectPicture { aspect, mean: mean(&of(place)), spread: Range { low, high } }
    };
    variant.aspects.iter().enumerate().map(picture).collect()
}

fn indicators(variant: &'static Variant, results: &[&Levels]) -> Vec<Weak> {
    let weak = |(place, (aspect, indicator))| {
        let levels = || results.iter().map(|one| one.levels[place]);
        let at = [1_u8, 2, 3, 4]
            .map(|level| levels().filter(|one: &Range<u8>| (one.low, one.high) == (level, level)).count());
        let mean = mean(&levels().map(|level| level.map(|end| Fraction::whole(end.into()))));
        Weak { aspect, indicator, mean, at, open: results.len() - at.iter().sum::<usize>() }
    };
    let mut all: Vec<Weak> = variant.indicators().enumerate().map(weak).collect();
    all.sort_by_key(|one| weight(one.mean));
    all
}
