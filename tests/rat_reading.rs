//! Bad input: each entry that cannot be gets a plain sentence beside its field and becomes unknown.
#![allow(clippy::unwrap_used, missing_docs)]

use cermin_koperasi::calendar::Day;
use cermin_koperasi::locale::Locale;
use cermin_koperasi::rat::{
    self, Answer, ArticlesInput, Code, FieldError, Grade, GroupInput, LetterInput, OrgansInput, QuorumInput, RatInput,
    Read, YearInput,
};
use proptest::prelude::*;

fn today() -> Day {
    Day::new(2026, 11, 22).unwrap()
}

fn good() -> RatInput {
    RatInput { established: Some("2015-03-02".into()), members: Some(40), ..RatInput::default() }
}

#[track_caller]
fn tells(input: &RatInput, field: &str, code: Code) -> Read {
    let read = rat::read(input, today());
    let found = read.problems.iter().find(|problem| problem.field == field && problem.code == code);
    let problem = found.unwrap_or_else(|| panic!("no {code:?} at {field} in {:#?}", read.problems));
    assert!(
        !problem.text.say(Locale::Id).is_empty() && !problem.text.say(Locale::Id).contains('{'),
        "{}",
        problem.text.say(Locale::Id)
    );
    assert_ne!(problem.text.say(Locale::Id), problem.text.say(Locale::En));
    read
}

fn year(year: i32, held: Answer, held_on: Option<&str>) -> YearInput {
    YearInput { year, held, held_on: held_on.map(str::to_owned), ..YearInput::default() }
}

fn group((members, present): (i64, i64)) -> GroupInput {
    GroupInput { members: Some(members), present: Some(present) }
}

fn with_history(history: Vec<YearInput>) -> RatInput {
    RatInput { history, ..good() }
}

#[test]
fn a_sound_entry_has_no_problem() {
    let input = with_history(vec![year(2025, Answer::Yes, Some("2026-03-14"))]);
    let read = rat::read(&input, today());
    assert_eq!(read.problems, vec![]);
    assert_eq!(read.facts.members, Some(40));
    assert_eq!(read.facts.year(2025).unwrap().held_on, Day::new(2026, 3, 14));
}

#[test]
fn members_absent_zero_few_or_absurd() {
    let members = |members| RatInput { members, ..good() };
    let absent = tells(&members(None), "members", Code::MembersMissing);
    assert_eq!(absent.problems[0].grade, Grade::Missing);
    for count in [0, -3] {
        assert_eq!(tells(&members(Some(count)), "members", Code::MembersNone).facts.members, None);
    }
    assert_eq!(tells(&members(Some(8)), "members", Code::MembersTooFew).facts.members, Some(8));
    assert_eq!(tells(&members(Some(i64::MAX)), "members", Code::TooLarge).facts.members, None);
}

#[test]
fn a_book_year_end_that_is_no_day() {
    for end in ["02-31", "13-01", "31-12", "x", "02-30"] {
        let input = RatInput { book_year_end: Some(end.into()), ..good() };
        let read = tells(&input, "bookYearEnd", Code::NoSuchBookYearEnd);
        assert_eq!(read.facts.book_year_end.to_string(), "12-31");
    }
    let leap = RatInput { book_year_end: Some("02-29".into()), ..good() };
    assert_eq!(rat::read(&leap, today()).problems, vec![]);
}

#[test]
fn days_that_are_none_or_not_yet() {
    let established = |day: &str| RatInput { established: Some(day.into()), ..good() };
    for day in ["2026-02-31", "31/12/2025", "2026-1-1", "", "  ", "0000-01-01", "99999-01-01"] {
        let read = rat::read(&established(day), today());
        assert_eq!(read.facts.established, None, "{day}");
        assert_eq!(read.problems.is_empty(), day.trim().is_empty(), "{day}");
    }
    tells(&established("2026-11-23"), "established", Code::EstablishedInFuture);
    let chosen = RatInput { chosen: Some("2026-11-21".into()), ..good() };
    assert_eq!(tells(&chosen, "chosen", Code::MeetingInPast).facts.chosen, None);
}

