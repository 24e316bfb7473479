//! The screens of a workshop, read as text and used as a trainer and a board use them.
#![allow(clippy::unwrap_used, missing_docs)]

#[allow(dead_code)]
mod screens;

use cermin_koperasi::assessment::{Answer, Assessment};
use cermin_koperasi::calendar::Day;
use cermin_koperasi::exact::Range;
use cermin_koperasi::exchange::json::Map;
use cermin_koperasi::exchange::levels::{self, Levels, Obstacle, read};
use cermin_koperasi::exchange::save;
use cermin_koperasi::locale::Locale;
use cermin_koperasi::page::wing;
use cermin_koperasi::page::workshop::{Incoming, Shelf, WorkshopMessage, WorkshopRoute, samples, steps};
use cermin_koperasi::page::{Effect, FileFault, Keeping, Message, Model, Route, update};
use cermin_koperasi::rulebook::{self, CoopKind, Reading};
use cermin_koperasi::workshop::Room;
use screens::{attributes, golden, html};

const SAID: &str = "perkiraan mandiri, bukan predikat resmi";

fn model() -> Model {
    let mut model = Model::new(Locale::Id);
    model.today = Day::new(2026, 11, 22);
    model
}

fn at(route: WorkshopRoute) -> Model {
    let mut model = model();
    go(&mut model, route);
    model
}

fn go(model: &mut Model, route: WorkshopRoute) -> Vec<Effect> {
    update(model, Message::Went(Route::Workshop(route)))
}

fn act(model: &mut Model, mark: &str, value: &str) -> Vec<Effect> {
    let message = Message::parse(mark, value).unwrap_or_else(|| panic!("{mark} is no mark"));
    update(model, message)
}

fn text(model: &Model) -> String {
    screens::text(model, model.route.clone())
}

fn page(model: &Model) -> String {
    html(model, model.route.clone())
}

/// Results of different cooperatives.
fn results(count: usize) -> Vec<Levels> {
    let cases = golden();
    let of = |case| Levels::of(&screens::filled(case, 1, Reading::Definition).work.assessment, model().day()).unwrap();
    let mut all: Vec<Levels> = Vec::new();
    for place in 0..count {
        let mut one = of(&cases[place % cases.len()]);
        one.mark = u16::try_from(place).unwrap();
        all.push(one);
    }
    all
}

fn dropped(files: Vec<(&str, String)>) -> WorkshopMessage {
    let all = files.len();
    let files = files.into_iter().map(|(name, text)| Incoming { name: name.to_owned(), text: Ok(text) }).collect();
    WorkshopMessage::Files { files, done: all, all }
}

/// A class of which collecting is finished.
fn with_class(count: usize) -> Model {
    let mut model = with_room(count);
    act(&mut model, "workshop finish", "");
    model
}

fn with_room(count: usize) -> Model {
    let mut model = at(WorkshopRoute::Collect);
    let files = results(count).iter().map(|one| ("a.txt", one.file())).collect();
    update(&mut model, Message::Workshop(dropped(files)));
    model
}

#[test]
fn every_screen_has_a_heading_of_its_own_in_both_languages() {
    for locale in [Locale::Id, Locale::En] {
        for route in Route::all(model().assessment().variant) {
            if let Route::Workshop(_) = &route {
                let mut model = Model { locale, ..with_class(6) };
                model.route = route.clone();
                let html = page(&model);
                assert_eq!(html.matches("id=\"judul\"").count(), 1, "{route:?}");
                assert_eq!(Route::parse(&route.hash()), Some(route.clone()));
                assert!(!text(&model).contains('{'), "{route:?}: {}", text(&model));
                assert!(!html.contains(" style="), "{route:?}");
                for id in attributes(&html, "aria-describedby").into_iter().flat_map(str::split_whitespace) {
                    assert!(html.contains(&format!("id=\"{id}\"")), "{id}");
                }
            }
        }
    }
}

#[test]
fn every_mark_is_understood() {
    for route in Route::all(model().assessment().variant) {
        if let Route::Workshop(_) = &route {
            let mut model = with_class(6);
            model.workshop.earlier = Some(strangers(6));
            model.route = route;
            let html = page(&model);
            for mark in ["data-click", "data-change", "data-input"].iter().flat_map(|name| attributes(&html, name)) {
                assert!(Message::parse(mark, "true").is_some(), "{mark}");
            }
        }
    }
}

#[test]
fn the_start_page_has_a_door_for_trainers() {
    assert!(html(&model(), Route::Start).contains("href=\"#/pelatih\""));
}

#[test]
fn a_question_stands_alone_until_more_is_asked_for() {
    let mut model = at(WorkshopRoute::Stage(1));
    model.work.assessment.profile.name = Some("Koperasi Rahasia".into());
    let before = text(&model);
    assert!(before.contains("Butir 1 dari") && before.contains("AD/ART membebaskan orang"));
    assert!(!before.contains("Koperasi Rahasia") && !before.contains("Pemeriksa") && !before.contains("menjawab"));
    act(&mut model, "workshop show why", "");
    assert!(text(&model).contains("Pemeriksa membaca pasal"));
    act(&mut model, "workshop show evidence", "");
    act(&mut model, "workshop show answer", "");
    let all = text(&model);
    assert!(all.contains("AD/ART") && all.contains("menjawab: Belum tahu") && !all.contains("Koperasi Rahasia"));
    act(&mut model, "workshop show why", "");
    assert!(!text(&model).contains("Pemeriksa membaca pasal"));
    go(&mut model, WorkshopRoute::Stage(2));
    assert!(!text(&model).contains("menjawab"), "the next question begins closed");
}

