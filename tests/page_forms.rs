//! Which questions a cooperative is asked: its kind says, and may change. What both forms ask stays; what one does not ask
//! waits in the work until it is asked again.
#![allow(clippy::unwrap_used, missing_docs)]

#[allow(dead_code)]
mod screens;

use cermin_koperasi::assessment::{Amount, Answer, Assessment};
use cermin_koperasi::calendar::Day;
use cermin_koperasi::exact::Fraction;
use cermin_koperasi::exchange::{json, levels, save};
use cermin_koperasi::locale::Locale;
use cermin_koperasi::page::wing;
use cermin_koperasi::page::{Effect, Field, Message, Model, Route, update, view};
use cermin_koperasi::rulebook::{self, CoopKind, Rulebook, Year};
use cermin_koperasi::workshop::{Added, Room};
use proptest::prelude::*;
use screens::plain;

fn book() -> &'static Rulebook {
    rulebook::find("kkpkk-2021").unwrap()
}

fn choose(model: &mut Model, kind: &str) -> Vec<Effect> {
    update(model, Message::Profiled(Field::Kind, kind.to_owned()))
}

/// Work of a savings and loan cooperative: one thing that both forms ask, one that only its own does, of answers and amounts.
fn at_work() -> Model {
    let mut model = Model::new(Locale::Id);
    choose(&mut model, "ksp");
    let own = book().form_for(CoopKind::Ksp).unwrap();
    let other = book().form_for(CoopKind::Riil).unwrap();
    let only = own.items().find(|(_, item)| other.item(item.id).is_none()).map(|(_, item)| item.id);
    for id in ["A.I.1.a"].into_iter().chain(only) {
        update(&mut model, Message::Answered(id.to_owned(), Answer::Yes));
    }
    let amounts = &mut model.work.assessment.statements.current.amounts;
    amounts.insert("kas", Amount::Known(38_417_250.into()));
    amounts.insert("agunan_macet", Amount::Known(7.into()));
    model
}

#[test]
fn the_kind_chooses_the_form_and_what_is_not_asked_comes_back() {
    let mut model = at_work();
    let before = model.work.assessment.clone();
    assert_eq!(before.variant.id, "ksp12");
    let effects = choose(&mut model, "riil");
    assert_eq!(model.assessment().variant.id, "riil12");
    assert_eq!(model.assessment().answers.get("A.I.1.a"), Some(&Answer::Yes));
    assert_eq!(model.assessment().statements.current.amounts.get("kas"), Some(&Amount::Known(38_417_250.into())));
    assert_eq!(model.assessment().statements.current.amounts.get("agunan_macet"), None);
    let page = plain(&view(&model).into_string());
    assert!(page.contains("tidak ditanyakan di sini"), "{page}");
    let Some(Effect::Keep(kept)) = effects.iter().find(|effect| matches!(effect, Effect::Keep(_))) else {
        panic!("not kept")
    };
    assert!(kept.contains("\"agunan_macet\":7"), "what is set aside is kept: {kept}");
    // Also over a reload.
    model.work = save::read(kept).unwrap();
    choose(&mut model, "usp");
    assert_eq!(model.assessment().variant.id, "ksp12");
    choose(&mut model, "ksp");
    assert_eq!(model.work.assessment, before);
}

#[test]
fn a_kind_without_a_form_of_its_own_changes_nothing_but_itself() {
    let mut model = at_work();
    let before = model.work.assessment.clone();
    choose(&mut model, "other");
    assert_eq!(model.assessment().variant, before.variant);
    assert_eq!(model.assessment().answers, before.answers);
    assert!(
        plain(&view(&Model { route: Route::Profile, ..model }).into_string()).contains("tidak ada nilai dan predikat")
    );
}

