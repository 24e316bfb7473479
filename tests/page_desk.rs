//! The companion's desk, used as a companion uses it.
#![allow(clippy::redundant_closure_for_method_calls, clippy::redundant_closure, clippy::unwrap_used, missing_docs)]

#[allow(dead_code)]
mod screens;

use cermin_koperasi::assessment::Answer;
use cermin_koperasi::exchange::save;
use cermin_koperasi::exchange::sealed::Refusal;
use cermin_koperasi::locale::Locale;
use cermin_koperasi::page::wing;
use cermin_koperasi::page::workshop::{DeskMessage, Incoming, Note, Shelf, WorkshopMessage, WorkshopRoute};
use cermin_koperasi::page::{Effect, Field, Keeping, Message, Model, Route, update};
use cermin_koperasi::rulebook::Reading;
use cermin_koperasi::scoring;
use cermin_koperasi::workshop::{Desk, SEATS};

const SEALED: &str = "cermin-koperasi-sealed 1\nargon2id …";

fn desk() -> Model {
    let mut model = Model::new(Locale::Id);
    go(&mut model, WorkshopRoute::Desk);
    model
}

fn go(model: &mut Model, route: WorkshopRoute) {
    update(model, Message::Went(Route::Workshop(route)));
}

fn act(model: &mut Model, mark: &str, value: &str) -> Vec<Effect> {
    let message = Message::parse(mark, value).unwrap_or_else(|| panic!("{mark} is no mark"));
    update(model, message)
}

fn text(model: &Model) -> String {
    screens::text(model, model.route.clone())
}

/// Work of a cooperative of this name.
fn work(model: &mut Model, name: &str) {
    update(model, Message::Profiled(Field::Name, name.into()));
    update(model, Message::Answered("A.I.1.a".into(), Answer::Yes));
}

fn file(name: &str) -> String {
    let mut model = desk();
    work(&mut model, name);
    save::write(model.assessment(), &model.work.kept)
}

fn dropped(model: &mut Model, files: Vec<(&str, String)>) -> Vec<Effect> {
    let all = files.len();
    let files = files.into_iter().map(|(name, text)| Incoming { name: name.into(), text: Ok(text) }).collect();
    update(model, Message::Workshop(WorkshopMessage::Files { files, done: all, all }))
}

/// The desk as the device was asked to keep it.
fn kept(effects: &[Effect]) -> Desk {
    let text = effects.iter().rev().find_map(|effect| match effect {
        Effect::Wing(wing::Effect::KeepAs(Shelf::Desk, text)) => Some(text),
        _ => None,
    });
    Desk::read(text.unwrap()).unwrap()
}

#[test]
fn the_open_work_is_put_down_and_goes_back_by_itself() {
    let mut model = desk();
    work(&mut model, "Koperasi Satu");
    let effects = act(&mut model, "workshop desk put", "");
    assert_eq!(kept(&effects).entries()[0].name, "Koperasi Satu");
    assert!(text(&model).contains("Koperasi Satu ada di meja") && text(&model).contains("1 dari 20 tempat"));
    dropped(&mut model, vec![("dua.json", file("Koperasi Dua"))]);
    update(&mut model, Message::Answered("A.I.1.b".into(), Answer::No));
    go(&mut model, WorkshopRoute::Entry(2));
    assert!(text(&model).contains("Koperasi Satu yang sedang terbuka akan ditaruh kembali"));
    let effects = act(&mut model, "workshop desk open 2", "");
    assert_eq!(model.assessment().profile.name.as_deref(), Some("Koperasi Dua"));
    let one = kept(&effects).entry(1).unwrap().work().unwrap().assessment;
    assert_eq!(one.answer("A.I.1.b"), Answer::No, "what was typed since is on the desk");
    act(&mut model, "workshop desk open 1", "");
    assert_eq!(model.assessment().answer("A.I.1.b"), Answer::No);
}

