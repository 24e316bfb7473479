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

/// The circles among the files of a crate, each as the ties that make it, a line each. In a `strict` folder a module may not
/// hold what its own children take; elsewhere that is no tie.
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
        Some((line, found(modules, here, &one.way, false, 0)?))
    });
    let named = module.ways.iter().filter_map(|(line, way)| Some((*line, found(modules, here, way, true, 0)?)));
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

/// Where a way leads that is said in a module; `None` where it leads out of the crate, or the name is no module's. A module and
/// an item may share a name: on the way the module is meant, at its `end` what is said.
fn found(modules: &[Module], here: usize, way: &[String], end: bool, depth: usize) -> Option<Place> {
    let (head, rest) = way.split_first()?;
    let first = match head.as_str() {
        "crate" => Place::Module(0),
        "self" => Place::Module(here),
        "super" => Place::Module(modules[here].parent?),
        name => named(modules, here, name, end && rest.is_empty(), depth)?,
    };
    rest.iter().enumerate().try_fold(first, |place, (at, name)| match place {
        Place::Module(inside) if name == "super" => modules[inside].parent.map(Place::Module),
        Place::Module(inside) => {
            let named = named(modules, inside, name, end && at + 1 == rest.len(), depth);
            named.or_else(|| Some(Place::Item(inside, name.clone())))
        }
        item @ Place::Item(..) => Some(item),
    })
}

/// What a name means in a module: rather an item, or rather a module.
fn named(modules: &[Module], at: usize, name: &str, item: bool, depth: usize) -> Option<Place> {
    let module = &modules[at];
    let child = module.children.get(name).map(|child| Place::Module(*child));
    let own = module.defined.contains(name).then(|| Place::Item(at, name.to_owned()));
    let (likely, other) = if item { (own, child) } else { (child, own) };
    likely.or_else(|| brought(modules, at, name, item, depth)).or(other)
}

/// What a module brings in under a name.
fn brought(modules: &[Module], at: usize, name: &str, item: bool, depth: usize) -> Option<Place> {
    if depth > LONGEST {
        return None;
    }
    let module = &modules[at];
    let is_itself = |way: &[String]| way.len() == 1 && way[0] == name;
    let uses = module.uses.iter().filter(|one| one.name == name && !is_itself(&one.way));
    let mut single = uses.filter_map(|one| found(modules, at, &one.way, item, depth + 1)).collect::<Vec<_>>();
    // Of two that are brought in under one name, the one that is meant comes first.
    single.sort_by_key(|place| matches!(place, Place::Module(_)) == item);
    single.into_iter().next().or_else(|| {
        let is_ours = |head: &String| module.children.contains_key(head) || OURS.contains(&head.as_str());
        let whole = module.uses.iter().filter(|one| one.name == "*" && one.way.first().is_some_and(is_ours));
        let mut holders = whole.filter_map(|one| found(modules, at, &one.way, false, depth + 1));
        holders.find_map(|place| match place {
            Place::Module(other) => named(modules, other, name, item, depth + 1),
            Place::Item(..) => None,
        })
    })
}
