//! What is said of the books on more screens than theirs.

use maud::{Markup, html};

use super::super::Model;
use super::parts::icon;

/// A group's plain name.
pub(super) fn name(model: &Model, id: &str) -> &'static str {
    let group = model.assessment().variant.groups.iter().find(|group| group.id == id);
    group.map_or("", |group| model.texts()[group])
}

/// A unit of a cooperative scores its own books: said where its figures are entered.
pub(super) fn unit_only(model: &Model) -> Markup {
    let unit = model.assessment().profile.kind.as_deref() == Some("usp");
    #[cfg(feature = "full")]
    let unit = unit || model.work.shows_unit();
    html! { @if unit { p.hint.warn { (icon("info")) (model.words().years.unit_only) } } }
}

/// The two sets of books of a cooperative that has a unit, to change between them.
#[cfg(feature = "full")]
pub(super) fn both_books(model: &Model) -> Markup {
    super::unit::both(model)
}

/// The first part of the page reads no such work.
#[cfg(not(feature = "full"))]
pub(super) fn both_books(_: &Model) -> Markup {
    html! {}
}
