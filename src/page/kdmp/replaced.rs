//! An amount that a paste brought, with what stood in its place: so that it can go out again.

use crate::rat::sheet::{Column, Sheet};

/// What was put into a line, and what was there before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    column: Column,
    line: &'static str,
    amount: i64,
    before: Option<i64>,
    waiting: Option<String>,
}

impl Replaced {
    /// Puts whole rupiah into a line.
    pub(super) fn put(sheet: &mut Sheet, column: Column, line: &'static str, amount: i64) -> Self {
        let waiting = sheet.waiting.remove(&column.field(line));
        let before = sheet.typed_mut(column).insert(line.to_owned(), amount);
        Self { column, line, amount, before, waiting }
    }

    /// The line is as it was before, and what waits there by hand stays; one that was changed since is left as it is.
    pub(super) fn take_back(self, sheet: &mut Sheet) {
        let typed = sheet.typed_mut(self.column);
        if typed.get(self.line) != Some(&self.amount) {
            return;
        }
        match self.before {
            Some(amount) => drop(typed.insert(self.line.to_owned(), amount)),
            None => drop(typed.remove(self.line)),
        }
        let field = self.column.field(self.line);
        if let Some(text) = self.waiting.filter(|_| !sheet.waiting.contains_key(&field)) {
            sheet.waiting.insert(field, text);
        }
    }
}
