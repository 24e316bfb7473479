//! The RAT book: statements that balance and tie, sums whose formulas say the same, and nothing claimed that is not known.
#![allow(clippy::unwrap_used, missing_docs)]

use cermin_koperasi::assessment::{Amount, Assessment};
use cermin_koperasi::calendar::Day;
use cermin_koperasi::exact::Fraction;
use cermin_koperasi::exchange::save;
use cermin_koperasi::locale::Locale;
use cermin_koperasi::money::Rupiah;
use cermin_koperasi::papers::{self, Block, Desk, Figure, Paper, Statement};
use cermin_koperasi::rat;
use cermin_koperasi::rat::book::{BOOK, CHAPTERS, words};
use cermin_koperasi::rulebook::{self, CoopKind, Year};
use cermin_koperasi::scoring::Figures;
use proptest::prelude::*;

fn sample() -> Assessment {
    let mut work = save::read(include_str!("../src/page/samples/contoh.json")).unwrap().assessment;
    for (path, text) in
        [("names.chair", "Ani"), ("names.regency", "Kaur"), ("shu.reserve", "30"), ("shu.business", "70")]
    {
        work.rat.set(path, text).unwrap();
    }
    work
}

fn made(work: &Assessment, make: impl Fn(Desk<'_>) -> Paper) -> Paper {
    let today = Day::new(2026, 3, 1).unwrap();
    let facts = rat::read(&work.rat_with_profile(), today).facts;
    make(Desk { facts: &facts, today, findings: &[], offers: &[], work: Some(work), bound: false })
}

fn chapter(work: &Assessment, id: &str) -> Paper {
    made(work, |desk| papers::paper(id, desk).unwrap())
}

fn whole(work: &Assessment, said: &str) -> Paper {
    let forms: Vec<_> = papers::chapters(said).into_iter().filter(|one| one.included).map(|one| one.form).collect();
    made(work, |desk| papers::bound("buku-rat", words::PAPER_BOOK, &forms, desk))
}

fn statement(paper: &Paper) -> &Statement {
    paper.blocks.iter().find_map(|block| if let Block::Statement(one) = block { Some(one) } else { None }).unwrap()
}

fn value(statement: &Statement, name: &str, column: usize) -> Option<i64> {
    let line = statement.lines.iter().position(|line| line.name == name).unwrap_or_else(|| panic!("no line {name}"));
    statement.value(line, column)
}

/// Reads a formula such as `SUM(B3:B5,B7)-SUM(B9)` with what stands in a sheet's cells, as a spreadsheet does.
fn reckoned(sheet: &str, formula: &str) -> i64 {
    let cell = |at: &str| {
        let cell = sheet.split(&format!("<c r=\"{at}\"")).nth(1).unwrap().split("</c>").next().unwrap();
        cell.split("<v>").nth(1).unwrap().split('<').next().unwrap().parse::<i64>().unwrap()
    };
    let range = |range: &str| match range.split_once(':') {
        None => cell(range),
        Some((first, last)) => {
            let rows = first[1..].parse::<usize>().unwrap()..=last[1..].parse().unwrap();
            rows.map(|row| cell(&format!("{}{row}", &first[..1]))).sum()
        }
    };
    let mut sum = 0;
    for (before, part) in formula.split("SUM(").zip(formula.split("SUM(").skip(1)) {
        let own: i64 = part.split(')').next().unwrap().split(',').map(range).sum();
        sum += if before.ends_with('-') { -own } else { own };
    }
    sum
}

/// Every sum of a paper's workbook, reckoned again by its formula. Says how many there were.
fn formulas_hold(paper: &Paper) -> usize {
    let file = papers::xlsx(paper).unwrap();
    let text = String::from_utf8_lossy(&file);
    let sheets: Vec<&str> =
        text.split("<sheetData>").skip(1).map(|one| one.split("</sheetData>").next().unwrap()).collect();
    let statements =
        paper.blocks.iter().filter_map(|block| if let Block::Statement(one) = block { Some(one) } else { None });
    let mut count = 0;
    for (statement, sheet) in statements.zip(sheets) {
        for piece in sheet.split("<f>").skip(1) {
            let (formula, rest) = piece.split_once("</f><v>").unwrap();
            let value = rest.split('<').next().unwrap();
            assert!(!formula.contains("()"), "{formula}");
            if formula.starts_with("IF(") {
                assert_eq!(value, "", "{formula}: nothing is claimed of what is open");
                continue;
            }
            assert_eq!(value.parse::<i64>().unwrap(), reckoned(sheet, formula), "{} {formula}", statement.name);
            count += 1;
        }
    }
    count
}

#[test]
fn the_sample_balances_ties_and_divides_to_the_rupiah() {
    let work = sample();
    let book = whole(&work, "");
    let position = chapter(&work, "neraca");
    for column in 0..2 {
        let total = value(statement(&position), "Jumlah aktiva (seluruh harta)", column);
        assert!(total.is_some_and(|total| total > 0));
        assert_eq!(total, value(statement(&position), "Jumlah kewajiban dan ekuitas", column));
    }
    assert_eq!(statement(&position).columns, ["Pos", "31 Desember 2025 (Rp)", "31 Desember 2024 (Rp)"]);
    let cash = chapter(&work, "arus-kas");
    assert_eq!(value(statement(&cash), "Selisih", 0), Some(0));
    assert_eq!(
        value(statement(&cash), "Kas akhir tahun menurut neraca", 0),
        Some(38_417_250 + 303_366_725 + 175_000_000)
    );
    let result = chapter(&work, "hasil-usaha");
    assert_eq!(value(statement(&result), "SHU setelah pajak", 0), Some(163_867_580));
    let division = chapter(&work, "pembagian-shu");
    assert_eq!(value(statement(&division), "Jumlah", 1), Some(163_867_580));
    let equity = chapter(&work, "perubahan-ekuitas");
    let [begin, change, end] =
        [0, 1, 2].map(|column| statement(&equity).value(statement(&equity).lines.len() - 1, column).unwrap());
    assert_eq!(begin + change, end);
    for paper in [position, cash, result, division, equity] {
        assert!(!paper.is_draft(), "{}", paper.id);
    }
    assert!(formulas_hold(&book) > 40);
    let html = papers::html(&book).into_string();
    assert!(html.contains("bukan predikat resmi") && html.contains("Rasio dan perkiraan mandiri"));
    assert_eq!(html.matches("class=\"break\"").count(), BOOK.len() - 2, "each chapter on a page; no list of members");
    assert!(papers::docx(&book).starts_with(b"PK"));
}

#[test]
fn running_sums_are_those_of_the_form() {
    for variant in rulebook::find("kkpkk-2021").unwrap().variants {
        let mut work = Assessment::new(rulebook::find("kkpkk-2021").unwrap(), variant);
        for (place, account) in (1..).zip(variant.accounts) {
            work.statements.current.put(account.id, Some(Amount::Known((place * place * 7_919).into())));
            work.statements.prior.put(account.id, Some(Amount::Known((place * 104_729).into())));
        }
        let (result, position) = (chapter(&work, "hasil-usaha"), chapter(&work, "neraca"));
        let texts = work.rulebook.text(cermin_koperasi::locale::Locale::Id);
        let sums = ["total_pendapatan", "shu_kotor", "spa_dan_laba_usaha", "shu_sebelum_pajak", "shu_setelah_pajak"];
        let papers =
            sums.map(|id| (id, &result)).into_iter().chain([("total_aktiva", &position), ("total_pasiva", &position)]);
        for (id, paper) in papers {
            let name = texts[variant.aggregate(id).unwrap()];
            for (column, year) in Year::BOTH.into_iter().enumerate() {
                let own = value(statement(paper), name, column).unwrap();
                let form = Figures::new(&work).named(id, year).known();
                assert_eq!(form, Some(Fraction::whole(own)), "{} {id}", variant.id);
            }
        }
        formulas_hold(&whole(&work, ""));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn cash_ties_exactly_or_the_difference_is_told(
        form in 0..2_usize, seed in proptest::collection::vec(-5_000_000_000_i64..5_000_000_000, 240), off in 0..3_i64,
    ) {
        let book = rulebook::find("kkpkk-2021").unwrap();
        let mut work = Assessment::new(book, &book.variants[form]);
        let mut amounts = seed.into_iter();
        for year in Year::BOTH {
            for account in work.variant.accounts {
                let amount = amounts.next().unwrap();
                let amount = if account.signed { amount } else { amount.abs() };
                work.statements.year_mut(year).put(account.id, Some(Amount::Known(Rupiah::new(amount).unwrap())));
            }
            // Years before make it balance, but for what is off.
            let total = |id| Figures::new(&work).named(id, year).known().unwrap();
            let rest = total("total_aktiva").minus(total("total_pasiva")).unwrap();
            let Amount::Known(before) = work.amount(year, "shu_periode_sebelumnya") else { unreachable!() };
            let rest = i64::try_from(rest.numerator()).unwrap() - if year == Year::Current { off } else { 0 };
            let closing = Rupiah::new(before.get() + rest).unwrap();
            work.statements.year_mut(year).put("shu_periode_sebelumnya", Some(Amount::Known(closing)));
        }
        let (cash, position) = (chapter(&work, "arus-kas"), chapter(&work, "neraca"));
        prop_assert_eq!(cash.is_draft(), off != 0);
        prop_assert_eq!(position.is_draft(), off != 0);
        let rest = value(statement(&cash), "Selisih", 0).unwrap();
        prop_assert_eq!(rest.abs(), off);
        formulas_hold(&whole(&work, ""));
    }
}

/// In the workbook a treasurer corrects an amount as he typed it into the tool: above zero, also where it is taken away.
#[test]
fn what_is_taken_away_stands_in_the_workbook_as_in_the_books() {
    let work = sample();
    let paper = chapter(&work, "neraca");
    let file = papers::xlsx(&paper).unwrap();
    let sheet = String::from_utf8_lossy(&file);
    let lines = &statement(&paper).lines;
    let taken: Vec<usize> = (0..lines.len())
        .filter(|place| matches!(lines[*place].figures.first(), Some(Figure::Deducted(Some(_)))))
        .collect();
    assert!(!taken.is_empty());
    for place in taken {
        let value = statement(&paper).value(place, 0).unwrap();
        assert!(value <= 0 && lines[place].figures[0].print().starts_with(if value < 0 { "(" } else { "0" }));
        let cell = format!("<c r=\"B{}\" s=\"6\"><v>{}</v></c>", place + 2, -value);
        assert!(sheet.contains(&cell), "{cell}");
    }
}

#[test]
fn what_is_not_known_is_open_and_on_the_list() {
    let book = rulebook::find("kkpkk-2021").unwrap();
    let empty = Assessment::new(book, &book.variants[0]);
    let paper = whole(&empty, "");
    for block in &paper.blocks {
        let Block::Statement(statement) = block else { continue };
        for figure in statement.lines.iter().flat_map(|line| &line.figures) {
            assert!(
                matches!(figure, Figure::Open | Figure::Deducted(None) | Figure::Sum { value: None, .. }),
                "{}: {figure:?}",
                statement.name
            );
        }
    }
    assert!(chapter(&empty, "pembagian-shu").is_draft());
    let open = chapter(&empty, "neraca").open();
    assert_eq!(open, ["Neraca", "Tempat dan tanggal", "Ketua", "Bendahara"]);
    assert!(chapter(&empty, "sampul").open().iter().any(|name| name == "Tempat"));
    let mut known = sample();
    assert!(!chapter(&known, "neraca").open().contains(&"Ketua".to_owned()));
    // One open amount opens its sums, and no more.
    known.statements.current.put("kas", Some(Amount::Unknown));
    let position = chapter(&known, "neraca");
    assert_eq!(position.open(), ["Kas (uang tunai)", "Tempat dan tanggal", "Bendahara"]);
    assert_eq!(value(statement(&position), "Jumlah aktiva (seluruh harta)", 0), None);
    assert!(value(statement(&position), "Jumlah aktiva (seluruh harta)", 1).is_some());
    assert!(!position.is_draft(), "what is not known does not make it unbalanced");
}

#[test]
fn chapters_are_left_out_and_moved() {
    let work = sample();
    let all = papers::chapters("");
    assert_eq!(all.iter().map(|one| one.form.id).collect::<Vec<_>>(), BOOK);
    let said = "neraca,-undangan,sampul,tidak-ada,neraca";
    let moved = papers::chapters(said);
    assert_eq!((moved[0].form.id, moved[2].form.id, moved.len()), ("neraca", "sampul", BOOK.len()));
    assert_eq!(papers::order(&papers::chapters(&papers::order(&moved))), papers::order(&moved));
    let html = papers::html(&whole(&work, said)).into_string();
    assert!(!html.contains("mengundang Bapak/Ibu") && html.find("NERACA").unwrap() < html.find("BUKU RAPAT").unwrap());
    // Only what is in the book is in its list of contents.
    let contents = html.split("DAFTAR ISI").nth(1).unwrap().split("</ol>").next().unwrap();
    assert!(contents.contains("Hasil usaha") || contents.contains("Perhitungan hasil usaha"), "{contents}");
    assert!(!contents.contains("Undangan") && !contents.contains("Sampul"), "{contents}");
}

#[test]
fn every_sentence_of_a_chapter_says_what_it_rests_on() {
    use cermin_koperasi::rat::book::BlockKind;
    for form in CHAPTERS {
        for block in form.blocks() {
            let sentences = matches!(block.kind, BlockKind::Text | BlockKind::Bullets | BlockKind::Numbers);
            // A title may: where it does not hold, another stands there.
            assert!(block.kind != BlockKind::Title || block.rests.len() < 2, "{}: {}", form.id, block.text);
            assert_eq!(
                sentences || block.kind == BlockKind::Title && !block.rests.is_empty(),
                !block.rests.is_empty(),
                "{}: {}",
                form.id,
                block.text
            );
        }
    }
}

#[test]
fn a_plan_sums_nothing_while_a_line_is_not_known() {
    let mut work = sample();
    let sums = |work: &Assessment| {
        let paper = chapter(work, "rencana-kerja");
        let statement =
            |block: &Block| if let Block::Statement(one) = block { Some(value(one, "Jumlah", 0)) } else { None };
        paper.blocks.iter().filter_map(statement).collect::<Vec<_>>()
    };
    assert!(sums(&work).iter().all(Option::is_some));
    work.statements.current.complete = false;
    let cost = work.variant.accounts.iter().find(|account| account.side == rulebook::Side::Expense).unwrap();
    work.statements.current.amounts.remove(cost.id);
    assert!(sums(&work).contains(&None), "{:?}", sums(&work));
}

#[test]
fn a_list_of_a_few_members_is_a_draft() {
    let mut work = sample();
    work.rat.set("members", "480").unwrap();
    work.rat.shu.list = "0012\t1500000\t250000\n0013\t500000\t0".to_owned();
    let drafts = |work: &Assessment| {
        chapter(work, "bagian-anggota").blocks.iter().filter(|block| matches!(block, Block::Draft(_))).count()
    };
    assert_eq!(drafts(&work), 1);
    work.profile.members = Some(2);
    work.rat.set("members", "2").unwrap();
    assert_eq!(drafts(&work), 0);
}

#[test]
fn a_ratio_is_told_in_its_own_unit() {
    let variant = rulebook::find("kkpkk-2021").unwrap().variant("riil12").unwrap();
    let units: Vec<rulebook::Unit> =
        ["C.II.3.a", "C.II.3.b", "C.II.3.d"].map(|id| variant.indicator(id).unwrap().unit()).to_vec();
    assert_eq!(units, [rulebook::Unit::Times, rulebook::Unit::Days, rulebook::Unit::Percent]);
}

#[test]
fn what_is_written_down_is_no_sale() {
    let (work, paper) = (sample(), chapter(&sample(), "arus-kas"));
    let statement = statement(&paper);
    let line = |name: &str| {
        statement.lines.iter().position(|line| line.name == name).unwrap_or_else(|| panic!("no line {name}"))
    };
    let id = "aktiva_tidak_berwujud";
    let [now, before] = Year::BOTH.map(|year| work.amount(year, id));
    let (Amount::Known(now), Amount::Known(before)) = (now, before) else { panic!("the sample knows its software") };
    assert!(now < before, "the sample writes its software down");
    let name =
        work.rulebook.text(Locale::Id)[work.variant.accounts.iter().find(|account| account.id == id).unwrap()].name;
    assert!(line(name) < line("Arus kas investasi"), "among the operations");
    assert_eq!(value(statement, name, 0), Some(before.get() - now.get()));
}

#[test]
fn every_form_has_the_groups_that_the_cash_flow_names() {
    for variant in ["ksp12", "riil12"].map(|id| rulebook::find("kkpkk-2021").unwrap().variant(id).unwrap()) {
        for id in ["aktiva_lancar", "kewajiban_lancar", "aktiva_tidak_berwujud", "aktiva_lain"] {
            assert!(variant.groups.iter().any(|group| group.id == id), "{}: {id}", variant.id);
        }
    }
}

#[test]
fn a_loss_is_not_called_a_division() {
    let titles = |work: &Assessment| {
        let paper = chapter(work, "pembagian-shu");
        let title = |block: &Block| if let Block::Title(text) = block { Some(text.clone()) } else { None };
        paper.blocks.iter().filter_map(title).collect::<Vec<_>>()
    };
    let mut work = sample();
    assert_eq!(titles(&work), ["RANCANGAN PEMBAGIAN SHU TAHUN BUKU 2025"]);
    let cost = work.variant.accounts.iter().find(|account| account.id == "beban_rapat_anggota").unwrap();
    work.statements.current.put(cost.id, Some(Amount::Known(Rupiah::new(9_000_000_000).unwrap())));
    assert_eq!(titles(&work), ["RANCANGAN PENUTUPAN KERUGIAN TAHUN BUKU 2025"]);
}

#[test]
fn the_contents_point_at_the_chapters_they_name() {
    let book = whole(&sample(), "");
    let mut number = 0;
    let mut titles = Vec::new();
    for block in &book.blocks {
        match block {
            Block::Chapter => number += 1,
            Block::Contents(listed) => titles = listed.clone(),
            _ => {}
        }
    }
    assert_eq!(titles.len() + 2, number, "the cover and the list itself are not listed");
    assert_eq!(titles.last().map(|(chapter, _)| *chapter), Some(number));
    assert_eq!(titles.first().map(|(chapter, name)| (*chapter, name.as_str())), Some((3, "Undangan RAT")));
}

/// The statements of a village cooperative go by the lines of the ministry's form, once its board typed there.
#[test]
fn a_village_cooperative_signs_the_statements_of_its_own_form() {
    let mut work = save::read(include_str!("../src/page/samples/kdmp-baru.json")).unwrap().assessment;
    work.profile.kind = Some(CoopKind::Kdmp);
    let names = |work: &Assessment, id: &str| -> Vec<String> {
        statement(&chapter(work, id)).lines.iter().map(|line| line.name.clone()).collect()
    };
    let before = names(&work, "neraca");
    work.statements = Assessment::new(work.rulebook, work.variant).statements;
    for (line, amount) in [("giro", 9_000_000), ("simpanan_pokok", 5_000_000), ("shu_tahun_berjalan", 4_000_000)] {
        work.sheet.year.insert(line.to_owned(), amount);
    }
    work.sheet.year.insert("pendapatan_sembako_anggota".to_owned(), 10_000_000);
    work.sheet.year.insert("beban_rapat_anggota".to_owned(), 6_000_000);
    assert_ne!(before, names(&work, "neraca"));
    let position = chapter(&work, "neraca");
    assert_eq!(
        names(&work, "neraca"),
        [
            "Giro",
            "Simpanan pokok",
            "SHU tahun berjalan di ekuitas",
            "Total aset",
            "Total ekuitas",
            "Total liabilitas dan ekuitas"
        ]
    );
    assert_eq!(value(statement(&position), "Total aset", 0), Some(9_000_000));
    assert_eq!(value(statement(&position), "Total liabilitas dan ekuitas", 0), Some(9_000_000));
    // A budget that nobody typed is left to the hand.
    assert_eq!(value(statement(&position), "Total aset", 1), None);
    let result = chapter(&work, "hasil-usaha");
    assert_eq!(value(statement(&result), "SHU tahun berjalan", 0), Some(4_000_000));
    assert!(!position.is_draft() && !result.is_draft());
    assert!(formulas_hold(&position) >= 3 && formulas_hold(&result) >= 3);
    work.sheet.year.insert("giro".to_owned(), 9_500_000);
    work.sheet.year.insert("beban_rapat_anggota".to_owned(), 5_000_000);
    assert!(
        chapter(&work, "neraca").is_draft() && chapter(&work, "hasil-usaha").is_draft(),
        "what does not tie is a draft"
    );
}

/// What the form takes away stands in brackets, and what is not whole goes by the books' own form, or says so.
#[test]
fn a_village_cooperative_signs_no_half_statement() {
    let mut work = save::read(include_str!("../src/page/samples/kdmp-baru.json")).unwrap().assessment;
    // The sample's sales have no line in the form yet: a loss would stand there that is none.
    let own = |work: &Assessment, id: &str| {
        chapter(work, id).blocks.iter().any(|block| {
        matches!(block, Block::Statement(one) if one.lines.iter().any(|line| line.name.starts_with("SHU setelah pajak") || line.name == "Aktiva lancar"))
    })
    };
    assert!(!work.sheet.is_empty() && work.with_books(|books| work.sheet.unplaced(books)) > 0);
    assert!(own(&work, "neraca") && own(&work, "hasil-usaha"));
    assert_eq!(value(statement(&chapter(&work, "hasil-usaha")), "SHU setelah pajak", 0), Some(1_579_390));
    assert!(!chapter(&work, "hasil-usaha").is_draft() && !chapter(&work, "neraca").is_draft());
    // Every amount has its line: the form's own statements, whose surplus is not the books'.
    let asks = work.with_books(|books| work.sheet.open(books).into_iter().map(|(ask, _)| ask).collect::<Vec<_>>());
    for ask in asks {
        let line = cermin_koperasi::rat::sheet::form().lines[ask.lines[0]].id;
        work.sheet.placed.insert(ask.id.to_owned(), line.to_owned());
    }
    let position = chapter(&work, "neraca");
    assert!(!own(&work, "neraca"));
    assert_eq!(value(statement(&position), "Akumulasi penyusutan", 0), Some(-1_537_500));
    assert_eq!(value(statement(&position), "Total aset", 0), Some(61_905_390));
    assert!(papers::html(&position).into_string().contains("(1.537.500)"));
    assert!(formulas_hold(&position) >= 3);
    // The sample typed another surplus into the position than its books have.
    assert!(position.is_draft() && chapter(&work, "hasil-usaha").is_draft());
    work.sheet.year.remove("shu_tahun_berjalan");
    assert!(!chapter(&work, "neraca").is_draft() && !chapter(&work, "hasil-usaha").is_draft());
    // An amount that waits for a yes is in no sum.
    work.sheet.waiting.insert("year.giro".to_owned(), "1,5 juta".to_owned());
    assert!(own(&work, "neraca"));
    work.sheet.waiting.remove("year.giro");
    // Costs without sales are no loss to sign, nor is a surplus that the other chapters do not know.
    work.sheet.year.insert("beban_rapat_anggota".to_owned(), 700_000);
    let drafts = |work: &Assessment| -> Vec<String> {
        let of = |block: &Block| if let Block::Draft(text) = block { Some(text.clone()) } else { None };
        chapter(work, "hasil-usaha").blocks.iter().filter_map(of).collect()
    };
    assert!(
        drafts(&work).iter().any(|one| one.contains("1.479.390") && one.contains("1.579.390")),
        "{:?}",
        drafts(&work)
    );
    work.statements = Assessment::new(work.rulebook, work.variant).statements;
    assert!(drafts(&work).iter().any(|one| one.contains("tanpa penjualannya")), "{:?}", drafts(&work));
}

/// A few lines to write on stay on one page.
#[test]
fn lines_to_write_on_are_not_torn() {
    let text = docx_text(&papers::docx(&chapter(&sample(), "catatan")));
    let lines = text.rsplit("<w:tbl>").next().unwrap();
    assert_eq!(lines.matches("<w:keepNext/>").count(), 2, "all three but the last: {lines}");
}

/// What stands just before signatures goes to their page: nobody signs a page that says nothing.
#[test]
fn signatures_do_not_stand_alone() {
    let paper = chapter(&sample(), "neraca");
    let text = docx_text(&papers::docx(&paper));
    let signs = text.rfind("w:val=\"Sign\"").unwrap();
    let last_rows = text[..signs].rfind("Jumlah kewajiban dan ekuitas").unwrap();
    let paragraph = text[..last_rows].rfind("<w:p>").unwrap();
    assert!(text[paragraph..last_rows].contains("<w:keepNext/>"), "{}", &text[paragraph..last_rows]);
    let first = text.find("Kas (uang tunai)").unwrap();
    assert!(
        !text[text[..first].rfind("<w:p>").unwrap()..first].contains("keepNext"),
        "a whole table is not kept together"
    );
}

fn docx_text(file: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(file)).unwrap();
    std::io::read_to_string(archive.by_name("word/document.xml").unwrap()).unwrap()
}
