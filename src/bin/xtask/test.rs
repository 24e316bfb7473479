//! `cargo xtask test`: everything that must hold, in order of cost; ends with a summary and an honest exit code.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::module::TARGET;
use crate::{Result, build, imports, module, npm, sh, size};

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

pub(crate) fn run() -> Result {
    let mut summary = Summary::default();
    summary.step("format", |_| sh::run(sh::cargo().args(["fmt", "--check"])));
    summary.step("clippy, native", |_| clippy(&["--all-targets", "--features", "xtask,sealed"]));
    summary.step("clippy, WebAssembly", |_| {
        module::ensure_target()?;
        clippy(&["--lib", "--target", TARGET, "--features", "face,page"])?;
        clippy(&["--lib", "--target", TARGET, "--no-default-features", "--features", "page"])?;
        clippy(&["--lib", "--target", TARGET, "--no-default-features", "--features", "sealed"])
    });
    summary.step("native tests", |summary| {
        summary.count(sh::cargo().args(["test", "--locked", "--features", "xtask,sealed"]))
    });
    if let Some(built) = summary.step("build", |_| build::build()) {
        summary.step("size", |_| size::run(&built));
        summary.step("what the modules may call", |_| imports::run(&built.calls, &[]));
        summary.step("the module in Node", |summary| summary.count(npm::bare_node()?.args(NODE).arg("pkg.test.mjs")));
        summary.step("journeys in browsers", Summary::travel);
    }
    summary.print()
}

/// One file at a time: two browsers at once on two cores make timing a matter of luck.
const NODE: [&str; 4] = ["--test", "--test-reporter=spec", "--test-concurrency=1", "--test-timeout=1800000"];

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
    names.sort();
    Ok(names)
}

impl Summary {
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

    /// Runs every file of journeys by itself, and says at the end how long each took.
    fn travel(&mut self) -> Result {
        let mut bad = Vec::new();
        let mut times = Vec::new();
        for name in journeys()? {
            let start = Instant::now();
            if self.count(npm::node()?.args(NODE).arg(&name)).is_err() {
                bad.push(name.clone());
            }
            times.push((start.elapsed(), name));
        }
        times.sort();
        println!("\nSeconds a file:");
        for (took, name) in times.iter().rev() {
            println!("  {:>4}  {name}", took.as_secs());
        }
        if bad.is_empty() { Ok(()) } else { Err(format!("tests failed in {}", bad.join(", ")).into()) }
    }

    /// Runs a test runner, shows what it prints, and adds up what it counts.
    fn count(&mut self, runner: &mut Command) -> Result {
        let mut child = runner.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
        let output = child.stdout.take().ok_or("the test runner has no output")?;
        let before = self.passed;
        for line in BufReader::new(output).lines() {
            let line = line?;
            println!("{line}");
            let (passed, failed) = counted(&line);
            self.passed += passed;
            self.failed += failed;
        }
        let status = child.wait()?;
        if !status.success() {
            return Err(format!("tests failed ({status})").into());
        }
        if self.passed == before { Err("no test ran".into()) } else { Ok(()) }
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
