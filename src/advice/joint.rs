//! What all actions bring together: computed by re-scoring, since one ratio pulls at another.

use crate::assessment::{Answer, Assessment};
use crate::exact::{Fraction, Range};
use crate::rulebook::Predicate;
use crate::scoring::{self, Report};

use super::apply::moved;
use super::doubt::told;
use super::{Action, Change, Step};

/// The sum told for all actions.
#[derive(Clone, Debug)]
pub struct Joint {
    /// The total before and after, over every way to read the form.
    pub total: Change,
    /// What each end of it gains.
    gained: Range<Fraction>,
    /// The predicates of both ends afterwards.
    pub predicate: Range<Option<&'static Predicate>>,
    /// Actions that cannot be made after the ones above them, since the money is spent: places in the list.
    pub left_out: Vec<usize>,
}

impl Joint {
    /// What each end of the total gains.
    ///
    /// ```
    /// use cermin_koperasi::{advice, page::workshop::Sample};
    /// let work = Sample::find("kredit-macet").unwrap().work(None).unwrap().assessment;
    /// let all = advice::checklist(&work).all;
    /// assert_eq!(all.gain(), all.total.gain(), "its form is read in one way");
    /// assert_eq!(all.predicate.low.map(|one| one.id), Some("sehat"));
    /// ```
    #[must_use]
    pub fn gain(&self) -> Range<Fraction> {
        self.gained
    }
}

/// Makes all actions, in the order of the list, on a copy.
pub(super) fn joint(assessment: &Assessment, before: &Report, actions: &[Action]) -> Joint {
    let mut copy = assessment.clone();
    let mut left_out = Vec::new();
    for (place, action) in actions.iter().enumerate() {
        match &action.step {
            Step::Items(items) => {
                copy.answers.extend(items.iter().map(|item| (item.id.to_owned(), Answer::Yes)));
            }
            Step::Money(way) => match moved(&copy, way.movement, way.rupiah) {
                Some(further) => copy = further,
                None => left_out.push(place),
            },
        }
    }
    let after = scoring::assess(&copy);
    let told = told(before, &after);
    Joint { total: told.total, gained: told.gain, predicate: after.honest_predicate(), left_out }
}
