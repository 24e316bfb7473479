//! Amounts as people type and paste them into the page: nothing wrong is stored, nothing typed is lost, nothing that was
//! never opened counts as zero. The cases are those of the field.
#![allow(clippy::unreadable_literal, clippy::unwrap_used, missing_docs)]

#[allow(dead_code)]
mod screens;

use cermin_koperasi::assessment::{Amount, Assessment};
use cermin_koperasi::exchange::save;
use cermin_koperasi::locale::Locale;
use cermin_koperasi::money::Rupiah;
use cermin_koperasi::page::books::AmountMessage;
use cermin_koperasi::page::{Effect, Message, Model, Progress, Route, update, view};
use cermin_koperasi::rulebook::Year;
use cermin_koperasi::scoring;
use proptest::prelude::*;
use screens::{plain, text};

const GROUP: &str = "aktiva_lancar";

fn at(group: &str) -> Model {
    let mut model = Model::new(Locale::Id);
    update(&mut model, Message::Profiled(cermin_koperasi::page::Field::BookYearEnd, "2025-12-31".into()));
    update(&mut model, Message::Went(Route::Group(group.to_owned())));
    model
}

fn enter(model: &mut Model, year: Year, account: &str, typed: &str) -> Vec<Effect> {
    update(model, Message::Amounts(AmountMessage::Entered(year, account.to_owned(), typed.to_owned())))
}

fn put(model: &mut Model, year: Year, account: &str, pasted: &str) {
    update(model, Message::Amounts(AmountMessage::Put(year, account.to_owned(), pasted.to_owned())));
}

fn shown(model: &Model) -> String {
    plain(&view(model).into_string())
}

/// Every amount that is stored.
fn stored(model: &Model) -> Vec<(String, Year, i64)> {
    let books = Year::BOTH.map(|year| (year, model.assessment().statements.year(year)));
    let known = books.into_iter().flat_map(|(year, book)| {
        book.amounts.iter().filter_map(move |(id, amount)| match amount {
            Amount::Known(rupiah) => Some((id.to_owned(), year, rupiah.get())),
            Amount::Unknown => None,
        })
    });
    known.collect()
}

fn own<const N: usize>(amounts: [(&str, Year, i64); N]) -> Vec<(String, Year, i64)> {
    amounts.map(|(id, year, rupiah)| (id.to_owned(), year, rupiah)).into()
}

#[test]
fn fl_01_a_pasted_column_is_a_question_with_a_row_for_each_and_stores_nothing_before_the_yes() {
    for (clipboard, rows, cells) in [
        ("5.747.047\r\n371.038.686\r\n566.226.683\r\n", 3, 3),
        ("150\r\n250\r\n", 2, 2),
        ("12\r\n500\r\n750\r\n", 3, 3),
        ("125000\r\n300000\r\n", 2, 2),
        ("Rp. 221.300.000\r\nRp. 96.300.000\r\nRp. 200.000.000\r\n", 3, 3),
        ("5.747.047\t13.760.000\r\n371.038.686\t525.255.417\r\n", 2, 4),
    ] {
        let mut model = at(GROUP);
        put(&mut model, Year::Current, "kas", clipboard);
        assert_eq!(stored(&model), [], "{clipboard:?}");
        let paste = model.amounts.paste.clone().unwrap();
        let fills = paste.fills(model.assessment().variant);
        assert_eq!((paste.rows.len(), fills.len()), (rows, cells), "{clipboard:?}");
        assert!(shown(&model).contains(&format!("Isi {cells} angka")), "{}", shown(&model));
        update(&mut model, Message::Amounts(AmountMessage::Pasted(true)));
        assert_eq!(stored(&model).len(), cells);
        for wrong in [150_250, 12_500_750, 125_000_300_000] {
            assert!(stored(&model).iter().all(|(_, _, rupiah)| *rupiah != wrong));
        }
    }
}

#[test]
fn fl_06_a_row_of_two_amounts_is_two_years_of_one_account() {
    for clipboard in ["5.747.047\t13.760.000\r\n", "Kas\t5.747.047\t13.760.000\r\n"] {
        let mut model = at(GROUP);
        put(&mut model, Year::Current, "kas", clipboard);
        assert!(shown(&model).contains("tahun mana?"), "without a heading it is asked");
        update(&mut model, Message::Amounts(AmountMessage::PasteFirst(Year::Prior)));
        update(&mut model, Message::Amounts(AmountMessage::PasteFirst(Year::Current)));
        update(&mut model, Message::Amounts(AmountMessage::Pasted(true)));
        assert_eq!(stored(&model), own([("kas", Year::Current, 5_747_047), ("kas", Year::Prior, 13_760_000)]));
    }
}

