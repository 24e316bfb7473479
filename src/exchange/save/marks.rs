//! The history of actions: a list in the file, oldest first.

use super::lists::stranger;
use crate::assessment::{Answer, Assessment, Mark, Stage};
use crate::exchange::json::{Map, Value};
use crate::exchange::problem::{Code, Path, Problem};
use crate::exchange::save::fields::Fields;

/// Its key in the file.
pub(super) const KEY: &str = "actions";

/// Takes the history, and hands back what is left of it. The first part of the page leaves it in the file unread.
pub(super) fn take(assessment: &mut Assessment, file: &mut Fields) -> Result<Option<Value>, Problem> {
    match file.take(KEY) {
        Some(Value::Array(entries)) => read(&file.path(KEY), entries, &mut assessment.marks),
        other => Ok(other),
    }
}

/// Writes the history where there is one, or where strangers' entries wait for their place in it.
pub(super) fn put(file: &mut Map, assessment: &Assessment, kept: &Map) {
    if !assessment.marks.is_empty() || matches!(kept.get(KEY), Some(Value::Array(_))) {
        file.insert(KEY, write(&assessment.marks));
    }
}

/// Takes every entry that names an item; any other is a stranger's.
fn read(at: &Path, entries: Vec<Value>, marks: &mut Vec<Mark>) -> Result<Option<Value>, Problem> {
    let (mut left, mut kept) = (Vec::new(), entries.is_empty());
    for (place, entry) in entries.into_iter().enumerate() {
        if entry.get("item").is_none() {
            kept = true;
            left.push(stranger(entry));
            continue;
        }
        let (mark, rest) = one(Fields::of(at.to(&place.to_string()), entry)?)?;
        marks.push(mark);
        kept |= !rest.is_empty();
        left.push(Value::Object(rest));
    }
    Ok(kept.then_some(Value::Array(left)))
}

fn one(mut fields: Fields) -> Result<(Mark, Map), Problem> {
    let item = fields.required("item")?;
    let stage = match fields.text("state")? {
        None => Stage::Done,
        Some(code) => Stage::parse(&code).ok_or_else(|| fields.path("state").problem(Code::OutOfRange, &code))?,
    };
    let mut text = |key: &str| fields.text(key).map(Option::unwrap_or_default);
    let (date, note) = (text("date")?, text("note")?);
    let (before, after) = (answer(&mut fields, "before")?, answer(&mut fields, "after")?);
    Ok((Mark { item, stage, note, date, before, after }, fields.into_left()))
}

fn answer(fields: &mut Fields, key: &str) -> Result<Option<Answer>, Problem> {
    let Some(code) = fields.text(key)? else { return Ok(None) };
    Answer::parse(&code).map(Some).ok_or_else(|| fields.path(key).problem(Code::UnknownAnswer, &code))
}

/// Only what says something.
fn write(marks: &[Mark]) -> Value {
    let entry = |mark: &Mark| {
        let text = |text: &str| (!text.is_empty()).then(|| Value::from(text));
        let answer = |answer: Option<Answer>| answer.map(|answer| Value::from(answer.code()));
        let fields = [
            ("item", Some(Value::from(mark.item.as_str()))),
            ("state", (mark.stage == Stage::Doing).then(|| mark.stage.code().into())),
            ("date", text(&mark.date)),
            ("note", text(&mark.note)),
            ("before", answer(mark.before)),
            ("after", answer(mark.after)),
        ];
        Value::Object(fields.into_iter().filter_map(|(key, value)| Some((key, value?))).collect())
    };
    Value::Array(marks.iter().map(entry).collect())
}
