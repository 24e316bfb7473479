//! Where a cooperative stands, in cases a board would know.
#![allow(clippy::unwrap_used, missing_docs)]

use cermin_koperasi::calendar::Day;
use cermin_koperasi::locale::Locale;
use cermin_koperasi::rat::book::{coaching, conflict, finding, rule};
use cermin_koperasi::rat::{
    self, Answer, LetterGround, LetterInput, LetterKind, OrgansInput, Predicate, RatInput, SignalsInput, YearInput,
};
use cermin_koperasi::standing::{
    ClockState, Estimate, Health, Institution, Reason, Risk, Standing, answered_by, standing,
};

/// The day after the legal limit of book year 2025: years 2023, 2024 and 2025 are the newest due.
fn today() -> Day {
    Day::new(2026, 7, 1).unwrap()
}

fn stand(input: &RatInput) -> Standing {
    stand_on(input, today())
}

fn stand_on(input: &RatInput, today: Day) -> Standing {
    standing(&rat::read(input, today).facts, today, None)
}

/// Held in time and reported (`h`), held and not reported (`u`), held late (`l`), missed (`m`), not known (`?`);
/// the last is book year 2025.
fn history(pattern: &str) -> Vec<YearInput> {
    let first = 2026 - i32::try_from(pattern.len()).unwrap();
    let year = |(year, what): (i32, char)| {
        let (held, reported) = match what {
            'h' | 'l' => (Answer::Yes, Answer::Yes),
            'u' => (Answer::Yes, Answer::No),
            'm' => (Answer::No, Answer::No),
            _ => (Answer::Unknown, Answer::Unknown),
        };
        let month_day = if what == 'l' { "06-30" } else { "03-01" };
        let next = if what == 'l' { year + 2 } else { year + 1 };
        let held_on = held.yes().then(|| format!("{next}-{month_day}"));
        YearInput { year, held, held_on, reported, ..YearInput::default() }
    };
    (first..).zip(pattern.chars()).map(year).collect()
}

fn coop(pattern: &str) -> RatInput {
    RatInput {
        established: Some("2010-02-01".into()),
        members: Some(50),
        business: Answer::Yes,
        history: history(pattern),
        ..RatInput::default()
    }
}

fn lines(input: &RatInput) -> (Institution, Institution, Risk, Risk) {
    let standing = stand(input);
    (standing.institution.best, standing.institution.worst, standing.risk.best, standing.risk.worst)
}

#[track_caller]
fn settled(pattern: &str, institution: Institution, risk: Risk) -> Standing {
    let standing = stand(&coop(pattern));
    assert_eq!(standing.institution.settled, Some(institution), "{pattern}");
    assert_eq!(standing.risk.settled, Some(risk), "{pattern}: {:?}", standing.risk.grounds);
    standing
}

#[test]
fn histories_settle_both_lines() {
    settled("hhhhhhhhhh", Institution::Aktif, Risk::Rendah);
    settled("mmmmmmmhhh", Institution::Aktif, Risk::Rendah);
    settled("hhhhhhhhhm", Institution::AktifPerluPembinaan, Risk::Sedang);
    settled("hhhhhhhhmh", Institution::AktifPerluPembinaan, Risk::Sedang);
    settled("hhhhhhhhmm", Institution::AktifPerluPembinaan, Risk::Tinggi);
    settled("hhhhhhhmmm", Institution::TidakAktif, Risk::Tinggi);
    settled("hhhhhhhhhu", Institution::Aktif, Risk::Sedang);
}

#[test]
fn what_is_not_known_is_told_as_a_range() {
    assert_eq!(
        lines(&coop("hhhhhhhhh?")),
        (Institution::Aktif, Institution::AktifPerluPembinaan, Risk::Rendah, Risk::Sedang)
    );
    let nothing = RatInput { established: Some("2010-02-01".into()), ..RatInput::default() };
    assert_eq!(lines(&nothing), (Institution::Aktif, Institution::TidakAktif, Risk::Rendah, Risk::Tinggi));
    let standing = stand(&nothing);
    assert_eq!((standing.institution.settled, standing.risk.settled), (None, None));
    assert_eq!(standing.institution.labels.len(), 2);
    assert!(standing.risk.grounds.iter().all(|ground| !ground.certain));
    assert!(standing.findings.is_empty(), "nothing is found where nothing is known");
    let says =
        |reasons: &[Reason]| reasons.iter().map(|reason| reason.text.say(Locale::Id)).collect::<Vec<_>>().join(" ");
    assert_eq!(says(&standing.institution.reasons), "Belum diketahui usaha berjalan atau tidak.");
    assert!(says(&standing.institution.possible).contains("10 RAT terakhir"));
    assert_eq!(
        standing.countings[0].text.say(Locale::Id),
        "Antara 0 dan 10 RAT terakhir berturut-turut tidak digelar."
    );
    assert!(standing.risk.next.say(Locale::Id).starts_with("Lengkapi dulu"));
}