#[test]
fn work_from_elsewhere_never_overwrites_a_place() {
    let mut model = desk();
    work(&mut model, "Koperasi Satu");
    act(&mut model, "workshop desk put", "");
    update(&mut model, Message::Opened(Ok(file("Koperasi Lain"))));
    go(&mut model, WorkshopRoute::Entry(1));
    assert!(text(&model).contains("belum ada di meja"));
    let effects = act(&mut model, "workshop desk open 1", "");
    assert_eq!(
        kept(&effects).entry(1).unwrap().work().unwrap().assessment.profile.name.as_deref(),
        Some("Koperasi Satu")
    );
    act(&mut model, "undo", "");
    assert_eq!(model.assessment().profile.name.as_deref(), Some("Koperasi Lain"), "and it comes back");
    go(&mut model, WorkshopRoute::Desk);
    act(&mut model, "workshop desk put", "");
    assert_eq!(model.workshop.bench.desk.entries().len(), 2);
}

#[test]
fn after_a_reload_a_namesake_is_updated_only_when_asked() {
    let mut model = desk();
    work(&mut model, "Koperasi Satu");
    let text_kept = kept(&act(&mut model, "workshop desk put", "")).write();
    let mut later = desk();
    work(&mut later, "Koperasi Satu");
    update(&mut later, Message::Workshop(WorkshopMessage::Kept(Shelf::Desk, text_kept)));
    assert!(text(&later).contains("Perbarui Koperasi Satu"));
    update(&mut later, Message::Answered("A.I.1.c".into(), Answer::Yes));
    let desk = kept(&act(&mut later, "workshop desk over 1", ""));
    assert_eq!(
        (desk.entries().len(), desk.entries()[0].work().unwrap().assessment.answer("A.I.1.c")),
        (1, Answer::Yes)
    );
}

#[test]
fn twenty_lie_side_by_side_and_the_next_is_refused_without_loss() {
    let mut model = desk();
    let names: Vec<String> = (1..=SEATS + 2).map(|number| format!("Koperasi {number}")).collect();
    let mut files: Vec<(&str, String)> = names.iter().map(|name| (name.as_str(), file(name))).collect();
    files.insert(3, ("rusak.json", "{ \"format\": \"cermin".into()));
    let effects = dropped(&mut model, files);
    assert_eq!(kept(&effects).entries().len(), SEATS);
    let shown = text(&model);
    for part in [
        "20 koperasi baru di meja",
        "3 tidak terbaca",
        "rusak.json Bukan berkas simpanan",
        "Koperasi 21 Meja sudah penuh",
    ] {
        assert!(shown.contains(part), "{part} is not in {shown}");
    }
    work(&mut model, "Koperasi Lebih");
    act(&mut model, "workshop desk put", "");
    assert!(text(&model).contains("Meja sudah penuh: 20 koperasi") && model.has_work());
}

#[test]
fn they_are_compared_exported_and_wiped_one_by_one() {
    let mut model = desk();
    dropped(&mut model, vec![("a", file("Koperasi Satu")), ("b", file("Koperasi Dua")), ("c.txt", SEALED.into())]);
    let shown = text(&model);
    assert!(
        shown.contains("bukan predikat resmi") && shown.contains("1 dari") && shown.contains("terkunci"),
        "{shown}"
    );
    let Effect::Download { name, text: file, .. } = &act(&mut model, "workshop desk export 2", "")[0] else { panic!() };
    assert!(name == "cermin-koperasi-meja-2.json" && save::read(file).is_ok());
    let Effect::Download { name, text: locked, .. } = &act(&mut model, "workshop desk export 3", "")[0] else {
        panic!()
    };
    assert!(name.ends_with("3.terkunci.txt") && locked == SEALED, "what is locked stays locked");
    work(&mut model, "Koperasi Tiga");
    act(&mut model, "workshop desk compare 1", "");
    assert_eq!(model.advice.older.len(), 1);
    go(&mut model, WorkshopRoute::Entry(1));
    let effects = act(&mut model, "workshop desk remove 1", "");
    assert!(kept(&effects).entry(1).is_none() && kept(&effects).entries().len() == 2);
    assert!(text(&model).contains("Koperasi Satu sudah dihapus dari meja"));
    assert!(kept(&act(&mut model, "workshop desk empty", "")).entries().is_empty());
}

