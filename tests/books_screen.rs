//! A pasted balance sheet on its screen: nothing is stored before the one step, then exactly what was shown, and one step
//! takes all of it out again.
#![allow(clippy::assigning_clones, clippy::unwrap_used, missing_docs)]

#[allow(dead_code)]
mod screens;

use std::collections::BTreeMap;
use std::fs;

use cermin_koperasi::assessment::{Amount, Assessment, Statements};
use cermin_koperasi::books::{Certainty, Refusal, Sheet, columns, from_text, pasted, to_text, workbook};
use cermin_koperasi::exchange::{json, save};
use cermin_koperasi::locale::Locale;
use cermin_koperasi::money::Rupiah;
use cermin_koperasi::page::books::AmountMessage;
use cermin_koperasi::page::books::sheet::{Columns, SheetMessage};
use cermin_koperasi::page::{Effect, Message, Model, Route, update, view};
use cermin_koperasi::rulebook::{self, Year};
use screens::plain;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/books/");

fn b01() -> String {
    fs::read_to_string(format!("{FOLDER}b01.tsv")).unwrap()
}

fn at(variant: &str, end: Option<&str>) -> Model {
    let mut model = Model::new(Locale::Id);
    let book = rulebook::find("kkpkk-2021").unwrap();
    model.work.assessment = Assessment::new(book, book.variant(variant).unwrap());
    model.work.assessment.profile.book_year_end = end.map(str::to_owned);
    update(&mut model, Message::Went(Route::Books));
    update(&mut model, Message::Went(Route::Sheet));
    model
}

fn say(model: &mut Model, message: SheetMessage) -> Vec<Effect> {
    update(model, Message::Sheet(message))
}

fn paste(model: &mut Model, text: &str) -> Vec<Effect> {
    say(model, SheetMessage::Paste(text.to_owned()))
}

fn shown(model: &Model) -> String {
    plain(&view(model).into_string())
}

/// What the screen says that it would fill: by account and year.
fn promised(model: &Model) -> BTreeMap<(String, Year), i64> {
    let html = view(model).into_string();
    let mut found = BTreeMap::new();
    for row in html.split("<tr data-account=\"").skip(1) {
        let row = row.split_once("</tr>").unwrap().0;
        let id = row.split_once('"').unwrap().0;
        let cells = row.split("<td ").skip(1).map(|cell| cell.split_once('>').unwrap().1.split_once('<').unwrap().0);
        for (year, cell) in Year::BOTH.into_iter().zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            let digits: String = cell.chars().filter(char::is_ascii_digit).collect();
            let amount: i64 = digits.parse().unwrap();
            found.insert((id.to_owned(), year), if cell.contains('−') { -amount } else { amount });
        }
    }
    found
}

/// The books before, with what was promised.
fn with(before: &Statements, promised: &BTreeMap<(String, Year), i64>) -> Statements {
    let mut after = before.clone();
    for ((account, year), amount) in promised {
        after.year_mut(*year).put(account, Some(Amount::Known(Rupiah::new(*amount).unwrap())));
    }
    after
}

/// Chance that comes again.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from((self.0 >> 33) % u64::try_from(most.max(1)).unwrap()).unwrap()
    }
}

/// The golden sheets as a clipboard would hold them.
fn sheets() -> Vec<(String, String)> {
    let mut names: Vec<_> = fs::read_dir(FOLDER).unwrap().map(|one| one.unwrap().path()).collect();
    names.sort();
    let mut found = Vec::new();
    for path in names {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        match path.extension().and_then(|kind| kind.to_str()) {
            Some("tsv" | "csv") => found.push((name, fs::read_to_string(&path).unwrap())),
            Some("xlsx" | "ods" | "xls") => {
                for sheet in workbook::read(&fs::read(&path).unwrap()).unwrap() {
                    let rows: Vec<String> = sheet.rows.iter().map(|row| row.join("\t")).collect();
                    found.push((format!("{name} {}", sheet.name), rows.join("\n")));
                }
            }
            _ => {}
        }
    }
    assert!(found.len() >= 14, "{}", found.len());
    found
}

/// A sheet as a hurried hand leaves it.
fn mutated(text: &str, chance: &mut Chance) -> String {
    const CELLS: [&str; 10] =
        ["", "-", "(5.000)", "1.234", "999999999999999", "9999999999999999", "Jumlah", "Kas", "dalam ribuan", "\u{0}x"];
    let mark = if text.contains('\t') { '\t' } else { ';' };
    let mut rows: Vec<Vec<String>> = text.lines().map(|row| row.split(mark).map(str::to_owned).collect()).collect();
    for _ in 0..chance.below(12) {
        if rows.is_empty() {
            break;
        }
        let row = chance.below(rows.len());
        match chance.below(5) {
            0 => drop(rows.remove(row)),
            1 => rows.insert(row, rows[row].clone()),
            2 => rows[row].reverse(),
            3 => rows.truncate(row + 1),
            _ => {
                let cell = chance.below(rows[row].len());
                rows[row][cell] = CELLS[chance.below(CELLS.len())].to_owned();
            }
        }
    }
    rows.iter().map(|row| row.join(&mark.to_string())).collect::<Vec<_>>().join("\r\n")
}

/// Anything that can be said to a proposal.
fn answer(model: &mut Model, chance: &mut Chance) {
    let variant = model.assessment().variant;
    let Some(read) = &model.sheet.read else { return };
    let (lines, stated) = (read.proposal.lines.len(), read.stated);
    let place = chance.below(lines + 1);
    let message = match chance.below(12) {
        8 => SheetMessage::Split(place),
        9 => SheetMessage::ShareTo(
            place,
            chance.below(3),
            variant.accounts[chance.below(variant.accounts.len())].id.to_owned(),
        ),
        10 | 11 => {
            let typed = ["0", "1.000", "(5)", "999999999999999", "setengah", "250000"][chance.below(6)];
            SheetMessage::Share(place, Year::BOTH[chance.below(2)], typed.to_owned())
        }
        0 => SheetMessage::Put(place, None),
        1..=4 => SheetMessage::Put(place, Some(variant.accounts[chance.below(variant.accounts.len())].id.to_owned())),
        5 => SheetMessage::Change(place),
        6 => SheetMessage::Columns([Columns::Newer, Columns::Swapped, Columns::Before][chance.below(3)]),
        _ => SheetMessage::Unit([1, stated, 7][chance.below(3)]),
    };
    say(model, message);
}

