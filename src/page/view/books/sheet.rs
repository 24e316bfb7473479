//! A sheet of the board's own, pasted whole: where to paste it, what it proposes, what was taken over.

use maud::{Markup, html};

use super::super::parts::{back, button, heading, icon, radios};
use super::worksheet;
use super::{rupiah, standing, turns};
use crate::assessment::Amount;
use crate::books::{Finding, Line};
use crate::exact::Fraction;
use crate::locale::fill;
use crate::money::Rupiah;
use crate::page::books::sheet::{Columns, Outcome, SheetFault, SheetRead, Stands, Taken, Workbook};
use crate::page::{Model, Route};
use crate::rulebook::{Account, Side, Year};

/// The screen.
pub(in super::super) fn view(model: &Model) -> Markup {
    let words = &model.words().sheet;
    html! {
        (back(&Route::Books, model.words()))
        (heading(words.title))
        @match (worksheet::proposed(model), &model.sheet.read) {
            (Some(shown), _) => { (file_name(model)) (shown) },
            (None, Some(read)) => { (file_name(model)) (proposal(model, read)) },
            (None, None) if model.worksheet.taken.is_some() && model.sheet.fault.is_none() && !model.sheet.reading => (worksheet::taken(model)),
            (None, None) => {
                (worksheet::taken(model))
                (worksheet::undone(model))
                @if let Some(taken) = &model.sheet.taken { (done(model, taken)) }
                @if model.sheet.undone { p.hint role="status" { (icon("done")) (words.undone) } }
                @if let Some(book) = &model.sheet.book { (sheets(model, book)) } @else { (field(model)) }
            }
        }
    }
}

/// Of which file all this is.
fn file_name(model: &Model) -> Markup {
    let words = &model.words().sheet;
    html! { @if !model.sheet.file.is_empty() { p { (fill(words.of_file, &[("name", &model.sheet.file)])) } } }
}

/// The sheets of the open workbook, to choose from.
fn sheets(model: &Model, book: &Workbook) -> Markup {
    let words = &model.words().sheet;
    html! {
        (file_name(model))
        h2 { (words.which) }
        ul.plain.sheet-list {
            @for (place, (sheet, known)) in book.sheets.iter().enumerate() {
                li {
                    button.quiet type="button" data-click={ "neraca pick " (place) } {
                        strong { (sheet.name) }
                        span {
                            @if book.taken.contains(&place) { (icon("done")) (words.sheet_taken) }
                            @else { (fill(words.known_lines, &[("count", known)])) }
                        }
                    }
                }
            }
        }
        @if !book.others.is_empty() { p.hint { (fill(words.other_sheets, &[("names", &book.others.join(", "))])) } }
        p.actions { button.quiet type="button" data-click="neraca drop" { (words.close_file) } }
    }
}

/// A workbook or a table in a file.
pub(super) fn file(model: &Model) -> Markup {
    let words = &model.words().sheet;
    html! {
        div.field {
            label for="neraca-berkas" { (words.file) }
            p.hint id="neraca-berkas-hint" { (words.file_help) }
            input id="neraca-berkas" type="file" accept=".xlsx,.xls,.xlsm,.ods,.csv,.tsv,.txt" aria-describedby="neraca-berkas-hint" data-file="sheet";
        }
    }
}

/// Where a sheet comes in.
fn field(model: &Model) -> Markup {
    let words = &model.words().sheet;
    html! {
        @if model.sheet.reading { p.hint role="status" { (icon("info")) (words.reading) } }
        @if model.sheet.taken.is_none() { p.lead { (words.lead) } }
        @if let Some(fault) = model.sheet.fault { p.hint.warn id="neraca-galat" tabindex="-1" role="alert" { (icon("warn")) @if !model.sheet.file.is_empty() { (model.sheet.file) ": " } (refused(model, fault)) " " (model.words().files.unchanged) } }
        div.field {
            label for="neraca-isi" { (words.field) }
            p.hint id="neraca-isi-hint" { (words.field_help) }
            textarea id="neraca-isi" rows="6" autocomplete="off" spellcheck="false" aria-describedby="neraca-isi-hint"
                data-paste="neraca paste" data-input="neraca type" { (model.sheet.typed) }
        }
        @if !model.sheet.typed.trim().is_empty() {
            p.actions { button.button type="button" data-click="neraca read" { (words.read) } }
        }
        (file(model))
    }
}

