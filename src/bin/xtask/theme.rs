//! The themes by name, read from the style itself: what a device gives by itself, a person or a host page may choose.

use crate::Result;

/// Rules for `<html data-theme="light">` and `dark`, for screens: printed paper stays white.
///
/// # Errors
/// When the style no longer has its two palettes where they are looked for.
pub(crate) fn named(style: &str) -> Result<String> {
    let light = block(style, ":root {")?;
    let dark = block(after(style, "@media (prefers-color-scheme: dark) {")?, ":root {")?;
    Ok(format!("@media screen {{\n{}{}}}\n", rule("light", light), rule("dark", dark)))
}

fn rule(name: &str, palette: &str) -> String {
    let palette = palette.replace("color-scheme: light dark;", "");
    format!("html[data-theme=\"{name}\"] {{\ncolor-scheme: {name};\n{}\n}}\n", palette.trim())
}

fn block<'t>(style: &'t str, start: &str) -> Result<&'t str> {
    let inside = after(style, start)?;
    Ok(inside.split_once('}').ok_or("style.css: a palette has no end")?.0)
}

fn after<'t>(style: &'t str, start: &str) -> Result<&'t str> {
    Ok(style.split_once(start).ok_or_else(|| format!("style.css has no `{start}`"))?.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_palettes_get_a_name() -> Result {
        let style = ":root {\n  color-scheme: light dark;\n  --a: 1;\n}\n@media (prefers-color-scheme: dark) {\n  :root {\n    --a: 2;\n  }\n}\n";
        let themes = named(style)?;
        assert!(themes.contains("html[data-theme=\"light\"] {\ncolor-scheme: light;\n--a: 1;\n}"), "{themes}");
        assert!(themes.contains("html[data-theme=\"dark\"] {\ncolor-scheme: dark;\n--a: 2;\n}"), "{themes}");
        Ok(())
    }

    #[test]
    fn the_real_style_has_them() -> Result {
        let style = crate::sh::text(&crate::sh::root().join("www/style.css"))?;
        let themes = named(&style)?;
        assert_eq!(themes.matches("--paper:").count(), 2);
        Ok(())
    }
}
