//! Where a cooperative stands with the office, on three separate lines: institution, health, risk of dissolution.
//!
//! What is not known is kept apart from no: the institution and the risk are told as the best and the worst that the
//! answers allow, and as one where both agree. Health is never *Sehat* without an official predicate.

use serde::Serialize;

use crate::calendar::Day;
use crate::rat::book::{CoachingId, ConflictId, FindingId, RuleId, conflict, words};
use crate::rat::due::{self, BookYear};
use crate::rat::{Phrase, Predicate, RatFacts, Text};

mod beginning;
mod case;
mod class;
mod clock;
mod estimate;
mod findings;
mod health;
mod institution;
mod regional;
mod revival;
mod risk;

pub use beginning::{Beginning, Milestone};
pub use class::{ClassDoubt, class_doubt, lends};
pub use clock::{Clock, ClockState, ClockStep};
pub use findings::offers;
pub use health::{Health, HealthLine};
pub use institution::{Counting, InstitutionLine};
pub use regional::{Class, Demand, Measure, classes};
pub use revival::{Revival, RevivalStep};
pub use risk::{Ground, RiskLine};

/// *Status kelembagaan*, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Institution {
    /// *Aktif*: three RATs running and a running business (STS-01).
    Aktif,
    /// *Baru*: fewer than three RATs have fallen due and none was missed. Our own label.
    Baru,
    /// *Aktif, perlu pembinaan*: in business, one or two RATs missing. Our own label for the law's gap (K-05).
    AktifPerluPembinaan,
    /// *Tidak aktif*: three RATs missed running, or no business (STS-02).
    TidakAktif,
    /// *Dalam penyelesaian*: dissolution has been decided.
    DalamPenyelesaian,
}

/// Risk of dissolution, lowest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Risk {
    /// *Rendah*.
    Rendah,
    /// *Sedang*.
    Sedang,
    /// *Tinggi*.
    Tinggi,
    /// *Kritis*.
    Kritis,
}

/// What this tool's examination estimates: the best and the worst predicate its range of points allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Estimate {
    /// The better end.
    pub best: Predicate,
    /// The worse end.
    pub worst: Predicate,
}

/// Where a cooperative stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Standing {
    /// *Status kelembagaan*.
    pub institution: InstitutionLine,
    /// *Kesehatan*.
    pub health: HealthLine,
    /// *Risiko pembubaran*.
    pub risk: RiskLine,
    /// The law's count and the office's, side by side.
    pub countings: [Counting; 2],
    /// The conflicts between sources that bear on this standing; empty where both counts agree.
    pub conflicts: Vec<ConflictId>,
    /// The book years behind it, oldest first.
    pub years: Vec<BookYear>,
    /// What was found, gravest first, each with first step, ground and coaching.
    pub findings: Vec<FindingId>,
    /// The coaching to ask for, each once, in the order of the findings.
    pub offers: Vec<CoachingId>,
    /// The way through the first years of a village cooperative.
    pub beginning: Option<Beginning>,
    /// The way back, where RATs were missed.
    pub revival: Option<Revival>,
}

/// Where the cooperative stands as of `today`; `estimate` is what this tool's own examination says, if it was done.
///
/// ```
/// use cermin_koperasi::calendar::Day;
/// use cermin_koperasi::rat::{Answer, RatFacts, YearFacts};
/// use cermin_koperasi::standing::{Institution, standing};
/// let missed = YearFacts { held: Answer::No, ..YearFacts::default() };
/// let history = [2023, 2024, 2025].map(|year| (year, missed)).to_vec();
/// let facts = RatFacts { history, business: Answer::Yes, ..RatFacts::default() };
/// let found = standing(&facts, Day::parse("2026-11-29").unwrap(), None);
/// assert_eq!(found.institution.settled, Some(Institution::TidakAktif), "three RATs missed running (STS-02)");
/// assert_eq!(found.revival.unwrap().missed, [2023, 2024, 2025]);
/// ```
#[must_use]
pub fn standing(facts: &RatFacts, today: Day, estimate: Option<Estimate>) -> Standing {
    let years = due::years(facts, today);
    let (best, worst) = case::ends(facts, &years, today);
    let institution = institution::line(facts, &best, &worst);
    let risk = risk::line(facts, &best, &worst, today);
    let health = health::line(facts, &years, &institution, estimate, today);
    let countings = institution::countings(&best, &worst);
    let findings = findings::findings(facts, &years, &institution, today);
    Standing {
        offers: offers(&findings),
        beginning: beginning::path(facts, &years, today),
        revival: revival::plan(facts, &years, today),
        conflicts: conflicts(&countings, &institution),
        institution,
        health,
        risk,
        countings,
        years,
        findings,
    }
}

fn conflicts(countings: &[Counting; 2], institution: &InstitutionLine) -> Vec<ConflictId> {
    let [law, office] = countings;
    let mut found = Vec::new();
    if law.best != office.best || law.worst != office.worst || institution.worst == Institution::AktifPerluPembinaan {
        found.push(conflict::K_05);
    }
    if law.years != office.years {
        found.push(conflict::K_06);
    }
    found
}

impl Institution {
    /// Its name.
    ///
    /// ```
    /// use cermin_koperasi::{locale::Locale, standing::Institution};
    /// assert_eq!(Institution::TidakAktif.label().say(Locale::Id), "Tidak aktif");
    /// ```
    #[must_use]
    pub fn label(self) -> Text {
        match self {
            Self::Aktif => words::STATUS_AKTIF,
            Self::Baru => words::STATUS_BARU,
            Self::AktifPerluPembinaan => words::STATUS_AKTIF_PERLU_PEMBINAAN,
            Self::TidakAktif => words::STATUS_TIDAK_AKTIF,
            Self::DalamPenyelesaian => words::STATUS_DALAM_PENYELESAIAN,
        }
    }
}

impl Risk {
    /// Its name.
    ///
    /// ```
    /// use cermin_koperasi::{locale::Locale, standing::Risk};
    /// assert_eq!(Risk::Tinggi.label().say(Locale::Id), "Tinggi");
    /// ```
    #[must_use]
    pub fn label(self) -> Text {
        match self {
            Self::Rendah => words::RISK_RENDAH,
            Self::Sedang => words::RISK_SEDANG,
            Self::Tinggi => words::RISK_TINGGI,
            Self::Kritis => words::RISK_KRITIS,
        }
    }
}

/// A reason with its rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Reason {
    /// The sentence to show.
    pub text: Phrase,
    /// The rule, with citation.
    pub rule: RuleId,
}

/// The findings a coaching offer answers to.
///
/// ```
/// use cermin_koperasi::{rat::book::{FINDINGS, FindingId, finding}, standing::{answered_by, offers}};
/// let (found, offer) = ([finding::F_LAPOR, finding::F_UNDANGAN], offers(&[finding::F_UNDANGAN])[0]);
/// assert_eq!(answered_by(&found, offer), found);
/// assert!(answered_by(&FindingId::all().collect::<Vec<_>>(), offer).len() < FINDINGS.len());
/// ```
#[must_use]
pub fn answered_by(findings: &[FindingId], offer: CoachingId) -> Vec<FindingId> {
    findings.iter().copied().filter(|id| id.finding().coaching.contains(&offer)).collect()
}
