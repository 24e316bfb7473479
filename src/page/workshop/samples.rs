//! The invented cooperatives of the workshop, each with its story.

use crate::locale::Locale;

mod built {
    use super::{Sample, Story};

    include!(concat!(env!("OUT_DIR"), "/stories.rs"));
}

/// An invented cooperative.
#[derive(Debug)]
pub struct Sample {
    /// Its word in addresses.
    pub id: &'static str,
    /// Its save file.
    pub file: &'static str,
    texts: &'static [Story],
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
        // The build wrote a story for every language.
        &self.texts[locale as usize]
    }
}
