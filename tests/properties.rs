//! What must hold for every assessment: limits land where the data puts them, ranges are exactly what can still become
//! of the open answers, answering never widens them, and nothing that is entered makes the engine fail.
#![allow(clippy::unwrap_used, missing_docs, unreachable_pub)]

#[path = "properties/bounds.rs"]
mod bounds;
#[path = "properties/departures.rs"]
mod departures;
#[path = "properties/levers.rs"]
mod levers;
#[path = "properties/open.rs"]
mod open;
#[path = "properties/random.rs"]
mod random;
#[path = "properties/synthetic.rs"]
mod synthetic;
#[path = "properties/thresholds.rs"]
mod thresholds;

use cermin_koperasi::assessment::{Amount, Assessment};
use cermin_koperasi::money::Rupiah;
use cermin_koperasi::rulebook::{self, Reading, Rulebook, Variant, Year};

const READINGS: [Reading; 2] = [Reading::Definition, Reading::Worksheet];

fn book() -> &'static Rulebook {
    rulebook::find("kkpkk-2021").unwrap()
}

fn variant() -> &'static Variant {
    &book().variants[0]
}

/// An assessment whose books hold nothing but zeros, each said.
fn complete(edition: usize, reading: Reading) -> Assessment {
    let mut assessment = Assessment::new(book(), variant()).counted(edition, reading);
    for year in Year::BOTH {
        let book = assessment.statements.year_mut(year);
        book.complete = true;
        variant().accounts.iter().for_each(|account| book.put(account.id, Some(Amount::ZERO)));
    }
    assessment
}

fn enter(assessment: &mut Assessment, year: Year, account: &str, rupiah: i64) {
    assert!(variant().account_index(account).is_some(), "{account} is no account");
    assessment.statements.year_mut(year).amounts.insert(account, Amount::Known(Rupiah::new(rupiah).unwrap()));
}
