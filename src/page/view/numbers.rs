//! Scores, points and ratios as people read them. Rounding never tells a lie: where two decimals would show a number on
//! the wrong side of a limit, more are shown.

use maud::{Markup, html};

use super::super::Model;
use super::parts::icon;
use crate::exact::{Fraction, Range};
use crate::locale::fill;
use crate::money::{Places, decimal, percent};
#[cfg(feature = "full")]
use crate::rulebook::Bands;
use crate::rulebook::Predicate;
use crate::scoring::{IndicatorScore, Status};

/// The most decimals that are ever shown.
const MOST: u8 = 12;

/// A total with two decimals: `81,89`.
pub(super) fn total(model: &Model, value: Fraction) -> String {
    let variant = model.assessment().variant;
    let same = |shown| variant.predicate(shown).map(|one| one.id) == variant.predicate(value).map(|one| one.id);
    decimal(value, Places::Exactly(enough(value, 0, &same)), model.locale)
}

/// A total, or both its ends: `antara 62,10 dan 78,40`.
pub(super) fn totals(model: &Model, range: Range<Fraction>) -> String {
    between(model, range, |value| total(model, value))
}

/// A score of an aspect or a part of one, two decimals, or both its ends.
pub(super) fn share(model: &Model, range: Range<Fraction>) -> String {
    between(model, range, |value| decimal(value, Places::Exactly(2), model.locale))
}

fn between(model: &Model, range: Range<Fraction>, print: impl Fn(Fraction) -> String) -> String {
    if range.is_settled() {
        return print(range.low);
    }
    fill(model.words().result.between, &[("low", &print(range.low)), ("high", &print(range.high))])
}

/// Points, as many decimals as they have, at most two; more only where two would make nothing of something.
pub(super) fn points(model: &Model, value: Fraction) -> String {
    let something = |shown: Fraction| shown.is_zero() == value.is_zero();
    decimal(value, Places::AtMost(enough(value, 0, &something)), model.locale)
}

/// The points of an indicator: `3 dari 4`, `1 sampai 4 dari 4`.
pub(super) fn points_of(model: &Model, score: Range<Fraction>, max: Fraction) -> String {
    fill(model.words().result.points_of, &[("points", &span(model, score)), ("max", &points(model, max))])
}

/// One number or two: `3`, `1 sampai 4`.
pub(super) fn span(model: &Model, score: Range<Fraction>) -> String {
    if score.is_settled() {
        return points(model, score.low);
    }
    let (low, high) = (points(model, score.low), points(model, score.high));
    fill(model.words().result.to, &[("low", &low), ("high", &high)])
}

/// A measured ratio as a percentage, on its own side of every limit of its table.
#[cfg(feature = "full")]
pub(super) fn ratio(model: &Model, value: Fraction, table: Option<&Bands>) -> String {
    let same = |shown| {
        table.is_none_or(|table| table.hit(shown) == table.hit(value) && table.on_limit(shown) == table.on_limit(value))
    };
    percent(value, Places::Exactly(enough(value, 2, &same)), model.locale)
}

/// A percentage that is a rule and so has few decimals: `12,5%`.
pub(super) fn rule(model: &Model, value: Fraction) -> String {
    percent(value, Places::AtMost(4), model.locale)
}

/// The fewest decimals, from two on, with which the rounded number still agrees with the exact one.
fn enough(value: Fraction, shift: u8, agrees: &dyn Fn(Fraction) -> bool) -> u8 {
    let fits = |places: &u8| rounded(value, shift + places).is_none_or(agrees);
    (2..MOST).find(fits).unwrap_or(MOST)
}

/// The number that so many decimals show, halves away from zero.
fn rounded(value: Fraction, places: u8) -> Option<Fraction> {
    let scale = 10_i128.checked_pow(u32::from(places))?;
    let doubled = value.numerator().abs().checked_mul(scale)?.checked_mul(2)?;
    let whole = doubled.checked_add(value.denominator())? / value.denominator().checked_mul(2)?;
    Fraction::new(if value.is_negative() { -whole } else { whole }, scale)
}

/// A predicate, never without saying whose it is.
pub(super) fn predicate(model: &Model, predicate: &Predicate) -> Markup {
    html! {
        span.predicate {
            strong { (predicate_name(model, predicate)) } " "
            small.self-estimate { "(" (model.words().common.self_estimate) ")" }
        }
    }
}

/// Its bare word, for places that say elsewhere that it is an estimate.
pub(super) fn predicate_name(model: &Model, predicate: &Predicate) -> &'static str {
    model.texts()[predicate].name
}

/// How good an indicator's score is: bars, a word, and the points.
pub(super) fn level(model: &Model, score: &IndicatorScore) -> Markup {
    let words = &model.words().result;
    let (class, sign, word) = match (score.trace.status, score.score.is_settled()) {
        (Status::ZeroDenominator | Status::OutOfRange, false) => ("level none", "warn", words.level_none),
        (_, false) => ("level open", "unknown", words.level_open),
        _ => match quarter(score) {
            4 => ("level l4", "level4", words.level_full),
            3 => ("level l3", "level3", words.level_fair),
            2 => ("level l2", "level2", words.level_weak),
            _ => ("level l1", "level1", words.level_low),
        },
    };
    let points = points_of(model, score.score, score.indicator.max);
    html! { span class=(class) { (icon(sign)) (word) small { "\u{a0}· " (points) } } }
}

/// Into which quarter of its points an indicator falls, 1 to 4: any family of rules can be read so.
fn quarter(score: &IndicatorScore) -> i64 {
    let at_least = |quarters: i64| {
        let share = Fraction::new(i128::from(quarters), 4).and_then(|part| part.times(score.indicator.max));
        share.is_some_and(|share| score.score.low >= share)
    };
    [4, 3, 2].into_iter().find(|quarters| at_least(*quarters)).unwrap_or(1)
}
