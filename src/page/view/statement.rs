//! The books: groups with totals, and the amounts of one group with both years side by side.

use maud::{Markup, html};

use super::super::{Draft, Meaning, Model, Paste, Progress, Route, amounts};
use super::parts::{back, button, heading, icon, state};
use crate::assessment::Amount;
use crate::exact::Fraction;
use crate::locale::fill;
use crate::money::{Question, Rupiah};
use crate::rulebook::{Account, AccountText, Group, Side, Statement, Year};

/// A group's plain name.
pub(super) fn name(model: &Model, id: &str) -> &'static str {
    let group = model.assessment().variant.groups.iter().find(|group| group.id == id);
    group.map_or("", |group| model.texts()[group])
}

/// The screen of all groups.
pub(super) fn overview(model: &Model) -> Markup {
    let words = &model.words().statement;
    let parts = [(words.balance, Statement::Balance), (words.result, Statement::Result), (words.memo, Statement::Memo)];
    html! {
        (back(&Route::Tasks, model.words()))
        (heading(words.title))
        p.lead { (words.lead) }
        @for (title, kind) in parts {
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
    }
}

fn groups(model: &Model, kind: Statement) -> impl Iterator<Item = &'static Group> {
    model.assessment().variant.groups.iter().filter(move |group| group.statement == kind)
}

fn group_row(model: &Model, group: &'static Group) -> Markup {
    let progress = Progress::group(model.assessment(), group);
    html! {
        li {
            a href=(Route::Group(group.id.to_owned()).hash()) {
                span.task-name {
                    (name(model, group.id))
                    @if group.statement != Statement::Memo && progress.done > 0 { small { (total(model, group, Year::Current)) } }
                }
                (state(progress, model.words()))
            }
        }
    }
}

/// What stands in a group so far: amounts taken away by themselves count with a minus.
fn sum(model: &Model, group: &Group, year: Year) -> Fraction {
    let book = model.assessment().statements.year(year);
    let signed = |account: &Account| match book.amount(account.id) {
        Amount::Known(amount) if account.contra => Fraction::whole(-amount),
        Amount::Known(amount) => Fraction::whole(amount),
        Amount::Unknown => Fraction::ZERO,
    };
    // At most 116 amounts of fifteen digits: the sum fits.
    Fraction::sum(group.accounts(model.assessment().variant).iter().map(signed)).unwrap_or(Fraction::ZERO)
}

fn total(model: &Model, group: &Group, year: Year) -> String {
    fill(model.words().statement.total, &[("amount", &rupiah(model, sum(model, group, year)))])
}

/// A figure as rupiah; formulas with weights may leave a fraction, which is shown rounded to whole rupiah. The minus is
/// one at which no line breaks: alone, the amount would read as a gain.
pub(super) fn rupiah(model: &Model, value: Fraction) -> String {
    crate::money::rupiah(value, model.locale).replacen('-', "−", 1)
}

