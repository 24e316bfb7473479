//! Advice on its way to JavaScript: the declared shapes, the same numbers as inside, and every mistake named.
#![allow(clippy::unwrap_used, clippy::float_cmp, missing_docs, unreachable_pub)]

mod advice;
#[path = "api/typescript.rs"]
mod typescript;

use advice::{Recipe, cooperative};
use cermin_koperasi::advice::{Outlook, Route, Unknowns};
use cermin_koperasi::assessment::Assessment;
use cermin_koperasi::exchange::{json, save};
use cermin_koperasi::rulebook::Reading;
use cermin_koperasi::{advice as inside, api};
use typescript::Types;

fn types() -> Types {
    Types::read(include_str!("../src/api/types.d.ts"))
}

fn sample(seed: u64, quality: u64, unknown: u64) -> Assessment {
    let reading = Reading::Definition;
    cooperative(&Recipe { seed, quality, unknown, scale: 9_000_000_000, empty: 25, reading, edition: 1 })
}

fn file(ours: &Assessment) -> json::Value {
    save::to_value(ours, &json::Map::new())
}

#[test]
fn the_shapes_are_the_declared_ones() {
    let types = types();
    for seed in 0..8 {
        let ours = sample(seed, 20 + 10 * seed, 3 * seed);
        let list = serde_json::to_value(api::checklist(file(&ours), "2026-03-31").unwrap()).unwrap();
        assert_eq!(types.faults(&list, "Checklist", "list"), Vec::<String>::new());
        for target in ours.variant.predicates {
            let path = serde_json::to_value(api::path(file(&ours), target.id).unwrap()).unwrap();
            assert_eq!(types.faults(&path, "Path", "path"), Vec::<String>::new());
        }
        for (_, one) in ours.variant.indicators().filter(|(_, one)| one.items().is_empty()) {
            let next = serde_json::to_value(api::next_band(file(&ours), one.id).unwrap()).unwrap();
            assert_eq!(types.faults(&next, "NextBand", one.id), Vec::<String>::new());
        }
    }
    let blank = r#"{ "format": "cermin-koperasi", "version": 1, "rulebook": "kkpkk-2021", "variant": "ksp12" }"#;
    let list = serde_json::to_value(api::checklist(json::parse(blank).unwrap(), "2026-03-31").unwrap()).unwrap();
    assert_eq!(types.faults(&list, "Checklist", "blank"), Vec::<String>::new());
}

#[test]
fn the_numbers_are_those_inside() {
    let ours = sample(3, 45, 10);
    let (list, told) = (inside::checklist(&ours), api::checklist(file(&ours), "2026-03-31").unwrap());
    assert_eq!(told.as_of, "2026-03-31");
    assert_eq!(told.actions.len(), list.actions.len());
    for (action, inside) in told.actions.iter().zip(&list.actions) {
        assert_eq!(action.indicator, inside.indicator.id);
        assert_eq!(action.gain.low, api::number(inside.gain.low));
    }
    let healthy = &ours.variant.predicates[0];
    let told = api::path(file(&ours), "sehat").unwrap();
    match inside::path(&ours, healthy, Unknowns::Against) {
        Route::By(path) => assert_eq!((told.state, told.effort), ("by", path.effort)),
        Route::There(_) => assert_eq!(told.state, "there"),
        Route::OutOfReach { missing, .. } => {
            assert_eq!((told.state, told.missing), ("out-of-reach", api::number(missing)));
        }
    }
    for (_, one) in ours.variant.indicators().filter(|(_, one)| one.items().is_empty()) {
        let told = api::next_band(file(&ours), one.id).unwrap();
        let Outlook::Measured { ways, blocked, .. } = inside::next_band(&ours, one).unwrap().outlook else { continue };
        let rupiah: Vec<String> = ways.iter().map(|way| way.rupiah.to_string()).collect();
        assert_eq!(told.ways.iter().map(|way| way.rupiah.clone()).collect::<Vec<_>>(), rupiah);
        assert_eq!(told.blocked.len(), blocked.len());
    }
}

#[test]
fn what_the_form_does_not_have_is_told_beside_the_advice() {
    let strange = r#"{ "format": "cermin-koperasi", "version": 1, "rulebook": "kkpkk-2021", "variant": "ksp12", "answers": { "Z.9": "yes" } }"#;
    let given = || json::parse(strange).unwrap();
    let list = api::checklist(given(), "2026-11-28").unwrap().notices;
    let path = api::path(given(), "sehat").unwrap().notices;
    assert_eq!((list[0].code, path[0].path.as_str()), ("unknown-item", "/answers/Z.9"));
}

#[test]
fn every_mistake_has_a_code_and_a_sentence() {
    let ours = file(&sample(1, 50, 0));
    let day = api::checklist(ours.clone(), "31 Maret 2026").unwrap_err();
    let target = api::path(ours.clone(), "sakti").unwrap_err();
    let checklist = api::next_band(ours.clone(), "A.I.1").unwrap_err();
    let nowhere = api::next_band(ours, "Z.9").unwrap_err();
    let codes = [&day, &target, &checklist, &nowhere].map(|failure| failure.code);
    assert_eq!(codes, ["unknown-day", "unknown-predicate", "unknown-indicator", "unknown-indicator"]);
    assert!([day, target, checklist, nowhere].iter().all(|failure| failure.message.ends_with('.')));
    assert_eq!(api::checklist(json::Value::Null, "2026-03-31").unwrap_err().code, "foreign");
}
