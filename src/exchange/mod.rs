//! What goes in and out of the device: the save file, tables for a spreadsheet, the check code of a report,
//! the code that carries a result into a room.
//!
//! What comes in is judged by its content, never by its name, and a [`Problem`] leaves everything as it was.

pub mod check_code;
pub mod csv;
pub mod json;
#[cfg(feature = "full")]
pub mod levels;
mod problem;
#[cfg(feature = "full")]
pub mod qr;
pub mod save;
pub mod sealed;

pub use problem::{Code, Kind, Path, Problem};
