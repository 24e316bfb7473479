//! Dates in data files.

/// Year, month and day of a day of the calendar, written `2021-08-20`.
pub(super) fn day(text: &str) -> Option<(i32, u32, u32)> {
    let digits = |part: &str, size| part.len() == size && part.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return None };
    if !(digits(year, 4) && digits(month, 2) && digits(day, 2)) {
        return None;
    }
    let (year, month, day) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    (1..=last_day(year, month)?).contains(&day).then_some((year, month, day))
}

/// Whether a text is a date as far as its source tells it: `1992`, `2015-09` or `2026-02-10`.
pub(super) fn is_date(text: &str) -> bool {
    match text.len() {
        4 => day(&format!("{text}-01-01")).is_some(),
        7 => day(&format!("{text}-01")).is_some(),
        _ => day(text).is_some(),
    }
}

/// The last day of a month; `None` where the year has no such month.
fn last_day(year: i32, month: u32) -> Option<u32> {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => Some(29),
        2 => Some(28),
        4 | 6 | 9 | 11 => Some(30),
        1..=12 => Some(31),
        _ => None,
    }
}
