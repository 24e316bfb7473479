//! Days: month ends, book years, working days.
//!
//! A thin newtype over `chrono::NaiveDate`, without its format strings: `strftime` and `parse_from_str` would cost
//! the module 50 KB. Nothing here knows what day it is; `today` is always an argument.

use std::fmt;
use std::ops::RangeInclusive;

use chrono::{Datelike, Days, Months, NaiveDate};
use serde::{Serialize, Serializer};

mod book_year;
mod working_days;

pub use book_year::BookYearEnd;
pub use working_days::{Certainty, Counted, Holiday, Holidays};

/// The years of a day that anybody enters: a founding long ago, a term that ends in a lifetime. What lies outside is a slip
/// of the finger, such as the fifth digit that a date field lets through.
pub const YEARS: RangeInclusive<i32> = 1900..=2100;

/// A calendar day; one that is entered lies within [`YEARS`], one that is reckoned from it may lie beyond.
///
/// ```
/// use cermin_koperasi::calendar::Day;
/// let close = Day::parse("2025-12-31").unwrap();
/// assert_eq!(close.plus_months_at_month_end(6).to_string(), "2026-06-30");
/// assert!(Day::parse("2026-02-31").is_none());
/// assert!(Day::parse("20255-12-31").is_none() && Day::parse("0025-12-31").is_none());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(NaiveDate);

impl Day {
    /// The day with this year (of [`YEARS`]), month (1 to 12) and day of month; `None` where there is no such day.
    #[must_use]
    pub fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        YEARS.contains(&year).then(|| NaiveDate::from_ymd_opt(year, month, day).map(Self))?
    }

    /// Reads an ISO day, `2025-12-31`, with surrounding space forgiven. `None` for anything else, 31 February included.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.trim().split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let shaped = parts.next().is_none() && year.len() == 4 && month.len() == 2 && day.len() == 2;
        let digits = [year, month, day].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
        (shaped && digits).then(|| Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?))?
    }

    /// Whether a text would be a day, were its year one of [`YEARS`]: `20255-12-31`, `0005-12-31`.
    #[must_use]
    pub fn has_wrong_year(text: &str) -> bool {
        let Some((year, rest)) = text.trim().split_once('-') else { return false };
        let known = year.len() == 4 && year.parse().is_ok_and(|year| YEARS.contains(&year));
        let number = (1..=6).contains(&year.len()) && year.bytes().all(|byte| byte.is_ascii_digit());
        // A leap year has every day that a year can have.
        number && !known && Self::parse(&format!("2024-{rest}")).is_some()
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The month as a place among twelve.
    #[must_use]
    pub fn month0(self) -> usize {
        self.0.month0() as usize
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// 0 for Monday to 6 for Sunday.
    #[must_use]
    pub fn weekday(self) -> usize {
        self.0.weekday().num_days_from_monday() as usize
    }

    /// Whether this is the last day of its month.
    #[must_use]
    pub fn is_month_end(self) -> bool {
        self.plus_days(1).month() != self.month()
    }

    /// The last day of this day's month.
    #[must_use]
    pub fn month_end(self) -> Self {
        (28..=31).rev().find_map(|day| self.0.with_day(day)).map_or(self, Self)
    }

    /// This many days later (earlier when negative). Stays put at the far ends of the calendar.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        let size = Days::new(days.unsigned_abs());
        let moved = if days < 0 { self.0.checked_sub_days(size) } else { self.0.checked_add_days(size) };
        moved.map_or(self, Self)
    }

    /// The same day of the month so many months later, or that month's last day where it is shorter. Counts a period that
    /// starts with an event: a letter received on 31 August has its second month end on 31 October.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Self {
        let size = Months::new(months.unsigned_abs());
        let moved = if months < 0 { self.0.checked_sub_months(size) } else { self.0.checked_add_months(size) };
        moved.map_or(self, Self)
    }

    /// Like [`Day::plus_months`], but a month's last day leads to a month's last day: 30 June plus six is 31 December.
    /// Counts from the close of a book year.
    #[must_use]
    pub fn plus_months_at_month_end(self, months: i32) -> Self {
        let moved = self.plus_months(months);
        if self.is_month_end() { moved.month_end() } else { moved }
    }

    /// The next day of this month and number, later than this one; `None` where there is none such.
    ///
    /// ```
    /// use cermin_koperasi::calendar::Day;
    /// let close = Day::parse("2025-12-31").unwrap();
    /// assert_eq!(close.next(4, 20).unwrap().to_string(), "2026-04-20");
    /// assert_eq!(close.next(12, 31).unwrap().to_string(), "2026-12-31");
    /// ```
    #[must_use]
    pub fn next(self, month: u32, day: u32) -> Option<Self> {
        let of = |year| Self::new(year, month, day).filter(|found| *found > self);
        of(self.year()).or_else(|| of(self.year() + 1))
    }

    /// Days from here to `other`; negative when `other` is earlier.
    #[must_use]
    pub fn days_until(self, other: Self) -> i64 {
        other.0.signed_duration_since(self.0).num_days()
    }
}

/// Prints the ISO day, `2025-12-31`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
