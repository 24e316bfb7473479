//! The part of the page for a workshop: a trainer's stage, sample cooperatives, results that travel without a network, and
//! the room they make.

#[cfg(feature = "full")]
mod message;
mod route;
#[cfg(feature = "full")]
mod samples;
#[cfg(feature = "full")]
mod state;
#[cfg(feature = "full")]
mod update;

pub use route::WorkshopRoute;

#[cfg(feature = "full")]
pub use message::{Camera, Incoming, Sight, Vote, WorkshopMessage};
#[cfg(feature = "full")]
pub use samples::{Sample, Story, samples};
#[cfg(feature = "full")]
pub use state::{Refused, Step, Trouble, Votes, Workshop, steps};
#[cfg(feature = "full")]
pub(super) use update::{arrive, update};
