//! The books check: every finding appears exactly when it should, in every reading, and none of them moves a score.
#![allow(clippy::unwrap_used, missing_docs, unreachable_pub)]

#[path = "properties/random.rs"]
mod random;

use cermin_koperasi::assessment::{Amount, Assessment};
use cermin_koperasi::exact::Fraction;
use cermin_koperasi::locale::Locale;
use cermin_koperasi::money::Rupiah;
use cermin_koperasi::rulebook::{self, Account, Check, CheckKind, Citation, Index, Reading, Rulebook, Variant, Year};
use cermin_koperasi::scoring::{self, Finding};
use proptest::prelude::*;

const READINGS: [Reading; 2] = [Reading::Definition, Reading::Worksheet];

fn book() -> &'static Rulebook {
    rulebook::find("kkpkk-2021").unwrap()
}

fn variant() -> &'static Variant {
    &book().variants[0]
}

fn enter(assessment: &mut Assessment, year: Year, account: &str, rupiah: i64) {
    assert!(variant().account_index(account).is_some(), "{account} is no account");
    assessment.statements.year_mut(year).amounts.insert(account, Amount::Known(Rupiah::new(rupiah).unwrap()));
}

/// Books of two years in which everything agrees.
fn sound() -> Assessment {
    let mut assessment = Assessment::new(book(), variant());
    for (year, size) in [(Year::Current, 1_100), (Year::Prior, 1_000)] {
        assessment.statements.year_mut(year).complete = true;
        for (account, share) in [
            ("kas", 200),
            ("piutang_anggota", 900),
            ("penyisihan_piutang", 100),
            ("tabungan_anggota", 300),
            ("simpanan_pokok", 650),
            ("shu_periode_berjalan", 50),
            ("pendapatan_jasa_pinjaman_anggota", 150),
            ("honor_karyawan", 100),
        ] {
            enter(&mut assessment, year, account, share * size);
        }
    }
    enter(&mut assessment, Year::Current, "pembiayaan_macet", 500_000);
    assessment
}

/// The findings about sound books in which some amounts were changed, the same in both readings.
fn findings(changes: &[(Year, &str, i64)]) -> Vec<Finding> {
    let mut assessment = sound();
    for (year, account, rupiah) in changes {
        enter(&mut assessment, *year, account, *rupiah);
    }
    let [definition, worksheet] =
        READINGS.map(|reading| scoring::assess(&assessment.counted(assessment.edition, reading)).books);
    assert_eq!(definition, worksheet, "the worksheet's slips must not raise or hide an alarm");
    definition
}

fn ids(findings: &[Finding]) -> Vec<(&'static str, Year)> {
    findings.iter().map(|finding| (finding.id(), finding.year())).collect()
}

use Year::{Current, Prior};

#[test]
fn sound_books_raise_nothing() {
    assert_eq!(findings(&[]), []);
}

#[test]
fn a_balance_that_does_not_close_is_told_with_both_sides_in_its_year() {
    let found = findings(&[(Current, "kas", 220_001)]);
    let [Finding::Check { id: "balance", year: Current, left, right, difference: Some("D30") }] = found[..] else {
        panic!("{found:?}");
    };
    assert_eq!((left, right), (Fraction::whole(1_100_001), Fraction::whole(1_100_000)));
    assert_eq!(ids(&findings(&[(Prior, "kas", 199_999)])), [("balance", Prior)]);
    // Amounts that are taken away count with a minus.
    assert_eq!(findings(&[(Current, "kas", 219_999), (Current, "penyisihan_piutang", 109_999)]), []);
}

#[test]
fn a_result_that_differs_from_the_balance_sheet_is_told_in_its_year() {
    let found = findings(&[(Current, "honor_karyawan", 110_001)]);
    let [Finding::Check { id: "result", year: Current, left, right, difference: Some("D29") }] = found[..] else {
        panic!("{found:?}");
    };
    assert_eq!((left, right), (Fraction::whole(55_000), Fraction::whole(54_999)));
    assert_eq!(ids(&findings(&[(Prior, "honor_karyawan", 0)])), [("result", Prior)]);
    // Income from non-members is income here, though the worksheet forgets it (D01).
    let both = [(Current, "honor_karyawan", 110_001), (Current, "pendapatan_jasa_non_anggota", 1)];
    assert_eq!(findings(&both), []);
}

#[test]
fn bad_loans_above_all_loans_are_told_for_this_year() {
    assert_eq!(findings(&[(Current, "pembiayaan_macet", 990_000)]), []);
    let found = findings(&[(Current, "pembiayaan_macet", 990_001)]);
    let [Finding::Check { id: "bad-loans", year: Current, left, right, difference: Some("D02") }] = found[..] else {
        panic!("{found:?}");
    };
    assert_eq!((left, right), (Fraction::whole(990_001), Fraction::whole(990_000)));
    // All three qualities count, at their full amount.
    let three = [(Current, "pembiayaan_kurang_lancar", 245_000), (Current, "pembiayaan_diragukan", 245_000)];
    assert_eq!(findings(&three), []);
    let three = [(Current, "pembiayaan_kurang_lancar", 245_001), (Current, "pembiayaan_diragukan", 245_000)];
    assert_eq!(ids(&findings(&three)), [("bad-loans", Current)]);
    // Last year's quality of loans is not asked for.
    assert_eq!(findings(&[(Prior, "pembiayaan_macet", 9_000_000)]), []);
}

/// Books of nothing but cash and capital.
fn cash(current: i64, prior: i64) -> Vec<(&'static str, Year)> {
    let mut assessment = Assessment::new(book(), variant());
    for (year, amount) in [(Current, current), (Prior, prior)] {
        assessment.statements.year_mut(year).complete = true;
        enter(&mut assessment, year, "kas", amount);
        enter(&mut assessment, year, "simpanan_pokok", amount);
    }
    ids(&scoring::assess(&assessment).books)
}