#[test]
fn what_has_surely_changed_since_the_last_file_is_told_and_nothing_of_what_is_locked() {
    let work = |place: usize| screens::filled(&screens::golden()[place], 1, Reading::Definition).work;
    let named = |place: usize, name: &str| {
        let mut work = work(place);
        work.assessment.profile.name = Some(name.into());
        save::write(&work.assessment, &work.kept)
    };
    let total = |place| scoring::assess(&work(place).assessment).honest_total();
    let (first, other) = (
        0,
        (1..screens::golden().len())
            .find(|place| total(*place).low > total(0).high || total(*place).high < total(0).low)
            .unwrap(),
    );
    let mut model = desk();
    dropped(&mut model, vec![("a", named(first, "Koperasi Satu"))]);
    let change = |model: &Model, id: u32| {
        let entry = model.workshop.bench.desk.entry(id).unwrap();
        entry.was.zip(entry.total()).map(|(was, now)| now[0] - was[0])
    };
    assert_eq!(change(&model, 1), Some(0));
    dropped(&mut model, vec![("b", named(other, "Koperasi Satu"))]);
    let moved = change(&model, 2).unwrap();
    assert!(moved != 0 && text(&model).contains(if moved > 0 { "+" } else { "−" }), "{}", text(&model));
    let again = Desk::read(&model.workshop.bench.desk.write()).unwrap();
    assert_eq!(again, model.workshop.bench.desk, "it outlives a reload");
    act(&mut model, "workshop desk export 2", "");
    assert_eq!(change(&model, 2), Some(0), "what went out is the last file");
    model.workshop.bench.desk.replace(1, SEALED.into());
    assert!(
        !model.workshop.bench.desk.write().contains(&format!("\"was\":[{}", again.entry(1).unwrap().was.unwrap()[0]))
    );
    assert_eq!(model.workshop.bench.desk.entry(1).unwrap().was, None);
    for column in 1..=12 {
        for _ in 0..2 {
            act(&mut model, &format!("workshop desk sort {column}"), "");
            assert!(screens::html(&model, model.route.clone()).contains("aria-sort"), "{column}");
        }
    }
}

#[test]
fn a_locked_one_takes_its_passphrase() {
    let mut model = desk();
    work(&mut model, "Koperasi Rahasia");
    act(&mut model, "workshop desk name", "Si Melati");
    let [Effect::Wing(wing::Effect::Seal(open))] = &act(&mut model, "workshop desk lock", "")[..] else {
        panic!("nothing is sealed")
    };
    let open = open.clone();
    let effects = update(&mut model, Message::Wing(wing::Message::Sealed(Ok(SEALED.into()))));
    let desk = kept(&effects);
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::Download { .. })) && desk.entries()[0].is_locked());
    assert!(!desk.write().contains("Koperasi Rahasia") && desk.entries()[0].name == "Si Melati");
    assert!(!text(&model).contains("Taruh kembali"), "without its passphrase it does not go back");
    act(&mut model, "wipe", "");
    update(&mut model, Message::Workshop(WorkshopMessage::Kept(Shelf::Desk, desk.write())));
    go(&mut model, WorkshopRoute::Entry(1));
    let effects = act(&mut model, "workshop desk open 1", "");
    assert_eq!(effects, [Effect::Wing(wing::Effect::Unseal(SEALED.into()))]);
    update(&mut model, Message::Wing(wing::Message::Unsealed(Err(Refusal::Wrong))));
    assert!(!model.has_work());
    act(&mut model, "workshop desk open 1", "");
    update(&mut model, Message::Wing(wing::Message::Unsealed(Ok(open))));
    assert_eq!(model.assessment().profile.name.as_deref(), Some("Koperasi Rahasia"));
    assert!(model.workshop.bench.desk.entries()[0].is_locked());
}

#[test]
fn a_full_device_says_so_and_loses_nothing() {
    let mut model = desk();
    work(&mut model, "Koperasi Satu");
    act(&mut model, "workshop desk put", "");
    update(&mut model, Message::Workshop(WorkshopMessage::Desk(DeskMessage::Unkept)));
    assert!(text(&model).contains("Penyimpanan perangkat penuh") && model.workshop.bench.desk.entries().len() == 1);
    model.keeping = Keeping::Shared;
    assert!(
        act(&mut model, "workshop desk put", "")
            .iter()
            .all(|effect| !matches!(effect, Effect::Wing(wing::Effect::KeepAs(..))))
    );
    assert!(text(&model).contains("Peramban ini tidak menyimpan apa pun"));
}

