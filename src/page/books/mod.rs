//! The books: amounts account by account, what is found in them, and a sheet of the board's own taken over whole.
//!
//! Comes with the second part of the page: a first visit shows from start to standing what answers alone can say, and what
//! was entered before.

mod amounts;
mod desk;
mod message;
mod replaced;
pub mod sheet;
mod update;
pub mod worksheet;

pub(super) use amounts::learn;
pub(super) use desk::find;
pub use desk::{AmountDesk, Draft, Meaning, Paste, PastedRow, Replaced};
pub use message::AmountMessage;

pub(super) use amounts::{arrive, field, is_absent, part, targets, waiting, wanted};
pub(super) use update::update;
