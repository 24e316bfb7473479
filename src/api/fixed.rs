//! Texts of the module's own, on their way out.
//!
//! A report says the same few hundred ids, names and titles over and over. Written as the name of a variant, which to JSON is
//! a text like any other, each is made in JavaScript once and handed out again: `serde-wasm-bindgen` knows such names by their
//! address. Every text that is put together for one report goes out as what it is.

use serde::{Serialize, Serializer};

/// A text, for `#[serde(serialize_with = "fixed::text")]`.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde hands over the field")]
pub(super) fn text<S: Serializer>(text: &&'static str, out: S) -> Result<S::Ok, S::Error> {
    Fixed(text).serialize(out)
}

/// The same of one that may not be there.
#[allow(clippy::ref_option, reason = "serde hands over the field")]
pub(super) fn maybe<S: Serializer>(text: &Option<&'static str>, out: S) -> Result<S::Ok, S::Error> {
    text.map(Fixed).serialize(out)
}

/// The same of several.
pub(super) fn all<S: Serializer>(texts: &[&'static str], out: S) -> Result<S::Ok, S::Error> {
    out.collect_seq(texts.iter().map(|text| Fixed(text)))
}

struct Fixed(&'static str);

impl Serialize for Fixed {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_unit_variant("", 0, self.0)
    }
}
