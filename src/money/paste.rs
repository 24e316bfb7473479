//! What a paste from a spreadsheet brings: one amount with a stray tab, or rows and columns of them.
//!
//! Nothing here is larger than the text that was pasted: rows are as long as they were, and a column is looked at once.

use super::{Cell, Entry, Question, Row, Rupiah, Table, figure};

/// Longer than any two-column statement of accounts, shorter than what would hold up a phone.
const LONGEST: usize = 100_000;

/// Notes and numbers beside the labels count no further.
const LARGEST_NOTE: i64 = 999;

/// Codes beside the names have six digits at most.
const LARGEST_CODE: i64 = 999_999;

/// Whether a paste is more than one cell, and so needs more than the field that it was put into.
///
/// ```
/// use cermin_koperasi::money::is_table;
/// assert!(is_table("150\r\n250\r\n") && is_table("Kas\t5.000"));
/// assert!(!is_table("5.747.047\r\n") && !is_table("Rp 5.000"));
/// ```
#[must_use]
pub fn is_table(text: &str) -> bool {
    text.split(['\n', '\r', '\t']).filter(|cell| !cell.trim().is_empty()).nth(1).is_some()
}

/// Reads one amount, or many where tabs or line ends stand between cells.
pub(super) fn read(text: &str, thousands: Option<char>) -> Result<Entry, Question> {
    if text.len() > LONGEST {
        return Err(Question::TooMuch);
    }
    let rows = split(text);
    let words = rows.iter().flatten().any(|cell| is_words(cell));
    let figures = rows.iter().flatten().filter(|cell| is_figure(cell)).count();
    if figures == 0 || figures == 1 && !words {
        return figure::read(text, thousands);
    }
    if is_ragged(text, &rows) {
        return Err(Question::TooMuch);
    }
    table(&rows, thousands)
}

/// Rows of cells without blank rows at the end: a spreadsheet closes every copy with a line end.
fn split(text: &str) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = text.lines().map(cells).collect();
    while rows.last().is_some_and(|row| row.iter().all(String::is_empty)) {
        rows.pop();
    }
    rows
}

/// Whether one long row stands above many short ones. A spreadsheet parts every cell it copies by a sign of its own.
fn is_ragged(text: &str, rows: &[Vec<String>]) -> bool {
    const FORGIVEN: usize = 2_000;
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    width.saturating_mul(rows.len()) > text.len().max(FORGIVEN)
}

/// The cells of a row. A currency mark or a bracket in a cell of its own, as accounting formats leave them, goes to its
/// figure.
fn cells(row: &str) -> Vec<String> {
    let mut cells: Vec<String> = Vec::new();
    let mut before = String::new();
    for cell in row.split('\t').map(str::trim) {
        let lead = cell.to_ascii_lowercase();
        if !cell.is_empty() && matches!(lead.trim_end_matches('(').trim_end(), "" | "rp" | "rp." | "idr") {
            before += cell;
            cells.push(String::new());
            continue;
        }
        match cells.last_mut() {
            Some(last) if cell == ")" && last.contains('(') => {
                last.push(')');
                cells.push(String::new());
            }
            _ if cell.is_empty() => cells.push(String::new()),
            _ => cells.push(std::mem::take(&mut before) + cell),
        }
    }
    cells
}

/// What stands in a column.
#[derive(Clone, Copy, Default)]
struct Column {
    words: usize,
    figures: usize,
    /// The largest amount.
    most: i64,
}

/// The rows with the amounts of their columns; a question only if no cell can be read.
fn table(rows: &[Vec<String>], thousands: Option<char>) -> Result<Entry, Question> {
    let read: Vec<Vec<Cell>> =
        rows.iter().map(|row| row.iter().map(|cell| figure::read(cell, thousands)).collect()).collect();
    let columns = columns(rows, &read);
    let labels: Vec<usize> = (0..columns.len()).filter(|place| columns[*place].is_words()).collect();
    // Two tables side by side, as a balance sheet stands on paper: which name is whose, the reader of whole sheets tells.
    let large = |column: &Column| !column.is_words() && column.most > LARGEST_CODE;
    if let [first, .., last] = labels[..]
        && columns[first..last].iter().any(large)
        && columns[last..].iter().any(large)
    {
        return Err(Question::TooMuch);
    }
    let amounts = amounts(&columns, labels.last().copied());
    let (above, years) = heading(rows, &amounts, !labels.is_empty()).unwrap_or_default();
    let rows = rows.iter().zip(&read).skip(above);
    let picked = rows.map(|(row, read)| Row {
        label: words(row, &labels),
        cells: amounts.iter().filter_map(|place| read.get(*place)).cloned().collect(),
    });
    // A row of words alone is a heading between the accounts.
    let picked: Vec<Row> = picked.filter(|row| row.has_figure() || !row.is_heading()).collect();
    if picked.iter().any(Row::has_figure) {
        return Ok(Entry::Many(Table { rows: picked, years }));
    }
    Err(read.iter().flatten().find_map(|cell| cell.as_ref().err().copied()).unwrap_or(Question::Letters))
}

