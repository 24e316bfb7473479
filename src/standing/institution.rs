//! *Status kelembagaan*: the law's definitions in their order, and how offices count.

use serde::Serialize;

use super::case::{Case, WINDOW};
use super::{Institution, Reason};
use crate::rat::book::{RuleId, param, rule, sentences, words};
use crate::rat::{Phrase, RatFacts, Text};

/// The status, as far as the answers settle it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct InstitutionLine {
    /// The best the answers allow.
    pub best: Institution,
    /// The worst the answers allow.
    pub worst: Institution,
    /// The status, where both agree.
    pub settled: Option<Institution>,
    /// Its name, or both names.
    pub labels: Vec<Text>,
    /// Why it is so, as far as the answers settle it.
    pub reasons: Vec<Reason>,
    /// What could make the worst case true; empty where the status is settled.
    pub possible: Vec<Reason>,
}

/// One way of counting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Counting {
    /// Whose count it is.
    pub name: Text,
    /// The best the answers allow.
    pub best: Institution,
    /// The worst the answers allow.
    pub worst: Institution,
    /// Years running without a RAT, or without a report: the fewest and the most the answers allow.
    pub years: (usize, usize),
    /// That in a sentence.
    pub text: Phrase,
    /// The rule it follows.
    pub rule: RuleId,
}

pub(super) fn line(facts: &RatFacts, best: &Case, worst: &Case) -> InstitutionLine {
    let (high, low) = (by_law(best), by_law(worst));
    let mut labels = vec![high.label()];
    if low != high {
        labels.push(low.label());
    }
    let settled = (high == low).then_some(high);
    let (reasons, possible) = if settled.is_some() {
        (reasons(best, high), Vec::new())
    } else {
        (known(facts, best, high, low), reasons(worst, low))
    };
    InstitutionLine { best: high, worst: low, settled, labels, reasons, possible }
}

/// What is sure although the status is not: what even the best case has against it, and what was not said.
fn known(facts: &RatFacts, best: &Case, high: Institution, low: Institution) -> Vec<Reason> {
    let flawed = !matches!(high, Institution::Aktif | Institution::Baru);
    let mut known = if flawed { reasons(best, high) } else { Vec::new() };
    if facts.business == crate::rat::Answer::Unknown && low == Institution::TidakAktif {
        known.push(Reason { text: sentences::WHY_UNKNOWN_BUSINESS.into(), rule: rule::STS_02 });
    }
    known
}

/// The first definition that fits, in the order of the reference.
fn by_law(case: &Case) -> Institution {
    if case.dissolved {
        Institution::DalamPenyelesaian
    } else if case.missed_running() >= WINDOW || !(case.business || case.starting_until.is_some()) {
        Institution::TidakAktif
    } else if case.missed_in_window() > 0 {
        Institution::AktifPerluPembinaan
    } else if case.years.len() < WINDOW {
        Institution::Baru
    } else {
        Institution::Aktif
    }
}

/// How an office that goes by reports counts: active unless it has not heard for more than three years or the business
/// stands still (STS-03).
fn by_office(case: &Case) -> Institution {
    let silent = case.unreported_running() > param::STS_03_NO_REPORT_YEARS_GT.unsigned_abs() as usize;
    if case.dissolved {
        Institution::DalamPenyelesaian
    } else if silent || !(case.business || case.starting_until.is_some()) {
        Institution::TidakAktif
    } else {
        Institution::Aktif
    }
}

fn reasons(case: &Case, status: Institution) -> Vec<Reason> {
    let mut reasons = Vec::new();
    let mut tell = |text: Phrase, rule| reasons.push(Reason { text, rule });
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX).into();
    match status {
        Institution::DalamPenyelesaian => tell(sentences::WHY_DISSOLVED.into(), rule::BUB_01),
        Institution::TidakAktif => {
            if !case.business {
                tell(sentences::WHY_NO_BUSINESS.into(), rule::STS_02);
            }
            if case.missed_running() >= WINDOW {
                tell(sentences::WHY_MISSED.with(&[count(case.missed_running())]), rule::STS_02);
            }
        }
        Institution::AktifPerluPembinaan => {
            tell(sentences::WHY_GAP.with(&[count(case.missed_in_window())]), rule::STS_01);
        }
        Institution::Baru => tell(sentences::WHY_NEW.into(), rule::RAT_07),
        Institution::Aktif => tell(sentences::WHY_ACTIVE.into(), rule::STS_01),
    }
    if let Some(until) = case.starting_until.filter(|_| !case.business) {
        tell(sentences::WHY_NEW_NOT_TRADING.with(&[until.into()]), rule::BUB_03);
    }
    reasons
}

/// The law's count of meetings and the office's count of reports (K-05, K-06).
pub(super) fn countings(best: &Case, worst: &Case) -> [Counting; 2] {
    let law = (best.missed_running(), worst.missed_running());
    let office = (best.unreported_running(), worst.unreported_running());
    [
        Counting {
            name: words::COUNT_LAW,
            best: by_law(best),
            worst: by_law(worst),
            years: law,
            text: running(law, sentences::COUNT_LAW_NONE, sentences::COUNT_LAW_YEARS, sentences::COUNT_LAW_RANGE),
            rule: rule::STS_02,
        },
        Counting {
            name: words::COUNT_OFFICE,
            best: by_office(best),
            worst: by_office(worst),
            years: office,
            text: running(
                office,
                sentences::COUNT_OFFICE_NONE,
                sentences::COUNT_OFFICE_YEARS,
                sentences::COUNT_OFFICE_RANGE,
            ),
            rule: rule::STS_03,
        },
    ]
}

/// How many years running: none, so many, or between the fewest and the most that the answers allow.
fn running((fewest, most): (usize, usize), none: Text, sure: Text, range: Text) -> Phrase {
    let [least, greatest] = [fewest, most].map(|count| i64::try_from(count).unwrap_or(i64::MAX).into());
    match (fewest, most) {
        (0, 0) => none.into(),
        (fewest, most) if fewest == most => sure.with(&[greatest]),
        _ => range.with(&[least, greatest]),
    }
}
