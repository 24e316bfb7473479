//! The order of the house: a room imports only what lies on a floor below it, and no files import each other round. There is no
//! list of exceptions.

#[path = "house/circles.rs"]
mod circles;
#[path = "house/modules.rs"]
mod modules;
#[path = "house/tokens.rs"]
mod tokens;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The floors of the house, the lowest first. Rooms on one floor do not know of each other.
const FLOORS: [&[&str]; 16] = [
    &["calendar", "checksum", "exact", "lines", "sorted_map", "sorting"],
    &["money"],
    &["locale"],
    &["rulebook"],
    &["rat"],
    &["shu"],
    &["assessment"],
    &["scoring"],
    &["standing"],
    &["advice", "books"],
    &["exchange"],
    &["keeping", "workshop"],
    &["wording"],
    &["papers"],
    &["page"],
    &["api", "browser", "opener", "sealer"],
];
/// Run by the build, never part of the module.
const BUILD: [&str; 2] = ["src/bin", "compiler"];

fn floor(room: &str) -> Option<usize> {
    FLOORS.iter().position(|rooms| rooms.contains(&room))
}

fn sources() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("the source is beside the tests") {
            let path = entry.expect("a readable folder").path();
            if path.is_dir() {
                if !BUILD.iter().any(|built| path.ends_with(built)) {
                    folders.push(path);
                }
            } else if path.extension().is_some_and(|end| end == "rs") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// `src/rat/ics.rs` and `src/rat.rs` both belong to `rat`.
fn room(path: &Path) -> String {
    let inside = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).expect("a source file");
    let first = inside.iter().next().expect("a file has a name").to_string_lossy().into_owned();
    first.trim_end_matches(".rs").to_owned()
}

/// The rooms that a source names after `crate::`, each with its line. Comments may point upward: they import nothing.
fn imports(source: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let code: String = source.lines().map(|line| line.split("//").next().unwrap_or("").to_owned() + "\n").collect();
    for (at, _) in code.match_indices("crate::") {
        let line = code[..at].lines().count();
        let rest = &code[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(list) => found.extend(heads(list).into_iter().map(|name| (line, name))),
            None => found.push((line, word(rest))),
        }
    }
    found
}

fn word(text: &str) -> String {
    text.chars().take_while(|sign| sign.is_alphanumeric() || *sign == '_').collect()
}

/// The first names of a list in braces: `{a::{b, c}, d}` gives a and d.
fn heads(list: &str) -> Vec<String> {
    let (mut found, mut depth, mut at_start) = (Vec::new(), 0, true);
    for (place, sign) in list.char_indices() {
        match sign {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => at_start = true,
            _ if at_start && !sign.is_whitespace() => {
                found.push(word(&list[place..]));
                at_start = false;
            }
            _ => {}
        }
    }
    found
}

#[test]
fn every_room_has_a_floor_and_stands_on_the_map() {
    let map = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).expect("the map");
    let rooms: BTreeSet<String> = sources().iter().map(|path| room(path)).filter(|room| room != "lib").collect();
    for room in rooms {
        assert!(floor(&room).is_some(), "`src/{room}` has no floor yet: give it one in tests/house.rs");
        assert!(map.contains(&format!("mod {room};")), "src/lib.rs does not name `{room}`");
    }
}

#[test]
fn a_room_imports_only_what_lies_below_it() {
    let mut upward = Vec::new();
    for path in sources() {
        let here = room(&path);
        let Some(own) = floor(&here) else { continue };
        for (line, name) in imports(&std::fs::read_to_string(&path).expect("a readable file")) {
            // What is no room is an item of the crate's root.
            if name != here && floor(&name).is_some_and(|other| other >= own) {
                upward
                    .push(format!("{}:{line}: `{here}` imports `{name}`, which does not lie below it", path.display()));
            }
        }
    }
    assert!(upward.is_empty(), "{}", upward.join("\n"));
}

/// Whatever is compiled by itself, by its first file, and whether with the second part of the page: where one file stands in
/// the place of another, each is seen among those that it is compiled with.
const CRATES: [(&str, bool); 4] =
    [("src/lib.rs", true), ("src/lib.rs", false), ("src/bin/xtask/main.rs", true), ("build.rs", true)];
/// Where a module that has children only declares them and hands on what they hold. Elsewhere it may hold what they take.
const STRICT: [&str; 2] = ["src/page", "src/exchange"];

#[test]
fn no_files_import_each_other_round() {
    let read = |path: &Path| std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).ok();
    let found = CRATES.iter().flat_map(|(root, full)| circles::circles(root, *full, &STRICT, &read));
    let told: Vec<String> =
        found.map(|ties| format!("files that import each other round:\n{}", ties.join("\n"))).collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}

