//! The ministry's own workbook on the page: nothing is stored before the one step, then exactly what was shown, and one step
//! takes all of it out again. A board's copy is offered filled, and the work stays as it is.
#![allow(clippy::unwrap_used, missing_docs)]

#[allow(dead_code)]
mod screens;
mod standin;

use cermin_koperasi::assessment::{Amount, Answer, Assessment};
use cermin_koperasi::books::{Refusal, Sheet, copy, ministry, workbook};
use cermin_koperasi::locale::Locale;
use cermin_koperasi::page::books::sheet::SheetMessage;
use cermin_koperasi::page::books::worksheet::{self, CopyFault, WorksheetMessage};
use cermin_koperasi::page::wing;
use cermin_koperasi::page::{Effect, Message, Model, Route, update, view};
use cermin_koperasi::rulebook::{self, Year};
use screens::plain;
use standin::{StandIn, Standing};

fn at(route: Route, form: &str) -> Model {
    let mut model = Model::new(Locale::Id);
    let book = rulebook::find("kkpkk-2021").unwrap();
    model.work.assessment = Assessment::new(book, book.variant(form).unwrap());
    model.work.assessment.profile.book_year_end = Some("2025-12-31".to_owned());
    update(&mut model, Message::Went(route));
    model
}

fn filled() -> Vec<Sheet> {
    let book = rulebook::find("kkpkk-2021").unwrap();
    let mut copy = StandIn::new(book.variant("ksp12").unwrap(), 0);
    for (cell, text) in [("Input!D6", "Terpenuhi"), ("Input!D7", "Tidak Terpenuhi"), ("Input!D8", "ya, ada")] {
        copy.put(cell, Standing::Shared(text.into()));
    }
    for (cell, figure) in [("Input!D175", "1500000"), ("Input!E175", "1250000"), ("Input!D176", "12.5")] {
        copy.put(cell, Standing::Figure(figure.into()));
    }
    workbook::read(&copy.file()).unwrap()
}

fn open(model: &mut Model) {
    update(model, Message::Sheet(SheetMessage::Reading("kertas-kerja.xlsx".into())));
    update(model, Message::Sheet(SheetMessage::File(Ok(filled()))));
}

fn say(model: &mut Model, message: WorksheetMessage) -> Vec<Effect> {
    update(model, Message::Worksheet(message))
}

fn text(model: &Model) -> String {
    plain(&view(model).into_string())
}

#[test]
fn what_is_shown_goes_in_by_one_step_and_out_by_one() {
    let mut model = at(Route::Sheet, "ksp12");
    model.work.assessment.answers.insert("A.I.1.a", Answer::No);
    model.work.assessment.statements.current.wait("kas", "1.500".to_owned());
    let before = model.work.assessment.clone();
    open(&mut model);
    assert_eq!(model.work.assessment, before);
    let shown = text(&model);
    for words in [
        "2 jawaban dan 2 angka terbaca",
        "Tidak diambil: 2 sel",
        "Input!D8",
        "tertulis “ya, ada”",
        "Input!D176",
        "Angka ini memakai sen",
        "Isian yang akan berganti: 2",
        "Tidak menjadi Ya",
        "1.500 menjadi Rp1.500.000",
    ] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    say(&mut model, WorksheetMessage::Take);
    assert!(text(&model).contains("2 jawaban dan 2 angka sudah masuk."));
    let work = &model.work.assessment;
    assert_eq!(
        (work.answer("A.I.1.a"), work.answer("A.I.1.b"), work.answer("A.I.1.c")),
        (Answer::Yes, Answer::No, Answer::Unknown)
    );
    assert_eq!(work.amount(Year::Current, "kas"), Amount::Known(1_500_000.into()));
    assert_eq!(work.amount(Year::Prior, "kas"), Amount::Known(1_250_000.into()));
    assert_eq!(
        (work.answers.len(), work.statements.current.amounts.len(), work.statements.prior.amounts.len()),
        (2, 1, 1)
    );
    for year in Year::BOTH {
        let origins = model.origins(year, "kas");
        let said: Vec<_> = origins.iter().map(|one| (one.sheet.as_str(), one.row, one.name.as_str())).collect();
        assert_eq!(said, [("Input", 175, "kas")]);
    }
    say(&mut model, WorksheetMessage::Undo);
    assert_eq!(model.work.assessment, before);
    assert!(model.origins(Year::Current, "kas").is_empty() && model.work.kept.is_empty());
    assert!(text(&model).contains("Semua kembali seperti semula."));
}

