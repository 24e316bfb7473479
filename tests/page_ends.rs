//! Cooperatives whose form is not known get no score but all the rest; and those with a unit have two sets of books in one work.
#![allow(clippy::unwrap_used, missing_docs)]

#[allow(dead_code)]
mod screens;

use cermin_koperasi::assessment::{Amount, Answer};
use cermin_koperasi::calendar::Day;
use cermin_koperasi::exchange::levels::Levels;
use cermin_koperasi::exchange::save;
use cermin_koperasi::keeping::merge;
use cermin_koperasi::locale::Locale;
use cermin_koperasi::money::Rupiah;
use cermin_koperasi::page::rat::Board;
use cermin_koperasi::page::wing;
use cermin_koperasi::page::{Effect, Field, Message, Model, Progress, Route, announcement, update, view};
use cermin_koperasi::rulebook::RULEBOOKS;
use cermin_koperasi::standing::Estimate;
use proptest::prelude::*;
use screens::{named, plain};

fn choose(model: &mut Model, field: Field, value: &str) -> Vec<Effect> {
    update(model, Message::Profiled(field, value.to_owned()))
}

fn screen(model: &mut Model, hash: &str) -> String {
    update(model, Message::Went(Route::parse(hash).unwrap()));
    plain(&view(model).into_string())
}

/// A work with answers and books that earn a score, under each reason to give none.
fn without_score() -> Vec<(&'static str, Model)> {
    let with = |set: &dyn Fn(&mut Model)| {
        let mut model = Model { today: Day::new(2026, 11, 28), ..named("realistis-004") };
        set(&mut model);
        model
    };
    vec![
        ("prinsip syariah", with(&|model| drop(choose(model, Field::Kind, "syariah")))),
        ("koperasi sekunder", with(&|model| drop(choose(model, Field::Kind, "sekunder")))),
        ("jenis koperasi ini", with(&|model| drop(choose(model, Field::Kind, "other")))),
        ("KUK 3 dan 4", with(&|model| drop(choose(model, Field::Level, "3")))),
        ("KUK 3 dan 4", with(&|model| drop(choose(model, Field::Level, "4")))),
        ("koperasi sekunder", with(&|model| model.work.assessment.rat.set("level", "secondary").unwrap())),
    ]
}

#[test]
fn without_a_form_there_is_no_score_on_any_screen_but_the_reason() {
    let marks = ["perkiraan Sehat", "perkiraan Cukup", "perkiraan Dalam", "dari 100", "poin"];
    for (why, mut model) in without_score() {
        for route in Route::all(model.assessment().variant) {
            let hash = route.hash();
            let page = screen(&mut model, &hash);
            if route.needs_score() {
                assert!(page.contains(why) && page.contains("tidak ada nilai dan predikat"), "{hash}: {page}");
            }
            // What the law and the trainer say of scores is not this cooperative's.
            let own =
                route.needs_score() || matches!(route, Route::Start | Route::Tasks | Route::Profile | Route::Books);
            let told = marks.iter().find(|mark| own && page.contains(**mark));
            assert_eq!(told, None, "{hash}: {page}");
        }
        assert_eq!((announcement(&model), Estimate::of(model.assessment())), (String::new(), None));
        assert!(Levels::of(model.assessment(), model.today).is_none(), "{why}");
    }
}

