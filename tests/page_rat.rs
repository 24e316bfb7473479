//! The screens about the RAT, read as text and used as a person uses them: what is asked, what is told, what goes out.
#![allow(clippy::unwrap_used, missing_docs)]

#[allow(dead_code)]
mod screens;

use cermin_koperasi::assessment::Answer;
use cermin_koperasi::calendar::Day;
use cermin_koperasi::exchange::save;
use cermin_koperasi::locale::Locale;
use cermin_koperasi::page::rat::{Board, RatRoute};
use cermin_koperasi::page::wing;
use cermin_koperasi::page::{Effect, Message, Model, Notice, Route, update};
use cermin_koperasi::papers;
use cermin_koperasi::rat::RatInput;
use cermin_koperasi::rulebook::CoopKind;
use screens::{attributes, html, plain};

fn model() -> Model {
    let mut model = Model::new(Locale::Id);
    model.today = Day::new(2026, 11, 22);
    model
}

/// Marks and the values of their fields.
type Said<'a> = &'a [(&'a str, &'a str)];

fn with(said: Said) -> Model {
    let mut model = model();
    for (mark, value) in said {
        act(&mut model, mark, value);
    }
    model
}

fn act(model: &mut Model, mark: &str, value: &str) -> Vec<Effect> {
    let message = Message::parse(mark, value).unwrap_or_else(|| panic!("{mark} is no mark"));
    update(model, message)
}

fn text(model: &Model, route: RatRoute) -> String {
    screens::text(model, Route::Rat(route))
}

fn routes() -> Vec<RatRoute> {
    let routes = Route::all(model().assessment().variant).into_iter();
    routes.filter_map(|route| if let Route::Rat(route) = route { Some(route) } else { None }).collect()
}

fn page(model: &Model, route: RatRoute) -> String {
    html(model, Route::Rat(route))
}

/// A cooperative of 2014 that missed its two latest RATs.
fn missed_two() -> Model {
    with(&[
        ("rat set level", "primary"),
        ("rat set established", "2014-03-02"),
        ("rat set members", "214"),
        ("rat set year.2025.held", "no"),
        ("rat set year.2024.held", "no"),
        ("rat set year.2023.held", "yes"),
        ("rat set year.2023.heldOn", "2024-03-16"),
        ("rat set year.2023.reported", "yes"),
        ("rat trade", "yes"),
    ])
}

#[test]
fn every_address_leads_to_its_screen_and_back() {
    let routes: Vec<Route> = Route::all(model().assessment().variant);
    let rat: Vec<&Route> = routes.iter().filter(|route| matches!(route, Route::Rat(_))).collect();
    assert_eq!(rat.len(), 12 + 5 + 27 + papers::forms().len());
    for route in rat {
        assert_eq!(Route::parse(&route.hash()).as_ref(), Some(route));
    }
    for (hash, route) in [("#/cek", RatRoute::Check(1)), ("#/cek/5", RatRoute::Check(5)), ("#/siap", RatRoute::Ready)] {
        assert_eq!(Route::parse(hash), Some(Route::Rat(route)));
    }
    for hash in ["#/cek/0", "#/cek/6", "#/cek/x", "#/kuorum/1", "#/surat/undangan/2"] {
        assert_eq!(Route::parse(hash), None, "{hash}");
    }
    assert!(text(&model(), RatRoute::Paper("tidak-ada".into())).contains("Halaman ini tidak ada"));
}

#[test]
fn every_screen_stands_in_every_state_and_both_languages() {
    let states = vec![
        missed_two(),
        with(&[
            ("rat set kdmp", "yes"),
            ("rat set members", "612"),
            ("rat set form", "groups"),
            ("rat set chosen", "2026-11-23"),
        ]),
        with(&[
            ("rat letter", "dissolutionPlan"),
            ("rat set letters.0.received", "2026-10-01"),
            ("rat trade", "no"),
            ("rat set members", "0"),
        ]),
        with(&[
            ("rat set year.2025.held", "yes"),
            ("rat set year.2025.heldOn", "2027-01-05"),
            ("rat set bookYearEnd", "02-"),
            ("rat set form", "hybrid"),
        ]),
        with(&[
            ("rat put documents.DOK-05.state have", ""),
            ("rat tick documents.DOK-05.contents.1", "true"),
            ("rat money modal", "1,5 miliar"),
        ]),
    ];
    for mut model in states {
        for locale in [Locale::Id, Locale::En] {
            model.locale = locale;
            for route in routes() {
                whole(&page(&model, route.clone()), &route);
            }
        }
    }
}

/// One heading, no blank left, ids unique, references hit, marks understood, no inline style.
fn whole(html: &str, route: &RatRoute) {
    assert_eq!(html.matches("<h1 id=\"judul\"").count(), 1, "{route:?}");
    assert!(!plain(html).contains(['{', '}']) && !html.contains(" style="), "{route:?}");
    let ids = attributes(html, "id");
    let mut unique = ids.clone();
    unique.sort_unstable();
    unique.dedup();
    assert_eq!(unique.len(), ids.len(), "{route:?} repeats an id: {ids:?}");
    for name in ["data-focus", "for", "aria-describedby", "aria-labelledby"] {
        for id in attributes(html, name).into_iter().flat_map(str::split_whitespace) {
            assert!(ids.contains(&id), "{route:?}: {name} {id}");
        }
    }
    for name in ["data-click", "data-change", "data-day", "data-input"] {
        for mark in attributes(html, name) {
            assert!(["1", "yes", ""].iter().any(|value| Message::parse(mark, value).is_some()), "{route:?}: {mark}");
        }
    }
    for link in attributes(html, "href").into_iter().filter(|link| link.starts_with("#/")) {
        assert!(Route::parse(link).is_some(), "{route:?}: {link}");
    }
}

