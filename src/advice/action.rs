//! One thing to do, and what it takes.

use core::cmp::Reverse;

use super::Way;
use crate::exact::{Fraction, Range};
use crate::rulebook::{Action as Rule, Aspect, Doer, Indicator, Item, Measure, Span};

/// One thing to do.
#[derive(Clone, Debug)]
pub struct Action {
    /// The aspect it serves.
    pub aspect: &'static Aspect,
    /// The indicator it serves.
    pub indicator: &'static Indicator,
    /// What is done.
    pub step: Step,
    /// What each end of the total gains. With `follows`: on top of the earlier actions of this indicator.
    pub gain: Range<Fraction>,
    /// Whether what it mends puts the members' money at risk, as [`Moves::risks`](crate::rulebook::Moves::risks) says.
    pub endangers: bool,
    /// Whether it builds on an earlier action of the same indicator.
    pub follows: bool,
    /// From 1 upwards: the sum of its items' efforts, or a ratio's own.
    pub effort: u32,
    /// How long it takes.
    pub time: Span,
    /// Whether only a members' meeting can decide it.
    pub needs_rat: bool,
    /// Who does it, each once.
    pub who: Vec<Doer>,
    /// The offers of help, ids of the coaching texts, each once.
    pub coaching: Vec<&'static str>,
    /// The papers it leaves, ids of the document texts, each once.
    pub evidence: Vec<&'static str>,
}

/// What is done.
#[derive(Clone, Debug)]
pub enum Step {
    /// These items of one indicator become *ya*, together.
    Items(Vec<&'static Item>),
    /// An account is moved.
    Money(Box<Way>),
}

impl Action {
    /// Its place: what puts the members' money at risk first, practices before rupiah, then the most points per effort.
    ///
    /// ```
    /// use cermin_koperasi::{advice, page::workshop::Sample};
    /// let work = Sample::find("kredit-macet").unwrap().work(None).unwrap().assessment;
    /// let actions = advice::checklist(&work).actions;
    /// assert!(actions.is_sorted_by_key(|action| action.place()));
    /// let (second, fifth) = (&actions[1], &actions[4]);
    /// assert!(second.endangers && !fifth.endangers && second.yield_per_effort() < fifth.yield_per_effort());
    /// assert!(second.place() < fifth.place(), "the members' money comes first");
    /// ```
    #[must_use]
    pub fn place(&self) -> (bool, bool, Reverse<Fraction>) {
        (!self.endangers, matches!(self.step, Step::Money(_)), Reverse(self.yield_per_effort()))
    }

    /// Points of the total per unit of effort.
    ///
    /// ```
    /// use cermin_koperasi::{advice, exact::Fraction, page::workshop::Sample};
    /// let work = Sample::find("kredit-macet").unwrap().work(None).unwrap().assessment;
    /// let list = advice::checklist(&work);
    /// let rules_kept = list.actions.iter().find(|action| action.indicator.id == "A.I.1").unwrap();
    /// assert_eq!((rules_kept.gain.low, rules_kept.effort), (Fraction::new(15, 34).unwrap(), 2));
    /// assert_eq!(Some(rules_kept.yield_per_effort()), Fraction::new(15, 68));
    /// ```
    #[must_use]
    pub fn yield_per_effort(&self) -> Fraction {
        // A gain below 100 over a small whole number always fits.
        self.gain.low.over(Fraction::whole(i64::from(self.effort.max(1)))).unwrap_or(Fraction::ZERO)
    }

    pub(super) fn of(
        aspect: &'static Aspect,
        indicator: &'static Indicator,
        step: Step,
        gain: Range<Fraction>,
    ) -> Self {
        let rules: Vec<&'static Rule> = match (&step, &indicator.measure) {
            (Step::Items(items), _) => items.iter().map(|item| &item.action).collect(),
            (Step::Money(_), Measure::Ratio(rule)) => vec![&rule.action],
            (Step::Money(_), Measure::Checklist(_)) => Vec::new(),
        };
        let decided = matches!(&step, Step::Money(way) if way.movement.rat);
        Self {
            aspect,
            indicator,
            gain,
            endangers: false,
            follows: false,
            effort: rules.iter().map(|rule| u32::from(rule.effort)).sum(),
            time: rules.iter().map(|rule| rule.time).max().unwrap_or(Span::Days),
            needs_rat: decided || rules.iter().any(|rule| rule.time == Span::Rat),
            who: each(rules.iter().map(|rule| rule.who)),
            coaching: each(rules.iter().map(|rule| rule.coaching)),
            evidence: each(rules.iter().flat_map(|rule| rule.evidence.iter().copied())),
            step,
        }
    }
}

/// Each value once, in order of first appearance.
fn each<T: PartialEq>(values: impl Iterator<Item = T>) -> Vec<T> {
    values.fold(Vec::new(), |mut seen, value| {
        if !seen.contains(&value) {
            seen.push(value);
        }
        seen
    })
}
