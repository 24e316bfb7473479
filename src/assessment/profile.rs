//! Who is asked.

/// What is known about the cooperative itself. No person's name belongs here.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Profile {
    /// The cooperative's name, for the cover of the report only.
    pub name: Option<String>,
    /// `ksp` (savings and loan), `usp` (savings-and-loan unit), or another kind the office uses.
    pub kind: Option<String>,
    /// *Klasifikasi usaha koperasi*, 1 to 4.
    pub level: Option<u8>,
    /// Registered members.
    pub members: Option<u32>,
    /// The last day of the book year under examination, ISO 8601 (`2025-12-31`).
    pub book_year_end: Option<String>,
}
