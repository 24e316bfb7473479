//! What all actions bring together: computed by re-scoring, since one ratio pulls at another.

use crate::assessment::{Answer, Assessment};
use crate::exact::{Fraction, Range};
use crate::rulebook::Predicate;
use crate::scoring::{self, Report};

use super::apply::moved;
use super::{Action, Change, Step};

/// The sum told for all actions.
#[derive(Clone, Debug)]
pub struct Joint {
    /// The total before and after.
    pub total: Change,
    /// The predicates of both ends afterwards.
    pub predicate: Range<Option<&'static Predicate>>,
    /// Actions that cannot be made after the ones above them, since the money is spent: places in the list.
    pub left_out: Vec<usize>,
}

impl Joint {
    /// What each end of the total gains.
    #[must_use]
    pub fn gain(&self) -> Range<Fraction> {
        self.total.gain()
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
    Joint { total: Change { before: before.total, after: after.total }, predicate: after.predicate, left_out }
}
