//! The way about: every screen is within three taps of the start, none is an orphan, and *Kembali* leads to where one came
//! from.
#![allow(clippy::unwrap_used, missing_docs)]

#[allow(dead_code)]
mod screens;

use cermin_koperasi::page::wing;
use std::collections::BTreeMap;

use cermin_koperasi::assessment::{Answer, Assessment};
use cermin_koperasi::calendar::Day;
use cermin_koperasi::exchange::save;
use cermin_koperasi::locale::Locale;
use cermin_koperasi::page::workshop::WorkshopRoute;
use cermin_koperasi::page::{Effect, Message, Model, Notice, Route, pages, update, view};
use screens::{attributes, half, html, text};

const SAMPLE: &str = include_str!("../src/page/samples/kredit-macet.json");

fn dated(mut model: Model) -> Model {
    model.today = Day::new(2026, 11, 22);
    model
}

fn sample() -> Model {
    let mut model = dated(Model::new(Locale::Id));
    model.work = save::read(SAMPLE).unwrap();
    model
}

/// How many links it takes to each screen, by its address. Buttons are not pressed.
fn taps(model: &Model) -> BTreeMap<String, usize> {
    let mut taps = BTreeMap::from([(Route::Start.hash(), 0)]);
    let mut next = vec![Route::Start];
    while !next.is_empty() {
        let mut found = Vec::new();
        for route in next {
            let depth = taps[&route.hash()];
            let page = html(model, route);
            for link in attributes(&page, "href").into_iter().filter(|link| link.starts_with("#/")) {
                let Some(to) = Route::parse(link) else { panic!("{link} leads nowhere") };
                taps.entry(to.hash()).or_insert_with(|| {
                    found.push(to);
                    depth + 1
                });
            }
        }
        next = found;
    }
    taps
}

fn kind(route: &Route) -> String {
    route.hash().trim_start_matches("#/").split('/').next().unwrap().to_owned()
}

#[test]
fn every_screen_is_within_three_taps_and_none_is_an_orphan() {
    for model in [dated(Model::new(Locale::Id)), sample(), dated(half())] {
        let taps = taps(&model);
        for route in Route::all(model.assessment().variant).iter().filter(|route| !route.has_argument()) {
            let depth = taps.get(&route.hash()).copied();
            assert!(depth.is_some_and(|depth| depth <= 3), "{} takes {depth:?}", route.hash());
        }
    }
    // Of a cooperative that has said all, every single screen is linked to, and of each family one is as near.
    let model = sample();
    let taps = taps(&model);
    let mut all = Route::all(model.assessment().variant);
    // The slides of a class are there once it has a picture, which the sample has not: `page_workshop` walks them.
    all.retain(|route| !matches!(route, Route::Workshop(WorkshopRoute::Slide(_))));
    let orphans: Vec<String> = all.iter().map(Route::hash).filter(|hash| !taps.contains_key(hash)).collect();
    assert_eq!(orphans, Vec::<String>::new());
    let mut nearest: BTreeMap<String, usize> = BTreeMap::new();
    for route in all {
        let depth = taps[&route.hash()];
        let least = nearest.entry(kind(&route)).or_insert(depth);
        *least = depth.min(*least);
    }
    assert!(nearest.values().all(|depth| *depth <= 3), "{nearest:?}");
}

#[test]
fn the_map_is_one_tap_away_on_every_screen() {
    for model in [dated(Model::new(Locale::En)), sample()] {
        for route in Route::all(model.assessment().variant) {
            let page = html(&model, route.clone());
            let header = page.split_once("</header>").unwrap().0;
            assert!(attributes(header, "href").contains(&"#/alat"), "{route:?}");
        }
    }
}

fn go(model: &mut Model, hash: &str) -> Vec<Effect> {
    update(model, Message::Went(Route::parse(hash).unwrap()))
}

fn way_back(model: &Model) -> String {
    let page = view(model).into_string();
    let link = page.split_once("<a class=\"back\" href=\"").unwrap().1;
    link.split_once('"').unwrap().0.to_owned()
}

#[test]
fn back_leads_to_where_one_came_from() {
    let mut model = sample();
    go(&mut model, "#/hasil");
    go(&mut model, "#/berkas");
    go(&mut model, "#/kunci");
    assert_eq!(way_back(&model), "#/berkas");
    go(&mut model, "#/berkas");
    assert_eq!(way_back(&model), "#/hasil", "going back is no new way");
    go(&mut model, "#/hasil");
    assert_eq!(way_back(&model), "#/");
    // Reached by its address alone a screen leads where it belongs.
    let mut fresh = sample();
    fresh.route = Route::parse("#/rincian/C.I.1.a").unwrap();
    let own = way_back(&fresh);
    go(&mut fresh, "#/periksa-angka");
    go(&mut fresh, "#/hasil");
    go(&mut fresh, "#/rincian/C.II.1.b");
    assert_eq!((own.as_str(), way_back(&fresh).as_str()), ("#/hasil", "#/hasil"));
    // A name out of an address comes out of it as text.
    let mut named = sample();
    named.trail = vec![Route::parse("#/pos/\"><b>").unwrap()];
    go(&mut named, "#/hasil");
    named.trail = vec![Route::parse("#/pos/\"><b>").unwrap()];
    assert!(!view(&named).into_string().contains("\"><b>"));
    for _ in 0..200 {
        go(&mut model, "#/istilah");
        go(&mut model, "#/privasi");
        go(&mut model, "#/pengaturan");
    }
    assert!(model.trail.len() <= 50);
    go(&mut model, "#/");
    assert!(model.trail.is_empty());
}

