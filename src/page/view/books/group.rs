//! The amounts of one group as a table: an account a row, a year a column. What else there is to say of an account is
//! behind its name.

use maud::{Markup, html};

use super::super::parts::{back, button, heading, icon, radios};
use super::super::statement::{name, unit_only};
use super::overview::sum;
use super::{rupiah, standing, turns};
use crate::assessment::Amount;
use crate::locale::fill;
use crate::money::{Cell, Entry, Rupiah};
use crate::page::books::sheet::Origin;
use crate::page::books::{self as amounts, Draft, Meaning, Paste, PastedRow};
use crate::page::{Model, Progress, Route};
use crate::rulebook::{Account, AccountText, Statement, Year};

/// The screen.
pub(in super::super) fn view(model: &Model, id: &str) -> Markup {
    let words = model.words();
    let variant = model.assessment().variant;
    let Some(place) = variant.groups.iter().position(|group| group.id == id) else {
        return html! { (heading(words.common.not_found)) };
    };
    let group = &variant.groups[place];
    let next = variant.groups.get(place + 1).map_or(Route::Books, |next| Route::Group(next.id.to_owned()));
    let both = group.is_asked(variant, Year::Prior);
    let accounts = group.accounts(variant);
    let (rare, usual): (Vec<&Account>, Vec<&Account>) =
        accounts.iter().partition(|account| model.amounts.rare.contains(&account.id));
    // What there is none of stands below what there is: the table stays in sight, and Enter leads from field to field.
    let (absent, usual): (Vec<&Account>, Vec<&Account>) =
        usual.into_iter().partition(|account| amounts::is_absent(model, account));
    html! {
        (back(&Route::Books, words))
        p.step { (fill(words.statement.step, &[("place", &(place + 1)), ("all", &variant.groups.len())])) }
        (heading(name(model, id)))
        @if group.statement == Statement::Result { (unit_only(model)) }
        p.hint { (words.statement.entry_help) }
        @if let Some(paste) = &model.amounts.paste { (preview(model, paste)) } @else { (filled(model, accounts)) }
        div.amounts.single[!both] {
            div.entry.columns aria-hidden="true" {
                span { (words.statement.line) }
                span { (model.year_name(Year::Current)) }
                @if both { span { (model.year_name(Year::Prior)) } }
            }
            @for account in usual.into_iter().chain(absent) { (line(model, account)) }
            @if !rare.is_empty() {
                details.rare {
                    summary { (fill(words.statement.rare, &[("count", &rare.len())])) }
                    div { @for account in rare { (line(model, account)) } }
                }
            }
            @if group.statement != Statement::Memo {
                section.entry.running aria-live="polite" {
                    h2 { (words.statement.running) }
                    @for year in Year::BOTH.into_iter().filter(|year| both || *year == Year::Current) {
                        p { span.unseen { (model.year_name(year)) ": " } strong { (rupiah(model, sum(model, group, year))) } }
                    }
                }
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
                button.link type="button" id={ (account.id) "-has" } data-click={ "has " (account.id) } { (words.absent_fill) span.unseen { ": " (text.name) } }
            }
        };
    }
    let origins = origins(model, account);
    html! {
        div.entry.sourced[!origins.is_empty()] role="group" aria-labelledby={ (account.id) "-name" } {
            details.about {
                summary { span id={ (account.id) "-name" } { (text.name) } span.sign aria-hidden="true" { "?" } }
                div {
                    p id={ (account.id) "-hint" } { (model.account_help(account)) }
                    @if account.contra { p { (words.contra_help) } }
                    @for origin in &origins { p { (origin) } }
                    (asides(model, account, text))
                }
            }
            @for year in account.years() { (field(model, account, text, year)) }
            div.reads { @for year in account.years() { (read(model, account, year)) } }
            @if !origins.is_empty() { p.origin { (origins.join("; ")) } }
        }
    }
}

/// From which lines of the board's own sheets the amounts came.
fn origins(model: &Model, account: &'static Account) -> Vec<String> {
    let words = &model.words().statement;
    let one = |origin: Origin| {
        let said = [("sheet", &origin.sheet as &dyn std::fmt::Display), ("row", &origin.row), ("name", &origin.name)];
        fill(if origin.sheet.is_empty() { words.from_paste } else { words.from_sheet }, &said)
    };
    let of = |year| model.origins(year, account.id).into_iter().map(one).collect::<Vec<_>>().join("; ");
    let [current, prior] = Year::BOTH.map(of);
    let mut all = Vec::new();
    if !prior.is_empty() && prior != current {
        all.push(format!("{}: {prior}", model.year_name(Year::Prior)));
    }
    if !current.is_empty() {
        all.insert(0, current);
    }
    all
}

