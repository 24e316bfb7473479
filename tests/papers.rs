//! Papers that can be signed: no untrue sentence, numbers of their own, files that open.
#![allow(clippy::unwrap_used, missing_docs)]

use std::collections::BTreeSet;

use cermin_koperasi::calendar::Day;
use cermin_koperasi::locale::Locale;
use cermin_koperasi::papers::{self, Block, Desk, Paper, WIDTH};
use cermin_koperasi::rat::book::{BlockKind, CoachingId, Fact, FindingId, PAPERS, coaching, finding};
use cermin_koperasi::rat::{
    self, Answer, ArticlesInput, Code, Form, LetterInput, LetterKind, NamesInput, PlansInput, QuorumInput, RatFacts,
    RatInput, SignalsInput, YearInput,
};

fn today() -> Day {
    Day::new(2026, 3, 20).unwrap()
}

fn names() -> NamesInput {
    NamesInput {
        name: "Koperasi <Maju & Jaya>".into(),
        legal_number: "AHU-0001".into(),
        address: "Jalan Raya 1".into(),
        regency: "Kaur".into(),
        letter_number: "012/KOP/III/2026".into(),
        place: "Balai Desa".into(),
        chair: "Ani".into(),
        secretary: "Budi".into(),
        treasurer: "Citra".into(),
        supervisor: "Dewi".into(),
        meeting_chair: "Eko".into(),
        meeting_secretary: "Fajar".into(),
        ..NamesInput::default()
    }
}

/// A RAT that was held on 10 March 2026, with everything known.
fn held() -> RatInput {
    RatInput {
        established: Some("2014-03-02".into()),
        members: Some(30),
        business: Answer::Yes,
        history: vec![YearInput {
            year: 2025,
            held: Answer::Yes,
            held_on: Some("2026-03-10".into()),
            reported: Answer::No,
            ..YearInput::default()
        }],
        quorum: QuorumInput { present: Some(20), ..QuorumInput::default() },
        names: names(),
        ..RatInput::default()
    }
}

fn made(id: &str, input: &RatInput, findings: &[FindingId], offers: &[CoachingId]) -> Paper {
    let facts = rat::read(input, today()).facts;
    papers::paper(id, Desk { facts: &facts, today: today(), findings, offers, work: None, bound: false }).unwrap()
}

fn make(id: &str, input: &RatInput) -> Paper {
    made(id, input, &[], &[])
}

fn html(paper: &Paper) -> String {
    papers::html(paper).into_string()
}

/// Every fact made known, in one cooperative, and the letters that need one of them.
#[test]
fn a_sentence_is_printed_only_where_what_it_rests_on_is_known() {
    let empty = RatFacts::default();
    let nobody = Desk { facts: &empty, today: today(), findings: &[], offers: &[], work: None, bound: false };
    let known = RatInput {
        form: Form::Written,
        invited: Some("2026-03-01".into()),
        plans: PlansInput { postponed: Answer::Yes, ..PlansInput::default() },
        signals: SignalsInput { report_rejected: Answer::Yes, ..SignalsInput::default() },
        letters: vec![LetterInput {
            kind: LetterKind::DissolutionPlan,
            received: Some("2026-02-02".into()),
            ..LetterInput::default()
        }],
        quorum: QuorumInput { answers: Some(20), ..QuorumInput::default() },
        ..held()
    };
    let missed = YearInput { year: 2024, held: Answer::No, ..YearInput::default() };
    let known = RatInput { history: [known.history.clone(), vec![missed]].concat(), ..known };
    let facts = rat::read(&known, today()).facts;
    let board =
        Desk { facts: &facts, today: today(), findings: &[finding::F_NIK], offers: &[], work: None, bound: false };
    // What was held is postponed no more, so one cooperative cannot have both.
    let waiting = rat::read(&RatInput { history: vec![], ..known }, today()).facts;
    let postponing = Desk { facts: &waiting, ..board };
    let mut tried = BTreeSet::new();
    for form in PAPERS {
        for block in form.blocks() {
            let sentences = matches!(block.kind, BlockKind::Text | BlockKind::Bullets | BlockKind::Numbers);
            assert_eq!(sentences, !block.rests.is_empty(), "{}: {}", form.id, block.text);
            let always = |fact: &&Fact| matches!(fact, Fact::Rule | Fact::Wish | Fact::Hand);
            for fact in block.rests.iter().filter(|fact| !always(fact)) {
                tried.insert(format!("{fact:?}"));
                assert!(postponing.holds(*fact, form) || board.holds(*fact, form), "{fact:?} can be known");
                assert!(!nobody.holds(*fact, form), "{fact:?} is not known of nobody");
                let paper = papers::paper(form.id, nobody).unwrap();
                let claim = block.text.split('{').next().unwrap();
                let said = |text: &String| text.starts_with(claim) && !block.otherwise.starts_with(claim);
                assert!(
                    !paper.blocks.iter().any(|block| matches!(block, Block::Text(text) if said(text))),
                    "{}: {claim}",
                    form.id
                );
            }
        }
        for need in form.needs {
            assert!(postponing.holds(*need, form) || board.holds(*need, form), "{need:?} can be known");
        }
    }
    assert!(tried.len() >= 8, "{tried:?}");
    // Of nobody, no paper says that something was done.
    for form in PAPERS {
        let text = html(&papers::paper(form.id, nobody).unwrap());
        for claim in [
            "telah menggelar",
            "telah diadakan",
            "telah menerima",
            "telah memeriksa",
            "Keduanya bukan",
            "ditunda karena",
        ] {
            assert!(!text.contains(claim), "{}: {claim}", form.id);
        }
    }
}