#[test]
fn without_a_form_governance_is_asked_alone_and_what_it_lacks_is_listed() {
    for (why, mut model) in without_score() {
        model.work.assessment.answers.insert("A.I.1.a", Answer::No);
        let governance: usize = model.assessment().variant.aspects[0].indicators().map(|one| one.items().len()).sum();
        assert_eq!(Progress::whole(model.assessment()).all, governance);
        let tasks = screen(&mut model, "#/isian");
        assert!(tasks.contains("Tata kelola") && tasks.contains(why), "{tasks}");
        assert!(!tasks.contains("Profil risiko") && !tasks.contains("Neraca"), "{tasks}");
        let result = screen(&mut model, "#/hasil");
        for useful in ["Daftar isian", "Siap RAT", "Surat", "Berkas untuk meja pemeriksa", "Status koperasi"] {
            assert!(result.contains(useful), "{useful}: {result}");
        }
        assert!(result.contains("1 jawaban tidak"), "{result}");
        assert!(!result.contains("Risiko"), "only of governance: {result}");
        // The last check page leads on to what is of use.
        let last = model.assessment().variant.aspects[0].subaspects.last().unwrap().id;
        update(&mut model, Message::Went(Route::Answers(last.to_owned())));
        assert!(view(&model).into_string().contains("class=\"button\" href=\"#/hasil\""), "{why}");
    }
}

/// A savings-and-loan cooperative whose form is filled in, of so many members.
fn lender(members: &str) -> Model {
    let mut model = Model { today: Day::new(2026, 11, 28), ..named("realistis-004") };
    for (field, value) in [(Field::Kind, "ksp"), (Field::Level, ""), (Field::Members, members)] {
        choose(&mut model, field, value);
    }
    model
}

#[test]
fn a_large_cooperative_that_left_its_class_open_is_told_wherever_its_score_stands() {
    const DOUBT: &str = "Menurut tabel KUK, koperasi Anda tampaknya KUK 3. Dasarnya: Anggota 12.000 (lebih dari 10.000). KUK belum Anda pilih.";
    let mut model = lender("12000");
    for route in Route::all(model.assessment().variant) {
        let hash = route.hash();
        let page = screen(&mut model, &hash);
        let own = route.needs_score() || route == Route::Profile || hash == "#/kedudukan";
        assert_eq!(page.contains(DOUBT), own, "{hash}: {page}");
    }
    // No score is taken away before the board has chosen; then it is, and nothing is doubted any more.
    assert!(screen(&mut model, "#/hasil").contains("dari 100"));
    let press = Message::parse("profile level 3", "").unwrap();
    assert!(view(&model).into_string().contains("data-click=\"profile level 3\""));
    assert!(update(&mut model, press).contains(&Effect::Focus("judul".into())));
    let result = screen(&mut model, "#/hasil");
    assert!(
        !result.contains("dari 100") && result.contains("KUK 3 dan 4") && !result.contains("tampaknya"),
        "{result}"
    );
}

#[test]
fn a_small_cooperative_that_chose_a_large_class_is_told_what_speaks_against_it_beside_the_missing_score() {
    for kind in ["ksp", "riil"] {
        let mut model = Model { today: Day::new(2026, 11, 28), ..Model::new(Locale::Id) };
        for (field, value) in [(Field::Kind, kind), (Field::Level, "3")] {
            choose(&mut model, field, value);
        }
        assert!(!screen(&mut model, "#/hasil").contains("tampaknya"), "nothing is known that speaks against it");
        choose(&mut model, Field::Members, "100");
        // On the profile, where the number is typed, and where the score would stand.
        for hash in ["#/profil", "#/hasil", "#/perbaikan"] {
            let page = screen(&mut model, hash);
            for told in [
                "koperasi Anda tampaknya KUK 1. Dasarnya: Anggota 100.",
                "Belum diisi: Modal sendiri, Aset. Ukuran yang paling tinggi menentukan kelasnya.",
                "Anda memilih KUK 3.",
                "KUK 3 dan 4 diperiksa dengan formulir",
            ] {
                assert!(page.contains(told), "{kind} {hash}: {told}: {page}");
            }
            assert!(view(&model).into_string().contains("data-click=\"profile level 1\""), "{kind} {hash}");
        }
        // What is open is doubted by nobody: the class may be small, as it is asked here.
        choose(&mut model, Field::Level, "");
        assert!(!screen(&mut model, "#/hasil").contains("tampaknya"));
        choose(&mut model, Field::Level, "3");
        choose(&mut model, Field::Members, "12000");
        let page = screen(&mut model, "#/hasil");
        assert!(!page.contains("tampaknya") && page.contains("Batalkan pilihan KUK 3"), "{kind}: {page}");
    }
}

