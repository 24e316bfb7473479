//! What the known differences between definition and worksheet do to this cooperative.

use crate::assessment::Assessment;
use crate::exact::{Fraction, Range};
use crate::rulebook::{Bands, Difference, Formula, Formulas, Indicator, Measure, RatioRule, Reading, Year};
use crate::scoring::{self, Figures, Finding, Report, Status};

use super::reach::{self, Named};
use super::{Change, IndicatorChange};

/// Every entry of the list, with its effect here.
#[derive(Clone, Debug)]
pub struct Differences {
    /// The total in the worksheet's reading (before) and in the definition's (after), in the assessment's edition.
    pub readings: Change,
    /// By difference, in the rulebook's order.
    pub entries: Vec<DifferenceEffect>,
}

/// One difference and its effect.
#[derive(Clone, Debug)]
pub struct DifferenceEffect {
    /// The difference.
    pub difference: &'static Difference,
    /// What it does here.
    pub effect: Effect,
}

/// What a difference does to a score.
#[derive(Clone, Debug)]
pub enum Effect {
    /// It moves no score: it is about words, display, or a choice both readings make alike.
    None,
    /// It can part the two readings, and does not with these figures.
    Asleep,
    /// It shows in what was entered (a denominator of zero, a ratio on a limit, a finding in the books), and both
    /// readings score it alike.
    Shown,
    /// It parts the two readings here.
    Readings(Vec<IndicatorEffect>),
    /// It is an edition's doubt: the total before that edition and from it on, and the indicators that move.
    Edition {
        /// The edition, an index into the rulebook's editions.
        edition: usize,
        /// The total under the edition before, and under this one.
        total: Change,
        /// Indicators that move.
        indicators: Vec<IndicatorChange>,
    },
}

/// An indicator that the two readings score apart.
#[derive(Clone, Debug)]
pub struct IndicatorEffect {
    /// The indicator.
    pub indicator: &'static Indicator,
    /// Its points in the worksheet's reading (before) and in the definition's (after).
    pub points: Change,
    /// What the definition adds to each end of the total through it.
    pub total: Range<Fraction>,
    /// Other differences awake in the same indicator: then the effect is theirs together.
    pub shared: Vec<&'static str>,
}

/// The effect of every known difference on this cooperative.
///
/// ```
/// use cermin_koperasi::{advice::{self, Effect}, page::workshop::Sample};
/// let work = Sample::find("kredit-macet").unwrap().work(None).unwrap().assessment;
/// let found = advice::differences(&work);
/// assert!(found.readings.gain().low.is_negative(), "the worksheet counts bad loans milder than the definition");
/// let of = |id: &str| &found.entries.iter().find(|one| one.difference.id == id).unwrap().effect;
/// let Effect::Readings(parted) = of("D02") else { panic!("D02 parts the readings here") };
/// assert_eq!(parted.iter().map(|one| one.indicator.id).collect::<Vec<_>>(), ["C.II.1.b", "C.II.1.c"]);
/// assert!(matches!(of("D04"), Effect::Asleep), "with these figures it makes no difference");
/// ```
#[must_use]
pub fn differences(assessment: &Assessment) -> Differences {
    let in_reading = |reading| assessment.counted(assessment.edition, reading);
    let (definition, worksheet) = (in_reading(Reading::Definition), in_reading(Reading::Worksheet));
    let pair = Pair {
        reports: [scoring::assess(&worksheet), scoring::assess(&definition)],
        assessments: [worksheet, definition],
    };
    let entries = assessment.variant.differences(assessment.rulebook);
    Differences {
        readings: Change { before: pair.reports[0].total, after: pair.reports[1].total },
        entries: entries
            .map(|difference| DifferenceEffect { difference, effect: effect(assessment, &pair, difference) })
            .collect(),
    }
}

/// Worksheet first, definition second.
struct Pair {
    assessments: [Assessment; 2],
    reports: [Report; 2],
}

