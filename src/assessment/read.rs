//! What only the whole page reads of the work: the RAT, what was done, the papers, a village cooperative's sheet. `unread.rs` stands
//! here in the first part.

#[path = "mark.rs"]
mod mark;
#[path = "paper.rs"]
mod paper;
#[path = "task.rs"]
mod task;

pub use mark::{Mark, Stage};
pub use paper::{Found, PaperNote};
pub use task::Task;

use super::{Amount, Answer, Assessment};
use crate::rat::sheet::{Books, Sheet};
use crate::rat::{Answer as Said, Level, RatInput};
use crate::rulebook::CoopKind;
use crate::sorted_map::SortedMap;

pub(super) type Rat = RatInput;
pub(super) type Marks = Vec<Mark>;
pub(super) type Papers = SortedMap<String, PaperNote>;
pub(super) type Tasks = SortedMap<String, Task>;
pub(super) type VillageSheet = Box<Sheet>;

impl Assessment {
    /// Whether what is said of the RAT makes it a cooperative of cooperatives.
    pub(super) fn says_secondary(&self) -> bool {
        self.rat.level == Some(Level::Secondary)
    }

    /// What is said of the RAT, its gaps filled from the profile: members, book year end, name, and what its kind says.
    /// Nothing is asked twice.
    #[must_use]
    pub fn rat_with_profile(&self) -> RatInput {
        let (mut rat, profile) = (self.rat.clone(), &self.profile);
        rat.members = rat.members.or(profile.members.map(i64::from));
        let day_of_year = |day: &String| day.get(5..).map(str::to_owned);
        rat.book_year_end = rat.book_year_end.or_else(|| profile.book_year_end.as_ref().and_then(day_of_year));
        if rat.names.name.is_empty() {
            rat.names.name = profile.name.clone().unwrap_or_default();
        }
        let Some(kind) = profile.kind else { return rat };
        let of_kind = |known| Some(Said::from(kind == known));
        let said = [
            (&mut rat.savings_loan, lends(kind).then_some(Said::Yes)),
            (&mut rat.kdmp, of_kind(CoopKind::Kdmp)),
            (&mut rat.sharia, of_kind(CoopKind::Sharia)),
        ];
        for (field, of_kind) in said {
            // What was said itself counts before what the kind says.
            *field = Some(*field).filter(|said| *said != Said::Unknown).or(of_kind).unwrap_or_default();
        }
        rat.level = rat.level.or_else(|| (kind == CoopKind::Secondary).then_some(Level::Secondary));
        rat
    }

    /// Hands the amounts of the book year to what asks by account: only what was entered and can be counted.
    pub fn with_books<T>(&self, ask: impl FnOnce(Books<'_>) -> T) -> T {
        let book = &self.statements.current;
        ask(&|account| match book.amounts.get(account) {
            Some(Amount::Known(amount)) => Some(amount.get()),
            Some(Amount::Unknown) | None => None,
        })
    }
}

/// Whether the kind itself says that it saves and lends. Of those that may do so beside other things it says nothing.
const fn lends(kind: CoopKind) -> bool {
    match kind {
        CoopKind::Ksp | CoopKind::Usp | CoopKind::Serba => true,
        CoopKind::Riil | CoopKind::Kdmp | CoopKind::Sharia | CoopKind::Secondary | CoopKind::Other => false,
    }
}