/// What a reader is asked on the five screens: a legend or a label each, those inside a card's date with it.
fn questions(model: &Model) -> usize {
    let screens = (1..=RatRoute::CHECKS).map(|place| page(model, RatRoute::Check(place)));
    let asked = |html: String| html.matches("<legend>").count() - html.matches(" data-day=").count();
    let alone =
        |html: &str| ["established", "bookYearEnd"].iter().filter(|id| html.contains(&format!("id=\"{id}\""))).count();
    screens.map(|html| alone(&html) + asked(html)).sum()
}

#[test]
fn no_question_has_more_than_twenty_words() {
    for locale in [Locale::Id, Locale::En] {
        for said in [
            &[][..],
            &[
                ("rat set kdmp", "yes"),
                ("rat set members", "612"),
                ("rat letter", "dissolutionPlan"),
                ("rat trade", "no"),
            ],
        ] {
            let mut model = with(said);
            model.locale = locale;
            for route in routes() {
                let html = page(&model, route);
                let asked = ["<legend>", "<label"].into_iter().flat_map(|open| html.split(open).skip(1));
                for question in asked.map(|rest| plain(&format!("<label{}", rest.split_once("</l").unwrap().0))) {
                    assert!(question.split_whitespace().count() <= 20, "{question}");
                }
            }
        }
    }
}

#[test]
fn a_document_says_who_signs_it_before_it_is_there() {
    assert!(text(&model(), RatRoute::Document("DOK-17".into())).contains("Yang menandatangani: "));
}

#[test]
fn the_quick_check_asks_fifteen_questions_at_most() {
    let held: Vec<(String, &str)> = (2018..=2025).map(|year| (format!("rat set year.{year}.held"), "yes")).collect();
    let missed: Vec<(String, &str)> =
        (2018..=2025).rev().map(|year| (format!("rat set year.{year}.held"), "no")).collect();
    let mixed = [
        ("rat set year.2025.held".to_owned(), "no"),
        ("rat set year.2024.held".to_owned(), "no"),
        ("rat set year.2023.held".to_owned(), "yes"),
    ];
    for said in [held, missed, mixed.to_vec(), Vec::new()] {
        let mut model = model();
        for (mark, value) in &said {
            act(&mut model, mark, value);
        }
        assert!((11..=15).contains(&questions(&model)), "{said:?}: {}", questions(&model));
    }
}

#[test]
fn due_years_are_computed_and_more_are_asked_only_while_all_were_missed() {
    let asked = |model: &Model| Board::of(model).unwrap().years_asked();
    assert_eq!(asked(&model()), [2025, 2024, 2023]);
    let mut model = model();
    for year in [2025, 2024, 2023] {
        act(&mut model, &format!("rat set year.{year}.held"), "no");
    }
    assert_eq!(asked(&model), [2025, 2024, 2023, 2022]);
    act(&mut model, "rat set year.2022.held", "no");
    act(&mut model, "rat set established", "2022-05-01");
    assert_eq!(asked(&model), [2025, 2024, 2023, 2022], "the first book year closed in 2022");
    model.today = Day::new(2026, 6, 30);
    assert_eq!(asked(&model), [2024, 2023, 2022], "2025 falls due tomorrow");
    let young = with(&[("rat set established", "2026-02-01")]);
    assert!(asked(&young).is_empty());
    assert!(text(&young, RatRoute::Check(3)).contains("Belum ada RAT yang jatuh tempo"));
}

#[test]
fn bad_input_is_told_beside_its_field_and_above() {
    let early = [
        ("rat set established", "2025-08-01"),
        ("rat set year.2025.held", "yes"),
        ("rat set year.2025.heldOn", "2025-07-01"),
    ];
    let future = [("rat set year.2025.held", "yes"), ("rat set year.2025.heldOn", "2027-01-05")];
    let cases: [(Said, RatRoute, &str, &str); 10] = [
        (&[("rat set established", "2025--15")], RatRoute::Check(2), "established", "Lengkapi hari, bulan, dan tahun."),
        (&[("rat set established", "2025-02-31")], RatRoute::Check(2), "established", "tidak ada"),
        (&early, RatRoute::Check(3), "year.2025.heldOn", "sebelum"),
        (&future, RatRoute::Check(3), "year.2025.heldOn", "belum terjadi"),
        (&[("rat set members", "0")], RatRoute::Meeting, "members", "lebih dari 0"),
        (&[("rat set members", "banyak")], RatRoute::Quorum, "members", "angka saja"),
        (
            &[("rat set members", "21"), ("rat set quorum.present", "22")],
            RatRoute::Quorum,
            "quorum.present",
            "lebih banyak",
        ),
        (&[("rat set bookYearEnd", "02-31")], RatRoute::Check(2), "bookYearEnd", "31 Februari"),
        (&[("rat set chosen", "2026-11-01")], RatRoute::Calendar, "chosen", "sudah lewat"),
        (&[("rat set articles.quorum", "setengah")], RatRoute::Articles, "articles.quorum", "pecahan"),
    ];
    for (said, route, field, sentence) in cases {
        let model = with(said);
        let html = page(&model, route);
        let beside = html.split_once(&format!("id=\"{field}-error\"")).unwrap_or_else(|| panic!("{field} is silent")).1;
        assert!(plain(beside.split_once("</p>").unwrap().0).contains(sentence), "{field}");
        let summary = html.split_once("id=\"kesalahan\"").unwrap_or_else(|| panic!("{field}: no summary")).1;
        let summary = summary.split_once("</section>").unwrap().0;
        assert!(summary.contains(&format!("data-focus=\"{field}\"")) && plain(summary).contains(sentence), "{summary}");
    }
}

