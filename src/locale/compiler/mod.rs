//! Turns the catalogues `src/locale/*.toml` into Rust, one struct per table, and into lines, one text each per language.
//!
//! `build.rs` includes this folder, and so does the test of its refusals; it knows nothing of the rest of the crate.
//! The first language, Indonesian, lays down the keys. Every other file must have the same, with the same
//! placeholders, so that a sentence missing in one language is a build that fails and not a blank on a screen.

mod compare;
#[allow(dead_code, clippy::duplicate_mod, reason = "shared with the compiler of rulebooks")]
#[path = "../../lines/build.rs"]
mod lines;
mod read;
#[allow(clippy::duplicate_mod, reason = "shared with the compiler of rulebooks")]
#[path = "../../lines/refusal.rs"]
mod refusal;
// Code is written once per build: how often it allocates does not matter.
#[allow(clippy::format_push_string)]
mod write;

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

pub(crate) use refusal::Refusal;

/// The language that lays down the keys.
const FIRST: &str = "id";

/// The sections that only the whole page reads (the feature `full`). They lie beside the modules with the help about items, which the
/// second part does not begin without; the part that a first visit loads goes without.
const LATER: [&str; 42] = [
    "advice",
    "books",
    "calendar",
    "compare",
    "desk",
    "differences",
    "face",
    "glossary",
    "kdmp",
    "kuk",
    "map",
    "margin",
    "pack",
    "papers",
    "path",
    "picture",
    "quorum",
    "rat",
    "report",
    "rupiah",
    "scores",
    "sheet",
    "shu",
    "standing",
    "statement",
    "tools",
    "trace",
    "tracking",
    "unit",
    "unrated_ways",
    "voice",
    "whatif",
    "workbook",
    "worksheet",
    "workshop",
    "workshop_class",
    "workshop_code",
    "workshop_collect",
    "workshop_hotspot",
    "workshop_sample",
    "workshop_share",
    "workshop_stage",
];

/// One catalogue file.
pub(crate) struct Source<'a> {
    /// As it stands in the message of a refusal.
    pub(crate) path: &'a str,
    /// The file's name without `.toml`, which is the language's code: `id`.
    pub(crate) code: &'a str,
    /// The whole file.
    pub(crate) text: &'a str,
}

/// One file as read.
struct Language<'a> {
    source: &'a Source<'a>,
    /// What it calls itself.
    name: String,
    /// How it writes numbers: the name of a variant of `money::Numerals`.
    numerals: &'static str,
    root: Node,
}

/// A text, a list of texts or a table of them, with the line it begins on.
struct Node {
    line: usize,
    kind: Kind,
}

enum Kind {
    Text(String),
    List(Vec<String>),
    Table(Table),
}

type Table = BTreeMap<String, Node>;

/// The catalogues in a folder, `(path, code, text)`, by path: every `.toml` is a language.
///
/// # Errors
/// Whatever reading the folder or a file says.
pub(crate) fn catalogues(folder: &Path) -> io::Result<Vec<(String, String, String)>> {
    let paths = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    let mut files = Vec::new();
    for path in paths.iter().filter(|path| path.extension().is_some_and(|kind| kind == "toml")) {
        let code = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        files.push((path.to_string_lossy().into_owned(), code, fs::read_to_string(path)?));
    }
    files.sort();
    Ok(files)
}

/// The catalogues, compiled.
#[derive(Debug)]
pub(crate) struct Compiled {
    /// The structs, how to read them from lines, and the list of languages.
    pub(crate) code: String,
    /// The texts as lines, by language code, the first language first.
    pub(crate) texts: Vec<(String, String)>,
    /// Those of [`LATER`], likewise.
    pub(crate) beside: Vec<(String, String)>,
}

/// Compiles all languages, or names everything that is wrong with them.
///
/// # Errors
/// Every refusal of every file, in the order of files and lines.
pub(crate) fn compile(sources: &[Source]) -> Result<Compiled, Vec<Refusal>> {
    let (mut languages, mut refusals) = (Vec::new(), Vec::new());
    for source in sources {
        languages.push(read::language(source, &mut refusals));
    }
    languages.sort_by_key(|language| (language.source.code != FIRST, language.source.code.to_owned()));
    if let Some((first, others)) = languages.split_first() {
        for other in others {
            compare::languages(first, other, &mut refusals);
        }
    }
    refusals.sort_by_key(|refusal| (refusal.file.clone(), refusal.line));
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let texts = |write: fn(&Language<'_>) -> String| {
        languages.iter().map(|language| (language.source.code.to_owned(), write(language))).collect()
    };
    Ok(Compiled { code: write::rust(&languages), texts: texts(write::lines), beside: texts(write::beside) })
}

/// The names between braces in a text, or what is wrong with its braces.
fn placeholders(text: &str) -> Result<Vec<&str>, String> {
    let mut names = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find(['{', '}']) {
        let close = rest[open..].find('}').map(|length| open + length);
        let name = close.map_or("", |close| rest.get(open + 1..close).unwrap_or_default());
        if !is_name(name) {
            return Err(format!("`{}` is no placeholder; write one as {{name}}", &rest[open..]));
        }
        names.push(name);
        rest = &rest[open + name.len() + 2..];
    }
    names.sort_unstable();
    names.dedup();
    Ok(names)
}

/// Small letters, digits and `_`, a letter first: what can name a field.
fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}
