//! The picture as a table for a spreadsheet: one row an indicator, the lowest first. Only the room, nobody in it.

use super::{Cell as Told, Picture, Shared, Weak};
use crate::exact::{Fraction, Range};
use crate::exchange::csv::{self, Cell};
use crate::exchange::levels::Meeting;
use crate::locale::Locale;
use crate::money::Places;
use crate::sorting::sort;

type Rows = Vec<Vec<Cell<'static>>>;

/// The table; one below the other where there are several forms, each under its name, and last what they share.
#[must_use]
pub fn table(pictures: &[Picture], shared: Option<&Shared>, locale: Locale) -> String {
    let named = |picture: &Picture| {
        let name = shared.map(|_| vec![Cell::Text(picture.variant.name)]);
        name.into_iter().chain(rows(picture, locale)).collect()
    };
    let parts: Vec<Rows> = pictures.iter().map(named).chain(shared.map(|shared| common(shared, locale))).collect();
    csv::write(parts.join(&vec![Cell::Blank]))
}

/// How a RAT went, in a word.
#[must_use]
pub fn meeting_name(locale: Locale, meeting: Option<Meeting>) -> &'static str {
    let words = &locale.words().workshop_code;
    match meeting {
        Some(Meeting::OnTime) => words.on_time,
        Some(Meeting::PastAdvice) => words.past_advice,
        Some(Meeting::Late) => words.late,
        Some(Meeting::Held) => words.held,
        Some(Meeting::Missed) => words.missed,
        None => words.unsaid,
    }
}

/// What several forms share: governance, standings, RATs.
fn common(shared: &Shared, locale: Locale) -> Rows {
    let words = &locale.words().workshop_class;
    let texts = shared.rulebook.text(locale);
    let mut rows = vec![vec![Cell::Text(words.shared)], vec![Cell::Text(words.column_count), count(shared.count)]];
    rows.push(words.columns[..4].iter().map(|name| Cell::Text(name)).collect());
    for one in &shared.governance {
        let [low, high] = both(one.mean, 1);
        rows.push(vec![Cell::Text(one.indicator.id), Cell::Text(texts[one.indicator].name), low, high]);
    }
    rows.push(vec![Cell::Text(words.standings)]);
    rows.extend(told(&shared.standings, |one| one.map_or(words.unsettled, |one| one.label().say(locale))));
    rows.push(vec![Cell::Text(words.meetings)]);
    rows.extend(told(&shared.meetings, |one| meeting_name(locale, one)));
    rows.push(vec![Cell::Text(words.together)]);
    rows
}

/// Each kind of a cell has its row; the count stands in the first.
fn told<K: Copy>(cells: &[Told<K>], name: impl Fn(K) -> &'static str) -> Rows {
    let rows = cells.iter().flat_map(|cell| cell.kinds.iter().enumerate().map(move |kind| (cell, kind)));
    rows.map(|(cell, (place, kind))| {
        vec![Cell::Text(name(*kind)), if place == 0 { count(cell.counts[0]) } else { Cell::Text(TOGETHER) }]
    })
    .collect()
}

fn both(range: Range<Fraction>, places: u8) -> [Cell<'static>; 2] {
    [range.low, range.high].map(|end| Cell::Decimal(end, Places::Exactly(places)))
}

fn rows(picture: &Picture, locale: Locale) -> Rows {
    let words = &locale.words().workshop_class;
    let texts = picture.rulebook.text(locale);
    let mut rows = vec![
        vec![Cell::Text(words.column_count), count(picture.count)],
        [vec![Cell::Text(words.column_total)], both(picture.total, 2).to_vec()].concat(),
        vec![Cell::Blank],
    ];
    rows.extend(told(&picture.predicates.cells(), |one| one.map_or(words.unsettled, |one| one.name)));
    rows.push(vec![Cell::Text(words.together)]);
    rows.push(words.columns.iter().map(|name| Cell::Text(name)).collect());
    let mut indicators: Vec<&Weak> = picture.indicators.iter().collect();
    sort(&mut indicators, |one, other| {
        (one.settled.is_none(), one.middle()) < (other.settled.is_none(), other.middle())
    });
    for one in indicators {
        let name = texts[one.indicator].name;
        let start = [Cell::Text(one.indicator.id), Cell::Text(name)];
        rows.push(start.into_iter().chain(both(one.mean, 1)).chain(levels(one)).collect());
    }
    rows
}

/// What stands where a count is not told by itself.
const TOGETHER: &str = "<";

/// How many have each level, and how many have still to answer. Of levels that are told together a number in the column of one
/// would be read as its own.
fn levels(one: &Weak) -> [Cell<'static>; 5] {
    let kinds = [Some(1), Some(2), Some(3), Some(4), None];
    let cells = one.levels.cells();
    kinds.map(|kind| match cells.iter().find(|cell| cell.kinds.contains(&kind)) {
        None => count(0),
        Some(cell) if cell.kinds.len() == 1 => count(cell.counts[0]),
        Some(_) => Cell::Text(TOGETHER),
    })
}

const fn count(count: usize) -> Cell<'static> {
    Cell::Count(count as u64)
}