fn effect(assessment: &Assessment, pair: &Pair, difference: &'static Difference) -> Effect {
    let editions = assessment.rulebook.editions;
    if let Some(edition) = editions.iter().position(|edition| edition.doubt == Some(difference.id)) {
        return edition_effect(assessment, edition);
    }
    let touched: Vec<_> =
        assessment.variant.indicators().map(|(_, one)| one).filter(|one| pair.can_part(one, difference)).collect();
    let effects: Vec<_> = touched.iter().filter_map(|one| pair.effect(one, difference)).collect();
    match (effects.is_empty(), pair.shows(difference), touched.is_empty()) {
        (false, ..) => Effect::Readings(effects),
        (true, true, _) => Effect::Shown,
        (true, false, false) => Effect::Asleep,
        (true, false, true) => Effect::None,
    }
}

fn edition_effect(assessment: &Assessment, edition: usize) -> Effect {
    let under = |edition: usize| scoring::assess(&assessment.counted(edition, assessment.reading));
    let comparison = super::compare(&under(edition.saturating_sub(1)), &under(edition));
    Effect::Edition {
        edition,
        total: comparison.total,
        indicators: comparison.indicators.into_iter().filter(|change| !change.score.is_none()).collect(),
    }
}

impl Pair {
    /// Whether the difference can part the readings of an indicator at all.
    fn can_part(&self, indicator: &'static Indicator, difference: &Difference) -> bool {
        difference.affects.contains(&indicator.id) && !self.causes(indicator, difference, false).is_empty()
    }

    /// Whether the difference is visible in what was entered, by the definition.
    fn shows(&self, difference: &Difference) -> bool {
        let [_, report] = &self.reports;
        let names =
            |finding: &Finding| matches!(finding, Finding::Check { difference: Some(of), .. } if *of == difference.id);
        let touched = report.indicators.iter().filter(|score| difference.affects.contains(&score.indicator.id));
        let mut touched = touched.filter(|score| score.indicator.differences.contains(&difference.id));
        report.books.iter().any(names)
            || match difference.class {
                "structural" => touched.any(|score| score.trace.status == Status::ZeroDenominator),
                "ladder" => touched.any(|score| score.trace.on_limit),
                _ => false,
            }
    }

    /// The effect on one indicator, if the difference is awake in it and the scores part.
    fn effect(&self, indicator: &'static Indicator, difference: &Difference) -> Option<IndicatorEffect> {
        let [worksheet, definition] = [0, 1].map(|side: usize| self.reports[side].indicator(indicator.id));
        let points = Change { before: worksheet?.score, after: definition?.score };
        if points.is_none() || self.causes(indicator, difference, true).is_empty() {
            return None;
        }
        let worth = worksheet?.point_worth();
        let book = self.reports[0].rulebook;
        let others = indicator.differences.iter().filter(|id| **id != difference.id);
        let awake =
            |id: &&&str| book.difference(id).is_some_and(|other| !self.causes(indicator, other, true).is_empty());
        Some(IndicatorEffect {
            indicator,
            points,
            // A few points times a constant of the rulebook always fit.
            total: points.gain().map(|points| points.times(worth).unwrap_or(Fraction::ZERO)),
            shared: others.filter(awake).copied().collect(),
        })
    }

    /// The places through which a difference parts an indicator's readings; with `awake`, only where it does so here.
    fn causes(&self, indicator: &'static Indicator, difference: &Difference, awake: bool) -> Vec<Cause> {
        // The others are about words, display, a denominator of zero, or what both readings take alike; but where a form can be read
        // in several ways, its readings part there too.
        let open = self.reports[0].variant.alternatives.iter().any(|one| one.difference == difference.id);
        let parts =
            matches!(difference.class, "defect" | "definition" | "accounting" | "ladder" | "conflict" | "revision");
        if !parts && !open {
            return Vec::new();
        }
        let mut causes = Vec::new();
        causes.extend(self.table(indicator, difference, awake));
        if let Measure::Ratio(rule) = &indicator.measure {
            causes.extend(self.case(rule, difference, awake));
            causes.extend(self.aggregate(rule, difference, awake));
            causes.extend(self.formula(indicator, rule, difference, awake));
        }
        causes
    }

