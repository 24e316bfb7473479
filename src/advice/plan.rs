//! The plan that a board can vote on: a few steps that hold together.

use core::cmp::Ordering;

use crate::assessment::Assessment;
use crate::exact::{Fraction, Range};
use crate::rulebook::{Direction, Indicator, Leg, Move};
use crate::scoring::{self, Report};
use crate::sorting::by_key;

use super::checklist::endangers;
use super::next_band::Seeker;
use super::way::verified;
use super::{Action, Checklist, Joint, Step, Way, joint, moved};

/// How many steps a plan has at most: what a board can carry through until the next members' meeting.
pub const MOST_STEPS: usize = 7;

/// How many of them are about money at most.
pub const MOST_MONEY: usize = 3;

/// A few steps out of a checklist, in its order, each with an effect, that can all be done together.
///
/// One of them is about money: it lifts as many ratios as one move can, lowers none, takes nothing from members, and its rupiah
/// are rounded up. A further one comes only for a ratio that still puts the members' money at risk, moves no account the other way,
/// and brings as much on top of those before as alone. So no step undoes another.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The steps, one for each indicator, in the order of [`Action::place`].
    pub steps: Vec<Action>,
    /// What they bring together.
    pub all: Joint,
    /// Moves that do the same as the step that raises the result, with as many rupiah: any one of them is enough.
    pub others: Vec<&'static Move>,
}

/// The plan of an assessment, from its [`checklist`](super::checklist).
///
/// ```
/// use cermin_koperasi::{advice, assessment::{Answer, Assessment}, rulebook};
/// let book = rulebook::find("kkpkk-2021").unwrap();
/// let mut ours = Assessment::new(book, &book.variants[0]);
/// ours.answers.extend(book.variants[0].items().map(|(_, item)| (item.id.to_owned(), Answer::No)));
/// let plan = advice::plan(&ours, &advice::checklist(&ours));
/// assert_eq!(plan.steps.len(), advice::MOST_STEPS);
/// assert!(plan.steps[0].endangers && plan.all.left_out.is_empty());
/// ```
#[must_use]
pub fn plan(assessment: &Assessment, list: &Checklist) -> Plan {
    let report = scoring::assess(assessment);
    let (money, others) = targets(assessment, &report);
    let mut steps = practices(assessment, list, MOST_STEPS - money.len());
    steps.extend(money);
    let steps = by_key(steps, Action::place);
    let all = joint::joint(assessment, &report, &steps);
    Plan { steps, all, others }
}

/// The practices of the list that bring anything, those of one indicator in one step: what puts the members' money at risk
/// and what a board has begun, then the first of the others.
fn practices(assessment: &Assessment, list: &Checklist, most: usize) -> Vec<Action> {
    let mut steps: Vec<Action> = Vec::new();
    let brings = list.actions.iter().filter(|action| action.gain.low > Fraction::ZERO);
    // What is at risk stands first in the list, so nothing that was begun takes its place.
    let (first, others): (Vec<&Action>, Vec<&Action>) =
        brings.partition(|action| action.endangers || is_begun(assessment, action.indicator));
    for action in first.into_iter().chain(others) {
        let Step::Items(items) = &action.step else { continue };
        match steps.iter().position(|step| step.indicator.id == action.indicator.id) {
            Some(place) => steps[place] = joined(&steps[place], items, action.gain),
            None if steps.len() == most => break,
            None => steps.push(action.clone()),
        }
    }
    steps
}

/// Whether a board has noted of any item of an indicator that it is at it, or has done it.
fn is_begun(assessment: &Assessment, indicator: &Indicator) -> bool {
    indicator.items().iter().any(|item| assessment.last_mark(item.id).is_some())
}

