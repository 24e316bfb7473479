//! A set of changes to try on a copy.

use crate::assessment::{Amount, Answer, Assessment};
use crate::rulebook::Year;
use crate::sorted_map::SortedMap;

/// Answers and amounts to try instead of the ones given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangeSet {
    /// By item id.
    pub answers: SortedMap<String, Answer>,
    /// By year and account id.
    pub amounts: SortedMap<(Year, String), Amount>,
}

/// Why a change set cannot be applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The form has no such item.
    Item(String),
    /// *Tidak berlaku* is not offered for this item.
    NotApplicable(String),
    /// The form has no such account.
    Account(String),
}

impl ChangeSet {
    /// Whether nothing changes.
    ///
    /// ```
    /// use cermin_koperasi::{advice::ChangeSet, assessment::Answer};
    /// let mut changes = ChangeSet::default();
    /// assert!(changes.is_empty());
    /// changes.answers.insert("A.I.1.a".into(), Answer::Yes);
    /// assert!(!changes.is_empty(), "also where the board said so already");
    /// ```
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.amounts.is_empty()
    }

    /// A changed copy; the assessment itself stays as it is.
    ///
    /// # Errors
    /// [`Refused`] at the first name the form does not have, or value it does not allow.
    ///
    /// ```
    /// use cermin_koperasi::{advice::ChangeSet, assessment::{Answer, Assessment}, rulebook};
    /// let book = rulebook::find("kkpkk-2021").unwrap();
    /// let blank = Assessment::new(book, &book.variants[0]);
    /// let mut changes = ChangeSet::default();
    /// changes.answers.insert("A.I.1.a".into(), Answer::Yes);
    /// assert_eq!(changes.apply(&blank).unwrap().answer("A.I.1.a"), Answer::Yes);
    /// assert_eq!(blank.answer("A.I.1.a"), Answer::Unknown);
    /// ```
    pub fn apply(&self, assessment: &Assessment) -> Result<Assessment, Refused> {
        let mut copy = assessment.clone();
        for (id, answer) in &self.answers {
            let item = assessment.variant.item(id).ok_or_else(|| Refused::Item(id.clone()))?;
            if *answer == Answer::NotApplicable && !item.not_applicable {
                return Err(Refused::NotApplicable(id.clone()));
            }
            copy.answers.insert(id, *answer);
        }
        for ((year, id), amount) in &self.amounts {
            assessment.variant.account_index(id).ok_or_else(|| Refused::Account(id.clone()))?;
            copy.statements.year_mut(*year).amounts.insert(id, *amount);
        }
        Ok(copy)
    }
}
