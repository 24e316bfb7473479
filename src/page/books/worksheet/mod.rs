//! The ministry's own workbook: a filled one is taken over in one step, and a board's copy is filled.
//!
//! Until *Ambil alih* nothing of it is in the work; then exactly what the screen showed is, and *Urungkan* takes it out again.

mod desk;
mod message;
mod update;

pub use desk::{CopyFault, CopyState, Taken, WorksheetDesk};
pub use message::WorksheetMessage;
pub use update::contents;

pub(super) use update::opened;
pub(in crate::page) use update::update;