/// The circles of made-up sources whose root is `src/lib.rs`.
fn made_up(sources: &[(&str, &str)], full: bool, strict: &[&str]) -> Vec<Vec<String>> {
    let sources: BTreeMap<&Path, &str> = sources.iter().map(|(path, source)| (Path::new(path), *source)).collect();
    circles::circles("src/lib.rs", full, strict, &|path| sources.get(path).map(|source| (*source).to_owned()))
}

#[test]
fn a_circle_is_found_with_its_lines() {
    let sources = [
        ("src/lib.rs", "mod a;\nmod b;\nmod c;"),
        ("src/a.rs", "/* super::c */\nuse super::b::{self, B as Other};\npub struct A;\nfn a() { b::make() }"),
        ("src/b.rs", "pub struct B;\npub fn make() -> crate::c::C { }"),
        ("src/c.rs", "//! Says \"crate::b\".\nuse crate::{a::A};\npub struct C;"),
    ];
    let circle = [
        "src/a.rs:2 takes B, make from src/b.rs",
        "src/b.rs:2 takes C from src/c.rs",
        "src/c.rs:2 takes A from src/a.rs",
    ];
    assert_eq!(made_up(&sources, true, &[]), [circle]);
}

#[test]
fn what_a_parent_hands_on_is_taken_from_the_child_that_holds_it() {
    let folder = [
        ("src/lib.rs", "mod room;"),
        ("src/room/mod.rs", "mod a;\nmod b;\npub use a::A;\npub(super) use self::b::*;\nuse b::only;"),
        ("src/room/a.rs", "use super::B;\npub struct A;"),
        ("src/room/b.rs", "use super::A;\npub struct B;\npub fn only() {}"),
    ];
    let circle = ["src/room/a.rs:1 takes B from src/room/b.rs", "src/room/b.rs:1 takes A from src/room/a.rs"];
    assert_eq!(made_up(&folder, true, &["src/room"]), [circle]);
    // Neither declares, nor hands on, nor tests, nor names elements of HTML does what ties.
    let parent = "mod a;\npub use a::{A, span};\n#[cfg(test)]\nmod tests { use super::a::A; }\nfn f() { span { } }\npub struct P;";
    let quiet = [
        ("src/lib.rs", "mod room;"),
        ("src/room/mod.rs", parent),
        ("src/room/a.rs", "use super::P;\npub fn span() {}"),
    ];
    assert_eq!(made_up(&quiet, true, &["src/room"]), Vec::<Vec<String>>::new());
}

#[test]
fn a_module_and_a_function_of_one_name_are_told_apart() {
    let sources = [
        ("src/lib.rs", "mod a;\nmod room;"),
        ("src/room.rs", "mod sheet;\npub use sheet::view as sheet;"),
        ("src/room/sheet.rs", "use crate::a;\npub fn view() { a::A }\nfn a() {}"),
        ("src/a.rs", "use crate::room;\npub struct A;\nfn b() { room::sheet() }"),
    ];
    let circle = ["src/a.rs:3 takes view from src/room/sheet.rs", "src/room/sheet.rs:2 takes A from src/a.rs"];
    assert_eq!(made_up(&sources, true, &[]), [circle]);
}

#[test]
fn a_parent_that_holds_what_its_children_take_is_refused_where_that_is_strict() {
    let sources = [
        ("src/lib.rs", "mod room;"),
        ("src/room.rs", "mod a;\npub struct P;\nfn p() { a::of::<'x', 1>(r#\"\"#) }"),
        ("src/room/a.rs", "impl<'a> super::P { fn x() -> impl Sized + use<'a> { '\\'' } }\npub fn of() {}"),
    ];
    assert_eq!(made_up(&sources, true, &[]), Vec::<Vec<String>>::new());
    let circle = ["src/room/a.rs:1 takes P from src/room.rs", "src/room.rs:3 takes of from src/room/a.rs"];
    assert_eq!(made_up(&sources, true, &["src/room"]), [circle]);
}

#[test]
fn a_twin_is_seen_in_the_place_of_the_other() {
    let root = "mod a;\n#[cfg_attr(not(feature = \"full\"), path = \"twin.rs\")]\nmod wing;\n#[cfg(all(feature = \"full\", not(test)))]\nmod more;";
    let sources = [
        ("src/lib.rs", root),
        ("src/a.rs", "pub struct A;\nuse super::wing::W;"),
        ("src/wing.rs", "pub use super::more::W;"),
        ("src/more.rs", "pub struct W(crate::a::A);"),
        ("src/twin.rs", "pub struct W;"),
    ];
    let circle = ["src/a.rs:2 takes W from src/more.rs", "src/more.rs:1 takes A from src/a.rs"];
    assert_eq!(made_up(&sources, true, &[]), [circle]);
    assert_eq!(made_up(&sources, false, &[]), Vec::<Vec<String>>::new());
}