#[test]
fn a_rat_that_cannot_have_been() {
    let field = "history.0.heldOn";
    let said = |on| with_history(vec![year(2025, Answer::Yes, Some(on))]);
    for (on, code) in [
        ("2027-01-05", Code::RatInFuture),
        ("2014-01-05", Code::RatBeforeFounding),
        ("2025-12-30", Code::RatBeforeClose),
        ("2026-02-31", Code::NotADay),
    ] {
        // The claim may stand on a slip: it becomes unknown, not a no.
        assert_eq!(tells(&said(on), field, code).facts.year(2025).unwrap().held, Answer::Unknown, "{on}");
    }
}

#[test]
fn two_rats_for_one_book_year() {
    let twice =
        with_history(vec![year(2025, Answer::Yes, Some("2026-03-14")), year(2025, Answer::Yes, Some("2026-04-14"))]);
    let read = tells(&twice, "history.1", Code::TwoRats);
    assert_eq!(read.facts.year(2025).unwrap().held_on, Day::new(2026, 3, 14));
}

#[test]
fn years_the_cooperative_cannot_speak_of() {
    tells(&with_history(vec![year(2014, Answer::Yes, None)]), "history.0", Code::YearBeforeFounding);
    let open = with_history(vec![year(2026, Answer::Yes, None)]);
    assert_eq!(tells(&open, "history.0.held", Code::YearNotClosed).facts.year(2026).unwrap().held, Answer::Unknown);
    let no = rat::read(&with_history(vec![year(2014, Answer::No, None)]), today());
    assert!(no.problems.is_empty() && no.facts.history.is_empty());
}

#[test]
fn answers_that_contradict_each_other() {
    let both = with_history(vec![year(2025, Answer::No, Some("2026-03-14"))]);
    tells(&both, "history.0.heldOn", Code::DateWithoutRat);
    let reported = |held, on: Option<&str>, reported_on: &str| {
        let reported_on = Some(reported_on.to_owned());
        with_history(vec![YearInput { reported: Answer::Yes, reported_on, ..year(2025, held, on) }])
    };
    tells(&reported(Answer::Yes, Some("2026-03-14"), "2026-03-13"), "history.0.reportedOn", Code::ReportBeforeRat);
    tells(&reported(Answer::Yes, None, "2027-03-13"), "history.0.reportedOn", Code::ReportInFuture);
    tells(&reported(Answer::No, None, "2026-03-13"), "history.0.reported", Code::ReportWithoutRat);
    let idle = RatInput { business: Answer::Yes, idle_since: Some("2025-01-01".into()), ..good() };
    tells(&idle, "idleSince", Code::IdleButRunning);
}

#[test]
fn a_date_alone_says_yes() {
    let dated = with_history(vec![year(2025, Answer::Unknown, Some("2026-03-14"))]);
    assert_eq!(rat::read(&dated, today()).facts.year(2025).unwrap().held, Answer::Yes);
}

#[test]
fn more_present_than_in_the_register() {
    let present = |quorum| RatInput { quorum, ..good() };
    let over = present(QuorumInput { present: Some(41), ..QuorumInput::default() });
    assert_eq!(tells(&over, "quorum.present", Code::PresentOverRegister).facts.quorum.present, None);
    let sum = present(QuorumInput { present: Some(30), online: Some(11), ..QuorumInput::default() });
    let read = tells(&sum, "quorum.present", Code::PresentOverRegister);
    assert_eq!((read.facts.quorum.present, read.facts.quorum.online), (None, None));
    tells(&present(QuorumInput { present: Some(-1), ..QuorumInput::default() }), "quorum.present", Code::Negative);
    tells(&present(QuorumInput { register: Some(0), ..QuorumInput::default() }), "quorum.register", Code::MembersNone);
    let groups = present(QuorumInput {
        groups: [(20, 21), (0, 0), (20, 11), (5, -1)].map(group).to_vec(),
        ..QuorumInput::default()
    });
    tells(&groups, "quorum.groups.1.members", Code::MembersNone);
    tells(&groups, "quorum.groups.3.present", Code::Negative);
    let read = tells(&groups, "quorum.groups.0.present", Code::PresentOverRegister);
    assert_eq!(read.facts.quorum.groups[2], group((20, 11)));
    assert_eq!(read.facts.quorum.groups[0].present, None);
}

