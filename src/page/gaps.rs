//! Where points are lost or still open, largest first: what the list of improvements is made of.

use crate::assessment::{Answer, Assessment};
use crate::exact::Fraction;
use crate::rulebook::{Indicator, Item, Measure, RatioRule};
use crate::scoring::{IndicatorScore, Report, Status};
use crate::sorting::sort;

use super::openness::width;

/// One thing to do something about, with what it would bring to the total at most.
#[derive(Clone, Debug)]
pub struct Gap {
    /// Points of the total.
    pub points: Fraction,
    /// What it is.
    pub kind: GapKind,
}

/// The kinds of things to do.
#[derive(Clone, Debug)]
pub enum GapKind {
    /// Items of one indicator that nobody knows yet: find out first.
    FindOut(&'static Indicator, Vec<&'static Item>),
    /// Ratios that wait for amounts: complete the books.
    Books(Vec<&'static Indicator>),
    /// Items of one indicator answered *tidak*.
    Mend(&'static Indicator, Vec<&'static Item>),
    /// A ratio below its best score.
    Ratio(&'static Indicator, &'static RatioRule),
}

impl Gap {
    /// All gaps of a report, the largest first, equals in the form's order. A ratio that cannot be computed is none: no
    /// answer and no work mends a denominator of zero.
    #[must_use]
    pub fn all(assessment: &Assessment, report: &Report) -> Vec<Self> {
        let mut gaps: Vec<Self> = books(report).into_iter().collect();
        gaps.extend(report.indicators.iter().flat_map(|score| of(assessment, score)));
        sort(&mut gaps, |gap, other| gap.points > other.points);
        gaps
    }

    /// Whether it asks to find something out before anything is mended.
    #[must_use]
    pub const fn is_question(&self) -> bool {
        matches!(self.kind, GapKind::FindOut(..) | GapKind::Books(_))
    }
}

fn books(report: &Report) -> Option<Gap> {
    let waiting = |score: &&IndicatorScore| score.indicator.items().is_empty() && score.trace.status == Status::Open;
    let open: Vec<&IndicatorScore> = report.indicators.iter().filter(waiting).collect();
    let points = Fraction::sum(open.iter().map(|score| width(score))).unwrap_or(Fraction::ZERO);
    let indicators: Vec<_> = open.iter().map(|score| score.indicator).collect();
    (!indicators.is_empty()).then_some(Gap { points, kind: GapKind::Books(indicators) })
}

fn of(assessment: &Assessment, score: &IndicatorScore) -> Vec<Gap> {
    let indicator = score.indicator;
    let lost = indicator.max.minus(score.score.high).and_then(|points| points.times(score.point_worth()));
    let lost = lost.unwrap_or(Fraction::ZERO);
    match &indicator.measure {
        Measure::Checklist(items) => {
            let given = |answer| items.iter().filter(|item| assessment.answer(item.id) == answer).collect::<Vec<_>>();
            let open = Gap { points: width(score), kind: GapKind::FindOut(indicator, given(Answer::Unknown)) };
            let missing = Gap { points: lost, kind: GapKind::Mend(indicator, given(Answer::No)) };
            vec![open, missing].into_iter().filter(|gap| !gap.is_empty()).collect()
        }
        Measure::Ratio(rule) if !lost.is_zero() => vec![Gap { points: lost, kind: GapKind::Ratio(indicator, rule) }],
        Measure::Ratio(_) => Vec::new(),
    }
}

impl Gap {
    fn is_empty(&self) -> bool {
        matches!(&self.kind, GapKind::FindOut(_, items) | GapKind::Mend(_, items) if items.is_empty())
    }
}
