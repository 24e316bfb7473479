//! The screens on which several voices of one board meet.
#![allow(clippy::unwrap_used, missing_docs)]

#[allow(dead_code)]
mod screens;

use cermin_koperasi::assessment::Answer;
use cermin_koperasi::exchange::levels::{Seat, Voice};
use cermin_koperasi::locale::Locale;
use cermin_koperasi::page::wing;
use cermin_koperasi::page::workshop::{Incoming, Shelf, WorkshopMessage, WorkshopRoute};
use cermin_koperasi::page::{Effect, Message, Model, Route, update};
use cermin_koperasi::workshop::Voices;

fn at(route: WorkshopRoute) -> Model {
    let mut model = Model::new(Locale::Id);
    update(&mut model, Message::Went(Route::Workshop(route)));
    model
}

fn act(model: &mut Model, mark: &str, value: &str) -> Vec<Effect> {
    let message = Message::parse(mark, value).unwrap_or_else(|| panic!("{mark} is no mark"));
    update(model, message)
}

fn text(model: &Model) -> String {
    screens::text(model, model.route.clone())
}

fn answered(answers: &[(&str, Answer)]) -> Model {
    let mut model = at(WorkshopRoute::Voice);
    for (item, answer) in answers {
        update(&mut model, Message::Answered((*item).to_owned(), *answer));
    }
    model
}

fn voice(seat: Seat, second: Answer) -> Voice {
    let model = answered(&[("A.I.1.a", Answer::Yes), ("A.I.1.b", second)]);
    Voice::of(model.assessment(), seat).unwrap()
}

fn type_in(model: &mut Model, code: &str) -> Vec<Effect> {
    act(model, "workshop typing", code);
    act(model, "workshop add", "")
}

#[test]
fn a_member_carries_a_voice_out_once_the_seat_is_said() {
    let mut model = answered(&[("A.I.1.a", Answer::No)]);
    assert!(text(&model).contains("Suara siapa ini?") && !text(&model).contains("Kelompok 1"));
    assert!(act(&mut model, "workshop voice file", "").is_empty());
    act(&mut model, "workshop voice seat", "bendahara");
    let voice = Voice::of(model.assessment(), Seat::Treasurer).unwrap();
    assert!(voice.typed().iter().all(|group| text(&model).contains(group.as_str())));
    let Effect::Download { name, text: file, .. } = &act(&mut model, "workshop voice file", "")[0] else {
        panic!("no file")
    };
    assert_eq!((name.as_str(), file), ("cermin-koperasi-suara-bendahara.txt", &voice.file()));
    assert!(text(&at(WorkshopRoute::Voice)).contains("Belum ada jawaban"));
}

#[test]
fn what_is_said_stays_closed_until_all_are_in() {
    let mut model = answered(&[("A.I.1.a", Answer::Yes), ("A.I.1.b", Answer::Yes)]);
    update(&mut model, Message::Went(Route::Workshop(WorkshopRoute::Voices)));
    assert!(act(&mut model, "workshop voice join", "").is_empty(), "whose voice?");
    act(&mut model, "workshop voice seat", "ketua");
    let effects = act(&mut model, "workshop voice join", "");
    assert!(
        matches!(&effects[0], Effect::Wing(wing::Effect::KeepAs(Shelf::Voices, text)) if Voices::read(text).is_some())
    );
    type_in(&mut model, &voice(Seat::Treasurer, Answer::No).typed().join(" "));
    let closed = text(&model);
    assert!(closed.contains("2 dari 3 suara masuk") && closed.contains("Isi suara tertutup"), "{closed}");
    assert!(!closed.contains("Yang berbeda") && !closed.contains(": Tidak"), "{closed}");
    let third = Incoming { name: "pengawas.txt".into(), text: Ok(voice(Seat::Supervisor1, Answer::No).file()) };
    let foreign = Incoming { name: "daftar.csv".into(), text: Ok("Nama;Nilai".into()) };
    update(&mut model, Message::Workshop(WorkshopMessage::Files { files: vec![third, foreign], done: 2, all: 2 }));
    let open = text(&model);
    for part in [
        "Suara Pengawas pertama masuk",
        "daftar.csv Bukan berkas kode",
        "0 dari 1 butir disepakati",
        "Ketua: Ya",
        "Bendahara: Tidak",
    ] {
        assert!(open.contains(part), "{part} is not in {open}");
    }
    assert_eq!(open.matches("Jawaban yang disepakati bersama").count(), 1, "only what differs is there");
    assert!(!screens::html(&model, model.route.clone()).contains(" checked"), "no answer is put into anybody's mouth");
}

#[test]
fn what_is_agreed_on_goes_into_the_work() {
    let mut model = at(WorkshopRoute::Voices);
    for (seat, second) in [(Seat::Chair, Answer::Yes), (Seat::Treasurer, Answer::No), (Seat::Supervisor1, Answer::No)] {
        type_in(&mut model, &voice(seat, second).code());
    }
    let effects = act(&mut model, "workshop voice agree A.I.1.b", "no");
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Keep(_))));
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Wing(wing::Effect::KeepAs(Shelf::Voices, _)))));
    assert_eq!(model.assessment().answer("A.I.1.b"), Answer::No);
    assert!(act(&mut model, "workshop voice agree A.I.1.a", "no").is_empty(), "nobody disputes it");
    act(&mut model, "workshop voice alike", "");
    assert_eq!(model.assessment().answer("A.I.1.a"), Answer::Yes);
    assert!(text(&model).contains("1 dari 1 butir disepakati") && text(&model).contains("Semuanya sudah tercatat"));
    act(&mut model, "workshop voice hush", "");
    assert!(text(&model).contains("0 dari 3 suara masuk") && model.has_check());
}

#[test]
fn a_result_is_no_voice_and_is_told_so() {
    let mut model = at(WorkshopRoute::Voices);
    let work = answered(&[("A.I.1.a", Answer::Yes)]);
    let result = cermin_koperasi::exchange::levels::Levels::of(work.assessment(), None).unwrap();
    type_in(&mut model, &result.code());
    assert!(text(&model).contains("Ini hasil koperasi, bukan suara"), "{}", text(&model));
    let mut room = at(WorkshopRoute::Collect);
    type_in(&mut room, &voice(Seat::Chair, Answer::Yes).code());
    assert!(text(&room).contains("Ini suara seorang pengurus") && room.workshop.room.is_empty());
}

#[test]
fn deleting_everything_deletes_the_voices_too() {
    let mut model = at(WorkshopRoute::Voices);
    type_in(&mut model, &voice(Seat::Chair, Answer::Yes).code());
    assert!(screens::text(&model, Route::Wipe).contains("1 dari 3 suara masuk"));
    let effects = act(&mut model, "wipe", "");
    assert!(effects.contains(&Effect::Forget) && model.workshop.voices == Voices::default());
}
