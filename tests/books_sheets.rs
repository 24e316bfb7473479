//! Fourteen sheets of boards' own books, in the layouts and under the names that Indonesian cooperatives use, against what a
//! bookkeeper says of each line. `golden/books/index.json` explains the fields.
#![allow(clippy::unwrap_used, missing_docs)]

use std::collections::BTreeMap;
use std::fs;

use cermin_koperasi::books::{
    BooksProposal, Certainty, Finding, Form, FormAccount, Line, pasted, propose, table_text, workbook,
};
use cermin_koperasi::rulebook::{self, Side};
use serde_json::Value;

/// How many lines the fourteen sheets ask about, all together; more would cost a board more than it gains.
const MOST_QUESTIONS: usize = 41;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/books/");

fn json(name: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(format!("{FOLDER}{name}")).unwrap()).unwrap()
}

/// The accounts of a form; those of `riil12` from a list beside the sheets.
fn form(variant: &str) -> Form<'static> {
    if let Some(known) = rulebook::find("kkpkk-2021").unwrap().variant(variant) {
        return Form::of(known, None);
    }
    let list = json(&format!("{variant}-accounts.json"));
    let account = |entry: &Value| FormAccount {
        id: entry[0].as_str().unwrap().to_owned().leak(),
        contra: entry[1].as_bool().unwrap(),
        signed: entry[2].as_bool().unwrap(),
    };
    Form { accounts: list.as_array().unwrap().iter().map(account).collect(), book_year_end: None }
}

struct Sheet {
    name: Option<String>,
    proposal: BooksProposal,
}

fn sheets(book: &Value) -> Vec<Sheet> {
    let file = fs::read(format!("{FOLDER}{}", book["file"].as_str().unwrap())).unwrap();
    let form = form(book["variant"].as_str().unwrap());
    let sheets = if book["form"] == "tsv" {
        let rows = pasted(&String::from_utf8(file).unwrap());
        vec![workbook::Sheet { name: String::new(), rows }]
    } else {
        workbook::read(&file).unwrap()
    };
    let read = |sheet: workbook::Sheet| Sheet {
        name: Some(sheet.name).filter(|name| !name.is_empty()),
        proposal: propose(&sheet.rows, &form),
    };
    sheets.into_iter().map(read).collect()
}

fn same_place(at: &Value, sheet: &Sheet, row: usize, column: usize) -> bool {
    let named = at["sheet"].as_str().is_none_or(|name| Some(name) == sheet.name.as_deref());
    named && at["row"] == row && at["col"] == column
}

fn line<'a>(sheets: &'a [Sheet], at: &Value) -> Option<&'a Line> {
    let all = sheets.iter().flat_map(|sheet| sheet.proposal.lines.iter().map(move |line| (sheet, line)));
    all.into_iter().find(|(sheet, line)| same_place(at, sheet, line.row, line.column)).map(|(_, line)| line)
}

#[derive(Default)]
struct Score {
    sure: usize,
    right: usize,
    faults: Vec<String>,
    grave: Vec<String>,
}

