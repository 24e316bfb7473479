//! `cargo xtask bench`: the module beside a spreadsheet engine, a rules engine, JavaScript written by hand, and itself as
//! native code, in one run; writes `tests/bench.md`.

use std::path::PathBuf;

use crate::{Result, build, module, npm, sh};

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

/// Builds the native side with the flags of the package's module, and says where it lies.
fn native() -> Result<PathBuf> {
    let mut cargo = sh::cargo();
    cargo.args(["bench", "--locked", "--bench", "native"]).env("CARGO_PROFILE_BENCH_OPT_LEVEL", module::FAST);
    sh::built(&mut cargo, "native")
}