impl Table {
    /// Whether the first of two columns is the older of two years that follow each other, where a heading says so.
    #[must_use]
    pub fn older_first(&self) -> Option<bool> {
        let [one, other] = self.years[..] else { return None };
        (one.abs_diff(other) == 1).then_some(one < other)
    }
}

impl Row {
    /// Whether one of its cells is an amount.
    #[must_use]
    pub fn has_figure(&self) -> bool {
        self.cells.iter().any(|cell| matches!(cell, Ok(Entry::Amount(_) | Entry::AmountToConfirm(_))))
    }

    fn is_heading(&self) -> bool {
        !self.label.is_empty() || self.cells.contains(&Err(Question::Letters))
    }
}

/// The words of some columns, side by side.
fn words(row: &[String], columns: &[usize]) -> String {
    let words = columns.iter().filter_map(|place| row.get(*place)).filter(|cell| !cell.is_empty());
    words.map(String::as_str).collect::<Vec<_>>().join(" ")
}

fn columns(rows: &[Vec<String>], read: &[Vec<Cell>]) -> Vec<Column> {
    let mut columns = vec![Column::default(); rows.iter().map(Vec::len).max().unwrap_or_default()];
    for (cells, read) in rows.iter().zip(read) {
        for ((cell, read), column) in cells.iter().zip(read).zip(&mut columns) {
            match read {
                Ok(Entry::Amount(amount) | Entry::AmountToConfirm(amount)) => {
                    column.figures += 1;
                    column.most = column.most.max(amount.get().abs());
                }
                Err(_) if is_words(cell) => column.words += 1,
                _ => {}
            }
        }
    }
    columns
}

impl Column {
    /// Names of accounts may hold digits; a heading above amounts makes no names of them.
    const fn is_words(self) -> bool {
        self.words > self.figures
    }
}

/// The columns of amounts: behind the names where there are any, and numbers of notes left out.
fn amounts(columns: &[Column], names: Option<usize>) -> Vec<usize> {
    let filled = |place: &usize| columns[*place].figures > 0 && !columns[*place].is_words();
    let behind: Vec<usize> = (names.map_or(0, |place| place + 1)..columns.len()).filter(filled).collect();
    let found = if behind.is_empty() { (0..columns.len()).filter(filled).collect() } else { behind };
    let large: Vec<usize> = found.iter().copied().filter(|place| columns[*place].most > LARGEST_NOTE).collect();
    if names.is_some() && found.len() > 1 && !large.is_empty() { large } else { found }
}

/// How many rows above the amounts name their years, and which: each another one, near each other. One column alone has a
/// heading only where names stand beside it.
fn heading(rows: &[Vec<String>], amounts: &[usize], named: bool) -> Option<(usize, Vec<u16>)> {
    const APART: u16 = 4;
    if amounts.is_empty() || amounts.len() == 1 && !named {
        return None;
    }
    let years = |row: &Vec<String>| amounts.iter().map(|place| year(row.get(*place)?)).collect::<Option<Vec<u16>>>();
    let near = |years: &Vec<u16>| {
        years.iter().enumerate().all(|(place, one)| !years[..place].contains(one) && one.abs_diff(years[0]) <= APART)
    };
    let (place, years) = rows.iter().enumerate().find_map(|(place, row)| Some((place, years(row).filter(near)?)))?;
    // Above it stand titles only, never an amount.
    let titles = |row: &Vec<String>| row.iter().all(|cell| !has_digit(cell) || is_words(cell));
    rows[..place].iter().all(titles).then_some((place + 1, years))
}

/// The year that a heading ends with: `31 Des 2025`, `2024`.
fn year(cell: &str) -> Option<u16> {
    let start = cell.len().checked_sub(4)?;
    let (before, digits) = cell.split_at_checked(start)?;
    let alone = !before.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
    digits.parse().ok().filter(|year| alone && (1990..=2100).contains(year))
}

/// Words that are no amount, with digits or without.
fn is_words(cell: &str) -> bool {
    cell.contains(is_letter) && figure::read(cell, None).is_err()
}

/// Of any script that is written beside our figures; the tables that tell every letter weigh more than the rest of this room.
const fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, '\u{c0}'..'\u{2000}' | '\u{3040}'..)
}

/// An amount, or the dash for nil, well written or not.
fn is_figure(cell: &str) -> bool {
    !is_words(cell) && (has_digit(cell) || figure::read(cell, None) == Ok(Entry::AmountToConfirm(Rupiah::ZERO)))
}

fn has_digit(cell: &str) -> bool {
    cell.contains(|c: char| c.is_ascii_digit())
}
