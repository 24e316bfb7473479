//! Save files: whole ones come back as they were, broken ones are named and change nothing; tables for spreadsheets.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use cermin_koperasi::assessment::{Amount, Answer, Assessment};
use cermin_koperasi::exact::Fraction;
use cermin_koperasi::exchange::csv::{self, Cell};
use cermin_koperasi::exchange::json::{self, Map};
use cermin_koperasi::exchange::save::{self, Opened};
use cermin_koperasi::exchange::{Code, Kind, Problem};
use cermin_koperasi::locale::Locale;
use cermin_koperasi::money::{LIMIT, Places, Rupiah};
use cermin_koperasi::rulebook::{self, CoopKind, Reading, Rulebook};
use serde_json::{Value, json};

fn book() -> &'static Rulebook {
    rulebook::find("kkpkk-2021").unwrap()
}

/// A small whole file.
fn file() -> Value {
    json!({
        "format": "cermin-koperasi", "version": 1, "rulebook": "kkpkk-2021", "variant": "ksp12",
        "edition": "2021-08", "reading": "worksheet",
        "profile": { "name": "Koperasi Maju; \"Jaya\"", "kind": "ksp", "level": 2, "members": 612, "book_year_end": "2024-02-29" },
        "answers": { "A.I.1.a": "yes", "A.I.1.b": "no", "A.I.1.c": "unknown" },
        "statements": {
            "current": { "kas": 1_543_069, "giro": "unknown" },
            "prior": { "kas": -5 },
            "complete": { "current": true, "prior": false },
        },
    })
}

/// The small file with one place changed.
fn with(pointer: &str, value: Value) -> Value {
    let mut file = file();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    let key = key.replace("~1", "/");
    file.pointer_mut(parent).unwrap().as_object_mut().unwrap().insert(key, value);
    file
}

/// What a test writes, as the house holds it.
fn ours(value: &Value) -> json::Value {
    json::parse(&value.to_string()).unwrap()
}

/// What the house holds, as a test looks at it.
fn theirs(value: &json::Value) -> Value {
    serde_json::from_str(&value.to_string()).unwrap()
}

fn written(opened: &Opened) -> Value {
    theirs(&save::to_value(&opened.assessment, &opened.kept))
}

fn open(value: &Value) -> Result<Opened, Problem> {
    let from_value = save::from_value(ours(value));
    assert_eq!(save::read(&value.to_string()), from_value, "text and value must read alike");
    from_value
}

/// What is wrong where, as programs see it.
fn wrong(value: &Value) -> (Code, String) {
    let problem = open(value).unwrap_err();
    (problem.code, problem.path.to_string())
}

#[test]
fn a_whole_file_is_read_to_the_last_figure() {
    let Opened { assessment, kept, notices } = open(&file()).unwrap();
    assert_eq!((kept, notices), (Map::new(), Vec::new()));
    assert_eq!(assessment.rulebook.id, "kkpkk-2021");
    assert_eq!(assessment.rulebook.editions[assessment.edition].id, "2021-08");
    assert_eq!(assessment.reading, Reading::Worksheet);
    assert_eq!(assessment.profile.members, Some(612));
    assert_eq!(assessment.profile.level, Some(2));
    assert_eq!(assessment.profile.book_year_end.as_deref(), Some("2024-02-29"));
    assert_eq!(assessment.answers["A.I.1.b"], Answer::No);
    assert_eq!(assessment.answers["A.I.1.c"], Answer::Unknown);
    assert_eq!(assessment.statements.current.amounts["kas"], Amount::Known(1_543_069.into()));
    assert_eq!(assessment.statements.current.amounts["giro"], Amount::Unknown);
    assert_eq!(assessment.statements.prior.amounts["kas"], Amount::Known((-5).into()));
    assert!(assessment.statements.current.complete && !assessment.statements.prior.complete);
}

#[test]
fn what_may_be_left_out_is_left_out() {
    let bare = json!({ "format": "cermin-koperasi", "version": 1, "rulebook": "kkpkk-2021", "variant": "ksp12" });
    let opened = open(&bare).unwrap();
    assert_eq!(opened.assessment, Assessment::new(book(), book().variant("ksp12").unwrap()));
}

