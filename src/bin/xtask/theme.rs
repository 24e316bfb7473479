//! The themes by name, read from the style itself: what a device gives by itself, a person or a host page may choose.

use crate::Result;

/// How the light palette begins, which is also what a page without a theme has.
const LIGHT: &str = ":root {";

/// The style with `<html data-theme="light">` and `dark`. The light palette serves by name as it stands; the dark one is
/// for screens: printed paper stays white.
///
/// # Errors
/// When the style no longer has its two palettes where they are looked for.
pub(crate) fn named(style: &str) -> Result<String> {
    let (before, after_light) = style.split_once(LIGHT).ok_or("style.css has no light palette")?;
    let dark = block(after(after_light, "@media (prefers-color-scheme: dark) {")?, ":root {")?;
    let names = format!(
        "html[data-theme=light] {{ color-scheme: light; }}\n\
         @media screen {{ html[data-theme=dark] {{ color-scheme: dark;{dark}}} }}\n"
    );
    Ok([&names, before, ":root, html[data-theme=light] {", after_light].concat())
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
        let style = ":root {\n  --a: 1;\n}\n@media (prefers-color-scheme: dark) {\n  :root {\n    --a: 2;\n  }\n}\n";
        let themes = crate::style::squeeze(&named(style)?);
        assert!(themes.contains("html[data-theme=light]{color-scheme:light}"), "{themes}");
        assert!(themes.contains("html[data-theme=dark]{color-scheme:dark;--a:2}"), "{themes}");
        assert!(themes.contains(":root,html[data-theme=light]{--a:1}"), "{themes}");
        Ok(())
    }

    #[test]
    fn the_real_style_has_them() -> Result {
        let style = crate::sh::text(&crate::sh::root().join("www/style.css"))?;
        assert_eq!(named(&style)?.matches("--brand:").count(), 3);
        Ok(())
    }
}