#[test]
fn what_has_not_happened_is_a_draft() {
    let planned =
        RatInput { history: vec![], chosen: Some("2026-03-28".into()), quorum: QuorumInput::default(), ..held() };
    let draft = |id: &str, input: &RatInput| made(id, input, &[], &[]).is_draft();
    for id in ["surat-laporan", "berita-acara", "keputusan", "surat-keberatan", "surat-penundaan", "surat-pembinaan"] {
        assert!(draft(id, &planned), "{id}");
    }
    for id in ["acara", "tata-tertib", "rencana-kerja", "laporan-pengurus"] {
        assert!(!draft(id, &planned), "{id}");
    }
    // Seven working days before 28 March are over on the 20th; what went out on the 2nd was in time.
    let sent = |day: &str| {
        let mut input = planned.clone();
        input.set("papers.undangan.date", day).unwrap();
        draft("undangan", &input)
    };
    assert!(draft("undangan", &planned) && sent("2026-03-19") && !sent("2026-03-02"));
    let report = html(&make("surat-laporan", &planned));
    assert!(!report.contains("telah menggelar") && !report.contains("28 Maret 2026"), "{report}");
    // On the day itself minutes can be made; the report only once the RAT was held.
    let on_the_day = RatInput { chosen: Some("2026-03-20".into()), ..planned.clone() };
    assert!(!draft("berita-acara", &on_the_day) && draft("surat-laporan", &on_the_day));
    let report = make("surat-laporan", &held());
    assert!(
        !report.is_draft()
            && html(&report)
                .contains("telah menggelar Rapat Anggota Tahunan Tahun Buku 2025 pada Selasa, 10 Maret 2026")
    );
    let few = RatInput { quorum: QuorumInput { present: Some(10), ..QuorumInput::default() }, ..held() };
    for id in ["berita-acara", "keputusan", "surat-laporan"] {
        assert!(!draft(id, &held()) && draft(id, &few), "{id}: decisions without a quorum");
    }
    assert!(!made("surat-pembinaan", &planned, &[finding::F_NIK], &[]).is_draft());
}