#[test]
fn a_file_is_known_by_its_content_however_it_was_kept() {
    let text = file().to_string();
    let whole = save::read(&text);
    assert!(whole.is_ok());
    assert_eq!(save::read(&format!("\u{feff}\r\n{text}\r\n")), whole);
    assert_eq!(save::read_bytes(format!("\u{feff}{text}").as_bytes()), whole);
    assert_eq!(save::read(&serde_json::to_string_pretty(&file()).unwrap()), whole);
}

#[test]
fn whatever_is_no_save_file_is_refused_by_name() {
    let code = |text: &str| save::read(text).unwrap_err().code;
    assert_eq!(code(""), Code::Empty);
    assert_eq!(code(" \n"), Code::Empty);
    assert_eq!(code("PK\u{3}\u{4}"), Code::Unreadable);
    assert_eq!(code("Kas;1543069\r\n"), Code::Unreadable);
    assert_eq!(code("{ \"format\": cermin }"), Code::Unreadable);
    assert_eq!(code(&"[".repeat(100_000)), Code::Unreadable);
    assert_eq!(code("[1, 2]"), Code::Foreign);
    assert_eq!(code("{}"), Code::Foreign);
    assert_eq!(code(&format!("{}{}", " ".repeat(1_000), "[0,".repeat(2_000_000))), Code::TooBig);
    assert_eq!(save::read_bytes(&[0xff, 0xfe, 0x7b]).unwrap_err().code, Code::Unreadable);
    assert_eq!(save::read_bytes(&vec![b' '; 5_000_000]).unwrap_err().code, Code::TooBig);
}

#[test]
fn a_file_cut_off_anywhere_is_refused() {
    let Opened { assessment, kept, .. } = open(&file()).unwrap();
    let text = save::write(&assessment, &kept);
    for end in (1..text.len()).filter(|end| text.is_char_boundary(*end)) {
        assert_eq!(save::read(&text[..end]).unwrap_err().code, Code::Truncated, "{end}");
    }
}

#[test]
fn a_file_of_another_program_or_time_is_refused() {
    assert_eq!(wrong(&with("/format", json!("other-tool"))), (Code::Foreign, String::new()));
    assert_eq!(wrong(&with("/format", json!(7))), (Code::Foreign, String::new()));
    assert_eq!(wrong(&with("/version", json!(2))), (Code::Newer, String::new()));
    assert_eq!(wrong(&with("/version", json!(0))), (Code::OutOfRange, "/version".to_owned()));
    assert_eq!(wrong(&with("/version", json!(null))), (Code::Missing, "/version".to_owned()));
    assert_eq!(wrong(&with("/version", json!("1"))), (Code::WrongType(Kind::Whole), "/version".to_owned()));
    assert_eq!(wrong(&with("/rulebook", json!("kkpkk-1999"))), (Code::UnknownRulebook, "/rulebook".to_owned()));
    assert_eq!(wrong(&with("/rulebook", json!(null))), (Code::Missing, "/rulebook".to_owned()));
    assert_eq!(wrong(&with("/variant", json!("ksp99"))), (Code::UnknownVariant, "/variant".to_owned()));
    assert_eq!(wrong(&with("/edition", json!("1999"))), (Code::UnknownEdition, "/edition".to_owned()));
    assert_eq!(wrong(&with("/reading", json!("loud"))), (Code::UnknownReading, "/reading".to_owned()));
}

#[test]
fn wrong_types_are_named_with_their_place() {
    for (pointer, value, kind) in [
        ("/answers", json!([]), Kind::Group),
        ("/answers/A.I.1.a", json!(true), Kind::Text),
        ("/profile", json!("Maju"), Kind::Group),
        ("/profile/name", json!(5), Kind::Text),
        ("/profile/level", json!("2"), Kind::Whole),
        ("/profile/members", json!(1.5), Kind::Whole),
        ("/statements", json!(3), Kind::Group),
        ("/statements/current", json!([1]), Kind::Group),
        ("/statements/current/kas", json!("1.543.069"), Kind::Whole),
        ("/statements/complete", json!(true), Kind::Group),
        ("/statements/complete/prior", json!("no"), Kind::Truth),
    ] {
        assert_eq!(wrong(&with(pointer, value)), (Code::WrongType(kind), pointer.to_owned()));
    }
}

