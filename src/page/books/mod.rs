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

pub use amounts::PastedRow;
pub(super) use amounts::learn;
pub use desk::{AmountDesk, Draft, Meaning, Paste};
pub use message::AmountMessage;
pub use replaced::Replaced;

pub(super) use amounts::{arrive, field, find, is_absent, part, targets, waiting};
pub(super) use update::{update, wanted};