    /// A table of bands of its own, under which one of the two measurements earns other points.
    fn table(&self, indicator: &'static Indicator, difference: &Difference, awake: bool) -> Option<Cause> {
        let tables = self.assessments.each_ref().map(|one| indicator.bands(one.variant, one.edition, one.reading));
        let [Some(worksheet), Some(definition)] = tables else { return None };
        let own = [worksheet, definition].iter().any(|table| table.difference == Some(difference.id));
        let earns = |table: &Bands, value| table.hit(value).map(|place| table.bands[place].points);
        let ratios = self.reports.iter().filter_map(|report| report.indicator(indicator.id)?.trace.ratio());
        let mut parted = ratios.map(|value| earns(worksheet, value) != earns(definition, value));
        (own && (!awake || parted.any(|parted| parted))).then_some(Cause::Table)
    }

    fn case(&self, rule: &RatioRule, difference: &Difference, awake: bool) -> Option<Cause> {
        let fires = |case: &crate::rulebook::Override| {
            let side = usize::from(case.reading == Reading::Definition);
            let figure = Figures::new(&self.assessments[side]).value(&case.of, Year::Current).known();
            figure.is_some_and(|figure| case.trigger.fires(figure))
        };
        let mut own = rule.overrides.iter().filter(|case| case.difference == difference.id);
        own.any(|case| !awake || fires(case)).then_some(Cause::Case)
    }

    /// An aggregate on the way whose two readings differ because of it.
    fn aggregate(&self, rule: &'static RatioRule, difference: &Difference, awake: bool) -> Option<Cause> {
        let mut found = false;
        for assessment in &self.assessments {
            reach::visit(assessment, rule.formula(assessment.reading), &mut |named| {
                if let Named::Aggregate(aggregate, year) = named {
                    let formulas = &aggregate.formulas;
                    let own = aggregate.differences.contains(&difference.id) && parts(formulas, year);
                    let [worksheet, definition] =
                        [Reading::Worksheet, Reading::Definition].map(|reading| formulas.of(reading, year));
                    found |= own && (!awake || self.parted(worksheet, definition, year));
                }
            });
        }
        found.then_some(Cause::Aggregate)
    }

    /// Whether two formulas part on the same figures; what lies below them is another difference's doing.
    fn parted(&self, worksheet: &Formula, definition: &Formula, year: Year) -> bool {
        let figures = self.assessments.each_ref().map(Figures::new);
        figures.iter().any(|figures| figures.value(worksheet, year) != figures.value(definition, year))
    }

    /// The ratio itself is written in two ways, and the difference names the very cell.
    fn formula(&self, indicator: &Indicator, rule: &RatioRule, difference: &Difference, awake: bool) -> Option<Cause> {
        let cell =
            |place: &&str| indicator.citation.sources.iter().any(|source| source.ends_with(&format!(":{place}")));
        let own = rule.definition != rule.worksheet && difference.places.iter().any(cell);
        let awake_here = || self.parted(&rule.worksheet, &rule.definition, Year::Current);
        (own && (!awake || awake_here())).then_some(Cause::Formula)
    }
}

/// Where a difference takes hold.
#[derive(Debug, PartialEq, Eq)]
enum Cause {
    Table,
    Case,
    Aggregate,
    Formula,
}

fn parts(formulas: &Formulas, year: Year) -> bool {
    match year {
        Year::Current => formulas.worksheet.is_some(),
        Year::Prior => formulas.worksheet.is_some() || formulas.worksheet_prior.is_some(),
    }
}