/// A file of the year before, put down after this year's: nothing has changed from this year to that.
#[test]
fn an_older_file_is_no_change_of_the_one_that_lies_there() {
    let file = |place: usize, year: &str| {
        let mut work = screens::filled(&screens::golden()[place], 1, Reading::Definition).work;
        work.assessment.profile.name = Some("Koperasi Satu".into());
        work.assessment.profile.book_year_end = Some(format!("{year}-12-31"));
        save::write(&work.assessment, &work.kept)
    };
    let other = (1..screens::golden().len()).map(|place| file(place, "2024"));
    let mut desk = Desk::default();
    let change = |desk: &Desk, id: u32| {
        let entry = desk.entry(id).unwrap();
        entry.was.zip(entry.total()).map(|(was, now)| now[0] - was[0])
    };
    assert_eq!(desk.add("Koperasi Satu", file(0, "2025")), Ok(1));
    let now = desk.entry(1).unwrap().total().unwrap();
    let other = other.into_iter().find(|file| {
        let mut alone = Desk::default();
        let id = alone.add("Koperasi Satu", file.clone()).unwrap();
        alone.entry(id).unwrap().total().is_some_and(|total| total[1] < now[0])
    });
    assert_eq!(desk.add("Koperasi Satu", other.unwrap()), Ok(2));
    assert_eq!(change(&desk, 2), Some(0), "last year's is no fall from this year's");
    assert_eq!(desk.add("Koperasi Satu", file(0, "2025")), Ok(3));
    assert_eq!(
        change(&desk, 3),
        Some(now[0] - desk.entry(2).unwrap().total().unwrap()[0]),
        "this year's is a rise from last year's"
    );
}

#[test]
fn a_desk_that_cannot_be_read_is_not_written_over() {
    let mut model = desk();
    work(&mut model, "Koperasi Satu");
    let newer = "{ \"format\": \"cermin-koperasi-meja\", \"version\": 2 }";
    update(&mut model, Message::Workshop(WorkshopMessage::Kept(Shelf::Desk, newer.into())));
    assert!(text(&model).contains("tidak bisa dibaca versi ini"));
    assert!(act(&mut model, "workshop desk put", "").is_empty());
    let effects = dropped(&mut model, vec![("a.json", file("Koperasi Dua"))]);
    assert!(effects.iter().all(|effect| !matches!(effect, Effect::Wing(wing::Effect::KeepAs(..)))), "{effects:?}");
    let Effect::Download { text: rescued, .. } = &act(&mut model, "workshop desk rescue", "")[0] else { panic!() };
    assert_eq!(rescued, newer);
    act(&mut model, "workshop desk empty", "");
    assert!(!text(&model).contains("tidak bisa dibaca"));
}

#[test]
fn deleting_everything_empties_the_desk() {
    let mut model = desk();
    work(&mut model, "Koperasi Satu");
    act(&mut model, "workshop desk put", "");
    assert!(screens::text(&model, Route::Wipe).contains("1 dari 20 tempat terisi"));
    let effects = act(&mut model, "wipe", "");
    assert!(effects.contains(&Effect::Forget) && model.workshop.bench.desk.entries().is_empty());
}

fn tell(model: &mut Model, message: DeskMessage) -> Vec<Effect> {
    update(model, Message::Workshop(WorkshopMessage::Desk(message)))
}

/// Another page of the same device: what the one before kept, and what its tab remembers as open.
fn reloaded(before: &Model) -> Model {
    let own = before.undo.first().map_or(&before.work, |(own, _)| own);
    let mut model = desk();
    model.work = save::read(&save::write(&own.assessment, &own.kept)).unwrap();
    let kept = before.workshop.bench.desk.write();
    update(&mut model, Message::Workshop(WorkshopMessage::Kept(Shelf::Desk, kept)));
    if let Some(id) = before.open_beside() {
        tell(&mut model, DeskMessage::Resume(id));
    }
    model
}

fn lying(model: &Model) -> Vec<(&str, bool)> {
    model.workshop.bench.desk.entries().iter().map(|one| (one.name.as_str(), one.is_locked())).collect()
}

