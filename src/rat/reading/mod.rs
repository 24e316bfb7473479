//! From what was typed to facts: every entry is read, checked against `today` and its neighbours, and what cannot be
//! becomes unknown with a problem beside its field.

use super::book::{param, problems};
use super::facts::{Letter, Organs, Plans, RatFacts};
use super::input::{Answer, LetterInput, Level, RatInput};
use super::problem::{Code, Problem};
use super::text::Fill;
use crate::calendar::{BookYearEnd, Day};

mod articles;
mod history;
mod papers;

/// More members than Indonesia has people; a slip of the thumb.
const MOST_MEMBERS: i64 = 300_000_000;

/// The facts, and what was wrong on the way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// What can be relied on.
    pub facts: RatFacts,
    /// What was wrong or missing, in the order of the fields.
    pub problems: Vec<Problem>,
}

/// Reads what a board said, as of `today`. Never fails: what makes no sense becomes unknown and a problem.
///
/// ```
/// use cermin_koperasi::{calendar::Day, rat::{self, Code, RatInput}};
/// let mut input = RatInput::default();
/// input.set("members", "612").unwrap();
/// input.set("established", "2014-02-31").unwrap();
/// let read = rat::read(&input, Day::parse("2026-11-29").unwrap());
/// assert_eq!((read.facts.members, read.facts.established), (Some(612), None));
/// assert_eq!((read.problems[0].field.as_str(), read.problems[0].code), ("established", Code::NotADay));
/// ```
#[must_use]
pub fn read(input: &RatInput, today: Day) -> Read {
    let mut reader = Reader { today, established: None, problems: Vec::new() };
    let mut facts = reader.facts(input);
    facts.papers = reader.papers(input, &facts);
    reader.held_without_quorum(&facts);
    Read { facts, problems: reader.problems }
}

pub(super) struct Reader {
    today: Day,
    established: Option<Day>,
    problems: Vec<Problem>,
}

impl Reader {
    fn tell(&mut self, field: &str, code: Code, fills: &[Fill]) {
        let (text, field) = (code.text().with(fills), field.to_owned());
        self.problems.push(Problem { field, code, grade: code.grade(), text });
    }

    /// The day, or `None` with a problem where the calendar has none such.
    fn day(&mut self, field: &str, typed: Option<&String>) -> Option<Day> {
        let typed = typed.map(|text| text.trim()).filter(|text| !text.is_empty())?;
        let day = Day::parse(typed);
        if day.is_none() {
            self.tell(field, Code::NotADay, &[]);
            // A day that lacks a part is no wrong one: its boxes come as `2025--15`, `-12-15`, `2025-12-00`.
            let lacks = typed.split('-').any(|part| part.is_empty() || part == "00");
            if let Some(told) = self.problems.last_mut().filter(|_| lacks) {
                told.text = problems::DAY_INCOMPLETE.into();
            }
        }
        day
    }

    /// The day, unless it fails one of the tests; then `None` and that test's problem.
    fn day_unless(
        &mut self,
        field: &str,
        typed: Option<&String>,
        tests: &[(&dyn Fn(Day) -> bool, Code)],
    ) -> Option<Day> {
        let day = self.day(field, typed)?;
        if let Some((_, code)) = tests.iter().find(|(fails, _)| fails(day)) {
            self.tell(field, *code, &[]);
            return None;
        }
        Some(day)
    }

    fn facts(&mut self, input: &RatInput) -> RatFacts {
        let today = self.today;
        self.established = self.day_unless(
            "established",
            input.established.as_ref(),
            &[(&|day| day > today, Code::EstablishedInFuture)],
        );
        let book_year_end = self.book_year_end(input);
        let chosen = self.day_unless("chosen", input.chosen.as_ref(), &[(&|day| day < today, Code::MeetingInPast)]);
        let members = self.members(input);
        RatFacts {
            level: input.level,
            savings_loan: input.savings_loan,
            sharia: input.sharia,
            kdmp: input.kdmp,
            established: self.established,
            book_year_end,
            members,
            modal: self.money("modal", input.modal),
            own_capital: self.money("ownCapital", input.own_capital),
            assets: self.money("assets", input.assets),
            area: input.area,
            articles: self.articles(&input.articles, members),
            history: self.history(&input.history, book_year_end),
            chosen,
            invited: self.invited(input, chosen),
            form: input.form,
            organs: self.organs(input),
            letters: self.letters(&input.letters),
            dissolved: input.dissolved,
            business: input.business,
            ever_traded: input.ever_traded,
            idle_since: self.idle_since(input),
            predicate: input.predicate,
            plans: self.plans(input),
            documents: input.documents.clone(),
            quorum: self.quorum(input),
            signals: input.signals.clone(),
            names: self.names(&input.names),
            papers: Vec::new(),
        }
    }

