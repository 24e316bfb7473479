//! `cargo xtask lighthouse`: how the page feels on a cheap phone (AC-40).

use crate::{Result, build, npm, sh};

/// Builds, then measures; `--no-build` takes what `dist/` holds, `--report-only` never fails.
///
/// # Errors
/// When Lighthouse's mobile preset finds the page above a limit.
pub(crate) fn run(arguments: &[String]) -> Result {
    if !arguments.iter().any(|argument| argument == "--no-build") {
        build::build()?;
    }
    sh::run(npm::node()?.arg("lighthouse.mjs").args(arguments))
}
