//! Days, due years, deadlines, what a day breaks, and the calendar file.
#![allow(clippy::unwrap_used, clippy::needless_pass_by_value, missing_docs)]

use std::io::BufReader;

use cermin_koperasi::calendar::{BookYearEnd, Certainty, Day, Holidays};
use cermin_koperasi::locale::Locale;
use cermin_koperasi::rat::book::{Basis, document, rule};
use cermin_koperasi::rat::calendar::{Calendar, Kind, Row, is_lawful, plan};
use cermin_koperasi::rat::ics::ics;
use cermin_koperasi::rat::{
    self, Answer, ArticlesInput, DocumentInput, DocumentState, Level, PlansInput, RatFacts, RatInput, YearInput, due,
    holidays,
};
use chrono::{Datelike, Months, NaiveDate};
use proptest::prelude::*;

fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

fn facts(input: RatInput, today: &str) -> RatFacts {
    let input = RatInput { members: input.members.or(Some(40)), ..input };
    rat::read(&input, day(today)).facts
}

fn row<'a>(plan: &'a Calendar, id: &str) -> &'a Row {
    plan.rows.iter().find(|row| row.id == id).unwrap_or_else(|| panic!("no {id}"))
}

#[test]
fn months_from_a_close_lead_to_month_ends() {
    for (from, months, to) in [
        ("2025-12-31", 6, "2026-06-30"),
        ("2026-03-31", 6, "2026-09-30"),
        ("2026-06-30", 6, "2026-12-31"),
        ("2025-02-28", 6, "2025-08-31"),
        ("2024-02-29", 6, "2024-08-31"),
        ("2025-09-15", 6, "2026-03-15"),
        ("2025-11-30", 3, "2026-02-28"),
        ("2027-11-30", 3, "2028-02-29"),
    ] {
        assert_eq!(day(from).plus_months_at_month_end(months), day(to), "{from}");
    }
    assert_eq!(day("2026-08-31").plus_months(1), day("2026-09-30"));
    assert_eq!(day("2026-02-28").plus_months(1), day("2026-03-28"));
}

#[test]
fn days_are_written_out() {
    assert_eq!(Locale::Id.day(day("2026-03-14")), "14 Maret 2026");
    assert_eq!(Locale::En.day(day("2026-05-01")), "1 May 2026");
    assert_eq!([Locale::Id, Locale::En].map(|locale| locale.weekday(day("2026-03-14"))), ["Sabtu", "Saturday"]);
}

#[test]
fn holidays_say_what_they_cover() {
    let all = &holidays::INDONESIA;
    assert_eq!((all.first_year, all.last_year), (2024, 2030));
    assert!((2026..=all.last_year).contains(&holidays::ANNOUNCED_UNTIL));
    for (text, name) in [("2026-02-17", "Tahun Baru Imlek"), ("2026-08-17", "Hari Kemerdekaan Republik Indonesia")] {
        assert_eq!(all.on(day(text)).unwrap().name, name);
    }
    assert!(!all.is_working_day(day("2026-02-16")), "joint leave");
    assert!(all.is_working_day(day("2026-02-18")));
    assert!(holidays::SOURCE.contains("holidays"));
}

#[test]
fn working_days_skip_holidays_and_tell_how_sure_they_are() {
    let meeting = day("2026-02-27");
    let law = holidays::INDONESIA.working_days_before(meeting, 7);
    assert_eq!((law.day, law.certainty), (day("2026-02-18"), Certainty::Sure));
    // Eid and joint leave in March 2026 push the last day of notice back.
    let eid = holidays::INDONESIA.working_days_before(day("2026-03-28"), 7);
    assert!(eid.day < Holidays::NONE.working_days_before(day("2026-03-28"), 7).day);
    assert_eq!(holidays::INDONESIA.working_days_before(day("2027-03-15"), 7).certainty, Certainty::Estimated);
    assert_eq!(holidays::INDONESIA.working_days_before(day("2031-03-14"), 7).certainty, Certainty::BeyondCoverage);
}

