//! Words that several screens of the workshop share.

use crate::assessment::Answer;
use crate::exchange::levels::{Fault, Meeting, Obstacle, Seat};
use crate::locale::fill;
use crate::page::workshop::Trouble;
use crate::page::{FileFault, Model};
use crate::rulebook::Indicator;
use crate::workshop::{Cell, NoBackup, NotARoom, Picture, meeting_name};

/// How a RAT went.
pub(super) fn meeting(model: &Model, meeting: Option<Meeting>) -> &'static str {
    meeting_name(model.locale, meeting)
}

/// What keeps a cooperative from doing better.
pub(super) fn obstacle(model: &Model, obstacle: Obstacle) -> &'static str {
    model.words().workshop_code.obstacles[obstacle as usize]
}

/// Whose voice it is.
pub(super) fn seat(model: &Model, seat: Seat) -> &'static str {
    let words = &model.words().voice;
    match seat {
        Seat::Chair => words.chair,
        Seat::Secretary => words.secretary,
        Seat::Treasurer => words.treasurer,
        Seat::Supervisor1 => words.supervisor_1,
        Seat::Supervisor2 => words.supervisor_2,
        Seat::Supervisor3 => words.supervisor_3,
        Seat::Manager => words.manager,
    }
}

/// The sign that stands with an answer.
pub(super) const fn sign(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => "done",
        Answer::No => "no",
        Answer::Unknown => "unknown",
        Answer::NotApplicable => "none",
    }
}

/// What is wrong with a code.
pub(super) fn fault(model: &Model, fault: Fault) -> String {
    let words = &model.words().workshop_collect.fault;
    match fault {
        Fault::Empty => words.empty.to_owned(),
        Fault::TooLong => words.too_long.to_owned(),
        Fault::Sign { group, sign } => fill(words.sign, &[("group", &group), ("sign", &sign)]),
        Fault::Typo { group } => fill(words.typo, &[("group", &group)]),
        Fault::Short { group, have } => fill(words.short, &[("group", &group), ("have", &have)]),
        Fault::Place { group, belongs } => fill(words.place, &[("group", &group), ("belongs", &belongs)]),
        Fault::Incomplete { have, need } => fill(words.incomplete, &[("have", &have), ("need", &need)]),
        Fault::TooMany { have, need } => fill(words.too_many, &[("have", &have), ("need", &need)]),
        Fault::Mixed => words.mixed.to_owned(),
        Fault::Newer { version } => fill(words.newer, &[("version", &version)]),
        Fault::Rulebook => words.rulebook.to_owned(),
        Fault::Foreign => words.foreign.to_owned(),
        Fault::Voice => words.voice.to_owned(),
        Fault::Result => words.result.to_owned(),
        Fault::Invented => words.invented.to_owned(),
        Fault::SaveFile => words.save_file.to_owned(),
    }
}

/// What is wrong with a file.
pub(super) fn trouble(model: &Model, trouble: Trouble) -> String {
    let words = &model.words().workshop_collect.fault;
    match trouble {
        Trouble::Code(one) => fault(model, one),
        Trouble::File(FileFault::TooBig) => words.too_big.to_owned(),
        Trouble::File(FileFault::Unreadable) => words.unreadable.to_owned(),
        Trouble::Room(NotARoom::Foreign) => words.room.to_owned(),
        Trouble::Room(NotARoom::Newer) => words.room_newer.to_owned(),
        Trouble::Partly(count) => fill(words.partly, &[("count", &count)]),
        Trouble::Full => words.full.to_owned(),
        Trouble::Unread => model.words().desk.unread.to_owned(),
        Trouble::Backup(why) => no_backup(model, why),
        Trouble::NoPlace => words.no_place.to_owned(),
        Trouble::NoWork => words.no_work.to_owned(),
    }
}

/// Why a desk's backup was not laid out.
pub(super) fn no_backup(model: &Model, why: NoBackup) -> String {
    let words = &model.words().desk;
    match why {
        NoBackup::Damaged => words.backup_damaged.to_owned(),
        NoBackup::TooMany(new, free) => fill(words.backup_too_many, &[("count", &new), ("free", &free)]),
    }
}

/// Kinds that are told together, in words.
pub(super) fn together<K: Copy, const ROOMS: usize>(
    model: &Model,
    cell: &Cell<K, ROOMS>,
    name: &dyn Fn(K) -> &'static str,
) -> String {
    let words = &model.words().workshop_class;
    match &cell.kinds[..] {
        [] => String::new(),
        [one] => name(*one).to_owned(),
        [one, .., other] => {
            let so_many = if cell.kinds.len() > 2 { words.up_to } else { words.or };
            fill(so_many, &[("one", &name(*one)), ("other", &name(*other))])
        }
    }
}

/// An indicator by its name in the form shown.
pub(super) fn name(model: &Model, picture: &Picture, indicator: &'static Indicator) -> &'static str {
    picture.rulebook.text(model.locale)[indicator].name
}
