//! Which of the office's offers the room needs most: the coaching map of the rulebook, seen from many boards.

use super::{Tally, Weak};
use crate::exact::{Fraction, Range};
use crate::exchange::levels::Meeting;
use crate::rat::book::{FindingId, finding};
use crate::rulebook::{Indicator, Measure};
use crate::scoring;
use crate::sorting::sort;
use crate::standing::Institution;

/// What the room needs.
#[derive(Clone, Debug)]
pub struct Needs {
    /// What cannot wait, whatever the points: findings about RAT and standing, with how many it is about.
    pub urgent: Vec<(FindingId, usize)>,
    /// What is needed more than all others, whatever is still to be answered; at most five.
    pub most: Vec<Need>,
    /// What is needed for certain besides, by the points surely lost.
    pub others: Vec<Need>,
}

/// An offer and how much the room needs it.
#[derive(Clone, Debug)]
pub struct Need {
    /// The offer, an id of the coaching texts.
    pub offer: &'static str,
    /// The points of the total that a cooperative loses on average where this offer helps: surely, and at most.
    pub lost: Range<Fraction>,
    /// How many surely lose points there, at least; never told of fewer than [`FEWEST_TOLD`](super::FEWEST_TOLD).
    pub touched: usize,
    /// The indicators where most is surely lost, at most three.
    pub because: Vec<&'static Indicator>,
}

/// How many offers are called the most needed.
const MOST: usize = 5;
/// Reasons that are told of an offer.
const REASONS: usize = 3;

/// From the results, and what the room has in common. An offer that few surely need, or nobody, is not told.
pub(super) fn of(
    indicators: &[Weak],
    standings: &Tally<Option<Institution>>,
    meetings: &Tally<Option<Meeting>>,
) -> Needs {
    let need = |offer: &'static str| {
        let (lost, because) = lost(indicators, offer);
        Need { offer, lost, touched: touched(indicators, offer), because }
    };
    let mut most: Vec<Need> = offers(indicators).into_iter().map(need).collect();
    let highest = most.iter().map(|need| (need.offer, need.lost.high)).collect::<Vec<_>>();
    most.retain(|need| need.touched > 0 && !need.lost.low.is_zero());
    sort(&mut most, |need, other| need.lost.low > other.lost.low);
    let others = |needs: &[Need]| {
        let other = |(offer, _): &&(&str, Fraction)| !needs.iter().any(|need| need.offer == *offer);
        highest.iter().filter(other).map(|(_, high)| *high).max()
    };
    let apart = |count: &usize| Some(most[count - 1].lost.low) > others(&most[..*count]);
    let count = (1..=most.len().min(MOST)).rev().find(apart).unwrap_or(0);
    let others = most.split_off(count);
    Needs { urgent: urgent(standings, meetings), most, others }
}

/// Every offer of the form, by id.
fn offers(indicators: &[Weak]) -> Vec<&'static str> {
    let helps = indicators.iter().flat_map(|one| helps(one.indicator));
    let mut all: Vec<&str> = helps.map(|(offer, _)| offer).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// What helps with an indicator, and with how many of its items. Which of them lose the points is not told in a code, so
/// each counts alike.
fn helps(indicator: &'static Indicator) -> Vec<(&'static str, i64)> {
    match &indicator.measure {
        Measure::Ratio(rule) => vec![(rule.action.coaching, 1)],
        Measure::Checklist(items) => {
            let mut helps: Vec<(&'static str, i64)> = Vec::new();
            for item in *items {
                match helps.iter_mut().find(|(offer, _)| *offer == item.action.coaching) {
                    Some((_, count)) => *count += 1,
                    None => helps.push((item.action.coaching, 1)),
                }
            }
            helps
        }
    }
}

/// The points of the total that a cooperative loses on average where an offer helps, and where most of them are lost.
fn lost(indicators: &[Weak], offer: &str) -> (Range<Fraction>, Vec<&'static Indicator>) {
    let mut lost = Range::exactly(Fraction::ZERO);
    let mut by: Vec<(Fraction, &'static Indicator)> = Vec::new();
    for one in indicators {
        let helps = helps(one.indicator);
        let all: i64 = helps.iter().map(|(_, count)| count).sum();
        let Some((_, count)) = helps.iter().find(|(known, _)| *known == offer) else { continue };
        let share = Fraction::whole(*count).over(Fraction::whole(all)).unwrap_or(Fraction::ZERO);
        let worth = scoring::point_worth(one.aspect).times(share).unwrap_or(Fraction::ZERO);
        let taken = |level: Fraction| one.indicator.max.minus(level).and_then(|points| points.times(worth));
        let plus = |sum: Fraction, level| taken(level).and_then(|points| sum.plus(points)).unwrap_or(sum);
        lost = Range { low: plus(lost.low, one.mean.high), high: plus(lost.high, one.mean.low) };
        by.push((plus(Fraction::ZERO, one.mean.high), one.indicator));
    }
    by.retain(|(points, _)| !points.is_zero());
    sort(&mut by, |(points, _), (other, _)| points > other);
    (lost, by.into_iter().take(REASONS).map(|(_, indicator)| indicator).collect())
}

/// How many surely lose points where an offer helps, at least: as many as the cells of one indicator tell.
fn touched(indicators: &[Weak], offer: &str) -> usize {
    let helped = indicators.iter().filter(|one| helps(one.indicator).iter().any(|(known, _)| *known == offer));
    helped.map(|one| one.levels.at_least(&[Some(1), Some(2), Some(3)])).max().unwrap_or(0)
}

fn urgent(standings: &Tally<Option<Institution>>, meetings: &Tally<Option<Meeting>>) -> Vec<(FindingId, usize)> {
    let idle = standings.at_least(&[Some(Institution::TidakAktif)]);
    let late = meetings.at_least(&[Some(Meeting::Late), Some(Meeting::Missed)]);
    let found = [(finding::F_TIDAK_AKTIF, idle), (finding::F_RAT_TERLAMBAT, late)];
    found.into_iter().filter(|(_, count)| *count > 0).collect()
}