/// What can be said of an account without an amount.
fn asides(model: &Model, account: &'static Account, text: &AccountText) -> Markup {
    let words = &model.words().statement;
    let statements = &model.assessment().statements;
    let can_copy = account.prior
        && !statements.current.amounts.contains_key(account.id)
        && matches!(statements.prior.amounts.get(account.id), Some(Amount::Known(_)));
    html! {
        div.small-actions {
            @for year in account.years() {
                @let unsure = statements.year(year).amounts.get(account.id) == Some(&Amount::Unknown);
                label.inline {
                    input type="checkbox" id={ (amounts::field(year, account.id)) "-unsure" } data-change={ "unsure " (year.code()) " " (account.id) } checked[unsure];
                    " " (fill(words.unsure, &[("year", &model.year_in_text(year))])) span.unseen { ": " (text.name) }
                }
            }
            @if can_copy {
                button.link type="button" data-click={ "same " (account.id) } { (fill(words.same, &[("year", &model.year_in_text(Year::Prior))])) span.unseen { ": " (text.name) } }
            }
        }
    }
}

fn field(model: &Model, account: &'static Account, text: &AccountText, year: Year) -> Markup {
    let id = amounts::field(year, account.id);
    let unsure = model.assessment().statements.year(year).amounts.get(account.id) == Some(&Amount::Unknown);
    let bad = matches!(meaning(model, account, year), Some(Meaning::Doubt(_)));
    let wanted = model.amounts.wanted.as_ref().is_some_and(|(of, one)| *of == year && *one == account.id);
    let (key, name) = (format!("{} {}", year.code(), account.id), model.year_name(year));
    html! {
        div.field.bad[bad].wanted[wanted] {
            label.unseen for=(id) { (name) ": " (text.name) }
            input.amount id=(id) type="text" autocomplete="off" inputmode=[(!account.signed).then_some("numeric")]
                placeholder=(if unsure { model.words().item.unknown } else { &name })
                value=(model.amount_text(year, account.id)) aria-describedby={ (account.id) "-hint " (id) "-read" }
                aria-invalid=[bad.then_some("true")] data-input={ "type " (key) } data-change={ "enter " (key) } data-paste={ "put " (key) };
        }
    }
}

/// What is asked about a field, or what was just typed into it.
fn meaning(model: &Model, account: &Account, year: Year) -> Option<Meaning> {
    let draft = model.amounts.drafts.get(&(year, account.id.to_owned()));
    draft.map(|Draft { meaning, .. }| *meaning).or_else(|| Some(amounts::waiting(model, year, account.id)?.1))
}

/// What a field holds, in words, or the question it raises. Words are said of the last field only: a table of them could
/// not be overseen.
fn read(model: &Model, account: &Account, year: Year) -> Markup {
    let words = &model.words().statement;
    let (id, key) = (amounts::field(year, account.id), format!("{} {}", year.code(), account.id));
    let spelled = |text, amount: Rupiah| {
        fill(text, &[("amount", &amount.print(model.locale)), ("words", &amount.words(model.locale))])
    };
    let spoken = model.amounts.spoken.as_ref().is_some_and(|(of, one)| *of == year && *one == account.id);
    let kept = model.assessment().statements.year(year).amounts.of(account).and_then(Amount::known);
    let asked = meaning(model, account, year);
    // What is asked of both years is told apart.
    let both = Year::BOTH.into_iter().all(|one| meaning(model, account, one).is_some());
    let of = |said: &str| if both { [&model.year_name(year), ": ", said].concat() } else { said.to_owned() };
    let wrong = |amount: &Rupiah| asked.is_none() && *amount < Rupiah::ZERO && !account.signed;
    html! {
        div.read id={ (id) "-read" } {
            @match asked {
                Some(Meaning::Doubt(question)) => p.error { (icon("warn")) (of(model.words().question(question))) },
                Some(Meaning::Likely(amount)) => {
                    (ask(model, &key, &of(&spelled(words.question_confirm, amount))))
                    @if amount < Rupiah::ZERO && !account.signed { (drop_minus(model, &key)) }
                },
                Some(Meaning::Deducted(amount)) => (ask(model, &key, &of(&spelled(words.question_deducted, amount)))),
                Some(Meaning::Typing(Some(amount))) => p { (spelled(words.read_back, amount)) },
                Some(Meaning::Typing(None)) => {},
                None => @if let Some(amount) = kept.filter(|amount| spoken && !wrong(amount)) { p { (spelled(words.read_back, amount)) } },
            }
            @if let Some(amount) = kept.filter(wrong) {
                p.ask { (icon("warn")) (fill(words.is_negative, &[("year", &model.year_name(year)), ("amount", &amount.print(model.locale))])) }
                (drop_minus(model, &key))
            }
        }
    }
}

fn drop_minus(model: &Model, key: &str) -> Markup {
    html! { button.quiet type="button" data-click={ "unsigned " (key) } { (model.words().statement.drop_minus) } }
}

fn ask(model: &Model, key: &str, question: &str) -> Markup {
    html! {
        p.ask { (question) }
        button.quiet type="button" data-click={ "confirm " (key) } { (model.words().statement.confirm) }
    }
}

