//! From a rulebook file to the lines that the module reads, at build time.
//!
//! `build.rs` and the refusal tests include this folder; the crate itself never does. A book goes through four steps:
//! [`form`] completes the forms that are told by their differences, [`schema`] reads all and knows every key, [`check`] refuses what does not hold together, [`emit`] writes
//! rules and sentences in the order in which `rulebook/reader.rs` and `rulebook/text.rs` read them.

mod check;
mod dates;
#[allow(dead_code, unreachable_pub, reason = "the module asks more of it")]
#[path = "../deed.rs"]
mod deed;
mod emit;
mod expression;
mod form;
#[allow(dead_code, unreachable_pub, reason = "the module asks more of it")]
#[path = "../kind.rs"]
mod kind;
#[allow(dead_code, clippy::duplicate_mod, reason = "shared with the compiler of catalogues")]
#[path = "../../lines/build.rs"]
mod lines;
mod moves;
pub(crate) mod rat;
#[allow(clippy::duplicate_mod, reason = "shared with the compiler of catalogues")]
#[path = "../../lines/refusal.rs"]
mod refusal;
mod schema;
pub(crate) mod sheet;
mod texts;
mod values;

use std::ops::Range;

pub(crate) use refusal::Refusal;

/// A file on its way into the module.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Source<'a> {
    /// Its name, for refusals.
    pub name: &'a str,
    /// Its text.
    pub text: &'a str,
}

impl Source<'_> {
    /// A refusal at a place in the text.
    fn refusal(&self, span: &Range<usize>, reason: impl Into<String>) -> Refusal {
        let before = &self.text[..span.start.min(self.text.len())];
        Refusal { file: self.name.to_owned(), line: before.matches('\n').count() + 1, reason: reason.into() }
    }

    fn parse<T: serde::de::DeserializeOwned>(&self) -> Result<T, Vec<Refusal>> {
        toml::from_str(self.text)
            .map_err(|error| vec![self.refusal(&error.span().unwrap_or(0..0), error.message().to_owned())])
    }
}

/// The files one book is made of.
#[derive(Debug, Clone)]
pub(crate) struct Book<'a> {
    /// The rules.
    pub rules: Source<'a>,
    /// Forms that say only what is their own, beside one of the rules: see [`form`].
    pub forms: Vec<Source<'a>>,
    /// What to do about each item and ratio, and plausible moves of the books; in any language.
    pub actions: Vec<Source<'a>>,
    /// Sentences: language code and files.
    pub texts: Vec<(String, Vec<Source<'a>>)>,
}

impl Book<'_> {
    /// A refusal at a place in the rules or in a form. Places count on from one file to the next, see [`form`].
    fn refusal(&self, span: &Range<usize>, reason: impl Into<String>) -> Refusal {
        let mut start = 0;
        for source in [&self.rules].into_iter().chain(&self.forms) {
            let end = start + source.text.len();
            if span.start <= end {
                return source.refusal(&(span.start - start..span.end.saturating_sub(start)), reason);
            }
            start = end + 1;
        }
        self.rules.refusal(span, reason)
    }
}

/// A book as lines.
#[derive(Debug, Clone)]
pub(crate) struct Compiled {
    /// The rules, the same in every language.
    pub rules: String,
    /// The rules of the book's first form, and the names of the others: what the first part of the page carries.
    pub first_rules: String,
    /// The sentences, by language code.
    pub texts: Vec<(String, String)>,
    /// More about the items, by language code.
    pub help: Vec<(String, String)>,
}

/// Turns a book into lines, or says everything that is wrong with it.
///
/// # Errors
/// One [`Refusal`] for each fault that was found, in the order of the file.
pub(crate) fn compile(book: &Book<'_>) -> Result<Compiled, Vec<Refusal>> {
    let rules = form::rules(book)?;
    check::rules(book, &rules)?;
    let words = texts::read(book, &rules)?;
    let each = |emit: &dyn Fn(&texts::Language) -> String| {
        words.languages.iter().map(|language| (language.code.clone(), emit(language))).collect()
    };
    let first = emit::First::of(&rules, &words);
    Ok(Compiled {
        rules: emit::rulebook(&rules, &words),
        first_rules: emit::first_rulebook(&rules, &words),
        texts: each(&|language| emit::language(language, &first)),
        help: each(&emit::help),
    })
}
