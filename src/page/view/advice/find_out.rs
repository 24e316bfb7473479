//! What to find out first: *belum tahu* is not *tidak*.

use maud::{Markup, html};

use super::parts::count;
use crate::advice::FindOut;
use crate::exact::Fraction;
use crate::locale::fill;
use crate::page::advice::say;
use crate::page::view::numbers::points;
use crate::page::view::parts::icon;
use crate::page::{Model, Route};
use crate::rulebook::Year;

/// The section: the books as one thing, then each checklist, the widest doubt first.
pub(super) fn section(model: &Model, all: &[FindOut], short: usize) -> Markup {
    let words = &model.words().advice;
    let (books, lists): (Vec<&FindOut>, Vec<&FindOut>) = all.iter().partition(|one| one.items.is_empty());
    let left = lists.len().saturating_sub(short);
    html! {
        @if !all.is_empty() {
            section.gaps {
                h2 id="tanya" tabindex="-1" { (words.ask_title) }
                p.hint { (words.ask_lead) }
                @if !books.is_empty() { (self::books(model, &books)) }
                @for one in lists.iter().take(short) { (questions(model, one)) }
                @if model.advice.whole { @for one in lists.iter().skip(short) { (questions(model, one)) } }
                @else if left > 0 { p.more { button.quiet type="button" data-click="advice whole" { (count(words.more_questions, left)) } } }
            }
        }
    }
}

/// Ratios that wait for amounts, with the amounts.
fn books(model: &Model, ratios: &[&FindOut]) -> Markup {
    let words = &model.words().advice;
    let mut missing: Vec<(Year, &str)> = Vec::new();
    for place in ratios.iter().flat_map(|one| &one.accounts) {
        if !missing.contains(place) {
            missing.push(*place);
        }
    }
    let width = Fraction::sum(ratios.iter().map(|one| one.width)).unwrap_or(Fraction::ZERO);
    html! {
        details.gap id="tanya-pembukuan" data-print="shut" {
            summary { h3 { (words.books_title) } (brings(model, width)) }
            p { (fill(words.books_text, &[("count", &ratios.len())])) }
            details id="pos-kosong" {
                summary { (count(words.missing_accounts, missing.len())) }
                ul {
                    @for (year, account) in &missing {
                        @let name = model.texts().figure(model.assessment().variant, account).unwrap_or(account);
                        li { (name) @if *year == Year::Prior { " (" (model.year_in_text(*year)) ")" } }
                    }
                }
            }
            p { a.button.second href=(Route::Books.hash()) { (words.to_books) } }
        }
    }
}

/// Items nobody knows yet: the question, and the papers that would tell.
fn questions(model: &Model, one: &FindOut) -> Markup {
    let name = say::name(model, one.indicator);
    html! {
        details.gap id={ "tanya-" (one.indicator.id) } data-print="shut" {
            summary { h3 { (name) } (brings(model, one.width)) }
            ul.ask-list {
                @for gap in &one.items {
                    @if let Some(text) = model.texts().item(model.assessment().variant, gap.item.id) {
                        li { (icon("unknown")) (text.question) @if let Some(help) = model.help(gap.item.id) { p.hint { (help.hint) } } }
                    }
                }
            }
            p.links { a href=(Route::Indicator(one.indicator.id.to_owned()).hash()) { (model.words().advice.answer_now) span.unseen { ": " (name) } } }
        }
    }
}

fn brings(model: &Model, width: Fraction) -> Markup {
    html! {
        @if !width.is_zero() {
            span.brings { span.gain { (icon("up")) (fill(model.words().advice.brings, &[("points", &points(model, width))])) } }
        }
    }
}
