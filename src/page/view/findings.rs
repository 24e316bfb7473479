//! What looks wrong in the books, before the score is believed. It warns and never changes a figure.

use maud::{Markup, html};

use super::super::{Model, Route};
use super::parts::{back, button, heading, icon};
use super::statement::rupiah;
use crate::exact::Fraction;
use crate::locale::{Words, fill};
use crate::rulebook::Year;
use crate::scoring::Finding;

/// The screen.
pub(super) fn view(model: &Model) -> Markup {
    let words = model.words();
    let findings = model.report().books;
    html! {
        (back(&Route::Books, words))
        (heading(words.books.title))
        p.lead { (words.books.lead) }
        @if findings.is_empty() { p.good { (icon("done")) (words.books.nothing) } }
        (list(model, &findings))
        p.actions {
            (button(&Route::Result, words.result.see))
            a.button.second href=(Route::Books.hash()) { (words.statement.to_groups) }
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
    let words = model.words();
    let year = year(finding.year(), words);
    match finding {
        Finding::Check { id, left, right, .. } => {
            let gap = left.minus(*right).unwrap_or(Fraction::ZERO).abs();
            let text = match *id {
                "balance" => words.books.balance,
                "result" => words.books.result,
                "bad-loans" => words.books.bad_loans,
                _ => words.books.thousands,
            };
            let (left, right, gap) = (rupiah(model, *left), rupiah(model, *right), rupiah(model, gap));
            fill(text, &[("year", &year), ("left", &left), ("right", &right), ("gap", &gap)])
        }
        Finding::ContraSign { account, amount, .. } => signed(model, words.books.contra, account, *amount, year),
        Finding::Negative { account, amount, .. } => signed(model, words.books.negative, account, *amount, year),
    }
}

fn signed(model: &Model, text: &str, account: &str, amount: i64, year: &str) -> String {
    let name = model.texts().figure(model.assessment().variant, account).unwrap_or_default();
    fill(text, &[("account", &name), ("amount", &rupiah(model, Fraction::whole(amount))), ("year", &year)])
}

fn year(year: Year, words: &Words) -> &'static str {
    match year {
        Year::Current => words.statement.this_year_in_text,
        Year::Prior => words.statement.last_year_in_text,
    }
}

fn group_of(model: &Model, finding: &Finding) -> Option<&'static str> {
    let (Finding::ContraSign { account, .. } | Finding::Negative { account, .. }) = finding else { return None };
    let variant = model.assessment().variant;
    let mut groups = variant.groups.iter();
    groups.find(|group| group.accounts(variant).iter().any(|one| one.id == *account)).map(|group| group.id)
}
