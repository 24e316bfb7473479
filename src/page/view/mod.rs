//! The screens, as HTML. One file a screen. Below them stands what they share: `parts`, `names`, `numbers`, `titles`; above them
//! `wing/screens` and `layout`, which no screen imports. The list of the first part is `first.rs`.

mod advice;
mod bands;
mod books;
mod citation;
mod differences;
mod figure;
mod files;
mod formula;
mod glossary;
mod kdmp;
mod kept;
mod later;
mod layout;
mod map;
mod more;
mod names;
mod numbers;
mod parts;
mod picture;
mod prerendered;
mod privacy;
mod profile;
mod questions;
mod rat;
mod result;
mod scores;
mod sealed;
mod settings;
mod start;
mod statement;
mod switches;
mod tasks;
mod terms;
mod titles;
mod trace;
mod unit;
mod unrated;
mod verdict;
mod wing;
mod workshop;

pub use kept::{LINE, state};
pub use layout::{announcement, title, view};
pub use prerendered::prerender;
pub(super) use workshop::{drawing, drawing_shared};
