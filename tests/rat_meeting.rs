//! Readiness, the quorum, and the papers.
#![allow(clippy::unwrap_used, clippy::needless_pass_by_value, missing_docs)]

use cermin_koperasi::calendar::Day;
use cermin_koperasi::locale::Locale;
use cermin_koperasi::papers::{self, Block, Desk, Paper};
use cermin_koperasi::rat::book::{self, BlockKind, Condition, DocumentId, Need, coaching, document, finding, rule};
use cermin_koperasi::rat::calendar;
use cermin_koperasi::rat::quorum::{Purpose, Quorum, least, quorum, safe};
use cermin_koperasi::rat::{
    self, Answer, Area, ArticlesInput, DocumentInput, DocumentState, Form, GroupInput, Item, Level, NamesInput,
    PlansInput, QuorumInput, RatFacts, RatInput, Readiness, YearInput, readiness,
};
use proptest::prelude::*;

fn today() -> Day {
    Day::new(2026, 2, 2).unwrap()
}

fn facts(input: RatInput) -> RatFacts {
    rat::read(&input, today()).facts
}

fn count(members: i64, quorum: QuorumInput) -> RatInput {
    RatInput { members: Some(members), quorum, ..RatInput::default() }
}

fn present(count: i64) -> QuorumInput {
    QuorumInput { present: Some(count), ..QuorumInput::default() }
}

fn of(input: RatInput) -> Quorum {
    quorum(&facts(input)).unwrap()
}

#[test]
fn twenty_one_members() {
    let almost = of(count(21, present(10)));
    assert_eq!(
        (almost.required, almost.safe, almost.missing, almost.missing_safe, almost.reached),
        (11, 12, 1, 2, Answer::No)
    );
    let there = of(count(21, present(11)));
    assert_eq!((there.missing, there.missing_safe, there.reached, there.to_decide), (0, 1, Answer::Yes, Some(6)));
    let empty = of(count(21, QuorumInput::default()));
    assert_eq!((empty.present, empty.reached, empty.missing, empty.to_decide), (None, Answer::Unknown, 11, None));
    assert!(quorum(&facts(RatInput::default())).is_none());
}

#[test]
fn the_register_of_the_day_goes_before_the_profile() {
    assert_eq!(of(count(100, QuorumInput { register: Some(60), ..present(31) })).required, 31);
}

#[test]
fn a_second_meeting_only_by_the_articles() {
    let second =
        |kdmp: Answer, articles: ArticlesInput| of(RatInput { kdmp, articles, ..count(100, present(20)) }).second;
    let silent = second(Answer::No, ArticlesInput::default());
    assert_eq!((silent.allowed, silent.required, silent.within_days), (Answer::Unknown, None, None));
    let model = second(Answer::Yes, ArticlesInput::default());
    assert_eq!(
        (model.allowed, model.required, model.call_days, model.within_days),
        (Answer::Yes, Some(34), Some(14), Some(30))
    );
    let refused = second(Answer::Yes, ArticlesInput { second_meeting: Answer::No, ..ArticlesInput::default() });
    assert_eq!((refused.allowed, refused.required), (Answer::No, None));
    let own = ArticlesInput {
        second_meeting: Answer::Yes,
        second_quorum: Some((1, 4)),
        second_call_days: Some(7),
        ..ArticlesInput::default()
    };
    let own = second(Answer::No, own);
    assert_eq!((own.required, own.call_days, own.within_days), (Some(25), Some(7), None));
}