#[test]
fn a_settled_status_rests_on_what_is_known_only() {
    // The business stands still; whether RATs were held is not known and decides nothing.
    let mut input = coop("???");
    input.business = Answer::No;
    let line = stand(&input).institution;
    assert_eq!(line.settled, Some(Institution::TidakAktif));
    let reasons: Vec<String> = line.reasons.iter().map(|reason| reason.text.say(Locale::Id)).collect();
    assert_eq!(reasons, ["Usaha tidak berjalan."]);
    assert!(line.possible.is_empty());
    // One missed for sure, two perhaps: at least one is said, the worst is kept apart.
    let line = stand(&coop("??m")).institution;
    assert_eq!((line.best, line.worst), (Institution::AktifPerluPembinaan, Institution::TidakAktif));
    assert_eq!(line.reasons[0].text.say(Locale::Id), "Ada 1 RAT yang terlewat dalam tiga tahun terakhir.");
    assert_eq!(line.possible[0].text.say(Locale::Id), "10 RAT terakhir berturut-turut tidak digelar.");
}

#[test]
fn late_twice_running_is_a_ground() {
    let mut input = coop("hhhhhhhhll");
    // Book year 2025 was held on the day itself of the check, one day late.
    input.history[9].held_on = Some("2026-07-01".into());
    let standing = stand(&input);
    assert_eq!(standing.risk.settled, Some(Risk::Sedang));
    assert!(standing.risk.grounds.iter().any(|ground| ground.reason.rule == rule::SAN_02));
    assert!(standing.findings.contains(&finding::F_RAT_TERLAMBAT));
    settled("hhhhhhhhlh", Institution::Aktif, Risk::Rendah);
}

#[test]
fn a_new_cooperative() {
    let mut input = coop("");
    input.established = Some("2025-03-01".into());
    assert_eq!(lines(&input).0, Institution::Baru, "nothing known of 2025 yet");
    input.history = history("h");
    let standing = stand(&input);
    assert_eq!((standing.institution.settled, standing.risk.settled), (Some(Institution::Baru), Some(Risk::Rendah)));
    input.history = history("m");
    assert_eq!(stand(&input).institution.settled, Some(Institution::AktifPerluPembinaan));
}

#[test]
fn a_new_cooperative_that_has_not_begun_is_warned_not_condemned() {
    let mut input = coop("h");
    input.established = Some("2025-03-01".into());
    (input.business, input.ever_traded) = (Answer::No, Answer::No);
    let standing = stand(&input);
    assert_eq!(standing.institution.settled, Some(Institution::Baru));
    let warning = standing.institution.reasons.iter().find(|reason| reason.rule == rule::BUB_03).unwrap();
    assert!(warning.text.say(Locale::Id).contains("1 Maret 2027"));
    // The two years over, it is inactive and at high risk.
    let later = stand_on(&input, Day::new(2027, 3, 2).unwrap());
    assert_eq!((later.institution.settled, later.risk.settled), (Some(Institution::TidakAktif), Some(Risk::Tinggi)));
}

#[test]
fn standing_still() {
    let mut input = coop("hhhhhhhhhh");
    input.business = Answer::No;
    assert_eq!(lines(&input), (Institution::TidakAktif, Institution::TidakAktif, Risk::Sedang, Risk::Tinggi));
    input.idle_since = Some("2025-01-01".into());
    assert_eq!(stand(&input).risk.settled, Some(Risk::Sedang));
    input.idle_since = Some("2024-06-30".into());
    assert_eq!(stand(&input).risk.settled, Some(Risk::Tinggi));
}

