//! The seventeen cases of the reference, each read from the golden file so that no expectation lives here.
#![allow(clippy::unwrap_used, missing_docs)]

use cermin_koperasi::calendar::{Day, Holidays};
use cermin_koperasi::rat::book::{document, rule};
use cermin_koperasi::rat::calendar::{Case, circular, invite_limits};
use cermin_koperasi::rat::due::{self, Limits, Timing};
use cermin_koperasi::rat::{self, Answer, LetterInput, LetterKind, Level, Predicate, RatInput, YearInput, quorum};
use cermin_koperasi::standing::{Health, Institution, Risk, Standing, standing};
use serde_json::Value;

const VECTORS: &str = include_str!("golden/rat-vectors.json");

fn vector(id: &str) -> (Value, Value) {
    let all: Vec<Value> = serde_json::from_str(VECTORS).unwrap();
    let found = all.into_iter().find(|vector| vector["id"] == id).unwrap();
    (found["input"].clone(), found["expect"].clone())
}

fn day(value: &Value) -> Day {
    Day::parse(value.as_str().unwrap()).unwrap()
}

fn limits(input: &Value) -> Limits {
    let level = if input["type"] == "sekunder" { Level::Secondary } else { Level::Primary };
    Limits::of(day(&input["fye"]), Some(level), None)
}

fn timing(input: &Value) -> &'static str {
    match limits(input).timing(day(&input["rat_date"])) {
        Timing::OnTime => "tepat_waktu",
        Timing::PastAdvice => "lewat_anjuran",
        Timing::Late => "terlambat",
    }
}

#[test]
fn all_seventeen_are_here() {
    let all: Vec<Value> = serde_json::from_str(VECTORS).unwrap();
    assert_eq!(all.len(), 17);
}

#[test]
fn u01_on_time() {
    let (input, expect) = vector("U-01");
    let limits = limits(&input);
    assert_eq!((limits.legal, limits.advised), (day(&expect["legal_deadline"]), day(&expect["advised_deadline"])));
    assert_eq!(timing(&input), expect["result"]);
}

#[test]
fn u02_past_advice_is_not_late() {
    let (input, expect) = vector("U-02");
    assert_eq!(timing(&input), expect["result"]);
    let meeting = day(&input["rat_date"]);
    assert_eq!(limits(&input).timing(meeting) == Timing::Late, expect["late"].as_bool().unwrap());
    assert_eq!(due::report_due(meeting), day(&expect["report_due"]));
    let passed = meeting > circular(day(&input["fye"]), Some(Level::Primary));
    assert_eq!(passed, expect["circular_date_passed"].as_bool().unwrap());
}

#[test]
fn u03_late() {
    let (input, expect) = vector("U-03");
    assert_eq!(timing(&input), expect["result"]);
    assert_eq!(expect["sanction_rule"], rule::SAN_01.rule().id);
}

#[test]
fn u04_secondary_closing_in_march() {
    let (input, expect) = vector("U-04");
    let limits = limits(&input);
    assert_eq!((limits.legal, limits.advised), (day(&expect["legal_deadline"]), day(&expect["advised_deadline"])));
}

#[test]
fn u05_to_u07_quorum_and_groups() {
    for id in ["U-05", "U-06", "U-07"] {
        let (input, expect) = vector(id);
        let members = input["members"].as_u64().unwrap();
        assert_eq!(Some(quorum::least(members)), expect["quorum_min"].as_u64(), "{id}");
        if let Some(strict) = expect["quorum_strict"].as_u64() {
            assert_eq!(quorum::safe(members), strict, "{id}");
        }
        if let Some(allowed) = expect["group_meeting_allowed"].as_bool() {
            assert_eq!(quorum::groups_allowed(members, Answer::Yes).yes(), allowed, "{id}");
        }
    }
}

/// A cooperative with this history up to the newest due year, as of the day after the legal limit of book year 2025.
fn stand(input: &Value) -> Standing {
    let today = Day::new(2026, 7, 1).unwrap();
    let history = input["history"].as_array().unwrap();
    let first = 2026 - i32::try_from(history.len()).unwrap();
    let business = input["business_active"].as_bool().unwrap();
    let predicate = (input["health_predicate"] == "Sehat").then_some(Predicate::Sehat);
    let year = |(year, held): (i32, &Value)| YearInput {
        year,
        held: (held == "held").into(),
        reported: if held == "held" { input["reported"].as_bool().unwrap_or(true).into() } else { Answer::No },
        ..YearInput::default()
    };
    let input = RatInput {
        established: Some(format!("{first}-01-31")),
        members: Some(50),
        business: business.into(),
        predicate,
        history: (first..).zip(history).map(year).collect(),
        ..RatInput::default()
    };
    let read = rat::read(&input, today);
    assert!(read.problems.is_empty(), "{:?}", read.problems);
    standing(&read.facts, today, None)
}