#[test]
fn the_quick_check_goes_on_only_from_days_that_are_days() {
    let onwards = |day: &str| {
        let html = page(&with(&[("rat set established", day)]), RatRoute::Check(2));
        html.contains("class=\"button\" href=\"#/cek/3\"")
    };
    assert!(onwards("2025-07-15") && onwards(""));
    for day in ["2025--15", "2025-07-00", "-07-15", "2025-02-31"] {
        let html = page(&with(&[("rat set established", day)]), RatRoute::Check(2));
        assert!(!onwards(day), "{day}");
        assert!(html.contains("class=\"button\" href=\"#established\" data-focus=\"established\""), "{day}");
    }
}

/// What is wrong in the papers is told on every screen, with the way to the field that holds it.
#[test]
fn a_fault_leads_to_its_own_field() {
    let model = with(&[
        ("rat set names.chair", "Ani"),
        ("rat set names.meetingChair", "ani"),
        ("rat set papers.berita-acara.number", "7/RAT"),
        ("rat set papers.surat-laporan.number", "7/RAT"),
    ]);
    let elsewhere = page(&model, RatRoute::Articles);
    let (names, letter) = (RatRoute::Names, RatRoute::Paper("surat-laporan".to_owned()));
    for (to, field) in [(names, "names.meetingChair"), (letter, "papers.surat-laporan.number")] {
        assert!(page(&model, to.clone()).contains(&format!("id=\"{field}-error\"")), "{field} is told beside it");
        assert!(elsewhere.contains(&format!("href=\"{}\"", Route::Rat(to).hash())), "{field}: {elsewhere}");
    }
    // The fold around the number stands open.
    let fold = page(&model, RatRoute::Paper("surat-laporan".to_owned()));
    assert!(fold.contains("<details class=\"fold noprint\" open>"), "{fold}");
}

#[test]
fn two_rats_for_one_book_year_are_told_at_that_year() {
    let mut model = model();
    for (place, day) in ["2026-03-14", "2026-05-02"].into_iter().enumerate() {
        let rat = &mut model.work.assessment.rat;
        rat.set(&format!("history.{place}.year"), "2025").unwrap();
        rat.set(&format!("history.{place}.held"), "yes").unwrap();
        rat.set(&format!("history.{place}.heldOn"), day).unwrap();
    }
    let html = page(&model, RatRoute::Check(3));
    assert!(plain(&html).contains("Satu tahun buku hanya satu RAT."));
    assert!(html.contains("data-focus=\"year.2025\""));
    assert!(text(&model, RatRoute::Standing).contains("Satu tahun buku hanya satu RAT."), "told elsewhere too");
}

#[test]
fn what_is_wrong_is_not_lost_when_the_year_is_not_asked() {
    let model = with(&[("rat set established", "2026-02-01"), ("rat set year.2019.held", "yes")]);
    assert!(text(&model, RatRoute::Check(3)).contains("Tahun buku ini sebelum koperasi berdiri."));
}

#[test]
fn a_missing_number_of_members_is_a_hint_and_no_fault() {
    for route in [RatRoute::Meeting, RatRoute::Quorum] {
        let html = page(&model(), route);
        assert!(plain(&html).contains("Jumlah anggota belum diisi."));
        assert!(!html.contains("id=\"kesalahan\""));
    }
}

#[test]
fn two_missed_years_lead_to_a_coaching_letter() {
    let mut model = missed_two();
    let said = text(&model, RatRoute::Standing);
    for part in [
        "Aktif, perlu pembinaan",
        "Belum bisa dinilai",
        "Tinggi",
        "Permenkop 19/2015 Ps 20(3)d",
        "Dua tahun buku berturut-turut tanpa RAT",
        "Langkah pertama:",
        "Pembinaan yang bisa diminta: Revitalisasi, Pendampingan RAT.",
        "RAT tahun buku 2024, 2025 terlewat",
        "Menurut hukum",
        "Menurut catatan dinas",
    ] {
        assert!(said.contains(part), "{part} is not in: {said}");
    }
    let letter = text(&model, RatRoute::Paper("surat-pembinaan".into()));
    for part in ["Permohonan pembinaan", "2024, 2025", "Pendampingan RAT", "22 November 2026", "…………"] {
        assert!(letter.contains(part), "{part} is not in: {letter}");
    }
    assert_eq!(act(&mut model, "print", ""), [Effect::Print]);
    let files = act(&mut model, "rat word surat-pembinaan", "");
    let [Effect::Wing(wing::Effect::DownloadBytes { name, kind, bytes }), ..] = files.as_slice() else {
        panic!("{files:?}")
    };
    assert_eq!(name.as_str(), "surat-pembinaan.docx");
    assert!(kind.ends_with("wordprocessingml.document") && bytes.starts_with(b"PK"));
    let files = act(&mut model, "rat sheet daftar-hadir", "");
    assert!(
        matches!(files.as_slice(), [Effect::Wing(wing::Effect::DownloadBytes { name, .. }), ..] if name == "daftar-hadir.xlsx")
    );
}

#[test]
fn where_nothing_was_answered_nothing_is_claimed() {
    let html = page(&model(), RatRoute::Standing);
    let said = plain(&html);
    for part in [
        "Jawaban belum lengkap",
        "Antara Aktif dan Tidak aktif",
        "Antara Rendah dan Tinggi",
        "RAT tahun buku 2025 sudah digelar?",
    ] {
        assert!(said.contains(part), "{part} is not in: {said}");
    }
    // What may be stands behind a door; the way on is the check, and no letter complains of what nobody said.
    let sure = html.split("<details").map(|part| part.split_once("</details>").map_or(part, |(_, after)| after));
    let sure = plain(&sure.collect::<String>());
    assert!(!sure.contains("tidak digelar") && !sure.contains("Usaha tidak berjalan"), "{sure}");
    assert!(html.contains("class=\"button\" href=\"#/cek/2\"") && !html.contains("#/surat/surat-pembinaan"));
    let model = with(&[("rat set established", "2014-03-02"), ("rat trade", "yes")]);
    assert!(page(&model, RatRoute::Standing).contains("class=\"button\" href=\"#/cek/3\""), "on to the first gap");
}

