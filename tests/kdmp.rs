//! The sheet of a village cooperative's RAT: its sums and checks against a sheet reckoned by hand, what it takes from the
//! books, what is typed and pasted into it, and how it is kept.
#![allow(clippy::unwrap_used, missing_docs)]

#[allow(dead_code)]
mod screens;

use cermin_koperasi::assessment::{Amount, Assessment};
use cermin_koperasi::exchange::{Code, json, save};
use cermin_koperasi::keeping::merge;
use cermin_koperasi::locale::Locale;
use cermin_koperasi::page::wing;
use cermin_koperasi::page::{Effect, Message, Model, Route, update, view};
use cermin_koperasi::rat::sheet::{Ask, Column, Line, Meeting, Sheet, check, form};
use cermin_koperasi::rulebook::{self, CoopKind};
use screens::plain;

fn typed(year: &[(&str, i64)]) -> Sheet {
    let mut sheet = Sheet::default();
    for (line, amount) in year {
        assert!(form().place(line).is_some(), "{line} is a line");
        sheet.year.insert((*line).to_owned(), *amount);
    }
    sheet
}

const NO_BOOKS: fn(&str) -> Option<i64> = |_| None;

fn noticed(sheet: &Sheet, meeting: Meeting) -> Vec<(usize, [i64; 2])> {
    check(sheet, &NO_BOOKS, meeting).iter().map(|found| (found.check, found.amounts)).collect()
}

fn total(sheet: &Sheet, id: &str) -> i64 {
    let place = form().totals.iter().position(|total| total.id == id).unwrap();
    sheet.totals(Column::Year, &NO_BOOKS)[place]
}

#[test]
fn the_form_has_the_lines_and_sums_of_the_ministrys_records() {
    let form = form();
    let rows: Vec<_> = form.rows().collect();
    assert_eq!(rows.len(), 52 + 62);
    assert_eq!(
        (rows[0].id(), rows[51].id(), rows[113].id()),
        ("kas_dan_setara_kas", "total_liabilitas_dan_ekuitas", "total_penghasilan_komprehensif")
    );
    assert_eq!((form.seen[0], form.seen[8], form.records), (163, 314, 341));
    // Every account that the sheet reads is one of the real sector's form, and no loan class or memo figure is.
    let riil = rulebook::find("kkpkk-2021").unwrap().form_for(CoopKind::Riil).unwrap();
    let read = form.lines.iter().flat_map(Line::accounts).chain(form.asks.iter().flat_map(Ask::accounts));
    let read: Vec<&str> = read.collect();
    for account in &read {
        assert!(riil.account_index(account).is_some(), "{account} is an account of riil12");
    }
    let books = riil.groups.iter().filter(|group| group.statement != rulebook::Statement::Memo);
    for account in books.flat_map(|group| group.accounts(riil)) {
        assert!(read.contains(&account.id), "{} has a line, or is asked about", account.id);
    }
}

/// Reckoned by hand: see each line.
#[test]
fn sums_are_made_as_the_system_makes_them() {
    let sheet = typed(&[
        ("kas_dan_setara_kas", 10_000_000),
        ("piutang_usaha_sembako", 4_000_000),
        ("penyisihan_piutang_usaha", 500_000),
        ("aset_tetap_kendaraan", 8_000_000),
        ("akumulasi_penyusutan", 1_500_000),
        ("simpanan_anggota", 3_000_000),
        ("modal_penyertaan_pihak_ketiga", 2_000_000),
        ("simpanan_pokok", 11_000_000),
        ("shu_tahun_berjalan", 4_000_000),
        ("pendapatan_sembako_anggota", 20_000_000),
        ("hasil_investasi", 1_000_000),
        ("hpp_sembako_anggota", 12_000_000),
        ("beban_rapat_anggota", 4_400_000),
        ("beban_pajak_penghasilan", 600_000),
        ("penghasilan_komprehensif_lain", 50_000),
    ]);
    let expected = [
        ("total_aset", 20_000_000),
        ("total_liabilitas", 5_000_000),
        ("total_ekuitas", 15_000_000),
        ("total_liabilitas_dan_ekuitas", 20_000_000),
        ("total_pendapatan", 9_000_000),
        ("total_beban", 4_400_000),
        ("shu_sebelum_pajak", 4_600_000),
        ("shu_tahun_berjalan", 4_000_000),
        ("total_penghasilan_komprehensif", 4_050_000),
    ];
    for (id, amount) in expected {
        assert_eq!(total(&sheet, id), amount, "{id}");
    }
    assert_eq!(noticed(&sheet, Meeting { present: Some(40), held: true }), []);
}

