//! The sheet of a village cooperative's RAT: to type, and to read off while typing on the ministry's site.

use maud::{Markup, html};

use super::books::turns;
use super::formula::name;
use super::numbers::rupiah;
use super::parts::{back, button, heading, icon, radios};
use crate::assessment::Amount;
use crate::exact::Fraction;
use crate::locale::fill;
use crate::money::{Entry, Rupiah};
use crate::page::kdmp::{Fill, Gap, Pasted, PastedLine, Refused, field, rows};
use crate::page::rat::RatRoute;
use crate::page::{Model, Route};
use crate::rat::sheet::{Ask, Column, Found, Line, Row, SECTIONS, form};

/// The screen to type.
pub(super) fn view(model: &Model) -> Markup {
    let words = &model.words().kdmp;
    html! {
        (back(&Route::Rat(RatRoute::Ready), model.words()))
        (heading(words.title))
        p.lead { (words.lead) }
        p.hint { (words.paste_help) }
        (pasted(model))
        (asks(model))
        @for section in 0..SECTIONS { (part(model, section)) }
        (checks(model))
        p.actions id="lanjut" { (button(&Route::KdmpList, words.to_list)) }
    }
}

/// The screen to read off, copy, print and hand on.
pub(super) fn list(model: &Model) -> Markup {
    let words = &model.words().kdmp;
    html! {
        (back(&Route::Kdmp, model.words()))
        (heading(words.list_title))
        // On paper the sheet says whose it is, or has room for it.
        @if model.assessment().profile.name.is_none() { p.paper-only { (model.words().report.name) ": ……………………………" } }
        (checks(model))
        p.hint.noprint { (words.copy_help) }
        p.hint { (words.minus) }
        table.totals.labelled {
            thead { tr {
                th scope="col" { (words.line) }
                @for column in Column::BOTH { th scope="col" { (model.sheet_column(column)) } }
            } }
            tbody { @for (row, amounts) in rows(model) {
                tr data-line=(row.id()) {
                    th scope="row" { (model.sheet_row(row)) }
                    @for (column, amount) in Column::BOTH.into_iter().zip(amounts) {
                        td data-column=(model.sheet_column(column)) { (to_copy(model, row, column, amount)) }
                    }
                }
            } }
        }
        p.actions.noprint {
            button.button type="button" data-click="kdmp file xlsx" { (words.xlsx) }
            button.button.second type="button" data-click="kdmp file csv" { (words.csv) }
            button.button.second type="button" data-click="print" { (model.words().rat.print_screen) }
            a.button.second href=(Route::Kdmp.hash()) { (words.to_entry) }
        }
        p.hint { (fill(words.source, &[("source", &form().source.0)])) }
    }
}

/// A figure that a press copies in plain digits. Where the clipboard is closed, the field behind it is what is selected.
fn to_copy(model: &Model, row: Row, column: Column, amount: Option<i64>) -> Markup {
    let words = &model.words().kdmp;
    let Some(amount) = amount else { return html! { "–" } };
    let mark = if matches!(row, Row::Line(_)) { "" } else { "total-" };
    let id = field(column, &[mark, row.id()].concat());
    let copied = model.copied.as_ref().filter(|(of, _)| *of == id);
    html! {
        span.paper-only { (figure(model, amount)) }
        input.unseen id=(id) value=(amount) readonly tabindex="-1" aria-hidden="true";
        button.quiet.noprint type="button" data-click={ "copy-field " (id) } {
            (figure(model, amount))
            span.unseen { " " (row.name().say(model.locale)) }
            @if let Some((_, done)) = copied { " " (icon(if *done { "done" } else { "warn" })) (if *done { words.copied } else { words.by_hand }) }
        }
    }
}

fn figure(model: &Model, amount: i64) -> String {
    rupiah(model, Fraction::whole(amount))
}

/// What a line of the sheet is called, by its key.
pub(super) fn named(model: &Model, id: &str) -> Option<String> {
    form().lines.iter().find(|line| line.id == id).map(|line| line.name.say(model.locale).to_owned())
}