#[test]
fn whoever_took_the_large_class_finds_the_way_back() {
    for hash in ["#/hasil", "#/profil"] {
        let mut model = lender("12000");
        let before = model.work.assessment.clone();
        screen(&mut model, hash);
        update(&mut model, Message::parse("profile level 3", "").unwrap());
        let page = view(&model).into_string();
        let (_, press) = page.split_once("data-click=\"profile level 0\"").unwrap_or_else(|| panic!("{hash}: {page}"));
        assert!(press.starts_with(">Batalkan pilihan KUK 3<"), "{press}");
        let effects = update(&mut model, Message::parse("profile level 0", "").unwrap());
        assert!(view(&model).into_string().contains("id=\"level-1\"") == (hash == "#/profil"));
        let there = if hash == "#/profil" { "level-1" } else { "judul" };
        assert!(effects.contains(&Effect::Focus(there.into())), "{hash}: {effects:?}");
        assert_eq!(model.work.assessment, before);
        assert!(screen(&mut model, "#/hasil").contains("dari 100"));
    }
}

#[test]
fn which_classes_a_form_is_for_is_said_by_its_data() {
    for variant in RULEBOOKS.iter().flat_map(|book| book.variants) {
        assert!(variant.class_to == 2 && variant.name.contains("KUK I dan II"), "{}", variant.id);
    }
}

#[test]
fn the_class_is_doubted_by_the_amounts_too_and_only_where_another_form_hangs_on_it() {
    // What the books say counts as what is typed; a class that asks the same form is nobody's doubt.
    let mut model = lender("900");
    assert!(!screen(&mut model, "#/hasil").contains("tampaknya"));
    choose(&mut model, Field::Level, "2");
    assert!(!screen(&mut model, "#/hasil").contains("tampaknya"));
    // The other way round: all three measures are small.
    choose(&mut model, Field::Level, "4");
    let profile = screen(&mut model, "#/profil");
    assert!(profile.contains("Anda memilih KUK 4. KUK 1 dan 2 bisa dinilai di sini."), "{profile}");
    assert!(
        update(&mut model, Message::parse("profile level 1", "").unwrap()).contains(&Effect::Focus("level-1".into()))
    );
    assert!(screen(&mut model, "#/hasil").contains("dari 100"));
    let books = &mut model.work.assessment.statements.current;
    books.put("tanah", Some(Amount::Known(Rupiah::new(120_000_000_000).unwrap())));
    let result = screen(&mut model, "#/hasil");
    assert!(
        result.contains("tampaknya KUK 3. Dasarnya: Aset Rp")
            && result.contains("(lebih dari Rp100 miliar). Anda memilih KUK 1."),
        "{result}"
    );
    // One amount is not known: neither are the assets.
    model.work.assessment.statements.current.put("kas", Some(Amount::Unknown));
    assert!(!screen(&mut model, "#/hasil").contains("tampaknya"));
}