#[test]
fn the_ten_checks_name_their_faults_and_nothing_else() {
    let loss = typed(&[
        ("kas_dan_setara_kas", 7),
        ("shu_tahun_berjalan", 3),
        ("pendapatan_sembako_anggota", 1),
        ("beban_kepegawaian", 4),
    ]);
    assert_eq!(noticed(&loss, Meeting::default()), [(1, [7, 3]), (2, [3, -3]), (3, [3, -3])]);
    let bare = typed(&[("simpanan_pokok", 5)]);
    let told = [(1, [0, 5]), (4, [5, 0]), (5, [5, 0]), (6, [0, 0]), (7, [0, 0]), (8, [8, 0]), (9, [0, 0])];
    assert_eq!(noticed(&bare, Meeting { present: Some(8), held: true }), told);
    let shop = typed(&[
        ("aset_tetap_tanah_dan_bangunan", 9),
        ("utang_bank", 9),
        ("pendapatan_sembako_anggota", 1),
        ("beban_pelatihan", 1),
    ]);
    assert_eq!(noticed(&shop, Meeting { present: Some(9), held: false }), [(10, [9, 9])]);
    let giro = typed(&[("giro", 5), ("simpanan_pokok", 5), ("pendapatan_sembako_anggota", 1), ("beban_pelatihan", 1)]);
    assert_eq!(noticed(&giro, Meeting::default()), []);
    assert_eq!(noticed(&Sheet::default(), Meeting { present: Some(0), held: true }), [], "an empty sheet has no fault");
    let mut plan = Sheet::default();
    plan.plan.insert("giro".to_owned(), 5);
    assert_eq!(noticed(&plan, Meeting { present: Some(0), held: true }), [(1, [5, 0])], "a budget has no meeting yet");
    let most = 999_999_999_999_999;
    let all: Vec<(&str, i64)> = form().lines.iter().map(|line| (line.id, most)).collect();
    assert_eq!(total(&typed(&all), "total_aset"), most * (27 - 2 * 3));
}

#[test]
fn costs_without_sales_are_no_loss_but_sales_that_are_not_filled_in() {
    let costs = [("kas_dan_setara_kas", 3), ("shu_tahun_berjalan", 3), ("beban_kepegawaian", 9)];
    assert_eq!(noticed(&typed(&costs), Meeting::default()), [(6, [9, 0])]);
    // Fees came in, but the shop that bought for nine sold nothing: to members or to others is the same shop.
    let goods = [
        costs[0],
        costs[1],
        ("pendapatan_simpan_pinjam_anggota", 2),
        ("hpp_sembako_anggota", 9),
        ("beban_pelatihan", 1),
    ];
    assert_eq!(noticed(&typed(&goods), Meeting::default()), [(6, [9, 0])]);
    let sold = [&goods[..], &[("pendapatan_sembako_non_anggota", 11)]].concat();
    assert_eq!(noticed(&typed(&sold), Meeting::default()), []);
    // A budget is told the same.
    let mut plan = Sheet::default();
    plan.plan.insert("beban_pelatihan".to_owned(), 5);
    assert_eq!(noticed(&plan, Meeting::default()), [(6, [5, 0])]);
    let mut model = page();
    *model.work.assessment.sheet = typed(&costs);
    let shown = plain(&view(&model).0);
    assert!(
        shown.contains("beban atau harga pokok Rp9, tetapi penjualannya belum diisi")
            && !shown.contains("Hasil usaha rugi"),
        "{shown}"
    );
}

#[test]
fn what_the_books_say_is_followed_until_somebody_types() {
    let books = |account: &str| match account {
        "kas" => Some(100),
        "tabungan_bank" => Some(20),
        "piutang_dagang" => Some(7),
        _ => None,
    };
    let mut sheet = Sheet::default();
    let form = form();
    let line = |id: &str| &form.lines[form.place(id).unwrap()];
    let figure =
        |sheet: &Sheet, id: &str| sheet.figure(Column::Year, line(id), &books).map(|one| (one.amount, one.typed));
    assert_eq!(figure(&sheet, "kas_dan_setara_kas"), Some((120, false)));
    assert_eq!(sheet.figure(Column::Plan, line("kas_dan_setara_kas"), &books), None, "the budget is not in the books");
    assert_eq!(figure(&sheet, "piutang_usaha_sembako"), None, "nobody guesses whose receivables these are");
    let open = sheet.open(&books);
    assert_eq!(open.iter().map(|(ask, sum)| (ask.id, *sum)).collect::<Vec<_>>(), [("piutang_dagang", 7)]);
    sheet.placed.insert("piutang_dagang".to_owned(), "piutang_usaha_sembako".to_owned());
    assert_eq!(figure(&sheet, "piutang_usaha_sembako"), Some((7, false)));
    sheet.year.insert("kas_dan_setara_kas".to_owned(), 119);
    assert_eq!(figure(&sheet, "kas_dan_setara_kas"), Some((119, true)));
    assert_eq!(sheet.of_books(line("kas_dan_setara_kas"), &books), Some(120));
}

fn page() -> Model {
    let book = rulebook::find("kkpkk-2021").unwrap();
    let mut model = Model::new(Locale::Id);
    model.today = cermin_koperasi::calendar::Day::new(2026, 11, 28);
    model.work.assessment = Assessment::new(book, book.form_for(CoopKind::Riil).unwrap());
    model.route = Route::Kdmp;
    model
}

fn act(model: &mut Model, mark: &str, value: &str) -> Vec<Effect> {
    update(model, Message::parse(mark, value).unwrap_or_else(|| panic!("{mark} is heard")))
}

