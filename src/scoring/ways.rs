//! The other ways to read a form, each scored beside the chosen one.

use super::figures::{Figures, Memory};
use super::{Doubt, DoubtBy, indicator, total_of};
use crate::assessment::Assessment;
use crate::exact::{Fraction, Range};
use crate::rulebook::{Alternative, Measure};

/// The doubt about the form of an assessment, beside the points and total of its chosen reading; `None` where its sources
/// leave none.
pub(super) fn doubt(assessment: &Assessment, points: &[Range<Fraction>], total: Range<Fraction>) -> Option<Doubt> {
    let variant = assessment.variant;
    let by: Vec<DoubtBy> = variant.alternatives.iter().map(|one| under(one, assessment, points)).collect();
    let total = by.iter().fold(total, |sum, one| sum.hull(one.total));
    let predicate = total.map(|score| variant.predicate(score));
    (!by.is_empty()).then_some(Doubt { total, predicate, by })
}

fn under(alternative: &'static Alternative, assessment: &Assessment, points: &[Range<Fraction>]) -> DoubtBy {
    let variant = assessment.variant;
    let memory = Memory::new(variant);
    let figures = Figures::new(assessment).under(alternative).remembering(&memory);
    let mut changed = points.to_vec();
    let mut indicators = Vec::new();
    for (_, one) in variant.indicators().filter(|(_, one)| matches!(one.measure, Measure::Ratio(_))) {
        let new = indicator::points(assessment, &figures, one);
        let Some(old) = changed.get_mut(usize::from(one.at.slot)).filter(|old| **old != new) else { continue };
        *old = new;
        indicators.push((one, new));
    }
    let total = total_of(variant, &changed);
    let predicate = total.map(|score| variant.predicate(score));
    DoubtBy { difference: alternative.difference, total, predicate, indicators }
}
