//! What the differences between definition and worksheet do to a cooperative, and the switches between them.
#![allow(clippy::unwrap_used, missing_docs)]

#[allow(dead_code)]
mod screens;

use std::collections::{BTreeMap, BTreeSet};

use cermin_koperasi::advice::{Effect, differences};
use cermin_koperasi::page::{Contrast, Message, Model, Route, update};
use cermin_koperasi::rulebook::Reading;
use screens::{filled, golden, html, named, text};

/// What each difference does to a golden case.
fn told(case: &serde_json::Value, edition: usize) -> (Model, BTreeMap<&'static str, Effect>) {
    let model = filled(case, edition, Reading::Definition);
    let told = differences(model.assessment());
    (model, told.entries.into_iter().map(|entry| (entry.difference.id, entry.effect)).collect())
}

#[test]
fn each_difference_is_listed_as_moving_where_it_was_built_to_move() {
    for case in golden() {
        let name = case["name"].as_str().unwrap();
        let Some(id) = name.strip_prefix("selisih-") else { continue };
        // The cases were built on the bands of 2021-08; only D44 is about the change of editions itself.
        let (_, told) = told(&case, 0);
        let moves = |id: &str| match &told[id] {
            Effect::Readings(_) => true,
            Effect::Edition { indicators, .. } => !indicators.is_empty(),
            _ => false,
        };
        assert!(moves(id), "{name}: {:?}", told[id]);
        assert!(!moves("D19") && !moves("D22") && !moves("D26") && !moves("D30"), "{name}");
    }
}

#[test]
fn moving_differences_explain_the_whole_gap_between_the_readings() {
    let mut shown = BTreeSet::new();
    for case in golden() {
        let (model, told) = told(&case, 1);
        let readings = told.values().filter_map(|effect| match effect {
            Effect::Readings(effects) => Some(effects),
            _ => None,
        });
        let explained: BTreeSet<&str> = readings.flatten().map(|effect| effect.indicator.id).collect();
        let contrast = Contrast::of(model.assessment());
        let ours = contrast.report(Reading::Definition);
        let theirs = contrast.report(Reading::Worksheet);
        let parted = ours.indicators.iter().zip(&theirs.indicators).filter(|(left, right)| left.score != right.score);
        let parted: BTreeSet<&str> = parted.map(|(left, _)| left.indicator.id).collect();
        assert_eq!(explained, parted, "{}", case["name"]);
        shown.extend(told.iter().filter(|(_, effect)| matches!(effect, Effect::Shown)).map(|(id, _)| *id));
    }
    assert!(shown.len() > 3, "seen in what was entered, and moving nothing: {shown:?}");
}

#[test]
fn the_differences_screen_switches_reading_and_edition() {
    let mut model = named("selisih-D01");
    let page = text(&model, Route::Differences);
    assert!(page.contains("Menggeser nilai koperasi Anda") && page.contains("Pendapatan dari bukan anggota hilang"));
    assert!(page.contains("Lembar kerja menurunkan nilai akhir"), "{page}");
    assert!(page.contains("Nilai sekarang: 67,91."));
    update(&mut model, Message::parse("reading", "worksheet").unwrap());
    assert!(
        text(&model, Route::Differences).contains("Nilai sekarang: 64,58. Dihitung menurut lembar kerja, edisi 2022.")
    );
    update(&mut model, Message::parse("edition", "2021-08").unwrap());
    assert!(text(&model, Route::Differences).contains("edisi 2021-08."));
    assert!(html(&model, Route::Differences).contains("value=\"worksheet\" data-change=\"reading\" checked"));
}

/// The real sector's form has differences of its own classes. Tried by a stranger: its readings parted, and nothing was said to move.
#[test]
fn the_real_sectors_differences_explain_the_gap_too() {
    let shop = cermin_koperasi::page::workshop::Sample::find("warung-bersama").unwrap().work(None).unwrap().assessment;
    let contrast = Contrast::of(&shop);
    let [ours, theirs] = [Reading::Definition, Reading::Worksheet].map(|reading| contrast.report(reading));
    let parted = ours.indicators.iter().zip(&theirs.indicators).filter(|(left, right)| left.score != right.score);
    let parted: BTreeSet<&str> = parted.map(|(left, _)| left.indicator.id).collect();
    assert!(!parted.is_empty());
    let told = differences(&shop).entries;
    let readings = told.iter().filter_map(|entry| match &entry.effect {
        Effect::Readings(effects) => Some(effects),
        _ => None,
    });
    let explained: BTreeSet<&str> = readings.flatten().map(|effect| effect.indicator.id).collect();
    assert_eq!(explained, parted);
}
