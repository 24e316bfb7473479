//! Cermin Koperasi: a mirror in which the board of an Indonesian cooperative looks at itself before the examiner comes.
//!
//! Data flows one way, and everything here is pure: no clock, no page, no storage.
//!
//! 1. [`rulebook`] is what the law says, [`assessment`] what the board says.
//! 2. [`scoring`] turns both into a report of ranges, each with its trace.
//! 3. [`advice`] says what to do with it.

pub mod advice;
pub mod assessment;
pub mod exact;
pub mod exchange;
pub mod locale;
pub mod rulebook;
pub mod scoring;
