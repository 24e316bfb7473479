//! The way to the next RAT: every deadline with its days left, the limits side by side, and what a chosen day breaks.

use serde::Serialize;

use super::book::{Anchor, Basis, Condition, DocumentId, Offset, RuleId, STEPS, Step, rule, sentences, words};
use super::conditions::applies;
use super::due::{self, Limits, Timing};
use super::facts::RatFacts;
use super::holidays;
use super::input::{Answer, DocumentState, Form};
use super::quorum::last_answer;
use super::text::{Fill, Phrase, Text};
use crate::calendar::{Certainty, Day, Holidays};
use crate::sorting::sort_by_key;

mod judge;

pub use judge::{Breach, Case, InviteLimit, Kind, breaches, circular, invite_limits, is_lawful, nearest_lawful};

/// The plan of one book year's RAT.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Calendar {
    /// The book year whose RAT is planned.
    pub book_year: i32,
    /// *Batas hukum* and *batas anjuran* side by side, and the articles' where stricter.
    pub limits: Limits,
    /// Days left to the legal limit; negative once it has passed.
    pub legal_days_left: i64,
    /// Days left to the advised limit; negative once it has passed.
    pub advised_days_left: i64,
    /// The chosen day, if one was chosen.
    pub chosen: Option<Day>,
    /// The day the deadlines are counted from: the chosen one, or the one this tool suggests.
    pub meeting: Day,
    /// How that day stands to the limits.
    pub timing: Timing,
    /// What that day breaks, and what to mind.
    pub breaches: Vec<Breach>,
    /// The nearest day that breaks nothing; `None` when the meeting's day already breaks nothing.
    pub nearest: Option<Nearest>,
    /// Every deadline, earliest first.
    pub rows: Vec<Row>,
    /// How far the count of working days can be trusted.
    pub certainty: Certainty,
    /// What the working days rest on.
    pub coverage: Coverage,
}

impl Calendar {
    /// What is due next: the first deadline ahead that is not known to be done; `None` where nothing is left before the meeting.
    ///
    /// ```
    /// use cermin_koperasi::calendar::Day;
    /// use cermin_koperasi::rat::{self, Answer, RatInput, calendar::plan};
    /// let today = Day::parse("2026-11-29").unwrap();
    /// let plan = plan(&rat::read(&RatInput::default(), today).facts, today).unwrap();
    /// let next = plan.next_due().unwrap();
    /// assert!(next.days_left > 0 && next.done != Answer::Yes);
    /// ```
    #[must_use]
    pub fn next_due(&self) -> Option<&Row> {
        self.rows.iter().find(|row| row.days_left > 0 && row.done != Answer::Yes)
    }
}

/// A day offered instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Nearest {
    /// The day.
    pub day: Day,
    /// Whether even this day is past the limit: nothing lawful is left, this is the soonest with due notice.
    pub late: bool,
}

/// The years whose holidays are known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Coverage {
    /// The first year.
    pub first_year: i32,
    /// The last year.
    pub last_year: i32,
    /// The last year whose joint leave is announced.
    pub announced_until: i32,
    /// The sentence to show.
    pub text: Phrase,
}

/// One deadline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Row {
    /// Its key: a step's, such as `T-11`, or `AD-RAT`, `AD-UND` for the articles' own.
    pub id: &'static str,
    /// What is to be done.
    pub label: Text,
    /// By when.
    pub day: Day,
    /// Days left; negative once past.
    pub days_left: i64,
    /// *Hukum*, *AD*, *anjuran*, *praktik*.
    pub basis: Basis,
    /// The name of that.
    pub basis_label: Text,
    /// The rules behind it, with citation.
    pub rules: Vec<RuleId>,
    /// The documents it is about.
    pub documents: Vec<DocumentId>,
    /// Who does it.
    pub who: Option<Text>,
    /// Whether every document it is about is there; unknown where it is about none.
    pub done: Answer,
    /// How far the day can be trusted.
    pub certainty: Certainty,
}

