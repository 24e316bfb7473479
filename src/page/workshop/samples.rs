//! The invented cooperatives of the workshop, each with its story.

use std::sync::OnceLock;

use crate::assessment::Assessment;
use crate::exchange::levels::Levels;
use crate::exchange::save;
use crate::lines::{Lines, Read};
use crate::locale::{Locale, Spoken};

mod built {
    use super::Sample;

    include!(concat!(env!("OUT_DIR"), "/stories.rs"));
}

/// An invented cooperative.
#[derive(Debug)]
pub struct Sample {
    /// Its word in addresses.
    pub id: &'static str,
    /// Its save file.
    pub file: &'static str,
    /// Among the stories.
    place: usize,
}

/// What is told of it, in one language.
#[derive(Debug)]
pub struct Story {
    /// Its name, which says that it is a sample.
    pub name: &'static str,
    /// Its story.
    pub story: &'static str,
    /// What the class should find.
    pub find: &'static [&'static str],
}

/// All stories, in the order of the samples.
#[derive(Debug)]
struct Stories(&'static [Story]);

static STORIES: Spoken<Stories> = Spoken::new();

impl Read for Stories {
    fn read(lines: &mut Lines) -> Self {
        Self(Read::read(lines))
    }
}

impl Read for Story {
    fn read(lines: &mut Lines) -> Self {
        Self { name: lines.next(), story: lines.next(), find: Read::read(lines) }
    }
}

/// All of them, in the order in which they are best shown.
#[must_use]
pub fn samples() -> &'static [Sample] {
    built::SAMPLES
}

impl Sample {
    /// The one with this id.
    #[must_use]
    pub fn find(id: &str) -> Option<&'static Self> {
        samples().iter().find(|one| one.id == id)
    }

    /// Its story in a language.
    #[must_use]
    pub fn story(&self, locale: Locale) -> &'static Story {
        // The build wrote a story for each of them.
        &STORIES.of("samples", locale).0[self.place]
    }
}

/// Whether a result is that of an invented cooperative: it says so, or an earlier build, whose codes did not say it, made it
/// of one of ours.
pub(super) fn is_invented(levels: &Levels) -> bool {
    static OURS: OnceLock<Vec<Assessment>> = OnceLock::new();
    let of = |file: &str| save::read(file).ok().map(|work| work.assessment);
    let first = || crate::page::sample::work().map(|work| work.assessment);
    let all = || samples().iter().filter_map(|one| of(one.file)).chain(first()).collect();
    levels.is_invented() || OURS.get_or_init(all).iter().any(|one| levels.was_of(one))
}
