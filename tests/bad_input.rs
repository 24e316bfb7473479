//! What comes in under the wrong form, or of one that this build does not know: a plain sentence, and nothing is lost or changed.
#![allow(clippy::unwrap_used, missing_docs)]

#[allow(dead_code)]
mod screens;

use cermin_koperasi::assessment::{Amount, Answer, Assessment};
use cermin_koperasi::exchange::levels::{Fault, Levels, read};
use cermin_koperasi::exchange::save;
use cermin_koperasi::locale::Locale;
use cermin_koperasi::page::{Field, Message, Model, Route, update, view};
use cermin_koperasi::rulebook::{self, CoopKind};
use screens::plain;

fn file(variant: &str, more: &str) -> String {
    format!(r#"{{"format":"cermin-koperasi","version":1,"rulebook":"kkpkk-2021","variant":"{variant}"{more}}}"#)
}

fn open(model: &mut Model, text: String) -> String {
    update(model, Message::Opened(Ok(text)));
    plain(&view(model).into_string())
}

/// A board of savings and loan that has begun.
fn at_work() -> Model {
    let mut model = Model::new(Locale::Id);
    update(&mut model, Message::Profiled(Field::Kind, "ksp".to_owned()));
    update(&mut model, Message::Answered("A.I.1.a".to_owned(), Answer::Yes));
    model
}

#[test]
fn a_file_of_another_form_lies_beside_the_work_under_its_own_form() {
    let mut model = at_work();
    let own = model.work.clone();
    let shop = file(
        "riil12",
        r#","profile":{"kind":"riil"},"answers":{"A.I.1.a":"no"},"statements":{"current":{"penjualan_anggota":5}}"#,
    );
    open(&mut model, shop);
    assert_eq!(model.assessment().variant.id, "riil12");
    assert_eq!(model.assessment().answer("A.I.1.a"), Answer::No);
    assert!(model.is_beside(), "one's own work rests");
    update(&mut model, Message::Undo);
    assert_eq!(model.work, own);
}

#[test]
fn amounts_and_answers_of_another_form_wait_in_the_file_and_are_counted_nowhere() {
    // A file that says ksp12 and holds what only the real sector is asked, and the other way round.
    for (variant, kind, account, item) in [
        ("ksp12", CoopKind::Riil, "penjualan_anggota", "A.I.1.a"),
        ("riil12", CoopKind::Ksp, "agunan_macet", "B.II.1.a.a"),
    ] {
        let text = file(
            variant,
            &format!(r#","answers":{{"{item}":"yes"}},"statements":{{"current":{{"{account}":7,"kas":1}}}}"#),
        );
        let work = save::read(&text).unwrap();
        assert_eq!(work.notices, [], "it is asked in another form: {variant}");
        assert!(work.assessment.statements.current.amounts.iter().eq([("kas", &Amount::Known(1.into()))]));
        let again = save::write(&work.assessment, &work.kept);
        let book = rulebook::find("kkpkk-2021").unwrap();
        let other = save::under(&save::read(&again).unwrap(), book.form_for(kind).unwrap()).unwrap();
        assert_eq!(
            other.assessment.statements.current.amounts.get(account),
            Some(&Amount::Known(7.into())),
            "{variant}"
        );
        assert_eq!(other.assessment.answer(item), Answer::Yes, "{variant}");
    }
    // What no form asks is told.
    let strange =
        save::read(&file("ksp12", r#","answers":{"Z.9":"yes"},"statements":{"current":{"emas":7}}"#)).unwrap();
    assert_eq!(strange.notices.len(), 2);
}

#[test]
fn a_file_of_a_form_that_is_not_known_here_is_refused_in_a_sentence() {
    let mut model = at_work();
    let before = model.work.clone();
    let page = open(&mut model, file("riil34", ""));
    assert!(page.contains("Formulir “riil34” tidak ada dalam aturan ini.") && page.contains("tidak berubah"), "{page}");
    assert_eq!(model.work, before);
    assert!(!model.is_beside());
}

/// The result of a blank work, as a code of the form with the highest number there can be: its first group is checked anew.
fn of_an_unknown_form() -> String {
    const LETTERS: &str = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let book = rulebook::find("kkpkk-2021").unwrap();
    let code = Levels::of(&Assessment::new(book, &book.variants[0]), None).unwrap().code();
    let sign = |place: usize| LETTERS.chars().nth(place).unwrap();
    let second = LETTERS.find(&code[1..2]).unwrap() | 0b1111;
    let with = |a: usize, b: usize| {
        format!("{}{}{}{}{}{}", &code[..1], sign(second), &code[2..10], sign(a), sign(b), &code[12..])
    };
    let mut all = (0..32).flat_map(|a| (0..32).map(move |b| (a, b))).map(|(a, b)| with(a, b));
    all.find(|code| read(code) == Err(Fault::Rulebook)).expect("one pair of checks is right")
}

#[test]
fn a_code_of_a_form_that_is_not_known_here_is_refused_and_the_room_stays_as_it_is() {
    let code = of_an_unknown_form();
    let mut model = Model::new(Locale::Id);
    update(&mut model, Message::Went(Route::parse("#/kumpul").unwrap()));
    update(&mut model, Message::Went(Route::parse(&format!("#/kumpul/{code}")).unwrap()));
    update(&mut model, Message::parse("workshop add", "").unwrap());
    let page = plain(&view(&model).into_string());
    assert!(model.workshop.room.is_empty());
    assert!(page.contains("Kode ini dari aturan penilaian yang belum dikenal program ini."), "{page}");
}
