//! One input after the other, each with its time and memory taken.

use std::collections::HashSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::MEMORY;
use crate::chance::Chance;
use crate::change::{Stuff, changed};
use crate::targets::Target;

/// A reader that takes longer has been found out; the tests are built several times as slow.
pub const LONGEST: Duration = Duration::from_secs(1);
pub const LONGEST_IN_TESTS: Duration = Duration::from_secs(5);
/// And so has one that takes more memory.
const MOST: usize = 200 << 20;
/// How long the smallest part of an input is looked for.
const NARROWING: Duration = Duration::from_secs(10);
/// A stack as large as a module's in a browser.
const STACK: usize = 1 << 20;
/// Inputs that are changed further.
const CORPUS: usize = 500;
/// Longer ones are read once; all that would be made of them would take its time.
const KEPT: usize = 20_000;
/// An input that hangs is ended after this, and with it the program: whoever started it runs it again, carefully.
const HANGS: u64 = 60;

/// How a run goes.
pub struct Course {
    pub seed: u64,
    pub until: Until,
    /// How long a reader may take.
    pub longest: Duration,
    /// Where each input is written before it is read, to find the one that ends the program.
    pub careful: Option<PathBuf>,
}

pub struct Until {
    pub inputs: u64,
    pub time: Duration,
}

/// What came of it.
#[derive(Default)]
pub struct Ran {
    pub inputs: u64,
    /// Kinds of outcome.
    pub kinds: usize,
    pub took: Duration,
    pub slowest: Duration,
    pub most: usize,
    /// What was said, and of which input; one for each thing said.
    pub found: Vec<(String, Vec<u8>)>,
}

impl Ran {
    /// `name inputs kinds seconds slowest-in-ms most-in-kB findings`
    pub fn line(&self, name: &str) -> String {
        let Self { inputs, kinds, took, slowest, most, found } = self;
        format!("{name} {inputs} {kinds} {} {} {} {}", took.as_secs(), slowest.as_millis(), most / 1000, found.len())
    }
}

/// On a thread of its own with a small stack, which dies if an input hangs.
pub fn alone<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> T {
    let (runner, mut last) = (thread::Builder::new().stack_size(STACK).spawn(work).unwrap(), (0, Instant::now()));
    while !runner.is_finished() {
        thread::sleep(Duration::from_millis(5));
        let now = BEGUN.load(Ordering::Relaxed);
        if now != last.0 {
            last = (now, Instant::now());
        } else if last.1.elapsed().as_secs() > HANGS {
            eprintln!("an input hangs");
            std::process::abort();
        }
    }
    runner.join().unwrap()
}

/// How many inputs were begun.
static BEGUN: AtomicU64 = AtomicU64::new(0);

/// What one reading took and came to.
struct Reading {
    came_to: Result<String, String>,
    took: Duration,
    memory: usize,
}

fn reading(target: &Target, bytes: &[u8]) -> Reading {
    BEGUN.fetch_add(1, Ordering::Relaxed);
    MEMORY.reset_peak_usage();
    let (before, start) = (MEMORY.current_usage(), Instant::now());
    let came_to = catch_unwind(AssertUnwindSafe(|| (target.read)(bytes)));
    let took = start.elapsed();
    let memory = MEMORY.peak_usage().saturating_sub(before);
    let said = |panic: Box<dyn std::any::Any + Send>| {
        let text = panic.downcast_ref::<String>().cloned();
        text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_default()
    };
    Reading { came_to: came_to.map_err(said), took, memory }
}

/// What harm an input does, if any.
pub fn harm(target: &Target, bytes: &[u8], longest: Duration) -> Option<String> {
    judge(target, bytes, &reading(target, bytes), longest)
}

fn judge(target: &Target, bytes: &[u8], reading: &Reading, longest: Duration) -> Option<String> {
    if let Err(panic) = &reading.came_to {
        return Some(format!("panic: {}", panic.chars().take(200).collect::<String>()));
    }
    // On a busy machine an input may wait long through no fault of its own: then the processor's time counts.
    if reading.took > longest {
        let before = worked();
        let again = self::reading(target, bytes).took;
        let took = before.and_then(|before| worked()?.checked_sub(before)).unwrap_or(again);
        if took > longest {
            return Some(format!("{} ms", took.as_millis()));
        }
    }
    (reading.memory > MOST).then(|| format!("{} MB", reading.memory >> 20))
}

/// How long this thread has worked, where the system says so.
fn worked() -> Option<Duration> {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    told.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

/// Changes inputs of a reader until time or number is up.
pub fn run(target: &Target, course: &Course) -> Ran {
    quiet();
    let mut corpus = (target.seeds)();
    let words: Vec<&str> = target.words.split('|').filter(|word| !word.is_empty()).collect();
    let (mut chance, mut seen, mut said) = (Chance(course.seed), HashSet::new(), HashSet::new());
    let (start, mut ran, seeds) = (Instant::now(), Ran::default(), corpus.len());
    while ran.inputs < course.until.inputs && start.elapsed() < course.until.time {
        let place = usize::try_from(ran.inputs).unwrap();
        // First the seeds as they are.
        let stuff = Stuff { shape: target.shape, words: &words, corpus: &corpus };
        let input = if place < seeds { corpus[place].clone() } else { changed(&stuff, &mut chance) };
        if let Some(path) = &course.careful {
            fs::write(path, &input).unwrap();
        }
        let reading = reading(target, &input);
        ran.inputs += 1;
        ran.slowest = ran.slowest.max(reading.took);
        ran.most = ran.most.max(reading.memory);
        if let Some(harm) = judge(target, &input, &reading, course.longest) {
            // The same words, but for numbers, are the same finding.
            let words: String = harm.chars().filter(|char| !char.is_ascii_digit()).take(60).collect();
            if said.insert(words) && ran.found.len() < 20 {
                ran.found.push((harm, input));
            }
        } else if let Ok(came_to) = reading.came_to
            && seen.insert(came_to)
            && place >= seeds
            && input.len() <= KEPT
        {
            if corpus.len() < CORPUS {
                corpus.push(input);
            } else {
                corpus[seeds + chance.below(CORPUS - seeds)] = input;
            }
        }
    }
    drop(std::panic::take_hook());
    Ran { kinds: seen.len(), took: start.elapsed(), ..ran }
}

/// Until the hook is taken away: panics are told at the end, each once.
fn quiet() {
    std::panic::set_hook(Box::new(|_| ()));
}

/// The smallest part of an input that still makes its reader panic, as far as ten seconds tell.
pub fn narrow(target: &Target, mut bytes: Vec<u8>) -> Vec<u8> {
    quiet();
    let (mut length, start) = (bytes.len() / 2, Instant::now());
    let goes_on = || start.elapsed() < NARROWING;
    while length > 0 && goes_on() {
        let mut at = 0;
        while at < bytes.len() && goes_on() {
            let mut less = bytes.clone();
            less.drain(at..(at + length).min(less.len()));
            if reading(target, &less).came_to.is_err() {
                bytes = less;
            } else {
                at += length;
            }
        }
        length /= 2;
    }
    drop(std::panic::take_hook());
    bytes
}

/// A name for bytes.
pub fn sum(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    hasher.finish()
}
