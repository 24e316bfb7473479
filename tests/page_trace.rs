//! How a score came about, read as text: formula, figures, bands, source, and one level deeper each time.
#![allow(clippy::unwrap_used, missing_docs)]

#[allow(dead_code)]
mod screens;

use std::collections::BTreeSet;

use cermin_koperasi::assessment::Amount;
use cermin_koperasi::exact::Fraction;
use cermin_koperasi::locale::Locale;
use cermin_koperasi::money::Places;
use cermin_koperasi::page::{Field, Message, Model, Route, update};
use cermin_koperasi::rulebook::Reading;
use screens::{attributes, filled, golden, half, html, named, plain, text, trace};

#[test]
fn every_trace_tells_points_band_and_source() {
    for name in ["realistis-001", "tepi-004", "selisih-D10", "negatif-02-ekuitas-negatif-rugi", "nol-08-semua-nol"] {
        let model = named(name);
        for score in &model.report().indicators {
            let html = html(&model, trace(score.indicator.id));
            let page = plain(&html);
            let hits = html.matches("<tr class=\"hit\">").count();
            assert_eq!(hits == 1, score.score.is_settled(), "{name} {}", score.indicator.id);
            assert_eq!(html.matches("<tr class=\"maybe\">").count() > 1, !score.score.is_settled());
            assert_eq!(
                page.contains("tepat di batas. Selisih sekecil"),
                score.trace.on_limit,
                "{name} {} {page}",
                score.indicator.id
            );
            assert!(
                page.contains("Kertas Kerja Pemeriksaan Kesehatan Koperasi")
                    && page.contains("Lembar kerja kementerian")
            );
            assert!(page.contains("Berlaku sejak 20 Agustus 2021."));
            for note in score.trace.notes {
                assert!(html.contains(&format!("id=\"selisih-{note}\"")), "{name} {note}");
            }
        }
    }
}

#[test]
fn a_ratio_shows_its_formula_its_figures_and_its_percentage() {
    let page = text(&named("realistis-013"), trace("C.I.1.a"));
    let model = named("realistis-013");
    let ratio = model.report().indicator("C.I.1.a").unwrap().trace.ratio().unwrap();
    let shown = cermin_koperasi::money::percent(ratio, Places::Exactly(2), Locale::Id);
    assert!(page.contains(&format!("Rasionya {shown}.")), "{page}");
    let names = page.split_once("Rumusnya").unwrap().1.split_once("Dengan angka").unwrap().0;
    assert!(names.contains(" dibagi ") && names.contains("SHU") && names.contains("aktiva"), "{names}");
    let figures = page.split_once("Dengan angka koperasi Anda").unwrap().1.split_once("Rasionya").unwrap().0;
    assert_eq!(figures.matches("Rp").count(), 2, "{figures}");
    let weighed = text(&named("selisih-D02"), trace("C.II.1.b"));
    assert!(weighed.contains("Sebagai pembanding: dengan "), "{weighed}");
    let growth = text(&model, trace("C.III.1.a"));
    assert!(growth.contains("tahun lalu (tanpa tanda minus)"), "{growth}");
}

#[test]
fn a_rounded_ratio_never_shows_on_the_wrong_side_of_a_limit() {
    let mut seen = 0;
    for case in golden().iter().filter(|case| case["name"].as_str().unwrap().starts_with("tepi")) {
        let model = filled(case, 1, Reading::Definition);
        for score in model.report().indicators.iter().filter(|score| score.indicator.items().is_empty()) {
            let (Some(ratio), Some(table)) = (score.trace.ratio(), score.trace.bands) else { continue };
            // Only where two decimals would reach a limit can rounding lie.
            let near = |limit: Fraction| limit.minus(ratio).unwrap().abs() <= Fraction::new(1, 10_000).unwrap();
            if !table.bands.iter().any(|band| band.min.is_some_and(|min| near(min.at))) {
                continue;
            }
            seen += 1;
            let page = text(&model, trace(score.indicator.id));
            let shown = page.split_once("Rasionya ").unwrap().1.split_once('%').unwrap().0;
            let digits: String = shown.chars().filter(|sign| !matches!(sign, '.' | ',')).collect();
            let places = shown.split_once(',').unwrap().1.len();
            let back =
                Fraction::new(digits.parse().unwrap(), 100 * 10_i128.pow(u32::try_from(places).unwrap())).unwrap();
            assert_eq!(table.hit(back), table.hit(ratio), "{} {}: {shown}", case["name"], score.indicator.id);
            assert_eq!(table.on_limit(back), score.trace.on_limit, "{} {}: {shown}", case["name"], score.indicator.id);
        }
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn odd_cases_are_explained_in_words() {
    let page = text(&named("selisih-D10"), trace("C.II.1.c"));
    assert!(
        page.contains("Kasus ini diputuskan tanpa melihat rasio. Tanpa pinjaman bermasalah malah dinilai terburuk."),
        "{page}"
    );
    assert!(page.contains("Menurut lembar kerja nilainya 1 dari 4."));
    let page = text(&named("nol-01-koperasi-baru-tanpa-tahun-lalu"), trace("C.III.1.a"));
    assert!(page.contains("Pembaginya nol") && page.contains("Tidak bisa dihitung · 1 sampai 4 dari 4"), "{page}");
    let page = text(&half(), trace("C.III.1.a"));
    assert!(page.contains("Ada angka yang belum diketahui") && page.contains("Mungkin di sini"), "{page}");
    let page = text(&half(), trace("A.I.1"));
    assert!(page.contains("Ada butir yang belum diketahui") && page.contains("belum diketahui: antara"), "{page}");
}

#[test]
fn a_figure_opens_into_its_sums_level_by_level() {
    let model = named("realistis-013");
    let mut seen = BTreeSet::new();
    let mut waiting = vec![Route::Figure("atmr".into(), false), Route::Figure("total_aktiva".into(), true)];
    while let Some(route) = waiting.pop() {
        if seen.insert(route.hash()) {
            let html = html(&model, route.clone());
            let parts = html
                .split_once("<section class=\"working\">")
                .map(|(_, rest)| rest.split_once("</section>").unwrap().0);
            waiting.extend(attributes(parts.unwrap_or_default(), "href").into_iter().filter_map(Route::parse));
            let account =
                matches!(&route, Route::Figure(id, _) if model.assessment().variant.account_index(id).is_some());
            assert_eq!(plain(&html).contains("Anda isi sendiri"), account, "{route:?}");
        }
    }
    assert!(seen.len() > 60, "{}", seen.len());
    let page = text(&model, Route::Figure("atmr".into(), false));
    assert!(page.contains("dihitung 70%") && page.contains("Dipakai untuk Modal terhadap harta berisiko"), "{page}");
}

#[test]
fn a_share_is_shown_as_a_share_and_never_beside_rupiah() {
    let mut model = Model::new(Locale::Id);
    update(&mut model, Message::Profiled(Field::Kind, "riil".to_owned()));
    let book = &mut model.work.assessment.statements.current;
    book.complete = true;
    for (account, amount) in [("penjualan_anggota", 60), ("penjualan_non_anggota", 40), ("beban_pokok_penjualan", 50)] {
        book.amounts.insert(account, Amount::Known(amount.into()));
    }
    let share = text(&model, Route::Figure("porsi_penjualan_anggota".to_owned(), false));
    assert!(share.contains("60,00%"), "{share}");
    let page = text(&model, trace("C.I.2.a"));
    assert!(!page.contains("Bagian penjualan kepada anggota (Rp"), "{page}");
}
