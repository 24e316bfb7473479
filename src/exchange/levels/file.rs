//! The code as a small file, for a cable, a memory card or a chat.

use super::form::{RESULT_FILE, VOICE_FILE};
use super::{Fault, Levels, read};
use crate::exchange::save;

/// What the first lines of all small files of ours say.
const FIRSTS: [&str; 2] = [RESULT_FILE, VOICE_FILE];

/// More bytes than such a file has.
pub const FILE_LONGEST: usize = 2_000;

impl Levels {
    /// The file's text: a line that says what it is, and the groups of the code, one a line.
    ///
    /// ```
    /// use cermin_koperasi::{assessment::Assessment, exchange::levels::{Levels, read_file}, rulebook};
    /// let book = rulebook::find("kkpkk-2021").unwrap();
    /// let levels = Levels::of(&Assessment::new(book, &book.variants[0]), None).unwrap();
    /// assert_eq!(read_file(&levels.file()), Ok(levels));
    /// ```
    #[must_use]
    pub fn file(&self) -> String {
        write(RESULT_FILE, &self.typed())
    }
}

/// A small file: a line that says what it is, and the groups of a code.
pub(super) fn write(first: &str, groups: &[String]) -> String {
    format!("{first}\n{}\n", groups.join("\n"))
}

/// Reads such a file; a bare code is taken as well.
///
/// # Errors
/// [`Fault`]; a save file with all of a board's work is told apart, so that nobody hands it round.
pub fn read_file(text: &str) -> Result<Levels, Fault> {
    read_code(text, RESULT_FILE, read)
}

/// Reads a small file whose code `read` understands; a bare code is taken as well.
pub(super) fn read_code<T>(text: &str, first: &str, read: fn(&str) -> Result<T, Fault>) -> Result<T, Fault> {
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Err(Fault::Empty);
    }
    if text.starts_with('{') {
        let ours = text.len() <= save::LONGEST && text.contains("\"cermin-koperasi\"");
        return Err(if ours { Fault::SaveFile } else { Fault::Foreign });
    }
    if text.len() > FILE_LONGEST {
        return Err(Fault::Foreign);
    }
    let ours = text.strip_prefix(first);
    // Without its first line only a whole code is ours; anything else is somebody's text. The other kind of code says itself
    // that it is one.
    let code = ours.or_else(|| FIRSTS.iter().find_map(|first| text.strip_prefix(first))).unwrap_or(text);
    read(code).map_err(|fault| if ours.is_some() { fault } else { foreign(fault) })
}

const fn foreign(fault: Fault) -> Fault {
    match fault {
        Fault::Newer { .. } | Fault::Rulebook | Fault::Voice | Fault::Result => fault,
        _ => Fault::Foreign,
    }
}
