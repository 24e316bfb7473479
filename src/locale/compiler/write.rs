//! Writes the compiled catalogues as Rust and as lines.

use super::lines::Lines;
use super::{Kind, LATER, Language, Node, Table};

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
    *code += &format!("\n/// {about}\n{}pub struct {name} {{\n", gate(path));
    for (key, node) in table {
        let (meaning, kind) = match &node.kind {
            Kind::Text(text) => (text.clone(), "&'static str".to_owned()),
            Kind::List(texts) => (texts.join(" / "), format!("[&'static str; {}]", texts.len())),
            Kind::Table(_) => (format!("Texts of `[{}]`.", join(path, key)), type_name(&join(path, key))),
        };
        *code += &format!("    #[doc = {meaning:?}]\n    {}pub {key}: {kind},\n", gate(&join(path, key)));
    }
    *code += "}\n";
    *code += &blank(name, path, table);
    *code += &reader(name, path, table);
    for (key, node) in table {
        if let Kind::Table(inner) = &node.kind {
            let path = join(path, key);
            structs(code, &type_name(&path), &path, inner);
        }
    }
}

/// The struct before it is read.
fn blank(name: &str, path: &str, table: &Table) -> String {
    let mut fields = String::new();
    for (key, node) in table {
        let value = match &node.kind {
            Kind::Text(_) => "\"\"".to_owned(),
            Kind::List(texts) => format!("[\"\"; {}]", texts.len()),
            Kind::Table(_) => format!("{}::BLANK", type_name(&join(path, key))),
        };
        fields += &format!("        {}{key}: {value},\n", gate(&join(path, key)));
    }
    format!("{}impl {name} {{\n    const BLANK: Self = Self {{\n{fields}    }};\n}}\n", gate(path))
}

/// How it is filled; the root without what comes later, which lies beside.
fn reader(name: &str, path: &str, table: &Table) -> String {
    let fill = |key: &String| format!("        crate::lines::Fill::fill(&mut self.{key}, lines);\n");
    let (later, first): (Vec<_>, Vec<_>) = table.keys().partition(|key| path.is_empty() && is_later(key));
    let fields: String = first.into_iter().map(fill).collect();
    let filled = format!(
        "{}impl crate::lines::Fill for {name} {{
    fn fill(&mut self, lines: &mut crate::lines::Lines) {{
{fields}    }}
}}
",
        gate(path)
    );
    if path.is_empty() { filled + ROOT + &filler(&later.into_iter().map(fill).collect::<String>()) } else { filled }
}

/// What fills the root with what lies beside the page.
fn filler(fields: &str) -> String {
    format!(
        "#[cfg(feature = \"full\")]
impl Words {{
    pub(super) fn fill_beside(&mut self, lines: &mut crate::lines::Lines) {{
{fields}    }}
}}
#[cfg(not(feature = \"full\"))]
impl Words {{
    pub(super) const fn fill_beside(&mut self, _: &mut crate::lines::Lines) {{}}
}}
"
    )
}

/// All texts are read at once.
const ROOT: &str = "impl crate::lines::Read for Words {
    fn read(lines: &mut crate::lines::Lines) -> Self {
        let mut words = Self::BLANK;
        crate::lines::Fill::fill(&mut words, lines);
        words
    }
}
";

/// Whether a section of that name, or one inside it, is read by the whole page only.
fn is_later(path: &str) -> bool {
    LATER.contains(&path.split('.').next().unwrap_or_default())
}

fn gate(path: &str) -> &'static str {
    if is_later(path) { "#[cfg(feature = \"full\")]\n" } else { "" }
}

/// Every text of a language, in the order of the structs' fields, but those that lie beside the page.
pub(super) fn lines(language: &Language<'_>) -> String {
    sections(language, false)
}

/// Those that lie beside the page, in the same order.
pub(super) fn beside(language: &Language<'_>) -> String {
    sections(language, true)
}

fn sections(language: &Language<'_>, beside: bool) -> String {
    let mut lines = Lines::default();
    if let Kind::Table(root) = &language.root.kind {
        for (key, node) in root.iter().filter(|(key, _)| is_later(key) == beside) {
            value(&mut lines, key, node);
        }
    }
    lines.into_text()
}

fn value(lines: &mut Lines, path: &str, node: &Node) {
    let mut put = |text: &String| if is_later(path) { lines.put_later(text) } else { lines.put(text) };
    match &node.kind {
        Kind::Text(text) => put(text),
        Kind::List(texts) => texts.iter().for_each(put),
        Kind::Table(table) => table.iter().for_each(|(key, node)| value(lines, &join(path, key), node)),
    }
}

/// The enum of languages and what belongs to each.
fn locale(code: &mut String, languages: &[Language<'_>]) {
    let each = |arm: &dyn Fn(&Language<'_>) -> String| -> String { languages.iter().map(arm).collect() };
    let variant = |language: &Language<'_>| type_name(language.source.code);
    let variants = each(&|l| format!("    /// `{}.toml`\n    {},\n", l.source.code, variant(l)));
    let all = each(&|l| format!("Self::{}, ", variant(l)));
    let codes = each(&|l| format!("            Self::{} => {:?},\n", variant(l), l.source.code));
    let names = each(&|l| format!("            Self::{} => {:?},\n", variant(l), l.name));
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

    /// What the language calls itself: `English`. Known before its texts are here.
    #[must_use]
    pub const fn name(self) -> &'static str {{
        match self {{
{names}        }}
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
