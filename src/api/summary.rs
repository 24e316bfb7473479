//! A rulebook at a glance.

use serde::Serialize;

use super::fixed;
use crate::rulebook::{self, Reading, Rulebook, Variant};

/// A rulebook at a glance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RulebookSummary {
    /// Its id.
    #[serde(serialize_with = "fixed::text")]
    pub id: &'static str,
    /// Its title.
    #[serde(serialize_with = "fixed::text")]
    pub title: &'static str,
    /// The legal act it rests on.
    #[serde(serialize_with = "fixed::text")]
    pub regulation: &'static str,
    /// The day from which it holds.
    #[serde(serialize_with = "fixed::text")]
    pub in_force: &'static str,
    /// Its editions, oldest first; the last is the default.
    pub editions: Vec<Edition>,
    /// Its readings, the default first.
    pub readings: [&'static str; 2],
    /// Its forms.
    pub variants: Vec<VariantSummary>,
}

/// An edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Edition {
    /// Its id.
    #[serde(serialize_with = "fixed::text")]
    pub id: &'static str,
    /// The day from which it holds.
    #[serde(serialize_with = "fixed::text")]
    pub from: &'static str,
    /// The doubt about it, an id of the differences.
    #[serde(serialize_with = "fixed::maybe")]
    pub doubt: Option<&'static str>,
}

/// A form, and how long it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct VariantSummary {
    /// Its id.
    #[serde(serialize_with = "fixed::text")]
    pub id: &'static str,
    /// Its official name.
    #[serde(serialize_with = "fixed::text")]
    pub name: &'static str,
    /// How many indicators it scores.
    pub indicators: usize,
    /// How many items it asks.
    pub items: usize,
    /// How many accounts it asks for.
    pub accounts: usize,
}

impl RulebookSummary {
    pub(super) fn of(book: &'static Rulebook) -> Self {
        Self {
            id: book.id,
            title: book.title,
            regulation: book.regulation,
            in_force: book.in_force,
            editions: book.editions.iter().map(Edition::of).collect(),
            readings: [Reading::default().code(), Reading::default().other().code()],
            variants: book.variants.iter().map(VariantSummary::of).collect(),
        }
    }
}

impl Edition {
    pub(super) const fn of(edition: &rulebook::Edition) -> Self {
        Self { id: edition.id, from: edition.from, doubt: edition.doubt }
    }
}

impl VariantSummary {
    fn of(variant: &'static Variant) -> Self {
        Self {
            id: variant.id,
            name: variant.name,
            indicators: variant.indicators().count(),
            items: variant.items().count(),
            accounts: variant.accounts.len(),
        }
    }
}
