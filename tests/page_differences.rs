//! What the differences between definition and worksheet do to a cooperative, and the switches between them.
#![allow(clippy::unwrap_used, missing_docs)]

#[allow(dead_code)]
mod screens;

use std::collections::BTreeSet;

use cermin_koperasi::page::{Bearing, Contrast, Message, Route, update};
use cermin_koperasi::rulebook::Reading;
use screens::{filled, golden, html, named, text};

#[test]
fn each_difference_is_listed_as_moving_where_it_was_built_to_move() {
    for case in golden() {
        let name = case["name"].as_str().unwrap();
        let Some(id) = name.strip_prefix("selisih-") else { continue };
        // The cases were built on the bands of 2021-08.
        let model = filled(&case, 0, Reading::Definition);
        let contrast = Contrast::of(model.assessment());
        let moves = |id: &str| {
            let difference = model.assessment().rulebook.difference(id).unwrap();
            matches!(contrast.bearing(difference), Bearing::Moves(_))
        };
        assert!(moves(id), "{name}");
        assert!(!moves("D19") && !moves("D22") && !moves("D26") && !moves("D30"), "{name}");
    }
}

#[test]
fn moving_differences_explain_the_whole_gap_between_the_readings() {
    for case in golden() {
        let model = filled(&case, 1, Reading::Definition);
        let assessment = model.assessment();
        let contrast = Contrast::of(assessment);
        let moving = assessment.rulebook.differences.iter().filter(|one| one.class != "revision");
        let explained: BTreeSet<&str> = moving
            .filter_map(|one| match contrast.bearing(one) {
                Bearing::Moves(shifts) => Some(shifts),
                _ => None,
            })
            .flatten()
            .map(|shift| shift.indicator.id)
            .collect();
        let ours = contrast.report(Reading::Definition);
        let theirs = contrast.report(Reading::Worksheet);
        let parted = ours.indicators.iter().zip(&theirs.indicators).filter(|(left, right)| left.score != right.score);
        let parted: BTreeSet<&str> = parted.map(|(left, _)| left.indicator.id).collect();
        assert_eq!(explained, parted, "{}", case["name"]);
    }
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