#[test]
fn whoever_comes_back_sees_how_it_stands_and_what_comes_next() {
    let mut model = sample();
    "Koperasi Sumber Rejeki".clone_into(model.work.assessment.profile.name.get_or_insert_default());
    let page = text(&model, Route::Start);
    for said in
        ["Koperasi Sumber Rejeki", "perkiraan mandiri, bukan predikat resmi", "hari lagi", "Berikutnya: Naikkan SHU"]
    {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("Tiga langkah") && !page.contains("Periksa kesehatan koperasi Anda sendiri"));
    assert!(html(&model, Route::Start).contains("href=\"#/kalender\""));
    // Half done, what is blank and matters most comes next.
    let open = text(&dated(half()), Route::Start);
    assert!(open.contains("Koperasi Anda") && open.contains("Lanjutkan isian"), "{open}");
    let blank = text(&dated(Model::new(Locale::Id)), Route::Start);
    assert!(blank.contains("Periksa kesehatan koperasi Anda sendiri") && !blank.contains("Berikutnya"));
}

#[test]
fn a_sample_or_a_file_opens_on_what_it_is_for() {
    let mut model = dated(Model::new(Locale::Id));
    let landed = |effects: &[Effect]| {
        effects.iter().find_map(|one| if let Effect::Go(to) = one { Some(to.hash()) } else { None })
    };
    assert_eq!(landed(&update(&mut model, Message::Sample)).as_deref(), Some("#/hasil"));
    let open = |model: &mut Model, text: String| update(model, Message::Opened(Ok(text)));
    assert_eq!(landed(&open(&mut model, SAMPLE.to_owned())).as_deref(), Some("#/hasil"));
    // Only the quick check was done, or nothing but the profile was said.
    let mut quick = Model::new(Locale::Id);
    update(&mut quick, Message::parse("rat set kdmp", "no").unwrap());
    let text = save::write(&quick.work.assessment, &quick.work.kept);
    assert_eq!(landed(&open(&mut model, text)).as_deref(), Some("#/kedudukan"));
    let mut named = Model::new(Locale::Id);
    update(&mut named, Message::parse("profile members", "214").unwrap());
    let text = save::write(&named.work.assessment, &named.work.kept);
    assert_eq!(landed(&open(&mut model, text)).as_deref(), Some("#/isian"));
}

#[test]
fn every_download_is_told_by_its_name() {
    let mut model = sample();
    for (hash, mark) in [
        ("#/berkas", "save"),
        ("#/laporan", "advice xlsx"),
        ("#/laporan", "advice csv report"),
        ("#/berkas-meja", "advice csv pack"),
        ("#/kalender", "rat calendar"),
        ("#/surat/undangan", "rat word undangan"),
    ] {
        go(&mut model, "#/");
        go(&mut model, hash);
        assert_eq!(model.notice, None);
        let Some(message) = Message::parse(mark, "") else { panic!("{mark}") };
        let effects = update(&mut model, message);
        let name = effects.iter().find_map(|one| match one {
            Effect::Download { name, .. } | Effect::Wing(wing::Effect::DownloadBytes { name, .. }) => {
                Some(name.clone())
            }
            _ => None,
        });
        assert_eq!(model.notice, Some(Notice::Saved(name.unwrap_or_else(|| panic!("{mark}: {effects:?}")))));
    }
}

#[test]
fn the_questions_follow_each_other_and_each_stands_once() {
    for form in ["ksp12", "riil12"] {
        let book = Model::new(Locale::Id).assessment().rulebook;
        let mut model = Model::new(Locale::Id);
        model.work.assessment = Assessment::new(book, book.variant(form).unwrap());
        let variant = model.assessment().variant;
        let (mut asked, mut route) = (Vec::new(), Route::Indicator("A.I.1".into()));
        let mut screens = 0;
        while matches!(route, Route::Indicator(_) | Route::Answers(_)) {
            let effects = update(&mut model, Message::Went(route.clone()));
            assert!(effects.contains(&Effect::Focus("judul".into())), "{route:?} begins at its top");
            let page = html(&model, route.clone());
            let radios = page.split("<input type=\"radio\"").skip(1).map(|rest| rest.split_once("name=\"").unwrap().1);
            asked.extend(radios.map(|rest| rest.split_once('"').unwrap().0.to_owned()));
            asked.dedup();
            let next = page.split_once("<a class=\"button\" href=\"").unwrap().1.split_once('"').unwrap().0;
            route = Route::parse(next).unwrap();
            screens += 1;
        }
        let items: Vec<String> = variant.items().map(|(_, item)| item.id.to_owned()).collect();
        assert_eq!(asked, items);
        assert_eq!(route, Route::Books);
        assert!(screens <= 12, "{screens} screens");
        // Whoever means one of them lands on it, and what is left blank on its screen can be said to be unknown at once.
        for (_, indicator) in variant.indicators().filter(|(_, one)| !one.items().is_empty()) {
            let effects = update(&mut model, Message::Went(Route::Indicator(indicator.id.to_owned())));
            let page = html(&model, model.route.clone());
            let Some(Effect::Focus(field)) = effects.first() else { panic!("no focus") };
            assert!(page.contains(&format!("id=\"{field}\"")), "{field}");
            assert!(page.contains(&format!("id=\"butir-{}\"", indicator.id)), "{}", indicator.id);
        }
        let first = pages::beside(variant, "A.I.1").iter().map(|one| one.items().len()).sum::<usize>();
        update(&mut model, Message::AnsweredRest("A.I.1".into(), Answer::Unknown));
        assert_eq!(model.assessment().answers.len(), first);
        let looked = text(&model, Route::Answers("A.I".into()));
        assert!(looked.contains(&format!("Belum tahu ({first})")), "{looked}");
    }
}
