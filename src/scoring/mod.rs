//! From rules and answers to a report: ranges with a trace, never a bare number.

mod aspects;
mod books;
mod doubt;
mod figures;
mod finding;
mod indicator;
mod report;
mod score;
mod ways;

pub use aspects::{aspect_of, total_of};
pub use doubt::{Doubt, DoubtBy};
pub use figures::{Figures, Value};
pub use finding::Finding;
pub use report::{
    AspectScore, Counting, Evidence, Figure, IndicatorScore, Part, Report, Status, SubaspectScore, Trace,
};
pub use score::{Score, all_points, score};

pub(crate) use figures::Memory;

use crate::assessment::Assessment;
use crate::exact::{Fraction, Range};
use crate::rulebook::{Aspect, Indicator};

/// Scores an assessment: every indicator, every aspect, the total and the predicate, as ranges.
///
/// Pure and total: any assessment gives a report. Where a figure is missing, a denominator is zero or a number does not
/// fit, the indicator spans its whole scale and its trace says why.
///
/// ```
/// use cermin_koperasi::{assessment::Assessment, exact::Fraction, rulebook, scoring};
/// let book = rulebook::find("kkpkk-2021").unwrap();
/// let blank = Assessment::new(book, &book.variants[0]);
/// let report = scoring::assess(&blank);
/// assert_eq!((report.total.low, report.total.high), (Fraction::whole(25), Fraction::whole(100)));
/// assert!(report.predicate.low != report.predicate.high);
/// ```
#[must_use]
pub fn assess(assessment: &Assessment) -> Report {
    let memory = Memory::new(assessment.variant);
    let figures = Figures::new(assessment).remembering(&memory);
    let indicators: Vec<IndicatorScore> = assessment
        .variant
        .indicators()
        .map(|(aspect, one)| indicator::score(assessment, &figures, aspect, one))
        .collect();
    let points: Vec<Range<Fraction>> = indicators.iter().map(|one| one.score).collect();
    let aspects = aspects::scores(assessment.variant, &points);
    let total = aspects::total(&aspects.iter().map(|one| (one.aspect, one.score)));
    Report {
        rulebook: assessment.rulebook,
        variant: assessment.variant,
        edition: assessment.edition,
        reading: assessment.reading,
        predicate: total.map(|score| assessment.variant.predicate(score)),
        doubt: ways::doubt(assessment, &points, total),
        total,
        aspects,
        books: books::findings(assessment, figures),
        indicators,
    }
}

/// The points of one indicator alone, equal to its score in [`assess`], without trace: cheap enough to ask many times.
///
/// ```
/// use cermin_koperasi::{page::workshop::Sample, scoring};
/// let work = Sample::find("kredit-macet").unwrap().work(None).unwrap().assessment;
/// let report = scoring::assess(&work);
/// assert!(report.indicators.iter().all(|one| scoring::points(&work, one.indicator) == one.score));
/// ```
#[must_use]
pub fn points(assessment: &Assessment, indicator: &'static Indicator) -> Range<Fraction> {
    indicator::points(assessment, &Figures::new(assessment), indicator)
}

/// What one point of an aspect's indicators adds to the total: its weight times 100, over all its points.
///
/// ```
/// use cermin_koperasi::{exact::Fraction, rulebook, scoring};
/// let form = &rulebook::find("kkpkk-2021").unwrap().variants[0];
/// let capital = form.aspects.last().unwrap();
/// assert_eq!(Some(scoring::point_worth(capital)), Fraction::new(15, 16), "15 % over four indicators of four points");
/// ```
#[must_use]
pub fn point_worth(aspect: &Aspect) -> Fraction {
    let share = aspect.weight.times(Fraction::whole(100));
    // Constants of the rulebook: small, and the denominator is never zero.
    share.and_then(|share| share.over(aspect.max_points())).unwrap_or(Fraction::ZERO)
}

/// What looks wrong in the books alone, equal to [`Report::books`].
///
/// ```
/// use cermin_koperasi::{assessment::Amount, page::workshop::Sample, rulebook::Year, scoring};
/// let mut work = Sample::find("kredit-macet").unwrap().work(None).unwrap().assessment;
/// assert_eq!(scoring::findings(&work), []);
/// work.statements.current.put("kas", Some(Amount::Known(1.into())));
/// let found = scoring::findings(&work);
/// assert!(found.iter().any(|one| (one.id(), one.year()) == ("balance", Year::Current)));
/// ```
#[must_use]
pub fn findings(assessment: &Assessment) -> Vec<Finding> {
    books::findings(assessment, Figures::new(assessment))
}
