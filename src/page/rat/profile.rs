//! What the profile has in common with the answers about the RAT.

use crate::exchange::save::Opened;
use crate::page::Field;

/// The profile was changed: what it says now counts here too.
pub(in crate::page) fn profile_said(work: &mut Opened, field: Field) {
    let rat = &mut work.assessment.rat;
    match field {
        Field::Members => rat.members = None,
        Field::BookYearEnd => rat.book_year_end = None,
        Field::Kind => (rat.kdmp, rat.sharia) = Default::default(),
        Field::Name | Field::Level => {}
    }
}