#[test]
fn answers_are_words_the_item_offers() {
    let place = "/answers/A.I.1.a";
    assert_eq!(wrong(&with(place, json!("perhaps"))), (Code::UnknownAnswer, place.to_owned()));
    let (_, item) = book().variants[0].items().find(|(_, item)| !item.not_applicable).unwrap();
    let place = format!("/answers/{}", item.id);
    assert_eq!(wrong(&with(&place, json!("not-applicable"))), (Code::NotOffered, place));
}

#[test]
fn amounts_are_whole_rupiah_of_fifteen_digits_at_most() {
    let place = "/statements/current/kas";
    let read = |value| match open(&with(place, value)) {
        Ok(opened) => Ok(opened.assessment.statements.current.amounts["kas"]),
        Err(problem) => {
            assert_eq!(problem.path.to_string(), place);
            Err(problem.code)
        }
    };
    assert_eq!(read(json!(LIMIT)), Ok(Amount::Known(Rupiah::new(LIMIT).unwrap())));
    assert_eq!(read(json!(-LIMIT)), Ok(Amount::Known(Rupiah::new(-LIMIT).unwrap())));
    assert_eq!(read(json!(5.0)), Ok(Amount::Known(5.into())));
    assert_eq!(read(json!(null)), Ok(Amount::Unknown));
    assert_eq!(read(json!(LIMIT + 1)), Err(Code::TooLarge));
    assert_eq!(read(json!(u64::MAX)), Err(Code::TooLarge));
    assert_eq!(read(json!(1e30)), Err(Code::TooLarge));
    assert_eq!(read(json!(-1e300)), Err(Code::TooLarge));
    assert_eq!(read(json!(5.5)), Err(Code::NotWhole));
    assert_eq!(read(json!(1e-7)), Err(Code::NotWhole));
    assert_eq!(read(json!("belum")), Err(Code::WrongType(Kind::Whole)));
}

#[test]
fn a_profile_holds_only_what_can_be() {
    for (key, value) in [
        ("level", json!(0)),
        ("level", json!(5)),
        ("level", json!(260)),
        ("members", json!(-1)),
        ("members", json!(5_000_000_000_i64)),
        ("book_year_end", json!("2025-02-31")),
        ("book_year_end", json!("31-12-2025")),
        ("book_year_end", json!("2025-2-1")),
        ("book_year_end", json!("+025-12-31")),
        ("book_year_end", json!("2025-12-é")),
    ] {
        let place = format!("/profile/{key}");
        assert_eq!(wrong(&with(&place, value)), (Code::OutOfRange, place));
    }
}

#[test]
fn ids_that_are_gone_are_kept_and_reported_and_not_scored() {
    let mut value = with("/answers/Z.9.z", json!({ "a": "later word" }));
    value["statements"]["prior"]["emas"] = json!(7.5);
    let opened = open(&value).unwrap();
    let told: Vec<_> = opened.notices.iter().map(|notice| (notice.code, notice.path.to_string())).collect();
    let expected = [(Code::UnknownItem, "/answers/Z.9.z"), (Code::UnknownAccount, "/statements/prior/emas")];
    assert_eq!(told, expected.map(|(code, path)| (code, path.to_owned())));
    assert!(opened.notices.iter().all(|notice| notice.code.is_notice()));
    assert_eq!(opened.assessment, open(&file()).unwrap().assessment);
    assert_eq!(
        theirs(&opened.kept.clone().into()),
        json!({
            "answers": { "Z.9.z": { "a": "later word" } },
            "statements": { "prior": { "emas": 7.5 } },
        })
    );
    assert_eq!(written(&opened), value);
}