#[test]
fn a_letter_without_findings_leaves_lines_to_write_on() {
    let letter = page(&model(), RatRoute::Paper("surat-pembinaan".into()));
    assert!(letter.matches("class=\"rule\"").count() >= 8 && !letter.contains("<ol></ol>"), "{letter}");
}

#[test]
fn reactivation_has_its_steps_on_a_screen_of_its_own() {
    let model = missed_two();
    assert!(page(&model, RatRoute::Standing).contains("href=\"#/reaktivasi\""));
    let way = text(&model, RatRoute::Revival);
    let place = |part: &str| way.find(part).unwrap_or_else(|| panic!("{part} is not in: {way}"));
    assert!(place("RAT tahun buku 2024, 2025 terlewat.") < place("untuk tahun buku 2024"));
    assert!(place("untuk tahun buku 2024") < place("untuk tahun buku 2025"));
    assert!(
        place("untuk tahun buku 2025") < place("Gelar RAT susulan")
            && place("Gelar RAT susulan") < place("1 Januari 2029")
    );
    assert!(text(&self::model(), RatRoute::Revival).contains("Jawab dahulu tahun mana"));
}

#[test]
fn a_village_cooperative_that_has_just_begun_reads_of_its_first_years_not_of_reviving() {
    let said = [
        ("rat set level", "primary"),
        ("rat set kdmp", "yes"),
        ("rat set established", "2025-07-15"),
        ("rat trade", "never"),
        ("rat set year.2025.held", "no"),
    ];
    let model = with(&said);
    let text = text(&model, RatRoute::Standing);
    for part in
        ["Tahun-tahun pertama", "1 Juli 2027", "15 Juli 2027", "tahun 2027, sebelum tahun itu mulai", "rancangan"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    for part in ["Reaktivasi", "revitalisasi"] {
        assert!(!text.contains(part), "{part}: {text}");
    }
    assert!(self::text(&model, RatRoute::Revival).contains("Mengejar RAT"));
}

/// In the season: the book year 2025 has closed, its RAT is planned for 14 March 2026.
fn in_march(day: u32) -> Model {
    let mut model = missed_two();
    model.today = Day::new(2026, 1, 5);
    act(&mut model, "rat set chosen", "2026-03-14");
    model.today = Day::new(2026, 3, day);
    model
}

#[test]
fn a_rat_that_was_held_moves_into_the_history_and_asks_for_its_report() {
    for day in [14, 20] {
        let mut model = in_march(day);
        assert!(text(&model, RatRoute::Calendar).contains("Apakah RAT-nya jadi digelar?"));
        assert_eq!(act(&mut model, "rat held", "")[0], Effect::Go(Route::Rat(RatRoute::Ready)));
        assert_eq!(model.assessment().rat.chosen, None);
        assert!(Board::of(&model).unwrap().faults().next().is_none());
        let ready = text(&model, RatRoute::Ready);
        assert!(ready.contains("Laporkan hasil RAT") && ready.contains("Paling lambat 14 April 2026"), "{ready}");
        let paper = |key: &str| text(&model, RatRoute::Paper(key.into()));
        for key in ["surat-laporan", "berita-acara", "keputusan", "daftar-hadir"] {
            let paper = paper(key);
            assert!(paper.contains("2025") && paper.contains("Sabtu, 14 Maret 2026"), "{key}: {paper}");
        }
        assert!(paper("undangan").contains("Tahun Buku 2026"), "the next one is invited to");
        // It can still be mended, although the plan has moved on and the check does not ask for it yet.
        assert!(text(&model, RatRoute::Meeting).contains("RAT tahun buku 2025 sudah digelar?"));
        act(&mut model, "rat put year.2025.reported yes", "");
        assert!(!text(&model, RatRoute::Ready).contains("Laporkan hasil RAT"));
    }
    let mut model = in_march(20);
    act(&mut model, "rat put chosen ", "");
    assert_eq!(model.assessment().rat.chosen, None);
    let said = text(&model, RatRoute::Calendar);
    assert!(!said.contains("jadi digelar") && said.contains("Pakai "), "{said}");
}

#[test]
fn documents_stand_under_the_time_they_are_needed_and_say_on_what_they_depend() {
    let mut model = with(&[("rat set level", "primary"), ("rat set members", "40")]);
    let list = text(&model, RatRoute::Ready);
    let place = |part: &str| list.find(part).unwrap_or_else(|| panic!("{part} is not in: {list}"));
    assert!(place("Sebelum rapat") < place("Undangan tertulis") && place("Undangan tertulis") < place("Hari rapat"));
    assert!(place("Hari rapat") < place("Daftar hadir ") && place("Daftar hadir ") < place("Sesudah rapat"));
    assert!(place("Tergantung keadaan koperasi") < place("Perlu bila koperasinya syariah."));
    act(&mut model, "rat set sharia", "yes");
    let list = text(&model, RatRoute::Ready);
    let needed = list.split_once("Tergantung keadaan koperasi").unwrap().0;
    assert!(needed.contains("Laporan Dewan Pengawas Syariah"), "{needed}");
    // What is always required is not offered to be waived; the next silent document is one press away.
    let invitation = page(&model, RatRoute::Document("DOK-03".into()));
    assert!(!invitation.contains("value=\"notNeeded\"") && invitation.contains("href=\"#/siap/DOK-04\""));
    assert!(page(&model, RatRoute::Document("DOK-02".into())).contains("value=\"notNeeded\""));
}

#[test]
fn never_sehat_without_an_official_predicate() {
    let model = with(&[
        ("rat set established", "2014-03-02"),
        ("rat set year.2025.held", "yes"),
        ("rat set year.2025.reported", "yes"),
        ("rat set year.2024.held", "yes"),
        ("rat set year.2023.held", "yes"),
        ("rat trade", "yes"),
    ]);
    let health = |model: &Model| {
        let text = text(model, RatRoute::Standing);
        text.split_once("Kesehatan").unwrap().1.split_once("Risiko pembubaran").unwrap().0.to_owned()
    };
    assert!(health(&model).contains("Calon") && !health(&model).contains("Sehat"));
    let mut official = model.clone();
    act(&mut official, "rat set predicate", "sehat");
    assert!(health(&official).contains("Predikat resmi: Sehat"));
    let mut estimated = screens::named("realistis-004");
    (estimated.today, estimated.work.assessment.rat) = (model.today, model.work.assessment.rat.clone());
    assert!(health(&estimated).contains("Perkiraan mandiri:") && health(&estimated).contains("Bukan predikat resmi."));
}

#[test]
fn a_dissolution_letter_starts_its_clock() {
    let model = with(&[("rat letter", "dissolutionPlan"), ("rat set letters.0.received", "2026-10-01")]);
    let said = text(&model, RatRoute::Standing);
    assert!(said.contains("Sisa waktu mengajukan keberatan: 9 hari lagi."), "{said}");
    assert!(said.contains("Kritis") && said.contains("1 Desember 2026"));
    let mut none = model.clone();
    act(&mut none, "rat letter", "none");
    assert!(none.assessment().rat.letters.is_empty());
    assert!(!text(&none, RatRoute::Standing).contains("Kritis"));
}

#[test]
fn a_large_merah_putih_plans_its_rat_with_group_meetings() {
    let mut model = with(&[
        ("rat set kdmp", "yes"),
        ("rat set established", "2025-07-02"),
        ("rat set members", "612"),
        ("rat set articles.groups", "yes"),
    ]);
    let before = text(&model, RatRoute::Calendar);
    assert!(before.contains("Rapat kelompok") && before.contains("Permenkop 19/2015 Ps 13-14"), "{before}");
    act(&mut model, "rat set chosen", "2026-12-01");
    assert!(text(&model, RatRoute::Calendar).contains("Tanggal ini melanggar aturan"));
    let html = page(&model, RatRoute::Calendar);
    let offered = html.split_once("data-click=\"rat put chosen ").unwrap().1.split_once('"').unwrap().0.to_owned();
    let effects = act(&mut model, &format!("rat put chosen {offered}"), "");
    assert_eq!(effects[0], Effect::Focus("chosen".into()), "the button is gone, the focus is not");
    assert_eq!(model.assessment().rat.chosen.as_deref(), Some(offered.as_str()));
    let late = text(&model, RatRoute::Calendar);
    assert!(late.contains("Tidak ada tanggal lebih cepat") && !late.contains("Pakai "), "{late}");
    act(&mut model, "rat set form", "groups");
    let said = text(&model, RatRoute::Calendar);
    assert!(
        said.contains("Kirim undangan rapat kelompok")
            && said.contains("Batas hukum")
            && said.contains("Batas anjuran")
    );
    let files = act(&mut model, "rat calendar", "");
    let [Effect::Download { name, kind, text }, ..] = files.as_slice() else { panic!("{files:?}") };
    assert_eq!((name.as_str(), *kind), ("rat-2025.ics", "text/calendar"));
    assert!(text.contains("BEGIN:VEVENT") && text.contains("rapat kelompok"));
}

#[test]
fn the_timeline_says_in_words_what_it_shows_and_has_today_on_it() {
    let html = page(&missed_two(), RatRoute::Calendar);
    let picture = html.split_once("<svg class=\"timeline\"").unwrap().1.split_once("</svg>").unwrap().0;
    let told = picture.split_once("<desc").unwrap().1.split_once("</desc>").unwrap().0;
    for part in [
        "Hari ini 22 November 2026",
        "Batas hukum 30 Juni 2026",
        "Batas anjuran 31 Maret 2026",
        "RAT, baru usul ",
        "Batas lapor",
    ] {
        assert!(told.contains(part), "{part} is not in: {told}");
    }
    assert!(picture.contains("22 Nov 2026 · Hari ini"));
}

fn figure(html: &str, id: &str) -> String {
    html.split_once(&format!("id=\"kuorum-{id}\">")).unwrap().1.split_once('<').unwrap().0.to_owned()
}

#[test]
fn the_quorum_of_twenty_one_counts_up_by_thumb() {
    let mut model = with(&[("rat set members", "21")]);
    act(&mut model, "rat step quorum.present 10", "");
    let html = page(&model, RatRoute::Quorum);
    let figures = ["present", "required", "missing", "safe"].map(|id| figure(&html, id));
    assert_eq!(figures, ["10", "11", "1", "12"]);
    assert!(plain(&html).contains("Belum kuorum") && plain(&html).contains("Target aman cocok dengan keduanya."));
    act(&mut model, "rat step quorum.present 1", "");
    let said = text(&model, RatRoute::Quorum);
    assert!(said.contains("Kuorum tercapai") && said.contains("1 lagi ke target aman"), "{said}");
    act(&mut model, "rat step quorum.present 10", "");
    assert_eq!(figure(&page(&model, RatRoute::Quorum), "present"), "21", "not above the register");
    for _ in 0..30 {
        act(&mut model, "rat step quorum.present -1", "");
    }
    assert_eq!(figure(&page(&model, RatRoute::Quorum), "present"), "0", "not below nothing");
    model.route = Route::Rat(RatRoute::Quorum);
    assert_eq!(cermin_koperasi::page::announcement(&model), "Hadir 0. Belum kuorum. Kurang 11.");
}

#[test]
fn a_second_meeting_is_told_only_as_the_articles_allow() {
    let mut model = with(&[("rat set members", "21")]);
    assert!(text(&model, RatRoute::Quorum).contains("Hanya boleh bila anggaran dasar mengaturnya."));
    act(&mut model, "rat set articles.secondMeeting", "no");
    assert!(text(&model, RatRoute::Quorum).contains("tidak ada rapat kedua"));
    act(&mut model, "rat set articles.secondMeeting", "unknown");
    act(&mut model, "rat set kdmp", "yes");
    let said = text(&model, RatRoute::Quorum);
    assert!(said.contains("Kuorumnya 7 anggota.") && said.contains("Panggilan 14 hari sebelumnya."), "{said}");
}

#[test]
fn documents_are_ticked_and_the_range_closes() {
    let mut model = model();
    let before = |model: &Model| {
        cermin_koperasi::rat::readiness(&Board::of(model).unwrap().facts, Board::of(model).unwrap().today).before
    };
    let open = before(&model);
    assert_eq!(open.low, 0);
    act(&mut model, "rat set documents.DOK-03.state", "have");
    act(&mut model, "rat tick documents.DOK-03.contents.0", "true");
    act(&mut model, "rat rest DOK-03", "");
    let after = before(&model);
    assert!(after.sure == 2 && after.possible < open.possible, "{after:?}");
    let said = text(&model, RatRoute::Document("DOK-03".into()));
    assert!(said.contains("tempat atau tautan (belum ada)") && said.contains("2 dari 6 butir ada."), "{said}");
    act(&mut model, "rat tick documents.DOK-03.contents.0", "false");
    assert!(before(&model).sure == 1 && before(&model).possible == after.possible);
    let list = text(&model, RatRoute::Ready);
    assert!(list.contains("Siap 1% sampai") || list.contains("Siap 2% sampai"), "{list}");
}

#[test]
fn an_amount_that_can_be_read_in_two_ways_is_asked_about() {
    let mut model = with(&[("rat money modal", "6 miliar")]);
    if model.assessment().rat.modal.is_none() {
        assert!(text(&model, RatRoute::Ready).contains("Maksudnya Rp6.000.000.000 (enam miliar rupiah)?"));
        act(&mut model, "rat put modal 6000000000", "");
    }
    assert_eq!(model.assessment().rat.modal, Some(6_000_000_000));
    assert!(text(&model, RatRoute::Ready).contains("Rp6.000.000.000 — enam miliar rupiah"));
    act(&mut model, "rat money modal", "banyak");
    assert!(model.notice == Some(Notice::Rat) && model.refused[0].0 == "modal");
    assert_eq!(model.assessment().rat.modal, Some(6_000_000_000), "nothing doubtful is stored");
}

#[test]
fn members_and_name_are_asked_once_for_both_checks() {
    let mut model = with(&[("rat set members", "1.250"), ("rat set names.name", "Koperasi Maju")]);
    assert_eq!(model.assessment().profile.members, Some(1250));
    assert_eq!(model.assessment().profile.name.as_deref(), Some("Koperasi Maju"));
    assert_eq!(model.assessment().rat, RatInput::default());
    act(&mut model, "rat set members", "0");
    assert_eq!((model.assessment().profile.members, model.assessment().rat.members), (None, Some(0)));
    act(&mut model, "profile members", "300");
    assert_eq!(Board::of(&model).unwrap().facts.members, Some(300));
    act(&mut model, "profile book-year-end", "2025-06-30");
    assert_eq!(Board::of(&model).unwrap().facts.book_year_end.to_string(), "06-30");
}

#[test]
fn an_answer_taken_back_takes_what_hung_on_it_along() {
    let mut model = missed_two();
    act(&mut model, "rat set year.2023.held", "no");
    let year = &model.assessment().rat.history[2];
    assert_eq!((year.year, &year.held_on), (2023, &None));
    assert!(Board::of(&model).unwrap().faults().next().is_none());
    act(&mut model, "rat trade", "no");
    act(&mut model, "rat set idleSince", "2024-01-01");
    act(&mut model, "rat trade", "never");
    assert_eq!((model.assessment().rat.idle_since.as_ref(), model.assessment().rat.ever_traded.no()), (None, true));
}

#[test]
fn no_paper_carries_a_figure_that_was_not_entered() {
    let mut model = model();
    act(&mut model, "rat set established", "2014-03-02");
    for form in papers::forms() {
        let paper = page(&model, RatRoute::Paper(form.id.to_owned()));
        let sheet = paper.split_once("<article class=\"paper\"").unwrap().1.split_once("</article>").unwrap().0;
        assert!(!plain(sheet).contains("Rp") || form.id == "rencana-kerja", "{}", form.id);
        assert!(sheet.contains('…') || sheet.contains("rule"), "{} leaves nothing to write", form.id);
    }
}

#[test]
fn nothing_falls_over_where_the_device_tells_no_date() {
    let mut model = missed_two();
    model.today = None;
    for route in routes() {
        assert!(text(&model, route).contains("tidak memberi tahu tanggal hari ini"));
    }
    assert_eq!(
        act(&mut model, "rat calendar", "").iter().filter(|effect| matches!(effect, Effect::Download { .. })).count(),
        0
    );
    html(&model, Route::Tasks);
}

#[test]
fn the_doors_stand_on_the_first_screen_and_in_the_list() {
    let start = html(&model(), Route::Start);
    for link in ["#/profil", "#/cek", "#/siap"] {
        assert!(start.contains(&format!("href=\"{link}\"")), "{link}");
    }
    let tasks = screens::text(&missed_two(), Route::Tasks);
    assert!(tasks.contains("Cek cepat") && tasks.contains("Siap RAT"), "{tasks}");
}

#[test]
fn a_rat_held_before_its_limit_says_from_when_it_counts() {
    let mut model = missed_two();
    model.today = Day::new(2027, 2, 10);
    for (mark, value) in [
        ("rat set year.2026.held", "yes"),
        ("rat set year.2026.heldOn", "2027-02-06"),
        ("rat set year.2026.reported", "yes"),
    ] {
        act(&mut model, mark, value);
    }
    let text = text(&model, RatRoute::Standing);
    assert!(text.contains("digelar tepat waktu, 6 Februari 2027; dihitung mulai 1 Juli 2027"), "{text}");
    assert!(text.contains("Dua tahun buku berturut-turut tanpa RAT"), "{text}");
}

#[test]
fn articles_looser_than_the_law_are_told_at_the_field_and_no_votes_are_counted_without_a_quorum() {
    let mut model =
        with(&[("rat set members", "85"), ("rat set articles.quorum", "1/5"), ("rat set quorum.present", "20")]);
    let field = text(&model, RatRoute::Articles);
    assert!(
        field.contains("tidak boleh lebih longgar dari hukum (setengah ditambah satu dari anggota tercatat)"),
        "{field}"
    );
    let counted = text(&model, RatRoute::Quorum);
    assert!(counted.contains("Anggaran dasar menyebut kuorum 1/5. Hukum meminta setengah ditambah satu"), "{counted}");
    assert!(counted.contains("Belum kuorum") && !counted.contains("pemungutan suara"), "{counted}");
    act(&mut model, "rat set quorum.present", "43");
    assert!(text(&model, RatRoute::Quorum).contains("22 suara dari 43 yang hadir"));
}

#[test]
fn a_letter_has_a_number_and_a_day_of_its_own_and_says_when_it_is_a_draft() {
    let mut model = with(&[("rat set names.letterNumber", "012/KOP"), ("rat set established", "2014-03-02")]);
    let report = RatRoute::Paper("surat-laporan".into());
    let draft = text(&model, report.clone());
    assert!(
        draft.contains("Ini masih konsep") && draft.contains("KONSEP. RAT tahun buku 2025 belum tercatat digelar"),
        "{draft}"
    );
    assert!(draft.contains("Kosongkan untuk nomor urut: 015/KOP.") && !draft.contains("telah menggelar"), "{draft}");
    for (mark, value) in [
        ("rat set year.2025.held", "yes"),
        ("rat set year.2025.heldOn", "2026-11-10"),
        ("rat set papers.surat-laporan.number", "20/RAT"),
        ("rat set papers.surat-laporan.date", "2026-11-09"),
    ] {
        act(&mut model, mark, value);
    }
    let told = text(&model, report.clone());
    assert!(told.contains("Tanggal surat ini sebelum yang diceritakannya"), "{told}");
    act(&mut model, "rat set papers.surat-laporan.date", "2026-11-12");
    let signed = text(&model, report);
    assert!(
        !signed.contains("konsep") && signed.contains("20/RAT") && signed.contains(", 12 November 2026"),
        "{signed}"
    );
}

#[test]
fn a_refused_entry_stands_until_it_is_mended_whatever_else_is_typed() {
    let mut model = Model::new(Locale::Id);
    model.today = Day::new(2026, 11, 22);
    let mut act = |mark: &str, text: &str| drop(update(&mut model, Message::parse(mark, text).unwrap()));
    act("rat set shu.reserve", "25");
    act("rat set shu.reserve", "33,333");
    act("rat set shu.capital", "20");
    let board = Board::of(&model).unwrap();
    assert_eq!((board.value("shu.reserve"), board.value("shu.capital")), ("33,333".into(), "20".into()));
    update(&mut model, Message::parse("rat set shu.reserve", "33,33").unwrap());
    assert!(model.refused.is_empty());
}

#[test]
fn nobody_is_said_to_have_met_face_to_face() {
    let mut model = Model::new(Locale::Id);
    model.today = Day::new(2026, 11, 22);
    let invitation = |model: &Model| papers::html(&Board::of(model).unwrap().paper("undangan").unwrap()).into_string();
    assert!(!invitation(&model).contains("tatap muka"));
    update(&mut model, Message::parse("rat set form", "inPerson").unwrap());
    assert!(invitation(&model).contains("tatap muka"));
}

#[test]
fn the_closing_day_is_not_asked_twice() {
    let mut model = Model::new(Locale::Id);
    model.today = Day::new(2026, 11, 22);
    let asks = |model: &Model| html(model, Route::Rat(RatRoute::Check(2))).contains("id=\"bookYearEnd\"");
    assert!(asks(&model));
    model.work.assessment.profile.book_year_end = Some("2025-12-31".to_owned());
    assert!(!asks(&model));
    update(&mut model, Message::parse("rat set bookYearEnd", "06-30").unwrap());
    assert!(asks(&model), "what was said here can be mended here");
}

/// The radio buttons, choices and options that stand chosen on a screen.
fn chosen(html: &str) -> Vec<String> {
    let inputs = html.split("<input ").skip(1).map(|rest| rest.split_once('>').unwrap().0);
    let radios = inputs.filter(|input| input.contains("type=\"radio\"") && input.contains(" checked"));
    let options = html.split("<option ").skip(1).map(|rest| rest.split_once('>').unwrap().0);
    let options = options.filter(|option| option.contains(" selected") && !option.contains("value=\"\""));
    radios.chain(options).map(str::to_owned).collect()
}

#[test]
fn nothing_is_chosen_before_somebody_has_chosen_it() {
    let model = model();
    for route in Route::all(model.assessment().variant) {
        // What is decided on at a meeting is a way of counting: one always holds.
        let answers = !matches!(route, Route::Rat(RatRoute::Quorum) | Route::Settings | Route::Workshop(_));
        if answers && matches!(route, Route::Rat(_) | Route::Profile | Route::Indicator(_) | Route::Advice(_)) {
            let found = chosen(&html(&model, route.clone()));
            assert!(found.is_empty(), "{route:?}: {found:?}");
        }
    }
}

#[test]
fn not_known_is_an_answer_and_no_answer_is_none() {
    let paths =
        ["level", "kdmp", "year.2025.held", "signals.conflict", "documents.DOK-03.state", "predicate", "area", "form"];
    for path in paths {
        let mut model = model();
        let before = model.work.clone();
        act(&mut model, &format!("rat set {path}"), "unknown");
        let board = Board::of(&model).unwrap();
        assert_eq!(board.value(path), "unknown", "{path}");
        assert_ne!(model.work.assessment.rat, before.assessment.rat);
        // It is told as it was said after it was saved, and reckoned as before.
        let saved = save::write(&model.work.assessment, &model.work.kept);
        let again = save::read(&saved).unwrap();
        assert_eq!(again.assessment.rat, model.work.assessment.rat, "{path}: {saved}");
        let quiet = Board::of(&model).unwrap();
        let mut blank = model.clone();
        act(&mut blank, &format!("rat set {path}"), "");
        assert_eq!(quiet.standing().institution, Board::of(&blank).unwrap().standing().institution, "{path}");
        assert_eq!(Board::of(&blank).unwrap().value(path), "", "{path}");
    }
}

#[test]
fn the_quick_check_is_done_when_every_question_has_an_answer_and_days_may_stay_blank() {
    let mut model = model();
    let open = |model: &Model| {
        let asked = Board::of(model).unwrap().check_questions().into_iter();
        asked.filter(|(_, done)| !done).map(|(path, _)| path).collect::<Vec<_>>()
    };
    assert!(open(&model).contains(&"kind".to_owned()));
    for (mark, value) in QUICK {
        act(&mut model, mark, value);
    }
    assert_eq!(open(&model), Vec::<String>::new());
    assert!(text(&model, RatRoute::Check(4)).contains("Pengurus sampai"), "a day that nobody gave");
    act(&mut model, "rat set bookYearEnd", "-31");
    assert_eq!(open(&model), ["bookYearEnd"]);
}

/// Every question of the quick check, answered; what is not known is said so.
const QUICK: &[(&str, &str)] = &[
    ("profile kind", "ksp"),
    ("rat set level", "primary"),
    ("rat set established", "2014-03-02"),
    ("rat set bookYearEnd", "12-31"),
    ("rat set year.2025.held", "yes"),
    ("rat set year.2025.reported", "unknown"),
    ("rat set year.2024.held", "unknown"),
    ("rat set year.2023.held", "no"),
    ("rat trade", "yes"),
    ("rat lack organs.hasSupervisors", "true"),
    ("rat letter", "warning"),
    ("rat set predicate", "unknown"),
];

#[test]
fn the_full_check_asks_nothing_that_the_quick_check_has_asked() {
    let mut model = with(QUICK);
    assert!(model.assessment().answers.is_empty(), "no score comes from a quick check");
    let profile = &model.assessment().profile;
    assert_eq!((profile.kind, profile.book_year_end.as_deref()), (Some(CoopKind::Ksp), Some("2025-12-31")));
    // Only the members are asked yet; the button leads there, and then to the first question.
    let onward = |model: &Model| {
        let page = page(model, RatRoute::Standing);
        let (before, _) = page.split_once("Lanjut ke pemeriksaan lengkap").unwrap();
        before.rsplit_once("href=\"").unwrap().1.split_once('"').unwrap().0.to_owned()
    };
    assert_eq!(onward(&model), Route::Profile.hash());
    act(&mut model, "rat set members", "214");
    assert_eq!(onward(&model), "#/butir/A.I.1");
    update(&mut model, Message::Went(Route::Indicator("A.I.1".into())));
    let given = |model: &Model, item: &str| model.assessment().answers.get(item).copied();
    let same = [("A.II.1.a", Answer::Yes), ("A.II.5.c", Answer::No), ("B.I.3.a.b", Answer::No)];
    for (item, answer) in same {
        assert_eq!(given(&model, item), Some(answer), "{item}");
        let indicator = item.rsplit_once('.').unwrap().0;
        assert!(screens::text(&model, Route::Indicator(indicator.into())).contains("Dari Cek cepat."), "{item}");
    }
    assert_eq!(given(&model, "B.I.3.a.c"), None, "a warning is no court case");
    // Mended in the quick check it is mended here; what was answered otherwise here stays.
    act(&mut model, "answer A.II.1.a", "no");
    act(&mut model, "rat lack organs.hasSupervisors", "false");
    act(&mut model, "rat set established", "2015-03-02");
    act(&mut model, "rat letter", "no");
    assert_eq!(same.map(|(item, _)| given(&model, item)), [Some(Answer::No), None, None]);
    assert_eq!(html(&model, Route::Indicator("A.II.1".into())).matches("Dari Cek cepat").count(), 0);
}
