//! Save files and tables over random content: nothing is lost, nothing panics, nothing becomes a formula.

#![allow(clippy::unwrap_used, clippy::float_arithmetic)]

use cermin_koperasi::assessment::{Amount, Answer, Assessment, Book, Given, Profile, Statements};
use cermin_koperasi::exchange::csv::{self, Cell};
use cermin_koperasi::exchange::json;
use cermin_koperasi::exchange::{Code, save};
use cermin_koperasi::locale::Locale;
use cermin_koperasi::money::{LIMIT, Rupiah};
use cermin_koperasi::rat::RatInput;
use cermin_koperasi::rulebook::{self, CoopKind, Reading, Rulebook};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Map, Value};

fn book() -> &'static Rulebook {
    rulebook::find("kkpkk-2021").unwrap()
}

/// What a test writes, as the house holds it.
fn ours(value: &Value) -> json::Value {
    json::parse(&value.to_string()).unwrap()
}

fn amounts() -> impl Strategy<Value = Book> {
    let accounts: Vec<&str> = book().variants[0].accounts.iter().map(|account| account.id).collect();
    let amount = prop_oneof![
        Just(Amount::Unknown),
        (-LIMIT..=LIMIT).prop_map(|rupiah| Amount::Known(Rupiah::new(rupiah).unwrap()))
    ];
    let amounts = btree_map(select(accounts).prop_map(str::to_owned), amount, 0..40);
    (amounts, any::<bool>()).prop_map(|(amounts, complete)| {
        let mut book = Book { complete, ..Book::new(&self::book().variants[0]) };
        book.amounts.extend(amounts);
        book
    })
}

fn profiles() -> impl Strategy<Value = Profile> {
    let day = (1990..2100, 1..=12, 1..=28).prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}"));
    let fields = (
        option::of("\\PC{0,12}"),
        option::of(select(&CoopKind::ALL[..])),
        option::of(1_u8..=4),
        option::of(any::<u32>()),
        option::of(day),
    );
    fields.prop_map(|(name, kind, level, members, book_year_end)| Profile { name, kind, level, members, book_year_end })
}

/// What a board might say of its RAT, sense or nonsense.
fn rats() -> impl Strategy<Value = RatInput> {
    let lists = [
        "history.0.year",
        "history.0.held",
        "letters.0.received",
        "quorum.groups.0.present",
        "documents.DOK-01.signed",
    ];
    let paths: Vec<&str> = RatInput::FIELDS.iter().copied().chain(lists).collect();
    let text = prop_oneof![
        "[0-9]{1,6}",
        "[1-9]/[1-9]",
        select(vec!["yes", "no", "primary", "sehat", "2025-12-31"]).prop_map(str::to_owned),
        "\\PC{0,8}"
    ];
    vec((select(paths), text), 0..20).prop_map(|said| {
        let mut rat = RatInput::default();
        for (path, text) in said {
            let _ = rat.set(path, &text);
        }
        // A field reached and left blank is the same as one never reached.
        let mut again = RatInput::default();
        rat.entries().iter().for_each(|(path, text)| again.set(path, text).unwrap());
        again
    })
}

fn assessments() -> impl Strategy<Value = Assessment> {
    let variant = &book().variants[0];
    let items: Vec<_> = variant.items().map(|(_, item)| item).collect();
    let answer = |count| vec(select(Answer::ALL.to_vec()), count);
    let answers = subsequence(items, 0..=145).prop_flat_map(move |items| (answer(items.len()), Just(items)));
    let answers = answers.prop_map(|(answers, items)| {
        let pairs = items.into_iter().zip(answers);
        let offered = pairs.filter(|(item, answer)| *answer != Answer::NotApplicable || item.not_applicable);
        let mut given = Given::new(variant);
        given.extend(offered.map(|(item, answer)| (item.id, answer)));
        given
    });
    let reading = select([Reading::Definition, Reading::Worksheet].to_vec());
    (answers, (amounts(), amounts()), (profiles(), rats()), 0..book().editions.len(), reading).prop_map(
        move |(answers, (current, prior), (profile, rat), edition, reading)| Assessment {
            answers,
            statements: Statements { current, prior },
            profile,
            rat,
            edition,
            reading,
            ..Assessment::new(book(), variant)
        },
    )
}

