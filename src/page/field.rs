//! The fields of the profile, and why one refuses what it was given.

/// A field of the profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Field {
    /// The cooperative's name.
    Name,
    /// Its kind.
    Kind,
    /// Its level.
    Level,
    /// Its members.
    Members,
    /// The last day of its book year.
    BookYearEnd,
}

impl Field {
    /// All of them, in the order they are asked.
    pub const ALL: [Self; 5] = [Self::Name, Self::Kind, Self::Level, Self::Members, Self::BookYearEnd];

    /// Its word in marks and element ids.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Kind => "kind",
            Self::Level => "level",
            Self::Members => "members",
            Self::BookYearEnd => "book-year-end",
        }
    }
}

/// Why a profile field is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Not a whole number of members.
    Members,
    /// Not a day of the calendar.
    Day,
    /// A day of a year that cannot be meant.
    Year,
    /// Longer than anything that is asked for.
    Long,
}
