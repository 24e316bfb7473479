//! One indicator: measure it, look it up, keep the trace.

use crate::assessment::{Answer, Assessment};
use crate::exact::{Fraction, Range};
use crate::rulebook::{Aspect, Bands, Formula, Indicator, Item, Measure, RatioRule, Year};

use super::figures::{Figures, Value};
use super::{Counting, Evidence, IndicatorScore, Status, Trace};

/// Scores one indicator.
pub(super) fn score(
    assessment: &Assessment,
    figures: &Figures<'_>,
    aspect: &'static Aspect,
    indicator: &'static Indicator,
) -> IndicatorScore {
    let bands = indicator.bands(assessment.variant, assessment.edition, assessment.reading);
    let ruler = Ruler { indicator, bands };
    let (score, trace) = match &indicator.measure {
        Measure::Checklist(items) => checklist(ruler, count(assessment, items)),
        Measure::Ratio(rule) => ratio(ruler, figures, rule, rule.formula(assessment.reading), assessment),
    };
    IndicatorScore { aspect, indicator, score, trace }
}

/// The points of one indicator, without a trace: for asking *what if* many times over.
pub(super) fn points(assessment: &Assessment, figures: &Figures<'_>, indicator: &'static Indicator) -> Range<Fraction> {
    let bands = indicator.bands(assessment.variant, assessment.edition, assessment.reading);
    let ruler = Ruler { indicator, bands };
    match &indicator.measure {
        Measure::Checklist(items) => outcomes(ruler, count(assessment, items)),
        Measure::Ratio(rule) => measured(ruler, figures, rule, assessment).1,
    }
}

/// An indicator with the table that holds for it.
#[derive(Clone, Copy)]
struct Ruler {
    indicator: &'static Indicator,
    bands: Option<&'static Bands>,
}

impl Ruler {
    /// The points a measurement earns; a proportional scale gives its share of the maximum.
    fn points(self, measured: Fraction) -> Option<Fraction> {
        match self.bands {
            Some(table) => table.hit(measured).map(|place| table.bands[place].points),
            None => measured.times(self.indicator.max),
        }
    }

    /// The whole scale: what remains where nothing can be measured.
    fn whole(self) -> Range<Fraction> {
        let points = || self.bands.iter().flat_map(|table| table.bands).map(|band| band.points);
        Range { low: points().min().unwrap_or(Fraction::ZERO), high: points().max().unwrap_or(self.indicator.max) }
    }

    fn trace(self, status: Status, evidence: Evidence, score: Range<Fraction>, measured: Option<Fraction>) -> Trace {
        let place = |points| self.bands.and_then(|table| table.earning(points));
        let measured_hit = measured.and_then(|value| self.bands?.hit(value)).map(Range::exactly);
        let hit = if status == Status::Measured { measured_hit } else { None };
        Trace {
            status,
            evidence,
            bands: self.bands,
            hit: hit.or_else(|| place(score.low).zip(place(score.high)).map(|(low, high)| Range { low, high })),
            on_limit: measured.zip(self.bands).is_some_and(|(value, table)| table.on_limit(value)),
            notes: self.indicator.differences,
        }
    }
}

fn count(assessment: &Assessment, items: &[Item]) -> Counting {
    items.iter().fold(Counting::default(), |mut counting, item| {
        match assessment.answer_to(item) {
            Answer::Yes => counting.met += 1,
            Answer::No => counting.unmet += 1,
            Answer::NotApplicable if item.not_applicable => counting.not_applicable += 1,
            Answer::Unknown | Answer::NotApplicable => {
                counting.open += 1;
                counting.excusable += u16::from(item.not_applicable);
            }
        }
        counting
    })
}

/// Every completion of the open items is looked up, since a scale may rise and fall: each may be met or not, and one
/// that need not apply may leave the count. Where nothing is left to count, the whole scale remains.
fn outcomes(ruler: Ruler, counting: Counting) -> Range<Fraction> {
    let outcome = |(met, counted): (u16, u16)| {
        let share = Fraction::new(i128::from(met), i128::from(counted));
        share.and_then(|share| ruler.points(share)).map_or_else(|| ruler.whole(), Range::exactly)
    };
    let hull = |one: Range<Fraction>, other: Range<Fraction>| Range {
        low: one.low.min(other.low),
        high: one.high.max(other.high),
    };
    completions(counting).map(outcome).reduce(hull).unwrap_or_else(|| ruler.whole())
}

fn checklist(ruler: Ruler, counting: Counting) -> (Range<Fraction>, Trace) {
    let score = outcomes(ruler, counting);
    let status = match (counting.open, counting.counted()) {
        (_, 0) => Status::ZeroDenominator,
        (0, _) => Status::Measured,
        _ => Status::Open,
    };
    let trace = ruler.trace(status, Evidence::Checklist(counting), score, counting.share());
    (score, trace)
}

/// What the open items may still turn into: how many are met, of how many that count.
fn completions(counting: Counting) -> impl Iterator<Item = (u16, u16)> {
    (0..=counting.excusable).flat_map(move |excused| {
        let most = counting.met + counting.open - excused;
        (counting.met..=most).map(move |met| (met, counting.counted() - excused))
    })
}

fn ratio(
    ruler: Ruler,
    figures: &Figures<'_>,
    rule: &'static RatioRule,
    formula: &'static Formula,
    assessment: &Assessment,
) -> (Range<Fraction>, Trace) {
    let (value, score, status) = measured(ruler, figures, rule, assessment);
    let line = |side: usize| match formula {
        Formula::Quotient(sides) | Formula::IfZero([_, _, Formula::Quotient(sides)]) => {
            figures.value(&sides[side], Year::Current).known()
        }
        _ => None,
    };
    let evidence = Evidence::Ratio {
        formula,
        value: value.known(),
        numerator: line(0),
        denominator: line(1),
        figures: figures.figures(formula, Year::Current),
    };
    let trace = ruler.trace(status, evidence, score, value.known());
    (score, trace)
}

/// The ratio, and the points it earns.
fn measured(
    ruler: Ruler,
    figures: &Figures<'_>,
    rule: &'static RatioRule,
    assessment: &Assessment,
) -> (Value, Range<Fraction>, Status) {
    let value = figures.value(rule.formula(assessment.reading), Year::Current);
    let (score, status) = decided(rule, figures, assessment).unwrap_or_else(|| match value {
        Value::Known(measured) => match ruler.points(measured) {
            Some(points) => (Range::exactly(points), Status::Measured),
            None => (ruler.whole(), Status::OutOfRange),
        },
        Value::Unknown | Value::Undefined => (ruler.whole(), Status::Open),
        Value::ZeroDenominator => (ruler.whole(), Status::ZeroDenominator),
        Value::OutOfRange => (ruler.whole(), Status::OutOfRange),
    });
    (value, score, status)
}

/// The first case of the rule that decides before any ratio.
fn decided(
    rule: &'static RatioRule,
    figures: &Figures<'_>,
    assessment: &Assessment,
) -> Option<(Range<Fraction>, Status)> {
    let fires = |case: &&'static crate::rulebook::Override| {
        let figure = figures.value(&case.of, Year::Current).known();
        case.reading == assessment.reading && figure.is_some_and(|figure| case.trigger.fires(figure))
    };
    rule.overrides.iter().find(fires).map(|case| (Range::exactly(case.points), Status::Decided(case.difference)))
}
