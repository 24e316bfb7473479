//! The ministry's own workbook: a filled one is read by its cells, and a board's copy is filled and otherwise left alone.
#![allow(clippy::unwrap_used, missing_docs)]

mod standin;

use std::io::{Cursor, Read};

use cermin_koperasi::assessment::{Amount, Answer, Assessment};
use cermin_koperasi::books::ministry::{self, Content, FilledAmount, Place, Why};
use cermin_koperasi::books::{Refusal, Sheet, copy, workbook};
use cermin_koperasi::rulebook::{self, Year};
use standin::{StandIn, Standing};

fn blank() -> Assessment {
    let book = rulebook::find("kkpkk-2021").unwrap();
    Assessment::new(book, book.variant("ksp12").unwrap())
}

/// A work in which every answer and amount is given, each its own.
fn work() -> Assessment {
    let mut work = blank();
    for (number, (_, item)) in work.variant.items().enumerate() {
        work.answers.insert(item.id, if number % 3 == 0 { Answer::No } else { Answer::Yes });
    }
    for (number, account) in (1..).zip(work.variant.accounts) {
        let loss = account.id == "shu_periode_berjalan";
        work.statements.current.put(account.id, Some(Amount::Known(if loss { -7_000 } else { 1_000 * number }.into())));
        work.statements.prior.put(account.id, Some(Amount::Known(number.into())));
    }
    work
}

fn stand_in() -> StandIn {
    StandIn::new(blank().variant, 0)
}

fn parts(file: &[u8]) -> Vec<(String, Vec<u8>, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    (0..archive.len())
        .map(|place| {
            let (mut plain, mut packed) = (Vec::new(), Vec::new());
            let mut part = archive.by_index(place).unwrap();
            let name = part.name().unwrap().into_owned();
            part.read_to_end(&mut plain).unwrap();
            drop(part);
            archive.by_index_raw(place).unwrap().read_to_end(&mut packed).unwrap();
            (name, plain, packed)
        })
        .collect()
}

fn part(file: &[u8], name: &str) -> String {
    String::from_utf8(parts(file).into_iter().find(|(own, ..)| own == name).unwrap().1).unwrap()
}

fn filled(book: &StandIn, work: &Assessment) -> copy::Copy {
    copy::fill(&book.file(), &ministry::contents(work)).unwrap()
}

fn cell(sheets: &[Sheet], at: &str) -> String {
    let place = Place::parse(at).unwrap();
    let sheet = sheets.iter().find(|sheet| sheet.name == place.sheet).unwrap();
    sheet.rows.get(place.row).and_then(|row| row.get(place.column)).cloned().unwrap_or_default()
}

#[test]
fn what_goes_into_a_copy_comes_out_of_it() {
    let work = work();
    let copy = filled(&stand_in(), &work);
    let sheets = workbook::read(&copy.file).unwrap();
    let read = ministry::read(work.variant, &sheets).unwrap();
    assert_eq!((read.answers.len(), read.amounts.len(), read.left.len()), (145, 232, 0));
    for (item, answer) in read.answers {
        assert_eq!(work.answer(item), answer, "{item}");
    }
    for FilledAmount { account, year, amount, .. } in read.amounts {
        assert_eq!(work.amount(year, account), Amount::Known(amount), "{account}");
    }
    assert_eq!(cell(&sheets, "Input!D6"), "Tidak Terpenuhi");
    assert_eq!(cell(&sheets, "Input!D7"), "Terpenuhi");
    assert_eq!(cell(&sheets, "Input!D175"), "1000");
    assert_eq!(cell(&sheets, "Input!E290"), "116");
}

#[test]
fn the_stand_in_of_the_journeys_is_the_one_of_today() {
    let kept = include_bytes!("workbooks/kertas-kerja.xlsx");
    assert!(stand_in().file() == kept, "run cargo xtask workbook");
}