#[test]
fn the_first_question_is_one_and_the_same_and_asked_once() {
    let mut model = Model { today: Day::new(2026, 11, 28), ..Model::new(Locale::Id) };
    let kinds = ["ksp", "usp", "riil", "kdmp", "serba", "syariah", "sekunder", "other"];
    for kind in kinds {
        choose(&mut model, Field::Kind, kind);
        for hash in ["#/profil", "#/cek"] {
            update(&mut model, Message::Went(Route::parse(hash).unwrap()));
            let page = view(&model).into_string();
            let asked: Vec<&str> =
                kinds.into_iter().filter(|one| page.contains(&format!("id=\"kind-{one}\""))).collect();
            assert_eq!(asked, kinds, "{hash}");
            assert!(page.contains(&format!("value=\"{kind}\" data-change=\"profile kind\" checked")), "{hash}: {kind}");
        }
        let facts = Board::of(&model).unwrap().facts;
        assert_eq!(facts.kdmp.yes(), kind == "kdmp", "{kind}");
        assert_eq!(facts.sharia.yes(), kind == "syariah", "{kind}");
        assert_eq!(facts.savings_loan.yes(), ["ksp", "usp", "serba"].contains(&kind), "{kind}");
        // Nothing that the kind says is asked again.
        assert!(!screen(&mut model, "#/siap").contains("Apakah koperasi ini syariah?"), "{kind}");
        assert_eq!(screen(&mut model, "#/cek").contains("Siapa anggotanya"), kind != "sekunder", "{kind}");
    }
}

/// A multi-purpose cooperative: an answer, and cash of the whole.
fn mixed() -> Model {
    begun("serba")
}

fn begun(kind: &str) -> Model {
    let mut model = Model { today: Day::new(2026, 11, 28), ..Model::new(Locale::Id) };
    choose(&mut model, Field::Kind, kind);
    update(&mut model, Message::Answered("A.I.1.a".to_owned(), Answer::Yes));
    model.work.assessment.statements.current.amounts.insert("kas", Amount::Known(1_000.into()));
    model
}

fn cash(model: &Model) -> Option<Amount> {
    model.assessment().statements.current.amounts.get("kas").copied()
}

fn kept(effects: &[Effect]) -> &str {
    effects.iter().find_map(|effect| if let Effect::Keep(text) = effect { Some(text.as_str()) } else { None }).unwrap()
}

#[test]
fn a_unit_has_books_of_its_own_in_the_same_work() {
    let mut model = mixed();
    assert_eq!(model.assessment().variant.id, "riil12");
    let page = screen(&mut model, "#/pembukuan");
    assert!(page.contains("Seluruh koperasi") && page.contains("adalah pilihan kami"), "{page}");
    update(&mut model, Message::parse("books unit", "").unwrap());
    assert_eq!((model.assessment().variant.id, cash(&model)), ("ksp12", None));
    assert_eq!(model.assessment().answer("A.I.1.a"), Answer::Yes, "asked once");
    assert!(screen(&mut model, "#/pembukuan").contains("Pinjaman bermasalah"));
    model.work.assessment.statements.current.amounts.insert("kas", Amount::Known(7.into()));
    model.work.assessment.statements.current.amounts.insert("agunan_macet", Amount::Known(8.into()));
    let effects = update(&mut model, Message::Answered("A.I.1.b".to_owned(), Answer::No));
    // Whoever reads the file as one of the whole reads the whole's books.
    let file = cermin_koperasi::exchange::json::parse(kept(&effects)).unwrap();
    assert_eq!(
        (file["variant"].as_str(), file["statements"]["current"]["kas"].to_string()),
        (Some("riil12"), "1000".to_owned())
    );
    // Over a reload the unit's are open as before.
    model.work = save::read(kept(&effects)).unwrap();
    assert_eq!(model.work.notices, []);
    assert_eq!((model.assessment().variant.id, cash(&model)), ("ksp12", Some(Amount::Known(7.into()))));
    for hash in ["#/hasil", "#/", "#/isian", "#/laporan"] {
        let page = screen(&mut model, hash);
        assert!(page.contains("Seluruh koperasi") && page.contains("Unit simpan pinjam"), "{hash}: {page}");
    }
    update(&mut model, Message::parse("books whole", "").unwrap());
    assert_eq!((model.assessment().variant.id, cash(&model)), ("riil12", Some(Amount::Known(1_000.into()))));
    assert_eq!(model.assessment().answer("A.I.1.b"), Answer::No);
}

