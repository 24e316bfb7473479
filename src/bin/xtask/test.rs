//! `cargo xtask test`: everything that must hold, in order of cost; ends with a summary and an honest exit code.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::module::TARGET;
use crate::{Result, build, imports, lighthouse, module, npm, sh, size};

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
    if let Some(built) = summary.step("build", |_| build::build()) {
        summary.step("size", |_| size::run(&built));
        summary.step("what the modules may call", |_| imports::run(&built.calls, &[]));
        summary.step("the module in Node", |summary| summary.count(npm::bare_node()?.args(NODE).arg("pkg.test.mjs")));
        summary.step("journeys in browsers", Summary::travel);
        // Figures for the reader: a busy machine stretches them, so here they stop nothing.
        summary.step("how it feels, as a report", |_| {
            lighthouse::run(&["--no-build", "--report-only"].map(str::to_owned))
        });
    }
    summary.print()
}

const NODE: [&str; 3] = ["--test", "--test-reporter=spec", "--test-timeout=1800000"];
/// How many files of journeys run beside each other. More than cores would make timing a matter of luck.
const BESIDE: usize = 2;
/// The files that take longest go first, so that none is left to run alone at the end.
const LONG: [&str; 7] = ["privacy", "access", "resilience", "whole", "embed", "board", "workshop"];

fn clippy(arguments: &[&str]) -> Result {
    sh::run(sh::cargo().args(["clippy", "--quiet", "--locked"]).args(arguments).args(["--", "-D", "warnings"]))
}

/// Every `*.test.mjs` that drives a browser.
fn journeys() -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(sh::root().join("tests/browser"))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".test.mjs") && name != "pkg.test.mjs" {
            names.push(name);
        }
    }
    let place = |name: &str| LONG.iter().position(|long| name.starts_with(long)).unwrap_or(LONG.len());
    names.sort_by_key(|name| (place(name), name.clone()));
    Ok(names)
}

/// A file of journeys, and how it went.
struct Ride {
    name: String,
    took: Duration,
    output: String,
    error: Option<String>,
}

impl Ride {
    /// Runs the file and shows what it said in one piece, for another one speaks at the same time.
    fn take(name: String) -> Self {
        let start = Instant::now();
        let (output, error) = match npm::node().and_then(|mut node| Ok(node.args(NODE).arg(&name).output()?)) {
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
        self.step("clippy, native", |_| clippy(&["--all-targets", "--features", "xtask,sealed"]));
        self.step("clippy, WebAssembly", |_| {
            module::ensure_target()?;
            clippy(&["--lib", "--target", TARGET, "--features", "face,page"])?;
            clippy(&["--lib", "--target", TARGET, "--no-default-features", "--features", "page"])?;
            clippy(&["--lib", "--target", TARGET, "--no-default-features", "--features", "books"])?;
            clippy(&["--lib", "--target", TARGET, "--no-default-features", "--features", "sealed"])
        });
        self.step("native tests", |summary| {
            summary.count(sh::cargo().args(["test", "--locked", "--features", "xtask,sealed"]))
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

    /// Runs the files of journeys, two at a time, and says at the end how long each took.
    fn travel(&mut self) -> Result {
        // Once by itself, for it may have to install things.
        npm::node()?;
        let queue = Mutex::new(journeys()?.into_iter());
        let next = || queue.lock().unwrap_or_else(PoisonError::into_inner).next();
        let done = Mutex::new(Vec::new());
        std::thread::scope(|scope| {
            for _ in 0..BESIDE {
                scope.spawn(|| {
                    while let Some(name) = next() {
                        let ride = Ride::take(name);
                        done.lock().unwrap_or_else(PoisonError::into_inner).push(ride);
                    }
                });
            }
        });
        self.arrived(done.into_inner().unwrap_or_else(PoisonError::into_inner))
    }

    fn arrived(&mut self, mut rides: Vec<Ride>) -> Result {
        rides.sort_by_key(|ride| std::cmp::Reverse(ride.took));
        println!("\nSeconds a file:");
        for Ride { name, took, output, .. } in &rides {
            println!("  {:>4}  {name}", took.as_secs());
            output.lines().for_each(|line| self.tally(line));
        }
        let bad: Vec<String> =
            rides.into_iter().filter_map(|ride| Some(format!("{}: {}", ride.name, ride.error?))).collect();
        if bad.is_empty() { Ok(()) } else { Err(bad.join("; ").into()) }
    }

    /// Runs a test runner, shows what it prints, and adds up what it counts.
    fn count(&mut self, runner: &mut Command) -> Result {
        let mut child = runner.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
        let output = child.stdout.take().ok_or("the test runner has no output")?;
        let before = self.passed;
        for line in BufReader::new(output).lines() {
            let line = line?;
            println!("{line}");
            self.tally(&line);
        }
        let status = child.wait()?;
        if !status.success() {
            return Err(format!("tests failed ({status})").into());
        }
        if self.passed == before { Err("no test ran".into()) } else { Ok(()) }
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