#[test]
fn bad_input_is_told_and_changes_nothing() {
    let mut model = page();
    act(&mut model, "kdmp enter year giro", "1.250.000");
    let before = model.assessment().sheet.clone();
    assert_eq!(before.year.get("giro"), Some(&1_250_000));
    for text in ["lima juta", "12x", "9.999.999.999.999.999", "(5", "1.23.456"] {
        act(&mut model, "kdmp enter year giro", text);
        // It waits as it was typed, and is there to be mended after a reload; no figure moved.
        let sheet = &model.assessment().sheet;
        assert_eq!((&sheet.year, &sheet.waiting["year.giro"][..]), (&before.year, text));
        assert!(view(&model).0.contains(model.words().files.unchanged), "{text}");
    }
    act(&mut model, "kdmp enter year giro", "1.250.000");
    assert_eq!(model.assessment().sheet, before);
    act(&mut model, "kdmp put", "Giro\t1.000.000\t2.000.000\t3.000.000\n");
    assert!(view(&model).0.contains(model.words().kdmp.refused_columns));
    act(&mut model, "kdmp put", "Nama\t2024\nGiro\t1.000.000\nKas dan setara kas\t2.000.000\n");
    assert!(view(&model).0.contains(model.words().kdmp.refused_years));
    act(&mut model, "kdmp paste yes", "");
    assert_eq!(model.assessment().sheet, before);
    assert_eq!(Message::parse("kdmp enter next giro", "1"), None, "there is no third column");
    act(&mut model, "kdmp enter year gyro", "1");
    act(&mut model, "kdmp place piutang_dagang", "giro");
    assert_eq!(model.assessment().sheet, before);
}

#[test]
fn what_can_be_read_twice_waits_for_a_yes_that_holds_for_the_rest() {
    let mut model = page();
    act(&mut model, "kdmp enter year giro", "500.000");
    act(&mut model, "kdmp enter plan giro", "600.000");
    act(&mut model, "kdmp enter year akumulasi_penyusutan", "-1.000.000");
    assert!(Column::BOTH.iter().all(|column| model.assessment().sheet.typed(*column).is_empty()));
    act(&mut model, "kdmp confirm year giro", "");
    let sheet = &model.assessment().sheet;
    assert_eq!((sheet.year.get("giro"), sheet.plan.get("giro")), (Some(&500_000), Some(&600_000)));
    assert_eq!(sheet.year.get("akumulasi_penyusutan"), None, "a minus is asked about all the same");
    act(&mut model, "kdmp confirm year akumulasi_penyusutan", "");
    assert_eq!(model.assessment().sheet.year.get("akumulasi_penyusutan"), Some(&1_000_000));
}

#[test]
fn what_waits_for_a_yes_is_there_again_after_a_reload() {
    let mut model = page();
    act(&mut model, "kdmp enter year giro", "2.500");
    act(&mut model, "kdmp enter plan giro", "seribu dua");
    let text = save::write(model.assessment(), &model.work.kept);
    let mut again = page();
    again.work.assessment = save::read(&text).unwrap().assessment;
    let giro = &form().lines[form().place("giro").unwrap()];
    let draft = again.sheet_draft(Column::Year, giro).unwrap();
    assert_eq!((draft.text, draft.meaning.is_ok()), ("2.500", true));
    assert_eq!(again.sheet_draft(Column::Plan, giro).unwrap().text, "seribu dua");
    assert_eq!(again.sheet_figure(Column::Year, giro), None, "it is in no sum");
    act(&mut again, "kdmp confirm year giro", "");
    assert_eq!(again.assessment().sheet.year.get("giro"), Some(&2_500));
    act(&mut again, "kdmp enter plan giro", "");
    assert!(again.assessment().sheet.waiting.is_empty());
}

#[test]
fn what_is_in_no_sum_yet_is_told_before_the_sheet_is_read_off() {
    let mut model = page();
    let ask = &form().asks[0];
    let account = ask.accounts().next().unwrap();
    model.work.assessment.statements.current.put(account, Some(Amount::Known(400_000_000.into())));
    act(&mut model, "kdmp enter year giro", "250.000.000");
    act(&mut model, "kdmp enter year deposito", "2.500");
    for route in ["#/kdmp", "#/kdmp-salin"] {
        model.route = Route::parse(route).unwrap();
        let page = view(&model).into_string();
        assert!(page.contains("1 pos pembukuan belum punya baris"), "{page}");
        assert!(page.contains("1 angka menunggu jawaban Anda. Tersimpan, tetapi belum dihitung"), "{page}");
    }
    act(&mut model, &format!("kdmp place {}", ask.id), form().lines[ask.lines[0]].id);
    act(&mut model, "kdmp confirm year deposito", "");
    let page = view(&model).into_string();
    assert!(!page.contains("belum punya baris") && !page.contains("menunggu jawaban Anda"), "{page}");
}