#[test]
fn hands_are_drawn_only_when_revealed() {
    let mut model = at(WorkshopRoute::Stage(3));
    for (mark, count) in [("workshop vote yes", "12"), ("workshop vote no", "6"), ("workshop vote unknown", "x")] {
        act(&mut model, mark, count);
    }
    assert!(!page(&model).contains("<progress"));
    act(&mut model, "workshop show bar", "");
    let shown = text(&model);
    assert!(shown.contains("12 (67%)") && shown.contains("6 (33%)") && shown.contains("0 (0%)"), "{shown}");
    go(&mut model, WorkshopRoute::Stage(4));
    assert!(!page(&model).contains("value=\"12\""), "every question has its own hands");
    go(&mut model, WorkshopRoute::Stage(3));
    assert!(page(&model).contains("value=\"12\""));
}

#[test]
fn the_clock_runs_down_and_a_late_tick_counts_for_nothing() {
    let mut model = at(WorkshopRoute::Stage(1));
    act(&mut model, "workshop minutes", "1");
    let Effect::Wing(wing::Effect::Second(turn)) = act(&mut model, "workshop clock", "")[0] else { panic!("no clock") };
    update(&mut model, Message::Workshop(WorkshopMessage::Tick(turn)));
    assert!(text(&model).contains("0:59") || text(&model).contains("0 :59"), "{}", text(&model));
    act(&mut model, "workshop clock", "");
    act(&mut model, "workshop clock", "");
    assert!(update(&mut model, Message::Workshop(WorkshopMessage::Tick(turn))).is_empty());
    for _ in 0..59 {
        update(&mut model, Message::Workshop(WorkshopMessage::Tick(turn + 1)));
    }
    assert!(text(&model).contains("Waktu habis") && !model.workshop.runs);
}

#[test]
fn the_stage_goes_through_everything_and_no_further() {
    let all = steps(model().assessment().variant).len();
    assert!(all > 145, "every item and every ratio");
    let last = u16::try_from(all).unwrap();
    let html = page(&at(WorkshopRoute::Stage(last)));
    assert!(html.contains("ArrowLeft") && !html.contains("ArrowRight"));
    assert!(!page(&at(WorkshopRoute::Stage(1))).contains("ArrowLeft"));
    assert!(text(&at(WorkshopRoute::Stage(last + 1))).contains("tidak ada"));
}

#[test]
fn samples_are_invented_told_and_loaded() {
    let list = text(&at(WorkshopRoute::Samples));
    assert_eq!(list.matches("Rekaan").count(), samples().len());
    for sample in samples() {
        let mut model = at(WorkshopRoute::Sample(sample.id.to_owned()));
        let story = sample.story(Locale::Id).unwrap();
        assert!(text(&model).contains(story.story) && text(&model).contains(story.find[0]));
        act(&mut model, &format!("workshop load {}", sample.id), "");
        assert!(model.sample && model.has_check() && model.route == Route::Tasks);
        act(&mut model, "undo", "");
        assert!(!model.sample && !model.has_check(), "one's own work comes back");
    }
}

#[test]
fn a_board_carries_its_result_out() {
    let mut model = at(WorkshopRoute::Code);
    assert!(text(&model).contains("Belum ada isian"));
    model.work.assessment = screens::named("realistis-004").work.assessment;
    model.work.assessment.profile.name = Some("Koperasi Rahasia".into());
    let levels = Levels::of(model.assessment(), model.day()).unwrap();
    let shown = text(&model);
    assert!(levels.typed().iter().all(|group| shown.contains(group.as_str())));
    assert!(page(&model).contains("<svg class=\"qr\"") && !shown.contains("Koperasi Rahasia"));
    let Effect::Download { name, text, .. } = &act(&mut model, "workshop code-file", "")[0] else { panic!("no file") };
    assert!(name.starts_with("cermin-koperasi-kode-") && text.lines().count() == 1 + levels.typed().len());
    assert_eq!(read(&text[text.find('\n').unwrap()..]), Ok(levels));
}

/// A board's work on a phone of its own, on the screen with its code; chance is what the device says.
fn phone(file: &str, chance: u16) -> Model {
    let mut model = model();
    update(&mut model, Message::Opened(Ok(file.to_owned())));
    let effects = go(&mut model, WorkshopRoute::Code);
    assert_eq!(
        effects.contains(&Effect::Wing(wing::Effect::Chance)),
        !file.contains("roomMark"),
        "chance is drawn once"
    );
    update(&mut model, Message::Workshop(WorkshopMessage::Chance(chance)));
    model
}