#[test]
fn keys_we_do_not_know_come_out_again_where_they_were() {
    let mut value = with("/rat", json!({ "held": [{ "year": 2024, "on": "2025-03-01" }] }));
    value["actions"] = json!([{ "id": "A.I.1.a", "done": true, "note": "Rapat 3 Mei" }]);
    value["profile"]["district"] = json!("Bantul");
    value["statements"]["complete"]["budget"] = json!(true);
    value["statements"]["budget"] = json!({ "kas": 1 });
    let opened = open(&value).unwrap();
    assert_eq!(opened.notices, []);
    assert_eq!(theirs(&opened.kept["rat"]), value["rat"]);
    assert_eq!(written(&opened), value);
}

#[test]
fn a_kind_of_cooperative_of_a_later_build_stays_in_the_file_and_is_asked_again() {
    for kind in CoopKind::ALL {
        let opened = open(&with("/profile/kind", json!(kind.code()))).unwrap();
        assert_eq!((opened.assessment.profile.kind, opened.kept.len()), (Some(kind), 0));
    }
    for kind in ["koperasi platform", "KSP", ""] {
        let value = with("/profile/kind", json!(kind));
        let mut opened = open(&value).unwrap();
        assert_eq!((opened.assessment.profile.kind, opened.notices.len()), (None, 0), "{kind}");
        assert_eq!(written(&opened), value, "{kind}");
        // It is nobody's guess what it means for the RAT.
        assert_eq!(opened.assessment.rat_with_profile().kdmp, cermin_koperasi::rat::Answer::Unknown);
        opened.assessment.profile.kind = Some(CoopKind::Riil);
        assert_eq!(written(&opened)["profile"]["kind"], "riil", "what is said here counts");
        assert_eq!(open(&written(&opened)).unwrap().kept.len(), 0);
    }
}

#[test]
fn what_is_said_of_the_rat_is_read_and_written_as_people_would_write_it() {
    let said = json!({
        "level": "primary", "kdmp": "yes", "established": "2014-03-02", "members": 612,
        "articles": { "quorum": "1/2", "inviteWorkingDays": "yes" },
        "history": [
            { "year": 2025, "held": "yes", "heldOn": "2026-03-14", "reported": "no" },
            { "year": 2024, "held": "no" },
        ],
        "letters": [{ "kind": "warning", "received": "2026-08-15" }],
        "quorum": { "groups": [{ "members": 306, "present": 160 }] },
        "names": { "nik": "3402" },
        "documents": { "DOK-05": { "state": "have", "contents": [null, "yes"] } },
    });
    let opened = open(&with("/rat", said.clone())).unwrap();
    assert_eq!((opened.kept.len(), opened.notices.len()), (0, 0));
    let rat = &opened.assessment.rat;
    assert_eq!((rat.members, rat.articles.quorum, rat.history.len()), (Some(612), Some((1, 2)), 2));
    assert_eq!(rat.history[0].held_on.as_deref(), Some("2026-03-14"));
    assert_eq!(written(&opened)["rat"], said);
}

#[test]
fn inside_the_rat_too_what_we_do_not_know_survives_beside_its_neighbours() {
    let said = json!({
        "note": "dari dinas", "empty": {}, "tags": ["a", null], "signals": { "mood": "good" },
        "history": [{}, { "year": 2024, "held": "no", "minutes": { "page": 3 } }],
        "letters": [{ "from": "dinas" }, { "kind": "warning", "number": "5/2026" }],
    });
    let opened = open(&with("/rat", said.clone())).unwrap();
    let rat = &opened.assessment.rat;
    assert_eq!((rat.history.len(), rat.history[1].year, rat.letters.len()), (2, 2024, 2));
    assert_eq!(theirs(&opened.kept["rat"]["history"]), json!([{}, { "minutes": { "page": 3 } }]));
    let again = written(&opened);
    for place in ["/note", "/empty", "/tags", "/signals", "/history/1", "/letters/0/from", "/letters/1"] {
        assert_eq!(again["rat"].pointer(place), said.pointer(place), "{place}");
    }
    assert_eq!(written(&open(&again).unwrap()), again);
}