#[test]
fn a_reload_keeps_the_place_and_locking_leaves_no_open_copy() {
    let mut model = desk();
    let names: Vec<String> = (1..=SEATS).map(|number| format!("Koperasi {number}")).collect();
    dropped(&mut model, names.iter().map(|name| (name.as_str(), file(name))).collect());
    act(&mut model, "workshop desk open 3", "");
    update(&mut model, Message::Answered("A.I.1.b".into(), Answer::No));
    let mut later = reloaded(&model);
    assert_eq!(later.assessment().profile.name.as_deref(), Some("Koperasi 3"), "it is open again");
    assert_eq!(later.assessment().answer("A.I.1.b"), Answer::No);
    go(&mut later, WorkshopRoute::Desk);
    assert!(text(&later).contains("Dari meja: Koperasi 3") && !text(&later).contains("Meja sudah penuh"));
    act(&mut later, "workshop desk lock", "");
    update(&mut later, Message::Wing(wing::Message::Sealed(Ok(SEALED.into()))));
    assert_eq!(lying(&later).iter().filter(|(_, locked)| *locked).collect::<Vec<_>>(), [&("Koperasi 3", true)]);
    assert_eq!(lying(&later).len(), SEATS);
}

#[test]
fn ones_own_work_keeps_its_place_over_a_reload_and_goes_back_by_itself() {
    let mut model = desk();
    work(&mut model, "Koperasi Satu");
    act(&mut model, "workshop desk put", "");
    dropped(&mut model, vec![("dua.json", file("Koperasi Dua"))]);
    let mut later = reloaded(&model);
    update(&mut later, Message::Answered("A.I.1.b".into(), Answer::No));
    let effects = act(&mut later, "workshop desk open 2", "");
    assert_eq!(kept(&effects).entry(1).unwrap().work().unwrap().assessment.answer("A.I.1.b"), Answer::No);
    act(&mut later, "workshop desk open 1", "");
    assert!(!later.is_beside() && later.assessment().answer("A.I.1.b") == Answer::No, "one's own is open again");
    act(&mut later, "workshop desk put", "");
    assert_eq!(lying(&later).len(), 2);
    let Effect::Download { text, .. } = &update(&mut later, Message::Save)[0] else { panic!() };
    assert!(!text.contains("deskPlace"), "the place leaves with no file");
}

#[test]
fn work_whose_place_is_gone_has_none() {
    let mut model = desk();
    work(&mut model, "Koperasi Satu");
    act(&mut model, "workshop desk put", "");
    act(&mut model, "workshop desk empty", "");
    let mut later = reloaded(&model);
    dropped(&mut later, vec![("dua.json", file("Koperasi Dua"))]);
    act(&mut later, "workshop desk put", "");
    assert_eq!(lying(&later), [("Koperasi Dua", false), ("Koperasi Satu", false)], "nothing is written over");
}

/// Two cooperatives; the second lies locked and is open, with its key in mind.
fn with_a_locked_one_open() -> Model {
    let mut model = desk();
    dropped(&mut model, vec![("satu.json", file("Koperasi Satu")), ("dua.txt", SEALED.into())]);
    go(&mut model, WorkshopRoute::Entry(2));
    act(&mut model, "workshop desk open 2", "");
    update(&mut model, Message::Wing(wing::Message::Unsealed(Ok(file("Koperasi Dua")))));
    model
}

#[test]
fn what_changes_in_a_locked_one_is_locked_again_at_once() {
    let mut model = with_a_locked_one_open();
    let effects = update(&mut model, Message::Answered("A.I.1.b".into(), Answer::No));
    let Some(Effect::Wing(wing::Effect::Reseal { id: 2, file: lies, text })) = effects.last() else {
        panic!("{effects:?}")
    };
    assert!(lies == SEALED && !effects.iter().any(|effect| matches!(effect, Effect::Keep(_))));
    // Before it is locked again, no other one takes its place.
    let (plain, again) = (text.clone(), SEALED.replace('…', "!"));
    act(&mut model, "workshop desk open 1", "");
    assert_eq!(model.assessment().answer("A.I.1.b"), Answer::No, "it is still open");
    assert_eq!(model.workshop.bench.note, Some(Note::Changed("dua.txt".into())));
    let effects = tell(&mut model, DeskMessage::Resealed(2, plain, Some(again.clone())));
    assert_eq!(kept(&effects).entry(2).unwrap().file, again);
    act(&mut model, "workshop desk open 1", "");
    assert_eq!(model.assessment().profile.name.as_deref(), Some("Koperasi Satu"));
    let later = reloaded(&with_a_locked_one_open());
    assert!(!later.has_work(), "after a reload it takes its passphrase");
}

