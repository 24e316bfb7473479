//! Days as people write them, without `Intl`.

use super::{Locale, fill};
use crate::calendar::Day;

impl Locale {
    /// The day in full: `31 Desember 2025`.
    ///
    /// ```
    /// use cermin_koperasi::locale::Locale;
    /// use cermin_koperasi::calendar::Day;
    /// let day = Day::new(2025, 12, 31).expect("a day");
    /// assert_eq!(Locale::Id.day(day), "31 Desember 2025");
    /// ```
    #[must_use]
    pub fn day(self, day: Day) -> String {
        let words = &self.words().date;
        let month = self.month(day);
        fill(words.day, &[("day", &day.day()), ("month", &month), ("year", &day.year())])
    }

    /// The day as a column is headed: `31 Des 2025`.
    ///
    /// ```
    /// use cermin_koperasi::locale::Locale;
    /// use cermin_koperasi::calendar::Day;
    /// let day = Day::new(2025, 12, 31).expect("a day");
    /// assert_eq!(Locale::Id.short_day(day), "31 Des 2025");
    /// ```
    #[must_use]
    pub fn short_day(self, day: Day) -> String {
        let words = &self.words().date;
        let month: String = self.month(day).chars().take(3).collect();
        fill(words.day, &[("day", &day.day()), ("month", &month), ("year", &day.year())])
    }

    /// The month of a day: *Desember*.
    #[must_use]
    pub fn month(self, day: Day) -> &'static str {
        self.words().date.months[day.month0()]
    }

    /// The day of the week: *Rabu*.
    #[must_use]
    pub fn weekday(self, day: Day) -> &'static str {
        self.words().date.weekdays[day.weekday()]
    }
}