fn settle(model: &mut Model) {
    let Some(read) = model.sheet.read.clone() else { return };
    if read.asks_unit() {
        say(model, SheetMessage::Unit(read.stated));
    }
    if !read.proposal.columns.is_empty() {
        say(model, SheetMessage::Column(Year::Current, Some(0)));
        say(model, SheetMessage::Column(Year::Prior, None));
    } else if read.asks_columns() {
        say(model, SheetMessage::Columns(read.column_choices()[0]));
    }
}

#[test]
fn whatever_is_pasted_what_is_stored_is_what_the_proposal_showed() {
    let mut chance = Chance(20_261_128);
    let (mut taken, mut amounts) = (0, 0);
    for (name, text) in sheets() {
        for turn in 0..24 {
            let book = rulebook::find("kkpkk-2021").unwrap();
            let variant = book.variants[chance.below(book.variants.len())].id;
            let end = [None, Some("2025-12-31"), Some("2024-12-31"), Some("2026-06-30")][chance.below(4)];
            let mut model = at(variant, end);
            if chance.below(2) == 0 {
                let accounts = model.assessment().variant.accounts;
                for account in accounts.iter().step_by(3) {
                    let book = &mut model.work.assessment.statements.current;
                    book.put(account.id, Some([Amount::Known(77.into()), Amount::Unknown][chance.below(2)]));
                }
                model.work.assessment.statements.prior.wait(accounts[1].id, "1.234".to_owned());
            }
            let before = model.assessment().clone();
            let text = if turn == 0 { text.clone() } else { mutated(&text, &mut chance) };
            // By the clipboard, or as a sheet of a workbook.
            if chance.below(2) == 0 {
                paste(&mut model, &text);
            } else {
                let rows = if text.contains('\t') { pasted(&text) } else { columns(&text).unwrap_or_default() };
                say(&mut model, SheetMessage::File(Ok(vec![Sheet { name: "Neraca".into(), rows }])));
            }
            for _ in 0..chance.below(12) {
                answer(&mut model, &mut chance);
                view(&model).into_string();
            }
            settle(&mut model);
            assert_eq!(*model.assessment(), before, "{name} {turn}: nothing before the step");
            let promised = promised(&model);
            let html = view(&model).into_string();
            say(&mut model, SheetMessage::Take);
            let after = with(&before.statements, &promised);
            assert_eq!(model.assessment().statements, after, "{name} {turn}");
            if promised.is_empty() {
                assert!(!html.contains("neraca take"), "{name} {turn}: nothing to take, nothing offered");
                continue;
            }
            (taken, amounts) = (taken + 1, amounts + promised.len());
            assert!(html.contains(&format!("Ambil alih {} angka", promised.len())), "{name} {turn}");
            say(&mut model, SheetMessage::Undo);
            assert_eq!(*model.assessment(), before, "{name} {turn}: all of it is out again");
        }
    }
    println!("{taken} sheets taken over, {amounts} amounts");
    assert!(taken > 200 && amounts > 5_000, "{taken} {amounts}");
}

#[test]
fn two_years_of_a_savings_cooperative_go_in_at_one_step() {
    let mut model = at("ksp12", Some("2025-12-31"));
    let effects = paste(&mut model, &b01());
    assert!(effects.contains(&Effect::Focus("judul".into())));
    let text = shown(&model);
    assert!(text.contains("Tahun: 31 Des 2025, 31 Des 2024"), "{text}");
    assert!(text.contains("Aktiva: ") && text.contains("Kewajiban: ") && text.contains("Di buku Anda: 1"), "{text}");
    let effects = say(&mut model, SheetMessage::Take);
    assert!(effects.iter().any(|effect| matches!(effect, Effect::Keep(_))), "{effects:?}");
    let books = &model.assessment().statements;
    assert_eq!(books.current.amounts.get("kas"), Some(&Amount::Known(48_215_599.into())));
    assert_eq!(books.prior.amounts.get("kas"), Some(&Amount::Known(40_841_500.into())));
    assert!(shown(&model).contains("angka sudah masuk") && shown(&model).contains("Urungkan"));
    say(&mut model, SheetMessage::Undo);
    assert_eq!(model.assessment().statements, Statements::new(model.assessment().variant));
    assert!(shown(&model).contains("Semua kembali seperti semula"));
}

#[test]
fn what_was_changed_after_the_step_is_the_boards_own_and_stays() {
    let mut model = at("ksp12", None);
    paste(&mut model, &b01());
    say(&mut model, SheetMessage::Take);
    update(&mut model, Message::Amounts(AmountMessage::Entered(Year::Current, "kas".into(), "5.000.000".into())));
    say(&mut model, SheetMessage::Undo);
    let books = &model.assessment().statements;
    assert_eq!(books.current.amounts.get("kas"), Some(&Amount::Known(5_000_000.into())));
    assert_eq!(books.current.amounts.iter().count() + books.prior.amounts.iter().count(), 1);
}

#[test]
fn amounts_that_would_change_are_said_old_and_new() {
    let mut model = at("ksp12", Some("2025-12-31"));
    model.work.assessment.statements.current.put("kas", Some(Amount::Known(1_000.into())));
    paste(&mut model, &b01());
    let text = shown(&model);
    assert!(text.contains("31 Des 2025: Rp1.000 menjadi Rp48.215.599"), "{text}");
}

