//! `cargo xtask leaks`: tries to get data out of every deliverable, and writes down what can (AC-44).

use crate::{Result, build, npm, sh};

/// Builds, tries, and writes `tests/browser/leaks.md`.
///
/// # Errors
/// When anything gets out that a content policy could have stopped.
pub(crate) fn run() -> Result {
    build::build()?;
    sh::run(npm::node()?.arg("leaks.mjs"))
}
