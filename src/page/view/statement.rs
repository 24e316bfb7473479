//! What is said of the books on more screens than theirs.

use maud::{Markup, html};

use super::super::Model;
use super::super::wing::shows_unit;
use super::parts::icon;
use crate::rulebook::CoopKind;

pub(super) use super::wing::both_books;

/// A group's plain name.
pub(super) fn name(model: &Model, id: &str) -> &'static str {
    let group = model.assessment().variant.groups.iter().find(|group| group.id == id);
    group.map_or("", |group| model.texts()[group])
}

/// A unit of a cooperative scores its own books: said where its figures are entered.
pub(super) fn unit_only(model: &Model) -> Markup {
    let unit = model.assessment().profile.kind == Some(CoopKind::Usp);
    let unit = unit || shows_unit(&model.work);
    html! { @if unit { p.hint.warn { (icon("info")) (model.words().years.unit_only) } } }
}
