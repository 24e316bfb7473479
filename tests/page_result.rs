//! The result and the list of improvements, read as text: what a treasurer is told, for the ministry's own cases and for
//! blank and half-filled work.
#![allow(clippy::unwrap_used, missing_docs)]

#[allow(dead_code)]
mod screens;

use cermin_koperasi::advice::{Action, Step};
use cermin_koperasi::assessment::{Amount, Answer};
use cermin_koperasi::exact::Fraction;
use cermin_koperasi::locale::Locale;
use cermin_koperasi::money::{Places, decimal};
use cermin_koperasi::page::advice::AdviceRoute;
use cermin_koperasi::page::{Contrast, Effect, Message, Model, Openness, Route, update};
use cermin_koperasi::rulebook::{Measure, Reading, Year};
use cermin_koperasi::scoring::Status;
use screens::{LABEL, attributes, filled, golden, half, html, named, plain, text, trace};

#[test]
fn the_result_prints_the_oracles_total_in_both_readings_and_editions() {
    // The engine agrees with the worksheet in all four ways (tests/golden.rs); the page shows each case in one of them.
    const WAYS: [(&str, usize, Reading); 4] = [
        ("worksheet", 0, Reading::Worksheet),
        ("repaired_2022", 1, Reading::Definition),
        ("worksheet_2022", 1, Reading::Worksheet),
        ("repaired", 0, Reading::Definition),
    ];
    for (case, (key, edition, reading)) in golden().iter().zip(WAYS.into_iter().cycle()) {
        let model = filled(case, edition, reading);
        let page = text(&model, Route::Result);
        let name = &case["name"];
        let Some(total) = case["expected"][key]["total"].as_f64() else {
            assert!(page.contains("Angka persis antara "), "{name}: {page}");
            assert!(page.contains("Tidak bisa dihitung dengan angka yang ada"), "{name}");
            continue;
        };
        let shown = page.split_once("Angka persis ").unwrap().1.split_once(" dari 100").unwrap().0;
        let number: f64 = shown.replace(',', ".").parse().unwrap();
        assert!((number - total).abs() <= 0.005_000_1, "{name} {key}: {shown} instead of {total}");
        // First the verdict, then the number as one says it: near the exact one, and never on another side of a limit.
        let predicate = case["expected"][key]["predicate"].as_str().unwrap();
        let verdict = page.split_once("Periksa angka ").unwrap().1.to_uppercase();
        assert!(verdict.contains(&format!("{predicate} ({})", LABEL.to_uppercase())), "{name} {key}: {verdict}");
        let about = page.split_once(&format!("({LABEL}) ")).unwrap().1.split_once(" dari 100").unwrap().0;
        let about = about.rsplit(' ').next().unwrap();
        let near: f64 = about.replace(',', ".").parse().unwrap();
        assert!((near - total).abs() <= 0.5, "{name} {key}: {about} for {total}");
        let (whole, after) = about.split_once(',').unwrap_or((about, ""));
        let digits: i128 = format!("{whole}{after}").parse().unwrap();
        let exactly = Fraction::new(digits, 10_i128.pow(u32::try_from(after.len()).unwrap())).unwrap();
        let band = model.assessment().variant.predicate(exactly).unwrap().name.to_uppercase();
        assert_eq!(band, predicate, "{name} {key}: {about} for {total}");
    }
}

#[test]
fn a_predicate_never_stands_without_its_label() {
    for model in [half(), named("realistis-011"), named("predikat-01-80-tepat")] {
        for route in [Route::Result, Route::Scores, Route::Differences, trace("A.I.1"), Route::Improve] {
            let html = html(&model, route);
            for part in html.split("<span class=\"predicate\">").skip(1) {
                assert!(part.split_once("</span>").unwrap().0.contains(LABEL));
            }
        }
        assert!(html(&model, Route::Result).contains("<span class=\"predicate\">"));
    }
}

