//! *Risiko pembubaran*: its level, each ground with its rule, and the clock of a dissolution-plan letter.

use serde::Serialize;

use super::case::Case;
use super::clock::{self, Clock, ClockState};
use super::{Reason, Risk};
use crate::calendar::Day;
use crate::rat::book::{RuleId, param, rule, sentences};
use crate::rat::{LetterKind, Phrase, RatFacts, Text, is_open_plan};
use crate::sorting::sort_by_key;

/// The risk, as far as the answers settle it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RiskLine {
    /// The best the answers allow.
    pub best: Risk,
    /// The worst the answers allow.
    pub worst: Risk,
    /// The level, where both agree.
    pub settled: Option<Risk>,
    /// The level's name, or both names.
    pub labels: Vec<Text>,
    /// Every ground, gravest first.
    pub grounds: Vec<Ground>,
    /// The clock of the latest dissolution-plan letter.
    pub clock: Option<Clock>,
    /// What to do now, by what the answers settle; where they settle nothing bad and leave something open, to answer.
    pub next: Text,
}

/// One ground.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Ground {
    /// How high it raises the risk.
    pub level: Risk,
    /// What it is, and its rule.
    pub reason: Reason,
    /// Whether the answers settle it; otherwise it is only possible.
    pub certain: bool,
}

pub(super) fn line(facts: &RatFacts, best: &Case, worst: &Case, today: Day) -> RiskLine {
    let clock = clock::clock(facts, today);
    let certain = grounds(facts, best, clock.as_ref());
    let feared = grounds(facts, worst, clock.as_ref());
    let gravest = |grounds: &[Found]| grounds.first().map_or(Risk::Rendah, |found| found.level);
    let (low, high) = (gravest(&certain), gravest(&feared));
    let next = match certain.first() {
        Some(found) => found.next,
        None if high != low => sentences::NEXT_OPEN,
        None => sentences::NEXT_RENDAH,
    };
    // A graver fear does not take away what is sure: one missed for certain stays beside two missed perhaps.
    let known = |found: &Found| certain.iter().any(|known| known.rule == found.rule && known.text == found.text);
    let possible: Vec<Found> = feared.into_iter().filter(|found| !known(found)).collect();
    let ground =
        |certain: bool| move |Found { level, rule, text, .. }| Ground { level, reason: Reason { text, rule }, certain };
    let mut grounds: Vec<Ground> = certain.into_iter().map(ground(true)).collect();
    grounds.extend(possible.into_iter().map(ground(false)));
    sort_by_key(&mut grounds, |ground| std::cmp::Reverse(ground.level));
    let mut labels = vec![low.label()];
    if low != high {
        labels.push(high.label());
    }
    RiskLine { best: low, worst: high, settled: (low == high).then_some(low), labels, next, grounds, clock }
}

/// A ground on the way: how high it raises the risk, its rule, what it is, and what to do about it.
struct Found {
    level: Risk,
    rule: RuleId,
    text: Phrase,
    next: Text,
}

/// Every ground of a case, gravest first; what presses most stands first among equals.
fn grounds(facts: &RatFacts, case: &Case, clock: Option<&Clock>) -> Vec<Found> {
    let mut grounds = critical(facts, case, clock);
    let mut tell = |found: bool, level, rule, next: Text, text: &dyn Fn() -> Phrase| {
        if found {
            grounds.push(Found { level, rule, text: text(), next });
        }
    };
    let missed = case.missed_running();
    let twice = param::SAN_04_MISSED_CONSECUTIVE.unsigned_abs() as usize;
    let thrice = param::BUB_04_MISSED_CONSECUTIVE.unsigned_abs() as usize;
    let silence = param::STS_03_NO_REPORT_YEARS_GT.unsigned_abs() as usize;
    let late = param::SAN_02_LATE_CONSECUTIVE.unsigned_abs() as usize;
    let count = i64::try_from(missed).unwrap_or(i64::MAX);
    let (high, middle) = (Risk::Tinggi, Risk::Sedang);
    tell(missed >= thrice, high, rule::BUB_04, sentences::NEXT_TINGGI, &|| sentences::GROUND_THREE_MISSED.into());
    tell(missed >= twice, high, rule::SAN_04, sentences::NEXT_TINGGI, &|| {
        sentences::GROUND_TWO_MISSED.with(&[count.into()])
    });
    tell(case.long_idle, high, rule::BUB_03, sentences::NEXT_IDLE, &|| sentences::GROUND_NO_BUSINESS.into());
    let silent = case.unreported_running() > silence;
    tell(silent, high, rule::STS_03, sentences::NEXT_REPORT, &|| sentences::GROUND_NO_REPORT.into());
    tell(missed == 1, middle, rule::SAN_03, sentences::NEXT_SEDANG, &|| sentences::GROUND_ONE_MISSED.into());
    let gap = missed == 0 && case.missed_in_window() > 0;
    tell(gap, middle, rule::STS_01, sentences::NEXT_GAP, &|| sentences::GROUND_GAP.into());
    let late_twice = missed == 0 && case.late_running() >= late;
    tell(late_twice, middle, rule::SAN_02, sentences::NEXT_IN_TIME, &|| sentences::GROUND_LATE_TWICE.into());
    let unreported = case.unreported_in_window();
    tell(unreported, middle, rule::LAP_08, sentences::NEXT_REPORT, &|| sentences::GROUND_UNREPORTED.into());
    tell(case.organs_over, middle, rule::ORG_01, sentences::NEXT_ELECT, &|| sentences::GROUND_ORGANS.into());
    let idle = !case.business && !case.long_idle;
    tell(idle, middle, rule::STS_02, sentences::NEXT_IDLE, &|| sentences::GROUND_NOT_RUNNING.into());
    sort_by_key(&mut grounds, |found| std::cmp::Reverse(found.level));
    grounds
}

fn critical(facts: &RatFacts, case: &Case, clock: Option<&Clock>) -> Vec<Found> {
    let arrived = |kind| facts.letters.iter().any(|letter| letter.kind == kind && !letter.withdrawn.yes());
    let mut grounds: Vec<Found> = Vec::new();
    let mut tell = |level, rule, text: Text, next| grounds.push(Found { level, rule, text: text.into(), next });
    if case.dissolved {
        tell(Risk::Kritis, rule::BUB_01, sentences::GROUND_DISSOLVED, sentences::NEXT_DECIDED);
    }
    if arrived(LetterKind::CourtRuling) {
        tell(Risk::Kritis, rule::BUB_02, sentences::GROUND_COURT, sentences::NEXT_DECIDED);
    }
    if arrived(LetterKind::Bankruptcy) {
        tell(Risk::Kritis, rule::BUB_03, sentences::GROUND_BANKRUPT, sentences::NEXT_DECIDED);
    }
    let state = clock.map(|clock| clock.state);
    if state == Some(ClockState::Lapsed) {
        tell(Risk::Tinggi, rule::BUB_07, sentences::GROUND_PLAN_LAPSED, sentences::NEXT_LAPSED);
    } else if facts.letters.iter().any(is_open_plan) {
        let next = match state {
            Some(ClockState::Objected) => sentences::NEXT_OBJECTED,
            Some(ClockState::Closed | ClockState::NoObjection) => sentences::NEXT_CALL,
            _ => sentences::NEXT_KRITIS,
        };
        tell(Risk::Kritis, rule::BUB_05, sentences::GROUND_PLAN, next);
    }
    grounds
}
