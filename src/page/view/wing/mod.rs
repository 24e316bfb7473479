//! The door to the screens of the second part, and to what it adds to those of the first. In the first part `twin.rs` stands here.
//! Of its files only `screens` imports screens whole: `names` and `added` are for those of the first part.

mod added;
mod names;
mod screens;

pub(super) use added::{both_books, gathers, goes_back, named, open_books, refused, worksheet_copy};
pub(super) use names::name;
pub(super) use screens::{announcement, view};

pub(super) use super::more::{
    class_doubt, classes, first, form_note, from_check, lying, meeting, on_stage, quick_check, rat_states, step, useful,
};
