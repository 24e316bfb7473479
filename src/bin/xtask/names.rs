//! Short names for what the page's module and its glue hand each other.
//!
//! wasm-bindgen names an import after what it does and after a hash, `__wbg_getElementById_7ee213db584f37b0`, in the
//! module and in the glue. Both are ours and nobody else reads them: numbers do, and a first visit is 5 KB lighter.

use wasm_bindgen_cli_support::Output;

use crate::Result;

/// What the names that wasm-bindgen makes begin with; our own exports, like `start`, do not.
const MADE: &str = "__wb";

/// Renames in the module; hands back the glue that fits.
///
/// # Errors
/// When the glue does not hold a name where it is expected.
pub(crate) fn shorten(output: &mut Output) -> Result<String> {
    let mut glue = output.js().to_owned();
    let module = output.wasm_mut();
    let imports = module.imports.iter_mut().map(|import| &mut import.name).filter(|name| name.starts_with(MADE));
    for (number, name) in imports.enumerate() {
        let (from, to) = (format!("{name}:"), format!("{}:", short(number)));
        glue = renamed(&glue, &from, &to).ok_or_else(|| format!("the generated glue has no `{from}`"))?;
        *name = short(number);
    }
    let exports = module.exports.iter_mut().map(|export| &mut export.name).filter(|name| name.starts_with(MADE));
    for (number, name) in exports.enumerate() {
        // Some exports are there in case the glue needs them, and then it does not.
        glue = renamed(&glue, &format!("wasm.{name}"), &format!("wasm.{}", short(number))).unwrap_or(glue);
        *name = short(number);
    }
    Ok(glue)
}

/// `_0`, `_1`, …: names of their own, so that none meets an export of ours.
fn short(number: usize) -> String {
    format!("_{number}")
}

/// Replaces a name wherever it stands whole; nothing where it does not stand at all.
fn renamed(glue: &str, from: &str, to: &str) -> Option<String> {
    let mut out = String::with_capacity(glue.len());
    let (mut rest, mut found) = (glue, false);
    while let Some((before, after)) = rest.split_once(from) {
        out.push_str(before);
        let whole = !before.ends_with(is_part_of_name) && (from.ends_with(':') || !after.starts_with(is_part_of_name));
        found |= whole;
        out.push_str(if whole { to } else { from });
        rest = after;
    }
    out.push_str(rest);
    found.then_some(out)
}

fn is_part_of_name(char: char) -> bool {
    char.is_ascii_alphanumeric() || char == '_' || char == '$'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_names_are_renamed_and_no_others() {
        let calls = renamed("a(wasm.__wb, wasm.__wba)", "wasm.__wb", "wasm._0");
        assert_eq!(calls.as_deref(), Some("a(wasm._0, wasm.__wba)"));
        assert_eq!(renamed("{ __wb: 1, x__wb: 2 }", "__wb:", "_0:").as_deref(), Some("{ _0: 1, x__wb: 2 }"));
    }

    #[test]
    fn a_name_that_the_glue_does_not_have_is_noticed() {
        assert_eq!(renamed("a(wasm.__wba)", "wasm.__wb", "wasm._0"), None);
    }
}
