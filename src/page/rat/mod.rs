//! The part of the page about the RAT: its screens, what can happen on them, and what is read from the answers.

#[cfg(feature = "full")]
mod board;
#[cfg(feature = "full")]
mod message;
mod profile;
mod route;
#[cfg(feature = "full")]
mod shared;
#[cfg(feature = "full")]
mod update;

#[cfg(feature = "full")]
pub use board::Board;
#[cfg(feature = "full")]
pub(in crate::page) use board::{BOOK, SHU};
#[cfg(feature = "full")]
pub use message::RatMessage;
pub use route::RatRoute;

pub(super) use profile::profile_said;
#[cfg(feature = "full")]
pub(super) use shared::{arrive, is_carried};
#[cfg(feature = "full")]
pub(super) use update::update;
