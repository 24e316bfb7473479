//! What both kinds of code, a result's and a voice's, begin with: by it one is told from the other, and a form is found.

use super::Fault;
use crate::rulebook::{self, Rulebook, Variant};

/// The forms a code can be of, by their number in it. The numbers never change; new ones come at the end.
pub(super) const FORMS: [(&str, &str); 2] = [("kkpkk-2021", "ksp12"), ("kkpkk-2021", "riil12")];

/// The first symbol of a voice; results begin with their version, which is far below.
pub(super) const VOICE_SIGN: u8 = 30;

/// What the first line of a result's small file says.
pub(super) const RESULT_FILE: &str = "cermin-koperasi kode";
/// What that of a voice says.
pub(super) const VOICE_FILE: &str = "cermin-koperasi suara";

/// The form of a number in a code.
pub(super) fn known(form: usize) -> Result<(&'static Rulebook, &'static Variant), Fault> {
    let (book, variant) = FORMS.get(form).ok_or(Fault::Rulebook)?;
    let book = rulebook::find(book).ok_or(Fault::Rulebook)?;
    Ok((book, book.variant(variant).ok_or(Fault::Rulebook)?))
}
