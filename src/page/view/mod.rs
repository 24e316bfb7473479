//! The screens, as HTML. One file a screen; `parts` holds what they share.

#[cfg(feature = "full")]
mod advice;
#[cfg(feature = "full")]
mod bands;
#[cfg(feature = "full")]
mod books;
#[cfg(feature = "full")]
mod citation;
#[cfg(feature = "full")]
mod differences;
#[cfg(feature = "full")]
mod figure;
mod files;
#[cfg(feature = "full")]
mod formula;
#[cfg(feature = "full")]
mod glossary;
#[cfg(feature = "full")]
mod kdmp;
mod kept;
#[cfg(not(feature = "full"))]
mod later;
mod layout;
#[cfg(feature = "full")]
mod map;
mod numbers;
mod parts;
mod picture;
mod prerendered;
mod privacy;
mod profile;
mod questions;
#[cfg(feature = "full")]
mod rat;
mod result;
#[cfg(feature = "full")]
mod scores;
#[cfg(feature = "full")]
mod sealed;
mod settings;
mod start;
mod statement;
mod switches;
mod tasks;
mod terms;
#[cfg(feature = "full")]
mod trace;
#[cfg(feature = "full")]
mod unit;
mod unrated;
mod verdict;
#[cfg(feature = "full")]
mod workshop;

pub use kept::{LINE, state};
pub use layout::{announcement, title, view};
pub use prerendered::prerender;
#[cfg(feature = "full")]
pub(super) use workshop::{drawing, drawing_shared};