#[test]
fn every_part_without_cells_or_formulas_is_the_same_packed_byte_for_byte() {
    let before = stand_in().file();
    let copy = filled(&stand_in(), &work());
    assert!(copy.left.is_empty());
    let (old, new) = (parts(&before), parts(&copy.file));
    assert_eq!(old.len(), new.len());
    for ((name, plain, packed), (other, now, now_packed)) in old.iter().zip(&new) {
        assert_eq!(name, other);
        let touched = name == "xl/workbook.xml" || name.starts_with("xl/worksheets/");
        assert_eq!(touched, plain != now, "{name}");
        assert!(touched || packed == now_packed, "{name}");
    }
    for (name, plain, _) in
        old.iter().filter(|(name, ..)| name.starts_with("xl/worksheets/") && !name.contains("sheet1"))
    {
        // Of the other sheets nothing goes but the results.
        assert_eq!(String::from_utf8_lossy(plain).replace("</f><v>0</v>", "</f>"), part(&copy.file, name), "{name}");
    }
    assert!(part(&copy.file, "xl/workbook.xml").contains("<calcPr calcId=\"191029\" fullCalcOnLoad=\"1\"/>"));
}

#[test]
fn a_cell_keeps_its_look_and_its_neighbours_their_text() {
    let file = filled(&stand_in(), &work()).file;
    let sheet = part(&file, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("<c r=\"D175\" s=\"2\"><v>1000</v></c>"));
    assert!(sheet.contains("<c r=\"D7\" s=\"2\" t=\"inlineStr\"><is><t>Terpenuhi</t></is></c>"));
    // The formula beside an answer stays, and its old result goes.
    assert!(sheet.contains("<c r=\"E7\"><f>IF(D7=\"Terpenuhi\",1,0)</f></c>"));
    // Without what was filled in and the results, the sheet is the old one.
    let plain = |sheet: &str| {
        let text = sheet.replace("<v>0</v>", "").replace(" t=\"inlineStr\"", "");
        let mut out = String::new();
        for piece in text.split("<c r=\"") {
            let own = piece.starts_with(['D', 'E']) && !piece.contains("<f>");
            out +=
                piece.split_once('>').map_or(piece, |(head, _)| if own { head.trim_end_matches('/') } else { piece });
        }
        out
    };
    assert_eq!(plain(&sheet), plain(&part(&stand_in().file(), "xl/worksheets/sheet1.xml")));
}

#[test]
fn what_is_not_known_is_emptied_so_that_no_example_stays() {
    let mut book = stand_in();
    book.put("Input!D6", Standing::Shared("Terpenuhi".into()));
    book.put("Input!D175", Standing::Figure("1543069".into()));
    let mut work = blank();
    work.answers.insert("A.I.1.b", Answer::Yes);
    let sheets = workbook::read(&filled(&book, &work).file).unwrap();
    assert_eq!(["Input!D6", "Input!D7", "Input!D175"].map(|at| cell(&sheets, at)), ["", "Terpenuhi", ""]);
    assert_eq!(ministry::read(work.variant, &sheets).unwrap().answers.len(), 1);
}

#[test]
fn cells_and_rows_that_are_not_there_are_made_in_their_place() {
    let mut book = stand_in();
    // A program that writes no cell without content: rows 6 and 290 are not there at all, of row 175 only the name.
    for row in [5, 289] {
        book.cells.retain(|(sheet, own, _), _| (*sheet, *own) != (0, row));
    }
    book.cells.retain(|(sheet, row, column), _| (*sheet, *row) != (0, 174) || *column == 2);
    let file = filled(&book, &work()).file;
    let sheets = workbook::read(&file).unwrap();
    let cells = ["Input!D6", "Input!D175", "Input!E175", "Input!D290"].map(|at| cell(&sheets, at));
    assert_eq!(cells, ["Tidak Terpenuhi", "1000", "1", "116000"]);
    let sheet = part(&file, "xl/worksheets/sheet1.xml");
    let rows: Vec<usize> =
        sheet.split("<row r=\"").skip(1).map(|row| row.split_once('"').unwrap().0.parse().unwrap()).collect();
    assert!(rows.is_sorted_by(|one, other| one < other), "{rows:?}");
}

#[test]
fn a_formula_that_is_filled_leaves_the_order_of_reckoning() {
    let mut book = stand_in();
    book.put("Input!D175", Standing::Formula("1+2".into(), "3"));
    let file = filled(&book, &work()).file;
    assert!(!parts(&file).iter().any(|(name, ..)| name == "xl/calcChain.xml"));
    for name in ["[Content_Types].xml", "xl/_rels/workbook.xml.rels"] {
        assert!(!part(&file, name).contains("calcChain"), "{name}");
    }
    assert_eq!(cell(&workbook::read(&file).unwrap(), "Input!D175"), "1000");
}