#[test]
fn mistakes_about_the_rat_are_named_by_their_place() {
    let cases = [
        ("/rat", json!([]), Code::WrongType(Kind::Group), "/rat"),
        ("/rat", json!({ "kdmp": "perhaps" }), Code::OutOfRange, "/rat/kdmp"),
        ("/rat", json!({ "members": 1.5 }), Code::NotWhole, "/rat/members"),
        ("/rat", json!({ "history": [{ "year": "last" }] }), Code::OutOfRange, "/rat/history/0/year"),
    ];
    for (pointer, value, code, path) in cases {
        assert_eq!(wrong(&with(pointer, value)), (code, path.to_owned()));
    }
}

#[test]
fn who_does_a_step_is_read_and_nothing_beside_it_is_lost() {
    let steps = json!({ "A.I.7": { "who": "Sekretaris", "until": "2027-03-31", "since": 1 }, "C.I.1.a": { "until": "2027-02-31" },
        "Z.9": { "who": "siapa" }, "A.I.6": "nanti" });
    let opened = open(&with("/steps", steps.clone())).unwrap();
    let task = |id: &str| opened.assessment.task(id);
    assert_eq!((task("A.I.7").who.as_str(), task("A.I.7").until.as_str()), ("Sekretaris", "2027-03-31"));
    assert_eq!((task("C.I.1.a").until.as_str(), task("C.I.1.a").day()), ("2027-02-31", None), "told at its field");
    assert_eq!(opened.assessment.tasks.keys().count(), 2, "only steps that the form can have");
    assert_eq!(written(&opened)["steps"], steps);
    assert_eq!(open(&written(&opened)).as_ref(), Ok(&opened));
    assert_eq!(wrong(&with("/steps", json!({ "A.I.7": { "until": 20_270_331 } }))).1, "/steps/A.I.7/until");
    let other = open(&with("/steps", json!(["dari program lain"]))).unwrap();
    assert_eq!(written(&other)["steps"], json!(["dari program lain"]));
    // Work of builds that knew nothing of it.
    assert!(
        open(&file()).unwrap().assessment.tasks.is_empty() && written(&open(&file()).unwrap()).get("steps").is_none()
    );
}

#[test]
fn a_file_is_written_as_every_build_before_wrote_it() {
    let mut value = with("/note", json!({ "é\n\u{1f}": [1.5, [], {}, null, true], "": -7 }));
    value["rat"] = json!({ "members": 612, "history": [{ "year": 2025, "held": "yes" }] });
    let opened = open(&value).unwrap();
    // The house's own JSON came later than the first files; these are the same bytes, by the library of that time.
    let mut sorted = value.clone();
    sorted.sort_all_objects();
    let step = |crc: u32, _| (crc >> 1) ^ if crc & 1 == 1 { 0xedb8_8320 } else { 0 };
    let crc = !sorted.to_string().bytes().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(byte), step));
    let order = ["format", "version", "rulebook", "variant", "edition", "reading", "profile", "answers", "statements"];
    let keys = order.into_iter().chain(["rat", "note"]);
    let mut file: Value = keys.map(|key| (key.to_owned(), value[key].clone())).collect();
    file["statements"]["current"].sort_all_objects();
    file["checksum"] = json!(format!("{crc:08x}"));
    assert_eq!(save::write(&opened.assessment, &opened.kept), format!("{file:#}"));
}

