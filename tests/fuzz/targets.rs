//! Every reader that takes foreign bytes: what it is given to begin with, and what must hold of whatever it makes of them.
//!
//! A reader may refuse; it may not panic, and what it takes it must be able to say again.

use std::fs;
use std::path::Path;

use cermin_koperasi::api;
use cermin_koperasi::assessment::Assessment;
use cermin_koperasi::books::ministry::{self, Content, Place};
use cermin_koperasi::books::{Form, copy, from_text, pasted, propose, table_text, to_text, workbook};
use cermin_koperasi::calendar::Day;
use cermin_koperasi::exchange::levels::{self, Levels, Seat, Voice, read_voice, read_voice_file, typed_so_far};
use cermin_koperasi::exchange::sealed::{self, cipher};
use cermin_koperasi::exchange::{check_code, json, save};
use cermin_koperasi::keeping::{Asked, Record, merge};
use cermin_koperasi::locale::Locale;
use cermin_koperasi::money::{Entry, LIMIT, Rupiah, is_table};
use cermin_koperasi::page::{Office, Route};
use cermin_koperasi::rat::{self, RatInput};
use cermin_koperasi::rulebook::{RULEBOOKS, Variant};
use cermin_koperasi::standing;
use cermin_koperasi::workshop::{Desk, Room, Voices};

use crate::change::Shape;

/// A reader.
pub struct Target {
    pub name: &'static str,
    pub shape: Shape,
    /// Inputs to begin with.
    pub seeds: fn() -> Vec<Vec<u8>>,
    /// Words that it knows, parted by `|`.
    pub words: &'static str,
    /// Reads an input and says in a word what it came to: inputs that come to something new are changed further.
    pub read: fn(&[u8]) -> String,
}

pub static TARGETS: &[Target] = &[
    Target { name: "json", shape: Shape::Json, seeds: saves, words: JSON, read: json },
    Target { name: "save", shape: Shape::Json, seeds: saves, words: SAVE, read: save },
    Target { name: "api", shape: Shape::Json, seeds: saves, words: SAVE, read: face },
    Target { name: "rat", shape: Shape::Plain, seeds: fields, words: RAT, read: rat_fields },
    Target { name: "code", shape: Shape::Plain, seeds: codes, words: CODE, read: code },
    Target { name: "symbols", shape: Shape::Plain, seeds: symbols, words: "", read: checked_symbols },
    Target { name: "voices", shape: Shape::Json, seeds: voices, words: CODE, read: voice },
    Target { name: "room", shape: Shape::Json, seeds: rooms, words: CODE, read: room },
    Target { name: "desk", shape: Shape::Json, seeds: desks, words: DESK, read: desk },
    Target { name: "record", shape: Shape::Plain, seeds: records, words: RECORD, read: record },
    Target { name: "merge", shape: Shape::Json, seeds: triples, words: SAVE, read: merged },
    Target { name: "sealed", shape: Shape::Plain, seeds: sealed_files, words: SEALED, read: sealed_file },
    Target { name: "amount", shape: Shape::Plain, seeds: amounts, words: AMOUNT, read: amount },
    Target { name: "paste", shape: Shape::Plain, seeds: pastes, words: BOOKS, read: paste },
    Target { name: "books", shape: Shape::Plain, seeds: pastes, words: BOOKS, read: books },
    Target { name: "rows", shape: Shape::Json, seeds: rows, words: BOOKS, read: matched },
    Target { name: "workbook", shape: Shape::Archive, seeds: workbooks, words: XML, read: opened },
    Target { name: "copy", shape: Shape::Archive, seeds: workbooks, words: XML, read: filled },
    Target { name: "handed", shape: Shape::Plain, seeds: handed_over, words: BOOKS, read: handed },
    Target { name: "route", shape: Shape::Plain, seeds: routes, words: ROUTE, read: route },
    Target { name: "query", shape: Shape::Plain, seeds: queries, words: QUERY, read: query },
    Target { name: "quick", shape: Shape::Plain, seeds: gathered, words: "", read: quick },
];