/// Assets beside liabilities and equity, both years, and what is missing between them.
fn balance(model: &Model) -> Markup {
    let words = &model.words().statement;
    let side = |side: Side, year| {
        let variant = model.assessment().variant;
        let book = model.assessment().statements.year(year);
        let accounts = variant.accounts.iter().filter(move |account| account.side == side);
        accounts.fold(Fraction::ZERO, |sum, account| match book.amount(account.id) {
            Amount::Known(amount) => {
                sum.plus(Fraction::whole(if account.contra { -amount } else { amount })).unwrap_or(sum)
            }
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
        _ if !model.has_begun(year) => ("open", model.words().tasks.not_started),
        true => ("done", words.balanced),
        false => ("warn", words.gap),
    };
    let years = [words.this_year, words.last_year];
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

/// *Yang kosong berarti nol*: the owner's word, a year at a time.
fn complete(model: &Model) -> Markup {
    let words = &model.words().statement;
    let years = [(Year::Current, words.complete_current), (Year::Prior, words.complete_prior)];
    html! {
        fieldset.complete {
            legend { (words.complete) }
            p.hint { (words.complete_help) }
            @for (year, label) in years {
                @let id = format!("complete-{}", year.code());
                div.check {
                    input type="checkbox" id=(id) data-change={ "complete " (year.code()) } checked[model.assessment().statements.year(year).complete];
                    label for=(id) { (label) }
                }
            }
        }
    }
}

/// The screen of one group.
pub(super) fn group(model: &Model, id: &str) -> Markup {
    let words = model.words();
    let variant = model.assessment().variant;
    let Some(place) = variant.groups.iter().position(|group| group.id == id) else {
        return html! { (heading(words.common.not_found)) };
    };
    let group = &variant.groups[place];
    let next = variant.groups.get(place + 1).map_or(Route::Books, |next| Route::Group(next.id.to_owned()));
    let both = group.accounts(variant).iter().any(|account| account.prior);
    html! {
        (back(&Route::Books, words))
        p.step { (fill(words.statement.step, &[("place", &(place + 1)), ("all", &variant.groups.len())])) }
        (heading(name(model, id)))
        p.hint { (words.statement.entry_help) }
        @if let Some(paste) = &model.paste { (preview(model, paste)) }
        @for account in group.accounts(variant) { (line(model, account)) }
        @if group.statement != Statement::Memo {
            section.running aria-live="polite" {
                h2 { (words.statement.running) }
                p { (words.statement.this_year) ": " strong { (rupiah(model, sum(model, group, Year::Current))) } }
                @if both { p { (words.statement.last_year) ": " strong { (rupiah(model, sum(model, group, Year::Prior))) } } }
            }
        }
        p.actions id="lanjut" tabindex="-1" {
            (button(&next, words.common.next))
            a.button.second href=(Route::Books.hash()) { (words.statement.to_groups) }
            @if !Progress::group(model.assessment(), group).is_complete() {
                button.quiet type="button" data-click="has-no-more" { (words.statement.absent_rest) }
            }
        }
    }
}

/// One account: its name, what belongs in it, and a field for each year.
fn line(model: &Model, account: &'static Account) -> Markup {
    let words = &model.words().statement;
    let text = &model.texts()[account];
    if amounts::is_absent(model, account) {
        return html! {
            div.absent {
                span { (text.name) } span.tag { (words.absent) }
                button.link type="button" id={ (account.id) "-has" } data-click={ "has " (account.id) " yes" } { (words.absent_fill) span.unseen { ": " (text.name) } }
            }
        };
    }
    html! {
        fieldset.account {
            legend { (text.name) }
            p.hint id={ (account.id) "-hint" } { (text.hint) }
            @if account.contra { p.hint { (icon("info")) (words.contra_help) } }
            div.years {
                (field(model, account, text, Year::Current))
                @if account.prior { (field(model, account, text, Year::Prior)) }
            }
        }
    }
}

fn field(model: &Model, account: &'static Account, text: &AccountText, year: Year) -> Markup {
    let words = &model.words().statement;
    let id = format!("{}-{}", account.id, year.code());
    let draft = model.drafts.get(&(year, account.id.to_owned()));
    let kept = model.assessment().statements.year(year).amounts.get(account.id);
    let unsure = kept == Some(&Amount::Unknown);
    let label = if year == Year::Current { words.this_year } else { words.last_year };
    let bad = matches!(draft, Some(Draft { meaning: Meaning::Doubt(_), .. }));
    let key = format!("{} {}", year.code(), account.id);
    html! {
        div.field.bad[bad] {
            label for=(id) { (label) span.unseen { ": " (text.name) } }
            input.amount id=(id) type="text" autocomplete="off" inputmode=[(!account.signed).then_some("numeric")]
                value=(model.amount_text(year, account.id)) aria-describedby={ (account.id) "-hint " (id) "-read" }
                aria-invalid=[bad.then_some("true")] data-input={ "type " (key) } data-change={ "enter " (key) };
            div.read id={ (id) "-read" } { (read_back(model, draft, kept, &key)) }
            div.small-actions {
                label.inline { input type="checkbox" data-change={ "unsure " (key) } checked[unsure]; " " (model.words().item.unknown) span.unseen { ": " (text.name) } }
                @if year == Year::Current && account.prior && kept.is_none() && matches!(prior(model, account), Some(Amount::Known(_))) {
                    button.link type="button" data-click={ "same " (account.id) } { (words.same) span.unseen { ": " (text.name) } }
                }
                @if year == Year::Current && amounts::is_blank(model, account) {
                    button.link type="button" data-click={ "has " (account.id) " no" } { (words.absent_mark) span.unseen { ": " (text.name) } }
                }
            }
        }
    }
}

fn prior(model: &Model, account: &Account) -> Option<Amount> {
    model.assessment().statements.prior.amounts.get(account.id).copied()
}

/// What the field holds, in words, or the question it raises.
fn read_back(model: &Model, draft: Option<&Draft>, kept: Option<&Amount>, key: &str) -> Markup {
    let words = &model.words().statement;
    let spelled = |amount: Rupiah| {
        fill(words.read_back, &[("amount", &amount.print(model.locale)), ("words", &amount.words(model.locale))])
    };
    match (draft.map(|draft| draft.meaning), kept) {
        (Some(Meaning::Doubt(question)), _) => html! { p.error { (icon("warn")) (doubt(model, question)) } },
        (Some(Meaning::Likely(amount)), _) => html! {
            p.ask { (fill(words.question_confirm, &[("amount", &amount.print(model.locale)), ("words", &amount.words(model.locale))])) }
            button.quiet type="button" data-click={ "confirm " (key) } { (words.confirm) }
        },
        (Some(Meaning::Typing(Some(amount))), _) => html! { p { (spelled(amount)) } },
        (Some(Meaning::Typing(None)), _) => html! {},
        (None, Some(Amount::Known(rupiah))) => {
            html! { @if let Some(amount) = Rupiah::new(*rupiah) { p { (spelled(amount)) } } }
        }
        (None, _) => html! {},
    }
}

/// The question that a doubtful amount raises.
fn doubt(model: &Model, question: Question) -> &'static str {
    model.words().question(question)
}

/// Pasted cells and where they would go; nothing is filled before a yes.
fn preview(model: &Model, paste: &Paste) -> Markup {
    let words = &model.words().statement;
    let named = |id: &str| model.texts().figure(model.assessment().variant, id).unwrap_or_default();
    html! {
        section.paste id="tempelan" tabindex="-1" role="alert" {
            h2 { (fill(words.question_fill_many, &[("count", &paste.cells.len())])) }
            table {
                thead { tr { th scope="col" { (words.line) } th scope="col" { (words.year) } th scope="col" { (words.amount) } } }
                tbody {
                    @for (year, account, cell) in &paste.cells {
                        tr {
                            th scope="row" { (named(account)) }
                            td { (if *year == Year::Current { words.this_year } else { words.last_year }) }
                            td {
                                @match cell {
                                    Ok(Some(amount)) => (amount.print(model.locale)),
                                    Ok(None) => (words.stays_blank),
                                    Err(question) => span.error { (icon("warn")) (doubt(model, *question)) },
                                }
                            }
                        }
                    }
                }
            }
            @if paste.left_over > 0 { p { (fill(words.left_over, &[("count", &paste.left_over)])) } }
            p.actions {
                button.button type="button" data-click="paste yes" { (words.fill_yes) }
                button.quiet type="button" data-click="paste no" { (words.fill_no) }
            }
        }
    }
}
