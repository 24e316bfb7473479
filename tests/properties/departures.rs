//! The worksheet departs from the definition only where a difference names the indicator.

use cermin_koperasi::rulebook::{Formula, Measure, Reading, Scale, Year};
use cermin_koperasi::scoring;
use proptest::prelude::*;

use super::random::assessments;
use super::{book, variant};

/// The differences of every aggregate that a formula reaches in a year in which the worksheet sums it differently.
fn departures(formula: &Formula, year: Year, found: &mut Vec<(&'static str, &'static [&'static str])>) {
    match formula {
        Formula::Account(_) | Formula::Constant(_) | Formula::Undefined => {}
        Formula::Aggregate(place) => {
            let one = &variant().aggregates[usize::from(*place)];
            let differs =
                one.formulas.worksheet.is_some() || (year == Year::Prior && one.formulas.worksheet_prior.is_some());
            if differs {
                found.push((one.id, one.differences));
            }
            for reading in super::READINGS {
                departures(one.formulas.of(reading, year), year, found);
            }
        }
        // What counts nothing cannot depart.
        Formula::Sum(terms) => {
            terms.iter().filter(|(by, _)| !by.is_zero()).for_each(|(_, term)| departures(term, year, found));
        }
        Formula::Product(parts) | Formula::Quotient(parts) => {
            parts.iter().for_each(|part| departures(part, year, found));
        }
        Formula::Prior(inner) => departures(inner, Year::Prior, found),
        Formula::Absolute(inner) => departures(inner, year, found),
        Formula::IfZero(parts) => parts.iter().for_each(|part| departures(part, year, found)),
    }
}

#[test]
fn every_departing_sum_is_named_by_the_indicators_it_moves() {
    let mut seen = 0;
    for (_, indicator) in variant().indicators() {
        let Measure::Ratio(rule) = &indicator.measure else { continue };
        let mut found = Vec::new();
        for reading in super::READINGS {
            departures(rule.formula(reading), Year::Current, &mut found);
        }
        for (aggregate, differences) in found {
            seen += 1;
            let named = differences.iter().any(|id| indicator.differences.contains(id));
            assert!(named, "{} uses {aggregate}, but names none of {differences:?}", indicator.id);
        }
    }
    assert!(seen > 20, "the walk must find the departures: {seen}");
}

#[test]
fn every_table_of_one_reading_or_edition_is_named_by_its_indicator() {
    for (_, indicator) in variant().indicators() {
        let Scale::Bands(tables) = indicator.scale else { continue };
        for difference in tables.iter().filter_map(|table| table.difference) {
            assert!(indicator.differences.contains(&difference), "{} does not name {difference}", indicator.id);
        }
        let departing = tables.iter().filter(|table| table.reading.is_some() || table.edition > 0).count();
        assert!(departing == 0 || !indicator.differences.is_empty(), "{}", indicator.id);
    }
}

#[test]
fn a_difference_and_its_indicators_name_each_other() {
    for (_, indicator) in variant().indicators() {
        for id in indicator.differences {
            let difference = book().difference(id).unwrap();
            assert!(difference.affects.contains(&indicator.id), "{id} does not know {}", indicator.id);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    /// Where the readings or the editions give another score, the trace says why.
    #[test]
    fn another_score_has_a_named_reason(assessment in assessments()) {
        let ways = [(0, Reading::Definition), (0, Reading::Worksheet), (1, Reading::Definition), (1, Reading::Worksheet)];
        let reports = ways.map(|(edition, reading)| scoring::assess(&assessment.counted(edition, reading)));
        for scores in (0..60).map(|place| reports.each_ref().map(|report| &report.indicators[place])) {
            let moved = scores.iter().any(|one| one.score != scores[0].score);
            prop_assert!(!moved || !scores[0].trace.notes.is_empty(), "{}", scores[0].indicator.id);
            // Checklists are counted alike in every way.
            prop_assert!(!moved || matches!(scores[0].indicator.measure, Measure::Ratio(_)), "{}", scores[0].indicator.id);
        }
    }
}