/// The plan of the next RAT, counted with Indonesia's holidays.
///
/// ```
/// use cermin_koperasi::{calendar::Day, rat::{RatFacts, calendar::plan}};
/// let plan = plan(&RatFacts::default(), Day::parse("2026-06-20").unwrap()).unwrap();
/// assert_eq!((plan.book_year, plan.legal_days_left, plan.advised_days_left), (2025, 10, -81));
/// assert!(plan.rows.is_sorted_by_key(|row| row.day));
/// ```
#[must_use]
pub fn plan(facts: &RatFacts, today: Day) -> Option<Calendar> {
    plan_with(facts, today, &holidays::INDONESIA)
}

/// The plan of the next RAT, counted with these holidays. `None` only where the calendar itself ends.
///
/// ```
/// use cermin_koperasi::calendar::{Certainty, Day, Holidays};
/// use cermin_koperasi::rat::{RatFacts, calendar::plan_with, holidays::INDONESIA};
/// let old = Holidays { first_year: 2020, last_year: 2021, ..INDONESIA };
/// let plan = plan_with(&RatFacts::default(), Day::parse("2026-01-05").unwrap(), &old).unwrap();
/// assert_eq!(plan.certainty, Certainty::BeyondCoverage, "nobody knows the holidays of 2026 by that table");
/// ```
#[must_use]
pub fn plan_with(facts: &RatFacts, today: Day, holidays: &Holidays) -> Option<Calendar> {
    let book_year = due::to_plan(facts, today);
    let limits = due::limits(facts, book_year)?;
    let case = judge::Case { facts, limits, today, holidays };
    let meeting = facts.chosen.unwrap_or_else(|| suggested(&case));
    let found = judge::breaches(&case, meeting);
    let nearest = (!is_lawful(&found)).then(|| nearest_lawful(&case, meeting)).flatten();
    let rows = rows(&case, meeting);
    Some(Calendar {
        book_year,
        limits,
        legal_days_left: today.days_until(limits.legal),
        advised_days_left: today.days_until(limits.advised),
        chosen: facts.chosen,
        meeting,
        timing: limits.timing(meeting),
        breaches: found,
        nearest,
        certainty: rows.iter().map(|row| row.certainty).max().unwrap_or(Certainty::Sure),
        rows,
        coverage: coverage(holidays),
    })
}

/// The advised limit if there is still time, else the nearest lawful day, else the soonest.
fn suggested(case: &judge::Case<'_>) -> Day {
    let wish = case.limits.advised.min(case.limits.binding()).max(case.today);
    nearest_lawful(case, wish).map_or(wish, |nearest| nearest.day)
}

fn coverage(holidays: &Holidays) -> Coverage {
    let (first_year, last_year) = (holidays.first_year, holidays.last_year);
    let text = words::COVERAGE.with(&[first_year, last_year, holidays::ANNOUNCED_UNTIL].map(Fill::Year));
    Coverage { first_year, last_year, announced_until: holidays::ANNOUNCED_UNTIL, text }
}

fn rows(case: &judge::Case<'_>, meeting: Day) -> Vec<Row> {
    let applying = STEPS.iter().filter(|step| step.when.is_none_or(|condition| shown(case, condition)));
    let mut rows: Vec<Row> = applying.filter_map(|step| row(case, step, meeting)).collect();
    rows.extend(articles_rows(case, meeting));
    rows.extend(answers_row(case, meeting));
    one_invitation(&mut rows);
    sort_by_key(&mut rows, |row| (row.day, row.id));
    rows
}

/// Merah Putih: what has reached the members has also been sent, so a limit for sending that falls no earlier is met with
/// that one, and a board reads one day. Where holidays are not known at all, nothing is left out.
fn one_invitation(rows: &mut Vec<Row>) {
    let reached = rows.iter().find(|row| row.rules.contains(&rule::UND_03)).map(|row| row.day);
    let Some(reached) = reached else { return };
    let sends = |row: &Row| row.rules.contains(&rule::UND_01) || row.rules.contains(&rule::UND_04);
    rows.retain(|row| !sends(row) || row.day < reached || row.certainty == Certainty::BeyondCoverage);
}

