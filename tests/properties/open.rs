//! Open answers: a range is exactly what they can still become, and an answer never widens it.

use cermin_koperasi::assessment::{Amount, Answer, Assessment};
use cermin_koperasi::exact::{Fraction, Range};
use cermin_koperasi::rulebook::{Reading, Year};
use cermin_koperasi::scoring::{self, Status};
use proptest::prelude::*;
use proptest::sample::{Index, subsequence};

use super::random::{assessments, ranges, rupiah};
use super::{complete, enter, variant};

fn items() -> Vec<&'static str> {
    variant().items().map(|(_, item)| item.id).collect()
}

/// All items answered, by the bits of a pattern.
fn answered(pattern: &[bool]) -> Assessment {
    let mut assessment = complete(1, Reading::Definition);
    for (place, item) in items().into_iter().enumerate() {
        let answer = if pattern[place % pattern.len()] { Answer::Yes } else { Answer::No };
        assessment.answers.insert(item, answer);
    }
    assessment
}

/// The least and the most over all ways to answer the open items with yes or no, everything else as it is.
fn brute_force(
    assessment: &Assessment,
    open: &[&'static str],
) -> (Vec<(&'static str, Range<Fraction>)>, Vec<&'static str>) {
    let mut hull: Vec<(&str, Range<Fraction>)> = Vec::new();
    let mut predicates = Vec::new();
    for bits in 0..1_u32 << open.len() {
        let mut one = assessment.clone();
        for (place, item) in open.iter().enumerate() {
            let answer = if bits >> place & 1 == 1 { Answer::Yes } else { Answer::No };
            one.answers.insert(item, answer);
        }
        let report = scoring::assess(&one);
        predicates.extend([report.predicate.low, report.predicate.high].map(|one| one.unwrap().id));
        let ranges = ranges(&report);
        if hull.is_empty() {
            hull = ranges;
        } else {
            for ((_, wide), (_, one)) in hull.iter_mut().zip(ranges) {
                *wide = Range { low: wide.low.min(one.low), high: wide.high.max(one.high) };
            }
        }
    }
    (hull, predicates)
}

fn agrees(assessment: &Assessment, open: &[&'static str]) {
    let mut blank = assessment.clone();
    for item in open {
        blank.answers.insert(item, Answer::Unknown);
    }
    let report = scoring::assess(&blank);
    let (hull, predicates) = brute_force(&blank, open);
    assert_eq!(ranges(&report), hull, "open: {open:?}");
    match report.settled_predicate() {
        Some(settled) => assert!(predicates.iter().all(|one| *one == settled.id), "open: {open:?}"),
        None => assert!(predicates.iter().any(|one| *one != predicates[0]), "open: {open:?}"),
    }
}

#[test]
fn twelve_open_items_give_exactly_what_they_can_become() {
    // Three checklists, one of them open altogether, and single items far apart.
    let open = [
        "A.I.1.a",
        "A.I.1.b",
        "A.I.1.c",
        "A.I.1.d",
        "A.I.2.a",
        "A.I.2.b",
        "B.II.1.a.1",
        "A.III.1.a",
        "A.II.1.a",
        "A.I.6.d",
    ];
    let mut open: Vec<&str> = items().into_iter().filter(|item| open.contains(item)).collect();
    let rest: Vec<&str> = items().into_iter().rev().filter(|item| !open.contains(item)).take(12 - open.len()).collect();
    open.extend(rest);
    assert_eq!(open.len(), 12);
    agrees(&answered(&[true, true, false]), &open);
}

/// Cash weighs nothing among the risks (D.I.2): not knowing it leaves that ratio known, and leaves others open.
#[test]
fn an_unknown_amount_that_counts_nothing_opens_nothing() {
    let mut assessment = complete(1, Reading::Definition);
    enter(&mut assessment, Year::Current, "piutang_anggota", 100);
    assessment.statements.current.amounts.insert("kas", Amount::Unknown);
    let report = scoring::assess(&assessment);
    assert_eq!(report.indicator("D.I.2").unwrap().trace.status, Status::Measured);
    assert_eq!(report.indicator("D.I.1").unwrap().trace.status, Status::Open);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn open_items_give_exactly_what_they_can_become(
        pattern in prop::collection::vec(any::<bool>(), 1..=145),
        open in subsequence(items(), 0..=6),
    ) {
        agrees(&answered(&pattern), &open);
    }

    /// One whole checklist left open, its neighbours answered.
    #[test]
    fn an_open_checklist_gives_exactly_what_it_can_become(pattern in prop::collection::vec(any::<bool>(), 1..=145), pick in any::<Index>()) {
        let checklists: Vec<_> = variant().indicators().filter(|(_, one)| !one.items().is_empty()).collect();
        let open: Vec<&'static str> = pick.get(&checklists).1.items().iter().map(|item| item.id).take(6).collect();
        agrees(&answered(&pattern), &open);
    }
}

/// Every range of the second lies inside the same range of the first.
fn inside(before: &Assessment, after: &Assessment) -> Result<(), TestCaseError> {
    let (before, after) = (scoring::assess(before), scoring::assess(after));
    for ((name, wide), (_, narrow)) in ranges(&before).into_iter().zip(ranges(&after)) {
        prop_assert!(wide.low <= narrow.low && narrow.high <= wide.high, "{name}: {wide:?} became {narrow:?}");
    }
    prop_assert!(before.settled_predicate().is_none_or(|one| after.settled_predicate() == Some(one)));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(50))]

    #[test]
    fn answering_an_open_item_never_widens(assessment in assessments(), pick in any::<Index>(), yes in any::<bool>()) {
        let open: Vec<_> = items().into_iter().filter(|item| assessment.answer(item) == Answer::Unknown).collect();
        prop_assume!(!open.is_empty());
        let mut after = assessment.clone();
        after.answers.insert(pick.get(&open), if yes { Answer::Yes } else { Answer::No });
        inside(&assessment, &after)?;
    }

    #[test]
    fn entering_an_open_amount_never_widens(assessment in assessments(), picks in prop::collection::vec((any::<Index>(), rupiah()), 1..12)) {
        let open: Vec<(Year, &str)> = Year::BOTH.into_iter()
            .flat_map(|year| variant().accounts.iter().map(move |account| (year, account.id)))
            .filter(|(year, account)| assessment.amount(*year, account) == Amount::Unknown)
            .collect();
        prop_assume!(!open.is_empty());
        let mut before = assessment;
        for (pick, amount) in picks {
            let (year, account) = pick.get(&open);
            let mut after = before.clone();
            after.statements.year_mut(*year).amounts.insert(account, Amount::Known(amount));
            // Once entered it is no longer open, and may be changed to anything.
            if before.amount(*year, account) == Amount::Unknown {
                inside(&before, &after)?;
            }
            before = after;
        }
    }

    /// Saying that the books are complete turns blanks into zeros: an answer like any other.
    #[test]
    fn completing_the_books_never_widens(assessment in assessments()) {
        let mut after = assessment.clone();
        for year in Year::BOTH {
            after.statements.year_mut(year).complete = true;
        }
        inside(&assessment, &after)?;
    }
}
