//! The least effort that reaches a predicate, by answers alone.

use crate::assessment::{Answer, Assessment};
use crate::exact::{Fraction, Range};
use crate::rulebook::{Aspect, Bound, Indicator, Item, Predicate};
use crate::scoring;

use super::Lift;
use super::doubt::totals;
use super::gaps::{lifts, standing};

/// How unanswered items and missing figures are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Unknowns {
    /// As *tidak*, and as the worst outcome; the way may lead over them. The default.
    #[default]
    Against,
    /// As *ya*, and as the best outcome.
    For,
}

/// Whether and how a predicate can be reached.
#[derive(Clone, Debug)]
pub enum Route {
    /// It is reached already, with this total.
    There(Fraction),
    /// It is reached by these steps, and by no others with less effort.
    By(Path),
    /// Not without changing the books: even with every item met the total stays below.
    OutOfReach {
        /// The total with every item met.
        best: Fraction,
        /// What is still missing to the limit then.
        missing: Fraction,
    },
}

/// A least-effort way.
#[derive(Clone, Debug)]
pub struct Path {
    /// One step for each indicator touched, in the form's order.
    pub steps: Vec<PathStep>,
    /// Their efforts, summed.
    pub effort: u32,
    /// The total before.
    pub before: Fraction,
    /// The total after all steps.
    pub after: Fraction,
    /// What happens if a single item fails, one entry for each item of the way.
    pub failures: Vec<Failure>,
}

/// The items of one indicator to turn to *ya*.
#[derive(Clone, Debug)]
pub struct PathStep {
    /// Its aspect.
    pub aspect: &'static Aspect,
    /// The indicator.
    pub indicator: &'static Indicator,
    /// The items.
    pub items: Vec<&'static Item>,
    /// What the total gains.
    pub gain: Fraction,
    /// Their efforts, summed.
    pub effort: u32,
}

/// What happens if one item of the way fails and all others hold.
#[derive(Clone, Copy, Debug)]
pub struct Failure {
    /// The item.
    pub item: &'static Item,
    /// The total then.
    pub total: Fraction,
    /// Whether the target is still reached.
    pub reached: bool,
}

/// The least-effort way to a predicate's lower limit, turning items to *ya* and leaving the books as they are.
///
/// Of several ways with the same effort, one with the highest total. Where the form's sources leave a doubt, all totals are
/// the lowest over every way to read it, so a limit that is reached is reached under all of them; see [`spread`].
///
/// ```
/// use cermin_koperasi::{advice::{self, Route, Unknowns}, page::workshop::Sample};
/// let work = Sample::find("kredit-macet").unwrap().work(None).unwrap().assessment;
/// let target = |id: &str| work.variant.predicates.iter().find(|one| one.id == id).unwrap();
/// let Route::By(path) = advice::path(&work, target("cukup-sehat"), Unknowns::Against) else { panic!("one step is enough") };
/// assert_eq!((path.steps.len(), path.effort), (1, 2));
/// assert!(!path.failures[0].reached, "the total would fall back below the limit");
/// assert!(matches!(advice::path(&work, target("dalam-pengawasan"), Unknowns::Against), Route::There(_)));
/// ```
#[must_use]
pub fn path(assessment: &Assessment, target: &'static Predicate, unknowns: Unknowns) -> Route {
    let settled = settle(assessment, unknowns);
    let before = ends(&settled, unknowns).low;
    let limit = target.range.min;
    if reaches(limit, before) {
        return Route::There(before);
    }
    let options: Vec<Options> = options(&settled);
    match cheapest(&options, before, limit) {
        Some(chosen) => Route::By(walk(&options, &chosen, before, limit)),
        None => out_of_reach(&options, before, limit),
    }
}

/// How far above the totals of a [`path`] the total may lie, by another way to read the form. Answers move all of them alike.
///
/// ```
/// use cermin_koperasi::{advice::{self, Unknowns}, page::workshop::Sample};
/// let spread = |id: &str| advice::spread(&Sample::find(id).unwrap().work(None).unwrap().assessment, Unknowns::Against);
/// assert!(spread("kredit-macet").is_zero(), "its form is read in one way");
/// assert!(!spread("warung-bersama").is_zero(), "the sources of this one leave a doubt");
/// ```
#[must_use]
pub fn spread(assessment: &Assessment, unknowns: Unknowns) -> Fraction {
    let ends = ends(&settle(assessment, unknowns), unknowns);
    ends.high.minus(ends.low).unwrap_or(Fraction::ZERO)
}

/// The lowest and the highest total over every way to read the form.
fn ends(settled: &Assessment, unknowns: Unknowns) -> Range<Fraction> {
    let report = scoring::assess(settled);
    let end = |total: Range<Fraction>| if unknowns == Unknowns::For { total.high } else { total.low };
    totals(&report).map(end).map(Range::exactly).fold(Range::exactly(end(report.total)), Range::hull)
}

/// A copy in which no item is open.
fn settle(assessment: &Assessment, unknowns: Unknowns) -> Assessment {
    let mut copy = assessment.clone();
    let answer = if unknowns == Unknowns::For { Answer::Yes } else { Answer::No };
    let open = assessment.variant.items().filter(|(_, item)| standing(assessment, item) == Answer::Unknown);
    copy.answers.extend(open.map(|(_, item)| (item.id.to_owned(), answer)));
    copy
}

