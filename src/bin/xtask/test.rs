//! `cargo xtask test`: everything that must hold, in order of cost; ends with a summary and an honest exit code.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::{Result, build, deny, imports, lighthouse, module, npm, sh, size};

/// What one step came to.
struct Outcome {
    name: &'static str,
    error: Option<String>,
    took: Duration,
}

/// Steps and the tests inside them.
#[derive(Default)]
struct Summary {
    outcomes: Vec<Outcome>,
    passed: u64,
    failed: u64,
}

/// What needs neither a build of the page nor a browser.
pub(crate) fn check() -> Result {
    let mut summary = Summary::default();
    summary.check();
    summary.print()
}

pub(crate) fn run() -> Result {
    let mut summary = Summary::default();
    summary.check();
    summary.step("licences and sources", |_| deny::run());
    if let Some(built) = summary.step("build", |_| build::build()) {
        summary.step("size", |_| size::run(&built));
        summary.step("what the modules may call", |_| imports::run(&built.calls, &[]));
        summary.step("the module in Node, and journeys in browsers", Summary::travel);
        // Figures for the reader: a busy machine stretches them, so here they stop nothing.
        summary.step("how it feels, as a report", |_| {
            lighthouse::run(&["--no-build", "--report-only"].map(str::to_owned))
        });
    }
    summary.print()
}

const NODE: [&str; 3] = ["--test", "--test-reporter=spec", "--test-timeout=7200000"];
const NATIVE: [&str; 4] = ["test", "--locked", "--features", "xtask,sealed"];
/// Examples in comments have no program of their own.
const DOC: &str = "--doc";
/// How many native programs of tests run beside each other, and how many files of journeys: those wait for their browsers a part
/// of the time, and for conditions; two more than cores keep both cores at work.
const BESIDE: usize = 2;
const TRAVELLING: usize = 4;
/// The files that take longest go first, so that none is left to run alone at the end.
const LONG: [&str; 8] = ["keeping", "resilience", "privacy", "killed", "embed", "access", "desk", "whole"];
const LONG_NATIVE: [&str; 6] = ["advice_checklist", DOC, "monkey", "advice_path", "advice_next_band", "sealed"];

/// The files that need the whole browser: clipboard, work without a network, cameras and what is handed on. For all others the
/// engine alone is enough, and a page of it costs a third of the processor's time, a start half.
const WHOLE: [&str; 6] = ["amounts", "books", "kdmp", "offline", "share", "workshop"];

fn clippy(mut cargo: Command, arguments: &[&str]) -> Result {
    sh::run(cargo.args(["clippy", "--quiet", "--locked"]).args(arguments).args(["--", "-D", "warnings"]))
}

/// Every `*.test.mjs`, without that end.
fn journeys() -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(sh::root().join("tests/browser"))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        names.extend(name.strip_suffix(".test.mjs").map(str::to_owned));
    }
    last_first(&mut names, &LONG);
    Ok(names)
}

/// What ends last begins first.
fn last_first(names: &mut [String], long: &[&str]) {
    let place = |name: &str| long.iter().position(|one| *one == name).unwrap_or(long.len());
    names.sort_by_key(|name| (place(name), name.clone()));
}

/// Builds the native tests: the programs, by name.
fn programs() -> Result<Vec<(String, PathBuf)>> {
    let mut cargo = sh::cargo();
    cargo.args(NATIVE).args(["--no-run", "--message-format=json-render-diagnostics"]).stderr(Stdio::inherit());
    let told = sh::read(&mut cargo)?;
    let named = |path: PathBuf| {
        // Cargo writes a hash behind the name.
        let name = path.file_stem()?.to_str()?.rsplit_once('-')?.0.to_owned();
        Some((name, path))
    };
    Ok(told.lines().filter_map(sh::executable).filter_map(named).collect())
}

/// A file of tests, and how it went.
struct Ride {
    name: String,
    took: Duration,
    output: String,
    error: Option<String>,
}

impl Ride {
    /// Runs the file and shows what it said in one piece, for another one speaks at the same time.
    fn take(name: String, runner: &dyn Fn(&str) -> Result<Command>) -> Self {
        let start = Instant::now();
        let (output, error) = match runner(&name).and_then(|mut runner| Ok(runner.stdin(Stdio::null()).output()?)) {
            Ok(run) => {
                let said = [run.stdout, run.stderr].concat();
                let error = (!run.status.success()).then(|| run.status.to_string());
                (String::from_utf8_lossy(&said).into_owned(), error)
            }
            Err(error) => (String::new(), Some(error.to_string())),
        };
        println!("\n{name}\n{output}");
        Self { name, took: start.elapsed(), output, error }
    }
}