#[test]
fn names_beside_the_amounts_say_where_they_go_and_what_has_no_such_name_goes_nowhere_by_itself() {
    let mut model = at(GROUP);
    put(
        &mut model,
        Year::Current,
        "kas",
        "Uraian\t2024\t2025\r\nGiro di bank\t5.000.000\t6.000.000\r\nEmas batangan\t7.000.000\t8.000.000\r\n",
    );
    let text = shown(&model);
    assert!(text.contains("Emas batangan") && text.contains("2 angka tidak punya kolom"), "{text}");
    update(&mut model, Message::Amounts(AmountMessage::PasteTo(1, "deposito".into())));
    update(&mut model, Message::Amounts(AmountMessage::Pasted(true)));
    assert_eq!(
        stored(&model),
        own([
            ("deposito", Year::Current, 8_000_000),
            ("giro", Year::Current, 6_000_000),
            ("deposito", Year::Prior, 7_000_000),
            ("giro", Year::Prior, 5_000_000),
        ])
    );
}

#[test]
fn two_rows_never_go_to_one_account_and_a_refusal_stores_nothing() {
    let mut model = at(GROUP);
    put(&mut model, Year::Current, "kas", "1000000\n2000000\n");
    update(&mut model, Message::Amounts(AmountMessage::PasteTo(1, "kas".into())));
    let variant = model.assessment().variant;
    assert_eq!(model.amounts.paste.as_ref().unwrap().fills(variant).len(), 1);
    let effects = update(&mut model, Message::Amounts(AmountMessage::Pasted(false)));
    assert!(stored(&model).is_empty() && model.amounts.paste.is_none());
    assert!(effects.contains(&Effect::Focus("kas-current".into())));
}

#[test]
fn a_paste_that_is_too_long_says_so_and_leaves_the_field_as_it_was() {
    let mut model = at(GROUP);
    enter(&mut model, Year::Current, "kas", "250000");
    put(&mut model, Year::Current, "kas", &"1\n".repeat(5_000));
    assert_eq!(stored(&model), own([("kas", Year::Current, 250_000)]));
    assert!(shown(&model).contains("Terlalu banyak") && model.amount_text(Year::Current, "kas") == "250.000");
}

/// A name of one side stood beside an amount of the other before (a stranger, 2026-12-01, `b02.tsv`).
#[test]
fn two_sides_of_a_balance_sheet_are_too_much_for_one_field() {
    let sheet = |between: &str| {
        format!(
            "Kas dan Bank\t{between}\t\tSimp. Sukarela\t268.400.179\r\nPiutang\t{between}\t\tHutang Pajak\t1.240.000\r\n"
        )
    };
    let mut model = at(GROUP);
    put(&mut model, Year::Current, "kas", &sheet("186.450.837"));
    assert!(stored(&model).is_empty() && model.amounts.paste.is_none());
    assert!(shown(&model).contains("satu sisi saja"), "{}", shown(&model));
    put(&mut model, Year::Current, "kas", &sheet("1101"));
    assert!(model.amounts.paste.take().is_some(), "a code between two columns of words parts no sides");
    put(&mut model, Year::Current, "kas", "Kas dan Bank\t186.450.837\tper 31 Des\r\nGiro\t1.240.000\tdua rekening\r\n");
    assert!(model.amounts.paste.is_some(), "nor do notes behind the amounts");
}

#[test]
fn fl_11_sen_are_offered_rounded_and_stored_by_one_yes() {
    for (typed, rupiah) in
        [("430.934.440,67", 430_934_441), ("369947564.86", 369_947_565), ("12.345.678,9", 12_345_679)]
    {
        let mut model = at(GROUP);
        enter(&mut model, Year::Current, "kas", typed);
        assert!(stored(&model).is_empty() && shown(&model).contains("Maksudnya Rp"), "{typed}");
        update(&mut model, Message::Amounts(AmountMessage::Confirmed(Year::Current, "kas".into())));
        assert_eq!(stored(&model), own([("kas", Year::Current, rupiah)]));
    }
}