#[test]
fn letters_organs_articles_documents_money() {
    let letter = |received: Option<&str>, objected: Option<&str>| RatInput {
        letters: vec![LetterInput {
            received: received.map(str::to_owned),
            objected: objected.map(str::to_owned),
            ..LetterInput::default()
        }],
        ..good()
    };
    tells(&letter(Some("2026-12-01"), None), "letters.0.received", Code::LetterInFuture);
    tells(&letter(Some("2015-03-01"), None), "letters.0.received", Code::LetterBeforeFounding);
    tells(&letter(None, None), "letters.0.received", Code::LetterDateMissing);
    tells(&letter(Some("2026-10-01"), Some("2026-09-30")), "letters.0.objected", Code::ObjectionOutOfOrder);

    let organs = |from: &str, until: &str| RatInput {
        organs: OrgansInput {
            board_from: Some(from.into()),
            board_until: Some(until.into()),
            ..OrgansInput::default()
        },
        ..good()
    };
    tells(&organs("2026-01-01", "2025-01-01"), "organs.boardUntil", Code::TermBackwards);
    tells(&organs("2020-01-01", "2026-01-01"), "organs.boardUntil", Code::TermTooLong);

    let articles = |articles| RatInput { articles, ..good() };
    let loose = tells(
        &articles(ArticlesInput { rat_months: Some(9), ..ArticlesInput::default() }),
        "articles.ratMonths",
        Code::ArticlesLooser,
    );
    assert_eq!(loose.facts.articles.rat_months, None);
    tells(
        &articles(ArticlesInput { rat_months: Some(0), ..ArticlesInput::default() }),
        "articles.ratMonths",
        Code::ArticlesImpossible,
    );
    tells(
        &articles(ArticlesInput { invite_days: Some(-7), ..ArticlesInput::default() }),
        "articles.inviteDays",
        Code::ArticlesImpossible,
    );
    for share in [(1, 0), (3, 2), (0, 2), (-1, 2)] {
        tells(
            &articles(ArticlesInput { quorum: Some(share), ..ArticlesInput::default() }),
            "articles.quorum",
            Code::ShareImpossible,
        );
    }

    tells(&RatInput { modal: Some(-1), ..good() }, "modal", Code::Negative);
    let invited =
        |invited: &str| RatInput { chosen: Some("2026-12-20".into()), invited: Some(invited.into()), ..good() };
    tells(&invited("2026-11-23"), "invited", Code::InvitedInFuture);
    tells(&RatInput { idle_since: Some("2027-01-01".into()), ..good() }, "idleSince", Code::IdleInFuture);
    tells(&RatInput { idle_since: Some("2001-01-01".into()), ..good() }, "idleSince", Code::IdleBeforeFounding);
}

#[test]
fn every_code_has_two_sentences() {
    for code in Code::ALL {
        let text = code.text();
        assert!(
            text.say(Locale::Id).len() > 10
                && text.say(Locale::En).len() > 10
                && text.say(Locale::Id) != text.say(Locale::En),
            "{code:?}"
        );
    }
}

#[test]
fn every_field_is_reached_by_its_path_and_comes_back() {
    for path in RatInput::FIELDS {
        let mut input = RatInput::default();
        let text = ["yes", "2", "1/2", "primary", "regency", "online", "sehat", "dissolution", "carried"]
            .into_iter()
            .find(|text| input.set(path, text).is_ok())
            .unwrap_or_else(|| panic!("{path} takes nothing"));
        assert_eq!(input.entries(), [((*path).to_owned(), text.to_owned())]);
        input.set(path, "").unwrap();
        assert_eq!(input, RatInput::default(), "{path} is not cleared");
    }
}

