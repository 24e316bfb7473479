//! An action in words, as screens and tables tell it.

use crate::advice::{Action, Plan, Step, Way};
use crate::locale::fill;
use crate::money::Rupiah;
use crate::page::Model;
use crate::rulebook::{Direction, Doer, Indicator, Move, Span};

/// An indicator's plain name.
pub(in crate::page) fn name(model: &Model, indicator: &Indicator) -> &'static str {
    model.texts().indicator(model.assessment().variant, indicator.id).map_or("", |text| text.name)
}

/// What to do first about a ratio; blank while that is still to be fetched.
pub(in crate::page) fn ratio_step(model: &Model, indicator: &Indicator) -> &'static str {
    model.ratio_help(indicator).map_or("", |help| help.first_step)
}

/// A step, told alike wherever it stands: *Penuhi 2 butir: Kemandirian*, *Naikkan SHU Rp6 juta*.
pub(in crate::page) fn step(model: &Model, action: &Action) -> String {
    let words = &model.words().advice;
    match &action.step {
        Step::Items(items) => fill(words.meet, &[("count", &items.len()), ("name", &name(model, action.indicator))]),
        Step::Money(way) => {
            let amount = brief(model, way.rupiah);
            if raises_result(model, way.movement) {
                return fill(words.raise_result, &[("amount", &amount)]);
            }
            let deed = model.locale.movement(model.assessment(), way.movement);
            fill(words.move_by, &[("deed", &deed), ("amount", &amount)])
        }
    }
}

/// Whether a move is one of many that raise the result.
pub(in crate::page) fn raises_result(model: &Model, movement: &Move) -> bool {
    let result = model.assessment().variant.moves.map(|moves| moves.result);
    result.is_some_and(|result| movement.direction(result) == Some(Direction::Up))
}

/// What several accounts bring together, where none does alone.
pub(in crate::page) fn together(model: &Model, rupiah: i64) -> String {
    fill(model.words().rupiah.several, &[("amount", &brief(model, rupiah))])
}

/// Rupiah as one says them.
pub(in crate::page) fn brief(model: &Model, rupiah: i64) -> String {
    Rupiah::new(rupiah).map_or_else(String::new, |amount| amount.brief(model.locale))
}

/// What a step is made of, a line for each thing: what has to hold, or what the money lifts and how it can be had.
pub(in crate::page) fn lines(model: &Model, plan: &Plan, action: &Action) -> Vec<String> {
    match &action.step {
        Step::Items(items) => items.iter().map(|item| model.texts()[*item].statement()).collect(),
        Step::Money(way) => {
            let rat = action.needs_rat.then(|| model.words().advice.needs_rat.to_owned());
            // The only way stands in the step's own name, unless that says *SHU*.
            let named = !raises_result(model, way.movement);
            let ways = (!named).then(|| ways(model, plan, way).join("; "));
            [lifts(model, way)].into_iter().chain(ways).chain(rat).collect()
        }
    }
}

/// Which ratios rise by it.
pub(in crate::page) fn lifts(model: &Model, way: &Way) -> String {
    let names: Vec<&str> = way.lifted().map(|one| name(model, one.indicator)).collect();
    fill(model.words().advice.lifts, &[("count", &names.len()), ("names", &names.join("; "))])
}

/// How many ways to the same end are named: who needs more finds them with the ratio.
const WAYS: usize = 5;

/// The ways by which the money can be had; each is enough. Others are known for what raises the result.
pub(in crate::page) fn ways(model: &Model, plan: &Plan, way: &Way) -> Vec<String> {
    let others = plan.others.iter().copied().filter(|_| raises_result(model, way.movement));
    let all = [way.movement].into_iter().chain(others);
    all.take(WAYS).map(|one| model.locale.movement(model.assessment(), one)).collect()
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