/// A step shows when its condition holds; a cooperative whose level is not known is taken as primary, as in its limits.
fn shown(case: &judge::Case<'_>, condition: Condition) -> bool {
    let answer = applies(case.facts, condition, case.today);
    answer.yes() || (condition == Condition::Primary && !answer.no())
}

fn row(case: &judge::Case<'_>, step: &'static Step, meeting: Day) -> Option<Row> {
    let anchor = match step.anchor {
        Anchor::Close => case.limits.closes,
        Anchor::Meeting => meeting,
        Anchor::Deed => case.facts.plans.deed?,
    };
    let (day, certainty) = match (step.offset, step.anchor) {
        (Offset::Days(days), _) => (anchor.plus_days(days), Certainty::Sure),
        (Offset::Months(months), Anchor::Close) => (anchor.plus_months_at_month_end(months), Certainty::Sure),
        (Offset::Months(months), _) => (anchor.plus_months(months), Certainty::Sure),
        (Offset::On(month, day), _) => (anchor.next(month, day)?, Certainty::Sure),
        (Offset::WorkingDays(days), _) => {
            let counted = case.holidays.working_days_before(anchor, days.unsigned_abs());
            (counted.day, counted.certainty)
        }
    };
    Some(Row {
        id: step.id,
        label: step.label,
        day,
        days_left: case.today.days_until(day),
        basis: step.basis,
        basis_label: step.basis.label(),
        rules: step.rules.to_vec(),
        documents: step.documents.to_vec(),
        who: Some(step.who),
        done: done(case.facts, step.documents),
        certainty,
    })
}

fn done(facts: &RatFacts, documents: &[DocumentId]) -> Answer {
    let state = |id: &DocumentId| facts.state(*id);
    if documents.iter().any(|id| state(id) == DocumentState::Missing) {
        Answer::No
    } else if !documents.is_empty() && documents.iter().all(|id| state(id) == DocumentState::Have) {
        Answer::Yes
    } else {
        Answer::Unknown
    }
}

/// A row that no step of the book stands for: about no document, and nobody's in particular.
fn own_row(
    case: &judge::Case<'_>,
    (id, label): (&'static str, Text),
    day: Day,
    (basis, rule): (Basis, RuleId),
    certainty: Certainty,
) -> Row {
    Row {
        id,
        label,
        day,
        days_left: case.today.days_until(day),
        basis,
        basis_label: basis.label(),
        rules: vec![rule],
        documents: Vec::new(),
        who: None,
        done: Answer::Unknown,
        certainty,
    }
}

/// A meeting in writing has its day for the answers: fourteen days from the day the papers went out (TLS-01), or the day
/// of the meeting while they have not.
fn answers_row(case: &judge::Case<'_>, meeting: Day) -> Option<Row> {
    let written = case.facts.form == Form::Written;
    let day = last_answer(case.facts).unwrap_or(meeting);
    let row = || own_row(case, ("TLS-01", sentences::ROW_ANSWERS), day, (Basis::Law, rule::TLS_01), Certainty::Sure);
    written.then(row)
}

/// The articles' own deadlines, where they are stricter than the law's.
fn articles_rows(case: &judge::Case<'_>, meeting: Day) -> Vec<Row> {
    let articles =
        |id, label, day: Day, rule, certainty| own_row(case, (id, label), day, (Basis::Articles, rule), certainty);
    let limit = case.limits.articles;
    let mut rows: Vec<Row> = limit
        .map(|day| articles("AD-RAT", sentences::ROW_ARTICLES_RAT, day, rule::RAT_02, Certainty::Sure))
        .into_iter()
        .collect();
    let own = invite_limits(case, meeting).into_iter().find(|limit| limit.own);
    rows.extend(
        own.map(|limit| articles("AD-UND", sentences::ROW_ARTICLES_INVITE, limit.day, rule::UND_04, limit.certainty)),
    );
    rows
}
