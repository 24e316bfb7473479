//! `cargo xtask size`: what a first visit weighs on a host that compresses nothing, and the limits (AC-39, AC-14).

use std::path::Path;

use crate::build::{Built, KIT, OFFERED, SHARE, SINGLE};
use crate::{Result, sh, sums};

/// A line of the bill, in bytes; a share of another line has no limit of its own.
struct Item {
    name: &'static str,
    size: usize,
    limit: Option<usize>,
}

/// Prints the bill.
///
/// # Errors
/// When any limit is passed; each is named.
pub(crate) fn run(built: &Built) -> Result {
    let dist = sh::dist();
    println!("\nThe hosted page, file by file (no host compression):");
    let files = files(&dist.join("site"))?;
    for (name, size) in &files {
        println!("  {:>9}  {name}", kilobytes(*size));
    }
    for (module, rooms) in &built.rooms {
        println!("\nThe module {module}, room by room (code before it is packed; + for other people's):");
        for (name, size) in rooms {
            println!("  {:>9}  {name}", kilobytes(*size));
        }
    }
    let items = bill(&files, built.payload, usize::try_from(std::fs::metadata(dist.join(SINGLE))?.len())?);
    println!("\nThe limits:");
    for Item { name, size, limit } in &items {
        match limit {
            Some(limit) => println!("  {:>9} of {:>9}  {name}", kilobytes(*size), kilobytes(*limit)),
            None => println!("  {:>9}               {name}", kilobytes(*size)),
        }
    }
    let is_over = |item: &&Item| item.limit.is_some_and(|limit| item.size > limit);
    let over: Vec<&str> = items.iter().filter(is_over).map(|item| item.name).collect();
    if over.is_empty() { Ok(()) } else { Err(format!("above the limit: {}", over.join(", ")).into()) }
}

fn files(site: &Path) -> Result<Vec<(String, usize)>> {
    let mut paths = Vec::new();
    sums::collect(site, &mut paths)?;
    paths.retain(|path| !path.starts_with(site.join(KIT)));
    paths.sort();
    let name = |path: &Path| Ok((path.strip_prefix(site)?.display().to_string(), std::fs::read(path)?.len()));
    paths.iter().map(|path| name(path)).collect()
}

/// A first visit loads every file of the site but the rest, the languages and the picture for messengers: those the page
/// does not show, the worker keeps.
fn bill(files: &[(String, usize)], payload: usize, single: usize) -> Vec<Item> {
    let visited = files.iter().filter(|(name, _)| ![SHARE, OFFERED].contains(&&**name));
    let (later, first): (Vec<_>, Vec<_>) = visited.partition(|(name, _)| is_later(name));
    let of = |end: &str| first.iter().filter(|(name, _)| name.ends_with(end)).map(|(_, size)| size).sum::<usize>();
    let module = |start: &str| later.iter().filter(|(name, _)| name.starts_with(start)).map(|(_, size)| size).sum();
    let is_language = |name: &str| !ON_DEMAND.iter().any(|(start, _)| name.starts_with(start));
    let languages = later.iter().filter(|(name, _)| is_language(name)).map(|(_, size)| *size);
    let mut bill = vec![
        Item { name: "first visit, everything", size: of(""), limit: Some(260_000) },
        Item { name: "- the module, packed as text", size: payload, limit: None },
        Item { name: "- JavaScript without the module", size: of(".js").saturating_sub(payload), limit: None },
        Item { name: "- style", size: of(".css"), limit: None },
        Item { name: "the largest language", size: languages.max().unwrap_or(0), limit: Some(80_000) },
        Item { name: "the single file", size: single, limit: Some(1_300_000) },
    ];
    bill.extend(ON_DEMAND.map(|(start, name)| {
        let limit = if start == "rest." { 560_000 } else { 250_000 };
        Item { name, size: module(start), limit: Some(limit) }
    }));
    bill
}

/// The parts of the page that come when they are wanted: how their files begin, and what they are.
const ON_DEMAND: [(&str, &str); 5] = [
    ("rest.", "the second part"),
    ("help.", "the words beside it"),
    ("books.", "the reader of workbooks"),
    ("scan.", "the reader of QR pictures"),
    ("sealed.", "the lock"),
];

/// `rest.0123456789ab.js`, `en.0123456789ab.js`: named by its content, and not one of the three that a visit begins with.
fn is_later(name: &str) -> bool {
    name.split('.').count() == 3 && !["app.", "start.", "style."].iter().any(|start| name.starts_with(start))
}

/// `12.3 kB`, of 1,000 bytes each.
fn kilobytes(bytes: usize) -> String {
    let tenths = (bytes + 50) / 100;
    format!("{}.{} kB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_module_is_counted_once() {
        let names = [
            ("app.1.js", 1000),
            ("sw.js", 10),
            ("style.2.css", 5),
            ("en.3.js", 70),
            ("rest.4.js", 300),
            ("help.7.js", 80),
            ("scan.5.js", 50),
            ("books.6.js", 60),
        ];
        let names = names.map(|(name, size)| (name.to_owned(), size));
        let sizes = bill(&names, 900, 2000).into_iter().map(|item| item.size);
        assert_eq!(sizes.collect::<Vec<_>>(), [1015, 900, 110, 5, 70, 2000, 300, 80, 60, 50, 0]);
    }

    #[test]
    fn sizes_are_rounded_to_tenths() {
        assert_eq!(kilobytes(249_950), "250.0 kB");
        assert_eq!(kilobytes(49), "0.0 kB");
    }
}
