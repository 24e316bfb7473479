//! `index.html` filled in, once for a host and once as a file of its own.

use base64::Engine;
use sha2::{Digest, Sha256};

use crate::{Result, fill, markup, sh};

/// Appendix B of the platform notes, word for word. Loosening it is a decision, not a detail: a test holds it.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; connect-src 'none'; worker-src 'self'; manifest-src 'self'; frame-src 'none'; \
    base-uri 'none'; form-action 'none'";

/// The parts of a page that differ between the deliverables.
pub(crate) struct Parts<'a> {
    /// The first 12 hexadecimal digits of the module's SHA-256.
    pub(crate) build: &'a str,
    /// The content policy.
    pub(crate) policy: String,
    /// Elements of the head: style, icon, manifest.
    pub(crate) head: String,
    /// The script element at the end; that of the head stands there.
    pub(crate) script: String,
}

/// The hosted page: everything beside it, under names that carry their own hash; `single` is the name of the single file and
/// its SHA-256. The starter runs before the page is drawn, and fetches the script when it has been; it stands before the style,
/// or it would wait for that.
pub(crate) fn hosted(build: &str, style: &str, starter: &str, script: &str, single: &str) -> Result<String> {
    let head = format!(
        "<script src=\"./{starter}\" data-tool=\"./{script}\" data-worker=\"./sw.js\"></script>\
         <link rel=stylesheet href=\"./{style}\">\
         {}\
         <link rel=apple-touch-icon href=\"./icon-192.png\">\
         <link rel=manifest href=\"./manifest.webmanifest\">\
         <meta name=single content=\"{single}\">\
         <meta property=og:title content=\"Cermin Koperasi\">\
         <meta property=og:image content=share.png>",
        icon()?
    );
    filled(&Parts { build, policy: POLICY.to_owned(), head, script: String::new() })
}

/// The page for a frame in somebody else's page: no worker, nothing to install.
pub(crate) fn framed(build: &str, style: &str, script: &str) -> Result<String> {
    let head = format!("<link rel=\"stylesheet\" href=\"./{style}\">\n{}", icon()?);
    filled(&Parts {
        build,
        policy: POLICY.to_owned(),
        head,
        script: format!("<script defer src=\"./{script}\"></script>"),
    })
}

/// The single file: everything inside, allowed by hash.
pub(crate) fn single(build: &str, style: &str, script: &str) -> Result<String> {
    for (text, end) in [(style, "</style"), (script, "</script"), (script, "<!--")] {
        if text.to_ascii_lowercase().contains(end) {
            return Err(format!("`{end}` inside an inlined text would end it early").into());
        }
    }
    let head = format!("{}\n<style>{style}</style>", icon()?);
    let policy = POLICY
        .replace("script-src 'self'", &format!("script-src {}", source_hash(script)))
        .replace("style-src 'self'", &format!("style-src {}", source_hash(style)))
        .replace(" worker-src 'self'; manifest-src 'self';", "");
    filled(&Parts { build, policy, head, script: format!("<script>{script}</script>") })
}

/// The icon inside the page: a browser may ask for a linked one at any time, also long after loading, and nothing is to
/// be asked for then.
fn icon() -> Result<String> {
    let drawn = sh::text(&sh::root().join("www/icon.svg"))?;
    let drawn = drawn.replace('\n', "").replace('"', "'").replace('#', "%23").replace('<', "%3C").replace('>', "%3E");
    Ok(format!("<link rel=icon type=\"image/svg+xml\" href=\"data:image/svg+xml,{drawn}\">"))
}

/// A hash as a content policy writes it.
fn source_hash(text: &str) -> String {
    format!("'sha256-{}'", base64::engine::general_purpose::STANDARD.encode(Sha256::digest(text)))
}

fn filled(parts: &Parts) -> Result<String> {
    let template = markup::squeeze(&sh::text(&sh::root().join("index.html"))?);
    let app = markup::squeeze(&cermin_koperasi::page::prerender("id"));
    if app.contains(" style=") {
        return Err("the pre-rendered page uses a style attribute, which the content policy blocks: use a class".into());
    }
    let values = [
        ("policy", parts.policy.as_str()),
        ("build", parts.build),
        ("head", &parts.head),
        ("app", &app),
        ("script", &parts.script),
    ];
    fill::slots(&template, &values).map_err(|error| format!("index.html: {error}").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_is_the_snapshot() {
        let snapshot = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'none'; worker-src 'self'; manifest-src 'self'; frame-src 'none'; base-uri 'none'; form-action 'none'";
        assert_eq!(POLICY, snapshot);
    }

    #[test]
    fn the_single_file_allows_its_own_script_and_style_only() -> Result {
        let page = single("0123456789ab", "a{}", "let a;")?;
        assert!(page.contains(&format!("script-src {} 'wasm-unsafe-eval'", source_hash("let a;"))));
        assert!(page.contains(&format!("style-src {};", source_hash("a{}"))));
        assert!(!page.contains("worker-src") && !page.contains("manifest-src"));
        assert!(!page.contains("script-src 'self'") && !page.contains("style-src 'self'"));
        Ok(())
    }

    #[test]
    fn a_script_that_would_end_early_is_refused() {
        assert!(single("0", "", "let a = '</SCRIPT>';").is_err());
    }
}
