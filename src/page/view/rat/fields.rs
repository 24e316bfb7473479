//! Fields about the RAT: each is named by its path, tells what is wrong beside it, and takes *belum tahu*. Nothing is chosen
//! before somebody has chosen it.

use maud::{Markup, html};

use crate::assessment::LONGEST_TEXT;
use crate::locale::fill;
use crate::money::{Entry, Rupiah};
use crate::page::rat::Board;
use crate::page::view::parts::{day_boxes, icon, radios};
use crate::rat::Grade;
use crate::shu::{self, FaultKind, MOST_MEMBERS};

/// The fields that were refused, each with what to do.
pub(super) fn refused<'b>(board: &'b Board<'_>) -> impl Iterator<Item = (&'b str, String)> {
    board.model.refused.iter().map(|(path, typed)| (path.as_str(), why(board, path, typed)))
}

fn why(board: &Board<'_>, path: &str, typed: &str) -> String {
    let words = board.model.words();
    match Rupiah::parse(typed) {
        Ok(Entry::AmountToConfirm(amount)) if path == "modal" => {
            let (figure, spoken) = (amount.print(board.model.locale), amount.words(board.model.locale));
            fill(words.statement.question_confirm, &[("amount", &figure), ("words", &spoken)])
        }
        Err(question) if path == "modal" => words.question(question).to_owned(),
        _ if matches!(path, "articles.quorum" | "articles.secondQuorum") => words.rat.share_problem.to_owned(),
        _ if path == "shu.list" => list_fault(board, typed),
        _ if path.starts_with("shu.") => words.shu.percent_problem.to_owned(),
        _ if typed.chars().count() > LONGEST_TEXT => words.profile.long_problem.to_owned(),
        _ => words.rat.number_problem.to_owned(),
    }
}

/// What is wrong with a field.
fn fault(board: &Board<'_>, path: &str) -> Option<String> {
    let told = || board.problem(path).filter(|problem| problem.grade != Grade::Missing);
    refused(board)
        .find(|(field, _)| *field == path)
        .map(|(_, sentence)| sentence)
        .or_else(|| told().map(|problem| problem.text.say(board.model.locale)))
}

/// The sentence beside a field, with the id `PATH-error`.
pub(super) fn error(board: &Board<'_>, path: &str) -> Markup {
    let missing = board.problem(path).filter(|problem| problem.grade == Grade::Missing);
    html! {
        @if let Some(sentence) = fault(board, path) { p.error id={ (path) "-error" } { (icon("warn")) (sentence) } }
        @else if let Some(problem) = missing { p.hint.warn { (icon("info")) (problem.text.say(board.model.locale)) } }
    }
}

/// A choice of one, by a mark of its own; `chosen` is its code now, empty while nobody has answered.
pub(super) fn marked(
    board: &Board<'_>,
    path: &str,
    question: &str,
    mark: &str,
    chosen: &str,
    choices: &[(&str, &str)],
) -> Markup {
    let choices: Vec<_> = choices.iter().map(|(code, label)| (*code, *label, *code == chosen)).collect();
    html! {
        fieldset.bad[fault(board, path).is_some()] id=(path) tabindex="-1" {
            legend { (question) }
            (error(board, path))
            (radios(path, mark, &choices))
        }
    }
}

/// A choice of one.
pub(super) fn choice(board: &Board<'_>, path: &str, question: &str, choices: &[(&str, &str)]) -> Markup {
    marked(board, path, question, &format!("rat set {path}"), &board.value(path), choices)
}

/// *Ya, tidak, belum tahu*.
pub(super) fn yes_no(board: &Board<'_>, path: &str, question: &str) -> Markup {
    let item = &board.model.words().item;
    choice(board, path, question, &[("yes", item.yes), ("no", item.no), ("unknown", item.unknown)])
}

/// A day; blank is *belum tahu*.
pub(super) fn day(board: &Board<'_>, path: &str, question: &str, help: &str) -> Markup {
    boxes(board, path, question, help, true)
}

