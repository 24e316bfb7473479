//! The shape of a rulebook file. Every key is named here; an unknown one is refused.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

pub(super) type Text = Spanned<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rules {
    pub(super) id: Text,
    pub(super) title: Text,
    pub(super) regulation: Text,
    pub(super) in_force: Text,
    pub(super) source: Spanned<Vec<String>>,
    pub(super) reference: Vec<Reference>,
    pub(super) edition: Vec<Edition>,
    pub(super) variant: Vec<Variant>,
    #[serde(default)]
    pub(super) difference: Vec<Difference>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Reference {
    pub(super) id: Text,
    pub(super) title: Text,
    pub(super) date: Option<String>,
    pub(super) note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Edition {
    pub(super) id: Text,
    pub(super) from: Text,
    pub(super) source: Spanned<Vec<String>>,
    pub(super) difference: Option<Text>,
}

const fn every_class() -> u8 {
    u8::MAX
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Variant {
    pub(super) id: Text,
    pub(super) name: Text,
    /// The kinds of cooperative that are asked this form, as a profile says them.
    #[serde(default)]
    pub(super) kinds: Vec<Text>,
    /// The highest business class (KUK) that is asked this form; all of them where it says nothing.
    #[serde(default = "every_class")]
    pub(super) class_to: u8,
    pub(super) source: Spanned<Vec<String>>,
    pub(super) predicate: Vec<Predicate>,
    #[serde(default)]
    pub(super) ladder: Vec<Ladder>,
    #[serde(default)]
    pub(super) group: Vec<Group>,
    #[serde(default)]
    pub(super) aggregate: Vec<Aggregate>,
    pub(super) aspect: Vec<Aspect>,
    #[serde(default)]
    pub(super) check: Vec<Check>,
    #[serde(default)]
    pub(super) alternative: Vec<Alternative>,
}

/// Another way to read the form, where its sources leave a doubt: what it sums otherwise.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Alternative {
    /// The difference that tells the doubt.
    pub(super) difference: Text,
    pub(super) source: Spanned<Vec<String>>,
    pub(super) formula: BTreeMap<String, Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Predicate {
    pub(super) id: Text,
    pub(super) name: Text,
    pub(super) from: Option<Text>,
    pub(super) above: Option<Text>,
    pub(super) to: Option<Text>,
    pub(super) below: Option<Text>,
    pub(super) source: Spanned<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ladder {
    pub(super) id: Text,
    pub(super) source: Spanned<Vec<String>>,
    #[serde(default)]
    #[allow(dead_code, reason = "written for the reader of the file")]
    pub(super) differences: Vec<Text>,
    pub(super) bands: Spanned<Vec<Spanned<Band>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Band {
    pub(super) points: Number,
    pub(super) from: Option<Text>,
    pub(super) above: Option<Text>,
    pub(super) to: Option<Text>,
    pub(super) below: Option<Text>,
}

/// Points may be whole numbers or decimals written as text, so that no float ever holds them.
#[derive(Deserialize, Clone)]
#[serde(untagged)]
pub(super) enum Number {
    Whole(i64),
    Decimal(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Group {
    pub(super) id: Text,
    pub(super) name: Text,
    pub(super) statement: Text,
    pub(super) accounts: Vec<Account>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::struct_excessive_bools, reason = "marks in a data file")]
pub(super) struct Account {
    pub(super) id: Text,
    pub(super) side: Text,
    pub(super) cell: String,
    #[serde(default)]
    pub(super) contra: bool,
    #[serde(default)]
    pub(super) signed: bool,
    #[serde(default = "yes")]
    pub(super) prior: bool,
    #[serde(default)]
    pub(super) rare: bool,
}

fn yes() -> bool {
    true
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Aggregate {
    pub(super) id: Text,
    pub(super) formula: Text,
    pub(super) worksheet: Option<Text>,
    pub(super) worksheet_prior: Option<Text>,
    pub(super) source: Spanned<Vec<String>>,
    #[serde(default)]
    pub(super) differences: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Aspect {
    pub(super) id: Text,
    pub(super) name: Text,
    pub(super) weight: Text,
    pub(super) source: Spanned<Vec<String>>,
    pub(super) subaspect: Vec<Subaspect>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Subaspect {
    pub(super) id: Text,
    pub(super) name: Text,
    pub(super) indicator: Vec<Indicator>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Indicator {
    pub(super) id: Text,
    pub(super) name: Text,
    pub(super) max: Number,
    pub(super) source: Spanned<Vec<String>>,
    #[serde(default)]
    pub(super) confidence: String,
    #[serde(default)]
    pub(super) differences: Vec<Text>,
    pub(super) ladder: Option<Text>,
    #[serde(default)]
    pub(super) bands: Vec<Bands>,
    #[serde(default)]
    pub(super) items: Vec<Item>,
    pub(super) ratio: Option<Text>,
    pub(super) worksheet: Option<Text>,
    /// What its value is counted in; a share of one where nothing is said.
    #[serde(default)]
    pub(super) unit: Unit,
    #[serde(rename = "override")]
    pub(super) case: Option<Case>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Unit {
    #[default]
    Percent,
    Times,
    Days,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Item {
    pub(super) id: Text,
    pub(super) cell: String,
    #[serde(default)]
    pub(super) not_applicable: bool,
    #[serde(default)]
    pub(super) differences: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::struct_field_names, reason = "the key is named so in the file")]
pub(super) struct Bands {
    pub(super) source: Spanned<Vec<String>>,
    #[serde(default)]
    pub(super) confidence: String,
    pub(super) edition: Option<Text>,
    pub(super) reading: Option<Text>,
    pub(super) difference: Option<Text>,
    pub(super) bands: Spanned<Vec<Spanned<Band>>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Case {
    pub(super) when: Text,
    pub(super) of: Text,
    pub(super) reading: Text,
    pub(super) points: Number,
    pub(super) difference: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Check {
    pub(super) id: Text,
    pub(super) kind: Text,
    pub(super) left: Text,
    pub(super) right: Text,
    pub(super) factor: Option<i64>,
    pub(super) source: Spanned<Vec<String>>,
    pub(super) difference: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Difference {
    pub(super) id: Text,
    pub(super) class: String,
    #[serde(rename = "where")]
    pub(super) places: Vec<String>,
    pub(super) affects: Vec<Text>,
    /// The form whose sheet it is about; the first, if it does not say.
    pub(super) variant: Option<Text>,
}

impl Rules {
    /// The place of the form whose sheet a difference is about; the first, where it does not say.
    pub(super) fn form(&self, difference: &Difference) -> usize {
        let named = |id: &Text| self.variant.iter().position(|variant| variant.id == *id);
        difference.variant.as_ref().and_then(named).unwrap_or_default()
    }
}
