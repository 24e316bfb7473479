//! The books: groups with totals, what waits for an answer, and what is called complete.

use maud::{Markup, html};

use super::super::parts::{back, button, heading, icon, state};
use super::super::statement::{both_books, name, unit_only};
use super::rupiah;
use super::{sheet::file, worksheet};
use crate::assessment::Amount;
use crate::exact::Fraction;
use crate::locale::fill;
use crate::page::books::part;
use crate::page::progress::AMOUNT;
use crate::page::{Model, Progress, Route};
use crate::rulebook::{Account, Group, Side, Statement, Year};

/// The screen of all groups.
pub(in super::super) fn overview(model: &Model) -> Markup {
    let words = &model.words().statement;
    let parts = [(words.balance, Statement::Balance), (words.result, Statement::Result), (words.memo, Statement::Memo)];
    html! {
        (back(&Route::Tasks, model.words()))
        (heading(words.title))
        (both_books(model))
        p.lead { (words.lead) }
        p.actions { (button(&Route::Sheet, words.paste_sheet)) }
        p.hint { (words.paste_sheet_help) }
        (file(model))
        (unit_only(model))
        (waiting(model))
        @for (title, kind) in parts.into_iter().filter(|(_, kind)| groups(model, *kind).next().is_some()) {
            section.tasks {
                h2 { (title) }
                @if kind == Statement::Balance { p.hint { (words.unit_help) } }
                ul.task-list { @for group in groups(model, kind) { (group_row(model, group)) } }
                @if kind == Statement::Balance { (balance(model)) }
            }
        }
        (complete(model))
        p.actions {
            (button(&Route::Findings, model.words().books.check))
            a.button.second href=(Route::Result.hash()) { (model.words().result.see) }
        }
        (worksheet::copy(model))
    }
}

fn groups(model: &Model, kind: Statement) -> impl Iterator<Item = &'static Group> {
    model.assessment().variant.groups.iter().filter(move |group| group.statement == kind)
}

fn group_row(model: &Model, group: &'static Group) -> Markup {
    let progress = Progress::group(model.assessment(), group);
    let accounts = group.accounts(model.assessment().variant);
    let waits_in = |year| {
        let waiting = &model.assessment().statements.year(year).waiting;
        accounts.iter().filter(|account| waiting.contains_key(account.id)).count()
    };
    let waits: usize = Year::BOTH.into_iter().map(waits_in).sum();
    html! {
        li {
            a href=(Route::Group(group.id.to_owned()).hash()) {
                span.task-name {
                    (name(model, group.id))
                    @if group.statement != Statement::Memo && progress.done > 0 { small { (total(model, group, Year::Current)) } }
                }
                @if waits == 0 { (state(progress, AMOUNT, model.words())) }
                @else { span.tag.part { (icon("warn")) (fill(model.words().statement.waits, &[("count", &waits)])) } }
            }
        }
    }
}

/// What stands in a group so far: amounts taken away by themselves count with a minus.
pub(super) fn sum(model: &Model, group: &Group, year: Year) -> Fraction {
    let signed = |account: &Account| match model.assessment().amount(year, account.id) {
        Amount::Known(amount) if account.contra => (-amount).into(),
        Amount::Known(amount) => amount.into(),
        Amount::Unknown => Fraction::ZERO,
    };
    // At most 116 amounts of fifteen digits: the sum fits.
    Fraction::sum(group.accounts(model.assessment().variant).iter().map(signed)).unwrap_or(Fraction::ZERO)
}

fn total(model: &Model, group: &Group, year: Year) -> String {
    let amount = rupiah(model, sum(model, group, year));
    fill(model.words().statement.total, &[("year", &model.year_name(year)), ("amount", &amount)])
}

/// Assets beside liabilities and equity, both years, and what is missing between them.
fn balance(model: &Model) -> Markup {
    let words = &model.words().statement;
    let side = |side: Side, year| {
        let variant = model.assessment().variant;
        let accounts = variant.accounts.iter().filter(move |account| account.side == side);
        accounts.fold(Fraction::ZERO, |sum, account| match model.assessment().amount(year, account.id) {
            Amount::Known(amount) => sum.plus(if account.contra { -amount } else { amount }.into()).unwrap_or(sum),
            Amount::Unknown => sum,
        })
    };
    let column = |year| {
        let assets = side(Side::Asset, year);
        let claims = side(Side::Liability, year).plus(side(Side::Equity, year)).unwrap_or(Fraction::ZERO);
        let gap = assets.minus(claims).unwrap_or(Fraction::ZERO);
        (assets, claims, gap)
    };
    let (now, before) = (column(Year::Current), column(Year::Prior));
    let verdict = |year: Year, gap: Fraction| match gap.is_zero() {
        _ if !model.has_begun(year) => ("open", words.not_started),
        true => ("done", words.balanced),
        false => ("warn", words.gap),
    };
    let years = Year::BOTH.map(|year| model.year_name(year));
    let row = |name: &str, now: Fraction, before: Fraction| {
        html! {
            tr {
                th scope="row" { (name) }
                @for (year, amount) in years.iter().zip([now, before]) { td data-column=(year) { (rupiah(model, amount)) } }
            }
        }
    };
    html! {
        table.totals.labelled {
            caption.unseen { (words.balance) }
            thead { tr { th scope="col" { span.unseen { (words.line) } } @for year in &years { th scope="col" { (year) } } } }
            tbody {
                (row(words.assets, now.0, before.0))
                (row(words.claims, now.1, before.1))
                tr.strong {
                    th scope="row" { (words.difference) }
                    @for (name, (year, gap)) in years.iter().zip([(Year::Current, now.2), (Year::Prior, before.2)]) {
                        @let (sign, word) = verdict(year, gap);
                        td data-column=(name) { (icon(sign)) (word) @if !gap.is_zero() { " " (rupiah(model, gap.abs())) } }
                    }
                }
            }
        }
    }
}