#[test]
fn contradictions_are_told_at_their_field() {
    let tells = |input: &RatInput, field: &str, code: Code| {
        let read = rat::read(input, today());
        assert!(
            read.problems.iter().any(|one| (one.field.as_str(), one.code) == (field, code)),
            "{field}: {:?}",
            read.problems
        );
        read.facts
    };
    assert!(rat::read(&held(), today()).problems.is_empty());
    let chaired = |chair: &str, secretary: &str| RatInput {
        names: NamesInput { meeting_chair: chair.into(), meeting_secretary: secretary.into(), ..names() },
        ..held()
    };
    let facts = tells(&chaired("  ANI ", "Fajar"), "names.meetingChair", Code::ChairIsBoard);
    assert_eq!(facts.names.meeting_chair, "");
    tells(&chaired("Eko", "Dewi"), "names.meetingSecretary", Code::ChairIsBoard);
    tells(&chaired("Eko", "eko"), "names.meetingSecretary", Code::OneForTwo);
    let counted =
        |present| RatInput { quorum: QuorumInput { present: Some(present), ..QuorumInput::default() }, ..held() };
    tells(&counted(10), "quorum.present", Code::HeldWithoutQuorum);
    tells(&counted(31), "quorum.present", Code::PresentOverRegister);
    // A second meeting with its own quorum is no contradiction.
    let second = ArticlesInput { second_meeting: Answer::Yes, second_quorum: Some((1, 3)), ..ArticlesInput::default() };
    assert!(rat::read(&RatInput { articles: second, ..counted(10) }, today()).problems.is_empty());
    let mut early = held();
    early.set("papers.surat-laporan.date", "2026-03-09").unwrap();
    tells(&early, "papers.surat-laporan.date", Code::PaperTooEarly);
    early.set("papers.surat-laporan.date", "2026-03-10").unwrap();
    assert!(rat::read(&early, today()).problems.is_empty());
    let minutes = html(&make("berita-acara", &chaired("Ani", "Budi")));
    assert!(!minutes.contains("Ani") && !minutes.contains("Keduanya bukan pengurus"), "{minutes}");
}

#[test]
fn each_letter_has_a_number_a_day_and_a_place_of_its_own() {
    let number = |id: &str, input: &RatInput| {
        let facts = rat::read(input, today()).facts;
        let desk = Desk { facts: &facts, today: today(), findings: &[], offers: &[], work: None, bound: false };
        desk.value("letter_number", papers::form(id).unwrap())
    };
    let numbered: Vec<&str> = PAPERS.iter().filter(|form| Desk::is_numbered(form)).map(|form| form.id).collect();
    let numbers: BTreeSet<_> = numbered.iter().map(|id| number(id, &held()).unwrap()).collect();
    assert_eq!((numbers.len(), numbered.len()), (7, 7), "{numbers:?}");
    assert_eq!(number("undangan", &held()).unwrap(), "012/KOP/III/2026");
    assert_eq!(number("berita-acara", &held()).unwrap(), "013/KOP/III/2026");
    let mut own = held();
    own.set("papers.berita-acara.number", "7/RAT").unwrap();
    own.set("papers.undangan.date", "2026-03-01").unwrap();
    own.set("papers.undangan.place", "Bintuhan").unwrap();
    assert_eq!(number("berita-acara", &own).unwrap(), "7/RAT");
    assert!(html(&make("undangan", &own)).contains("Bintuhan, 1 Maret 2026"));
    assert!(html(&make("surat-laporan", &own)).contains("Kaur, 20 Maret 2026"));
    // It comes back from a file, and what was cleared leaves nothing behind.
    let mut again = RatInput::default();
    own.entries().iter().for_each(|(path, text)| again.set(path, text).unwrap());
    assert_eq!(again, own);
    again.set("papers.berita-acara.number", "").unwrap();
    assert!(again.papers.iter().all(|(id, _)| *id != "berita-acara"));
    let unnumbered = RatInput { names: NamesInput { letter_number: "tanpa nomor".into(), ..names() }, ..held() };
    assert_eq!(number("undangan", &unnumbered), None, "there is nothing to count on from");
    let district = RatInput { area: Some(rat::Area::Regency), ..held() };
    assert!(html(&make("surat-laporan", &district)).contains("Kepala Dinas Koperasi Kabupaten/Kota Kaur"));
}

#[test]
fn what_does_not_apply_is_not_printed() {
    for form in PAPERS {
        let page = html(&make(form.id, &held())).to_lowercase();
        for absent in ["syariah", "simkopdes", "tautan", "rapat kelompok", "sengketa"] {
            assert!(!page.contains(absent), "{}: {absent}", form.id);
        }
    }
    let sharia = RatInput { sharia: Answer::Yes, ..held() };
    assert!(html(&make("acara", &sharia)).contains("Laporan Dewan Pengawas Syariah"));
    // The terms of the board are over; a dispute nobody spoke of.
    let offers = [coaching::BINA_05, coaching::BINA_08];
    let asked = |findings: &[FindingId]| html(&made("surat-pembinaan", &held(), findings, &offers));
    assert!(!asked(&[finding::F_ORGAN]).contains("Mediasi") && asked(&[finding::F_ORGAN]).contains("Penguatan"));
    assert!(asked(&[finding::F_ORGAN, finding::F_KONFLIK]).contains("Mediasi"));
    let written = RatInput { form: Form::Written, invited: Some("2026-03-01".into()), ..held() };
    assert!(html(&make("undangan", &written)).contains("Jawaban tertulis kami terima sampai 15 Maret 2026."));
}