fn file(path: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

fn folder(path: &str, ends: &[&str]) -> Vec<Vec<u8>> {
    let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    let mut paths: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| ends.iter().any(|end| path.to_string_lossy().ends_with(end)));
    paths.sort();
    paths.iter().map(|path| fs::read(path).unwrap()).collect()
}

/// Bytes as text: a reader of texts never sees anything else.
fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn today() -> Day {
    Day::parse("2026-11-28").unwrap()
}

fn forms() -> impl Iterator<Item = &'static Variant> {
    RULEBOOKS[0].variants.iter()
}

/// The first word of what something is.
fn kind(said: &impl std::fmt::Debug) -> String {
    format!("{said:?}").chars().take_while(|char| !matches!(char, '{' | '(' | '[')).take(40).collect()
}

const JSON: &str = "\\u0000|\\ud800|\\udfff|\\ud83d\\ude00|[[[[|{\"a\":|1.0e+5|:|,,|\u{7f}";

fn json(bytes: &[u8]) -> String {
    let text = text(bytes);
    match json::parse(&text) {
        Ok(value) => {
            assert_eq!(json::parse(&value.to_string()).as_ref(), Ok(&value));
            kind(&value)
        }
        Err(fault) => kind(&fault),
    }
}

const SAVE: &str = "format|cermin-koperasi|version|rulebook|kkpkk-2021|variant|ksp12|riil12|edition|2021-08|2022|\
    reading|definition|worksheet|profile|level|members|book_year_end|answers|A.I.1.a|D.II.5.b|yes|no|\
    unknown|not-applicable|statements|current|prior|complete|waiting|kas|agunan_macet|\
    shu_tahun_berjalan|rat|history|year|held|heldOn|letters|kind|documents|DOK-05|contents|signed|\
    quorum|groups|present|articles|ratMonths|inviteDays|shu|list|names|actions|item|before|after|date|\
    papers|state|there|place|steps|who|until|kdmp|plan|placed|checksum|established|bookYearEnd|chosen|invited|predicate|\
    signals|plans|organs|modal|1/2|2/3|1,5 juta|savingsLoan|level|primary|form|boardUntil|received";

fn saves() -> Vec<Vec<u8>> {
    let mut all = folder("src/page/samples", &[".json"]);
    all.push(br#"{"format":"cermin-koperasi","version":1,"rulebook":"kkpkk-2021","variant":"riil12","reading":"worksheet",
        "answers":{"A.I.1.a":"not-applicable"},"statements":{"current":{"kas":-5},"complete":{"current":true},
        "waiting":{"prior":{"kas":"1,5 juta"}}},"rat":{"letters":[{"kind":"dissolutionPlan","received":"2026-10-01"}],
        "quorum":{"present":3,"groups":[{"members":9}]},"articles":{"quorum":"1/2","ratMonths":2},"shu":{"list":"1;2;3"},
        "documents":{"DOK-05":{"contents":["yes",null],"signed":"no"}}},"papers":{"ad-art":{"state":"there"}},"steps":{"A.I.7":{"who":"Ketua","until":"2027-03-31"}},
        "actions":[{"item":"A.I.1.a","date":"2026-03-14","after":"yes"}],"kdmp":{"year":{"giro":5},"later":[]}}"#
        .to_vec());
    all
}

