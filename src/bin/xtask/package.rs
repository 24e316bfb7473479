//! `dist/pkg` as an npm package: the two ES modules as they load anywhere, the languages, what npm asks for.

use std::path::Path;

use crate::{Result, language, sh};

/// The library's file name, as cargo writes it.
pub(crate) const NAME: &str = "cermin_koperasi";

/// What is shipped as it stands, and what is added to the glue.
const SOURCE: &str = "src/api/package";
/// Shipped as they stand.
const PLAIN: [(&str, &str); 4] = [
    ("src/api/package/README.md", "README.md"),
    ("src/api/package/en.d.ts", "en.d.ts"),
    ("LICENSE-APACHE", "LICENSE-APACHE"),
    ("LICENSE-MIT", "LICENSE-MIT"),
];

/// Makes a package of what the bindings generator wrote.
///
/// # Errors
/// When the glue is no longer shaped as known.
pub(crate) fn complete(pkg: &Path) -> Result {
    let main = pkg.join(format!("{NAME}.js"));
    sh::write(&main, with_face(&with_open(&sh::text(&main)?)?)?)?;
    let books = pkg.join("books.js");
    sh::write(&books, with_open(&sh::text(&books)?)?)?;
    for (code, text) in language::packs() {
        sh::write(&pkg.join(format!("{code}.js")), format!("export default {};\n", language::quoted(text)))?;
    }
    for (from, to) in PLAIN {
        sh::write(&pkg.join(to), sh::bytes(&sh::root().join(from))?)?;
    }
    let version = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    sh::write(&pkg.join("package.json"), replaced(&source("package.json")?, "\"version\": \"\"", &version)?)
}

/// Glue that finds its module in Node, too.
fn with_open(glue: &str) -> Result<String> {
    Ok(replaced(glue, "module_or_path = fetch(module_or_path);", "module_or_path = open(module_or_path);")?
        + &source("open.js")?)
}

/// Glue whose `score` goes the quick way where it can.
fn with_face(glue: &str) -> Result<String> {
    let careful = replaced(glue, "export function score(", "function carefulScore(")?;
    let inner = ["quickForms", "quickScore"].into_iter().try_fold(careful, |glue, name| {
        replaced(&glue, &format!("export function {name}("), &format!("function {name}("))
    })?;
    Ok(inner + "\n" + &source("face.js")?)
}

fn source(name: &str) -> Result<String> {
    sh::text(&sh::root().join(SOURCE).join(name))
}

/// `text` with the one `from` in it replaced.
fn replaced(text: &str, from: &str, to: &str) -> Result<String> {
    match text.split(from).collect::<Vec<_>>()[..] {
        [before, after] => Ok([before, to, after].concat()),
        _ => Err(format!("`{from}` does not stand there once").into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_stands_there_once_is_replaced() -> Result {
        assert_eq!(replaced("a b c", "b", "x")?, "a x c");
        assert!(replaced("a b b", "b", "x").is_err() && replaced("a", "b", "x").is_err());
        Ok(())
    }

    #[test]
    fn glue_of_another_shape_stops_the_build() {
        assert!(with_open("fetch(x)").is_err());
        assert!(with_face("export function score(a) {}").is_err());
    }
}
