//! From the first part of the page to the second: everything the model knows, as text, so that nobody notices the change.

use super::{Arriving, Keeping, Model};
use crate::exchange::json::{self, Map, Value};
use crate::exchange::save::{self, Opened};
use crate::exchange::{Code, Problem};
use crate::keeping::{Asked, Record, Slot};
use crate::locale::Locale;

/// What the first part of the page hands over.
#[must_use]
pub fn hand_over(model: &Model) -> String {
    let work = |work: &Opened| Value::from(save::write(&work.assessment, &work.kept));
    let mut file = Map::new();
    file.insert("work", work(&model.work));
    file.insert("sample", model.sample);
    file.insert("locale", model.locale.code());
    file.insert("keeping", keeping(model.keeping));
    if let Some(arriving) = &model.arriving {
        let (key, text) = match arriving {
            Arriving::File(text) => ("arriving", text),
            Arriving::Kind(kind) => ("kind", kind),
        };
        file.insert(key, text.as_str());
    }
    if let Some(locked) = &model.locked {
        file.insert("locked", locked.as_str());
    }
    let rests = |(rests, sample): &(Opened, bool)| Value::Array(vec![work(rests), (*sample).into()]);
    file.insert("undo", Value::Array(model.undo.iter().map(rests).collect()));
    let shown = model.keeper.of(Slot::Work);
    file.insert("known", shown.known.write());
    file.insert("seen", shown.seen.as_str());
    if let Some((base, seen)) = &shown.base {
        file.insert("base", Value::Array(vec![base.write().into(), seen.as_str().into()]));
    }
    file.insert("asked", Value::Array(model.asked.iter().map(Asked::to_value).collect()));
    Value::Object(file).to_string()
}

/// The second part of the page as the first left it. The language is told apart, because it may have to be fetched.
///
/// # Errors
/// The sentence for the reader, where the second part reads more of the work than the first did and cannot.
pub fn take_over(model: &mut Model, text: &str) -> Result<Option<Locale>, String> {
    let file: Value = json::parse(text).map_err(|_| sentence(model, &unreadable()))?;
    let text = |key: &str| file.get(key).and_then(Value::as_str);
    let truth = |key: &str| file.get(key).and_then(Value::as_bool).unwrap_or_default();
    let work = text("work").map_or_else(|| Err(unreadable()), save::read);
    model.work = work.map_err(|problem| sentence(model, &problem))?;
    model.sample = truth("sample");
    model.locked = text("locked").map(str::to_owned);
    let kind = || text("kind").map(|kind| Arriving::Kind(kind.to_owned()));
    model.arriving = text("arriving").map(|file| Arriving::File(file.to_owned())).or_else(kind);
    model.keeping =
        Keeping::ALL.into_iter().find(|one| Some(keeping(*one)) == text("keeping")).unwrap_or(model.keeping);
    model.undo = list(&file["undo"]).filter_map(rested).collect();
    let shown = model.keeper.of_mut(Slot::Work);
    shown.known = text("known").and_then(|known| Record::read(known).ok()).unwrap_or_default();
    text("seen").unwrap_or_default().clone_into(&mut shown.seen);
    shown.base = based(&file["base"]);
    model.asked = list(&file["asked"]).filter_map(Asked::of_value).collect();
    Ok(text("locale").and_then(Locale::parse))
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    if let Value::Array(list) = value { list.iter() } else { [].iter() }
}

/// What a write that is still on its way stands on.
fn based(value: &Value) -> Option<(Record, String)> {
    Some((Record::read(value[0].as_str()?).ok()?, value[1].as_str()?.to_owned()))
}

/// Work that rests beneath the open one.
fn rested(value: &Value) -> Option<(Opened, bool)> {
    Some((save::read(value[0].as_str()?).ok()?, value[1].as_bool()?))
}

fn sentence(model: &Model, problem: &Problem) -> String {
    model.words().problem(problem)
}

fn unreadable() -> Problem {
    Problem::of_file(Code::Unreadable)
}

const fn keeping(keeping: Keeping) -> &'static str {
    match keeping {
        Keeping::Device => "device",
        Keeping::Refused => "refused",
        Keeping::Shared => "shared",
        Keeping::Unasked => "unasked",
        Keeping::Watched => "watched",
    }
}