fn refused(model: &Model, fault: SheetFault) -> &'static str {
    let words = model.words();
    match fault {
        SheetFault::Refused(refusal) => words.workbook_refusal(refusal),
        SheetFault::TooLarge => words.sheet.too_large,
        SheetFault::Nothing => words.sheet.nothing,
    }
}

/// What was taken over, and the way back.
fn done(model: &Model, taken: &Taken) -> Markup {
    let words = &model.words().sheet;
    html! {
        p.hint role="status" { (icon("done")) (fill(words.taken, &[("count", &taken.fields.len())])) }
        (left(model))
        p.actions {
            (button(&Route::Books, model.words().statement.to_groups))
            button.quiet type="button" data-click="neraca undo" { (words.undo) }
        }
        @if model.sheet.book.is_none() { h2 { (words.again) } }
    }
}

/// After sheets were taken over: the lines that stayed out with their sums, and by how much a balance does not close.
pub(super) fn left(model: &Model) -> Markup {
    let words = &model.words().sheet;
    let lines = model.sheet.taken.as_ref().map(|taken| taken.left.as_slice()).unwrap_or_default();
    let amounts = |amounts: [Option<i64>; 2]| {
        let said = Year::BOTH.into_iter().zip(amounts).filter_map(|(year, amount)| {
            Some(format!("{} {}", model.year_name(year), rupiah(model, Fraction::whole(amount?))))
        });
        said.collect::<Vec<_>>().join(" · ")
    };
    let sums = [0, 1].map(|at| lines.iter().filter_map(|(_, amounts)| amounts[at]).reduce(i64::saturating_add));
    html! {
        @if !lines.is_empty() {
            p.hint.warn { (icon("warn")) (fill(words.stayed_out, &[("count", &lines.len()), ("amounts", &amounts(sums))])) }
            ul.findings { @for (label, line) in lines { li { strong { (label) } ": " (amounts(*line)) } } }
        }
        @for sentence in Year::BOTH.into_iter().filter_map(|year| unbalanced(model, year)) {
            p.hint.warn { (icon("warn")) (sentence) }
        }
    }
}

/// Whether the known amounts of a year do not close.
pub(super) fn is_unbalanced(model: &Model) -> bool {
    Year::BOTH.into_iter().any(|year| unbalanced(model, year).is_some())
}

/// By how much the known amounts of a year do not close; nothing where they do, or one side is still empty.
fn unbalanced(model: &Model, year: Year) -> Option<String> {
    let assessment = model.assessment();
    let sum = |sides: &[Side]| {
        let accounts = assessment.variant.accounts.iter().filter(|account| sides.contains(&account.side));
        let known = accounts.filter_map(|account| match assessment.statements.year(year).amounts.get(account.id)? {
            Amount::Known(amount) => Some(if account.contra { -*amount } else { *amount }),
            Amount::Unknown => None,
        });
        known.map(Rupiah::get).reduce(i64::saturating_add)
    };
    let (left, right) = (sum(&[Side::Asset])?, sum(&[Side::Liability, Side::Equity])?);
    let [a, b, gap] =
        [left, right, left.abs_diff(right).try_into().ok()?].map(|amount: i64| rupiah(model, Fraction::whole(amount)));
    let said: [(&str, &dyn std::fmt::Display); 4] =
        [("year", &model.year_name(year)), ("left", &a), ("right", &b), ("gap", &gap)];
    (left != right).then(|| fill(model.words().sheet.balance, &said))
}

