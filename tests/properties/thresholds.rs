//! A ratio exactly on a limit, and one rupiah beside it, lands in the band that the data says.

use cermin_koperasi::exact::{Fraction, Range};
use cermin_koperasi::money::LIMIT;
use cermin_koperasi::rulebook::{Band, Bands, Bound, Indicator, Measure, Reading, Scale};
use cermin_koperasi::scoring::{self, Status};
use proptest::prelude::*;

use super::levers::{Lever, levers};
use super::{READINGS, book, complete, variant};

/// Whether `above / below` lies in a band, by multiplying crosswise; `below` is positive.
fn lies_in(band: &Band, above: i128, below: i128) -> bool {
    let compare = |bound: &Bound| (above * bound.at.denominator()).cmp(&(bound.at.numerator() * below));
    let over = band.min.as_ref().is_none_or(|min| compare(min).is_gt() || (min.inclusive && compare(min).is_eq()));
    let under = band.max.as_ref().is_none_or(|max| compare(max).is_lt() || (max.inclusive && compare(max).is_eq()));
    over && under
}

/// The table that holds: the newest that is not too new, and for the reading if there is one of its own.
fn table(indicator: &'static Indicator, edition: usize, reading: Reading) -> &'static Bands {
    let Scale::Bands(tables) = indicator.scale else { panic!("{} has no bands", indicator.id) };
    let newest = |own: Option<Reading>| {
        (0..=edition).rev().find_map(|at| tables.iter().find(move |table| table.edition == at && table.reading == own))
    };
    let (own, any) = (newest(Some(reading)), newest(None));
    own.filter(|own| any.is_none_or(|any| any.edition <= own.edition)).or(any).unwrap()
}

fn limits(table: &Bands) -> Vec<Fraction> {
    let mut limits: Vec<Fraction> =
        table.bands.iter().flat_map(|band| [band.min, band.max]).flatten().map(|bound| bound.at).collect();
    limits.sort();
    limits.dedup();
    limits
}

/// Scores one case and compares it with what the bands themselves say.
fn lands(lever: &Lever, edition: usize, reading: Reading, above: i64, below: i64) {
    let mut assessment = complete(edition, reading);
    lever.pull(&mut assessment, above, below);
    let report = scoring::assess(&assessment);
    let score = report.indicator(lever.id).unwrap();
    let (over, under) = (i128::from(above * lever.factor.0), i128::from(below * lever.factor.1));
    let name = format!("{} {edition} {reading:?}: {over}/{under}", lever.id);
    assert_eq!(score.trace.ratio(), Fraction::new(over, under), "{name}");
    let bands = table(score.indicator, edition, reading).bands;
    let holding: Vec<usize> = (0..bands.len()).filter(|place| lies_in(&bands[*place], over, under)).collect();
    let [place] = holding[..] else { panic!("{name}: {} bands hold it", holding.len()) };
    assert_eq!(score.score, Range::exactly(bands[place].points), "{name}");
    assert_eq!(score.trace.status, Status::Measured, "{name}");
    assert_eq!(score.trace.hit, Some(Range::exactly(place)), "{name}");
    let on_limit = limits(table(score.indicator, edition, reading)).contains(&Fraction::new(over, under).unwrap());
    assert_eq!(score.trace.on_limit, on_limit, "{name}");
}

/// On a limit at a certain size of the books, and one rupiah beside it above and below the line.
fn around(lever: &Lever, edition: usize, reading: Reading, limit: Fraction, size: i64) {
    let small = |value: i128| i64::try_from(value).unwrap();
    // above × factor.0 / (below × factor.1) = limit, with both amounts whole.
    let above = small(limit.numerator()) * lever.factor.1 * size;
    let below = small(limit.denominator()) * lever.factor.0 * size;
    for (above, below) in
        [(above, below), (above - 1, below), (above + 1, below), (above, below - 1), (above, below + 1)]
    {
        lands(lever, edition, reading, above, below);
    }
}

fn every(mut visit: impl FnMut(&Lever, usize, Reading, Fraction)) {
    for (edition, reading) in (0..book().editions.len()).flat_map(|edition| READINGS.map(|reading| (edition, reading)))
    {
        for lever in levers(reading) {
            for limit in limits(table(variant().indicator(lever.id).unwrap(), edition, reading)) {
                visit(&lever, edition, reading, limit);
            }
        }
    }
}

#[test]
fn every_limit_of_every_ratio_lands_where_the_data_says() {
    let mut count = 0;
    every(|lever, edition, reading, limit| {
        around(lever, edition, reading, limit, 1_000_003);
        count += 1;
    });
    // 26 ratios with three limits each, two editions, two readings, less one ratio the worksheet cannot measure.
    assert_eq!(count, 3 * 2 * (26 + 25));
}

#[test]
fn every_ratio_has_a_lever() {
    let ratios = variant().indicators().filter(|(_, one)| matches!(one.measure, Measure::Ratio(_)));
    let mut ids: Vec<&str> = ratios.map(|(_, one)| one.id).collect();
    let mut pulled: Vec<&str> = levers(Reading::Definition).iter().map(|lever| lever.id).collect();
    ids.sort_unstable();
    pulled.sort_unstable();
    assert_eq!(ids, pulled);
}

#[test]
fn the_worksheet_takes_all_income_for_income_from_members() {
    for income in [1, 999, LIMIT] {
        let mut assessment = complete(0, Reading::Worksheet);
        super::enter(&mut assessment, cermin_koperasi::rulebook::Year::Current, "pendapatan_provisi_anggota", income);
        super::enter(&mut assessment, cermin_koperasi::rulebook::Year::Current, "pendapatan_jasa_non_anggota", 5_000);
        let report = scoring::assess(&assessment);
        assert_eq!(report.indicator("C.III.2.a").unwrap().trace.ratio(), Some(Fraction::ONE));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// Limits at books of any size, up to the largest that can be entered.
    #[test]
    fn limits_hold_at_any_size(
        pick in any::<prop::sample::Index>(),
        edition in 0..2_usize,
        worksheet in any::<bool>(),
        size in 1_i64..=LIMIT / 1_000,
    ) {
        let reading = READINGS[usize::from(worksheet)];
        let levers = levers(reading);
        let lever = pick.get(&levers);
        let limits = limits(table(variant().indicator(lever.id).unwrap(), edition, reading));
        around(lever, edition, reading, *pick.get(&limits), size);
    }

    /// A denominator of zero is said, spans the scale or is decided by a named case, and never panics.
    #[test]
    fn a_denominator_of_zero_spans_the_scale(
        edition in 0..2_usize,
        worksheet in any::<bool>(),
        above in -LIMIT..=LIMIT,
    ) {
        let reading = READINGS[usize::from(worksheet)];
        for lever in levers(reading) {
            let mut assessment = complete(edition, reading);
            lever.pull(&mut assessment, above, 0);
            let report = scoring::assess(&assessment);
            let score = report.indicator(lever.id).unwrap();
            match score.trace.status {
                Status::ZeroDenominator => {
                    prop_assert_eq!(score.score, Range { low: Fraction::ONE, high: Fraction::whole(4) });
                    prop_assert_eq!(score.trace.ratio(), None);
                }
                // No bad loans at all: a case of its own (D10), or zero by the worksheet's own arithmetic.
                Status::Decided("D10") => prop_assert_eq!((lever.id, reading), ("C.II.1.c", Reading::Definition)),
                Status::Measured => prop_assert!(lever.id == "C.II.1.c" && reading == Reading::Worksheet
                    || lever.id == "C.II.1.b" && above == 0, "{}", lever.id),
                other => prop_assert!(false, "{} {other:?}", lever.id),
            }
        }
    }
}
