//! The room in one picture.

use super::means::{mean, stepped, told};
use super::needs::{self, Needs};
use super::tally::told_of;
use super::{LEAST, Tally, Weak};
use crate::exact::{Fraction, Range};
use crate::exchange::levels::{Levels, Meeting, Obstacle, STANDINGS};
use crate::rulebook::{Aspect, Item, Predicate, Rulebook, Variant};
use crate::scoring;
use crate::sorting::sort;
use crate::standing::Institution;

/// How many indicators a list shows.
const LISTED: usize = 10;

/// What the results of one form have in common. Nothing in it tells of fewer than
/// [`FEWEST_TOLD`](super::FEWEST_TOLD) cooperatives.
#[derive(Clone, Debug)]
pub struct Picture {
    /// How many cooperatives it is of.
    pub count: usize,
    /// The rulebook of their form.
    pub rulebook: &'static Rulebook,
    /// The form they filled in.
    pub variant: &'static Variant,
    /// The average total, 0 to 100, as far as it tells of no indicator more than its cells do.
    pub total: Range<Fraction>,
    /// How many have each predicate for certain, best first; the last, without a predicate, have still to answer.
    pub predicates: Tally<Option<&'static Predicate>>,
    /// By aspect, in the form's order, its average score, 0 to 100, as far as that may be told.
    pub aspects: Vec<(&'static Aspect, Range<Fraction>)>,
    /// By indicator, in the form's order.
    pub indicators: Vec<Weak>,
    /// How many stand where for certain, best first; the last did not say or not enough.
    pub standings: Tally<Option<Institution>>,
    /// How the latest RATs went; the last did not say.
    pub meetings: Tally<Option<Meeting>>,
    /// The items most often answered *belum tahu*, at most ten, and by how many at least.
    pub doubts: Vec<(&'static Item, usize)>,
    /// What boards call their obstacles, the most frequent first, and how many at least.
    pub obstacles: Vec<(Obstacle, usize)>,
    /// What the room needs from its office.
    pub needs: Needs,
    /// Whether some counted by the worksheet, or under an older edition: their figures do not quite compare.
    pub unlike: bool,
}

impl Picture {
    /// The indicators that are weaker than all others whatever is still to be answered, at most ten, the weakest first.
    #[must_use]
    pub fn weakest(&self) -> Vec<&Weak> {
        let mut all: Vec<&Weak> = self.lower().collect();
        sort(&mut all, |one, other| one.mean.high < other.mean.high);
        let highest: Vec<Fraction> = all.iter().map(|one| one.mean.high).collect();
        let others = |listed: &[&Weak]| {
            let other = |one: &&Weak| !listed.iter().any(|known| known.indicator.id == one.indicator.id);
            self.indicators.iter().filter(other).map(|one| one.mean.low).min()
        };
        let apart = |count: &usize| others(&all[..*count]).is_none_or(|lowest| highest[count - 1] < lowest);
        let count = (1..=all.len().min(LISTED)).rev().find(apart).unwrap_or(0);
        let mut listed = all[..count].to_vec();
        sort(&mut listed, |one, other| one.middle() < other.middle());
        listed
    }

    /// The lowest of the other indicators by what is answered; their order may still change. With the weakest they are ten
    /// at most.
    #[must_use]
    pub fn low(&self) -> Vec<&Weak> {
        let weakest = self.weakest();
        let is_other = |one: &&Weak| !weakest.iter().any(|known| known.indicator.id == one.indicator.id);
        let mut all: Vec<&Weak> = self.lower().filter(is_other).collect();
        sort(&mut all, |one, other| one.middle() < other.middle());
        all.truncate(LISTED - weakest.len());
        all
    }

    /// What most have still to answer, at most ten, with how many.
    #[must_use]
    pub fn unknown(&self) -> Vec<(&Weak, usize)> {
        let open = self.indicators.iter().filter_map(|one| Some((one, one.open().filter(|open| *open > 0)?)));
        let mut all: Vec<(&Weak, usize)> = open.collect();
        sort(&mut all, |(_, open), (_, other)| open > other);
        all.truncate(LISTED);
        all
    }

    /// Those of which enough is answered, and surely not all at the highest level.
    fn lower(&self) -> impl Iterator<Item = &Weak> {
        self.indicators.iter().filter(|one| one.settled.is_some_and(|level| level.low < one.indicator.max))
    }
}

/// From the results of one form; `None` below [`LEAST`].
pub(super) fn draw(all: &[&Levels]) -> Option<Picture> {
    let first = all.first().filter(|_| all.len() >= LEAST)?;
    let (rulebook, variant) = (first.rulebook, first.variant);
    let newest = rulebook.newest_edition();
    let indicators = indicators(variant, all);
    let is_unlike = |one: &&Levels| one.edition != newest || one.reading != crate::rulebook::Reading::Definition;
    let standings = Tally::of(kinds(STANDINGS), all.iter().map(|one| settled(one)));
    let meetings = Tally::of(kinds(Meeting::ALL), all.iter().map(|one| one.meeting));
    Some(Picture {
        count: all.len(),
        rulebook,
        variant,
        total: total(variant, &indicators, all),
        predicates: Tally::of(kinds(variant.predicates.iter()), all.iter().map(|one| one.predicate())),
        aspects: aspects(variant, &indicators, &all.iter().map(|one| one.aspects()).collect::<Vec<_>>()),
        needs: needs::of(&indicators, &standings, &meetings),
        doubts: doubts(variant, all),
        obstacles: most(Obstacle::ALL, all, |one, of| of.obstacles.contains(one)),
        standings,
        meetings,
        indicators,
        unlike: all.iter().any(is_unlike),
    })
}

fn doubts(variant: &'static Variant, all: &[&Levels]) -> Vec<(&'static Item, usize)> {
    let items = variant.items().map(|(_, item)| item).enumerate();
    let counts = most(items, all, |(place, _), of| of.unknown.binary_search(place).is_ok());
    counts.into_iter().take(LISTED).map(|((_, item), count)| (item, count)).collect()
}

/// What holds of most, and of how many as far as that may be told.
fn most<T>(
    things: impl IntoIterator<Item = T>,
    all: &[&Levels],
    holds: impl Fn(&T, &Levels) -> bool,
) -> Vec<(T, usize)> {
    let told = |thing| {
        let count = all.iter().filter(|of| holds(&thing, of)).count();
        Some((thing, told_of(count, all.len())?))
    };
    let mut counts: Vec<(T, usize)> = things.into_iter().filter_map(told).collect();
    sort(&mut counts, |(_, count), (_, other)| count > other);
    counts
}

/// The kinds, and last none of them.
fn kinds<T>(kinds: impl IntoIterator<Item = T>) -> impl Iterator<Item = Option<T>> {
    kinds.into_iter().map(Some).chain([None])
}

/// Where a cooperative surely stands.
fn settled(levels: &Levels) -> Option<Institution> {
    levels.standing.as_ref().filter(|range| range.is_settled()).map(|range| range.low)
}

fn total(variant: &'static Variant, indicators: &[Weak], all: &[&Levels]) -> Range<Fraction> {
    let means: Vec<Range<Fraction>> = indicators.iter().map(|one| one.mean).collect();
    let known = mean(&all.iter().map(|one| one.total()).collect::<Vec<_>>().iter().copied());
    stepped(scoring::total_of(variant, &means), known, widest(indicators.iter(), scoring::point_worth))
}

fn aspects(
    variant: &'static Variant,
    indicators: &[Weak],
    scores: &[Vec<Range<Fraction>>],
) -> Vec<(&'static Aspect, Range<Fraction>)> {
    let means: Vec<Range<Fraction>> = indicators.iter().map(|one| one.mean).collect();
    let worth = |aspect: &Aspect| Fraction::whole(100).over(aspect.max_points()).unwrap_or(Fraction::ZERO);
    let of = |(place, aspect): (usize, &'static Aspect)| {
        let its = indicators.iter().filter(|one| one.aspect.id == aspect.id);
        let known = mean(&scores.iter().map(move |all| all[place]));
        (aspect, stepped(scoring::aspect_of(aspect, &means), known, widest(its, worth)))
    };
    variant.aspects.iter().enumerate().map(of).collect()
}

/// The widest of what the indicators may be in a sum in which one point is worth so much.
fn widest<'i>(indicators: impl Iterator<Item = &'i Weak>, worth: impl Fn(&Aspect) -> Fraction) -> Fraction {
    let wide = |one: &Weak| one.mean.high.minus(one.mean.low)?.times(worth(one.aspect));
    indicators.filter_map(wide).max().unwrap_or(Fraction::ZERO)
}

fn indicators(variant: &'static Variant, results: &[&Levels]) -> Vec<Weak> {
    let weak = |(place, (aspect, indicator))| {
        let known = |level: Range<u8>| level.is_settled().then_some(level.low);
        let levels = Tally::of(kinds(1..=4), results.iter().map(|one| known(one.levels[place]))).last_apart();
        let (mean, settled) = told(&levels);
        Weak { aspect, indicator, mean, settled, levels }
    };
    variant.indicators().enumerate().map(weak).collect()
}
