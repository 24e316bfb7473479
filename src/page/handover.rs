//! From the first part of the page to the second: everything the model knows, as text, so that nobody notices the change.

use super::{Arriving, Exit, Keeping, Model, Notice, Route};
use crate::exchange::json::{self, Map, Value};
use crate::exchange::save::{self, Opened};
use crate::exchange::{Code, Problem};
use crate::keeping::{Asked, Record, Slot};
use crate::locale::Locale;
use crate::rulebook::CoopKind;

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
            Arriving::File(text) => ("arriving", text.as_str()),
            Arriving::Kind(kind) => ("kind", kind.code()),
        };
        file.insert(key, text);
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
    file.insert("route", model.route.hash());
    file.insert("trail", Value::Array(model.trail.iter().map(|route| route.hash().into()).collect()));
    file.insert("notice", Value::Array(model.notice.iter().flat_map(told).collect()));
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
    let kind = || text("kind").and_then(CoopKind::parse).map(Arriving::Kind);
    model.arriving = text("arriving").map(|file| Arriving::File(file.to_owned())).or_else(kind);
    model.keeping =
        Keeping::ALL.into_iter().find(|one| Some(keeping(*one)) == text("keeping")).unwrap_or(model.keeping);
    model.undo = list(&file["undo"]).filter_map(rested).collect();
    let shown = model.keeper.of_mut(Slot::Work);
    shown.known = text("known").and_then(|known| Record::read(known).ok()).unwrap_or_default();
    text("seen").unwrap_or_default().clone_into(&mut shown.seen);
    shown.base = based(&file["base"]);
    model.asked = list(&file["asked"]).filter_map(Asked::of_value).collect();
    // Not the address: it may have changed a moment ago, and the browser tells so when this part listens.
    model.route = text("route").and_then(Route::parse).unwrap_or_else(|| model.route.clone());
    model.trail = list(&file["trail"]).filter_map(|hash| Route::parse(hash.as_str()?)).collect();
    model.notice = notice(&file["notice"]);
    Ok(text("locale").and_then(Locale::parse))
}

/// Notices that say all by themselves.
const PLAIN: [(&str, Notice); 11] = [
    ("sample", Notice::Sample),
    ("undone", Notice::Undone),
    ("wiped", Notice::Wiped),
    ("adopting", Notice::Adopting),
    ("adopted", Notice::Adopted),
    ("gone", Notice::Gone),
    ("copied", Notice::Copied(true)),
    ("selected", Notice::Copied(false)),
    ("no-file", Notice::Barred(Exit::File)),
    ("no-share", Notice::Barred(Exit::Share)),
    ("no-print", Notice::Barred(Exit::Print)),
];

/// What was just told and goes on standing there: its word, then its texts. Other notices go with the screen they are about.
fn told(notice: &Notice) -> Vec<Value> {
    let (word, texts) = match notice {
        Notice::Opened(remarks) => ("opened", &remarks[..]),
        Notice::Saved(name) => ("saved", std::slice::from_ref(name)),
        Notice::Refused(why) => ("refused", std::slice::from_ref(why)),
        Notice::Year(text) => ("year", std::slice::from_ref(text)),
        plain => match PLAIN.iter().find(|(_, known)| known == plain) {
            Some((word, _)) => (*word, &[][..]),
            None => return Vec::new(),
        },
    };
    [word].into_iter().chain(texts.iter().map(String::as_str)).map(Value::from).collect()
}

fn notice(told: &Value) -> Option<Notice> {
    let mut told = list(told).filter_map(Value::as_str);
    let word = told.next()?;
    let mut texts = told.map(str::to_owned);
    match word {
        "opened" => Some(Notice::Opened(texts.collect())),
        "saved" => texts.next().map(Notice::Saved),
        "refused" => texts.next().map(Notice::Refused),
        "year" => texts.next().map(Notice::Year),
        _ => PLAIN.iter().find(|(known, _)| *known == word).map(|(_, notice)| notice.clone()),
    }
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