#[test]
fn numbers_we_do_not_know_keep_every_digit() {
    let text = file().to_string().replacen('{', r#"{ "x": [1.50, 1e999, -0, 123456789012345678901234567890.10],"#, 1);
    let opened = save::read(&text).unwrap();
    let again = save::write(&opened.assessment, &opened.kept);
    assert!(again.contains("1.50,\n    1e999,\n    -0,\n    123456789012345678901234567890.10\n"), "{again}");
    assert_eq!(save::read(&again), Ok(opened));
}

#[test]
fn a_stranger_with_a_hundred_thousand_keys_is_read_in_a_moment() {
    let keys: serde_json::Map<String, Value> = (0..90_000).map(|n| (format!("k{n}"), json!(n))).collect();
    for place in ["", "/rat", "/statements", "/statements/current", "/answers"] {
        let mut value = file();
        value["rat"] = json!({ "members": 6 });
        value.pointer_mut(place).unwrap().as_object_mut().unwrap().extend(keys.clone());
        let opened = save::read(&value.to_string()).unwrap();
        assert_eq!(written(&opened), value);
    }
}

#[test]
fn a_changed_file_opens_with_a_warning() {
    let Opened { assessment, kept, .. } = open(&file()).unwrap();
    let text = save::write(&assessment, &kept);
    assert_eq!(save::read(&text).unwrap().notices, []);
    // Printed in another way, with its keys in another order, it is still the same file.
    let mut value: Value = serde_json::from_str(&text).unwrap();
    value.sort_all_objects();
    assert_eq!(save::read(&value.to_string()).unwrap().notices, []);
    let mended = save::read(&text.replace("1543069", "1543068")).unwrap();
    assert_eq!(mended.assessment.statements.current.amounts["kas"], Amount::Known(1_543_068.into()));
    assert_eq!(mended.notices.iter().map(|notice| notice.code).collect::<Vec<_>>(), [Code::Changed]);
    assert_eq!(mended.kept, Map::new());
}

/// One problem of every kind, from files that have it.
fn problems() -> Vec<Problem> {
    let mut problems: Vec<Problem> =
        ["", "{", "x", "{}", &"x".repeat(3_000_000)].map(|text| save::read(text).unwrap_err()).into();
    let mut notices = with("/answers/Z", json!("yes"));
    notices["statements"]["current"]["emas"] = json!(7);
    notices["profile"]["book_year_end"] = json!("20255-12-31");
    notices["checksum"] = json!("00000000");
    problems.extend(open(&notices).unwrap().notices);
    for (pointer, value) in [
        ("/version", json!(2)),
        ("/variant", json!(null)),
        ("/answers", json!(1)),
        ("/rulebook", json!("x")),
        ("/variant", json!("x")),
        ("/edition", json!("x")),
        ("/reading", json!("x")),
        ("/answers/A.I.1.a", json!("x")),
        ("/answers/A.I.1.a", json!("not-applicable")),
        ("/statements/prior/kas", json!(0.5)),
        ("/statements/prior/kas", json!(LIMIT + 1)),
        ("/profile/level", json!(9)),
    ] {
        problems.push(open(&with(pointer, value)).unwrap_err());
    }
    problems
}

#[test]
fn every_problem_has_a_word_of_its_own_and_a_sentence_in_each_language() {
    let problems = problems();
    let codes: BTreeSet<&str> = problems.iter().map(|problem| problem.code.code()).collect();
    assert_eq!((codes.len(), problems.len()), (21, 21));
    for locale in Locale::ALL {
        let sentences: BTreeSet<String> = problems.iter().map(|problem| locale.words().problem(problem)).collect();
        assert_eq!(sentences.len(), 21);
        assert!(
            sentences.iter().all(|sentence| !sentence.contains(['{', '}']) && sentence.ends_with('.')),
            "{sentences:#?}"
        );
    }
}

#[test]
fn a_sentence_says_what_and_where() {
    let problem = open(&with("/answers/A.I.1.a", json!("mungkin"))).unwrap_err();
    let words = Locale::Id.words();
    assert_eq!(words.problem(&problem), "Jawaban “mungkin” tidak dikenal. Tempatnya: answers › A.I.1.a.");
    let problem = open(&with("/answers/A.I.1.a", json!("x".repeat(5_000)))).unwrap_err();
    assert!(words.problem(&problem).chars().count() < 140);
}

#[test]
fn tables_follow_the_spreadsheet_of_an_indonesian_office() {
    let amount = Rupiah::new(-1_234_567).unwrap();
    let share = Fraction::new(123_456, 100).unwrap();
    let rows = [
        vec![Cell::Text("Pos"), Cell::Text("Tahun ini; lalu"), Cell::Text("kata \"kas\"")],
        vec![Cell::Amount(amount), Cell::Decimal(share, Places::AtMost(2)), Cell::Blank],
        vec![Cell::Text("-belum"), Cell::Text("@x"), Cell::Count(60)],
    ];
    let expected = "\u{feff}Pos;\"Tahun ini; lalu\";\"kata \"\"kas\"\"\"\r\n-1234567;1234,56;\r\n'-belum;'@x;60\r\n";
    assert_eq!(csv::write(rows), expected);
}
