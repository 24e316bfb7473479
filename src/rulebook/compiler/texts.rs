//! The sentences and actions of a book: complete in every language, and none too many.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::check::indicators;
use super::moves::{self, Moves};
use super::schema::{Rules, Text};
use super::{Book, Refusal, Source};

type Table<T> = BTreeMap<String, Spanned<T>>;

/// One file of sentences; every table is optional, since a language may spread over several files.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct File {
    aspect: Table<Noted>,
    subaspect: Table<Named>,
    indicator: Table<Named>,
    item: Table<Item>,
    ratio: Table<Ratio>,
    group: Table<Named>,
    account: Table<Account>,
    aggregate: Table<Named>,
    predicate: Table<Noted>,
    difference: Table<Difference>,
    document: Table<Named>,
    coaching: Table<Named>,
    term: Table<Term>,
}

macro_rules! sentences {
    ($($name:ident { $($field:ident),+ $(; $extra:ident)? })+) => {$(
        #[derive(Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(super) struct $name { $(pub(super) $field: String,)+ $(#[serde(default)] #[allow(dead_code)] $extra: String,)? }
        impl $name {
            fn empty(&self) -> Option<&'static str> {
                [$((stringify!($field), &self.$field)),+].into_iter().find(|(_, text)| text.trim().is_empty()).map(|(name, _)| name)
            }
        }
    )+};
}

sentences! {
    Named { name; note }
    Noted { name, note }
    Item { question, hint, why, examiner, first_step }
    Ratio { meaning, why, examiner, first_step }
    Account { name, hint }
    Difference { title, definition_says, worksheet_does, we_do }
    Term { word, meaning }
}

/// A language, complete: each list in the order of the rulebook.
pub(super) struct Language {
    pub(super) code: String,
    pub(super) aspects: Vec<Noted>,
    pub(super) subaspects: Vec<Named>,
    pub(super) indicators: Vec<(Named, Option<Ratio>)>,
    pub(super) items: Vec<Item>,
    pub(super) groups: Vec<Named>,
    pub(super) accounts: Vec<Account>,
    pub(super) aggregates: Vec<Named>,
    pub(super) predicates: Vec<Noted>,
    pub(super) differences: Vec<Difference>,
    pub(super) documents: Vec<(String, Named)>,
    pub(super) coaching: Vec<(String, Named)>,
    pub(super) terms: Vec<(String, Term)>,
}

/// What can be done about an item or a ratio.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Action {
    pub(super) who: Doer,
    pub(super) time: Time,
    pub(super) effort: u8,
    pub(super) coaching: String,
    pub(super) evidence: Vec<String>,
}

#[derive(Deserialize, Debug)]
#[serde(rename_all = "lowercase")]
pub(super) enum Doer {
    Pengurus,
    Ketua,
    Sekretaris,
    Bendahara,
    Pengawas,
    Manajer,
}

#[derive(Deserialize, Debug)]
#[serde(rename_all = "lowercase")]
pub(super) enum Time {
    Days,
    Weeks,
    Months,
    Rat,
}

#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct Actions {
    item: Table<Action>,
    ratio: Table<Action>,
    moves: Option<Moves>,
}

/// Words and actions of a book.
pub(super) struct Words {
    pub(super) languages: Vec<Language>,
    pub(super) actions: BTreeMap<String, Action>,
    pub(super) moves: Vec<Moves>,
}

/// Reads all text files of a book against its rules.
pub(super) fn read(book: &Book<'_>, rules: &Rules) -> Result<Words, Vec<Refusal>> {
    let mut refusals = Vec::new();
    let mut languages = Vec::new();
    for (code, files) in &book.texts {
        match language(code, files, rules) {
            Ok(language) => languages.push(language),
            Err(found) => refusals.extend(found),
        }
    }
    if languages.is_empty() && refusals.is_empty() {
        refusals.push(book.rules.refusal(&(0..0), "the book has no text file in any language"));
    }
    let mut moves = Vec::new();
    let actions = actions(book, rules, languages.first(), &mut moves, &mut refusals);
    if refusals.is_empty() { Ok(Words { languages, actions, moves }) } else { Err(refusals) }
}

