//! What is known of the RAT at this moment, as every screen about it reads it.

use super::RatRoute;
use crate::calendar::{BookYearEnd, Day};
use crate::locale::fill;
use crate::page::Model;
use crate::papers::{self, Desk, Paper};
use crate::rat::book::{PaperForm, words};
use crate::rat::due::BookYear;
use crate::rat::{self, Grade, Problem, RatFacts, RatInput, Text, due};
use crate::standing::{Estimate, Standing, standing};

/// The key of the RAT book.
pub(in crate::page) const BOOK: &str = "buku-rat";
/// The key of the paper that divides the surplus.
pub(in crate::page) const SHU: &str = "pembagian-shu";
/// The key of the chapter with each member's share.
const SHARES: &str = "bagian-anggota";

/// The answers, the facts in them, what is wrong with them, and the day.
#[derive(Clone, Debug)]
pub struct Board<'m> {
    /// The page.
    pub model: &'m Model,
    /// What was said, with its gaps filled from the profile.
    pub input: RatInput,
    /// What can be relied on.
    pub facts: RatFacts,
    /// What is wrong or missing; book years by their number.
    pub problems: Vec<Problem>,
    /// Today.
    pub today: Day,
}

impl<'m> Board<'m> {
    /// The board of a page; `None` where the device tells no date.
    #[must_use]
    pub fn of(model: &'m Model) -> Option<Self> {
        let today = model.today?;
        let input = model.assessment().rat_with_profile();
        let rat::Read { facts, mut problems } = rat::read(&input, today);
        for problem in &mut problems {
            problem.field = by_year(&input, &problem.field);
        }
        Some(Self { model, input, facts, problems, today })
    }

    /// Where the cooperative stands.
    #[must_use]
    pub fn standing(&self) -> Standing {
        standing(&self.facts, self.today, Estimate::of(&self.model.whole()))
    }

    /// A paper, filled; `None` where there is none of that key.
    #[must_use]
    pub fn paper(&self, key: &str) -> Option<Paper> {
        match key {
            SHU => {
                let forms = [papers::form(SHU)?, papers::form(SHARES)?];
                Some(self.bound(SHU, forms[0].name, &self.signed(&forms)))
            }
            BOOK => Some(self.bound(BOOK, words::PAPER_BOOK, &self.signed(&self.chapters()))),
            _ => self.at_desk(|desk| papers::paper(key, desk)),
        }
    }

