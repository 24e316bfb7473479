//! Why a file was not sealed or not opened.

/// Why a file was not sealed or not opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The passphrase is shorter than [`SHORTEST`](super::SHORTEST).
    TooShort,
    /// The passphrase and its repetition differ.
    Differ,
    /// The device hands out no chance, or the cipher could not be loaded.
    Unable,
    /// The head is damaged or asks for more than a device should give.
    Damaged,
    /// Sealed by a newer version.
    Newer,
    /// The passphrase is wrong, or something was changed; which of the two cannot be told.
    Wrong,
}

impl Refusal {
    const ALL: [Self; 6] = [Self::TooShort, Self::Differ, Self::Unable, Self::Damaged, Self::Newer, Self::Wrong];

    /// Its word at the door to JavaScript.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooShort => "too-short",
            Self::Differ => "differ",
            Self::Unable => "unable",
            Self::Damaged => "damaged",
            Self::Newer => "newer",
            Self::Wrong => "wrong",
        }
    }

    /// The refusal of a word; anything unknown means that it did not work.
    ///
    /// ```
    /// use cermin_koperasi::exchange::sealed::Refusal;
    /// assert_eq!(Refusal::of("wrong"), Refusal::Wrong);
    /// assert_eq!(Refusal::of("?"), Refusal::Unable);
    /// ```
    #[must_use]
    pub fn of(code: &str) -> Self {
        Self::ALL.into_iter().find(|one| one.code() == code).unwrap_or(Self::Unable)
    }
}
