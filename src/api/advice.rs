//! Advice as JavaScript sees it: what first, how far, by how many rupiah.

use serde::Serialize;

use super::number::{Ratio, Score, number};
use super::report::{Notice, Predicate, notices};
use super::{Failure, fixed, way::Way};
use crate::advice::{self, Outlook, Route, Step};
use crate::calendar::Day;
use crate::exact::{Fraction, Range};
use crate::exchange::json::Value;
use crate::exchange::save;
use crate::locale::Locale;
use crate::rulebook::Year;

/// What to do first: what puts the members' money at risk, then the most points per effort; practices before rupiah.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Checklist {
    /// The day it was made for, ISO 8601.
    pub as_of: String,
    /// The total as it is, from 0 to 100.
    pub total: Score,
    /// What to do.
    pub actions: Vec<Action>,
    /// What to find out first, the widest doubt first.
    pub find_out: Vec<FindOut>,
    /// Ratios that no single line of the books lifts with profit.
    pub stuck: Vec<NextBand>,
    /// What all actions together bring, re-scored.
    pub all: Joint,
    /// What to know about the input.
    pub notices: Vec<Notice>,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Action {
    /// The indicator it serves.
    #[serde(serialize_with = "fixed::text")]
    pub indicator: &'static str,
    /// The items that become *ya*, together; none for a move of money.
    #[serde(serialize_with = "fixed::all")]
    pub items: Vec<&'static str>,
    /// The move of money; none for items.
    pub money: Option<Way>,
    /// What each end of the total gains.
    pub gain: Score,
    /// Whether it builds on an earlier action of the same indicator, and its gain comes on top.
    pub follows: bool,
    /// From 1 upwards.
    pub effort: u32,
    /// `days`, `weeks`, `months` or `rat`.
    #[serde(serialize_with = "fixed::text")]
    pub time: &'static str,
    /// Whether only a members' meeting can decide it.
    pub needs_rat: bool,
    /// Who does it.
    #[serde(serialize_with = "fixed::all")]
    pub who: Vec<&'static str>,
    /// Offers of help, ids of the coaching texts.
    #[serde(serialize_with = "fixed::all")]
    pub coaching: Vec<&'static str>,
    /// Papers it leaves, ids of the document texts.
    #[serde(serialize_with = "fixed::all")]
    pub evidence: Vec<&'static str>,
}

/// Something to find out first.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FindOut {
    /// The indicator that stays open.
    #[serde(serialize_with = "fixed::text")]
    pub indicator: &'static str,
    /// Items without an answer.
    #[serde(serialize_with = "fixed::all")]
    pub items: Vec<&'static str>,
    /// Amounts not filled in.
    pub accounts: Vec<Place>,
    /// How far the total still moves with it.
    pub width: f64,
}

/// An amount of the books.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// Which year: `current` or `prior`.
    #[serde(serialize_with = "fixed::text")]
    pub year: &'static str,
    /// The account.
    #[serde(serialize_with = "fixed::text")]
    pub account: &'static str,
}

/// What all actions bring together.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Joint {
    /// The total afterwards.
    pub total: Score,
    /// Actions that cannot be made after those above them: places in the list.
    pub left_out: Vec<usize>,
}

/// The least effort to a predicate.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Path {
    /// The predicate to be reached.
    pub target: Predicate,
    /// `there`, `by` these steps, or `out-of-reach` without changing the books.
    #[serde(serialize_with = "fixed::text")]
    pub state: &'static str,
    /// The total before; what is not known counts against.
    pub before: Option<f64>,
    /// The total after all steps; out of reach, the most that answers alone can bring.
    pub after: f64,
    /// What is missing even then; 0 where it is reached.
    pub missing: f64,
    /// The steps' efforts, summed.
    pub effort: u32,
    /// One step for each indicator.
    pub steps: Vec<PathStep>,
    /// What happens if a single item fails.
    pub failures: Vec<PathFailure>,
    /// What to know about the input.
    pub notices: Vec<Notice>,
}

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PathStep {
    /// The indicator.
    #[serde(serialize_with = "fixed::text")]
    pub indicator: &'static str,
    /// The items that become *ya*.
    #[serde(serialize_with = "fixed::all")]
    pub items: Vec<&'static str>,
    /// What the total gains.
    pub gain: f64,
    /// Their efforts, summed.
    pub effort: u32,
}

