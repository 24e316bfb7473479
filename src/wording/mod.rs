//! Sentences about things: a way to the next band, a finding of the books check, a formula, a refusal.
//!
//! The rooms below report values; this one puts them into the words of a [`Locale`](crate::locale::Locale), as methods of
//! it, so that none of them needs to know a language. It decides nothing.

#[cfg(feature = "full")]
mod finding;
mod formula;
mod sentences;
#[cfg(feature = "full")]
mod sheet;
#[cfg(feature = "full")]
mod way;

#[cfg(feature = "full")]
pub use way::WayWords;
