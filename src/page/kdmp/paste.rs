//! A pasted table: each row goes to the line of its name, never to one by its place alone.

use crate::books::{self, Form, Part};
use crate::locale::Locale;
use crate::money::{Cell, Entry, Question, Rupiah, Table};
use crate::rat::sheet::{Books, Column, Sheet, form};
use crate::rulebook::{Side, Variant};

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
    /// Whether it has an amount and no line of its own, so that the board may choose one.
    pub asked: bool,
    /// Whether the line of its name has gone to a row above.
    pub twice: bool,
    /// The parts of the statements it may be of by the headings, the sums and the names of the paste; all of them where nothing tells.
    pub parts: Parts,
    /// The sum of the form that it is.
    pub total: Option<usize>,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// Some parts of the statements, a bit for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts(u8);

impl Parts {
    const ALL: Self = Self(u8::MAX);
    const FUNDS: Self = Self(0b0110);

    const fn of(side: Side) -> Self {
        match side {
            Side::Asset => Self(0b0001),
            Side::Liability => Self(0b0010),
            Side::Equity => Self(0b0100),
            Side::Revenue => Self(0b1000_1000),
            Side::Expense => Self(0b0111_0000),
            Side::Memo => Self::ALL,
        }
    }

    /// The parts of a sheet in which a line of a part may stand too: savings are debts or equity, goods are taken from the income
    /// or stand among the costs.
    const fn around(section: u8) -> Self {
        match section {
            0 => Self::of(Side::Asset),
            1 | 2 => Self::FUNDS,
            4 => Self(0b0111_1000),
            5 | 6 => Self::of(Side::Expense),
            _ => Self::of(Side::Revenue),
        }
    }

    /// Whether one of the parts is among them.
    fn meets(self, mut sections: impl Iterator<Item = u8>) -> bool {
        sections.any(|section| self.0 & (1 << section) != 0)
    }

    /// Those that have a heading of their own in most books.
    pub fn headed(self) -> impl Iterator<Item = u8> {
        [0, 1, 2, 3, 5].into_iter().filter(move |section| self.meets([*section].into_iter()))
    }
}

/// What goes into one line: the amounts of all rows that go there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fill {
    /// The column.
    pub column: Column,
    /// The place of the line.
    pub line: usize,
    /// The amounts.
    pub amounts: Vec<i64>,
}

impl Fill {
    /// Their sum; `None` where it is more than any amount.
    #[must_use]
    pub fn sum(&self) -> Option<Rupiah> {
        self.amounts.iter().try_fold(0_i64, |sum, amount| sum.checked_add(*amount)).and_then(Rupiah::new)
    }
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
    /// The names of its part that go nowhere.
    pub missing: Vec<String>,
}

impl Pasted {
    /// The preview of a table, and of the text it was read from, for the sheet of a book year.
    ///
    /// # Errors
    /// Where nobody says which of many columns is whose, or they are of other years.
    pub(super) fn of(table: &Table, text: &str, sheet: Option<i32>, variant: &Variant) -> Result<Self, Refused> {
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
        let (stands, mut seen) = (stands(text, variant), 0);
        for row in &table.rows {
            let known = line(&row.label, rows.iter().rev().find_map(|row| row.line));
            let line = known.filter(|line| !rows.iter().any(|row| row.line == Some(*line)));
            let total = if line.is_none() { total(&row.label) } else { None };
            let asked = line.is_none() && total.is_none() && !is_sum(&row.label) && row.has_figure();
            // Both readers keep the order; what one of them leaves out says nothing.
            let same = |(label, _): &(String, Parts)| !label.is_empty() && row.label.contains(label.as_str());
            let at = stands[seen..].iter().position(same);
            let parts = at.map_or(Parts::ALL, |at| stands[seen + at].1);
            seen += at.map_or(0, |at| at + 1);
            let (label, cells) = (row.label.clone(), row.cells.clone());
            rows.push(PastedLine { label, line, asked, twice: asked && known.is_some(), parts, total, cells });
        }
        Ok(Self { rows, by_year, swapped: false })
    }

    /// The column that a pasted column goes to; `None` where it is of another year.
    #[must_use]
    pub fn column(&self, place: usize) -> Option<Column> {
        let guessed = || if (place == 0) == self.swapped { Column::Plan } else { Column::Year };
        self.by_year.get(place).map_or_else(|| Some(guessed()), |column| *column)
    }

