//! What the work remembers of a board's own sheets: from which lines an amount came, and where lines go that the board has
//! decided about, so that next year's sheet asks nothing again.
//!
//! ```json
//! "ownBooks": {
//!   "from": { "current": { "kas": { "amount": 1500, "lines": [{ "sheet": "Neraca", "row": 5, "name": "Kas kecil" }] } } },
//!   "names": { "hutang pihak ketiga: hutang_biaya, hutang_pajak": "hutang_biaya" }
//! }
//! ```
//!
//! It travels among what the first part of the page and older builds carry along unread. Those may change an amount meanwhile,
//! so an amount stands with its lines, and lines are shown only while it is still the same.

use super::SheetRead;
use crate::assessment::Amount;
use crate::books::{Certainty, Line};
use crate::exchange::json::{Map, Value};
use crate::money::Rupiah;
use crate::page::Model;
use crate::rulebook::{Variant, Year};
use crate::sorted_map::SortedMap;

/// Where it stands in the work.
const KEY: &str = "ownBooks";
/// More lines than any board adds up for one amount.
const MOST_LINES: usize = 20;
/// More decisions than a board's sheets ask for.
const MOST_NAMES: usize = 400;
/// More signs than a name has that anyone would know again.
const LONGEST: usize = 120;

/// One line of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The sheet's name; empty where it was pasted.
    pub sheet: String,
    /// Its row, from 1.
    pub row: i64,
    /// Its name as written.
    pub name: String,
}

impl Model {
    /// The lines from which an amount came; none where it was typed, or changed since.
    #[must_use]
    pub fn origins(&self, year: Year, account: &str) -> Vec<Origin> {
        let from = &self.work.kept[KEY]["from"][year.code()][account];
        let Value::Number(amount) = &from["amount"] else { return Vec::new() };
        let Some(amount) = amount.whole().ok().and_then(Rupiah::new) else { return Vec::new() };
        let now = self.assessment().statements.year(year).amounts.get(account);
        let Value::Array(lines) = &from["lines"] else { return Vec::new() };
        if now != Some(&Amount::Known(amount)) {
            return Vec::new();
        }
        lines.iter().filter_map(origin).take(MOST_LINES).collect()
    }
}

fn origin(line: &Value) -> Option<Origin> {
    let Value::Number(row) = &line["row"] else { return None };
    let text = |key: &str| line[key].as_str().unwrap_or_default().chars().take(LONGEST).collect();
    Some(Origin { sheet: text("sheet"), row: row.whole().ok()?, name: text("name") })
}

/// What the work remembers now, to be put back by [`restore`].
pub(in crate::page::books) fn remembered(model: &Model) -> Option<Value> {
    model.work.kept.get(KEY).cloned()
}

/// Everything as it was remembered before.
pub(in crate::page::books) fn restore(model: &mut Model, before: Option<Value>) {
    match before {
        Some(before) => model.work.kept.insert(KEY, before),
        None => drop(model.work.kept.remove(KEY)),
    }
}

/// Remembers of a sheet that is being taken over whence each amount came, and what the board decided about its names.
pub(super) fn remember(model: &mut Model, read: &SheetRead) {
    let variant = model.assessment().variant;
    let books = object(model.work.kept.entry(KEY));
    let from = object(books.entry("from"));
    for fill in read.outcome(variant).fills {
        let lines: Vec<Value> = lines(read, variant, fill.account, fill.year).take(MOST_LINES).collect();
        let mut entry = Map::new();
        entry.insert("amount", fill.amount.get());
        entry.insert("lines", Value::Array(lines));
        object(from.entry(fill.year.code())).insert(fill.account, entry);
    }
    let decisions = decisions(read);
    if decisions.is_empty() {
        return;
    }
    let names = object(books.entry("names"));
    for (name, account) in &decisions {
        match account {
            Some(account) if names.get(name).is_some() || names.len() < MOST_NAMES => names.insert(name, *account),
            Some(_) => {}
            None => drop(names.remove(name)),
        }
    }
}