#[test]
fn a_table_goes_to_the_lines_of_its_names_after_a_yes() {
    let mut model = page();
    let table = "Pos\t2025\t2026\n1. Kas dan setara kas\t1.500.000\t2.000.000\nHutang bank\t\t3.000.000\nSHU tahun berjalan\t-250.000\t10.000\nSepeda ketua\t4.000.000\t\nPENDAPATAN SEMBAKO, ANGGOTA\t7.000.000\tx9\nSHU tahun berjalan\t111.000\t222.000\n";
    act(&mut model, "kdmp put", table);
    assert!(model.assessment().sheet.is_empty(), "nothing is stored without a yes");
    let shown = view(&model).0;
    assert!(shown.contains("Sepeda ketua") && shown.contains(model.words().kdmp.no_line));
    act(&mut model, "kdmp paste yes", "");
    let sheet = &model.assessment().sheet;
    let year: Vec<(&str, i64)> = sheet.year.iter().map(|(id, amount)| (id.as_str(), *amount)).collect();
    let plan: Vec<(&str, i64)> = sheet.plan.iter().map(|(id, amount)| (id.as_str(), *amount)).collect();
    assert_eq!(
        year,
        [
            ("kas_dan_setara_kas", 1_500_000),
            ("pendapatan_sembako_anggota", 7_000_000),
            ("shu_tahun_berjalan", -250_000)
        ]
    );
    assert_eq!(plan, [("kas_dan_setara_kas", 2_000_000), ("shu_tahun_berjalan", 10_000), ("utang_bank", 3_000_000)]);
    act(&mut model, "kdmp put", "1.000.000\t2.000.000\n3.000.000\t4.000.000\n");
    let before = model.assessment().sheet.clone();
    act(&mut model, "kdmp paste yes", "");
    assert_eq!(model.assessment().sheet, before, "figures without names go nowhere");
    act(&mut model, "kdmp put", "Giro\t8.000.000\t9.000.000\n");
    act(&mut model, "kdmp swap", "plan");
    act(&mut model, "kdmp paste yes", "");
    let sheet = &model.assessment().sheet;
    assert_eq!((sheet.year.get("giro"), sheet.plan.get("giro")), (Some(&9_000_000), Some(&8_000_000)));
}

#[test]
fn a_name_without_a_line_goes_where_the_board_says_or_nowhere() {
    let mut model = page();
    act(
        &mut model,
        "kdmp put",
        "Pos\t2025\nGiro\t1.000.000\nUang di Bu Sri\t2.500.000\nSepeda ketua\t4.000.000\nTotal\t9.000.000\n",
    );
    let shown = view(&model).0;
    assert_eq!(shown.matches("data-change=\"kdmp row ").count(), 2, "a sum has no line to choose: {shown}");
    assert!(shown.contains("<optgroup label=\"Ekuitas\">"), "{shown}");
    let select = |shown: &str, place: usize| {
        let (_, rest) = shown.split_once(&format!("data-change=\"kdmp row {place}\"")).unwrap();
        rest.split_once("</select>").unwrap().0.to_owned()
    };
    // What has a row already gets both: the list says so before it is chosen.
    assert!(select(&shown, 1).contains(">Giro (dijumlahkan)<") && select(&shown, 1).contains(">Kas dan setara kas<"));
    act(&mut model, "kdmp row 1", "kas_dan_setara_kas");
    act(&mut model, "kdmp row 0", "deposito");
    let shown = view(&model).0;
    assert!(
        select(&shown, 1).contains("value=\"kas_dan_setara_kas\" selected")
            && select(&shown, 2).contains(">Kas dan setara kas (dijumlahkan)<")
    );
    let mut left = model.clone();
    act(&mut left, "kdmp row 1", "");
    act(&mut model, "kdmp paste yes", "");
    let year = |model: &Model| {
        model.assessment().sheet.year.iter().map(|(id, amount)| (id.clone(), *amount)).collect::<Vec<_>>()
    };
    assert_eq!(year(&model), [("giro".to_owned(), 1_000_000), ("kas_dan_setara_kas".to_owned(), 2_500_000)]);
    assert!(view(&model).0.contains("belum masuk: Sepeda ketua. Ketik"));
    act(&mut left, "kdmp paste yes", "");
    assert_eq!(year(&left), [("giro".to_owned(), 1_000_000)]);
}

#[test]
fn a_sum_in_the_paste_is_held_against_what_is_filled_and_what_is_missing_is_named() {
    let mut model = page();
    let table = "Pos\t2025\nGiro\t1.000.000\nSepeda ketua\t400.000\nJUMLAH AKTIVA\t1.400.000\nSimpanan pokok\t1.000.000\nUtang ke Bu Sri\t300.000\n\
        Jumlah kewajiban dan modal\t1.300.000\nPendapatan sembako anggota\t900.000\nHPP sembako anggota\t500.000\nJumlah pendapatan\t900.000\n\
        Beban pelatihan\t(50.000)\nJumlah biaya\t(50.000)\n";
    act(&mut model, "kdmp put", table);
    let aset = "JUMLAH AKTIVA di tempelan (Tahun 2025): Rp1.400.000. Jumlah yang terisi: Rp1.000.000. Selisihnya Rp400.000. Belum masuk: Sepeda ketua.";
    let dana = "Jumlah kewajiban dan modal di tempelan (Tahun 2025): Rp1.300.000. Jumlah yang terisi: Rp1.000.000. Selisihnya Rp300.000. Belum masuk: Utang ke Bu Sri.";
    let shown = plain(&view(&model).0);
    assert!(shown.contains(aset) && shown.contains(dana), "{shown}");
    assert!(!shown.contains("Jumlah pendapatan di tempelan"), "what sheets call income has the goods in it: {shown}");
    // A choice closes the gap before the yes; what stays open is told after it too.
    act(&mut model, "kdmp row 1", "aset_lainnya");
    let shown = plain(&view(&model).0);
    assert!(!shown.contains("AKTIVA di tempelan") && shown.contains(dana), "{shown}");
    act(&mut model, "kdmp paste yes", "");
    let shown = plain(&view(&model).0);
    assert!(!shown.contains("AKTIVA di tempelan") && shown.contains(dana), "{shown}");
}