/// What was typed and waits for a yes, each with the way to its field.
pub(super) fn waiting(model: &Model) -> Markup {
    let words = &model.words().statement;
    let variant = model.assessment().variant;
    let books = Year::BOTH.into_iter().map(|year| (year, model.assessment().statements.year(year)));
    let texts: Vec<_> =
        books.flat_map(|(year, book)| book.waiting.iter().map(move |(id, text)| (year, id, text))).collect();
    let named = |id: &str| model.texts().figure(variant, id).unwrap_or_default();
    html! {
        @if !texts.is_empty() {
            section.waiting id="menunggu" {
                h2 { (icon("warn")) (fill(words.waiting, &[("count", &texts.len())])) }
                p.hint { (words.waiting_help) }
                ul.plain {
                    @for (year, id, text) in texts {
                        li {
                            (to_field(model, year, id, named(id))) ", " (model.year_name(year)) ": " q { (text) }
                        }
                    }
                }
            }
        }
    }
}

/// A link to the field of an amount.
pub(super) fn to_field(model: &Model, year: Year, account: &str, words: &str) -> Markup {
    let variant = model.assessment().variant;
    let holds = |group: &&Group| group.accounts(variant).iter().any(|one| one.id == account);
    html! {
        @if let Some(group) = variant.groups.iter().find(holds) {
            a href=(Route::Group(group.id.to_owned()).hash()) data-click={ "find " (year.code()) " " (account) } { (words) }
        }
    }
}

/// *Yang kosong berarti nol*: the owner's word, a year at a time, and for what was never opened a part at a time.
fn complete(model: &Model) -> Markup {
    let words = &model.words().statement;
    html! {
        fieldset.complete {
            legend { (words.complete) }
            p.hint { (words.complete_help) }
            @for year in Year::BOTH {
                @let id = format!("complete-{}", year.code());
                @let ticked = model.assessment().statements.year(year).complete;
                div.check {
                    input type="checkbox" id=(id) data-change={ "complete " (year.code()) } checked[ticked];
                    label for=(id) { (fill(words.complete_year, &[("year", &model.year_name(year))])) }
                }
                @if ticked { (unopened(model, year)) }
            }
        }
    }
}

/// What a tick makes zero, and what it does not: a part without one amount is asked about by itself.
fn unopened(model: &Model, year: Year) -> Markup {
    let (words, variant) = (&model.words().statement, model.assessment().variant);
    let has_entry = |group: &Group| model.assessment().statements.has_entry(variant, year, group);
    let is_blank = |group: &&Group| {
        let book = model.assessment().statements.year(year);
        !group
            .accounts(variant)
            .iter()
            .any(|one| book.amounts.contains_key(one.id) || book.waiting.contains_key(one.id))
    };
    let asked = variant.groups.iter().filter(|group| group.is_asked(variant, year));
    let firsts = asked.clone().filter(|group| part(variant, group).next().is_some_and(|one| one.id == group.id));
    let zeros: Vec<&str> =
        asked.filter(|group| has_entry(group)).filter(is_blank).map(|group| name(model, group.id)).collect();
    html! {
        @for group in firsts.filter(|group| !has_entry(group)) {
            @let named = part_name(model, group);
            div.ask id={ "nol-" (year.code()) "-" (group.id) } {
                p { (icon("warn")) (fill(words.question_all_zero, &[("part", &named), ("year", &model.year_in_text(year))])) }
                p.actions {
                    a.button.second href=(Route::Group(group.id.to_owned()).hash()) { (words.absent_fill) span.unseen { ": " (named) } }
                    button.quiet type="button" data-click={ "all-zero " (year.code()) " " (group.id) } { (words.all_zero) span.unseen { ": " (named) } }
                }
            }
        }
        @if !zeros.is_empty() { p.hint { (fill(words.counted_zero, &[("groups", &zeros.join(", "))])) } }
    }
}

/// What is called complete as one: a whole statement, or a list beside them.
fn part_name(model: &Model, group: &Group) -> &'static str {
    let words = &model.words().statement;
    match group.statement {
        Statement::Balance => words.balance,
        Statement::Result => words.result,
        Statement::Memo => name(model, group.id),
    }
}
