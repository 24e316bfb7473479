//! A pasted table: each row goes to the line of its name, never to one by its place alone.

use super::Refused;
use crate::locale::Locale;
use crate::money::{Cell, Entry, Rupiah, Table};
use crate::rat::sheet::{Books, Column, Sheet, form};

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
    /// The line of that name, or the one that the board chose.
    pub line: Option<usize>,
    /// Whether it has an amount and no line of its name, so that the board may choose one.
    pub asked: bool,
    /// The sum of the form that it is.
    pub total: Option<usize>,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// A sum in the paste that is not the sum of what is filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Its name, as written.
    pub label: String,
    /// The column it is of.
    pub column: Column,
    /// What it says.
    pub pasted: i64,
    /// What the lines come to.
    pub filled: i64,
    /// The names of its part that have no line.
    pub missing: Vec<String>,
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
            let total = if line.is_none() { total(&row.label) } else { None };
            let asked = line.is_none()
                && total.is_none()
                && !is_sum(&row.label)
                && row.cells.iter().any(|cell| amount(cell).is_some());
            rows.push(PastedLine { label: row.label.clone(), line, asked, total, cells: row.cells.clone() });
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
        self.rows.iter().filter(|row| row.asked && row.line.is_none()).map(|row| row.label.as_str()).collect()
    }

    /// The board's own line for a row without one; a line takes one row alone.
    pub(super) fn choose(&mut self, place: usize, line: Option<usize>) {
        let free = line.is_none() || self.is_free(place, line);
        if let Some(row) = self.rows.get_mut(place).filter(|row| row.asked && free) {
            row.line = line;
        }
    }

    /// Whether no other row goes to a line.
    #[must_use]
    pub fn is_free(&self, place: usize, line: Option<usize>) -> bool {
        !self.rows.iter().enumerate().any(|(at, row)| at != place && row.line == line)
    }

    /// Sums in the paste that the sheet will not come to, each with what has no line in its part.
    #[must_use]
    pub fn gaps(&self, sheet: &Sheet, books: Books<'_>) -> Vec<Gap> {
        let mut filled = sheet.clone();
        for (column, line, amount) in self.fills() {
            filled.typed_mut(column).insert(form().lines[line].id.to_owned(), amount.get());
        }
        let mut gaps = Vec::new();
        for row in &self.rows {
            let Some(place) = row.total else { continue };
            for (at, cell) in row.cells.iter().enumerate() {
                let Some((column, pasted)) = self.column(at).zip(amount(cell)) else { continue };
                let (total, pasted) = (&form().totals[place], pasted.get());
                let sum = filled.totals(column, books).get(place).copied().unwrap_or_default();
                // The form takes the goods from its income, boards seldom do; and what a sum of costs loses to its brackets is no gap.
                let plain: i64 = total.plus().iter().map(|part| filled.section(column, *part, books)).sum();
                if [sum, plain].contains(&pasted) || total.minus.is_empty() && sum == -pasted {
                    continue;
                }
                let missing = self.missing(|part| total.plus().contains(&part) || total.minus.contains(&part));
                gaps.push(Gap { label: row.label.clone(), column, pasted, filled: sum, missing });
            }
        }
        gaps
    }

    /// The names without a line in some parts of the statements: a row is of the part of the row above it, or below it after a sum.
    fn missing(&self, of: impl Fn(u8) -> bool) -> Vec<String> {
        let part = |place: usize| {
            let above = self.rows[..place].iter().rev().take_while(|row| row.total.is_none()).find_map(|row| row.line);
            let line = above.or_else(|| self.rows[place..].iter().find_map(|row| row.line))?;
            Some(form().lines[line].section)
        };
        let left = self.rows.iter().enumerate().filter(|(_, row)| row.asked && row.line.is_none());
        left.filter(|(place, _)| part(*place).is_none_or(&of)).map(|(_, row)| row.label.clone()).collect()
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

fn is_sum(label: &str) -> bool {
    ["jumlah", "total"].iter().any(|word| plain(label).starts_with(word))
}

/// The sum of the form that a name means, in the words of other forms too.
fn total(label: &str) -> Option<usize> {
    const SAME: [(&str, &str); 6] = [
        ("jumlah", "total"),
        ("aktiva", "aset"),
        ("kewajiban", "liabilitas"),
        ("pasiva", "liabilitas dan ekuitas"),
        ("modal", "ekuitas"),
        ("biaya", "beban"),
    ];
    let label = plain(label);
    let words: Vec<&str> = label
        .split(' ')
        .map(|word| SAME.iter().find(|(other, _)| *other == word).map_or(word, |(_, own)| *own))
        .collect();
    let wanted = words.join(" ");
    let named = |text: &str| plain(text) == wanted || plain(text) == label;
    form().totals.iter().position(|one| named(one.id) || Locale::ALL.iter().any(|locale| named(one.name.say(*locale))))
}

/// Words without marks, numbers in front or capitals; *hutang* is *utang*.
fn plain(text: &str) -> String {
    let words: String =
        text.chars().map(|sign| if sign.is_ascii_alphanumeric() { sign.to_ascii_lowercase() } else { ' ' }).collect();
    let is_number = |word: &&str| word.chars().all(|sign| sign.is_ascii_digit());
    let words: Vec<&str> = words.split(' ').filter(|word| !word.is_empty()).skip_while(is_number).collect();
    words.join(" ").replace("hutang", "utang")
}
