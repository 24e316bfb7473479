//! The picture as a table for a spreadsheet: one row an indicator, the lowest first. Only the room, nobody in it.

use super::{Picture, Weak};
use crate::exact::{Fraction, Range};
use crate::exchange::csv::{self, Cell};
use crate::locale::Locale;
use crate::money::Places;
use crate::sorting::sort;

/// The table; one below the other where there are several forms.
#[must_use]
pub fn table(pictures: &[Picture], locale: Locale) -> String {
    let parts: Vec<Vec<Vec<Cell<'_>>>> = pictures.iter().map(|picture| rows(picture, locale)).collect();
    csv::write(parts.join(&vec![Cell::Blank]))
}

fn rows(picture: &Picture, locale: Locale) -> Vec<Vec<Cell<'static>>> {
    let words = &locale.words().workshop_class;
    let texts = picture.rulebook.text(locale);
    let both =
        |range: Range<Fraction>, places| [range.low, range.high].map(|end| Cell::Decimal(end, Places::Exactly(places)));
    let mut rows = vec![
        vec![Cell::Text(words.column_count), count(picture.count)],
        [vec![Cell::Text(words.column_total)], both(picture.total, 2).to_vec()].concat(),
        vec![Cell::Blank],
    ];
    // Each predicate of a cell has its row; the count stands in the first.
    for cell in picture.predicates.cells() {
        for (place, predicate) in cell.kinds.iter().enumerate() {
            let name = Cell::Text(predicate.map_or(words.unsettled, |one| one.name));
            rows.push(vec![name, if place == 0 { count(cell.counts[0]) } else { Cell::Text(TOGETHER) }]);
        }
    }
    rows.push(vec![Cell::Text(words.together)]);
    rows.push(words.columns.iter().map(|name| Cell::Text(name)).collect());
    let mut indicators: Vec<&Weak> = picture.indicators.iter().collect();
    sort(&mut indicators, |one, other| (one.settled.is_none(), one.settled) < (other.settled.is_none(), other.settled));
    for one in indicators {
        let name = texts[one.indicator].name;
        let start = [Cell::Text(one.indicator.id), Cell::Text(name)];
        rows.push(start.into_iter().chain(both(one.mean, 1)).chain(levels(one)).collect());
    }
    rows
}

/// What stands where a count is told with the one to its left, or above it.
const TOGETHER: &str = "<";

/// How many have each level, and how many have still to answer.
fn levels(one: &Weak) -> [Cell<'static>; 5] {
    let kinds = [Some(1), Some(2), Some(3), Some(4), None];
    let cells = one.levels.cells();
    kinds.map(|kind| match cells.iter().find(|cell| cell.kinds.contains(&kind)) {
        None => count(0),
        Some(cell) if cell.kinds[0] == kind => count(cell.counts[0]),
        Some(_) => Cell::Text(TOGETHER),
    })
}

const fn count(count: usize) -> Cell<'static> {
    Cell::Count(count as u64)
}
