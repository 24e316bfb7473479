//! What the profile has in common with the answers about the RAT.

use crate::exchange::save::Opened;
use crate::page::Field;

/// The profile was changed: what it says now counts here too.
#[cfg(feature = "full")]
pub(in crate::page) fn profile_said(work: &mut Opened, field: Field) {
    let rat = &mut work.assessment.rat;
    match field {
        Field::Members => rat.members = None,
        Field::BookYearEnd => rat.book_year_end = None,
        Field::Kind => (rat.kdmp, rat.sharia) = Default::default(),
        Field::Name | Field::Level => {}
    }
}

/// The same in the part of the file that the whole page reads.
#[cfg(not(feature = "full"))]
pub(in crate::page) fn profile_said(work: &mut Opened, field: Field) {
    let keys = match field {
        Field::Members => ["members", ""],
        Field::BookYearEnd => ["bookYearEnd", ""],
        Field::Kind => ["kdmp", "sharia"],
        Field::Name | Field::Level => return,
    };
    if let Some(crate::exchange::json::Value::Object(rat)) = work.kept.get_mut("rat") {
        for key in keys {
            rat.remove(key);
        }
    }
}
