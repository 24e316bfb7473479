//! A cooperative that trades and has a savings-and-loan unit: two sets of books in one work.
//!
//! In the file the whole's books stand where everybody looks for them, and the unit's own beside them:
//! `"savingsUnit": { "variant": "ksp12", "shown": true, "statements": { … } }`. While the unit's are open they change places, here
//! alone. Answers, profile and RAT are asked once, for both.

use std::mem;

use crate::exchange::json::{Map, Value};

pub(super) const KEY: &str = "savingsUnit";

const SHOWN: &str = "shown";

pub(super) fn is_shown(file: &Map) -> bool {
    matches!(file.get(KEY).and_then(|unit| unit.get(SHOWN)), Some(Value::Bool(true)))
}

/// Where the unit's books are open, those and the whole's change places. Twice, and all is as it was.
pub(super) fn turn(file: &mut Map) {
    if !is_shown(file) {
        return;
    }
    for key in ["variant", "statements"] {
        let mut own = mem::take(file.entry(key));
        if let Value::Object(unit) = file.entry(KEY) {
            mem::swap(unit.entry(key), &mut own);
        }
        *file.entry(key) = own;
    }
}

/// In a file, whose books are to be open.
pub(super) fn show(file: &mut Map, shown: bool) {
    if let Some(Value::Object(unit)) = file.get_mut(KEY) {
        unit.insert(SHOWN, shown);
    }
}