fn handed_in(model: &mut Model) -> (String, String) {
    let Effect::Download { name, text, .. } = &act(model, "workshop code-file", "")[0] else { panic!("no file") };
    (name.clone(), text.clone())
}

#[test]
fn two_boards_with_equal_answers_are_two_and_their_files_have_two_names() {
    let mut board = model();
    update(&mut board, Message::Answered("A.I.1.a".into(), cermin_koperasi::assessment::Answer::Yes));
    let work = save::write(board.assessment(), &board.work.kept);
    let (mut one, mut other) = (phone(&work, 1_000), phone(&work, 2_000));
    let ((first, one_file), (second, other_file)) = (handed_in(&mut one), handed_in(&mut other));
    assert_ne!(first, second);
    // The mark belongs to the work: saved, opened elsewhere, handed in again, it is the same board.
    let saved = save::write(one.assessment(), &one.work.kept);
    assert_eq!(handed_in(&mut phone(&saved, 3_000)), (first, one_file.clone()));
    let mut class = at(WorkshopRoute::Collect);
    let files = vec![("a.txt", one_file.clone()), ("b.txt", other_file), ("c.txt", one_file)];
    update(&mut class, Message::Workshop(dropped(files)));
    assert_eq!(class.workshop.room.len(), 2);
    assert!(text(&class).contains("2 hasil baru masuk") && text(&class).contains("1 sudah ada"));
}

#[test]
fn a_class_counts_no_invented_cooperative() {
    let day = model().day();
    for sample in samples() {
        let mut phone = model();
        act(&mut phone, &format!("workshop load {}", sample.id), "");
        go(&mut phone, WorkshopRoute::Code);
        assert!(text(&phone).contains("Kodenya bertanda rekaan"), "{}", sample.id);
        let (_, code) = handed_in(&mut phone);
        // What an earlier build handed in for the same cooperative said nothing of it.
        let old = Levels::of(&save::read(sample.file().unwrap()).unwrap().assessment, day).unwrap();
        let room =
            format!("{{ \"format\": \"cermin-koperasi-kelas\", \"version\": 1, \"codes\": [\"{}\"] }}", old.code());
        let mut class = at(WorkshopRoute::Collect);
        let files = vec![("baru.txt", code), ("lama.txt", old.file()), ("kelas.json", room)];
        update(&mut class, Message::Workshop(dropped(files)));
        assert!(class.workshop.room.is_empty(), "{}", sample.id);
        assert_eq!(text(&class).matches("Ini hasil koperasi contoh").count(), 2, "{}", text(&class));
        assert!(text(&class).contains("kelas.json 1 kode di berkas kelas ini rusak atau dari koperasi contoh"));
    }
}

#[test]
fn a_typed_code_goes_in_once_and_a_typo_is_named() {
    let mut model = at(WorkshopRoute::Collect);
    let code = results(1)[0].typed().join(" ");
    let wrong = code.replacen(&code[20..21], if &code[20..21] == "7" { "8" } else { "7" }, 1);
    let first = if wrong[..14] == code[..14] { 2 } else { 1 };
    act(&mut model, "workshop typing", &wrong);
    act(&mut model, "workshop add", "");
    assert!(model.workshop.room.is_empty());
    assert!(text(&model).contains(&format!("Kelompok {first} salah ketik")), "{}", text(&model));
    assert!(page(&model).contains(&wrong), "what was typed stays, to be mended");
    act(&mut model, "workshop typing", &code);
    let effects = act(&mut model, "workshop add", "");
    assert!(
        effects.iter().any(
            |effect| matches!(effect, Effect::Wing(wing::Effect::KeepAs(Shelf::Room, text)) if Room::read(text).unwrap().0.len() == 1)
        )
    );
    assert!(text(&model).contains("1 hasil baru masuk") && text(&model).contains("Kurang 4 lagi"));
    act(&mut model, "workshop typing", &code.to_lowercase());
    act(&mut model, "workshop add", "");
    assert_eq!(model.workshop.room.len(), 1);
    assert!(text(&model).contains("1 sudah ada"));
    model.keeping = Keeping::Shared;
    act(&mut model, "workshop typing", &results(2)[1].code());
    let effects = act(&mut model, "workshop add", "");
    assert!(
        !effects.iter().any(|effect| matches!(effect, Effect::Wing(wing::Effect::KeepAs(..)))),
        "a shared computer keeps no room"
    );
    act(&mut model, "workshop take-back", "");
    assert_eq!(model.workshop.room.len(), 1);
}

#[test]
fn a_code_in_the_address_asks_first_and_leaves_it() {
    let code = results(1)[0].code();
    let mut model = model();
    let effects = update(&mut model, Message::Went(Route::parse(&format!("#/kumpul/{code}")).unwrap()));
    assert!(effects.contains(&Effect::Wing(wing::Effect::Replace(Route::Workshop(WorkshopRoute::Collect)))));
    assert_eq!((model.workshop.room.len(), &model.route), (0, &Route::Workshop(WorkshopRoute::Collect)));
    assert!(
        !model.route.hash().contains(&code)
            && !effects.iter().any(|effect| matches!(effect, Effect::Wing(wing::Effect::KeepAs(..))))
    );
    assert!(text(&model).contains("datang bersama tautan"), "anybody can write such an address");
    act(&mut model, "workshop add", "");
    assert_eq!(model.workshop.room.len(), 1);
    assert!(!text(&model).contains("datang bersama tautan"));
}

