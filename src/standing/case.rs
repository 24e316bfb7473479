//! The best and the worst case that the answers allow, with nothing left unknown.

use crate::calendar::Day;
use crate::rat::book::param;
use crate::rat::due::{BookYear, Timing};
use crate::rat::{Answer, RatFacts};

/// How many RATs running the definitions look at.
pub(super) const WINDOW: usize = param::STS_01_CONSECUTIVE_RAT_YEARS as usize;

/// One book year that has fallen due, with nothing left unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Year {
    /// Its RAT was held.
    pub(super) held: bool,
    /// It was held late, or not at all.
    pub(super) late: bool,
    /// Whether it was reported; `None` while the month to report it still runs, which is neither.
    pub(super) reported: Option<bool>,
}

/// A whole cooperative with nothing left unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(super) struct Case {
    /// The book years that have fallen due, oldest first. No other bears on a verdict: before its limit a year is neither
    /// missed nor the latest.
    pub(super) years: Vec<Year>,
    /// Whether the business runs.
    pub(super) business: bool,
    /// The last day of the two years in which a young cooperative may begin its business, while they run.
    pub(super) starting_until: Option<Day>,
    /// Two years running without real business.
    pub(super) long_idle: bool,
    /// A term of board or supervisors is over.
    pub(super) organs_over: bool,
    /// Dissolution has been decided.
    pub(super) dissolved: bool,
}

/// The best and the worst case.
pub(super) fn ends(facts: &RatFacts, years: &[BookYear], today: Day) -> (Case, Case) {
    (case(facts, years, today, true), case(facts, years, today, false))
}

fn case(facts: &RatFacts, years: &[BookYear], today: Day, hope: bool) -> Case {
    let settle = |answer: Answer| if hope { !answer.no() } else { answer.yes() };
    let years: Vec<Year> = years.iter().filter(|year| year.due).map(|year| self::year(year, today, &settle)).collect();
    let business = settle(facts.business);
    Case {
        starting_until: starting_until(facts, today),
        long_idle: !business && long_idle(facts, today, hope),
        organs_over: organs_over(facts, today),
        dissolved: dissolved(facts),
        business,
        years,
    }
}

fn year(year: &BookYear, today: Day, settle: &impl Fn(Answer) -> bool) -> Year {
    let held = settle(year.held);
    let late = !held || year.timing == Some(Timing::Late);
    let reported = held && settle(year.reported);
    let running = held && year.report_due.is_some_and(|until| today <= until);
    Year { held, late, reported: (reported || !running).then_some(reported) }
}

/// Two years from legalisation, for a cooperative that never traded, while they still run (BUB-03).
pub(super) fn starting_until(facts: &RatFacts, today: Day) -> Option<Day> {
    let until = facts.established?.plus_months(12 * param::BUB_03_NO_BUSINESS_YEARS_SINCE_LEGALISATION);
    (facts.ever_traded.no() && today <= until).then_some(until)
}

/// Two years without business: since it stopped, or since legalisation where it never began. Where the day is not known,
/// hope says no and fear says yes.
fn long_idle(facts: &RatFacts, today: Day, hope: bool) -> bool {
    let never = facts.established.filter(|_| facts.ever_traded.no());
    let long = |since: Day| today > since.plus_months(12 * param::BUB_03_NO_BUSINESS_YEARS_SINCE_LEGALISATION);
    match facts.idle_since.or(never) {
        Some(since) => long(since),
        None => !hope && facts.established.is_none_or(long),
    }
}

fn organs_over(facts: &RatFacts, today: Day) -> bool {
    let organs = &facts.organs;
    let over = |end: &Day| *end < today;
    // A term without an end given is five years at most (ORG-01).
    let longest = organs.board_from.map(|from| from.plus_months(12 * param::ORG_01_MAX_YEARS));
    let board = [organs.board_until, longest].into_iter().flatten().min();
    board.iter().chain(&organs.supervisors_until).any(over) || organs.has_supervisors.no()
}

fn dissolved(facts: &RatFacts) -> bool {
    let decree = |letter: &crate::rat::Letter| {
        letter.kind == crate::rat::LetterKind::DissolutionDecree && !letter.withdrawn.yes()
    };
    facts.dissolved.yes() || facts.letters.iter().any(decree)
}

impl Case {
    /// The newest years the definitions look at.
    pub(super) fn window(&self) -> &[Year] {
        &self.years[self.years.len().saturating_sub(WINDOW)..]
    }

    /// Missed running, counted back from the newest.
    pub(super) fn missed_running(&self) -> usize {
        self.years.iter().rev().take_while(|year| !year.held).count()
    }

    /// Missed among the newest three.
    pub(super) fn missed_in_window(&self) -> usize {
        self.window().iter().filter(|year| !year.held).count()
    }

    /// Late running, counted back from the newest.
    pub(super) fn late_running(&self) -> usize {
        self.years.iter().rev().take_while(|year| year.late).count()
    }

    /// Without a report running, counted back from the newest whose time to report has passed.
    pub(super) fn unreported_running(&self) -> usize {
        self.years.iter().rev().filter_map(|year| year.reported).take_while(|reported| !reported).count()
    }

    /// A held RAT among the newest three whose report is overdue.
    pub(super) fn unreported_in_window(&self) -> bool {
        self.window().iter().any(|year| year.held && year.reported == Some(false))
    }
}
