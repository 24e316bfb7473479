//! How close the total and each ratio sit to a limit, and what a single slip would cost.

use crate::assessment::{Answer, Assessment};
use crate::exact::{Fraction, Range};
use crate::rulebook::{Band, Bands, Bound, Indicator, Item, Predicate};
use crate::scoring::{self, IndicatorScore, Report};
use crate::sorting::by_key;

/// How safe a result is.
#[derive(Clone, Debug)]
pub struct Margin {
    /// Where the low and the high end of the total sit.
    pub total: Range<Edge>,
    /// Every measured ratio, in the form's order.
    pub ratios: Vec<RatioMargin>,
    /// Single slips that would lose the predicate of the low end: the smallest loss first, ties in the form's order.
    pub threats: Vec<Threat>,
}

/// Where a total sits between two cut-offs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Edge {
    /// The total.
    pub total: Fraction,
    /// Its predicate.
    pub predicate: Option<&'static Predicate>,
    /// How far it is above the lower limit of its predicate; `None` for the lowest predicate.
    pub above: Option<Fraction>,
    /// The next better predicate and how far its limit is; `None` for the best.
    pub next: Option<(&'static Predicate, Fraction)>,
}

/// Where a ratio sits between two limits.
#[derive(Clone, Copy, Debug)]
pub struct RatioMargin {
    /// The ratio's indicator.
    pub indicator: &'static Indicator,
    /// Its measured value.
    pub ratio: Fraction,
    /// The limit to the next better band; `None` in the best.
    pub better: Option<Limit>,
    /// The limit to the next worse band; `None` in the worst.
    pub worse: Option<Limit>,
}

/// A limit between two bands.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// Where it lies.
    pub bound: Bound,
    /// How far the ratio is from it, without sign. Zero on the limit itself.
    pub distance: Fraction,
    /// What the band beyond earns.
    pub points: Fraction,
}

impl Limit {
    /// The distance as a share of the limit itself, so that ratios of different size compare; the bare distance where
    /// the limit is zero.
    ///
    /// ```
    /// use cermin_koperasi::{advice::Limit, exact::Fraction, rulebook::Bound};
    /// let limit = |at, distance| Limit {
    ///     bound: Bound { at: Fraction::whole(at), inclusive: true },
    ///     distance: Fraction::whole(distance),
    ///     points: Fraction::whole(4),
    /// };
    /// assert_eq!(Some(limit(80, 4).relative()), Fraction::new(1, 20));
    /// assert_eq!(limit(0, 4).relative(), Fraction::whole(4), "nothing is a share of nought");
    /// ```
    #[must_use]
    pub fn relative(&self) -> Fraction {
        self.distance.over(self.bound.at.abs()).unwrap_or(self.distance)
    }

    /// Whether a tenth of the limit would cross it: close enough to be told.
    ///
    /// ```
    /// use cermin_koperasi::{advice::Limit, exact::Fraction, rulebook::Bound};
    /// let limit = |at, distance| Limit {
    ///     bound: Bound { at: Fraction::whole(at), inclusive: true },
    ///     distance: Fraction::whole(distance),
    ///     points: Fraction::whole(4),
    /// };
    /// assert!(limit(80, 8).is_close() && !limit(80, 9).is_close());
    /// ```
    #[must_use]
    pub fn is_close(&self) -> bool {
        Fraction::new(1, 10).is_some_and(|tenth| self.relative() <= tenth)
    }
}

impl Margin {
    /// Ratios close to the next better band, the closest first; ties in the form's order.
    ///
    /// ```
    /// use cermin_koperasi::{advice, page::workshop::Sample};
    /// let work = Sample::find("kredit-macet").unwrap().work(None).unwrap().assessment;
    /// let margin = advice::margin(&work);
    /// let (ratio, limit) = margin.nearly_up()[0];
    /// assert_eq!(ratio.indicator.id, "C.I.2.b");
    /// assert!(limit.is_close() && limit.bound.at < ratio.ratio, "of cost over income the lower is the better");
    /// ```
    #[must_use]
    pub fn nearly_up(&self) -> Vec<(&RatioMargin, Limit)> {
        close(&self.ratios, |ratio| ratio.better)
    }

    /// Ratios close to the next worse band, the closest first; ties in the form's order.
    ///
    /// ```
    /// use cermin_koperasi::{advice, page::workshop::Sample};
    /// let work = Sample::find("kredit-macet").unwrap().work(None).unwrap().assessment;
    /// let margin = advice::margin(&work);
    /// let close: Vec<&str> = margin.nearly_down().iter().map(|(ratio, _)| ratio.indicator.id).collect();
    /// assert_eq!(close, ["C.I.2.a", "B.I.1.a", "C.III.2.b"]);
    /// ```
    #[must_use]
    pub fn nearly_down(&self) -> Vec<(&RatioMargin, Limit)> {
        close(&self.ratios, |ratio| ratio.worse)
    }
}

fn close(ratios: &[RatioMargin], side: impl Fn(&RatioMargin) -> Option<Limit>) -> Vec<(&RatioMargin, Limit)> {
    let sided = ratios.iter().filter_map(|ratio| Some((ratio, side(ratio)?)));
    by_key(sided.filter(|(_, limit)| limit.is_close()), |(_, limit)| limit.relative())
}

