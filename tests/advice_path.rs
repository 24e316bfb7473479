//! The way to a predicate: never more effort than the best of all ways.
#![allow(clippy::unwrap_used, missing_docs)]

mod advice;

use advice::{cooperative, recipes, total};
use cermin_koperasi::advice::{Route, Unknowns, path};
use cermin_koperasi::assessment::{Answer, Assessment};
use cermin_koperasi::exact::Fraction;
use cermin_koperasi::rulebook::{Item, Predicate};
use cermin_koperasi::scoring::assess;
use proptest::prelude::*;

fn reached(target: &Predicate, total: Fraction) -> bool {
    target.range.min.is_none_or(|min| total > min.at || (min.inclusive && total == min.at))
}

fn with(ours: &Assessment, items: impl IntoIterator<Item = &'static Item>, answer: Answer) -> Assessment {
    let mut changed = ours.clone();
    changed.answers.extend(items.into_iter().map(|item| (item.id.to_owned(), answer)));
    changed
}

/// Keeps only some unmet items; all others are met.
fn few(ours: &mut Assessment, keep: &[usize]) -> Vec<&'static Item> {
    let items: Vec<&'static Item> = ours.variant.items().map(|(_, item)| item).collect();
    for item in &items {
        ours.answers.insert(item.id, Answer::Yes);
    }
    let kept: Vec<&'static Item> = keep.iter().map(|place| items[place % items.len()]).collect();
    for item in &kept {
        ours.answers.insert(item.id, Answer::No);
    }
    let mut once: Vec<&'static Item> = Vec::new();
    for item in kept {
        if !once.iter().any(|known| known.id == item.id) {
            once.push(item);
        }
    }
    once
}

/// Tries every set of items: the least effort that reaches the target, and the highest total for it.
fn brute_force(ours: &Assessment, items: &[&'static Item], target: &Predicate) -> Option<(u32, Fraction)> {
    let mut best: Option<(u32, Fraction)> = None;
    for set in 0_u32..1 << items.len() {
        let chosen = items.iter().enumerate().filter(|(bit, _)| set >> bit & 1 == 1).map(|(_, item)| *item);
        let effort = chosen.clone().map(|item| u32::from(item.action.effort)).sum();
        let total = total(&with(ours, chosen, Answer::Yes)).low;
        if reached(target, total)
            && best.is_none_or(|(least, most)| effort < least || (effort == least && total > most))
        {
            best = Some((effort, total));
        }
    }
    best
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_set_of_items_does_it_with_less(
        mut recipe in recipes(),
        // Two runs of neighbours, so that several fall into one indicator.
        start in 0..145_usize, other in 0..145_usize, step in 1..3_usize,
    ) {
        recipe.unknown = 0;
        let mut ours = cooperative(&recipe);
        let keep: Vec<usize> = (0..5).map(|place| start + place).chain((0..4).map(|place| other + step * place)).collect();
        let items = few(&mut ours, &keep);
        // A target just above the present total, so that the way is rarely trivial.
        for target in ours.variant.predicates {
            let expected = brute_force(&ours, &items, target);
            match path(&ours, target, Unknowns::Against) {
                Route::There(total) => prop_assert_eq!(expected, Some((0, total))),
                Route::By(path) => prop_assert_eq!(expected, Some((path.effort, path.after))),
                Route::OutOfReach { best, .. } => {
                    prop_assert_eq!(expected, None);
                    prop_assert_eq!(best, assess(&with(&ours, items.iter().copied(), Answer::Yes)).total.low);
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_way_leads_where_it_says_and_every_failure_is_told(recipe in recipes(), hopeful in any::<bool>()) {
        let ours = cooperative(&recipe);
        let (unknowns, answer) = if hopeful { (Unknowns::For, Answer::Yes) } else { (Unknowns::Against, Answer::No) };
        let open: Vec<_> = ours.variant.items().map(|(_, item)| item).filter(|item| ours.answer(item.id) == Answer::Unknown).collect();
        let settled = with(&ours, open, answer);
        let total = |changed: &Assessment| if hopeful { total(changed).high } else { total(changed).low };
        for target in ours.variant.predicates {
            match path(&ours, target, unknowns) {
                Route::There(now) => {
                    prop_assert_eq!(now, total(&settled));
                    prop_assert!(reached(target, now));
                }
                Route::By(path) => {
                    prop_assert!(!reached(target, path.before) && reached(target, path.after));
                    let items: Vec<_> = path.steps.iter().flat_map(|step| step.items.iter().copied()).collect();
                    let done = with(&settled, items.iter().copied(), Answer::Yes);
                    prop_assert_eq!(total(&done), path.after);
                    prop_assert_eq!(path.effort, items.iter().map(|item| u32::from(item.action.effort)).sum::<u32>());
                    prop_assert_eq!(path.failures.len(), items.len());
                    for failure in path.failures.iter().step_by(5) {
                        let left = total(&with(&done, [failure.item], Answer::No));
                        prop_assert_eq!((left, reached(target, left)), (failure.total, failure.reached), "{}", failure.item.id);
                    }
                }
                Route::OutOfReach { best, missing } => {
                    let items: Vec<_> = ours.variant.items().map(|(_, item)| item).collect();
                    prop_assert_eq!(total(&with(&settled, items, Answer::Yes)), best);
                    prop_assert_eq!(advice::plus(best, missing), target.range.min.unwrap().at);
                }
            }
        }
    }
}

#[test]
fn with_the_worst_books_only_the_books_can_help() {
    // All 145 items met give 45 of 100; the ratios' lowest bands a quarter of the rest.
    let mut ours = advice::blank();
    for (_, item) in ours.variant.items() {
        ours.answers.insert(item.id, Answer::No);
    }
    let healthy = &ours.variant.predicates[0];
    assert!(
        matches!(path(&ours, healthy, Unknowns::Against), Route::OutOfReach { missing, .. } if missing > Fraction::ZERO)
    );
    assert!(matches!(path(&ours, healthy, Unknowns::For), Route::By(_)), "with the best books it can be done");
}