fn judge(expected: &Value, sheets: &[Sheet]) -> Score {
    let mut score = Score::default();
    for wanted in expected["lines"].as_array().unwrap() {
        let (label, at) = (wanted["label"].as_str().unwrap(), &wanted["at"]);
        let found = line(sheets, at);
        let seen = found.map_or_else(|| "nothing".to_owned(), describe);
        if wanted["certainty"] == "sure" {
            score.sure += 1;
            let others = wanted["also_ok"].as_array().into_iter().flatten();
            let homes: Vec<Option<&str>> = others.chain([&wanted["account"]]).map(Value::as_str).collect();
            let right = match found {
                None => homes.contains(&None),
                Some(line) => match line.certainty {
                    Certainty::Sure => {
                        homes.contains(&line.account.as_deref())
                            && line.amounts.current == wanted["current"].as_i64()
                            && line.amounts.prior == wanted["prior"].as_i64()
                    }
                    Certainty::Ignored | Certainty::Total => homes.contains(&None),
                    Certainty::Ask => false,
                },
            };
            if right {
                score.right += 1;
            } else {
                score.faults.push(format!(
                    "{label}: {seen}, wanted {} {} {}",
                    wanted["account"], wanted["current"], wanted["prior"]
                ));
            }
        } else if found.is_none_or(|line| line.certainty != Certainty::Ask) {
            let list = if wanted["stakes"] == "none" { &mut score.faults } else { &mut score.grave };
            list.push(format!("{label}: {seen}, wanted a question"));
        } else if let Some(line) = found {
            let homes = [&wanted["candidates"], &wanted["splits"]];
            let homes: Vec<&str> =
                homes.iter().filter_map(|list| list.as_array()).flatten().filter_map(Value::as_str).collect();
            let answers = expected["answers"].as_array().unwrap().iter().filter(|answer| answer["at"] == *at);
            let gives = answers
                .flat_map(|answer| answer["gives"].as_array().unwrap())
                .filter_map(|give| give["account"].as_str());
            let offered = |id: &&str| line.candidates.iter().any(|one| one == id);
            if !gives.clone().all(|id| offered(&id)) {
                score.faults.push(format!("{label}: offers {:?}, wanted {homes:?}", line.candidates));
            }
        }
    }
    for ban in expected["never"].as_array().unwrap() {
        let Some(found) = ban.get("at").and_then(|at| line(sheets, at)) else { continue };
        let banned: Vec<&str> = ban["not"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        if found.account.as_deref().is_some_and(|account| banned.contains(&"*") || banned.contains(&account)) {
            score.grave.push(format!("NEVER {}: {}", ban["label"], describe(found)));
        }
    }
    for wanted in expected["totals"].as_array().unwrap() {
        let all = sheets.iter().flat_map(|sheet| sheet.proposal.totals.iter().map(move |total| (sheet, total)));
        let found = all.into_iter().find(|(sheet, total)| same_place(&wanted["at"], sheet, total.row, total.column));
        match found {
            None => score.grave.push(format!(
                "total {} not recognised: {:?}",
                wanted["label"],
                line(sheets, &wanted["at"]).map(describe)
            )),
            Some((_, total)) if Some(total.agrees) != wanted["agrees"].as_bool() => {
                score.grave.push(format!("total {}: {total:?}, wanted {wanted}", wanted["label"]));
            }
            Some((_, total))
                if wanted["computed"][0].is_i64() && total.computed.current != wanted["computed"][0].as_i64() =>
            {
                score.grave.push(format!(
                    "total {}: computed {:?}, wanted {}",
                    wanted["label"], total.computed, wanted["computed"]
                ));
            }
            Some(_) => {}
        }
    }
    score
}

fn describe(line: &Line) -> String {
    format!("{:?} {:?} {:?} {:?}", line.certainty, line.account, line.candidates, line.amounts)
}

fn years(book: &Value, sheets: &[Sheet]) -> Vec<String> {
    let wanted: Vec<Option<u64>> = book["years"].as_array().unwrap().iter().map(Value::as_u64).collect();
    let with_lines = sheets.iter().filter(|sheet| !sheet.proposal.amounts.is_empty());
    let wrong = with_lines.filter(|sheet| {
        let years = sheet.proposal.years;
        [years.current, years.prior].map(|year| year.map(u64::from)).to_vec() != wanted
    });
    wrong.map(|sheet| format!("{:?}: years {:?}, wanted {wanted:?}", sheet.name, sheet.proposal.years)).collect()
}

fn amounts(expected: &Value, sheets: &[Sheet]) -> Vec<String> {
    let mut seen: BTreeMap<&str, i64> = BTreeMap::new();
    for (account, pair) in sheets.iter().flat_map(|sheet| sheet.proposal.amounts.iter()) {
        *seen.entry(account).or_default() += pair.current.unwrap_or(0);
    }
    let wanted = expected["amounts"]["current"].as_object().unwrap();
    let apart = |(account, amount): (&String, &Value)| {
        let found = seen.get(account.as_str()).copied();
        (found != amount.as_i64()).then(|| format!("amount of {account}: {found:?}, wanted {amount}"))
    };
    wanted.iter().filter_map(apart).collect()
}

#[test]
fn fourteen_sheets_find_their_accounts() {
    let mut grave = Vec::new();
    let (mut sure, mut right, mut asked) = (0, 0, 0);
    for book in json("index.json")["books"].as_array().unwrap() {
        let id = book["id"].as_str().unwrap();
        let expected = json(book["expected"].as_str().unwrap());
        let sheets = sheets(book);
        let score = judge(&expected, &sheets);
        println!("{id}: {} of {} sure lines right", score.right, score.sure);
        score.faults.iter().chain(&amounts(&expected, &sheets)).for_each(|fault| println!("    {fault}"));
        let wrong_years = years(book, &sheets);
        grave.extend(score.grave.iter().chain(&wrong_years).map(|fault| format!("{id} {fault}")));
        if score.right * 100 < score.sure * 95 {
            grave.push(format!("{id}: fewer than 95 % right"));
        }
        for sheet in &sheets {
            sheet.proposal.findings.iter().for_each(|finding| println!("    {:?} {finding:?}", sheet.name));
        }
        (sure, right) = (sure + score.sure, right + score.right);
        let lines = sheets.iter().flat_map(|sheet| &sheet.proposal.lines);
        asked += lines.filter(|line| line.certainty == Certainty::Ask).count();
    }
    println!("{right} of {sure}, {asked} asked");
    assert!(asked <= MOST_QUESTIONS, "{asked} questions");
    assert!(grave.is_empty(), "{grave:#?}");
}

/// What a bookkeeper placed right is never said to be in the wrong group.
#[test]
fn no_line_of_the_fourteen_sheets_crosses_the_total_that_it_is_proved_in() {
    let mut proved = 0;
    let mut crossing = Vec::new();
    for book in json("index.json")["books"].as_array().unwrap() {
        let Some(variant) = rulebook::find("kkpkk-2021").unwrap().variant(book["variant"].as_str().unwrap()) else {
            continue;
        };
        for sheet in sheets(book) {
            let lines = sheet.proposal.lines.iter().filter(|line| line.certainty == Certainty::Sure);
            for line in lines {
                let id = line.account.as_deref().unwrap();
                let account = variant.accounts.iter().find(|account| account.id == id).unwrap();
                let totals = line.within.iter().map(|place| &sheet.proposal.totals[*place]);
                proved += line.within.len();
                let excluded = totals.filter(|total| total.part.unwrap().excludes(variant, account));
                crossing
                    .extend(excluded.map(|total| format!("{} {}: {} in {}", book["id"], line.label, id, total.label)));
                // Nor does what its heading or its name says.
                let of_result = |side| matches!(side, Side::Revenue | Side::Expense);
                let apart =
                    line.side.filter(|side| of_result(*side) && of_result(account.side) && *side != account.side);
                crossing.extend(apart.map(|side| format!("{} {}: {} among {side:?}", book["id"], line.label, id)));
            }
        }
    }
    assert!(proved > 300, "{proved} proofs are too few to say anything");
    assert!(crossing.is_empty(), "{crossing:#?}");
}

#[test]
fn a_file_from_outside_is_refused_in_words_or_read_in_bounds() {
    use workbook::Refusal;
    assert_eq!(workbook::read(&vec![b'a'; workbook::LARGEST + 1]), Err(Refusal::TooLarge));
    assert_eq!(workbook::read(b""), Err(Refusal::Unknown));
    assert_eq!(workbook::read(b"\0\x01\x02;;"), Err(Refusal::Unknown));
    assert_eq!(workbook::read(b"PK\x03\x04 and no more"), Err(Refusal::Broken));
    let rows = "Kas;1;2\n".repeat(100_000);
    assert_eq!(workbook::read(rows.as_bytes()), Err(Refusal::TooLarge));
    // Office locks a workbook inside an envelope that names itself.
    let mut locked = vec![0xd0, 0xcf, 0x11, 0xe0];
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(workbook::read(&locked), Err(Refusal::Locked));
    // Every cut of a real workbook is refused, none hangs or ends the program.
    let whole = fs::read(format!("{FOLDER}b06.xlsx")).unwrap();
    for end in (0..whole.len()).step_by(97) {
        let _ = workbook::read(&whole[..end]).map_err(Refusal::code);
    }
}

/// An archive with one stored or deflated part, as a hostile hand would write it.
fn archive(name: &str, content: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
    zip.write_all(content).unwrap();
    zip.finish().unwrap().into_inner()
}

#[test]
fn an_archive_that_grows_without_end_is_not_unpacked() {
    let mut bomb = archive("xl/workbook.xml", &vec![b' '; 100 << 20]);
    assert!(bomb.len() < 200_000);
    assert_eq!(workbook::read(&bomb), Err(workbook::Refusal::TooLarge));
    // It says that it is small: the sizes in its list of parts are lies.
    let small = 1_000_u32.to_le_bytes();
    let large = (100_u32 << 20).to_le_bytes();
    let places: Vec<usize> = bomb.windows(4).enumerate().filter(|(_, four)| *four == large).map(|(at, _)| at).collect();
    for at in places {
        bomb[at..at + 4].copy_from_slice(&small);
    }
    assert!(matches!(workbook::read(&bomb), Err(workbook::Refusal::TooLarge | workbook::Refusal::Broken)));
}

#[test]
fn what_is_pasted_is_read_as_the_clipboard_writes_it() {
    let rows = pasted("Kas\t1.000\t\r\n\"Dua\nbaris\"\t2\t3\r\n\r\n");
    assert_eq!(rows, [vec!["Kas", "1.000", ""], vec!["Dua\nbaris", "2", "3"]]);
}

fn proposed(text: &str) -> BooksProposal {
    propose(&pasted(text), &form("ksp12"))
}

fn amount(proposal: &BooksProposal, account: &str) -> (Option<i64>, Option<i64>) {
    let pair = proposal.amounts.get(account).copied().unwrap_or_default();
    (pair.current, pair.prior)
}

#[test]
fn two_sides_without_years_are_not_two_years() {
    let sheet = proposed(
        "AKTIVA\t\tPASIVA\t\nKas\t1.250.000\tSimpanan Sukarela\t1.000.000\nBank\t250.000\tSimpanan Pokok\t500.000\n",
    );
    assert_eq!(amount(&sheet, "kas"), (Some(1_250_000), None));
    assert_eq!(amount(&sheet, "simpanan_pokok"), (Some(500_000), None));
    assert!(sheet.findings.contains(&Finding::YearsGuessed));
}

#[test]
fn thousands_are_multiplied_and_told() {
    let sheet = proposed("NERACA (dalam ribuan rupiah)\n\t2025\t2024\nAKTIVA\nKas\t1.250,5\t900\n");
    assert_eq!(amount(&sheet, "kas"), (Some(1_250_500), Some(900_000)));
    assert_eq!((sheet.unit, sheet.findings), (1_000, vec![Finding::Unit(1_000)]));
}

#[test]
fn budgets_shares_and_older_years_are_left_out() {
    let sheet = proposed(
        "Uraian\tRealisasi 2023\tRealisasi 2024\tAnggaran 2025\tRealisasi 2025\t%\nAKTIVA LANCAR\nKas\t1\t2\t3\t4\t125%\n",
    );
    assert_eq!(amount(&sheet, "kas"), (Some(4), Some(2)));
}

#[test]
fn a_loss_printed_without_a_sign_is_asked_about() {
    let sheet = proposed("EKUITAS\t2025\t2024\nRugi Tahun Lalu\t5.000\t4.000\n");
    assert_eq!(sheet.lines[0].certainty, Certainty::Ask);
}

#[test]
fn a_balance_that_does_not_close_is_told_with_both_sides() {
    let sheet =
        proposed("NERACA\t2025\t2024\nAKTIVA\nKas\t1.000.000\t500.000\nEKUITAS\nSimpanan Pokok\t900.000\t500.000\n");
    assert_eq!(sheet.findings, [Finding::Balance { current: true, left: 1_000_000, right: 900_000 }]);
}

#[test]
fn income_below_a_balance_without_a_heading_is_no_debt() {
    let balance = "AKTIVA\t2025\t2024\nKas\t5.000.000\t4.000.000\nPiutang anggota\t95.000.000\t80.000.000\n\
        KEWAJIBAN\nTabungan anggota\t60.000.000\t50.000.000\nBeban yang masih harus dibayar\t4.000.000\t3.000.000\n\
        Pendapatan diterima dimuka\t1.000.000\t1.000.000\nEKUITAS\nSimpanan pokok\t10.000.000\t10.000.000\n\
        Simpanan wajib\t25.000.000\t20.000.000\n";
    let result = "Pendapatan jasa pinjaman anggota\t12.000.000\t11.000.000\nPendapatan administrasi\t500.000\t450.000\n\
        Pendapatan provisi\t600.000\t550.000\nBiaya gaji karyawan\t7.000.000\t6.500.000\nBiaya listrik\t300.000\t250.000\n";
    let accounts = [
        "kas",
        "piutang_anggota",
        "tabungan_anggota",
        "beban_masih_harus_dibayar",
        "pendapatan_diterima_dimuka",
        "simpanan_pokok",
        "simpanan_wajib",
        "pendapatan_jasa_pinjaman_anggota",
        "pendapatan_administrasi_anggota",
        "pendapatan_provisi_anggota",
        "honor_karyawan",
        "biaya_listrik_air_telepon",
    ];
    let figures = "100.000.000\t84.000.000\n";
    for total in ["JUMLAH PASIVA\t", "Jumlah Kewajiban dan Ekuitas\t", ""] {
        let total = if total.is_empty() { String::new() } else { [total, figures].concat() };
        let proposal = proposed(&[balance, &total, result].concat());
        let found = proposal.lines.iter().filter(|line| line.certainty != Certainty::Total);
        let found: Vec<&str> = found.map(|line| line.account.as_deref().unwrap_or("?")).collect();
        assert_eq!(found, accounts, "{total}");
        assert!(proposal.totals.iter().all(|total| total.agrees), "{:?}", proposal.totals);
    }
}

/// A workbook of sheets whose rows are a name and a figure.
fn xlsx(sheets: &[(&str, usize)]) -> Vec<u8> {
    let cells = |row: usize| {
        format!(
            "<row r=\"{row}\"><c r=\"A{row}\" t=\"inlineStr\"><is><t>Kas</t></is></c><c r=\"B{row}\"><v>{row}</v></c></row>"
        )
    };
    let sheets: Vec<_> =
        sheets.iter().map(|(name, rows)| (*name, (1..=*rows).map(cells).collect::<String>())).collect();
    workbook_of(&sheets)
}

/// A workbook of sheets, each with its rows as they stand in the file.
fn workbook_of(sheets: &[(&str, String)]) -> Vec<u8> {
    use std::io::Write as _;
    let of = |text: &mut dyn FnMut(usize, &str) -> String| {
        sheets.iter().enumerate().map(|(place, (name, _))| text(place + 1, name)).collect::<String>()
    };
    let listed = of(&mut |id, name| format!("<sheet name=\"{name}\" sheetId=\"{id}\" r:id=\"r{id}\"/>"));
    let related = of(&mut |id, _| {
        format!(
            "<Relationship Id=\"r{id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/s{id}.xml\"/>"
        )
    });
    let mut parts = vec![
        ("_rels/.rels".to_owned(), "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>".to_owned()),
        (
            "xl/workbook.xml".to_owned(),
            format!(
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>{listed}</sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            format!(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{related}</Relationships>"
            ),
        ),
    ];
    for (place, (_, text)) in sheets.iter().enumerate() {
        parts.push((format!("xl/worksheets/s{}.xml", place + 1), format!("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{text}</sheetData></worksheet>")));
    }
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_journal_beside_the_balance_is_left_out_and_refuses_nothing() {
    let read = workbook::read(&xlsx(&[("Neraca", 3), ("Jurnal", 6_000)])).unwrap();
    assert_eq!(read[0].rows, [["Kas", "1"], ["Kas", "2"], ["Kas", "3"]]);
    assert_eq!((read[1].name.as_str(), read[1].rows.len()), ("Jurnal", 0));
    assert_eq!(workbook::read(&xlsx(&[("Jurnal", 6_000)])), Err(workbook::Refusal::TooLarge));
}

#[test]
fn an_error_and_a_formula_without_its_result_are_shown_as_such() {
    let name = "<c r=\"A1\" t=\"inlineStr\"><is><t>Kas</t></is></c>";
    let row = format!(
        "<row r=\"1\">{name}<c r=\"B1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c><c r=\"C1\"><f>SUM(B2:B9)</f></c><c r=\"D1\"><f>1+1</f><v>2</v></c></row>"
    );
    assert_eq!(workbook::read(&workbook_of(&[("Neraca", row)])).unwrap()[0].rows, [["Kas", "#DIV/0!", "=", "2"]]);
}

#[test]
fn a_table_is_read_by_its_html_and_nothing_else_of_it_is() {
    let html = "<img src=x onerror=alert(1)><style>td{}</style><TABLE border=1><tr><th colspan=\"2\">AKTIVA</th><th>2025</th></tr>\
        <tr><td><p>Kas&nbsp;kecil</p></td><td></td><td>1.500<br></td></tr><!-- <td>9</td> --><script>\"<td>8</td>\"</script>\
        <tr><td>Giro<table><tr><td>dalam</td></tr></table><td>x<td>2.500</table><table><tr><td>lain<td>3</table>";
    assert_eq!(table_text(html).as_deref(), Some("AKTIVA\t\t2025\nKas kecil\t\t1.500\nGiro dalam\tx\t2.500"));
    for broken in [
        "",
        "<table",
        "<table><tr><td",
        "<table></table></table>",
        "</table><table><td>1<td>2",
        "<table><td colspan=99999999999>1<td>2",
        "<<<table>>><é>",
    ] {
        let _ = table_text(broken);
    }
    let long = format!("<table>{}</table>", "<tr><td>Kas<td>1".repeat(20_000));
    let rows = pasted(&table_text(&long).unwrap());
    assert!(propose(&rows, &form("ksp12")).findings.contains(&Finding::TooLarge));
}

proptest::proptest! {
    #[test]
    fn no_html_stops_the_reader_of_tables(html in "(<table>|<tr>|<td>|</td>|</table>|<td colspan=3>|<!--|-->|<script>|&nbsp;|[a-zé<>\"= ]){0,40}") {
        let text = table_text(&html);
        proptest::prop_assert!(text.is_none_or(|text| text.contains('\t')));
    }
}
