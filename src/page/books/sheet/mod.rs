//! A board's own sheet, pasted whole: what it proposes, what the board says to it, and the one step that takes it over.
//!
//! Until *Ambil alih* nothing of it is in the work; then exactly what the screen showed is, and *Urungkan* takes it out again.

mod desk;
mod message;
mod origin;
mod update;

pub use desk::{Arrived, Columns, Fill, Outcome, SheetDesk, SheetFault, SheetRead, Split, Stands, Taken, Workbook};
pub use message::SheetMessage;
pub use origin::Origin;
pub(super) use origin::{note, remembered, restore};

pub(in crate::page) use update::{arrive, update};
