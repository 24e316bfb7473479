//! Who is asked.

use std::ops::RangeInclusive;

use crate::calendar::Day;
use crate::rulebook::CoopKind;

/// *Klasifikasi usaha koperasi*.
const LEVELS: RangeInclusive<u8> = 1..=4;

/// The most characters of a name, a place or a note that a field takes. A file may hold longer ones.
pub const LONGEST_TEXT: usize = 500;

/// What is known about the cooperative itself. No person's name belongs here.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Profile {
    /// The cooperative's name, for the cover of the report only.
    pub name: Option<String>,
    /// What kind of cooperative it is.
    pub kind: Option<CoopKind>,
    /// *Klasifikasi usaha koperasi*, 1 to 4.
    pub level: Option<u8>,
    /// Registered members.
    pub members: Option<u32>,
    /// The last day of the book year under examination, ISO 8601 (`2025-12-31`).
    pub book_year_end: Option<String>,
}

impl Profile {
    /// A level that there is, however it was given.
    #[must_use]
    pub fn level_of(number: i64) -> Option<u8> {
        u8::try_from(number).ok().filter(|level| LEVELS.contains(level))
    }

    /// A number of members that can be counted.
    #[must_use]
    pub fn members_of(number: i64) -> Option<u32> {
        u32::try_from(number).ok()
    }

    /// A day on which a book year may end, as it is kept.
    ///
    /// ```
    /// use cermin_koperasi::assessment::Profile;
    /// assert_eq!(Profile::day_of(" 2025-12-31").as_deref(), Some("2025-12-31"));
    /// assert_eq!(Profile::day_of("20255-12-31"), None);
    /// ```
    #[must_use]
    pub fn day_of(text: &str) -> Option<String> {
        Day::parse(text).map(|day| day.to_string())
    }
}
