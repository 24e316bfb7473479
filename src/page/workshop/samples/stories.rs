//! The file of the stories, as the build and the tests read it.

use std::collections::BTreeMap;

use serde::Deserialize;

#[derive(Deserialize)]
struct Stories {
    sample: Vec<Sample>,
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

/// All of them, in the order of the file.
pub(crate) fn read(file: &str) -> Vec<Sample> {
    toml::from_str::<Stories>(file).expect("stories.toml holds stories").sample
}