#[test]
fn what_was_changed_since_stays_when_the_rest_goes_out() {
    let mut model = at(Route::Sheet, "ksp12");
    open(&mut model);
    say(&mut model, WorksheetMessage::Take);
    model.work.assessment.answers.insert("A.I.1.a", Answer::No);
    model.work.assessment.statements.current.put("kas", Some(Amount::Known(7.into())));
    say(&mut model, WorksheetMessage::Undo);
    let work = &model.work.assessment;
    assert_eq!((work.answer("A.I.1.a"), work.answer("A.I.1.b")), (Answer::No, Answer::Unknown));
    assert_eq!(work.amount(Year::Current, "kas"), Amount::Known(7.into()));
    assert_eq!(work.amount(Year::Prior, "kas"), Amount::Unknown);
}

#[test]
fn another_form_reads_it_as_any_sheet_and_a_dropped_one_leaves_the_field() {
    let mut model = at(Route::Sheet, "riil12");
    open(&mut model);
    assert_eq!(model.worksheet.found, None);
    let mut model = at(Route::Sheet, "ksp12");
    open(&mut model);
    say(&mut model, WorksheetMessage::Drop);
    assert!(text(&model).contains("Neraca dan hasil usaha"));
}

#[test]
fn the_copy_is_offered_filled_and_says_what_went_in() {
    let mut model = at(Route::Files, "ksp12");
    assert!(!text(&model).contains("Isi salinan kertas kerja Anda"), "nothing to write yet");
    model.work.assessment.answers.insert("A.I.1.a", Answer::Yes);
    model.work.assessment.statements.current.put("kas", Some(Amount::Known(7_000.into())));
    let before = model.work.assessment.clone();
    assert!(text(&model).contains("Isi salinan kertas kerja Anda"));
    say(&mut model, WorksheetMessage::Copying);
    assert!(text(&model).contains("Salinan sedang diisi."));
    let empty = StandIn::new(model.assessment().variant, 0).file();
    let cells = worksheet::contents(&model, &workbook::read(&empty).unwrap()).unwrap();
    let made = copy::fill(&empty, &ministry::from_text(&cells).unwrap()).unwrap();
    let effects = say(&mut model, WorksheetMessage::Copied(Ok(("KKP 2025.xlsx".into(), made.file, Vec::new()))));
    let offered = effects.iter().find_map(|effect| match effect {
        Effect::Wing(wing::Effect::DownloadBytes { name, bytes, .. }) => Some((name.as_str(), bytes)),
        _ => None,
    });
    let (name, bytes) = offered.unwrap();
    assert_eq!(name, "KKP 2025 (terisi).xlsx");
    let read = ministry::read(model.assessment().variant, &workbook::read(bytes).unwrap()).unwrap();
    assert_eq!(read.answers, [("A.I.1.a", Answer::Yes)]);
    let amounts: Vec<_> = read.amounts.iter().map(|one| (one.account, one.year, one.amount.get())).collect();
    assert_eq!(amounts, [("kas", Year::Current, 7_000)]);
    let shown = text(&model);
    assert!(shown.contains("Terisi: 1 jawaban dan 1 angka."), "{shown}");
    assert!(shown.contains("375 sel kosong"), "{shown}");
    assert_eq!(model.work.assessment, before);
}

#[test]
fn a_file_that_is_no_copy_says_why_and_what_to_do() {
    let mut model = at(Route::Files, "ksp12");
    model.work.assessment.answers.insert("A.I.1.a", Answer::Yes);
    assert_eq!(worksheet::contents(&model, &[]), None);
    for (word, says) in [
        ("other", "bukan lembar kerja KSP KUK I dan II yang dikenal"),
        ("unknown", "bukan xlsx"),
        ("locked", "terkunci kata sandi"),
        ("too-large", "terlalu besar"),
        ("missing", "Pembaca berkas belum ada"),
        ("a trap", "rusak"),
    ] {
        let effects = say(&mut model, WorksheetMessage::Copied(Err(CopyFault::of(word))));
        assert!(!effects.iter().any(|effect| matches!(effect, Effect::Wing(wing::Effect::DownloadBytes { .. }))));
        assert!(text(&model).contains(says), "{word}");
    }
    assert_eq!(CopyFault::of("locked"), CopyFault::Refused(Refusal::Locked));
}