#[test]
fn thousands_are_asked_about_before_anything_goes_in() {
    let sheet = "NERACA (dalam ribuan rupiah)\t\t\n\t2025\t2024\nAKTIVA\nKas\t1.250\t900\n";
    let mut model = at("ksp12", Some("2025-12-31"));
    paste(&mut model, sheet);
    assert!(shown(&model).contains("Angka di lembar ini ditulis dalam apa?"));
    assert_eq!(say(&mut model, SheetMessage::Take).last(), Some(&Effect::Focus("neraca-satuan".into())));
    assert!(shown(&model).contains("Jawab ini dulu"));
    assert_eq!(model.assessment().statements, Statements::new(model.assessment().variant));
    say(&mut model, SheetMessage::Unit(1));
    say(&mut model, SheetMessage::Take);
    assert_eq!(model.assessment().statements.current.amounts.get("kas"), Some(&Amount::Known(1_250.into())));

    let mut model = at("ksp12", Some("2025-12-31"));
    paste(&mut model, sheet);
    say(&mut model, SheetMessage::Unit(1_000));
    say(&mut model, SheetMessage::Take);
    assert_eq!(model.assessment().statements.prior.amounts.get("kas"), Some(&Amount::Known(900_000.into())));
}

#[test]
fn last_years_sheet_goes_to_last_year_by_the_boards_own_word() {
    let mut model = at("ksp12", Some("2025-12-31"));
    paste(&mut model, "NERACA\t2024\nAKTIVA\nKas\t900.000.000\n");
    let text = shown(&model);
    assert!(
        text.contains("Tahun terbaru di lembar ini 2024") && text.contains("Angka 2024 untuk 31 Des 2024"),
        "{text}"
    );
    assert_eq!(say(&mut model, SheetMessage::Take).last(), Some(&Effect::Focus("neraca-kolom".into())));
    say(&mut model, SheetMessage::Columns(Columns::Before));
    say(&mut model, SheetMessage::Take);
    let books = &model.assessment().statements;
    assert_eq!(books.prior.amounts.get("kas"), Some(&Amount::Known(900_000_000.into())));
    assert!(books.current.amounts.iter().next().is_none());
}

#[test]
fn a_balance_that_does_not_close_is_told_before_the_step() {
    let mut model = at("ksp12", Some("2025-12-31"));
    paste(&mut model, "NERACA\t2025\nAKTIVA\nKas\t1.000.000\nEKUITAS\nSimpanan Pokok\t900.000\n");
    let text = shown(&model);
    let told = text.find("selisih Rp100.000").unwrap();
    assert!(told < text.find("Ambil alih").unwrap(), "{text}");
}

#[test]
fn a_guess_is_changed_left_out_and_stays_so() {
    let mut model = at("ksp12", Some("2025-12-31"));
    paste(&mut model, &b01());
    let lines = &model.sheet.read.as_ref().unwrap().proposal.lines;
    let kas = lines.iter().position(|line| line.label == "Kas").unwrap();
    let total = lines.iter().position(|line| line.certainty == Certainty::Total).unwrap();
    say(&mut model, SheetMessage::Change(kas));
    assert!(view(&model).into_string().contains(&format!("id=\"pos-{kas}\"")));
    say(&mut model, SheetMessage::Put(kas, None));
    assert!(!promised(&model).contains_key(&("kas".to_owned(), Year::Current)));
    update(&mut model, Message::Went(Route::Books));
    update(&mut model, Message::Went(Route::Sheet));
    assert!(!promised(&model).contains_key(&("kas".to_owned(), Year::Current)), "still so when one comes back");
    say(&mut model, SheetMessage::Put(kas, Some("giro".into())));
    assert_eq!(promised(&model)[&("giro".to_owned(), Year::Current)], 48_215_599 + 112_540_150);
    // A printed total is proof, never an account; and no account that the form does not have.
    let before = promised(&model);
    say(&mut model, SheetMessage::Put(total, Some("kas".into())));
    say(&mut model, SheetMessage::Put(kas, Some("emas".into())));
    assert_eq!(promised(&model), before);
}

#[test]
fn a_line_that_leaves_the_total_it_is_proved_in_is_told_at_the_line_before_it_goes_in() {
    let mut model = at("ksp12", Some("2025-12-31"));
    paste(&mut model, &b01());
    assert!(!shown(&model).contains("di sini masuk"), "what is right is not doubted");
    let loans = |model: &Model| {
        let lines = &model.sheet.read.as_ref().unwrap().proposal.lines;
        lines.iter().position(|line| line.label.contains("kepada Anggota")).unwrap()
    };
    let place = loans(&model);
    // A receivable among the debts, current assets among the fixed: told where it stands. Another kind of receivable is the board's own matter.
    for (account, told) in [
        ("hutang_bank_jangka_pendek", Some("termasuk “Jumlah Aset Lancar”, di sini masuk “Kewajiban jangka pendek”.")),
        ("tanah", Some("termasuk “Jumlah Aset Lancar”, di sini masuk “Aktiva tetap”.")),
        ("simpanan_wajib", Some("termasuk “Jumlah Aset Lancar”, di sini masuk “Ekuitas (modal sendiri)”.")),
        ("piutang_lain", None),
        ("investasi_jangka_panjang_lain", None),
    ] {
        say(&mut model, SheetMessage::Put(place, Some(account.into())));
        let page = shown(&model);
        assert_eq!(page.contains("di sini masuk"), told.is_some(), "{account}: {page}");
        assert!(
            told.is_none_or(|told| page.contains("Lihat lagi: 1 baris") && page.contains(told)),
            "{account}: {page}"
        );
        // Nothing is held back, and the line has its ways right there.
        assert_eq!(view(&model).into_string().contains(&format!("name=\"baris-{place}\"")), told.is_some());
        assert!(promised(&model)[&(account.to_owned(), Year::Current)] >= 2_767_039_175, "{account}");
    }
    say(&mut model, SheetMessage::Put(place, None));
    assert!(!shown(&model).contains("di sini masuk"), "what goes nowhere crosses nothing");
    // Where the sheet's own sum does not prove the line, nobody knows where it stands.
    let broken = b01().replace("3.601.834.041", "3.601.834.042").replace("4.341.184.958", "4.341.184.959");
    let broken = broken.replace("3.243.461.869", "3.243.461.860").replace("4.012.250.186", "4.012.250.180");
    let mut model = at("ksp12", Some("2025-12-31"));
    paste(&mut model, &broken);
    let place = loans(&model);
    say(&mut model, SheetMessage::Put(place, Some("hutang_bank_jangka_pendek".into())));
    assert!(!shown(&model).contains("di sini masuk"));
}

