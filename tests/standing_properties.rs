//! Over random histories: a RAT held never worsens the standing, and time never un-misses a year. Over all days of six years:
//! a verdict depends on what is due on its day, and nothing said beside it contradicts it.
#![allow(clippy::unwrap_used, missing_docs)]

use cermin_koperasi::calendar::{BookYearEnd, Day};
use cermin_koperasi::locale::Locale;
use cermin_koperasi::rat::book::{finding, rule};
use cermin_koperasi::rat::{self, Answer, ArticlesInput, Predicate, RatInput, YearInput, due};
use cermin_koperasi::standing::{Health, Institution, Risk, Standing, standing};
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

/// What became of a book year's RAT: held and reported, held and never reported, held after the law's limit, missed, not
/// known.
const FATES: [char; 5] = ['h', 'u', 'l', 'm', '?'];
/// The first of the five book years, and of the six years of days.
const FIRST: i32 = 2019;

fn day(year: i32, month: u32, day: u32) -> Day {
    Day::new(year, month, day).unwrap()
}

/// What a board would say on a day: a RAT is held and reported once it was, and before that it was not.
fn told(fates: &[char], today: Day) -> RatInput {
    let year = |(year, fate): (i32, &char)| {
        let held_on = match fate {
            'h' | 'u' => day(year + 1, 3, 10),
            'l' => day(year + 1, 7, 15),
            'm' => day(2100, 1, 1),
            _ => return YearInput { year, ..YearInput::default() },
        };
        let (held, reported) = (held_on <= today, *fate != 'u' && held_on.plus_days(20) <= today);
        YearInput {
            year,
            held: held.into(),
            held_on: held.then(|| held_on.to_string()),
            reported: if held { reported.into() } else { Answer::Unknown },
            ..YearInput::default()
        }
    };
    let closed = (FIRST..).zip(fates).filter(|(year, _)| day(*year, 12, 31) < today);
    RatInput {
        established: Some(day(FIRST, 2, 1).to_string()),
        members: Some(50),
        business: Answer::Yes,
        history: closed.map(year).collect(),
        ..RatInput::default()
    }
}

/// The decision order of the reference, from the years that have fallen due, oldest first.
fn reference(input: &RatInput, today: Day, unknown: bool) -> (Institution, Risk, usize) {
    let due: Vec<(bool, bool, bool)> = (FIRST..=today.year())
        .take_while(|year| today > day(year + 1, 6, 30))
        .map(|year| {
            let said = input.history.iter().find(|said| said.year == year);
            let held_on = said.and_then(|said| said.held_on.as_deref()).and_then(Day::parse);
            let reported = said.is_some_and(|said| said.reported.yes());
            match said.map(|said| said.held) {
                Some(Answer::Yes) => {
                    let (held, overdue) = (held_on.unwrap(), held_on.unwrap().plus_months(1) < today);
                    (true, held > day(year + 1, 6, 30), overdue && !reported)
                }
                Some(Answer::No) => (false, true, false),
                _ => (unknown, !unknown, false),
            }
        })
        .collect();
    let window = &due[due.len().saturating_sub(3)..];
    let missed = due.iter().rev().take_while(|(held, ..)| !held).count();
    let late = due.iter().rev().take_while(|(_, late, _)| *late).count();
    let gap = window.iter().any(|(held, ..)| !held);
    // Without a report: missed, or held and its month over; a month that runs is neither.
    let settled = due.iter().rev().zip((FIRST..FIRST + i32::try_from(due.len()).unwrap()).rev());
    let silent = settled.filter_map(|((held, _, overdue), year)| {
        let said = input.history.iter().find(|said| said.year == year);
        let reported =
            if said.is_some_and(|said| said.held.yes()) { said.is_some_and(|said| said.reported.yes()) } else { *held };
        (reported || !held || *overdue).then_some(reported)
    });
    let silent = silent.take_while(|reported| !reported).count();
    let institution = match missed {
        3.. => Institution::TidakAktif,
        _ if gap => Institution::AktifPerluPembinaan,
        _ if due.len() < 3 => Institution::Baru,
        _ => Institution::Aktif,
    };
    let unreported = window.iter().any(|(_, _, overdue)| *overdue);
    let risk = match missed {
        2.. => Risk::Tinggi,
        _ if silent > 3 => Risk::Tinggi,
        1 => Risk::Sedang,
        _ if gap || late >= 2 || unreported => Risk::Sedang,
        _ => Risk::Rendah,
    };
    (institution, risk, missed)
}

