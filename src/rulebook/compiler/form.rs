//! Forms told by their differences from another form of the book.
//!
//! A form file names the form it starts `from`. What it does not mention it takes over, under its own `source` and
//! `confidence`: it was read elsewhere. What is the other form's sheet's alone (`differences`, `worksheet`, `cell`) stays
//! with that sheet.
//!
//! - `drop` lists ids that it does not have.
//! - `[[indicator]]`, `[[item]]`, `[[account]]`, `[[aggregate]]` and so on: under a known id, what is otherwise about it;
//!   under a new one, all of it. `after` says behind which of its kind it stands, also for one that only moves; `within`
//!   puts it at the end of a part, a group or an indicator.
//! - `[[reference]]`, `[[difference]]` and `[[alternative]]` are added to the book's.
//!
//! All this happens before anything is judged, so a form told so is held to all that a whole one is. Places count on from
//! file to file: a form's text is read behind as many blanks as stand before it, and a refusal finds its file by its place.

use std::borrow::Cow;
use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue, Deserializer};

use super::schema::Rules;
use super::{Book, Refusal};

type Value<'t> = Spanned<DeValue<'t>>;

/// What stands in lists of a form: its key in a form file, and the keys on the way to its lists.
type Kind = (&'static str, &'static [&'static str]);

const KINDS: [Kind; 10] = [
    ("ladder", &["ladder"]),
    ("predicate", &["predicate"]),
    ("check", &["check"]),
    ("aggregate", &["aggregate"]),
    ("group", &["group"]),
    ("account", &["group", "accounts"]),
    ("aspect", &["aspect"]),
    ("subaspect", &["aspect", "subaspect"]),
    ("indicator", &["aspect", "subaspect", "indicator"]),
    ("item", &["aspect", "subaspect", "indicator", "items"]),
];

/// Keys of which a thing has one: what a form file sets takes the place of the other.
const OTHER_WAYS: [&[&str]; 3] = [&["from", "above"], &["to", "below"], &["ladder", "bands"]];

/// The rules of a book, all its forms whole.
pub(super) fn rules(book: &Book<'_>) -> Result<Rules, Vec<Refusal>> {
    let texts = texts(book);
    let mut files = Vec::new();
    for text in &texts {
        files.push(DeTable::parse(text).map_err(|error| refused(book, &error))?);
    }
    let mut files = files.into_iter();
    // `texts` holds the rules at least.
    let Some(mut rules) = files.next() else { return Err(Vec::new()) };
    for form in files {
        Form { book, file: form }.join(rules.get_mut())?;
    }
    Rules::deserialize(Deserializer::from(rules)).map_err(|error| refused(book, &error))
}

/// The rules, and each form behind as many blanks as stand before it.
fn texts(book: &Book<'_>) -> Vec<String> {
    let mut before = 0;
    let mut padded = |text: &str| {
        let all = " ".repeat(before) + text;
        before = all.len() + 1;
        all
    };
    [&book.rules].into_iter().chain(&book.forms).map(|source| padded(source.text)).collect()
}

fn refused(book: &Book<'_>, error: &toml::de::Error) -> Vec<Refusal> {
    vec![book.refusal(&error.span().unwrap_or(0..0), error.message())]
}

/// A form file on its way into the book.
struct Form<'b, 't> {
    book: &'b Book<'b>,
    file: Spanned<DeTable<'t>>,
}

impl<'t> Form<'_, 't> {
    fn refuse<T>(&self, value: &Value<'t>, reason: impl Into<String>) -> Result<T, Vec<Refusal>> {
        Err(vec![self.book.refusal(&value.span(), reason)])
    }

    /// Takes something out of the file.
    fn take(&mut self, key: &str) -> Option<Value<'t>> {
        self.file.get_mut().remove(key)
    }

    /// Adds the form, and what it brings along, to the rules.
    fn join(mut self, rules: &mut DeTable<'t>) -> Result<(), Vec<Refusal>> {
        let mut form = self.base(rules)?;
        let named = table_mut(&mut form).and_then(|form| form.get("id").cloned()).unwrap_or_else(|| blank(0..0));
        let [drop, alternative] = ["drop", "alternative"].map(|key| self.take(key));
        for id in drop.iter().flat_map(entries) {
            if !remove(&mut form, text(id).unwrap_or_default()) {
                return self.refuse(id, "there is nothing of this id to drop");
            }
        }
        for kind in KINDS {
            for entry in self.take(kind.0).into_iter().flat_map(into_entries) {
                self.put(&mut form, kind, entry)?;
            }
        }
        if let Some(alternative) = alternative {
            set(&mut form, "alternative", alternative);
        }
        for key in ["reference", "difference"] {
            let mut own: Vec<_> = self.take(key).into_iter().flat_map(into_entries).collect();
            if key == "difference" {
                for one in &mut own {
                    set(one, "variant", named.clone());
                }
            }
            append(rules, key, own);
        }
        if let Some((key, value)) = self.file.get_ref().iter().next() {
            return self.refuse(value, format!("unknown key `{}` of a form", key.get_ref()));
        }
        append(rules, "variant", [form]);
        Ok(())
    }

    /// The form it starts from, under the file's own id, name, source and confidence.
    fn base(&mut self, rules: &DeTable<'t>) -> Result<Value<'t>, Vec<Refusal>> {
        let first = self.file.get_ref().iter().map(|(_, value)| value.span()).min_by_key(|span| span.start);
        let start = blank(first.unwrap_or_else(|| self.file.span()));
        let Some(from) = self.take("from") else { return self.refuse(&start, "a form says `from` which it starts") };
        let known = rules.get("variant").into_iter().flat_map(entries).find(|one| id(one) == text(&from));
        let Some(known) = known else { return self.refuse(&from, "unknown form") };
        let mut form = known.clone();
        let source = self.file.get_ref().get("source").cloned();
        let confidence = self.take("confidence");
        take_over(&mut form, source.as_ref(), confidence.as_ref());
        // A fault of the whole form points at the file that tells it.
        for key in ["id", "name", "source"] {
            let Some(own) = self.take(key) else { return self.refuse(&start, format!("missing field `{key}`")) };
            set(&mut form, key, own);
        }
        // Whom it is for is its own.
        table_mut(&mut form).map(|form| form.remove("kinds"));
        if let Some(kinds) = self.take("kinds") {
            set(&mut form, "kinds", kinds);
        }
        Ok(form)
    }

    /// Changes what is known under an entry's id, moves it, or adds it.
    fn put(&self, form: &mut Value<'t>, (kind, path): Kind, mut entry: Value<'t>) -> Result<(), Vec<Refusal>> {
        let whole = blank(entry.span());
        let [after, within] = ["after", "within"].map(|key| table_mut(&mut entry).and_then(|table| table.remove(key)));
        let Some(name) = id(&entry).map(str::to_owned) else { return self.refuse(&whole, "missing field `id`") };
        let mut lists = lists(form, path, None);
        let old = find(&lists, &name);
        let mut thing = match old {
            Some((list, place)) => remove_at(lists[list].1, place),
            None => Spanned::new(entry.span(), DeValue::Table(DeTable::new())),
        };
        change(&mut thing, entry);
        let (list, place) = match (&after, &within, old) {
            (Some(after), _, _) => match text(after).and_then(|id| find(&lists, id)) {
                Some((list, place)) => (list, place + 1),
                None => return self.refuse(after, format!("there is no such {kind} to stand after")),
            },
            (None, Some(within), _) => match lists.iter().position(|(of, _)| of.as_deref() == text(within)) {
                Some(list) => (list, lists[list].1.len()),
                None => return self.refuse(within, format!("there is nothing of this id to hold the {kind}")),
            },
            (None, None, Some(old)) => old,
            (None, None, None) if lists.len() == 1 => (0, lists[0].1.len()),
            (None, None, None) => {
                return self.refuse(&whole, format!("a new {kind} says `after` which it stands, or `within` what"));
            }
        };
        let mut things: Vec<Value<'t>> = std::mem::replace(lists[list].1, DeArray::new()).into_iter().collect();
        things.insert(place, thing);
        *lists[list].1 = things.into_iter().collect();
        Ok(())
    }
}

/// Everything taken over is this form's own reading; cells, departures and doubts of the other form's sheet are not.
fn take_over<'t>(value: &mut Value<'t>, source: Option<&Value<'t>>, confidence: Option<&Value<'t>>) {
    match value.get_mut() {
        DeValue::Table(table) => {
            for key in ["differences", "difference", "worksheet", "worksheet_prior"] {
                table.remove(key);
            }
            if let Some(cell) = table.get_mut("cell") {
                *cell.get_mut() = DeValue::String(Cow::Borrowed(""));
            }
            let read = [("source", source), ("confidence", confidence)];
            for (key, own) in read {
                if let (Some(old), Some(own)) = (table.get_mut(key), own) {
                    *old = own.clone();
                }
            }
            table.iter_mut().for_each(|(_, inner)| take_over(inner, source, confidence));
        }
        DeValue::Array(array) => array.iter_mut().for_each(|inner| take_over(inner, source, confidence)),
        _ => {}
    }
}