#[test]
fn special_decisions_and_stricter_articles_need_more() {
    let purpose = |purpose, kdmp| of(RatInput { kdmp, ..count(100, QuorumInput { purpose, ..present(80) }) });
    let dissolving = purpose(Purpose::Dissolution, Answer::No);
    assert_eq!((dissolving.required, dissolving.to_decide), (75, Some(54)));
    let amending = purpose(Purpose::Amendment, Answer::Yes);
    assert_eq!((amending.required, amending.to_decide), (75, Some(60)));
    assert_eq!(purpose(Purpose::Extraordinary, Answer::No).required, 67);
    let strict = ArticlesInput { quorum: Some((2, 3)), ..ArticlesInput::default() };
    assert_eq!(of(RatInput { articles: strict, ..count(100, present(1)) }).required, 67);
    let loose = ArticlesInput { quorum: Some((1, 10)), ..ArticlesInput::default() };
    assert_eq!(of(RatInput { articles: loose, ..count(100, present(1)) }).required, 51);
}

#[test]
fn each_form_counts_its_own_people() {
    let all = QuorumInput { present: Some(5), online: Some(4), answers: Some(3), ..QuorumInput::default() };
    for (form, expected) in [(Form::InPerson, 5), (Form::Online, 4), (Form::Hybrid, 9), (Form::Written, 3)] {
        let quorum = of(RatInput { form, ..count(21, all.clone()) });
        assert_eq!(quorum.present, Some(expected), "{form:?}");
        assert_eq!(quorum.notes.is_empty(), form == Form::InPerson, "{form:?}");
    }
    let group = |members, present| GroupInput { members: Some(members), present: Some(present) };
    let groups = QuorumInput { groups: vec![group(21, 11), group(20, 10)], ..QuorumInput::default() };
    let quorum = of(RatInput { form: Form::Groups, ..count(612, groups) });
    assert_eq!(
        quorum.groups.iter().map(|group| (group.required, group.reached)).collect::<Vec<_>>(),
        [(11, true), (11, false)]
    );
    assert!(quorum.notes[0].say(Locale::Id).contains("anggaran dasar"), "the articles decide on groups");
    let small = of(RatInput { form: Form::Groups, ..count(500, QuorumInput::default()) });
    assert!(small.notes[0].say(Locale::Id).contains("500"));
}

proptest! {
    /// By brute force: the least count that is more than half, and the least that is at least half plus one.
    #[test]
    fn the_quorum_is_what_counting_gives(register in 1..2500u64, num in 1..9u64, den in 1..9u64) {
        prop_assert_eq!(least(register), (0..=register + 1).find(|count| count * 2 > register).unwrap());
        prop_assert_eq!(safe(register), (0..=register + 2).find(|count| count * 2 >= register + 2).unwrap());
        let share = book::Share { num: num.min(den), den };
        prop_assert_eq!(share.at_least(register), (0..=register).find(|count| count * den >= register * share.num).unwrap());
        prop_assert_eq!(share.more_than(register), (0..=register + 1).find(|count| count * den > register * share.num).unwrap());
    }

    #[test]
    fn one_more_in_the_room_never_harms(register in 1..3000i64, there in 0..3000i64) {
        prop_assume!(there < register);
        let (less, more) = (of(count(register, present(there))), of(count(register, present(there + 1))));
        prop_assert!(more.missing <= less.missing && !(less.reached.yes() && more.reached.no()));
        prop_assert_eq!(less.reached.yes(), less.missing == 0);
        prop_assert!(less.required <= less.safe && less.safe <= less.required + 1);
    }
}

fn with(documents: &[(DocumentId, DocumentInput)], input: RatInput) -> Readiness {
    let documents = documents.to_vec();
    readiness(&facts(RatInput { documents, ..input }), today())
}

fn state(state: DocumentState) -> DocumentInput {
    DocumentInput { state, ..DocumentInput::default() }
}

fn find(readiness: &Readiness, id: DocumentId) -> &Item {
    readiness.documents.iter().find(|item| item.document == id).unwrap()
}

#[test]
fn nothing_known_is_the_whole_range() {
    let nothing = with(&[], RatInput::default());
    for range in [nothing.before, nothing.day, nothing.after] {
        assert_eq!((range.low, range.high), (0, 100));
    }
    assert_eq!(nothing.documents.len(), 27);
}