#[test]
fn a_village_cooperative_may_keep_books_of_a_unit_and_its_rat_sheet_stays_the_whole_s() {
    let mut model = begun("kdmp");
    assert!(!screen(&mut model, "#/hasil").contains("Unit simpan pinjam"), "only where somebody asked for it");
    assert!(screen(&mut model, "#/pembukuan").contains("Punya unit simpan pinjam?"));
    update(&mut model, Message::parse("books unit", "").unwrap());
    assert_eq!((model.assessment().variant.id, cash(&model)), ("ksp12", None));
    let page = screen(&mut model, "#/pembukuan");
    assert!(page.contains("Seluruh koperasi") && !page.contains("Punya unit simpan pinjam?"), "{page}");
    // Begun by mistake, and nothing written in them: they leave no trace.
    update(&mut model, Message::parse("books whole", "").unwrap());
    assert!(!screen(&mut model, "#/hasil").contains("Unit simpan pinjam") && !model.work.has_unit());
    assert!(screen(&mut model, "#/pembukuan").contains("Punya unit simpan pinjam?"));
    update(&mut model, Message::parse("books unit", "").unwrap());
    model.work.assessment.statements.current.amounts.insert("kas", Amount::Known(7.into()));
    screen(&mut model, "#/kdmp");
    assert_eq!((model.assessment().variant.id, cash(&model)), ("riil12", Some(Amount::Known(1_000.into()))));
    assert!(screen(&mut model, "#/hasil").contains("Unit simpan pinjam"), "the unit's books are kept");
    assert!(!screen(&mut begun("riil"), "#/pembukuan").contains("Punya unit simpan pinjam?"));
}

#[test]
fn every_screen_with_figures_says_whose_books_are_open_where_there_are_two() {
    let mut model = mixed();
    update(&mut model, Message::Wing(wing::Message::UnitBooks(true)));
    model.work.assessment.statements.current.amounts.insert("kas", Amount::Known(7.into()));
    for (unit, name) in [(true, "Unit simpan pinjam"), (false, "Seluruh koperasi")] {
        update(&mut model, Message::Wing(wing::Message::UnitBooks(unit)));
        let group = format!("#/pos/{}", model.assessment().variant.groups[0].id);
        let hashes = ["#/neraca", &group, "#/periksa-buku", "#/perbaikan", "#/periksa-angka", "#/jarak", "#/andai"];
        for hash in hashes {
            let page = screen(&mut model, hash);
            assert!(page.contains(&format!("Sedang tampil: {name}")), "{hash}: {page}");
        }
        for hash in ["#/isian", "#/pembukuan", "#/hasil", "#/laporan", "#/kalender", "#/pengaturan"] {
            assert!(!screen(&mut model, hash).contains("Sedang tampil:"), "{hash}");
        }
    }
    assert!(!screen(&mut mixed(), "#/neraca").contains("Sedang tampil:"), "one set of books needs no name");
}

#[test]
fn where_no_score_is_given_nothing_is_said_of_how_it_shows() {
    let mut model = begun("riil");
    assert!(screen(&mut model, "#/profil").contains("tampil sebagai rentang"));
    choose(&mut model, Field::Level, "4");
    let page = screen(&mut model, "#/profil");
    assert!(
        page.contains("tidak ada nilai dan predikat di sini") && !page.contains("tampil sebagai rentang"),
        "{page}"
    );
}

#[test]
fn what_says_something_of_the_cooperative_reads_the_books_of_the_whole() {
    let mut model = mixed();
    let estimate = Estimate::of(model.assessment());
    update(&mut model, Message::Wing(wing::Message::UnitBooks(true)));
    assert_eq!(model.whole().statements.current.amounts.get("kas"), Some(&Amount::Known(1_000.into())));
    assert_eq!(Board::of(&model).unwrap().standing().health.estimate.is_some(), estimate.is_some());
    // Another kind takes the whole's books along; the unit's wait for it to come back.
    model.work.assessment.statements.current.amounts.insert("kas", Amount::Known(7.into()));
    choose(&mut model, Field::Kind, "ksp");
    assert_eq!((model.assessment().variant.id, cash(&model)), ("ksp12", Some(Amount::Known(1_000.into()))));
    assert!(!screen(&mut model, "#/pembukuan").contains("Seluruh koperasi"));
    choose(&mut model, Field::Kind, "serba");
    update(&mut model, Message::Wing(wing::Message::UnitBooks(true)));
    assert_eq!(cash(&model), Some(Amount::Known(7.into())));
}

