//! What the device keeps: one shape, no lost field, nothing unread written over; two pages as two models on one store.
#![allow(clippy::ref_option, clippy::similar_names, clippy::unwrap_used)]

use cermin_koperasi::assessment::{Amount, Answer};
use cermin_koperasi::exchange::json::{Map, Value, parse};
use cermin_koperasi::exchange::save;
use cermin_koperasi::keeping::{Home, Meeting, Record, Slot, Unread, meet, merge};
use cermin_koperasi::locale::Locale;
use cermin_koperasi::page::books::AmountMessage;
use cermin_koperasi::page::wing;
use cermin_koperasi::page::workshop::{Shelf, WorkshopMessage};
use cermin_koperasi::page::{Effect, Field, Keeping, KeepingMessage, Message, Model, Notice, Route, update, view};
use cermin_koperasi::rulebook::Year;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// The device's store, as the browser's edge works on it where there is no database.
#[derive(Default)]
struct Device {
    kept: BTreeMap<String, String>,
    time: u64,
}

/// A page on it.
struct Page {
    model: Model,
    /// What it read or wrote last, by key.
    last: BTreeMap<String, String>,
}

impl Device {
    fn open(&mut self) -> Page {
        let mut page = Page { model: Model::new(Locale::Id), last: BTreeMap::new() };
        let home = page.model.home.clone();
        for slot in Slot::ALL {
            if let Some(kept) = self.kept.get(&home.key(slot)).cloned() {
                page.last.insert(home.key(slot), kept.clone());
                self.say(&mut page, KeepingMessage::Found(slot, kept));
            }
        }
        for (key, kept) in self.kept.clone().into_iter().filter(|(key, _)| home.is_aside(key).is_some()) {
            self.say(&mut page, KeepingMessage::Aside(key, kept));
        }
        for slot in Slot::ALL {
            if let Some(text) = self.kept.get(&slot.legacy()).cloned() {
                self.say(&mut page, KeepingMessage::Legacy(slot, text));
            }
        }
        page
    }

    fn say(&mut self, page: &mut Page, message: KeepingMessage) {
        self.act(page, Message::Keeping(message));
    }

    fn act(&mut self, page: &mut Page, message: Message) {
        for effect in update(&mut page.model, message) {
            self.perform(page, effect);
        }
    }

    fn perform(&mut self, page: &mut Page, effect: Effect) {
        match effect {
            Effect::Keep(text) => self.keep(page, Slot::Work, text),
            Effect::Wing(wing::Effect::KeepAs(shelf, text)) => self.keep(page, shelf.slot(), text),
            Effect::Aside(slot, key, text) => {
                self.kept.insert(key, text);
                self.say(page, KeepingMessage::Safe(slot));
            }
            Effect::Discard(key) => drop(self.kept.remove(&key)),
            Effect::Forget => {
                self.kept.clear();
                for slot in Slot::ALL {
                    page.model.keeper.delete(slot, self.time);
                }
                page.last.clear();
            }
            _ => {}
        }
    }

    /// Reads before it writes, as the edge does.
    fn keep(&mut self, page: &mut Page, slot: Slot, text: String) {
        let key = page.model.home.key(slot);
        let there = self.kept.get(&key).cloned();
        if let Some(there) = there.filter(|there| page.last.get(&key) != Some(there)) {
            page.last.insert(key, there.clone());
            return self.say(page, KeepingMessage::Found(slot, there));
        }
        if page.model.keeper.of(slot).seen == text {
            return;
        }
        self.time += 1;
        let kept = page.model.keeper.next(slot, text, self.time).write();
        page.last.insert(key.clone(), kept.clone());
        page.model.keeper.confirm(slot, Record::read(&kept).unwrap());
        self.kept.insert(key, kept);
    }

    /// What another page wrote is heard of.
    fn hear(&mut self, page: &mut Page) {
        for slot in Slot::ALL {
            let key = page.model.home.key(slot);
            let Some(there) = self.kept.get(&key).cloned() else { continue };
            if page.last.insert(key, there.clone()).as_ref() != Some(&there) {
                self.say(page, KeepingMessage::Found(slot, there));
            }
        }
    }

    fn work(&self) -> save::Opened {
        let record = Record::read(&self.kept[&Home::hosted().key(Slot::Work)]).unwrap();
        save::read(&record.text.unwrap()).unwrap()
    }
}

fn answer(id: &str, answer: Answer) -> Message {
    Message::Answered(id.into(), answer)
}

fn kas(amount: &str) -> Message {
    Message::Amounts(AmountMessage::Entered(Year::Current, "kas".into(), amount.into()))
}

fn screen(model: &Model) -> String {
    view(model).into_string()
}