/// Everything that the sheet says, what is asked, and the one step.
fn proposal(model: &Model, read: &SheetRead) -> Markup {
    let words = &model.words().sheet;
    let outcome = read.outcome(model.assessment().variant);
    let open = (0..read.proposal.lines.len()).filter(|place| read.is_open(*place)).count();
    html! {
        @if !read.sheet.name.is_empty() { p { strong { (read.sheet.name) } } }
        p.lead { (fill(words.lines, &[("count", &read.proposal.lines.len()), ("years", &years(model, read))])) }
        (unit(model, read))
        (columns(model, read))
        (findings(model, read, &outcome))
        (doubtful(model, read))
        (sure(model, read))
        (left_out(model, read))
        (proofs(model, read))
        (changes(model, read, &outcome))
        (fills(model, read, &outcome))
        @if open > 0 { p.hint { (icon("info")) (fill(words.unanswered, &[("count", &open)])) } }
        @if outcome.fills.is_empty() { p.hint.warn { (icon("warn")) (words.nothing_to_take) } }
        p.actions {
            @if !outcome.fills.is_empty() {
                button.button id="neraca-ambil" type="button" data-click="neraca take" { (fill(words.take, &[("count", &outcome.fills.len())])) }
            }
            button.quiet type="button" data-click="neraca drop" { (if model.sheet.book.is_some() { words.back_to_sheets } else { words.again }) }
        }
    }
}

/// A year as the board knows it: its last day once the book year is known, else as the sheet says it.
fn year(model: &Model, read: &SheetRead, year: Year) -> String {
    let years = read.proposal.years;
    let said = match (read.columns(), year) {
        (Columns::Newer, Year::Current) | (Columns::Before, Year::Prior) => years.current,
        (Columns::Newer, Year::Prior) => years.prior,
        _ => None,
    };
    match said {
        Some(said) if model.assessment().profile.book_year_end.is_none() => said.to_string(),
        _ => model.year_name(year),
    }
}

fn years(model: &Model, read: &SheetRead) -> String {
    let two = read.proposal.lines.iter().any(|line| read.columns().of(line)[1].is_some());
    let shown = Year::BOTH.into_iter().filter(|year| match year {
        Year::Current => read.columns() != Columns::Before,
        Year::Prior => two,
    });
    shown.map(|one| year(model, read, one)).collect::<Vec<_>>().join(", ")
}

fn unit(model: &Model, read: &SheetRead) -> Markup {
    let words = &model.words().sheet;
    let choice = |unit: i64| {
        let (code, label) = match unit {
            1 => ("1", words.unit_plain),
            1_000 => ("1000", words.unit_thousands),
            _ => ("1000000", words.unit_millions),
        };
        (code, label, read.unit == Some(unit))
    };
    let choices: Vec<_> = read.units().iter().map(|unit| choice(*unit)).collect();
    html! {
        @if !choices.is_empty() {
            fieldset.question id="neraca-satuan" tabindex="-1" {
                legend { (words.question_unit) }
                @if read.small { p.hint { (words.small) } }
                @if read.hurried && read.asks_unit() { p.error { (icon("warn")) (words.answer_first) } }
                (radios("neraca-unit", "neraca unit", &choices))
            }
        }
    }
}

fn columns(model: &Model, read: &SheetRead) -> Markup {
    let words = &model.words().sheet;
    let [current, prior] = Year::BOTH.map(|year| model.year_name(year));
    let two = read.proposal.lines.iter().any(|line| line.amounts.prior.is_some());
    let label = |columns: Columns| {
        let of = |year: &str| {
            read.proposal.years.current.map(|sheet| fill(words.year_is, &[("sheet", &sheet), ("year", &year)]))
        };
        match columns {
            Columns::Swapped => fill(words.swapped, &[("current", &current), ("prior", &prior)]),
            Columns::Before => of(&prior).unwrap_or_else(|| fill(words.newer, &[("current", &prior)])),
            Columns::Newer => of(&current).unwrap_or_else(|| {
                let text = if two { words.newer_two } else { words.newer };
                fill(text, &[("current", &current), ("prior", &prior)])
            }),
        }
    };
    let labels: Vec<(Columns, String)> = read.column_choices().iter().map(|one| (*one, label(*one))).collect();
    let choices: Vec<(&str, &str, bool)> =
        labels.iter().map(|(one, label)| (one.code(), label.as_str(), read.columns == Some(*one))).collect();
    let is_other = read.proposal.findings.iter().any(|finding| matches!(finding, Finding::OtherYear { .. }));
    html! {
        @if !read.proposal.columns.is_empty() { (every_column(model, read)) }
        @if is_other { p.links { a href=(Route::Profile.hash()) { (words.to_year) } } }
        @if !choices.is_empty() {
            fieldset.question id="neraca-kolom" tabindex="-1" {
                legend { (words.question_columns) }
                @if read.hurried && read.asks_columns() { p.error { (icon("warn")) (words.answer_first) } }
                (radios("neraca-columns", "neraca columns", &choices))
            }
        }
    }
}

