//! The business class (KUK) by members, own capital and assets, each with its own class; the highest counts.

use serde::Serialize;

use super::book::KUK;
use super::facts::RatFacts;

/// A business class and what it follows from. That the highest measure decides is our reading of an "or" in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Class {
    /// The class, 1 to 4.
    pub level: u8,
    /// By members.
    pub by_members: Option<u8>,
    /// By own capital.
    pub by_capital: Option<u8>,
    /// By assets.
    pub by_assets: Option<u8>,
}

/// The class, or `None` while no measure is known.
#[must_use]
pub fn class(facts: &RatFacts) -> Option<Class> {
    let members = facts.members.and_then(|count| i64::try_from(count).ok());
    let by_members = reached(members, |row| row.members);
    let by_capital = reached(facts.own_capital, |row| row.own_capital);
    let by_assets = reached(facts.assets, |row| row.assets);
    let level = [by_members, by_capital, by_assets].into_iter().flatten().max()?;
    Some(Class { level, by_members, by_capital, by_assets })
}

fn reached(amount: Option<i64>, least: impl Fn(&super::book::Kuk) -> i64) -> Option<u8> {
    let amount = amount?;
    KUK.iter().filter(|row| amount >= least(row)).map(|row| row.level).max()
}