#[test]
fn fl_13_brackets_where_an_amount_is_taken_away_ask_at_the_field_and_are_stored_without_them() {
    for (group, account, typed, rupiah) in [
        ("aktiva_lancar", "penyisihan_piutang", "(11.257.902)", 11_257_902),
        ("aktiva_lancar", "penyisihan_piutang", "-11.257.902", 11_257_902),
        ("aktiva_tetap", "akumulasi_penyusutan", "(91.662.879)", 91_662_879),
        ("aktiva_tetap", "akumulasi_penyusutan", "91.662.879-", 91_662_879),
        ("aktiva_tetap", "akumulasi_penyusutan", "(949.000)", 949_000),
    ] {
        let mut model = at(group);
        enter(&mut model, Year::Current, account, typed);
        let text = shown(&model);
        assert!(text.contains("Dikurangkan: Rp"), "{text}");
        assert!(text.contains("Jumlah kelompok ini 31 Des 2025: Rp0"), "the total does not grow: {text}");
        update(&mut model, Message::Amounts(AmountMessage::Confirmed(Year::Current, account.into())));
        assert_eq!(stored(&model), own([(account, Year::Current, rupiah)]));
    }
    let mut model = at("aktiva_lancar");
    put(&mut model, Year::Current, "piutang_lain", "75.000.000\n(11.257.902)\n");
    update(&mut model, Message::Amounts(AmountMessage::Pasted(true)));
    assert!(stored(&model).contains(&("penyisihan_piutang".into(), Year::Current, 11_257_902)), "pasted, too");
}

#[test]
fn a_paste_over_amounts_tells_which_it_replaces_and_can_be_undone() {
    let mut model = at(GROUP);
    enter(&mut model, Year::Current, "kas", "5000000");
    enter(&mut model, Year::Current, "giro", "7000000");
    enter(&mut model, Year::Current, "deposito", "949.000");
    let before = model.work.assessment.statements.clone();
    put(&mut model, Year::Current, "kas", "1111111\n7000000\n2222222\n3333333\n");
    let preview = shown(&model);
    for change in ["Kas (uang tunai) 31 Des 2025: Rp5.000.000 menjadi Rp1.111.111", "949.000 menjadi Rp"] {
        assert!(preview.contains(change), "{change}: {preview}");
    }
    assert_eq!(preview.matches(" menjadi Rp").count(), 2, "what is the same or blank is no change: {preview}");
    let fills = model.amounts.paste.as_ref().unwrap().fills(model.assessment().variant);
    update(&mut model, Message::Amounts(AmountMessage::Pasted(true)));
    assert!(shown(&model).contains("4 angka sudah masuk."));
    assert!(
        fills
            .iter()
            .all(|(year, account, rupiah)| model.assessment().amount(*year, account.id) == Amount::Known(*rupiah))
    );

    // What the board changed since stays.
    enter(&mut model, Year::Current, "giro", "8000000");
    update(&mut model, Message::parse("unpaste", "").unwrap());
    let mut wanted = before;
    wanted.current.put("giro", Some(Amount::Known(Rupiah::new(8_000_000).unwrap())));
    assert_eq!(model.work.assessment.statements, wanted);
    assert!(shown(&model).contains("Angka tempelan sudah ditarik"));
}

#[test]
fn what_waits_for_a_yes_is_kept_listed_and_never_zero() {
    let mut model = at(GROUP);
    enter(&mut model, Year::Current, "kas", "949.000");
    enter(&mut model, Year::Current, "giro", "5000000");
    update(&mut model, Message::Went(Route::Books));
    update(&mut model, Message::Amounts(AmountMessage::Completed(Year::Current, true)));
    assert_eq!(model.assessment().amount(Year::Current, "kas"), Amount::Unknown);
    assert_eq!(model.assessment().amount(Year::Current, "deposito"), Amount::ZERO);
    let books = shown(&model);
    assert!(books.contains("1 angka menunggu jawaban Anda") && books.contains("949.000"), "{books}");
    assert!(text(&model, Route::Findings).contains("menunggu jawaban Anda"));

    // As the device keeps it, and as another build of ours reads it.
    let file = save::write(&model.work.assessment, &model.work.kept);
    let again = save::read(&file).unwrap();
    assert_eq!(again.assessment, model.work.assessment);
    assert_eq!(again.assessment.statements.current.waiting.get("kas").map(String::as_str), Some("949.000"));
    model.work = again;
    update(&mut model, Message::Amounts(AmountMessage::Find(Year::Current, "kas".into())));
    let effects = update(&mut model, Message::Went(Route::Group(GROUP.into())));
    assert!(effects.contains(&Effect::Focus("kas-current".into())), "{effects:?}");
    assert!(shown(&model).contains("Maksudnya Rp949.000"));
    update(&mut model, Message::Amounts(AmountMessage::HasNoMore));
    assert_eq!(model.assessment().amount(Year::Current, "kas"), Amount::Unknown);
}

