//! The service worker, filled in with the files it keeps.

use crate::squeeze::squeeze;
use crate::{Result, banned, minify, sh};

/// The worker that keeps `files` under the name `version`, and those of `later`, each with its bytes, once asked for. The page itself is kept
/// as `./`.
pub(crate) fn make(version: &str, files: &[String], later: &[(String, usize)]) -> Result<String> {
    let source = squeeze(&sh::text(&sh::root().join("www/sw.js"))?)?;
    let list = |names: &mut dyn Iterator<Item = &str>| names.map(quoted).collect::<Vec<_>>().join(", ");
    let text = source
        .replace("\"{{version}}\"", &quoted(version))
        .replace("\"{{files}}\"", &list(&mut std::iter::once("./").chain(files.iter().map(String::as_str))))
        .replace("\"{{later}}\"", &later.iter().map(pair).collect::<Vec<_>>().join(", "));
    if text.contains("{{") {
        return Err("www/sw.js has a slot that nothing fills".into());
    }
    // The worker is the reviewed exception of AC-45: it fetches what it keeps, and nothing else is allowed it.
    banned::check("the service worker", &text.replace("fetch(", "").replace("caches.open(", ""))?;
    minify::script(&text, &[])
}

fn pair((name, size): &(String, usize)) -> String {
    format!("[{}, {size}]", quoted(name))
}

fn quoted(name: impl AsRef<str>) -> String {
    format!("\"{}\"", name.as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worker_names_every_file_and_its_version() -> Result {
        let worker = make("abc", &["app.1.js".to_owned(), "style.2.css".to_owned()], &[("en.3.js".to_owned(), 70)])?;
        assert!(worker.contains("LATER=new Map([[`en.3.js`,70]])"), "{worker}");
        assert!(worker.contains("`./`,`app.1.js`,`style.2.css`"), "{worker}");
        assert!(worker.contains("`abc`"), "{worker}");
        Ok(())
    }
}
