//! The ministry's own worksheet, recalculated for 88 invented cooperatives, must agree with us in both readings and both
//! editions. In the file `repaired` is our `definition`, and the suffix `_2022` the later edition.
#![allow(clippy::unwrap_used, clippy::float_arithmetic, missing_docs)]

use cermin_koperasi::assessment::{Amount, Answer, Assessment};
use cermin_koperasi::exact::Fraction;
use cermin_koperasi::money::Rupiah;
use cermin_koperasi::rulebook::{self, Reading, Year};
use cermin_koperasi::scoring::{self, Report, Status};
use serde_json::Value;

const EXPECTED: [(&str, &str, Reading); 4] = [
    ("worksheet", "2021-08", Reading::Worksheet),
    ("repaired", "2021-08", Reading::Definition),
    ("worksheet_2022", "2022", Reading::Worksheet),
    ("repaired_2022", "2022", Reading::Definition),
];

fn golden() -> Value {
    serde_json::from_str(include_str!("golden/kkpkk-2021-ksp12.json")).unwrap()
}

fn assessment(case: &Value, edition: &str, reading: Reading) -> Assessment {
    let book = rulebook::find("kkpkk-2021").unwrap();
    let mut assessment = Assessment::new(book, book.variant("ksp12").unwrap());
    assessment.edition = book.edition_index(edition).unwrap();
    assessment.reading = reading;
    for (item, met) in case["answers"].as_object().unwrap() {
        let answer = if met.as_bool().unwrap() { Answer::Yes } else { Answer::No };
        assessment.answers.insert(item, answer);
    }
    for year in Year::BOTH {
        let book = assessment.statements.year_mut(year);
        book.complete = true;
        for (account, amount) in case["amounts"][year.code()].as_object().unwrap() {
            book.amounts.insert(account, Amount::Known(Rupiah::new(amount.as_i64().unwrap()).unwrap()));
        }
    }
    assessment
}

/// As close as a float can be read back.
#[allow(clippy::cast_precision_loss)]
fn number(value: Fraction) -> f64 {
    value.numerator() as f64 / value.denominator() as f64
}

fn compare(name: &str, report: &Report, expected: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    for score in &report.indicators {
        let id = score.indicator.id;
        let sheet = &expected["indicators"][id];
        let seen = (number(score.score.low), number(score.score.high));
        let wanted = sheet["skor"].as_f64().map_or((1.0, 4.0), |points| (points, points));
        if seen != wanted {
            faults.push(format!("{name} {id}: {seen:?} instead of {wanted:?}"));
        }
        if sheet["skor"].is_null() && score.trace.status != Status::ZeroDenominator {
            faults.push(format!("{name} {id}: the sheet shows an error, we say {:?}", score.trace.status));
        }
        if let (Some(ratio), Some(sheet)) = (score.trace.ratio(), sheet["ratio"].as_f64())
            && (number(ratio) - sheet).abs() > 1e-9 * sheet.abs().max(1.0)
        {
            faults.push(format!("{name} {id}: ratio {} instead of {sheet}", number(ratio)));
        }
    }
    for aspect in &report.aspects {
        if let Some(sheet) = expected["aspects"][aspect.aspect.id].as_f64() {
            let seen = number(aspect.score.low);
            if (seen - sheet).abs() > 1e-9 || !aspect.score.is_settled() {
                faults.push(format!("{name} aspect {}: {seen} instead of {sheet}", aspect.aspect.id));
            }
        }
    }
    match expected["total"].as_f64() {
        Some(sheet) => {
            if (number(report.total.low) - sheet).abs() > 1e-9 || !report.total.is_settled() {
                faults.push(format!("{name}: total {:?} instead of {sheet}", report.total));
            }
            let predicate = report.settled_predicate().map(|predicate| predicate.name.to_uppercase());
            if predicate.as_deref() != expected["predicate"].as_str() {
                faults.push(format!("{name}: predicate {predicate:?} instead of {}", expected["predicate"]));
            }
        }
        None if report.total.is_settled() => {
            faults.push(format!("{name}: the sheet shows an error, we a settled total"));
        }
        None => {}
    }
    faults
}

#[test]
fn all_88_cases_agree_with_the_worksheet_four_times() {
    let golden = golden();
    let cases = golden["cases"].as_array().unwrap();
    assert_eq!(cases.len(), 88);
    let mut faults = Vec::new();
    for case in cases {
        for (key, edition, reading) in EXPECTED {
            let report = scoring::assess(&assessment(case, edition, reading));
            let name = format!("{} {key}", case["name"].as_str().unwrap());
            faults.extend(compare(&name, &report, &case["expected"][key]));
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults[..faults.len().min(20)].join("\n"));
}
