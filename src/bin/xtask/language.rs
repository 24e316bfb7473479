//! The languages that are not in the module: a script each beside the page, and part of the single file.

use cermin_koperasi::locale::Locale;

use crate::{Result, payload, sums};

/// A language on its way to the page.
pub(crate) struct Language {
    /// Its code, `en`.
    pub(crate) code: &'static str,
    /// Its pack, packed like the module.
    pub(crate) packed: String,
}

/// Every language but the first, which travels in the module.
pub(crate) fn all() -> Result<Vec<Language>> {
    packs().map(|(code, text)| made(code, text)).collect()
}

/// More about each item in the first language, which the page's modules go without.
pub(crate) fn help() -> Result<Language> {
    made("help", &Locale::default().help_pack())
}

/// A text on its way to the page.
pub(crate) fn made(code: &'static str, text: &str) -> Result<Language> {
    Ok(Language { code, packed: payload::pack(text.as_bytes())? })
}

/// Code and pack of every language but the first.
pub(crate) fn packs() -> impl Iterator<Item = (&'static str, &'static str)> {
    let others = Locale::ALL.iter().filter(|locale| **locale != Locale::default());
    others.filter_map(|locale| Some((locale.code(), locale.pack()?)))
}

impl Language {
    /// Its script's name, which changes with its content.
    pub(crate) fn name(&self) -> String {
        format!("{}.{}.js", self.code, sums::short(&self.packed))
    }

    /// Hands the pack to the boot script, and does nothing else.
    pub(crate) fn script(&self) -> String {
        format!("cerminLanguage(\"{}\", \"{}\");\n", self.code, self.packed)
    }
}

/// A text as JavaScript writes it.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for char in text.chars() {
        match char {
            '"' | '\\' => out.extend(['\\', char]),
            '\n' => out.push_str("\\n"),
            char if char.is_control() => out.extend(["\\u", &format!("{:04x}", u32::from(char))]),
            char => out.push(char),
        }
    }
    out + "\""
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_quoted_for_javascript() {
        assert_eq!(quoted("a \"b\" \\\n\u{1d}é"), r#""a \"b\" \\\n\u001dé""#);
    }

    #[test]
    fn the_first_language_stays_in_the_module() -> Result {
        let languages = all()?;
        assert_eq!(languages.len(), Locale::ALL.len() - 1);
        assert!(languages.iter().all(|one| one.name().starts_with(one.code) && one.code != "id"));
        assert!(!languages[0].packed.contains('"'));
        Ok(())
    }
}
