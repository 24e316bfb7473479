//! What the differences between definition and worksheet, and between the editions, do to this very cooperative.

use crate::assessment::Assessment;
use crate::exact::{Fraction, Range};
use crate::rulebook::{Aggregate, Difference, Indicator, Measure, Reading, Year};
use crate::scoring::{self, Figures, Finding, IndicatorScore, Report, Status};

use super::anatomy::Anatomy;

/// The classes whose differences make the two readings part. The others hold for both alike, or only for the eye.
const MOVING: [&str; 4] = ["defect", "definition", "accounting", "ladder"];

/// One assessment counted in every way there is.
#[derive(Clone, Debug)]
pub struct Contrast<'a> {
    assessment: &'a Assessment,
    definition: Report,
    worksheet: Report,
    others: Vec<Report>,
}

/// An indicator that scores otherwise in another reading or edition.
#[derive(Clone, Copy, Debug)]
pub struct Shift {
    /// The indicator.
    pub indicator: &'static Indicator,
    /// Its points by the definition, or under the newest edition.
    pub ours: Range<Fraction>,
    /// Its points by the worksheet, or under the edition before.
    pub theirs: Range<Fraction>,
    /// What theirs adds to the total, where both are settled; below zero if it takes away.
    pub total: Option<Fraction>,
}

/// What a difference means for the cooperative at hand.
#[derive(Clone, Debug)]
pub enum Bearing {
    /// It moves these indicators.
    Moves(Vec<Shift>),
    /// It shows in what was entered, but both readings score alike.
    Shows,
    /// It does not touch this cooperative.
    None,
}

impl<'a> Contrast<'a> {
    /// Counts an assessment in both readings, and in its reading under every other edition.
    #[must_use]
    pub fn of(assessment: &'a Assessment) -> Self {
        let count = |edition, reading| scoring::assess(&assessment.counted(edition, reading));
        let others = (0..assessment.rulebook.editions.len()).filter(|edition| *edition != assessment.edition);
        Self {
            assessment,
            definition: count(assessment.edition, Reading::Definition),
            worksheet: count(assessment.edition, Reading::Worksheet),
            others: others.map(|edition| count(edition, assessment.reading)).collect(),
        }
    }

    /// The report as the assessment itself asks to be counted.
    #[must_use]
    pub const fn own(&self) -> &Report {
        self.report(self.assessment.reading)
    }

    /// The same reading under every other edition, oldest first.
    #[must_use]
    pub fn other_editions(&self) -> &[Report] {
        &self.others
    }

    fn edition(&self, place: usize) -> Option<&Report> {
        std::iter::once(self.own()).chain(&self.others).find(|report| report.edition == place)
    }

    /// The report of a reading, under the edition that counts.
    #[must_use]
    pub const fn report(&self, reading: Reading) -> &Report {
        match reading {
            Reading::Definition => &self.definition,
            Reading::Worksheet => &self.worksheet,
        }
    }

    /// Whether the two readings give another total.
    #[must_use]
    pub fn readings_differ(&self) -> bool {
        self.definition.total != self.worksheet.total
    }

    /// What a difference does here.
    #[must_use]
    pub fn bearing(&self, difference: &'static Difference) -> Bearing {
        let shifts = match difference.class {
            "revision" => self.edition_shifts(difference),
            _ => self.reading_shifts(difference),
        };
        if !shifts.is_empty() {
            return Bearing::Moves(shifts);
        }
        if self.shows(difference) { Bearing::Shows } else { Bearing::None }
    }

    fn edition_shifts(&self, difference: &Difference) -> Vec<Shift> {
        let newest = self.assessment.rulebook.newest_edition();
        let ends = self.edition(newest).zip(newest.checked_sub(1).and_then(|older| self.edition(older)));
        ends.map_or_else(Vec::new, |(newest, older)| shifts(difference, newest, older))
    }

    fn reading_shifts(&self, difference: &'static Difference) -> Vec<Shift> {
        if !MOVING.contains(&difference.class) {
            return Vec::new();
        }
        let figures = self.parting(difference.id);
        let reaches = |one: &Indicator| {
            figures.iter().any(|id| self.uses(one, id))
                || self.decides(difference.id, one)
                || self.rules(difference.id, one)
                || (difference.class == "accounting" && self.signs(one))
        };
        let all = shifts(difference, &self.definition, &self.worksheet);
        all.into_iter().filter(|shift| reaches(shift.indicator)).collect()
    }

