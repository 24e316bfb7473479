//! When a document, a step or a paragraph applies: yes, no, or not known yet.

use super::book::{Condition, param};
use super::due;
use super::facts::{RatFacts, is_open_plan};
use super::input::{Answer, Level};
use crate::calendar::Day;

/// Whether the condition holds for this cooperative as of `today`.
///
/// ```
/// use cermin_koperasi::{calendar::Day, rat::{self, Answer, RatFacts, book::Condition}};
/// let today = Day::parse("2026-11-29").unwrap();
/// let lends = RatFacts { savings_loan: Answer::Yes, modal: Some(5_000_000_000), ..RatFacts::default() };
/// assert_eq!(rat::applies(&lends, Condition::Audit, today), Answer::Yes, "an accountant audits from Rp5 billion (LK-05)");
/// assert_eq!(rat::applies(&lends, Condition::Election, today), Answer::Unknown, "nobody said how long the terms run");
/// ```
#[must_use]
pub fn applies(facts: &RatFacts, condition: Condition, today: Day) -> Answer {
    match condition {
        Condition::Audit => audit(facts),
        Condition::Sharia => facts.sharia,
        Condition::Election => election(facts, today),
        Condition::Postponed => facts.plans.postponed,
        Condition::Online => facts.is_online().into(),
        Condition::Groups => facts.has_groups(),
        Condition::Primary => level(facts, Level::Primary),
        Condition::Secondary => level(facts, Level::Secondary),
        Condition::Amendment => facts.plans.amendment,
        Condition::DissolutionPlan => facts.letters.iter().any(is_open_plan).into(),
        Condition::Kdmp => facts.kdmp,
        Condition::SavingsLoan => facts.savings_loan,
        Condition::NoQuorum => facts.signals.quorum_failed,
        Condition::Missed => due::years(facts, today).iter().any(due::BookYear::missed).into(),
    }
}

fn level(facts: &RatFacts, wanted: Level) -> Answer {
    facts.level.map_or(Answer::Unknown, |level| (level == wanted).into())
}

/// Savings and loan with *modal* from Rp5 billion: capital, not assets (LK-05).
fn audit(facts: &RatFacts) -> Answer {
    let enough = facts.modal.map(|modal| modal >= param::LK_05_MODAL_MIN_IDR);
    match (facts.savings_loan, enough) {
        (Answer::No, _) | (_, Some(false)) => Answer::No,
        (Answer::Yes, Some(true)) => Answer::Yes,
        _ => Answer::Unknown,
    }
}

/// An election is planned, or a term is over by the meeting.
fn election(facts: &RatFacts, today: Day) -> Answer {
    let meeting = facts.chosen.unwrap_or(today);
    let organs = &facts.organs;
    let ends = [organs.board_until, organs.supervisors_until];
    if facts.plans.election.yes() || ends.iter().flatten().any(|end| *end <= meeting) || organs.has_supervisors.no() {
        return Answer::Yes;
    }
    if facts.plans.election.no() || ends.iter().all(Option::is_some) { Answer::No } else { Answer::Unknown }
}