/// What the board's own line is called, by a part of it.
fn line_of(model: &Model, label: &str) -> usize {
    let lines = &model.sheet.read.as_ref().unwrap().proposal.lines;
    lines.iter().position(|line| line.label.contains(label)).unwrap_or_else(|| panic!("{label}: {lines:?}"))
}

#[test]
fn income_among_the_costs_and_costs_among_the_income_are_asked_about_once_more() {
    let mut model = at("ksp12", Some("2025-12-31"));
    paste(&mut model, &b01());
    for (label, account, told) in [
        (
            "Administrasi Calon",
            "biaya_administrasi_umum",
            Some("termasuk “Jumlah Pendapatan dari Non Anggota”, di sini masuk “"),
        ),
        ("Administrasi Calon", "pendapatan_lain", None),
        ("Beban Promosi", "pendapatan_lain", Some("termasuk “Jumlah Beban Usaha”, di sini masuk “")),
        ("Beban Promosi", "biaya_lain_non_usaha", None),
        ("Beban Promosi", "kas", Some("termasuk “Jumlah Beban Usaha”, di sini masuk “")),
        // No sum is printed of these two: what they are called says it.
        ("Pendapatan Lain-lain", "biaya_lain_non_usaha", Some("termasuk “Pendapatan”, di sini masuk “")),
        ("Beban Lain-lain", "pendapatan_lain", Some("termasuk “Beban”, di sini masuk “")),
    ] {
        let place = line_of(&model, label);
        say(&mut model, SheetMessage::Put(place, Some(account.into())));
        let page = shown(&model);
        assert_eq!(page.contains("Lihat lagi: 1 baris"), told.is_some(), "{label} {account}: {page}");
        assert!(told.is_none_or(|told| page.contains(told)), "{label} {account}: {page}");
        paste(&mut model, &b01());
    }
    // Nobody printed a sum, and a heading says it.
    paste(&mut model, "PENDAPATAN\t2025\nParkir pasar\t5.000.000\nBEBAN\nUpah harian\t2.000.000\n");
    for (label, right, wrong) in
        [("Parkir", "pendapatan_lain", "biaya_lain_non_usaha"), ("Upah", "biaya_lain_non_usaha", "pendapatan_lain")]
    {
        let place = line_of(&model, label);
        for (account, crosses) in [(wrong, true), (right, false)] {
            say(&mut model, SheetMessage::Put(place, Some(account.into())));
            assert_eq!(shown(&model).contains("di sini masuk"), crosses, "{label} {account}: {}", shown(&model));
        }
    }
    // Behind the sum of the income nobody says where a line stands.
    paste(
        &mut model,
        "PENDAPATAN\t2025\nParkir pasar\t5.000.000\nArisan\t1.000.000\nJumlah pendapatan\t6.000.000\nUpah harian\t2.000.000\n",
    );
    let place = line_of(&model, "Upah");
    say(&mut model, SheetMessage::Put(place, Some("biaya_lain_non_usaha".into())));
    assert!(!shown(&model).contains("di sini masuk"), "{}", shown(&model));
}

#[test]
fn every_line_that_deserves_a_look_stands_once_and_in_one_place() {
    let mut model = at("ksp12", Some("2025-12-31"));
    let sheet = "AKTIVA\t2025\nKas\t5.000.000\nUang di Bu Sri\t1.000.000\nJumlah aktiva\t6.000.000\n";
    paste(&mut model, sheet);
    // One that was asked about and one that was not, both among the debts.
    for label in ["Kas", "Uang di Bu Sri"] {
        let place = line_of(&model, label);
        say(&mut model, SheetMessage::Put(place, Some("hutang_biaya".into())));
    }
    let html = view(&model).into_string();
    assert_eq!(html.matches("id=\"neraca-tanya\"").count() + html.matches("id=\"neraca-silang\"").count(), 1);
    let page = shown(&model);
    assert!(page.contains("Lihat lagi: 2 baris") && !page.contains("Sudah Anda jawab"), "{page}");
    assert_eq!(page.matches("di sini masuk").count(), 2, "{page}");
    for label in ["Kas", "Uang di Bu Sri"] {
        assert_eq!(html.matches(&format!("<legend>{label}</legend>")).count(), 1);
        assert_eq!(html.matches(&format!("<strong>{label}</strong>")).count(), 0, "not among what is known, too");
    }
}

