//! Which of the office's offers the room needs most: the coaching map of the rulebook, seen from many boards.

use super::means::weight;
use super::picture::{Weak, settled};
use crate::exact::{Fraction, Range};
use crate::exchange::levels::{Levels, Meeting};
use crate::rat::book::{FindingId, finding};
use crate::rulebook::{Indicator, Measure};
use crate::scoring;
use crate::standing::Institution;

/// What the room needs.
#[derive(Clone, Debug)]
pub struct Needs {
    /// What cannot wait, whatever the points: findings about RAT and standing, with how many it is about.
    pub urgent: Vec<(FindingId, usize)>,
    /// By offer, the one that brings most points first; ties stand in the order of their ids.
    pub offers: Vec<Need>,
}

/// An offer and how much the room needs it.
#[derive(Clone, Debug)]
pub struct Need {
    /// The offer, an id of the coaching texts.
    pub offer: &'static str,
    /// The points of the total that a cooperative loses on average where this offer helps: surely, and at most.
    pub lost: Range<Fraction>,
    /// How many surely lose points there.
    pub touched: usize,
}

/// From the results, and what the room has in common by indicator.
pub(super) fn of(results: &[&Levels], indicators: &[Weak]) -> Needs {
    let need = |offer: &'static str| Need { offer, lost: lost(indicators, offer), touched: touched(results, offer) };
    let mut offers: Vec<Need> = offers(indicators).into_iter().map(need).collect();
    offers.retain(|need| !need.lost.high.is_zero());
    offers.sort_by_key(|need| std::cmp::Reverse(weight(need.lost)));
    Needs { urgent: urgent(results), offers }
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

/// The points of the total that a cooperative loses on average where an offer helps.
fn lost(indicators: &[Weak], offer: &str) -> Range<Fraction> {
    let mut lost = Range::exactly(Fraction::ZERO);
    for one in indicators {
        let helps = helps(one.indicator);
        let all: i64 = helps.iter().map(|(_, count)| count).sum();
        let Some((_, count)) = helps.iter().find(|(known, _)| *known == offer) else { continue };
        let share = Fraction::whole(*count).over(Fraction::whole(all)).unwrap_or(Fraction::ZERO);
        let worth = scoring::point_worth(one.aspect).times(share).unwrap_or(Fraction::ZERO);
        let taken = |level: Fraction| one.indicator.max.minus(level).and_then(|points| points.times(worth));
        let plus = |sum: Fraction, level| taken(level).and_then(|points| sum.plus(points)).unwrap_or(sum);
        lost = Range { low: plus(lost.low, one.mean.high), high: plus(lost.high, one.mean.low) };
    }
    lost
}

/// How many surely lose points where an offer helps.
fn touched(results: &[&Levels], offer: &str) -> usize {
    let Some(first) = results.first() else { return 0 };
    let helped: Vec<bool> =
        first.indicators().map(|(_, one, _)| helps(one).iter().any(|(known, _)| *known == offer)).collect();
    let loses = |one: &&&Levels| one.levels.iter().zip(&helped).any(|(level, helped)| *helped && level.high < 4);
    results.iter().filter(loses).count()
}

fn urgent(results: &[&Levels]) -> Vec<(FindingId, usize)> {
    let count = |holds: &dyn Fn(&Levels) -> bool| results.iter().filter(|one| holds(one)).count();
    let late = |one: &Levels| matches!(one.meeting, Some(Meeting::Late | Meeting::Missed));
    let idle = |one: &Levels| settled(one) == Some(Institution::TidakAktif);
    let found = [(finding::F_TIDAK_AKTIF, count(&idle)), (finding::F_RAT_TERLAMBAT, count(&late))];
    found.into_iter().filter(|(_, count)| *count > 0).collect()
}
