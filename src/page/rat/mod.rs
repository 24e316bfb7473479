//! The part of the page about the RAT: its screens, what can happen on them, and what is read from the answers.

mod board;
mod message;
mod route;
mod update;

pub use board::Board;
pub use message::RatMessage;
pub use route::RatRoute;

pub(super) use update::{profile_said, update};
