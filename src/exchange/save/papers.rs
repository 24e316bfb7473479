//! What is noted of the papers for the examiner's table: by paper, in the file's `papers`.

use crate::assessment::{Assessment, Found, PaperNote};
use crate::exchange::json::{Map, Value};
use crate::exchange::problem::{Code, Problem};
use crate::exchange::save::fields::Fields;

/// Its key in the file.
pub(super) const KEY: &str = "papers";

/// Takes what is noted of papers that the form asks for, and hands back the rest. Whatever is not a group of groups is
/// another program's, and stays as it is.
pub(super) fn take(assessment: &mut Assessment, file: &mut Fields) -> Result<Option<Value>, Problem> {
    let Some(value) = file.take(KEY) else { return Ok(None) };
    let Value::Object(entries) = value else { return Ok(Some(value)) };
    let (at, mut left) = (file.path(KEY), Map::new());
    for (id, entry) in entries.into_entries() {
        if !entry.is_object() || !assessment.variant.asks_for(&id) {
            left.push(id, entry);
            continue;
        }
        let (note, rest) = one(Fields::of(at.to(&id), entry)?)?;
        assessment.note_paper(&id, note);
        if !rest.is_empty() {
            left.push(id, Value::Object(rest));
        }
    }
    Ok((!left.is_empty()).then_some(Value::Object(left)))
}

fn one(mut fields: Fields) -> Result<(PaperNote, Map), Problem> {
    let found = match fields.text("state")? {
        None => Found::Unchecked,
        Some(code) => Found::parse(&code).ok_or_else(|| fields.path("state").problem(Code::OutOfRange, &code))?,
    };
    let place = fields.text("place")?.unwrap_or_default();
    Ok((PaperNote { found, place }, fields.into_left()))
}

/// Writes what is noted, where anything is; only what says something.
pub(super) fn put(file: &mut Map, assessment: &Assessment) {
    let entry = |note: &PaperNote| {
        let state = (note.found != Found::Unchecked).then(|| Value::from(note.found.code()));
        let place = (!note.place.is_empty()).then(|| Value::from(note.place.as_str()));
        let fields = [("state", state), ("place", place)];
        fields.into_iter().filter_map(|(key, value)| Some((key, value?))).collect::<Map>()
    };
    if !assessment.papers.is_empty() {
        let notes = assessment.papers.iter().map(|(id, note)| (id.as_str(), entry(note)));
        file.insert(KEY, notes.collect::<Map>());
    }
}