#[test]
fn what_stands_there_already_is_shown_before_it_is_replaced() {
    let mut model = page();
    model.work.assessment.statements.current.put("kas", Some(Amount::Known(1_000_000.into())));
    act(&mut model, "kdmp enter year giro", "5.500.000");
    act(&mut model, "kdmp enter year deposito", "2.500");
    act(&mut model, "kdmp enter year investasi", "7.000.000");
    let table = "Pos\t2025\nKas dan setara kas\t2.000.000\nGiro\t6.000.000\nDeposito\t3.000.000\nInvestasi\t7.000.000\nSimpanan pokok\t1.000.000\n";
    act(&mut model, "kdmp put", table);
    let shown = plain(&view(&model).0);
    for turned in [
        "Kas dan setara kas Tahun 2025: Rp1.000.000 menjadi Rp2.000.000",
        "Giro Tahun 2025: Rp5.500.000 menjadi Rp6.000.000",
        "Deposito Tahun 2025: 2.500 menjadi Rp3.000.000",
    ] {
        assert!(shown.contains(turned), "{turned}: {shown}");
    }
    assert_eq!(shown.matches(" menjadi ").count(), 3, "what is the same or new replaces nothing: {shown}");
}

#[test]
fn a_name_sent_to_the_other_side_is_asked_about_once_more() {
    const DOUBT: &str = "Benarkah?";
    let mut model = page();
    let table = "Pos\t2025\nASET\nGiro\t1.000.000\nUang di Bu Sri\t2.500.000\nKEWAJIBAN\nBon di toko Haji Amir\t300.000\n\
        EKUITAS\nSimpanan pokok\t3.200.000\nPENDAPATAN\nParkir pasar\t900.000\nBEBAN\nUpah harian\t400.000\n";
    act(&mut model, "kdmp put", table);
    for (row, line, said) in [
        (1, "utang_pihak_ketiga", Some("Ini tampaknya Aset, tetapi di sini masuk Liabilitas.")),
        (1, "kas_dan_setara_kas", None),
        (2, "aset_lainnya", Some("Ini tampaknya Liabilitas, tetapi di sini masuk Aset.")),
        // Whether it is debt or equity is the board's own matter, and what is taken away stands on either side.
        (2, "ekuitas_lainnya", None),
        (2, "penyisihan_piutang_usaha", None),
        (4, "beban_kepegawaian", Some("Ini tampaknya Pendapatan, tetapi di sini masuk Beban.")),
        (4, "hpp_sembako_anggota", None),
        (4, "pendapatan_usaha_lainnya_anggota", None),
        (5, "hasil_investasi", Some("Ini tampaknya Beban, tetapi di sini masuk Pendapatan.")),
        (5, "hpp_sembako_anggota", None),
        (5, "", None),
    ] {
        act(&mut model, &format!("kdmp row {row}"), line);
        let shown = plain(&view(&model).0);
        assert_eq!(shown.contains(DOUBT), said.is_some(), "{line}: {shown}");
        assert!(said.is_none_or(|said| shown.contains(said)), "{line}: {shown}");
        act(&mut model, &format!("kdmp row {row}"), "");
    }
    // Whatever the columns are called.
    for head in [
        "Uraian\tRealisasi 2025\tAnggaran 2026",
        "RENCANA ANGGARAN\nPos\tAnggaran 2026\tTahun 2025",
        "Pos\tTahun ini\tAnggaran",
    ] {
        let table = format!(
            "{head}\nKEWAJIBAN\nBon di toko Haji Amir\t300.000\t200.000\nPENDAPATAN\nParkir pasar\t900.000\t800.000\n"
        );
        act(&mut model, "kdmp put", &table);
        act(&mut model, "kdmp row 0", "aset_lainnya");
        act(&mut model, "kdmp row 1", "beban_kepegawaian");
        let shown = plain(&view(&model).0);
        assert_eq!(shown.matches(DOUBT).count(), 2, "{head}: {shown}");
    }
    // Without headings a name may say it by itself, and a proved sum.
    let table = "Pos\t2025\nGiro\t1.000.000\nUtang ke Bu Sri\t300.000\nSimpanan pokok\t700.000\nUang di Bu Sri\t1\n";
    act(&mut model, "kdmp put", table);
    act(&mut model, "kdmp row 1", "aset_lainnya");
    act(&mut model, "kdmp row 3", "utang_bank");
    let shown = plain(&view(&model).0);
    assert!(shown.contains("Ini tampaknya Liabilitas") && shown.matches(DOUBT).count() == 1, "{shown}");
    // Nothing is held back.
    act(&mut model, "kdmp paste yes", "");
    assert_eq!(model.assessment().sheet.year.get("aset_lainnya"), Some(&300_000));
}