#[test]
fn the_printed_totals_are_held_against_what_goes_into_accounts_too() {
    let mut model = at("ksp12", Some("2025-12-31"));
    paste(&mut model, &b01());
    // Every question answered by the likeliest account: nothing gets lost.
    let lines = model.sheet.read.as_ref().unwrap().proposal.lines.clone();
    for (place, line) in lines.iter().enumerate().filter(|(_, line)| line.certainty == Certainty::Ask) {
        say(&mut model, SheetMessage::Put(place, line.candidates.first().cloned()));
    }
    let page = shown(&model);
    let (_, after) = page.split_once("Setelah masuk ke pos: ").unwrap_or_else(|| panic!("{page}"));
    let counts: Vec<usize> = after.split_whitespace().filter_map(|word| word.parse().ok()).take(2).collect();
    assert!(counts[0] == counts[1] && counts[0] >= 10, "{page}");
    let all = counts[1];
    // The sheet's own totals stay as they are; what the accounts get of them does not.
    let own = page.split_once("Di buku Anda: ").unwrap().1.split_once(" cocok").unwrap().0.to_owned();
    let place = line_of(&model, "kepada Anggota");
    for (account, arrives) in [(Some("tanah"), "834.794.866"), (None, "834.794.866")] {
        say(&mut model, SheetMessage::Put(place, account.map(str::to_owned)));
        let page = shown(&model);
        assert!(page.contains(&format!("Di buku Anda: {own} cocok")), "{page}");
        // Land is an asset, but no current one.
        let lost = if account.is_some() { 1 } else { 2 };
        assert!(page.contains(&format!("Setelah masuk ke pos: {} dari {all} jumlah", all - lost)), "{page}");
        let told = format!("Jumlah Aset Lancar: Rp3.601.834.041 · Rp3.243.461.869 di buku Anda, Rp{arrives}");
        assert!(page.contains(&told), "{told}: {page}");
    }
    // Half of a line counts where half of it goes.
    paste(&mut model, "AKTIVA\t2025\nKas dan Bank\t5.000.000\nPiutang lain\t1.000.000\nJumlah aktiva\t6.000.000\n");
    say(&mut model, SheetMessage::Split(0));
    say(&mut model, SheetMessage::ShareTo(0, 0, "kas".into()));
    say(&mut model, SheetMessage::ShareTo(0, 1, "hutang_biaya".into()));
    say(&mut model, SheetMessage::Share(0, Year::Current, "2.000.000".into()));
    let page = shown(&model);
    assert!(page.contains("Jumlah aktiva: Rp6.000.000 di buku Anda, Rp3.000.000 masuk"), "{page}");
}

#[test]
fn a_line_for_two_accounts_is_split_and_nothing_of_it_is_lost() {
    let mut model = at("ksp12", Some("2025-12-31"));
    paste(&mut model, "AKTIVA\t2025\t2024\nKas dan Bank\t5.000.000\t4.000.000\n");
    assert!(shown(&model).contains("Bagi dua"), "{}", shown(&model));
    let effects = say(&mut model, SheetMessage::Split(0));
    assert_eq!(effects.last(), Some(&Effect::Focus("bagi-0-current".into())));
    say(&mut model, SheetMessage::ShareTo(0, 0, "kas".into()));
    say(&mut model, SheetMessage::ShareTo(0, 1, "giro".into()));
    say(&mut model, SheetMessage::Share(0, Year::Current, "1.250.000".into()));
    assert!(promised(&model).is_empty(), "last year's part is not said yet");
    say(&mut model, SheetMessage::Share(0, Year::Prior, "4.000.001".into()));
    assert!(promised(&model).is_empty() && shown(&model).contains("dari nol sampai Rp4.000.000"), "{}", shown(&model));
    say(&mut model, SheetMessage::Share(0, Year::Prior, "0".into()));
    assert!(
        shown(&model).contains("sisanya Rp3.750.000") && !shown(&model).contains("belum dijawab"),
        "{}",
        shown(&model)
    );
    say(&mut model, SheetMessage::Take);
    let book = &model.assessment().statements;
    let known = |year, id| book.year(year).amounts.get(id).copied();
    assert_eq!(known(Year::Current, "kas"), Some(Amount::Known(1_250_000.into())));
    assert_eq!(known(Year::Current, "giro"), Some(Amount::Known(3_750_000.into())));
    assert_eq!(known(Year::Prior, "kas"), Some(Amount::ZERO));
    assert_eq!(known(Year::Prior, "giro"), Some(Amount::Known(4_000_000.into())));
    assert!(group(&mut model, "aktiva_lancar").contains("Tempelan baris 2: Kas dan Bank"));
    // A choice takes the place of the split, and to one account twice is none.
    update(&mut model, Message::Went(Route::Sheet));
    paste(&mut model, "AKTIVA\t2025\nKas dan Bank\t5.000.000\n");
    say(&mut model, SheetMessage::Split(0));
    say(&mut model, SheetMessage::Share(0, Year::Current, "1".into()));
    say(&mut model, SheetMessage::ShareTo(0, 0, "kas".into()));
    say(&mut model, SheetMessage::ShareTo(0, 1, "kas".into()));
    assert!(promised(&model).is_empty());
    say(&mut model, SheetMessage::Put(0, Some("kas".into())));
    assert_eq!(promised(&model)[&("kas".to_owned(), Year::Current)], 5_000_000);
}

#[test]
fn what_is_no_sheet_changes_nothing_and_says_a_sentence() {
    let rows = "Kas\t1\t2\n".repeat(6_000);
    let huge = "x\t".repeat(2 << 20);
    let cases = [
        ("Selamat pagi, Bapak dan Ibu.", "Tidak ada baris dengan nama dan angka"),
        ("", "Tidak ada baris dengan nama dan angka"),
        ("<script>alert(1)</script>\t<b>", "Tidak ada baris dengan nama dan angka"),
        ("PK\u{3}\u{4}\u{0}\u{0}xl/workbook.xml", "Tidak ada baris dengan nama dan angka"),
        (&rows, "terlalu besar untuk sebuah neraca"),
        (&huge, "terlalu besar untuk sebuah neraca"),
    ];
    for (text, sentence) in cases {
        let mut model = at("ksp12", Some("2025-12-31"));
        model.work.assessment.statements.current.put("kas", Some(Amount::Known(1_000.into())));
        let before = model.assessment().clone();
        let effects = paste(&mut model, text);
        assert_eq!(effects.last(), Some(&Effect::Focus("neraca-galat".into())), "{sentence}");
        assert!(shown(&model).contains(sentence), "{}", shown(&model));
        say(&mut model, SheetMessage::Take);
        assert_eq!(*model.assessment(), before);
    }
}

