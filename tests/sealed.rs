//! Save files under a passphrase: vectors that two other libraries made (the reference Argon2 and libsodium), refusals,
//! and the way through the page. AC-19.
#![cfg(feature = "sealed")]
#![allow(clippy::unwrap_used, missing_docs)]

use cermin_koperasi::exchange::save;
use cermin_koperasi::exchange::sealed::{FORMAT, RANDOM, Refusal, cipher, is_sealed};
use cermin_koperasi::locale::Locale;
use cermin_koperasi::page::wing;
use cermin_koperasi::page::{Effect, Message, Model, Notice, Route, hand_over, take_over, update, view};

/// Text, passphrase, chance, file.
fn vectors() -> [(&'static str, &'static str, Vec<u8>, &'static str); 2] {
    [
        (
            "{\"format\":\"cermin-koperasi\"}\n",
            "kenari hinggap di dahan",
            (0..40).collect(),
            "cermin-koperasi-sealed 1\n\
             argon2id memory=19456 passes=2 lanes=1 salt=000102030405060708090a0b0c0d0e0f\n\
             xchacha20-poly1305 nonce=101112131415161718191a1b1c1d1e1f2021222324252627\n\
             ad404b41ab89915ed48031d1ad2882862638a16252d4ac3936ab7703b7f6a9b022172a0be7e02228f4dfe3f2b8\n",
        ),
        (
            "",
            "sandi é 密碼",
            (216..=255).rev().collect(),
            "cermin-koperasi-sealed 1\n\
             argon2id memory=19456 passes=2 lanes=1 salt=fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0\n\
             xchacha20-poly1305 nonce=efeeedecebeae9e8e7e6e5e4e3e2e1e0dfdedddcdbdad9d8\n\
             53c308362ac6f1942b19d18b9ab9e800\n",
        ),
    ]
}

#[test]
fn the_published_vectors_hold_both_ways() {
    for (text, passphrase, random, file) in vectors() {
        assert_eq!(cipher::seal(text, passphrase, &random).unwrap(), file);
        assert_eq!(cipher::open(file, passphrase).unwrap(), text);
    }
}

#[test]
fn messengers_may_add_space_and_fold_lines() {
    let (text, passphrase, _, file) = &vectors()[0];
    let folded = format!("\u{feff}\r\n{}", file.replace("ad404b", "ad4\n 04b").replace('\n', "\r\n"));
    assert!(is_sealed(&folded));
    assert_eq!(cipher::open(&folded, passphrase).as_deref(), Ok(*text));
}

#[test]
fn a_wrong_passphrase_is_refused() {
    let (_, passphrase, _, file) = &vectors()[0];
    for wrong in ["", "kenari hinggap di dahan ", &passphrase.to_uppercase()] {
        assert_eq!(cipher::open(file, wrong), Err(Refusal::Wrong));
    }
}

#[test]
fn one_changed_bit_anywhere_is_refused() {
    let (_, passphrase, _, file) = &vectors()[1];
    // Each digit of salt, nonce and lock, and each figure of the head.
    let places: Vec<usize> = file
        .char_indices()
        .filter(|(_, sign)| sign.is_ascii_hexdigit())
        .map(|(place, _)| place)
        .skip(20)
        .step_by(7)
        .collect();
    assert!(places.len() > 10);
    for place in places {
        let mut bytes = file.as_bytes().to_vec();
        bytes[place] ^= 1;
        let changed = String::from_utf8(bytes).unwrap();
        assert!(cipher::open(&changed, passphrase).is_err(), "{changed}");
    }
}

#[test]
fn what_is_short_cut_off_newer_or_greedy_is_told_apart() {
    let (text, passphrase, random, file) = &vectors()[0];
    assert_eq!(cipher::seal(text, "tujuh77", random), Err(Refusal::TooShort));
    assert_eq!(cipher::seal(text, passphrase, &[0; RANDOM]), Err(Refusal::Unable), "no chance at all");
    assert_eq!(cipher::seal(text, passphrase, &random[1..]), Err(Refusal::Unable));
    assert_eq!(cipher::open(&file.replacen("sealed 1", "sealed 2", 1), passphrase), Err(Refusal::Newer));
    assert_eq!(cipher::open(&file.replace("19456", "1945600"), passphrase), Err(Refusal::Damaged));
    assert_eq!(cipher::open(file.split_once("xchacha").unwrap().0, passphrase), Err(Refusal::Damaged));
    assert_eq!(cipher::open(&file[..file.len() - 2], passphrase), Err(Refusal::Damaged), "half a byte");
    assert_eq!(cipher::open(&file[..file.len() - 3], passphrase), Err(Refusal::Wrong), "a byte too few");
}

#[test]
fn through_the_page_and_back() {
    let mut model = Model::new(Locale::Id);
    update(&mut model, Message::Sample);
    let [Effect::Wing(wing::Effect::Seal(text))] = &update(&mut model, Message::Wing(wing::Message::Seal))[..] else {
        panic!("nothing to seal")
    };
    assert!(save::read(text).is_ok());
    let random: Vec<u8> = (0..40).collect();
    let file = cipher::seal(text, "delapan8", &random).unwrap();
    let effects = update(&mut model, Message::Wing(wing::Message::Sealed(Ok(file.clone()))));
    let Effect::Download { name, text, .. } = &effects[0] else { panic!("no file") };
    assert_eq!(std::path::Path::new(name).extension().and_then(std::ffi::OsStr::to_str), Some("txt"), "{name}");
    assert!(text.starts_with(FORMAT), "{text}");

    let mut other = Model::new(Locale::Id);
    assert_eq!(update(&mut other, Message::Opened(Ok(file.clone()))), [Effect::Go(Route::Sealed)]);
    update(&mut other, Message::Went(Route::Sealed));
    // The first part of the page hands the waiting file to the second.
    let mut second = Model::new(Locale::Id);
    take_over(&mut second, &hand_over(&other)).unwrap();
    second.route = Route::Sealed;
    assert_eq!(
        update(&mut second, Message::Wing(wing::Message::Unseal)),
        [Effect::Wing(wing::Effect::Unseal(file.clone()))]
    );
    let wrong = cipher::open(&file, "sembilan9");
    assert_eq!(wrong, Err(Refusal::Wrong));
    update(&mut second, Message::Wing(wing::Message::Unsealed(wrong)));
    assert!(view(&second).into_string().contains("Kata sandi salah"));
    assert!(second.locked.is_some(), "it can be tried again");
    update(&mut second, Message::Wing(wing::Message::Unsealed(cipher::open(&file, "delapan8"))));
    assert!(matches!(second.notice, Some(Notice::Opened(_))), "{:?}", second.notice);
    assert_eq!(second.assessment(), model.assessment());
    assert_eq!(second.locked, None);
}
