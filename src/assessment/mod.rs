//! What a board says: its profile, its answers, its books. Nothing is judged here.

mod answer;
mod profile;
mod statements;

pub use answer::Answer;
pub use profile::Profile;
pub use statements::{Amount, Book, MAX_AMOUNT, Statements};

use std::collections::BTreeMap;

use crate::rulebook::{Reading, Rulebook, Variant};

/// A self-assessment as far as it has got. Everything may be missing; nothing missing is ever read as *no* or zero.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// The rulebook it answers.
    pub rulebook: &'static Rulebook,
    /// The form it answers.
    pub variant: &'static Variant,
    /// Which edition counts, an index into [`Rulebook::editions`].
    pub edition: usize,
    /// Which reading counts.
    pub reading: Reading,
    /// Who is asked.
    pub profile: Profile,
    /// By item id; an item that is not here is unanswered, which counts as [`Answer::Unknown`].
    pub answers: BTreeMap<String, Answer>,
    /// The books of two years.
    pub statements: Statements,
}

impl PartialEq for Rulebook {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl PartialEq for Variant {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Assessment {
    /// An empty assessment under a rulebook's newest edition.
    #[must_use]
    pub fn new(rulebook: &'static Rulebook, variant: &'static Variant) -> Self {
        Self {
            rulebook,
            variant,
            edition: rulebook.newest_edition(),
            reading: Reading::default(),
            profile: Profile::default(),
            answers: BTreeMap::new(),
            statements: Statements::default(),
        }
    }

    /// The answer to an item; [`Answer::Unknown`] where none was given.
    #[must_use]
    pub fn answer(&self, item: &str) -> Answer {
        self.answers.get(item).copied().unwrap_or(Answer::Unknown)
    }

    /// The same assessment counted in another way.
    #[must_use]
    pub fn counted(&self, edition: usize, reading: Reading) -> Self {
        Self { edition, reading, ..self.clone() }
    }
}
