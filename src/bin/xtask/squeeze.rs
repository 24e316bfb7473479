//! A script without its notes and indents, and a text with a span of it replaced.

use crate::Result;

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

/// `text` with everything from `start` to `end`, both included, replaced.
pub(crate) fn replace_span(text: &str, start: &str, end: &str, by: &str) -> Result<String> {
    let from = text.find(start).ok_or_else(|| format!("nothing there is `{start}`"))?;
    let length = text[from..].find(end).ok_or_else(|| format!("nothing there is `{end}`"))? + end.len();
    Ok([&text[..from], by, &text[from + length..]].concat())
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
    fn a_span_is_replaced_with_both_its_ends() -> Result {
        assert_eq!(replace_span("a [b] c", "[", "]", "-")?, "a - c");
        assert!(replace_span("a b c", "[", "]", "").is_err());
        Ok(())
    }
}
