//! What a board says: its profile, its answers, its books. Nothing is judged here.

mod answer;
mod given;
mod profile;
#[cfg_attr(not(feature = "full"), path = "unread.rs")]
mod read;
mod statements;
mod unrated;

pub use answer::Answer;
pub use given::Given;
pub use profile::{LONGEST_TEXT, Profile};
pub use read::*;
pub use statements::{Amount, Book, Statements};
pub use unrated::Unrated;

use crate::rulebook::{Account, Item, Reading, Rulebook, Variant, Year};

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
    /// By item; an item that is not here is unanswered, which counts as [`Answer::Unknown`].
    pub answers: Given<Item, Answer>,
    /// The books of two years.
    pub statements: Statements,
    /// What is said of the annual members' meeting and of letters from the office. This and what follows the first part of the
    /// page leaves in the file unread.
    pub rat: read::Rat,
    /// What has been done about it, oldest first.
    pub marks: read::Marks,
    /// What is noted of the papers for the examiner's table, by paper; only what says something.
    pub papers: read::Papers,
    /// Who does a step of the plan, and until when, by indicator; only what says something.
    pub tasks: read::Tasks,
    /// What was typed into the sheet of a village cooperative's RAT.
    pub sheet: read::VillageSheet,
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
            answers: Given::new(variant),
            statements: Statements::new(variant),
            rat: read::Rat::default(),
            marks: read::Marks::default(),
            papers: read::Papers::default(),
            tasks: read::Tasks::default(),
            sheet: read::VillageSheet::default(),
        }
    }

    /// The answer to an item of its form; [`Answer::Unknown`] where none was given.
    #[must_use]
    pub fn answer_to(&self, item: &Item) -> Answer {
        self.answers.of(item).unwrap_or_default()
    }

    /// The answer to an item, by its id; [`Answer::Unknown`] where none was given.
    #[must_use]
    pub fn answer(&self, item: &str) -> Answer {
        self.answers.get(item).copied().unwrap_or_default()
    }

    /// The figure of an account in a year, see [`Statements::amount`].
    #[must_use]
    pub fn amount(&self, year: Year, account: &str) -> Amount {
        self.statements.amount(self.variant, year, account)
    }

    /// The figure of an account of its form in a year, see [`Statements::amount`].
    #[must_use]
    pub fn amount_of(&self, year: Year, account: &Account) -> Amount {
        self.statements.amount_at(self.variant, year, usize::from(account.at.slot))
    }

    /// The same assessment counted in another way.
    #[must_use]
    pub fn counted(&self, edition: usize, reading: Reading) -> Self {
        Self { edition, reading, ..self.clone() }
    }
}