fn agrees(fates: &[char], today: Day) {
    let input = told(fates, today);
    let now = stand(&input, today);
    let what = format!("{} on {today}", fates.iter().collect::<String>());
    let (best, worst) = (reference(&input, today, true), reference(&input, today, false));
    assert_eq!((now.institution.best, now.risk.best, now.countings[0].years.0), best, "best of {what}");
    assert_eq!((now.institution.worst, now.risk.worst, now.countings[0].years.1), worst, "worst of {what}");
    // Whatever is said of a year that has not fallen due, the verdict is the same.
    for held in [Answer::Yes, Answer::No, Answer::Unknown] {
        let mut other = input.clone();
        let open = |year: i32| today <= day(year + 1, 6, 30);
        other.history.retain(|said| !open(said.year));
        let newest = today.year() - 1;
        if open(newest) && newest >= FIRST {
            other.history.push(YearInput { year: newest, held, ..YearInput::default() });
        }
        let then = stand(&other, today);
        assert_eq!((&then.institution, &then.risk), (&now.institution, &now.risk), "{what}");
        assert_eq!((&then.health, &then.countings), (&now.health, &now.countings), "{what}");
    }
    // What is said beside it says the same.
    let certain = |rule| now.risk.grounds.iter().any(|ground| ground.certain && ground.reason.rule == rule);
    let found = |id| now.findings.contains(&id);
    let sure = best.2;
    assert_eq!(found(finding::F_3X_BOLONG), sure >= 3, "{what}");
    assert_eq!(found(finding::F_2X_BOLONG), sure == 2, "{what}");
    assert_eq!((certain(rule::BUB_04), certain(rule::SAN_04)), (sure >= 3, sure >= 2), "{what}");
    assert_eq!(certain(rule::SAN_03), sure == 1, "{what}");
    assert_eq!(found(finding::F_TIDAK_AKTIF), now.institution.settled == Some(Institution::TidakAktif), "{what}");
    assert!(!certain(rule::LAP_08) || found(finding::F_LAPOR), "{what}");
    // A report is late once its month is over, and not a day before; an open year is told by its advised limit.
    let held_on = |said: &YearInput| said.held_on.as_deref().and_then(Day::parse);
    let unreported =
        |said: &YearInput| said.reported.no() && held_on(said).is_some_and(|held| held.plus_months(1) < today);
    assert_eq!(found(finding::F_LAPOR), input.history.iter().any(unreported), "{what}");
    let (limit, advised) = (day(today.year(), 6, 30), day(today.year(), 3, 31));
    let said = |year: i32| input.history.iter().find(|said| said.year == year);
    let open = today <= limit && said(today.year() - 1).is_some_and(|said| said.held.no());
    assert_eq!(found(finding::F_RAT_BELUM), open && today <= advised, "{what}");
    assert_eq!(found(finding::F_RAT_LEWAT_ANJURAN), open && today > advised, "{what}");
    let latest = if today > limit { today.year() - 1 } else { today.year() - 2 };
    let late = said(latest).and_then(held_on).is_some_and(|held| held > day(latest + 1, 6, 30));
    assert_eq!(found(finding::F_RAT_TERLAMBAT), late || sure == 1, "{what}");
    let next = now.risk.next.say(Locale::Id);
    assert_eq!(
        next.starts_with("Gelar RAT yang terlewat"),
        sure == 1 && now.risk.best == Risk::Sedang,
        "{what}: {next}"
    );
    assert_eq!(next.starts_with("Minta pendampingan"), sure >= 2, "{what}: {next}");
    assert_eq!(next.starts_with("Pertahankan"), now.risk.settled == Some(Risk::Rendah), "{what}: {next}");
    let missed = now.revival.map(|way| way.missed).unwrap_or_default();
    assert!(missed.iter().all(|year| today > day(year + 1, 6, 30)), "{what}");
}

/// The whole product, 2192 days by 3125 histories, takes minutes. Every day is tried, and every history, each day with
/// every 151st of them in turn, so that each history meets 14 days spread over the six years; and on the days about which
/// something begins or ends, all of them.
#[test]
fn a_verdict_depends_only_on_what_is_due_on_its_day() {
    let count = FATES.len().pow(5);
    let history = |index: usize| -> Vec<char> {
        (0..5u32).map(|place| FATES[index / FATES.len().pow(place) % FATES.len()]).collect()
    };
    let start = day(FIRST + 1, 1, 1);
    for (number, today) in (0..start.days_until(day(FIRST + 7, 1, 1))).map(|n| start.plus_days(n)).enumerate() {
        for index in (number % 151..count).step_by(151) {
            agrees(&history(index), today);
        }
    }
    for today in
        [day(2023, 6, 30), day(2023, 7, 1), day(2024, 2, 14), day(2024, 8, 15), day(2024, 8, 16), day(2025, 1, 1)]
    {
        (0..count).for_each(|index| agrees(&history(index), today));
    }
}
