//! A statement of figures: lines with amounts, and sums that a spreadsheet reckons again from the same lines.
//!
//! A sum knows its terms, so its value and its formula cannot part. Where a term is not known the sum is not either.

use serde::Serialize;

use super::xlsx::{Cell, Table};
use super::xml::column;
use crate::exact::Fraction;
use crate::money::{Numerals, Rupiah};
use crate::rat::percentage;

/// A table of figures with a line's name in its first column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Statement {
    /// Its name, and that of its sheet in a workbook.
    pub name: String,
    /// The columns' names, the lines' own first.
    pub columns: Vec<String>,
    /// The lines, in order.
    pub lines: Vec<Line>,
}

/// A line of a statement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Line {
    /// What it is called.
    pub name: String,
    /// Its figures; a heading has none.
    pub figures: Vec<Figure>,
    /// Whether it stands out: a heading or a sum.
    pub strong: bool,
}

/// A figure of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Figure {
    /// To be filled by hand.
    Open,
    /// Whole rupiah.
    Amount(i64),
    /// Whole rupiah that the account takes away by itself (*akumulasi penyusutan*), as the ledger has them: above zero. Open
    /// while they are not known.
    Deducted(Option<i64>),
    /// Hundredths of a per cent.
    Share(i64),
    /// The sum of other figures of the statement: what it comes to, if every term is known.
    Sum {
        /// What it comes to.
        value: Option<i64>,
        /// Its terms: line, column among the figures, and whether what a spreadsheet has there is taken away.
        terms: Vec<(usize, usize, bool)>,
        /// Whether it sums shares.
        share: bool,
    },
}

impl From<Option<i64>> for Figure {
    fn from(amount: Option<i64>) -> Self {
        amount.map_or(Self::Open, Self::Amount)
    }
}

impl Figure {
    /// What it counts in a sum; `None` while it is open.
    #[must_use]
    pub fn value(&self) -> Option<i64> {
        match self {
            Self::Amount(value) | Self::Share(value) | Self::Sum { value: Some(value), .. } => Some(*value),
            Self::Deducted(Some(value)) => Some(-value),
            _ => None,
        }
    }

    /// As a ledger prints it; empty where the hand fills it.
    #[must_use]
    pub fn print(&self) -> String {
        match (self, self.value()) {
            (Self::Share(share) | Self::Sum { value: Some(share), share: true, .. }, _) => {
                format!("{}%", percentage(*share))
            }
            (_, Some(value)) => ledger(value),
            _ => String::new(),
        }
    }

    fn cell(&self) -> Cell {
        match self {
            Self::Open => Cell::Blank,
            Self::Amount(amount) => Cell::Amount(*amount),
            Self::Deducted(amount) => Cell::Deducted(*amount),
            Self::Share(share) | Self::Sum { value: Some(share), share: true, .. } => {
                Fraction::new(i128::from(*share), 100).map_or(Cell::Blank, Cell::Score)
            }
            Self::Sum { value, terms, .. } => Cell::sum(formula(terms), *value, &cells(terms), terms.len()),
        }
    }
}

impl Statement {
    /// An empty statement.
    #[must_use]
    pub fn new(name: &str, columns: Vec<String>) -> Self {
        Self { name: name.to_owned(), columns, lines: Vec::new() }
    }

    /// Adds a heading.
    pub fn heading(&mut self, name: &str) {
        self.lines.push(Line { name: name.to_owned(), figures: Vec::new(), strong: true });
    }

    /// Adds a line, and says which it is.
    pub fn line(&mut self, name: &str, figures: Vec<Figure>) -> usize {
        self.lines.push(Line { name: name.to_owned(), figures, strong: false });
        self.lines.len() - 1
    }

    /// Adds the sum of lines in every column, `true` for those that are taken away, and says which line it is.
    pub fn sum(&mut self, name: &str, of: &[(usize, bool)]) -> usize {
        let columns = 0..self.columns.len().saturating_sub(1);
        let figures = columns
            .map(|column| self.total(of.iter().map(|(line, minus)| (*line, column, *minus)).collect()))
            .collect();
        self.lines.push(Line { name: name.to_owned(), figures, strong: true });
        self.lines.len() - 1
    }

