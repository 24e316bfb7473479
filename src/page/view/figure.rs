//! One figure of the books: what it sums, a level deeper each time, and which indicators rest on it.

use maud::{Markup, html};

use super::super::anatomy::Anatomy;
use super::super::{Model, Route};
use super::formula::{Printer, amount, amount_of, aside, name};
use super::numbers::{rule, rupiah};
use super::parts::{back, heading};
use super::{citation, names, statement, trace};
use crate::exact::Fraction;
use crate::locale::fill;
use crate::rulebook::{Aggregate, Formula, Indicator, Year};
use crate::scoring::{Figure, Figures, Part};

/// The screen.
pub(super) fn view(model: &Model, id: &str, prior: bool) -> Markup {
    let words = model.words();
    let assessment = model.assessment();
    let year = if prior { Year::Prior } else { Year::Current };
    let Some(figure) = Figures::new(assessment).open(id, year) else {
        return html! { (heading(words.common.not_found)) p { (words.trace.not_in_books) } };
    };
    html! {
        (back(&Route::Result, words))
        p.step { (words.trace.title) " · " (model.year_name(year)) }
        (heading(name(model, id)))
        p.figure-amount { strong { (amount_of(model, figure.id, figure.value)) } }
        @match assessment.variant.aggregate(figure.id) {
            Some(aggregate) => (behind(model, aggregate, &figure)),
            None => (entered(model, &figure)),
        }
        (used_in(model, &figure))
        p.hint { (names::counted(model, assessment.reading, assessment.edition)) }
    }
}

/// What an aggregate is made of, where that was read, and what is doubtful about it.
fn behind(model: &Model, aggregate: &'static Aggregate, figure: &Figure) -> Markup {
    let assessment = model.assessment();
    let formula = aggregate.formulas.of(assessment.reading, figure.year);
    let names = Printer { model, figures: None };
    html! {
        @if matches!(formula, Formula::Sum(_) | Formula::Aggregate(_) | Formula::Account(_)) { (sum(model, figure)) } @else {
            section.working {
                h2 { (model.words().trace.formula) }
                (names.whole(formula))
                ul.plain { @for part in &figure.parts { li { (link(model, part)) ": " (amount_of(model, part.id, part.value)) } } }
            }
        }
        (citation::figure(model, &aggregate.citation))
        (trace::notes(model, aggregate.differences))
    }
}

/// The terms of a sum, each with what it counts for.
fn sum(model: &Model, figure: &Figure) -> Markup {
    let words = &model.words().trace;
    html! {
        section.working {
            h2 { (words.sum) }
            table.figures {
                thead { tr { th scope="col" { (words.part) } th scope="col" { (words.counts) } } }
                tbody {
                    @for part in &figure.parts { (row(model, figure, part)) }
                    tr.strong { th scope="row" { (words.sum_total) } td { (amount(model, figure.value)) } }
                }
            }
        }
    }
}

fn row(model: &Model, figure: &Figure, part: &Part) -> Markup {
    let words = &model.words().trace;
    let factor = part.coefficient;
    let counted = part.value.and_then(|value| value.times(factor));
    let whole = part.value.map_or_else(|| words.not_known.to_owned(), |value| rupiah(model, value));
    let counted = if factor.is_zero() { Some(Fraction::ZERO) } else { counted };
    html! {
        tr {
            th scope="row" {
                (link(model, part))
                @if part.year != figure.year { (aside(&model.year_name(part.year))) }
                @if factor.is_negative() && counted.is_none_or(|amount| !amount.is_negative()) { (aside(words.minus)) }
                @if factor.abs() != Fraction::ONE { (aside(&fill(words.share, &[("share", &rule(model, factor.abs())), ("amount", &whole)]))) }
            }
            td { (amount(model, counted)) }
        }
    }
}

/// A part leads to what is behind it; an account, to where it was entered.
fn link(model: &Model, part: &Part) -> Markup {
    let route = Route::Figure(part.id.to_owned(), part.year == Year::Prior);
    html! { a href=(route.hash()) { (name(model, part.id)) } }
}

/// An account: entered by hand, in a group.
fn entered(model: &Model, figure: &Figure) -> Markup {
    let variant = model.assessment().variant;
    let mut groups = variant.groups.iter();
    let group = groups.find(|group| group.accounts(variant).iter().any(|account| account.id == figure.id));
    html! {
        p { (model.words().trace.entered) " "
            @if let Some(group) = group {
                a href=(Route::Group(group.id.to_owned()).hash()) { (model.words().common.change) ": " (statement::name(model, group.id)) }
            }
        }
    }
}

/// The indicators that rest on a figure, near or deep.
fn used_in(model: &Model, figure: &Figure) -> Markup {
    let anatomy = Anatomy::of(model.assessment());
    let indicators = model.assessment().variant.indicators().map(|(_, one)| one);
    let using: Vec<&Indicator> = indicators.filter(|one| anatomy.rests_on(one, figure.id, figure.year)).collect();
    html! {
        @if !using.is_empty() {
            section.used {
                h2 { (model.words().trace.used_in) }
                ul { @for one in using { li { a href=(Route::Trace(one.id.to_owned()).hash()) { (names::indicator_name(model, one.id)) } } } }
            }
        }
    }
}
