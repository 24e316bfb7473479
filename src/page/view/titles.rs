//! The heading of every screen.

use super::super::Model;
use super::super::route::{First, Later, Place, Route};
use super::names::indicator_name;
use super::wing;

/// A screen's own heading, as text.
pub(super) fn name(model: &Model, route: &Route) -> &'static str {
    let words = model.words();
    match route.place() {
        Place::First(First::Start) => words.start.title,
        Place::First(First::Profile) => words.profile.title,
        Place::First(First::Tasks) => words.tasks.title,
        Place::First(First::Indicator(id)) | Place::Later(Later::Trace(id)) => indicator_name(model, id),
        Place::First(First::Result) => words.result.title,
        Place::First(First::Files) => words.files.title,
        Place::First(First::Wipe) => words.files.erase,
        Place::First(First::Privacy) => words.privacy.title,
        Place::First(First::Settings) => words.settings.title,
        Place::Later(later) => wing::name(model, later),
    }
}