#[test]
fn one_group_of_thousands_is_asked_about_once_a_session() {
    let mut model = at(GROUP);
    enter(&mut model, Year::Current, "kas", "949.000");
    enter(&mut model, Year::Prior, "kas", "1.250");
    update(&mut model, Message::Amounts(AmountMessage::Confirmed(Year::Current, "kas".into())));
    enter(&mut model, Year::Current, "giro", "875.000");
    enter(&mut model, Year::Current, "deposito", "1,5 juta");
    enter(&mut model, Year::Current, "piutang_anggota", "949,000");
    assert_eq!(
        stored(&model),
        own([("giro", Year::Current, 875_000), ("kas", Year::Current, 949_000), ("kas", Year::Prior, 1_250)])
    );
    assert_eq!(model.assessment().statements.current.waiting.len(), 2, "what is doubtful otherwise still asks");
}

#[test]
fn fl_05_one_tick_says_nothing_of_a_statement_that_was_never_opened() {
    let case: serde_json::Value = serde_json::json!({
        "format": "cermin-koperasi", "version": 1, "rulebook": "kkpkk-2021", "variant": "ksp12", "answers": {},
        "statements": { "current": {
            "kas": 50120400, "piutang_anggota": 146303907, "inventaris_peralatan": 1150000, "akumulasi_penyusutan": 150000,
            "tabungan_anggota": 1502700, "simpanan_pokok": 630000, "simpanan_wajib": 84250200, "modal_penyetaraan": 18920000,
            "cadangan_umum": 33412699, "cadangan_tujuan_risiko": 6823443, "modal_sumbangan": 1856000,
            "dana_bagian_shu": 11346765, "shu_periode_berjalan": 38692500
        }, "complete": { "current": true } },
    });
    let mut model = Model::new(Locale::Id);
    model.work = save::read(&case.to_string()).unwrap();
    let settled = |ours: &Assessment, id: &str| scoring::assess(ours).indicator(id).unwrap().score.is_settled();
    for id in ["C.II.1.b", "C.II.1.c", "C.I.1.a"] {
        assert!(!settled(model.assessment(), id), "{id}");
    }
    let variant = model.assessment().variant;
    let complete = |model: &Model, id: &str| {
        let group = variant.groups.iter().find(|group| group.id == id).unwrap();
        let done = Progress::group(model.assessment(), group);
        done.done > 0
    };
    assert!(complete(&model, "investasi_jangka_panjang"), "the balance sheet was opened: its blanks are zero");
    assert!(!complete(&model, "pembiayaan_bermasalah") && !complete(&model, "partisipasi_bruto"));
    let books = text(&model, Route::Books);
    for asked in ["Hasil usaha tahun ini belum punya satu angka pun", "belum punya satu angka pun", "dihitung nol: "] {
        assert!(books.contains(asked), "{asked}: {books}");
    }

    update(&mut model, Message::Amounts(AmountMessage::AllZero(Year::Current, "pembiayaan_bermasalah".into())));
    assert!(settled(model.assessment(), "C.II.1.b") && !settled(model.assessment(), "C.I.1.a"));
    assert!(complete(&model, "pembiayaan_bermasalah"));
    update(&mut model, Message::Amounts(AmountMessage::AllZero(Year::Current, "partisipasi_bruto".into())));
    assert!(settled(model.assessment(), "C.I.1.a"));
}

