//! The sheet as a table, in the form's order: for a spreadsheet, and to read off.

use crate::page::Model;
use crate::papers::{Cell, Table};
use crate::rat::sheet::{Column, Row, form};

/// Every row of the form with what it holds in each column.
pub(in crate::page) fn rows(model: &Model) -> Vec<(Row, [Option<i64>; 2])> {
    let totals = Column::BOTH.map(|column| model.sheet_totals(column));
    let held = |row| match row {
        Row::Line(line) => Column::BOTH.map(|column| model.sheet_figure(column, line).map(|figure| figure.amount)),
        Row::Total(place, _) => [0, 1].map(|column: usize| totals[column].get(place).copied()),
    };
    form().rows().map(|row| (row, held(row))).collect()
}

/// The same for a spreadsheet.
pub(super) fn table(model: &Model) -> Table {
    let head = |text: String| Cell::Head(text);
    let titles = Column::BOTH.map(|column| head(model.sheet_column(column)));
    let mut table = vec![[vec![head(model.words().kdmp.line.to_owned())], titles.to_vec()].concat()];
    for (row, amounts) in rows(model) {
        let name = model.sheet_row(row);
        let name = if matches!(row, Row::Line(_)) { Cell::Text(name) } else { head(name) };
        let cells = amounts.map(|amount| amount.map_or(Cell::Blank, Cell::Amount));
        table.push([vec![name], cells.to_vec()].concat());
    }
    Table { name: "KDMP".to_owned(), widths: vec![52, 22, 22], head: true, by_hand: false, rows: table }
}