#[test]
fn what_goes_nowhere_is_named_under_the_sum_of_its_own_part_whatever_was_chosen_above_it() {
    for heads in [["ASET\n", "KEWAJIBAN\n", "EKUITAS\n"], [""; 3]] {
        let [aset, kewajiban, ekuitas] = heads;
        let table = format!(
            "Pos\t2025\t2026\n{aset}Giro\t1.000.000\t1.000.000\nSepeda ketua\t400.000\t500.000\nTikar\t100.000\t100.000\n\
            JUMLAH ASET\t1.500.000\t1.600.000\n{kewajiban}Bon di toko Haji Amir\t300.000\t300.000\nJUMLAH KEWAJIBAN\t300.000\t300.000\n\
            {ekuitas}Simpanan pokok\t1.000.000\t1.100.000\nSumbangan warga\t200.000\t200.000\nJUMLAH EKUITAS\t1.200.000\t1.300.000\n"
        );
        let mut model = page();
        act(&mut model, "kdmp put", &table);
        let missing = |model: &Model, total: &str| {
            let shown = plain(&view(model).0);
            let (_, told) =
                shown.split_once(&format!("{total} di tempelan (Tahun 2025)")).unwrap_or_else(|| panic!("{shown}"));
            let (_, list) = told.split_once("Belum masuk: ").unwrap_or_else(|| panic!("{total}: {shown}"));
            list.split_once('.').unwrap().0.to_owned()
        };
        let all =
            |model: &Model| ["JUMLAH ASET", "JUMLAH KEWAJIBAN", "JUMLAH EKUITAS"].map(|total| missing(model, total));
        assert_eq!(all(&model), ["Sepeda ketua; Tikar", "Bon di toko Haji Amir", "Sumbangan warga"]);
        // A choice for the first moves none of the others.
        act(&mut model, "kdmp row 1", "beban_pelatihan");
        assert_eq!(all(&model), ["Tikar", "Bon di toko Haji Amir", "Sumbangan warga"]);
        act(&mut model, "kdmp paste yes", "");
        assert_eq!(all(&model), ["Tikar", "Bon di toko Haji Amir", "Sumbangan warga"]);
    }
}

#[test]
fn a_second_row_of_a_name_is_told_that_its_line_is_taken_and_two_names_are_added_after_a_yes() {
    let mut model = page();
    let table = "Pos\t2025\nGiro\t1.000.000\nGiro\t2.000.000\nUang di Bu Sri\t300.000\nTikar\t40.000\nAkumulasi penyusutan\t(5.000.000)\nSusut sepeda\t(1.000.000)\n";
    act(&mut model, "kdmp put", table);
    let shown = plain(&view(&model).0);
    assert!(shown.contains("Giro Barisnya sudah dipakai nama di atas."), "{shown}");
    assert_eq!(shown.matches("Tidak ada baris dengan nama ini").count(), 3, "only of those that have none: {shown}");
    for (row, line) in [(1, "giro"), (2, "aset_lainnya"), (3, "aset_lainnya"), (5, "akumulasi_penyusutan")] {
        act(&mut model, &format!("kdmp row {row}"), line);
    }
    assert!(model.assessment().sheet.is_empty());
    let shown = plain(&view(&model).0);
    for sum in [
        "Giro, Tahun 2025: Rp1.000.000 + Rp2.000.000 = Rp3.000.000",
        "Aset lainnya, Tahun 2025: Rp300.000 + Rp40.000 = Rp340.000",
        "Akumulasi penyusutan, Tahun 2025: Rp5.000.000 + Rp1.000.000 = Rp6.000.000",
    ] {
        assert!(shown.contains(sum), "{sum}: {shown}");
    }
    assert!(shown.contains("Isi 3 "), "three lines are filled, of six rows: {shown}");
    act(&mut model, "kdmp paste yes", "");
    let year = &model.assessment().sheet.year;
    assert_eq!(
        ["giro", "aset_lainnya", "akumulasi_penyusutan"].map(|line| year.get(line).copied()),
        [Some(3_000_000), Some(340_000), Some(6_000_000)]
    );
    act(&mut model, "kdmp undo", "");
    assert!(model.assessment().sheet.is_empty(), "all of a sum goes out again");
    // More than any amount is not filled, and told.
    act(&mut model, "kdmp put", "Giro\t999.999.999.999.999\nTikar\t999.999.999.999.999\n");
    act(&mut model, "kdmp row 1", "giro");
    assert!(plain(&view(&model).0).contains("Jumlah Giro terlalu besar"));
    act(&mut model, "kdmp paste yes", "");
    assert!(model.assessment().sheet.is_empty());
}

#[test]
fn a_paste_goes_out_again_after_a_change_by_hand_and_that_change_stays() {
    let mut model = page();
    act(&mut model, "kdmp enter year giro", "5.500.000");
    act(&mut model, "kdmp enter year deposito", "2.500");
    let before = model.assessment().sheet.clone();
    act(
        &mut model,
        "kdmp put",
        "Pos\t2025\nGiro\t6.000.000\nDeposito\t3.000.000\nInvestasi\t7.000.000\nJUMLAH ASET\t16.500.000\n",
    );
    act(&mut model, "kdmp paste yes", "");
    assert!(plain(&view(&model).0).contains("Jumlah yang terisi: Rp16.000.000"));
    act(&mut model, "kdmp enter year hibah", "8.000.000");
    act(&mut model, "kdmp enter year investasi", "7.500.000");
    act(&mut model, "kdmp enter year deposito", "tiga juta");
    act(&mut model, "kdmp file csv", "");
    let shown = plain(&view(&model).0);
    assert!(
        shown.contains("Urungkan") && !shown.contains("Jumlah yang terisi"),
        "the sum is held against what stands there now: {shown}"
    );
    // Another paste that is looked at and not wanted changes nothing of it.
    act(&mut model, "kdmp put", "Pos\t2025\nGiro\t9.000.000\n");
    act(&mut model, "kdmp paste no", "");
    act(&mut model, "kdmp undo", "");
    let sheet = &model.assessment().sheet;
    assert_eq!(
        (sheet.year.get("giro"), sheet.year.get("investasi"), sheet.year.get("hibah"), sheet.year.get("deposito")),
        (Some(&5_500_000), Some(&7_500_000), Some(&8_000_000), None)
    );
    assert_eq!(sheet.waiting["year.deposito"], "tiga juta", "what waits by hand stays, too");
    let shown = plain(&view(&model).0);
    assert!(shown.contains("Yang Anda ubah sesudahnya tetap.") && !shown.contains("Urungkan"), "{shown}");
    // Where nothing was changed since, all is as it was.
    let mut model = page();
    *model.work.assessment.sheet = *before.clone();
    act(&mut model, "kdmp put", "Pos\t2025\nGiro\t6.000.000\nDeposito\t3.000.000\n");
    act(&mut model, "kdmp paste yes", "");
    act(&mut model, "kdmp undo", "");
    assert_eq!(model.assessment().sheet, before);
    assert!(plain(&view(&model).0).contains("Angka tempelan sudah ditarik."));
}

