//! The books as a board enters them: only the accounts it has, nothing doubtful, nothing claimed of what is blank.
#![allow(clippy::unwrap_used, missing_docs)]

#[allow(dead_code)]
mod screens;

use cermin_koperasi::assessment::Amount;
use cermin_koperasi::locale::Locale;
use cermin_koperasi::page::books::AmountMessage;
use cermin_koperasi::page::{Effect, Message, Model, Progress, Route, update, view};
use cermin_koperasi::rulebook::Year;
use screens::{named, plain, text};

const GROUP: &str = "aktiva_lancar";

fn at(model: &mut Model, group: &str) -> String {
    update(model, Message::Went(Route::Books));
    update(model, Message::Went(Route::Group(group.to_owned())));
    view(model).into_string()
}

fn enter(model: &mut Model, year: Year, account: &str, text: &str) {
    update(model, Message::Amounts(AmountMessage::Entered(year, account.to_owned(), text.to_owned())));
}

fn kept(model: &Model, year: Year, account: &str) -> Option<Amount> {
    model.assessment().statements.year(year).amounts.get(account).copied()
}

/// The accounts that stand on the screen with fields.
fn asked(model: &Model) -> Vec<String> {
    let html = view(model).into_string();
    let fields = screens::attributes(&html, "id").into_iter().filter_map(|id| id.strip_suffix("-current"));
    fields.map(str::to_owned).collect()
}

#[test]
fn an_account_that_the_cooperative_does_not_have_is_one_line_and_counts_as_zero() {
    let mut model = Model::new(Locale::Id);
    at(&mut model, GROUP);
    let all = asked(&model);
    for year in Year::BOTH {
        enter(&mut model, year, "giro", "0");
    }
    let html = at(&mut model, GROUP);
    assert_eq!(asked(&model).len(), all.len() - 1);
    assert!(plain(&html).contains("Giro di bank Tidak ada Isi"), "{}", plain(&html));

    let effects = update(&mut model, Message::Amounts(AmountMessage::Has("giro".to_owned())));
    assert!(Year::BOTH.iter().all(|year| kept(&model, *year, "giro").is_none()), "blank again, not zero");
    assert_eq!(sorted(asked(&model)), sorted(all));
    assert!(effects.contains(&Effect::Focus("giro-current".into())));
}

fn sorted(mut ids: Vec<String>) -> Vec<String> {
    ids.sort();
    ids
}

#[test]
fn nothing_that_was_entered_can_be_put_away() {
    let mut model = Model::new(Locale::Id);
    at(&mut model, GROUP);
    enter(&mut model, Year::Prior, "kas", "250000");
    enter(&mut model, Year::Current, "giro", "1.5");
    update(&mut model, Message::Amounts(AmountMessage::Unsure(Year::Current, "deposito".into(), true)));
    let before = model.work.clone();
    for account in ["kas", "giro", "deposito"] {
        update(&mut model, Message::Amounts(AmountMessage::Has(account.to_owned())));
    }
    assert_eq!(model.work.assessment, before.assessment);
    assert_eq!(waiting(&model, Year::Current, "giro"), Some("1.5"), "what was typed still stands there");
}

fn waiting<'m>(model: &'m Model, year: Year, account: &str) -> Option<&'m str> {
    model.assessment().statements.year(year).waiting.get(account).map(String::as_str)
}

#[test]
fn a_zero_that_is_typed_folds_nothing_under_the_hand_and_is_folded_on_the_next_visit() {
    let mut model = Model::new(Locale::Id);
    at(&mut model, GROUP);
    let all = asked(&model);
    enter(&mut model, Year::Current, "kas", "0");
    enter(&mut model, Year::Prior, "kas", "0");
    assert_eq!(asked(&model), all);
    at(&mut model, GROUP);
    assert_eq!(asked(&model).len(), all.len() - 1);
}