    /// Papers bound into one.
    #[must_use]
    pub fn bound(&self, id: &'static str, name: Text, forms: &[&'static PaperForm]) -> Paper {
        self.at_desk(|desk| papers::bound(id, name, forms, desk))
    }

    /// Without the members' shares while a list stands there that was refused: the one before it is nobody's to sign.
    fn signed(&self, forms: &[&'static PaperForm]) -> Vec<&'static PaperForm> {
        let refused = self.is_refused("shu.list");
        forms.iter().copied().filter(|form| !refused || form.id != SHARES).collect()
    }

    fn at_desk<T>(&self, make: impl FnOnce(Desk<'_>) -> T) -> T {
        let Standing { findings, offers, .. } = self.standing();
        let whole = self.model.whole();
        let (findings, offers, work) = (&findings[..], &offers[..], Some(&*whole));
        make(Desk { facts: &self.facts, today: self.today, findings, offers, work, bound: false })
    }

    /// The chapters that are in the RAT book, in their order.
    #[must_use]
    pub fn chapters(&self) -> Vec<&'static PaperForm> {
        let all = papers::chapters(&self.input.shu.chapters).into_iter();
        all.filter(|chapter| chapter.included).map(|chapter| chapter.form).collect()
    }

    /// The number that a paper takes while it has none of its own; `None` where there is nothing to count on from.
    #[must_use]
    pub fn offered_number(&self, form: &PaperForm) -> Option<String> {
        Desk { facts: &self.facts, today: self.today, findings: &[], offers: &[], work: None, bound: false }
            .offered_number(form)
    }

    /// What was typed into a field and refused.
    #[must_use]
    pub fn refused(&self, path: &str) -> Option<&str> {
        self.model.refused.iter().find(|(field, _)| field == path).map(|(_, typed)| typed.as_str())
    }

    /// Whether the field shows what was typed and refused.
    #[must_use]
    pub fn is_refused(&self, path: &str) -> bool {
        self.refused(path).is_some()
    }

    /// What a field holds: what was typed and refused, else what is known; empty for nothing.
    #[must_use]
    pub fn value(&self, path: &str) -> String {
        if let Some(typed) = self.refused(path) {
            return typed.to_owned();
        }
        let of = |(field, text): (String, String)| (by_year(&self.input, &field) == path).then_some(text);
        self.input.entries().into_iter().find_map(of).unwrap_or_default()
    }

    /// What is wrong or missing in a field.
    #[must_use]
    pub fn problem(&self, path: &str) -> Option<&Problem> {
        self.problems.iter().find(|problem| problem.field == path)
    }

    /// What cannot be or deserves a second look; what is only missing is no fault yet.
    pub fn faults(&self) -> impl Iterator<Item = &Problem> {
        self.problems.iter().filter(|problem| problem.grade != Grade::Missing)
    }

    /// The book years the quick check asks for, newest first: the three that fell due last, and while all of them were
    /// missed as many more as answers about held ones would have taken. Years with something wrong are always among them.
    #[must_use]
    pub fn years_asked(&self) -> Vec<i32> {
        let end = self.facts.book_year_end;
        let first = self.facts.established.map_or(i32::MIN, |founding| end.first_after(founding));
        let is_due = |year: i32| due::book_year(&self.facts, year, self.today).is_some_and(|year| year.due);
        let newest = end.newest_closed(self.today);
        let newest = if is_due(newest) { newest } else { newest - 1 };
        let missed = |year: i32| self.facts.year(year).is_some_and(|facts| facts.held.no());
        let running = (0..MOST_YEARS).take_while(|back| missed(newest - back)).count();
        let shown = i32::try_from(running + 1).unwrap_or(MOST_YEARS).clamp(LEAST_YEARS, MOST_YEARS);
        let mut years: Vec<i32> = (0..shown).map(|back| newest - back).filter(|year| *year >= first).collect();
        let wrong = self.faults().filter_map(|problem| problem.field.strip_prefix("year.")?.get(..4)?.parse().ok());
        for year in wrong {
            if !years.contains(&year) {
                years.push(year);
            }
        }
        years
    }

    /// The questions of the quick check that want an answer, by path, each with whether it has one. Days that a board may not
    /// know are not among them.
    #[must_use]
    pub fn check_questions(&self) -> Vec<(String, bool)> {
        let profile = &self.model.assessment().profile;
        let mut asked = vec![("kind".to_owned(), profile.kind.is_some())];
        let mut ask = |path: String| {
            let said = self.value(&path);
            // Half a day, without its month or the other way round, is none.
            let done = !said.is_empty() && (path != "bookYearEnd" || BookYearEnd::parse(&said).is_some());
            asked.push((path, done));
        };
        for path in ["level", "established", "bookYearEnd"] {
            ask(path.to_owned());
        }
        for year in self.years_asked() {
            let held = format!("year.{year}.held");
            let was_held = self.value(&held) == "yes";
            ask(held);
            if was_held {
                ask(format!("year.{year}.reported"));
            }
        }
        ask("business".to_owned());
        if self.input.letters.is_empty() {
            ask("anyLetters".to_owned());
        }
        ask("predicate".to_owned());
        asked
    }

    /// The questions without an answer on which the standing hangs, each with its screen, in the order of the check; *belum tahu*
    /// leaves it hanging.
    #[must_use]
    pub fn open_questions(&self) -> Vec<(String, RatRoute)> {
        let words = &self.model.words().rat;
        let is_unknown = |said: &str| said.is_empty() || said == "unknown";
        let is_open = |path: &str| is_unknown(&self.value(path));
        let mut open = Vec::new();
        if is_open("established") {
            open.push((words.question_established.to_owned(), RatRoute::Check(2)));
        }
        for year in self.years_asked() {
            let held = self.value(&format!("year.{year}.held"));
            let unreported = held == "yes" && is_open(&format!("year.{year}.reported"));
            let question = if unreported { words.question_reported } else { words.question_held };
            if is_unknown(&held) || unreported {
                open.push((fill(question, &[("year", &year)]), RatRoute::Check(3)));
            }
        }
        if is_open("business") {
            open.push((words.question_business.to_owned(), RatRoute::Check(4)));
        }
        open
    }

    /// The newest book year that has closed and has not fallen due: its RAT is told where the meeting is, not in the check.
    #[must_use]
    pub fn open_year(&self) -> Option<BookYear> {
        let newest = self.facts.book_year_end.newest_closed(self.today);
        let first = self.facts.established.map_or(newest, |founding| self.facts.book_year_end.first_after(founding));
        due::book_year(&self.facts, newest, self.today).filter(|year| !year.due && newest >= first)
    }

    /// The newest RAT, where it was held and is not known to be reported.
    #[must_use]
    pub fn to_report(&self) -> Option<BookYear> {
        let newest = self.facts.book_year_end.newest_closed(self.today);
        due::book_year(&self.facts, newest, self.today).filter(|year| year.held.yes() && !year.reported.yes())
    }

    /// A day was chosen that has come or passed: whether the RAT was held is the question now.
    #[must_use]
    pub fn has_come(&self) -> bool {
        let chosen = self.input.chosen.as_deref().and_then(Day::parse);
        chosen.is_some_and(|day| day <= self.today)
    }
}

/// Three years are asked at least, where there are as many.
const LEAST_YEARS: i32 = 3;
/// A year that was missed takes one question, a held one two: six questions in all.
const MOST_YEARS: i32 = 6;

/// `history.1.heldOn` as `year.2024.heldOn`: a screen knows years, not places in a list.
fn by_year(input: &RatInput, field: &str) -> String {
    let Some(rest) = field.strip_prefix("history.") else { return field.to_owned() };
    let (place, name) = rest.split_once('.').map_or((rest, ""), |(place, name)| (place, name));
    let year = place.parse().ok().and_then(|place: usize| input.history.get(place)).map_or(0, |year| year.year);
    if name.is_empty() { format!("year.{year}") } else { format!("year.{year}.{name}") }
}
