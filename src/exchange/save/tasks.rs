//! Who does a step of the plan, and until when: by indicator, in the file's `steps`.

use crate::assessment::{Assessment, Task};
use crate::exchange::json::{Map, Value};
use crate::exchange::problem::Problem;
use crate::exchange::save::fields::Fields;

/// Its key in the file.
pub(super) const KEY: &str = "steps";

/// Takes what is agreed about indicators of the form, and hands back the rest, as for papers. A day that is none stays as it
/// was written: its field says so.
pub(super) fn take(assessment: &mut Assessment, file: &mut Fields) -> Result<Option<Value>, Problem> {
    let Some(value) = file.take(KEY) else { return Ok(None) };
    let Value::Object(entries) = value else { return Ok(Some(value)) };
    let (at, mut left) = (file.path(KEY), Map::new());
    for (id, entry) in entries.into_entries() {
        if !entry.is_object() || assessment.variant.indicator(&id).is_none() {
            left.push(id, entry);
            continue;
        }
        let mut fields = Fields::of(at.to(&id), entry)?;
        let mut text = |key: &str| fields.text(key).map(Option::unwrap_or_default);
        let task = Task { who: text("who")?, until: text("until")? };
        assessment.agree(&id, task);
        let rest = fields.into_left();
        if !rest.is_empty() {
            left.push(id, Value::Object(rest));
        }
    }
    Ok((!left.is_empty()).then_some(Value::Object(left)))
}

/// Writes what is agreed, where anything is; only what says something.
pub(super) fn put(file: &mut Map, assessment: &Assessment) {
    let entry = |task: &Task| {
        let fields = [("who", &task.who), ("until", &task.until)];
        fields.into_iter().filter(|(_, text)| !text.is_empty()).map(|(key, text)| (key, text.as_str())).collect::<Map>()
    };
    if !assessment.tasks.is_empty() {
        let tasks = assessment.tasks.iter().map(|(id, task)| (id.as_str(), entry(task)));
        file.insert(KEY, tasks.collect::<Map>());
    }
}