/// For each year all columns of the sheet, and none of them.
fn every_column(model: &Model, read: &SheetRead) -> Markup {
    let words = &model.words().sheet;
    let columns = &read.proposal.columns;
    let heading = |at: usize| {
        let text = columns[at].as_str();
        if text.is_empty() { fill(words.column, &[("number", &(at + 1))]) } else { text.to_owned() }
    };
    let names: Vec<(String, String)> = (0..columns.len()).map(|at| (at.to_string(), heading(at))).collect();
    html! {
        @for (year, chosen) in Year::BOTH.into_iter().zip(read.chosen) {
            fieldset.question id={ "neraca-kolom" @if year == Year::Prior { "-lalu" } } tabindex="-1" {
                legend { (fill(words.question_column, &[("year", &model.year_name(year))])) }
                @if read.hurried && read.asks_columns() && year == Year::Current { p.error { (icon("warn")) (words.answer_first) } }
                @let mut choices = names.iter().enumerate().map(|(at, (code, name))| (code.as_str(), name.as_str(), chosen == Some(Some(at)))).collect::<Vec<_>>();
                @let () = choices.push(("none", words.no_column, chosen == Some(None)));
                (radios(&format!("neraca-column-{}", year.code()), &format!("neraca column {}", year.code()), &choices))
            }
        }
    }
}

/// What is odd about the sheet; what is asked above is not said twice.
fn findings(model: &Model, read: &SheetRead, outcome: &Outcome) -> Markup {
    let words = &model.words().sheet;
    let told = read.proposal.findings.iter().filter(|finding| !matches!(finding, Finding::Unit(_) | Finding::Small));
    let mut told: Vec<String> = told.map(|finding| model.locale.sheet_finding(&read.proposal, finding)).collect();
    let heading = |id: &&str| fill(words.sum_too_large, &[("account", &name(model, id))]);
    told.extend(outcome.too_large.iter().map(heading));
    html! {
        @if !told.is_empty() { ul.findings { @for sentence in told { li { (icon("warn")) (sentence) } } } }
    }
}

fn name(model: &Model, account: &str) -> &'static str {
    model.texts().figure(model.assessment().variant, account).unwrap_or_default()
}

fn account<'m>(model: &'m Model, id: &str) -> Option<&'m Account> {
    model.assessment().variant.accounts.iter().find(|account| account.id == id)
}

/// The amounts of a line, the book year first, as the account keeps them where there is one.
fn amounts(model: &Model, read: &SheetRead, place: usize) -> Markup {
    let line = &read.proposal.lines[place];
    let kept = read.account(place).and_then(|id| account(model, id));
    let amounts = kept.map_or_else(|| read.columns().of(line), |account| read.amounts(place, account));
    html! {
        span.sheet-amounts {
            @for (one, amount) in Year::BOTH.into_iter().zip(amounts) {
                @if let Some(amount) = amount { span { small { (year(model, read, one)) } " " (rupiah(model, Fraction::whole(amount))) } " " }
            }
        }
    }
}

/// Lines that the board must send somewhere, one by one, and those that go where the sheet itself says they do not belong.
fn doubtful(model: &Model, read: &SheetRead) -> Markup {
    let words = &model.words().sheet;
    let lines = read.proposal.lines.iter().enumerate();
    let told: Vec<_> = lines.map(|(place, line)| (place, line, crosses(model, read, place))).collect();
    let told: Vec<_> = told.into_iter().filter(|(place, _, crosses)| *crosses || read.asks(*place)).collect();
    let open = told.iter().filter(|(place, ..)| read.is_open(*place)).count();
    let crossing = told.iter().filter(|(.., crosses)| *crosses).count();
    html! {
        @if !told.is_empty() {
            section id="neraca-tanya" {
                @if open > 0 { h2 { (fill(words.doubtful, &[("count", &open)])) } }
                @if crossing > 0 { h2 { (icon("warn")) (fill(words.crossings, &[("count", &crossing)])) } }
                @if open + crossing == 0 { h2 { (icon("done")) (words.answered) } }
                @for (place, line, _) in told { (doubt(model, read, place, line)) }
            }
        }
    }
}

