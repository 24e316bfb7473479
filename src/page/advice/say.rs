//! An action in words, as screens and tables tell it.

use crate::advice::{Action, Step};
use crate::locale::fill;
use crate::page::Model;
use crate::rulebook::{Doer, Indicator, Item, Span};

/// An indicator's plain name.
pub(in crate::page) fn name(model: &Model, indicator: &Indicator) -> &'static str {
    model.texts().indicator(model.assessment().variant, indicator.id).map_or("", |text| text.name)
}

/// What to do first about an item.
pub(in crate::page) fn first_step(model: &Model, item: &Item) -> &'static str {
    model.help(item.id).map_or("", |help| help.first_step)
}

/// What to do first about a ratio.
pub(in crate::page) fn ratio_step(model: &Model, indicator: &Indicator) -> &'static str {
    let text = model.texts().indicator(model.assessment().variant, indicator.id);
    text.and_then(|text| text.ratio.as_ref()).map_or("", |ratio| ratio.first_step)
}

/// What is to be done, a line for each thing.
pub(in crate::page) fn lines(model: &Model, action: &Action) -> Vec<String> {
    match &action.step {
        Step::Items(items) => items.iter().map(|item| first_step(model, item).to_owned()).collect(),
        Step::Money(way) => {
            let way = model.locale.way(model.assessment(), way);
            let rat = way.needs_rat.map(str::to_owned);
            vec![format!("{} ({})", way.deed, way.shifts.join("; "))].into_iter().chain(rat).collect()
        }
    }
}

/// Who does it: *Ketua, Bendahara*.
pub(in crate::page) fn who(model: &Model, doers: &[Doer]) -> String {
    let words = &model.words().advice;
    let one = |doer: &Doer| match doer {
        Doer::Pengurus => words.who_pengurus,
        Doer::Ketua => words.who_ketua,
        Doer::Sekretaris => words.who_sekretaris,
        Doer::Bendahara => words.who_bendahara,
        Doer::Pengawas => words.who_pengawas,
        Doer::Manajer => words.who_manajer,
    };
    doers.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// How long it takes.
pub(in crate::page) fn time(model: &Model, span: Span) -> &'static str {
    let words = &model.words().advice;
    match span {
        Span::Days => words.time_days,
        Span::Weeks => words.time_weeks,
        Span::Months => words.time_months,
        Span::Rat => words.time_rat,
    }
}

/// How hard it is, from 1 (papers at hand) to 5 (months of change) for each thing, in three words.
pub(in crate::page) fn effort(model: &Model, effort: u32, things: usize) -> &'static str {
    let words = &model.words().advice;
    let things = u32::try_from(things.max(1)).unwrap_or(u32::MAX);
    match effort.div_ceil(things) {
        0..=2 => words.effort_light,
        3 => words.effort_middle,
        _ => words.effort_heavy,
    }
}

/// How many things an action is made of.
pub(in crate::page) fn things(action: &Action) -> usize {
    match &action.step {
        Step::Items(items) => items.len(),
        Step::Money(_) => 1,
    }
}

/// The papers by their names.
pub(in crate::page) fn papers(model: &Model, ids: &[&'static str]) -> Vec<&'static str> {
    ids.iter().map(|id| model.texts().document(id).unwrap_or(id)).collect()
}

/// The help an office offers, as sentences.
pub(in crate::page) fn help(model: &Model, ids: &[&'static str]) -> Vec<String> {
    let offers = ids.iter().filter_map(|id| model.texts().offer(id));
    offers.map(|offer| fill(model.words().advice.coaching_ask, &[("offer", &offer)])).collect()
}
