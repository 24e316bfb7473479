//! From an assessment to JSON.

use serde_json::{Map, Value, json};

use super::{FORMAT, UNKNOWN, VERSION, checksum, marks, rat};
use crate::assessment::{Amount, Assessment, Book, Profile};
use crate::rat::RatInput;

/// The file's text: the assessment, what was [`kept`](super::Opened::kept) of an opened file, and a checksum.
///
/// ```
/// use cermin_koperasi::assessment::Assessment;
/// use cermin_koperasi::exchange::save;
/// use cermin_koperasi::rulebook::RULEBOOKS;
/// let empty = Assessment::new(RULEBOOKS[0], &RULEBOOKS[0].variants[0]);
/// let file = save::write(&empty, &serde_json::Map::new());
/// assert_eq!(save::read(&file).map(|opened| opened.assessment), Ok(empty));
/// ```
#[must_use]
pub fn write(assessment: &Assessment, kept: &Map<String, Value>) -> String {
    let mut file = file(assessment, kept);
    file.insert(checksum::KEY.to_owned(), checksum::of(&file).into());
    format!("{:#}", Value::Object(file))
}

/// The same shape as a value and without a checksum, as the JavaScript face hands it out.
#[must_use]
pub fn to_value(assessment: &Assessment, kept: &Map<String, Value>) -> Value {
    Value::Object(file(assessment, kept))
}

fn file(assessment: &Assessment, kept: &Map<String, Value>) -> Map<String, Value> {
    let statements = &assessment.statements;
    let mut file = Map::new();
    let fields = [
        ("format", FORMAT.into()),
        ("version", VERSION.into()),
        ("rulebook", assessment.rulebook.id.into()),
        ("variant", assessment.variant.id.into()),
        ("edition", assessment.rulebook.editions[assessment.edition].id.into()),
        ("reading", assessment.reading.code().into()),
        ("profile", profile(&assessment.profile)),
        ("answers", assessment.answers.iter().map(|(id, answer)| (id.clone(), answer.code())).collect()),
        (
            "statements",
            json!({
                "current": amounts(&statements.current),
                "prior": amounts(&statements.prior),
                "complete": { "current": statements.current.complete, "prior": statements.prior.complete },
            }),
        ),
    ];
    file.extend(fields.map(|(key, value)| (key.to_owned(), value)));
    // Always at the same place, also where only strangers are in it.
    if assessment.rat != RatInput::default() || kept.contains_key(rat::KEY) {
        file.insert(rat::KEY.to_owned(), rat::write(&assessment.rat));
    }
    if !assessment.marks.is_empty() {
        file.insert(marks::KEY.to_owned(), marks::write(&assessment.marks));
    }
    merge(&mut file, kept);
    file
}

/// Only what is known, so that an empty profile is an empty object.
fn profile(profile: &Profile) -> Value {
    let fields = [
        ("name", profile.name.clone().map(Value::from)),
        ("kind", profile.kind.clone().map(Value::from)),
        ("level", profile.level.map(Value::from)),
        ("members", profile.members.map(Value::from)),
        ("book_year_end", profile.book_year_end.clone().map(Value::from)),
    ];
    fields.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
}

fn amounts(book: &Book) -> Value {
    let amount = |amount: &Amount| match amount {
        Amount::Known(rupiah) => Value::from(*rupiah),
        Amount::Unknown => UNKNOWN.into(),
    };
    book.amounts.iter().map(|(id, figure)| (id.clone(), amount(figure))).collect()
}

/// Adds what `file` does not have; what it has wins.
fn merge(file: &mut Map<String, Value>, kept: &Map<String, Value>) {
    for (key, value) in kept {
        match file.get_mut(key) {
            None => drop(file.insert(key.clone(), value.clone())),
            Some(inner) => into(inner, value),
        }
    }
}

/// Lists are merged entry by entry; what was left of entries that are gone is gone with them.
fn into(inner: &mut Value, kept: &Value) {
    match (inner, kept) {
        (Value::Object(inner), Value::Object(kept)) => merge(inner, kept),
        (Value::Array(inner), Value::Array(kept)) => inner.iter_mut().zip(kept).for_each(|(one, kept)| into(one, kept)),
        _ => {}
    }
}
