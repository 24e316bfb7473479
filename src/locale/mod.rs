//! Languages, their packs of sentences, filling, and days in words. Knows nothing of cooperatives: what a *thing* is called
//! stands above it, in [`wording`](crate::wording).
//!
//! A language is one file, `src/locale/CODE.toml`, with a table per screen; the build makes [`Words`] of the keys and a
//! pack of the sentences, and fails where two languages differ in keys or placeholders. To add a language, add its
//! file: nothing else changes. Rulebooks speak it once they have a folder of its code; until then they speak Indonesian.
//!
//! ```
//! use cermin_koperasi::locale::{Locale, fill};
//! let words = Locale::Id.words();
//! assert_eq!(words.common.save, "Simpan");
//! assert_eq!(fill("Nilai {points}", &[("points", &"81,89")]), "Nilai 81,89");
//! ```

mod dates;
mod fill;
mod pack;

pub use fill::fill;
#[cfg(not(target_arch = "wasm32"))]
pub use pack::stand_in;
pub use pack::{NotInstalled, Spoken, install, install_help};
pub use words::*;

use crate::money::Numerals;

/// The page's own words, a section of each pack; those of the second part are blank here.
static WORDS: Spoken<Words> = Spoken::new();
/// With those, once they are here too.
static ALL_WORDS: Spoken<Words> = Spoken::new();

/// What the build made of the catalogues.
#[allow(clippy::all, clippy::pedantic, rustdoc::all)]
mod words {
    use super::Numerals;

    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

impl Locale {
    /// Every text of the language; the first language's where it is not installed. While there is no help
    /// ([`has_help`](Self::has_help)), those of the second part are blank: it does not begin without.
    #[must_use]
    pub fn words(self) -> &'static Words {
        if !self.has_help() {
            return WORDS.of("words", self);
        }
        ALL_WORDS.made(self, |locale| {
            let mut words: Words = locale.read("words");
            words.fill_beside(&mut locale.section("words-help"));
            words
        })
    }

    /// The language of a code, region and letter case aside: `en`, `en-GB`, `ID`.
    ///
    /// ```
    /// use cermin_koperasi::locale::Locale;
    /// assert_eq!(Locale::parse("en-GB"), Some(Locale::En));
    /// assert_eq!(Locale::parse("nl"), None);
    /// ```
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        let language = code.split(['-', '_']).next().unwrap_or_default();
        // Browsers of long ago say `in` for Indonesian.
        let language = if language.eq_ignore_ascii_case("in") { "id" } else { language };
        Self::ALL.iter().copied().find(|locale| locale.code().eq_ignore_ascii_case(language))
    }
}

impl From<Locale> for Numerals {
    fn from(locale: Locale) -> Self {
        locale.numerals()
    }
}
