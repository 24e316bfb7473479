//! From an assessment to JSON.

use super::format::{FORMAT, LONGEST, UNKNOWN, VERSION, WAITING};
use super::{checksum, read};
use crate::assessment::{Amount, Assessment, Book, Profile, Statements};
use crate::exchange::json::{Map, Value};
use crate::rulebook::{CoopKind, Year};

/// The file's text: the assessment, what was [`kept`](super::Opened::kept) of an opened file, and a checksum. A line each
/// for people to read, unless only the tight form can be [read](super::read()) again.
///
/// ```
/// use cermin_koperasi::assessment::Assessment;
/// use cermin_koperasi::exchange::{json, save};
/// use cermin_koperasi::rulebook::RULEBOOKS;
/// let empty = Assessment::new(RULEBOOKS[0], &RULEBOOKS[0].variants[0]);
/// let file = save::write(&empty, &json::Map::new());
/// assert_eq!(save::read(&file).map(|opened| opened.assessment), Ok(empty));
/// ```
#[must_use]
pub fn write(assessment: &Assessment, kept: &Map) -> String {
    let file = whole(assessment, kept);
    let text = file.pretty();
    // A line for each entry makes a long file three times as long, and then nobody could open it.
    if text.len() <= LONGEST { text } else { file.tight() }
}

/// The same file without a blank, for keeping it where nobody looks. Longer than [`LONGEST`](super::LONGEST), and it would not
/// be read again: whoever adds to the work asks for its length first.
#[must_use]
pub fn write_tight(assessment: &Assessment, kept: &Map) -> String {
    whole(assessment, kept).tight()
}

fn whole(assessment: &Assessment, kept: &Map) -> Value {
    let mut file = file(assessment, kept);
    file.insert(checksum::KEY, checksum::of(&file));
    Value::Object(file)
}

/// The same shape as a value and without a checksum, as the JavaScript face hands it out.
#[must_use]
pub fn to_value(assessment: &Assessment, kept: &Map) -> Value {
    Value::Object(file(assessment, kept))
}

fn file(assessment: &Assessment, kept: &Map) -> Map {
    let mut file = Map::new();
    file.insert("format", FORMAT);
    file.insert("version", VERSION);
    file.insert("rulebook", assessment.rulebook.id);
    file.insert("variant", assessment.variant.id);
    file.insert("edition", assessment.rulebook.editions[assessment.edition].id);
    file.insert("reading", assessment.reading.code());
    file.insert("profile", profile(&assessment.profile));
    file.insert("answers", assessment.answers.iter().map(|(id, answer)| (id, answer.code())).collect::<Map>());
    file.insert("statements", statements(&assessment.statements));
    read::put(&mut file, assessment, kept);
    merge(&mut file, kept);
    read::turn(&mut file);
    file
}

/// Only what is known, so that an empty profile is an empty object.
fn profile(profile: &Profile) -> Map {
    let text = |text: Option<&str>| text.map(Value::from);
    let fields = [
        ("name", text(profile.name.as_deref())),
        ("kind", text(profile.kind.map(CoopKind::code))),
        ("level", profile.level.map(|level| i64::from(level).into())),
        ("members", profile.members.map(|members| i64::from(members).into())),
        ("book_year_end", text(profile.book_year_end.as_deref())),
    ];
    fields.into_iter().filter_map(|(key, value)| Some((key, value?))).collect()
}

fn statements(statements: &Statements) -> Map {
    let complete = [("current", statements.current.complete), ("prior", statements.prior.complete)];
    let mut all = Map::new();
    all.insert("current", amounts(&statements.current));
    all.insert("prior", amounts(&statements.prior));
    all.insert("complete", complete.into_iter().collect::<Map>());
    let years = Year::BOTH.into_iter().map(|year| (year.code(), waiting(statements.year(year))));
    let waiting: Map = years.filter(|(_, waiting)| !waiting.is_empty()).collect();
    if !waiting.is_empty() {
        all.insert(WAITING, waiting);
    }
    all
}

fn waiting(book: &Book) -> Map {
    book.waiting.iter().map(|(id, text)| (id.as_str(), text.as_str())).collect()
}

fn amounts(book: &Book) -> Map {
    let amount = |amount: &Amount| match amount {
        Amount::Known(rupiah) => Value::from(rupiah.get()),
        Amount::Unknown => UNKNOWN.into(),
    };
    book.amounts.iter().map(|(id, figure)| (id, amount(figure))).collect()
}

/// Adds what `file` does not have; what it has wins. A stranger may bring a hundred thousand keys, so ours are looked up
/// in their order.
fn merge(file: &mut Map, kept: &Map) {
    let keys: Vec<String> = file.keys().map(str::to_owned).collect();
    let order = crate::sorting::order(keys.len(), &|a, b| keys[a] < keys[b]);
    for (key, value) in kept.iter() {
        match order.binary_search_by(|place| keys[*place].as_str().cmp(key)) {
            Err(_) => file.push(key.to_owned(), value.clone()),
            Ok(found) => into(file.at_mut(order[found]), value),
        }
    }
}

fn into(inner: &mut Value, kept: &Value) {
    match (inner, kept) {
        (Value::Object(inner), Value::Object(kept)) => merge(inner, kept),
        (Value::Array(inner), kept) => read::weave(inner, kept, into),
        _ => {}
    }
}