#[test]
fn what_is_still_blank_is_zero_by_one_press_a_screen_as_if_the_years_were_marked_complete() {
    let case = named("realistis-004");
    let mut model = case.clone();
    for year in Year::BOTH {
        let book = model.work.assessment.statements.year_mut(year);
        book.complete = false;
        book.amounts.retain(|_, amount| *amount != Amount::ZERO);
    }
    assert!(!model.report().total.is_settled());
    for group in model.assessment().variant.groups {
        at(&mut model, group.id);
        update(&mut model, Message::Amounts(AmountMessage::HasNoMore));
        assert!(Progress::group(model.assessment(), group).is_complete());
        assert!(!view(&model).into_string().contains("has-no-more"), "nothing is left to say it of");
    }
    assert_eq!(model.report().total, case.report().total);
}

#[test]
fn one_press_leaves_what_is_unknown_and_what_is_doubtful() {
    let mut model = Model::new(Locale::Id);
    at(&mut model, GROUP);
    update(&mut model, Message::Amounts(AmountMessage::Unsure(Year::Current, "kas".into(), true)));
    enter(&mut model, Year::Prior, "giro", "1.5");
    update(&mut model, Message::Amounts(AmountMessage::HasNoMore));
    assert_eq!(kept(&model, Year::Current, "kas"), Some(Amount::Unknown));
    assert_eq!(kept(&model, Year::Prior, "giro"), None);
    assert_eq!(asked(&model), ["kas", "giro"]);
    assert_eq!(waiting(&model, Year::Prior, "giro"), Some("1.5"));
}

#[test]
fn a_pasted_column_passes_over_what_is_folded() {
    let mut model = Model::new(Locale::Id);
    at(&mut model, GROUP);
    let all = asked(&model);
    for year in Year::BOTH {
        enter(&mut model, year, &all[1], "0");
    }
    at(&mut model, GROUP);
    enter(&mut model, Year::Current, &all[0], "1000\n2000");
    update(&mut model, Message::Amounts(AmountMessage::Pasted(true)));
    assert_eq!(kept(&model, Year::Current, &all[0]), Some(Amount::Known(1000.into())));
    assert_eq!(kept(&model, Year::Current, &all[1]), Some(Amount::ZERO));
    assert_eq!(kept(&model, Year::Current, &all[2]), Some(Amount::Known(2000.into())));
}

#[test]
fn nothing_is_called_in_order_before_all_is_known() {
    let mut model = Model::new(Locale::Id);
    enter(&mut model, Year::Current, "kas", "200000000");
    let findings = |model: &mut Model| {
        update(model, Message::Went(Route::Findings));
        plain(&view(model).into_string())
    };
    let so_far = findings(&mut model);
    assert!(so_far.contains("Sejauh ini tidak ada yang janggal") && !so_far.contains("Tidak ada yang janggal."));
    enter(&mut model, Year::Current, "simpanan_wajib", "170000000");
    let gap = findings(&mut model);
    assert!(gap.contains("belum seimbang") && !gap.contains("tidak ada yang janggal"), "{gap}");
    enter(&mut model, Year::Current, "simpanan_wajib", "200000000");
    for group in model.assessment().variant.groups {
        at(&mut model, group.id);
        update(&mut model, Message::Amounts(AmountMessage::HasNoMore));
    }
    assert!(findings(&mut model).contains("Tidak ada yang janggal."), "all is known, and it balances");
    enter(&mut model, Year::Current, "kas", "100000000");
    assert!(findings(&mut model).contains("belum seimbang"));
}

#[test]
fn blank_books_are_neither_balanced_nor_in_order() {
    let mut model = Model::new(Locale::Id);
    assert!(!text(&model, Route::Books).contains("Seimbang"));
    let findings = text(&model, Route::Findings);
    assert!(findings.contains("Belum ada angka untuk diperiksa.") && !findings.contains("Tidak ada yang janggal"));
    enter(&mut model, Year::Current, "kas", "250000");
    let books = text(&model, Route::Books);
    assert!(books.contains("Belum seimbang: Rp250.000") && books.contains("Belum mulai"), "{books}");
}
