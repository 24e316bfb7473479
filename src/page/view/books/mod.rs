//! The screens of the books.

mod findings;
mod group;
mod overview;
mod sheet;

pub(super) use findings::{sentence, view as findings};
pub(super) use group::view as group;
pub(super) use overview::{overview, rupiah};
pub(super) use sheet::view as sheet;
