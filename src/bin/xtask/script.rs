//! The one classic script of the page: idiomorph, the glue, the packed module, themes, the frame's messages, and the
//! boot script.
//!
//! One choice that survives wrong MIME types, hosts without compression, `file://` and sandboxed frames, and that
//! allows `connect-src 'none'`.

use crate::language::Language;
use crate::module::Module;
use crate::{Result, banned, fill, minify, payload, screens, sh};

/// The script, and how much of it is the module.
pub(crate) struct Script {
    /// The JavaScript of the hosted page, which names the scripts of the languages.
    pub(crate) hosted: String,
    /// The JavaScript of the single file, which holds the languages.
    pub(crate) single: String,
    /// The module inside it.
    pub(crate) payload: String,
}

/// Puts the script together.
///
/// # Errors
/// When one of our own parts uses something that could send or fetch.
pub(crate) fn make(module: &Module, languages: &[Language]) -> Result<Script> {
    let www = sh::root().join("www");
    let part = |name: &str| sh::text(&www.join(name)).and_then(|text| squeeze(&text));
    let idiomorph = sh::text(&www.join("vendor/idiomorph/idiomorph.min.js"))?;
    let payload = payload::pack(&module.bytes)?;
    let unpack = part("unpack.js")?;
    let code = [idiomorph.trim(), "\n(function () {\n", &unpack, &module.glue, "const packed = \""].concat();
    let frame = fill::lists(&part("frame.js")?, &[("kinds", &screens::kinds())])?;
    let end = ["};\n", &part("theme.js")?, &frame, &part("boot.js")?, "})();\n"].concat();
    banned::check("the page's script", &code)?;
    banned::check("the page's script", &end)?;
    let whole = |each: &dyn Fn(&Language) -> String| {
        let languages: String = languages.iter().map(each).collect();
        [&code, payload.as_str(), "\";\nconst languages = {", &languages, &end].concat()
    };
    let hosted = whole(&|one| format!("{}: {{ at: \"{}\" }}, ", one.code, one.name()));
    let single = whole(&|one| format!("{}: {{ packed: \"{}\" }}, ", one.code, one.packed));
    let hosted = minify::script(&hosted, &[&payload])?;
    let held: Vec<&str> = std::iter::once(payload.as_str()).chain(languages.iter().map(|one| one.packed.as_str())).collect();
    let single = minify::script(&single, &held)?;
    Ok(Script { hosted, single, payload })
}

/// Drops indentation, empty lines and comments that have lines of their own: what a person needs and a browser does not.
///
/// Line by line, so a text that spans lines would be harmed.
///
/// # Errors
/// When a template text (`` ` ``) spans lines.
pub(crate) fn squeeze(script: &str) -> Result<String> {
    let mut out = String::with_capacity(script.len());
    let mut in_comment = false;
    for line in script.lines().map(str::trim) {
        let comment = in_comment || line.starts_with("/*");
        if comment {
            in_comment = !line.ends_with("*/");
        } else if line.matches('`').count() % 2 == 1 {
            return Err(format!("a text that spans lines cannot be squeezed: {line}").into());
        } else if !line.is_empty() && !line.starts_with("//") {
            out.push_str(line);
            out.push('\n');
        }
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn squeezing_keeps_code_and_drops_notes() -> Result {
        let script = "/** a\n * b */\n  let a = 1; // kept\n\n  // gone\n/* x */\n  f(`y`);\n";
        assert_eq!(squeeze(script)?, "let a = 1; // kept\nf(`y`);\n");
        Ok(())
    }

    #[test]
    fn a_text_over_two_lines_is_refused() {
        assert!(squeeze("let a = `one\n two`;").is_err());
    }
}
