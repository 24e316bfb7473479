//! What is known of the RAT at this moment, as every screen about it reads it.

use chrono::Datelike;

use crate::calendar::Day;
use crate::page::{Model, Notice};
use crate::rat::book::{CoachingId, FindingId};
use crate::rat::papers::{Desk, Paper, paper};
use crate::rat::{self, Grade, Problem, RatFacts, RatInput, due};
use crate::standing::{Estimate, Standing, standing};

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
        let today = model.today.and_then(|day| Day::new(day.year(), day.month(), day.day()))?;
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
        standing(&self.facts, self.today, Estimate::of(self.model.assessment()))
    }

    /// A paper, filled; `None` where there is none of that key.
    #[must_use]
    pub fn paper(&self, key: &str) -> Option<Paper> {
        let Standing { findings, offers, .. } = self.standing();
        let desk = |findings: &[FindingId], offers: &[CoachingId]| {
            paper(key, Desk { facts: &self.facts, today: self.today, findings, offers })
        };
        desk(&findings, &offers)
    }

    /// What a field holds: what was typed and refused, else what is known; empty for nothing.
    #[must_use]
    pub fn value(&self, path: &str) -> String {
        if let Some(Notice::Rat(refused, typed)) = &self.model.notice
            && refused == path
        {
            return typed.clone();
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