#[test]
fn many_files_go_in_and_each_broken_one_is_named() {
    let mut model = at(WorkshopRoute::Collect);
    let all = results(20);
    let mut files: Vec<(&str, String)> = all.iter().map(|one| ("hasil.txt", one.file())).collect();
    files.push(("daftar.csv", "Nama;Nilai".to_owned()));
    files.push(("simpanan.json", "{\"format\": \"cermin-koperasi\"}".to_owned()));
    files.push(("salah.txt", all[0].file().replace(&all[0].typed()[1], &all[0].typed()[2])));
    files.push(("lagi.txt", all[3].file()));
    let count = files.len();
    let half = files.split_off(10);
    let batch = |files: Vec<(&str, String)>, done| {
        let files = files.into_iter().map(|(name, text)| Incoming { name: name.into(), text: Ok(text) }).collect();
        Message::Workshop(WorkshopMessage::Files { files, done, all: count })
    };
    update(&mut model, batch(files, 10));
    assert!(text(&model).contains(&format!("10 dari {count} berkas dibaca")));
    update(&mut model, batch(half, count));
    let shown = text(&model);
    assert!(
        shown.contains("20 hasil baru") && shown.contains("1 sudah ada") && shown.contains("3 tidak terbaca"),
        "{shown}"
    );
    for part in [
        "daftar.csv Bukan berkas kode",
        "simpanan.json Ini berkas simpanan lengkap",
        "salah.txt Kelompok 2 tertukar tempat",
    ] {
        assert!(shown.contains(part), "{part} is not in {shown}");
    }
    let one = Incoming { name: "besar.bin".into(), text: Err(FileFault::TooBig) };
    update(&mut model, Message::Workshop(WorkshopMessage::Files { files: vec![one], done: 1, all: 1 }));
    assert!(text(&model).contains("besar.bin Berkas ini terlalu besar") && !text(&model).contains("daftar.csv"));
    assert_eq!(model.workshop.room.len(), 20);
}

#[test]
fn the_class_is_shown_from_five_up() {
    assert!(page(&at(WorkshopRoute::Collect)).contains("id=\"nama-kelas\""), "it is named before the first comes");
    let mut few = with_room(4);
    few.route = Route::Workshop(WorkshopRoute::Class);
    assert!(text(&few).contains("Sekarang baru 4") && !page(&few).contains("<table"));
    assert!(act(&mut few, "workshop table", "").is_empty() && act(&mut few, "workshop drawing", "").is_empty());
    let mut model = with_room(12);
    assert!(text(&model).contains("Gambar tampil sesudah pengumpulan dinyatakan selesai"));
    assert!(act(&mut model, "workshop table", "").is_empty(), "nothing is shown while collecting goes on");
    let effects = act(&mut model, "workshop finish", "");
    assert!(effects.contains(&Effect::Go(Route::Workshop(WorkshopRoute::Class))));
    assert!(effects.iter().any(
        |effect| matches!(effect, Effect::Wing(wing::Effect::KeepAs(Shelf::Room, text)) if text.contains("waiting"))
    ));
    model.route = Route::Workshop(WorkshopRoute::Class);
    let shown = text(&model);
    for part in [
        "12 koperasi, tanpa nama",
        SAID,
        "Sebaran perkiraan predikat",
        "Terendah sejauh dijawab",
        "Pelatihan yang paling dibutuhkan",
        "Status",
    ] {
        assert!(shown.contains(part), "{part} is not in {shown}");
    }
    assert!(model.workshop.room.codes().all(|code| !page(&model).contains(code)));
    let Effect::Download { text: svg, .. } = &act(&mut model, "workshop drawing", "")[0] else { panic!("no drawing") };
    assert!(svg.starts_with("<svg") && svg.contains("xmlns=\"http://www.w3.org/2000/svg\"") && svg.contains(SAID));
    let Effect::Download { text: csv, .. } = &act(&mut model, "workshop table", "")[0] else { panic!("no table") };
    assert!(csv.starts_with("\u{feff}Koperasi;12"));
}

/// A result of the real-sector form.
fn of_other_form(mark: u16) -> Levels {
    let book = rulebook::find("kkpkk-2021").unwrap();
    let mut work = Assessment::new(book, book.form_for(CoopKind::Riil).unwrap());
    for (_, item) in work.variant.items() {
        work.answers.insert(item.id, Answer::Yes);
    }
    Levels { mark, ..Levels::of(&work, model().day()).unwrap() }
}

#[test]
fn what_came_before_the_picture_is_not_called_late_though_its_form_has_none() {
    let mut model = with_room(5);
    for mark in 20..24 {
        let _ = model.workshop.room.add(of_other_form(mark));
    }
    act(&mut model, "workshop finish", "");
    let both = [WorkshopRoute::Class, WorkshopRoute::Collect];
    for route in both {
        go(&mut model, route);
        assert!(!text(&model).contains("menyusul") && !page(&model).contains("workshop finish"), "{}", text(&model));
    }
    go(&mut model, WorkshopRoute::Class);
    assert!(text(&model).contains(": 4 koperasi. Gambarnya tampil mulai 5 koperasi."), "{}", text(&model));
    let _ = model.workshop.room.add(of_other_form(24));
    assert!(!text(&model).contains("menyusul") && page(&model).contains("workshop finish"), "{}", text(&model));
}

