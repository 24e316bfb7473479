//! `cargo xtask reproduce`: two clean builds in different folders and homes, compared byte by byte (AC-46).

use std::path::{Path, PathBuf};

use crate::{Result, sh};

/// Not part of the source.
const LEFT_OUT: [&str; 5] = ["target", "dist", ".git", "node_modules", "screens"];

pub(crate) fn run() -> Result {
    let work = std::env::temp_dir().join(format!("cermin-reproduce-{}", std::process::id()));
    let outcome = compare(&work);
    // The copies go in any case; what happened is the message that matters.
    let _ = std::fs::remove_dir_all(&work);
    outcome
}

fn compare(work: &Path) -> Result {
    let first = clean_build(&work.join("a"))?;
    let second = clean_build(&work.join("a-longer-name/and deeper"))?;
    if first != second {
        let differing: Vec<&str> = first.lines().filter(|line| !second.contains(*line)).collect();
        return Err(format!("two clean builds differ:\n{}", differing.join("\n")).into());
    }
    println!("Two clean builds in different folders and homes are equal:\n{first}");
    Ok(())
}

/// Builds a copy of the source with a cargo home of its own; hands back its list of hashes.
fn clean_build(place: &Path) -> Result<String> {
    let (source, home) = (place.join("source"), place.join("home"));
    copy(&sh::root(), &source)?;
    // The downloads are shared, so that no network is needed; everything is unpacked and compiled anew.
    for part in ["registry/cache", "registry/index", "config.toml", "config"] {
        let from = cargo_home()?.join(part);
        if from.exists() {
            copy(&from, &home.join(part))?;
        }
    }
    let mut cargo = sh::cargo();
    cargo.args(["xtask", "build"]).current_dir(&source).env("CARGO_HOME", &home).env("HOME", place);
    cargo.env("RUSTUP_HOME", rustup_home()?).env("CARGO_TARGET_DIR", source.join("target"));
    cargo.env_remove("CARGO_MANIFEST_DIR");
    sh::run(&mut cargo)?;
    sh::text(&source.join("dist/SHA256SUMS"))
}

fn cargo_home() -> Result<PathBuf> {
    home("CARGO_HOME", ".cargo")
}

fn rustup_home() -> Result<PathBuf> {
    home("RUSTUP_HOME", ".rustup")
}

fn home(variable: &str, folder: &str) -> Result<PathBuf> {
    let set = std::env::var_os(variable).map(PathBuf::from);
    set.or_else(|| std::env::home_dir().map(|home| home.join(folder))).ok_or_else(|| "no home folder".into())
}

fn copy(from: &Path, to: &Path) -> Result {
    if from.is_file() {
        return sh::write(to, std::fs::read(from)?);
    }
    std::fs::create_dir_all(to)?;
    for entry in std::fs::read_dir(from)? {
        let entry = entry?;
        if !LEFT_OUT.iter().any(|name| entry.file_name() == *name) {
            copy(&entry.path(), &to.join(entry.file_name()))?;
        }
    }
    Ok(())
}