#[test]
fn a_formula_that_fills_others_is_left_and_told() {
    let before = stand_in().file();
    let sheet = part(&before, "xl/worksheets/sheet1.xml").replace(
        "<c r=\"D175\" s=\"2\"/>",
        "<c r=\"D175\" s=\"2\"><f t=\"shared\" ref=\"D175:D176\" si=\"0\">1+1</f><v>2</v></c>",
    );
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, plain, _) in parts(&before) {
        writer.start_file(&name, zip::write::SimpleFileOptions::default()).unwrap();
        let content = if name == "xl/worksheets/sheet1.xml" { sheet.as_bytes() } else { &plain };
        std::io::Write::write_all(&mut writer, content).unwrap();
    }
    let file = writer.finish().unwrap().into_inner();
    let copy = copy::fill(&file, &ministry::contents(&work())).unwrap();
    assert_eq!(copy.left, ["Input!D175"]);
    assert!(part(&copy.file, "xl/worksheets/sheet1.xml").contains("ref=\"D175:D176\""));
}

#[test]
fn what_does_not_map_is_listed_with_its_reason() {
    let mut book = stand_in();
    let text = |text: &str| Standing::Shared(text.into());
    for (at, standing) in [
        ("Input!D6", text("Terpenuhi ")),
        ("Input!D7", text("terpenuhii")),
        ("Input!D8", text("Belum terpenuhi")),
        ("Input!D175", Standing::Figure("1500.5".into())),
        ("Input!D176", Standing::Figure("-20".into())),
        ("Input!D177", text("lihat lampiran")),
        ("Input!D178", text("-")),
        ("Input!D179", text("Rp 1.250.000")),
        ("Input!D187", Standing::Figure("-400".into())),
        ("Input!D244", Standing::Figure("-900".into())),
        ("Input!E180", Standing::Figure("9999999999999999".into())),
        ("Input!C181", text("Baris sisipan")),
        ("Input!D181", Standing::Figure("5".into())),
    ] {
        book.put(at, standing);
    }
    let read = ministry::read(blank().variant, &workbook::read(&book.file()).unwrap()).unwrap();
    assert_eq!(read.answers, [("A.I.1.a", Answer::Yes), ("A.I.1.c", Answer::No)]);
    let this = Year::Current;
    assert_eq!(
        read.amounts.iter().map(|one| (one.account, one.year, one.amount.get())).collect::<Vec<_>>(),
        [
            ("deposito", this, 0),
            ("simpanan_sukarela_koperasi_lain", this, 1_250_000),
            ("penyisihan_piutang", this, 400),
            ("shu_periode_berjalan", this, -900),
        ]
    );
    let left: Vec<_> = read.left.iter().map(|left| (left.place.to_string(), left.why)).collect();
    let left: Vec<_> = left.iter().map(|(at, why)| (at.as_str(), *why)).collect();
    assert_eq!(
        left,
        [
            ("Input!D7", Why::Word),
            ("Input!D175", Why::Sen),
            ("Input!D176", Why::Negative),
            ("Input!D177", Why::NoFigure),
            ("Input!D181", Why::OtherRow),
        ]
    );
}

#[test]
fn a_workbook_with_shifted_rows_or_of_another_kind_is_not_the_ministrys() {
    let sheets = workbook::read(&stand_in().file()).unwrap();
    assert!(ministry::read(blank().variant, &sheets).is_some());
    let mut shifted = sheets.clone();
    shifted[0].rows.insert(100, Vec::new());
    assert!(ministry::read(blank().variant, &shifted).is_none());
    assert!(ministry::read(blank().variant, &sheets[1..]).is_none());
    let riil = rulebook::find("kkpkk-2021").unwrap().variant("riil12").unwrap();
    assert!(ministry::read(riil, &sheets).is_none());
}

#[test]
fn a_file_that_is_no_such_workbook_is_refused_with_a_word() {
    let cells = [(Place::parse("Input!D6").unwrap(), Content::Number(1))];
    assert_eq!(copy::fill(b"%PDF-1.7", &cells), Err(Refusal::Unknown));
    assert_eq!(copy::fill(b"PK\x03\x04 cut off", &cells), Err(Refusal::Broken));
    let elsewhere = [(Place::parse("Neraca!D6").unwrap(), Content::Number(1))];
    assert_eq!(copy::fill(&stand_in().file(), &elsewhere), Err(Refusal::Unknown));
    let whole = stand_in().file();
    for end in (0..whole.len()).step_by(whole.len() / 40) {
        let _ = copy::fill(&whole[..end], &cells);
    }
}