#[test]
fn a_total_just_below_a_limit_does_not_look_as_if_it_were_on_it() {
    let page = text(&named("predikat-02-80-bawah"), Route::Result);
    assert!(page.contains("79,998 dari 100 Angka persis 79,998 dari 100"), "{page}");
    assert!(page.contains("Cukup Sehat (perkiraan"), "{page}");
    assert!(
        page.contains("13,998 poin di atas batas Cukup Sehat (66).")
            || page.contains("14 poin di atas batas Cukup Sehat (66).")
    );
    assert!(page.contains("poin lagi menuju Sehat (80)."));
    assert!(!page.contains(" 0 poin lagi"));
}

#[test]
fn margins_are_told_on_both_sides() {
    let mut model = named("predikat-01-80-tepat");
    model.work.assessment.edition = 0;
    let page = text(&model, Route::Result);
    assert!(page.contains("Tepat di batas Sehat (80)."), "{page}");
    assert!(!page.contains("poin lagi menuju"));
    let page = text(&named("realistis-013"), Route::Result);
    assert!(page.contains("7,86 poin di atas batas Cukup Sehat (66)."), "{page}");
    assert!(page.contains("6,14 poin lagi menuju Sehat (80)."));
}

#[test]
fn where_nothing_was_answered_stands_what_it_takes_and_no_predicate() {
    let blank = Model::new(Locale::Id);
    // What the quick check asks makes no score either.
    let mut quick = Model::new(Locale::Id);
    quick.work.assessment.profile.members = Some(214);
    for model in [blank, quick] {
        let page = text(&model, Route::Result);
        assert!(page.contains("145 pertanyaan ya atau tidak: kira-kira 60 menit"), "{page}");
        assert!(!page.contains("25,00") && !page.contains(LABEL) && !page.contains("dari 100"), "{page}");
        let main = html(&model, Route::Result);
        let main = main.split_once("<main").unwrap().1.split_once("</main>").unwrap().0.to_owned();
        assert_eq!(main.matches("class=\"button\"").count(), 1);
        for predicate in model.assessment().variant.predicates {
            assert!(!main.contains(predicate.name), "{}", predicate.name);
        }
    }
}

/// The list and its heading, the result and the start: one count of the minutes.
#[test]
fn what_is_left_is_what_the_parts_say_added_up() {
    let minutes = |text: &str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        words.windows(2).find(|pair| pair[1].starts_with("menit")).map_or(0, |pair| pair[0].parse::<usize>().unwrap())
    };
    for model in [Model::new(Locale::Id), half()] {
        let list = html(&model, Route::Tasks);
        let rows = list
            .split("<li")
            .skip(1)
            .filter(|row| row.contains("href=\"#/butir/") || row.contains("href=\"#/pembukuan\""));
        let parts: usize = rows.map(|row| minutes(&plain(&format!("<li{}", row.split("</li>").next().unwrap())))).sum();
        let told = plain(list.split_once("Kira-kira").unwrap().1);
        assert!(parts > 20 && minutes(&told) == parts, "{parts}: {told}");
    }
}

#[test]
fn what_is_open_is_counted_and_led_to_its_end() {
    let mut model = half();
    let open = Openness::of(model.assessment(), &model.report());
    let blank = |model: &Model| {
        model
            .assessment()
            .variant
            .items()
            .filter(|(_, item)| model.assessment().answer(item.id) == Answer::Unknown)
            .count()
    };
    assert_eq!(open.items, blank(&model));
    assert!(
        text(&model, Route::Result)
            .contains(&format!("Yang masih terbuka: {} jawaban dan {} angka", open.items, open.amounts))
    );
    // Following the advice closes everything in at most as many steps as there are screens.
    for _ in 0..80 {
        let Some(next) = Openness::of(model.assessment(), &model.report()).next else { break };
        fill_in(&mut model, &next);
    }
    let open = Openness::of(model.assessment(), &model.report());
    assert_eq!((open.is_open(), open.items, open.amounts), (false, 0, 0));
}