#[test]
fn a_file_that_is_not_opened_says_why_what_to_do_and_changes_nothing() {
    let cases = [
        (Refusal::TooLarge, "terlalu besar untuk dibuka"),
        (Refusal::Locked, "terkunci kata sandi"),
        (Refusal::Unknown, "bukan buku kerja"),
        (Refusal::Broken, "rusak"),
        (Refusal::Unreadable, "tidak bisa membaca berkas ini"),
        (Refusal::Missing, "salin isinya lalu tempel di sini"),
    ];
    for (refusal, sentence) in cases {
        assert_eq!(Refusal::of(refusal.code()), refusal);
        let mut model = at("ksp12", None);
        model.work.assessment.statements.current.put("kas", Some(Amount::Known(1_000.into())));
        let before = model.assessment().clone();
        say(&mut model, SheetMessage::Reading("Neraca.xlsx".into()));
        assert!(shown(&model).contains("Berkas sedang dibaca"));
        let effects = say(&mut model, SheetMessage::File(Err(refusal)));
        assert_eq!(effects.last(), Some(&Effect::Focus("neraca-galat".into())));
        let shown = shown(&model);
        assert!(shown.contains(sentence) && !shown.contains("sedang dibaca"), "{shown}");
        assert_eq!(*model.assessment(), before);
    }
}

/// A golden workbook, opened.
fn open(model: &mut Model, name: &str) -> Vec<Effect> {
    let sheets = workbook::read(&fs::read(format!("{FOLDER}{name}")).unwrap()).unwrap();
    say(model, SheetMessage::File(Ok(from_text(&to_text(&sheets)))))
}

#[test]
fn of_several_sheets_the_board_chooses_and_one_step_takes_all_of_them_out_again() {
    let mut model = at("ksp12", Some("2025-12-31"));
    let before = model.assessment().clone();
    open(&mut model, "b04.xlsx");
    let names: Vec<String> =
        model.sheet.book.as_ref().unwrap().sheets.iter().map(|(sheet, _)| sheet.name.clone()).collect();
    for (place, name) in names.iter().enumerate() {
        say(&mut model, SheetMessage::Pick(place));
        assert!(shown(&model).contains(name), "{name}");
        let expected = with(&model.assessment().statements, &promised(&model));
        say(&mut model, SheetMessage::Take);
        assert_eq!(model.assessment().statements, expected, "{name}");
    }
    assert!(model.sheet.book.is_none(), "a file of which all is in is closed");
    say(&mut model, SheetMessage::Undo);
    assert_eq!(*model.assessment(), before);
}

fn group(model: &mut Model, id: &str) -> String {
    update(model, Message::Went(Route::Group(id.into())));
    shown(model)
}

#[test]
fn each_amount_says_from_which_line_it_came_as_long_as_it_is_the_same() {
    let mut model = at("ksp12", Some("2025-12-31"));
    open(&mut model, "b04.xlsx");
    say(&mut model, SheetMessage::Pick(0));
    let kas =
        model.sheet.read.as_ref().unwrap().proposal.lines.iter().find(|line| line.account.as_deref() == Some("kas"));
    let said = kas.map(|line| format!("Neraca baris {}: {}", line.row, line.label)).unwrap();
    say(&mut model, SheetMessage::Take);
    assert!(group(&mut model, "aktiva_lancar").contains(&said), "{said}\n{}", shown(&model));
    assert_eq!(
        shown(&model).matches(&said).count(),
        2,
        "once in the table, once in full behind the name, for both years"
    );
    // Through a file and back, and past a build that knows nothing of it.
    let text = save::write(&model.work.assessment, &model.work.kept);
    model.work = save::read(&text).unwrap();
    assert!(shown(&model).contains(&said));
    model.work.assessment.statements.current.put("kas", Some(Amount::Known(7.into())));
    model.work.assessment.statements.prior.put("kas", None);
    assert!(!shown(&model).contains(&said));
}

#[test]
fn two_lines_of_one_amount_are_both_named_and_pasted_ones_are_said_to_be_pasted() {
    let mut model = at("ksp12", Some("2025-12-31"));
    paste(&mut model, "AKTIVA\t2025\nKas\t1.500.000\nKas kecil\t500.000\n");
    let places: Vec<usize> = (0..model.sheet.read.as_ref().unwrap().proposal.lines.len()).collect();
    for place in places {
        say(&mut model, SheetMessage::Put(place, Some("kas".into())));
    }
    say(&mut model, SheetMessage::Take);
    let shown = group(&mut model, "aktiva_lancar");
    assert!(shown.contains("Tempelan baris 2: Kas; Tempelan baris 3: Kas kecil"), "{shown}");
}

