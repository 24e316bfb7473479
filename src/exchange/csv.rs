//! Tables that open right in a spreadsheet set to Indonesian.
//!
//! Such a spreadsheet parts columns at semicolons, because its decimal mark is the comma, and takes UTF-8 only with a
//! byte order mark in front.

use crate::exact::Fraction;
use crate::money::{Numerals, Places, Rupiah, decimal};

/// A cell of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Words; never taken for a formula.
    Text(&'a str),
    /// Whole rupiah, to be reckoned with: digits only.
    Amount(Rupiah),
    /// A count.
    Count(u64),
    /// A score or a share, with a comma before its decimals.
    Decimal(Fraction, Places),
    /// Nothing.
    Blank,
}

/// Writes rows of cells as a CSV file: semicolons, UTF-8 with a mark, lines ended as RFC 4180 asks.
///
/// ```
/// use cermin_koperasi::exchange::csv::{self, Cell};
/// let table = [vec![Cell::Text("Kas"), Cell::Count(3)], vec![Cell::Text("=1+1"), Cell::Blank]];
/// assert_eq!(csv::write(table), "\u{feff}Kas;3\r\n'=1+1;\r\n");
/// ```
#[must_use]
pub fn write<'a>(rows: impl IntoIterator<Item = Vec<Cell<'a>>>) -> String {
    let mut file = String::from("\u{feff}");
    for row in rows {
        let cells: Vec<String> = row.into_iter().map(print).collect();
        file += &cells.join(";");
        file += "\r\n";
    }
    file
}

fn print(cell: Cell<'_>) -> String {
    match cell {
        Cell::Text(text) => quoted(&harmless(text)),
        Cell::Amount(amount) => amount.get().to_string(),
        Cell::Count(count) => count.to_string(),
        Cell::Decimal(value, places) => decimal(value, places, Numerals::Indonesian).replace('.', ""),
        Cell::Blank => String::new(),
    }
}

/// A text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, *CSV Injection*), and so does each
/// part of it that would come to begin a cell: an English spreadsheet parts columns at commas, whatever the file is made for.
fn harmless(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    if text.starts_with(['\t', '\r', '\n']) {
        safe.push('\'');
    }
    // Where a cell may begin of which only blanks and quotes have been seen.
    let mut begun = Some(safe.len());
    for sign in text.chars() {
        let parts = matches!(sign, ',' | ';' | '\t' | '\r' | '\n');
        if !parts && sign != '"' && !sign.is_whitespace() {
            let runs = matches!(sign, '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
            if let Some(start) = begun.take().filter(|_| runs) {
                safe.insert(start, '\'');
            }
        }
        safe.push(sign);
        begun = if parts { Some(safe.len()) } else { begun };
    }
    safe
}

fn quoted(text: &str) -> String {
    if text.contains([';', '"', '\r', '\n', '\t']) || text.trim() != text {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}