#[test]
fn a_record_reads_as_it_was_written_and_nothing_else_does() {
    let record = Record { number: 7, time: 5, text: Some("{\n\"a\": 1}".into()) };
    let written = record.write();
    assert_eq!(Record::read(&written), Ok(record));
    assert_eq!(Record::read(&written[..written.len() - 1]), Err(Unread::Damaged));
    assert_eq!(Record::read("{}"), Err(Unread::Foreign));
    assert_eq!(Record::read(&written.replacen('1', "2", 1)), Err(Unread::Foreign));
    let deleted = Record { number: 8, time: 1, text: None };
    assert_eq!(Record::read(&deleted.write()), Ok(deleted));
}

#[test]
fn two_pages_that_hear_nothing_of_each_other_lose_no_field() {
    let mut device = Device::default();
    let (mut one, mut other) = (device.open(), device.open());
    for id in ["A.I.1.a", "A.I.1.b", "A.I.1.c"] {
        device.act(&mut one, answer(id, Answer::Yes));
    }
    device.act(&mut other, Message::Profiled(Field::Name, "Koperasi Dua".into()));
    device.act(&mut one, kas("1000"));
    device.act(&mut other, Message::Amounts(AmountMessage::Entered(Year::Current, "giro".into(), "3000".into())));
    let work = device.work().assessment;
    assert_eq!((work.answers.len(), work.profile.name.as_deref()), (3, Some("Koperasi Dua")));
    assert_eq!(work.amount(Year::Current, "kas"), Amount::Known(1000.into()));
    assert_eq!(work.amount(Year::Current, "giro"), Amount::Known(3000.into()));
    device.hear(&mut one);
    assert_eq!(one.model.work.assessment, work);
    assert!(one.model.asked.is_empty() && other.model.asked.is_empty());
}

/// Two pages of which each said another amount of cash, the second one knowing nothing of the first; then it answers a question.
fn clashed() -> (Device, Page, Page) {
    let mut device = Device::default();
    let (mut one, mut other) = (device.open(), device.open());
    device.act(&mut one, kas("1000"));
    device.act(&mut other, kas("2000"));
    device.act(&mut other, answer("A.I.1.a", Answer::No));
    (device, one, other)
}

#[test]
fn the_same_field_in_both_is_asked_about_with_both_values() {
    for mine in [true, false] {
        let (mut device, _, mut other) = clashed();
        let shown = screen(&other.model);
        assert!(
            shown.contains("Diubah di dua halaman") && shown.contains("1.000") && shown.contains("2.000"),
            "{shown}"
        );
        assert_eq!(device.work().assessment.amount(Year::Current, "kas"), Amount::Known(1000.into()));
        device.say(&mut other, KeepingMessage::Settle(0, mine));
        let chosen = if mine { 2000 } else { 1000 };
        assert_eq!(device.work().assessment.amount(Year::Current, "kas"), Amount::Known(chosen.into()));
        assert_eq!(device.work().assessment.answer("A.I.1.a"), Answer::No);
        assert!(!screen(&other.model).contains("Diubah di dua halaman"));
    }
}

#[test]
fn a_third_value_put_in_here_ends_the_question_and_one_of_the_other_page_is_asked_about() {
    for here in [true, false] {
        let (mut device, mut one, mut other) = clashed();
        assert_eq!(other.model.asked.len(), 1, "another answer changes nothing about it");
        device.hear(&mut one);
        device.act(if here { &mut other } else { &mut one }, kas("3000"));
        device.hear(&mut other);
        assert_eq!(device.work().assessment.amount(Year::Current, "kas"), Amount::Known(3000.into()));
        if here {
            assert_eq!(other.model.asked, []);
        } else {
            let shown = screen(&other.model);
            assert!(shown.contains("2.000") && shown.contains("3.000"), "what was put in here is not lost: {shown}");
            device.say(&mut other, KeepingMessage::Settle(0, true));
            assert_eq!(device.work().assessment.amount(Year::Current, "kas"), Amount::Known(2000.into()));
        }
    }
    let (mut device, mut one, mut other) = clashed();
    device.hear(&mut one);
    device.act(&mut one, kas("2000"));
    device.hear(&mut other);
    assert_eq!(other.model.asked, [], "both say the same now");
}

#[test]
fn a_page_that_goes_puts_aside_what_it_asked() {
    let (mut device, _, mut other) = clashed();
    device.say(&mut other, KeepingMessage::Going);
    assert_eq!((other.model.asked.len(), other.model.aside.len()), (0, 1));
    let work = device.work().assessment;
    assert_eq!(work.amount(Year::Current, "kas"), Amount::Known(1000.into()), "what was kept first stays");
    assert_eq!(work.answer("A.I.1.a"), Answer::No);
    let mut again = device.open();
    device.say(&mut again, KeepingMessage::Going);
    assert_eq!(again.model.aside.len(), 1, "once, and not where nothing is asked");
    device.say(&mut again, KeepingMessage::Restore(0));
    let work = device.work().assessment;
    assert_eq!(work.amount(Year::Current, "kas"), Amount::Known(2000.into()));
    assert_eq!(work.answer("A.I.1.a"), Answer::No);
}

