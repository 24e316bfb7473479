//! From indicators to aspects to the total. No rounding in between, as in the worksheet (`OP!F46`).

use super::{AspectScore, Report, SubaspectScore};
use crate::exact::{Fraction, Range};
use crate::rulebook::{Aspect, Indicator, Subaspect, Variant};

/// Each aspect: the sum of its points over the most it could have, times 100. Points stand in the form's order.
pub(super) fn scores(variant: &'static Variant, points: &[Range<Fraction>]) -> Vec<AspectScore> {
    let aspect = |aspect: &'static Aspect| {
        let part = |subaspect: &'static Subaspect| SubaspectScore {
            subaspect,
            score: percentage(&subaspect.indicators.iter(), points),
        };
        let subaspects = aspect.subaspects.iter().map(part).collect();
        AspectScore { aspect, score: percentage(&aspect.indicators(), points), subaspects }
    };
    variant.aspects.iter().map(aspect).collect()
}

impl Report {
    /// The aspects as they may be told: with what the form's sources leave open, where they leave something open.
    ///
    /// ```
    /// use cermin_koperasi::{page::workshop::Sample, scoring};
    /// let report = scoring::assess(&Sample::find("warung-bersama").unwrap().work(None).unwrap().assessment);
    /// let open: Vec<&str> = report.honest_aspects().iter().filter(|one| !one.score.is_settled()).map(|one| one.aspect.id).collect();
    /// assert_eq!(open, ["C", "D"], "the doubt is about sums of the books");
    /// ```
    #[must_use]
    pub fn honest_aspects(&self) -> Vec<AspectScore> {
        let own: Vec<_> = self.indicators.iter().map(|one| one.score).collect();
        let mut told = self.aspects.clone();
        for by in self.open().into_iter().flat_map(|doubt| &doubt.by) {
            let mut points = own.clone();
            for (one, new) in &by.indicators {
                points[usize::from(one.at.slot)] = *new;
            }
            for (sum, other) in told.iter_mut().zip(scores(self.variant, &points)) {
                sum.score = sum.score.hull(other.score);
                for (part, other) in sum.subaspects.iter_mut().zip(other.subaspects) {
                    part.score = part.score.hull(other.score);
                }
            }
        }
        told
    }
}

/// Each aspect's score and weight make the total.
pub(super) fn total(aspects: &(impl Iterator<Item = (&'static Aspect, Range<Fraction>)> + Clone)) -> Range<Fraction> {
    let end = |of: fn(Range<Fraction>) -> Fraction| {
        small(
            aspects.clone().try_fold(Fraction::ZERO, |sum, (aspect, score)| sum.plus(of(score).times(aspect.weight)?)),
        )
    };
    let low = end(|score| score.low);
    let settled = aspects.clone().all(|(_, score)| score.is_settled());
    Range { low, high: if settled { low } else { end(|score| score.high) } }
}

/// One aspect's score, from 0 to 100, of the points of all indicators of its form in the form's order.
///
/// ```
/// use cermin_koperasi::{exact::{Fraction, Range}, rulebook, scoring};
/// let form = &rulebook::find("kkpkk-2021").unwrap().variants[0];
/// let half = vec![Range::exactly(Fraction::whole(2)); form.indicators().count()];
/// assert_eq!(scoring::aspect_of(&form.aspects[0], &half), Range::exactly(Fraction::whole(50)));
/// ```
#[must_use]
pub fn aspect_of(aspect: &'static Aspect, points: &[Range<Fraction>]) -> Range<Fraction> {
    percentage(&aspect.indicators(), points)
}

/// The total, from 0 to 100, of the points of all indicators of a form, in the form's order.
///
/// ```
/// use cermin_koperasi::{exact::{Fraction, Range}, rulebook, scoring};
/// let form = &rulebook::find("kkpkk-2021").unwrap().variants[0];
/// let best = vec![Range::exactly(Fraction::whole(4)); form.indicators().count()];
/// assert_eq!(scoring::total_of(form, &best), Range::exactly(Fraction::whole(100)));
/// ```
#[must_use]
pub fn total_of(variant: &'static Variant, points: &[Range<Fraction>]) -> Range<Fraction> {
    total(&variant.aspects.iter().map(|aspect| (aspect, aspect_of(aspect, points))))
}

fn percentage(
    indicators: &(impl Iterator<Item = &'static Indicator> + Clone),
    points: &[Range<Fraction>],
) -> Range<Fraction> {
    let sum = |of: &dyn Fn(&'static Indicator) -> Fraction| Fraction::sum(indicators.clone().map(of));
    let most = sum(&|one| one.max);
    let of = |one: &Indicator| points.get(usize::from(one.at.slot)).copied().unwrap_or(Range::exactly(Fraction::ZERO));
    let share = |points: Option<Fraction>| {
        small(points.zip(most).and_then(|(points, most)| points.over(most)?.times(Fraction::whole(100))))
    };
    let (low, high) = (sum(&|one| of(one).low), sum(&|one| of(one).high));
    let share_of_low = share(low);
    // Mostly nothing is open, and dividing costs more than comparing.
    Range { low: share_of_low, high: if low == high { share_of_low } else { share(high) } }
}

/// Points and weights are small constants of the rulebook, so their sums always fit.
fn small(value: Option<Fraction>) -> Fraction {
    value.unwrap_or(Fraction::ZERO)
}
