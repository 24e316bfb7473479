//! The part about the RAT: nested JSON in the file, paths and text in [`RatInput`].

use super::fields::{Fields, shown};
use crate::assessment::Assessment;
use crate::exchange::json::{Map, Value};
use crate::exchange::problem::{Code, Path, Problem};
use crate::rat::{Coded, FieldError, LetterKind, RatInput};

/// Its key in the file.
pub(super) const KEY: &str = "rat";

/// Takes every field there is; what is no field of ours is left, in the file's shape.
pub(super) fn take(assessment: &mut Assessment, file: &mut Fields) -> Result<Map, Problem> {
    let said = Value::Object(file.group(KEY)?.into_left());
    match branch(&mut assessment.rat, &Path::default().to(KEY), &said)? {
        Some(Value::Object(left)) => Ok(left),
        _ => Ok(Map::new()),
    }
}

/// What is left of a value: all of it where it holds no field of ours, nothing where all of it was taken.
fn branch(rat: &mut RatInput, at: &Path, value: &Value) -> Result<Option<Value>, Problem> {
    match value {
        Value::Object(fields) => {
            let mut left = Map::new();
            for (key, value) in fields.iter() {
                if let Some(value) = branch(rat, &at.to(key), value)? {
                    left.push(key.to_owned(), value);
                }
            }
            let none_taken = left.len() == fields.len() && at.keys().len() > 1;
            Ok((none_taken || !left.is_empty()).then_some(Value::Object(left)))
        }
        Value::Array(entries) => list(rat, at, entries),
        leaf => set(rat, at, leaf),
    }
}

/// An entry with nothing left keeps its place, so that what is left of the next one stays beside it.
fn list(rat: &mut RatInput, at: &Path, entries: &[Value]) -> Result<Option<Value>, Problem> {
    let (mut left, mut kept) = (Vec::new(), entries.is_empty());
    for (place, entry) in entries.iter().enumerate() {
        let at = at.to(&place.to_string());
        let ours = entry.is_object() && begin(rat, &at);
        let rest = branch(rat, &at, entry)?.filter(|rest| !ours || *rest != Value::Object(Map::new()));
        kept |= rest.is_some();
        left.push(rest.unwrap_or_else(|| Value::Object(Map::new())));
    }
    Ok(kept.then_some(Value::Array(left)))
}

/// Begins an entry of a list even if nothing in it is a field: those after it keep their places. Whether it is a list
/// of ours.
fn begin(rat: &mut RatInput, at: &Path) -> bool {
    // Each list has exactly one of these.
    ["held", "kind", "members"].iter().any(|name| rat.set(&dotted(&at.to(name)), "").is_ok())
}

fn set(rat: &mut RatInput, at: &Path, leaf: &Value) -> Result<Option<Value>, Problem> {
    let text = match leaf {
        Value::String(text) => text.clone(),
        Value::Bool(yes) => crate::rat::Answer::from(*yes).code().to_owned(),
        Value::Null => String::new(),
        other => other.tight(),
    };
    match rat.set(&dotted(at), &text) {
        Ok(()) => Ok(None),
        Err(FieldError::NoSuchField) => Ok(Some(leaf.clone())),
        Err(FieldError::Unreadable) => {
            let fraction = matches!(leaf, Value::Number(number) if !number.is_integer());
            let code = if fraction { Code::NotWhole } else { Code::OutOfRange };
            Err(at.problem(code, &shown(leaf)))
        }
    }
}

/// `history.0.heldOn`: the path without the part's own key.
fn dotted(at: &Path) -> String {
    at.keys()[1..].join(".")
}

/// Puts in what is said, always at the same place, also where only strangers are in it.
pub(super) fn put(file: &mut Map, assessment: &Assessment, kept: &Map) {
    if assessment.rat != RatInput::default() || kept.get(KEY).is_some() {
        file.insert(KEY, written(&assessment.rat));
    }
}

/// Every field that says something, nested: numbers as numbers, the rest as text.
fn written(rat: &RatInput) -> Value {
    let mut part = Value::Object(Map::new());
    for (path, text) in rat.entries() {
        let keys: Vec<&str> = path.split('.').collect();
        place(&mut part, &keys, leaf(&path, text));
    }
    part
}

fn leaf(path: &str, text: String) -> Value {
    let number = text.parse::<i64>().ok().filter(|number| number.to_string() == text && !path.starts_with("names."));
    match number {
        Some(number) => number.into(),
        // A list's entry begins with its first field even where that says nothing.
        None if text.is_empty() && path.split('.').next_back() == Some("kind") => LetterKind::default().code().into(),
        None if text.is_empty() => Value::Null,
        None => text.into(),
    }
}

/// Puts a leaf at its path, made on the way: an array where the next key is a number.
fn place(inside: &mut Value, keys: &[&str], leaf: Value) {
    let Some((key, rest)) = keys.split_first() else {
        *inside = leaf;
        return;
    };
    if let Ok(index) = key.parse::<usize>() {
        if !matches!(inside, Value::Array(_)) {
            *inside = Value::Array(Vec::new());
        }
        if let Value::Array(entries) = inside {
            entries.resize(entries.len().max(index + 1), Value::Null);
            place(&mut entries[index], rest, leaf);
        }
        return;
    }
    if !inside.is_object() {
        *inside = Value::Object(Map::new());
    }
    if let Value::Object(map) = inside {
        place(map.entry(key), rest, leaf);
    }
}
