//! What a caller did wrong, in a sentence and in a word.

use std::fmt;

use crate::exchange::{Code, Path, Problem};
use crate::locale::Locale;

/// Why a call was refused; it becomes a JavaScript `Error`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// A stable word: one of [`Code`]'s, or `unknown-locale`.
    pub code: &'static str,
    /// Where in the input, as a JSON pointer (`/answers/A.I.1.a`); empty for the whole.
    pub path: String,
    /// A plain Indonesian sentence.
    pub message: String,
}

impl Failure {
    /// A failure about a name that is not known.
    pub(super) fn unknown(code: Code, value: &str) -> Self {
        Problem { code, path: Path::default(), value: value.chars().take(60).collect() }.into()
    }

    /// No such language.
    pub(super) fn unknown_locale() -> Self {
        let message = Locale::Id.words().problem.file.unknown_locale.to_owned();
        Self { code: "unknown-locale", path: String::new(), message }
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        let message = Locale::Id.words().problem(&problem);
        Self { code: problem.code.code(), path: problem.path.to_string(), message }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}