#[test]
fn what_cannot_be_locked_again_is_not_dropped() {
    let mut model = with_a_locked_one_open();
    update(&mut model, Message::Answered("A.I.1.b".into(), Answer::No));
    tell(&mut model, DeskMessage::Resealed(2, String::new(), None));
    act(&mut model, "workshop desk open 1", "");
    assert_eq!(model.assessment().answer("A.I.1.b"), Answer::No);
    assert!(text(&model).contains("belum terkunci lagi"));
}

#[test]
fn lock_and_close_leaves_nothing_open() {
    let mut model = desk();
    work(&mut model, "Koperasi Rahasia");
    act(&mut model, "workshop desk lock", "");
    update(&mut model, Message::Wing(wing::Message::Sealed(Ok(SEALED.into()))));
    assert!(text(&model).contains("masih terbuka dan terbaca di perangkat ini"));
    let effects = act(&mut model, "workshop desk close", "");
    let kept = effects.iter().find_map(|one| if let Effect::Keep(text) = one { Some(text) } else { None }).unwrap();
    assert!(
        !kept.contains("Rahasia")
            && !kept.contains("A.I.1.a")
            && effects.contains(&Effect::Wing(wing::Effect::ForgetKeys))
    );
    assert!(!model.has_work() && text(&model).contains("terkunci dan tertutup"));

    let mut model = desk();
    work(&mut model, "Koperasi Rahasia");
    act(&mut model, "workshop desk lock-away", "");
    update(&mut model, Message::Wing(wing::Message::Sealed(Err(Refusal::Differ))));
    assert!(model.has_work() && lying(&model).is_empty(), "a refusal changes nothing");
    act(&mut model, "workshop desk lock-away", "");
    update(&mut model, Message::Wing(wing::Message::Sealed(Ok(SEALED.into()))));
    assert!(!model.has_work() && lying(&model) == [("Koperasi Rahasia", true)]);
}

#[test]
fn one_passphrase_locks_and_unlocks_the_whole_desk() {
    let mut model = desk();
    dropped(&mut model, vec![("a", file("Koperasi Satu")), ("b", file("Koperasi Dua")), ("c.txt", SEALED.into())]);
    act(&mut model, "workshop desk open 1", "");
    go(&mut model, WorkshopRoute::Desk);
    let [Effect::Wing(wing::Effect::SealAll(texts))] = &act(&mut model, "workshop desk lock-all", "")[..] else {
        panic!()
    };
    assert_eq!(texts.len(), 2, "what is locked keeps its own");
    let texts = texts.clone();
    tell(&mut model, DeskMessage::SealedAll(Err(Refusal::TooShort)));
    assert_eq!(lying(&model).iter().filter(|(_, locked)| *locked).count(), 1);
    act(&mut model, "workshop desk lock-all", "");
    let locked = |number: usize| format!("{SEALED}{number}");
    let effects = tell(&mut model, DeskMessage::SealedAll(Ok(vec![locked(1), locked(2)])));
    assert!(kept(&effects).entries().iter().all(|one| one.is_locked()) && !model.has_work());
    assert!(text(&model).contains("2 koperasi terkunci dan tertutup"));

    let [Effect::Wing(wing::Effect::UnsealAll(files))] = &act(&mut model, "workshop desk unlock-all", "")[..] else {
        panic!()
    };
    assert_eq!(files, &[locked(1), locked(2), SEALED.into()]);
    tell(&mut model, DeskMessage::UnsealedAll(Err(Refusal::Wrong)));
    assert!(lying(&model).iter().all(|(_, locked)| *locked) && text(&model).contains("Kata sandi salah"));
    act(&mut model, "workshop desk unlock-all", "");
    let found = texts.into_iter().map(Some).chain([None]).collect();
    tell(&mut model, DeskMessage::UnsealedAll(Ok(found)));
    assert_eq!(lying(&model).iter().filter(|(_, locked)| *locked).count(), 1);
    assert!(text(&model).contains("2 koperasi terbuka kuncinya. 1 memakai kata sandi lain"));
}

