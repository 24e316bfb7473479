//! The face towards JavaScript: what a program gets that loads the module without the page.
//!
//! Plain objects both ways. Ids are those of the rulebook's data file. Scores cross as numbers, and
//! only here do fractions become floating point; ratios and rupiah cross as exact text, since a JavaScript number
//! cannot hold every one of them. A mistake of the caller is an `Error` with a sentence and a `code`; nothing panics.
//!
//! The shapes are declared for TypeScript in `api/types.d.ts`, and a test holds the two together. They compile on every
//! target, so all of it is tested natively; only the few lines of `api/js.rs` need a browser or Node.
#![allow(
    clippy::ref_option_ref,
    reason = "the derive of serde writes such a reference where a field has a way out of its own"
)]

pub mod advice;
pub mod books;
pub mod citation;
mod failure;
pub mod finding;
mod fixed;
#[cfg(all(target_arch = "wasm32", feature = "face"))]
mod js;
mod number;
pub mod questionnaire;
pub mod quick;
pub mod rat;
pub mod report;
pub mod score;
mod strange;
pub mod summary;
pub mod trace;
pub mod way;

pub use advice::{Checklist, NextBand, Path, checklist, next_band, path};
pub use books::{BooksProposal, match_books};
pub use failure::Failure;
pub use number::{Ratio, Score, exact, number};
pub use questionnaire::Questionnaire;
pub use rat::{ReadinessAnswer, StandingAnswer, readiness, standing};
pub use report::Report;
pub use score::{Scores, score};
pub use summary::RulebookSummary;

use crate::exchange::{Code, json::Value, save};
use crate::locale::{self, Locale};
use crate::rulebook::{self, RULEBOOKS};

/// All rulebooks of this build, with their variants and editions.
///
/// ```
/// let books = cermin_koperasi::api::rulebooks();
/// assert_eq!(books[0].id, "kkpkk-2021");
/// ```
#[must_use]
pub fn rulebooks() -> Vec<RulebookSummary> {
    RULEBOOKS.iter().map(|book| RulebookSummary::of(book)).collect()
}

/// Everything there is to ask under a variant, in a language: `id` or `en`.
///
/// ```
/// use cermin_koperasi::api;
/// assert!(api::questionnaire("kkpkk-2021", "ksp12", "id").is_ok());
/// assert_eq!(api::questionnaire("kkpkk-2021", "ksp99", "id").unwrap_err().code, "unknown-variant");
/// ```
///
/// # Errors
/// A [`Failure`] with the code `unknown-rulebook`, `unknown-variant`, or `unknown-locale`: also where that language is not
/// [installed](install_language).
pub fn questionnaire(rulebook: &str, variant: &str, locale: &str) -> Result<Questionnaire, Failure> {
    let book = rulebook::find(rulebook).ok_or_else(|| Failure::unknown(Code::UnknownRulebook, rulebook))?;
    let form = book.variant(variant).ok_or_else(|| Failure::unknown(Code::UnknownVariant, variant))?;
    let locale = language(locale)?;
    if !locale.is_installed() {
        return Err(Failure::unknown_locale());
    }
    Ok(Questionnaire::of(book, form, locale))
}

fn language(code: &str) -> Result<Locale, Failure> {
    Locale::ALL.iter().copied().find(|known| known.code() == code).ok_or_else(Failure::unknown_locale)
}

/// Takes a language that is not in the module, from its pack. One that is there already stays as it is.
///
/// ```
/// use cermin_koperasi::api;
/// assert_eq!(api::install_language("nl", String::new()).unwrap_err().code, "unknown-locale");
/// assert_eq!(api::install_language("en", "not a pack".to_owned()).unwrap_err().code, "unknown-locale");
/// ```
///
/// # Errors
/// A [`Failure`] with the code `unknown-locale` where it is no language of this build.
pub fn install_language(code: &str, pack: String) -> Result<(), Failure> {
    locale::install(language(code)?, pack).map_err(|_| Failure::unknown_locale())
}

/// Scores an assessment in the shape of the save file; what the file does not say is *belum tahu*.
///
/// ```
/// use cermin_koperasi::{api, exchange::json};
/// let blank = r#"{ "format": "cermin-koperasi", "version": 1, "rulebook": "kkpkk-2021", "variant": "ksp12" }"#;
/// let report = api::assess(json::parse(blank).unwrap()).unwrap();
/// assert_eq!((report.total.low, report.total.high), (25.0, 100.0));
/// assert_eq!(api::assess(json::Value::Null).unwrap_err().code, "foreign");
/// ```
///
/// # Errors
/// A [`Failure`] with one of the codes of [`Code`], as for a save file that does not open.
pub fn assess(assessment: Value) -> Result<Report, Failure> {
    Ok(Report::of(&save::from_value(assessment)?))
}