#[test]
fn lists_and_documents_are_reached_too() {
    let mut input = RatInput::default();
    let said = [
        ("history.0.year", "2025"),
        ("history.0.held", "yes"),
        ("history.0.heldOn", "2026-02-31"),
        ("history.0.reported", "no"),
        ("history.1.year", "2024"),
        ("letters.0.kind", "dissolutionPlan"),
        ("letters.0.received", "2026-08-15"),
        ("letters.0.ground", "breach"),
        ("quorum.groups.0.members", "20"),
        ("quorum.groups.0.present", "11"),
        ("documents.DOK-05.contents.2", "yes"),
        ("documents.DOK-05.state", "have"),
        ("documents.DOK-05.signed", "no"),
    ];
    for (path, text) in said {
        input.set(path, text).unwrap();
    }
    assert_eq!(input.history[0].held_on.as_deref(), Some("2026-02-31"), "kept as typed");
    assert_eq!(input.entries(), said.map(|(path, text)| (path.to_owned(), text.to_owned())));
    for path in [
        "",
        "member",
        "history",
        "history.9.year",
        "history.x.year",
        "history.0.when",
        "letters.0",
        "quorum.groups.0",
        "documents.DOK-99.state",
        "documents.DOK-05.contents.5",
        "documents.DOK-05",
        "names",
        "members.0",
        "organs.x",
    ] {
        assert_eq!(input.clone().set(path, "1"), Err(FieldError::NoSuchField), "{path}");
    }
    for (path, text) in [("members", "many"), ("kdmp", "perhaps"), ("articles.quorum", "half"), ("history.0.year", "")]
    {
        let before = input.clone();
        assert_eq!(input.set(path, text), Err(FieldError::Unreadable), "{path}");
        assert_eq!(input, before);
    }
}

fn any_text() -> impl Strategy<Value = Option<String>> {
    prop_oneof![
        Just(None),
        (1990..2032i32, 0..15u32, 0..34u32).prop_map(|(y, m, d)| Some(format!("{y}-{m:02}-{d:02}"))),
        "[0-9a-z/\\- ]{0,12}".prop_map(Some),
    ]
}

proptest! {
    #[test]
    fn what_was_set_comes_back(typed in proptest::collection::vec((0..80usize, "[0-9a-z/]{0,6}"), 0..30)) {
        let lists = ["history.0.year", "history.0.held", "letters.0.received", "quorum.groups.0.present", "documents.DOK-01.signed"];
        let mut input = RatInput::default();
        for (which, text) in &typed {
            let path = RatInput::FIELDS.iter().chain(&lists).nth(*which).copied().unwrap_or("members");
            let _ = input.set(path, text);
        }
        let mut again = RatInput::default();
        for (path, text) in input.entries() {
            again.set(&path, &text).unwrap();
        }
        prop_assert_eq!(again.entries(), input.entries());
    }

    #[test]
    fn nothing_typed_makes_it_fall_over(
        days in proptest::collection::vec(any_text(), 8),
        numbers in proptest::collection::vec(proptest::option::of(any::<i64>()), 8),
        years in proptest::collection::vec((any::<i32>(), any_text()), 0..6),
    ) {
        let input = RatInput {
            established: days[0].clone(),
            book_year_end: days[1].clone(),
            chosen: days[2].clone(),
            invited: days[3].clone(),
            idle_since: days[4].clone(),
            members: numbers[0],
            modal: numbers[1],
            articles: ArticlesInput {
                rat_months: numbers[2], invite_days: numbers[3], quorum: numbers[4].zip(numbers[5]),
                ..ArticlesInput::default()
            },
            quorum: QuorumInput { present: numbers[6], register: numbers[7], ..QuorumInput::default() },
            history: years.iter().map(|(number, on)| YearInput { held_on: on.clone(), ..year(*number, Answer::Yes, None) }).collect(),
            letters: vec![LetterInput { received: days[5].clone(), objected: days[6].clone(), ..LetterInput::default() }],
            ..RatInput::default()
        };
        let facts = rat::read(&input, today()).facts;
        let _ = rat::calendar::plan(&facts, today());
        let _ = rat::quorum::quorum(&facts);
        let _ = rat::readiness(&facts, today());
        let _ = cermin_koperasi::standing::standing(&facts, today(), None);
    }
}
