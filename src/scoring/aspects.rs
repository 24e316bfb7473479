//! From indicators to aspects to the total. No rounding in between, as in the worksheet (`OP!F46`).

use crate::exact::{Fraction, Range};
use crate::rulebook::{Indicator, Variant};

use super::{AspectScore, IndicatorScore, SubaspectScore};

/// Each aspect: the sum of its points over the most it could have, times 100.
pub(super) fn scores(variant: &'static Variant, indicators: &[IndicatorScore]) -> Vec<AspectScore> {
    let within = |lines: &mut dyn Iterator<Item = &'static Indicator>| {
        let ids: Vec<&str> = lines.map(|line| line.id).collect();
        percentage(&indicators.iter().filter(|score| ids.contains(&score.indicator.id)))
    };
    let aspect = |aspect: &'static crate::rulebook::Aspect| AspectScore {
        aspect,
        score: within(&mut aspect.indicators()),
        subaspects: aspect
            .subaspects
            .iter()
            .map(|subaspect| SubaspectScore { subaspect, score: within(&mut subaspect.indicators.iter()) })
            .collect(),
    };
    variant.aspects.iter().map(aspect).collect()
}

/// The total: each aspect times its weight.
pub(super) fn total(aspects: &[AspectScore]) -> Range<Fraction> {
    let end = |of: fn(Range<Fraction>) -> Fraction| {
        let weighed = aspects.iter().map(|one| of(one.score).times(one.aspect.weight));
        small(weighed.collect::<Option<Vec<_>>>().and_then(Fraction::sum))
    };
    Range { low: end(|score| score.low), high: end(|score| score.high) }
}

fn percentage<'s>(scores: &(impl Iterator<Item = &'s IndicatorScore> + Clone)) -> Range<Fraction> {
    let most = Fraction::sum(scores.clone().map(|score| score.indicator.max));
    let end = |of: fn(Range<Fraction>) -> Fraction| {
        let points = Fraction::sum(scores.clone().map(|score| of(score.score)));
        small(points.zip(most).and_then(|(points, most)| points.over(most)?.times(Fraction::whole(100))))
    };
    Range { low: end(|score| score.low), high: end(|score| score.high) }
}

/// Points and weights are small constants of the rulebook, so their sums always fit.
fn small(value: Option<Fraction>) -> Fraction {
    value.unwrap_or(Fraction::ZERO)
}