/// What happens if an item fails.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PathFailure {
    /// The item.
    #[serde(serialize_with = "fixed::text")]
    pub item: &'static str,
    /// The total then.
    pub total: f64,
    /// Whether the target is still reached.
    pub reached: bool,
}

/// How many rupiah to the next band.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NextBand {
    /// The ratio's indicator.
    #[serde(serialize_with = "fixed::text")]
    pub indicator: &'static str,
    /// `best`, `measured`, `missing` (amounts) or the status that keeps it from being measured.
    #[serde(serialize_with = "fixed::text")]
    pub state: &'static str,
    /// Its measured value.
    pub ratio: Option<Ratio>,
    /// Its points.
    pub points: Score,
    /// The points of the next better band.
    pub next_points: Option<f64>,
    /// The amounts it still needs.
    pub missing: Vec<Place>,
    /// Moves that do it, those that raise the total first; empty: no single line can do it.
    pub ways: Vec<Way>,
    /// Moves that touch the ratio and still do not do it.
    pub blocked: Vec<super::way::Blocked>,
}

/// The ordered list of what to do, for an assessment in the shape of the save file and a day.
///
/// ```
/// use cermin_koperasi::{api, exchange::json};
/// let a = json::parse(r#"{
///     "format": "cermin-koperasi", "version": 1, "rulebook": "kkpkk-2021", "variant": "ksp12",
///     "answers": { "A.I.3.a": "no", "A.I.3.b": "yes", "A.I.3.c": "yes" }
/// }"#).unwrap();
/// let list = api::checklist(a.clone(), "2026-11-29").unwrap();
/// assert_eq!((list.actions[0].indicator, &list.actions[0].items[..]), ("A.I.3", &["A.I.3.a"][..]));
/// assert_eq!(api::checklist(a, "29-11-2026").unwrap_err().code, "unknown-day");
/// ```
///
/// # Errors
/// A [`Failure`] as for a file that does not open, or with the code `unknown-day`.
pub fn checklist(assessment: Value, today: &str) -> Result<Checklist, Failure> {
    let opened = save::from_value(assessment)?;
    if Day::parse(today).is_none() {
        return Err(unknown("unknown-day", Locale::Id.words().problem.file.unknown_day));
    }
    let list = advice::checklist(&opened.assessment);
    Ok(Checklist {
        as_of: today.to_owned(),
        total: list.total.into(),
        actions: list.actions.iter().map(Action::of).collect(),
        find_out: list.find_out.iter().map(FindOut::of).collect(),
        stuck: list.stuck.iter().map(|stuck| NextBand::of(&stuck.next)).collect(),
        all: Joint { total: list.all.total.after.into(), left_out: list.all.left_out },
        notices: notices(&opened),
    })
}

/// The least effort to a predicate, named by its id.
///
/// ```
/// use cermin_koperasi::{api, exchange::json};
/// let blank = r#"{ "format": "cermin-koperasi", "version": 1, "rulebook": "kkpkk-2021", "variant": "ksp12" }"#;
/// let path = |target| api::path(json::parse(blank).unwrap(), target);
/// assert_eq!(path("dalam-pengawasan-khusus").unwrap().state, "there");
/// assert_eq!(path("sehat").unwrap().state, "out-of-reach", "answers alone do not make up for unknown books");
/// assert_eq!(path("sempurna").unwrap_err().code, "unknown-predicate");
/// ```
///
/// # Errors
/// A [`Failure`] as for a file that does not open, or with the code `unknown-predicate`.
pub fn path(assessment: Value, target: &str) -> Result<Path, Failure> {
    let opened = save::from_value(assessment)?;
    let ours = &opened.assessment;
    let found = ours.variant.predicates.iter().find(|predicate| predicate.id == target);
    let unknown = || unknown("unknown-predicate", Locale::Id.words().problem.file.unknown_predicate);
    let target = found.ok_or_else(unknown)?;
    let route = advice::path(ours, target, advice::Unknowns::Against);
    let path = Path::of(Predicate { id: target.id, name: target.name }, &route);
    Ok(Path { notices: notices(&opened), ..path })
}

