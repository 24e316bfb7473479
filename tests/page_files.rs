//! Every screen is whole; files, deleting, privacy, glossary and settings are read as text.
#![allow(clippy::unwrap_used, missing_docs)]

#[allow(dead_code)]
mod screens;

use std::collections::BTreeSet;

use cermin_koperasi::exchange::save;
use cermin_koperasi::locale::Locale;
use cermin_koperasi::money::{Places, decimal};
use cermin_koperasi::page::{Effect, Keeping, Message, Model, Route, update};
use cermin_koperasi::scoring::assess;
use screens::{attributes, half, html, named, plain, text};

#[test]
fn every_screen_is_whole_in_every_state_and_language() {
    let states: [(fn() -> Model, Locale); 4] = [
        (|| Model::new(Locale::Id), Locale::Id),
        (half, Locale::En),
        (|| named("negatif-02-ekuitas-negatif-rugi"), Locale::Id),
        (|| named("nol-08-semua-nol"), Locale::En),
    ];
    for (make, locale) in states {
        let mut model = make();
        model.locale = locale;
        for route in Route::all(model.assessment().variant) {
            let html = html(&model, route.clone());
            assert_eq!(html.matches("<h1 id=\"judul\"").count(), 1, "{route:?}");
            let said = html.split("<textarea").next().unwrap();
            assert!(!plain(said).contains(['{', '}']), "{route:?} leaves a place unfilled");
            assert!(!html.contains(" style="), "{route:?}");
            whole(&html, &route);
        }
    }
}

/// Ids are unique, links lead somewhere, marks are understood, references hit.
fn whole(html: &str, route: &Route) {
    let ids = attributes(html, "id");
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(ids.len(), unique.len(), "{route:?} repeats an id");
    for link in attributes(html, "href").into_iter().filter(|link| link.starts_with("#/")) {
        assert!(Route::parse(link).is_some(), "{route:?}: {link}");
    }
    for name in ["data-focus", "for", "aria-describedby", "aria-labelledby"] {
        let wanted = attributes(html, name).into_iter().flat_map(str::split_whitespace);
        wanted.for_each(|id| assert!(unique.contains(id), "{route:?}: {name} {id}"));
    }
    for (name, value) in [("data-click", ""), ("data-change", "true"), ("data-input", "1")] {
        for mark in attributes(html, name) {
            let values = [value, "yes", "there", "2022", "id", "definition", "1", "2025-12-31"];
            assert!(values.iter().any(|value| Message::parse(mark, value).is_some()), "{route:?}: {mark}");
        }
    }
}

#[test]
fn the_text_of_the_work_opens_again_as_the_same_work() {
    let model = half();
    let html = html(&model, Route::Files);
    let area = html.split_once("<textarea id=\"teks-simpanan\"").unwrap().1.split_once('>').unwrap().1;
    let text = area.split_once("</textarea>").unwrap().0.replace("&quot;", "\"").replace("&amp;", "&");
    assert_eq!(save::read(&text).unwrap().assessment, *model.assessment());
    let mut other = Model::new(Locale::Id);
    update(&mut other, Message::parse("open-text", &text).unwrap());
    assert_eq!(other.assessment(), model.assessment());
    assert_eq!(Message::parse("open-text", "  "), None);
}

#[test]
fn an_invented_cooperative_is_saved_under_its_own_name() {
    let named = |file: &str, sample: bool| {
        let mut model = Model::new(Locale::Id);
        (model.work, model.sample) = (save::read(file).unwrap(), sample);
        model.work.assessment.profile.book_year_end = Some("2025-12-31".into());
        match &update(&mut model, Message::Save)[0] {
            Effect::Download { name, .. } => name.clone(),
            other => panic!("{other:?}"),
        }
    };
    let [first, market] =
        [include_str!("../src/page/samples/contoh.json"), include_str!("../src/page/samples/warung-bersama.json")];
    assert_eq!(named(first, true), "cermin-koperasi-contoh-sejahtera-2025.json");
    assert_eq!(named(market, true), "cermin-koperasi-konsumen-contoh-warung-bersama-2025.json");
    let strange = first.replace("Koperasi Contoh Sejahtera", "../Koperasi: \u{202e} A/B?");
    assert_eq!(
        named(&strange, true),
        "cermin-koperasi-a-b-2025.json",
        "whatever a trainer makes of it is a file's name"
    );
    assert_eq!(named(first, false), "cermin-koperasi-2025.json", "a board's own file tells nobody whose it is");
}

#[test]
fn deleting_asks_first_and_says_what_goes() {
    let model = half();
    let page = text(&model, Route::Wipe);
    let assessment = model.assessment();
    assert!(page.contains(&format!("{} jawaban", assessment.answers.len())));
    assert!(page.contains(&format!("{} angka pembukuan", assessment.statements.current.amounts.len())));
    assert!(page.contains("Berkas yang sudah Anda simpan sendiri tidak ikut terhapus."));
    assert!(!html(&model, Route::Files).contains("data-click=\"wipe\""));
    assert!(html(&model, Route::Wipe).contains("data-click=\"wipe\""));
    assert!(text(&Model::new(Locale::Id), Route::Wipe).contains("Tidak ada isian di perangkat ini."));
}

#[test]
fn the_files_screen_says_what_is_kept_where() {
    let mut model = half();
    for (keeping, sentence) in [
        (Keeping::Device, "Di peramban ini: semua isian"),
        (Keeping::Refused, "Peramban atau situs ini menolak menyimpan."),
        (Keeping::Shared, "Komputer bersama: isian hanya ada"),
        (Keeping::Watched, "Skrip situs ini bisa membaca isian"),
    ] {
        model.keeping = keeping;
        assert!(text(&model, Route::Files).contains(sentence));
        assert_eq!(
            html(&model, Route::Files).contains("aria-describedby=\"bersama-hint\" checked"),
            keeping == Keeping::Shared
        );
    }
    assert!(html(&model, Route::Files).contains("<input id=\"berkas\" type=\"file\""));
}

#[test]
fn privacy_says_what_leaves_and_what_does_not() {
    let mut model = Model::new(Locale::Id);
    model.build = "0123abcd".to_owned();
    let page = text(&model, Route::Privacy);
    for said in ["tidak dikirim ke mana pun", "mencatat alamat IP", "NIK, nomor telepon", "0123abcd", "bagian Jaringan"]
    {
        assert!(page.contains(said), "{said}");
    }
    assert!(!page.contains("100%") && !page.contains("100 %"));
}

#[test]
fn the_glossary_explains_every_term_in_order() {
    let model = Model::new(Locale::Id);
    let html = html(&model, Route::Glossary);
    let words: Vec<String> =
        html.split("<dt>").skip(1).map(|rest| plain(rest.split_once("</dt>").unwrap().0).to_lowercase()).collect();
    assert_eq!(words.len(), model.texts().terms.len());
    assert!(words.is_sorted());
}

#[test]
fn settings_speak_the_other_language() {
    let mut model = half();
    update(&mut model, Message::parse("language", "en").unwrap());
    let page = text(&model, Route::Settings);
    assert!(page.contains("Language") && page.contains("Bahasa Indonesia") && page.contains("Edition 2022"), "{page}");
    let report = assess(model.assessment());
    let low = decimal(report.total.low, Places::Exactly(2), Locale::En);
    assert!(text(&model, Route::Result).contains(&format!("Estimated score between {low} and ")));
}