/// Remembers of one amount from which line it came.
pub(in crate::page::books) fn note(model: &mut Model, account: &str, year: Year, amount: Rupiah, origin: &Origin) {
    let mut line = Map::new();
    line.insert("sheet", short(&origin.sheet));
    line.insert("row", origin.row);
    line.insert("name", short(&origin.name));
    let mut entry = Map::new();
    entry.insert("amount", amount.get());
    entry.insert("lines", Value::Array(vec![line.into()]));
    let from = object(object(model.work.kept.entry(KEY)).entry("from"));
    object(from.entry(year.code())).insert(account, entry);
}

/// The object that a value is; whatever else stands there gives way to an empty one.
fn object(value: &mut Value) -> &mut Map {
    if !value.is_object() {
        *value = Map::new().into();
    }
    match value {
        Value::Object(map) => map,
        _ => unreachable!("it was made one"),
    }
}

fn lines(read: &SheetRead, variant: &'static Variant, id: &str, year: Year) -> impl Iterator<Item = Value> {
    let at = usize::from(year == Year::Prior);
    let gives = move |(place, _): &(usize, &Line)| {
        read.shares(*place, variant).iter().any(|(account, amounts)| account.id == id && amounts[at].is_some())
    };
    read.proposal.lines.iter().enumerate().filter(gives).map(|(_, line)| {
        let mut entry = Map::new();
        if !read.sheet.name.is_empty() {
            entry.insert("sheet", short(&read.sheet.name));
        }
        entry.insert("row", i64::try_from(line.row).unwrap_or(i64::MAX));
        entry.insert("name", short(&line.label));
        entry.into()
    })
}

fn short(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}

/// What the board said of each name, an empty account where the line is none; `None` where nothing is to be remembered: two
/// lines of one name go different ways, or a sure line is left out.
fn decisions(read: &SheetRead) -> SortedMap<String, Option<&'static str>> {
    let mut said: SortedMap<String, Option<&'static str>> = SortedMap::new();
    for (place, choice) in &read.choices {
        let Some(line) = read.proposal.lines.get(*place) else { continue };
        let Some(name) = name_of(line) else { continue };
        let account = choice.unwrap_or_default();
        // What any bookkeeper would take is left out for once: next year it would be missed.
        let for_once = account.is_empty() && line.certainty == Certainty::Sure;
        let agreed = !for_once && said.get(&name).is_none_or(|before| *before == Some(account));
        said.insert(name, agreed.then_some(account));
    }
    said
}

/// A line's name with what the sheet alone makes of it: *lain-lain* among the costs is another than among the income. Figures
/// and signs are left out, for numbering and years change.
fn name_of(line: &Line) -> Option<String> {
    let words: Vec<String> = line
        .label
        .split(|sign: char| !sign.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(str::to_ascii_lowercase)
        .collect();
    let mut accounts: Vec<&str> = line.account.iter().chain(&line.candidates).map(String::as_str).collect();
    accounts.sort_unstable();
    let takes = line.certainty != Certainty::Total && !words.is_empty();
    takes.then(|| format!("{}: {}", short(&words.join(" ")), accounts.join(", ")))
}

/// Answers what the board has decided before about lines of these names.
pub(super) fn recall(model: &Model, read: &mut SheetRead) {
    let Some(names) = model.work.kept[KEY]["names"].as_object() else { return };
    let variant = model.assessment().variant;
    for (place, line) in read.proposal.lines.iter().enumerate() {
        let Some(said) = name_of(line).and_then(|name| names[&*name].as_str()) else { continue };
        let account = variant.accounts.iter().find(|one| one.id == said).map(|one| one.id);
        if account.is_some() || said.is_empty() {
            read.choices.insert(place, account);
            read.recalled.push(place);
        }
    }
}