#[test]
fn law_and_office_count_differently() {
    // Four years held but never reported: active by law, inactive in the office's books.
    let standing = stand(&coop("hhhhhhuuuu"));
    let [law, office] = &standing.countings;
    assert_eq!((law.worst, law.years, law.rule), (Institution::Aktif, (0, 0), rule::STS_02));
    assert_eq!((office.worst, office.years, office.rule), (Institution::TidakAktif, (4, 4), rule::STS_03));
    assert_eq!(standing.conflicts, [conflict::K_05, conflict::K_06]);
    // Missing one RAT: in between by our reading, active in the office's books.
    let gap = stand(&coop("hhhhhhhhhm"));
    assert_eq!((gap.countings[0].best, gap.countings[1].best), (Institution::AktifPerluPembinaan, Institution::Aktif));
    assert!(stand(&coop("hhhhhhhhhh")).conflicts.is_empty());
}

#[test]
fn never_healthy_without_an_official_predicate() {
    for pattern in ["hhhhhhhhhh", "hhhhhhhhhu", "hhhhhhhhhm", "hhhhhhhhh?", "hhhhhhhhmh"] {
        let facts = rat::read(&coop(pattern), today()).facts;
        let estimate = Estimate { best: Predicate::Sehat, worst: Predicate::Sehat };
        let line = standing(&facts, today(), Some(estimate)).health;
        assert!(!matches!(line.health, Health::Official(_)), "{pattern}");
        assert!(
            !line.label.say(Locale::Id).contains("Sehat") && !line.reason.text.say(Locale::Id).contains("Sehat"),
            "{pattern}"
        );
        let said = line.estimate.unwrap();
        assert!(
            said.say(Locale::Id).contains("Bukan predikat resmi")
                && said.say(Locale::Id).starts_with("Perkiraan mandiri"),
            "{}",
            said.say(Locale::Id)
        );
    }
}

#[test]
fn health_follows_the_latest_rat() {
    let health = |pattern: &str| stand(&coop(pattern)).health;
    assert_eq!(health("hhhhhhhhhh").health, Health::Candidate);
    assert_eq!((health("hhhhhhhhhu").health, health("hhhhhhhhhu").reason.rule), (Health::NotRateable, rule::LAP_08));
    assert_eq!(health("hhhhhhhhhm").health, Health::NotRateable);
    assert_eq!(health("hhhhhhhhh?").health, Health::NotRateable);
    let mut rated = coop("hhhhhhhhhh");
    rated.predicate = Some(Predicate::CukupSehat);
    assert_eq!(stand(&rated).health.health, Health::Official(Predicate::CukupSehat));
    rated.predicate = Some(Predicate::None);
    let never = stand(&rated);
    assert_eq!(never.health.health, Health::Candidate);
    assert!(never.findings.contains(&finding::F_KESEHATAN));
    rated.history = history("hhhhhhhhhm");
    rated.predicate = Some(Predicate::Sehat);
    assert_eq!(stand(&rated).health.health, Health::NotRateable);
}

fn plan_letter(received: &str) -> LetterInput {
    LetterInput { kind: LetterKind::DissolutionPlan, received: Some(received.into()), ..LetterInput::default() }
}

#[test]
fn the_clock_of_a_dissolution_plan() {
    let mut input = coop("hhhhhhhhmm");
    let on = |input: &RatInput, day: &str| stand_on(input, Day::parse(day).unwrap()).risk;
    input.letters = vec![plan_letter("2026-07-01")];
    for (day, state, left, risk) in [
        ("2026-07-01", ClockState::Open, 62, Risk::Kritis),
        ("2026-09-01", ClockState::Open, 0, Risk::Kritis),
        ("2026-09-02", ClockState::Closed, -1, Risk::Kritis),
        ("2026-11-01", ClockState::Closed, -61, Risk::Kritis),
        ("2026-11-02", ClockState::Lapsed, -62, Risk::Tinggi),
    ] {
        let line = on(&input, day);
        let clock = line.clock.unwrap();
        assert_eq!((clock.state, clock.objection_days_left, line.settled), (state, Some(left), Some(risk)), "{day}");
    }
    input.letters[0].objected = Some("2026-08-31".into());
    let objected = on(&input, "2026-09-10").clock.unwrap();
    assert_eq!(objected.state, ClockState::Objected);
    assert_eq!(
        objected.steps.iter().map(|step| step.day.to_string()).collect::<Vec<_>>(),
        ["2026-09-30", "2026-10-30"]
    );
    assert_eq!(on(&input, "2026-10-31").clock.unwrap().state, ClockState::Lapsed);
    input.letters[0] = LetterInput { ground: Some(LetterGround::PublicOrder), ..plan_letter("2026-07-01") };
    let order = on(&input, "2026-07-02").clock.unwrap();
    assert_eq!((order.state, order.objection_days_left), (ClockState::NoObjection, None));
    input.letters[0] = LetterInput { withdrawn: Answer::Yes, ..plan_letter("2026-07-01") };
    assert_eq!(on(&input, "2026-07-02").settled, Some(Risk::Tinggi));
}