#[test]
fn what_the_board_decided_once_is_not_asked_again_next_year() {
    let year = |year: u16| format!("AKTIVA\t{year}\nKas\t1.500\nKEWAJIBAN\nHutang Pihak Ketiga {year}\t48.000.000\n");
    let mut model = at("ksp12", Some("2025-12-31"));
    paste(&mut model, &year(2025));
    let asked =
        |model: &Model| (0..9).filter(|place| model.sheet.read.as_ref().unwrap().is_open(*place)).collect::<Vec<_>>();
    let place = asked(&model)[0];
    say(&mut model, SheetMessage::Put(place, Some("hutang_biaya".into())));
    say(&mut model, SheetMessage::Take);
    let text = save::write(&model.work.assessment, &model.work.kept);

    let mut next = at("ksp12", Some("2026-12-31"));
    next.work = save::read(&text).unwrap();
    next.work.assessment.profile.book_year_end = Some("2026-12-31".into());
    paste(&mut next, &year(2026));
    assert!(!asked(&next).contains(&place), "{}", shown(&next));
    assert!(!shown(&next).contains("Perlu jawaban Anda"), "{}", shown(&next));
    assert!(shown(&next).contains("1 baris mengikuti jawaban Anda dulu"));
    assert_eq!(promised(&next)[&("hutang_biaya".to_owned(), Year::Current)], 48_000_000);
    // It can still go elsewhere, and that is what is remembered then.
    say(&mut next, SheetMessage::Put(place, None));
    say(&mut next, SheetMessage::Take);
    paste(&mut next, &year(2026));
    assert!(next.sheet.read.as_ref().unwrap().account(place).is_none() && !asked(&next).contains(&place));
    // What is sure is left out for once only.
    let mut third = at("ksp12", Some("2025-12-31"));
    for _ in 0..2 {
        paste(&mut third, "AKTIVA\t2025\nKas\t1.500.000\nGiro\t2.500\n");
        assert_eq!(third.sheet.read.as_ref().unwrap().account(0), Some("kas"));
        say(&mut third, SheetMessage::Put(0, None));
        say(&mut third, SheetMessage::Take);
    }
    // What is undone is forgotten.
    paste(&mut model, &year(2025));
    say(&mut model, SheetMessage::Take);
    say(&mut model, SheetMessage::Undo);
    let kept = save::write(&model.work.assessment, &model.work.kept);
    assert_eq!(kept, text, "as it was before the last step");
}

#[test]
fn what_strangers_put_into_the_memory_of_sheets_harms_nothing() {
    let text = save::write(&at("ksp12", None).work.assessment, &json::Map::new());
    for books in [
        "7",
        "[]",
        r#"{"from":7,"names":[]}"#,
        r#"{"from":{"current":{"kas":[]}},"names":{"kas: kas":7}}"#,
        r#"{"from":{"current":{"kas":{"amount":1500,"lines":[7,{"row":1.5},{"row":3}]}}},"names":{"kas: kas":"gone"}}"#,
    ] {
        let mut model = at("ksp12", None);
        model.work = save::read(&text).unwrap();
        model.work.kept.insert("ownBooks", json::parse(books).unwrap());
        model.work.assessment.statements.current.put("kas", Some(Amount::Known(1_500.into())));
        group(&mut model, "aktiva_lancar");
        update(&mut model, Message::Went(Route::Sheet));
        paste(&mut model, "AKTIVA\t2025\nKas\t2.500\n");
        settle(&mut model);
        say(&mut model, SheetMessage::Take);
        assert_eq!(
            model.assessment().statements.current.amounts.get("kas"),
            Some(&Amount::Known(2_500.into())),
            "{books}"
        );
        assert!(group(&mut model, "aktiva_lancar").contains("Tempelan baris 2: Kas"), "{books}");
    }
}

fn only(csv: &str) -> Sheet {
    workbook::read(csv.as_bytes()).unwrap().remove(0)
}

#[test]
fn typed_text_and_csv_are_read_too() {
    let mut model = at("ksp12", Some("2025-12-31"));
    say(&mut model, SheetMessage::Type("AKTIVA\t2025\nKas\t1.500.000\n".into()));
    assert!(shown(&model).contains("Baca"));
    say(&mut model, SheetMessage::Read);
    assert_eq!(promised(&model)[&("kas".to_owned(), Year::Current)], 1_500_000);
    say(&mut model, SheetMessage::Drop);
    say(&mut model, SheetMessage::File(Ok(vec![only("AKTIVA;2025\nKas;2.500.000\n")])));
    assert_eq!(promised(&model)[&("kas".to_owned(), Year::Current)], 2_500_000);
}

#[test]
fn the_hub_of_the_books_offers_it_first() {
    let html = view(&{
        let mut model = at("ksp12", None);
        update(&mut model, Message::Went(Route::Books));
        model
    })
    .into_string();
    let main = html.split_once("<main").unwrap().1;
    assert!(main.find("#/neraca").unwrap() < main.find("#/pos/").unwrap());
}

#[test]
fn each_year_is_chosen_among_all_columns_before_anything_goes_in() {
    let sheet = "NERACA GABUNGAN\nUraian\tUSP 2025\tToko 2025\tGabungan 2025\tGabungan 2024\nAKTIVA\nKas\t1.000.000\t500.000\t1.500.000\t1.300.000\n";
    let mut model = at("ksp12", Some("2025-12-31"));
    paste(&mut model, sheet);
    let text = shown(&model);
    assert!(
        text.contains("Kolom mana yang memuat angka 31 Des 2025?")
            && text.contains("Kolom mana yang memuat angka 31 Des 2024?"),
        "{text}"
    );
    assert_eq!(text.matches("Gabungan 2024").count(), 2, "{text}");
    assert_eq!(say(&mut model, SheetMessage::Take).last(), Some(&Effect::Focus("neraca-kolom".into())));
    say(&mut model, SheetMessage::Column(Year::Current, Some(2)));
    assert_eq!(say(&mut model, SheetMessage::Take).last(), Some(&Effect::Focus("neraca-kolom".into())));
    // One column is not two years.
    say(&mut model, SheetMessage::Column(Year::Prior, Some(2)));
    assert_eq!(say(&mut model, SheetMessage::Take).last(), Some(&Effect::Focus("neraca-kolom".into())));
    assert_eq!(model.assessment().statements, Statements::new(model.assessment().variant));
    let mark = Message::parse("neraca column prior", "3").unwrap();
    update(&mut model, mark);
    say(&mut model, SheetMessage::Take);
    let books = &model.assessment().statements;
    assert_eq!(books.current.amounts.get("kas"), Some(&Amount::Known(1_500_000.into())));
    assert_eq!(books.prior.amounts.get("kas"), Some(&Amount::Known(1_300_000.into())));
}