#[test]
fn a_year_in_thousands_beside_one_in_rupiah_is_told_either_way() {
    assert_eq!(cash(1_000_000_000, 950_000), [("thousands", Current)]);
    assert_eq!(cash(1_000_000, 950_000_000), [("thousands", Current)]);
    // At exactly the factor of the rulebook nothing is said; one rupiah more is too much.
    assert_eq!(cash(300_000, 1_000), []);
    assert_eq!(cash(300_001, 1_000), [("thousands", Current)]);
    assert_eq!(cash(1_000, 300_001), [("thousands", Current)]);
    // A first year has no year before it.
    assert_eq!(cash(1_000_000_000, 0), []);
    assert_eq!(cash(0, 0), []);
}

#[test]
fn an_amount_taken_away_by_itself_must_not_have_a_minus() {
    let contras: Vec<&str> = variant().accounts.iter().filter(|one| one.contra).map(|one| one.id).collect();
    assert_eq!(contras.len(), 4);
    for (account, year) in contras.iter().flat_map(|account| Year::BOTH.map(|year| (*account, year))) {
        let found = findings(&[(year, account, -1)]);
        let sign = Finding::ContraSign { account, year, amount: (-1).into() };
        assert_eq!(found.iter().filter(|one| **one == sign).count(), 1, "{account}: {found:?}");
        assert!(found.iter().all(|one| matches!(one, Finding::Check { id: "balance", .. }) || *one == sign));
        assert!(findings(&[(year, account, 1)]).iter().all(|one| one.id() == "balance"));
    }
}

#[test]
fn a_stock_must_not_be_negative_but_a_result_may() {
    let negative = |account: &'static str, year: Year| {
        let found = findings(&[(year, account, -7)]);
        found.contains(&Finding::Negative { account, year, amount: (-7).into() })
    };
    for account in variant().accounts.iter().filter(|one| !one.contra) {
        assert_eq!(negative(account.id, Current), !account.signed, "{}", account.id);
        assert_eq!(negative(account.id, Prior), !account.signed && account.prior, "{}", account.id);
    }
    let signed: Vec<&str> = variant().accounts.iter().filter(|one| one.signed).map(|one| one.id).collect();
    assert_eq!(signed, ["shu_periode_sebelumnya", "shu_periode_berjalan"]);
}

#[test]
fn what_is_not_known_yet_raises_no_alarm() {
    let mut assessment = sound();
    enter(&mut assessment, Current, "kas", 1);
    assert_eq!(ids(&scoring::assess(&assessment).books), [("balance", Current)]);
    assessment.statements.current.amounts.insert("tanah", Amount::Unknown);
    assert_eq!(scoring::assess(&assessment).books, []);
    // Nor do blanks, before their owner says that they are zero.
    let mut begun = Assessment::new(book(), variant());
    enter(&mut begun, Current, "kas", 5);
    assert_eq!(scoring::assess(&begun).books, []);
}

#[test]
fn every_finding_has_a_sentence_in_every_language() {
    let wrong = [
        (Current, "kas", -5),
        (Current, "penyisihan_piutang", -6),
        (Current, "pembiayaan_macet", 9_000_000_000),
        (Prior, "tanah", 800_000_000_000),
        (Prior, "honor_karyawan", 9),
    ];
    let found = findings(&wrong);
    let mut kinds: Vec<&str> = found.iter().map(Finding::id).collect();
    kinds.sort_unstable();
    kinds.dedup();
    assert_eq!(kinds, ["bad-loans", "balance", "contra-sign", "negative", "result", "thousands"]);
    for (locale, finding) in Locale::ALL.iter().flat_map(|locale| found.iter().map(move |one| (locale, one))) {
        let sentence = locale.finding(book(), variant(), finding, "31 Des 2025");
        assert!(sentence.contains("Rp") && !sentence.contains(['{', '}']), "{sentence}");
    }
    let balance = found.iter().find(|one| one.id() == "balance").unwrap();
    assert!(Locale::Id.finding(book(), variant(), balance, "31 Des 2025").contains("Selisihnya Rp"));
}

/// The form with checks that nothing breaks. They stay: what they set against each other says which blanks may count as zero.
fn unchecked() -> &'static Variant {
    let form = variant();
    let content = CheckKind::SameUnit { factor: i64::MAX };
    let checks = form.checks.iter().map(|check| Check { kind: content, ..*check }).collect::<Vec<_>>().leak();
    let account = |one: &Account| Account { contra: false, signed: true, ..Account { ..*one } };
    let citation = Citation { sources: form.citation.sources, confidence: form.citation.confidence };
    let accounts = form.accounts.iter().map(account).collect::<Vec<_>>().leak();
    Box::leak(Box::new(Variant { checks, accounts, citation, moves: None, index: Index::default(), ..*form }))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    /// The same books under a form that checks nothing score the same: the check warns and never alters a figure.
    #[test]
    fn no_finding_ever_moves_a_score(assessment in random::assessments(), changed in random::rupiah()) {
        let mut assessment = assessment;
        enter(&mut assessment, Year::Current, "kas", changed.get());
        let silent = Assessment { variant: unchecked(), ..assessment.clone() };
        let (loud, silent) = (scoring::assess(&assessment), scoring::assess(&silent));
        prop_assert!(silent.books.is_empty());
        prop_assert_eq!(random::ranges(&loud), random::ranges(&silent));
        prop_assert_eq!(loud.settled_predicate().map(|one| one.id), silent.settled_predicate().map(|one| one.id));
    }
}
