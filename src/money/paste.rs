//! What a paste from a spreadsheet brings: one amount with a stray tab, or rows and columns of them.

use super::{Cell, Entry, Question, Rupiah, figure};

/// Longer than any two-column statement of accounts, shorter than what would hold up a phone.
const LONGEST: usize = 100_000;

/// Reads one amount, or many where tabs or line ends stand between figures.
pub(super) fn read(text: &str) -> Result<Entry, Question> {
    if text.len() > LONGEST {
        return Err(Question::TooMuch);
    }
    let rows = split(text);
    match rows.iter().flatten().filter(|cell| has_digit(cell)).count() {
        0 | 1 => single(text, &rows),
        _ if is_ragged(text, &rows) => Err(Question::TooMuch),
        _ => many(&rows),
    }
}

/// Rows of cells without blank rows at the end: a spreadsheet closes every copy with a line end.
fn split(text: &str) -> Vec<Vec<&str>> {
    let mut rows: Vec<Vec<&str>> = text.lines().map(|row| row.split('\t').map(str::trim).collect()).collect();
    while rows.last().is_some_and(|row| row.iter().all(|cell| cell.is_empty())) {
        rows.pop();
    }
    rows
}

/// Whether filling up all rows to the widest would make far more cells than were pasted: one long row above many short ones.
/// A spreadsheet parts every cell it copies by a sign of its own.
fn is_ragged(text: &str, rows: &[Vec<&str>]) -> bool {
    const FORGIVEN: usize = 2_000;
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    width.saturating_mul(rows.len()) > text.len().max(FORGIVEN)
}

/// One figure, whatever tabs stand around it; if a label stands beside it, the figure is offered.
fn single(text: &str, rows: &[Vec<&str>]) -> Result<Entry, Question> {
    let whole = figure::read(text);
    let cells = rows.iter().map(Vec::len).sum::<usize>();
    match (&whole, rows.iter().flatten().find(|cell| has_digit(cell))) {
        (Err(Question::Letters), Some(cell)) if cells > 1 => figure::read(cell).map(offered),
        _ => whole,
    }
}

fn offered(entry: Entry) -> Entry {
    match entry {
        Entry::Amount(amount) => Entry::AmountToConfirm(amount),
        other => other,
    }
}

/// The table of amounts, labels left out; a question only if no cell can be read.
fn many(rows: &[Vec<&str>]) -> Result<Entry, Question> {
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let columns: Vec<usize> = (0..width).filter(|column| !labels(rows, *column)).collect();
    let table: Vec<Vec<Cell>> = rows.iter().map(|row| cells(row, &columns)).collect();
    let mut cells = table.iter().flatten();
    if cells.clone().any(|cell| matches!(cell, Ok(Some(_)))) {
        return Ok(Entry::Many(table));
    }
    Err(cells.find_map(|cell| cell.err()).unwrap_or(Question::Letters))
}

/// A column with letters and not one digit names the amounts beside it.
fn labels(rows: &[Vec<&str>], column: usize) -> bool {
    let mut cells = rows.iter().filter_map(|row| row.get(column));
    cells.clone().all(|cell| !has_digit(cell)) && cells.any(|cell| cell.contains(is_letter))
}

fn cells(row: &[&str], columns: &[usize]) -> Vec<Cell> {
    columns.iter().map(|column| row.get(*column).map_or(Ok(None), |cell| amount(cell))).collect()
}

fn amount(cell: &str) -> Result<Option<Rupiah>, Question> {
    match figure::read(cell)? {
        Entry::Amount(amount) | Entry::AmountToConfirm(amount) => Ok(Some(amount)),
        Entry::Empty | Entry::Many(_) => Ok(None),
    }
}

/// Of any script that is written beside our figures; the tables that tell every letter weigh more than the rest of this room.
const fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{c0}'..'\u{2000}' | '\u{3040}'..)
}

fn has_digit(cell: &str) -> bool {
    cell.contains(|c: char| c.is_ascii_digit())
}
