//! The books as a board enters them: only the accounts it has, nothing doubtful, nothing claimed of what is blank.
#![allow(clippy::unwrap_used, missing_docs)]

#[allow(dead_code)]
mod screens;

use cermin_koperasi::assessment::Amount;
use cermin_koperasi::locale::Locale;
use cermin_koperasi::page::{Effect, Message, Model, Progress, Route, update, view};
use cermin_koperasi::rulebook::Year;
use screens::{named, plain, text};

const GROUP: &str = "aktiva_lancar";

fn at(model: &mut Model, group: &str) -> String {
    update(model, Message::Went(Route::Books));
    update(model, Message::Went(Route::Group(group.to_owned())));
    view(model).into_string()
}

fn put_away(model: &mut Model, account: &str, has: bool) -> Vec<Effect> {
    update(model, Message::Has(account.to_owned(), has))
}

fn enter(model: &mut Model, year: Year, account: &str, text: &str) {
    update(model, Message::Entered(year, account.to_owned(), text.to_owned()));
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
    let effects = put_away(&mut model, "giro", false);
    assert!(Year::BOTH.iter().all(|year| kept(&model, *year, "giro") == Some(Amount::Known(0))));
    assert_eq!(asked(&model).len(), all.len() - 1);
    let html = view(&model).into_string();
    assert!(plain(&html).contains("Giro di bank Tidak ada Isi"), "{}", plain(&html));
    assert!(effects.contains(&Effect::Focus("giro-has".into())) && html.contains("id=\"giro-has\""));

    let effects = put_away(&mut model, "giro", true);
    assert!(Year::BOTH.iter().all(|year| kept(&model, *year, "giro").is_none()), "blank again, not zero");
    assert_eq!(asked(&model), all);
    assert!(effects.contains(&Effect::Focus("giro-current".into())));
}

#[test]
fn nothing_that_was_entered_can_be_put_away() {
    let mut model = Model::new(Locale::Id);
    at(&mut model, GROUP);
    enter(&mut model, Year::Prior, "kas", "250000");
    enter(&mut model, Year::Current, "giro", "1.5");
    update(&mut model, Message::Unsure(Year::Current, "deposito".into(), true));
    let before = model.work.clone();
    for account in ["kas", "giro", "deposito"] {
        assert!(!view(&model).into_string().contains(&format!("has {account} no")), "{account} is not even offered");
        put_away(&mut model, account, false);
    }
    assert_eq!(model.work.assessment, before.assessment);
    assert!(model.drafts.contains_key(&(Year::Current, "giro".to_owned())), "what was typed still stands there");
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
        book.amounts.retain(|_, amount| *amount != Amount::Known(0));
    }
    assert!(!model.report().total.is_settled());
    for group in model.assessment().variant.groups {
        at(&mut model, group.id);
        update(&mut model, Message::HasNoMore);
        assert!(Progress::group(model.assessment(), group).is_complete());
        assert!(!view(&model).into_string().contains("has-no-more"), "nothing is left to say it of");
    }
    assert_eq!(model.report().total, case.report().total);
}

#[test]
fn one_press_leaves_what_is_unknown_and_what_is_doubtful() {
    let mut model = Model::new(Locale::Id);
    at(&mut model, GROUP);
    update(&mut model, Message::Unsure(Year::Current, "kas".into(), true));
    enter(&mut model, Year::Prior, "giro", "1.5");
    update(&mut model, Message::HasNoMore);
    assert_eq!(kept(&model, Year::Current, "kas"), Some(Amount::Unknown));
    assert_eq!(kept(&model, Year::Prior, "giro"), None);
    assert_eq!(asked(&model), ["kas", "giro"]);
}

#[test]
fn a_pasted_column_passes_over_what_is_folded() {
    let mut model = Model::new(Locale::Id);
    at(&mut model, GROUP);
    let all = asked(&model);
    put_away(&mut model, &all[1], false);
    enter(&mut model, Year::Current, &all[0], "1000\n2000");
    update(&mut model, Message::Pasted(true));
    assert_eq!(kept(&model, Year::Current, &all[0]), Some(Amount::Known(1000)));
    assert_eq!(kept(&model, Year::Current, &all[1]), Some(Amount::Known(0)));
    assert_eq!(kept(&model, Year::Current, &all[2]), Some(Amount::Known(2000)));
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
