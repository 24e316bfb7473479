//! The history of actions: a list in the file, oldest first.

use super::fields::Fields;
use crate::assessment::{Answer, Assessment, Mark, Stage};
use crate::exchange::json::{Map, Value};
use crate::exchange::problem::{Code, Path, Problem};

/// Its key in the file.
pub(super) const KEY: &str = "actions";

/// Takes the history, and hands back what is left of it. The first part of the page leaves it in the file unread.
pub(super) fn take(assessment: &mut Assessment, file: &mut Fields) -> Result<Option<Value>, Problem> {
    let Some(value) = file.take(KEY) else { return Ok(None) };
    read(&file.path(KEY), value, &mut assessment.marks)
}

/// Writes the history where there is one.
pub(super) fn put(file: &mut Map, assessment: &Assessment) {
    if !assessment.marks.is_empty() {
        file.insert(KEY, write(&assessment.marks));
    }
}

/// Takes every entry that names an item. What is left of them keeps its place; a list with another thing in it is not
/// ours and is left as it is.
fn read(at: &Path, value: Value, marks: &mut Vec<Mark>) -> Result<Option<Value>, Problem> {
    let Value::Array(entries) = value else { return Ok(Some(value)) };
    if !entries.iter().all(|entry| entry.get("item").is_some()) {
        return Ok(Some(Value::Array(entries)));
    }
    let mut left = Vec::new();
    for (place, entry) in entries.into_iter().enumerate() {
        let (mark, rest) = one(Fields::of(at.to(&place.to_string()), entry)?)?;
        marks.push(mark);
        left.push(rest);
    }
    let strangers = left.iter().any(|rest| !rest.is_empty());
    Ok(strangers.then(|| Value::Array(left.into_iter().map(Value::Object).collect())))
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