#[test]
fn a_number_is_one_letters_own() {
    let set = |pairs: &[(&str, &str)]| {
        let mut input = held();
        for (path, text) in pairs {
            input.set(path, text).unwrap();
        }
        input
    };
    let told = |input: &RatInput| {
        let of = |problem: &rat::Problem| (problem.code == Code::NumberTwice).then(|| problem.field.clone());
        rat::read(input, today()).problems.iter().filter_map(of).collect::<Vec<_>>()
    };
    let twice = set(&[("papers.berita-acara.number", "7/RAT"), ("papers.surat-laporan.number", " 7 /rat")]);
    assert_eq!(told(&twice), ["papers.surat-laporan.number"]);
    let read = rat::read(&twice, today());
    let sentence = read.problems.iter().find(|one| one.code == Code::NumberTwice).unwrap();
    assert!(sentence.text.say(Locale::Id).contains("Berita acara rapat"), "{sentence:?}");
    // The first letter's own number counts too, until the invitation has another.
    let first = ("papers.surat-laporan.number", "012/KOP/III/2026");
    assert_eq!(told(&set(&[first])), ["papers.surat-laporan.number"]);
    assert!(told(&set(&[first, ("papers.undangan.number", "1")])).is_empty());
    // A number that somebody took is offered to no other.
    let taken = set(&[("papers.surat-laporan.number", "013/KOP/III/2026")]);
    assert!(told(&taken).is_empty());
    let facts = rat::read(&taken, today()).facts;
    let desk = Desk { facts: &facts, today: today(), findings: &[], offers: &[], work: None, bound: false };
    let numbers: Vec<_> = PAPERS.iter().filter_map(|form| desk.value("letter_number", form)).collect();
    let one_each: BTreeSet<_> = PAPERS
        .iter()
        .filter(|form| Desk::is_numbered(form))
        .map(|form| desk.value("letter_number", form).unwrap())
        .collect();
    assert_eq!(one_each.len(), 7, "{numbers:?}");
}

#[test]
fn a_day_that_cannot_be_is_a_line_to_fill() {
    let dated = |id: &str, day: &str| {
        let mut input = held();
        input.set(&format!("papers.{id}.date"), day).unwrap();
        (html(&make(id, &input)), rat::read(&input, today()).problems)
    };
    for day in ["2026-02-31", "2026-03-09", "2026--15"] {
        let (page, problems) = dated("surat-laporan", day);
        assert_eq!(problems.len(), 1, "{day}: told at its field");
        assert!(page.contains("Kaur, ……") && !page.contains("Kaur, 20 Maret 2026"), "{day}: {page}");
    }
    assert!(dated("surat-laporan", "").0.contains("Kaur, 20 Maret 2026"));
    // Nobody invites to what is over.
    let mut late = RatInput { history: vec![], chosen: Some("2026-04-20".into()), ..held() };
    late.set("papers.undangan.date", "2026-04-21").unwrap();
    let read = rat::read(&late, today());
    assert!(read.problems.iter().any(|one| one.code == Code::InvitedAfterMeeting), "{:?}", read.problems);
    assert!(html(&make("undangan", &late)).contains("Kaur, ……"));
}

/// A RAT that was postponed and then held: the letter would speak of the next one, whose year has not closed.
#[test]
fn what_was_held_is_postponed_no_more() {
    let postponed = PlansInput { postponed: Answer::Yes, ..PlansInput::default() };
    let after = make("surat-penundaan", &RatInput { plans: postponed.clone(), ..held() });
    assert!(after.is_draft() && !html(&after).contains("ditunda karena"), "{}", html(&after));
    let before = make("surat-penundaan", &RatInput { plans: postponed, history: vec![], ..held() });
    assert!(!before.is_draft() && html(&before).contains("Tahun Buku 2025 ditunda karena"));
}