fn save(bytes: &[u8]) -> String {
    match save::read_bytes(bytes) {
        Ok(opened) => {
            let written = save::write(&opened.assessment, &opened.kept);
            let again =
                save::read(&written).unwrap_or_else(|problem| panic!("what was written does not open: {problem}"));
            assert_eq!(again.assessment, opened.assessment);
            assert_eq!(save::write(&again.assessment, &again.kept), written);
            let tight = save::write_tight(&opened.assessment, &opened.kept);
            assert_eq!(save::read(&tight).map(|tight| tight.assessment), Ok(again.assessment));
            for notice in opened.notices.iter().take(3) {
                assert!(!Locale::Id.words().problem(notice).is_empty());
            }
            for form in forms() {
                let _ = save::under(&opened, form);
            }
            let code = check_code::of(&opened.assessment);
            assert!(check_code::matches(&opened.assessment, &code));
            format!("{} {}", opened.assessment.variant.id, kind(&opened.notices.first().map(|notice| notice.code)))
        }
        Err(problem) => {
            assert!(Locale::Id.words().problem(&problem).len() > 10);
            format!("{:?} {}", problem.code, problem.path.keys().first().unwrap_or(&""))
        }
    }
}

/// What the JavaScript face makes of an object.
fn face(bytes: &[u8]) -> String {
    let Ok(value) = json::parse(&text(bytes)) else { return "no JSON".to_owned() };
    let report = api::assess(value.clone());
    let scores = api::score(value.clone());
    if let (Ok(report), Ok(scores)) = (&report, &scores) {
        assert_eq!((report.total, &report.predicate.low.map(|one| one.id)), (scores.total, &scores.predicate.low));
        assert!(0.0 <= scores.total.low && scores.total.low <= scores.total.high && scores.total.high <= 100.0);
    }
    if report.is_ok() {
        api::checklist(value.clone(), "2026-11-28").expect("what is scored is advised");
        api::path(value.clone(), "sehat").expect("what is scored has a path");
        let _ = api::next_band(value.clone(), "C.I.1.a");
        api::standing(value.clone(), "2026-11-28").expect("what is scored has a standing");
        api::readiness(value.clone(), "2026-11-28").expect("what is scored has a readiness");
    }
    report.map_or_else(|failure| failure.code.to_owned(), |report| format!("{:?}", report.settled_predicate))
}

const RAT: &str = "history.0.year=2025|history.1.held=no|history.0.heldOn=2026-03-14|history.64.year=1|\
    letters.0.kind=warning|letters.0.received=2026-10-01|letters.0.ground=noMeeting|\
    quorum.groups.0.members=306|quorum.present=9|quorum.purpose=dissolution|members=21|\
    established=2014-03-02|bookYearEnd=12-31|bookYearEnd=02-29|level=secondary|kdmp=yes|\
    articles.quorum=1/2|articles.ratMonths=2|articles.inviteDays=400|documents.DOK-05.state=have|\
    documents.DOK-05.contents.3=yes|chosen=2100-12-31|invited=1900-01-01|shu.list=1;20000;3\n|\
    shu.reserve=12,5|modal=5000000000|business=no|idleSince=2020-01-01|form=groups|names.address=Jl.|\
    organs.boardUntil=2027-01-01|plans.deed=2026-01-01|predicate=sehat|=|\n|.";

fn fields() -> Vec<Vec<u8>> {
    vec![
        RAT.replace('|', "\n").into_bytes(),
        b"members=21\nestablished=2014-03-02\nhistory.0.year=2025\nhistory.0.held=no".to_vec(),
    ]
}

fn rat_fields(bytes: &[u8]) -> String {
    let mut rat = RatInput::default();
    let mut refused = 0;
    // More fields than there are.
    for line in text(bytes).lines().take(500) {
        let (path, value) = line.split_once('=').unwrap_or((line, ""));
        let before = rat.clone();
        if rat.set(path, value).is_err() {
            refused += 1;
            assert_eq!(rat, before, "what is refused changes nothing");
        }
    }
    let mut again = RatInput::default();
    for (path, value) in rat.entries() {
        again.set(&path, &value).unwrap_or_else(|error| panic!("{path}={value}: {error:?}"));
    }
    assert_eq!(again, rat);
    let read = rat::read(&rat, today());
    let standing = standing::standing(&read.facts, today(), None);
    let readiness = rat::readiness(&read.facts, today());
    assert!(readiness.before.low <= readiness.before.high);
    let calendar = rat::calendar::plan(&read.facts, today());
    if let Some(plan) = &calendar {
        let lines = rat::ics::ics(plan, "Koperasi", today(), Locale::Id);
        assert!(lines.lines().all(|line| line.len() <= 75), "a line of a calendar is too long");
    }
    let quorum = rat::quorum::quorum(&read.facts);
    format!("{} {:?} {} {}", refused.min(2), standing.institution.settled, calendar.is_some(), quorum.is_some())
}

