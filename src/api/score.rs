//! The numbers alone: for whoever shows many cooperatives, or one after every key.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Failure;
use super::number::Score;
use super::report::{Notice, notices};
use crate::exact::Range;
use crate::exchange::json::Value;
use crate::exchange::save;
use crate::rulebook::Predicate;
use crate::scoring;

/// All that a score looks at; nothing else of an assessment is read, or refused.
pub const COUNTED: [&str; 8] =
    ["format", "version", "rulebook", "variant", "edition", "reading", "answers", "statements"];

/// What an assessment comes to, as its [`Report`](super::Report) has it, without the ways there.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Scores {
    /// From 0 to 100.
    pub total: Score,
    /// The predicates of both ends of the total.
    pub predicate: PredicateIds,
    /// By aspect, from 0 to 100.
    pub aspects: BTreeMap<&'static str, Score>,
    /// What the form's own sources leave open, beside all that is not answered; `null` where they leave nothing open.
    pub doubt: Option<DoubtScore>,
    /// What to know about the input; none of it kept it from being scored.
    pub notices: Vec<Notice>,
}

/// The ids of the predicates of both ends of a total.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct PredicateIds {
    /// Of the least.
    pub low: Option<&'static str>,
    /// Of the most.
    pub high: Option<&'static str>,
}

/// What the sources of a form leave open.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct DoubtScore {
    /// From the lowest to the highest total over every way to read the form.
    pub total: Score,
    /// The predicates of both ends.
    pub predicate: PredicateIds,
}

/// Scores an assessment in numbers alone.
///
/// ```
/// use cermin_koperasi::{api, exchange::json};
/// let blank = r#"{ "format": "cermin-koperasi", "version": 1, "rulebook": "kkpkk-2021", "variant": "ksp12", "rat": 7 }"#;
/// let scores = api::score(json::parse(blank).unwrap()).unwrap();
/// assert_eq!((scores.total.low, scores.aspects["A"].high), (25.0, 100.0));
/// assert_eq!(api::score(json::Value::Null).unwrap_err().code, "foreign");
/// ```
///
/// # Errors
/// A [`Failure`] as of [`assess`](super::assess), about what counts.
pub fn score(assessment: Value) -> Result<Scores, Failure> {
    let opened = save::from_value(counted(assessment))?;
    let score = scoring::score(&opened.assessment);
    Ok(Scores {
        total: score.total.into(),
        predicate: score.predicate.into(),
        aspects: score.aspects.iter().map(|(aspect, score)| (aspect.id, (*score).into())).collect(),
        doubt: score.doubt.map(|doubt| DoubtScore { total: doubt.total.into(), predicate: doubt.predicate.into() }),
        notices: notices(&opened),
    })
}

fn counted(assessment: Value) -> Value {
    let Value::Object(mut all) = assessment else { return assessment };
    Value::Object(COUNTED.into_iter().filter_map(|key| Some((key, all.remove(key)?))).collect())
}

impl From<Range<Option<&'static Predicate>>> for PredicateIds {
    fn from(range: Range<Option<&'static Predicate>>) -> Self {
        let id = |predicate: Option<&'static Predicate>| predicate.map(|predicate| predicate.id);
        Self { low: id(range.low), high: id(range.high) }
    }
}
