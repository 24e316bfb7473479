//! The save file's own JSON against the library everybody uses: the same texts are read, with the same content, and what
//! is written is written alike.
#![allow(clippy::unwrap_used)]

use cermin_koperasi::exchange::json::{self, Fault, Map};
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;

/// Any JSON whose numbers the other library prints as they were written.
fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<i32>().prop_map(|hundredths| serde_json::from_str(&format!("{}.5", hundredths / 100)).unwrap()),
        ".{0,8}".prop_map(Value::from),
        "[\\x00-\\x7f]{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 32, 6, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(Value::from),
            btree_map(".{0,4}", inner, 0..5).prop_map(|map| map.into_iter().rev().collect()),
        ]
    })
}

/// Pieces that JSON is made of, in any order.
fn scraps() -> impl Strategy<Value = String> {
    let scrap = select(vec![
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "\"",
        "\"a\"",
        "\"\\u00e9\"",
        "\"\\ud83d\\ude00\"",
        "\"\\ud83d\"",
        "\\",
        "\\n",
        "\\x",
        "0",
        "-",
        "1",
        "2.50",
        ".",
        "e",
        "E+",
        "-0",
        "01",
        "true",
        "false",
        "nul",
        "null",
        " ",
        "\n",
        "\u{a0}",
        "é",
        "\u{1}",
    ]);
    vec(scrap, 0..12).prop_map(|scraps| scraps.concat())
}

/// Both read it, with the same content; or both refuse it for the same reason.
fn alike(text: &str) -> Result<(), TestCaseError> {
    match (json::parse(text), serde_json::from_str::<Value>(text)) {
        (Ok(ours), Ok(theirs)) => {
            let again: Value = serde_json::from_str(&ours.to_string()).unwrap();
            prop_assert_eq!(again, theirs);
        }
        (Err(ours), Err(theirs)) => prop_assert_eq!(ours == Fault::Ended, theirs.is_eof(), "{:?}", theirs),
        // A number beyond floating point: read here, as it stands.
        (Ok(_), Err(theirs)) => prop_assert!(theirs.to_string().starts_with("number out of range"), "{:?}", theirs),
        (ours, theirs) => prop_assert!(false, "{ours:?} {theirs:?}"),
    }
    Ok(())
}

proptest! {
    #[test]
    fn what_it_writes_is_what_everybody_writes(value in values()) {
        let text = value.to_string();
        let ours = json::parse(&text).unwrap();
        prop_assert_eq!(ours.to_string(), text);
        prop_assert_eq!(format!("{ours:#}"), format!("{value:#}"));
        prop_assert_eq!(json::parse(&format!("{ours:#}")), Ok(ours));
    }

    #[test]
    fn it_reads_and_refuses_as_everybody_does(text in scraps()) {
        alike(&text)?;
    }

    #[test]
    fn cut_off_or_spoiled_it_refuses_as_everybody_does(value in values(), at in any::<prop::sample::Index>(), by in ".{0,2}") {
        let text = value.to_string();
        let mut at = at.index(text.len() + 1);
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        alike(&text[..at])?;
        alike(&[&text[..at], &by, &text[at..]].concat())?;
    }
}

#[test]
fn numbers_stay_as_they_were_written() {
    for text in ["1.50", "1e999", "-0", "0.1000000000000000000000000001", "123456789012345678901234567890", "6.02E+23"]
    {
        assert_eq!(json::parse(text).unwrap().to_string(), text);
    }
}

#[test]
fn of_a_key_that_comes_twice_the_last_value_counts() {
    let text = r#"{ "b": 1, "a": 2, "b": 3, "c": 4, "b": 5 }"#;
    assert_eq!(json::parse(text).unwrap().to_string(), r#"{"b":5,"a":2,"c":4}"#);
    let value: Value = serde_json::from_str(text).unwrap();
    assert_eq!(value.to_string(), r#"{"b":5,"a":2,"c":4}"#);
}

#[test]
fn objects_are_the_same_in_whatever_order() {
    let [one, other, third] =
        [r#"{"a":1,"b":[]}"#, r#"{"b":[],"a":1}"#, r#"{"b":[],"a":2}"#].map(|text| json::parse(text).unwrap());
    assert_eq!(one, other);
    assert_ne!(one, third);
}

#[test]
fn brackets_without_end_do_not_fill_the_stack() {
    let deep = |count: usize| json::parse(&("[".repeat(count) + &"]".repeat(count)));
    assert!(deep(json::DEEPEST).is_ok());
    assert_eq!(deep(json::DEEPEST + 1), Err(Fault::Wrong));
    assert_eq!(deep(1_000_000), Err(Fault::Wrong));
}

#[test]
fn a_hundred_thousand_keys_are_read_in_a_moment() {
    let map: Map = (0..100_000_i64).map(|number| (format!("k{}", number % 70_000), number)).collect();
    assert_eq!(map.len(), 70_000);
    assert_eq!(json::parse(&json::Value::Object(map.clone()).to_string()), Ok(map.into()));
}
