//! The page is two modules: what the first knows, the second must know too.
#![allow(clippy::unwrap_used)]

use cermin_koperasi::assessment::Amount;
use cermin_koperasi::locale::Locale;
use cermin_koperasi::page::books::AmountMessage;
use cermin_koperasi::page::{Effect, Exit, Keeping, Message, Model, Notice, Route, hand_over, take_over, update};
use cermin_koperasi::rulebook::Year;

fn at_work() -> Model {
    let mut model = Model::new(Locale::En);
    update(&mut model, Message::Sample);
    update(&mut model, Message::Amounts(AmountMessage::Entered(Year::Prior, "kas".into(), "1.5".into())));
    update(&mut model, Message::Amounts(AmountMessage::Entered(Year::Current, "kas".into(), "250000".into())));
    update(&mut model, Message::Shared(true));
    model
}

#[test]
fn everything_but_the_language_is_as_it_was() {
    let first = at_work();
    let mut second = Model::new(Locale::Id);
    assert_eq!(take_over(&mut second, &hand_over(&first)), Ok(Some(Locale::En)));
    assert_eq!(second.work, first.work);
    assert_eq!(second.assessment().statements.current.amounts.get("kas"), Some(&Amount::Known(250_000.into())));
    assert!(!second.assessment().statements.prior.waiting.is_empty(), "a doubtful amount still asks");
    assert_eq!((second.sample, second.keeping), (true, Keeping::Shared));
    assert_eq!(second.undo, first.undo);
    assert_eq!(second.trail, first.trail, "back leads where it led before");
    for notice in [
        Notice::Sample,
        Notice::Undone,
        Notice::Adopting,
        Notice::Opened(vec!["satu".into(), "dua".into()]),
        Notice::Saved("a.json".into()),
        Notice::Refused("sebab".into()),
        Notice::Copied(false),
        Notice::Barred(Exit::Print),
    ] {
        let mut first = at_work();
        first.notice = Some(notice.clone());
        take_over(&mut second, &hand_over(&first)).unwrap();
        assert_eq!(second.notice, Some(notice), "what stands there goes on standing there");
    }
}

#[test]
fn a_link_that_is_followed_while_the_second_part_comes_is_followed_there() {
    let first = at_work();
    // The address says the new screen already; the event that tells of it reaches the second part.
    let mut second = Model { route: Route::Files, ..Model::new(Locale::Id) };
    take_over(&mut second, &hand_over(&first)).unwrap();
    assert_eq!(second.route, first.route);
    let effects = update(&mut second, Message::Went(Route::Files));
    assert!(effects.contains(&Effect::Focus("judul".into())), "{effects:?}");
}

#[test]
fn what_the_second_cannot_read_is_refused_in_a_sentence_and_nothing_changes() {
    let mut model = at_work();
    let before = (model.work.clone(), model.keeping);
    for text in ["", "{}", "{\"work\": 3}", "{\"work\": \"{\"}", &hand_over(&model).replace("kkpkk-2021", "kkpkk-1999")]
    {
        let refused = take_over(&mut model, text).unwrap_err();
        assert!(refused.len() > 20 && !refused.contains("Err"), "{refused}");
        assert_eq!((model.work.clone(), model.keeping), before);
    }
}

#[test]
fn the_whole_page_asks_for_nothing_more() {
    let mut model = Model::new(Locale::Id);
    for route in Route::all(model.assessment().variant) {
        assert!(!update(&mut model, Message::Went(route)).contains(&Effect::Rest));
    }
}
