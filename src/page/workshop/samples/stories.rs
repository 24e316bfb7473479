//! The file of the stories, as the build and the tests read it.

use std::collections::BTreeMap;

use serde::Deserialize;

/// All that the file tells.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Stories {
    /// What a trainer reads at length, by language.
    #[allow(dead_code, reason = "the tests of the samples read no guide")]
    pub(crate) guide: BTreeMap<String, Guide>,
    /// The samples, in the order of the file.
    pub(crate) sample: Vec<Sample>,
}

/// What a trainer reads at length, in one language.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code, reason = "the tests of the samples read no guide")]
pub(crate) struct Guide {
    /// What is done before the session.
    pub(crate) prepare: Vec<String>,
    /// The script of an hour: `minutes|what`.
    pub(crate) short: Vec<String>,
    /// The script of three hours.
    pub(crate) long: Vec<String>,
    /// How a laptop becomes the network of a room.
    pub(crate) hotspot: Vec<String>,
    /// What works there.
    pub(crate) works: Vec<String>,
    /// What does not, and what to do instead.
    pub(crate) works_not: Vec<String>,
}

/// A sample cooperative.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Sample {
    /// Its word in addresses.
    pub(crate) id: String,
    /// The day that its file was written for, if its days go along with the years.
    pub(crate) written: Option<String>,
    /// What is told of it, by language.
    pub(crate) text: BTreeMap<String, Text>,
}

/// What is told of it in one language.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Text {
    /// Its name.
    pub(crate) name: String,
    /// Its story.
    pub(crate) story: String,
    /// What the class should find.
    pub(crate) find: Vec<String>,
}

/// Reads the file.
pub(crate) fn read(file: &str) -> Stories {
    toml::from_str(file).expect("stories.toml holds stories")
}
