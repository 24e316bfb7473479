//! The screens of the books.

mod findings;
mod group;
mod overview;
mod sheet;
mod worksheet;

use super::numbers::rupiah;

pub(super) use findings::{sentence, view as findings};
pub(super) use group::view as group;
pub(super) use overview::overview;
pub(super) use sheet::view as sheet;
pub(super) use worksheet::copy as worksheet_copy;