#[test]
fn rulings_decrees_and_decisions() {
    for (kind, institution) in [
        (LetterKind::CourtRuling, Institution::Aktif),
        (LetterKind::Bankruptcy, Institution::Aktif),
        (LetterKind::DissolutionDecree, Institution::DalamPenyelesaian),
    ] {
        let mut input = coop("hhhhhhhhhh");
        input.letters = vec![LetterInput { kind, ..plan_letter("2026-06-01") }];
        let standing = stand(&input);
        assert_eq!(
            (standing.institution.settled, standing.risk.settled),
            (Some(institution), Some(Risk::Kritis)),
            "{kind:?}"
        );
    }
    let mut decided = coop("hhhhhhhhhh");
    decided.dissolved = Answer::Yes;
    assert_eq!(stand(&decided).institution.settled, Some(Institution::DalamPenyelesaian));
}

#[test]
fn two_missed_years_lead_to_coaching_and_a_way_back() {
    let mut input = coop("hhhhhhhhmm");
    input.organs = OrgansInput { board_from: Some("2020-01-01".into()), ..OrgansInput::default() };
    let standing = stand(&input);
    assert!(standing.findings.contains(&finding::F_2X_BOLONG) && standing.findings.contains(&finding::F_ORGAN));
    assert!(standing.findings.is_sorted_by_key(|id| std::cmp::Reverse(id.finding().severity)));
    assert!(standing.offers.starts_with(&[coaching::BINA_01]) || standing.offers.contains(&coaching::BINA_06));
    assert_eq!(answered_by(&standing.findings, coaching::BINA_01), [finding::F_2X_BOLONG]);
    let revival = standing.revival.unwrap();
    assert_eq!(revival.missed, [2024, 2025]);
    assert_eq!(
        revival.steps.iter().map(|step| step.number).collect::<Vec<_>>(),
        (1..=revival.steps.len()).collect::<Vec<_>>()
    );
    let texts: Vec<String> = revival.steps.iter().map(|step| step.reason.text.say(Locale::Id)).collect();
    let place =
        |part: &str| texts.iter().position(|text| text.contains(part)).unwrap_or_else(|| panic!("{part}: {texts:#?}"));
    assert!(place("tahun buku 2024") < place("tahun buku 2025"));
    assert!(place("tahun buku 2025") < place("RAT susulan") && place("RAT susulan") < place("Laporkan hasilnya"));
    assert!(place("Pilih pengurus") < place("tiga tahun berturut-turut"));
    assert_eq!(revival.clean_by, Day::parse("2029-01-01"));
    assert!(stand(&coop("hhhhhhhhhh")).revival.is_none());
}

#[test]
fn what_is_said_outright_is_found() {
    let mut input = coop("hhhhhhhhhh");
    input.signals =
        SignalsInput { conflict: Answer::Yes, nik: Answer::No, standard: Answer::No, ..SignalsInput::default() };
    let found = stand(&input).findings;
    assert_eq!(found, [finding::F_KONFLIK, finding::F_LK_STANDAR, finding::F_NIK]);
}

#[test]
fn the_year_being_prepared_is_found_by_its_limits() {
    let on = |day: &str| {
        let mut input = coop("hhhhhhhhhm");
        input.history[9].held = Answer::No;
        stand_on(&input, Day::parse(day).unwrap()).findings
    };
    assert!(on("2026-02-01").contains(&finding::F_RAT_BELUM));
    assert!(on("2026-04-01").contains(&finding::F_RAT_LEWAT_ANJURAN));
    assert!(on("2026-07-01").contains(&finding::F_RAT_TERLAMBAT));
}

#[test]
fn javascript_sees_text_and_citation() {
    let json = serde_json::to_value(stand(&coop("hhhhhhhhmm"))).unwrap();
    assert_eq!(json["institution"]["settled"], "aktifPerluPembinaan");
    assert_eq!(json["risk"]["settled"], "tinggi");
    assert_eq!(json["risk"]["grounds"][0]["reason"]["rule"]["id"], "SAN-04");
    assert!(json["risk"]["grounds"][0]["reason"]["rule"]["citation"].as_str().unwrap().contains("Permenkop 19/2015"));
    assert_eq!(json["years"][9]["limits"]["legal"], "2026-06-30");
    assert!(json["findings"][0]["firstStep"]["en"].as_str().unwrap().len() > 5);
}