/// A day, with its year or without.
pub(super) fn boxes(board: &Board<'_>, path: &str, question: &str, help: &str, yearly: bool) -> Markup {
    let bad = fault(board, path).is_some();
    html! {
        fieldset.field.bad[bad] data-day={ "rat set " (path) } aria-describedby=[described(path, help, bad)] {
            legend { (question) }
            @if !help.is_empty() { p.hint id={ (path) "-hint" } { (help) } }
            (error(board, path))
            (day_boxes(board.model.words(), path, &board.value(path), yearly, bad))
        }
    }
}

/// The ids of what is said beside a field.
fn described(path: &str, help: &str, bad: bool) -> Option<String> {
    let told = [(!help.is_empty()).then(|| format!("{path}-hint")), bad.then(|| format!("{path}-error"))];
    let told: Vec<String> = told.into_iter().flatten().collect();
    (!told.is_empty()).then(|| told.join(" "))
}

/// A whole number.
pub(super) fn number(board: &Board<'_>, path: &str, question: &str, help: &str) -> Markup {
    input(board, path, question, help, &format!("rat set {path}"), true)
}

/// A text.
pub(super) fn text(board: &Board<'_>, path: &str, question: &str, help: &str) -> Markup {
    input(board, path, question, help, &format!("rat set {path}"), false)
}

/// An amount in rupiah, read back in words; what can be read in two ways is asked about.
pub(super) fn money(board: &Board<'_>, path: &str, question: &str, help: &str) -> Markup {
    let value = board.value(path);
    let locale = board.model.locale;
    let kept = value.parse().ok().and_then(Rupiah::new);
    let likely = match Rupiah::parse(&value) {
        Ok(Entry::AmountToConfirm(amount)) => Some(amount),
        _ => None,
    };
    html! {
        (input(board, path, question, help, &format!("rat money {path}"), true))
        @if let Some(amount) = likely {
            p { button.quiet type="button" data-click={ "rat put " (path) " " (amount.get()) } { (board.model.words().statement.confirm) } }
        } @else if let Some(amount) = kept {
            p.read { (amount.print(locale)) " — " (amount.words(locale)) }
        }
    }
}

fn input(board: &Board<'_>, path: &str, question: &str, help: &str, mark: &str, digits: bool) -> Markup {
    let bad = fault(board, path).is_some();
    html! {
        div.field.bad[bad] {
            label for=(path) { (question) }
            @if !help.is_empty() { p.hint id={ (path) "-hint" } { (help) } }
            (error(board, path))
            input id=(path) type="text" value=(board.value(path)) autocomplete="off"
                maxlength=[(!digits).then_some(LONGEST_TEXT)] inputmode=[digits.then_some("numeric")] class=[digits.then_some("short")] data-change=(mark)
                aria-describedby=[described(path, help, bad)] aria-invalid=[bad.then_some("true")];
        }
    }
}

/// A tick. `mark` says `tick` (a tick is yes) or `lack` (a tick is no).
pub(super) fn tick(path: &str, mark: &str, label: &str, ticked: bool) -> Markup {
    html! {
        label.check for=(path) {
            input type="checkbox" id=(path) checked[ticked] data-change={ "rat " (mark) " " (path) };
            span { (label) }
        }
    }
}

/// What is wrong with a list that was refused.
fn list_fault(board: &Board<'_>, typed: &str) -> String {
    let words = &board.model.words().shu;
    let Err(fault) = shu::members(typed) else { return String::new() };
    let sentence = match fault.kind {
        FaultKind::Cells => words.line_cells,
        FaultKind::Number => words.line_number,
        FaultKind::Twice => words.line_twice,
        FaultKind::Amount => words.line_amount,
        FaultKind::TooMany => return fill(words.line_many, &[("most", &MOST_MEMBERS)]),
    };
    fill(sentence, &[("line", &fault.line)])
}
