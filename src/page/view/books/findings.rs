//! What looks wrong in the books, before the score is believed. It warns and never changes a figure.

use maud::{Markup, html};

use super::super::parts::{back, button, heading, icon};
use super::overview::{to_field, waiting};
use crate::assessment::Amount;
use crate::page::{Model, Route};
use crate::rulebook::{Account, Year};
use crate::scoring::Finding;

/// The screen.
pub(in super::super) fn view(model: &Model) -> Markup {
    let words = model.words();
    let findings = model.report().books;
    html! {
        (back(&Route::Books, words))
        (heading(words.books.title))
        p.lead { (words.books.lead) }
        @if !model.has_amounts() { p.hint { (icon("info")) (words.books.none_yet) } }
        // What is known so far does not close: that is said below, and nothing here says otherwise.
        @else if super::sheet::is_unbalanced(model) {}
        @else if findings.is_empty() && is_compared(model) { p.good { (icon("done")) (words.books.nothing) } }
        @else if findings.is_empty() { p.hint { (icon("info")) (words.books.nothing_so_far) } }
        (waiting(model))
        (super::sheet::left(model))
        (list(model, &findings))
        p.actions {
            @if model.has_amounts() {
                (button(&Route::Result, words.result.see))
                a.button.second href=(Route::Books.hash()) { (words.statement.to_groups) }
            } @else { (button(&Route::Books, words.statement.to_groups)) }
        }
        (sums(model))
    }
}

/// Every sum that is made of the amounts, each with its own screen.
fn sums(model: &Model) -> Markup {
    html! {
        details id="semua-jumlah" data-print="shut" {
            summary { (model.words().books.sums) }
            ul.task-list { @for sum in model.assessment().variant.aggregates {
                li { a href=(Route::Figure(sum.id.to_owned(), false).hash()) { span.task-name { (model.texts()[sum]) } } }
            } }
        }
    }
}

/// Whether every amount of each year that was begun is known: before that its sums cannot be compared.
fn is_compared(model: &Model) -> bool {
    let assessment = model.assessment();
    let mut begun = Year::BOTH.into_iter().filter(|year| model.has_begun(*year));
    let unknown = |account: &Account, year| {
        account.years().any(|asked| asked == year) && assessment.amount(year, account.id) == Amount::Unknown
    };
    begun.all(|year| !assessment.variant.accounts.iter().any(|account| unknown(account, year)))
}

/// The findings as a list, each with the way to the figures it is about.
pub(in super::super) fn list(model: &Model, findings: &[Finding]) -> Markup {
    html! {
        @if !findings.is_empty() {
            ul.findings {
                @for finding in findings {
                    li {
                        (icon("warn")) span { (sentence(model, finding)) }
                        @if let Finding::ContraSign { account, year, .. } | Finding::Negative { account, year, .. } = finding {
                            " " (to_field(model, *year, account, model.words().common.change))
                        }
                    }
                }
            }
        }
    }
}

/// A finding as a sentence.
pub(in super::super) fn sentence(model: &Model, finding: &Finding) -> String {
    let assessment = model.assessment();
    model.locale.finding(assessment.rulebook, assessment.variant, finding, &model.year_in_text(finding.year()))
}