/// FL-03: three book years missed, asked between January and June.
fn three_missed() -> RatInput {
    let year = |year: i32| YearInput { year, held: Answer::No, ..YearInput::default() };
    let held = YearInput {
        year: 2019,
        held: Answer::Yes,
        held_on: Some("2020-02-20".into()),
        reported: Answer::Yes,
        ..YearInput::default()
    };
    RatInput {
        established: Some("2010-05-04".into()),
        members: Some(100),
        business: Answer::Yes,
        history: vec![year(2022), year(2021), year(2020), held],
        ..RatInput::default()
    }
}

#[test]
fn a_year_not_yet_due_softens_nothing_and_weighs_nothing() {
    for business in [Answer::Yes, Answer::No] {
        let input = RatInput { business, ..three_missed() };
        let before = stand_on(&input, Day::new(2023, 12, 20).unwrap());
        for day in ["2024-01-01", "2024-02-14", "2024-03-31", "2024-06-30"] {
            for said in [None, Some(Answer::No), Some(Answer::Yes), Some(Answer::Unknown)] {
                let mut input = input.clone();
                input.history.extend(said.map(|held| YearInput { year: 2023, held, ..YearInput::default() }));
                let now = stand_on(&input, Day::parse(day).unwrap());
                let what = format!("{day}, business {business:?}, 2023 {said:?}");
                assert_eq!(now.institution.settled, Some(Institution::TidakAktif), "{what}");
                assert_eq!(now.countings[0].years, (3, 3), "{what}");
                assert_eq!((&now.institution, &now.countings), (&before.institution, &before.countings), "{what}");
                assert_eq!((&now.risk, &now.health), (&before.risk, &before.health), "{what}");
                assert!(now.findings.contains(&finding::F_3X_BOLONG), "{what}");
                assert!(!now.findings.contains(&finding::F_2X_BOLONG), "{what}");
            }
        }
    }
    let now = stand_on(&three_missed(), Day::new(2024, 2, 14).unwrap()).risk;
    assert_eq!(now.settled, Some(Risk::Tinggi));
    let certain: Vec<_> = now.grounds.iter().filter(|ground| ground.certain).map(|ground| ground.reason.rule).collect();
    assert_eq!(certain, [rule::BUB_04, rule::SAN_04]);
    assert_eq!(now.next.say(Locale::Id), "Minta pendampingan dan gelar RAT yang tertunda.");
}

#[test]
fn a_report_is_not_late_while_its_month_runs() {
    let mut input = coop("hhhhhhhhhu");
    input.history[9].held_on = Some("2026-06-20".into());
    let on = |day: &str| stand_on(&input, Day::parse(day).unwrap());
    for day in ["2026-07-01", "2026-07-20"] {
        let running = on(day);
        assert_eq!((running.risk.settled, running.countings[1].years), (Some(Risk::Rendah), (0, 0)), "{day}");
        assert!(!running.findings.contains(&finding::F_LAPOR) && running.conflicts.is_empty(), "{day}");
        assert_eq!(
            running.health.reason.text.say(Locale::Id),
            "RAT terakhir belum dilaporkan; batasnya 20 Juli 2026. Sesudah itu ajukan pemeriksaan."
        );
    }
    let late = on("2026-07-21");
    assert_eq!((late.risk.settled, late.countings[1].years), (Some(Risk::Sedang), (1, 1)));
    assert!(late.findings.contains(&finding::F_LAPOR));
    assert_eq!(late.risk.next.say(Locale::Id), "Kirim laporan RAT yang belum dilaporkan ke dinas.");
}

