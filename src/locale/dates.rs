//! Days as people write them, without `Intl`.

use chrono::{Datelike, NaiveDate};

use super::{Locale, fill};

impl Locale {
    /// The day in full: `31 Desember 2025`.
    ///
    /// ```
    /// use cermin_koperasi::locale::Locale;
    /// let day = chrono::NaiveDate::from_ymd_opt(2025, 12, 31).expect("a day");
    /// assert_eq!(Locale::Id.day(day), "31 Desember 2025");
    /// ```
    #[must_use]
    pub fn day(self, day: NaiveDate) -> String {
        let words = &self.words().date;
        let month = words.months[day.month0() as usize];
        fill(words.day, &[("day", &day.day()), ("month", &month), ("year", &day.year())])
    }

    /// The day as a column is headed: `31 Des 2025`.
    ///
    /// ```
    /// use cermin_koperasi::locale::Locale;
    /// let day = chrono::NaiveDate::from_ymd_opt(2025, 12, 31).expect("a day");
    /// assert_eq!(Locale::Id.short_day(day), "31 Des 2025");
    /// ```
    #[must_use]
    pub fn short_day(self, day: NaiveDate) -> String {
        let words = &self.words().date;
        let month: String = words.months[day.month0() as usize].chars().take(3).collect();
        fill(words.day, &[("day", &day.day()), ("month", &month), ("year", &day.year())])
    }

    /// The day of the week: *Rabu*.
    #[must_use]
    pub fn weekday(self, day: NaiveDate) -> &'static str {
        self.words().date.weekdays[day.weekday().num_days_from_monday() as usize]
    }
}
