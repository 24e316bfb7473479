//! Scores, points and ratios as people read them. Rounding never tells a lie: where two decimals would show a number on
//! the wrong side of a limit, more are shown.

#[cfg(feature = "full")]
mod second;

use maud::{Markup, html};

#[cfg(feature = "full")]
pub(super) use second::{gap, level, limit, narrow, points_of, ratio, rule, rupiah, share, span};

use super::super::Model;
use crate::exact::{Fraction, Range};
use crate::locale::fill;
use crate::money::{Places, decimal};
use crate::rulebook::Predicate;

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

/// A total as one says it: whole, or a half, as long as that keeps its predicate; both ends of a range: `82`, `82–86`.
pub(super) fn about(model: &Model, range: Range<Fraction>) -> String {
    let variant = model.assessment().variant;
    let named = |value| variant.predicate(value).map(|one| one.id);
    let say = |value: Fraction| {
        let near = |parts| nearest(value, parts).filter(|near| named(*near) == named(value));
        let near = near(1).or_else(|| near(2));
        near.map_or_else(|| total(model, value), |near| decimal(near, Places::AtMost(1), model.locale))
    };
    let (low, high) = (say(range.low), say(range.high));
    if low == high { low } else { format!("{low}–{high}") }
}

/// The nearest whole, half, … of a number.
fn nearest(value: Fraction, parts: i64) -> Option<Fraction> {
    let parts = Fraction::whole(parts);
    rounded(value.times(parts)?, 0)?.over(parts)
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
    estimated(model, predicate_name(model, predicate))
}

/// A word about the whole score, never without saying whose it is.
pub(super) fn estimated(model: &Model, text: &str) -> Markup {
    html! {
        span.predicate {
            strong { (text) } " "
            small.self-estimate { "(" (model.words().common.self_estimate) ")" }
        }
    }
}

/// Its bare word, for places that say elsewhere that it is an estimate.
pub(super) fn predicate_name(model: &Model, predicate: &Predicate) -> &'static str {
    model.texts()[predicate].name
}
