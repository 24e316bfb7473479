//! What an assessment comes to, without the ways there.

use super::Doubt;
use super::aspects::{aspect_of, total};
use super::figures::{Figures, Memory};
use super::indicator;
use super::ways::doubt;
use crate::assessment::Assessment;
use crate::exact::{Fraction, Range};
use crate::rulebook::{Aspect, Predicate};

/// The numbers of a [`Report`](super::Report): no traces, no figures, no books check.
#[derive(Clone, Debug)]
pub struct Score {
    /// The total, from 0 to 100.
    pub total: Range<Fraction>,
    /// The predicates of both ends of the total.
    pub predicate: Range<Option<&'static Predicate>>,
    /// By aspect, in the form's order, from 0 to 100.
    pub aspects: Vec<(&'static Aspect, Range<Fraction>)>,
    /// What the form's own sources leave open beside all that.
    pub doubt: Option<Doubt>,
}

/// Scores an assessment without saying why: as [`assess`](super::assess) does, many times as fast.
///
/// ```
/// use cermin_koperasi::{assessment::Assessment, rulebook, scoring};
/// let book = rulebook::find("kkpkk-2021").unwrap();
/// let blank = Assessment::new(book, &book.variants[0]);
/// assert_eq!(scoring::score(&blank).total, scoring::assess(&blank).total);
/// ```
#[must_use]
pub fn score(assessment: &Assessment) -> Score {
    let variant = assessment.variant;
    let points = all_points(assessment);
    let aspects: Vec<_> = variant.aspects.iter().map(|aspect| (aspect, aspect_of(aspect, &points))).collect();
    let total = total(&aspects.iter().copied());
    let predicate = total.map(|score| variant.predicate(score));
    Score { total, predicate, aspects, doubt: doubt(assessment, &points, total) }
}

/// The points of every indicator, in the form's order; [`total_of`](super::total_of) makes the total of them.
///
/// ```
/// use cermin_koperasi::{page::workshop::Sample, scoring};
/// let work = Sample::find("kredit-macet").unwrap().work(None).unwrap().assessment;
/// let points = scoring::all_points(&work);
/// assert_eq!(points.len(), work.variant.indicators().count());
/// assert_eq!(scoring::total_of(work.variant, &points), scoring::assess(&work).total);
/// ```
#[must_use]
pub fn all_points(assessment: &Assessment) -> Vec<Range<Fraction>> {
    let memory = Memory::new(assessment.variant);
    let figures = Figures::new(assessment).remembering(&memory);
    assessment.variant.indicators().map(|(_, one)| indicator::points(assessment, &figures, one)).collect()
}
