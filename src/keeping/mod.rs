//! What the device keeps, and whose word counts: one shape for the work, a room, voices and a desk.
//!
//! Several pages may keep the same thing, of several builds, in two stores that a crash may leave apart. So everything kept
//! is a [`Record`] with a number that grows, nobody writes before reading, and what is found is met with what is here
//! ([`meet`]). Nothing here reads a store or a clock; the browser's edge does, and asks.
//!
//! 1. What cannot be read is never written over: it is put [aside](Home::aside), and its owner hears of it.
//! 2. What two pages changed is [merged](merge()) field by field; the same field in both is asked about.
//! 3. What was deleted stays deleted: the record that says so has a number too.

mod home;
mod meet;
mod merge;
mod record;
mod slot;

pub use home::{Home, LEGACY, Slot};
pub use meet::{Meeting, meet};
pub use merge::{Asked, differences, merge};
pub use record::{Record, Unread};
pub use slot::{Keeper, Shown};