/// Two forms: each slide says of which it is, what both share comes last, and an earlier class is compared form by form.
#[test]
fn a_room_of_two_forms_names_them_on_slides_and_in_the_comparison() {
    let mut model = with_room(5);
    for mark in 20..25 {
        let _ = model.workshop.room.add(of_other_form(mark));
    }
    act(&mut model, "workshop finish", "");
    let forms = model.workshop.room.pictures().iter().map(|one| one.variant.name).collect::<Vec<_>>();
    assert_eq!(forms.len(), 2);
    let slides: Vec<String> = slides(&mut model).into_iter().map(|(text, _)| text).collect();
    for form in &forms {
        assert!(slides.iter().any(|slide| slide.contains(&format!("{form}, 5 koperasi"))), "{form}");
    }
    assert!(
        slides.iter().any(|slide| slide.contains("Yang sama pada semua formulir") && slide.contains("10 koperasi"))
    );
    let mut earlier = strangers(5);
    for mark in 920..925 {
        let _ = earlier.add(of_other_form(mark));
    }
    assert!(earlier.finish());
    model.workshop.earlier = Some(earlier);
    go(&mut model, WorkshopRoute::Class);
    let compared = text(&model).split_once("Bandingkan dengan").unwrap().1.to_owned();
    assert!(forms.iter().all(|form| compared.contains(form)), "{compared}");
}

/// A class of another laptop that was taken in by mistake goes out again, whole; what was there stays.
#[test]
fn a_class_taken_in_by_mistake_goes_out_again() {
    let mut model = with_room(3);
    let other = with_room(8).workshop.room;
    update(&mut model, Message::Workshop(dropped(vec![("kelas.json", other.write())])));
    assert_eq!(model.workshop.room.len(), 8);
    act(&mut model, "workshop take-back", "");
    assert_eq!(model.workshop.room.len(), 3);
}

#[test]
fn nobody_watches_the_class_grow_by_one() {
    let mut model = with_class(5);
    act(&mut model, "workshop typing", &results(6)[5].code());
    act(&mut model, "workshop add", "");
    assert!(text(&model).contains("KUK I dan II: 1 hasil menyusul") && !page(&model).contains("workshop finish"));
    act(&mut model, "workshop finish", "");
    assert_eq!(model.workshop.room.pictures()[0].count, 5);
    act(&mut model, "workshop take-back", "");
    assert_eq!((model.workshop.room.len(), model.workshop.room.pictures()[0].count), (5, 5));
    assert!(act(&mut model, "workshop drawing 1", "").is_empty(), "there is no second form");
    assert_eq!(act(&mut model, "workshop drawing 0", "").len(), 1);
}

#[test]
fn the_drawing_says_its_whole_disclaimer_in_every_font() {
    for locale in [Locale::Id, Locale::En] {
        let mut model = Model { locale, ..with_class(12) };
        let Effect::Download { text: svg, .. } = &act(&mut model, "workshop drawing", "")[0] else {
            panic!("no drawing")
        };
        let words = model.words();
        let said = words.workshop_class.lead.split_once("} ").unwrap().1;
        let lines: Vec<&str> = svg.split("<text").skip(1).map(|one| one.split(['>', '<']).nth(1).unwrap()).collect();
        assert!(lines.join(" ").contains(said), "{lines:?}");
        assert!(!svg.contains('…'), "no name is cut");
        for shape in svg.split("<text").skip(1) {
            let of = |name: &str| shape.split_once(&format!("{name}=\"")).unwrap().1.split('"').next().unwrap();
            let (x, size): (usize, usize) = (of(" x").parse().unwrap(), of("font-size").parse().unwrap());
            let signs = shape.split(['>', '<']).nth(1).unwrap().chars().count();
            // DejaVu Sans, the widest of the usual fonts, is on average 0.62 of its size wide, and bold 0.7.
            let wide = signs * size * if shape.contains("bold") { 70 } else { 62 } / 100;
            let fits = if shape.contains("text-anchor=\"end\"") { wide <= x } else { x + wide <= 640 };
            assert!(fits, "{shape} is {wide} wide");
        }
    }
}

