//! `index.html` filled in, once for a host and once as a file of its own.

use base64::Engine;
use sha2::{Digest, Sha256};

use crate::{Result, sh};

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
    /// The script element.
    pub(crate) script: String,
}

/// The hosted page: everything beside it, under names that carry their own hash.
pub(crate) fn hosted(build: &str, style: &str, script: &str) -> Result<String> {
    let head = format!(
        "<link rel=\"stylesheet\" href=\"./{style}\">\n\
         <link rel=\"icon\" href=\"./icon.svg\" type=\"image/svg+xml\">\n\
         <link rel=\"apple-touch-icon\" href=\"./icon-192.png\">\n\
         <link rel=\"manifest\" href=\"./manifest.webmanifest\">"
    );
    let script = format!("<script defer src=\"./{script}\" data-worker=\"./sw.js\"></script>");
    fill(&Parts { build, policy: POLICY.to_owned(), head, script })
}

/// The single file: everything inside, allowed by hash.
pub(crate) fn single(build: &str, style: &str, script: &str, icon: &str) -> Result<String> {
    for (text, end) in [(style, "</style"), (script, "</script"), (script, "<!--")] {
        if text.to_ascii_lowercase().contains(end) {
            return Err(format!("`{end}` inside an inlined text would end it early").into());
        }
    }
    let icon = base64::engine::general_purpose::STANDARD.encode(icon);
    let head = format!(
        "<link rel=\"icon\" type=\"image/svg+xml\" href=\"data:image/svg+xml;base64,{icon}\">\n<style>{style}</style>"
    );
    let policy = POLICY
        .replace("script-src 'self'", &format!("script-src {}", source_hash(script)))
        .replace("style-src 'self'", &format!("style-src {}", source_hash(style)))
        .replace(" worker-src 'self'; manifest-src 'self';", "");
    fill(&Parts { build, policy, head, script: format!("<script>{script}</script>") })
}

/// A hash as a content policy writes it.
fn source_hash(text: &str) -> String {
    format!("'sha256-{}'", base64::engine::general_purpose::STANDARD.encode(Sha256::digest(text)))
}

fn fill(parts: &Parts) -> Result<String> {
    let template = sh::text(&sh::root().join("index.html"))?;
    let app = cermin_koperasi::page::prerender("id");
    if app.contains(" style=\"") {
        return Err("the pre-rendered page uses a style attribute, which the content policy blocks: use a class".into());
    }
    fill_template(
        &template,
        &[
            ("policy", &parts.policy),
            ("build", parts.build),
            ("head", &parts.head),
            ("app", &app),
            ("script", &parts.script),
        ],
    )
}

/// Replaces each `{{name}}` once, in one pass, so that a value may hold anything.
fn fill_template(template: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, tail) = after.split_once("}}").ok_or("index.html: `{{` without `}}`")?;
        let value = values.iter().find(|(key, _)| *key == name).ok_or_else(|| format!("index.html: {name}?"))?;
        out.push_str(before);
        out.push_str(value.1);
        rest = tail;
    }
    out.push_str(rest);
    Ok(out)
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
        let page = single("0123456789ab", "a{}", "let a;", "<svg/>")?;
        assert!(page.contains(&format!("script-src {} 'wasm-unsafe-eval'", source_hash("let a;"))));
        assert!(page.contains(&format!("style-src {};", source_hash("a{}"))));
        assert!(!page.contains("worker-src") && !page.contains("manifest-src"));
        assert!(!page.contains("script-src 'self'") && !page.contains("style-src 'self'"));
        Ok(())
    }

    #[test]
    fn a_script_that_would_end_early_is_refused() {
        assert!(single("0", "", "let a = '</SCRIPT>';", "").is_err());
    }

    #[test]
    fn a_value_may_look_like_a_slot() -> Result {
        assert_eq!(fill_template("a{{x}}b{{y}}", &[("x", "{{y}}"), ("y", "2")])?, "a{{y}}b2");
        assert!(fill_template("{{z}}", &[]).is_err());
        Ok(())
    }
}