    /// The figure that sums others of this statement.
    #[must_use]
    pub fn total(&self, mut terms: Vec<(usize, usize, bool)>) -> Figure {
        let mut value = Some(0_i64);
        for (line, column, minus) in &terms {
            let term = self.value(*line, *column);
            value = value.zip(term).and_then(|(sum, term)| sum.checked_add(if *minus { -term } else { term }));
        }
        let figure =
            |line: usize, column| self.lines.get(line).and_then(|line: &Line| line.figures.get::<usize>(column));
        let share = terms.iter().any(|(line, column, _)| matches!(figure(*line, *column), Some(Figure::Share(_))));
        for (line, column, minus) in &mut terms {
            *minus ^= matches!(figure(*line, *column), Some(Figure::Deducted(_)));
        }
        Figure::Sum { value, terms, share }
    }

    /// What a figure comes to; `None` while it is open.
    #[must_use]
    pub fn value(&self, line: usize, column: usize) -> Option<i64> {
        self.lines.get(line)?.figures.get(column)?.value()
    }

    /// The columns' widths in per cent.
    pub(super) fn widths(&self) -> Vec<u32> {
        let figures = u32::try_from(self.columns.len().saturating_sub(1)).unwrap_or(1).max(1);
        let width = (85 / figures).min(22);
        std::iter::once(100 - width * figures).chain((0..figures).map(|_| width)).collect()
    }

    /// As a sheet of a workbook.
    pub(super) fn table(&self) -> Table {
        let width = |place: &usize| if *place == 0 { 46 } else { 20 };
        let head = self.columns.iter().map(|name| Cell::Head(name.clone())).collect();
        let line = |line: &Line| {
            let name = if line.strong { Cell::Head(line.name.clone()) } else { Cell::Text(line.name.clone()) };
            std::iter::once(name).chain(line.figures.iter().map(Figure::cell)).collect()
        };
        Table {
            name: self.name.clone(),
            widths: (0..self.columns.len()).map(|place| width(&place)).collect(),
            head: true,
            by_hand: false,
            rows: std::iter::once(head).chain(self.lines.iter().map(line)).collect(),
        }
    }
}

/// An amount as a ledger prints it, one below zero in brackets.
pub(super) fn ledger(value: i64) -> String {
    let figures =
        |value| Rupiah::new(value).map_or_else(|| value.to_string(), |amount| amount.figures(Numerals::Indonesian));
    if value < 0 { format!("({})", figures(value.saturating_neg())) } else { figures(value) }
}

/// Terms of one sign as ranges: those that stand below each other are one.
fn ranges(terms: &[(usize, usize, bool)], minus: bool) -> Vec<String> {
    let mut found: Vec<(usize, usize, usize)> = Vec::new();
    for (line, place, _) in terms.iter().filter(|term| term.2 == minus) {
        match found.last_mut() {
            Some((column, _, last)) if column == place && *last + 1 == *line => *last = *line,
            _ => found.push((*place, *line, *line)),
        }
    }
    // The first row is the head, and rows count from one; the first column names the lines.
    let at = |place: usize, line: usize| format!("{}{}", column(place + 1), line + 2);
    let range = |(place, first, last): (usize, usize, usize)| match last - first {
        0 => at(place, first),
        _ => format!("{}:{}", at(place, first), at(place, last)),
    };
    found.into_iter().map(range).collect()
}

fn cells(terms: &[(usize, usize, bool)]) -> String {
    [ranges(terms, false), ranges(terms, true)].concat().join(",")
}

fn formula(terms: &[(usize, usize, bool)]) -> String {
    let (plus, minus) = (ranges(terms, false).join(","), ranges(terms, true).join(","));
    match (plus.is_empty(), minus.is_empty()) {
        (_, true) => format!("SUM({plus})"),
        (true, false) => format!("-SUM({minus})"),
        (false, false) => format!("SUM({plus})-SUM({minus})"),
    }
}

/// Names of columns.
pub(super) fn named(columns: &[&str]) -> Vec<String> {
    columns.iter().map(|name| (*name).to_owned()).collect()
}
