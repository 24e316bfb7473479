//! *Kesehatan*: what can be said of it. Never *Sehat* without an official predicate.

use serde::Serialize;

use super::{Estimate, Institution, InstitutionLine, Reason};
use crate::calendar::Day;
use crate::rat::book::{RuleId, rule, sentences, words};
use crate::rat::due::BookYear;
use crate::rat::{Answer, Fill, Phrase, Predicate, RatFacts, Text};

/// What can be said of the health.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Health {
    /// *Belum bisa dinilai*.
    NotRateable,
    /// *Calon*: the conditions for an examination are there.
    Candidate,
    /// The official predicate entered.
    Official(Predicate),
}

/// The health line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct HealthLine {
    /// What can be said.
    pub health: Health,
    /// That in words.
    pub label: Phrase,
    /// Why.
    pub reason: Reason,
    /// What this tool's own examination estimates, always called an estimate.
    pub estimate: Option<Phrase>,
}

pub(super) fn line(
    facts: &RatFacts,
    years: &[BookYear],
    institution: &InstitutionLine,
    estimate: Option<Estimate>,
    today: Day,
) -> HealthLine {
    let latest = years.iter().rev().find(|year| year.due);
    let (health, text, rule) = health(facts, latest, institution, today);
    let label = match health {
        Health::NotRateable => words::HEALTH_BELUM.into(),
        Health::Candidate => words::HEALTH_CALON.into(),
        Health::Official(predicate) => words::HEALTH_OFFICIAL.with(&[name(predicate).into()]),
    };
    HealthLine { health, label, reason: Reason { text, rule }, estimate: estimate.map(said) }
}

fn health(
    facts: &RatFacts,
    latest: Option<&BookYear>,
    institution: &InstitutionLine,
    today: Day,
) -> (Health, Phrase, RuleId) {
    let not_yet = |text: Text, rule| (Health::NotRateable, text.into(), rule);
    let Some(latest) = latest else {
        return not_yet(sentences::HEALTH_TOO_NEW, rule::RAT_07);
    };
    let official = facts.predicate.filter(|predicate| *predicate != Predicate::None);
    let gap = institution.worst > Institution::Baru;
    // Not reported is not late while the month to report runs.
    let running = latest.report_due.filter(|until| today <= *until);
    match (latest.held, latest.reported) {
        (Answer::No, _) => not_yet(sentences::HEALTH_NO_RAT, rule::STS_04),
        _ if institution.best >= Institution::TidakAktif => not_yet(sentences::HEALTH_INACTIVE, rule::STS_04),
        (Answer::Unknown, _) => not_yet(sentences::HEALTH_UNKNOWN, rule::STS_04),
        (Answer::Yes, reported) => match official {
            Some(predicate) if reported.yes() => {
                (Health::Official(predicate), sentences::HEALTH_OFFICIAL_STANDS.into(), rule::STS_05)
            }
            Some(predicate) => (Health::Official(predicate), sentences::HEALTH_OFFICIAL_LAPSED.into(), rule::LAP_08),
            None if reported.no() => match running {
                Some(until) => (Health::NotRateable, sentences::HEALTH_REPORT_RUNS.with(&[until.into()]), rule::LAP_01),
                None => not_yet(sentences::HEALTH_UNREPORTED, rule::LAP_08),
            },
            None if !reported.yes() => not_yet(sentences::HEALTH_UNKNOWN, rule::LAP_08),
            None if gap => (Health::Candidate, sentences::HEALTH_GAP.into(), rule::STS_04),
            None => (Health::Candidate, sentences::HEALTH_READY.into(), rule::STS_04),
        },
    }
}

fn said(estimate: Estimate) -> Phrase {
    let (best, worst): (Fill, Fill) = (name(estimate.best).into(), name(estimate.worst).into());
    if estimate.best == estimate.worst {
        words::HEALTH_ESTIMATE.with(&[best])
    } else {
        words::HEALTH_ESTIMATE_RANGE.with(&[worst, best])
    }
}

fn name(predicate: Predicate) -> Text {
    match predicate {
        Predicate::Sehat => words::PREDICATE_SEHAT,
        Predicate::CukupSehat => words::PREDICATE_CUKUP_SEHAT,
        Predicate::DalamPengawasan => words::PREDICATE_DALAM_PENGAWASAN,
        Predicate::DalamPengawasanKhusus => words::PREDICATE_DALAM_PENGAWASAN_KHUSUS,
        Predicate::None => words::HEALTH_BELUM,
    }
}
