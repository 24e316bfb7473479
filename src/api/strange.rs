//! Keys of an input that mean nothing here: a slip of the pen would pass for something that was never said.

use crate::exchange::Path;
use crate::exchange::json::{Map, Value};
use crate::exchange::save::Opened;
use crate::rulebook::Variant;

/// What the page keeps in a save file beside what is scored.
const OF_THE_PAGE: [&str; 3] = ["savingsUnit", "ownBooks", "roomMark"];

/// The places of all of them. Of a part that is wholly unknown it is the part's own.
pub(super) fn keys(opened: &Opened) -> Vec<Path> {
    let mut found = Vec::new();
    for (key, left) in opened.kept.iter() {
        let at = Path::default().to(key);
        match key {
            // Opening has told of items and accounts that no form asks.
            "answers" => {}
            "statements" => statements(opened, &at, left, &mut found),
            "papers" => inside(&at, left, &|id| asked(opened, |form| form.asks_for(id)), &mut found),
            "steps" => inside(&at, left, &|id| asked(opened, |form| form.indicator(id).is_some()), &mut found),
            "profile" | "rat" | "actions" | "kdmp" => within(&at, left, &mut found),
            key if OF_THE_PAGE.contains(&key) => {}
            _ => found.push(at),
        }
    }
    found
}

fn statements(opened: &Opened, at: &Path, left: &Value, found: &mut Vec<Path>) {
    for (key, part) in left.as_object().into_iter().flat_map(Map::iter) {
        let at = at.to(key);
        match key {
            "current" | "prior" => {}
            "waiting" => {
                let of_form = |id: &str| asked(opened, |form| form.account_index(id).is_some());
                for (year, waits) in part.as_object().into_iter().flat_map(Map::iter) {
                    inside(&at.to(year), waits, &of_form, found);
                }
            }
            _ => within(&at, part, found),
        }
    }
}

/// Whether a form of the rulebook asks it: under that it would count.
fn asked(opened: &Opened, by: impl Fn(&'static Variant) -> bool) -> bool {
    opened.assessment.rulebook.variants.iter().any(by)
}

/// What is left of a group by id, but for what is `known` elsewhere.
fn inside(at: &Path, left: &Value, known: &dyn Fn(&str) -> bool, found: &mut Vec<Path>) {
    match left {
        Value::Object(group) => {
            group.iter().filter(|(id, _)| !known(id)).for_each(|(id, left)| within(&at.to(id), left, found));
        }
        _ => found.push(at.clone()),
    }
}

/// What is left of a part, down to where a key holds something: of a list the strangers, which stand in a list of one.
fn within(at: &Path, left: &Value, found: &mut Vec<Path>) {
    match left {
        Value::Object(group) if !group.is_empty() => {
            group.iter().for_each(|(key, left)| within(&at.to(key), left, found));
        }
        Value::Array(entries) if entries.iter().all(|one| matches!(one, Value::Object(_) | Value::Array(_))) => {
            for (place, entry) in entries.iter().enumerate() {
                let at = at.to(&place.to_string());
                match entry {
                    Value::Object(group) if group.is_empty() => {}
                    Value::Object(_) => within(&at, entry, found),
                    _ => found.push(at),
                }
            }
        }
        _ => found.push(at.clone()),
    }
}
