//! The screens, as HTML. One file a screen; `parts` holds what they share.

mod advice;
mod bands;
mod citation;
mod differences;
mod figure;
mod files;
mod findings;
mod formula;
mod gap;
mod glossary;
mod layout;
mod numbers;
mod parts;
mod picture;
mod prerendered;
mod privacy;
mod profile;
mod questions;
mod rat;
mod result;
mod settings;
mod start;
mod statement;
mod tasks;
mod trace;
mod verdict;

pub use layout::{announcement, title, view};
pub use prerendered::prerender;
