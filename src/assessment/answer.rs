//! The four answers.

/// What a board says about an item. *Belum tahu* is not *tidak*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Answer {
    /// *Ya*: it is so, and can be shown.
    Yes,
    /// *Tidak*: it is not so.
    No,
    /// *Belum tahu*: not found out yet; it may turn out either way.
    #[default]
    Unknown,
    /// *Tidak berlaku*: cannot apply; offered only where the rulebook says so.
    NotApplicable,
}

impl Answer {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Yes, Self::No, Self::Unknown, Self::NotApplicable];

    /// The word used in files and in the JavaScript face.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unknown => "unknown",
            Self::NotApplicable => "not-applicable",
        }
    }

    /// The answer named by its code.
    ///
    /// ```
    /// use cermin_koperasi::assessment::Answer;
    /// assert_eq!(Answer::parse("unknown"), Some(Answer::Unknown));
    /// assert_eq!(Answer::parse("maybe"), None);
    /// ```
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|answer| answer.code() == code)
    }
}
