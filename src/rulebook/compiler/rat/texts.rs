//! The sentences, in two languages: flattened to `file/key/field` and compared.

use std::collections::BTreeMap;

use toml::Spanned;

use super::{File, Refusal};

type Table = BTreeMap<String, Spanned<toml::Value>>;

/// Every sentence, by `file/key`, `file/key/field` or `file/key/field/index`.
pub(super) struct Texts {
    pairs: BTreeMap<String, (String, String)>,
}

/// A sentence and where it stands.
struct Placed {
    text: String,
    file: usize,
    at: usize,
}

impl Texts {
    /// The sentence in both languages, or `None`.
    pub(super) fn get(&self, path: &str) -> Option<&(String, String)> {
        self.pairs.get(path)
    }

    /// The sentences of one flat file, by key.
    pub(super) fn file<'a>(&'a self, stem: &'a str) -> impl Iterator<Item = (&'a str, &'a (String, String))> {
        let below = move |(path, pair)| Some((str::strip_prefix(path, stem)?.strip_prefix('/')?, pair));
        self.pairs.iter().map(|(path, pair)| (path.as_str(), pair)).filter_map(below)
    }
}

pub(super) fn read(id: &[File], en: &[File]) -> Result<Texts, Vec<Refusal>> {
    let (left, right) = (flatten(id)?, flatten(en)?);
    let mut refusals = one_sided(id, &left, &right, "English");
    refusals.extend(one_sided(en, &right, &left, "Indonesian"));
    let shared = |path: &String| right.get(path).map(|other| (&left[path], other));
    for (mine, other) in left.keys().filter_map(shared) {
        if mine.text.trim().is_empty() || other.text.trim().is_empty() {
            refusals.push(id[mine.file].refuse(mine.at, "a text is empty"));
        } else if blanks(&mine.text) != blanks(&other.text) {
            refusals.push(en[other.file].refuse(other.at, "the two languages have different {blanks}"));
        }
    }
    if !refusals.is_empty() {
        refusals.sort();
        return Err(refusals);
    }
    let pairs = left.into_iter().filter_map(|(path, mine)| {
        let other = right.get(&path)?.text.clone();
        Some((path, (mine.text, other)))
    });
    Ok(Texts { pairs: pairs.collect() })
}

fn one_sided(
    files: &[File],
    mine: &BTreeMap<String, Placed>,
    other: &BTreeMap<String, Placed>,
    lacking: &str,
) -> Vec<Refusal> {
    let alone = mine.iter().filter(|(path, _)| !other.contains_key(*path));
    alone
        .map(|(path, placed)| files[placed.file].refuse(placed.at, format!("`{path}` has no {lacking} text")))
        .collect()
}

fn flatten(files: &[File]) -> Result<BTreeMap<String, Placed>, Vec<Refusal>> {
    let mut all = BTreeMap::new();
    for (index, file) in files.iter().enumerate() {
        for (key, value) in file.parse::<Table>()? {
            let at = value.span().start;
            let mut place = |path: String, text: &str| {
                all.insert(path, Placed { text: text.to_owned(), file: index, at });
            };
            if !walk(&format!("{}/{key}", file.stem()), value.get_ref(), &mut place) {
                return Err(vec![file.refuse(at, format!("`{key}` holds something that is not a text"))]);
            }
        }
    }
    Ok(all)
}

fn walk(path: &str, value: &toml::Value, place: &mut impl FnMut(String, &str)) -> bool {
    match value {
        toml::Value::String(text) => {
            place(path.to_owned(), text);
            true
        }
        toml::Value::Array(items) => {
            items.iter().enumerate().all(|(index, item)| walk(&format!("{path}/{index}"), item, place))
        }
        toml::Value::Table(fields) => fields.iter().all(|(key, item)| walk(&format!("{path}/{key}"), item, place)),
        _ => false,
    }
}

/// The placeholders of a sentence, sorted: `{0}`, `{1}`.
fn blanks(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> =
        text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name)).collect();
    found.sort_unstable();
    found
}
