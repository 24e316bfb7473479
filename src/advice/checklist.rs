//! What to do first: every gap as an action, in the one order that all lists keep.

use core::cmp::Reverse;

use super::next_band::Seeker;
use super::{Action, IndicatorGap, ItemGap, Joint, NextBand, Outlook, Step, gaps, joint};
use crate::assessment::Assessment;
use crate::exact::{Fraction, Range};
use crate::rulebook::{Aspect, Indicator, Moves, Year};
use crate::scoring::{self, Report};
use crate::sorting::by_key;

/// What a board can leave with.
#[derive(Clone, Debug)]
pub struct Checklist {
    /// The total as it is.
    pub total: Range<Fraction>,
    /// What to do, in the order of [`Action::place`]; ties stand in the form's order.
    pub actions: Vec<Action>,
    /// What to find out first, the widest doubt first; ties stand in the form's order.
    pub find_out: Vec<FindOut>,
    /// Ratios that no single line of the books lifts, in the form's order.
    pub stuck: Vec<Stuck>,
    /// What all actions together bring.
    pub all: Joint,
}

/// Something to be found out before it can be judged.
#[derive(Clone, Debug)]
pub struct FindOut {
    /// Its aspect.
    pub aspect: &'static Aspect,
    /// The indicator that stays open.
    pub indicator: &'static Indicator,
    /// Items not answered, or *belum tahu*; none for a ratio.
    pub items: Vec<ItemGap>,
    /// Amounts not filled in; none for a checklist.
    pub accounts: Vec<(Year, &'static str)>,
    /// How far the total still moves with it, from its worst to its best outcome.
    pub width: Fraction,
}

/// A ratio below its best that no single line lifts with profit.
#[derive(Clone, Debug)]
pub struct Stuck {
    /// Its aspect.
    pub aspect: &'static Aspect,
    /// What was tried, and why it does not do. Ways in it lift the ratio, and lose at least as much elsewhere.
    pub next: NextBand,
    /// Whether it puts the members' money at risk.
    pub endangers: bool,
}

/// The ordered list of everything that can be done, found out, or not helped by a single line.
///
/// ```
/// use cermin_koperasi::{advice::{self, Step}, assessment::Answer, page::workshop::Sample};
/// let work = Sample::find("banyak-belum-tahu").unwrap().work(None).unwrap().assessment;
/// let list = advice::checklist(&work);
/// let done = list.actions.iter().filter_map(|action| match &action.step { Step::Items(items) => Some(items), Step::Money(_) => None });
/// assert!(done.flatten().all(|item| work.answer(item.id) == Answer::No), "only what is known to be lacking can be mended");
/// let asked = list.find_out.iter().flat_map(|one| &one.items);
/// assert!(asked.map(|gap| gap.answer).all(|answer| answer == Answer::Unknown), "the rest is to be found out first");
/// ```
#[must_use]
pub fn checklist(assessment: &Assessment) -> Checklist {
    let report = scoring::assess(assessment);
    let gaps = gaps(assessment);
    let mut actions = Vec::new();
    let mut find_out = Vec::new();
    let mut stuck = Vec::new();
    for (aspect, indicator) in assessment.variant.indicators() {
        if let Some(gap) = gaps.iter().find(|gap| gap.indicator.id == indicator.id) {
            actions.extend(steps(gap));
            find_out.extend(open_items(gap, &report));
        } else if let Some(seeker) = Seeker::new(assessment, &report, indicator) {
            let next = seeker.answer(false);
            match money(aspect, &next) {
                Some(action) => actions.push(action),
                None => doubt(aspect, next, &report, &mut find_out, &mut stuck),
            }
        }
    }
    for action in &mut actions {
        action.endangers = endangers(&report, action.indicator);
    }
    let actions = by_key(actions, Action::place);
    let find_out = by_key(find_out, |one| Reverse(one.width));
    let all = joint::joint(assessment, &report, &actions);
    Checklist { total: report.total, actions, find_out, stuck, all }
}

/// Whether an indicator tells, as it stands, that the members' money is at risk.
pub(super) fn endangers(report: &Report, indicator: &Indicator) -> bool {
    let risk = |moves: &&Moves| moves.risks.contains(&indicator.id);
    let at = report.variant.moves.filter(risk).map(|moves| moves.risk_at);
    at.zip(report.indicator(indicator.id)).is_some_and(|(at, score)| score.score.high <= at)
}

/// The actions of one checklist. Together they hold each unmet item once; each next one brings less per effort, so the
/// order of the list keeps their order. Items that bring nothing stand alone at the end: the examiner still asks.
fn steps(gap: &IndicatorGap) -> Vec<Action> {
    let none = Range::exactly(Fraction::ZERO);
    let mut done = (0, none, 0);
    let mut actions = Vec::new();
    while let Some(lift) = steepest(gap, done.1, done.2) {
        let items = lift.items[done.0..].to_vec();
        actions.push(Action::of(gap.aspect, gap.indicator, Step::Items(items), less(lift.gain, done.1)));
        done = (lift.items.len(), lift.gain, lift.effort);
    }
    let rest = gap.rest.iter().map(|one| (Step::Items(vec![one.item]), one.alone));
    actions.extend(rest.map(|(step, gain)| Action::of(gap.aspect, gap.indicator, step, gain)));
    actions.iter_mut().skip(1).for_each(|action| action.follows = true);
    actions
}

/// Of the lifts beyond what is done, the one with the most points per further effort; the smaller of two equals.
fn steepest(gap: &IndicatorGap, gained: Range<Fraction>, spent: u32) -> Option<&super::Lift> {
    let slope = |lift: &super::Lift| {
        let effort = Fraction::whole(i64::from((lift.effort - spent).max(1)));
        less(lift.gain, gained).low.over(effort).unwrap_or(Fraction::ZERO)
    };
    let beyond = gap.lifts.iter().filter(|lift| lift.gain.low > gained.low);
    beyond.reduce(|best, lift| if slope(lift) > slope(best) { lift } else { best })
}

fn less(gain: Range<Fraction>, already: Range<Fraction>) -> Range<Fraction> {
    super::Change { before: already, after: gain }.gain()
}

fn money(aspect: &'static Aspect, next: &NextBand) -> Option<Action> {
    let Outlook::Measured { ways, .. } = &next.outlook else { return None };
    let way = ways.first().filter(|way| way.gain().low > Fraction::ZERO)?;
    Some(Action::of(aspect, next.indicator, Step::Money(Box::new(way.clone())), way.gain()))
}

fn doubt(
    aspect: &'static Aspect,
    next: NextBand,
    report: &Report,
    find_out: &mut Vec<FindOut>,
    stuck: &mut Vec<Stuck>,
) {
    match next.outlook {
        Outlook::Best => {}
        Outlook::Missing(accounts) => {
            let width = width(report, next.indicator);
            find_out.push(FindOut { aspect, indicator: next.indicator, items: Vec::new(), accounts, width });
        }
        Outlook::Measured { .. } | Outlook::NotMeasured(_) => {
            stuck.push(Stuck { aspect, endangers: endangers(report, next.indicator), next });
        }
    }
}

fn open_items(gap: &IndicatorGap, report: &Report) -> Option<FindOut> {
    (!gap.open.is_empty()).then(|| FindOut {
        aspect: gap.aspect,
        indicator: gap.indicator,
        items: gap.open.clone(),
        accounts: Vec::new(),
        width: width(report, gap.indicator),
    })
}

fn width(report: &Report, indicator: &Indicator) -> Fraction {
    let width = report
        .indicator(indicator.id)
        .and_then(|score| score.score.high.minus(score.score.low)?.times(score.point_worth()));
    width.unwrap_or(Fraction::ZERO)
}
