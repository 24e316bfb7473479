//! The part of the page for a workshop: a trainer's stage, sample cooperatives, results that travel without a network, and
//! the room they make.

#[cfg(feature = "full")]
mod collect;
#[cfg(feature = "full")]
mod desk;
#[cfg(feature = "full")]
mod message;
mod route;
#[cfg(feature = "full")]
mod samples;
mod site;
#[cfg(feature = "full")]
mod state;
#[cfg(feature = "full")]
mod update;
#[cfg(feature = "full")]
mod voices;

pub use route::WorkshopRoute;

#[cfg(feature = "full")]
pub(super) use desk::{arrived, at, is_in_step, keep_open, name as open_name, refresh, sealed, unsealed};
#[cfg(feature = "full")]
pub use message::{Camera, DeskMessage, Incoming, Sight, VoiceMessage, Vote, WorkshopMessage};
#[cfg(feature = "full")]
use samples::is_invented;
#[cfg(feature = "full")]
pub use samples::{Sample, Script, Story, samples};
pub use site::{Origin, Single, Site};
#[cfg(feature = "full")]
pub(super) use state::place_on_stage;
#[cfg(feature = "full")]
pub use state::{Bench, Note, Refused, Sealing, Shelf, Step, Trouble, Votes, Workshop, steps};
#[cfg(feature = "full")]
pub use update::wants_mark;
#[cfg(feature = "full")]
pub(super) use update::{arrive, keep_slot, listed, own_levels, take, update, written};
#[cfg(feature = "full")]
pub(super) use voices::own as own_voice;
