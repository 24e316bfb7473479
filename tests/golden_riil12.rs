//! Two copies of the real-sector form, rebuilt and run for 24 invented cooperatives, must agree with us: in both readings,
//! and under every other way to read the form. `expected` is our `definition`; `worksheet` and `alternatives` list only
//! what differs from it. Nothing here is official: the form itself was never seen.
#![allow(clippy::unwrap_used, missing_docs)]

use cermin_koperasi::assessment::{Amount, Answer, Assessment};
use cermin_koperasi::exact::{Fraction, Range};
use cermin_koperasi::money::Rupiah;
use cermin_koperasi::rulebook::{self, Indicator, Predicate, Reading, Year};
use cermin_koperasi::scoring;
use serde_json::Value;

fn cases() -> Vec<Value> {
    let golden: Value = serde_json::from_str(include_str!("golden/kkpkk-2021-riil12.json")).unwrap();
    golden["cases"].as_array().unwrap().clone()
}

fn assessment(case: &Value, reading: Reading) -> Assessment {
    let book = rulebook::find("kkpkk-2021").unwrap();
    let mut assessment = Assessment::new(book, book.variant("riil12").unwrap());
    assessment.reading = reading;
    for (item, answer) in case["answers"].as_object().unwrap() {
        assert!(assessment.variant.item(item).is_some(), "{item}");
        assessment.answers.insert(item, Answer::parse(answer.as_str().unwrap()).unwrap());
    }
    for year in Year::BOTH {
        let book = assessment.statements.year_mut(year);
        book.complete = true;
        for (account, amount) in case["statements"][year.code()].as_object().unwrap() {
            assert!(assessment.variant.account_index(account).is_some(), "{account}");
            book.amounts.insert(account, Amount::Known(Rupiah::new(amount.as_i64().unwrap()).unwrap()));
        }
    }
    assessment
}

/// A number as the file writes it: ten decimals at most, rounded, without idle zeros.
fn told(value: Fraction) -> String {
    let scale = 10_i128.pow(10);
    let doubled = value.numerator() * scale * 2 / value.denominator();
    let rounded = (doubled + 1).div_euclid(2);
    let text = format!("{}.{:010}", rounded / scale, rounded % scale);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// What a case says of a total and its predicate: one of each, or a range and the predicates within it.
fn wanted<'c>(case: &'c Value, expected: &'c Value) -> (Range<&'c str>, Vec<&'c str>) {
    let text = |value: &'c Value| value.as_str().unwrap();
    let either = |key: &str| if case[key].is_null() && case["range"].is_null() { &expected[key] } else { &case[key] };
    if let Some(total) = either("total").as_str() {
        return (Range::exactly(total), vec![text(either("predicate"))]);
    }
    let range = if case["range"].is_null() { &expected["range"] } else { &case["range"] };
    let predicates = range["predicates"].as_array().unwrap().iter().map(text).collect();
    (Range { low: text(&range["total"][0]), high: text(&range["total"][1]) }, predicates)
}

fn compare(
    name: &str,
    seen: (Range<Fraction>, Range<Option<&Predicate>>),
    wanted: &(Range<&str>, Vec<&str>),
) -> Vec<String> {
    let total = seen.0.map(told);
    let mut faults = Vec::new();
    if (total.low.as_str(), total.high.as_str()) != (wanted.0.low, wanted.0.high) {
        faults.push(format!("{name}: total {total:?} instead of {:?}", wanted.0));
    }
    let ends = [seen.1.low, seen.1.high].map(|one| one.unwrap().name);
    if !ends.iter().all(|end| wanted.1.contains(end)) || wanted.1.len() == 1 && ends[0] != ends[1] {
        faults.push(format!("{name}: predicates {ends:?} instead of {:?}", wanted.1));
    }
    faults
}

