//! `cargo xtask fuzz`: strange bytes at every reader, as long as one likes. The readers and what must hold of them stand in
//! `tests/fuzz/`; what does harm is kept there, and `tests/fuzz.md` says what a long run found.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::{Result, sh};

const REPORT: &str = "tests/fuzz.md";
const KEPT: &str = "tests/fuzz/kept";

/// What is asked for.
#[derive(Default)]
struct Wish {
    minutes: Option<u64>,
    target: Option<String>,
    seed: Option<String>,
    inputs: Option<String>,
    write: bool,
}

impl Wish {
    fn of(arguments: &[String]) -> Result<Self> {
        let (mut wish, mut arguments) = (Self::default(), arguments.iter());
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().cloned().ok_or_else(|| format!("{argument} needs a value"));
            match argument.as_str() {
                "--minutes" => wish.minutes = Some(value()?.parse()?),
                "--target" => wish.target = Some(value()?),
                "--seed" => wish.seed = Some(value()?),
                "--inputs" => wish.inputs = Some(value()?),
                "--write" => wish.write = true,
                other => return Err(format!("fuzz knows no {other}").into()),
            }
        }
        Ok(wish)
    }
}

/// Runs every target, or the one that is asked for, for its share of the minutes.
///
/// # Errors
/// When an input did harm; it is kept.
pub(crate) fn run(arguments: &[String]) -> Result {
    let wish = Wish::of(arguments)?;
    let features = "sealed,books";
    let program = sh::built(
        sh::cargo().args(["test", "--locked", "--profile", "fuzz", "--features", features, "--test", "fuzz"]),
        "fuzz",
    )?;
    let told = sh::read(&mut test(&program, "names"))?;
    let names = told.lines().find_map(|line| line.strip_prefix("targets ")).ok_or("the readers have no names")?;
    let chosen: Vec<&str> =
        names.split(' ').filter(|name| wish.target.as_deref().is_none_or(|one| one == *name)).collect();
    if chosen.is_empty() {
        return Err(format!("no such target; there are: {names}").into());
    }
    let seconds = wish.minutes.unwrap_or(2) * 60 / u64::try_from(chosen.len())?;
    let mut runs = Vec::new();
    for name in chosen {
        runs.push(target(&program, name, seconds.max(1), &wish)?);
    }
    let found: u64 = runs.iter().map(|run| run.found).sum();
    let text = report(&runs);
    println!("\n{text}");
    if wish.write {
        sh::write(&sh::root().join(REPORT), with_table(&sh::text(&sh::root().join(REPORT))?, &text)?)?;
    }
    if found == 0 { Ok(()) } else { Err(format!("{found} inputs did harm; they lie in {KEPT}").into()) }
}

/// One reader's run.
struct Run {
    name: String,
    /// Inputs, kinds of outcome, seconds, slowest in milliseconds, most memory in kB.
    figures: [u64; 5],
    found: u64,
}

fn test(program: &PathBuf, name: &str) -> Command {
    let mut command = Command::new(program);
    command.current_dir(sh::root()).args(["--exact", name, "--ignored", "--nocapture"]);
    command
}

fn target(program: &PathBuf, name: &str, seconds: u64, wish: &Wish) -> Result<Run> {
    let mut command = test(program, "a_long_run");
    command.env("FUZZ_TARGET", name).env("FUZZ_SECONDS", seconds.to_string());
    let wishes = [("FUZZ_SEED", &wish.seed), ("FUZZ_INPUTS", &wish.inputs)];
    command.envs(wishes.into_iter().filter_map(|(key, value)| Some((key, value.as_ref()?))));
    let output = command.stderr(Stdio::inherit()).output()?;
    let told = String::from_utf8_lossy(&output.stdout);
    told.lines().filter(|line| line.contains("found ")).for_each(|line| println!("  {name}: {line}"));
    if !output.status.success() {
        return died(&mut command, name);
    }
    let line =
        told.lines().find_map(|line| Some(line.split_once("ran ")?.1)).ok_or("the run says nothing of itself")?;
    println!("  {line}");
    let mut numbers = line.split(' ').skip(1).map(str::parse);
    let mut next = || numbers.next().ok_or("a figure is missing")?.map_err(Box::from);
    let next: &mut dyn FnMut() -> Result<u64> = &mut next;
    Ok(Run { name: name.to_owned(), figures: [next()?, next()?, next()?, next()?, next()?], found: next()? })
}

/// The program itself ended: the same inputs again, each written down before it is read.
fn died(command: &mut Command, name: &str) -> Result<Run> {
    let path = sh::root().join(KEPT).join(format!("{name}-ended"));
    println!("  {name}: the program ended. Once more, carefully …");
    let again = command.env("FUZZ_CAREFUL", &path).stdout(Stdio::null()).status()?;
    if again.success() {
        std::fs::remove_file(&path)?;
        return Err(format!("{name}: the program ended, and did not when tried again").into());
    }
    println!("  {name}: ended by {}", path.display());
    Ok(Run { name: name.to_owned(), figures: [0; 5], found: 1 })
}

/// A table of all runs.
fn report(runs: &[Run]) -> String {
    let line = |run: &Run| {
        let [inputs, kinds, seconds, slowest, most] = run.figures;
        format!(
            "| {} | {inputs} | {seconds} | {kinds} | {slowest} | {}.{} | {} |\n",
            run.name,
            most / 1000,
            most / 100 % 10,
            run.found
        )
    };
    let inputs: u64 = runs.iter().map(|run| run.figures[0]).sum();
    let found: u64 = runs.iter().map(|run| run.found).sum();
    let head = "| reader | inputs | seconds | kinds of outcome | slowest, ms | most memory, MB | findings |\n|---|---|---|---|---|---|---|\n";
    head.to_owned()
        + &runs.iter().map(line).collect::<String>()
        + &format!("| **all** | **{inputs}** | | | | | **{found}** |\n")
}

/// The report with another table at its end.
fn with_table(report: &str, table: &str) -> Result<String> {
    let (words, _) = report.split_once("| reader |").ok_or_else(|| format!("{REPORT} has no table"))?;
    Ok(words.to_owned() + table)
}