const CODE: &str = "CERMIN:|1G49-J00F-9ZCV|0000|ZZZZ|cermin-koperasi kode|cermin-koperasi suara|codes|waiting|agreed|\
    wanted|format|version|\n|-";

fn samples() -> Vec<Assessment> {
    saves().iter().filter_map(|bytes| save::read_bytes(bytes).ok()).map(|opened| opened.assessment).collect()
}

fn results() -> Vec<Levels> {
    samples().iter().filter_map(|one| Levels::of(one, Some(today()))).collect()
}

fn codes() -> Vec<Vec<u8>> {
    let mut all: Vec<String> = results().iter().flat_map(|one| [one.code(), one.qr_text(), one.file()]).collect();
    all.extend(["old-code", "code-2"].map(|name| text(&file(&format!("tests/levels/{name}.txt")))));
    all.into_iter().map(String::into_bytes).collect()
}

fn code(bytes: &[u8]) -> String {
    let text = text(bytes);
    let _ = typed_so_far(&text);
    let _ = levels::read_file(&text);
    match levels::read(&text) {
        Ok(levels) => {
            assert_eq!(levels::read(&levels.code()).as_ref(), Ok(&levels));
            assert_eq!(levels::read_file(&levels.file()).as_ref(), Ok(&levels));
            assert!(levels.total().low <= levels.total().high);
            "read".to_owned()
        }
        Err(fault) => kind(&fault),
    }
}

fn symbols() -> Vec<Vec<u8>> {
    let plain = |code: String| code.bytes().collect::<Vec<u8>>();
    let voices = samples().into_iter().filter_map(|one| Voice::of(&one, Seat::Chair)).map(|voice| plain(voice.code()));
    results().iter().map(|one| plain(one.code())).chain(voices).collect()
}

/// Any symbols, with checks that are right: so that what stands behind the checks is read, too.
fn checked_symbols(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const fn times(left: usize, right: usize) -> usize {
        let (mut left, mut right, mut product) = (left, right, 0);
        while right > 0 {
            if right & 1 == 1 {
                product ^= left;
            }
            left = if left & 16 == 0 { left << 1 } else { (left << 1) ^ 0b10_0101 };
            right >>= 1;
        }
        product
    }
    let value = |byte: &u8| LETTERS.iter().position(|letter| letter == byte).unwrap_or(usize::from(byte % 32));
    let mut all = String::new();
    for (place, group) in bytes.chunks(12).take(8).enumerate() {
        let mut symbols: Vec<usize> = group.iter().take(10).map(value).collect();
        symbols.resize(10, 0);
        let weight = |place: usize| (0..place).fold(1, |weight, _| times(weight, 2));
        let (plain, heavy) = symbols
            .iter()
            .enumerate()
            .fold((0, place + 1), |(plain, heavy), (at, symbol)| (plain ^ symbol, heavy ^ times(*symbol, weight(at))));
        // The two last symbols make both sums right; one of 32 firsts does.
        let first =
            (0..32).find(|first| times(*first, weight(10)) ^ times(plain ^ first, weight(11)) == heavy).unwrap();
        symbols.extend([first, plain ^ first]);
        all.extend(symbols.iter().map(|symbol| char::from(LETTERS[*symbol])));
    }
    format!("{} {}", code(all.as_bytes()), voice(all.as_bytes()))
}