#[test]
fn the_next_step_answers_to_the_gravest_ground() {
    let next = |input: &RatInput| stand(input).risk.next.say(Locale::Id);
    assert!(next(&coop("hhhhhhhhhm")).starts_with("Gelar RAT yang terlewat"));
    assert!(next(&coop("hhhhhhhhmh")).starts_with("Susulkan RAT yang terlewat"));
    let mut input = coop("hhhhhhhhhh");
    input.organs = OrgansInput { board_from: Some("2020-01-01".into()), ..OrgansInput::default() };
    assert!(next(&input).starts_with("Masukkan pemilihan"));
    input.letters = vec![LetterInput { objected: Some("2026-06-20".into()), ..plan_letter("2026-06-15") }];
    assert!(next(&input).starts_with("Simpan bukti keberatan"));
    input.letters = vec![LetterInput { kind: LetterKind::CourtRuling, ..plan_letter("2026-06-15") }];
    assert!(next(&input).starts_with("Hubungi dinas dan ahli hukum"));
    // Long caught up: the day from which it is clean is not told once it has come.
    assert_eq!(stand(&coop("mmmmmmmhhh")).revival.unwrap().clean_by, None);
}

/// A village cooperative legalised in July 2025 that has not begun its business.
fn village(history: Vec<YearInput>) -> RatInput {
    RatInput {
        kdmp: Answer::Yes,
        established: Some("2025-07-15".into()),
        book_year_end: Some("12-31".into()),
        business: Answer::No,
        ever_traded: Answer::No,
        history,
        ..RatInput::default()
    }
}

#[test]
fn a_village_cooperative_of_2025_has_a_first_rat_to_catch_up_on_and_nothing_to_revive() {
    let missed = YearInput { year: 2025, held: Answer::No, ..YearInput::default() };
    let found = stand_on(&village(vec![missed]), Day::new(2026, 11, 28).unwrap());
    assert_eq!(found.institution.settled, Some(Institution::AktifPerluPembinaan));
    assert!(!found.findings.contains(&finding::F_TIDAK_AKTIF) && !found.findings.contains(&finding::F_USAHA_MATI));
    let path = found.beginning.unwrap();
    let days: Vec<String> =
        path.milestones.iter().map(|one| format!("{} {}", one.day, one.reason.rule.rule().id)).collect();
    assert_eq!(
        days,
        ["2026-06-30 RAT-07", "2026-12-31 RAT-04", "2027-06-30 RAT-02", "2027-07-01 SAN-04", "2027-07-15 BUB-03"]
    );
    assert_eq!(path.milestones.iter().filter(|one| one.past).count(), 1);
    for rule in [rule::LAP_11, rule::UND_03, rule::KUO_03, rule::KDM_01, rule::KDM_02, rule::KDM_03, rule::KDM_04] {
        assert!(path.duties.contains(&rule), "{}", rule.rule().id);
    }
    // What it catches up on needs no office that revitalises it.
    let steps = found.revival.unwrap().steps;
    assert!(steps.iter().all(|step| step.reason.rule != rule::REV_01 && step.reason.rule != rule::REV_02));
}

#[test]
fn a_village_cooperative_that_held_its_first_rat_looks_ahead() {
    let held = YearInput {
        year: 2025,
        held: Answer::Yes,
        held_on: Some("2026-03-20".into()),
        reported: Answer::Yes,
        ..YearInput::default()
    };
    let input = RatInput { business: Answer::Yes, ever_traded: Answer::Yes, ..village(vec![held]) };
    let found = stand_on(&input, Day::new(2026, 11, 28).unwrap());
    assert_eq!(found.institution.settled, Some(Institution::Baru));
    let rules: Vec<_> = found.beginning.unwrap().milestones.iter().map(|one| one.reason.rule).collect();
    assert_eq!(rules, [rule::RAT_04, rule::RAT_02]);
}

#[test]
fn a_village_cooperative_that_stopped_counts_its_two_years_from_that_day() {
    let stopped = RatInput { ever_traded: Answer::Yes, idle_since: Some("2026-05-01".into()), ..village(Vec::new()) };
    let found = stand_on(&stopped, Day::new(2026, 11, 28).unwrap());
    // Inactive by the law's definition: nothing of the path says otherwise.
    assert_eq!(found.institution.settled, Some(Institution::TidakAktif));
    assert!(found.beginning.unwrap().milestones.iter().all(|one| one.reason.rule != rule::BUB_03));
}

#[test]
fn the_first_years_end_when_the_second_rat_has_fallen_due_and_are_nobody_elses() {
    let input = village(Vec::new());
    let on = |year, month, day| stand_on(&input, Day::new(year, month, day).unwrap()).beginning;
    assert!(on(2025, 9, 1).is_some() && on(2027, 6, 30).is_some() && on(2027, 7, 1).is_none());
    let shop = RatInput { kdmp: Answer::No, ..input };
    assert_eq!(stand_on(&shop, Day::new(2026, 11, 28).unwrap()).beginning, None);
}
