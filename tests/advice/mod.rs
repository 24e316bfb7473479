//! Random cooperatives with balanced books, for the properties of `advice`.
#![allow(clippy::unwrap_used, dead_code, missing_docs)]

use cermin_koperasi::assessment::{Amount, Answer, Assessment};
use cermin_koperasi::exact::{Fraction, Range};
use cermin_koperasi::money::Rupiah;
use cermin_koperasi::rulebook::{self, Reading, Side, Year};
use cermin_koperasi::scoring::{Figures, Value, points};
use proptest::prelude::*;

/// What a random cooperative is made from; proptest shrinks it.
#[derive(Clone, Debug)]
pub(crate) struct Recipe {
    pub(crate) seed: u64,
    /// Of a hundred items, how many are met.
    pub(crate) quality: u64,
    /// Of a hundred items, how many are *belum tahu*.
    pub(crate) unknown: u64,
    /// The largest amount.
    pub(crate) scale: u64,
    /// Of a hundred accounts, how many are zero.
    pub(crate) empty: u64,
    pub(crate) reading: Reading,
    pub(crate) edition: usize,
}

pub(crate) fn recipes() -> impl Strategy<Value = Recipe> {
    let scales = prop_oneof![Just(60_u64), Just(5_000), Just(80_000_000), Just(9_000_000_000), Just(2_000_000_000_000)];
    let reading = prop_oneof![3 => Just(Reading::Definition), 1 => Just(Reading::Worksheet)];
    (any::<u64>(), 0..=100_u64, 0..=40_u64, scales, 0..=80_u64, reading, 0..2_usize).prop_map(
        |(seed, quality, unknown, scale, empty, reading, edition)| Recipe {
            seed,
            quality,
            unknown,
            scale,
            empty,
            reading,
            edition,
        },
    )
}

/// `SplitMix64`: small, well known, the same everywhere.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub(crate) fn below(&mut self, limit: u64) -> u64 {
        self.roll() % limit.max(1)
    }
}

pub(crate) fn blank() -> Assessment {
    blank_in("ksp12")
}

fn blank_in(form: &str) -> Assessment {
    let book = rulebook::find("kkpkk-2021").unwrap();
    Assessment::new(book, book.variant(form).unwrap())
}

/// A cooperative with random answers and balanced random books.
pub(crate) fn cooperative(recipe: &Recipe) -> Assessment {
    cooperative_in("ksp12", recipe)
}

/// The same in a form.
pub(crate) fn cooperative_in(form: &str, recipe: &Recipe) -> Assessment {
    let mut dice = Dice(recipe.seed);
    let mut ours = blank_in(form);
    ours.reading = recipe.reading;
    ours.edition = recipe.edition;
    for (_, item) in ours.variant.items() {
        let met = dice.below(100) < recipe.quality;
        let answer = match dice.below(100) < recipe.unknown {
            true => Answer::Unknown,
            false if met => Answer::Yes,
            false => Answer::No,
        };
        ours.answers.insert(item.id, answer);
    }
    for year in Year::BOTH {
        books(&mut ours, year, recipe, &mut dice);
    }
    ours
}

fn books(ours: &mut Assessment, year: Year, recipe: &Recipe, dice: &mut Dice) {
    // Income and cost are a tenth of what the balance holds, contra accounts and bad loans smaller still.
    for account in ours.variant.accounts {
        let scale = match account.side {
            _ if account.contra => recipe.scale / 12,
            Side::Asset | Side::Liability | Side::Equity => recipe.scale,
            Side::Revenue => recipe.scale / 3,
            Side::Expense => recipe.scale / 16,
            Side::Memo => recipe.scale / 20,
        };
        let weight = if ["piutang_anggota", "tabungan_anggota"].contains(&account.id) { 6 } else { 1 };
        let zero = dice.below(100) < recipe.empty;
        let amount = if zero { 0 } else { dice.below(scale * weight + 1) };
        set(ours, year, account.id, i64::try_from(amount).unwrap());
    }
    let result = value(ours, "shu_setelah_pajak", year).unwrap_or(0);
    set(ours, year, "shu_periode_berjalan", result);
    let gap = value(ours, "total_aktiva", year).unwrap() - value(ours, "total_pasiva", year).unwrap();
    let plug = if gap < 0 { "kas" } else { "simpanan_wajib" };
    let Amount::Known(before) = ours.amount(year, plug) else { unreachable!() };
    set(ours, year, plug, before.get() + gap.abs());
    ours.statements.year_mut(year).complete = true;
}

/// Writes an amount that the books can hold.
pub(crate) fn set(ours: &mut Assessment, year: Year, account: &str, rupiah: i64) {
    ours.statements.year_mut(year).amounts.insert(account, Amount::Known(Rupiah::new(rupiah).unwrap()));
}

/// A figure by the definition, in whole rupiah; `None` where it is not a whole number.
pub(crate) fn value(ours: &Assessment, figure: &str, year: Year) -> Option<i64> {
    match Figures::new(ours).reading(Reading::Definition).named(figure, year) {
        Value::Known(value) if value.denominator() == 1 => i64::try_from(value.numerator()).ok(),
        _ => None,
    }
}

/// The sum of two totals' ends.
pub(crate) fn plus(left: Fraction, right: Fraction) -> Fraction {
    left.plus(right).unwrap()
}

/// The total by our own adding up, without traces; the checklist property holds it against the report.
pub(crate) fn total(ours: &Assessment) -> Range<Fraction> {
    let mut sum = Range::exactly(Fraction::ZERO);
    for aspect in ours.variant.aspects {
        let weight = aspect.weight.times(Fraction::whole(100)).unwrap();
        let share = |points: Fraction| points.over(aspect.max_points()).unwrap().times(weight).unwrap();
        for indicator in aspect.indicators() {
            let points = points(ours, indicator);
            sum = Range { low: plus(sum.low, share(points.low)), high: plus(sum.high, share(points.high)) };
        }
    }
    sum
}
