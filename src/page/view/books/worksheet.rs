//! The ministry's own workbook: what a filled one would fill, and the board's copy that is to be filled.

use maud::{Markup, html};

use super::super::parts::{button, icon};
use super::super::statement::name;
use super::rupiah;
use crate::assessment::Amount;
use crate::books::Refusal;
use crate::books::ministry::{self, Filled, FilledAmount, Left, Why};
use crate::locale::fill;
use crate::money::Rupiah;
use crate::page::books::worksheet::{CopyFault, CopyState, Taken};
use crate::page::{Model, Route};
use crate::rulebook::Year;

/// What stands on the screen of a sheet while a workbook of the ministry's is open.
pub(super) fn proposed(model: &Model) -> Option<Markup> {
    model.worksheet.found.as_ref().map(|found| proposal(model, found))
}

/// That one was just taken over, and the way back.
pub(super) fn taken(model: &Model) -> Markup {
    html! { @if let Some(taken) = &model.worksheet.taken { (done(model, taken)) } }
}

/// That what was taken over went out again.
pub(super) fn undone(model: &Model) -> Markup {
    html! { @if model.worksheet.undone { p.hint role="status" { (icon("done")) (model.words().sheet.undone) } } }
}

fn proposal(model: &Model, found: &Filled) -> Markup {
    let words = &model.words().worksheet;
    let counts = [("answers", &found.answers.len() as &dyn std::fmt::Display), ("amounts", &found.amounts.len())];
    let is_empty = found.answers.is_empty() && found.amounts.is_empty();
    html! {
        p.lead { (fill(words.found, &counts)) }
        p { (words.blank) " " (words.unit) }
        @if is_empty { p.hint { (icon("info")) (words.nothing) } }
        (left_out(model, found))
        (changes(model, found))
        (answers(model, found))
        (amounts(model, found))
        p.actions {
            @if !is_empty { button.button id="lembar-ambil" type="button" data-click="lembar take" { (words.take) } }
            button.quiet type="button" data-click="lembar drop" { (model.words().sheet.close_file) }
        }
    }
}

fn done(model: &Model, taken: &Taken) -> Markup {
    let words = &model.words().worksheet;
    html! {
        p.hint role="status" {
            (icon("done")) (fill(words.taken, &[("answers", &taken.answers.len()), ("amounts", &taken.amounts.len())]))
        }
        p.actions {
            (button(&Route::Tasks, model.words().item.to_tasks))
            button.quiet type="button" data-click="lembar undo" { (model.words().sheet.undo) }
        }
        p.actions { button.quiet type="button" data-click="lembar drop" { (words.another) } }
    }
}

/// The sentence of an item, or the name of an account.
fn called(model: &Model, id: &str) -> &'static str {
    model.assessment().variant.item(id).map_or_else(|| name(model, id), |item| model.texts()[item].question)
}

/// Cells that are not taken, each with its reason.
fn left_out(model: &Model, found: &Filled) -> Markup {
    let words = &model.words().worksheet;
    let why = |left: &Left| match left.why {
        Why::Word => words.no_word,
        Why::NoFigure => words.no_figure,
        Why::Sen => words.sen,
        Why::Negative => words.negative,
        Why::TooLarge => words.too_large,
        Why::OtherRow => words.other_row,
    };
    html! {
        @if !found.left.is_empty() {
            section id="lembar-sisa" {
                h2 { (fill(words.left, &[("count", &found.left.len())])) }
                ul.findings {
                    @for left in &found.left {
                        li {
                            strong { (left.place.to_string()) ", " (called(model, left.id)) }
                            ": " (fill(words.written, &[("text", &left.text)])) " " (why(left))
                        }
                    }
                }
            }
        }
    }
}

/// What is there already and would be otherwise.
fn changes(model: &Model, found: &Filled) -> Markup {
    let words = &model.words().worksheet;
    let work = model.assessment();
    let mut turned: Vec<(String, String, String)> = Vec::new();
    for (item, answer) in &found.answers {
        if let Some(before) = work.answers.get(item).filter(|before| *before != answer) {
            turned.push((
                called(model, item).to_owned(),
                model.words().answer(*before).to_owned(),
                model.words().answer(*answer).to_owned(),
            ));
        }
    }
    let shown = |amount: Rupiah| rupiah(model, amount.into());
    for FilledAmount { account, year, amount, .. } in &found.amounts {
        let book = work.statements.year(*year);
        let known = book.amounts.get(account).map(|before| match before {
            Amount::Known(before) => shown(*before),
            Amount::Unknown => model.words().item.unknown.to_owned(),
        });
        let before = book.waiting.get(*account).cloned().or(known);
        if let Some(before) = before.filter(|before| *before != shown(*amount)) {
            turned.push((format!("{} {}", name(model, account), model.year_name(*year)), before, shown(*amount)));
        }
    }
    html! {
        @if !turned.is_empty() {
            section id="lembar-berubah" {
                h2 { (fill(words.changes, &[("count", &turned.len())])) }
                ul {
                    @for (name, before, after) in &turned {
                        li { (fill(words.turns, &[("name", name), ("before", before), ("after", after)])) }
                    }
                }
            }
        }
    }
}

