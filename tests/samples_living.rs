//! The invented cooperatives whose days go along with the years: what a class should find in them is there on any day.
#![allow(clippy::unwrap_used, missing_docs)]

use cermin_koperasi::assessment::Answer;
use cermin_koperasi::calendar::Day;
use cermin_koperasi::exact::{Fraction, Range};
use cermin_koperasi::exchange::levels::{Meeting, stands};
use cermin_koperasi::locale::Locale;
use cermin_koperasi::money::{Places, decimal};
use cermin_koperasi::page::rat::Board;
use cermin_koperasi::page::workshop::{Sample, samples};
use cermin_koperasi::page::{Effect, Message, Model, Route, update};
use cermin_koperasi::rat::due::{BookYear, Timing};
use cermin_koperasi::rat::{Answer as Said, Predicate, Problem};
use cermin_koperasi::scoring::{Report, Status, assess};
use cermin_koperasi::standing::{Estimate, Health, Institution, Risk, Standing, standing};

/// Every day of four years, from one on which all were written to the next leap year's end.
fn days() -> impl Iterator<Item = Day> {
    let first = Day::parse("2026-07-01").unwrap();
    (0..4 * 366).map(move |days| first.plus_days(days))
}

fn at(id: &str, today: Day) -> Model {
    let work = Sample::find(id).unwrap().work(Some(today)).unwrap();
    Model { today: Some(today), work, ..Model::new(Locale::Id) }
}

/// The findings of a sample hold these fragments, as each language writes them.
fn told(id: &str, fragment: impl Fn(Locale) -> String) {
    let sample = Sample::find(id).unwrap();
    assert!(sample.written.is_some(), "its days go along");
    for locale in Locale::ALL.iter().copied().filter(|locale| locale.is_installed()) {
        let (find, fragment) = (sample.story(locale).unwrap().find.join("\n"), fragment(locale));
        assert!(find.contains(&fragment), "{id} ({}): {fragment} is not among the findings", locale.code());
    }
}

/// The range over every way to read the form, with the predicates of both ends.
fn told_range(id: &str, report: &Report) {
    let range = report.honest_total();
    for end in [range.low, range.high] {
        told(id, |locale| decimal(end, Places::Exactly(2), locale));
    }
    let ends = report.honest_predicate();
    for end in [ends.low, ends.high] {
        told(id, |_| end.unwrap().name.to_owned());
    }
}

fn points(report: &Report, indicator: &str) -> Fraction {
    report.indicator(indicator).unwrap().score.low
}

/// Nothing lies ahead of today, nothing contradicts itself, and the book year is the one that an examiner would ask for.
fn is_of_today(model: &Model, today: Day) {
    let board = Board::of(model).unwrap();
    assert_eq!(board.faults().collect::<Vec<&Problem>>(), Vec::<&Problem>::new(), "{today}");
    let closed = Day::parse(model.assessment().profile.book_year_end.as_deref().unwrap()).unwrap();
    assert!(closed < today && closed.days_until(today) < 550, "{today}: {closed}");
    for year in &model.assessment().rat.history {
        assert!(year.held_on.as_deref().and_then(Day::parse).is_none_or(|held| held <= today), "{today}: {year:?}");
    }
}

/// Where a sample stands on each day. It was said in full: nobody asks for level, founding, business or organs.
fn each_day(id: &str, holds: impl Fn(Day, &Model, &Standing)) {
    for today in days() {
        let model = at(id, today);
        is_of_today(&model, today);
        let said = &model.assessment().rat;
        assert!(said.level.is_some() && said.established.is_some() && said.organs.board_until.is_some(), "{today}");
        assert!(said.business != Said::Unknown && said.ever_traded != Said::Unknown, "{today}");
        // What the examination estimates bears on none of these lines; to score it again each day takes a minute.
        holds(today, &model, &standing(&Board::of(&model).unwrap().facts, today, None));
    }
}

/// The newest three book years that have fallen due, oldest first, as the definitions look at them.
fn window(standing: &Standing) -> Vec<&BookYear> {
    let due: Vec<&BookYear> = standing.years.iter().filter(|year| year.due).collect();
    due[due.len() - 3..].to_vec()
}

fn is_settled(standing: &Standing, institution: Institution, risk: Risk) -> bool {
    (standing.institution.settled, standing.risk.settled) == (Some(institution), Some(risk))
}

/// The findings name status and risk as the screens do.
fn told_standing(id: &str, institution: Institution, risk: Risk) {
    told(id, |locale| {
        let status = institution.label().say(locale);
        if locale == Locale::Id { format!("statusnya {status}") } else { format!("its status is {status}") }
    });
    told(id, |locale| risk.label().say(locale).to_owned());
}

