//! The shape of `rat-and-status.toml`. Unknown keys and missing ones are refused by serde, with their line.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

pub(super) type Word = Spanned<String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(clippy::struct_field_names, reason = "the file's own keys")]
pub(super) struct Book {
    pub(super) book: Head,
    pub(super) source: Vec<Source>,
    pub(super) rule: Vec<Rule>,
    pub(super) document: Vec<Document>,
    pub(super) agenda: Vec<Agenda>,
    pub(super) step: Vec<Step>,
    pub(super) kuk: Vec<Kuk>,
    pub(super) province: Vec<Province>,
    pub(super) regional: Vec<Regional>,
    pub(super) coaching: Vec<Coaching>,
    pub(super) finding: Vec<Finding>,
    pub(super) register: Vec<Register>,
    pub(super) conflict: Vec<Conflict>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Head {
    pub(super) id: String,
    pub(super) title: String,
    pub(super) compiled: Word,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Source {
    pub(super) id: Word,
    pub(super) title: Word,
    pub(super) dated: Word,
    #[serde(rename = "read")]
    _read: Read,
    #[serde(rename = "url")]
    _url: Option<String>,
}

/// How a text was read.
#[derive(Clone, Copy, Deserialize, Debug)]
#[serde(rename_all = "snake_case")]
pub(super) enum Read {
    Text,
    Part,
    Summary,
    Article,
}

#[derive(Clone, Copy, Deserialize, Debug)]
#[serde(rename_all = "snake_case")]
pub(super) enum Confidence {
    High,
    Medium,
    Low,
}

#[derive(Clone, Copy, Deserialize, Debug)]
#[serde(rename_all = "snake_case")]
pub(super) enum Force {
    Duty,
    Validity,
    Conditional,
    Articles,
    Sanction,
    Procedure,
    Definition,
    Right,
    Advice,
    Practice,
    Tool,
    Gap,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rule {
    pub(super) id: Word,
    pub(super) citation: Word,
    pub(super) source: Word,
    pub(super) read: Read,
    pub(super) force: Force,
    pub(super) confidence: Confidence,
    pub(super) applies: Spanned<Vec<String>>,
    #[serde(default)]
    pub(super) params: BTreeMap<String, Spanned<toml::Value>>,
}

#[derive(Clone, Copy, Deserialize, Debug)]
#[serde(rename_all = "snake_case")]
pub(super) enum Stage {
    Before,
    Day,
    After,
    Special,
}

#[derive(Clone, Copy, Deserialize, Debug, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub(super) enum Need {
    Required,
    Conditional,
    Advised,
}

#[derive(Clone, Copy, Deserialize, Debug)]
#[serde(rename_all = "snake_case")]
pub(super) enum Condition {
    Audit,
    Sharia,
    Election,
    Postponed,
    Online,
    Groups,
    Primary,
    Secondary,
    Amendment,
    DissolutionPlan,
    Kdmp,
    SavingsLoan,
    NoQuorum,
    /// Only papers use this one: the cooperative missed a RAT.
    Missed,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Document {
    pub(super) id: Word,
    pub(super) stage: Stage,
    pub(super) need: Need,
    pub(super) when: Option<Condition>,
    pub(super) contents: usize,
    pub(super) signed_by: Vec<Word>,
    pub(super) rules: Vec<Word>,
    pub(super) confidence: Confidence,
}

#[derive(Clone, Copy, Deserialize, Debug)]
#[serde(rename_all = "snake_case")]
pub(super) enum Basis {
    Law,
    Articles,
    Advice,
    Practice,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Agenda {
    pub(super) id: Word,
    pub(super) basis: Basis,
    pub(super) when: Option<Condition>,
    pub(super) rules: Vec<Word>,
}

#[derive(Clone, Copy, Deserialize, Debug)]
#[serde(rename_all = "snake_case")]
pub(super) enum Anchor {
    Close,
    Meeting,
    Deed,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Step {
    pub(super) id: Word,
    pub(super) anchor: Anchor,
    pub(super) days: Option<i64>,
    pub(super) months: Option<i32>,
    pub(super) working_days: Option<i32>,
    /// `04-20`: the first such day after the anchor.
    pub(super) on: Option<Word>,
    pub(super) basis: Basis,
    pub(super) when: Option<Condition>,
    pub(super) rules: Vec<Word>,
    pub(super) documents: Vec<Word>,
    pub(super) who: Word,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Kuk {
    pub(super) level: u8,
    /// Whether the row is for savings and loan.
    #[serde(default)]
    pub(super) savings_loan: bool,
    /// Whether a measure must lie above what is written, and not only reach it.
    #[serde(default)]
    pub(super) above: bool,
    pub(super) members: i64,
    pub(super) own_capital: i64,
    pub(super) assets: i64,
    pub(super) citation: Word,
    pub(super) source: Word,
    #[serde(rename = "confidence")]
    _confidence: Confidence,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Province {
    pub(super) name: Word,
    pub(super) districts: Vec<String>,
}

/// A class of a province.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Regional {
    pub(super) id: Word,
    pub(super) province: Word,
    pub(super) rule: Word,
    pub(super) members: i64,
    pub(super) turnover: i64,
    pub(super) assets: i64,
    pub(super) above: bool,
    pub(super) meetings: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Coaching {
    pub(super) id: Word,
    pub(super) citation: Word,
    pub(super) providers: Vec<Word>,
    pub(super) seen: Vec<Word>,
    pub(super) confidence: Confidence,
}

#[derive(Clone, Copy, Deserialize, Debug)]
#[serde(rename_all = "snake_case")]
pub(super) enum Severity {
    Light,
    Medium,
    Heavy,
    Critical,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Finding {
    pub(super) id: Word,
    pub(super) severity: Severity,
    pub(super) rules: Vec<Word>,
    pub(super) coaching: Vec<Word>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Register {
    pub(super) id: Word,
    pub(super) legal_core: bool,
    pub(super) columns: Vec<String>,
    pub(super) rules: Vec<Word>,
    pub(super) confidence: Confidence,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Conflict {
    pub(super) id: Word,
    pub(super) rules: Vec<Word>,
}