/// What may slip.
#[derive(Clone, Copy, Debug)]
pub enum Loss {
    /// An item answered *ya* turns to *tidak*.
    Item(&'static Item),
    /// A ratio falls into the next worse band, all else equal.
    Ratio(&'static Indicator),
}

/// A single slip that loses the predicate.
#[derive(Clone, Copy, Debug)]
pub struct Threat {
    /// What slips.
    pub loss: Loss,
    /// The low end of the total then.
    pub total: Fraction,
    /// Its predicate then.
    pub predicate: Option<&'static Predicate>,
}

/// The margins of an assessment.
///
/// ```
/// use cermin_koperasi::{advice, page::workshop::Sample};
/// let work = Sample::find("kredit-macet").unwrap().work(None).unwrap().assessment;
/// let edge = advice::margin(&work).total.low;
/// let (better, missing) = edge.next.unwrap();
/// assert_eq!((edge.predicate.unwrap().id, better.id), ("dalam-pengawasan", "cukup-sehat"));
/// assert_eq!(edge.total.plus(missing), better.range.min.map(|limit| limit.at));
/// ```
#[must_use]
pub fn margin(assessment: &Assessment) -> Margin {
    let report = scoring::assess(assessment);
    let ratios: Vec<RatioMargin> = report.indicators.iter().filter_map(ratio).collect();
    let items = assessment.variant.items().filter(|(_, item)| assessment.answer(item.id) == Answer::Yes);
    let slips = items.filter_map(|(indicator, item)| item_slip(assessment, &report, indicator, item));
    let falls = ratios.iter().filter_map(|margin| ratio_fall(&report, margin));
    let mut threats: Vec<Threat> = slips.chain(falls).collect();
    threats.retain(|threat| lost(&report, threat));
    Margin {
        total: report.honest_total().map(|total| edge(&report, total)),
        ratios,
        threats: by_key(threats, |threat| core::cmp::Reverse(threat.total)),
    }
}

fn edge(report: &Report, total: Fraction) -> Edge {
    let predicate = report.variant.predicate(total);
    let limit = |one: &Predicate| one.range.min.map(|min| min.at);
    let place = report.variant.predicates.iter().position(|one| Some(one) == predicate);
    let lowest = place == Some(report.variant.predicates.len() - 1);
    let above = predicate.filter(|_| !lowest).and_then(limit).and_then(|at| total.minus(at));
    // Best first: the next better one stands just before.
    let better = place.and_then(|place| report.variant.predicates.get(place.checked_sub(1)?));
    let next = better.and_then(|one| Some((one, limit(one)?.minus(total)?)));
    Edge { total, predicate, above, next }
}

fn ratio(score: &IndicatorScore) -> Option<RatioMargin> {
    if score.indicator.items().is_empty() && score.score.is_settled() {
        let (ratio, bands) = (score.trace.ratio()?, score.trace.bands?);
        let hit = bands.hit(ratio)?;
        let limit = |other: Option<&'static Band>| limit(bands, hit, other, ratio);
        let better = limit(hit.checked_sub(1).and_then(|place| bands.bands.get(place)));
        return Some(RatioMargin { indicator: score.indicator, ratio, better, worse: limit(bands.bands.get(hit + 1)) });
    }
    None
}

/// The limit between the band that was hit and its neighbour.
fn limit(bands: &'static Bands, hit: usize, other: Option<&'static Band>, ratio: Fraction) -> Option<Limit> {
    let (own, other) = (&bands.bands[hit], other?);
    let shared = |low: &Band, high: &Band| low.max.zip(high.min).is_some_and(|(max, min)| max.at == min.at);
    // Read from the band beyond, so that `inclusive` says whether the limit itself already lies there.
    let bound = if shared(own, other) { other.min } else { other.max }?;
    Some(Limit { bound, distance: bound.at.minus(ratio)?.abs(), points: other.points })
}

fn item_slip(
    assessment: &Assessment,
    report: &Report,
    indicator: &'static Indicator,
    item: &'static Item,
) -> Option<Threat> {
    let mut copy = Assessment::new(assessment.rulebook, assessment.variant);
    (copy.edition, copy.reading) = (assessment.edition, assessment.reading);
    let answers = indicator.items().iter().map(|one| (one.id.to_owned(), assessment.answer(one.id)));
    copy.answers.extend(answers);
    copy.answers.insert(item.id, Answer::No);
    let points = scoring::points(&copy, indicator).low;
    threat(report, indicator, points, Loss::Item(item))
}

fn ratio_fall(report: &Report, margin: &RatioMargin) -> Option<Threat> {
    threat(report, margin.indicator, margin.worse?.points, Loss::Ratio(margin.indicator))
}

fn threat(report: &Report, indicator: &'static Indicator, points: Fraction, loss: Loss) -> Option<Threat> {
    let score = report.indicator(indicator.id)?;
    let after = |total: Fraction, own: Fraction| {
        let fall = own.minus(points)?.max(Fraction::ZERO).times(score.point_worth())?;
        total.minus(fall)
    };
    let other = report.doubt.iter().flat_map(|doubt| &doubt.by);
    let other = other.map(|by| after(by.total.low, by.points(indicator).unwrap_or(score.score).low));
    let total = other.fold(after(report.total.low, score.score.low), Option::min)?;
    Some(Threat { loss, total, predicate: report.variant.predicate(total) })
}

fn lost(report: &Report, threat: &Threat) -> bool {
    threat.total < report.honest_total().low && threat.predicate != report.honest_predicate().low
}
