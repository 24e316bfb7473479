//! What the device offers: a clock. It may be missing.

use crate::calendar::Day;

/// The reader's day, by their own clock.
pub(super) fn today() -> Option<Day> {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).ok()?;
    Day::new(year, now.get_month() + 1, now.get_date())
}
