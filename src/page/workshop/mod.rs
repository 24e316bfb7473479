//! The part of the page for a workshop: a trainer's stage, sample cooperatives, results that travel without a network, and
//! the room they make.

mod collect;
mod desk;
mod message;
mod route;
mod samples;
mod site;
mod state;
mod update;
mod voices;

pub use route::WorkshopRoute;

pub(super) use desk::{arrived, at, is_in_step, keep_open, name as open_name, refresh, sealed, unsealed};
pub use message::{Camera, DeskMessage, Incoming, Sight, VoiceMessage, Vote, WorkshopMessage};
use samples::is_invented;
pub use samples::{Guide, Sample, Story, samples};
pub use site::{Origin, Single, Site};
pub(super) use state::place_on_stage;
pub use state::{Bench, Note, Refused, Sealing, Shelf, Step, Trouble, Votes, Workshop, steps};
pub use update::wants_mark;
pub(super) use update::{arrive, keep_slot, listed, own_levels, take, update, written};
pub(super) use voices::own as own_voice;
