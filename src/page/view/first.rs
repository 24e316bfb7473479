//! The screens of a first visit, as HTML, and in `twin.rs` what stands in the place of all the others.

mod files;
mod kept;
mod later;
mod layout;
mod names;
mod numbers;
mod parts;
mod picture;
mod prerendered;
mod privacy;
mod profile;
mod questions;
mod result;
mod settings;
mod start;
mod statement;
mod switches;
mod tasks;
mod terms;
mod titles;
mod unrated;
mod verdict;
#[path = "twin.rs"]
mod wing;

pub use kept::{LINE, state};
pub use layout::{announcement, title, view};
pub use prerendered::prerender;
