//! The day on which a cooperative closes its books, every year.

use std::fmt;

use serde::{Serialize, Serializer};

use super::Day;

/// The last day of every book year, such as 31 December.
///
/// 28 and 29 February both mean *the end of February*: a book year is twelve whole months, so it closes on the 29th
/// when there is one.
///
/// ```
/// use cermin_koperasi::calendar::BookYearEnd;
/// let february = BookYearEnd::parse("02-29").unwrap();
/// assert_eq!(february.close_of(2025).unwrap().to_string(), "2025-02-28");
/// assert_eq!(february.close_of(2028).unwrap().to_string(), "2028-02-29");
/// assert!(BookYearEnd::parse("02-31").is_none());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct BookYearEnd {
    month: u32,
    day: u32,
}

/// What nearly every cooperative has: 31 December.
impl Default for BookYearEnd {
    fn default() -> Self {
        Self { month: 12, day: 31 }
    }
}

impl BookYearEnd {
    /// The day of this month (1 to 12) and number; `None` where no year has such a day.
    #[must_use]
    pub fn new(month: u32, day: u32) -> Option<Self> {
        // 2024 is a leap year, so it has every day a year can have.
        Day::new(2024, month, day).map(|_| Self { month, day })
    }

    /// Reads `MM-DD`; `None` for anything else, 31 February included.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let day = Day::parse(&format!("2024-{}", text.trim()))?;
        Self::new(day.month(), day.day())
    }

    /// The day on which book year `year` closes: the one whose last day falls in that calendar year.
    #[must_use]
    pub fn close_of(self, year: i32) -> Option<Day> {
        match (self.month, self.day) {
            (2, 28 | 29) => Day::new(year, 2, 1).map(Day::month_end),
            (month, day) => Day::new(year, month, day),
        }
    }

    /// The newest book year that has closed by the end of `day`.
    #[must_use]
    pub fn newest_closed(self, day: Day) -> i32 {
        let closed = self.close_of(day.year()).is_some_and(|close| close <= day);
        if closed { day.year() } else { day.year() - 1 }
    }

    /// The first book year of a cooperative established on this day: the one that closes next, strictly later.
    #[must_use]
    pub fn first_after(self, established: Day) -> i32 {
        self.newest_closed(established) + 1
    }
}

/// Prints `MM-DD`.
impl fmt::Display for BookYearEnd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

impl Serialize for BookYearEnd {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