/// A step with further items of its indicator, whose gain comes on top.
fn joined(step: &Action, more: &[&'static crate::rulebook::Item], gain: Range<Fraction>) -> Action {
    let Step::Items(items) = &step.step else { return step.clone() };
    let items = items.iter().chain(more).copied().collect();
    // Points of the total, at most 100, with the rulebook's small denominators always fit.
    let sum = |one: Fraction, other| one.plus(other).unwrap_or(one);
    let gain = Range { low: sum(step.gain.low, gain.low), high: sum(step.gain.high, gain.high) };
    Action { endangers: step.endangers, ..Action::of(step.aspect, step.indicator, Step::Items(items), gain) }
}

/// The steps about money, each on top of those before and in their order, and what else does as the one that raises the result.
fn targets(assessment: &Assessment, first: &Report) -> (Vec<Action>, Vec<&'static Move>) {
    let (mut steps, mut passed, mut same) = (Vec::<Action>::new(), Vec::new(), Vec::new());
    let (mut copy, mut report) = (assessment.clone(), first.clone());
    while steps.len() < MOST_MONEY {
        let clashes = |step: &Action, indicator: &Indicator, movement: &Move| {
            step.indicator.id == indicator.id || opposes(assessment, step, movement)
        };
        let fits = |indicator: &Indicator, movement: &Move| {
            let is_free = !steps.iter().any(|step| clashes(step, indicator, movement));
            steps.is_empty() || is_free && endangers(&report, indicator) && !passed.contains(&movement.id)
        };
        let follows = |step: &Action| steps.last().is_none_or(|last| last.place() <= step.place());
        let Some(step) = target(&copy, &report, &fits).filter(follows) else { break };
        let Step::Money(way) = &step.step else { break };
        if !steps.is_empty() && !brings_alone(assessment, first, way) {
            passed.push(way.movement.id);
            continue;
        }
        let Some(further) = moved(&copy, way.movement, way.rupiah) else { break };
        same.extend(others(&copy, &report, &step));
        (report, copy) = (scoring::assess(&further), further);
        steps.push(step);
    }
    (steps, same)
}

/// Whether a way found on top of others brings the same without them: whoever tries it sees what the plan promises.
fn brings_alone(assessment: &Assessment, first: &Report, way: &Way) -> bool {
    let alone = verified(assessment, first, way.indicator, way.movement, way.rupiah).ok();
    let alone = alone.map(|alone| alone.in_doubt(assessment, first));
    alone.is_some_and(|alone| alone.is_clean() && alone.gain() == way.gain())
}

/// Whether a move turns an account back that a step moves, or raises the result a second time.
fn opposes(assessment: &Assessment, step: &Action, movement: &Move) -> bool {
    let Step::Money(way) = &step.step else { return false };
    let result = assessment.variant.moves.map(|moves| moves.result);
    let clash = |leg: &Leg| {
        let other = way.movement.direction(leg.account);
        other.is_some_and(|other| other != leg.direction || Some(leg.account) == result)
    };
    movement.legs().any(clash)
}

/// The move of money that comes first in the order, of those that fit; of equals the one with the fewest rupiah.
fn target(assessment: &Assessment, report: &Report, fits: &dyn Fn(&Indicator, &Move) -> bool) -> Option<Action> {
    let mut tried: Vec<(&str, i64)> = Vec::new();
    let mut best: Option<(Action, i64)> = None;
    for (aspect, indicator) in assessment.variant.indicators() {
        let Some(seeker) = Seeker::new(assessment, report, indicator) else { continue };
        for (movement, least) in seeker.reached().into_iter().filter(|(movement, _)| fits(indicator, movement)) {
            let rupiah = rounded_up(least);
            let Some(strain) = seeker.strain(movement, rupiah).filter(|_| !tried.contains(&(movement.id, rupiah)))
            else {
                continue;
            };
            tried.push((movement.id, rupiah));
            let way = verified(assessment, report, indicator, movement, rupiah);
            let Some(way) = way.ok().filter(Way::is_clean) else { continue };
            let risky = way.lifted().any(|one| endangers(report, one.indicator));
            let act = |way: Way| {
                let gain = way.gain();
                let mut action = Action::of(aspect, indicator, Step::Money(Box::new(way)), gain);
                (action.endangers, action.effort) = (risky, action.effort + strain);
                action
            };
            let first = |action: &Action| {
                let before = |(other, spent): &(Action, i64)| match action.place().cmp(&other.place()) {
                    Ordering::Equal => rupiah < *spent,
                    order => order.is_lt(),
                };
                best.as_ref().is_none_or(before)
            };
            // What the doubt about the form leaves of a way is reckoned only where it may be the best: it is never more.
            let held = first(&act(way.clone())).then(|| way.in_doubt(assessment, report)).filter(Way::is_clean);
            if let Some(action) = held.map(act).filter(first) {
                best = Some((action, rupiah));
            }
        }
    }
    best.map(|(action, _)| action)
}

/// Other moves with the same outcome: the result rises by as much, and all that the step lifts is lifted.
fn others(assessment: &Assessment, report: &Report, step: &Action) -> Vec<&'static Move> {
    let (Step::Money(way), Some(moves)) = (&step.step, assessment.variant.moves) else { return Vec::new() };
    let earns = |one: &Move| one.plan && one.direction(moves.result) == Some(Direction::Up);
    let (Some(seeker), true) = (Seeker::new(assessment, report, step.indicator), earns(way.movement)) else {
        return Vec::new();
    };
    let same = |one: &&'static Move| {
        let other =
            seeker.strain(one, way.rupiah).and(verified(assessment, report, step.indicator, one, way.rupiah).ok());
        let other = other.filter(Way::is_clean).map(|other| other.in_doubt(assessment, report));
        other.is_some_and(|other| {
            let lifts = |id: &str| other.lifted().any(|one| one.indicator.id == id);
            other.is_clean() && other.gain().low >= way.gain().low && way.lifted().all(|one| lifts(one.indicator.id))
        })
    };
    moves.list.iter().filter(|one| earns(one) && one.id != way.movement.id).filter(same).collect()
}

/// The next amount of two digits and zeros: who reaches it has done enough.
pub(super) fn rounded_up(rupiah: i64) -> i64 {
    let mut unit = 1;
    while rupiah / unit >= 100 {
        unit *= 10;
    }
    rupiah.saturating_add(unit - 1) / unit * unit
}

#[cfg(test)]
mod tests {
    use super::rounded_up;

    #[test]
    fn rupiah_are_rounded_up_to_two_digits() {
        let given = [1, 99, 100, 101, 5_842_310, 6_000_000, 9_950_001];
        assert_eq!(given.map(rounded_up), [1, 99, 100, 110, 5_900_000, 6_000_000, 10_000_000]);
    }
}