impl Summary {
    fn check(&mut self) {
        self.step("format", |_| sh::run(sh::cargo().args(["fmt", "--check"])));
        self.step("clippy, native", |_| clippy(sh::cargo(), &["--all-targets", "--features", "xtask,sealed"]));
        self.step("clippy, WebAssembly", |_| {
            module::ensure_target()?;
            let clippy = |features: &[&str]| clippy(module::cargo(), &[&["--lib"], features].concat());
            clippy(&["--features", "face,page"])?;
            clippy(&["--no-default-features", "--features", "page"])?;
            clippy(&["--no-default-features", "--features", "books"])?;
            clippy(&["--no-default-features", "--features", "sealed"])
        });
        self.step("native tests", |summary| {
            let programs = programs()?;
            let mut names: Vec<String> = programs.iter().map(|(name, _)| name.clone()).collect();
            names.push(DOC.to_owned());
            last_first(&mut names, &LONG_NATIVE);
            summary.beside(BESIDE, names, &|name: &str| {
                let program = programs.iter().find(|(one, _)| one == name);
                let mut runner = program.map_or_else(sh::cargo, |(_, path)| Command::new(path));
                runner.current_dir(sh::root()).args(program.is_none().then_some(NATIVE).into_iter().flatten());
                runner.args(program.is_none().then_some(DOC));
                Ok(runner)
            })
        });
    }

    /// Runs a step and notes how it went; later steps run all the same, so that one run tells everything.
    fn step<T>(&mut self, name: &'static str, work: impl FnOnce(&mut Self) -> Result<T>) -> Option<T> {
        println!("\n── {name}");
        let start = Instant::now();
        let outcome = work(self);
        let error = outcome.as_ref().err().map(ToString::to_string);
        if let Some(error) = &error {
            println!("   {error}");
        }
        self.outcomes.push(Outcome { name, error, took: start.elapsed() });
        outcome.ok()
    }

    fn travel(&mut self) -> Result {
        // Once by itself, for it may have to install things.
        npm::node()?;
        // A journey reads what the browser printed.
        npm::program(&["pdftotext"], "poppler-utils", "pdftotext")?;
        let engine = npm::engine();
        self.beside(TRAVELLING, journeys()?, &|name: &str| {
            // What needs no browser is run without.
            let mut node = if name == "pkg" { npm::bare_node()? } else { npm::node()? };
            if let Some(engine) = engine.as_ref().filter(|_| !WHOLE.contains(&name)) {
                node.env("CHROMIUM", engine);
            }
            node.args(NODE).arg(format!("{name}.test.mjs"));
            Ok(node)
        })
    }

    /// Runs files of tests, so many at a time, and says at the end how long each took.
    fn beside(&mut self, many: usize, names: Vec<String>, runner: &(dyn Fn(&str) -> Result<Command> + Sync)) -> Result {
        let queue = Mutex::new(names.into_iter());
        let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).next();
        let done = Mutex::new(Vec::new());
        std::thread::scope(|scope| {
            for _ in 0..many {
                scope.spawn(|| {
                    while let Some(name) = next() {
                        let ride = Ride::take(name, runner);
                        done.lock().unwrap_or_else(PoisonError::into_inner).push(ride);
                    }
                });
            }
        });
        self.arrived(done.into_inner().unwrap_or_else(PoisonError::into_inner))
    }

    fn arrived(&mut self, mut rides: Vec<Ride>) -> Result {
        rides.sort_by_key(|ride| std::cmp::Reverse(ride.took));
        let before = self.passed;
        println!("\nSeconds a file:");
        for Ride { name, took, output, .. } in &rides {
            if took.as_secs() > 0 {
                println!("  {:>4}  {name}", took.as_secs());
            }
            output.lines().for_each(|line| self.tally(line));
        }
        if self.passed == before {
            return Err("no test ran".into());
        }
        let bad: Vec<String> =
            rides.into_iter().filter_map(|ride| Some(format!("{}: {}", ride.name, ride.error?))).collect();
        if bad.is_empty() { Ok(()) } else { Err(bad.join("; ").into()) }
    }

    fn tally(&mut self, line: &str) {
        let (passed, failed) = counted(line);
        self.passed += passed;
        self.failed += failed;
    }

    fn print(&self) -> Result {
        println!("\n── summary");
        for Outcome { name, error, took } in &self.outcomes {
            let word = if error.is_none() { "ok    " } else { "FAILED" };
            println!("  {word} {:>4} s  {name}", took.as_secs());
        }
        let bad = self.outcomes.iter().filter(|outcome| outcome.error.is_some()).count();
        println!("\n{} passed, {} failed", self.passed, self.failed);
        if bad == 0 { Ok(()) } else { Err(format!("{bad} of {} steps failed", self.outcomes.len()).into()) }
    }
}

/// What a closing line of cargo's or Node's test runner counts: passed, failed.
fn counted(line: &str) -> (u64, u64) {
    let number_before = |word: &str| {
        let before = line.split(word).next().filter(|before| before.len() < line.len())?;
        before.split_whitespace().last()?.parse().ok()
    };
    let number_after = |start: &str| line.strip_prefix(start)?.trim().parse().ok();
    if line.starts_with("test result:") {
        (number_before(" passed").unwrap_or(0), number_before(" failed").unwrap_or(0))
    } else {
        (number_after("ℹ pass ").unwrap_or(0), number_after("ℹ fail ").unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn the_runners_closing_lines_are_understood() {
        assert_eq!(counted("test result: FAILED. 12 passed; 3 failed; 0 ignored"), (12, 3));
        assert_eq!(counted("ℹ pass 7"), (7, 0));
        assert_eq!(counted("ℹ fail 2"), (0, 2));
        assert_eq!(counted("I passed a test with 3 passed"), (0, 0));
    }
}
