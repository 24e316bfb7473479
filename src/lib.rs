//! Cermin Koperasi: a mirror in which the board of an Indonesian cooperative looks at itself before the examiner comes.
//!
//! Data flows one way, and everything here is pure: no clock, no page, no storage.
//!
//! 1. [`rulebook`] is what the law says, [`assessment`] what the board says.
//! 2. [`scoring`] turns both into a report of ranges, each with its trace.
//! 3. [`advice`] says what to do with it.
//! 4. [`money`] reads and prints what stands in the books; [`locale`] holds every sentence a user reads.

pub mod advice;
pub mod api;
pub mod assessment;
pub mod exact;
pub mod exchange;
mod lines;
pub mod locale;
pub mod money;
pub mod page;
pub mod rulebook;
pub mod scoring;

#[cfg(target_arch = "wasm32")]
pub mod browser;
