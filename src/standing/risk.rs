//! *Risiko pembubaran*: its level, each ground with its rule, and the clock of a dissolution-plan letter.

use serde::Serialize;

use super::case::Case;
use super::clock::{self, Clock, ClockState};
use super::{Reason, Risk};
use crate::calendar::Day;
use crate::rat::book::{RuleId, param, rule, sentences};
use crate::rat::{LetterKind, Phrase, RatFacts, Text, is_open_plan, order};

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
    let mut all = grounds(facts, worst, clock.as_ref());
    order(&mut all, |(level, ..)| std::cmp::Reverse(*level));
    let level =
        |grounds: &[(Risk, RuleId, Phrase)]| grounds.iter().map(|(level, ..)| *level).max().unwrap_or(Risk::Rendah);
    let (low, high) = (level(&certain), level(&all));
    let ground = |(level, rule, text): (Risk, RuleId, Phrase)| {
        let certain = certain.iter().any(|(_, other, known)| *other == rule && *known == text);
        Ground { level, reason: Reason { text, rule }, certain }
    };
    let mut labels = vec![low.label()];
    if low != high {
        labels.push(high.label());
    }
    RiskLine {
        best: low,
        worst: high,
        settled: (low == high).then_some(low),
        labels,
        next: if low == Risk::Rendah && high != low { sentences::NEXT_OPEN } else { next(low) },
        grounds: all.into_iter().map(ground).collect(),
        clock,
    }
}

fn next(level: Risk) -> Text {
    match level {
        Risk::Kritis => sentences::NEXT_KRITIS,
        Risk::Tinggi => sentences::NEXT_TINGGI,
        Risk::Sedang => sentences::NEXT_SEDANG,
        Risk::Rendah => sentences::NEXT_RENDAH,
    }
}

fn grounds(facts: &RatFacts, case: &Case, clock: Option<&Clock>) -> Vec<(Risk, RuleId, Phrase)> {
    let mut grounds = critical(facts, case, clock);
    let mut tell = |found: bool, level, rule, text: &dyn Fn() -> Phrase| {
        if found {
            grounds.push((level, rule, text()));
        }
    };
    let missed = case.missed_running();
    let twice = param::SAN_04_MISSED_CONSECUTIVE.unsigned_abs() as usize;
    let thrice = param::BUB_04_MISSED_CONSECUTIVE.unsigned_abs() as usize;
    let silence = param::STS_03_NO_REPORT_YEARS_GT.unsigned_abs() as usize;
    let late = param::SAN_02_LATE_CONSECUTIVE.unsigned_abs() as usize;
    let count = i64::try_from(missed).unwrap_or(i64::MAX);
    tell(missed >= thrice, Risk::Tinggi, rule::BUB_04, &|| sentences::GROUND_THREE_MISSED.into());
    tell(missed >= twice, Risk::Tinggi, rule::SAN_04, &|| sentences::GROUND_TWO_MISSED.with(&[count.into()]));
    tell(case.long_idle, Risk::Tinggi, rule::BUB_03, &|| sentences::GROUND_NO_BUSINESS.into());
    tell(case.unreported_running() > silence, Risk::Tinggi, rule::STS_03, &|| sentences::GROUND_NO_REPORT.into());
    tell(missed == 1, Risk::Sedang, rule::SAN_03, &|| sentences::GROUND_ONE_MISSED.into());
    let gap = missed == 0 && case.missed_in_window() > 0;
    tell(gap, Risk::Sedang, rule::STS_01, &|| sentences::GROUND_GAP.into());
    tell(missed == 0 && case.late_running() >= late, Risk::Sedang, rule::SAN_02, &|| {
        sentences::GROUND_LATE_TWICE.into()
    });
    tell(case.unreported_in_window(), Risk::Sedang, rule::LAP_08, &|| sentences::GROUND_UNREPORTED.into());
    tell(case.organs_over, Risk::Sedang, rule::ORG_01, &|| sentences::GROUND_ORGANS.into());
    let idle = !case.business && !case.long_idle;
    tell(idle, Risk::Sedang, rule::STS_02, &|| sentences::GROUND_NOT_RUNNING.into());
    grounds
}

fn critical(facts: &RatFacts, case: &Case, clock: Option<&Clock>) -> Vec<(Risk, RuleId, Phrase)> {
    let arrived = |kind| facts.letters.iter().any(|letter| letter.kind == kind && !letter.withdrawn.yes());
    let mut grounds: Vec<(Risk, RuleId, Phrase)> = Vec::new();
    if case.dissolved {
        grounds.push((Risk::Kritis, rule::BUB_01, sentences::GROUND_DISSOLVED.into()));
    }
    if arrived(LetterKind::CourtRuling) {
        grounds.push((Risk::Kritis, rule::BUB_02, sentences::GROUND_COURT.into()));
    }
    if arrived(LetterKind::Bankruptcy) {
        grounds.push((Risk::Kritis, rule::BUB_03, sentences::GROUND_BANKRUPT.into()));
    }
    if clock.is_some_and(|clock| clock.state == ClockState::Lapsed) {
        grounds.push((Risk::Tinggi, rule::BUB_07, sentences::GROUND_PLAN_LAPSED.into()));
    } else if facts.letters.iter().any(is_open_plan) {
        grounds.push((Risk::Kritis, rule::BUB_05, sentences::GROUND_PLAN.into()));
    }
    grounds
}