#[test]
fn two_pages_write_into_the_two_books_and_nothing_is_mixed_up() {
    let mut model = mixed();
    let text = |model: &Model| save::to_value(&model.work.assessment, &model.work.kept);
    let mut other = model.clone();
    let base = text(&model);
    other.work.assessment.statements.current.amounts.insert("kas", Amount::Known(2_000.into()));
    update(&mut model, Message::Wing(wing::Message::UnitBooks(true)));
    model.work.assessment.statements.current.amounts.insert("kas", Amount::Known(7.into()));
    let (merged, asked) = merge(&base, &text(&model), &text(&other));
    assert_eq!(asked, []);
    let unit = save::from_value(merged).unwrap();
    assert_eq!(unit.assessment.statements.current.amounts.get("kas"), Some(&Amount::Known(7.into())));
    let whole = unit.turned().unwrap();
    assert_eq!(whole.assessment.statements.current.amounts.get("kas"), Some(&Amount::Known(2_000.into())));
}

#[test]
fn a_damaged_unit_is_told_and_changes_nothing() {
    for damage in [
        r#"{"variant":"belum-ada"}"#,
        r#"{"variant":"ksp12","statements":{"current":{"kas":"banyak"}}}"#,
        r#"{"statements":{}}"#,
    ] {
        let file = r#"{"format":"cermin-koperasi","version":1,"rulebook":"kkpkk-2021","variant":"riil12","profile":{"kind":"serba"},
            "statements":{"current":{"kas":5}},"savingsUnit":UNIT}"#;
        let mut model = Model { work: save::read(&file.replace("UNIT", damage)).unwrap(), ..Model::new(Locale::Id) };
        let before = model.work.clone();
        update(&mut model, Message::Wing(wing::Message::UnitBooks(true)));
        assert_eq!(model.work, before, "{damage}");
        assert!(plain(&view(&model).into_string()).contains("di halaman ini tidak berubah"), "{damage}");
    }
}

proptest! {
    /// Whatever stands in either set of books stands there again after any number of turns, saved between them or not.
    #[test]
    fn turns_lose_nothing(
        whole in proptest::collection::vec((0..400_usize, -9_999_999..9_999_999_i32), 0..30),
        unit in proptest::collection::vec((0..400_usize, -9_999_999..9_999_999_i32), 0..30),
        turns in 0..5_usize,
        saved in any::<bool>(),
    ) {
        let fill = |model: &mut Model, amounts: &[(usize, i32)]| {
            let accounts = model.assessment().variant.accounts;
            for (place, amount) in amounts {
                let id = accounts[place % accounts.len()].id;
                model.work.assessment.statements.current.amounts.insert(id, Amount::Known((*amount).into()));
            }
        };
        let mut model = mixed();
        fill(&mut model, &whole);
        let first = model.work.assessment.clone();
        update(&mut model, Message::Wing(wing::Message::UnitBooks(true)));
        fill(&mut model, &unit);
        let second = model.work.assessment.clone();
        for turn in 0..turns {
            update(&mut model, Message::Wing(wing::Message::UnitBooks(turn % 2 == 1)));
            if saved {
                model.work = save::read(&save::write(&model.work.assessment, &model.work.kept)).unwrap();
            }
            prop_assert_eq!(&model.work.assessment, if turn % 2 == 1 { &second } else { &first });
        }
    }
}