fn crosses(model: &Model, read: &SheetRead, place: usize) -> bool {
    read.crossing(place, model.assessment().variant).is_some()
}

/// That a line goes to a part of the form other than the part of the sheet it stands in.
fn crossing(model: &Model, read: &SheetRead, place: usize) -> Markup {
    let (variant, words) = (model.assessment().variant, &model.words().sheet);
    let found = read.crossing(place, variant).and_then(|(stands, account)| {
        let group = account.group(variant)?;
        let stands = match stands {
            Stands::In(total) => &total.label,
            Stands::Among(Side::Revenue) => words.revenue,
            Stands::Among(_) => words.expense,
        };
        Some(fill(words.crosses, &[("total", &stands), ("group", &model.texts()[group])]))
    });
    html! { @if let Some(told) = found { p.hint.warn { (icon("warn")) (told) } } }
}

fn doubt(model: &Model, read: &SheetRead, place: usize, line: &Line) -> Markup {
    let words = &model.words().sheet;
    let choice = read.choices.get(&place);
    let chosen = read.account(place);
    let mut accounts: Vec<&str> = line.candidates.iter().map(String::as_str).collect();
    accounts.extend(chosen.filter(|id| !line.candidates.iter().any(|one| one == id)));
    let mut choices: Vec<(&str, &str, bool)> =
        accounts.into_iter().map(|id| (id, name(model, id), chosen == Some(id))).collect();
    if columns_of(read, line).all(|(_, whole)| whole > 0) {
        choices.push(("split", words.split, read.splits.contains_key(&place)));
    }
    choices.push(("none", words.not_this, choice == Some(&None)));
    choices.push(("other", words.other, read.open == Some(place)));
    html! {
        fieldset.question {
            legend { (line.label) }
            p { (amounts(model, read, place)) }
            (crossing(model, read, place))
            (radios(&format!("baris-{place}"), &format!("neraca put {place}"), &choices))
            (every_account(model, read, place, line))
            (halves(model, read, place, line))
        }
    }
}

/// The amounts of a line with their years.
fn columns_of(read: &SheetRead, line: &Line) -> impl Iterator<Item = (Year, i64)> {
    Year::BOTH.into_iter().zip(read.columns().of(line)).filter_map(|(year, amount)| Some((year, amount?)))
}

/// The two accounts of a line that is shared: how much the first gets, and what is left for the other.
fn halves(model: &Model, read: &SheetRead, place: usize, line: &Line) -> Markup {
    let words = &model.words().sheet;
    let Some(split) = read.splits.get(&place) else { return html! {} };
    let choose = |which: usize| {
        html! {
            select id={ "bagi-" (place) "-" (which) } data-change={ "neraca share-to " (place) " " (which) } aria-label=(fill(words.choose, &[("label", &line.label)])) {
                option value="" selected[split.accounts[which].is_none()] { (fill(words.choose, &[("label", &line.label)])) }
                (account_options(model, split.accounts[which]))
            }
        }
    };
    let parts = |year: Year, whole| split.parts(usize::from(year == Year::Prior), whole);
    html! {
        div.halves {
            (choose(0))
            @for (at, whole) in columns_of(read, line) {
                @let typed = &split.typed[usize::from(at == Year::Prior)];
                @let wrong = !typed.trim().is_empty() && parts(at, whole).is_none();
                @let id = format!("bagi-{place}-{}", at.code());
                div.field.bad[wrong] {
                    label for=(id) { (fill(words.part_of, &[("account", &split.accounts[0].map_or(words.part, |id| name(model, id))), ("year", &year(model, read, at))])) }
                    input.amount id=(id) type="text" inputmode="numeric" autocomplete="off" value=(typed) aria-invalid=[wrong.then_some("true")]
                        aria-describedby=[wrong.then(|| format!("{id}-salah"))] data-input={ "neraca share " (place) " " (at.code()) };
                    @if wrong { p.error id={ (id) "-salah" } { (icon("warn")) (fill(words.part_wrong, &[("amount", &rupiah(model, Fraction::whole(whole)))])) } }
                }
            }
            (choose(1))
            @for (at, whole) in columns_of(read, line) {
                @if let Some([_, rest]) = parts(at, whole) {
                    p { (fill(words.rest, &[("account", &split.accounts[1].map_or(words.part, |id| name(model, id))), ("year", &year(model, read, at)), ("amount", &rupiah(model, Fraction::whole(rest)))])) }
                }
            }
        }
    }
}