/// Lines of `src` that may say which part is compiled.
const CHOICES: usize = 30;

#[test]
fn which_part_is_compiled_is_chosen_at_few_doors() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut chosen = Vec::new();
    for path in sources() {
        let source = std::fs::read_to_string(&path).expect("a readable file");
        let lines = source.lines().enumerate().filter(|(_, line)| line.contains("feature = \"full\""));
        chosen.extend(
            lines.map(|(line, _)| format!("{}:{}", path.strip_prefix(&folder).unwrap_or(&path).display(), line + 1)),
        );
    }
    assert!(
        (1..=CHOICES).contains(&chosen.len()),
        "{} lines choose between the parts, at most {CHOICES} may: put what the first part lacks behind a `wing`.\n{}",
        chosen.len(),
        chosen.join("\n")
    );
}

/// Rooms whose every public function shows by an example what it means: those that other programs call.
const SHOWN: [&str; 6] = ["advice", "api", "books", "rat", "scoring", "standing"];

/// The public functions of a source whose documentation holds no example, each with its line. All can be reached: the lint
/// `unreachable_pub` refuses a `pub` that cannot, and what a trait asks for has none.
fn without_example(source: &str) -> Vec<(usize, String)> {
    let lines: Vec<&str> = source.lines().map(str::trim).collect();
    let mut found = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        let Some(rest) = line.strip_prefix("pub ") else { continue };
        let words = ["const ", "async ", "unsafe "];
        let head = words.iter().fold(rest, |rest, word| rest.strip_prefix(word).unwrap_or(rest));
        let Some(name) = head.strip_prefix("fn ").and_then(|rest| rest.split('(').next()) else { continue };
        let (mut above, mut shown) = (lines[..at].iter().rev(), false);
        while let Some(line) = above.next() {
            match line {
                line if line.starts_with("///") => shown |= line.starts_with("/// ```"),
                line if line.starts_with("#[") => {}
                // The end of an attribute of several lines.
                line if line.ends_with(")]") => drop(above.find(|line| line.starts_with("#["))),
                _ => break,
            }
        }
        if !shown {
            found.push((at + 1, name.to_owned()));
        }
    }
    found
}

/// Whether a file belongs to another crate that lies inside the house.
fn is_foreign(path: &Path) -> bool {
    path.ancestors()
        .skip(1)
        .take_while(|folder| !folder.ends_with("src"))
        .any(|folder| folder.join("Cargo.toml").exists())
}

#[test]
fn every_public_function_that_others_call_has_an_example() {
    let mut bare = Vec::new();
    for path in sources().into_iter().filter(|path| SHOWN.contains(&room(path).as_str()) && !is_foreign(path)) {
        let source = std::fs::read_to_string(&path).expect("a readable file");
        bare.extend(
            without_example(&source).into_iter().map(|(line, name)| format!("{}:{line}: `{name}`", path.display())),
        );
    }
    assert!(bare.is_empty(), "{} public functions have no example:\n{}", bare.len(), bare.join("\n"));
}

#[test]
fn examples_are_missed_in_every_shape() {
    let shown = "/// A.\n///\n/// ```\n/// a();\n/// ```\n#[must_use]\n#[allow(\n    lint,\n)]\npub fn a() {}\n";
    assert_eq!(without_example(shown), []);
    let bare = "/// B.\npub const fn b() {}\nimpl T for U {\n    fn c() {}\n}\n    pub fn d(\n    ) {}\npub(super) fn e() {}\n";
    assert_eq!(without_example(&format!("{shown}{bare}")), [(12, "b".to_owned()), (16, "d".to_owned())]);
}

/// The compiler puts all examples into one program that lies elsewhere. Where one of them cannot be built there, each becomes a
/// program of its own, which takes twenty times as long.
#[test]
fn no_example_names_a_file_by_where_its_source_lies() {
    let mut found = Vec::new();
    for path in sources() {
        let source = std::fs::read_to_string(&path).expect("a readable file");
        let examples = source.lines().zip(1..).filter(|(line, _)| line.trim_start().starts_with("//"));
        let named = examples.filter(|(line, _)| line.contains("include_bytes!") || line.contains("include_str!"));
        found.extend(named.map(|(_, number): (_, usize)| format!("{}:{number}", path.display())));
    }
    assert!(found.is_empty(), "read the file when the example runs:\n{}", found.join("\n"));
}

#[test]
fn imports_are_found_in_every_shape() {
    let source =
        "use crate::money::rupiah;\n// crate::page\nuse crate::{advice::{Way, path}, exact};\nlet a = crate::rat::x;";
    let found: Vec<(usize, String)> = imports(source);
    let named = |line, name: &str| (line, name.to_owned());
    assert_eq!(found, [named(1, "money"), named(3, "advice"), named(3, "exact"), named(4, "rat")]);
}
