//! The work as a file: its name, its text, and what can be read of one.

use super::model::untie;
use super::{FileFault, Model};
use crate::exchange::save::{self, Opened};

/// How many bytes the work takes where it is kept.
pub(super) fn weight(work: &Opened) -> usize {
    save::write_tight(&work.assessment, &work.kept).len()
}

/// Named for the book year, and for an invented cooperative: who looks at several tells their files apart.
pub(super) fn file_name(model: &Model, ending: &str) -> String {
    let profile = &model.assessment().profile;
    let year = profile.book_year_end.as_deref().and_then(|day| day.get(..4)).unwrap_or("isian");
    let name = profile.name.as_deref().filter(|_| model.sample).unwrap_or_default().to_ascii_lowercase();
    let mut file = String::from("cermin-koperasi-");
    for word in name.split(|sign: char| !sign.is_ascii_alphanumeric()).filter(|word| !["", "koperasi"].contains(word)) {
        file += &[word, "-"].concat();
    }
    file + &[year, ".", ending].concat()
}

/// The save file.
pub(super) fn text(model: &Model) -> String {
    file_of(&model.work)
}

/// Work as a file: where it lies on the desk of this device is nobody else's matter.
pub(super) fn file_of(work: &Opened) -> String {
    let mut work = work.clone();
    untie(&mut work);
    save::write(&work.assessment, &work.kept)
}

/// The work in a chosen file, or a sentence that says why there is none.
pub(super) fn read(model: &Model, file: Result<String, FileFault>) -> Result<Opened, String> {
    let words = model.words();
    let text = file.map_err(|fault| match fault {
        FileFault::TooBig => words.problem.file.too_big.to_owned(),
        FileFault::Unreadable => words.problem.file.unreadable.to_owned(),
    })?;
    let mut opened = save::read(&text).map_err(|problem| words.problem(&problem))?;
    untie(&mut opened);
    // What is there to add to it may make it too long to be opened again.
    if weight(&opened) > save::LONGEST { Err(words.problem.file.too_big.to_owned()) } else { Ok(opened) }
}