fn fill_in(model: &mut Model, route: &Route) {
    let variant = model.assessment().variant;
    match route {
        Route::Indicator(id) => {
            for item in variant.indicator(id).unwrap().items() {
                update(model, Message::Answered(item.id.to_owned(), Answer::Yes));
            }
        }
        Route::Group(id) => {
            let group = variant.groups.iter().find(|group| group.id == id).unwrap();
            for (account, year) in group.accounts(variant).iter().flat_map(|one| Year::BOTH.map(|year| (one, year))) {
                model.work.assessment.statements.year_mut(year).amounts.insert(account.id, Amount::Known(5.into()));
            }
        }
        other => panic!("{other:?} narrows nothing"),
    }
}

#[test]
fn the_readings_stand_side_by_side_exactly_where_they_differ() {
    for case in golden() {
        let model = filled(&case, 1, Reading::Definition);
        let (ours, sheet) = (&case["expected"]["repaired_2022"], &case["expected"]["worksheet_2022"]);
        let page = text(&model, Route::Scores);
        let contrast = Contrast::of(model.assessment());
        assert_eq!(page.contains("Dua cara hitung, dua hasil"), contrast.readings_differ(), "{}", case["name"]);
        if let (Some(ours), Some(sheet)) = (ours["total"].as_f64(), sheet["total"].as_f64()) {
            assert_eq!((ours - sheet).abs() > 1e-9, contrast.readings_differ(), "{}", case["name"]);
        }
    }
    let page = text(&named("realistis-011"), Route::Scores);
    let side = page.split_once("Menurut lembar kerja").unwrap().1;
    assert!(side.trim_start().starts_with("75,87 Cukup Sehat Angka ini yang akan tercetak"));
}

#[test]
fn the_other_edition_is_told_with_its_doubt_where_it_differs() {
    // On the result it is one line, which leads to the rest.
    let result = text(&named("realistis-004"), Route::Result);
    assert!(result.contains("Cara hitung lain memberi nilai lain.") && !result.contains("Menurut edisi 2021-08"));
    let page = text(&named("realistis-004"), Route::Scores);
    assert!(page.contains("Menurut edisi 2021-08 (berlaku sejak 20 Agustus 2021) nilainya 88,14. Sehat"), "{page}");
    assert!(page.contains("Berkas revisinya belum ditemukan"));
    assert!(!text(&named("realistis-006"), Route::Scores).contains("Edisi lain, nilai lain"));
}

#[test]
fn the_scale_takes_its_limits_from_the_rulebook_and_lights_the_own_band() {
    let model = named("realistis-013");
    let html = html(&model, Route::Result);
    let scale = html.split_once("<svg class=\"scale\"").unwrap().1.split_once("</ul>").unwrap().0;
    for predicate in model.assessment().variant.predicates {
        let limit = decimal(predicate.range.min.unwrap().at, Places::AtMost(2), Locale::Id);
        assert!(scale.contains(&format!("{} mulai {limit}", predicate.name)));
    }
    // Each total belongs to one stretch only: 66 begins the second from the best, and what lies below 51 is the last.
    for name in
        ["Sehat mulai 80", "Cukup Sehat mulai 66", "Dalam Pengawasan mulai 51", "Dalam Pengawasan Khusus di bawah 51"]
    {
        assert!(scale.contains(&format!(">{name}</li>")), "{scale}");
    }
    assert!(scale.contains("<title") && scale.contains("<desc"));
    // 73,86: the pointer of 1,2 stands astride it, in the second stretch from the best, which alone is lit.
    assert!(scale.contains("<rect class=\"pointer\" x=\"73.26\""), "{scale}");
    assert_eq!(scale.matches(" lit\"").count(), 2);
    assert!(scale.contains("<rect class=\"zone p2 lit\" x=\"66\" y=\"3\" width=\"14\""));
    assert!(scale.contains("<li class=\"zone p2 lit\">Cukup Sehat mulai 66</li>"));
}