#[test]
fn the_class_is_shown_slide_by_slide_as_on_its_screen() {
    let mut model = with_class(12);
    model.workshop.room.name = "Bantul".into();
    go(&mut model, WorkshopRoute::Slide(1));
    let first = page(&model);
    assert!(
        first.contains("href=\"#/kelas/2\" data-key=\"ArrowRight PageDown\"") && first.contains("data-key=\"Escape\"")
    );
    assert!(!first.contains("ArrowLeft") && text(&model).contains(SAID) && text(&model).contains("Rata-rata nilai"));
    let counted = text(&model);
    let last: u16 = counted.split("1/").nth(1).unwrap().split(' ').next().unwrap().parse().unwrap();
    let mut all = String::new();
    for place in 1..=last {
        go(&mut model, WorkshopRoute::Slide(place));
        assert!(page(&model).matches("bar-row").count() <= 4, "four rows fit a projector");
        all += &text(&model);
    }
    assert!(!page(&model).contains("ArrowRight"));
    go(&mut model, WorkshopRoute::Class);
    let Effect::Download { text: svg, .. } = &act(&mut model, "workshop drawing", "")[0] else { panic!("no drawing") };
    let drawn: Vec<&str> = svg.split("<text").skip(1).map(|one| one.split(['>', '<']).nth(1).unwrap()).collect();
    let (drawn, shown) = (drawn.join(" "), text(&model));
    for part in page(&model).split("<li class=\"bar-row\"><span>").skip(1) {
        let name = screens::plain(part.split("</span>").next().unwrap());
        let name = name.trim();
        assert!(
            drawn.contains(name) && all.contains(name) && shown.contains(name),
            "{name} is not in the drawing or on a slide"
        );
    }
    go(&mut model, WorkshopRoute::Slide(last + 1));
    assert!(!page(&model).contains("class=\"stage"));
}

/// Every slide of the class.
fn slides(model: &mut Model) -> Vec<(String, String)> {
    let mut slides = Vec::new();
    for place in 1_u16.. {
        go(model, WorkshopRoute::Slide(place));
        if !page(model).contains("class=\"stage slide\"") {
            break;
        }
        slides.push((text(model), page(model)));
    }
    slides
}

/// A class whose boards did not know something, and named what keeps them.
fn troubled(count: usize) -> Model {
    let mut model = model();
    for one in results(count) {
        let mut one = Levels { obstacles: vec![Obstacle::Capital], unknown: vec![0], ..one };
        one.levels[0] = Range { low: 1, high: 4 };
        let _ = model.workshop.room.add(one);
    }
    let _ = model.workshop.room.finish();
    model
}

/// A room has five minutes: what matters comes first, each thing once, and what else there is of it follows.
#[test]
fn the_first_six_slides_carry_what_matters() {
    const CHIEF: [&[&str]; 6] = [
        &["Sebaran perkiraan predikat"],
        &["Indikator terlemah", "Terendah sejauh dijawab"],
        &["Yang paling banyak belum tahu", "Butir yang paling banyak dijawab belum tahu"],
        &["Pelatihan yang paling dibutuhkan", "Pelatihan yang dibutuhkan"],
        &["RAT terakhir dan status"],
        &["Hambatan menurut pengurus"],
    ];
    let mut one = troubled(12);
    let mut two = troubled(12);
    for mark in 20..25 {
        let _ = two.workshop.room.add(Levels { obstacles: vec![Obstacle::Capital], ..of_other_form(mark) });
    }
    let _ = two.workshop.room.finish();
    for (model, forms) in [(&mut one, 1), (&mut two, 2)] {
        let slides = slides(model);
        let title = |page: &str| {
            screens::plain(page.split_once("<h1").unwrap().1.split_once('>').unwrap().1.split("</h1>").next().unwrap())
        };
        for ((said, page), titles) in slides.iter().zip(CHIEF) {
            assert!(titles.contains(&title(page).trim()), "{titles:?} is not the title of {said}");
        }
        assert!(slides[1].0.contains("bernilai 1 atau 2: "), "the weakest with their share: {}", slides[1].0);
        assert!(slides[5].0.contains(&format!("Lainnya: slide 7 sampai {}", slides.len())), "{}", slides[5].0);
        // The rest of a list follows, and its beginning says how much and where.
        let (_, more) = slides[1].0.split_once(" lainnya mulai slide ").unwrap();
        let next: usize = more.split('.').next().unwrap().parse().unwrap();
        assert!(next > 6 && title(&slides[next - 1].1) == title(&slides[1].1), "{}", slides[1].0);
        // Whoever asks for one jumps to it, to the first nine by their keys.
        for place in 1..=9 {
            assert!(slides[0].1.contains(&format!("href=\"#/kelas/{place}\" data-key=\"{place}\"")), "{place}");
        }
        assert!(!slides[0].1.contains("data-key=\"10\"") && slides[0].1.contains("data-key=\"Help\""));
        let told: Vec<_> = slides.iter().filter(|(_, page)| title(page) == "Hambatan menurut pengurus").collect();
        let all = model.workshop.room.pictures().iter().map(|one| one.count).sum::<usize>();
        assert!(told.len() == 1 && told[0].0.contains(&format!("Modal kurang {all} ")), "{told:?}");
        assert_eq!(slides[0].1.matches("Rata-rata tiap bagian").count(), forms, "the jump names each once");
    }
}

