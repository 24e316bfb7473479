//! Over random histories: a RAT held never worsens the standing, and time never un-misses a year.
#![allow(clippy::unwrap_used, missing_docs)]

use cermin_koperasi::calendar::{BookYearEnd, Day};
use cermin_koperasi::rat::{self, Answer, ArticlesInput, Predicate, RatInput, YearInput, due};
use cermin_koperasi::standing::{Health, Standing, standing};
use proptest::prelude::*;

fn stand(input: &RatInput, today: Day) -> Standing {
    standing(&rat::read(input, today).facts, today, None)
}

fn answer() -> impl Strategy<Value = Answer> {
    prop_oneof![Just(Answer::Yes), Just(Answer::No), Just(Answer::Unknown)]
}

/// A cooperative with a random history, and a day to look at it.
fn coop() -> impl Strategy<Value = (RatInput, Day)> {
    let years = proptest::collection::vec((answer(), proptest::option::of(1..500i64), answer()), 0..8);
    let end = prop_oneof![Just("12-31"), Just("03-31"), Just("02-29"), Just("06-30"), Just("09-15")];
    let shape = (years, end, 0..3000i64, answer(), answer(), proptest::option::of(2..7i64), 0..700i64);
    shape.prop_map(|(years, end, age, business, ever_traded, rat_months, day)| {
        let today = Day::new(2026, 1, 1).unwrap().plus_days(day);
        let newest = BookYearEnd::parse(end).unwrap().newest_closed(today);
        let count = i32::try_from(years.len()).unwrap();
        let year = |(year, (held, after, reported)): (i32, (Answer, Option<i64>, Answer))| {
            let close = BookYearEnd::parse(end).unwrap().close_of(year).unwrap();
            let held_on = after.filter(|_| held.yes()).map(|after| close.plus_days(after).to_string());
            YearInput { year, held, held_on, reported, ..YearInput::default() }
        };
        let input = RatInput {
            established: Some(today.plus_days(-age).to_string()),
            book_year_end: Some(end.into()),
            members: Some(50),
            business,
            ever_traded,
            articles: ArticlesInput { rat_months, ..ArticlesInput::default() },
            history: (newest - count + 1..).zip(years).map(year).collect(),
            ..RatInput::default()
        };
        (input, today)
    })
}

fn health_rank(standing: &Standing) -> u8 {
    match standing.health.health {
        Health::NotRateable => 0,
        Health::Candidate => 1,
        Health::Official(_) => 2,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    #[test]
    fn a_held_rat_never_worsens_the_standing((input, today) in coop(), which in 0..8usize, after in 1..500i64, reported in answer()) {
        let end = BookYearEnd::parse(input.book_year_end.as_ref().unwrap()).unwrap();
        let newest = end.newest_closed(today);
        let target = newest - i32::try_from(which).unwrap();
        let mut better = input.clone();
        // Adding one: the year was not held, or nothing was known of it.
        if better.history.iter().any(|year| year.year == target && year.held.yes()) {
            return Ok(());
        }
        let held_on = end.close_of(target).unwrap().plus_days(after).min(today);
        better.history.retain(|year| year.year != target);
        better.history.push(YearInput {
            year: target, held: Answer::Yes, held_on: Some(held_on.to_string()), reported, ..YearInput::default()
        });
        if rat::read(&better, today).problems.iter().any(|problem| problem.field.starts_with(&format!("history.{}", better.history.len() - 1))) {
            return Ok(()); // a claim that cannot be is not a RAT
        }
        let (before, then) = (stand(&input, today), stand(&better, today));
        prop_assert!(then.institution.worst <= before.institution.worst, "{:?} → {:?}", before.institution, then.institution);
        prop_assert!(then.risk.worst <= before.risk.worst, "{:?} → {:?}", before.risk, then.risk);
        // The latest RAT decides on health; one more held in a year before it can only help.
        if target != newest {
            prop_assert!(health_rank(&then) >= health_rank(&before), "{:?} → {:?}", before.health, then.health);
        }
    }

    #[test]
    fn time_never_unmisses_a_year((input, today) in coop(), later in 0..900i64) {
        let then = today.plus_days(later);
        let missed = |day: Day| -> Vec<i32> {
            let years = due::years(&rat::read(&input, day).facts, day);
            years.iter().filter(|year| year.missed()).map(|year| year.year).collect()
        };
        let oldest = due::years(&rat::read(&input, then).facts, then).first().map_or(i32::MAX, |year| year.year);
        let after = missed(then);
        for year in missed(today) {
            prop_assert!(year < oldest || after.contains(&year), "{year} was missed on {today} and not on {then}");
        }
        let due = |day: Day| due::years(&rat::read(&input, day).facts, day).iter().filter(|year| year.due).count();
        prop_assert!(due(then) >= due(today).min(7));
    }

    #[test]
    fn the_best_is_never_worse_than_the_worst((input, today) in coop()) {
        let standing = stand(&input, today);
        prop_assert!(standing.institution.best <= standing.institution.worst);
        prop_assert!(standing.risk.best <= standing.risk.worst);
        prop_assert_eq!(standing.institution.settled.is_some(), standing.institution.best == standing.institution.worst);
        for counting in &standing.countings {
            prop_assert!(counting.best <= counting.worst && counting.years.0 <= counting.years.1);
        }
        prop_assert!(!matches!(standing.health.health, Health::Official(_)));
        let rated = RatInput { predicate: Some(Predicate::Sehat), ..input };
        let official = stand(&rated, today).health.health;
        prop_assert!(official == Health::NotRateable || official == Health::Official(Predicate::Sehat));
    }

    #[test]
    fn an_answer_stays_within_the_range_shown((input, today) in coop(), yes: bool) {
        let before = stand(&input, today);
        let mut said = input;
        if said.business == Answer::Unknown { said.business = yes.into(); }
        for year in said.history.iter_mut().filter(|year| year.held == Answer::Unknown) {
            (year.held, year.reported) = (yes.into(), if yes { year.reported } else { Answer::No });
        }
        let after = stand(&said, today);
        prop_assert!(before.institution.best <= after.institution.best && after.institution.worst <= before.institution.worst);
        prop_assert!(before.risk.best <= after.risk.best && after.risk.worst <= before.risk.worst);
    }
}