#[test]
fn the_days_of_every_sample_go_along_so_its_sentences_name_no_year() {
    let is_year = |word: &str| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    for sample in samples() {
        assert!(sample.written.is_some(), "{}", sample.id);
        for locale in Locale::ALL.iter().copied().filter(|locale| locale.is_installed()) {
            let story = sample.story(locale).unwrap();
            for text in story.find.iter().copied().chain([story.story]) {
                assert!(!text.split(|sign: char| !sign.is_ascii_digit()).any(is_year), "{}: {text}", sample.id);
            }
        }
    }
}

/// Held, reported, and late twice running: a good score and an active status, and yet not in time.
#[test]
fn what_should_be_found_of_late_meetings_is_there_on_any_day() {
    const ID: &str = "rat-terlambat";
    each_day(ID, |today, model, standing| {
        assert!(is_settled(standing, Institution::Aktif, Risk::Sedang), "{today}: {:?}", standing.risk);
        let timings: Vec<Option<Timing>> = window(standing).iter().map(|year| year.timing).collect();
        assert_eq!(timings, [Some(Timing::OnTime), Some(Timing::Late), Some(Timing::Late)], "{today}");
        let found: Vec<&str> = standing.findings.iter().map(|found| found.finding().id).collect();
        assert_eq!(found, ["F-RAT-TERLAMBAT"], "{today}");
        let expected = Range::exactly(Institution::Aktif);
        assert_eq!(stands(model.assessment(), today), Some((expected, Some(Meeting::Late))), "{today}");
        assert_eq!(standing.health.health, Health::Candidate, "{today}");
    });
    told_standing(ID, Institution::Aktif, Risk::Sedang);
    let today = Day::parse("2026-11-29").unwrap();
    let model = at(ID, today);
    let standing = Board::of(&model).unwrap().standing();
    for late in &window(&standing)[1..] {
        for locale in Locale::ALL.iter().copied().filter(|locale| locale.is_installed()) {
            let day = locale.day(late.held_on.unwrap());
            let without_year = day.rsplit_once(' ').unwrap().0;
            assert!(Sample::find(ID).unwrap().story(locale).unwrap().story.contains(without_year), "{day}");
        }
    }
    let estimate = Estimate::of(model.assessment()).unwrap();
    assert_eq!((estimate.worst, estimate.best), (Predicate::Sehat, Predicate::Sehat));
}

#[test]
fn what_should_be_found_of_fast_growth_is_there_on_any_day() {
    const ID: &str = "kredit-macet";
    each_day(ID, |today, model, standing| {
        assert!(is_settled(standing, Institution::Aktif, Risk::Rendah), "{today}: {:?}", standing.risk);
        for year in window(standing) {
            assert_eq!((year.timing, year.reported), (Some(Timing::OnTime), Said::Yes), "{today}: {}", year.year);
            assert_eq!(year.held_on.unwrap().month(), 3, "{today}: every March");
        }
        assert!(standing.findings.is_empty() && standing.risk.grounds.is_empty(), "{today}: {:?}", standing.findings);
        let expected = Range::exactly(Institution::Aktif);
        assert_eq!(stands(model.assessment(), today), Some((expected, Some(Meeting::OnTime))), "{today}");
    });
    told_standing(ID, Institution::Aktif, Risk::Rendah);
}

#[test]
fn what_should_be_found_of_a_long_sleep_is_there_on_any_day() {
    const ID: &str = "mati-suri";
    each_day(ID, |today, model, standing| {
        assert!(is_settled(standing, Institution::TidakAktif, Risk::Tinggi), "{today}: {:?}", standing.risk);
        let missed = &standing.revival.as_ref().unwrap().missed;
        assert!(missed.len() == 3 && window(standing).iter().all(|year| year.missed()), "{today}: {missed:?}");
        assert!(standing.years.iter().rev().find(|year| year.held.yes()).unwrap().held_on.is_some(), "{today}");
        let found: Vec<&str> = standing.findings.iter().map(|found| found.finding().id).collect();
        for id in ["F-3X-BOLONG", "F-USAHA-MATI", "F-TIDAK-AKTIF", "F-ORGAN"] {
            assert!(found.contains(&id), "{today}: {id} is not among {found:?}");
        }
        let expected = Range::exactly(Institution::TidakAktif);
        assert_eq!(stands(model.assessment(), today), Some((expected, Some(Meeting::Missed))), "{today}");
        assert_eq!(standing.health.health, Health::NotRateable, "{today}");
    });
    told_standing(ID, Institution::TidakAktif, Risk::Tinggi);
}

