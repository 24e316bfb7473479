//! Tasks of the house: `cargo xtask TASK`. Everything that builds, serves, checks and looks at Cermin Koperasi.
//!
//! It lives inside the one crate (feature `xtask`, never part of the module) so that the build can call the library
//! natively, for instance to pre-render the page. Building needs Rust and nothing else; checking needs Node and browsers.

mod banned;
mod bench;
mod build;
mod deny;
mod embed;
mod fill;
mod fuzz;
mod gallery;
mod imports;
mod language;
mod leaks;
mod lighthouse;
mod markup;
mod minify;
mod module;
mod names;
mod npm;
mod package;
mod page;
mod panics;
mod papers;
mod parts;
mod payload;
mod reproduce;
mod rooms;
mod screens;
mod script;
mod serve;
mod sh;
mod shots;
mod size;
mod squeeze;
mod style;
mod sums;
mod test;
mod theme;
mod workbook;
mod worker;

use std::process::ExitCode;

/// What went wrong, in words for the person at the terminal.
type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error>>;

const USAGE: &str = "\
cargo xtask TASK

  build               make dist/: pkg/ (JavaScript module), site/ (hosted page), one single file,
                      embed/ (for other sites), SHA256SUMS
  serve [--port N]    build, then serve dist/site on this machine and open it
  size                build, then print what a first visit and every room weigh; fails above the limits
  check               format, clippy and native tests: what a minute or two can tell
  test                format, clippy, tests, golden cases, size, the module in Node, journeys in real browsers
  shots [ROUTE …]     build, then photograph screens into dist/screens/ (shots --help)
  gallery [--no-build] [ROUTE …]   build, then photograph every screen in every size and appearance into dist/gallery/
  screens [--no-build] [ROUTE …]   build, then print how tall every screen is on a phone, and its words
  imports [--write]   build, then compare what the modules may call with the list that somebody has read
  leaks               build, then try to get data out of the page in every known way; writes tests/browser/leaks.md
  lighthouse [--no-build] [--report-only]   build, then measure how the page feels on a cheap phone with a bad line
  bench [--no-build]   build, then time the module beside other engines; writes tests/bench.md
  deny                check licences, duplicates and sources of all we build with (.ci/deny.toml)
  fuzz [--minutes N] [--target NAME] [--inputs N] [--seed N] [--write]   throw strange bytes at every reader; keeps what does harm
  papers              make all papers of three cooperatives, open them in LibreOffice, compare what stands on the pages
  workbook            fill a stand-in of the ministry's workbook, reckon it in LibreOffice, compare its totals with ours
  reproduce           build twice in different folders and homes and compare every byte
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (task, rest) = arguments.split_first().map_or(("", &[][..]), |(task, rest)| (task.as_str(), rest));
    match perform(task, rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask {task}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn perform(task: &str, rest: &[String]) -> Result {
    match task {
        "build" => build::build().map(drop),
        "serve" => serve::run(rest),
        "size" => build::build().and_then(|built| size::run(&built)),
        "check" => test::check(),
        "test" => test::run(),
        "shots" => shots::run(rest),
        "gallery" => gallery::run(rest),
        "screens" => gallery::heights(rest),
        "imports" => build::build().and_then(|built| imports::run(&built.calls, rest)),
        "bench" => bench::run(rest),
        "deny" => deny::run(),
        "fuzz" => fuzz::run(rest),
        "leaks" => leaks::run(),
        "lighthouse" => lighthouse::run(rest),
        "reproduce" => reproduce::run(),
        "papers" => papers::run(),
        "workbook" => workbook::run(),
        "" | "help" | "--help" | "-h" => {
            print!("{USAGE}");
            Ok(())
        }
        other => Err(format!("no such task: {other}\n\n{USAGE}").into()),
    }
}