    /// The figures that carry a difference and come out otherwise by their own formula. Of two carriers, one inside the
    /// other, only the inner one counts: that is where the difference begins.
    fn parting(&self, difference: &str) -> Vec<&'static str> {
        let all = || self.assessment.variant.aggregates.iter().filter(|one| one.differences.contains(&difference));
        let anatomy = Anatomy::of(self.assessment).reading(Reading::Worksheet);
        let outer = |one: &Aggregate| {
            let formula = one.formulas.of(Reading::Worksheet, Year::Current);
            all().any(|other| other.id != one.id && anatomy.contains(formula, other.id))
        };
        all().filter(|one| !outer(one) && self.parts(one)).map(|one| one.id).collect()
    }

    /// Both formulas over the same figures: what lies deeper is left out of the comparison.
    fn parts(&self, aggregate: &Aggregate) -> bool {
        let figures = Figures::new(self.assessment).reading(Reading::Definition);
        let value = |reading, year| figures.value(aggregate.formulas.of(reading, year), year);
        Year::BOTH.into_iter().any(|year| value(Reading::Definition, year) != value(Reading::Worksheet, year))
    }

    fn uses(&self, indicator: &Indicator, figure: &str) -> bool {
        [Reading::Definition, Reading::Worksheet].into_iter().any(|reading| {
            let anatomy = Anatomy::of(self.assessment).reading(reading);
            Year::BOTH.into_iter().any(|year| anatomy.rests_on(indicator, figure, year))
        })
    }

    /// A case of its own decided the score in either reading.
    fn decides(&self, difference: &str, indicator: &Indicator) -> bool {
        [&self.definition, &self.worksheet].into_iter().any(|report| {
            let status = report.indicator(indicator.id).map(|score| score.trace.status);
            matches!(status, Some(Status::Decided(by)) if by == difference)
        })
    }

    /// A table that holds in one reading only puts the same ratio into another band.
    fn rules(&self, difference: &str, indicator: &Indicator) -> bool {
        let scores = [&self.definition, &self.worksheet].map(|report| report.indicator(indicator.id));
        let [Some(ours), Some(theirs)] = scores else { return false };
        let (Some(left), Some(right)) = (ours.trace.bands, theirs.trace.bands) else { return false };
        let ratios = [ours, theirs].map(|score| score.trace.ratio());
        let named = [left, right].iter().any(|table| table.difference == Some(difference));
        named && ratios.into_iter().flatten().any(|ratio| left.hit(ratio) != right.hit(ratio))
    }

    /// The ratio itself is written otherwise, and so comes out otherwise over the same figures: a sign that turns round.
    fn signs(&self, indicator: &Indicator) -> bool {
        let Measure::Ratio(rule) = &indicator.measure else { return false };
        let figures = Figures::new(self.assessment).reading(Reading::Definition);
        let value = |formula| figures.value(formula, Year::Current).known();
        value(&rule.definition).zip(value(&rule.worksheet)).is_some_and(|(ours, theirs)| ours != theirs)
    }

    /// The difference is visible in what was entered: a zero denominator, a ratio on a limit, a finding in the books.
    fn shows(&self, difference: &Difference) -> bool {
        let found = self
            .definition
            .books
            .iter()
            .any(|finding| matches!(finding, Finding::Check { difference: Some(of), .. } if *of == difference.id));
        let touched =
            self.definition.indicators.iter().filter(|score| difference.affects.contains(&score.indicator.id));
        let mut touched = touched.filter(|score| score.indicator.differences.contains(&difference.id));
        found
            || match difference.class {
                "structural" => touched.any(|score| score.trace.status == Status::ZeroDenominator),
                "ladder" => touched.any(|score| score.trace.on_limit),
                _ => false,
            }
    }
}

fn shifts(difference: &Difference, ours: &Report, theirs: &Report) -> Vec<Shift> {
    let pairs = difference.affects.iter().filter_map(|id| Some((ours.indicator(id)?, theirs.indicator(id)?)));
    pairs.filter(|(left, right)| left.score != right.score).map(|(left, right)| shift(left, right)).collect()
}

fn shift(ours: &IndicatorScore, theirs: &IndicatorScore) -> Shift {
    let settled = ours.score.is_settled() && theirs.score.is_settled();
    let points = theirs.score.low.minus(ours.score.low).and_then(|points| points.times(ours.point_worth()));
    Shift { indicator: ours.indicator, ours: ours.score, theirs: theirs.score, total: points.filter(|_| settled) }
}