fn language(code: &str, files: &[Source<'_>], rules: &Rules) -> Result<Language, Vec<Refusal>> {
    let name = files.first().map_or(code, |file| file.name).to_owned();
    let mut reader = Reader { refusals: Vec::new(), name, places: BTreeMap::new() };
    let mut all = File::default();
    for source in files {
        let file: File = source.parse()?;
        macro_rules! merge {
            ($($table:ident)+) => {$(
                for (id, entry) in file.$table {
                    if let Some(field) = entry.get_ref().empty() {
                        reader.refusals.push(source.refusal(&entry.span(), format!("{} \"{id}\": empty {field}", stringify!($table))));
                    }
                    let unknown = source.refusal(&entry.span(), format!("text for {} \"{id}\", which the rules do not know", stringify!($table)));
                    let twice = source.refusal(&entry.span(), format!("{} \"{id}\" stands twice", stringify!($table)));
                    reader.places.insert((stringify!($table), id.clone()), unknown);
                    if all.$table.insert(id, entry).is_some() {
                        reader.refusals.push(twice);
                    }
                }
            )+};
        }
        merge!(aspect subaspect indicator item ratio group account aggregate predicate difference document coaching term);
    }
    let language = reader.assemble(code, all, rules);
    if reader.refusals.is_empty() { Ok(language) } else { Err(reader.refusals) }
}

struct Reader {
    refusals: Vec<Refusal>,
    /// The file in which a missing text would be looked for first.
    name: String,
    /// By table and id: what to say if the rules do not know it.
    places: BTreeMap<(&'static str, String), Refusal>,
}

impl Reader {
    fn assemble(&mut self, code: &str, mut all: File, rules: &Rules) -> Language {
        let variants = || rules.variant.iter();
        let aspects = || variants().flat_map(|variant| &variant.aspect);
        let lines = || variants().flat_map(indicators);
        let mut ratios: BTreeMap<String, Ratio> = BTreeMap::new();
        let ratio_ids = lines().filter(|line| line.ratio.is_some()).map(|line| line.id.get_ref().clone());
        for id in ratio_ids.collect::<Vec<_>>() {
            ratios.extend(self.take("ratio", &mut all.ratio, &id).map(|ratio| (id, ratio)));
        }
        let ids = |of: &mut dyn Iterator<Item = &Text>| -> Vec<String> { of.map(|id| id.get_ref().clone()).collect() };
        let names = self.list("indicator", &mut all.indicator, &ids(&mut lines().map(|line| &line.id)));
        let line_ids = ids(&mut lines().map(|line| &line.id));
        let language = Language {
            code: code.to_owned(),
            aspects: self.list("aspect", &mut all.aspect, &ids(&mut aspects().map(|aspect| &aspect.id))),
            subaspects: self.list(
                "subaspect",
                &mut all.subaspect,
                &ids(&mut aspects().flat_map(|aspect| &aspect.subaspect).map(|part| &part.id)),
            ),
            indicators: names.into_iter().zip(line_ids).map(|(name, id)| (name, ratios.remove(&id))).collect(),
            items: self.list(
                "item",
                &mut all.item,
                &ids(&mut lines().flat_map(|line| &line.items).map(|item| &item.id)),
            ),
            groups: self.list(
                "group",
                &mut all.group,
                &ids(&mut variants().flat_map(|v| &v.group).map(|group| &group.id)),
            ),
            accounts: self.list(
                "account",
                &mut all.account,
                &ids(&mut variants()
                    .flat_map(|v| &v.group)
                    .flat_map(|group| &group.accounts)
                    .map(|account| &account.id)),
            ),
            aggregates: self.list(
                "aggregate",
                &mut all.aggregate,
                &ids(&mut variants().flat_map(|v| &v.aggregate).map(|a| &a.id)),
            ),
            predicates: self.list(
                "predicate",
                &mut all.predicate,
                &ids(&mut variants().flat_map(|v| &v.predicate).map(|p| &p.id)),
            ),
            differences: self.list(
                "difference",
                &mut all.difference,
                &ids(&mut rules.difference.iter().map(|d| &d.id)),
            ),
            documents: named(std::mem::take(&mut all.document)),
            coaching: named(std::mem::take(&mut all.coaching)),
            terms: named(std::mem::take(&mut all.term)),
        };
        self.leftovers(&all);
        language
    }

    fn list<T>(&mut self, what: &str, table: &mut Table<T>, ids: &[String]) -> Vec<T> {
        ids.iter().filter_map(|id| self.take(what, table, id)).collect()
    }

    fn take<T>(&mut self, what: &str, table: &mut Table<T>, id: &str) -> Option<T> {
        let found = table.remove(id).map(Spanned::into_inner);
        if found.is_none() {
            self.refuse(format!("no text for {what} \"{id}\""));
        }
        found
    }

    fn leftovers(&mut self, all: &File) {
        let mut left = Vec::new();
        macro_rules! look {
            ($($table:ident)+) => {$( left.extend(all.$table.keys().map(|id| (stringify!($table), id.clone()))); )+};
        }
        look!(aspect subaspect indicator item ratio group account aggregate predicate difference);
        let unknown: Vec<Refusal> = left.iter().filter_map(|key| self.places.remove(key)).collect();
        self.refusals.extend(unknown);
    }

    fn refuse(&mut self, reason: String) {
        self.refusals.push(Refusal { file: self.name.clone(), line: 1, reason });
    }
}

fn named<T>(table: Table<T>) -> Vec<(String, T)> {
    table.into_iter().map(|(id, entry)| (id, entry.into_inner())).collect()
}

fn actions(
    book: &Book<'_>,
    rules: &Rules,
    texts: Option<&Language>,
    moves: &mut Vec<Moves>,
    refusals: &mut Vec<Refusal>,
) -> BTreeMap<String, Action> {
    let lines = || rules.variant.iter().flat_map(indicators);
    let items: BTreeMap<&str, &Text> = by_id(lines().flat_map(|line| &line.items).map(|item| &item.id));
    let ratios: BTreeMap<&str, &Text> = by_id(lines().filter(|line| line.ratio.is_some()).map(|line| &line.id));
    let mut found = BTreeMap::new();
    for source in &book.actions {
        let file: Actions = match source.parse() {
            Ok(file) => file,
            // What an unreadable file leaves missing is no fault of its own.
            Err(faults) => {
                refusals.extend(faults);
                return found;
            }
        };
        if let Some(found) = file.moves {
            refusals.extend(moves::refusals(source, &found, rules, moves));
            moves.push(found);
        }
        let of_items = file.item.into_iter().map(|(id, entry)| (items.contains_key(id.as_str()), id, entry));
        let of_ratios = file.ratio.into_iter().map(|(id, entry)| (ratios.contains_key(id.as_str()), id, entry));
        for (known, id, entry) in of_items.chain(of_ratios) {
            let mut refuse = |reason: &str| refusals.push(source.refusal(&entry.span(), format!("\"{id}\": {reason}")));
            if !known {
                refuse("an action for what the rules do not know");
            }
            if let Some(reason) = unknown_word(entry.get_ref(), texts) {
                refuse(&reason);
            }
            if found.contains_key(&id) {
                refuse("the action stands twice");
            }
            found.insert(id, entry.into_inner());
        }
    }
    for (id, place) in items.into_iter().chain(ratios).filter(|(id, _)| !found.contains_key(*id)) {
        refusals.push(book.rules.refusal(&place.span(), format!("no action file says what to do about \"{id}\"")));
    }
    found
}

fn by_id<'t>(ids: impl Iterator<Item = &'t Text>) -> BTreeMap<&'t str, &'t Text> {
    ids.map(|id| (id.get_ref().as_str(), id)).collect()
}

fn unknown_word(action: &Action, texts: Option<&Language>) -> Option<String> {
    if !(1..=5).contains(&action.effort) {
        return Some("effort goes from 1 to 5".to_owned());
    }
    let texts = texts?;
    let document = |id: &&String| !texts.documents.iter().any(|(known, _)| known == *id);
    if let Some(id) = action.evidence.iter().find(document) {
        return Some(format!("unknown document \"{id}\""));
    }
    let coaching = texts.coaching.iter().any(|(known, _)| *known == action.coaching);
    (!coaching).then(|| format!("unknown coaching \"{}\"", action.coaching))
}