#[test]
fn conditions_decide_what_is_needed() {
    let needed = |input: RatInput, id| find(&with(&[], input), id).needed;
    let modal = |modal| RatInput { savings_loan: Answer::Yes, modal, ..RatInput::default() };
    assert_eq!(needed(modal(Some(5_000_000_000)), document::DOK_08), Answer::Yes);
    assert_eq!(needed(modal(Some(4_999_999_999)), document::DOK_08), Answer::No);
    assert_eq!(needed(modal(None), document::DOK_08), Answer::Unknown);
    assert_eq!(needed(RatInput { sharia: Answer::Yes, ..RatInput::default() }, document::DOK_10), Answer::Yes);
    assert_eq!(needed(RatInput { form: Form::Online, ..RatInput::default() }, document::DOK_23), Answer::Yes);
    assert_eq!(needed(RatInput { form: Form::Groups, ..RatInput::default() }, document::DOK_24), Answer::Yes);
    assert_eq!(
        needed(RatInput { level: Some(Level::Secondary), ..RatInput::default() }, document::DOK_25),
        Answer::Yes
    );
    assert_eq!(needed(RatInput { level: Some(Level::Primary), ..RatInput::default() }, document::DOK_25), Answer::No);
    assert_eq!(needed(RatInput::default(), document::DOK_27), Answer::No);
}

#[test]
fn what_is_required_cannot_be_waived() {
    let waived = with(
        &[(document::DOK_03, state(DocumentState::NotNeeded)), (document::DOK_02, state(DocumentState::NotNeeded))],
        RatInput::default(),
    );
    let invitation = find(&waived, document::DOK_03);
    assert_eq!((invitation.needed, invitation.counts, invitation.points.possible), (Answer::Yes, true, 0));
    assert_eq!(find(&waived, document::DOK_02).needed, Answer::No);
}

#[test]
fn ticks_close_the_range_and_leave_a_trace() {
    let ticked =
        DocumentInput { state: DocumentState::Have, contents: vec![Answer::Yes, Answer::No], signed: Answer::Yes };
    let readiness =
        with(&[(document::DOK_03, ticked), (document::DOK_01, state(DocumentState::Missing))], RatInput::default());
    let invitation = find(&readiness, document::DOK_03);
    // It exists, one of four contents is there, one is not, two are not known, it is signed.
    assert_eq!((invitation.points.sure, invitation.points.possible, invitation.points.total), (3, 5, 6));
    assert_eq!(invitation.trace.say(Locale::Id), "3 sampai 5 dari 6 butir ada.");
    let register = find(&readiness, document::DOK_01);
    assert_eq!((register.points.sure, register.points.possible), (0, 0));
    assert!(register.contents.iter().all(|answer| answer.no()));
    assert_eq!(readiness.documents[0].document, document::DOK_01, "lacking and required stands first");
}

fn any_state() -> impl Strategy<Value = DocumentInput> {
    let answer = || prop_oneof![Just(Answer::Yes), Just(Answer::No), Just(Answer::Unknown)];
    let state = prop_oneof![
        Just(DocumentState::Have),
        Just(DocumentState::Missing),
        Just(DocumentState::Unknown),
        Just(DocumentState::NotNeeded)
    ];
    (state, proptest::collection::vec(answer(), 0..12), answer()).prop_map(|(state, contents, signed)| DocumentInput {
        state,
        contents,
        signed,
    })
}

proptest! {
    /// Answering what was not known never leaves the range that was shown.
    #[test]
    fn an_answer_only_narrows(states in proptest::collection::vec(any_state(), 27), which in 0..27usize) {
        let mut input = RatInput { documents: DocumentId::all().zip(states).collect(), ..RatInput::default() };
        let before = readiness(&facts(input.clone()), today());
        let (_, document) = &mut input.documents[which];
        if document.state == DocumentState::Unknown { document.state = DocumentState::Have; }
        for answer in document.contents.iter_mut().chain([&mut document.signed]) {
            if *answer == Answer::Unknown { *answer = Answer::Yes; }
        }
        let after = readiness(&facts(input), today());
        for (old, new) in [(before.before, after.before), (before.day, after.day), (before.after, after.after)] {
            prop_assert!(old.low <= new.low && new.low <= new.high && new.high <= old.high && new.high <= 100);
        }
    }
}