#[test]
fn fl_08_a_unit_is_told_whose_books_to_enter_where_it_chooses_and_where_it_enters() {
    let mut model = at(GROUP);
    let said = "Isi angka unit simpan pinjam saja";
    let screens = [Route::Profile, Route::Tasks, Route::Books, Route::Group("beban_usaha".into())];
    assert!(screens.iter().all(|route| !text(&model, route.clone()).contains(said)));
    update(&mut model, Message::Profiled(cermin_koperasi::page::Field::Kind, "usp".into()));
    for route in screens {
        assert!(text(&model, route.clone()).contains(said), "{route:?}");
    }
}

#[test]
fn a_finding_leads_to_its_field_which_offers_to_mend_it() {
    let mut model = at(GROUP);
    enter(&mut model, Year::Prior, "giro", "-5000000");
    update(&mut model, Message::Amounts(AmountMessage::Confirmed(Year::Prior, "giro".into())));
    update(&mut model, Message::Went(Route::Findings));
    assert!(view(&model).into_string().contains("data-click=\"find prior giro\""));
    update(&mut model, Message::Amounts(AmountMessage::Find(Year::Prior, "giro".into())));
    let effects = update(&mut model, Message::Went(Route::Group(GROUP.into())));
    assert!(effects.contains(&Effect::Focus("giro-prior".into())));
    let html = view(&model).into_string();
    assert!(html.contains("field wanted") && html.contains("Buang minusnya"));
    update(&mut model, Message::Amounts(AmountMessage::Unsigned(Year::Prior, "giro".into())));
    assert_eq!(stored(&model), own([("giro", Year::Prior, 5_000_000)]));
}

#[test]
fn the_years_are_called_by_their_last_day_once_it_is_known() {
    let known = at(GROUP);
    assert!(shown(&known).contains("31 Des 2025") && shown(&known).contains("31 Des 2024"));
    assert!(!shown(&known).contains("Tahun ini") && !text(&known, Route::Books).contains("ahun ini"));
    assert!(text(&Model::new(Locale::Id), Route::Group(GROUP.into())).contains("Tahun ini"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is pasted, what is stored is exactly what the proposal showed.
    #[test]
    fn a_yes_stores_what_was_shown(pasted in "([-(]?[0-9.,]{0,12}[)]?|Kas|Giro di bank|2025|-)([\t\n]([-(]?[0-9.,]{0,12}[)]?|Kas|Jumlah|-)){0,12}", prior in any::<bool>()) {
        let mut model = at(GROUP);
        put(&mut model, if prior { Year::Prior } else { Year::Current }, "piutang_lain", &pasted);
        let Some(paste) = model.amounts.paste.clone() else { return Ok(()) };
        prop_assert_eq!(stored(&model), []);
        let mut shown: Vec<_> =
            paste.fills(model.assessment().variant).into_iter().map(|(year, one, amount)| (one.id.to_owned(), year, amount.get())).collect();
        update(&mut model, Message::Amounts(AmountMessage::Pasted(true)));
        let mut kept = stored(&model);
        shown.sort_by_key(|(id, year, _)| (id.clone(), *year == Year::Prior));
        kept.sort_by_key(|(id, year, _)| (id.clone(), *year == Year::Prior));
        prop_assert_eq!(shown, kept);
    }
}

#[test]
fn a_minus_asks_as_brackets_do_where_none_is_written_and_one_press_drops_it() {
    for typed in ["-5000", "(5000)"] {
        let mut model = at("aktiva_lancar");
        enter(&mut model, Year::Current, "kas", typed);
        assert_eq!(stored(&model), own([]), "{typed}");
        assert!(shown(&model).contains("Maksudnya") && shown(&model).contains("Buang minusnya"), "{}", shown(&model));
        // The hub says that it waits, not that nothing was begun.
        update(&mut model, Message::Went(Route::Books));
        let hub = shown(&model);
        assert!(hub.contains("Aktiva lancar 1 menunggu jawaban"), "{hub}");
        update(&mut model, Message::Amounts(AmountMessage::Unsigned(Year::Current, "kas".into())));
        assert_eq!(stored(&model), own([("kas", Year::Current, 5_000)]), "{typed}");
    }
    // A result may be a loss, and says so without a question.
    let mut model = at("ekuitas");
    enter(&mut model, Year::Current, "shu_periode_berjalan", "-5000");
    assert_eq!(stored(&model), own([("shu_periode_berjalan", Year::Current, -5_000)]));
}