/// All accounts of the form by their groups.
fn account_options(model: &Model, chosen: Option<&str>) -> Markup {
    let variant = model.assessment().variant;
    html! {
        @for group in variant.groups {
            optgroup label=(model.texts()[group]) {
                @for account in group.accounts(variant) { option value=(account.id) selected[chosen == Some(account.id)] { (model.texts()[account].name) } }
            }
        }
    }
}

/// All accounts of the form, for the one line that is to go elsewhere.
fn every_account(model: &Model, read: &SheetRead, place: usize, line: &Line) -> Markup {
    let words = &model.words().sheet;
    html! {
        @if read.open == Some(place) {
            select id={ "pos-" (place) } data-change={ "neraca put " (place) } aria-label=(fill(words.choose, &[("label", &line.label)])) {
                option value="" selected { (fill(words.choose, &[("label", &line.label)])) }
                option value="none" { (words.not_this) }
                (account_options(model, None))
            }
        }
    }
}

/// Lines that any bookkeeper would place alike, folded by the side of the books, each with its way elsewhere.
fn sure(model: &Model, read: &SheetRead) -> Markup {
    let words = &model.words().sheet;
    let sides = [
        (Side::Asset, words.asset),
        (Side::Liability, words.liability),
        (Side::Equity, words.equity),
        (Side::Revenue, words.revenue),
        (Side::Expense, words.expense),
        (Side::Memo, words.memo),
    ];
    html! {
        section id="neraca-yakin" {
            h2 { (words.sure) }
            @if !read.recalled.is_empty() { p.hint { (icon("info")) (fill(words.recalled, &[("count", &read.recalled.len())])) } }
            @for (side, title) in sides { (side_lines(model, read, side, title)) }
        }
    }
}

fn side_lines(model: &Model, read: &SheetRead, side: Side, title: &str) -> Markup {
    let words = &model.words().sheet;
    let places = placed(model, read, |account| account.side == side);
    let sum = places.iter().fold(Fraction::ZERO, |sum, (place, account)| {
        let [current, prior] = read.amounts(*place, account);
        let amount = if read.columns() == Columns::Before { prior } else { current }.unwrap_or_default();
        let amount = if account.contra { -amount } else { amount };
        sum.plus(Fraction::whole(amount)).unwrap_or(sum)
    });
    let said = [("side", &title as &dyn std::fmt::Display), ("count", &places.len()), ("amount", &rupiah(model, sum))];
    html! {
        @if !places.is_empty() {
            details {
                summary { (fill(words.side_lines, &said)) }
                ul.sheet-lines { @for (place, _) in &places { (line(model, read, *place)) } }
            }
        }
    }
}

/// Lines that go to accounts of a kind and are not asked about.
fn placed<'m>(model: &'m Model, read: &SheetRead, kind: impl Fn(&Account) -> bool) -> Vec<(usize, &'m Account)> {
    let places = (0..read.proposal.lines.len()).filter(|place| !read.asks(*place) && !crosses(model, read, *place));
    let found = places.filter_map(|place| Some((place, account(model, read.account(place)?)?)));
    found.filter(|(_, account)| kind(account)).collect()
}

fn line(model: &Model, read: &SheetRead, place: usize) -> Markup {
    let words = &model.words().sheet;
    let line = &read.proposal.lines[place];
    let to = read.account(place).map_or(words.no_account, |id| name(model, id));
    html! {
        li {
            span { strong { (line.label) } " → " (to) }
            (amounts(model, read, place))
            @if read.open == Some(place) {
                (every_account(model, read, place, line))
            } @else {
                button.link type="button" data-click={ "neraca change " (place) } { (words.change) span.unseen { ": " (line.label) } }
            }
        }
    }
}

