//! The screens of the books.

mod findings;
mod group;
mod overview;
mod sheet;
mod worksheet;

use std::fmt::Display;

use super::numbers::rupiah;
use crate::assessment::Amount;
use crate::locale::fill;
use crate::page::Model;
use crate::rulebook::Year;

pub(super) use findings::{sentence, view as findings};
pub(super) use group::view as group;
pub(super) use overview::overview;
pub(super) use sheet::view as sheet;
pub(super) use worksheet::copy as worksheet_copy;

/// What stands in a field now; `None` where it is blank.
fn standing(model: &Model, year: Year, account: &str) -> Option<String> {
    let book = model.assessment().statements.year(year);
    if let Some(text) = book.waiting.get(account) {
        return Some(text.clone());
    }
    match book.amounts.get(account)? {
        Amount::Known(amount) => Some(rupiah(model, (*amount).into())),
        Amount::Unknown => Some(model.words().item.unknown.to_owned()),
    }
}

/// That an amount which stands there would be another; nothing where it would not.
pub(super) fn turns(model: &Model, account: &str, year: &str, before: Option<String>, after: &str) -> Option<String> {
    let before = before.filter(|before| before != after)?;
    let said: [(&str, &dyn Display); 4] =
        [("account", &account), ("year", &year), ("before", &before), ("after", &after)];
    Some(fill(model.words().sheet.turns, &said))
}