/// The points a case wants for an indicator: its own where they differ, else those expected; `null` is the whole scale.
fn points(case: &Value, expected: &Value, indicator: &Indicator) -> Range<Fraction> {
    let different = &case["indicators_different"][indicator.id];
    let named = case["indicators_different"].as_object().is_some_and(|all| all.contains_key(indicator.id));
    let value = if named { different } else { &expected["indicators"][indicator.id] };
    let whole = Range { low: Fraction::ONE, high: Fraction::whole(4) };
    value.as_i64().map_or(whole, |points| Range::exactly(Fraction::whole(points)))
}

#[test]
fn all_24_cases_agree_in_both_readings() {
    let cases = cases();
    assert_eq!(cases.len(), 24);
    let mut faults = Vec::new();
    for case in &cases {
        let expected = &case["expected"];
        for (reading, own) in [(Reading::Definition, expected), (Reading::Worksheet, &case["worksheet"])] {
            let report = scoring::assess(&assessment(case, reading));
            let name = format!("{} {}", case["id"], reading.code());
            assert_eq!(report.indicators.len(), 55);
            for score in &report.indicators {
                let wanted = points(own, expected, score.indicator);
                if score.score != wanted {
                    faults.push(format!("{name} {}: {:?} instead of {wanted:?}", score.indicator.id, score.score));
                }
            }
            faults.extend(compare(&name, (report.total, report.predicate), &wanted(own, expected)));
        }
        let report = scoring::assess(&assessment(case, Reading::Definition));
        for aspect in &report.aspects {
            let id = aspect.aspect.id;
            let score = aspect.score.map(told);
            let ends = &expected["range"]["aspects"][id];
            let wanted = expected["aspects"][id].as_str().map(|one| [one, one]);
            let wanted = wanted.unwrap_or_else(|| [0, 1].map(|end: usize| ends[end].as_str().unwrap()));
            if [score.low.as_str(), score.high.as_str()] != wanted {
                faults.push(format!("{} {id}: {score:?} instead of {wanted:?}", case["id"]));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults[..faults.len().min(30)].join("\n"));
}

#[test]
fn every_doubt_moves_what_the_file_says_it_moves() {
    let mut faults = Vec::new();
    let mut moved = 0;
    for case in &cases() {
        let expected = &case["expected"];
        let report = scoring::assess(&assessment(case, Reading::Definition));
        let doubt = report.doubt.as_ref().expect("the real-sector form is in doubt");
        assert_eq!(doubt.by.iter().map(|by| by.difference).collect::<Vec<_>>(), ["R01", "R02", "R03", "R14", "R18"]);
        for by in &doubt.by {
            let own = &case["alternatives"][format!("ALT-{}", by.difference)];
            let name = format!("{} ALT-{}", case["id"], by.difference);
            for score in &report.indicators {
                let wanted = points(own, expected, score.indicator);
                let changed = by.indicators.iter().find(|(one, _)| one.id == score.indicator.id);
                let seen = changed.map_or(score.score, |(_, points)| *points);
                moved += usize::from(changed.is_some());
                if seen != wanted {
                    faults.push(format!("{name} {}: {seen:?} instead of {wanted:?}", score.indicator.id));
                }
            }
            faults.extend(compare(&name, (by.total, by.predicate), &wanted(own, expected)));
        }
        // The range holds the chosen reading and every other one, and no more.
        let totals = || doubt.by.iter().map(|by| by.total).chain([report.total]);
        assert_eq!(doubt.total.low, totals().map(|total| total.low).min().unwrap());
        assert_eq!(doubt.total.high, totals().map(|total| total.high).max().unwrap());
        assert_eq!(report.honest_total(), doubt.total);
        if doubt.predicate.low != doubt.predicate.high {
            assert_eq!(report.settled_predicate(), None, "no single predicate across a limit");
        }
    }
    assert!(moved > 100, "the doubts move scores: {moved}");
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults[..faults.len().min(30)].join("\n"));
}

#[test]
fn the_savings_and_loan_form_leaves_no_doubt_of_its_own() {
    let book = rulebook::find("kkpkk-2021").unwrap();
    let report = scoring::assess(&Assessment::new(book, book.variant("ksp12").unwrap()));
    assert!(report.doubt.is_none());
    assert_eq!((report.honest_total(), report.honest_predicate()), (report.total, report.predicate));
}
