//! The screens, as HTML. One file a screen; `parts` holds what they share.

mod findings;
mod layout;
mod parts;
mod prerendered;
mod profile;
mod questions;
mod start;
mod statement;
mod tasks;

pub use layout::{announcement, title, view};
pub use prerendered::prerender;
