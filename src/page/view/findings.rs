//! What looks wrong in the books, before the score is believed. It warns and never changes a figure.

use maud::{Markup, html};

use super::super::{Model, Route};
use super::parts::{back, button, heading, icon};
use crate::scoring::Finding;

/// The screen.
pub(super) fn view(model: &Model) -> Markup {
    let words = model.words();
    let findings = model.report().books;
    html! {
        (back(&Route::Books, words))
        (heading(words.books.title))
        p.lead { (words.books.lead) }
        @if !model.has_amounts() { p.hint { (icon("info")) (words.books.none_yet) } }
        @else if findings.is_empty() { p.good { (icon("done")) (words.books.nothing) } }
        (list(model, &findings))
        p.actions {
            @if model.has_amounts() {
                (button(&Route::Result, words.result.see))
                a.button.second href=(Route::Books.hash()) { (words.statement.to_groups) }
            } @else { (button(&Route::Books, words.statement.to_groups)) }
        }
    }
}

/// The findings as a list, each with the way to the figures it is about.
pub(super) fn list(model: &Model, findings: &[Finding]) -> Markup {
    html! {
        @if !findings.is_empty() {
            ul.findings {
                @for finding in findings {
                    li {
                        (icon("warn")) span { (sentence(model, finding)) }
                        @if let Some(group) = group_of(model, finding) {
                            " " a href=(Route::Group(group.to_owned()).hash()) { (model.words().common.change) }
                        }
                    }
                }
            }
        }
    }
}

/// A finding as a sentence.
pub(super) fn sentence(model: &Model, finding: &Finding) -> String {
    let assessment = model.assessment();
    model.locale.finding(assessment.rulebook, assessment.variant, finding)
}

fn group_of(model: &Model, finding: &Finding) -> Option<&'static str> {
    let (Finding::ContraSign { account, .. } | Finding::Negative { account, .. }) = finding else { return None };
    let variant = model.assessment().variant;
    let mut groups = variant.groups.iter();
    groups.find(|group| group.accounts(variant).iter().any(|one| one.id == *account)).map(|group| group.id)
}
