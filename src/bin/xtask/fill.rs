//! Templates: `{{name}}` in a text, `"{{name}}"` for a list in a script.

use crate::Result;

/// Replaces each `{{name}}`, in one pass, so that a value may hold anything.
///
/// # Errors
/// Names a slot that nothing fills.
pub(crate) fn slots(template: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, tail) = after.split_once("}}").ok_or("`{{` without `}}`")?;
        let value = values.iter().find(|(key, _)| *key == name).ok_or_else(|| format!("nothing fills {name}"))?;
        out.push_str(before);
        out.push_str(value.1);
        rest = tail;
    }
    out.push_str(rest);
    Ok(out)
}

/// Replaces each `"{{name}}"` by its texts, quoted, with commas between: the inside of a list in JavaScript or JSON.
///
/// # Errors
/// As [`slots`].
pub(crate) fn lists(template: &str, values: &[(&str, &[String])]) -> Result<String> {
    let quoted = |texts: &[String]| texts.iter().map(|text| format!("\"{text}\"")).collect::<Vec<_>>().join(", ");
    let filled: Vec<(&str, String)> = values.iter().map(|(name, texts)| (*name, quoted(texts))).collect();
    let values: Vec<(&str, &str)> = filled.iter().map(|(name, text)| (*name, text.as_str())).collect();
    slots(&template.replace("\"{{", "{{").replace("}}\"", "}}"), &values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_may_look_like_a_slot() -> Result {
        assert_eq!(slots("a{{x}}b{{y}}", &[("x", "{{y}}"), ("y", "2")])?, "a{{y}}b2");
        assert!(slots("{{z}}", &[]).is_err());
        Ok(())
    }

    #[test]
    fn a_list_is_quoted() -> Result {
        assert_eq!(lists("[\"{{x}}\"]", &[("x", &["a".to_owned(), "b".to_owned()])])?, "[\"a\", \"b\"]");
        Ok(())
    }
}
