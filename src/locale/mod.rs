//! Every sentence a user reads.

/// A language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Locale {
    /// Indonesian.
    #[default]
    Id,
    /// English.
    En,
}
