//! Placeholders and facts: each placeholder is what was entered, or a dotted blank; each fact is known, or it is not.

use super::{Desk, SPEECH};
use crate::calendar::{Certainty, Day};
use crate::money::{self, Numerals};
use crate::rat::book::{Fact, PaperForm, Stage, words};
use crate::rat::calendar::{Case, invite_limits};
use crate::rat::quorum::{last_answer, quorum};
use crate::rat::{self, Answer, Area, Form, Numbers, Text, due, holidays};

/// Dots to write on.
pub(super) const BLANK: &str = "……………………………";
/// What a paper that is dated says of its day.
const DATE: &str = "{today}";

impl Desk<'_> {
    /// The text with every `{placeholder}` filled.
    pub(super) fn fill(&self, text: &str, form: &'static PaperForm) -> String {
        let mut parts = text.split('{');
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (name, rest) = part.split_once('}').unwrap_or((part, ""));
            out.push_str(self.value(name, form).as_deref().unwrap_or(BLANK));
            out.push_str(rest);
        }
        out
    }

    /// What a placeholder stands for in this paper; `None` where nothing was entered.
    #[must_use]
    pub fn value(&self, name: &str, form: &'static PaperForm) -> Option<String> {
        self.typed(name, form).or_else(|| self.reckoned(name, form))
    }

    /// Whether what a sentence rests on is known.
    #[must_use]
    pub fn holds(&self, fact: Fact, form: &PaperForm) -> bool {
        let facts = self.facts;
        match fact {
            Fact::Rule | Fact::Wish | Fact::Hand => true,
            Fact::Come => self.meeting(form.stage).1.is_some_and(|day| day <= self.today),
            Fact::Held => self.held().is_some(),
            Fact::Quorum => !self.quorum_is(Answer::No),
            Fact::QuorumReached => self.quorum_is(Answer::Yes),
            Fact::PlanLetter => facts.plan_letter().is_some(),
            // What was held is postponed no more, and what has not closed is not postponed yet.
            Fact::Postponed => {
                let closed = facts.book_year_end.newest_closed(self.today);
                facts.plans.postponed.yes() && self.meeting(form.stage).0 <= closed
            }
            Fact::Found => !self.findings.is_empty(),
            Fact::Missed => self.missed_years().is_some(),
            Fact::Rejected => facts.signals.report_rejected.yes(),
            Fact::Answers => last_answer(facts).is_some(),
            Fact::Notice => self.is_in_time(form),
            Fact::Shared => !self.is_loss(),
            Fact::Loss => self.is_loss(),
        }
    }

    /// Whether the count of those present says so. A second meeting counts by its own quorum.
    fn quorum_is(&self, wanted: Answer) -> bool {
        let Some(found) = quorum(self.facts) else { return false };
        let second = found.second.required.zip(found.present).is_some_and(|(least, present)| present >= least);
        let again = second && self.facts.signals.quorum_failed.yes();
        if again { wanted.yes() } else { found.reached == wanted }
    }

    /// Whether an invitation of this day leaves the notice that law and articles want. What the count is not sure of is not
    /// held against it, nor what was bound after the meeting.
    fn is_in_time(&self, form: &PaperForm) -> bool {
        let (year, Some(day)) = self.meeting(form.stage) else { return true };
        let sent = self.facts.paper(form.id).and_then(|own| own.date).unwrap_or(self.today);
        let Some(limits) = due::limits(self.facts, year).filter(|_| day >= self.today) else { return true };
        let case = Case { facts: self.facts, limits, today: self.today, holidays: &holidays::INDONESIA };
        invite_limits(&case, day).iter().all(|limit| sent <= limit.day || limit.certainty != Certainty::Sure)
    }

    /// The newest RAT, where it was held on a day that is known, unless the next one is being prepared already.
    fn held(&self) -> Option<(i32, Day)> {
        let newest = self.facts.book_year_end.newest_closed(self.today);
        let year = self.facts.year(newest).filter(|year| year.held.yes())?;
        let past = year.reported.yes() && self.facts.chosen.is_some();
        year.held_on.filter(|_| !past).map(|day| (newest, day))
    }

    /// The book year a paper is about, and the day of its meeting: the one to plan; but papers of the day and after it
    /// are about the newest RAT once that was held.
    pub(super) fn meeting(&self, stage: Stage) -> (i32, Option<Day>) {
        match self.held().filter(|_| self.bound || matches!(stage, Stage::Day | Stage::After)) {
            Some((year, day)) => (year, Some(day)),
            None => (due::to_plan(self.facts, self.today), self.facts.chosen),
        }
    }

    /// Whether a paper carries a number.
    #[must_use]
    pub fn is_numbered(form: &PaperForm) -> bool {
        rat::is_numbered(form)
    }

    /// Whether a paper is dated by this tool, and not by hand.
    #[must_use]
    pub fn is_dated(form: &PaperForm) -> bool {
        form.says(DATE)
    }

    /// The number that a paper takes while it has none of its own.
    ///
    /// `012/KOP/II/2027` gives the third `014/KOP/II/2027`.
    #[must_use]
    pub fn offered_number(&self, form: &PaperForm) -> Option<String> {
        Numbers { first: &self.facts.names.letter_number, papers: &self.facts.papers }.offered(form)
    }

    fn typed(&self, name: &str, form: &PaperForm) -> Option<String> {
        let names = &self.facts.names;
        let own = self.facts.paper(form.id);
        let typed = match name {
            "name" => &names.name,
            "legal_number" => &names.legal_number,
            "nik" => &names.nik,
            "address" => &names.address,
            "regency" => own.map(|own| &own.place).filter(|place| !place.trim().is_empty()).unwrap_or(&names.regency),
            "office" => &names.office,
            "letter_number" => &own?.number,
            "time" => &names.time,
            "place" => &names.place,
            "link" => &names.link,
            "chair" => &names.chair,
            "secretary" => &names.secretary,
            "treasurer" => &names.treasurer,
            "supervisor" => &names.supervisor,
            "meeting_chair" => &names.meeting_chair,
            "meeting_secretary" => &names.meeting_secretary,
            "witness" => &names.witness,
            _ => return None,
        };
        let typed = typed.trim();
        (!typed.is_empty()).then(|| typed.to_owned())
    }

    fn reckoned(&self, name: &str, form: &PaperForm) -> Option<String> {
        let (facts, (year, day)) = (self.facts, self.meeting(form.stage));
        let own_date = facts.paper(form.id).and_then(|own| own.date);
        match name {
            "letter_number" => self.offered_number(form),
            "office" => facts.area.map(|area| self.office(area)),
            // An invitation that is bound after the meeting was written before it, on a day that nobody told.
            "today" if self.bound && own_date.is_none() && day.is_some_and(|day| day < self.today) => None,
            // A day that was typed and cannot be is a line to fill, not today.
            "today" if own_date.is_none() && facts.paper(form.id).is_some_and(|own| own.refused) => None,
            "today" => Some(written(own_date.unwrap_or(self.today))),
            "book_year" => Some(year.to_string()),
            "next_year" => Some((year + 1).to_string()),
            "close" => facts.book_year_end.close_of(year).map(written),
            // A report tells of a day that was, never of one that is planned.
            "rat_date" if form.stage == Stage::After && !self.holds(Fact::Held, form) => None,
            "rat_date" => day.map(|day| format!("{}, {}", SPEECH.weekday(day), written(day))),
            "form" => self::form(facts.form).map(|form| form.say(SPEECH).to_owned()),
            "members" => facts.members.map(count_of),
            "present" => quorum(facts).and_then(|quorum| quorum.present).map(count_of),
            "quorum" => quorum(facts).map(|quorum| count_of(quorum.required)),
            "missed_years" => self.missed_years(),
            "letter_received" => facts.plan_letter().map(written),
            "answers_until" => last_answer(facts).map(written),
            _ => None,
        }
    }

    fn missed_years(&self) -> Option<String> {
        let years = due::years(self.facts, self.today);
        let missed: Vec<String> = years.iter().filter(|year| year.missed()).map(|year| year.year.to_string()).collect();
        (!missed.is_empty()).then(|| missed.join(", "))
    }

    /// The office in charge, by where the members live (LAP-04), with its district where that is known.
    fn office(&self, area: Area) -> String {
        let district = self.facts.names.regency.trim();
        // Whoever wrote *Kota Makassar* said the rank already.
        let ranked = ["kab", "kota "].iter().any(|rank| district.to_ascii_lowercase().starts_with(rank));
        let (office, district) = match area {
            Area::Regency if ranked => (words::OFFICE_DISTRICT, district),
            Area::Regency => (words::OFFICE_REGENCY, district),
            Area::Province => (words::OFFICE_PROVINCE, ""),
            Area::National => (words::OFFICE_NATIONAL, ""),
        };
        format!("{} {district}", office.say(SPEECH)).trim_end().to_owned()
    }
}

fn count_of(count: u64) -> String {
    money::count(i64::try_from(count).unwrap_or(i64::MAX), Numerals::Indonesian)
}

fn written(day: Day) -> String {
    SPEECH.day(day)
}

fn form(form: Form) -> Option<Text> {
    Some(match form {
        Form::InPerson => words::FORM_IN_PERSON,
        Form::Online => words::FORM_ONLINE,
        Form::Hybrid => words::FORM_HYBRID,
        Form::Written => words::FORM_WRITTEN,
        Form::Groups => words::FORM_GROUPS,
        Form::Unknown => return None,
    })
}
