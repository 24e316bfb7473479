//! The invented cooperatives whose days go along with the years: what a class should find in them is there on any day.
#![allow(clippy::unwrap_used, missing_docs)]

use cermin_koperasi::assessment::Answer;
use cermin_koperasi::calendar::Day;
use cermin_koperasi::exact::Fraction;
use cermin_koperasi::locale::Locale;
use cermin_koperasi::money::{Places, decimal};
use cermin_koperasi::page::rat::Board;
use cermin_koperasi::page::workshop::Sample;
use cermin_koperasi::page::{Effect, Message, Model, Route, update};
use cermin_koperasi::rat::{Predicate, Problem};
use cermin_koperasi::scoring::{Report, Status, assess};
use cermin_koperasi::standing::{Estimate, Institution};

/// Every day of four years, from one on which both were written to the next leap year's end.
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
    for sample in cermin_koperasi::page::workshop::samples() {
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