proptest! {
    /// Whatever was said under one form is there again when the work has been under the other.
    #[test]
    fn there_and_back_is_as_before(
        first in 0..2_usize,
        answers in proptest::collection::vec((0..400_usize, 0..3_usize), 0..60),
        amounts in proptest::collection::vec((0..400_usize, any::<bool>(), -9_999_999..9_999_999_i32), 0..60),
        waiting in proptest::collection::vec((0..400_usize, "[0-9.]{1,6}"), 0..5),
    ) {
        let forms = [CoopKind::Ksp, CoopKind::Riil].map(|kind| book().form_for(kind).unwrap());
        let (own, other) = (forms[first], forms[1 - first]);
        let mut said = Assessment::new(book(), own);
        let items: Vec<&str> = own.items().map(|(_, item)| item.id).collect();
        for (place, answer) in answers {
            let answer = [Answer::Yes, Answer::No, Answer::Unknown][answer];
            said.answers.insert(items[place % items.len()], answer);
        }
        for (place, prior, amount) in amounts {
            let year = if prior { Year::Prior } else { Year::Current };
            said.statements.year_mut(year).amounts.insert(own.accounts[place % own.accounts.len()].id, Amount::Known(amount.into()));
        }
        for (place, text) in waiting {
            said.statements.current.wait(own.accounts[place % own.accounts.len()].id, text);
        }
        let work = save::read(&save::write(&said, &json::Map::new())).unwrap();
        let there = save::under(&work, other).unwrap();
        let kept = save::read(&save::write_tight(&there.assessment, &there.kept)).unwrap();
        prop_assert_eq!(&kept.assessment, &there.assessment);
        prop_assert_eq!(save::under(&kept, own).unwrap().assessment, work.assessment);
    }
}

#[test]
fn a_shop_is_not_asked_for_its_bad_loans() {
    let mut model = at_work();
    choose(&mut model, "riil");
    for route in [Route::Tasks, Route::Books] {
        update(&mut model, Message::Went(route));
        let page = plain(&view(&model).into_string());
        assert!(page.contains("Hasil usaha") && !page.contains("Pinjaman bermasalah"), "{page}");
    }
    update(&mut model, Message::Went(Route::parse("#/kode").unwrap()));
    assert!(plain(&view(&model).into_string()).contains("nilai 55 indikator"));
}

#[test]
fn screens_that_reckon_with_a_doubtful_form_say_that_ranges_cover_every_reading() {
    let mut model = at_work();
    let says = |model: &mut Model, hash: &str| {
        update(model, Message::Went(Route::parse(hash).unwrap()));
        plain(&view(model).into_string()).contains("Rentang di layar ini mencakup semuanya")
    };
    assert!(!says(&mut model, "#/perbaikan"), "nothing is in doubt of savings and loan");
    choose(&mut model, "riil");
    for hash in ["#/perbaikan", "#/jalan", "#/andai", "#/banding"] {
        assert!(says(&mut model, hash), "{hash}");
    }
}

#[test]
fn every_screen_of_the_real_sector_stands_in_both_languages() {
    for locale in [Locale::Id, Locale::En] {
        let mut model = at_work();
        model.locale = locale;
        choose(&mut model, "riil");
        for route in Route::all(model.assessment().variant) {
            update(&mut model, Message::Went(route.clone()));
            let page = plain(&view(&model).into_string());
            assert!(page.len() > 100, "{route:?}");
            let unfilled = page.split('{').skip(1).any(|rest| rest.starts_with(|sign: char| sign.is_ascii_lowercase()));
            assert!(!unfilled, "{route:?}: {page}");
        }
    }
}

/// The result of a cooperative of a kind, under a mark; some are weak in governance.
fn result(kind: CoopKind, mark: u16) -> levels::Levels {
    let mut said = Assessment::new(book(), book().form_for(kind).unwrap());
    let answer = if mark.is_multiple_of(2) { Answer::Yes } else { Answer::No };
    said.answers.extend(["A.I.1.a", "A.I.1.b", "A.I.2.a"].map(|id| (id.to_owned(), answer)));
    said.rat.set("history.0.year", "2025").unwrap();
    said.rat.set("history.0.held", if mark.is_multiple_of(3) { "no" } else { "yes" }).unwrap();
    let mut result = levels::Levels::of(&said, Day::new(2026, 11, 28)).unwrap();
    result.mark = mark;
    assert_eq!(levels::read(&result.code()), Ok(result.clone()));
    result
}

fn room(loans: u16, trade: u16) -> Room {
    let mut room = Room::default();
    let all = (1..=loans)
        .map(|mark| result(CoopKind::Ksp, mark))
        .chain((1..=trade).map(|mark| result(CoopKind::Riil, 100 + mark)));
    all.for_each(|one| assert_eq!(room.add(one), Added::New));
    room.finish();
    room
}

fn class(room: Room) -> String {
    let mut model = Model::new(Locale::Id);
    model.workshop.room = room;
    update(&mut model, Message::Went(Route::parse("#/kelas").unwrap()));
    plain(&view(&model).into_string())
}