    /// Names with an amount that go nowhere: sums aside, which the sheet makes itself.
    #[must_use]
    pub fn left_out(&self) -> Vec<&str> {
        self.rows.iter().filter(|row| row.asked && row.line.is_none()).map(|row| row.label.as_str()).collect()
    }

    /// The board's own line for a row without one.
    pub(super) fn choose(&mut self, place: usize, line: Option<usize>) {
        if let Some(row) = self.rows.get_mut(place).filter(|row| row.asked) {
            row.line = line;
        }
    }

    /// Whether no other row goes to a line.
    #[must_use]
    pub fn is_free(&self, place: usize, line: usize) -> bool {
        !self.rows.iter().enumerate().any(|(at, row)| at != place && row.line == Some(line))
    }

    /// The sheet with what a yes would store.
    #[must_use]
    pub fn onto(&self, sheet: &Sheet) -> Sheet {
        let mut filled = sheet.clone();
        for fill in self.fills() {
            if let Some(sum) = fill.sum() {
                filled.typed_mut(fill.column).insert(form().lines[fill.line].id.to_owned(), sum.get());
            }
        }
        filled
    }

    /// Sums in the paste that a sheet does not come to, each with what of its part goes nowhere.
    #[must_use]
    pub fn gaps(&self, filled: &Sheet, books: Books<'_>) -> Vec<Gap> {
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
                let of = || total.plus().iter().chain(total.minus).copied();
                let missing = self.rows.iter().filter(|row| row.asked && row.line.is_none() && row.parts.meets(of()));
                let missing = missing.map(|row| row.label.clone()).collect();
                gaps.push(Gap { label: row.label.clone(), column, pasted, filled: sum, missing });
            }
        }
        gaps
    }

    /// What a yes stores, line by line.
    #[must_use]
    pub fn fills(&self) -> Vec<Fill> {
        let mut fills: Vec<Fill> = Vec::new();
        for row in &self.rows {
            let Some(line) = row.line else { continue };
            for (place, cell) in row.cells.iter().enumerate() {
                if let Some((column, amount)) = self.column(place).zip(amount(cell)) {
                    // What is taken away stands in brackets in many sheets.
                    let amount = if form().lines[line].minus && amount < Rupiah::ZERO { -amount } else { amount };
                    let same = |fill: &&mut Fill| (fill.column, fill.line) == (column, line);
                    match fills.iter_mut().find(same) {
                        Some(fill) => fill.amounts.push(amount.get()),
                        None => fills.push(Fill { column, line, amounts: vec![amount.get()] }),
                    }
                }
            }
        }
        fills
    }
}

impl PastedLine {
    /// The part of the line that the board chose, where the paste itself says that the row is of another.
    #[must_use]
    pub fn crosses(&self) -> Option<u8> {
        let line = &form().lines[self.line.filter(|_| self.asked)?];
        // What is taken away stands on either side in the books of boards.
        let apart = !line.minus && self.parts.0 & Parts::around(line.section).0 == 0;
        apart.then_some(line.section)
    }
}

/// Each line of a paste with its name and the parts it may be of, as the reader of books sees it.
fn stands(text: &str, variant: &Variant) -> Vec<(String, Parts)> {
    // The reader of books leaves out what stands under the title of a budget; here a budget is half of the sheet.
    let names_budget = |cell: &String| ["anggaran", "rencana", "rapb"].iter().any(|word| plain(cell).contains(word));
    let is_title = |row: &[String]| row.iter().filter(|cell| !cell.trim().is_empty()).count() == 1;
    let mut rows = books::pasted(text);
    rows.retain(|row| !(is_title(row) && row.iter().any(names_budget)));
    let found = books::propose(&rows, &Form::of(variant, None));
    let of_funds = |line: &books::Line| line.within.iter().any(|at| found.totals[*at].part == Some(Part::Funds));
    let owed = |id: &String| variant.accounts.iter().any(|one| one.id == id && one.side == Side::Liability);
    let parts = |line: &books::Line| match line.side {
        // A debt by its name among the equity: of which of both it is, nobody can say.
        Some(Side::Equity) if line.candidates.first().is_some_and(owed) => Parts::FUNDS,
        Some(side) => Parts::of(side),
        None if of_funds(line) => Parts::FUNDS,
        None => Parts::ALL,
    };
    found.lines.iter().map(|line| (line.label.clone(), parts(line))).collect()
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

/// Why a pasted table was refused as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It has more columns of amounts than the sheet, and no heading with their years.
    Columns,
    /// Its headings name other years.
    Years,
    /// It cannot be read.
    Unread(Question),
}