/// Long names take lines: in the widest of the usual fonts a slide ends before a projector does.
#[test]
fn a_slide_of_long_names_has_fewer_rows() {
    for locale in [Locale::Id, Locale::En] {
        for (said, page) in slides(&mut Model { locale, ..troubled(12) }) {
            let rows: Vec<&str> = page
                .split("<li class=\"bar-row\"><span>")
                .skip(1)
                .map(|row| row.split("</span>").next().unwrap())
                .collect();
            let signs = |row: &&str| screens::plain(row).chars().count();
            let lines: usize = rows.iter().map(signs).map(|signs| signs.div_ceil(33)).sum();
            assert!(rows.len() <= 1 || rows.len() <= 4 && lines <= 13, "{lines} lines: {said}");
        }
    }
}

#[test]
fn a_board_names_three_obstacles_and_its_code_carries_them() {
    let mut model = phone(&save::write(&screens::named("realistis-004").work.assessment, &Map::default()), 7);
    for place in ["0", "4", "8", "1"] {
        act(&mut model, &format!("workshop obstacle {place}"), "true");
    }
    let (_, file) = handed_in(&mut model);
    let levels = levels::read_file(&file).unwrap();
    assert_eq!(levels.obstacles, [Obstacle::RatCost, Obstacle::Quarrel, Obstacle::Other]);
    assert!(text(&model).contains("Biaya RAT, Ada perselisihan, Lainnya") && page(&model).contains("disabled"));
    let saved = save::write(model.assessment(), &model.work.kept);
    assert_eq!(handed_in(&mut phone(&saved, 8)).1, file, "they belong to the work");
}

#[test]
fn the_stage_goes_through_a_ready_list() {
    let mut model = with_class(12);
    go(&mut model, WorkshopRoute::Stage(60));
    assert!(act(&mut model, "workshop queue", "eight").contains(&Effect::Go(Route::Workshop(WorkshopRoute::Stage(1)))));
    let eight = model.workshop.queue.1.clone();
    go(&mut model, WorkshopRoute::Stage(eight[7]));
    assert!(text(&model).contains("Butir 8 dari 8") && !page(&model).contains("ArrowRight"));
    // Whole indicators: of one that is half answered a class knows no level.
    let variant = model.assessment().variant;
    let of = |place: &u16| steps(variant)[usize::from(*place) - 1].indicator();
    for place in &eight {
        let listed = eight.iter().filter(|other| of(other).id == of(place).id).count();
        assert_eq!(of(place).items().len(), listed, "{}", of(place).id);
    }
    assert!(text(&model).contains("Loncat ke butir, 1 sampai 8"), "{}", text(&model));
    assert!(act(&mut model, "workshop jump", "9").is_empty() && act(&mut model, "workshop jump", "0").is_empty());
    assert_eq!(act(&mut model, "workshop jump", "3"), [Effect::Go(Route::Workshop(WorkshopRoute::Stage(3)))]);
    let Effect::Go(Route::Workshop(WorkshopRoute::Stage(first))) = act(&mut model, "workshop queue", "weak")[0] else {
        panic!("the class has weak ones")
    };
    go(&mut model, WorkshopRoute::Stage(first));
    let picture = &model.workshop.room.pictures()[0];
    let weakest = picture.weakest().into_iter().chain(picture.low()).next().unwrap().indicator.id;
    assert_eq!(steps(model.assessment().variant)[usize::from(first) - 1].indicator().id, weakest);
    assert!(text(&model).contains("Butir 1 dari"));
    act(&mut model, "workshop queue", "B");
    let part = steps(model.assessment().variant)[usize::from(model.workshop.queue.1[0]) - 1].indicator().id;
    assert!(part.starts_with('B'), "{part}");
    act(&mut model, "workshop queue", "");
    go(&mut model, WorkshopRoute::Stage(60));
    assert!(text(&model).contains("Butir 60 dari 1"));
}

/// Every board says yes to the first indicator and nothing else.
#[test]
fn what_nobody_has_answered_is_not_called_strong() {
    let mut model = at(WorkshopRoute::Collect);
    let file = |mark| {
        let mut said = Assessment::new(model.assessment().rulebook, model.assessment().variant);
        for item in said.variant.indicator("A.I.1").unwrap().items() {
            said.answers.insert(item.id, Answer::Yes);
        }
        Levels::of(&said, self::model().day()).unwrap().marked(levels::RoomMark::Drawn(mark)).file()
    };
    let files = (1..=9).map(|mark| ("a.txt", file(mark))).collect();
    update(&mut model, Message::Workshop(dropped(files)));
    act(&mut model, "workshop finish", "");
    go(&mut model, WorkshopRoute::Class);
    let said = text(&model);
    assert!(
        said.contains("sudah terjawab belum ada yang lemah") && !said.contains("Semua indikator bernilai 4"),
        "{said}"
    );
}

/// A slow board has time for the quick check alone: its RAT and its standing count in the class.
#[test]
fn the_quick_check_alone_makes_a_code() {
    let mut model = at(WorkshopRoute::Code);
    assert!(text(&model).contains("Belum ada isian"));
    for (field, value) in
        [("level", "primary"), ("established", "2009-05-12"), ("business", "yes"), ("year.2025.held", "yes")]
    {
        act(&mut model, &format!("rat set {field}"), value);
    }
    let (_, file) = handed_in(&mut model);
    let levels = levels::read_file(&file).unwrap();
    assert!(levels.standing.is_some() && !text(&model).contains("Belum ada isian"), "{}", text(&model));
}

