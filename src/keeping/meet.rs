//! What a page has in hand meets what it finds in a store.

use super::{Asked, Record, merge};
use crate::exchange::json::{self, Value};

/// What is to be done about something found.
#[derive(Clone, Debug, PartialEq)]
pub enum Meeting {
    /// It is older, or the same: what is in hand may be written over it.
    Ours,
    /// It is newer, and nothing was changed here since: it is taken over.
    Theirs(String),
    /// Both were changed.
    Merged {
        /// The text of both together.
        text: String,
        /// What both changed, each in its own way; the text says what the other says.
        asked: Vec<Asked>,
    },
    /// Both were changed, and cannot be put together: the newer one is taken over, what is in hand is put aside.
    Apart,
    /// It is older, and neither [stands on](Record::rivals) the other: what is in hand stays, it is put aside.
    Aside,
    /// It was deleted there, so it is deleted here.
    Gone,
}

/// What is in hand (`mine`) meets a record. `known` is the newest record that this page and the others have in common, `seen`
/// how that reads here.
#[must_use]
pub fn meet(known: &Record, seen: &str, mine: &str, found: &Record) -> Meeting {
    let is_newer = found.is_newer(known);
    if found.rivals(known) && found.text.as_deref() != Some(mine) {
        return if is_newer { Meeting::Apart } else { Meeting::Aside };
    }
    if !is_newer {
        return Meeting::Ours;
    }
    let Some(theirs) = &found.text else { return Meeting::Gone };
    if mine == seen || mine == theirs {
        return Meeting::Theirs(theirs.clone());
    }
    match [seen, mine, theirs].map(without_sum) {
        [Some(base), Some(mine), Some(theirs)] => {
            let (merged, asked) = merge(&base, &mine, &theirs);
            Meeting::Merged { text: merged.to_string(), asked }
        }
        _ => Meeting::Apart,
    }
}

/// A text as a value. Its own checksum is no field of its owner's.
fn without_sum(text: &str) -> Option<Value> {
    let mut value = json::parse(text).ok()?;
    if let Value::Object(map) = &mut value {
        map.remove("checksum");
    }
    Some(value)
}