/// Any JSON, a few levels deep.
fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<i32>().prop_map(|hundredths| Value::from(f64::from(hundredths) / 100.0)),
        "\\PC{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            btree_map("[a-z~/.]{1,6}", inner, 0..4).prop_map(|map| map.into_iter().collect()),
        ]
    })
}

/// Keys no build knows, at every depth of the file, so that each group holds at least one or is not there.
fn strangers() -> impl Strategy<Value = json::Map> {
    let group = || btree_map("x-\\PC{0,6}", values(), 1..4).prop_map(|map| map.into_iter().collect::<Map<_, _>>());
    let places = ["answers", "profile", "statements", "rat"].to_vec();
    (group(), group(), subsequence(places, 0..=4)).prop_map(|(mut outer, inner, places)| {
        outer.extend(places.into_iter().map(|place| (place.to_owned(), Value::Object(inner.clone()))));
        ours(&Value::Object(outer)).as_object().unwrap().clone()
    })
}

/// Places of a file where a wrong value may stand.
const PLACES: &[&str] = &[
    "/version",
    "/edition",
    "/reading",
    "/profile",
    "/profile/level",
    "/answers",
    "/answers/A.I.1.a",
    "/statements",
    "/statements/current",
    "/statements/current/kas",
    "/statements/complete",
    "/rat",
];

proptest! {
    #[test]
    fn saving_and_opening_changes_nothing(assessment in assessments(), kept in strangers()) {
        let text = save::write(&assessment, &kept);
        let opened = save::read(&text).unwrap();
        prop_assert_eq!(&opened.assessment, &assessment);
        prop_assert_eq!(&opened.kept, &kept);
        prop_assert!(opened.notices.iter().all(|notice| notice.code == Code::UnknownItem), "{:?}", opened.notices);
        prop_assert_eq!(save::write(&opened.assessment, &opened.kept), text);
        let value = save::to_value(&assessment, &kept);
        prop_assert_eq!(save::from_value(value).unwrap().assessment, assessment);
    }

    #[test]
    fn random_bytes_never_panic(bytes in vec(any::<u8>(), 0..200)) {
        prop_assert!(save::read_bytes(&bytes).is_err());
    }

    #[test]
    fn a_file_with_a_byte_turned_opens_or_is_named(assessment in assessments(), at in any::<usize>(), byte in any::<u8>()) {
        let mut bytes = save::write(&assessment, &json::Map::new()).into_bytes();
        let at = at % bytes.len();
        let turned = bytes[at] != byte;
        bytes[at] = byte;
        match save::read_bytes(&bytes) {
            Err(problem) => prop_assert!(!Locale::Id.words().problem(&problem).is_empty()),
            Ok(opened) => prop_assert!(!turned || opened.assessment == assessment || !opened.notices.is_empty()),
        }
    }

    #[test]
    fn any_json_in_any_place_opens_or_is_named(assessment in assessments(), place in select(PLACES), value in values()) {
        let mut file: Value = serde_json::from_str(&save::write(&assessment, &json::Map::new())).unwrap();
        file.as_object_mut().unwrap().shift_remove("checksum");
        let (parent, key) = place.rsplit_once('/').unwrap();
        file.pointer_mut(parent).unwrap().as_object_mut().unwrap().insert(key.to_owned(), value);
        let read = save::read(&file.to_string());
        if let Err(problem) = &read {
            prop_assert!(problem.path.to_string().starts_with(place) || problem.code == Code::Newer, "{problem}");
        }
        prop_assert_eq!(read, save::from_value(ours(&file)));
    }

    #[test]
    fn a_text_cell_never_starts_a_formula(text in "[-=+@\\t\\r\\n ＝a-c,;\"]{0,9}") {
        let file = csv::write([vec![Cell::Text(&text), Cell::Count(1)]]);
        let body = file.strip_prefix('\u{feff}').unwrap().strip_suffix(";1\r\n").unwrap();
        // Whatever a spreadsheet parts columns at, and whether or not it heeds the quotes.
        for cell in body.split([',', ';', '\t', '\r', '\n']) {
            prop_assert!(!cell.trim_start_matches(['"', ' ']).starts_with(['=', '+', '-', '@', '＝']), "{body}");
        }
        let seen = body.strip_prefix('"').map_or(body.to_owned(), |quoted| quoted[..quoted.len() - 1].replace("\"\"", "\""));
        prop_assert!(!seen.trim_start().starts_with(['=', '+', '-', '@', '＝']), "{body}");
        prop_assert_eq!(seen.replace('\'', ""), text);
    }
}
