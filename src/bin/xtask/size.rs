//! `cargo xtask size`: what a first visit weighs on a host that compresses nothing, and the limits (AC-39, AC-14).

use std::path::Path;

use crate::build::{Built, KIT, SHARE, SINGLE};
use crate::{Result, sh, sums};

/// A line of the bill with a limit, both in bytes.
struct Item {
    name: &'static str,
    size: usize,
    limit: usize,
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
    let items = bill(&files, built.payload, usize::try_from(std::fs::metadata(dist.join(SINGLE))?.len())?);
    println!("\nThe limits:");
    for Item { name, size, limit } in &items {
        println!("  {:>9} of {:>9}  {name}", kilobytes(*size), kilobytes(*limit));
    }
    let over: Vec<&str> = items.iter().filter(|item| item.size > item.limit).map(|item| item.name).collect();
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
fn bill(files: &[(String, usize)], payload: usize, single: usize) -> [Item; 8] {
    let visited = files.iter().filter(|(name, _)| name != SHARE);
    let (later, first): (Vec<_>, Vec<_>) = visited.partition(|(name, _)| is_later(name));
    let (rest, languages): (Vec<_>, Vec<_>) =
        later.into_iter().partition(|(name, _)| name.starts_with("rest.") || name.starts_with("sealed."));
    let (scanner, languages): (Vec<_>, Vec<_>) = languages.into_iter().partition(|(name, _)| name.starts_with("scan."));
    let of = |end: &str| first.iter().filter(|(name, _)| name.ends_with(end)).map(|(_, size)| size).sum::<usize>();
    [
        Item { name: "first visit, everything", size: of(""), limit: 250_000 },
        Item { name: "the module, packed as text", size: payload, limit: 170_000 },
        Item { name: "JavaScript without the module", size: of(".js").saturating_sub(payload), limit: 40_000 },
        Item { name: "style", size: of(".css"), limit: 20_000 },
        Item {
            name: "the largest language",
            size: languages.iter().map(|(_, size)| *size).max().unwrap_or(0),
            limit: 80_000,
        },
        Item { name: "the rest, on demand", size: rest.iter().map(|(_, size)| size).sum(), limit: 500_000 },
        Item { name: "the reader of QR pictures", size: scanner.iter().map(|(_, size)| size).sum(), limit: 60_000 },
        Item { name: "the single file", size: single, limit: 600_000 },
    ]
}

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
            ("scan.5.js", 50),
        ];
        let sizes = bill(&names.map(|(name, size)| (name.to_owned(), size)), 900, 2000).map(|item| item.size);
        assert_eq!(sizes, [1015, 900, 110, 5, 70, 300, 50, 2000]);
    }

    #[test]
    fn sizes_are_rounded_to_tenths() {
        assert_eq!(kilobytes(249_950), "250.0 kB");
        assert_eq!(kilobytes(49), "0.0 kB");
    }
}