#[test]
fn due_years_of_old_new_and_odd_cooperatives() {
    let years = |established: &str, end: Option<&str>, today: &str| {
        let input = RatInput {
            established: Some(established.into()),
            book_year_end: end.map(str::to_owned),
            ..RatInput::default()
        };
        let years = due::years(&facts(input, today), day(today));
        years.iter().map(|year| (year.year, year.due)).collect::<Vec<_>>()
    };
    assert_eq!(years("2024-03-10", None, "2026-06-30"), [(2024, true), (2025, false)]);
    assert_eq!(years("2024-03-10", None, "2026-07-01"), [(2024, true), (2025, true)]);
    assert_eq!(years("2026-03-10", None, "2026-07-01"), []);
    // Founded on the closing day: the first book year is the next.
    assert_eq!(years("2024-12-31", None, "2026-07-01"), [(2025, true)]);
    assert_eq!(years("2024-05-01", Some("02-29"), "2025-08-31"), [(2025, false)]);
    assert_eq!(years("2024-05-01", Some("02-29"), "2025-09-01"), [(2025, true)]);
    assert_eq!(years("1980-01-01", None, "2026-07-01").len(), 10);
    let unknown = due::years(&facts(RatInput::default(), "2026-07-01"), day("2026-07-01"));
    assert_eq!(unknown.iter().map(|year| year.year).collect::<Vec<_>>(), [2023, 2024, 2025]);
}

#[test]
fn the_limits_stand_side_by_side() {
    let input = RatInput {
        established: Some("2015-01-05".into()),
        articles: ArticlesInput { rat_months: Some(4), ..ArticlesInput::default() },
        ..RatInput::default()
    };
    let plan = plan(&facts(input, "2026-01-15"), day("2026-01-15")).unwrap();
    assert_eq!(plan.book_year, 2025);
    assert_eq!(
        (plan.limits.advised, plan.limits.articles, plan.limits.legal),
        (day("2026-03-31"), Some(day("2026-04-30")), day("2026-06-30"))
    );
    assert_eq!((plan.legal_days_left, plan.advised_days_left), (166, 75));
    assert_eq!(row(&plan, "AD-RAT").basis, Basis::Articles);
    assert_eq!(row(&plan, "T-23").basis_label.say(Locale::Id), "hukum");
    assert!(row(&plan, "T-23").rules.contains(&rule::RAT_02));
    assert!(plan.rows.is_sorted_by_key(|row| row.day));
    assert!(plan.coverage.text.say(Locale::Id).contains("2024") && plan.coverage.text.say(Locale::Id).contains("2030"));
}

#[test]
fn a_meeting_counts_its_deadlines() {
    let input = RatInput {
        chosen: Some("2026-03-28".into()),
        kdmp: Answer::Yes,
        level: Some(Level::Primary),
        ..RatInput::default()
    };
    let plan = plan(&facts(input, "2026-01-05"), day("2026-01-05")).unwrap();
    for (id, on) in [
        ("T-07", "2026-02-28"),
        ("T-10", "2026-03-14"),
        ("T-12", "2026-03-21"),
        ("T-18", "2026-04-28"),
        ("T-21", "2026-03-31"),
        ("T-22", "2026-04-30"),
    ] {
        assert_eq!(row(&plan, id).day, day(on), "{id}");
    }
    assert!(plan.rows.iter().all(|row| row.id != "T-24" && row.id != "T-09"), "only what applies");
    assert!(is_lawful(&plan.breaches) && plan.nearest.is_none());
    assert_eq!(row(&plan, "T-14").days_left, 82);
}

#[test]
fn a_village_cooperative_reads_one_day_for_its_invitation() {
    let input = |kdmp, chosen: &str, invite_days| RatInput {
        chosen: Some(chosen.into()),
        kdmp,
        level: Some(Level::Primary),
        articles: ArticlesInput { invite_days, ..ArticlesInput::default() },
        ..RatInput::default()
    };
    let invitations = |input| {
        let plan = plan(&facts(input, "2026-11-28"), day("2026-11-28")).unwrap();
        let is_one = |id: &&str| ["T-10", "T-11", "AD-UND"].contains(id);
        plan.rows.iter().map(|row| row.id).filter(is_one).collect::<Vec<_>>()
    };
    let ahead = "2027-06-15";
    assert_eq!(invitations(input(Answer::Yes, ahead, None)), ["T-10"]);
    assert_eq!(invitations(input(Answer::No, ahead, None)), ["T-11"]);
    assert_eq!(invitations(input(Answer::Yes, ahead, Some(12))), ["T-10"]);
    assert_eq!(invitations(input(Answer::Yes, ahead, Some(21))), ["AD-UND", "T-10"], "to be sent, and to be there");
}

