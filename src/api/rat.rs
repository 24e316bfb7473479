//! Standing and readiness as JavaScript sees them: the shapes of [`crate::standing`] and [`crate::rat`], with what was
//! wrong in the entries beside them.

use serde::Serialize;

use super::Failure;
use super::report::{Notice, notices};
use crate::calendar::Day;
use crate::exchange::json::Value;
use crate::exchange::save::{self, Opened};
use crate::exchange::{Code, Path, Problem};
use crate::rat::calendar::Calendar;
use crate::rat::quorum::Quorum;
use crate::rat::{self, Read, Readiness};
use crate::standing::{self, Estimate, Standing};

/// Where a cooperative stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StandingAnswer {
    /// The three lines, findings, coaching and the way back.
    pub standing: Standing,
    /// Entries that cannot be, or are missing: each is counted as *belum tahu*.
    pub problems: Vec<rat::Problem>,
    /// What to know about the input as a whole.
    pub notices: Vec<Notice>,
}

/// How ready the next RAT is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReadinessAnswer {
    /// The documents, and how many of them are there.
    pub readiness: Readiness,
    /// The deadlines; `None` only where the calendar itself ends.
    pub calendar: Option<Calendar>,
    /// The quorum; `None` while the number of members is not known.
    pub quorum: Option<Quorum>,
    /// Entries that cannot be, or are missing: each is counted as *belum tahu*.
    pub problems: Vec<rat::Problem>,
    /// What to know about the input as a whole.
    pub notices: Vec<Notice>,
}

/// Where a cooperative stands as of `today`, an ISO day.
///
/// ```
/// use cermin_koperasi::{api, exchange::json};
/// let a = json::parse(r#"{
///     "format": "cermin-koperasi", "version": 1, "rulebook": "kkpkk-2021", "variant": "ksp12",
///     "rat": { "established": "2014-03-02", "members": 214, "business": "yes",
///              "history": [{ "year": 2025, "held": "no" }, { "year": 2024, "held": "no" }] }
/// }"#).unwrap();
/// let answer = api::standing(a.clone(), "2026-11-22").unwrap();
/// assert_eq!(answer.standing.revival.unwrap().missed, [2024, 2025]);
/// assert_eq!(api::standing(a, "2026-02-31").unwrap_err().code, "out-of-range");
/// ```
///
/// # Errors
/// A [`Failure`] as for a save file that does not open, or with the path `/today`.
pub fn standing(assessment: Value, today: &str) -> Result<StandingAnswer, Failure> {
    let (opened, read, today) = read(assessment, today)?;
    let estimate = Estimate::of(&opened.assessment);
    let standing = standing::standing(&read.facts, today, estimate);
    Ok(StandingAnswer { standing, problems: read.problems, notices: notices(&opened) })
}

/// How ready the next RAT is as of `today`, an ISO day: documents, deadlines, quorum.
///
/// ```
/// use cermin_koperasi::{api, exchange::json};
/// let a = json::parse(r#"{
///     "format": "cermin-koperasi", "version": 1, "rulebook": "kkpkk-2021", "variant": "ksp12",
///     "profile": { "members": 21 }
/// }"#).unwrap();
/// let quorum = api::readiness(a, "2026-11-22").unwrap().quorum.unwrap();
/// assert_eq!((quorum.required, quorum.safe), (11, 12));
/// ```
///
/// # Errors
/// A [`Failure`] as for a save file that does not open, or with the path `/today`.
pub fn readiness(assessment: Value, today: &str) -> Result<ReadinessAnswer, Failure> {
    let (opened, Read { facts, problems }, today) = read(assessment, today)?;
    Ok(ReadinessAnswer {
        readiness: rat::readiness(&facts, today),
        calendar: rat::calendar::plan(&facts, today),
        quorum: rat::quorum::quorum(&facts),
        problems,
        notices: notices(&opened),
    })
}

fn read(assessment: Value, today: &str) -> Result<(Opened, Read, Day), Failure> {
    let opened = save::from_value(assessment)?;
    let day = Day::parse(today).ok_or_else(|| Problem {
        code: Code::OutOfRange,
        path: Path::default().to("today"),
        value: today.chars().take(60).collect(),
    })?;
    let read = rat::read(&opened.assessment.rat_with_profile(), day);
    Ok((opened, read, day))
}