/// A list, and the id of what holds it.
type List<'v, 't> = (Option<String>, &'v mut DeArray<'t>);

/// The lists at the end of a path.
fn lists<'v, 't>(value: &'v mut Value<'t>, path: &[&str], of: Option<String>) -> Vec<List<'v, 't>> {
    let Some((key, rest)) = path.split_first() else { return Vec::new() };
    let list = table_mut(value).and_then(|table| table.get_mut(*key)).map(Spanned::get_mut);
    let Some(DeValue::Array(list)) = list else { return Vec::new() };
    if rest.is_empty() {
        return vec![(of, list)];
    }
    let inner = list.iter_mut().flat_map(|one| {
        let of = id(one).map(str::to_owned);
        lists(one, rest, of)
    });
    inner.collect()
}

/// The place of an id: which list, and where in it.
fn find(lists: &[List<'_, '_>], wanted: &str) -> Option<(usize, usize)> {
    let in_list = |(list, (_, things)): (usize, &List<'_, '_>)| {
        things.iter().position(|thing| id(thing) == Some(wanted)).map(|place| (list, place))
    };
    lists.iter().enumerate().find_map(in_list)
}

/// Takes everything of this id out of the lists at the end of each path; says whether there was any.
fn remove(form: &mut Value<'_>, wanted: &str) -> bool {
    let mut found = false;
    for (_, path) in KINDS {
        for (_, list) in lists(form, path, None) {
            while let Some(place) = list.iter().position(|thing| id(thing) == Some(wanted)) {
                remove_at(list, place);
                found = true;
            }
        }
    }
    found
}

