//! *Reaktivasi*: for a cooperative that missed RATs, the way back in order.

use serde::Serialize;

use super::Reason;
use super::case::{WINDOW, starting_until};
use crate::calendar::Day;
use crate::rat::book::{Condition, RuleId, param, rule, sentences};
use crate::rat::due::{self, BookYear};
use crate::rat::{Fill, Phrase, RatFacts, applies};

/// The way back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Revival {
    /// The book years whose RAT was missed, oldest first: one catch-up RAT covers them all.
    pub missed: Vec<i32>,
    /// What to do, in order.
    pub steps: Vec<RevivalStep>,
    /// The soonest day on which three RATs running can have been held again, so that the strict definition of *aktif* can
    /// hold without the catch-up; `None` once that day has come.
    pub clean_by: Option<Day>,
}

/// One step of the way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RevivalStep {
    /// Its place, from 1.
    pub number: usize,
    /// What to do, and the rule behind it.
    pub reason: Reason,
}

/// The way back; `None` where no RAT is known to be missed.
pub(super) fn plan(facts: &RatFacts, years: &[BookYear], today: Day) -> Option<Revival> {
    let missed: Vec<i32> = years.iter().filter(|year| year.missed()).map(|year| year.year).collect();
    let newest = *missed.last()?;
    let reasons = steps(facts, &missed, today);
    let steps = (1..).zip(reasons).map(|(number, reason)| RevivalStep { number, reason }).collect();
    let last = newest + i32::try_from(WINDOW).unwrap_or(0);
    let clean_by = due::limits(facts, last).map(|limits| limits.closes.plus_days(1)).filter(|day| *day > today);
    Some(Revival { missed, steps, clean_by })
}

fn steps(facts: &RatFacts, missed: &[i32], today: Day) -> Vec<Reason> {
    let mut steps: Vec<Reason> = Vec::new();
    let mut step = |text: Phrase, rule: RuleId| steps.push(Reason { text, rule });
    // Whoever may still begin has nothing to revive.
    let dead = facts.business.no() && starting_until(facts, today).is_none();
    let long = missed.len() >= param::SAN_04_MISSED_CONSECUTIVE.unsigned_abs() as usize;
    if long || dead {
        step(sentences::REVIVAL_OFFICE.into(), rule::REV_02);
        step(sentences::REVIVAL_ASSETS.into(), rule::REV_01);
    }
    step(sentences::REVIVAL_REGISTER.into(), rule::KUO_01);
    for year in missed {
        step(sentences::REVIVAL_ACCOUNTS.with(&[Fill::Year(*year)]), rule::ISI_04);
    }
    step(sentences::REVIVAL_SUPERVISORS.into(), rule::ISI_03);
    step(sentences::REVIVAL_INVITE.into(), rule::RAT_05);
    step(sentences::REVIVAL_MEETING.into(), rule::RAT_01);
    if long || dead {
        step(sentences::REVIVAL_DECIDE.into(), rule::REV_02);
    }
    if !applies(facts, Condition::Election, today).no() {
        step(sentences::REVIVAL_ELECTION.into(), rule::ORG_01);
    }
    step(sentences::REVIVAL_REPORT.into(), rule::LAP_01);
    if applies(facts, Condition::Amendment, today).yes() {
        step(sentences::REVIVAL_DEED.into(), rule::AD_02);
    }
    step(sentences::REVIVAL_CLEAN.into(), rule::STS_01);
    steps
}
