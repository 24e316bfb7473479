//! A pasted table: each row goes to the line of its name, never to one by its place alone.

use super::Refused;
use crate::locale::Locale;
use crate::money::{Cell, Entry, Rupiah, Table};
use crate::rat::sheet::{Column, form};

/// A pasted table that waits for a yes.
#[derive(Clone, Debug, PartialEq)]
pub struct Pasted {
    /// Its rows.
    pub rows: Vec<PastedLine>,
    /// Where each of its columns goes by the year that its heading names; empty where none does.
    pub by_year: Vec<Option<Column>>,
    /// Else, whether its first column is the budget.
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
    /// The preview of a table for the sheet of a book year.
    ///
    /// # Errors
    /// Where nobody says which of many columns is whose, or they are of other years.
    pub(super) fn of(table: &Table, sheet: Option<i32>) -> Result<Self, Refused> {
        let of_year = |year: &u16| match i32::from(*year) - sheet? {
            0 => Some(Column::Year),
            1 => Some(Column::Plan),
            _ => None,
        };
        let by_year: Vec<Option<Column>> = table.years.iter().map(of_year).collect();
        if by_year.is_empty() && table.rows.iter().any(|row| row.cells.len() > Column::BOTH.len()) {
            return Err(Refused::Columns);
        }
        if !by_year.is_empty() && by_year.iter().all(Option::is_none) {
            return Err(Refused::Years);
        }
        let mut rows: Vec<PastedLine> = Vec::new();
        for row in &table.rows {
            let known = line(&row.label, rows.iter().rev().find_map(|row| row.line));
            let line = known.filter(|line| !rows.iter().any(|row| row.line == Some(*line)));
            rows.push(PastedLine { label: row.label.clone(), line, cells: row.cells.clone() });
        }
        Ok(Self { rows, by_year, swapped: false })
    }

    /// The column that a pasted column goes to; `None` where it is of another year.
    #[must_use]
    pub fn column(&self, place: usize) -> Option<Column> {
        let guessed = || if (place == 0) == self.swapped { Column::Plan } else { Column::Year };
        self.by_year.get(place).map_or_else(|| Some(guessed()), |column| *column)
    }

    /// Names with an amount that have no line: sums aside, which the sheet makes itself.
    #[must_use]
    pub fn left_out(&self) -> Vec<&str> {
        let is_sum = |label: &str| ["jumlah", "total"].iter().any(|word| plain(label).starts_with(word));
        let left = |row: &&PastedLine| row.line.is_none() && row.cells.iter().any(|cell| amount(cell).is_some());
        self.rows.iter().filter(left).map(|row| row.label.as_str()).filter(|label| !is_sum(label)).collect()
    }

    /// What a yes stores.
    #[must_use]
    pub fn fills(&self) -> Vec<(Column, usize, Rupiah)> {
        let mut fills = Vec::new();
        for row in &self.rows {
            let Some(line) = row.line else { continue };
            for (place, cell) in row.cells.iter().enumerate() {
                if let Some((column, amount)) = self.column(place).zip(amount(cell)) {
                    // What is taken away stands in brackets in many sheets.
                    let amount = if form().lines[line].minus && amount < Rupiah::ZERO { -amount } else { amount };
                    fills.push((column, line, amount));
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