#[test]
fn a_room_of_five_and_four_shows_one_picture_and_says_why_not_the_other() {
    let room = room(5, 4);
    assert_eq!(room.pictures().iter().map(|one| (one.variant.id, one.count)).collect::<Vec<_>>(), [("ksp12", 5)]);
    // All together less the picture would be a picture of four.
    assert!(room.shared().is_none());
    let page = class(room);
    assert!(page.contains("5 koperasi, tanpa nama"), "{page}");
    assert!(page.contains("memakai formulir Koperasi sektor riil") && page.contains("mulai 5 koperasi"), "{page}");
    assert!(!page.contains("Yang sama pada semua formulir"), "{page}");
}

#[test]
fn a_room_of_two_forms_shows_each_apart_and_what_they_share_together() {
    let room = room(7, 6);
    let pictures = room.pictures();
    assert_eq!(
        pictures.iter().map(|one| (one.variant.id, one.count)).collect::<Vec<_>>(),
        [("ksp12", 7), ("riil12", 6)]
    );
    let shared = room.shared().unwrap();
    assert_eq!(shared.count, 13);
    // Governance alone, and only what both forms ask with the same items.
    assert!(
        shared.governance.iter().all(|one| one.indicator.id.starts_with("A.") && !one.indicator.items().is_empty())
    );
    assert!(shared.governance.len() > 10, "{}", shared.governance.len());
    for one in &shared.governance {
        let each = pictures
            .iter()
            .map(|picture| picture.indicators.iter().find(|weak| weak.indicator.id == one.indicator.id).unwrap());
        let each: Vec<_> = each.collect();
        let sum = |end: fn(&cermin_koperasi::workshop::Weak) -> Fraction| {
            let times = |place: usize, many| end(each[place]).times(Fraction::whole(many)).unwrap();
            times(0, 7).plus(times(1, 6)).unwrap().over(Fraction::whole(13)).unwrap()
        };
        assert_eq!(
            (one.mean.low, one.mean.high),
            (sum(|weak| weak.mean.low), sum(|weak| weak.mean.high)),
            "{}",
            one.indicator.id
        );
    }
    let mut model = Model::new(Locale::Id);
    model.workshop.room = room.clone();
    let file = |mark: &str, model: &mut Model| match update(model, Message::parse(mark, "").unwrap()).pop() {
        Some(Effect::Download { text, .. } | Effect::Wing(wing::Effect::Paint { svg: text, .. })) => text,
        other => panic!("{mark}: {other:?}"),
    };
    // Each form under its name, and last what they share: in the table and as a drawing.
    let table = file("workshop table", &mut model);
    for line in [pictures[0].variant.name, pictures[1].variant.name, "Yang sama pada semua formulir", "Koperasi;13"] {
        assert!(table.contains(&format!("{line}\r\n")), "{line}: {table}");
    }
    let last = table.split_once("Yang sama pada semua formulir").unwrap().1;
    assert!(shared.governance.iter().all(|one| last.contains(&format!("\r\n{};", one.indicator.id))), "{last}");
    assert!(last.contains("RAT terakhir\r\n") && last.contains("Status\r\n"), "{last}");
    for mark in ["workshop drawing 2", "workshop painting 2"] {
        let drawing = file(mark, &mut model);
        assert!(
            drawing.contains("13 koperasi dari formulir") && drawing.contains(">RAT terakhir dan status<"),
            "{drawing}"
        );
    }
    let page = class(room);
    assert!(page.contains("Yang sama pada semua formulir") && page.contains("13 koperasi dari formulir"), "{page}");
}

proptest! {
    /// Whatever is told of all forms together is a sum of what is told of each: held against each other they tell no more.
    #[test]
    fn what_is_told_together_is_what_was_told_apart(loans in 5..14_u16, trade in 5..14_u16) {
        let room = room(loans, trade);
        let (pictures, shared) = (room.pictures(), room.shared().unwrap());
        for cell in &shared.meetings {
            let parts = pictures.iter().map(|one| one.meetings.told(&cell.kinds));
            prop_assert!(cell.counts[0] == 0 || cell.counts[0] >= 3);
            // Kinds of the cell that do not occur in one form may be cells of their own there.
            let told: Option<usize> = parts.sum();
            prop_assert!(told.is_none_or(|told| told == cell.counts[0]), "{:?}", cell);
            for one in &pictures {
                for apart in one.meetings.cells() {
                    let within = apart.kinds.iter().filter(|kind| cell.kinds.contains(kind)).count();
                    prop_assert!(within == 0 || within == apart.kinds.len(), "{:?} cuts {:?}", cell, apart);
                }
            }
        }
    }
}
