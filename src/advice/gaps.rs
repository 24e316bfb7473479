//! What a checklist indicator still lacks, item by item and band by band.

use crate::assessment::{Answer, Assessment};
use crate::exact::{Fraction, Range};
use crate::rulebook::{Aspect, Indicator, Item};
use crate::scoring;
use crate::sorting::by_key;

use super::Change;

/// An item that is not met, or not known to be.
#[derive(Clone, Copy, Debug)]
pub struct ItemGap {
    /// The item.
    pub item: &'static Item,
    /// What was answered: *tidak* or *belum tahu*.
    pub answer: Answer,
    /// What each end of the total gains if this item alone becomes *ya*. Often nothing: a band needs several.
    pub alone: Range<Fraction>,
}

/// The smallest set of items of one indicator that lifts it to more points, the least effort first.
#[derive(Clone, Debug)]
pub struct Lift {
    /// The items to turn to *ya*, those of smaller lifts included, cheapest first.
    pub items: Vec<&'static Item>,
    /// The indicator's points then.
    pub points: Range<Fraction>,
    /// What each end of the total gains.
    pub gain: Range<Fraction>,
    /// Their efforts, summed; each is 1 to 5.
    pub effort: u32,
}

/// The gaps of one checklist.
#[derive(Clone, Debug)]
pub struct IndicatorGap {
    /// Its aspect.
    pub aspect: &'static Aspect,
    /// The indicator.
    pub indicator: &'static Indicator,
    /// Items answered *tidak*, in the form's order.
    pub unmet: Vec<ItemGap>,
    /// Items not answered, or *belum tahu*, in the form's order: to be found out first.
    pub open: Vec<ItemGap>,
    /// Ways up by unmet items only, one for each higher score, smallest first; each holds the one before.
    pub lifts: Vec<Lift>,
    /// Unmet items beyond the last lift, in the form's order, each with what it adds on top of all before it: nothing to
    /// the low end.
    pub rest: Vec<ItemGap>,
}

/// Every checklist with a gap, in the form's order.
///
/// ```
/// use cermin_koperasi::{advice, page::workshop::Sample};
/// let work = Sample::find("banyak-belum-tahu").unwrap().work(None).unwrap().assessment;
/// let gaps = advice::gaps(&work);
/// let shares = gaps.iter().find(|gap| gap.indicator.id == "A.I.6").unwrap();
/// assert_eq!((shares.unmet.len(), shares.open.len()), (3, 1));
/// let first = &shares.lifts[0];
/// assert_eq!(first.items.iter().map(|item| item.id).collect::<Vec<_>>(), ["A.I.6.b", "A.I.6.c"], "one alone reaches no better band");
/// assert!(shares.unmet.iter().all(|gap| gap.alone.low.is_zero()));
/// ```
#[must_use]
pub fn gaps(assessment: &Assessment) -> Vec<IndicatorGap> {
    let lines = assessment.variant.indicators().filter(|(_, indicator)| !indicator.items().is_empty());
    let all = lines.map(|(aspect, indicator)| gap(assessment, aspect, indicator));
    all.filter(|gap| !gap.unmet.is_empty() || !gap.open.is_empty()).collect()
}

fn gap(assessment: &Assessment, aspect: &'static Aspect, indicator: &'static Indicator) -> IndicatorGap {
    let mut trial = Trial::new(assessment, aspect, indicator);
    let mut one = |item: &'static Item, answer| ItemGap { item, answer, alone: trial.gain(&[item]) };
    let mut unmet = Vec::new();
    let mut open = Vec::new();
    for item in indicator.items() {
        match standing(assessment, item) {
            Answer::No => unmet.push(one(item, Answer::No)),
            Answer::Unknown => open.push(one(item, Answer::Unknown)),
            Answer::Yes | Answer::NotApplicable => {}
        }
    }
    let candidates = unmet.iter().map(|gap| gap.item).collect();
    let lifts = lifts(assessment, aspect, indicator, candidates);
    let rest = rest(&mut trial, &unmet, &lifts);
    IndicatorGap { aspect, indicator, unmet, open, lifts, rest }
}

