//! `cargo xtask bench`: the module beside a spreadsheet engine, a rules engine, JavaScript written by hand, and itself as
//! native code, in one run; writes `tests/bench.md`.

use std::path::PathBuf;

use crate::{Result, build, npm, sh};

/// # Errors
/// When something is missing or a rival comes to another total; a goal that is not reached is told, not refused.
pub(crate) fn run(arguments: &[String]) -> Result {
    if !arguments.iter().any(|argument| argument == "--no-build") {
        build::build()?;
    }
    let folder = sh::root().join("tests/bench");
    npm::packages(&folder)?;
    let native = native()?;
    sh::run(npm::bare_node()?.current_dir(folder).arg("bench.mjs").arg(native))
}

/// Builds the native side with the flags of the module, and says where it lies.
fn native() -> Result<PathBuf> {
    let built =
        sh::read(sh::cargo().args(["bench", "--locked", "--no-run", "--bench", "native", "--message-format=json"]))?;
    let path = built.lines().filter(|line| line.contains("\"name\":\"native\"")).find_map(|line| {
        let (_, rest) = line.split_once("\"executable\":\"")?;
        Some(PathBuf::from(rest.split_once('"')?.0))
    });
    path.ok_or_else(|| "cargo named no native side of the benchmark".into())
}
