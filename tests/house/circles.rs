//! Circles of files: each takes something from the next, and the last from the first. What a module hands on is taken from
//! the file that holds it; that a module declares others, and hands on what they hold, takes nothing. Methods are not seen:
//! only names that stand in a `use` or in a way of several words.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::modules::{Module, modules};

/// What one file takes from another: each name with its first line.
type Taken = BTreeMap<String, usize>;
/// What each file takes from which.
type Ties = BTreeMap<PathBuf, BTreeMap<PathBuf, Taken>>;

/// The circles among the files of a crate, each as the ties that make it, a line each. Only in these folders may a module
/// not hold what its own children take: elsewhere they may call each other.
pub(crate) fn circles(
    root: &str,
    full: bool,
    strict: &[&str],
    read: &dyn Fn(&Path) -> Option<String>,
) -> Vec<Vec<String>> {
    let ties = ties(&modules(root, full, read), strict);
    let reached: BTreeMap<&PathBuf, BTreeSet<&PathBuf>> =
        ties.keys().map(|file| (file, reached(&ties, file))).collect();
    let mut done = BTreeSet::new();
    let mut found = Vec::new();
    for (file, there) in &reached {
        let circle: BTreeSet<&PathBuf> =
            there.iter().copied().filter(|other| reached.get(other).is_some_and(|back| back.contains(file))).collect();
        if !circle.is_empty() && done.insert(circle.clone()) {
            found.push(told(&ties, &circle));
        }
    }
    found
}

/// The files that a file leads to.
fn reached<'t>(ties: &'t Ties, file: &PathBuf) -> BTreeSet<&'t PathBuf> {
    let (mut found, mut open) = (BTreeSet::new(), vec![file]);
    while let Some(file) = open.pop() {
        for next in ties.get(file).into_iter().flat_map(BTreeMap::keys) {
            if found.insert(next) {
                open.push(next);
            }
        }
    }
    found
}

/// The ties inside a circle, a line each.
fn told(ties: &Ties, circle: &BTreeSet<&PathBuf>) -> Vec<String> {
    let mut lines = Vec::new();
    for file in circle {
        for (other, names) in ties.get(*file).into_iter().flatten().filter(|(other, _)| circle.contains(other)) {
            let line = names.values().min().copied().unwrap_or_default();
            let names: Vec<&str> = names.keys().map(String::as_str).collect();
            lines.push(format!("{}:{line} takes {} from {}", file.display(), names.join(", "), other.display()));
        }
    }
    lines
}

fn ties(modules: &[Module], strict: &[&str]) -> Ties {
    let mut ties = Ties::new();
    for here in 0..modules.len() {
        for (line, place) in taken(modules, here) {
            let Place::Item(home, name) = place else { continue };
            let (file, other) = (&modules[here].file, &modules[home].file);
            let is_strict = strict.iter().any(|folder| file.starts_with(folder));
            if file != other && (is_strict || !is_above(modules, home, here)) {
                let names = ties.entry(file.clone()).or_default().entry(other.clone()).or_default();
                names.entry(name).or_insert(line);
            }
        }
    }
    ties
}

/// Whether a module lies inside another.
fn is_above(modules: &[Module], above: usize, here: usize) -> bool {
    std::iter::successors(Some(here), |at| modules[*at].parent).skip(1).any(|parent| parent == above)
}

/// What a module takes from wherever it lies, each with its line.
fn taken(modules: &[Module], here: usize) -> Vec<(usize, Place)> {
    let module = &modules[here];
    let own = module.uses.iter().filter_map(|one| {
        let line = if one.is_handed_on { *module.words.get(&one.name)? } else { one.line };
        Some((line, found(modules, here, &one.way, 0)?))
    });
    let named = module.ways.iter().filter_map(|(line, way)| Some((*line, found(modules, here, way, 0)?)));
    own.chain(named).collect()
}

/// Where a way ends.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Place {
    /// At a module.
    Module(usize),
    /// At what a module defines.
    Item(usize, String),
}

/// Names handed on from module to module; longer chains would go round.
const LONGEST: usize = 20;

/// Words with which a way begins that stays in the crate.
const OURS: [&str; 3] = ["crate", "self", "super"];

/// Where a way leads that is said in a module; `None` where it leads out of the crate, or the name is no module's.
fn found(modules: &[Module], here: usize, way: &[String], depth: usize) -> Option<Place> {
    let (head, rest) = way.split_first()?;
    let first = match head.as_str() {
        "crate" => Place::Module(0),
        "self" => Place::Module(here),
        "super" => Place::Module(modules[here].parent?),
        name => named(modules, here, name, depth)?,
    };
    rest.iter().try_fold(first, |place, name| match place {
        Place::Module(at) if name == "super" => modules[at].parent.map(Place::Module),
        Place::Module(at) => named(modules, at, name, depth).or_else(|| Some(Place::Item(at, name.clone()))),
        item @ Place::Item(..) => Some(item),
    })
}

/// What a name means in a module.
fn named(modules: &[Module], at: usize, name: &str, depth: usize) -> Option<Place> {
    let module = &modules[at];
    if let Some(child) = module.children.get(name) {
        return Some(Place::Module(*child));
    }
    if module.defined.contains(name) || depth > LONGEST {
        return None;
    }
    let is_itself = |way: &[String]| way.first().is_some_and(|head| head == name);
    let mut uses = module.uses.iter().filter(|one| one.name == name && !is_itself(&one.way));
    uses.find_map(|one| found(modules, at, &one.way, depth + 1)).or_else(|| {
        let is_ours = |head: &String| module.children.contains_key(head) || OURS.contains(&head.as_str());
        let whole = module.uses.iter().filter(|one| one.name == "*" && one.way.first().is_some_and(is_ours));
        whole.filter_map(|one| found(modules, at, &one.way, depth + 1)).find_map(|place| match place {
            Place::Module(other) if modules[other].defined.contains(name) => Some(Place::Item(other, name.to_owned())),
            Place::Module(other) => named(modules, other, name, depth + 1),
            Place::Item(..) => None,
        })
    })
}
