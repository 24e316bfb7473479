//! The part of the page for a workshop: a trainer's stage, sample cooperatives, results that travel without a network, and
//! the room they make.

mod arrive;
mod bench;
mod collect;
mod desk;
mod mark;
mod message;
mod route;
mod samples;
mod shelf;
mod site;
mod stage;
mod state;
mod update;
mod voices;

pub use mark::wants_mark;
pub use message::{Camera, DeskMessage, Incoming, Shelf, Sight, VoiceMessage, Vote, WorkshopMessage};
pub use route::WorkshopRoute;
pub use samples::{Guide, Sample, Story, samples};
pub use site::{Origin, Single, Site};
pub use state::{Bench, Note, Refused, Sealing, Step, Trouble, Votes, Workshop, steps};

pub(super) use arrive::arrive;
pub(super) use bench::{arrived, at, is_in_step, keep_open, name as open_name, refresh};
pub(super) use desk::{sealed, unsealed};
pub(super) use mark::own_levels;
use samples::is_invented;
pub(super) use shelf::{keep_slot, take, written};
pub(super) use stage::listed;
pub(super) use state::place_on_stage;
pub(super) use update::update;
pub(super) use voices::own as own_voice;
