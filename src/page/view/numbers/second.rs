//! What only the second part of the page shows: parts of a score, ratios, and how good an indicator is.

use maud::{Markup, html};

use super::{between, enough, points};
use crate::exact::{Fraction, Range};
use crate::locale::fill;
use crate::money::{Places, decimal, percent};
use crate::page::Model;
use crate::page::view::parts::icon;
use crate::rulebook::{Bands, Unit};
use crate::scoring::{IndicatorScore, Status};

/// A score of an aspect or a part of one, two decimals, or both its ends.
pub(in crate::page::view) fn share(model: &Model, range: Range<Fraction>) -> String {
    between(model, range, |value| decimal(value, Places::Exactly(2), model.locale))
}

/// The same in as little room as a table has: `60,29–75,00`.
pub(in crate::page::view) fn narrow(model: &Model, range: Range<Fraction>) -> String {
    let [low, high] = [range.low, range.high].map(|end| decimal(end, Places::Exactly(2), model.locale));
    if range.is_settled() { low } else { format!("{low}–{high}") }
}

/// The points of an indicator: `3 dari 4`, `1 sampai 4 dari 4`.
pub(in crate::page::view) fn points_of(model: &Model, score: Range<Fraction>, max: Fraction) -> String {
    fill(model.words().scores.points_of, &[("points", &span(model, score)), ("max", &points(model, max))])
}

/// One number or two: `3`, `1 sampai 4`.
pub(in crate::page::view) fn span(model: &Model, score: Range<Fraction>) -> String {
    if score.is_settled() {
        return points(model, score.low);
    }
    let (low, high) = (points(model, score.low), points(model, score.high));
    fill(model.words().scores.to, &[("low", &low), ("high", &high)])
}

/// A measured ratio in its own unit, on its own side of every limit of its table.
pub(in crate::page::view) fn ratio(model: &Model, unit: Unit, value: Fraction, table: Option<&Bands>) -> String {
    let same = |shown| {
        table.is_none_or(|table| table.hit(shown) == table.hit(value) && table.on_limit(shown) == table.on_limit(value))
    };
    match unit {
        Unit::Percent => percent(value, Places::Exactly(enough(value, 2, &same)), model.locale),
        _ => counted(model, unit, value, Places::AtMost(enough(value, 0, &same))),
    }
}

/// A limit of a ratio, in its unit.
pub(in crate::page::view) fn limit(model: &Model, unit: Unit, value: Fraction) -> String {
    if unit == Unit::Percent { rule(model, value) } else { counted(model, unit, value, Places::AtMost(4)) }
}

/// How far a ratio is from another, in its unit; of two percentages the difference is no percentage: `0,45 poin persen`.
pub(in crate::page::view) fn gap(model: &Model, unit: Unit, value: Fraction) -> String {
    let hundred = value.times(Fraction::whole(100)).filter(|_| unit == Unit::Percent);
    let Some(value) = hundred else { return ratio(model, unit, value, None) };
    fill(model.words().scores.percent_points, &[("number", &points(model, value))])
}

/// `5,7 kali`, `35 hari`.
fn counted(model: &Model, unit: Unit, value: Fraction, places: Places) -> String {
    let words = &model.words().scores;
    let word = if unit == Unit::Days { words.days } else { words.times };
    fill(word, &[("number", &decimal(value, places, model.locale))])
}

/// A percentage that is a rule and so has few decimals: `12,5%`.
pub(in crate::page::view) fn rule(model: &Model, value: Fraction) -> String {
    percent(value, Places::AtMost(4), model.locale)
}

/// How good an indicator's score is: bars, a word, and the points.
pub(in crate::page::view) fn level(model: &Model, score: &IndicatorScore) -> Markup {
    let words = &model.words().scores;
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

/// A figure as rupiah; formulas with weights may leave a fraction, which is shown rounded to whole rupiah. The minus is
/// one at which no line breaks: alone, the amount would read as a gain.
pub(in crate::page::view) fn rupiah(model: &Model, value: Fraction) -> String {
    crate::money::rupiah(value, model.locale).replacen('-', "−", 1)
}
