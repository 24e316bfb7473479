//! The part of the page that leads from the score to work: its screens, what can happen on them, what they remember.

mod desk;
mod entry;
mod memo;
mod message;
mod outcomes;
mod route;
pub(in crate::page) mod say;
mod tables;
mod update;

pub(in crate::page) use desk::day_fault;
pub use desk::{Desk, Noting, Older};
pub use memo::Memo;
pub use message::{AdviceMessage, Table};
pub use route::AdviceRoute;

pub(super) use update::{older, update};