#[test]
fn one_file_holds_the_whole_desk() {
    let mut model = desk();
    dropped(&mut model, vec![("a", file("Koperasi Satu")), ("b", file("Koperasi Dua")), ("c.txt", SEALED.into())]);
    let effects = act(&mut model, "workshop desk backup", "");
    let Some(backup) =
        effects.iter().find_map(|one| if let Effect::Download { text, .. } = one { Some(text) } else { None })
    else {
        panic!()
    };
    let mut other = desk();
    dropped(&mut other, vec![("cadangan.json", backup.clone())]);
    assert_eq!(other.workshop.bench.desk, model.workshop.bench.desk);
    assert!(text(&other).contains("3 koperasi ditaruh di meja"));
    dropped(&mut other, vec![("cadangan.json", backup.clone())]);
    assert!(lying(&other).len() == 3 && text(&other).contains("3 sudah ada"));

    // Cut off, changed, or of more than fits: the desk stays as it is.
    for broken in [backup[..backup.len() / 2].to_owned(), backup.replace("Koperasi Dua", "Koperasi Lain")] {
        dropped(&mut other, vec![("rusak.json", broken)]);
        assert!(lying(&other).len() == 3 && text(&other).contains("Cadangan meja ini rusak"));
    }
    let mut full = desk();
    let names: Vec<String> = (1..SEATS).map(|number| format!("Lain {number}")).collect();
    dropped(&mut full, names.iter().map(|name| (name.as_str(), file(name))).collect());
    dropped(&mut full, vec![("cadangan.json", backup.clone())]);
    assert!(lying(&full).len() == SEATS - 1 && text(&full).contains("memerlukan 3 tempat, di meja tinggal 1"));

    // Locked as a whole it lies on the desk as one piece, and comes apart with its passphrase.
    let mut third = desk();
    let [Effect::Wing(wing::Effect::Seal(whole))] = &act(&mut model, "workshop desk locked-backup", "")[..] else {
        panic!()
    };
    let whole = whole.clone();
    let effects = update(&mut model, Message::Wing(wing::Message::Sealed(Ok(SEALED.into()))));
    assert!(effects.iter().any(|one| matches!(one, Effect::Download { text, .. } if text == SEALED)));
    dropped(&mut third, vec![("cadangan.terkunci.txt", SEALED.into())]);
    go(&mut third, WorkshopRoute::Entry(1));
    act(&mut third, "workshop desk open 1", "");
    update(&mut third, Message::Wing(wing::Message::Unsealed(Ok(whole.clone()))));
    assert_eq!(lying(&third), lying(&model));

    // With all that lies locked too, and then it says that of what is locked inside nothing is unlocked.
    let mut fourth = desk();
    dropped(&mut fourth, vec![("cadangan.terkunci.txt", SEALED.into())]);
    act(&mut fourth, "workshop desk unlock-all", "");
    let effects = tell(&mut fourth, DeskMessage::UnsealedAll(Ok(vec![Some(whole.clone())])));
    assert_eq!(kept(&effects), model.workshop.bench.desk);
    assert!(text(&fourth).contains("3 koperasi ditaruh di meja") && !text(&fourth).contains("terbuka kuncinya"));

    // A backup that is damaged does not hold up what was unlocked beside it.
    let mut fifth = desk();
    dropped(&mut fifth, vec![("a.txt", SEALED.into()), ("cadangan.terkunci.txt", format!("{SEALED}2"))]);
    act(&mut fifth, "workshop desk unlock-all", "");
    let cut = whole.replace("Koperasi Dua", "Koperasi Lain");
    let effects = tell(&mut fifth, DeskMessage::UnsealedAll(Ok(vec![Some(file("Koperasi Satu")), Some(cut)])));
    assert!(!kept(&effects).entries()[0].is_locked() && kept(&effects).entries()[1].is_locked());
    assert!(text(&fifth).contains("Cadangan meja ini rusak"));
}

#[test]
fn enter_submits_every_passphrase() {
    let mut model = desk();
    work(&mut model, "Koperasi Satu");
    act(&mut model, "workshop desk put", "");
    dropped(&mut model, vec![("c.txt", SEALED.into())]);
    let mut locked = model.clone();
    locked.locked = Some(SEALED.into());
    let entry = Route::Workshop(WorkshopRoute::Entry(2));
    for (model, route) in
        [(&model, model.route.clone()), (&model, entry), (&model, Route::Sealed), (&locked, Route::Sealed)]
    {
        let html = screens::html(model, route);
        let fields: Vec<&str> = html.split('<').filter(|tag| tag.contains("type=\"password\"")).collect();
        assert!(!fields.is_empty());
        for field in fields {
            let meant = field.split("data-enter=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
            assert!(html.contains(&format!("id=\"{meant}\" type=\"button\" data-click=")), "{field}");
        }
    }
}