fn status(standing: &Standing) -> &'static str {
    match standing.institution.settled.unwrap() {
        Institution::Aktif => "aktif",
        Institution::Baru => "baru",
        Institution::AktifPerluPembinaan => "aktif_perlu_pembinaan",
        Institution::TidakAktif => "tidak_aktif",
        Institution::DalamPenyelesaian => "dalam_penyelesaian",
    }
}

fn risk(standing: &Standing) -> &'static str {
    match standing.risk.settled.unwrap() {
        Risk::Rendah => "rendah",
        Risk::Sedang => "sedang",
        Risk::Tinggi => "tinggi",
        Risk::Kritis => "kritis",
    }
}

fn grounds(standing: &Standing) -> Vec<&'static str> {
    let risk = standing.risk.grounds.iter().map(|ground| ground.reason.rule.rule().id);
    risk.chain(standing.institution.reasons.iter().map(|reason| reason.rule.rule().id)).collect()
}

#[test]
fn u08_to_u12_standing() {
    for id in ["U-08", "U-09", "U-10", "U-11", "U-12"] {
        let (input, expect) = vector(id);
        let standing = stand(&input);
        assert_eq!(status(&standing), expect["status"], "{id}");
        if !expect["risk"].is_null() {
            assert_eq!(risk(&standing), expect["risk"], "{id}");
        }
        let one = [expect["rule"].clone()];
        let rules = expect["rules"].as_array().map_or(&one[..], Vec::as_slice);
        for rule in rules.iter().filter_map(Value::as_str) {
            assert!(grounds(&standing).contains(&rule), "{id}: {rule} not in {:?}", grounds(&standing));
        }
        if expect["health"] == "sehat" {
            assert_eq!(standing.health.health, Health::Official(Predicate::Sehat), "{id}");
        }
    }
}

#[test]
fn u13_the_clock_of_a_letter() {
    let (input, expect) = vector("U-13");
    let today = Day::new(2026, 9, 1).unwrap();
    let letter = LetterInput {
        kind: LetterKind::DissolutionPlan,
        received: input["letter_received"].as_str().map(str::to_owned),
        ..LetterInput::default()
    };
    let input = RatInput { members: Some(50), letters: vec![letter], ..RatInput::default() };
    let standing = standing(&rat::read(&input, today).facts, today, None);
    let clock = standing.risk.clock.as_ref().unwrap();
    assert_eq!(clock.steps[0].day, day(&expect["objection_deadline"]));
    assert_eq!(clock.steps[1].day, day(&expect["decision_deadline"]));
    assert_eq!(clock.objection_days_left, Some(44));
    assert_eq!(risk(&standing), expect["risk"]);
}

#[test]
fn u14_u15_audit_by_capital_not_assets() {
    for id in ["U-14", "U-15"] {
        let (input, expect) = vector(id);
        let today = Day::new(2026, 1, 10).unwrap();
        let input = RatInput {
            savings_loan: input["ksp"].as_bool().unwrap().into(),
            modal: input["modal_idr"].as_i64(),
            assets: input["assets_idr"].as_i64(),
            ..RatInput::default()
        };
        let facts = rat::read(&input, today).facts;
        let needed = rat::readiness(&facts, today).documents.into_iter().find(|item| item.document == document::DOK_08);
        assert_eq!(needed.unwrap().needed.yes(), expect["audit_required"].as_bool().unwrap(), "{id}");
    }
}

#[test]
fn u16_the_highest_class_counts() {
    let (input, expect) = vector("U-16");
    let said = RatInput {
        members: input["members"].as_i64(),
        own_capital: input["own_capital_idr"].as_i64(),
        assets: input["assets_idr"].as_i64(),
        ..RatInput::default()
    };
    let class = rat::class(&rat::read(&said, Day::new(2026, 1, 10).unwrap()).facts).unwrap();
    assert_eq!(Some(u64::from(class.level)), expect["kuk"].as_u64());
    assert_eq!((class.by_members, class.by_capital, class.by_assets), (Some(2), Some(1), Some(1)));
}

#[test]
fn u17_seven_working_days() {
    let (input, expect) = vector("U-17");
    let facts = rat::RatFacts::default();
    let limits = due::limits(&facts, 2025).unwrap();
    let case = Case { facts: &facts, limits, today: Day::new(2026, 1, 10).unwrap(), holidays: &Holidays::NONE };
    let law = invite_limits(&case, day(&input["rat_date"]))[0];
    assert_eq!(law.day, day(&expect["invite_latest_7_working_days"]));
}
