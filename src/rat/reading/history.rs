//! The RATs of the book years, checked against founding, close and today.

use super::Reader;
use crate::calendar::{BookYearEnd, Day};
use crate::rat::facts::YearFacts;
use crate::rat::input::{Answer, YearInput};
use crate::rat::problem::Code;

impl Reader {
    pub(super) fn history(&mut self, years: &[YearInput], end: BookYearEnd) -> Vec<(i32, YearFacts)> {
        let mut history: Vec<(i32, YearFacts)> = Vec::new();
        for (index, year) in years.iter().enumerate() {
            let field = format!("history.{index}");
            if history.iter().any(|(known, _)| *known == year.year) {
                self.tell(&field, Code::TwoRats, &[]);
            } else if let Some(close) = self.closes(&field, year, end) {
                history.push((year.year, self.year(&field, year, close)));
            }
        }
        history
    }

    /// The close of a book year that can be spoken of: the cooperative was there.
    fn closes(&mut self, field: &str, year: &YearInput, end: BookYearEnd) -> Option<Day> {
        let Some(close) = end.close_of(year.year) else {
            self.tell(field, Code::NotADay, &[]);
            return None;
        };
        if self.established.is_some_and(|founding| year.year < end.first_after(founding)) {
            // A *no* for a year that never was is no harm; only a claim is.
            if year.held.yes() {
                self.tell(field, Code::YearBeforeFounding, &[]);
            }
            return None;
        }
        Some(close)
    }

    fn year(&mut self, field: &str, year: &YearInput, close: Day) -> YearFacts {
        let held_on = self.held_on(field, year, close);
        let held = self.held(field, year, held_on, close);
        let reported_on = self.reported_on(field, year, held_on);
        let reported = self.reported(field, year, held, reported_on);
        YearFacts { held, held_on: held_on.filter(|_| held.yes()), reported, reported_on }
    }

    fn held_on(&mut self, field: &str, year: &YearInput, close: Day) -> Option<Day> {
        let (today, established) = (self.today, self.established);
        let early = |day| established.is_some_and(|founding| day < founding);
        let tests: [(&dyn Fn(Day) -> bool, Code); 3] = [
            (&|day| day > today, Code::RatInFuture),
            (&early, Code::RatBeforeFounding),
            (&|day| day <= close, Code::RatBeforeClose),
        ];
        self.day_unless(&format!("{field}.heldOn"), year.held_on.as_ref(), &tests)
    }

    /// A claim whose date is impossible is unknown, not a no: the date may be a slip.
    fn held(&mut self, field: &str, year: &YearInput, held_on: Option<Day>, close: Day) -> Answer {
        let dated = year.held_on.as_ref().is_some_and(|text| !text.trim().is_empty());
        match year.held {
            Answer::Yes if close >= self.today => {
                self.tell(&format!("{field}.held"), Code::YearNotClosed, &[]);
                Answer::Unknown
            }
            Answer::Yes if dated && held_on.is_none() => Answer::Unknown,
            Answer::No if held_on.is_some() => {
                self.tell(&format!("{field}.heldOn"), Code::DateWithoutRat, &[]);
                Answer::Unknown
            }
            Answer::Unknown if held_on.is_some() => Answer::Yes,
            said => said,
        }
    }

    fn reported_on(&mut self, field: &str, year: &YearInput, held_on: Option<Day>) -> Option<Day> {
        let today = self.today;
        let early = |day| held_on.is_some_and(|held| day < held);
        let tests: [(&dyn Fn(Day) -> bool, Code); 2] =
            [(&|day| day > today, Code::ReportInFuture), (&early, Code::ReportBeforeRat)];
        self.day_unless(&format!("{field}.reportedOn"), year.reported_on.as_ref(), &tests)
    }

    fn reported(&mut self, field: &str, year: &YearInput, held: Answer, reported_on: Option<Day>) -> Answer {
        let dated = year.reported_on.as_ref().is_some_and(|text| !text.trim().is_empty());
        match year.reported {
            Answer::Yes if held.no() => {
                self.tell(&format!("{field}.reported"), Code::ReportWithoutRat, &[]);
                Answer::Unknown
            }
            Answer::Yes if dated && reported_on.is_none() => Answer::Unknown,
            Answer::Unknown if reported_on.is_some() => Answer::Yes,
            said => said,
        }
    }
}