/// A part of the statements, folded, under its sums.
fn part(model: &Model, section: u8) -> Markup {
    let work = model.assessment();
    let sums = work.with_books(|books| {
        let known = Column::BOTH.into_iter().filter(|column| work.sheet.has_figures(*column, books));
        known.map(|column| figure(model, work.sheet.section(column, section, books))).collect::<Vec<_>>().join(" · ")
    });
    html! {
        details.fold id={ "kd-" (section) } open[section == 0] {
            summary { span { (model.sheet_section(section)) " " small { (sums) } } }
            div.amounts {
                div.entry.columns aria-hidden="true" {
                    span { (model.words().kdmp.line) }
                    @for column in Column::BOTH { span { (model.sheet_column(column)) } }
                }
                @for one in form().lines.iter().filter(|line| line.section == section) { (line(model, one)) }
            }
        }
    }
}

/// A line: its name, a field for each column, and what there is to say of them.
fn line(model: &Model, line: &'static Line) -> Markup {
    let words = &model.words().kdmp;
    let name = line.name.say(model.locale);
    let work = model.assessment();
    let held = model.sheet_figure(Column::Year, line);
    let books = work.with_books(|books| work.sheet.of_books(line, books));
    html! {
        div.entry.sourced[held.is_some()] role="group" aria-labelledby={ "kd-" (line.id) } {
            span id={ "kd-" (line.id) } { @if line.minus { "− " } (name) }
            @for column in Column::BOTH { (input(model, line, column)) }
            div.reads {
                @for column in Column::BOTH { (read(model, line, column)) }
            }
            @if let Some(held) = held {
                @if !held.typed { p.origin { (words.books) } }
                @else if let Some(amount) = books.filter(|amount| *amount != held.amount) {
                    p.origin {
                        (fill(words.typed_over, &[("amount", &figure(model, amount))])) " "
                        button.link type="button" data-click={ "kdmp follow " (line.id) } { (words.follow) span.unseen { ": " (name) } }
                    }
                }
            }
        }
    }
}

fn input(model: &Model, line: &'static Line, column: Column) -> Markup {
    let (id, draft) = (field(column, line.id), model.sheet_draft(column, line));
    let bad = draft.as_ref().is_some_and(|draft| draft.meaning.is_err());
    let held = || model.sheet_figure(column, line).and_then(|figure| Rupiah::new(figure.amount));
    let value = match &draft {
        Some(draft) => draft.text.to_owned(),
        None => held().map_or_else(String::new, |amount| amount.figures(model.locale)),
    };
    let title = model.sheet_column(column);
    html! {
        div.field.bad[bad] {
            label.unseen for=(id) { (title) ": " (line.name.say(model.locale)) }
            input.amount id=(id) type="text" autocomplete="off" placeholder=(title) value=(value)
                aria-describedby=[draft.is_some().then(|| format!("{id}-read"))] aria-invalid=[bad.then_some("true")]
                data-change={ "kdmp enter " (column.code()) " " (line.id) } data-paste="kdmp put";
        }
    }
}

/// The question that a draft raises, or why it is not taken.
fn read(model: &Model, line: &Line, column: Column) -> Markup {
    let words = model.words();
    html! {
        div.read id={ (field(column, line.id)) "-read" } {
            @match model.sheet_draft(column, line).map(|draft| draft.meaning) {
                Some(Ok(amount)) => {
                    p.ask { (fill(words.statement.question_confirm, &[("amount", &amount.print(model.locale)), ("words", &amount.words(model.locale))])) }
                    button.quiet type="button" data-click={ "kdmp confirm " (column.code()) " " (line.id) } { (words.statement.confirm) }
                }
                Some(Err(question)) => p.error role="alert" { (icon("warn")) (words.question(question)) " " (words.files.unchanged) },
                None => {},
            }
        }
    }
}

