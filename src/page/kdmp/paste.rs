//! A pasted table: each row goes to the line of its name, never to one by its place alone.

use crate::locale::Locale;
use crate::money::{Cell, Entry, Rupiah, Table};
use crate::rat::sheet::{Column, form};

/// A pasted table that waits for a yes.
#[derive(Clone, Debug, PartialEq)]
pub struct Pasted {
    /// Its rows.
    pub rows: Vec<PastedLine>,
    /// Whether its first column is the budget.
    pub swapped: bool,
}

/// A pasted row.
#[derive(Clone, Debug, PartialEq)]
pub struct PastedLine {
    /// Its name, as written.
    pub label: String,
    /// The line of that name.
    pub line: Option<usize>,
    /// Its cells.
    pub cells: Vec<Cell>,
}

impl Pasted {
    /// The preview of a table; `None` where it has a third column.
    pub(super) fn of(table: &Table) -> Option<Self> {
        if table.rows.iter().any(|row| row.cells.len() > Column::BOTH.len()) {
            return None;
        }
        let mut rows: Vec<PastedLine> = Vec::new();
        for row in &table.rows {
            let known = line(&row.label, rows.iter().rev().find_map(|row| row.line));
            let line = known.filter(|line| !rows.iter().any(|row| row.line == Some(*line)));
            rows.push(PastedLine { label: row.label.clone(), line, cells: row.cells.clone() });
        }
        Some(Self { rows, swapped: table.older_first == Some(false) })
    }

    /// The column that a pasted column goes to.
    #[must_use]
    pub fn column(&self, place: usize) -> Column {
        if (place == 0) == self.swapped { Column::Plan } else { Column::Year }
    }

    /// What a yes stores.
    #[must_use]
    pub fn fills(&self) -> Vec<(Column, usize, Rupiah)> {
        let mut fills = Vec::new();
        for row in &self.rows {
            let Some(line) = row.line else { continue };
            for (place, cell) in row.cells.iter().enumerate() {
                if let Some(amount) = amount(cell) {
                    // What is taken away stands in brackets in many sheets.
                    let amount = if form().lines[line].minus && amount < Rupiah::ZERO { -amount } else { amount };
                    fills.push((self.column(place), line, amount));
                }
            }
        }
        fills
    }
}

fn amount(cell: &Cell) -> Option<Rupiah> {
    match cell {
        Ok(Entry::Amount(amount) | Entry::AmountToConfirm(amount)) => Some(*amount),
        _ => None,
    }
}

/// The line of a name or of a key. *SHU tahun berjalan* is a line of the equity and a sum of the result: it is the line
/// only where the row before stands in the position.
fn line(label: &str, before: Option<usize>) -> Option<usize> {
    let form = form();
    let wanted = plain(label);
    let named = |text: &str| plain(text) == wanted;
    if wanted == "shu tahun berjalan" {
        return before.filter(|line| *line < form.position).and(form.place("shu_tahun_berjalan"));
    }
    form.lines.iter().position(|line| named(line.id) || Locale::ALL.iter().any(|locale| named(line.name.say(*locale))))
}

/// Words without marks, numbers in front or capitals; *hutang* is *utang*.
fn plain(text: &str) -> String {
    let words: String =
        text.chars().map(|sign| if sign.is_ascii_alphanumeric() { sign.to_ascii_lowercase() } else { ' ' }).collect();
    let is_number = |word: &&str| word.chars().all(|sign| sign.is_ascii_digit());
    let words: Vec<&str> = words.split(' ').filter(|word| !word.is_empty()).skip_while(is_number).collect();
    words.join(" ").replace("hutang", "utang")
}