fn answers(model: &Model, found: &Filled) -> Markup {
    html! {
        @if !found.answers.is_empty() {
            details id="lembar-jawaban" {
                summary { (fill(model.words().worksheet.answers, &[("count", &found.answers.len())])) }
                ul.sheet-lines {
                    @for (item, answer) in &found.answers {
                        li data-item=(item) { span { (called(model, item)) } strong { (model.words().answer(*answer)) } }
                    }
                }
            }
        }
    }
}

fn amounts(model: &Model, found: &Filled) -> Markup {
    let words = model.words();
    let amount = |account: &str, year: Year| {
        let amount = found.amounts.iter().find(|one| one.account == account && one.year == year);
        amount.map_or_else(String::new, |one| rupiah(model, one.amount.into()))
    };
    let filled = |id: &str| found.amounts.iter().any(|one| one.account == id);
    html! {
        @if !found.amounts.is_empty() {
            details id="lembar-angka" {
                summary { (fill(words.worksheet.amounts, &[("count", &found.amounts.len())])) }
                table.totals.labelled {
                    thead {
                        tr {
                            th scope="col" { (words.statement.line) }
                            @for year in Year::BOTH { th scope="col" { (model.year_name(year)) } }
                        }
                    }
                    tbody {
                        @for account in model.assessment().variant.accounts.iter().filter(|account| filled(account.id)) {
                            tr data-account=(account.id) {
                                th scope="row" { (name(model, account.id)) }
                                @for year in Year::BOTH {
                                    td data-column=(model.year_name(year)) { (amount(account.id, year)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Under the books, and on the screen of files once the second part is awake: the board's own copy of the workbook, to be
/// filled. Forms whose workbook was never seen have none.
pub(in super::super) fn copy(model: &Model) -> Markup {
    let words = &model.words().worksheet;
    let work = model.assessment();
    let is_begun =
        !work.answers.is_empty() || Year::BOTH.iter().any(|year| !work.statements.year(*year).amounts.is_empty());
    let has_copy = is_begun && !ministry::slots(work.variant).is_empty();
    html! {
        @if has_copy {
            section.files id="salinan" {
                h2 { (words.copy) }
                (copy_state(model))
                div.field {
                    label for="salinan-berkas" { (words.copy_label) }
                    p.hint id="salinan-hint" { (words.copy_help) }
                    input id="salinan-berkas" type="file" accept=".xlsx,.xlsm" aria-describedby="salinan-hint" data-file="copy";
                }
            }
        }
    }
}

fn copy_state(model: &Model) -> Markup {
    let words = &model.words().worksheet;
    match &model.worksheet.copy {
        None => html! {},
        Some(CopyState::Busy) => html! { p.hint role="status" { (icon("info")) (words.copying) } },
        Some(CopyState::Refused(fault)) => html! {
            p.hint.warn id="salinan-kabar" tabindex="-1" role="alert" { (icon("warn")) (refused(model, *fault)) }
        },
        Some(CopyState::Done { name, counts: [answers, amounts, empty], left }) => html! {
            div id="salinan-kabar" tabindex="-1" {
                p.hint role="status" {
                    (icon("done")) (fill(words.copied, &[("name", name), ("answers", answers), ("amounts", amounts)]))
                }
                @if *empty > 0 { p { (fill(words.emptied, &[("count", empty)])) } }
                @if !left.is_empty() { p { (fill(words.copy_left, &[("cells", &left.join(", "))])) } }
                p { (words.reckons) " " a href=(Route::Differences.hash()) { (words.differences) } }
            }
        },
    }
}

fn refused(model: &Model, fault: CopyFault) -> &'static str {
    let words = model.words();
    match fault {
        CopyFault::Other => words.worksheet.other_book,
        CopyFault::Refused(Refusal::Unknown) => words.worksheet.no_copy,
        CopyFault::Refused(refusal) => words.workbook_refusal(refusal),
    }
}