#[test]
fn indicators_stand_from_the_weakest_on_and_each_opens() {
    let model = named("realistis-001");
    let report = model.report();
    let html = html(&model, Route::Scores);
    let list = html.split_once("<section class=\"weakest\">").unwrap().1.split_once("</section>").unwrap().0;
    let links = attributes(list, "href");
    assert_eq!(links.len(), report.indicators.len());
    let takes: Vec<Fraction> = links
        .iter()
        .map(|link| match Route::parse(link) {
            Some(Route::Trace(id)) => report.indicator(&id).unwrap().total_lost(),
            other => panic!("{other:?} is no trace"),
        })
        .collect();
    assert!(takes.is_sorted_by(|left, right| left >= right));
}

#[test]
fn the_list_of_improvements_holds_each_gap_once_and_nothing_else() {
    let mut model = half();
    model.advice.whole = true;
    let assessment = model.assessment();
    let (report, page) = (model.report(), text(&model, Route::Improve));
    let links = html(&model, Route::Improve);
    for (_, item) in assessment.variant.items() {
        let words = model.texts().item(assessment.variant, item.id).unwrap();
        let answer = assessment.answer(item.id);
        let count = |text: &str| page.matches(text).count();
        // What is lacking is told as a statement, what is open is asked.
        assert_eq!(count(model.help(item.id).unwrap().first_step), usize::from(answer == Answer::No), "{}", item.id);
        assert_eq!(page.contains(&words.statement()), answer == Answer::No, "{}", item.id);
        assert_eq!(count(words.question), usize::from(answer == Answer::Unknown), "{}", item.id);
    }
    let lifted: Vec<&str> = model.plan().steps.iter().flat_map(lifted).collect();
    for score in &report.indicators {
        if let (Measure::Ratio(_), Status::Measured) = (&score.indicator.measure, score.trace.status) {
            let below = score.score.high < score.indicator.max;
            let id = score.indicator.id;
            let told = links.contains(&format!("#/rupiah/{id}\"")) || lifted.contains(&id);
            assert_eq!(told, below, "{id}");
        }
    }
    assert!(page.contains("Lengkapi pembukuan"));
}

fn lifted(step: &Action) -> Vec<&'static str> {
    match &step.step {
        Step::Money(way) => way.lifted().map(|one| one.indicator.id).collect(),
        Step::Items(_) => Vec::new(),
    }
}

/// One plan: the result, the list, the report and its table tell the same steps in the same order, help or no help.
#[test]
fn every_screen_and_paper_tells_the_same_plan() {
    for name in ["realistis-001", "realistis-004", "semua-tidak", "realistis-013"] {
        for locale in [Locale::Id, Locale::En] {
            let mut model = named(name);
            model.locale = locale;
            let between = |route: Route, start: &str, end: &str| -> Vec<String> {
                let html = html(&model, route);
                html.split(start).skip(1).map(|rest| rest.split_once(end).unwrap().0.to_owned()).collect()
            };
            let list = between(Route::Improve, "<summary><h3>", "</h3>");
            let steps = &list[..model.plan().steps.len()];
            assert!(!steps.is_empty() && steps.len() <= 7 && steps.iter().all(|step| !step.contains('?')), "{steps:?}");
            let first = between(Route::Result, "<li><a href=\"#/perbaikan\">", "</a>");
            assert_eq!(first, steps[..steps.len().min(3)], "{name}");
            let report = html(&model, Route::Advice(AdviceRoute::Report(false)));
            let places = steps.iter().map(|step| report.find(&format!("<th scope=\"row\">{step}<small>")).unwrap());
            assert!(places.is_sorted(), "{name}");
            let table = update(&mut model, Message::parse("advice csv report", "").unwrap());
            let Effect::Download { text, .. } = &table[0] else { panic!() };
            let rows: Vec<&str> = text.split("\r\n").collect();
            let rows = &rows[rows.len() - 1 - steps.len()..];
            assert!(rows.iter().zip(steps).all(|(row, step)| row.contains(&plain(step))), "{name}: {rows:?}");
        }
    }
}