/// Accounts of which only the board knows the line.
fn asks(model: &Model) -> Markup {
    let (words, work) = (&model.words().kdmp, model.assessment());
    let open = work.with_books(|books| work.sheet.open(books));
    html! {
        @if !open.is_empty() {
            section id="kd-tanya" {
                h2 { (words.asks) }
                p.hint { (words.asks_help) }
                @for (ask, sum) in open { (choice(model, ask, sum)) }
            }
        }
    }
}

fn choice(model: &Model, ask: &'static Ask, sum: i64) -> Markup {
    let (words, work) = (&model.words().kdmp, model.assessment());
    let has = |account: &&str| matches!(work.statements.current.amounts.get(account), Some(Amount::Known(_)));
    let names: Vec<&str> = ask.accounts().filter(has).map(|account| name(model, account)).collect();
    let (id, chosen) = (format!("kd-tanya-{}", ask.id), work.sheet.placed.get(ask.id));
    html! {
        div.field {
            label for=(id) { (names.join(", ")) ": " (figure(model, sum)) }
            select id=(id) data-change={ "kdmp place " (ask.id) } {
                option value="" { (words.ask_none) }
                @for line in ask.lines.iter().map(|place| &form().lines[*place]) {
                    option value=(line.id) selected[chosen.is_some_and(|id| id == line.id)] { (line.name.say(model.locale)) }
                }
            }
        }
    }
}

/// A pasted table and where it would go, or why it was refused.
fn pasted(model: &Model) -> Markup {
    let words = model.words();
    html! {
        @if let Some(refused) = model.kdmp.refused {
            p.hint.warn id="tempelan" tabindex="-1" role="alert" {
                (icon("warn"))
                (match refused { Refused::Columns => words.kdmp.refused_columns, Refused::Years => words.kdmp.refused_years, Refused::Unread(question) => words.question(question) })
                " " (words.files.unchanged)
            }
        }
        @if let Some(paste) = &model.kdmp.paste { (preview(model, paste)) }
        @else if let Some(taken) = &model.kdmp.taken {
            @let left = taken.paste.left_out();
            section.notice id=[model.kdmp.refused.is_none().then_some("tempelan")] tabindex="-1" role="status" {
                p { (icon("done")) (fill(words.sheet.taken, &[("count", &taken.filled.len())])) }
                @if !left.is_empty() { p { (icon("warn")) (fill(words.kdmp.left_out, &[("list", &left.join("; "))])) } }
                (gaps(model, &model.sheet_gaps(&taken.paste, true)))
                p.actions { button.quiet type="button" data-click="kdmp undo" { (words.sheet.undo) } }
            }
        }
        @if model.kdmp.undone { p.hint role="status" { (icon("done")) (words.kdmp.undone) } }
    }
}

fn preview(model: &Model, paste: &Pasted) -> Markup {
    let words = model.words();
    let fills = paste.fills();
    let count = fills.iter().filter(|one| one.sum().is_some()).count();
    let columns = paste.rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    let titles = Column::BOTH.map(|column| (column, model.sheet_column(column)));
    let choices = [0, 1].map(|place: usize| {
        let (column, title) = &titles[place];
        (column.code(), title.as_str(), paste.column(0) == Some(*column))
    });
    html! {
        section.paste role="alert" {
            // The focus goes to the heading: a long section would come into view by its end.
            h2 id="tempelan" tabindex="-1" { (fill(words.statement.question_fill_many, &[("count", &count)])) }
            @if paste.by_year.is_empty() { fieldset { legend { (words.kdmp.first_column) } (radios("kd-kolom", "kdmp swap", &choices)) } }
            table.totals.labelled {
                thead { tr {
                    th scope="col" { (words.kdmp.line) }
                    @for place in 0..columns { th scope="col" { (title(model, paste, place)) } }
                } }
                tbody { @for (place, row) in paste.rows.iter().enumerate() { (pasted_row(model, paste, place, row)) } }
            }
            (gaps(model, &model.sheet_gaps(paste, false)))
            (changes(model, &fills))
            p.actions {
                button.button type="button" data-click="kdmp paste yes" disabled[count == 0] { (words.statement.fill_yes) }
                button.quiet type="button" data-click="kdmp paste no" { (words.statement.fill_no) }
            }
        }
    }
}

