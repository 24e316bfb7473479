//! Working days: Monday to Friday, without national holidays and joint leave (*cuti bersama*).

use serde::Serialize;

use super::Day;

/// One day on which offices are closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Holiday {
    /// Year, month, day.
    pub date: (i32, u32, u32),
    /// Whether the day is certain; a holiday that follows the moon is an estimate until the government announces it.
    pub settled: bool,
    /// Its name, in Indonesian.
    pub name: &'static str,
}

/// The holidays of some years, oldest first. Outside `first_year..=last_year` nothing is known.
#[derive(Clone, Copy, Debug)]
pub struct Holidays {
    /// The first year covered.
    pub first_year: i32,
    /// The last year covered.
    pub last_year: i32,
    /// Every holiday of those years, oldest first.
    pub days: &'static [Holiday],
}

/// How far a count of working days can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Certainty {
    /// Every holiday on the way is announced.
    Sure,
    /// A year on the way has holidays that are still estimates.
    Estimated,
    /// The way leaves the years covered: only weekends were counted there.
    BeyondCoverage,
}

/// A day found by counting working days, and how far it can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The day found.
    pub day: Day,
    /// How far it can be trusted.
    pub certainty: Certainty,
}

impl Holidays {
    /// No holidays at all, for every year: weekends only.
    pub const NONE: Self = Self { first_year: 1, last_year: 9999, days: &[] };

    /// The holiday on this day, if any.
    #[must_use]
    pub fn on(&self, day: Day) -> Option<&'static Holiday> {
        let date = (day.year(), day.month(), day.day());
        self.days.binary_search_by_key(&date, |holiday| holiday.date).ok().map(|index| &self.days[index])
    }

    /// Whether offices work on this day, as far as is known.
    #[must_use]
    pub fn is_working_day(&self, day: Day) -> bool {
        day.weekday() < 5 && self.on(day).is_none()
    }

    /// The `count`th working day before `day`: with a meeting on Friday 27 February 2026 and no holidays, the seventh is
    /// Wednesday 18 February. A notice sent by then gives `count` working days of notice.
    #[must_use]
    pub fn working_days_before(&self, day: Day, count: u32) -> Counted {
        let mut at = day;
        let mut left = count;
        while left > 0 {
            at = at.plus_days(-1);
            left -= u32::from(self.is_working_day(at));
        }
        Counted { day: at, certainty: self.certainty(at, day) }
    }

    /// How far a count between these two days can be trusted.
    #[must_use]
    pub fn certainty(&self, from: Day, to: Day) -> Certainty {
        if from.year() < self.first_year || to.year() > self.last_year {
            return Certainty::BeyondCoverage;
        }
        // An estimate may move by a day or two, into or out of the span.
        let (low, high) = (from.plus_days(-3), to.plus_days(3));
        let loose = self.days.iter().filter(|holiday| !holiday.settled);
        let mut days = loose.filter_map(|holiday| Day::new(holiday.date.0, holiday.date.1, holiday.date.2));
        if days.any(|day| (low..=high).contains(&day)) { Certainty::Estimated } else { Certainty::Sure }
    }
}
