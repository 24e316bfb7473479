//! Texts of the module's own, on their way out.
//!
//! A report says the same few hundred ids, names and titles over and over. Written as the name of a variant, which to JSON is
//! a text like any other, each is made in JavaScript once and handed out again: `serde-wasm-bindgen` knows such names by their
//! address. Every text that is put together for one report goes out as what it is.

use std::cell::RefCell;
use std::collections::BTreeMap;

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

/// A text that is put together of a rule alone, as the limit of a band is: there are some dozens, so each is kept.
pub(super) fn of_rule<S: Serializer>(text: &str, out: S) -> Result<S::Ok, S::Error> {
    thread_local! {
        static SAID: RefCell<BTreeMap<String, &'static str>> = const { RefCell::new(BTreeMap::new()) };
    }
    let keep = || SAID.with_borrow_mut(|said| *said.entry(text.to_owned()).or_insert_with(|| text.to_owned().leak()));
    Fixed(SAID.with_borrow(|said| said.get(text).copied()).unwrap_or_else(keep)).serialize(out)
}

struct Fixed(&'static str);

impl Serialize for Fixed {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.serialize_unit_variant("", 0, self.0)
    }
}
