//! The RAT rulebook as tables: rules, documents, steps, findings, coaching. Written by the build from
//! `src/rulebook/books/rat-and-status.toml` and the texts beside it; nothing is parsed at run time.

use serde::{Serialize, Serializer};

use super::text::Text;

mod forms;
mod kinds;

pub use forms::{BlockForm, BlockKind, Fact, PaperForm};
pub use kinds::{Anchor, Basis, Condition, Confidence, Force, Need, Offset, Read, Severity, Share, Stage};

/// One rule, with where it is written and how sure that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Rule {
    /// Its key, such as `RAT-02`.
    pub id: &'static str,
    /// The rule in one plain sentence.
    pub text: Text,
    /// Regulation and article.
    pub citation: &'static str,
    /// The document it was read in.
    pub source: &'static str,
    /// That document's date: year, year-month or day.
    pub dated: &'static str,
    /// How it was read.
    pub read: Read,
    /// What kind of demand it is.
    pub force: Force,
    /// How sure the reading is.
    pub confidence: Confidence,
}

/// A rule by its place in [`RULES`]; `rule::RAT_02` and its like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RuleId(u8);

/// A document by its place in [`DOCUMENTS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DocumentId(u8);

/// A coaching offer by its place in [`COACHING`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CoachingId(u8);

/// A finding by its place in [`FINDINGS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FindingId(u8);

/// A conflict between sources by its place in [`CONFLICTS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ConflictId(u8);

macro_rules! looks_up {
    ($($id:ident, $row:ident, $table:ident, $get:ident;)*) => {$(
        impl $id {
            /// Every id, in the book's order.
            ///
            /// ```
            /// use cermin_koperasi::rat::book::{DocumentId, RULES, RuleId, rule};
            /// assert_eq!((RuleId::all().count(), RuleId::all().next()), (RULES.len(), Some(rule::RAT_01)));
            /// assert_eq!(DocumentId::all().map(|id| id.document().id).next(), Some("DOK-01"));
            /// ```
            pub fn all() -> impl Iterator<Item = Self> {
                // The build refuses no table this small: all have fewer than 256 rows.
                (0..=u8::MAX).take($table.len()).map(Self)
            }

            /// The row this id stands for.
            ///
            /// ```
            /// use cermin_koperasi::rat::book::{RuleId, rule};
            /// assert_eq!(rule::UND_01.rule().id, "UND-01");
            /// assert!(RuleId::all().all(|id| !id.rule().citation.is_empty()), "no rule without its source");
            /// ```
            #[must_use]
            pub fn $get(self) -> &'static $row {
                &$table[usize::from(self.0)]
            }
        }

        /// Serialized as the row itself, so that a reader sees text and citation.
        impl Serialize for $id {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.$get().serialize(serializer)
            }
        }
    )*};
}

looks_up! {
    RuleId, Rule, RULES, rule;
    DocumentId, Document, DOCUMENTS, document;
    CoachingId, Coaching, COACHING, offer;
    FindingId, Finding, FINDINGS, finding;
    ConflictId, Conflict, CONFLICTS, conflict;
}

/// One document of a RAT.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Document {
    /// Its key, such as `DOK-05`.
    pub id: &'static str,
    /// Its name.
    pub name: Text,
    /// When it is needed.
    pub stage: Stage,
    /// How much it is needed.
    pub need: Need,
    /// The condition of a conditional document.
    pub when: Option<Condition>,
    /// What it must at least contain.
    pub contents: &'static [Text],
    /// Who signs it.
    pub signed_by: &'static [Text],
    /// The rules behind it.
    pub rules: &'static [RuleId],
    /// How sure this is.
    pub confidence: Confidence,
}

/// An item of the suggested agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Agenda {
    /// What is done.
    pub text: Text,
    /// Where it comes from.
    pub basis: Basis,
    /// When it applies.
    pub when: Option<Condition>,
    /// The rules behind it.
    pub rules: &'static [RuleId],
}

