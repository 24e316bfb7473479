//! The picture as a table for a spreadsheet: one row an indicator, the weakest first. Only the room, nobody in it.

use super::Picture;
use crate::exact::{Fraction, Range};
use crate::exchange::csv::{self, Cell};
use crate::locale::Locale;
use crate::money::Places;
use crate::rulebook::Rulebook;

/// The table.
#[must_use]
pub fn table(picture: &Picture, book: &'static Rulebook, locale: Locale) -> String {
    let words = &locale.words().workshop_class;
    let texts = book.text(locale);
    let count = |count: usize| Cell::Count(count as u64);
    let both = |range: Range<Fraction>| [range.low, range.high].map(|end| Cell::Decimal(end, Places::Exactly(2)));
    let mut rows = vec![
        vec![Cell::Text(words.column_count), count(picture.count)],
        [vec![Cell::Text(words.column_total)], both(picture.total).to_vec()].concat(),
        vec![Cell::Blank],
    ];
    for (predicate, many) in &picture.predicates {
        rows.push(vec![Cell::Text(predicate.map_or(words.unsettled, |one| one.name)), count(*many)]);
    }
    rows.push(vec![Cell::Blank]);
    rows.push(words.columns.iter().map(|name| Cell::Text(name)).collect());
    for one in &picture.indicators {
        let name = texts.indicator(picture.variant, one.indicator.id).map_or(one.indicator.name, |text| text.name);
        let levels = one.at.iter().chain([&one.open]).map(|many| count(*many));
        let start = [Cell::Text(one.indicator.id), Cell::Text(name)];
        rows.push(start.into_iter().chain(both(one.mean)).chain(levels).collect());
    }
    csv::write(rows)
}