/// How many rupiah a ratio is from its next band, by each plausible move.
///
/// ```
/// use cermin_koperasi::{api, exchange::json};
/// let blank = r#"{ "format": "cermin-koperasi", "version": 1, "rulebook": "kkpkk-2021", "variant": "ksp12" }"#;
/// let next = |indicator| api::next_band(json::parse(blank).unwrap(), indicator);
/// assert_eq!(next("C.I.2.b").unwrap().state, "missing", "nothing is known of its books");
/// assert_eq!(next("A.I.1").unwrap_err().code, "unknown-indicator", "a checklist has no next band");
/// ```
///
/// # Errors
/// A [`Failure`] as for a file that does not open, or with the code `unknown-indicator`: no such ratio.
pub fn next_band(assessment: Value, indicator: &str) -> Result<NextBand, Failure> {
    let ours = save::from_value(assessment)?.assessment;
    let next = ours.variant.indicator(indicator).and_then(|indicator| advice::next_band(&ours, indicator));
    let unknown = || unknown("unknown-indicator", Locale::Id.words().problem.file.unknown_indicator);
    next.as_ref().map(NextBand::of).ok_or_else(unknown)
}

fn unknown(code: &'static str, message: &str) -> Failure {
    Failure { code, path: String::new(), message: message.to_owned() }
}

impl Action {
    fn of(action: &advice::Action) -> Self {
        let (items, money) = match &action.step {
            Step::Items(items) => (items.iter().map(|item| item.id).collect(), None),
            Step::Money(way) => (Vec::new(), Some(Way::of(way))),
        };
        Self {
            indicator: action.indicator.id,
            items,
            money,
            gain: action.gain.into(),
            follows: action.follows,
            effort: action.effort,
            time: action.time.code(),
            needs_rat: action.needs_rat,
            who: action.who.iter().map(|who| who.code()).collect(),
            coaching: action.coaching.clone(),
            evidence: action.evidence.clone(),
        }
    }
}

impl FindOut {
    fn of(one: &advice::FindOut) -> Self {
        Self {
            indicator: one.indicator.id,
            items: one.items.iter().map(|gap| gap.item.id).collect(),
            accounts: places(&one.accounts),
            width: number(one.width),
        }
    }
}

impl Path {
    fn of(target: Predicate, route: &Route) -> Self {
        let blank = |state, before: Option<Fraction>, after| Self {
            target,
            state,
            before: before.map(number),
            after: number(after),
            missing: 0.0,
            effort: 0,
            steps: Vec::new(),
            failures: Vec::new(),
            notices: Vec::new(),
        };
        match route {
            Route::There(total) => blank("there", Some(*total), *total),
            Route::OutOfReach { best, missing } => {
                Self { missing: number(*missing), ..blank("out-of-reach", None, *best) }
            }
            Route::By(path) => Self {
                effort: path.effort,
                steps: path.steps.iter().map(PathStep::of).collect(),
                failures: path.failures.iter().map(PathFailure::of).collect(),
                ..blank("by", Some(path.before), path.after)
            },
        }
    }
}

impl PathStep {
    fn of(step: &advice::PathStep) -> Self {
        let items = step.items.iter().map(|item| item.id).collect();
        Self { indicator: step.indicator.id, items, gain: number(step.gain), effort: step.effort }
    }
}

impl PathFailure {
    fn of(failure: &advice::Failure) -> Self {
        Self { item: failure.item.id, total: number(failure.total), reached: failure.reached }
    }
}

impl NextBand {
    fn of(next: &advice::NextBand) -> Self {
        let blank = |state| Self {
            indicator: next.indicator.id,
            state,
            ratio: next.ratio.map(Ratio::from),
            points: Range { low: next.points.low, high: next.points.high }.into(),
            next_points: None,
            missing: Vec::new(),
            ways: Vec::new(),
            blocked: Vec::new(),
        };
        match &next.outlook {
            Outlook::Best => blank("best"),
            Outlook::NotMeasured(status) => blank(status.code()),
            Outlook::Missing(missing) => Self { missing: places(missing), ..blank("missing") },
            Outlook::Measured { next: band, ways, blocked, .. } => Self {
                next_points: Some(number(band.points)),
                ways: ways.iter().map(Way::of).collect(),
                blocked: blocked.iter().map(|(movement, why)| super::way::Blocked::of(movement, *why)).collect(),
                ..blank("measured")
            },
        }
    }
}

fn places(accounts: &[(Year, &'static str)]) -> Vec<Place> {
    accounts.iter().map(|(year, account)| Place { year: year.code(), account }).collect()
}
