//! `cargo xtask deny`: licences, duplicates and sources of everything we build with; known faults, where their list can be had.

use crate::{Result, sh};

const CHECK: [&str; 5] = ["deny", "--all-features", "--config", ".ci/deny.toml", "check"];

/// Installs the checker where it is missing, which takes a minute or two once; each run takes seconds.
///
/// # Errors
/// When a dependency is not as `.ci/deny.toml` wants it.
pub(crate) fn run() -> Result {
    if sh::find(&["cargo-deny"]).is_none() {
        println!("Installing cargo-deny …");
        sh::run(sh::cargo().args(["install", "cargo-deny", "--locked", "--debug"]))?;
    }
    sh::run(sh::cargo().args(CHECK).args(["licenses", "bans", "sources"]))?;
    // The list of known faults lies on the network; without it nothing can be said.
    if sh::run(sh::cargo().args(CHECK).arg("advisories")).is_err() {
        println!("Known faults: told above, or their list cannot be had from here.");
    }
    Ok(())
}
