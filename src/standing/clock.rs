//! The clock of a dissolution-plan letter: two months to object, then the authorities' own limits (PP 17/1994).

use serde::Serialize;

use crate::calendar::Day;
use crate::rat::book::{RuleId, param, rule, sentences};
use crate::rat::{Letter, LetterGround, RatFacts, Text, is_open_plan};

/// Where the clock stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum ClockState {
    /// An objection can still be lodged.
    Open,
    /// The time to object has passed; a decision may come.
    Closed,
    /// An objection was lodged; an answer is due.
    Objected,
    /// No objection is provided for the letter's ground.
    NoObjection,
    /// The authorities' time has run out: the plan should be void.
    Lapsed,
}

/// The clock of a dissolution-plan letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Clock {
    /// The day the letter came.
    pub received: Day,
    /// Where it stands.
    pub state: ClockState,
    /// Days left to object, 0 on the last day, negative once past; `None` where no objection can be lodged or one was.
    pub objection_days_left: Option<i64>,
    /// What to mind, where no objection is provided.
    pub note: Option<Text>,
    /// Its limits, in order.
    pub steps: Vec<ClockStep>,
}

/// One limit of the clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ClockStep {
    /// What ends.
    pub label: Text,
    /// On which day.
    pub day: Day,
    /// Days left; negative once past.
    pub days_left: i64,
    /// The rule.
    pub rule: RuleId,
}

/// The clock of the newest dissolution-plan letter whose day is known.
pub(super) fn clock(facts: &RatFacts, today: Day) -> Option<Clock> {
    let open = facts.letters.iter().filter(|letter| is_open_plan(letter));
    let letter = open.filter(|letter| letter.received.is_some()).max_by_key(|letter| letter.received)?;
    Some(of(letter, letter.received?, today))
}

fn of(letter: &Letter, received: Day, today: Day) -> Clock {
    let limit = |label, day, rule| ClockStep { label, day, days_left: today.days_until(day), rule };
    let objection = received.plus_months(param::BUB_06_OBJECTION_MONTHS);
    let decision = received.plus_months(param::BUB_07_DECISION_MONTHS_NO_OBJECTION);
    let decide = limit(sentences::CLOCK_DECISION, decision, rule::BUB_07);
    if let Some(objected) = letter.objected {
        return objected_to(objected, received, today);
    }
    if !may_object(letter.ground) {
        let state = ClockState::NoObjection;
        let note = Some(sentences::CLOCK_NO_OBJECTION);
        return Clock { received, state, objection_days_left: None, note, steps: vec![decide] };
    }
    let state = if today > decision {
        ClockState::Lapsed
    } else if today > objection {
        ClockState::Closed
    } else {
        ClockState::Open
    };
    let steps = vec![limit(sentences::CLOCK_OBJECTION, objection, rule::BUB_06), decide];
    Clock { received, state, objection_days_left: Some(today.days_until(objection)), note: None, steps }
}

/// An answer within a month, and a decision within one more; counted as late as the authorities may.
fn objected_to(objected: Day, received: Day, today: Day) -> Clock {
    let answer = objected.plus_months(param::BUB_07_ANSWER_MONTHS);
    let follow_up = answer.plus_months(param::BUB_07_FOLLOWUP_MONTHS_AFTER_ANSWER);
    let limit = |label, day| ClockStep { label, day, days_left: today.days_until(day), rule: rule::BUB_07 };
    Clock {
        received,
        state: if today > follow_up { ClockState::Lapsed } else { ClockState::Objected },
        objection_days_left: None,
        note: None,
        steps: vec![limit(sentences::CLOCK_ANSWER, answer), limit(sentences::CLOCK_FOLLOW_UP, follow_up)],
    }
}

/// Objections are for breaches and for standing still; where the ground is not known, one had better be lodged.
fn may_object(ground: Option<LetterGround>) -> bool {
    !matches!(ground, Some(LetterGround::PublicOrder | LetterGround::NoSurvival))
}