/// What goes into one line together, and what stands there already and would be another.
fn changes(model: &Model, fills: &[Fill]) -> Markup {
    let (words, locale) = (model.words(), model.locale);
    let name = |one: &Fill| form().lines[one.line].name.say(locale);
    let standing = |one: &Fill| {
        let line = &form().lines[one.line];
        let waits = model.sheet_draft(one.column, line).map(|draft| draft.text.to_owned());
        waits.or_else(|| Some(figure(model, model.sheet_figure(one.column, line)?.amount)))
    };
    let turned = fills.iter().filter_map(|one| {
        let after = figure(model, one.sum()?.get());
        turns(model, name(one), &model.sheet_column(one.column), standing(one), &after)
    });
    let turned: Vec<_> = turned.collect();
    let added = fills.iter().filter(|one| one.amounts.len() > 1).map(|one| {
        let amounts: Vec<_> = one.amounts.iter().map(|amount| figure(model, *amount)).collect();
        let Some(sum) = one.sum() else { return fill(words.sheet.sum_too_large, &[("account", &name(one))]) };
        format!(
            "{}, {}: {} = {}",
            name(one),
            model.sheet_column(one.column),
            amounts.join(" + "),
            figure(model, sum.get())
        )
    });
    let added: Vec<_> = added.collect();
    html! {
        @for (title, told) in [(words.kdmp.sums, added), (words.sheet.changes, turned)] {
            @if !told.is_empty() { h3 { (title) } ul { @for one in told { li { (one) } } } }
        }
    }
}

/// Sums of the paste that the sheet does not come to, each with what of its part goes nowhere.
fn gaps(model: &Model, gaps: &[Gap]) -> Markup {
    let words = &model.words().kdmp;
    let told = |gap: &Gap| {
        let [a, b, c] = [gap.pasted, gap.filled, gap.pasted.saturating_sub(gap.filled).saturating_abs()]
            .map(|one| figure(model, one));
        fill(
            words.gap,
            &[("label", &gap.label), ("column", &model.sheet_column(gap.column)), ("a", &a), ("b", &b), ("gap", &c)],
        )
    };
    html! {
        @for gap in gaps {
            p.hint.warn { (icon("warn")) (told(gap)) @if !gap.missing.is_empty() { " " (fill(words.gap_missing, &[("list", &gap.missing.join("; "))])) } }
        }
    }
}

/// The line for a name without one: the board's own choice, by the parts of the statements. A line that has a row already gets both.
fn choose_line(model: &Model, paste: &Pasted, place: usize, row: &PastedLine) -> Markup {
    let words = &model.words().kdmp;
    let lines = |section: u8| form().lines.iter().enumerate().filter(move |(_, line)| line.section == section);
    let name = |at: usize, line: &Line| {
        let name = line.name.say(model.locale);
        if paste.is_free(place, at) { name.to_owned() } else { fill(words.adds, &[("line", &name)]) }
    };
    let parts = || row.parts.headed().map(|part| model.sheet_section(part)).collect::<Vec<_>>().join(" / ");
    html! {
        select id={ "kd-tempel-" (place) } data-change={ "kdmp row " (place) } aria-label=(fill(words.choose_line, &[("label", &row.label)])) {
            option value="" { (words.leave_out) }
            @for section in 0..SECTIONS {
                optgroup label=(model.sheet_section(section)) {
                    @for (at, line) in lines(section) { option value=(line.id) selected[row.line == Some(at)] { (name(at, line)) } }
                }
            }
        }
        @if let Some(section) = row.crosses() {
            p.hint.warn { (icon("warn")) (fill(words.crosses, &[("part", &parts()), ("group", &model.sheet_section(section))])) }
        }
    }
}