/// The single file keeps nothing before it was asked: whoever gathers a class there is told so, and may ask for it.
#[test]
fn a_class_in_the_single_file_says_that_it_is_not_kept() {
    for (mut model, what) in [
        (with_room(1), "a result"),
        (at(WorkshopRoute::Trainer), "the trainer"),
        (at(WorkshopRoute::Collect), "collecting"),
    ] {
        let line = |model: &Model| page(model).contains("data-click=\"keeping agree\"");
        assert!(!line(&model), "{what}: on a host it is kept");
        model.keeping = Keeping::Unasked;
        assert!(line(&model), "{what}");
    }
}

#[test]
fn over_plain_http_no_work_without_internet_is_promised() {
    for (address, is_plain) in [("http://laptop.test/", true), ("https://dinas.example/", false)] {
        let mut model = at(WorkshopRoute::Share);
        model.origin = cermin_koperasi::page::workshop::Origin::of(address, None);
        let said = page(&model);
        assert_eq!(said.contains("berjalan tanpa internet"), !is_plain, "{address}");
        assert_eq!(said.contains("sampai tertulis siap dipakai tanpa internet"), !is_plain, "{address}");
    }
}

/// A trainer's laptop loads the page anew: the list and the hands counted are there again, and in no file that leaves.
#[test]
fn the_list_of_the_stage_and_the_hands_outlive_a_reload() {
    let mut before = with_class(5);
    assert_eq!(before.workshop.staged(), "", "nothing is remembered of a stage where nothing happened");
    act(&mut before, "workshop queue", "eight");
    go(&mut before, WorkshopRoute::Stage(3));
    act(&mut before, "workshop vote yes", "12");
    act(&mut before, "workshop vote unknown", "0");
    go(&mut before, WorkshopRoute::Stage(8));
    act(&mut before, "workshop hand no", "");
    let mut after = model();
    after.workshop.restage(&before.workshop.staged());
    assert_eq!((&after.workshop.queue, &after.workshop.votes), (&before.workshop.queue, &before.workshop.votes));
    go(&mut after, WorkshopRoute::Stage(3));
    assert!(text(&after).contains("Butir 3 dari 8") && page(&after).contains("value=\"12\""), "{}", text(&after));
    let Effect::Download { text: file, .. } = &act(&mut before, "workshop room-file", "")[0] else { panic!("no file") };
    before.workshop.restage("");
    assert_eq!(&before.workshop.room.write(), file, "the class file knows nothing of it");
    before.workshop.restage("eight 1 x 99999999\n\n3 a\nb 1 2");
    go(&mut before, WorkshopRoute::Stage(3));
    assert!(text(&before).contains("Butir 3 dari"), "a broken text does no harm: {}", text(&before));
}

/// An earlier class of other cooperatives with the same levels.
fn strangers(count: usize) -> Room {
    let mut room = Room::default();
    for one in results(count) {
        let _ = room.add(Levels { mark: one.mark + 900, ..one });
    }
    room.finish();
    room.day = "2026-11-22".into();
    room
}

#[test]
fn a_saved_class_is_merged_and_compared() {
    let mut model = with_class(12);
    let Effect::Download { text: file, .. } = &act(&mut model, "workshop room-file", "")[0] else { panic!("no file") };
    let mut other = with_room(3);
    update(&mut other, Message::Workshop(dropped(vec![("kelas.json", file.clone())])));
    assert!(other.workshop.room.codes().eq(model.workshop.room.codes()));
    assert_eq!(other.workshop.room.pictures()[0].count, 12, "what was shown is shown again");
    assert!(text(&other).contains("9 hasil baru") && text(&other).contains("3 sudah ada"));
    go(&mut other, WorkshopRoute::Class);
    assert!(text(&other).contains("22 November 2026 · "), "it says its day and form: {}", text(&other));
    model.route = Route::Workshop(WorkshopRoute::Class);
    // The same class again: whatever moved would be of fewer than five.
    update(&mut model, Message::Workshop(WorkshopMessage::Earlier(Ok(file.clone()))));
    assert!(
        text(&model).contains("Kurang dari 5 hasil berbeda") && !text(&model).contains("Terdahulu"),
        "{}",
        text(&model)
    );
    let file = strangers(12).write();
    let named = file.replacen("\"day\"", "\"name\": \"Bantul\", \"day\"", 1);
    update(&mut model, Message::Workshop(WorkshopMessage::Earlier(Ok(named))));
    assert!(
        text(&model).contains("Bantul, 22 November 2026") && text(&model).contains("Belum ada perubahan yang pasti"),
        "{}",
        text(&model)
    );
    update(&mut model, Message::Workshop(WorkshopMessage::Earlier(Ok(file.clone()))));
    assert!(text(&model).contains("Terdahulu, 22 November 2026"));
    update(&mut model, Message::Workshop(WorkshopMessage::Earlier(Ok("bukan".into()))));
    assert!(text(&model).contains("Terdahulu") && text(&model).contains("rusak atau bukan dari program ini"));
    act(&mut model, "workshop apart", "");
    assert!(!text(&model).contains("Terdahulu"));
}
