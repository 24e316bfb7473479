//! In the first part of the page: what stands in the place of the screens of the second, and of what it adds to others.

use maud::{Markup, html};

use super::super::Model;
use super::super::rat::RatRoute;
use super::super::route::{Later, Route};
use super::later;
use super::parts::button;
use crate::exact::Fraction;
use crate::exchange::sealed::Refusal;
use crate::rulebook::Item;
use crate::scoring::Report;

/// That it is on its way.
pub(super) fn view(model: &Model, _: Later<'_>) -> Markup {
    later::view(model)
}

pub(super) fn name(model: &Model, _: Later<'_>) -> &'static str {
    model.words().later.title
}

pub(super) const fn announcement(_: &Model) -> Option<String> {
    None
}

pub(super) const fn refused(_: &Model, _: Refusal) -> Option<String> {
    None
}

/// No books of a unit are read.
pub(super) fn open_books(_: &Model) -> Markup {
    html! {}
}

pub(super) fn both_books(_: &Model) -> Markup {
    html! {}
}

pub(super) fn worksheet_copy(_: &Model) -> Markup {
    html! {}
}

pub(super) const fn goes_back(_: &Model) -> bool {
    false
}

pub(super) const fn gathers(_: &Model) -> bool {
    false
}

pub(super) const fn named(_: &Model, _: &str) -> Option<String> {
    None
}

/// No calendar is known.
pub(super) fn meeting(_: &Model) -> Markup {
    html! {}
}

/// Nor a plan.
pub(super) const fn step(_: &Model) -> Option<String> {
    None
}

/// Room for them: the plan comes with the second part of the page.
pub(super) fn first(model: &Model, report: &Report, main: bool) -> Markup {
    let words = &model.words().result;
    html! {
        @if report.total.low < Fraction::whole(100) {
            section.first {
                h2 { (words.first_title) }
                div.first-list { a href=(Route::Improve.hash()) { (words.first_waits) } }
                @if main { p.actions { (button(&Route::Improve, words.first_all)) } }
            }
        }
    }
}

/// The form that is here was read from its original.
pub(super) fn form_note(_: &Model) -> Markup {
    html! {}
}

pub(super) fn class_doubt(_: &Model) -> Markup {
    html! {}
}

pub(super) fn classes(_: &Model) -> Markup {
    html! {}
}

/// The quick check is not read.
pub(super) fn from_check(_: &Model, _: &Item) -> Markup {
    html! {}
}

pub(super) fn on_stage(_: &Model, _: &Item) -> Markup {
    html! {}
}

/// Nor how far it has got.
pub(super) const fn quick_check(_: &Model) -> Route {
    Route::Rat(RatRoute::Check(1))
}

pub(super) fn rat_states(_: &Model) -> [Markup; 2] {
    [html! {}, html! {}]
}

pub(super) fn useful(_: &Model) -> Markup {
    html! {}
}

/// What lies beside the work is not read.
pub(super) const fn lying(_: &Model) -> Vec<String> {
    Vec::new()
}