/// What a pasted column becomes.
fn title(model: &Model, paste: &Pasted, place: usize) -> String {
    paste.column(place).map_or_else(|| model.words().kdmp.other_year.to_owned(), |column| model.sheet_column(column))
}

fn pasted_row(model: &Model, paste: &Pasted, place: usize, row: &PastedLine) -> Markup {
    let words = model.words();
    let line = row.line.filter(|_| !row.asked).map(|place| form().lines[place].name.say(model.locale));
    html! {
        tr {
            th scope="row" {
                (line.unwrap_or(&row.label))
                @if row.line.is_none() && row.total.is_none() { " " small { (icon("warn")) (if row.twice { words.kdmp.line_taken } else { words.kdmp.no_line }) } }
                @if row.asked { (choose_line(model, paste, place, row)) }
            }
            @for (place, cell) in row.cells.iter().enumerate() {
                td data-column=(title(model, paste, place)) {
                    @match cell {
                        Ok(Entry::Amount(amount) | Entry::AmountToConfirm(amount)) => (amount.figures(model.locale)),
                        Err(question) => small { (icon("warn")) (words.question(*question)) },
                        Ok(_) => "–",
                    }
                }
            }
        }
    }
}

/// What deserves a look before the sheet is sent; nothing where the sheet is empty.
fn checks(model: &Model) -> Markup {
    let (words, work) = (&model.words().kdmp, model.assessment());
    let found = model.sheet_checks();
    let begun = Column::BOTH.iter().any(|column| work.with_books(|books| work.sheet.has_figures(*column, books)));
    let unplaced = work.with_books(|books| work.sheet.unplaced(books));
    let waiting = work.sheet.waiting.len();
    html! {
        @if begun || waiting > 0 {
            section id="kd-periksa" {
                h2 { (words.checks) }
                // What is not in the sums yet, before anything that follows from them.
                @if unplaced > 0 {
                    p.links.hint.warn { (icon("warn")) a href=(Route::Kdmp.hash()) { (fill(words.unplaced, &[("count", &unplaced)])) } }
                }
                @if waiting > 0 {
                    p.links.hint.warn { (icon("warn")) a href=(Route::Kdmp.hash()) { (fill(words.waiting, &[("count", &waiting)])) } }
                }
                @if found.is_empty() && unplaced + waiting == 0 { p { (icon("done")) (words.checks_none) } }
                @else {
                    p.hint { (words.checks_help) }
                    ul.findings { @for one in &found { (told(model, one)) } }
                }
            }
        }
    }
}

fn told(model: &Model, found: &Found) -> Markup {
    let words = &model.words().kdmp;
    let sentences = [
        words.kd_1,
        words.kd_2,
        words.kd_3,
        words.kd_4,
        words.kd_5,
        words.kd_6,
        words.kd_7,
        words.kd_8,
        words.kd_9,
        words.kd_10,
    ];
    let [a, b] = found.amounts;
    // A number of people is no amount.
    let counts_people = found.check == 8;
    let first = if counts_people { a.to_string() } else { figure(model, a) };
    // A loss is told by its size.
    let second = figure(model, if found.check == 3 { b.saturating_abs() } else { b });
    let gap = figure(model, a.saturating_sub(b).saturating_abs());
    let place = found.check.saturating_sub(1);
    let sentence =
        if found.check == 6 && a != 0 { words.kd_6_costs } else { sentences[place.min(sentences.len() - 1)] };
    let seen = form().seen.get(place).copied().unwrap_or_default();
    html! {
        li data-check={ "KD-" (found.check) } {
            (icon("warn"))
            span {
                @if found.column == Column::Plan { (model.sheet_column(found.column)) ": " }
                (fill(sentence, &[("a", &first), ("b", &second), ("gap", &gap)])) " "
                small { (fill(words.seen, &[("count", &seen), ("all", &form().records)])) }
            }
        }
    }
}