    fn book_year_end(&mut self, input: &RatInput) -> BookYearEnd {
        // A day without its month, or the other way round, is half a word.
        let is_half = |text: &&String| text.starts_with('-') || text.ends_with('-') || text.trim().is_empty();
        let Some(typed) = input.book_year_end.as_ref().filter(|text| !is_half(text)) else {
            return BookYearEnd::default();
        };
        BookYearEnd::parse(typed).unwrap_or_else(|| {
            self.tell("bookYearEnd", Code::NoSuchBookYearEnd, &[]);
            BookYearEnd::default()
        })
    }

    fn members(&mut self, input: &RatInput) -> Option<u64> {
        let least = match input.level {
            Some(Level::Secondary) => param::ORG_04_SEKUNDER_MIN,
            _ => param::ORG_04_PRIMER_MIN,
        };
        let code = match input.members {
            None => Code::MembersMissing,
            Some(count) if count <= 0 => Code::MembersNone,
            Some(count) if count > MOST_MEMBERS => Code::TooLarge,
            Some(count) => {
                if count < i64::from(least) {
                    self.tell("members", Code::MembersTooFew, &[Fill::Count(least.into())]);
                }
                return u64::try_from(count).ok();
            }
        };
        self.tell("members", code, &[]);
        None
    }

    fn money(&mut self, field: &str, amount: Option<i64>) -> Option<i64> {
        let amount = amount?;
        if amount < 0 {
            self.tell(field, Code::Negative, &[]);
        }
        (amount >= 0).then_some(amount)
    }

    fn invited(&mut self, input: &RatInput, chosen: Option<Day>) -> Option<Day> {
        let today = self.today;
        let after = |day| chosen.is_some_and(|meeting| day > meeting);
        let tests: [(&dyn Fn(Day) -> bool, Code); 2] =
            [(&|day| day > today, Code::InvitedInFuture), (&after, Code::InvitedAfterMeeting)];
        self.day_unless("invited", input.invited.as_ref(), &tests)
    }

    fn organs(&mut self, input: &RatInput) -> Organs {
        let organs = &input.organs;
        let from = self.day("organs.boardFrom", organs.board_from.as_ref());
        let backwards = |day| from.is_some_and(|from| day < from);
        let board_until =
            self.day_unless("organs.boardUntil", organs.board_until.as_ref(), &[(&backwards, Code::TermBackwards)]);
        let longest = from.map(|day| day.plus_months(12 * param::ORG_01_MAX_YEARS));
        if board_until.zip(longest).is_some_and(|(until, longest)| until > longest) {
            self.tell("organs.boardUntil", Code::TermTooLong, &[Fill::Count(param::ORG_01_MAX_YEARS.into())]);
        }
        Organs {
            board_from: from,
            board_until,
            supervisors_until: self.day("organs.supervisorsUntil", organs.supervisors_until.as_ref()),
            has_supervisors: organs.has_supervisors,
        }
    }

    fn letters(&mut self, letters: &[LetterInput]) -> Vec<Letter> {
        letters.iter().enumerate().map(|(index, letter)| self.letter(index, letter)).collect()
    }

    fn letter(&mut self, index: usize, letter: &LetterInput) -> Letter {
        let (today, established) = (self.today, self.established);
        let field = format!("letters.{index}.received");
        let early = |day| established.is_some_and(|founding| day < founding);
        let tests: [(&dyn Fn(Day) -> bool, Code); 2] =
            [(&|day| day > today, Code::LetterInFuture), (&early, Code::LetterBeforeFounding)];
        let received = self.day_unless(&field, letter.received.as_ref(), &tests);
        if letter.received.as_ref().is_none_or(|text| text.trim().is_empty()) {
            self.tell(&field, Code::LetterDateMissing, &[]);
        }
        let astray = |day| day > today || received.is_some_and(|received| day < received);
        let objected = self.day_unless(
            &format!("letters.{index}.objected"),
            letter.objected.as_ref(),
            &[(&astray, Code::ObjectionOutOfOrder)],
        );
        Letter { kind: letter.kind, received, ground: letter.ground, objected, withdrawn: letter.withdrawn }
    }

    fn idle_since(&mut self, input: &RatInput) -> Option<Day> {
        let (today, established) = (self.today, self.established);
        let early = |day| established.is_some_and(|founding| day < founding);
        let tests: [(&dyn Fn(Day) -> bool, Code); 2] =
            [(&|day| day > today, Code::IdleInFuture), (&early, Code::IdleBeforeFounding)];
        let since = self.day_unless("idleSince", input.idle_since.as_ref(), &tests)?;
        if input.business == Answer::Yes {
            self.tell("idleSince", Code::IdleButRunning, &[]);
            return None;
        }
        Some(since)
    }

    fn plans(&mut self, input: &RatInput) -> Plans {
        let plans = &input.plans;
        Plans {
            groups: plans.groups,
            election: plans.election,
            amendment: plans.amendment,
            postponed: plans.postponed,
            deed: self.day("plans.deed", plans.deed.as_ref()),
        }
    }
}
