//! Cermin Koperasi: a mirror in which the board of an Indonesian cooperative looks at itself before the examiner comes.
//!
//! Data flows one way, and everything here is pure: no clock, no page, no storage.
//!
//! 1. [`rulebook`] is what the law says, [`assessment`] what the board says.
//! 2. [`scoring`] turns both into a report of ranges, each with its trace.
//! 3. [`advice`] says what to do with it.
//! 4. [`rat`] knows the annual members' meeting, its deadlines on the [`calendar`], its papers and its quorum; [`standing`]
//!    says where the cooperative stands with the office. [`shu`] divides the surplus.
//!    [`papers`] writes it down: letters and lists, printed as HTML, `.docx` and `.xlsx`.
//! 5. [`workshop`] puts the results of a room of boards together.
//! 6. [`keeping`] decides what the device keeps where several pages write.
//! 7. [`money`] reads and prints what stands in the books; [`locale`] holds every sentence a user reads, [`wording`] says
//!    with them what the rooms below report.
//!
//! A room imports only what lies below it; `tests/house.rs` holds the order.

// What a first visit does not call costs it nothing: the linker leaves it out. See `README.md`, *Two parts*.
#![cfg_attr(
    not(feature = "full"),
    allow(dead_code, unreachable_pub, unused_imports, reason = "only the whole page calls it")
)]

#[cfg(feature = "full")]
pub mod advice;
#[cfg(feature = "full")]
pub mod api;
pub mod assessment;
#[cfg(any(feature = "full", feature = "books"))]
pub mod books;
pub mod calendar;
mod checksum;
pub mod exact;
pub mod exchange;
pub mod keeping;
mod lines;
pub mod locale;
pub mod money;
pub mod page;
#[cfg(feature = "full")]
pub mod papers;
pub mod rat;
pub mod rulebook;
pub mod scoring;
pub mod shu;
pub mod sorted_map;
mod sorting;
pub mod standing;
pub mod wording;
#[cfg(feature = "full")]
pub mod workshop;

#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub mod browser;
#[cfg(all(target_arch = "wasm32", feature = "books"))]
pub mod opener;
#[cfg(all(target_arch = "wasm32", feature = "sealed"))]
pub mod sealer;