#[test]
fn the_data_say_for_all_goods_what_sells_them() {
    let goods: Vec<usize> = form().trades.iter().flat_map(|trade| trade.goods).copied().collect();
    let lines = form().lines.iter().enumerate().filter(|(_, line)| line.section == 4).map(|(place, _)| place);
    assert_eq!(goods, lines.collect::<Vec<_>>());
    for trade in form().trades {
        for (sold, line) in trade.income.iter().flat_map(|sold| trade.goods.iter().map(move |line| (*sold, *line))) {
            let sheet = |income| {
                typed(&[
                    (form().lines[line].id, 5),
                    ("hasil_investasi", 1),
                    (form().lines[sold].id, income),
                    ("beban_pelatihan", 1),
                ])
            };
            let unsold = |income| noticed(&sheet(income), Meeting::default()).contains(&(6, [5, 0]));
            assert_eq!([unsold(0), unsold(7)], [true, false], "{}", form().lines[line].id);
        }
    }
}

/// Each column goes where the year above it belongs, whatever their order; what had no line is named, and all of it goes out
/// again by one press.
#[test]
fn a_pasted_column_goes_to_the_year_above_it() {
    for (head, cells, year, plan) in [
        ("Uraian\t2025\t2024", "24.500.000\t1.250.000", Some(24_500_000), None),
        ("Uraian\t31-12-2025\t31-12-2024", "24.500.000\t1.250.000", Some(24_500_000), None),
        ("Uraian\t2024\t2025", "1.250.000\t24.500.000", Some(24_500_000), None),
        ("Uraian\tAnggaran 2026\tRealisasi 2025", "30.500.000\t24.500.000", Some(24_500_000), Some(30_500_000)),
        ("Uraian\t2024\t2025\t2026", "1.250.000\t24.500.000\t30.500.000", Some(24_500_000), Some(30_500_000)),
        ("Uraian\t2026", "30.500.000", Some(5_500_000), Some(30_500_000)),
    ] {
        let mut model = page();
        act(&mut model, "kdmp enter year giro", "5.500.000");
        act(&mut model, "kdmp confirm year giro", "");
        let before = model.assessment().sheet.clone();
        act(
            &mut model,
            "kdmp put",
            &format!("{head}\nGiro\t{cells}\nSimpanan sukarela\t{cells}\nJUMLAH ASET\t{cells}\n"),
        );
        assert!(!view(&model).0.contains("kd-kolom"), "the years say it: {head}");
        act(&mut model, "kdmp paste yes", "");
        let sheet = &model.assessment().sheet;
        assert_eq!((sheet.year.get("giro").copied(), sheet.plan.get("giro").copied()), (year, plan), "{head}");
        let shown = view(&model).0;
        assert!(shown.contains("belum masuk: Simpanan sukarela. Ketik"), "{head}");
        act(&mut model, "kdmp undo", "");
        assert_eq!(model.assessment().sheet, before, "{head}");
        act(&mut model, "kdmp undo", "");
        assert_eq!(model.assessment().sheet, before, "there is nothing more to undo");
    }
}

#[test]
fn the_screens_say_where_a_figure_comes_from_and_hand_it_out() {
    let mut model = page();
    model.work.assessment.statements.current.put("kas", Some(Amount::Known(1_000_000.into())));
    model.work.assessment.statements.current.put("persediaan", Some(Amount::Known(5_000_000.into())));
    let shown = view(&model).0;
    assert!(shown.contains(model.words().kdmp.books) && shown.contains("kd-tanya-persediaan"));
    act(&mut model, "kdmp place persediaan", "persediaan_sembako");
    act(&mut model, "kdmp enter year kas_dan_setara_kas", "2.000.000");
    assert!(view(&model).0.contains(model.words().kdmp.follow));
    model.route = Route::KdmpList;
    let shown = view(&model).0;
    assert!(shown.contains("id=\"kd-persediaan_sembako-year\" value=\"5000000\""), "plain digits to copy");
    assert!(shown.contains("id=\"kd-total-total_aset-year\" value=\"7000000\""));
    assert!(shown.contains("data-check=\"KD-1\""));
    assert_eq!(
        act(&mut model, "copy-field kd-giro-year", "")[0],
        Effect::Wing(wing::Effect::CopyFrom("kd-giro-year".to_owned()))
    );
    let csv = act(&mut model, "kdmp file csv", "");
    let Effect::Download { name, text, .. } = &csv[0] else { panic!("a file") };
    assert_eq!(name, "kdmp-rat-2025.csv");
    assert_eq!(text.lines().nth(1), Some("Kas dan setara kas;2000000;"));
    assert_eq!(text.lines().count(), 1 + 52 + 62);
    let xlsx = act(&mut model, "kdmp file xlsx", "");
    assert!(
        matches!(&xlsx[0], Effect::Wing(wing::Effect::DownloadBytes { name, bytes, .. }) if name == "kdmp-rat-2025.xlsx" && bytes.starts_with(b"PK"))
    );
    act(&mut model, "kdmp follow kas_dan_setara_kas", "");
    assert!(model.assessment().sheet.year.get("kas_dan_setara_kas").is_none());
}

