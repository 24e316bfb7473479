//! The modules of a crate as its files declare them: what each takes from others, and under which name.

use std::collections::{BTreeMap, BTreeSet};
use std::iter::Peekable;
use std::path::{Path, PathBuf};
use std::slice::Iter;

use super::tokens::{Kind, Token, tokens};

/// A module: a file, or a part of one in braces.
#[derive(Debug, Default)]
pub(crate) struct Module {
    /// Its file, from the root of the project.
    pub(crate) file: PathBuf,
    /// The module that declares it; the crate's root has none.
    pub(crate) parent: Option<usize>,
    /// Those it declares.
    pub(crate) children: BTreeMap<String, usize>,
    /// What it brings in.
    pub(crate) uses: Vec<Use>,
    /// Ways of more than one word that stand in it, each with its line.
    pub(crate) ways: Vec<(usize, Vec<String>)>,
    /// All words that stand in it, each with the first line.
    pub(crate) words: BTreeMap<String, usize>,
    /// What it defines.
    pub(crate) defined: BTreeSet<String>,
    /// Where the files of its children lie.
    folder: PathBuf,
}

/// A name that a module brings in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Use {
    /// The name; `*` for all there are.
    pub(crate) name: String,
    /// The way to it.
    pub(crate) way: Vec<String>,
    /// Its line.
    pub(crate) line: usize,
    /// Whether it is handed on to others.
    pub(crate) is_handed_on: bool,
}

/// The modules of a crate, its root first.
pub(crate) struct Modules<'r> {
    read: &'r dyn Fn(&Path) -> Option<String>,
    /// Whether the second part of the page is compiled.
    full: bool,
    /// All of them.
    pub(crate) all: Vec<Module>,
}

type Tokens<'t> = Peekable<Iter<'t, Token>>;

/// The modules that a crate's root leads to. What only tests see is left out.
///
/// # Panics
/// Where a module that is declared has no file.
pub(crate) fn modules(root: &str, full: bool, read: &dyn Fn(&Path) -> Option<String>) -> Vec<Module> {
    let mut modules = Modules { read, full, all: Vec::new() };
    let folder = Path::new(root).parent().unwrap_or(Path::new("")).to_owned();
    modules.file(Path::new(root), folder, None);
    modules.all
}

/// What is said of an item before it begins.
#[derive(Default)]
struct Said {
    /// It is not compiled.
    is_out: bool,
    /// It lies in this file.
    path: Option<String>,
    /// Others may see it.
    is_handed_on: bool,
}

