//! What the profile has in common with the answers about the RAT.

use crate::page::Field;
use crate::rat::RatInput;

/// The profile was changed: what it says now counts here too.
pub(in crate::page) fn profile_said(rat: &mut RatInput, field: Field) {
    match field {
        Field::Members => rat.members = None,
        Field::BookYearEnd => rat.book_year_end = None,
        Field::Name | Field::Kind | Field::Level => {}
    }
}
