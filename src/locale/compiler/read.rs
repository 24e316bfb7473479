//! Reads one catalogue and refuses what no screen should show.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::{Kind, Language, Node, Refusal, Source, Table, is_name, placeholders};

/// Words of Rust that cannot name a field.
const RESERVED: [&str; 38] = [
    "as", "async", "await", "break", "const", "continue", "crate", "dyn", "else", "enum", "extern", "false", "fn",
    "for", "gen", "if", "impl", "in", "let", "loop", "match", "mod", "move", "mut", "pub", "ref", "return", "self",
    "static", "struct", "super", "trait", "true", "try", "type", "unsafe", "use", "while",
];

/// How a language may write its numbers: the word in the file and the variant of `money::Numerals`.
const NUMERALS: [(&str, &str); 2] = [("indonesian", "Indonesian"), ("english", "English")];

/// Reads a file; what cannot be read is noted and left out.
pub(super) fn language<'a>(source: &'a Source<'a>, refusals: &mut Vec<Refusal>) -> Language<'a> {
    let mut reader = Reader { source, refusals };
    let mut root = reader.file();
    let mut own = own(&mut root);
    let numerals = reader.numerals(own.remove("numerals").as_ref());
    let name = reader.name(own.remove("name"));
    reader.nothing_else(&own);
    Language { source, name, numerals, root: Node { line: 1, kind: Kind::Table(root) } }
}

/// Takes `[language]` out: what it says belongs to the language itself, and is known while its texts are not here.
fn own(root: &mut Table) -> Table {
    match root.remove("language").map(|node| node.kind) {
        Some(Kind::Table(table)) => table,
        _ => Table::new(),
    }
}

struct Reader<'a, 'r> {
    source: &'a Source<'a>,
    refusals: &'r mut Vec<Refusal>,
}

impl Reader<'_, '_> {
    fn file(&mut self) -> Table {
        match DeTable::parse(self.source.text) {
            Ok(table) => self.table("", table.get_ref()),
            Err(error) => {
                let line = self.line(error.span().map_or(0, |span| span.start));
                self.refuse(line, error.message().to_owned());
                Table::new()
            }
        }
    }

    /// The language's name in itself.
    fn name(&mut self, entry: Option<Node>) -> String {
        if let Some(Node { kind: Kind::Text(text), .. }) = entry {
            return text;
        }
        self.refuse(
            entry.map_or(1, |node| node.line),
            "[language] needs its own name, as in name = \"English\"".to_owned(),
        );
        String::new()
    }

    /// The way to write numbers.
    fn numerals(&mut self, entry: Option<&Node>) -> &'static str {
        let known = NUMERALS
            .iter()
            .find(|(word, _)| matches!(entry, Some(Node { kind: Kind::Text(text), .. }) if text == word));
        if known.is_none() {
            let line = entry.map_or(1, |node| node.line);
            self.refuse(line, "[language] needs numerals = \"indonesian\" or \"english\"".to_owned());
        }
        known.map_or(NUMERALS[0].1, |(_, variant)| variant)
    }

    fn nothing_else(&mut self, own: &Table) {
        for (key, node) in own {
            self.refuse(node.line, format!("language.{key}: a language has a name and numerals, and nothing else"));
        }
    }

    fn table(&mut self, path: &str, table: &DeTable<'_>) -> Table {
        let mut nodes = Table::new();
        for (key, value) in table {
            let name = key.get_ref().to_string();
            let line = self.line(key.span().start);
            let full = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
            self.check_name(line, &full, &name);
            if let Some(kind) = self.value(line, &full, value) {
                nodes.insert(name, Node { line, kind });
            }
        }
        nodes
    }

    fn value(&mut self, line: usize, path: &str, value: &Spanned<DeValue<'_>>) -> Option<Kind> {
        match value.get_ref() {
            DeValue::String(text) => Some(Kind::Text(self.text(line, path, text))),
            DeValue::Table(table) => Some(Kind::Table(self.table(path, table))),
            DeValue::Array(items) => {
                let texts: Option<Vec<&str>> = items.iter().map(|item| item.get_ref().as_str()).collect();
                if let Some(texts) = texts.filter(|texts| !texts.is_empty()) {
                    return Some(Kind::List(texts.iter().map(|text| self.text(line, path, text)).collect()));
                }
                self.refuse(line, format!("{path} must list texts, at least one"));
                None
            }
            _ => {
                self.refuse(line, format!("{path} must be a text, a list of texts or a table"));
                None
            }
        }
    }

    fn text(&mut self, line: usize, path: &str, text: &str) -> String {
        for reason in faults(text) {
            self.refuse(line, format!("{path} {reason}"));
        }
        text.to_owned()
    }

    fn check_name(&mut self, line: usize, path: &str, name: &str) {
        if !is_name(name) {
            self.refuse(line, format!("{path}: a key has small letters, digits and _ only"));
        } else if RESERVED.contains(&name) {
            self.refuse(line, format!("{path}: `{name}` is a word of Rust; choose another key"));
        }
    }

    fn refuse(&mut self, line: usize, reason: String) {
        self.refusals.push(Refusal { file: self.source.path.to_owned(), line, reason });
    }

    fn line(&self, offset: usize) -> usize {
        self.source.text.get(..offset).unwrap_or_default().matches('\n').count() + 1
    }
}

/// What is wrong with a text.
fn faults(text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if text.trim().is_empty() {
        faults.push("is empty".to_owned());
    } else if text.trim() != text {
        faults.push("begins or ends with a blank".to_owned());
    }
    if text.contains(char::is_control) {
        faults.push("holds a line end or another control character; use a list for paragraphs".to_owned());
    }
    if has_markup(text) {
        faults.push("holds HTML; texts are plain text".to_owned());
    }
    faults.extend(placeholders(text).err());
    faults
}

/// A tag (`<b>`, `</b>`, `<!--`) or an entity (`&amp;`, `&#160;`).
fn has_markup(text: &str) -> bool {
    let tag = |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!');
    let entity = |rest: &str| {
        let name = rest.find(';').map_or("", |end| &rest[..end]);
        !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')
    };
    text.split('<').skip(1).any(tag) || text.split('&').skip(1).any(entity)
}