impl Modules<'_> {
    fn file(&mut self, file: &Path, folder: PathBuf, parent: Option<usize>) -> usize {
        let source = (self.read)(file).unwrap_or_else(|| panic!("{} cannot be read", file.display()));
        let here = self.add(Module { file: file.to_owned(), parent, folder, ..Module::default() });
        self.body(here, &mut tokens(&source).iter().peekable());
        here
    }

    fn add(&mut self, module: Module) -> usize {
        self.all.push(module);
        self.all.len() - 1
    }

    /// The inside of a module, to its closing brace or to the end of its file.
    fn body(&mut self, here: usize, rest: &mut Tokens<'_>) {
        let (mut depth, mut said) = (0_usize, Said::default());
        while let Some(token) = rest.next() {
            match token.text.as_str() {
                _ if token.kind == Kind::Text => {}
                "#" => self.attribute(rest, &mut said),
                "pub" => {
                    said.is_handed_on = true;
                    if rest.next_if(|next| next.is("(")).is_some() {
                        rest.find(|next| next.is(")"));
                    }
                }
                "mod" => self.child(here, rest, std::mem::take(&mut said)),
                // Not what a type captures: `use<'a>`.
                "use" if rest.peek().is_some_and(|next| !next.is("<")) => {
                    let said = std::mem::take(&mut said);
                    let found = tree(rest, &[]);
                    let uses = found.into_iter().filter(|_| !said.is_out);
                    let is_handed_on = said.is_handed_on;
                    self.all[here].uses.extend(uses.map(|found| Use { is_handed_on, ..found }));
                }
                "}" if depth == 0 => return,
                _ => {
                    depth = match token.text.as_str() {
                        "{" => depth + 1,
                        "}" => depth - 1,
                        _ => depth,
                    };
                    said = Said::default();
                    self.word(here, token, rest);
                }
            }
        }
    }

    /// `#[…]`: whether what follows is compiled, and from which file.
    fn attribute(&self, rest: &mut Tokens<'_>, said: &mut Said) {
        rest.next_if(|next| next.is("!"));
        if rest.next_if(|next| next.is("[")).is_none() {
            return;
        }
        let inside = inside(rest, "[", "]");
        let mut words = inside.iter().peekable();
        let Some(head) = words.next() else { return };
        match head.text.as_str() {
            "cfg" => said.is_out |= !self.holds(&mut words),
            "cfg_attr" => {
                words.next();
                if self.holds(&mut words) {
                    words.next();
                    said.path = path_of(&words.collect::<Vec<_>>()).or_else(|| said.path.take());
                }
            }
            _ => said.path = path_of(&inside.iter().collect::<Vec<_>>()).or_else(|| said.path.take()),
        }
    }

    /// Whether a condition holds. All features are on but the second part's, where that is not; of anything else than tests
    /// it is said that it may be so.
    fn holds(&self, words: &mut Tokens<'_>) -> bool {
        let Some(head) = words.next() else { return true };
        match head.text.as_str() {
            "(" => self.holds(words),
            "test" => false,
            "feature" => {
                words.next();
                self.full || words.next().is_none_or(|name| name.text != "full")
            }
            "not" | "any" | "all" => {
                words.next();
                let mut each = Vec::new();
                while words.peek().is_some_and(|next| !next.is(")")) {
                    each.push(self.holds(words));
                    words.next_if(|next| next.is(","));
                }
                words.next();
                match head.text.as_str() {
                    "not" => !each.contains(&true),
                    "any" => each.contains(&true),
                    _ => !each.contains(&false),
                }
            }
            _ => {
                if words.next_if(|next| next.is("=")).is_some() {
                    words.next();
                }
                true
            }
        }
    }

    /// `mod name;` or `mod name { … }`.
    fn child(&mut self, here: usize, rest: &mut Tokens<'_>, said: Said) {
        let Some(name) = rest.next().map(|token| token.text.clone()) else { return };
        let in_braces = rest.next().is_some_and(|next| next.is("{"));
        if said.is_out {
            if in_braces {
                inside(rest, "{", "}");
            }
            return;
        }
        let Module { file, folder, .. } = &self.all[here];
        let (file, folder) = (file.clone(), folder.join(&name));
        let child = if in_braces {
            let child = self.add(Module { file, parent: Some(here), folder, ..Module::default() });
            self.body(child, rest);
            child
        } else {
            let (file, folder) = self.home(here, &name, said.path);
            self.file(&file, folder, Some(here))
        };
        self.all[here].children.insert(name, child);
    }

    /// The file of a child, and where its own children lie.
    fn home(&self, here: usize, name: &str, path: Option<String>) -> (PathBuf, PathBuf) {
        let beside = |file: &Path| file.parent().unwrap_or(Path::new("")).to_owned();
        if let Some(path) = path {
            let file = beside(&self.all[here].file).join(path);
            let folder = beside(&file);
            return (file, folder);
        }
        let folder = self.all[here].folder.join(name);
        let (one, many) = (folder.with_extension("rs"), folder.join("mod.rs"));
        (if (self.read)(&many).is_some() { many } else { one }, folder)
    }

    /// A word of the code: what it defines, or the way that begins with it.
    fn word(&mut self, here: usize, token: &Token, rest: &mut Tokens<'_>) {
        let module = &mut self.all[here];
        if token.is("::") || token.is(".") {
            // What follows belongs to what stands before.
            while rest.next_if(|next| next.kind == Kind::Word).is_some() && rest.next_if(|next| next.is("::")).is_some()
            {
            }
            return;
        }
        if token.kind != Kind::Word {
            return;
        }
        if ["fn", "struct", "enum", "trait", "type", "const", "static", "union"].contains(&token.text.as_str()) {
            module.defined.extend(rest.peek().map(|name| name.text.clone()));
        }
        // An element of a picture in HTML is no function: `span { … }`, `path d=…`.
        let is_element = token.text.starts_with(char::is_lowercase) && !rest.peek().is_some_and(|next| calls(next));
        if !is_element {
            module.words.entry(token.text.clone()).or_insert(token.line);
        }
        let mut way = vec![token.text.clone()];
        while rest.next_if(|next| next.is("::")).is_some() {
            let Some(next) = rest.next_if(|next| next.kind == Kind::Word) else { break };
            way.push(next.text.clone());
        }
        if way.len() > 1 {
            module.ways.push((token.line, way));
        }
    }
}

/// Whether this behind a name says that the name is used: it is called, looked into or handed over.
fn calls(next: &Token) -> bool {
    ["(", "::", ")", ",", "!"].iter().any(|sign| next.is(sign))
}

/// What stands between a bracket that was opened and the one that closes it.
fn inside(rest: &mut Tokens<'_>, open: &str, close: &str) -> Vec<Token> {
    let (mut found, mut depth) = (Vec::new(), 1);
    for token in rest.by_ref() {
        depth += usize::from(token.is(open));
        depth -= usize::from(token.is(close));
        if depth == 0 {
            break;
        }
        found.push(token.clone());
    }
    found
}

/// The file of `path = "…"`.
fn path_of(words: &[&Token]) -> Option<String> {
    match words {
        [key, is, file, ..] if key.is("path") && is.is("=") && file.kind == Kind::Text => Some(file.text.clone()),
        _ => None,
    }
}

/// What a `use` brings in, from behind its first words to its end.
fn tree(rest: &mut Tokens<'_>, before: &[String]) -> Vec<Use> {
    let mut way = before.to_vec();
    let mut found = Vec::new();
    while let Some(token) = rest.next_if(|next| ![",", ";", "}"].iter().any(|end| next.is(end))) {
        let line = token.line;
        match token.text.as_str() {
            "{" => {
                while rest.next_if(|next| next.is("}")).is_none() && rest.peek().is_some() {
                    found.extend(tree(rest, &way));
                    rest.next_if(|next| next.is(","));
                }
                return found;
            }
            "*" => return vec![Use { name: "*".to_owned(), way, line, is_handed_on: false }],
            "as" => {
                let name = rest.next().map_or_else(String::new, |name| name.text.clone());
                return vec![Use { name, way, line, is_handed_on: false }];
            }
            "::" => {}
            // A module itself, beside what is in it.
            "self" if !way.is_empty() => {}
            _ => way.push(token.text.clone()),
        }
        if rest.peek().is_none_or(|next| [",", ";", "}"].iter().any(|end| next.is(end))) {
            let name = way.last().cloned().unwrap_or_default();
            found.push(Use { name, way: way.clone(), line, is_handed_on: false });
        }
    }
    found
}