/// A step on the way to a RAT and after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its key, such as `T-11`.
    pub id: &'static str,
    /// What is done.
    pub label: Text,
    /// What it is counted from.
    pub anchor: Anchor,
    /// How far it lies from there.
    pub offset: Offset,
    /// Where it comes from.
    pub basis: Basis,
    /// When it applies.
    pub when: Option<Condition>,
    /// The rules behind it.
    pub rules: &'static [RuleId],
    /// The documents it is about.
    pub documents: &'static [DocumentId],
    /// Who does it.
    pub who: Text,
}

/// Something found, its first step, and who can help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding {
    /// Its key, such as `F-LAPOR`.
    pub id: &'static str,
    /// What was found.
    pub label: Text,
    /// What to do first.
    pub first_step: Text,
    /// How grave it is.
    pub severity: Severity,
    /// Its legal ground.
    pub rules: &'static [RuleId],
    /// The coaching to ask for.
    pub coaching: &'static [CoachingId],
}

/// Coaching that a cooperative can ask its office for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Coaching {
    /// Its key, such as `BINA-06`.
    pub id: &'static str,
    /// Its name.
    pub name: Text,
    /// What it consists of.
    pub about: Text,
    /// The programme or rule behind it.
    pub citation: &'static str,
    /// Who gives it.
    pub providers: &'static [Text],
    /// How sure this is.
    pub confidence: Confidence,
}

/// A business class (KUK) and the least of each measure that reaches it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kuk {
    /// The class, 1 to 4.
    pub level: u8,
    /// Whether it is for savings and loan; else for all others.
    pub savings_loan: bool,
    /// Whether a measure must lie above what stands here, and not only reach it.
    pub above: bool,
    /// Members.
    pub members: i64,
    /// Own capital in rupiah.
    pub own_capital: i64,
    /// Assets in rupiah.
    pub assets: i64,
    /// Where the table was read.
    pub citation: &'static str,
}

/// A class of cooperatives that a province honours, and what it asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Regional {
    /// Its name.
    pub name: Text,
    /// The province.
    pub province: &'static str,
    /// The regencies and cities of that province, as people name them.
    #[serde(skip)]
    pub districts: &'static [&'static str],
    /// Where it is written.
    pub rules: &'static [RuleId],
    /// Members, at least.
    pub members: i64,
    /// Turnover of a year in rupiah.
    pub turnover: i64,
    /// Assets in rupiah.
    pub assets: i64,
    /// Whether turnover and assets must be more than that; at least that where not.
    pub above: bool,
    /// RATs held in a row, at least.
    pub meetings: i64,
}

/// One of the sixteen administrative books.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Register {
    /// Its name.
    pub name: Text,
    /// Whether the law itself names it.
    pub legal_core: bool,
    /// Its columns, as Indonesian forms have them.
    pub columns: &'static [&'static str],
    /// The rules behind it.
    pub rules: &'static [RuleId],
    /// How sure this is.
    pub confidence: Confidence,
}

/// A place where sources differ, and what this tool chooses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Conflict {
    /// Its key, such as `K-05`.
    pub id: &'static str,
    /// What it is about.
    pub topic: Text,
    /// One side, the law's where there is one.
    pub law: Text,
    /// The other side.
    pub other: Text,
    /// What this tool does.
    pub choice: Text,
    /// The rules on both sides.
    pub rules: &'static [RuleId],
}

#[allow(missing_docs, clippy::all, clippy::pedantic, reason = "written by the build")]
mod compiled {
    use super::{
        Agenda, Anchor, Basis, Coaching, CoachingId, Condition, Confidence, Conflict, ConflictId, Document, DocumentId,
        Fact, Finding, FindingId, Force, Kuk, Need, Offset, PaperForm, Read, Regional, Register, Rule, RuleId,
        Severity, Share, Stage, Step, Text,
    };
    include!(concat!(env!("OUT_DIR"), "/rat_and_status.rs"));
}

pub use compiled::*;

// Ids are one byte.
const _: () = assert!(RULES.len() <= 256 && DOCUMENTS.len() <= 256 && FINDINGS.len() <= 256 && COACHING.len() <= 256);