#[test]
fn a_done_document_ticks_its_row() {
    let mut input = RatInput { chosen: Some("2026-03-28".into()), ..RatInput::default() };
    for id in [document::DOK_06, document::DOK_07] {
        input.documents.push((id, DocumentInput { state: DocumentState::Have, ..DocumentInput::default() }));
    }
    let plan = plan(&facts(input, "2026-01-05"), day("2026-01-05")).unwrap();
    assert_eq!(
        (row(&plan, "T-07").done, row(&plan, "T-05").done, row(&plan, "T-21").done),
        (Answer::Yes, Answer::Unknown, Answer::Unknown)
    );
}

#[test]
fn a_day_that_breaks_rules_says_which_and_offers_another() {
    // Chosen too late: past the legal limit.
    let late = plan(
        &facts(RatInput { chosen: Some("2026-07-04".into()), ..RatInput::default() }, "2026-01-05"),
        day("2026-01-05"),
    )
    .unwrap();
    let broken: Vec<_> = late.breaches.iter().filter(|breach| breach.kind == Kind::Broken).collect();
    assert_eq!((broken.len(), broken[0].rule, broken[0].basis), (1, rule::RAT_02, Basis::Law));
    assert!(broken[0].text.say(Locale::Id).contains("30 Juni 2026"));
    let nearest = late.nearest.unwrap();
    assert_eq!((nearest.day, nearest.late), (day("2026-06-30"), false));

    // Chosen too soon: report and invitation can no longer be in time.
    let soon = plan(
        &facts(RatInput { chosen: Some("2026-03-10".into()), ..RatInput::default() }, "2026-03-05"),
        day("2026-03-05"),
    )
    .unwrap();
    let rules: Vec<_> =
        soon.breaches.iter().filter(|breach| breach.kind == Kind::Broken).map(|breach| breach.rule).collect();
    assert_eq!(rules, [rule::RAT_06, rule::UND_01]);
    assert_eq!(soon.nearest.unwrap().day, day("2026-04-05"));

    // Nothing lawful is left: the soonest with due notice, marked late.
    let gone = plan(&facts(RatInput::default(), "2026-08-03"), day("2026-08-03")).unwrap();
    let nearest = gone.nearest.unwrap();
    assert_eq!((nearest.day, nearest.late), (day("2026-09-03"), true));
    assert_eq!(gone.meeting, nearest.day);
}

#[test]
fn advice_is_no_breach() {
    let plan = plan(
        &facts(RatInput { chosen: Some("2026-05-10".into()), ..RatInput::default() }, "2026-01-05"),
        day("2026-01-05"),
    )
    .unwrap();
    assert!(is_lawful(&plan.breaches) && plan.nearest.is_none());
    let minded: Vec<_> = plan.breaches.iter().map(|breach| breach.rule).collect();
    assert_eq!(minded, [rule::RAT_03, rule::LAP_03]);
}

#[test]
fn stricter_articles_come_first() {
    let articles = ArticlesInput { invite_days: Some(21), rat_months: Some(3), ..ArticlesInput::default() };
    let input = RatInput { chosen: Some("2026-04-20".into()), articles, ..RatInput::default() };
    let ad = plan(&facts(input.clone(), "2026-01-05"), day("2026-01-05")).unwrap();
    assert_eq!(ad.breaches[0].basis, Basis::Articles);
    assert_eq!(ad.nearest.unwrap().day, day("2026-03-31"));
    assert_eq!(row(&ad, "AD-UND").day, day("2026-03-30"));
    // Looser articles do not loosen the law.
    let loose = ArticlesInput { invite_days: Some(3), ..ArticlesInput::default() };
    let plan = plan(&facts(RatInput { articles: loose, ..input }, "2026-01-05"), day("2026-01-05")).unwrap();
    assert!(plan.rows.iter().all(|row| row.id != "AD-UND"));
}