/// Pasted rows and where they would go; nothing is filled before a yes.
fn preview(model: &Model, paste: &Paste) -> Markup {
    let words = &model.words().statement;
    let variant = model.assessment().variant;
    let (count, left_over) = (paste.fills(variant).len(), paste.left_over(variant));
    let columns = paste.rows.iter().map(|row| row.cells.len().min(2)).max().unwrap_or_default();
    html! {
        section.paste id="tempelan" role="alert" {
            // The focus goes to the heading: a long section would come into view by its end.
            h2 id="judul-tempelan" tabindex="-1" { (fill(words.question_fill_many, &[("count", &count)])) }
            @if paste.asks_year { (which_year(model, paste)) }
            table.totals.labelled {
                thead {
                    tr {
                        th scope="col" { (words.line) }
                        @for column in 0..columns { th scope="col" { (model.year_name(paste.year(column))) } }
                    }
                }
                tbody { @for (place, row) in paste.rows.iter().enumerate() { (pasted(model, paste, place, row, columns)) } }
            }
            (changes(model, paste))
            @if left_over > 0 { p { (fill(words.left_over, &[("count", &left_over)])) } }
            p.actions {
                button.button type="button" data-click="paste yes" disabled[count == 0] { (words.fill_yes) }
                button.quiet type="button" data-click="paste no" { (words.fill_no) }
            }
        }
    }
}

/// Amounts that are there already and would be others.
fn changes(model: &Model, paste: &Paste) -> Markup {
    let turned = paste.fills(model.assessment().variant).into_iter().filter_map(|(year, account, amount)| {
        let before = standing(model, year, account.id);
        turns(model, model.texts()[account].name, &model.year_name(year), before, &rupiah(model, amount.into()))
    });
    let turned: Vec<_> = turned.collect();
    html! {
        @if !turned.is_empty() { h3 { (model.words().sheet.changes) } ul { @for one in turned { li { (one) } } } }
    }
}

/// What was pasted into this screen, and the way back.
fn filled(model: &Model, accounts: &[Account]) -> Markup {
    let (words, filled) = (model.words(), &model.amounts.filled);
    html! {
        @if filled.iter().any(|one| accounts.iter().any(|account| account.id == one.account)) {
            section.notice id="tempelan" tabindex="-1" role="status" {
                p { (icon("done")) (fill(words.sheet.taken, &[("count", &filled.len())])) }
                p.actions { button.quiet type="button" data-click="unpaste" { (words.sheet.undo) } }
            }
        }
        @if model.amounts.undone { p.hint role="status" { (icon("done")) (words.kdmp.undone) } }
    }
}

/// Two columns are two years; where no heading says which, the board does.
fn which_year(model: &Model, paste: &Paste) -> Markup {
    let years = Year::BOTH.map(|year| (year.code(), model.year_name(year), paste.first == year));
    let choices = [0, 1].map(|place| (years[place].0, years[place].1.as_str(), years[place].2));
    html! {
        fieldset {
            legend { (model.words().statement.question_first_column) }
            (radios("paste-first", "paste-first", &choices))
        }
    }
}

fn pasted(model: &Model, paste: &Paste, place: usize, row: &PastedRow, columns: usize) -> Markup {
    let words = &model.words().statement;
    let variant = model.assessment().variant;
    let named = |id: &str| model.texts().figure(variant, id).unwrap_or_default();
    let accounts = amounts::find(variant, &paste.at.1).map(|account| amounts::targets(model, account));
    html! {
        tr {
            th scope="row" {
                @if !row.label.is_empty() { (row.label) }
                select id={ "tempel-" (place) } data-change={ "paste-to " (place) } aria-label=(fill(words.question_account, &[("row", &(place + 1))])) {
                    option value="" selected[row.account.is_none()] { (words.no_account) }
                    @for account in accounts.into_iter().flatten() {
                        option value=(account.id) selected[row.account == Some(account.id)] { (named(account.id)) }
                    }
                }
            }
            @for column in 0..columns { td data-column=(model.year_name(paste.year(column))) { (cell(model, paste, row, column)) } }
        }
    }
}

/// A cell as it would be stored, or why it is not.
fn cell(model: &Model, paste: &Paste, row: &PastedRow, column: usize) -> Markup {
    let words = &model.words().statement;
    let shown = |amount: &Rupiah| {
        let filled = paste.fill(model.assessment().variant, row, column).map_or(*amount, |(_, _, amount)| amount);
        let text = filled.print(model.locale);
        if filled == *amount { text } else { fill(words.deducted, &[("amount", &text)]) }
    };
    let cell: Option<&Cell> = row.cells.get(column);
    match cell {
        Some(Ok(Entry::Amount(amount))) => html! { (shown(amount)) },
        Some(Ok(Entry::AmountToConfirm(amount))) => html! { (shown(amount)) " " small { (words.likely) } },
        Some(Ok(_)) | None => html! { (words.stays_blank) },
        Some(Err(question)) => html! { span.error { (icon("warn")) (model.words().question(*question)) } },
    }
}
