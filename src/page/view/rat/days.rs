//! Days as the reader's language writes them.

use crate::calendar::Day;
use crate::locale::fill;
use crate::page::rat::Board;

/// `31 Desember 2025`.
pub(super) fn date(board: &Board<'_>, day: Day) -> String {
    board.model.locale.day(day)
}

/// `Rabu, 31 Desember 2025`.
pub(super) fn weekday(board: &Board<'_>, day: Day) -> String {
    format!("{}, {}", board.model.locale.weekday(day), date(board, day))
}

/// `12 hari lagi`, `hari ini`, `lewat 3 hari`.
pub(super) fn left(board: &Board<'_>, days: i64) -> String {
    let words = &board.model.words().rat;
    match days {
        0 => words.left_today.to_owned(),
        1.. => fill(words.left, &[("count", &days)]),
        _ => fill(words.gone, &[("count", &-days)]),
    }
}
