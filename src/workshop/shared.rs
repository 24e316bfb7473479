//! What pictures of several forms have in common: the checklists of governance, RAT, standing and obstacles.
//!
//! It is summed from pictures that are shown anyway, cell by cell as they tell them. So whoever holds it against them learns
//! nothing of a form of which too few are here.

use super::{Cell, Picture, Tally};
use crate::exact::{Fraction, Range};
use crate::exchange::levels::{Meeting, Obstacle};
use crate::rulebook::{Indicator, Rulebook};
use crate::sorting::sort;
use crate::standing::Institution;

/// What the pictures of a room share.
#[derive(Clone, Debug)]
pub struct Shared {
    /// How many cooperatives, of all forms that have a picture.
    pub count: usize,
    /// The rulebook of their forms.
    pub rulebook: &'static Rulebook,
    /// The checklists of governance that all of them answered alike, the weakest first.
    pub governance: Vec<Common>,
    /// How many stand where for certain.
    pub standings: Vec<Cell<Option<Institution>>>,
    /// What boards call their obstacles, the most frequent first, and how many at least.
    pub obstacles: Vec<(Obstacle, usize)>,
    /// How the latest RATs went.
    pub meetings: Vec<Cell<Option<Meeting>>>,
}

/// A checklist that several forms ask with the same items.
#[derive(Clone, Copy, Debug)]
pub struct Common {
    /// The indicator, as the most frequent form has it.
    pub indicator: &'static Indicator,
    /// The average level of all, 1 to 4.
    pub mean: Range<Fraction>,
}

/// From the pictures of a room; `None` where there are not two.
pub(super) fn of(pictures: &[Picture]) -> Option<Shared> {
    let [first, _, ..] = pictures else { return None };
    let governance = first.variant.aspects.first()?.indicators().filter_map(|one| common(pictures, one));
    let mut governance: Vec<Common> = governance.collect();
    sort(&mut governance, |one, other| one.mean.high < other.mean.high);
    Some(Shared {
        count: pictures.iter().map(|picture| picture.count).sum(),
        rulebook: first.rulebook,
        governance,
        obstacles: obstacles(pictures),
        standings: Tally::added(pictures.iter().map(|picture| &picture.standings)),
        meetings: Tally::added(pictures.iter().map(|picture| &picture.meetings)),
    })
}

/// Summed from what may be told of each form. The sum of all that were named, beside the picture of a form that was shown before
/// another had one, would tell of one or two of the other.
fn obstacles(pictures: &[Picture]) -> Vec<(Obstacle, usize)> {
    let sum = |one: Obstacle| {
        let told = pictures.iter().flat_map(|picture| &picture.obstacles).filter(|(known, _)| *known == one);
        (one, told.map(|(_, count)| count).sum())
    };
    let mut all: Vec<(Obstacle, usize)> = Obstacle::ALL.into_iter().map(sum).filter(|(_, count)| *count > 0).collect();
    sort(&mut all, |(_, count), (_, other)| count > other);
    all
}

/// An indicator over all pictures; `None` where a form asks something else under its id.
fn common(pictures: &[Picture], wanted: &'static Indicator) -> Option<Common> {
    let asks = |one: &Indicator| one.items().iter().map(|item| item.id).collect::<Vec<_>>();
    let mut sum = Range::exactly(Fraction::ZERO);
    let mut count = 0;
    for picture in pictures {
        let one = picture.indicators.iter().find(|one| one.indicator.id == wanted.id)?;
        if asks(one.indicator) != asks(wanted) || asks(wanted).is_empty() {
            return None;
        }
        let many = i64::try_from(picture.count).ok().map(Fraction::whole)?;
        let plus = |sum: Fraction, mean: Fraction| sum.plus(mean.times(many)?);
        sum = Range { low: plus(sum.low, one.mean.low)?, high: plus(sum.high, one.mean.high)? };
        count += picture.count;
    }
    let all = i64::try_from(count).ok().map(Fraction::whole)?;
    Some(Common { indicator: wanted, mean: Range { low: sum.low.over(all)?, high: sum.high.over(all)? } })
}
