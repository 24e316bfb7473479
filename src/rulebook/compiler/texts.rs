//! The sentences and actions of a book: complete in every language, and none too many.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;
use toml::Spanned;

use super::check::indicators;
use super::moves::{self, Moves};
use super::schema::{Rules, Text, Variant};
use super::{Book, Refusal, Source};

type Table<T> = BTreeMap<String, Spanned<T>>;

/// One file of sentences; every table is optional, since a language may spread over several files. What a form says
/// otherwise than the book stands under its id: `[form.riil12.item."A.II.2.a"]`.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields, default)]
struct File {
    form: Table<File>,
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
        #[derive(Deserialize, Clone)]
        #[serde(deny_unknown_fields)]
        pub(super) struct $name { $(pub(super) $field: String,)+ $(#[serde(default)] #[allow(dead_code)] pub(super) $extra: String,)? }
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
    Item { question, hint, why, examiner, first_step; met }
    Ratio { meaning, why, examiner, first_step }
    Account { name, hint }
    Difference { title, definition_says, worksheet_does, we_do }
    Term { word, meaning }
}

/// A language, complete: each list in the order of the book's [`Keys`].
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
    form: BTreeMap<String, Actions>,
    item: Table<Action>,
    ratio: Table<Action>,
    moves: Option<Moves>,
}

/// Words and actions of a book.
pub(super) struct Words {
    pub(super) languages: Vec<Language>,
    pub(super) keys: Keys,
    actions: BTreeMap<String, Action>,
    pub(super) moves: Vec<Moves>,
}

/// Reads all text files of a book against its rules.
pub(super) fn read(book: &Book<'_>, rules: &Rules) -> Result<Words, Vec<Refusal>> {
    let mut refusals = Vec::new();
    let mut languages = Vec::new();
    let mut keys = None;
    for (code, files) in &book.texts {
        match language(code, files, rules, &mut keys) {
            Ok(language) => languages.push(language),
            Err(found) => refusals.extend(found),
        }
    }
    if languages.is_empty() && refusals.is_empty() {
        refusals.push(book.rules.refusal(&(0..0), "the book has no text file in any language"));
    }
    let mut moves = Vec::new();
    let actions = actions(book, rules, languages.first(), &mut moves, &mut refusals);
    let keys = keys.unwrap_or_else(|| Keys(BTreeMap::new()));
    if refusals.is_empty() { Ok(Words { languages, keys, actions, moves }) } else { Err(refusals) }
}

fn language(
    code: &str,
    files: &[Source<'_>],
    rules: &Rules,
    keys: &mut Option<Keys>,
) -> Result<Language, Vec<Refusal>> {
    let name = files.first().map_or(code, |file| file.name).to_owned();
    let mut reader = Reader { refusals: Vec::new(), name, places: BTreeMap::new(), used: BTreeSet::new() };
    let mut all = File::default();
    for source in files {
        let mut file: File = source.parse()?;
        for (form, own) in std::mem::take(&mut file.form) {
            if reader.form(source, &form, &own, rules) {
                reader.merge(source, own.into_inner(), &mut all, |id| own_key(&form, &id));
            }
        }
        reader.merge(source, file, &mut all, |id| id);
    }
    let keys = keys.get_or_insert_with(|| Keys::new(rules, &all));
    let language = reader.assemble(code, all, rules, keys);
    if reader.refusals.is_empty() { Ok(language) } else { Err(reader.refusals) }
}

/// The key of what a form says or does otherwise than the book.
pub(super) fn own_key(form: &str, id: &str) -> String {
    format!("{form}: {id}")
}

/// The kinds of things that point at sentences, as `rulebook/place.rs` counts them.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Aspect,
    Subaspect,
    Indicator,
    Item,
    Group,
    Account,
    Aggregate,
    Predicate,
    Difference,
}

/// What each kind of thing can point at: every id once, and what a form says otherwise once more.
pub(super) struct Keys(BTreeMap<Kind, Vec<String>>);

impl Keys {
    fn new(rules: &Rules, all: &File) -> Self {
        let mut lists = BTreeMap::<Kind, Vec<String>>::new();
        for variant in &rules.variant {
            let form = variant.id.get_ref();
            for (kind, id) in things(variant) {
                let own = own_key(form, id);
                let key = if all.says(kind, &own) { own } else { id.clone() };
                let list = lists.entry(kind).or_default();
                if !list.contains(&key) {
                    list.push(key);
                }
            }
        }
        lists.insert(Kind::Difference, rules.difference.iter().map(|one| one.id.get_ref().clone()).collect());
        Self(lists)
    }

    fn list(&self, kind: Kind) -> &[String] {
        self.0.get(&kind).map_or(&[], Vec::as_slice)
    }