fn remove_at<'t>(list: &mut DeArray<'t>, place: usize) -> Value<'t> {
    let mut things: Vec<Value<'t>> = std::mem::replace(list, DeArray::new()).into_iter().collect();
    let thing = things.remove(place);
    *list = things.into_iter().collect();
    thing
}

/// Sets what an entry says of a thing. Of two ways to say the same, the entry's own way counts.
fn change<'t>(thing: &mut Value<'t>, entry: Value<'t>) {
    let span = entry.span();
    let (DeValue::Table(own), Some(table)) = (entry.into_inner(), table_mut(thing)) else { return };
    for (key, value) in own {
        for other in OTHER_WAYS.iter().filter(|ways| ways.contains(&&**key.get_ref())).flat_map(|ways| ways.iter()) {
            table.remove(*other);
        }
        table.insert(key, value);
    }
    *thing = Spanned::new(span, std::mem::replace(thing.get_mut(), DeValue::Boolean(false)));
}

/// Adds entries to a list of the rules.
fn append<'t>(rules: &mut DeTable<'t>, key: &'static str, own: impl IntoIterator<Item = Value<'t>>) {
    let at = Spanned::new(0..0, Cow::Borrowed(key));
    let empty = || Spanned::new(0..0, DeValue::Array(DeArray::new()));
    let list = rules.entry(at).or_insert_with(empty);
    if let DeValue::Array(list) = list.get_mut() {
        for one in own {
            list.push(one);
        }
    }
}

fn set<'t>(thing: &mut Value<'t>, key: &'static str, value: Value<'t>) {
    let at = Spanned::new(value.span(), Cow::Borrowed(key));
    table_mut(thing).map(|table| table.insert(at, value));
}

fn blank<'t>(span: Range<usize>) -> Value<'t> {
    Spanned::new(span, DeValue::Boolean(false))
}

fn table_mut<'v, 't>(value: &'v mut Value<'t>) -> Option<&'v mut DeTable<'t>> {
    if let DeValue::Table(table) = value.get_mut() { Some(table) } else { None }
}

fn text<'v>(value: &'v Value<'_>) -> Option<&'v str> {
    value.get_ref().as_str()
}

fn id<'v>(thing: &'v Value<'_>) -> Option<&'v str> {
    text(thing.get_ref().as_table()?.get("id")?)
}

fn entries<'v, 't>(list: &'v Value<'t>) -> &'v [Value<'t>] {
    list.get_ref().as_array().map_or(&[], |list| list)
}

fn into_entries(list: Value<'_>) -> impl Iterator<Item = Value<'_>> {
    let list = if let DeValue::Array(list) = list.into_inner() { list } else { DeArray::new() };
    list.into_iter()
}
