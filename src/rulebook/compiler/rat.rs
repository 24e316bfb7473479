//! Compiles the RAT rulebook, its texts, its papers and the holidays into Rust source for `OUT_DIR`.
//!
//! Runs in `build.rs`, never in the module. A book that lacks a citation or a date, repeats an id, names a rule that is
//! not there, has an unknown key, or says something in one language only, is refused with file and line.

use std::path::Path;

use super::dates::{day, is_date};
use super::{Refusal, Source, lines};

mod check;
mod holidays;
mod papers;
mod shape;
mod texts;
mod write;

/// A data file: its name and its text.
#[derive(Clone, Debug)]
pub(crate) struct File {
    /// Its path or name; a text file's name without folder and ending says what it holds.
    pub name: String,
    /// Its content.
    pub text: String,
}

/// A language's code and files.
#[derive(Clone, Debug)]
pub(crate) struct Language {
    /// Such as `id`.
    pub code: String,
    /// What it says.
    pub files: Vec<File>,
}

/// The rulebook, compiled.
#[derive(Debug)]
pub(crate) struct Compiled {
    /// Its tables, as Rust.
    pub code: String,
    /// Its sentences as lines, by language code.
    pub texts: Vec<(String, String)>,
    /// The parts of every paper as lines, by language code.
    pub papers: Vec<(String, String)>,
    /// The sentences of the rules as lines, by language code.
    pub rules: Vec<(String, String)>,
}

/// Everything the RAT rulebook is made of.
#[derive(Clone, Debug)]
pub(crate) struct Sources {
    /// `rat-and-status.toml`.
    pub book: File,
    /// The texts of every language, the first language first: the same files with the same keys.
    pub languages: Vec<Language>,
    /// The papers to print, Indonesian only: they go to Indonesian offices and members.
    pub papers: File,
}

impl File {
    fn stem(&self) -> &str {
        let base = self.name.rsplit('/').next().unwrap_or(&self.name);
        base.strip_suffix(".toml").unwrap_or(base)
    }

    fn source(&self) -> Source<'_> {
        Source { name: &self.name, text: &self.text }
    }

    fn refuse(&self, at: usize, reason: impl Into<String>) -> Refusal {
        self.source().refusal(&(at..at), reason)
    }

    fn parse<T: serde::de::DeserializeOwned>(&self) -> Result<T, Vec<Refusal>> {
        self.source().parse()
    }
}

/// Compiles the rulebook.
///
/// # Errors
/// Every refusal found, by file and line.
pub(crate) fn compile(sources: &Sources) -> Result<Compiled, Vec<Refusal>> {
    let book: shape::Book = sources.book.parse()?;
    let texts = texts::read(&sources.languages)?;
    let papers: papers::Papers = sources.papers.parse()?;
    let mut refusals = check::book(&sources.book, &book, &texts);
    refusals.extend(papers::check(&sources.papers, &papers, &texts));
    if !refusals.is_empty() {
        refusals.sort();
        return Err(refusals);
    }
    Ok(Compiled {
        code: write::book(&book, &texts)
            + &papers::write(&papers, &texts)
            + &format!("pub static FIRST_RULE: u16 = {};\n", texts.first_rule()),
        texts: texts.lines(),
        papers: papers::lines(&papers, texts.codes()),
        rules: texts.rules(),
    })
}

/// Compiles the holidays.
///
/// # Errors
/// Every refusal found, by line.
pub(crate) fn compile_holidays(file: &File) -> Result<String, Vec<Refusal>> {
    holidays::compile(file)
}

/// Reads the sources below `books`, the folder of data files. A language that has no folder there yet reads the first language's
/// sentences.
///
/// # Errors
/// When a file or folder cannot be read.
pub(crate) fn read(books: &Path, codes: &[&str]) -> std::io::Result<(Sources, File)> {
    let folder = books.join("rat-and-status");
    let spoken =
        |code: &&str| Some(folder.join(code)).filter(|own| own.exists()).unwrap_or_else(|| folder.join(codes[0]));
    let language = |code: &&str| Ok(Language { code: (*code).to_owned(), files: read_folder(&spoken(code))? });
    let sources = Sources {
        book: read_file(&books.join("rat-and-status.toml"))?,
        languages: codes.iter().map(language).collect::<std::io::Result<_>>()?,
        papers: read_file(&folder.join("papers.toml"))?,
    };
    Ok((sources, read_file(&books.join("holidays-id.toml"))?))
}

fn read_file(path: &Path) -> std::io::Result<File> {
    Ok(File { name: path.display().to_string(), text: std::fs::read_to_string(path)? })
}

fn read_folder(folder: &Path) -> std::io::Result<Vec<File>> {
    let mut paths = std::fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>()?;
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
    paths.sort();
    paths.iter().map(|path| read_file(path)).collect()
}