    /// Where the sentences of a form's thing stand.
    pub(super) fn place(&self, kind: Kind, form: &str, id: &str) -> usize {
        let own = own_key(form, id);
        let at = |key: &str| self.list(kind).iter().position(|known| known == key);
        // Every id of the rules has a key.
        at(&own).or_else(|| at(id)).unwrap_or_default()
    }
}

/// Everything of a form that points at sentences, each kind in the form's order.
pub(super) fn things(variant: &Variant) -> impl Iterator<Item = (Kind, &String)> {
    let lines = || indicators(variant);
    let parts = variant.aspect.iter().flat_map(|aspect| &aspect.subaspect);
    let accounts = variant.group.iter().flat_map(|group| &group.accounts);
    let aspects = variant.aspect.iter().map(|one| (Kind::Aspect, one.id.get_ref()));
    aspects
        .chain(parts.map(|one| (Kind::Subaspect, one.id.get_ref())))
        .chain(lines().map(|one| (Kind::Indicator, one.id.get_ref())))
        .chain(lines().flat_map(|one| &one.items).map(|one| (Kind::Item, one.id.get_ref())))
        .chain(variant.group.iter().map(|one| (Kind::Group, one.id.get_ref())))
        .chain(accounts.map(|one| (Kind::Account, one.id.get_ref())))
        .chain(variant.aggregate.iter().map(|one| (Kind::Aggregate, one.id.get_ref())))
        .chain(variant.predicate.iter().map(|one| (Kind::Predicate, one.id.get_ref())))
}

impl File {
    /// Whether a sentence stands under a key; of an indicator, whether its name or its ratio does.
    fn says(&self, kind: Kind, key: &str) -> bool {
        match kind {
            Kind::Aspect => self.aspect.contains_key(key),
            Kind::Subaspect => self.subaspect.contains_key(key),
            Kind::Indicator => self.indicator.contains_key(key) || self.ratio.contains_key(key),
            Kind::Item => self.item.contains_key(key),
            Kind::Group => self.group.contains_key(key),
            Kind::Account => self.account.contains_key(key),
            Kind::Aggregate => self.aggregate.contains_key(key),
            Kind::Predicate => self.predicate.contains_key(key),
            Kind::Difference => self.difference.contains_key(key),
        }
    }
}

struct Reader {
    refusals: Vec<Refusal>,
    /// The file in which a missing text would be looked for first.
    name: String,
    /// By table and key: what to say if the rules do not know it.
    places: BTreeMap<(&'static str, String), Refusal>,
    /// What something points at.
    used: BTreeSet<(&'static str, String)>,
}

impl Reader {
    /// Whether a form is known and says otherwise only what forms have.
    fn form(&mut self, source: &Source<'_>, form: &str, own: &Spanned<File>, rules: &Rules) -> bool {
        let known = rules.variant.iter().any(|variant| variant.id.get_ref() == form);
        if !known {
            self.refusals.push(source.refusal(&own.span(), format!("unknown form \"{form}\"")));
        }
        let file = own.get_ref();
        let books =
            [file.difference.is_empty(), file.document.is_empty(), file.coaching.is_empty(), file.term.is_empty()];
        if !file.form.is_empty() || books.contains(&false) {
            let reason = "differences, documents, coaching and terms are the book's, not a form's";
            self.refusals.push(source.refusal(&own.span(), reason));
        }
        known
    }

    fn merge(&mut self, source: &Source<'_>, file: File, all: &mut File, key: impl Fn(String) -> String) {
        macro_rules! merge {
            ($($table:ident)+) => {$(
                for (id, entry) in file.$table {
                    let id = key(id);
                    if let Some(field) = entry.get_ref().empty() {
                        self.refusals.push(source.refusal(&entry.span(), format!("{} \"{id}\": empty {field}", stringify!($table))));
                    }
                    let unknown = source.refusal(&entry.span(), format!("text for {} \"{id}\", which the rules do not know", stringify!($table)));
                    let twice = source.refusal(&entry.span(), format!("{} \"{id}\" stands twice", stringify!($table)));
                    self.places.insert((stringify!($table), id.clone()), unknown);
                    if all.$table.insert(id, entry).is_some() {
                        self.refusals.push(twice);
                    }
                }
            )+};
        }
        merge!(aspect subaspect indicator item ratio group account aggregate predicate difference document coaching term);
    }

    fn assemble(&mut self, code: &str, mut all: File, rules: &Rules, keys: &Keys) -> Language {
        let of = |kind| keys.list(kind);
        let ratios: BTreeSet<&String> = rules
            .variant
            .iter()
            .flat_map(indicators)
            .filter(|line| line.ratio.is_some())
            .map(|line| line.id.get_ref())
            .collect();
        let line = |reader: &mut Self, key: &String| {
            let id = key.rsplit_once(": ").map_or(key.as_str(), |(_, id)| id);
            let ratio = ratios.contains(&id.to_owned()).then(|| reader.either("ratio", &all.ratio, key, id));
            let name = reader.either("indicator", &all.indicator, key, id);
            name.map(|name| (name, ratio.flatten()))
        };
        let language = Language {
            code: code.to_owned(),
            indicators: of(Kind::Indicator).iter().filter_map(|key| line(self, key)).collect(),
            aspects: self.list("aspect", &all.aspect, of(Kind::Aspect)),
            subaspects: self.list("subaspect", &all.subaspect, of(Kind::Subaspect)),
            items: self.list("item", &all.item, of(Kind::Item)),
            groups: self.list("group", &all.group, of(Kind::Group)),
            accounts: self.list("account", &all.account, of(Kind::Account)),
            aggregates: self.list("aggregate", &all.aggregate, of(Kind::Aggregate)),
            predicates: self.list("predicate", &all.predicate, of(Kind::Predicate)),
            differences: self.list("difference", &all.difference, of(Kind::Difference)),
            documents: named(std::mem::take(&mut all.document)),
            coaching: named(std::mem::take(&mut all.coaching)),
            terms: named(std::mem::take(&mut all.term)),
        };
        self.leftovers();
        language
    }

    fn list<T: Clone>(&mut self, what: &'static str, table: &Table<T>, keys: &[String]) -> Vec<T> {
        keys.iter().filter_map(|key| self.either(what, table, key, key)).collect()
    }

    /// What stands under the form's own key, else under the book's.
    fn either<T: Clone>(&mut self, what: &'static str, table: &Table<T>, own: &str, id: &str) -> Option<T> {
        let found = [own, id].into_iter().find_map(|key| Some((key, table.get(key)?)));
        match found {
            Some((key, _)) => drop(self.used.insert((what, key.to_owned()))),
            None => self.refuse(format!("no text for {what} \"{id}\"")),
        }
        found.map(|(_, entry)| entry.get_ref().clone())
    }

    fn leftovers(&mut self) {
        let books = ["document", "coaching", "term"];
        let idle = self.places.iter().filter(|(key, _)| !books.contains(&key.0) && !self.used.contains(*key));
        let idle: Vec<Refusal> = idle.map(|(_, refusal)| refusal.clone()).collect();
        self.refusals.extend(idle);
    }

    fn refuse(&mut self, reason: String) {
        self.refusals.push(Refusal { file: self.name.clone(), line: 1, reason });
    }
}

fn named<T>(table: Table<T>) -> Vec<(String, T)> {
    table.into_iter().map(|(id, entry)| (id, entry.into_inner())).collect()
}

impl Words {
    /// What can be done about a form's item or ratio.
    pub(super) fn action(&self, form: &str, id: &str) -> &Action {
        // `read` refused a book in which an item or a ratio has no action.
        self.actions.get(&own_key(form, id)).unwrap_or_else(|| &self.actions[id])
    }
}

fn actions(
    book: &Book<'_>,
    rules: &Rules,
    texts: Option<&Language>,
    moves: &mut Vec<Moves>,
    refusals: &mut Vec<Refusal>,
) -> BTreeMap<String, Action> {
    let asked = asked(rules);
    let known: BTreeSet<String> =
        asked.iter().flat_map(|(form, id)| [own_key(form, id.get_ref()), id.get_ref().clone()]).collect();
    let mut found = BTreeMap::new();
    for source in &book.actions {
        let mut file: Actions = match source.parse() {
            Ok(file) => file,
            // What an unreadable file leaves missing is no fault of its own.
            Err(faults) => {
                refusals.extend(faults);
                return found;
            }
        };
        if let Some(found) = file.moves.take() {
            refusals.extend(moves::refusals(source, &found, rules, moves));
            moves.push(found);
        }
        let forms = std::mem::take(&mut file.form);
        let own = forms.into_iter().flat_map(|(form, own)| own.entries(move |id| own_key(&form, &id)));
        for (id, entry) in own.chain(file.entries(|id| id)) {
            let mut refuse = |reason: &str| refusals.push(source.refusal(&entry.span(), format!("\"{id}\": {reason}")));
            if !known.contains(&id) {
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
    for (form, id) in asked {
        if !found.contains_key(id.get_ref()) && !found.contains_key(&own_key(form, id.get_ref())) {
            let reason = format!("no action file says what to do about \"{}\"", id.get_ref());
            refusals.push(book.refusal(&id.span(), reason));
        }
    }
    found
}

impl Actions {
    /// Its items and ratios, under the keys that `key` makes of their ids.
    fn entries(self, key: impl Fn(String) -> String) -> impl Iterator<Item = (String, Spanned<Action>)> {
        self.item.into_iter().chain(self.ratio).map(move |(id, entry)| (key(id), entry))
    }
}

/// What an action can be about: the items and ratios of each form.
fn asked(rules: &Rules) -> Vec<(&str, &Text)> {
    let lines =
        rules.variant.iter().flat_map(|form| indicators(form).map(move |line| (form.id.get_ref().as_str(), line)));
    let ids = lines.flat_map(|(form, line)| {
        let ratio = line.ratio.as_ref().map(|_| &line.id);
        line.items.iter().map(|item| &item.id).chain(ratio).map(move |id| (form, id))
    });
    ids.collect()
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