/// The unmet items in no lift, one on top of the other.
fn rest(trial: &mut Trial, unmet: &[ItemGap], lifts: &[Lift]) -> Vec<ItemGap> {
    let mut done = lifts.last().map_or_else(Vec::new, |lift| lift.items.clone());
    let left = unmet.iter().filter(|gap| !done.iter().any(|known| known.id == gap.item.id));
    let mut rest = Vec::new();
    for gap in left.copied().collect::<Vec<_>>() {
        let before = trial.gain(&done);
        done.push(gap.item);
        let alone = Change { before, after: trial.gain(&done) }.gain();
        rest.push(ItemGap { alone, ..gap });
    }
    rest
}

/// An answer as scoring takes it: *tidak berlaku* where it is not offered is as good as none.
pub(super) fn standing(assessment: &Assessment, item: &Item) -> Answer {
    match assessment.answer_to(item) {
        Answer::NotApplicable if !item.not_applicable => Answer::Unknown,
        answer => answer,
    }
}

/// The lifts that turning some of these items to *ya* can bring.
pub(super) fn lifts(
    assessment: &Assessment,
    aspect: &'static Aspect,
    indicator: &'static Indicator,
    candidates: Vec<&'static Item>,
) -> Vec<Lift> {
    // Every item weighs the same within its indicator, so the cheapest come first; a stable sort keeps the form's order.
    let candidates = by_key(candidates, |item| item.action.effort);
    let mut trial = Trial::new(assessment, aspect, indicator);
    let mut best = trial.before.low;
    let mut lifts = Vec::new();
    for count in 1..=candidates.len() {
        let items = &candidates[..count];
        let points = trial.points(items);
        if points.low > best {
            best = points.low;
            let effort = items.iter().map(|item| u32::from(item.action.effort)).sum();
            lifts.push(Lift { items: items.to_vec(), points, gain: trial.worth(points), effort });
        }
    }
    lifts
}

/// One indicator tried with other answers.
struct Trial {
    copy: Assessment,
    indicator: &'static Indicator,
    before: Range<Fraction>,
    point_worth: Fraction,
}

impl Trial {
    fn new(assessment: &Assessment, aspect: &'static Aspect, indicator: &'static Indicator) -> Self {
        // Only this indicator's answers matter here: a light copy.
        let mut copy = Assessment::new(assessment.rulebook, assessment.variant);
        (copy.edition, copy.reading) = (assessment.edition, assessment.reading);
        for item in indicator.items() {
            copy.answers.put(item, assessment.answer_to(item));
        }
        let before = scoring::points(&copy, indicator);
        Self { copy, indicator, before, point_worth: scoring::point_worth(aspect) }
    }

    /// The points with these items turned to *ya*.
    fn points(&mut self, items: &[&'static Item]) -> Range<Fraction> {
        let kept: Vec<Answer> = items.iter().map(|item| self.copy.answer_to(item)).collect();
        for item in items {
            self.copy.answers.put(item, Answer::Yes);
        }
        let points = scoring::points(&self.copy, self.indicator);
        for (item, answer) in items.iter().zip(kept) {
            self.copy.answers.put(item, answer);
        }
        points
    }

    fn gain(&mut self, items: &[&'static Item]) -> Range<Fraction> {
        let points = self.points(items);
        self.worth(points)
    }

    /// What points instead of the present ones add to each end of the total.
    fn worth(&self, points: Range<Fraction>) -> Range<Fraction> {
        let gain = Change { before: self.before, after: points }.gain();
        // A few points times a constant of the rulebook always fit.
        gain.map(|points| points.times(self.point_worth).unwrap_or(Fraction::ZERO))
    }
}
