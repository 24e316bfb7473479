//! The sentences, in every language: flattened to `file/key/field` and compared with the first one's. A sentence goes by its
//! place among all paths, in their order.

use std::collections::BTreeMap;

use toml::Spanned;

use super::lines::Lines;
use super::{File, Language, Refusal};

/// How the paths of the rules' own sentences begin.
const RULES: &str = "rules/";

type Table = BTreeMap<String, Spanned<toml::Value>>;

/// Every sentence, by `file/key`, `file/key/field` or `file/key/field/index`, in each language.
pub(super) struct Texts {
    sentences: BTreeMap<String, Vec<String>>,
    codes: Vec<String>,
}

/// A sentence and where it stands.
struct Placed {
    text: String,
    file: usize,
    at: usize,
}

impl Texts {
    /// The place of a sentence among all, or `None`.
    pub(super) fn place(&self, path: &str) -> Option<usize> {
        self.sentences.contains_key(path).then(|| self.sentences.range(..path.to_owned()).count())
    }

    /// The keys of one flat file, each with the place of its sentence.
    pub(super) fn file<'a>(&'a self, stem: &'a str) -> impl Iterator<Item = (&'a str, usize)> {
        let below =
            move |(place, path): (usize, &'a String)| Some((path.strip_prefix(stem)?.strip_prefix('/')?, place));
        self.sentences.keys().enumerate().filter_map(below)
    }

    /// The languages, the first one first.
    pub(super) fn codes(&self) -> &[String] {
        &self.codes
    }

    /// All of them as lines, by language: how many, then each. Only the whole page reads them. Those of the rules are blank here:
    /// they go [beside](Self::rules) the page's modules, for they took more than half a hundredth of the second part.
    pub(super) fn lines(&self) -> Vec<(String, String)> {
        let said = |path: &str, said: &str| if path.starts_with(RULES) { String::new() } else { said.to_owned() };
        self.each(|language| self.sentences.iter().map(|(path, all)| said(path, &all[language])).collect())
    }

    /// The sentences of the rules as lines, by language, in the order of their places.
    pub(super) fn rules(&self) -> Vec<(String, String)> {
        let of_rules = || self.sentences.iter().filter(|(path, _)| path.starts_with(RULES));
        self.each(|language| of_rules().map(|(_, all)| all[language].clone()).collect())
    }

    /// Where they begin among all.
    pub(super) fn first_rule(&self) -> usize {
        self.sentences.keys().take_while(|path| !path.starts_with(RULES)).count()
    }

    fn each(&self, said: impl Fn(usize) -> Vec<String>) -> Vec<(String, String)> {
        let lines = |(language, code): (usize, &String)| {
            let (mut lines, said) = (Lines::default(), said(language));
            lines.put_later(said.len());
            lines.all_later(said);
            (code.clone(), lines.into_text())
        };
        self.codes.iter().enumerate().map(lines).collect()
    }
}

pub(super) fn read(languages: &[Language]) -> Result<Texts, Vec<Refusal>> {
    let flat = languages.iter().map(|language| flatten(&language.files)).collect::<Result<Vec<_>, _>>()?;
    let mut refusals = Vec::new();
    let Some(((first, spoken), others)) = languages.first().zip(flat.first()).map(|first| (first, &flat[1..])) else {
        return Err(refusals);
    };
    for (language, other) in languages[1..].iter().zip(others) {
        refusals.extend(one_sided(&first.files, spoken, other, &language.code));
        refusals.extend(one_sided(&language.files, other, spoken, &first.code));
        let shared = |path: &String| other.get(path).map(|other| (&spoken[path], other));
        for (mine, other) in spoken.keys().filter_map(shared) {
            if mine.text.trim().is_empty() || other.text.trim().is_empty() {
                refusals.push(first.files[mine.file].refuse(mine.at, "a text is empty"));
            } else if blanks(&mine.text) != blanks(&other.text) {
                let file = &language.files[other.file];
                refusals.push(file.refuse(other.at, "the languages have different {blanks}"));
            }
        }
    }
    if !refusals.is_empty() {
        refusals.sort();
        return Err(refusals);
    }
    let in_all = |path: &String| flat.iter().map(|one| Some(one.get(path)?.text.clone())).collect::<Option<Vec<_>>>();
    let sentences = spoken.keys().filter_map(|path| Some((path.clone(), in_all(path)?))).collect();
    Ok(Texts { sentences, codes: languages.iter().map(|language| language.code.clone()).collect() })
}

fn one_sided(
    files: &[File],
    mine: &BTreeMap<String, Placed>,
    other: &BTreeMap<String, Placed>,
    lacking: &str,
) -> Vec<Refusal> {
    let alone = mine.iter().filter(|(path, _)| !other.contains_key(*path));
    alone
        .map(|(path, placed)| files[placed.file].refuse(placed.at, format!("`{path}` has no text in `{lacking}`")))
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