fn voices() -> Vec<Vec<u8>> {
    let of = |seat| Voice::of(&samples()[0], seat).unwrap();
    let mut board = Voices::default();
    for seat in [Seat::Chair, Seat::Treasurer, Seat::Manager] {
        board.add(of(seat));
    }
    [of(Seat::Chair).code(), of(Seat::Manager).file(), board.write()].into_iter().map(String::into_bytes).collect()
}

fn voice(bytes: &[u8]) -> String {
    let text = text(bytes);
    if let Some(board) = Voices::read(&text) {
        assert_eq!(Voices::read(&board.write()).as_ref(), Some(&board));
        let _ = (board.differences(), board.alike());
        return "board".to_owned();
    }
    let _ = read_voice_file(&text);
    match read_voice(&text) {
        Ok(voice) => {
            assert_eq!(read_voice(&voice.code()).as_ref(), Ok(&voice));
            assert_eq!(read_voice_file(&voice.file()).as_ref(), Ok(&voice));
            "voice".to_owned()
        }
        Err(fault) => kind(&fault),
    }
}

fn rooms() -> Vec<Vec<u8>> {
    let mut room = Room::default();
    for result in results() {
        room.add(result);
    }
    room.finish();
    vec![room.write().into_bytes(), Room::default().write().into_bytes()]
}

fn room(bytes: &[u8]) -> String {
    match Room::read(&text(bytes)) {
        Ok((room, broken)) => {
            assert_eq!(Room::read(&room.write()), Ok((room.clone(), 0)));
            let _ = (room.pictures(), room.forms(), room.since(&Room::default()));
            format!("{} {}", room.codes().count().min(6), broken.min(1))
        }
        Err(fault) => kind(&fault),
    }
}

const DESK: &str = "format|cermin-koperasi-meja|version|entries|id|name|file|checksum|{}|cermin-koperasi-sealed 1\n|\
    4294967296";

fn desks() -> Vec<Vec<u8>> {
    let mut desk = Desk::default();
    for (sample, name) in saves().iter().take(3).zip(["Si Melati", "Mawar", "K"]) {
        desk.add(name, text(sample)).unwrap();
    }
    desk.add("Terkunci", "cermin-koperasi-sealed 1\n".to_owned()).unwrap();
    let open = desk.write().into_bytes();
    vec![open, desk.backup().into_bytes(), Desk::default().write().into_bytes()]
}

fn desk(bytes: &[u8]) -> String {
    let text = text(bytes);
    let mut into = Desk::default();
    into.add("Di sini", "cermin-koperasi-sealed 1\n".to_owned()).unwrap();
    let before = into.clone();
    let restored = into.restore(&text);
    assert!(restored.is_ok() || into == before, "what is refused changes nothing");
    let Some(desk) = Desk::read(&text) else { return format!("none {}", Desk::is_desk(&text)) };
    assert_eq!(Desk::read(&desk.write()).as_ref(), Some(&desk));
    assert_eq!(Desk::read(&desk.backup()).as_ref(), Some(&desk));
    for entry in desk.entries().iter().take(30) {
        let _ = (entry.is_locked(), entry.work());
    }
    kind(&restored)
}

const RECORD: &str = "18446744073709551615|deleted|00000000| |\n";

fn records() -> Vec<Vec<u8>> {
    let record = |text: Option<&str>| Record { number: 5, time: 1_795_000_000_000, text: text.map(str::to_owned) };
    [record(Some("{}")), record(None)].iter().map(|record| record.write().into_bytes()).collect()
}

fn record(bytes: &[u8]) -> String {
    let text = text(bytes);
    // A text of any kind, kept and read again.
    let kept = Record { number: 1, time: 2, text: Some(text.clone()) };
    assert_eq!(Record::read(&kept.write()), Ok(kept));
    match Record::read(&text) {
        Ok(record) => {
            assert_eq!(Record::read(&record.write()), Ok(record));
            "record".to_owned()
        }
        Err(fault) => kind(&fault),
    }
}

