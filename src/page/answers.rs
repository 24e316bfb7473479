//! Answers into the work.

use super::pages;
use crate::assessment::{Answer, Assessment};
use crate::rulebook::Indicator;

/// An answer to an item that exists; *not applicable* only where it is offered.
pub(super) fn answered(assessment: &mut Assessment, id: &str, answer: Answer) {
    let Some(item) = assessment.variant.item(id) else { return };
    if answer != Answer::NotApplicable || item.not_applicable {
        assessment.answers.insert(item.id, answer);
    }
}

/// What is blank on the screen of an indicator.
pub(super) fn answered_rest(assessment: &mut Assessment, indicator: &str, answer: Answer) {
    for item in pages::beside(assessment.variant, indicator).iter().flat_map(Indicator::items) {
        if !assessment.answers.contains_key(item.id) {
            assessment.answers.insert(item.id, answer);
        }
    }
}