/// The parts of a stored archive, by an own reading of the format.
fn parts(file: &[u8]) -> Vec<(String, String)> {
    let short = |at: usize| usize::from(u16::from_le_bytes(file[at..at + 2].try_into().unwrap()));
    let long = |at: usize| usize::try_from(u32::from_le_bytes(file[at..at + 4].try_into().unwrap())).unwrap();
    let end = file.len() - 22;
    assert_eq!(&file[end..end + 4], b"PK\x05\x06");
    let mut at = long(end + 16);
    assert_eq!(at + long(end + 12), end);
    let mut found = Vec::new();
    for _ in 0..short(end + 10) {
        assert_eq!(&file[at..at + 4], b"PK\x01\x02");
        let (size, name, entry) = (long(at + 24), short(at + 28), long(at + 42));
        let begin = entry + 30 + name;
        let text = |from: usize, length: usize| String::from_utf8(file[from..from + length].to_vec()).unwrap();
        assert_eq!(text(at + 46, name), text(entry + 30, name));
        found.push((text(at + 46, name), text(begin, size)));
        at += 46 + name;
    }
    found
}

/// Every tag that opens is closed in its turn, and every sign of XML in a text is written out.
fn well_formed(xml: &str) {
    let mut open: Vec<&str> = Vec::new();
    for piece in xml.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').expect("a tag ends");
        assert!(!text.contains('>'), "{text}");
        for entity in text.split('&').skip(1) {
            assert!(["amp;", "lt;", "gt;", "quot;"].iter().any(|known| entity.starts_with(known)), "{entity}");
        }
        if tag.starts_with('?') || tag.ends_with('/') {
        } else if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name));
        } else {
            open.push(tag.split(' ').next().unwrap());
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

fn between<'t>(text: &'t str, from: &str, to: &str) -> Vec<&'t str> {
    text.split(from).skip(1).map(|rest| rest.split(to).next().unwrap()).collect()
}

#[test]
fn every_paper_is_a_word_file_whose_tables_fill_the_page() {
    for form in PAPERS {
        let paper = make(form.id, &RatInput { form: Form::Online, ..held() });
        let file = papers::docx(&paper);
        assert_eq!(file, papers::docx(&paper), "the same paper is the same file");
        let parts = parts(&file);
        for (_, xml) in &parts {
            well_formed(xml);
        }
        assert_eq!(parts[0].0, "[Content_Types].xml");
        let text = &parts.iter().find(|(name, _)| name == "word/document.xml").unwrap().1;
        assert!(text.contains("Koperasi &lt;Maju &amp; Jaya&gt;"), "{}", form.id);
        for grid in between(text, "<w:tblGrid>", "</w:tblGrid>") {
            let widths = between(grid, "w:w=\"", "\"");
            let whole: u32 = widths.iter().map(|width| width.parse::<u32>().unwrap()).sum();
            assert_eq!(whole, WIDTH, "{}", form.id);
        }
        let tables = paper.blocks.iter().filter(|block| matches!(block, Block::Table { .. })).count();
        assert!(text.matches("<w:tblHeader/>").count() >= tables, "{}: heads are repeated", form.id);
        // A cell holds a paragraph; a table is followed by one.
        assert!(
            !text.contains("</w:tcPr></w:tc>")
                && !text.contains("</w:tbl><w:tbl>")
                && !text.contains("</w:tbl><w:sectPr>")
        );
    }
}

#[test]
fn tables_are_a_spreadsheet_too() {
    let list = make("daftar-hadir", &held());
    let file = parts(&papers::xlsx(&list).unwrap());
    for (_, xml) in &file {
        well_formed(xml);
    }
    let sheet = &file.iter().find(|(name, _)| name.ends_with("sheet1.xml")).unwrap().1;
    assert_eq!(sheet.matches("<row ").count(), 31);
    assert!(sheet.contains("<c r=\"A31\" s=\"2\"><v>30</v></c>") && sheet.contains("Nomor anggota"));
    // A centimetre to sign in.
    assert_eq!(sheet.matches(" ht=\"28.35\" customHeight=\"1\">").count(), 30);
    assert!(papers::xlsx(&make("undangan", &held())).is_none());
    let plan = parts(&papers::xlsx(&make("rencana-kerja", &held())).unwrap());
    assert_eq!(plan.iter().filter(|(name, _)| name.starts_with("xl/worksheets/")).count(), 3);
}