fn names() -> NamesInput {
    NamesInput {
        name: "Koperasi <Maju & Jaya>".into(),
        regency: "Kaur".into(),
        chair: "Ketua Satu".into(),
        place: "Balai Desa".into(),
        ..NamesInput::default()
    }
}

fn make(id: &str, input: RatInput) -> Paper {
    let facts = facts(input);
    let desk = Desk {
        facts: &facts,
        today: today(),
        findings: &[finding::F_2X_BOLONG],
        offers: &[coaching::BINA_01, coaching::BINA_06],
        work: None,
        bound: false,
    };
    papers::paper(id, desk).unwrap()
}

fn html(id: &str, input: RatInput) -> String {
    papers::html(&make(id, input)).into_string()
}

#[test]
fn every_paper_fills_and_prints() {
    assert_eq!(papers::forms().len(), 13);
    for form in papers::forms() {
        let page = html(form.id, RatInput { names: names(), members: Some(30), ..RatInput::default() });
        assert!(page.starts_with("<article"), "{}", form.id);
        assert!(!page.contains("{name}"), "{}", form.id);
        assert!(page.contains("Koperasi &lt;Maju &amp; Jaya&gt;"), "{}", form.id);
        assert!(!page.contains("<Maju"), "{}", form.id);
    }
    assert!(
        papers::paper(
            "tidak-ada",
            Desk { facts: &RatFacts::default(), today: today(), findings: &[], offers: &[], work: None, bound: false }
        )
        .is_none()
    );
}

#[test]
fn every_placeholder_can_be_filled() {
    let mut input = RatInput {
        established: Some("2015-01-01".into()),
        members: Some(30),
        area: Some(Area::Regency),
        chosen: Some("2026-03-28".into()),
        quorum: QuorumInput { answers: Some(20), ..QuorumInput::default() },
        history: vec![YearInput { year: 2024, held: Answer::No, ..YearInput::default() }],
        form: Form::Written,
        invited: Some("2026-01-20".into()),
        letters: vec![rat::LetterInput {
            kind: rat::LetterKind::DissolutionPlan,
            received: Some("2026-01-05".into()),
            ..rat::LetterInput::default()
        }],
        ..RatInput::default()
    };
    for path in RatInput::FIELDS.iter().filter(|path| path.starts_with("names.")) {
        input.set(path, &format!("{path} 1")).unwrap();
    }
    let facts = facts(input);
    let form = papers::form("undangan").unwrap();
    let desk = Desk { facts: &facts, today: today(), findings: &[], offers: &[], work: None, bound: false };
    for name in book::PLACEHOLDERS {
        assert!(desk.value(name, form).is_some(), "{name}");
        let empty = RatFacts::default();
        let blank = Desk { facts: &empty, ..desk };
        let value = blank.value(name, form);
        // Only what follows from today is known of nobody.
        let known = ["today", "book_year", "next_year", "close"].contains(name);
        assert_eq!(value.is_some(), known, "{name}: {value:?}");
    }
}

#[test]
fn papers_carry_no_figure_that_was_not_entered() {
    let tables = |paper: &Paper| paper.blocks.iter().filter(|block| matches!(block, Block::Table { .. })).count();
    let plan = make("rencana-kerja", RatInput::default());
    assert!(tables(&plan) >= 3);
    for form in papers::forms() {
        for block in &make(form.id, RatInput::default()).blocks {
            if let Block::Table { columns, rows, .. } = block {
                for row in rows {
                    assert_eq!(row.len(), columns.len());
                    // A first column numbers or names the row and book years are named; the rest is for the hand.
                    let bare = |cell: &String| cell.replace("2025", "").replace("2026", "");
                    assert!(
                        row.iter().skip(1).all(|cell| !bare(cell).contains(|c: char| c.is_ascii_digit())),
                        "{}: {row:?}",
                        form.id
                    );
                }
            }
        }
    }
}

