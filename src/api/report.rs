//! The report as JavaScript sees it.

use serde::Serialize;

use super::citation::Citation;
use super::finding::Finding;
use super::fixed;
use super::number::{Ratio, Score, number};
use super::strange;
use super::summary::Edition;
use super::trace::Trace;
use crate::assessment::Assessment;
use crate::exact::{Fraction, Range};
use crate::exchange::save::Opened;
use crate::exchange::{Path, Problem};
use crate::locale::{Locale, fill};
use crate::rulebook;
use crate::scoring;

/// What came out, and from what.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Report {
    /// The rulebook that was applied.
    #[serde(serialize_with = "fixed::text")]
    pub rulebook: &'static str,
    /// The form that was applied.
    #[serde(serialize_with = "fixed::text")]
    pub variant: &'static str,
    /// The edition that was applied.
    pub edition: Edition,
    /// The reading that was applied.
    #[serde(serialize_with = "fixed::text")]
    pub reading: &'static str,
    /// To be printed beside every predicate: that this is the board's own estimate.
    #[serde(serialize_with = "fixed::text")]
    pub disclaimer: &'static str,
    /// From 0 to 100.
    pub total: Score,
    /// The predicates of both ends of the total.
    pub predicate: Ends,
    /// The predicate, once both ends share it.
    pub settled_predicate: Option<Predicate>,
    /// What the form's own sources leave open, beside all that is not answered; `null` where they leave nothing open.
    pub doubt: Option<Doubt>,
    /// By aspect, in the form's order.
    pub aspects: Vec<Aspect>,
    /// By indicator, in the form's order.
    pub indicators: Vec<Indicator>,
    /// What the books check noticed.
    pub books: Vec<Finding>,
    /// The same assessment under the other edition, where its total differs.
    pub other_edition: Option<Alternative>,
    /// The same assessment in the other reading, where its total differs.
    pub other_reading: Option<Alternative>,
    /// What to know about the input; none of it kept it from being scored.
    pub notices: Vec<Notice>,
}

/// What the sources of a form leave open.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Doubt {
    /// From the lowest to the highest total over every way to read the form.
    pub total: Score,
    /// The predicates of both ends.
    pub predicate: Ends,
    /// By other way to read it.
    pub by: Vec<DoubtBy>,
}

/// Another way to read the form.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DoubtBy {
    /// The difference that tells the doubt, `R01`.
    #[serde(serialize_with = "fixed::text")]
    pub id: &'static str,
    /// The total under it.
    pub total: Score,
    /// The predicates of both ends.
    pub predicate: Ends,
    /// The indicators that it scores otherwise.
    pub indicators: Vec<DoubtfulIndicator>,
}

/// An indicator that another way of reading scores otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct DoubtfulIndicator {
    /// Its id.
    #[serde(serialize_with = "fixed::text")]
    pub id: &'static str,
    /// Its points then.
    pub score: Score,
}

/// A predicate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Predicate {
    /// Its id.
    #[serde(serialize_with = "fixed::text")]
    pub id: &'static str,
    /// The official word.
    #[serde(serialize_with = "fixed::text")]
    pub name: &'static str,
}

/// The predicates of both ends of a total.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Ends {
    /// Of the least.
    pub low: Option<Predicate>,
    /// Of the most.
    pub high: Option<Predicate>,
}

/// An aspect's score.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Aspect {
    /// Its id.
    #[serde(serialize_with = "fixed::text")]
    pub id: &'static str,
    /// Its plain Indonesian name.
    #[serde(serialize_with = "fixed::text")]
    pub name: &'static str,
    /// Its share of the total, from 0 to 1.
    pub weight: f64,
    /// From 0 to 100: the least it can be.
    pub low: f64,
    /// The most it can be.
    pub high: f64,
    /// Its parts, shown but not weighed.
    pub subaspects: Vec<Subaspect>,
}

/// A subaspect's score.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Subaspect {
    /// Its id.
    #[serde(serialize_with = "fixed::text")]
    pub id: &'static str,
    /// Its official name.
    #[serde(serialize_with = "fixed::text")]
    pub name: &'static str,
    /// From 0 to 100: the least it can be.
    pub low: f64,
    /// The most it can be.
    pub high: f64,
}

/// An indicator's score.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Indicator {
    /// Its id.
    #[serde(serialize_with = "fixed::text")]
    pub id: &'static str,
    /// Its plain Indonesian name.
    #[serde(serialize_with = "fixed::text")]
    pub name: &'static str,
    /// The aspect it belongs to.
    #[serde(serialize_with = "fixed::text")]
    pub aspect: &'static str,
    /// Its points.
    pub score: Score,
    /// The most points it can give.
    pub max: f64,
    /// What its lost points, counted from the low end, take from the total.
    pub total_lost: f64,
    /// The measured ratio, or the share of items met; `null` where there is none or not yet one.
    pub ratio: Option<Ratio>,
    /// How the score came about.
    pub trace: Trace,
    /// Where the indicator was read.
    pub citation: Citation,
}

/// The same assessment counted in another way.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Alternative {
    /// The edition.
    pub edition: Edition,
    /// The reading.
    #[serde(serialize_with = "fixed::text")]
    pub reading: &'static str,
    /// From 0 to 100.
    pub total: Score,
    /// The predicates of both ends.
    pub predicate: Ends,
}

