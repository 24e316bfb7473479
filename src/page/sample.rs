//! The invented cooperative that is loaded with one tap, to look around.

use crate::exchange::save::{self, Opened};

/// The sample's work.
pub(super) fn work() -> Option<Opened> {
    save::read(include_str!("samples/contoh.json")).ok()
}