#[test]
fn the_attendance_list_has_a_row_for_every_member() {
    let rows = |members| {
        let paper = make("daftar-hadir", RatInput { members, ..RatInput::default() });
        paper.blocks.iter().find_map(|block| match block {
            Block::Table { rows, .. } => Some(rows.len()),
            _ => None,
        })
    };
    assert_eq!((rows(Some(612)), rows(None), rows(Some(90_000))), (Some(612), Some(30), Some(1500)));
    // Its sheets go round the room by themselves: each says what it is, in a head that every page repeats.
    let page = html("daftar-hadir", RatInput { names: names(), ..RatInput::default() });
    let head = page.split_once("<thead>").unwrap().1.split_once("</thead>").unwrap().0;
    assert!(head.contains("Daftar hadir RAT tahun buku") && head.contains("Maju &amp; Jaya"), "{head}");
}

#[test]
fn the_coaching_letter_names_findings_grounds_and_offers() {
    let history = [2023, 2024].map(|year| YearInput { year, held: Answer::No, ..YearInput::default() });
    let input = RatInput {
        history: history.to_vec(),
        area: Some(Area::Regency),
        names: names(),
        members: Some(30),
        ..RatInput::default()
    };
    let page = html("surat-pembinaan", input);
    for part in [
        "Dua tahun buku berturut-turut tanpa RAT",
        "Permenkop 19/2015 Ps 20(3)d",
        "Revitalisasi",
        "Pendampingan RAT",
        "2023, 2024",
        "Kepala Dinas Koperasi",
        "2 Februari 2026",
        "Ketua Satu",
    ] {
        assert!(page.contains(part), "{part}");
    }
}

#[test]
fn paragraphs_follow_their_condition() {
    let online = html("undangan", RatInput { form: Form::Online, ..RatInput::default() });
    assert!(online.contains("Tautan") && !html("undangan", RatInput::default()).contains("Tautan"));
    let election =
        RatInput { plans: PlansInput { election: Answer::Yes, ..PlansInput::default() }, ..RatInput::default() };
    assert!(html("acara", election).contains("Pemilihan pengurus dan pengawas"));
    assert!(!html("acara", RatInput::default()).contains("Pemilihan pengurus dan pengawas"));
}

#[test]
fn the_book_holds_together() {
    assert_eq!(book::RULES.len(), 120);
    for rule in &book::RULES {
        assert!(!rule.citation.is_empty() && !rule.dated.is_empty() && !rule.source.is_empty(), "{}", rule.id);
        assert!(rule.text.say(Locale::Id).len() < 170, "{}: {}", rule.id, rule.text.say(Locale::Id).len());
    }
    for row in &book::DOCUMENTS {
        assert_eq!(row.when.is_some(), row.need == Need::Conditional, "{}", row.id);
    }
    assert!(book::FINDINGS.iter().all(|row| !row.coaching.is_empty() && !row.rules.is_empty()));
    let audit = document::DOK_08.document();
    assert_eq!((audit.when, audit.id), (Some(Condition::Audit), "DOK-08"));
    assert!(book::PAPERS.iter().flat_map(book::PaperForm::blocks).any(|block| block.kind == BlockKind::Attendance));
}

