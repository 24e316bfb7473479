//! Holds a language against the first: the same keys, the same shape, the same placeholders.

use super::{Kind, Language, Node, Refusal, Table, placeholders};

/// Notes every key by which `other` departs from `first`.
pub(super) fn languages(first: &Language<'_>, other: &Language<'_>, refusals: &mut Vec<Refusal>) {
    let mut comparison = Comparison { first: first.source.path, other: other.source.path, refusals };
    comparison.nodes("", &first.root, &other.root);
}

struct Comparison<'a> {
    first: &'a str,
    other: &'a str,
    refusals: &'a mut Vec<Refusal>,
}

impl Comparison<'_> {
    fn nodes(&mut self, path: &str, first: &Node, other: &Node) {
        match (&first.kind, &other.kind) {
            (Kind::Table(a), Kind::Table(b)) => self.tables(path, a, b, other.line),
            (Kind::Text(a), Kind::Text(b)) => self.texts(path, first, other, (a, b)),
            (Kind::List(a), Kind::List(b)) if a.len() == b.len() => {
                for pair in a.iter().zip(b) {
                    self.texts(path, first, other, pair);
                }
            }
            (Kind::List(a), Kind::List(b)) => {
                let reason = format!("{path} lists {} texts, {}:{} lists {}", b.len(), self.first, first.line, a.len());
                self.refuse(other.line, reason);
            }
            _ => self.refuse(other.line, format!("{path} has another shape than in {}:{}", self.first, first.line)),
        }
    }

    fn tables(&mut self, path: &str, first: &Table, other: &Table, line: usize) {
        let full = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
        for (key, node) in first {
            match other.get(key) {
                Some(counterpart) => self.nodes(&full(key), node, counterpart),
                None => {
                    self.refuse(line, format!("{} is missing; {}:{} has it", full(key), self.first, node.line));
                }
            }
        }
        for (key, node) in other.iter().filter(|(key, _)| !first.contains_key(*key)) {
            self.refuse(node.line, format!("{} is not in {}", full(key), self.first));
        }
    }

    fn texts(&mut self, path: &str, first: &Node, other: &Node, (a, b): (&String, &String)) {
        // Broken braces are refused by the reader already.
        let (Ok(a), Ok(b)) = (placeholders(a), placeholders(b)) else { return };
        if a != b {
            let reason = format!("{path} has {}, {}:{} has {}", braces(&b), self.first, first.line, braces(&a));
            self.refuse(other.line, reason);
        }
    }

    fn refuse(&mut self, line: usize, reason: String) {
        self.refusals.push(Refusal { file: self.other.to_owned(), line, reason });
    }
}

fn braces(names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("{{{name}}}")).collect();
    if names.is_empty() { "no placeholder".to_owned() } else { names.join(" ") }
}
