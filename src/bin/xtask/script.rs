//! The one classic script of the page: idiomorph, the glue, the module as gzip in base64, and the boot script.
//!
//! One choice that survives wrong MIME types, hosts without compression, `file://` and sandboxed frames, and that
//! allows `connect-src 'none'`.

use std::io::Write;

use base64::Engine;
use flate2::{Compression, GzBuilder};

use crate::module::Module;
use crate::{Result, banned, sh};

/// The script, and how much of it is the module.
pub(crate) struct Script {
    /// The JavaScript, ready to be written to a file or put into a page.
    pub(crate) text: String,
    /// The module inside it.
    pub(crate) payload: String,
}

/// Puts the script together.
///
/// # Errors
/// When one of our own parts uses something that could send or fetch.
pub(crate) fn make(module: &Module) -> Result<Script> {
    let www = sh::root().join("www");
    let vendor = www.join("vendor");
    let boot = squeeze(&sh::text(&www.join("boot.js"))?)?;
    let inflate = squeeze(&sh::text(&vendor.join("tiny-inflate/tiny-inflate.js"))?)?;
    let idiomorph = sh::text(&vendor.join("idiomorph/idiomorph.min.js"))?;
    let licence = sh::text(&vendor.join("tiny-inflate/LICENSE"))?;
    let payload = pack(&module.bytes)?;
    let code = [
        format!("{}\n", idiomorph.trim()),
        format!("(function () {{\n/* tiny-inflate:\n{}\n*/\n", licence.trim()),
        format!("const inflate = (function (module) {{\n{inflate}return module.exports;\n}})({{}});\n"),
        module.glue.clone(),
        format!("const payload = {{ size: {}, base64: \"", module.bytes.len()),
    ]
    .concat();
    let end = format!("\" }};\n{boot}}})();\n");
    banned::check("the page's script", &code)?;
    banned::check("the page's script", &end)?;
    Ok(Script { text: [&code, payload.as_str(), &end].concat(), payload })
}

/// gzip without a time or a name in its header, so that equal modules give equal text.
fn pack(bytes: &[u8]) -> Result<String> {
    let mut gzip = GzBuilder::new().write(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    Ok(base64::engine::general_purpose::STANDARD.encode(gzip.finish()?))
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

    #[test]
    fn packing_is_gzip_with_no_time_in_it() -> Result {
        let packed = base64::engine::general_purpose::STANDARD.decode(pack(b"module")?)?;
        assert_eq!(packed[..8], [0x1f, 0x8b, 8, 0, 0, 0, 0, 0]);
        assert_eq!(packed[packed.len() - 4..], 6u32.to_le_bytes());
        let mut text = String::new();
        std::io::Read::read_to_string(&mut flate2::read::GzDecoder::new(&packed[..]), &mut text)?;
        assert_eq!(text, "module");
        Ok(())
    }
}
