//! The part of the page about the RAT: its screens, what can happen on them, and what is read from the answers.

mod board;
mod message;
mod profile;
mod route;
mod shared;
mod update;

pub use board::Board;
pub(in crate::page) use board::{BOOK, SHU};
pub use message::RatMessage;
pub use route::RatRoute;

pub(super) use profile::profile_said;
pub(super) use shared::{arrive, is_carried};
pub(super) use update::update;
