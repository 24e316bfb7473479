//! Two reports side by side.

use super::Change;
use super::doubt::told;
use crate::exact::{Fraction, Range};
use crate::rulebook::{Aspect, Indicator, Predicate};
use crate::scoring::Report;

/// An aspect before and after, from 0 to 100.
#[derive(Clone, Copy, Debug)]
pub struct AspectChange {
    /// The aspect.
    pub aspect: &'static Aspect,
    /// Its score.
    pub score: Change,
}

/// An indicator before and after, in points.
#[derive(Clone, Copy, Debug)]
pub struct IndicatorChange {
    /// The indicator.
    pub indicator: &'static Indicator,
    /// Its points.
    pub score: Change,
}

/// Two reports of the same form, side by side.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// The total, from 0 to 100, over every way to read the form.
    pub total: Change,
    /// What each end of it gains.
    pub gain: Range<Fraction>,
    /// The predicates of both ends, before.
    pub predicate_before: Range<Option<&'static Predicate>>,
    /// The predicates of both ends, after.
    pub predicate_after: Range<Option<&'static Predicate>>,
    /// By aspect, in the form's order.
    pub aspects: Vec<AspectChange>,
    /// By indicator, in the form's order, unchanged ones too.
    pub indicators: Vec<IndicatorChange>,
}

/// Puts two reports of the same form side by side.
///
/// ```
/// use cermin_koperasi::{advice, assessment::Answer, page::workshop::Sample, scoring};
/// let work = Sample::find("kredit-macet").unwrap().work(None).unwrap().assessment;
/// let before = scoring::assess(&work);
/// let mut better = work;
/// better.answers.insert("A.I.4.b", Answer::Yes);
/// let compared = advice::compare(&before, &scoring::assess(&better));
/// let moved: Vec<&str> = compared.indicators.iter().filter(|one| !one.score.is_none()).map(|one| one.indicator.id).collect();
/// assert_eq!((moved, compared.gain.is_settled()), (vec!["A.I.4"], true));
/// ```
#[must_use]
pub fn compare(before: &Report, after: &Report) -> Comparison {
    let aspects = before.honest_aspects().into_iter().zip(after.honest_aspects());
    let indicators = before.indicators.iter().zip(&after.indicators);
    let told = told(before, after);
    Comparison {
        total: told.total,
        gain: told.gain,
        predicate_before: before.honest_predicate(),
        predicate_after: after.honest_predicate(),
        aspects: aspects
            .map(|(before, after)| AspectChange {
                aspect: before.aspect,
                score: Change { before: before.score, after: after.score },
            })
            .collect(),
        indicators: indicators
            .map(|(before, after)| IndicatorChange {
                indicator: before.indicator,
                score: Change { before: before.score, after: after.score },
            })
            .collect(),
    }
}
