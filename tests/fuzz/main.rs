//! Foreign bytes at every reader. Three ways to run it:
//!
//! - The test command replays every input that once did harm (`kept/`), and makes some thousands of new ones from a fixed seed.
//! - `cargo xtask fuzz` makes as many as one likes, optimised and with all checks on.
//! - A kept input is looked at with `FUZZ_INPUT=tests/fuzz/kept/NAME cargo test --features xtask,sealed --test fuzz kept`.
//!
//! A finding is a panic, an overflow, more than a second or more than 200 MB. The stack is as small as in a browser.
#![cfg(all(feature = "sealed", feature = "books"))]
#![allow(clippy::unwrap_used, missing_docs, unreachable_pub)]

mod chance;
mod change;
mod run;
mod targets;

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use run::{Course, LONGEST, LONGEST_IN_TESTS, Until, harm, narrow, run};
use targets::{TARGETS, Target};

/// It says how much every reader takes. Nothing else than counting is added to the system's own.
#[global_allocator]
static MEMORY: peak_alloc::PeakAlloc = peak_alloc::PeakAlloc;

/// A fixed seed, so that two runs of the test command do the same.
const SEED: u64 = 20_261_128;
/// What the test command makes for each reader, if there is time.
const SHORT: u64 = 4_000;
const SHORT_TIME: Duration = Duration::from_millis(1_400);

fn kept() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/kept")
}

/// The reader that a kept input is named after: `amount-0123456789abcdef`.
fn target_of(path: &Path) -> &'static Target {
    let name = path.file_name().unwrap().to_string_lossy();
    let target = name.split('-').next().unwrap_or_default();
    TARGETS.iter().find(|one| one.name == target).unwrap_or_else(|| panic!("{name}: no such target"))
}

#[test]
fn what_once_did_harm_does_none() {
    let chosen = env::var_os("FUZZ_INPUT").map(|path| vec![PathBuf::from(path)]);
    let all =
        || fs::read_dir(kept()).unwrap().map(|entry| entry.unwrap().path()).filter(|path| !path.ends_with("README.md"));
    for path in chosen.unwrap_or_else(|| all().collect()) {
        let target = target_of(&path);
        let bytes = fs::read(&path).unwrap();
        let said = run::alone(move || harm(target, &bytes, LONGEST_IN_TESTS));
        assert_eq!(said, None, "{}", path.display());
    }
}

#[test]
fn a_short_run_finds_nothing() {
    for target in TARGETS {
        let until = Until { inputs: SHORT, time: SHORT_TIME };
        let course = Course { seed: SEED, until, longest: LONGEST_IN_TESTS, careful: None };
        let ran = run::alone(move || run(target, &course));
        println!("{}", ran.line(target.name));
        let found: Vec<&str> = ran.found.iter().map(|(said, _)| said.as_str()).collect();
        assert!(
            found.is_empty(),
            "{}: {found:?}. cargo xtask fuzz --target {} keeps the inputs",
            target.name,
            target.name
        );
        assert!(ran.inputs > 10 && ran.kinds > 1, "{} was hardly tried", target.name);
    }
}

/// `cargo xtask fuzz` runs this, one reader at a time.
#[test]
#[ignore = "as long as one likes"]
fn a_long_run() {
    let number = |name: &str, none: u64| env::var(name).map_or(none, |text| text.parse().unwrap());
    let name = env::var("FUZZ_TARGET").unwrap();
    let target = TARGETS.iter().find(|one| one.name == name).unwrap();
    let until =
        Until { inputs: number("FUZZ_INPUTS", u64::MAX), time: Duration::from_secs(number("FUZZ_SECONDS", 60)) };
    let careful = env::var_os("FUZZ_CAREFUL").map(PathBuf::from);
    let course = Course { seed: number("FUZZ_SEED", SEED), until, longest: LONGEST, careful };
    let ran = run::alone(move || run(target, &course));
    for (said, bytes) in &ran.found {
        let small = bytes.clone();
        let small = run::alone(move || narrow(target, small));
        let path = kept().join(format!("{name}-{:016x}", run::sum(&small)));
        fs::write(&path, &small).unwrap();
        println!("found {said} in {}", path.display());
    }
    println!("ran {}", ran.line(&name));
}

#[test]
#[ignore = "for whoever wants their names"]
fn names() {
    let names: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
    println!("targets {}", names.join(" "));
}
