//! The sheet of a village cooperative's RAT on the page: what can happen to it, and what its screen remembers.

mod desk;
mod figures;
mod message;
mod paste;
mod replaced;
mod tables;
mod update;

pub use desk::{Desk, Draft, Taken, field};
pub use message::KdmpMessage;
pub use paste::{Fill, Gap, Parts, Pasted, PastedLine, Refused};
pub use replaced::Replaced;
pub(super) use tables::rows;
pub(super) use update::update;