#[test]
fn what_is_read_off_says_what_is_taken_away_and_prints_its_warnings_without_an_estimate() {
    let mut model = page();
    act(&mut model, "kdmp enter year akumulasi_penyusutan", "3.000.000");
    model.route = Route::KdmpList;
    let shown = view(&model).0;
    assert!(shown.contains("− Akumulasi penyusutan") && shown.contains("value=\"3000000\""), "typed without a minus");
    assert!(shown.contains("Total pendapatan (dikurangi: Harga pokok penjualan)"));
    assert!(shown.contains("<section id=\"kd-periksa\">"), "printed too");
    let printed = shown.split_once("<div class=\"attribution\">").unwrap().1.split_once("</div>").unwrap().0;
    assert!(!printed.contains("perkiraan mandiri"), "{printed}");
    assert!(shown.contains("Nama koperasi: …"), "room for the name");
    model.work.assessment.profile.name = Some("KDMP Harapan".to_owned());
    let shown = view(&model).0;
    assert!(!shown.contains("Nama koperasi: …") && shown.contains("KDMP Harapan"));
    let csv = act(&mut model, "kdmp file csv", "");
    let Effect::Download { text, .. } = &csv[0] else { panic!("a file") };
    assert!(text.contains("− Akumulasi penyusutan;3000000;"), "{text}");
    // Pasted back, it goes to its line.
    act(&mut model, "kdmp put", "− Akumulasi penyusutan\t4.000.000\n− Akumulasi amortisasi\t1.000.000\n");
    act(&mut model, "kdmp paste yes", "");
    assert_eq!(model.assessment().sheet.year.get("akumulasi_penyusutan"), Some(&4_000_000));
}

#[test]
fn the_sheet_is_kept_and_strangers_in_it_are_carried_along() {
    let book = rulebook::find("kkpkk-2021").unwrap();
    let mut said = Assessment::new(book, &book.variants[0]);
    assert!(!save::write(&said, &json::Map::new()).contains("kdmp"), "old files stay as they were");
    *said.sheet = typed(&[("giro", 250_000), ("shu_tahun_berjalan", -4)]);
    said.sheet.plan.insert("giro".to_owned(), 1);
    said.sheet.placed.insert("piutang_dagang".to_owned(), "piutang_usaha_sembako".to_owned());
    let file = save::write(&said, &json::Map::new());
    assert_eq!(save::read(&file).unwrap().assessment, said);
    let with = |sheet: &str| {
        format!(
            r#"{{"format":"cermin-koperasi","version":1,"rulebook":"kkpkk-2021","variant":"ksp12","kdmp":{sheet}}}"#
        )
    };
    let strange = with(r#"{"year":{"giro":5,"drone":6},"third":{"giro":7},"note":"x"}"#);
    let opened = save::read(&strange).unwrap();
    assert_eq!(*opened.assessment.sheet, typed(&[("giro", 5)]));
    let again = json::parse(&save::write(&opened.assessment, &opened.kept)).unwrap();
    let expected = json::parse(r#"{"giro":5,"drone":6}"#).unwrap();
    assert_eq!(
        (&again["kdmp"]["year"], again["kdmp"]["third"]["giro"].to_string(), again["kdmp"]["note"].as_str()),
        (&expected, "7".to_owned(), Some("x"))
    );
    for (sheet, code) in [
        (r#"{"year":{"giro":"5"}}"#, "WrongType"),
        (r#"{"year":{"giro":1000000000000000}}"#, "TooLarge"),
        (r#"{"year":{"giro":1.5}}"#, "NotWhole"),
        (r#"{"placed":{"piutang_dagang":"giro"}}"#, "OutOfRange"),
    ] {
        let problem = save::read(&with(sheet)).unwrap_err();
        assert!(format!("{:?}", problem.code).starts_with(code), "{sheet}: {:?}", problem.code);
        assert!(problem.code != Code::Unreadable);
    }
}

#[test]
fn two_tabs_that_typed_different_lines_keep_both() {
    let [base, mine, theirs] = [
        r#"{"kdmp":{"year":{"giro":1}}}"#,
        r#"{"kdmp":{"year":{"giro":1,"hibah":2}}}"#,
        r#"{"kdmp":{"year":{"giro":3},"plan":{"giro":4}}}"#,
    ]
    .map(|text| json::parse(text).unwrap());
    let (merged, asked) = merge(&base, &mine, &theirs);
    assert_eq!(merged, json::parse(r#"{"kdmp":{"year":{"giro":3,"hibah":2},"plan":{"giro":4}}}"#).unwrap());
    assert!(asked.is_empty());
}