/// Lines that go nowhere, by the sheet or by the board; a printed total is no such line.
fn left_out(model: &Model, read: &SheetRead) -> Markup {
    let words = &model.words().sheet;
    let out = |place: &usize| !read.asks(*place) && read.takes(*place) && read.account(*place).is_none();
    let places: Vec<usize> = (0..read.proposal.lines.len()).filter(out).collect();
    html! {
        @if !places.is_empty() {
            details {
                summary { (fill(words.left_out, &[("count", &places.len())])) }
                ul.sheet-lines { @for place in places { (line(model, read, place)) } }
            }
        }
    }
}

/// The printed totals: how many agree in the sheet itself, how many still do once its lines have gone to accounts, and each that
/// does not.
fn proofs(model: &Model, read: &SheetRead) -> Markup {
    let words = &model.words().sheet;
    let totals = &read.proposal.totals;
    let agree = totals.iter().filter(|total| total.agrees).count();
    let arrivals = read.arrivals(model.assessment().variant);
    let lost: Vec<_> = arrivals.iter().filter(|one| one.printed != one.arrived).collect();
    let kept = arrivals.len() - lost.len();
    let shown = |amounts: [Option<i64>; 2]| {
        let amounts = amounts.into_iter().flatten().map(|amount| rupiah(model, Fraction::whole(amount)));
        amounts.collect::<Vec<_>>().join(" · ")
    };
    html! {
        @if !totals.is_empty() {
            section id="neraca-jumlah" {
                h2 { (words.proofs) }
                p { (icon(if agree == totals.len() { "done" } else { "warn" })) (fill(words.agree, &[("agree", &agree), ("all", &totals.len())])) }
                @if agree < totals.len() {
                    ul.findings {
                        @for total in totals.iter().filter(|total| !total.agrees) {
                            li { (fill(words.disagree, &[("label", &total.label), ("stated", &shown([total.stated.current, total.stated.prior])), ("computed", &shown([total.computed.current, total.computed.prior]))])) }
                        }
                    }
                }
                @if !arrivals.is_empty() {
                    p { (icon(if lost.is_empty() { "done" } else { "warn" })) (fill(words.arrive, &[("agree", &kept), ("all", &arrivals.len())])) }
                    @if !lost.is_empty() {
                        ul.findings { @for one in lost { li { (fill(words.arrive_not, &[("label", &one.label), ("stated", &shown(one.printed)), ("arrived", &shown(one.arrived))])) } } }
                    }
                }
            }
        }
    }
}

/// Amounts that are there already and would be others.
fn changes(model: &Model, read: &SheetRead, outcome: &Outcome) -> Markup {
    let turned = outcome.fills.iter().filter_map(|one| {
        let before = standing(model, one.year, one.account);
        let after = rupiah(model, one.amount.into());
        turns(model, name(model, one.account), &year(model, read, one.year), before, &after)
    });
    let turned: Vec<_> = turned.collect();
    html! {
        @if !turned.is_empty() {
            section id="neraca-berubah" {
                h2 { (model.words().sheet.changes) }
                ul { @for one in turned { li { (one) } } }
            }
        }
    }
}

/// Every amount that goes in, as it will stand there.
fn fills(model: &Model, read: &SheetRead, outcome: &Outcome) -> Markup {
    let words = &model.words();
    let years = Year::BOTH.map(|one| year(model, read, one));
    let amount = |account: &Account, year: Year| {
        let found = outcome.fills.iter().find(|one| one.account == account.id && one.year == year);
        found.map(|one| rupiah(model, one.amount.into()))
    };
    let filled = |account: &&Account| outcome.fills.iter().any(|one| one.account == account.id);
    html! {
        @if !outcome.fills.is_empty() {
            details id="neraca-isian" {
                summary { (fill(words.sheet.fills, &[("count", &outcome.fills.len())])) }
                table.totals.labelled {
                    thead { tr { th scope="col" { (words.statement.line) } @for year in &years { th scope="col" { (year) } } } }
                    tbody {
                        @for account in model.assessment().variant.accounts.iter().filter(filled) {
                            tr data-account=(account.id) {
                                th scope="row" { (name(model, account.id)) }
                                @for (year, label) in Year::BOTH.into_iter().zip(&years) {
                                    td data-column=(label) { (amount(account, year).unwrap_or_default()) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
