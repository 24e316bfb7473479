//! What a board says: its profile, its answers, its books. Nothing is judged here.

mod answer;
mod given;
#[cfg(feature = "full")]
mod mark;
#[cfg(feature = "full")]
mod paper;
mod profile;
mod statements;
mod unrated;

pub use answer::Answer;
pub use given::Given;
#[cfg(feature = "full")]
pub use mark::{Mark, Stage};
#[cfg(feature = "full")]
pub use paper::{Found, PaperNote};
pub use profile::{LONGEST_TEXT, Profile};
pub use statements::{Amount, Book, MAX_AMOUNT, Statements};
pub use unrated::Unrated;

#[cfg(feature = "full")]
use crate::rat::sheet::{Books, Sheet};
#[cfg(feature = "full")]
use crate::rat::{Answer as Said, Level, RatInput};
use crate::rulebook::{Item, Reading, Rulebook, Variant, Year};
#[cfg(feature = "full")]
use crate::sorted_map::SortedMap;

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
    /// What is said of the annual members' meeting and of letters from the office.
    #[cfg(feature = "full")]
    pub rat: RatInput,
    /// What has been done about it, oldest first. The first part of the page leaves it in the file unread.
    #[cfg(feature = "full")]
    pub marks: Vec<Mark>,
    /// What is noted of the papers for the examiner's table, by paper; only what says something.
    #[cfg(feature = "full")]
    pub papers: SortedMap<String, PaperNote>,
    /// What was typed into the sheet of a village cooperative's RAT.
    #[cfg(feature = "full")]
    pub sheet: Box<Sheet>,
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
            #[cfg(feature = "full")]
            rat: RatInput::default(),
            #[cfg(feature = "full")]
            marks: Vec::new(),
            #[cfg(feature = "full")]
            papers: SortedMap::new(),
            #[cfg(feature = "full")]
            sheet: Box::default(),
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

    /// What is said of the RAT, its gaps filled from the profile: members, book year end, name, and what its kind says.
    /// Nothing is asked twice.
    #[cfg(feature = "full")]
    #[must_use]
    pub fn rat_with_profile(&self) -> RatInput {
        let (mut rat, profile) = (self.rat.clone(), &self.profile);
        rat.members = rat.members.or(profile.members.map(i64::from));
        let day_of_year = |day: &String| day.get(5..).map(str::to_owned);
        rat.book_year_end = rat.book_year_end.or_else(|| profile.book_year_end.as_ref().and_then(day_of_year));
        if rat.names.name.is_empty() {
            rat.names.name = profile.name.clone().unwrap_or_default();
        }
        let Some(kind) = profile.kind.as_deref() else { return rat };
        let lends = matches!(kind, "ksp" | "usp" | "serba").then_some(Said::Yes);
        let of_kind = |known: &str| Some(Said::from(kind == known));
        let said =
            [(&mut rat.savings_loan, lends), (&mut rat.kdmp, of_kind("kdmp")), (&mut rat.sharia, of_kind("syariah"))];
        for (field, of_kind) in said {
            // What was said itself counts before what the kind says.
            *field = Some(*field).filter(|said| *said != Said::Unknown).or(of_kind).unwrap_or_default();
        }
        rat.level = rat.level.or_else(|| (kind == "sekunder").then_some(Level::Secondary));
        rat
    }

    /// Hands the amounts of the book year to what asks by account: only what was entered and can be counted.
    #[cfg(feature = "full")]
    pub fn with_books<T>(&self, ask: impl FnOnce(Books<'_>) -> T) -> T {
        let book = &self.statements.current;
        ask(&|account| match book.amounts.get(account) {
            Some(Amount::Known(amount)) => Some(*amount),
            Some(Amount::Unknown) | None => None,
        })
    }

    /// The same assessment counted in another way.
    #[must_use]
    pub fn counted(&self, edition: usize, reading: Reading) -> Self {
        Self { edition, reading, ..self.clone() }
    }
}
