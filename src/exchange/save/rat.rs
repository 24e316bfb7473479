//! The part about the RAT: nested JSON in the file, paths and text in [`RatInput`].

use super::lists::{begin, stranger};
use crate::assessment::Assessment;
use crate::exchange::json::{Map, Value};
use crate::exchange::problem::{Code, Path, Problem};
use crate::exchange::save::fields::{Fields, shown};
use crate::rat::{Coded, FieldError, LetterKind, RatInput, Reach};

/// Its key in the file.
pub(super) const KEY: &str = "rat";

/// Takes every field there is; what is no field of ours is left.
pub(super) fn take(assessment: &mut Assessment, file: &mut Fields) -> Result<Map, Problem> {
    let said = file.group(KEY)?.into_left();
    group(&mut assessment.rat, &Path::default().to(KEY), "", said)
}

/// `history.0` and `heldOn`: the field's path, as [`RatInput::set`] takes it.
fn joined(slot: &str, key: &str) -> String {
    if slot.is_empty() { key.to_owned() } else { format!("{slot}.{key}") }
}

/// What is left of a group of fields.
fn group(rat: &mut RatInput, at: &Path, slot: &str, fields: Map) -> Result<Map, Problem> {
    let mut left = Map::new();
    for (key, value) in fields.into_entries() {
        let inner = joined(slot, &key);
        // A key with a point in it leads to no field, though as a path it would.
        let reach = if key.contains('.') { Reach::Nowhere } else { RatInput::reach(&inner) };
        let rest = one(rat, &at.to(&key), reach, &inner, value)?;
        if let Some(rest) = rest {
            left.push(key, rest);
        }
    }
    Ok(left)
}

/// What is left of a value: all of it where it holds no field of ours, nothing where all of it was taken.
fn one(rat: &mut RatInput, at: &Path, reach: Reach, slot: &str, value: Value) -> Result<Option<Value>, Problem> {
    match (reach, value) {
        (Reach::Group, Value::Object(fields)) => {
            let count = fields.len();
            let left = group(rat, at, slot, fields)?;
            Ok((left.len() == count || !left.is_empty()).then_some(Value::Object(left)))
        }
        (Reach::List, Value::Array(entries)) => list(rat, at, slot, entries),
        (Reach::Places, Value::Array(entries)) => places(rat, at, slot, entries),
        (Reach::Field, leaf) if !matches!(leaf, Value::Object(_) | Value::Array(_)) => set(rat, at, slot, leaf),
        (_, stranger) => Ok(Some(stranger)),
    }
}

/// Every object begins an entry of ours, so that those after it keep their places; an entry of another kind, or beyond what
/// anyone has, is a stranger's.
fn list(rat: &mut RatInput, at: &Path, slot: &str, entries: Vec<Value>) -> Result<Option<Value>, Problem> {
    let (mut left, mut kept, mut ours) = (Vec::new(), entries.is_empty(), 0);
    for (place, entry) in entries.into_iter().enumerate() {
        let own = format!("{slot}.{ours}");
        match entry {
            Value::Object(fields) if rat.begin(&own) => {
                let rest = group(rat, &at.to(&place.to_string()), &own, fields)?;
                ours += 1;
                kept |= !rest.is_empty();
                left.push(Value::Object(rest));
            }
            entry => {
                kept = true;
                left.push(stranger(entry));
            }
        }
    }
    Ok(kept.then_some(Value::Array(left)))
}

/// A list whose places have a meaning: what is left, by place.
fn places(rat: &mut RatInput, at: &Path, slot: &str, entries: Vec<Value>) -> Result<Option<Value>, Problem> {
    let (mut left, none) = (Map::new(), entries.is_empty());
    for (place, entry) in entries.into_iter().enumerate() {
        let place = place.to_string();
        let inner = joined(slot, &place);
        let rest = one(rat, &at.to(&place), RatInput::reach(&inner), &inner, entry)?;
        if let Some(rest) = rest {
            left.push(place, rest);
        }
    }
    Ok((none || !left.is_empty()).then_some(Value::Object(left)))
}

fn set(rat: &mut RatInput, at: &Path, slot: &str, leaf: Value) -> Result<Option<Value>, Problem> {
    let text = match &leaf {
        Value::String(text) => text.clone(),
        Value::Bool(yes) => crate::rat::Answer::from(*yes).code().to_owned(),
        Value::Null => String::new(),
        other => other.tight(),
    };
    match rat.set(slot, &text) {
        Ok(()) => Ok(None),
        Err(FieldError::NoSuchField) => Ok(Some(leaf)),
        Err(FieldError::Unreadable) => {
            let fraction = matches!(&leaf, Value::Number(number) if !number.is_integer());
            let code = if fraction { Code::NotWhole } else { Code::OutOfRange };
            Err(at.problem(code, &shown(&leaf)))
        }
    }
}

/// Puts in what is said, always at the same place, also where only strangers are in it.
pub(super) fn put(file: &mut Map, assessment: &Assessment, kept: &Map) {
    let strangers = kept.get(KEY);
    if assessment.rat == RatInput::default() && strangers.is_none() {
        return;
    }
    let mut part = written(&assessment.rat);
    if let Some(Value::Object(strangers)) = strangers {
        begin_lists(&mut part, strangers);
    }
    file.insert(KEY, part);
}

/// Every list of which something was kept is there, so that it is woven in.
fn begin_lists(part: &mut Map, kept: &Map) {
    for name in ["history", "letters"] {
        if matches!(kept.get(name), Some(Value::Array(_))) {
            begin(part, &[name]);
        }
    }
    if matches!(kept["quorum"]["groups"], Value::Array(_)) {
        begin(part, &["quorum", "groups"]);
    }
    for (id, document) in kept["documents"].as_object().into_iter().flat_map(Map::iter) {
        let known = RatInput::reach(&format!("documents.{id}")) == Reach::Group;
        if known && document["contents"].is_object() {
            begin(part, &["documents", id, "contents"]);
        }
    }
}

/// Every field that says something, nested: numbers as numbers, the rest as text.
fn written(rat: &RatInput) -> Map {
    let mut part = Value::Object(Map::new());
    for (path, text) in rat.entries() {
        let keys: Vec<&str> = path.split('.').collect();
        place(&mut part, &keys, leaf(&path, text));
    }
    if let Value::Object(part) = part { part } else { Map::new() }
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
