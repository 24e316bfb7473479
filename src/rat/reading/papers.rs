//! What the papers say of themselves, and who may sign them.

use super::Reader;
use crate::calendar::Day;
use crate::rat::book::{Fact, PAPERS};
use crate::rat::facts::{PaperFacts, RatFacts};
use crate::rat::input::{Answer, NamesInput, RatInput, is_same};
use crate::rat::numbers::Numbers;
use crate::rat::problem::Code;
use crate::rat::quorum::quorum;
use crate::rat::text::Fill;

impl Reader {
    /// The names. Chair and secretary of the meeting are members who are neither board nor supervisors (SUA-05), and two
    /// people; a name that cannot be becomes a line to fill.
    pub(super) fn names(&mut self, said: &NamesInput) -> NamesInput {
        let mut names = said.clone();
        let board = [&said.chair, &said.secretary, &said.treasurer, &said.supervisor];
        let sits = |name: &str| board.iter().any(|other| is_same(name, other, " "));
        if sits(&said.meeting_chair) {
            self.tell("names.meetingChair", Code::ChairIsBoard, &[]);
            names.meeting_chair.clear();
        }
        if sits(&said.meeting_secretary) {
            self.tell("names.meetingSecretary", Code::ChairIsBoard, &[]);
            names.meeting_secretary.clear();
        } else if is_same(&said.meeting_secretary, &said.meeting_chair, " ") {
            self.tell("names.meetingSecretary", Code::OneForTwo, &[]);
            names.meeting_secretary.clear();
        }
        names
    }

    /// What is each paper's own. A letter about something past is not dated before it.
    pub(super) fn papers(&mut self, input: &RatInput, facts: &RatFacts) -> Vec<(&'static str, PaperFacts)> {
        let newest = facts.book_year_end.newest_closed(self.today);
        let held = facts.year(newest).and_then(|year| year.held_on);
        let mut papers = Vec::new();
        for (id, said) in &input.papers {
            let needs = PAPERS.iter().find(|form| form.id == *id).map_or(&[][..], |form| form.needs);
            let after = if needs.contains(&Fact::Held) {
                held
            } else {
                facts.plan_letter().filter(|_| needs.contains(&Fact::PlanLetter))
            };
            let early = |day| after.is_some_and(|event| day < event);
            let field = format!("papers.{id}.date");
            let late = |day| needs.contains(&Fact::Notice) && facts.chosen.is_some_and(|meeting| day > meeting);
            let tests: [(&dyn Fn(Day) -> bool, Code); 2] =
                [(&early, Code::PaperTooEarly), (&late, Code::InvitedAfterMeeting)];
            let date = self.day_unless(&field, said.date.as_ref(), &tests);
            let refused = date.is_none() && said.date.as_ref().is_some_and(|typed| !typed.trim().is_empty());
            papers.push((*id, PaperFacts { number: said.number.clone(), date, refused, place: said.place.clone() }));
        }
        let numbers = Numbers { first: &input.names.letter_number, papers: &papers };
        for (id, _) in &papers {
            if let Some(other) = numbers.twice(id) {
                self.tell(&format!("papers.{id}.number"), Code::NumberTwice, &[Fill::Word(other.name)]);
            }
        }
        papers
    }

    /// A RAT that was held, and fewer there than make it valid: one of the two is a slip. Nothing is settled here.
    pub(super) fn held_without_quorum(&mut self, facts: &RatFacts) {
        let newest = facts.book_year_end.newest_closed(self.today);
        let held = facts.year(newest).is_some_and(|year| year.held.yes() && !year.reported.yes());
        let Some(found) = quorum(facts).filter(|found| held && found.reached == Answer::No) else { return };
        let second = found.second.required.zip(found.present).is_some_and(|(least, present)| present >= least);
        if !second {
            let [present, required] = [found.present.unwrap_or_default(), found.required]
                .map(|count| Fill::Count(i64::try_from(count).unwrap_or(i64::MAX)));
            self.tell("quorum.present", Code::HeldWithoutQuorum, &[present, required]);
        }
    }
}