/// Something to know about the input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// `unknown-item`, `unknown-account`, `unknown-key`, `wrong-year` or `changed`.
    #[serde(serialize_with = "fixed::text")]
    pub code: &'static str,
    /// Where, as a JSON pointer.
    pub path: String,
    /// An Indonesian sentence.
    pub message: String,
}

impl Report {
    pub(super) fn of(opened: &Opened) -> Self {
        let assessment = &opened.assessment;
        let report = scoring::assess(assessment);
        Self {
            rulebook: assessment.rulebook.id,
            variant: assessment.variant.id,
            edition: Edition::of(&assessment.rulebook.editions[assessment.edition]),
            reading: assessment.reading.code(),
            disclaimer: Locale::Id.words().common.self_estimate,
            total: report.total.into(),
            predicate: report.predicate.into(),
            settled_predicate: report.settled_predicate().map(Predicate::of),
            doubt: report.doubt.as_ref().map(Doubt::of),
            aspects: report.aspects.iter().map(|one| Aspect::of(assessment, one)).collect(),
            indicators: report.indicators.iter().map(|one| Indicator::of(assessment, one)).collect(),
            books: report.books.iter().map(|finding| Finding::of(assessment, finding)).collect(),
            other_edition: other_edition(assessment, report.total),
            other_reading: differing(&assessment.counted(assessment.edition, assessment.reading.other()), report.total),
            notices: notices(opened),
        }
    }
}

/// The newest of the other editions under which the total differs.
fn other_edition(assessment: &Assessment, total: Range<Fraction>) -> Option<Alternative> {
    let others = (0..assessment.rulebook.editions.len()).rev().filter(|edition| *edition != assessment.edition);
    others.map(|edition| assessment.counted(edition, assessment.reading)).find_map(|other| differing(&other, total))
}

fn differing(assessment: &Assessment, total: Range<Fraction>) -> Option<Alternative> {
    let variant = assessment.variant;
    let own = scoring::total_of(variant, &scoring::all_points(assessment));
    (own != total).then(|| Alternative {
        edition: Edition::of(&assessment.rulebook.editions[assessment.edition]),
        reading: assessment.reading.code(),
        total: own.into(),
        predicate: own.map(|score| variant.predicate(score)).into(),
    })
}

impl Doubt {
    fn of(doubt: &scoring::Doubt) -> Self {
        let points = |(one, points): &(&rulebook::Indicator, Range<Fraction>)| DoubtfulIndicator {
            id: one.id,
            score: (*points).into(),
        };
        let by = |one: &scoring::DoubtBy| DoubtBy {
            id: one.difference,
            total: one.total.into(),
            predicate: one.predicate.into(),
            indicators: one.indicators.iter().map(points).collect(),
        };
        let by = doubt.by.iter().map(by).collect();
        Self { total: doubt.total.into(), predicate: doubt.predicate.into(), by }
    }
}

impl Predicate {
    const fn of(predicate: &'static rulebook::Predicate) -> Self {
        Self { id: predicate.id, name: predicate.name }
    }
}

impl From<Range<Option<&'static rulebook::Predicate>>> for Ends {
    fn from(range: Range<Option<&'static rulebook::Predicate>>) -> Self {
        Self { low: range.low.map(Predicate::of), high: range.high.map(Predicate::of) }
    }
}

impl Aspect {
    fn of(assessment: &Assessment, one: &scoring::AspectScore) -> Self {
        Self {
            id: one.aspect.id,
            name: assessment.rulebook.text(Locale::Id)[one.aspect].name,
            weight: number(one.aspect.weight),
            low: number(one.score.low),
            high: number(one.score.high),
            subaspects: one.subaspects.iter().map(Subaspect::of).collect(),
        }
    }
}

impl Subaspect {
    fn of(one: &scoring::SubaspectScore) -> Self {
        let (low, high) = (number(one.score.low), number(one.score.high));
        Self { id: one.subaspect.id, name: one.subaspect.name, low, high }
    }
}

impl Indicator {
    fn of(assessment: &Assessment, one: &scoring::IndicatorScore) -> Self {
        let indicator = one.indicator;
        Self {
            id: indicator.id,
            name: assessment.rulebook.text(Locale::Id)[indicator].name,
            aspect: one.aspect.id,
            score: one.score.into(),
            max: number(indicator.max),
            total_lost: number(one.total_lost()),
            ratio: one.trace.ratio().map(Ratio::from),
            trace: Trace::of(assessment, &one.trace),
            citation: Citation::of(assessment.rulebook, 0, &indicator.citation),
        }
    }
}

/// What to know about an input: what opening it found, and every key that means nothing here.
pub(super) fn notices(opened: &Opened) -> Vec<Notice> {
    let mut all: Vec<Notice> = opened.notices.iter().map(Notice::of).collect();
    all.extend(strange::keys(opened).iter().map(|path| Notice::of_key(opened, path)));
    all
}

impl Notice {
    fn of(problem: &Problem) -> Self {
        Self { code: problem.code.code(), path: problem.path.to_string(), message: Locale::Id.words().problem(problem) }
    }

    /// About a key, or about a kind of cooperative, which is kept under a key that is known.
    fn of_key(opened: &Opened, path: &Path) -> Self {
        let keys = path.keys();
        let unknown = match keys[..] {
            ["profile", "kind"] => opened.kept["profile"]["kind"].as_str(),
            _ => keys.last().copied(),
        };
        let message = fill(Locale::Id.words().face.unknown_key, &[("key", &unknown.unwrap_or_default())]);
        Self { code: "unknown-key", path: path.to_string(), message }
    }
}
