//! A move of money as JavaScript sees it. Rupiah cross as text, as everywhere.

use serde::Serialize;

use super::fixed;
use super::number::{Ratio, Score};
use crate::advice;
use crate::rulebook::Move;

/// A move that lifts a ratio, with the least rupiah that does.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Way {
    /// The move's id.
    #[serde(rename = "move")]
    #[serde(serialize_with = "fixed::text")]
    pub movement: &'static str,
    /// What is done, in a word: `collect`, `repay`, …
    #[serde(serialize_with = "fixed::text")]
    pub deed: &'static str,
    /// How many rupiah; one less would not do.
    pub rupiah: String,
    /// Whether only a members' meeting can decide it.
    pub needs_rat: bool,
    /// The accounts it moves, the leading one first, then what keeps the balance.
    pub accounts: Vec<Shift>,
    /// The ratio afterwards.
    pub ratio: Option<Ratio>,
    /// The indicator's points afterwards.
    pub points: Score,
    /// The total afterwards.
    pub total: Score,
    /// What each end of the total gains; below 0 where other ratios lose more.
    pub gain: Score,
    /// Other indicators that change on the way, with their points afterwards.
    pub coupled: Vec<Coupled>,
}

/// One account before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Shift {
    /// The account.
    #[serde(serialize_with = "fixed::text")]
    pub account: &'static str,
    /// Which way it moves: `up` or `down`.
    #[serde(serialize_with = "fixed::text")]
    pub direction: &'static str,
    /// Rupiah before.
    pub before: String,
    /// Rupiah after.
    pub after: String,
}

/// Another indicator that changes on the way.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Coupled {
    /// The indicator.
    #[serde(serialize_with = "fixed::text")]
    pub indicator: &'static str,
    /// Its points before.
    pub before: Score,
    /// Its points after.
    pub after: Score,
}

/// A move that does not do it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Blocked {
    /// The move's id.
    #[serde(rename = "move")]
    #[serde(serialize_with = "fixed::text")]
    pub movement: &'static str,
    /// What is done, in a word.
    #[serde(serialize_with = "fixed::text")]
    pub deed: &'static str,
    /// Why it does not do it: `never-reaches`, `too-far`, `unknown`, `breaks` or `out-of-range`.
    #[serde(serialize_with = "fixed::text")]
    pub reason: &'static str,
    /// Too far: the rupiah it would take.
    pub needed: Option<String>,
    /// Too far: the most that is plausible and possible.
    pub most: Option<String>,
    /// Unknown: the account not filled in. Breaks: the check of the books.
    #[serde(serialize_with = "fixed::maybe")]
    pub about: Option<&'static str>,
}

impl Way {
    pub(super) fn of(way: &advice::Way) -> Self {
        Self {
            movement: way.movement.id,
            deed: way.movement.deed.code(),
            rupiah: way.rupiah.to_string(),
            needs_rat: way.movement.rat,
            accounts: way.shifts.iter().map(Shift::of).collect(),
            ratio: way.ratio.map(Ratio::from),
            points: way.points.after.into(),
            total: way.total.after.into(),
            gain: way.gain().into(),
            coupled: way.coupled.iter().map(Coupled::of).collect(),
        }
    }
}

impl Shift {
    fn of(shift: &advice::Shift) -> Self {
        Self {
            account: shift.account.id,
            direction: shift.direction.code(),
            before: shift.before.get().to_string(),
            after: shift.after.get().to_string(),
        }
    }
}

impl Coupled {
    fn of(change: &advice::Coupling) -> Self {
        Self { indicator: change.indicator.id, before: change.score.before.into(), after: change.score.after.into() }
    }
}

impl Blocked {
    pub(super) fn of(movement: &Move, why: advice::Blocked) -> Self {
        let blank = |reason| Self {
            movement: movement.id,
            deed: movement.deed.code(),
            reason,
            needed: None,
            most: None,
            about: None,
        };
        match why {
            advice::Blocked::NeverReaches => blank("never-reaches"),
            advice::Blocked::OutOfRange => blank("out-of-range"),
            advice::Blocked::Unknown(account) => Self { about: Some(account), ..blank("unknown") },
            advice::Blocked::Breaks(check) => Self { about: Some(check), ..blank("breaks") },
            advice::Blocked::TooFar { needed, most } => {
                Self { needed: Some(needed.to_string()), most: Some(most.to_string()), ..blank("too-far") }
            }
        }
    }
}