fn reaches(limit: Option<Bound>, total: Fraction) -> bool {
    limit.is_none_or(|limit| total > limit.at || (limit.inclusive && total == limit.at))
}

/// One indicator's ways up; taking none is always one more.
struct Options {
    aspect: &'static Aspect,
    indicator: &'static Indicator,
    lifts: Vec<Lift>,
}

fn options(settled: &Assessment) -> Vec<Options> {
    let lines = settled.variant.indicators();
    let all = lines.map(|(aspect, indicator)| {
        let unmet = indicator.items().iter().filter(|item| settled.answer(item.id) == Answer::No).collect();
        Options { aspect, indicator, lifts: lifts(settled, aspect, indicator, unmet) }
    });
    all.filter(|options| !options.lifts.is_empty()).collect()
}

/// For each indicator the lift to take, by place, or none; `None` if nothing reaches the limit.
///
/// Dynamic programming over the effort spent: `best[e]` is the most that effort `e` can gain from the indicators seen so
/// far. Gains are whole numbers over one common denominator, so nothing is rounded.
fn cheapest(options: &[Options], before: Fraction, limit: Option<Bound>) -> Option<Vec<Option<usize>>> {
    let unit = unit(options)?;
    let most: u32 = options.iter().filter_map(|one| one.lifts.last()).map(|lift| lift.effort).sum();
    let mut best = vec![0_i128; most as usize + 1];
    let mut choices: Vec<Vec<Option<usize>>> = Vec::new();
    for one in options {
        let (gains, chosen) = add(&best, one, unit);
        best = gains;
        choices.push(chosen);
    }
    let total = |gain: &i128| before.plus(Fraction::new(*gain, unit)?);
    let mut effort = best.iter().position(|gain| total(gain).is_some_and(|total| reaches(limit, total)))?;
    let mut chosen = vec![None; options.len()];
    for place in (0..options.len()).rev() {
        chosen[place] = choices[place][effort];
        effort -= chosen[place].map_or(0, |lift: usize| options[place].lifts[lift].effort as usize);
    }
    Some(chosen)
}

/// One indicator more: for each effort the most that can be gained, and the lift that does it.
fn add(best: &[i128], one: &Options, unit: i128) -> (Vec<i128>, Vec<Option<usize>>) {
    let mut gains = best.to_vec();
    let mut chosen = vec![None; best.len()];
    for (place, lift) in one.lifts.iter().enumerate() {
        // `unit` is a multiple of every denominator.
        let gain = lift.gain.low.numerator() * (unit / lift.gain.low.denominator());
        for effort in lift.effort as usize..best.len() {
            let with = best[effort - lift.effort as usize] + gain;
            if with > gains[effort] {
                gains[effort] = with;
                chosen[effort] = Some(place);
            }
        }
    }
    (gains, chosen)
}

/// The least common multiple of all gains' denominators.
fn unit(options: &[Options]) -> Option<i128> {
    let gains = options.iter().flat_map(|one| &one.lifts).map(|lift| lift.gain.low.denominator());
    gains.into_iter().try_fold(1_i128, |unit, denominator| {
        // a / b in lowest terms has b / gcd(a, b) below.
        let reduced = Fraction::new(unit, denominator)?.denominator();
        unit.checked_mul(reduced)
    })
}

fn walk(options: &[Options], chosen: &[Option<usize>], before: Fraction, limit: Option<Bound>) -> Path {
    let taken = options.iter().zip(chosen).filter_map(|(one, lift)| Some((one, lift.as_ref()?)));
    let taken: Vec<(&Options, &Lift)> = taken.map(|(one, lift)| (one, &one.lifts[*lift])).collect();
    let steps: Vec<PathStep> = taken
        .iter()
        .map(|(one, lift)| PathStep {
            aspect: one.aspect,
            indicator: one.indicator,
            items: lift.items.clone(),
            gain: lift.gain.low,
            effort: lift.effort,
        })
        .collect();
    let after = steps.iter().fold(before, |total, step| plus(total, step.gain));
    let failures = taken.iter().flat_map(|(one, lift)| {
        // Items of one indicator weigh the same: without one, the next smaller lift is what is left.
        let left = one.lifts.iter().rev().find(|smaller| smaller.items.len() < lift.items.len());
        let lost = lift.gain.low.minus(left.map_or(Fraction::ZERO, |smaller| smaller.gain.low));
        let total = plus(after, lost.unwrap_or(Fraction::ZERO).negated());
        lift.items.iter().map(move |item| Failure { item, total, reached: reaches(limit, total) })
    });
    Path { effort: steps.iter().map(|step| step.effort).sum(), before, after, failures: failures.collect(), steps }
}

fn out_of_reach(options: &[Options], before: Fraction, limit: Option<Bound>) -> Route {
    let gains = options.iter().filter_map(|one| one.lifts.last()).map(|lift| lift.gain.low);
    let best = gains.fold(before, plus);
    let missing = limit.and_then(|limit| limit.at.minus(best)).unwrap_or(Fraction::ZERO);
    Route::OutOfReach { best, missing }
}

/// Totals between 0 and 100 with the rulebook's small denominators always fit.
fn plus(total: Fraction, gain: Fraction) -> Fraction {
    total.plus(gain).unwrap_or(total)
}
