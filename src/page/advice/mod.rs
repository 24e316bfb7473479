//! The part of the page that leads from the score to work: its screens, what can happen on them, what they remember.

#[cfg(feature = "full")]
mod desk;
#[cfg(feature = "full")]
mod entry;
#[cfg(feature = "full")]
mod memo;
#[cfg(feature = "full")]
mod message;
mod route;
#[cfg(feature = "full")]
pub(in crate::page) mod say;
#[cfg(feature = "full")]
mod tables;
#[cfg(feature = "full")]
mod update;

#[cfg(feature = "full")]
pub use desk::{Desk, Noting, Older};
#[cfg(feature = "full")]
pub use memo::Memo;
#[cfg(feature = "full")]
pub use message::{AdviceMessage, Table};
pub use route::AdviceRoute;

#[cfg(feature = "full")]
pub(super) use update::update;