#[test]
fn a_sheet_newer_than_the_book_year_leads_to_the_book_year() {
    let mut model = at("ksp12", Some("2025-12-31"));
    paste(&mut model, "NERACA\t31 Des 2026\t31 Des 2025\nAKTIVA\nKas\t9.000.000\t8.000.000\n");
    assert!(view(&model).into_string().contains(&Route::Profile.hash()), "the way to the book year");
    say(&mut model, SheetMessage::Column(Year::Current, Some(1)));
    say(&mut model, SheetMessage::Column(Year::Prior, None));
    assert_eq!(promised(&model)[&("kas".to_owned(), Year::Current)], 8_000_000);
    // With another book year, what was said about the columns counts no more.
    update(&mut model, Message::Went(Route::Profile));
    update(&mut model, Message::parse("profile book-year-end", "2026-12-31").unwrap());
    update(&mut model, Message::Went(Route::Sheet));
    assert_eq!(promised(&model)[&("kas".to_owned(), Year::Current)], 9_000_000);
    assert_eq!(promised(&model)[&("kas".to_owned(), Year::Prior)], 8_000_000);
}

#[test]
fn a_balance_below_a_million_asks_whether_it_is_in_thousands() {
    let mut model = at("ksp12", Some("2025-12-31"));
    paste(
        &mut model,
        "NERACA\t2025\t2024\nAKTIVA\nKas\t57.500\t48.250\nPiutang Anggota\t850.000\t790.000\nEKUITAS\nSimpanan Pokok\t907.500\t838.250\n",
    );
    assert!(shown(&model).contains("Mungkin angkanya dalam ribuan"), "{}", shown(&model));
    assert_eq!(say(&mut model, SheetMessage::Take).last(), Some(&Effect::Focus("neraca-satuan".into())));
    say(&mut model, SheetMessage::Unit(1_000));
    assert!(shown(&model).contains("Mungkin angkanya dalam ribuan"), "the question stays to be changed");
    say(&mut model, SheetMessage::Take);
    assert_eq!(model.assessment().statements.current.amounts.get("kas"), Some(&Amount::Known(57_500_000.into())));
}

#[test]
fn what_stayed_out_is_told_after_the_step_and_on_the_check() {
    let mut model = at("ksp12", Some("2025-12-31"));
    paste(
        &mut model,
        "NERACA\t2025\t2024\nAKTIVA\nKas\t9.000.000\t8.000.000\nKEWAJIBAN\nHutang Pihak Ketiga\t4.000.000\t3.500.000\nEKUITAS\nSimpanan Pokok\t5.000.000\t4.500.000\n",
    );
    say(&mut model, SheetMessage::Take);
    let told = [
        "1 baris belum masuk",
        "Hutang Pihak Ketiga",
        "31 Des 2025 Rp4.000.000 · 31 Des 2024 Rp3.500.000",
        "selisih Rp4.000.000",
        "selisih Rp3.500.000",
    ];
    for sentence in told {
        assert!(shown(&model).contains(sentence), "{sentence}: {}", shown(&model));
    }
    update(&mut model, Message::Went(Route::Findings));
    for sentence in told {
        assert!(shown(&model).contains(sentence), "{sentence}: {}", shown(&model));
    }
    update(&mut model, Message::Went(Route::Sheet));
    say(&mut model, SheetMessage::Undo);
    assert!(!shown(&model).contains("belum masuk"));
}

#[test]
fn the_next_file_takes_the_place_of_the_old_offer_even_when_it_is_not_opened() {
    let mut model = at("ksp12", Some("2025-12-31"));
    let kit = cermin_koperasi::books::ministry::read(model.assessment().variant, &[]);
    assert!(kit.is_none());
    model.worksheet.found = Some(cermin_koperasi::books::ministry::Filled::default());
    assert!(view(&model).into_string().contains("lembar drop"));
    for bad in [Refusal::Unknown, Refusal::TooLarge, Refusal::Broken] {
        model.worksheet.found = Some(cermin_koperasi::books::ministry::Filled::default());
        say(&mut model, SheetMessage::Reading("palsu.xlsx".into()));
        say(&mut model, SheetMessage::File(Err(bad)));
        let html = view(&model).into_string();
        assert!(
            html.contains("neraca-galat") && !html.contains("lembar take") && !html.contains("lembar drop"),
            "{html}"
        );
        assert!(shown(&model).contains("palsu.xlsx: "), "{}", shown(&model));
    }
    // What is reviewed says of which file it is.
    say(&mut model, SheetMessage::Reading("Neraca 2025.csv".into()));
    say(&mut model, SheetMessage::File(Ok(vec![only("AKTIVA;2025\nKas;2.500.000\n")])));
    assert!(shown(&model).contains("Berkas: Neraca 2025.csv"), "{}", shown(&model));
    paste(&mut model, "AKTIVA\t2025\nKas\t2.500.000\n");
    assert!(!shown(&model).contains("Berkas: "));
}

#[test]
fn amounts_under_another_book_year_and_amounts_that_wait_are_told() {
    let mut model = at("ksp12", Some("2025-12-31"));
    model.work.assessment.statements.current.put("kas", Some(Amount::Known(1_000.into())));
    let year = |model: &mut Model, day: &str| update(model, Message::parse("profile book-year-end", day).unwrap());
    year(&mut model, "2026-12-31");
    assert!(shown(&model).contains("tadinya milik 31 Des 2025, sekarang bernama 31 Des 2026"), "{}", shown(&model));
    year(&mut model, "2026-12-31");
    assert!(!shown(&model).contains("tadinya milik"));
    assert!(!shown(&model).contains("menunggu jawaban, belum dihitung"));
    model.work.assessment.statements.prior.wait("kas", "1.234".to_owned());
    let line = cermin_koperasi::page::state(&model).into_string();
    assert!(line.contains("Tersimpan") && line.contains("1 angka menunggu jawaban, belum dihitung"), "{line}");
}
