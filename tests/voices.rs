//! One board, several voices: the code of a voice, and what is shown of them when.
#![allow(clippy::unwrap_used, missing_docs)]

use cermin_koperasi::assessment::{Answer, Assessment};
use cermin_koperasi::exchange::levels::{self, Fault, Levels, Seat, Voice, read_voice, read_voice_file, typed_so_far};
use cermin_koperasi::exchange::qr;
use cermin_koperasi::rulebook::{self, Rulebook};
use cermin_koperasi::workshop::{FEWEST, Heard, Voices};
use proptest::prelude::*;
use proptest::sample::select;

fn book() -> &'static Rulebook {
    rulebook::find("kkpkk-2021").unwrap()
}

fn said(answers: &[(&str, Answer)]) -> Assessment {
    let mut assessment = Assessment::new(book(), &book().variants[0]);
    assessment.answers.extend(answers.iter().map(|(item, answer)| ((*item).to_owned(), *answer)));
    assessment
}

fn voice(seat: Seat, answers: &[(&str, Answer)]) -> Voice {
    Voice::of(&said(answers), seat).unwrap()
}

/// Chair, treasurer and supervisor, who differ on the second item.
fn three() -> [Voice; 3] {
    let of = |seat, second| voice(seat, &[("A.I.1.a", Answer::Yes), ("A.I.1.b", second)]);
    [of(Seat::Chair, Answer::Yes), of(Seat::Treasurer, Answer::No), of(Seat::Supervisor1, Answer::Unknown)]
}

fn full() -> Voices {
    let mut voices = Voices::default();
    for voice in three() {
        assert_eq!(voices.add(voice), Heard::New);
    }
    voices
}

fn voices() -> impl Strategy<Value = Voice> {
    let items: Vec<_> = book().variants[0].items().map(|(_, item)| item.not_applicable).collect();
    let answers: Vec<_> = items
        .into_iter()
        .map(|offered| {
            select(Answer::ALL.into_iter().filter(|one| offered || *one != Answer::NotApplicable).collect::<Vec<_>>())
        })
        .collect();
    (select(Seat::ALL.to_vec()), answers).prop_map(|(seat, answers)| Voice {
        rulebook: book(),
        variant: &book().variants[0],
        seat,
        answers,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn what_goes_in_comes_out(voice in voices()) {
        prop_assert_eq!(voice.typed().len(), 7);
        prop_assert_eq!(read_voice(&voice.qr_text()), Ok(voice.clone()));
        prop_assert_eq!(read_voice(&voice.typed().join(" ").to_lowercase()), Ok(voice.clone()));
        prop_assert_eq!(typed_so_far(&voice.code()), vec![true; 7]);
        prop_assert!(qr::picture(&voice.qr_text()).is_some_and(|picture| picture.size <= 37), "version 5 at most");
        prop_assert_eq!(read_voice_file(&voice.file()), Ok(voice));
    }

    #[test]
    fn a_slip_is_found(voice in voices(), place in 0..84_usize, other in 0..32_usize) {
        let mut code: Vec<char> = voice.code().chars().collect();
        let sign = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars().nth(other).unwrap();
        prop_assume!(code[place] != sign);
        code[place] = sign;
        prop_assert!(read_voice(&code.into_iter().collect::<String>()).is_err());
    }

    #[test]
    fn nothing_panics(text in "\\PC{0,200}", symbols in "[0-9A-Z]{0,120}") {
        let _ = (read_voice(&text), read_voice_file(&text), read_voice(&symbols), Voices::read(&text));
    }
}

#[test]
fn a_voice_and_a_result_are_not_taken_for_each_other() {
    let assessment = said(&[("A.I.1.a", Answer::Yes)]);
    let (voice, result) = (Voice::of(&assessment, Seat::Chair).unwrap(), Levels::of(&assessment, None).unwrap());
    assert_eq!(levels::read(&voice.code()), Err(Fault::Voice));
    assert_eq!(levels::read_file(&voice.file()), Err(Fault::Voice));
    assert_eq!(read_voice(&result.code()), Err(Fault::Result));
    assert_eq!(read_voice_file(&result.file()), Err(Fault::Result));
    assert_eq!(read_voice_file("Nama;Nilai"), Err(Fault::Foreign));
}

#[test]
fn nothing_is_shown_before_all_are_in_and_then_only_what_differs() {
    let mut voices = Voices::default();
    assert_eq!(voices.wanted(), FEWEST);
    for (count, voice) in three().into_iter().enumerate() {
        assert!(voices.differences().is_none() && voices.alike().is_none(), "{count} are in");
        voices.add(voice);
    }
    let differences = voices.differences().unwrap();
    let said: Vec<Answer> = differences[0].said.iter().map(|(_, answer)| *answer).collect();
    assert_eq!((differences.len(), differences[0].item.id), (1, "A.I.1.b"));
    assert_eq!(said, [Answer::Yes, Answer::No, Answer::Unknown]);
    let alike: Vec<_> = voices.alike().unwrap().into_iter().map(|(item, answer)| (item.id, answer)).collect();
    assert_eq!(alike, [("A.I.1.a", Answer::Yes)], "what nobody knows is nobody's answer");
}

#[test]
fn each_seat_speaks_once_and_the_door_closes() {
    let [chair, treasurer, supervisor] = three();
    let mut voices = Voices::default();
    assert_eq!(voices.add(voice(Seat::Chair, &[])), Heard::New);
    assert_eq!(voices.add(chair.clone()), Heard::Changed);
    assert_eq!(voices.add(chair), Heard::Double);
    assert_eq!(voices.add(treasurer), Heard::New);
    voices.want(2);
    assert!(!voices.all_in(), "nobody peeks by awaiting fewer");
    voices.want(4);
    assert_eq!(voices.add(supervisor.clone()), Heard::New);
    assert!(voices.differences().is_none());
    voices.want(3);
    assert!(voices.all_in());
    assert_eq!(voices.add(supervisor), Heard::Double);
    assert_eq!(voices.add(voice(Seat::Supervisor1, &[])), Heard::Closed);
    voices.want(5);
    assert_eq!(voices.wanted(), 3, "what is open stays open");
}

#[test]
fn only_what_differs_is_agreed_on_and_it_outlives_a_reload() {
    let mut voices = full();
    assert!(voices.agree("A.I.1.b", Answer::No) && !voices.agree("A.I.1.a", Answer::No));
    assert_eq!(voices.differences().unwrap()[0].agreed, Some(Answer::No));
    assert_eq!(Voices::read(&voices.write()), Some(voices.clone()));
    assert_eq!(Voices::read(&voices.write().replace("\"version\":1", "\"version\":2")), None);
    assert_eq!(Voices::read("{}"), None);
}
