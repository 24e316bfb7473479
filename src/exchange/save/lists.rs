//! Lists that hold entries of ours and of others side by side, as a later build or a neighbour may leave them.
//!
//! Of such a list [`Opened::kept`](crate::exchange::save::Opened::kept) holds, in the list's own order, what was left of each entry of ours as an
//! object (it may be empty), and each stranger's entry whole, wrapped in a list of one. So the two can never be mistaken
//! for each other, and every entry comes out again, also beside entries that were added or taken away meanwhile. Of a list
//! whose places have a meaning it holds an object: what strangers left there, by place.

use crate::exchange::json::{Map, Value};

/// An entry of somebody else's, whole.
pub(super) fn stranger(entry: Value) -> Value {
    Value::Array(vec![entry])
}

/// Puts into our entries what was kept of the list, each with `into`. What was left of entries that are gone is gone with them.
pub(super) fn weave(ours: &mut Vec<Value>, kept: &Value, into: fn(&mut Value, &Value)) {
    match kept {
        Value::Array(entries) => {
            let mut own = std::mem::take(ours).into_iter();
            for entry in entries {
                match entry {
                    Value::Array(stranger) => ours.extend(stranger.iter().cloned()),
                    left => ours.extend(own.next().map(|mut own| {
                        into(&mut own, left);
                        own
                    })),
                }
            }
            ours.extend(own);
        }
        Value::Object(places) => places.iter().for_each(|(place, entry)| at_place(ours, place, entry)),
        _ => {}
    }
}

fn at_place(ours: &mut Vec<Value>, place: &str, entry: &Value) {
    let Ok(place) = place.parse::<usize>() else { return };
    // Places come from a list that was read, so they lie close together.
    if place >= ours.len() {
        ours.resize(place + 1, Value::Null);
    }
    if ours[place].is_null() {
        ours[place] = entry.clone();
    }
}

/// Begins a list under these keys where something was kept of one, so that it is woven in.
pub(super) fn begin(part: &mut Map, keys: &[&str]) {
    let Some((key, rest)) = keys.split_first() else { return };
    let inner = part.entry(key);
    if rest.is_empty() {
        if inner.is_null() {
            *inner = Value::Array(Vec::new());
        }
        return;
    }
    if inner.is_null() {
        *inner = Value::Object(Map::new());
    }
    if let Value::Object(inner) = inner {
        begin(inner, rest);
    }
}

/// Entries of ours are gone from the end of the list under these keys, all but so many: what was left of them goes too, and
/// whoever comes next does not inherit it.
///
/// ```
/// use cermin_koperasi::exchange::{json, save};
/// let file = r#"{ "format": "cermin-koperasi", "version": 1, "rulebook": "kkpkk-2021", "variant": "ksp12",
///                 "actions": [{ "item": "A.I.1.a", "by": "a neighbour" }, "a stranger"] }"#;
/// let mut opened = save::read(file).expect("a whole file");
/// opened.assessment.marks.pop();
/// save::only_first(&mut opened.kept, &["actions"], opened.assessment.marks.len());
/// let again = save::to_value(&opened.assessment, &opened.kept);
/// assert_eq!(again["actions"].to_string(), r#"["a stranger"]"#);
/// ```
pub fn only_first(kept: &mut Map, keys: &[&str], count: usize) {
    let Some((key, rest)) = keys.split_first() else { return };
    match kept.get_mut(key) {
        Some(Value::Object(inner)) => only_first(inner, rest, count),
        Some(Value::Array(entries)) => {
            let mut seen = 0;
            entries.retain(|entry| {
                seen += usize::from(entry.is_object());
                !entry.is_object() || seen <= count
            });
        }
        _ => {}
    }
}