#[test]
fn an_invitation_sent_in_time_stays_in_time() {
    let mut input =
        RatInput { chosen: Some("2026-03-28".into()), invited: Some("2026-03-02".into()), ..RatInput::default() };
    input.documents.push((document::DOK_06, DocumentInput { state: DocumentState::Have, ..DocumentInput::default() }));
    let plan = plan(&facts(input, "2026-03-27"), day("2026-03-27")).unwrap();
    assert!(is_lawful(&plan.breaches), "{:?}", plan.breaches);
}

#[test]
fn group_meetings_need_time_and_five_hundred_members() {
    let plans = PlansInput { groups: Answer::Yes, ..PlansInput::default() };
    let articles = ArticlesInput { groups: Answer::Yes, ..ArticlesInput::default() };
    let mut input = RatInput {
        members: Some(612),
        kdmp: Answer::Yes,
        plans,
        articles,
        chosen: Some("2026-03-28".into()),
        ..RatInput::default()
    };
    let big = plan(&facts(input.clone(), "2026-01-05"), day("2026-01-05")).unwrap();
    assert!(is_lawful(&big.breaches));
    assert_eq!(row(&big, "T-09").day, day("2026-03-07"));
    input.members = Some(500);
    let small = plan(&facts(input, "2026-01-05"), day("2026-01-05")).unwrap();
    assert_eq!(small.breaches[0].rule, rule::KEL_01);
    assert!(small.nearest.is_some(), "the day itself is fine");
}

#[test]
fn beyond_the_holidays_known_it_says_so() {
    let plan = plan(
        &facts(RatInput { chosen: Some("2031-03-20".into()), ..RatInput::default() }, "2031-01-06"),
        day("2031-01-06"),
    )
    .unwrap();
    assert_eq!(plan.certainty, Certainty::BeyondCoverage);
    assert!(plan.breaches.iter().any(|breach| breach.text.say(Locale::Id).contains("2030")));
}

#[test]
fn a_held_year_moves_the_plan_on() {
    let history =
        vec![YearInput { year: 2025, held: Answer::Yes, held_on: Some("2026-03-14".into()), ..YearInput::default() }];
    let plan = plan(&facts(RatInput { history, ..RatInput::default() }, "2026-11-22"), day("2026-11-22")).unwrap();
    assert_eq!((plan.book_year, plan.meeting), (2026, day("2027-03-31")));
}

fn sample(today: &str) -> Calendar {
    let input = RatInput {
        chosen: Some("2026-03-28".into()),
        kdmp: Answer::Yes,
        level: Some(Level::Primary),
        ..RatInput::default()
    };
    plan(&facts(input, today), day(today)).unwrap()
}

#[test]
fn the_calendar_file_parses_back() {
    let plan = sample("2026-01-05");
    for locale in [Locale::Id, Locale::En] {
        let text = ics(&plan, "Koperasi Contoh", day("2026-01-05"), locale);
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "75 octets");
        assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "CRLF only");
        let calendars: Vec<_> =
            ical::IcalParser::new(BufReader::new(text.as_bytes())).collect::<Result<_, _>>().unwrap();
        let ahead: Vec<_> = plan.rows.iter().filter(|row| row.days_left >= 0).collect();
        assert_eq!(calendars[0].events.len(), ahead.len());
        for (event, row) in calendars[0].events.iter().zip(ahead) {
            let value =
                |name: &str| event.properties.iter().find(|each| each.name == name).unwrap().value.clone().unwrap();
            assert_eq!(value("DTSTART"), row.day.to_string().replace('-', ""));
            assert_eq!(value("DTEND"), row.day.plus_days(1).to_string().replace('-', ""));
            let label = row.label.say(locale);
            assert_eq!(value("SUMMARY").replace("\\,", ",").replace("\\;", ";"), label);
            assert!(!event.alarms.is_empty());
            for id in &row.rules {
                assert!(value("DESCRIPTION").replace("\\,", ",").replace("\\;", ";").contains(id.rule().citation));
            }
        }
    }
}