/// FL-14: articles with a quorum of one fifth.
#[test]
fn articles_looser_than_the_law_are_told_and_not_used() {
    let articles = ArticlesInput { quorum: Some((1, 5)), ..ArticlesInput::default() };
    let input = RatInput { articles, ..count(85, present(20)) };
    let found = of(input.clone());
    assert_eq!((found.required, found.safe, found.reached, found.to_decide), (43, 44, Answer::No, None));
    let loose = &found.notes[0].say(Locale::Id);
    assert!(loose.contains("1/5") && loose.contains("setengah ditambah satu") && found.rules.contains(&rule::KUO_01));
    let told = |articles: ArticlesInput, field: &str| {
        let input = RatInput { articles, ..count(85, QuorumInput::default()) };
        let read = rat::read(&input, today());
        read.problems.iter().find(|problem| problem.field == field).map(|problem| problem.text.say(Locale::Id))
    };
    let looser = |law: &str| {
        Some(format!("Anggaran dasar tidak boleh lebih longgar dari hukum ({law}). Alat ini memakai hukum."))
    };
    let none = ArticlesInput::default;
    let half = "setengah ditambah satu dari anggota tercatat";
    assert_eq!(told(ArticlesInput { quorum: Some((1, 5)), ..none() }, "articles.quorum"), looser(half));
    assert_eq!(told(ArticlesInput { quorum: Some((1, 2)), ..none() }, "articles.quorum"), None);
    assert_eq!(told(ArticlesInput { rat_months: Some(9), ..none() }, "articles.ratMonths"), looser("6 bulan"));
    let invite = |days, working| {
        let articles = ArticlesInput { invite_days: Some(days), invite_working_days: working, ..none() };
        told(articles, "articles.inviteDays")
    };
    assert_eq!((invite(6, true), invite(8, false)), (looser("7 hari kerja"), looser("7 hari kerja")));
    assert_eq!((invite(7, true), invite(9, false)), (None, None));
    let groups = ArticlesInput { groups: Answer::Yes, ..none() };
    assert_eq!(told(groups, "articles.groups"), looser("rapat kelompok hanya di atas 500 anggota"));
    let second = ArticlesInput { second_call_days: Some(30), second_within_days: Some(14), ..none() };
    assert!(told(second, "articles.secondWithinDays").unwrap().contains("tidak muat"));
}

#[test]
fn the_purpose_and_delegates_bring_what_the_articles_decide() {
    let says = |found: &Quorum, part: &str| found.notes.iter().any(|note| note.say(Locale::Id).contains(part));
    let amending = QuorumInput { purpose: Purpose::Amendment, ..present(80) };
    assert!(says(&of(count(100, amending.clone())), "sering meminta lebih"));
    // The model articles of a Merah Putih cooperative say how much more.
    assert!(!says(&of(RatInput { kdmp: Answer::Yes, ..count(100, amending) }), "sering meminta lebih"));
    let groups = |present| of(RatInput { form: Form::Groups, ..count(600, self::present(present)) });
    assert_eq!((groups(40).reached, groups(40).to_decide), (Answer::Unknown, None));
    assert!(says(&groups(40), "utusan") && groups(301).reached.yes());
}

#[test]
fn a_meeting_in_writing_has_its_day_for_the_answers() {
    let input =
        RatInput { form: Form::Written, invited: Some("2026-01-20".into()), ..count(85, QuorumInput::default()) };
    let facts = rat::read(&input, today()).facts;
    assert!(
        of(input.clone()).notes.iter().any(|note| note.say(Locale::Id) == "Jawaban diterima sampai 3 Februari 2026.")
    );
    let row = |facts| calendar::plan(facts, today()).unwrap().rows.into_iter().find(|row| row.id == "TLS-01");
    assert_eq!(row(&facts).unwrap().day, Day::parse("2026-02-03").unwrap());
    // Not sent yet: the day of the meeting itself.
    let waiting = rat::read(&RatInput { invited: None, chosen: Some("2026-03-10".into()), ..input }, today()).facts;
    assert_eq!(row(&waiting).unwrap().day, Day::parse("2026-03-10").unwrap());
    assert!(row(&rat::read(&count(85, QuorumInput::default()), today()).facts).is_none());
}
