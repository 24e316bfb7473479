//! What the page does about what is kept: takes over what is newer, puts aside what it cannot read, and asks where two pages
//! changed the same field.

mod message;
mod slots;
mod update;

pub use message::{Aside, KeepingMessage};

pub(super) use slots::{keep_again, keep_slot, own, own_mut};
pub(super) use update::{forget, home, spent, update, watch_asked};
