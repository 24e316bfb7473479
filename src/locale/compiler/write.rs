//! Writes the compiled catalogues as Rust and as lines.

use super::lines::Lines;
use super::{Kind, Language, Node, Table};

/// The structs by the first language, how to read them, and the list of languages.
pub(super) fn rust(languages: &[Language<'_>]) -> String {
    let mut code = String::new();
    if let Some(Language { root: Node { kind: Kind::Table(root), .. }, .. }) = languages.first() {
        structs(&mut code, "Words", "", root);
    }
    locale(&mut code, languages);
    code
}

/// A struct for the table and for each table in it.
fn structs(code: &mut String, name: &str, path: &str, table: &Table) {
    let about =
        if path.is_empty() { "Every text of one language.".to_owned() } else { format!("Texts of `[{path}]`.") };
    *code += &format!("\n/// {about}\npub struct {name} {{\n");
    for (key, node) in table {
        let (meaning, kind) = match &node.kind {
            Kind::Text(text) => (text.clone(), "&'static str".to_owned()),
            Kind::List(texts) => (texts.join(" / "), format!("[&'static str; {}]", texts.len())),
            Kind::Table(_) => (format!("Texts of `[{}]`.", join(path, key)), type_name(&join(path, key))),
        };
        *code += &format!("    #[doc = {meaning:?}]\n    pub {key}: {kind},\n");
    }
    let fields: Vec<&str> = table.keys().map(String::as_str).collect();
    *code += &format!("}}\ncrate::lines::read!(struct {name} {{ {} }});\n", fields.join(", "));
    for (key, node) in table {
        if let Kind::Table(inner) = &node.kind {
            let path = join(path, key);
            structs(code, &type_name(&path), &path, inner);
        }
    }
}

/// Every text of a language, in the order of the structs' fields.
pub(super) fn lines(language: &Language<'_>) -> String {
    let mut lines = Lines::default();
    value(&mut lines, &language.root);
    lines.into_text()
}

fn value(lines: &mut Lines, node: &Node) {
    match &node.kind {
        Kind::Text(text) => lines.put(text),
        Kind::List(texts) => lines.all(texts),
        Kind::Table(table) => table.values().for_each(|node| value(lines, node)),
    }
}

/// The enum of languages and what belongs to each.
fn locale(code: &mut String, languages: &[Language<'_>]) {
    let each = |arm: &dyn Fn(&Language<'_>) -> String| -> String { languages.iter().map(arm).collect() };
    let variant = |language: &Language<'_>| type_name(language.source.code);
    let variants = each(&|l| format!("    /// `{}.toml`\n    {},\n", l.source.code, variant(l)));
    let all = each(&|l| format!("Self::{}, ", variant(l)));
    let codes = each(&|l| format!("            Self::{} => {:?},\n", variant(l), l.source.code));
    let numerals = each(&|l| format!("            Self::{} => Numerals::{},\n", variant(l), l.numerals));
    *code += &format!(
        "
/// A language the page speaks: one file each. The first is the one to fall back on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Locale {{
    #[default]
{variants}}}

impl Locale {{
    /// Every language, the first being the one to fall back on.
    pub const ALL: &'static [Self] = &[{all}];

    /// The language's code, as in `<html lang>` and in a save file: `id`.
    #[must_use]
    pub const fn code(self) -> &'static str {{
        match self {{
{codes}        }}
    }}

    /// How the language writes and spells numbers.
    #[must_use]
    pub const fn numerals(self) -> Numerals {{
        match self {{
{numerals}        }}
    }}
}}
"
    );
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

/// `problem.amount` is `ProblemAmount`.
fn type_name(path: &str) -> String {
    let word = |word: &str| word[..1].to_uppercase() + &word[1..];
    path.split(['.', '_', '-']).filter(|part| !part.is_empty()).map(word).collect()
}
