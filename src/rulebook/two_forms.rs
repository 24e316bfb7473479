//! A book of two forms: they share most ids, differ in some, reorder some and drop some. Each says only what is its own.

use crate::exact::Fraction;
use crate::lines::{Lines, Read};

use super::{Help, Measure, Reading, Rulebook, Texts, Variant};

#[allow(dead_code, unreachable_pub, clippy::unwrap_used, clippy::duplicate_mod, reason = "shared with the tests")]
#[path = "compiler/mod.rs"]
mod compiler;
#[allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::duplicate_mod,
    missing_docs,
    reason = "shared with the tests"
)]
#[path = "../../tests/refusals/tiny.rs"]
mod tiny;

fn leaked<T: Read>(lines: String) -> &'static T {
    Box::leak(Box::new(T::read(&mut Lines::new(lines.leak()))))
}

fn book() -> (&'static Rulebook, &'static Texts, &'static Help) {
    let book = tiny::Tiny::with_two_forms().compile().expect("the book of two forms compiles");
    let [texts, help] = [&book.texts, &book.help].map(|lists| lists[0].1.replace('\u{1e}', ""));
    (leaked(book.rules), leaked(texts), leaked(help))
}

fn ids<'v, T: 'v>(things: impl IntoIterator<Item = &'v T>, id: impl Fn(&'v T) -> &'static str) -> Vec<&'static str> {
    things.into_iter().map(id).collect()
}

fn form(book: &'static Rulebook, id: &str) -> &'static Variant {
    book.variant(id).expect("both forms stand in the book")
}

#[test]
fn a_form_is_its_differences_from_another() {
    let (book, ..) = book();
    let large = form(book, "large");
    assert_eq!(ids(large.accounts, |one| one.id), ["loans", "cash", "stock"], "one moved, one is new");
    assert_eq!(ids(large.items().map(|(_, item)| item), |one| one.id), ["A.I.1.b"], "one is dropped");
    assert_eq!(
        ids(large.indicators().map(|(_, one)| one), |one| one.id),
        ["A.I.1", "B.I.2", "B.I.1"],
        "one comes between"
    );
    let small = form(book, "small");
    assert_eq!(ids(small.accounts, |one| one.id), ["cash", "loans"], "the other form stays as it is");
    // What it takes over was read elsewhere, and doubts about the other sheet are not its own.
    let shared = large.indicator("A.I.1").expect("it is taken over");
    assert_eq!((shared.citation.sources, shared.differences), (&["LAW:20"] as &[_], &[] as &[&str]));
    assert_eq!(small.indicator("A.I.1").expect("it is there").citation.sources, ["LAW:7"]);
    assert_eq!(ids(large.differences(book), |one| one.id), ["E1"]);
    assert_eq!(ids(small.differences(book), |one| one.id), ["D1"]);
}

#[test]
fn every_thing_stands_in_its_slot() {
    let (book, ..) = book();
    for variant in book.variants {
        assert!(variant.items().enumerate().all(|(place, (_, item))| usize::from(item.at.slot) == place));
        assert!(variant.indicators().enumerate().all(|(place, (_, one))| usize::from(one.at.slot) == place));
        assert!(variant.accounts.iter().enumerate().all(|(place, one)| usize::from(one.at.slot) == place));
        assert!(variant.aggregates.iter().enumerate().all(|(place, one)| usize::from(one.at.slot) == place));
        assert!(variant.groups.iter().enumerate().all(|(place, one)| usize::from(one.at.slot) == place));
        assert!(variant.predicates.iter().enumerate().all(|(place, one)| usize::from(one.at.slot) == place));
    }
}

#[test]
fn each_form_speaks_with_its_own_words_and_shares_the_others() {
    let (book, texts, help) = book();
    let [small, large] = ["small", "large"].map(|id| form(book, id));
    let question = |variant: &'static Variant, id| texts.item(variant, id).map(|text| text.question);
    assert_eq!([question(small, "A.I.1.b"), question(large, "A.I.1.b")], [Some("Q2?"), Some("Large Q2?")]);
    assert_eq!(question(large, "A.I.1.a"), None, "what a form does not ask has no words in it");
    let why = |variant: &'static Variant| help.item(variant, "A.I.1.b").map(|text| text.why);
    assert_eq!([why(small), why(large)], [Some("W2."), Some("Large W2.")]);
    // A name of its own, with the ratio's words from the book; and the other way round.
    let told = |variant: &'static Variant, id| {
        variant.indicator(id).map(|one| (texts[one].name, help.of_ratio(one).map(|ratio| ratio.meaning)))
    };
    assert_eq!(
        [told(small, "B.I.1"), told(large, "B.I.1")],
        [Some(("Cash", Some("M."))), Some(("Cash and stock", Some("M.")))]
    );
    assert_eq!(told(large, "B.I.2"), Some(("Stock", Some("S."))));
    let names = |variant: &'static Variant| ids(variant.accounts, |one| texts[one].name);
    assert_eq!([names(small), names(large)], [vec!["Cash", "Loans"], vec!["Loans", "Cash", "Goods"]]);
    assert_eq!(texts.figure(large, "all_assets"), Some("All assets"));
    assert_eq!(texts.figure(small, "stock"), None);
    for variant in book.variants {
        assert_eq!(ids(variant.aspects, |one| texts[one].name), ["Rule", "Money"]);
        assert_eq!(ids(variant.aspects.iter().flat_map(|one| one.subaspects), |one| texts[one]), ["Members", "Cash"]);
        assert_eq!(ids(variant.groups, |one| texts[one]), ["Assets"]);
        assert_eq!(ids(variant.predicates, |one| texts[one].note), ["Well done.", "Look again."]);
    }
    assert_eq!(ids(large.differences(book), |one| texts[one].title), ["Large T"]);
    // Shared sentences stand once.
    assert_eq!((texts.items.len(), texts.accounts.len(), texts.aspects.len()), (3, 3, 2));
}

#[test]
fn a_form_has_its_own_sums_actions_and_alternatives() {
    let (book, ..) = book();
    let [small, large] = ["small", "large"].map(|id| form(book, id));
    let effort = |variant: &'static Variant| variant.item("A.I.1.b").map(|item| item.action.effort);
    assert_eq!([effort(small), effort(large)], [Some(5), Some(1)]);
    let formula = |variant: &'static Variant| match &variant.indicator("B.I.1").expect("both have it").measure {
        Measure::Ratio(rule) => format!("{:?}", rule.formula(Reading::Definition)),
        Measure::Checklist(_) => String::new(),
    };
    // `cash / all_assets`: cash is the first account of one form and the second of the other.
    assert!(formula(small).contains("Account(0)") && formula(large).contains("Account(1)"));
    let [alternative] = large.alternatives else { panic!("one alternative") };
    assert_eq!((alternative.difference, alternative.formulas.len()), ("E1", 1));
    assert!(small.alternatives.is_empty());
    assert_eq!(large.aspects[0].max_points(), Fraction::whole(8));
}