/// What is not known there is left open on purpose: one meeting, one report, and the end of one term.
#[test]
fn what_should_be_found_of_a_new_treasurer_is_there_on_any_day() {
    const ID: &str = "banyak-belum-tahu";
    const BETWEEN: [Institution; 2] = [Institution::Aktif, Institution::AktifPerluPembinaan];
    const RISK: [Risk; 2] = [Risk::Rendah, Risk::Sedang];
    each_day(ID, |today, model, standing| {
        assert_eq!([standing.institution.best, standing.institution.worst], BETWEEN, "{today}");
        assert_eq!([standing.risk.best, standing.risk.worst], RISK, "{today}");
        assert!(standing.risk.grounds.iter().all(|ground| !ground.certain), "{today}: {:?}", standing.risk.grounds);
        let years: Vec<(Said, Said)> = window(standing).iter().map(|year| (year.held, year.reported)).collect();
        assert_eq!(
            years,
            [(Said::Unknown, Said::Unknown), (Said::Yes, Said::Unknown), (Said::Yes, Said::Yes)],
            "{today}"
        );
        let organs = &model.assessment().rat.organs;
        assert!(organs.supervisors_until.is_none() && organs.has_supervisors.yes(), "{today}");
        assert!(standing.findings.is_empty(), "{today}: {:?}", standing.findings);
        assert_eq!(stands(model.assessment(), today).unwrap().1, Some(Meeting::OnTime), "{today}");
    });
    for status in BETWEEN {
        told(ID, |locale| status.label().say(locale).to_owned());
    }
    for risk in RISK {
        told(ID, |locale| risk.label().say(locale).to_owned());
    }
}

#[test]
fn what_should_be_found_of_a_shop_is_there_on_any_day() {
    const ID: &str = "warung-bersama";
    for today in days() {
        let model = at(ID, today);
        is_of_today(&model, today);
        let standing = Board::of(&model).unwrap().standing();
        assert_eq!(
            (standing.institution.best, standing.institution.worst),
            (Institution::Aktif, Institution::Aktif),
            "{today}"
        );
        assert!(standing.findings.is_empty() && standing.beginning.is_none(), "{today}: {:?}", standing.findings);
    }
    told(ID, |_| "Aktif".to_owned());
    let report = assess(at(ID, Day::parse("2026-07-01").unwrap()).assessment());
    told_range(ID, &report);
    let lowest = report.doubt.as_ref().unwrap().by.iter().min_by_key(|by| by.total.low).unwrap();
    told(ID, |_| lowest.difference.to_owned());
    assert_eq!((points(&report, "C.II.3.a"), points(&report, "C.II.2.b")), (Fraction::whole(2), Fraction::ONE));
    let turns = report.indicator("C.II.3.a").unwrap().trace.ratio().unwrap();
    told(ID, |locale| decimal(turns, Places::Exactly(1), locale));
}

#[test]
fn what_should_be_found_of_a_village_cooperative_is_there_on_any_day() {
    const ID: &str = "kdmp-baru";
    for today in days() {
        let model = at(ID, today);
        is_of_today(&model, today);
        let board = Board::of(&model).unwrap();
        let standing = board.standing();
        assert!(board.facts.kdmp.yes() && standing.beginning.is_some(), "{today}");
        assert!(standing.institution.worst < Institution::TidakAktif, "{today}: {:?}", standing.institution.worst);
        assert_eq!(standing.years.iter().filter(|year| year.due && year.held.no()).count(), 1, "{today}");
        let found: Vec<usize> = model.sheet_checks().iter().map(|found| found.check).collect();
        assert!(found.contains(&1) && found.contains(&6), "{today}: {found:?}");
    }
    let model = at(ID, Day::parse("2026-07-01").unwrap());
    let report = assess(model.assessment());
    told_range(ID, &report);
    let growth = report.indicators.iter().filter(|one| one.indicator.id.starts_with("C.III.1."));
    assert_eq!(growth.filter(|one| one.trace.status == Status::ZeroDenominator).count(), 3);
    let unknown = model.assessment().answers.values().filter(|answer| **answer == Answer::Unknown).count();
    told(ID, |_| format!("{unknown} "));
}

#[test]
fn a_sample_of_the_workshop_opens_on_its_entries_and_not_on_the_answer() {
    for sample in samples() {
        let mut model = Model { today: Day::parse("2027-02-28"), ..Model::new(Locale::Id) };
        let effects = update(&mut model, Message::parse(&format!("workshop load {}", sample.id), "").unwrap());
        assert!(effects.contains(&Effect::Go(Route::Tasks)), "{}", sample.id);
        assert!(model.sample && model.work.notices.is_empty(), "{}", sample.id);
    }
}

/// The status speaks of the predicate as the result does: over every way to read the form.
#[test]
fn the_status_names_every_predicate_that_the_result_names() {
    let model = at("warung-bersama", Day::parse("2026-11-29").unwrap());
    let estimate = Estimate::of(model.assessment()).unwrap();
    assert_eq!((estimate.worst, estimate.best), (Predicate::CukupSehat, Predicate::Sehat));
    let ends = assess(model.assessment()).honest_predicate().map(|one| one.unwrap().id);
    assert_eq!((ends.low, ends.high), ("cukup-sehat", "sehat"));
}