#[test]
fn identities_are_stable_and_apart() {
    let uids = |plan: &Calendar, owner: &str, today: &str| -> Vec<String> {
        let text = ics(plan, owner, day(today), Locale::Id).replace("\r\n ", "");
        text.lines().filter_map(|line| line.strip_prefix("UID:")).map(str::to_owned).collect()
    };
    let first = uids(&sample("2026-01-05"), "A", "2026-01-05");
    let again = uids(&sample("2026-02-05"), "A", "2026-02-05");
    assert!(!again.is_empty() && again.iter().all(|uid| first.contains(uid)));
    let mut distinct = first.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), first.len());
    assert!(uids(&sample("2026-01-05"), "B", "2026-01-05").iter().all(|uid| !first.contains(uid)));
}

proptest! {
    #[test]
    fn months_agree_with_chrono(year in 1950..2100i32, ordinal in 1..=365u32, months in 0..40u32) {
        let date = NaiveDate::from_yo_opt(year, ordinal).unwrap();
        let here = Day::new(date.year(), date.month(), date.day()).unwrap();
        let there = date.checked_add_months(Months::new(months)).unwrap();
        let moved = here.plus_months(i32::try_from(months).unwrap());
        prop_assert_eq!((moved.year(), moved.month(), moved.day()), (there.year(), there.month(), there.day()));
        let end = here.plus_months_at_month_end(i32::try_from(months).unwrap());
        prop_assert!(end >= moved && end.month() == moved.month());
        if here.is_month_end() { prop_assert!(end.is_month_end()); } else { prop_assert_eq!(end, moved); }
        prop_assert_eq!(Day::parse(&here.to_string()), Some(here));
    }

    #[test]
    fn every_book_year_closes_once(month in 1..=12u32, number in 1..=31u32, year in 1990..2060i32, shift in 0..365i64) {
        let Some(end) = BookYearEnd::new(month, number) else { return Ok(()) };
        let close = end.close_of(year).unwrap();
        prop_assert_eq!(end.newest_closed(close), year);
        prop_assert_eq!(end.newest_closed(close.plus_days(-1)), year - 1);
        prop_assert_eq!(end.first_after(close), year + 1);
        let inside = close.plus_days(shift);
        prop_assert!(end.close_of(end.first_after(inside)).unwrap() > inside);
    }

    #[test]
    fn notice_holds_exactly_that_many_working_days(offset in 0..2000i64, count in 0..30u32) {
        let meeting = day("2025-02-01").plus_days(offset);
        let all = &holidays::INDONESIA;
        let from = all.working_days_before(meeting, count).day;
        let between = (0..from.days_until(meeting)).filter(|step| all.is_working_day(from.plus_days(*step))).count();
        prop_assert_eq!(between, count as usize);
    }

    #[test]
    fn an_offered_day_is_lawful(chosen in 0..400i64, now in 0..300i64, kdmp: bool, groups: bool) {
        let today = day("2026-01-02").plus_days(now);
        let input = RatInput {
            members: Some(612),
            kdmp: kdmp.into(),
            articles: ArticlesInput { groups: Answer::Yes, ..ArticlesInput::default() },
            plans: PlansInput { groups: groups.into(), ..PlansInput::default() },
            chosen: Some(today.plus_days(chosen).to_string()),
            ..RatInput::default()
        };
        let first = plan(&rat::read(&input, today).facts, today).unwrap();
        prop_assert_eq!(first.nearest.is_none(), is_lawful(&first.breaches));
        if let Some(nearest) = first.nearest {
            let again = RatInput { chosen: Some(nearest.day.to_string()), ..input };
            let second = plan(&rat::read(&again, today).facts, today).unwrap();
            let only_late = second.breaches.iter().all(|breach| breach.kind == Kind::Mind || breach.rule == rule::RAT_02);
            prop_assert!(only_late && is_lawful(&second.breaches) != nearest.late, "{:?}", second.breaches);
        }
    }

    #[test]
    fn any_name_and_day_make_a_sound_calendar_file(owner in ".{0,40}", offset in 0..300i64) {
        let today = day("2026-01-02").plus_days(offset);
        let plan = plan(&rat::read(&RatInput::default(), today).facts, today).unwrap();
        let text = ics(&plan, &owner, today, Locale::Id);
        prop_assert!(text.split("\r\n").all(|line| line.len() <= 75));
        prop_assert!(ical::IcalParser::new(BufReader::new(text.as_bytes())).all(|calendar| calendar.is_ok()));
    }
}