#[test]
fn what_was_deleted_elsewhere_is_gone_here_and_stays_so() {
    let mut device = Device::default();
    let mut one = device.open();
    device.act(&mut one, answer("A.I.1.a", Answer::Yes));
    device.act(&mut one, kas("1000"));
    let number = one.model.keeper.of(Slot::Work).known.number;
    let mark = |number| Record { number, time: 0, text: None }.write();
    device.say(&mut one, KeepingMessage::Found(Slot::Work, mark(number - 1)));
    assert!(one.model.has_work(), "what was written after a deletion is not deleted by it");
    device.kept.clear();
    device.say(&mut one, KeepingMessage::Found(Slot::Work, mark(number)));
    assert!(!one.model.has_work());
    assert_eq!(one.model.notice, Some(Notice::Gone));
    device.act(&mut one, Message::Dismiss);
    assert!(device.kept.is_empty(), "nothing is kept of nothing");
    device.act(&mut one, answer("A.I.1.b", Answer::Yes));
    assert_eq!(device.work().assessment.answers.len(), 1, "what is new is kept");
}

/// Every text of break-02, as builds before kept it and as this one does.
#[test]
fn what_cannot_be_read_is_put_aside_told_and_never_written_over() {
    let head = r#"{"format":"cermin-koperasi","version":"#;
    let texts = [
        format!(r#"{head}2,"rulebook":"kkpkk-2021","variant":"ksp12","answers":{{"A.I.1.a":"yes"}}}}"#),
        format!(r#"{head}1,"rulebook":"kkpkk-2027","variant":"ksp12","answers":{{"A.I.1.a":"yes"}}}}"#),
        format!(r#"{head}1,"rulebook":"kkpkk-2021","variant":"ksp12","answers":{{"A.I.1.a":"partly"}}}}"#),
        format!(r#"{head}1,"rulebook":"kkpkk-2021","variant":"ksp12","answers":{{"A.I.1.a":"yes""#),
        format!(r#"{head}1,"rulebook":"kkpkk-2021","variant":"ksp12","profile":{{"level":5}}}}"#),
        "something of a stranger".to_owned(),
        format!("{{\"a\":\"{}\"}}", "x".repeat(2_000_001)),
    ];
    let home = Home::hosted();
    for text in texts {
        let record = Record { number: 9, time: 1, text: Some(text.clone()) }.write();
        let cut = record[..record.len() - 1].to_owned();
        for (key, kept) in
            [("cermin-koperasi".to_owned(), text), (home.key(Slot::Work), record), (home.key(Slot::Work), cut)]
        {
            let mut device = Device::default();
            device.kept.insert(key, kept.clone());
            let mut page = device.open();
            for id in ["A.I.1.a", "A.I.1.b", "A.I.1.c"] {
                device.act(&mut page, answer(id, Answer::Yes));
            }
            assert_eq!(device.work().assessment.answers.len(), 3);
            let mut later = device.open();
            for page in [&page, &later] {
                let shown = screen(&page.model);
                assert!(shown.contains("tidak bisa dibaca versi ini"), "{kept:.80}");
            }
            let aside = later.model.aside[0].clone();
            assert!(kept.ends_with(&aside.text) || aside.text == kept, "{:.80}", aside.text);
            let effects = update(&mut later.model, Message::Keeping(KeepingMessage::Rescue(0)));
            assert!(matches!(&effects[..], [Effect::Download { text, .. }] if *text == aside.text));
            device.say(&mut later, KeepingMessage::Discard(0));
            assert!(!device.kept.contains_key(&aside.key));
        }
    }
}

#[test]
fn nothing_is_written_in_the_place_of_what_is_not_safe_yet() {
    let mut model = Model::new(Locale::Id);
    update(&mut model, Message::Keeping(KeepingMessage::Found(Slot::Work, "cut".into())));
    assert!(update(&mut model, answer("A.I.1.a", Answer::Yes)).iter().all(|effect| !matches!(effect, Effect::Keep(_))));
    assert!(screen(&model).contains("Belum tersimpan"));
    let effects = update(&mut model, Message::Keeping(KeepingMessage::Safe(Slot::Work)));
    assert!(matches!(&effects[..], [Effect::Keep(text)] if text.contains("A.I.1.a")));
}

#[test]
fn a_room_and_voices_that_cannot_be_read_are_put_aside_too() {
    let newer = r#"{"format":"cermin-koperasi-kelas","version":2,"codes":["a"]}"#;
    for (slot, shelf) in [(Slot::Room, Shelf::Room), (Slot::Voices, Shelf::Voices)] {
        let mut device = Device::default();
        device.kept.insert(slot.legacy(), newer.into());
        let mut page = device.open();
        assert_eq!((page.model.aside.len(), page.model.aside[0].slot), (1, slot));
        let effects = update(&mut page.model, Message::Workshop(WorkshopMessage::Empty));
        assert!(
            effects
                .iter()
                .all(|effect| !matches!(effect, Effect::Wing(wing::Effect::KeepAs(kept, _)) if *kept != Shelf::Room)),
            "{shelf:?}"
        );
        assert!(device.open().model.aside.iter().any(|aside| aside.text == newer));
    }
}

#[test]
fn what_an_earlier_build_kept_is_taken_over_and_what_it_keeps_beside_is_put_aside() {
    let mut other = Model::new(Locale::Id);
    update(&mut other, answer("A.I.1.a", Answer::Yes));
    let old = save::write(other.assessment(), &other.work.kept);
    let mut device = Device::default();
    device.kept.insert("cermin-koperasi".into(), old.clone());
    let page = device.open();
    assert_eq!(page.model.work.assessment, other.work.assessment);
    assert_eq!(device.work().assessment, other.work.assessment, "at once in the new shape");
    let mut newer = device.open();
    device.act(&mut newer, answer("A.I.1.b", Answer::No));
    // The old build wrote again.
    device.kept.insert("cermin-koperasi".into(), old);
    let later = device.open();
    assert_eq!(later.model.work.assessment.answers.len(), 2);
    assert!(matches!(&later.model.aside[..], [aside] if aside.name == Ok(None)));
}

#[test]
fn the_sample_is_kept_nowhere_unless_it_is_made_ones_own() {
    let mut device = Device::default();
    let mut page = device.open();
    device.act(&mut page, Message::Profiled(Field::Name, "Koperasi Kami".into()));
    device.act(&mut page, Message::Sample);
    device.act(&mut page, answer("A.I.1.a", Answer::No));
    assert_eq!(device.work().assessment.profile.name.as_deref(), Some("Koperasi Kami"));
    let mut later = device.open();
    assert_eq!(later.model.assessment().profile.name.as_deref(), Some("Koperasi Kami"), "after a reload, too");
    device.act(&mut later, Message::Sample);
    device.say(&mut later, KeepingMessage::Adopt(false));
    assert_eq!(device.work().assessment.profile.name.as_deref(), Some("Koperasi Kami"), "it is asked first");
    device.say(&mut later, KeepingMessage::Adopt(true));
    assert_ne!(device.work().assessment.profile.name.as_deref(), Some("Koperasi Kami"));
    let mut third = device.open();
    for route in [Route::Start, Route::Files] {
        device.act(&mut third, Message::Went(route));
        assert!(screen(&third.model).contains("Koperasi Kami"), "the way back");
    }
    device.say(&mut third, KeepingMessage::Restore(0));
    assert_eq!(device.work().assessment.profile.name.as_deref(), Some("Koperasi Kami"));
    assert_eq!(third.model.aside.len(), 1, "they change places");
}

#[test]
fn an_opened_file_lies_beside_the_work_and_without_any_becomes_it() {
    let mut other = Model::new(Locale::Id);
    update(&mut other, Message::Profiled(Field::Name, "Koperasi Lain".into()));
    let file = save::write(other.assessment(), &Map::new());
    let mut device = Device::default();
    let mut page = device.open();
    device.act(&mut page, Message::Opened(Ok(file.clone())));
    assert_eq!(device.work().assessment.profile.name.as_deref(), Some("Koperasi Lain"));
    device.act(&mut page, Message::Profiled(Field::Name, "Koperasi Kami".into()));
    device.act(&mut page, Message::Opened(Ok(file)));
    device.act(&mut page, answer("A.I.1.a", Answer::No));
    assert_eq!(device.work().assessment.profile.name.as_deref(), Some("Koperasi Kami"));
    assert!(screen(&page.model).contains("tidak disimpan di perangkat ini"));
    device.say(&mut page, KeepingMessage::Home);
    assert_eq!(page.model.assessment().profile.name.as_deref(), Some("Koperasi Kami"));
}

#[test]
fn a_file_on_a_disk_keeps_nothing_until_asked() {
    let mut model = Model::new(Locale::Id);
    model.keeping = Keeping::Unasked;
    let effects = update(&mut model, answer("A.I.1.a", Answer::Yes));
    assert!(effects.is_empty());
    let shown = screen(&model);
    assert!(shown.contains("Berkas web lain di komputer ini bisa membaca") && shown.contains("keeping agree"));
    let effects = update(&mut model, Message::parse("keeping agree", "").unwrap());
    assert!(matches!(&effects[..], [Effect::Keep(_)]));
}

#[test]
fn the_line_says_kept_only_when_it_is() {
    let mut model = Model::new(Locale::Id);
    // What stands between the tags.
    let said = |model: &Model| screen(model).split('>').map(|part| part.split('<').next().unwrap()).collect::<String>();
    update(&mut model, answer("A.I.1.a", Answer::Yes));
    assert!(said(&model).contains("Tersimpan di perangkat ini saja"));
    update(&mut model, Message::Keeping(KeepingMessage::Underway));
    assert!(!said(&model).contains("Tersimpan") && said(&model).contains("Sedang disimpan"));
    update(&mut model, Message::Storage(false));
    assert!(screen(&model).contains("Belum tersimpan"));
    let effects = update(&mut model, answer("A.I.1.b", Answer::Yes));
    assert!(matches!(&effects[..], [Effect::Keep(_)]), "it is tried again");
    update(&mut model, Message::Storage(true));
    assert!(screen(&model).contains("Tersimpan di perangkat ini saja"));
}

#[test]
fn what_was_forgotten_on_a_shared_computer_is_kept_again_once_it_is_ones_own() {
    let mut model = Model::new(Locale::Id);
    update(&mut model, answer("A.I.1.a", Answer::Yes));
    let text = save::write_tight(model.assessment(), &model.work.kept);
    model.keeper.next(Slot::Work, text, 1);
    assert_eq!(update(&mut model, Message::Shared(true)), [Effect::Forget]);
    model.keeper.delete(Slot::Work, 2);
    let effects = update(&mut model, Message::Shared(false));
    let [Effect::Keep(kept)] = &effects[..] else { panic!("{effects:?}") };
    // The device keeps only what differs from what was seen there.
    assert!(kept.contains("A.I.1.a") && model.keeper.of(Slot::Work).seen != *kept);
}

/// A flat object of some of six fields.
fn fields() -> impl Strategy<Value = Value> {
    proptest::collection::btree_map(0_u8..6, 0_i64..3, 0..6).prop_map(|map| {
        let map: Map = map.into_iter().map(|(key, value)| (key.to_string(), value)).collect();
        map.into()
    })
}

proptest! {
    #[test]
    fn merging_is_the_same_from_both_sides_where_fields_differ(base in fields(), mine in fields(), theirs in fields()) {
        let (one, asked) = merge(&base, &mine, &theirs);
        let (other, asked_there) = merge(&base, &theirs, &mine);
        prop_assert_eq!(asked.len(), asked_there.len());
        for key in (0..6).map(|key: u8| key.to_string()) {
            let both = asked.iter().any(|asked| asked.path == [key.clone()]);
            let [base, mine, theirs, one, other] = [&base, &mine, &theirs, &one, &other].map(|value| value.get(&key).cloned());
            if both {
                prop_assert!(mine != theirs && base != mine && base != theirs);
                prop_assert_eq!((&one, &other), (&theirs, &mine));
            } else {
                prop_assert_eq!(&one, &other);
                prop_assert!(one == mine || one == theirs);
                prop_assert!(base == mine || mine == one, "what only this page changed stands");
                prop_assert!(base == theirs || theirs == one, "what only the other changed stands");
            }
        }
    }

    #[test]
    fn the_newest_counts_for_everybody(a in (0_u64..3, 0_u64..3, proptest::option::of("[ab]")), b in (0_u64..3, 0_u64..3, proptest::option::of("[ab]"))) {
        let [a, b] = [a, b].map(|(number, time, text)| Record { number, time, text });
        prop_assert_eq!(a.is_newer(&b) || b.is_newer(&a), a != b);
        prop_assert!(!(a.is_newer(&b) && b.is_newer(&a)));
        if a.number == b.number && a.text.is_none() && b.text.is_some() {
            prop_assert!(a.is_newer(&b), "what was deleted is deleted");
            prop_assert_eq!(meet(&b, "{}", "{\"a\":1}", &a), Meeting::Gone);
        }
    }

    #[test]
    fn any_pages_in_any_order_lose_nothing_that_only_one_said(turns in proptest::collection::vec((0_usize..3, 0_usize..9, any::<bool>()), 1..30)) {
        let ids = ["A.I.1.a", "A.I.1.b", "A.I.1.c"];
        let mut device = Device::default();
        let mut pages = [device.open(), device.open(), device.open()];
        let mut said = BTreeMap::new();
        for (at, what, hears) in turns {
            // Each page has its own fields: three answers or three accounts.
            let (place, value) = (what % 3, what / 3);
            let page = &mut pages[at];
            if hears {
                device.hear(page);
            }
            match at {
                0 => device.act(page, answer(ids[place], [Answer::Yes, Answer::No, Answer::Unknown][value])),
                1 => device.act(page, Message::Amounts(AmountMessage::Entered(Year::Current, ["kas", "giro", "aktiva_lain"][place].into(), format!("{}", 1000 + value)))),
                _ => device.act(page, Message::Amounts(AmountMessage::Entered(Year::Prior, ["kas", "giro", "aktiva_lain"][place].into(), format!("{}", 1000 + value)))),
            }
            said.insert((at, place), value);
        }
        let work = device.work().assessment;
        for ((at, place), value) in said {
            let known = Amount::Known((1000 + i32::try_from(value).unwrap()).into());
            let account = ["kas", "giro", "aktiva_lain"][place];
            match at {
                0 => prop_assert_eq!(work.answer(ids[place]), [Answer::Yes, Answer::No, Answer::Unknown][value]),
                1 if work.variant.account_index(account).is_some() => prop_assert_eq!(work.amount(Year::Current, account), known),
                2 if work.variant.account_index(account).is_some() => prop_assert_eq!(work.amount(Year::Prior, account), known),
                _ => {}
            }
        }
    }
}

/// A page before a database that takes one write at a time, as the browser's edge and `www/store.js` work on it.
struct Tab {
    model: Model,
    /// What the database held when this page last read or wrote it: nothing else is written over.
    there: Option<String>,
    /// The write that waits.
    next: Option<String>,
}

impl Tab {
    fn open() -> Self {
        Self { model: Model::new(Locale::Id), there: None, next: None }
    }

    /// Everything happens within one moment, so no clock decides.
    fn act(&mut self, message: Message) {
        for effect in update(&mut self.model, message) {
            if let Effect::Keep(text) = effect
                && self.model.keeper.of(Slot::Work).seen != text
            {
                self.next = Some(self.model.keeper.next(Slot::Work, text, 0).write());
            }
        }
    }

    /// The write that waits has its turn.
    fn turn(&mut self, base: &mut Option<String>) {
        let Some(next) = self.next.take() else { return };
        if base.is_none() || *base == self.there || base.as_ref() == Some(&next) {
            *base = Some(next.clone());
            self.there.clone_from(base);
            self.model.keeper.confirm(Slot::Work, Record::read(&next).unwrap());
        } else {
            self.there.clone_from(base);
            self.look(base);
        }
    }

    /// The database is read.
    fn look(&mut self, base: &Option<String>) {
        let Some(found) = base else { return };
        if self.known() != *found {
            self.act(Message::Keeping(KeepingMessage::Found(Slot::Work, found.clone())));
            if self.known() != *found {
                self.next = Some(self.known());
            }
        }
    }

    fn known(&self) -> String {
        self.model.keeper.of(Slot::Work).known.write()
    }

    fn amount(&self, account: &str) -> Amount {
        self.model.work.assessment.amount(Year::Current, account)
    }
}

#[test]
fn the_same_field_in_two_pages_at_once_is_asked_about() {
    let (mut one, mut other, mut base) = (Tab::open(), Tab::open(), None);
    one.act(kas("1000"));
    other.act(kas("2000"));
    other.act(answer("A.I.1.a", Answer::Yes));
    one.turn(&mut base);
    other.turn(&mut base);
    assert!(screen(&other.model).contains("Diubah di dua halaman"));
    other.turn(&mut base);
    one.look(&base);
    for page in [&one, &other] {
        assert_eq!(page.amount("kas"), Amount::Known(1000.into()));
        assert_eq!(page.model.work.assessment.answer("A.I.1.a"), Answer::Yes);
    }
    other.act(Message::Keeping(KeepingMessage::Settle(0, true)));
    other.turn(&mut base);
    one.look(&base);
    assert_eq!(one.amount("kas"), Amount::Known(2000.into()));
}

/// A field stands in the focus when another page's amount comes into it; what is typed there then is another amount.
#[test]
fn what_is_typed_over_what_came_under_the_focus_is_asked_about() {
    let mut device = Device::default();
    let (mut one, mut two) = (device.open(), device.open());
    two.model.focus_on("kas-current".into());
    device.act(&mut one, kas("500"));
    device.act(&mut one, answer("A.I.1.a", Answer::Yes));
    device.hear(&mut two);
    device.act(&mut two, answer("A.I.1.a", Answer::No));
    assert_eq!(two.model.asked, [], "that is not where the focus is");
    device.act(&mut two, kas("25"));
    let asked: Vec<_> =
        two.model.asked.iter().map(|one| (one.path.join("."), one.mine.clone(), one.theirs.clone())).collect();
    assert_eq!(asked, [("statements.current.kas".to_owned(), Some(25.into()), Some(500.into()))]);
    let stands = |device: &Device| device.work().assessment.amount(Year::Current, "kas");
    assert_eq!(stands(&device), Amount::Known(500.into()), "until it is answered");
    let mut other = Device { kept: device.kept.clone(), time: device.time };
    let mut third = other.open();
    device.say(&mut two, KeepingMessage::Settle(0, true));
    assert_eq!(stands(&device), Amount::Known(25.into()));
    // Whoever comes to the field afterwards sees what stands there.
    third.model.focus_on("kas-current".into());
    other.act(&mut third, kas("7"));
    assert_eq!((stands(&other), third.model.asked.len()), (Amount::Known(7.into()), 0));
}

/// What lies aside says what is in it, so that nobody throws away what he cannot see.
#[test]
fn what_lies_aside_says_what_differs() {
    let mut device = Device::default();
    let mut page = device.open();
    device.act(&mut page, kas("1000"));
    device.act(&mut page, answer("A.I.1.a", Answer::Yes));
    let left = record_of(1, 9, [kas("98765"), answer("A.I.1.a", Answer::Yes)]);
    device.say(&mut page, KeepingMessage::Left(Slot::Work, left.write()));
    assert!(screen(&page.model).contains("1 isian disisihkan"));
    update(&mut page.model, Message::Went(Route::Files));
    let shown = screen(&page.model);
    assert!(shown.contains("98.765 (sekarang 1.000)"), "{shown}");
    assert!(!shown.contains("hal lain"));
}

/// A record of one number of the work after these messages.
fn record_of(number: u64, time: u64, messages: impl IntoIterator<Item = Message>) -> Record {
    let mut model = Model::new(Locale::Id);
    for message in messages {
        update(&mut model, message);
    }
    Record { number, time, text: Some(save::write_tight(model.assessment(), &Map::new())) }
}

fn found(model: &mut Model, record: &Record) {
    update(model, Message::Keeping(KeepingMessage::Found(Slot::Work, record.write())));
}

/// One number twice: two pages wrote on the same beginning, and one of them was killed or closed before it heard of the other.
#[test]
fn of_two_records_of_one_number_the_later_stands_and_the_other_lies_aside() {
    let (earlier, later) = (record_of(4, 1, [kas("1000")]), record_of(4, 2, [kas("2000")]));
    for (first, second) in [(&earlier, &later), (&later, &earlier)] {
        let mut model = Model::new(Locale::Id);
        found(&mut model, first);
        found(&mut model, second);
        found(&mut model, second);
        assert_eq!(model.work.assessment.amount(Year::Current, "kas"), Amount::Known(2000.into()));
        let aside: Vec<_> = model.aside.iter().map(|aside| Some(aside.text.clone())).collect();
        assert_eq!(aside, std::slice::from_ref(&earlier.text), "once");
    }
    // Where nothing was said, there is nothing to put aside.
    let mut model = Model::new(Locale::Id);
    model.keeping = Keeping::Device;
    found(&mut model, &later);
    let changed = update(&mut model, kas("3000"));
    let met = update(&mut model, Message::Keeping(KeepingMessage::Found(Slot::Work, record_of(4, 1, []).write())));
    assert_eq!(model.work.assessment.amount(Year::Current, "kas"), Amount::Known(3000.into()));
    assert_eq!(model.aside, []);
    let kept = |effects: &[Effect]| effects.iter().find(|effect| matches!(effect, Effect::Keep(_))).cloned();
    assert_eq!(kept(&met), kept(&changed), "what was changed here is still on its way");
    assert!(kept(&met).is_some());
}

#[test]
fn records_of_one_number_meet_as_two_works() {
    let known = Record { number: 4, time: 2, text: Some("b".into()) };
    let other = |time, text: &str| Record { number: 4, time, text: Some(text.into()) };
    assert_eq!(meet(&known, "b", "b", &other(3, "c")), Meeting::Apart);
    assert_eq!(meet(&known, "b", "b", &other(1, "a")), Meeting::Aside);
    // The same text is no other work.
    assert_eq!(meet(&known, "b", "c", &other(3, "c")), Meeting::Theirs("c".into()));
    assert_eq!(meet(&known, "b", "a", &other(1, "a")), Meeting::Ours);
    assert_eq!(meet(&known, "b", "b", &other(3, "b")), Meeting::Theirs("b".into()));
}

/// A page that was closed may have heard nothing of what was said here, and its number says nothing about that.
#[test]
fn what_a_closed_page_left_takes_nothings_place_and_is_not_lost() {
    for number in [1, 2, 3, 4] {
        let left = record_of(number, 9, [Message::Profiled(Field::Name, "Koperasi Dua".into())]);
        let mut device = Device::default();
        let mut page = device.open();
        device.act(&mut page, kas("1000"));
        device.act(&mut page, answer("A.I.1.a", Answer::Yes));
        for _ in 0..2 {
            device.say(&mut page, KeepingMessage::Left(Slot::Work, left.write()));
        }
        assert_eq!(page.model.work.assessment.amount(Year::Current, "kas"), Amount::Known(1000.into()));
        assert_eq!(page.model.aside.iter().map(|aside| Some(&*aside.text)).collect::<Vec<_>>(), [left.text.as_deref()]);
        // Where there is nothing, it is taken over.
        let mut empty = Device::default().open();
        Device::default().say(&mut empty, KeepingMessage::Left(Slot::Work, left.write()));
        assert_eq!(empty.model.work.assessment.profile.name.as_deref(), Some("Koperasi Dua"));
    }
}

proptest! {
    #[test]
    fn pages_that_write_in_one_moment_lose_nothing_unasked(
        turns in proptest::collection::vec((0_usize..2, 0_usize..5, 0_i32..3), 1..40),
    ) {
        let mut tabs = [Tab::open(), Tab::open()];
        let (mut base, mut said, mut shared) = (None, BTreeMap::new(), [None, None]);
        for (at, what, value) in turns {
            let tab = &mut tabs[at];
            let account = [["kas", "giro"], ["simpanan_pokok", "simpanan_wajib"]][at][what % 2];
            match what {
                0 | 1 => {
                    tab.act(Message::Amounts(AmountMessage::Entered(Year::Current, account.into(), format!("{}", 1000 + value))));
                    said.insert(account, 1000 + value);
                }
                // Each says the shared one once, unless it sees that the other said it.
                2 if shared[at].is_none() && tab.amount("cadangan_umum") == Amount::Unknown => {
                    let amount = [5000, 6000][at];
                    tab.act(Message::Amounts(AmountMessage::Entered(Year::Current, "cadangan_umum".into(), format!("{amount}"))));
                    shared[at] = Some(amount);
                }
                2 | 3 => tab.turn(&mut base),
                _ => tab.look(&base),
            }
        }
        for _ in 0..4 {
            for tab in &mut tabs {
                tab.turn(&mut base);
                tab.look(&base);
            }
        }
        prop_assert!(tabs.iter().all(|tab| tab.next.is_none()), "it comes to rest");
        for tab in &tabs {
            for (account, value) in &said {
                prop_assert_eq!(tab.amount(account), Amount::Known((*value).into()));
            }
        }
        prop_assert_eq!(tabs[0].amount("cadangan_umum"), tabs[1].amount("cadangan_umum"));
        let asked: Vec<_> = tabs.iter().flat_map(|tab| &tab.model.asked).collect();
        let both = shared.iter().all(Option::is_some);
        prop_assert_eq!(asked.len(), usize::from(both), "asked exactly where both said it: {:?}", asked);
        if !both {
            prop_assert_eq!(tabs[0].amount("cadangan_umum"), shared[0].or(shared[1]).map_or(Amount::Unknown, |amount| Amount::Known(amount.into())));
        }
    }
}

#[test]
fn what_is_merged_can_be_read_in_every_form() {
    let text = parse("{\"a\":[1,2],\"b\":{\"c\":1}}").unwrap();
    assert_eq!(merge(&text, &text, &text), (text.clone(), vec![]));
    let [mine, theirs] =
        ["{\"a\":[1,2,3],\"b\":{\"c\":1}}", "{\"a\":[2],\"b\":{\"c\":1,\"d\":2}}"].map(|text| parse(text).unwrap());
    assert_eq!(merge(&text, &mine, &theirs).0, parse("{\"a\":[2,3],\"b\":{\"c\":1,\"d\":2}}").unwrap());
}

/// That installing was offered is written by the boot script, which has no Rust.
#[test]
fn the_record_of_the_boot_script_is_one_of_ours() {
    let script = include_str!("../www/boot.js");
    let said = |name: &str| {
        let line = script.lines().find_map(|line| line.strip_prefix(&format!("const {name} = \"")));
        line.unwrap().trim_end_matches("\";").replace("\\n", "\n")
    };
    let record = Record::read(&said("ONCE")).unwrap();
    assert_eq!((record.number, record.text.as_deref()), (1, Some("1")));
    let key = said("OFFERED");
    let home = Home::hosted();
    // It goes with everything else, and is taken for nothing else.
    assert!(home.owns(&key) && key.starts_with(home.start()));
    assert_eq!((home.slot(&key), home.is_aside(&key)), (None, None));
}
