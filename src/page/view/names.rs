//! What things are called, and days and faults in words: what screens say of things that other screens are about.

use super::super::{Arriving, Fault, Model};
use crate::calendar::Day;
use crate::locale::{Words, fill};
use crate::rulebook::{CoopKind, Reading, Subaspect};

/// An indicator's plain name.
pub(super) fn indicator_name(model: &Model, id: &str) -> &'static str {
    model.texts().indicator(model.assessment().variant, id).map_or("", |text| text.name)
}

/// A subaspect's plain name.
pub(super) fn part_name(model: &Model, part: &Subaspect) -> &'static str {
    model.texts()[part]
}

/// How the score was counted: *menurut definisi, edisi 2022*.
pub(super) fn counted(model: &Model, reading: Reading, edition: usize) -> String {
    let edition = model.assessment().rulebook.editions[edition].id;
    fill(model.words().result.counted, &[("reading", &reading_name(model, reading)), ("edition", &edition)])
}

/// A reading inside a sentence.
pub(super) fn reading_name(model: &Model, reading: Reading) -> &'static str {
    match reading {
        Reading::Definition => model.words().result.by_definition,
        Reading::Worksheet => model.words().result.by_worksheet,
    }
}

/// A day of the rulebook, or a month where only that is known; as it stands there if it is neither.
pub(super) fn day(model: &Model, iso: &str) -> String {
    if let Some(day) = Day::parse(iso) {
        return model.locale.day(day);
    }
    let month = Day::parse(&format!("{iso}-01")).map(|day| model.locale.month(day));
    month.map_or_else(|| iso.to_owned(), |month| format!("{month} {}", iso.get(..4).unwrap_or_default()))
}

/// The kinds of cooperative that can be chosen: word, label, whether it is this one.
pub(super) fn kinds(model: &Model) -> [(&'static str, &'static str, bool); 8] {
    let kind = match &model.arriving {
        Some(Arriving::Kind(kind)) => Some(*kind),
        _ => model.assessment().profile.kind,
    };
    CoopKind::ALL.map(|one| (one.code(), kind_name(model.words(), one), kind == Some(one)))
}

/// What a kind of cooperative is called.
pub(super) const fn kind_name(words: &Words, kind: CoopKind) -> &'static str {
    let words = &words.profile;
    match kind {
        CoopKind::Ksp => words.kind_ksp,
        CoopKind::Usp => words.kind_usp,
        CoopKind::Riil => words.kind_riil,
        CoopKind::Kdmp => words.kind_kdmp,
        CoopKind::Serba => words.kind_serba,
        CoopKind::Sharia => words.kind_sharia,
        CoopKind::Secondary => words.kind_secondary,
        CoopKind::Other => words.kind_other,
    }
}

/// Why a field is refused, in a sentence.
pub(super) fn fault_words(model: &Model, fault: Fault) -> &'static str {
    let words = &model.words().profile;
    match fault {
        Fault::Members => words.members_problem,
        Fault::Day => words.day_problem,
        Fault::Year => words.year_problem,
        Fault::Long => words.long_problem,
    }
}