fn triples() -> Vec<Vec<u8>> {
    let [one, other] = [text(&saves()[0]), text(&saves()[2])];
    vec![format!("[{one},{other},{one}]").into_bytes(), br#"[{"a":[1]},{"a":[2],"b":{}},{"a":[3],"c":"x"}]"#.to_vec()]
}

fn merged(bytes: &[u8]) -> String {
    let Ok(all) = json::parse(&text(bytes)) else { return "no JSON".to_owned() };
    let (both, asked) = merge(&all[0], &all[1], &all[2]);
    assert_eq!(merge(&all[0], &all[1], &all[1]), (all[1].clone(), Vec::new()), "the same change asks nothing");
    for one in &asked {
        assert_eq!(Asked::of_value(&one.to_value()).as_ref(), Some(one));
    }
    format!("{} {}", kind(&both), asked.len().min(3))
}

const SEALED: &str = "cermin-koperasi-sealed 1\n|cermin-koperasi-sealed 2\n|argon2id memory=8 passes=1 lanes=1 salt=|\
    xchacha20-poly1305 nonce=|00|ff|é";

fn sealed_files() -> Vec<Vec<u8>> {
    let small = format!(
        "cermin-koperasi-sealed 1\nargon2id memory=8 passes=1 lanes=1 salt={}\nxchacha20-poly1305 nonce={}\n{}\n",
        "0".repeat(32),
        "0".repeat(48),
        "a1".repeat(40)
    );
    let random: Vec<u8> = (0..40).collect();
    vec![small.into_bytes(), cipher::seal("{}", "kenari hinggap di dahan", &random).unwrap().into_bytes()]
}

fn sealed_file(bytes: &[u8]) -> String {
    let text = text(bytes);
    let _ = sealed::is_sealed(&text);
    match sealed::Head::read(&text) {
        // Heavier keys take their time by design.
        Ok((head, _)) if head.memory <= 64 && head.passes <= 2 => kind(&cipher::open(&text, "kenari hinggap di dahan")),
        Ok(_) => "heavy".to_owned(),
        Err(refusal) => kind(&refusal),
    }
}

const AMOUNT: &str = "Rp|Rp.|IDR|.|,|1.234|1,5 juta|miliar|triliun|ribu|rb|jt|M|T|(|)|-|−|–|,-|,00|999.999.999.999.999|\
    \u{a0}|'|\t|\n|CR|D|+";

fn amounts() -> Vec<Vec<u8>> {
    [
        "Rp 1.234.567,00",
        "1.234",
        "1,5 juta",
        "(250.000)",
        "-",
        "2 miliar 300 juta",
        "1.234.567\t2.000\nKas\t5",
        "Rp1.000,-",
    ]
    .map(|text| text.as_bytes().to_vec())
    .to_vec()
}

fn amount(bytes: &[u8]) -> String {
    let text = text(bytes);
    for mark in [Some('.'), Some(','), None] {
        let _ = Rupiah::parse_as(&text, mark);
    }
    let entry = Rupiah::parse(&text);
    if let Ok(Entry::Amount(amount) | Entry::AmountToConfirm(amount)) = entry {
        assert!(amount.get().abs() <= LIMIT);
        assert_eq!(Rupiah::parse(&amount.print(Locale::Id)), Ok(Entry::Amount(amount)), "what is printed is read");
        assert!(!amount.words(Locale::Id).is_empty() && !amount.words(Locale::En).is_empty());
    }
    format!("{} {}", kind(&entry), entry.map_or_else(|question| format!("{question:?}"), |_| String::new()))
}

const BOOKS: &str = "Kas|Bank|AKTIVA|PASIVA|Jumlah Aktiva|Jumlah|TOTAL|Penyisihan Piutang|2025|2024|31 Desember 2025|\
    (dalam ribuan)|(dalam jutaan rupiah)|\t|\n|;|\"|1.500.000|(250)|SHU Tahun Berjalan|Piutang Anggota|\
    No|Uraian|-|<table><tr><td>|</table>|colspan=9999999|&nbsp;|<td rowspan=3>";

fn pastes() -> Vec<Vec<u8>> {
    let mut all = folder("tests/golden/books", &[".tsv", ".csv"]);
    all.push(b"<table><tr><th>Uraian<th>2025</tr><tr><td colspan=2>Kas &amp; bank<td>1.500</tr></table>".to_vec());
    all
}

fn paste(bytes: &[u8]) -> String {
    let text = text(bytes);
    let rows = pasted(&text);
    let html = table_text(&text);
    format!("{} {} {}", rows.len().min(3), html.is_some(), is_table(&text))
}

fn books(bytes: &[u8]) -> String {
    let rows = pasted(&text(bytes));
    let came_to = |variant| {
        let proposal = propose(&rows, &Form::of(variant, Some("2025-12-31")));
        let mut amounts = proposal.lines.iter().flat_map(|line| line.amounts.each()).flatten();
        assert!(amounts.all(|amount| amount.abs() <= LIMIT));
        format!("{} {}", kind(&proposal.findings.first()), proposal.lines.len().min(3))
    };
    forms().map(came_to).collect::<Vec<_>>().join(" ")
}

fn rows() -> Vec<Vec<u8>> {
    let json = |bytes: &Vec<u8>| serde_json::to_vec(&pasted(&text(bytes))).unwrap();
    pastes().iter().map(json).collect()
}

fn matched(bytes: &[u8]) -> String {
    let Ok(rows) = json::parse(&text(bytes)) else { return "no JSON".to_owned() };
    let form = json::parse(r#"{"rulebook":"kkpkk-2021","variant":"riil12","bookYearEnd":"2025-12-31"}"#).unwrap();
    // The same value as the form: anything at all may be given for it.
    let _ = api::match_books(&form, &rows);
    api::match_books(&rows, &form)
        .map_or_else(|failure| failure.code.to_owned(), |books| format!("{}", books.lines.len().min(3)))
}

const XML: &str = "<c r=\"A1\">|<c r=\"XFD1048576\" t=\"s\">|<v>|</v>|<f>|</f>|t=\"shared\"|<row r=\"4294967295\">|\
    ref=\"A1:ZZ9\"|<!--|-->|<![CDATA[|&#0;|&#x110000;|table:number-columns-repeated=\"999999999\"|\
    table:number-rows-repeated=\"99999999\"|<sheet name=\"x\" sheetId=\"1\" r:id=\"rId1\"/>|<t>|</si>|\
    <definedName|\"|/>|xl/worksheets/sheet1.xml";

fn workbooks() -> Vec<Vec<u8>> {
    let mut all = folder("tests/golden/books", &[".xlsx", ".ods", "08.csv"]);
    all.extend(folder("tests/workbooks", &[".xlsx", ".xls"]));
    all
}

fn opened(bytes: &[u8]) -> String {
    match workbook::read(bytes) {
        Ok(sheets) => {
            assert_eq!(from_text(&to_text(&sheets)).len(), sheets.len());
            let filled = forms().filter_map(|variant| ministry::read(variant, &sheets)).count();
            format!("{} {filled} {}", sheets.len().min(4), sheets.iter().any(|sheet| sheet.rows.len() > 3))
        }
        Err(refusal) => refusal.code().to_owned(),
    }
}

fn filled(bytes: &[u8]) -> String {
    let sheets = workbook::read(bytes).unwrap_or_default();
    let name = sheets.first().map_or("Input", |sheet| &*sheet.name);
    let places = [format!("{name}!B2"), format!("{name}!D175")];
    let contents = [Content::Text("Terpenuhi & <b>"), Content::Number(-5)];
    let cells: Vec<_> = places.iter().filter_map(|place| Place::parse(place)).zip(contents).collect();
    match copy::fill(bytes, &cells) {
        Ok(copy) => {
            assert!(workbook::read(&copy.file).is_ok() || workbook::read(bytes).is_err(), "the copy does not open");
            format!("filled {}", copy.left.len().min(2))
        }
        Err(refusal) => refusal.code().to_owned(),
    }
}

fn handed_over() -> Vec<Vec<u8>> {
    let sheets = workbook::read(&file("tests/golden/books/b04.xlsx")).unwrap();
    let cells = ministry::to_text(&ministry::contents(&samples()[0]));
    vec![to_text(&sheets).into_bytes(), cells.into_bytes()]
}

fn handed(bytes: &[u8]) -> String {
    let text = text(bytes);
    // A row with one blank cell is handed over as a blank row.
    let sheets = from_text(&to_text(&from_text(&text)));
    assert_eq!(from_text(&to_text(&sheets)), sheets);
    let cells = ministry::from_text(&text);
    for place in text.split_whitespace().take(50) {
        if let Some(parsed) = Place::parse(place) {
            assert_eq!(Place::parse(&parsed.to_string()), Some(parsed));
        }
    }
    format!("{} {}", sheets.len().min(3), cells.is_some())
}

const ROUTE: &str = "#/|butir|pos|rincian|angka|lalu|cek|siap|perbaikan|pelatih|musyawarah|meja|kdmp|hasil|A.I.1.a|kas|/|\
    %|..|surat";

fn routes() -> Vec<Vec<u8>> {
    Route::all(&RULEBOOKS[0].variants[0]).iter().map(|route| route.hash().into_bytes()).collect()
}

fn route(bytes: &[u8]) -> String {
    let text = text(bytes);
    let Some(route) = Route::parse(&text) else { return "none".to_owned() };
    assert_eq!(Route::parse(&route.hash()).as_ref(), Some(&route), "{text:?}");
    kind(&route)
}

const QUERY: &str = "https://|dinas.example.go.id|@|javascript:|/|#|?| |\n|\u{202e}|\u{200b}";

fn queries() -> Vec<Vec<u8>> {
    vec![b"Dinas Koperasi Kabupaten Contoh\n0274 000000\nhttps://dinas.example.go.id/pembinaan".to_vec()]
}

/// What an address says of an office: its three texts, a line each.
fn query(bytes: &[u8]) -> String {
    let text = text(bytes);
    let mut lines = text.split('\n');
    let Some(office) = Office::new(lines.next(), lines.next(), lines.next()) else { return "none".to_owned() };
    let short = |text: &Option<String>, most| text.as_ref().is_none_or(|text| text.chars().count() <= most);
    assert!(short(&office.name, 80) && short(&office.contact, 120) && short(&office.link, 200));
    assert!(office.link.as_ref().is_none_or(|link| link.starts_with("https://") && link.is_ascii()));
    format!("{} {} {}", office.name.is_some(), office.contact.is_some(), office.link.is_some())
}

fn gathered() -> Vec<Vec<u8>> {
    let of = |form: usize, edition: f64, reading: f64, amount: f64| {
        let lists = &api::quick::forms()[form];
        let mut all = vec![if form == 0 { 0.0 } else { 1.0 }, edition, reading, 1.0, 0.0];
        all.extend(lists.items.iter().enumerate().map(|(place, _)| [0.0, 1.0, 2.0, 3.0][place % 4]));
        all.extend(std::iter::repeat_n(amount, 2 * lists.accounts.len()));
        all.into_iter().flat_map(f64::to_le_bytes).collect()
    };
    vec![of(0, 1.0, 0.0, 1_500_000.0), of(1, 0.0, 1.0, f64::NAN), of(0, 0.0, 0.0, f64::INFINITY)]
}

/// What a list of numbers comes to.
fn quick(bytes: &[u8]) -> String {
    let numbers: Vec<f64> = bytes.chunks_exact(8).map(|eight| f64::from_le_bytes(eight.try_into().unwrap())).collect();
    let Some(score) = api::quick::score(&numbers) else { return "refused".to_owned() };
    assert!(0.0 <= score[0] && score[0] <= score[1] && score[1] <= 100.0);
    format!("{:?}", &score[2..4])
}
