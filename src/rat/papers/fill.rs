//! Placeholders: each is what was entered, or a dotted blank.

use super::Desk;
use crate::calendar::Day;
use crate::rat::book::{Stage, words};
use crate::rat::due;
use crate::rat::input::{Area, Form};
use crate::rat::quorum::quorum;
use crate::rat::text::grouped;

/// Dots to write on.
pub(super) const BLANK: &str = "……………………………";

impl Desk<'_> {
    /// The text with every `{placeholder}` filled.
    pub(super) fn fill(&self, text: &str, stage: Stage) -> String {
        let mut parts = text.split('{');
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (name, rest) = part.split_once('}').unwrap_or((part, ""));
            out.push_str(self.value(name, stage).as_deref().unwrap_or(BLANK));
            out.push_str(rest);
        }
        out
    }

    /// What a placeholder stands for in a paper of this stage; `None` where nothing was entered.
    #[must_use]
    pub fn value(&self, name: &str, stage: Stage) -> Option<String> {
        self.typed(name).or_else(|| self.reckoned(name, stage))
    }

    /// The book year a paper is about, and the day of its meeting: the one to plan; but papers of the day and after it
    /// are about the newest RAT as long as that was held and not yet reported.
    fn meeting(&self, stage: Stage) -> (i32, Option<Day>) {
        let newest = self.facts.book_year_end.newest_closed(self.today);
        let held = self.facts.year(newest).filter(|year| year.held.yes() && !year.reported.yes());
        match held.filter(|_| matches!(stage, Stage::Day | Stage::After)) {
            Some(year) => (newest, year.held_on),
            None => (due::to_plan(self.facts, self.today), self.facts.chosen),
        }
    }

    fn typed(&self, name: &str) -> Option<String> {
        let names = &self.facts.names;
        let typed = match name {
            "name" => &names.name,
            "legal_number" => &names.legal_number,
            "nik" => &names.nik,
            "address" => &names.address,
            "regency" => &names.regency,
            "office" => &names.office,
            "letter_number" => &names.letter_number,
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

    fn reckoned(&self, name: &str, stage: Stage) -> Option<String> {
        let (facts, (year, day)) = (self.facts, self.meeting(stage));
        match name {
            "office" => facts.area.map(|area| office(area).to_owned()),
            "today" => Some(self.today.long_id()),
            "book_year" => Some(year.to_string()),
            "next_year" => Some((year + 1).to_string()),
            "close" => facts.book_year_end.close_of(year).map(Day::long_id),
            "rat_date" => day.map(|day| format!("{}, {}", day.weekday_names()[0], day.long_id())),
            "form" => Some(form(facts.form).to_owned()),
            "members" => facts.members.map(|count| count_of(count.try_into().unwrap_or(i64::MAX))),
            "present" => facts.quorum.present.map(count_of),
            "quorum" => quorum(facts).map(|quorum| count_of(quorum.required.try_into().unwrap_or(i64::MAX))),
            "missed_years" => self.missed_years(),
            "letter_received" => facts.letters.iter().find_map(|letter| letter.received).map(Day::long_id),
            _ => None,
        }
    }

    fn missed_years(&self) -> Option<String> {
        let years = due::years(self.facts, self.today);
        let missed: Vec<String> = years.iter().filter(|year| year.missed()).map(|year| year.year.to_string()).collect();
        (!missed.is_empty()).then(|| missed.join(", "))
    }
}

fn count_of(count: i64) -> String {
    grouped(count, '.')
}

/// The office in charge, by where the members live (LAP-04).
fn office(area: Area) -> &'static str {
    match area {
        Area::Regency => words::OFFICE_REGENCY.id,
        Area::Province => words::OFFICE_PROVINCE.id,
        Area::National => words::OFFICE_NATIONAL.id,
    }
}

fn form(form: Form) -> &'static str {
    match form {
        Form::InPerson => words::FORM_IN_PERSON.id,
        Form::Online => words::FORM_ONLINE.id,
        Form::Hybrid => words::FORM_HYBRID.id,
        Form::Written => words::FORM_WRITTEN.id,
        Form::Groups => words::FORM_GROUPS.id,
    }
}
