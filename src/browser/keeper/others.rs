//! Other pages of the tool: what they write is heard, and what this page can no longer say when it goes is left for them.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;

use super::hand::{element, say_field_in_hand};
use super::{Base, Shared, Stay, catch_older, deleted, here, look, meet, read, read_kept, tell, wing, write_after};
use crate::browser::handle;
use crate::keeping::{Record, Slot};
use crate::page::wing::IS_HERE;
use crate::page::{KeepingMessage, Message};

/// Hears of other pages: at once, and when the reader comes back to this one.
pub(in crate::browser) fn hear_others(app: &Shared) -> Vec<EventListener> {
    let (window, document) = (app.borrow().window.clone(), app.borrow().document.clone());
    let on = |target: &web_sys::EventTarget, name: &'static str, act: fn(&Shared, &web_sys::Event)| {
        let app = Rc::clone(app);
        EventListener::new(target, name, move |event| act(&app, event))
    };
    let page = Rc::clone(app);
    let hear_typing = move |event: &web_sys::Event| {
        // What is searched for, or locks a file, is no part of the work.
        let of_work = element(event).is_some_and(|field| field.matches("[data-change], [data-day] *").unwrap_or(false));
        typing(&page, true, of_work);
    };
    vec![
        // Before anything is drawn for it.
        EventListener::new_with_options(&document, "input", EventListenerOptions::run_in_capture_phase(), hear_typing),
        on(&window, "storage", hear_store),
        on(&window, "pageshow", |app, event| {
            if js_sys::Reflect::get(event, &"persisted".into()).is_ok_and(|persisted| persisted.is_truthy()) {
                come_back(app);
            }
        }),
        on(&document, "visibilitychange", |app, _| {
            if app.borrow().document.hidden() {
                say_field_in_hand(app);
            }
            catch_up(app);
        }),
        on(&window, "pagehide", |app, _| {
            say_field_in_hand(app);
            if IS_HERE {
                go(app);
            }
        }),
        on(&document, "change", |app, _| said(app)),
        on(&document, "focusin", |app, event| {
            focus_on(app, element(event).map(|element| element.id()).unwrap_or_default());
        }),
        on(&document, "focusout", |app, _| {
            said(app);
            focus_on(app, String::new());
        }),
    ]
}

/// The focus moves. Where the page itself moves it, it is at work, and the focus is no reader's.
fn focus_on(app: &Shared, element: String) {
    if IS_HERE && let Ok(mut page) = app.try_borrow_mut() {
        page.model.focus_on(element);
    }
}

/// Another page changed the quick store.
fn hear_store(app: &Shared, event: &web_sys::Event) {
    let text = |name: &str| js_sys::Reflect::get(event, &name.into()).ok()?.as_string();
    let (key, now) = (text("key"), text("newValue"));
    let home = app.borrow().model.home.clone();
    if IS_HERE
        && let (Some(key), Some(now)) = (&key, &now)
        && home.is_aside(key).is_some()
    {
        handle(app, Message::Keeping(KeepingMessage::Aside(key.clone(), now.clone())));
    }
    let slot = key.and_then(|key| home.slot(&key));
    let mark = now.and_then(|kept| Record::read(&kept).ok()).filter(|record| record.text.is_none());
    match slot.filter(|_| mark.is_some()) {
        Some(slot) => deleted(app, slot),
        None => catch_up(app),
    }
    if IS_HERE && let Some(slot) = slot {
        let left = read(&app.borrow().model.home.key(slot));
        catch_left(app, slot, left);
    }
}

/// How long another page may take to have its writes on the disk, in milliseconds. If it only was slow, what it said lies aside
/// needlessly.
const PATIENCE: u32 = 10_000;

/// A page that goes may leave its last write in the quick store alone, and not every browser lets it say so. What lies there since
/// and is not on the disk after a while is put aside, unless there is nothing here.
fn catch_left(app: &Shared, slot: Slot, left: Option<String>) {
    let app = Rc::clone(app);
    Timeout::new(PATIENCE, move || {
        if app.borrow().stores.typing {
            return catch_left(&app, slot, left);
        }
        let is_left = {
            let page = app.borrow();
            let seen = [&page.stores.quick, &page.stores.slow].map(|store| &store[slot as usize]);
            let stays = read(&page.model.home.key(slot)) == left;
            page.stores.base == Base::There && !page.model.keeper.of(slot).barred && stays && !seen.contains(&&left)
        };
        let Some(left) = left.filter(|_| is_left) else { return };
        app.borrow_mut().stores.quick[slot as usize] = Some(left.clone());
        handle(&app, Message::Keeping(KeepingMessage::Left(slot, left.clone())));
        let known = app.borrow().model.keeper.of(slot).known.clone();
        if known.text.is_some() {
            write_after(&app, slot, known.write());
        }
        catch_older(&app, slot);
    })
    .forget();
}

/// The page goes. What it wrote and nobody told as kept may never come to the database: it meets what others wrote since. What
/// nobody can be asked any more is put aside.
fn go(app: &Shared) {
    app.borrow_mut().stores.stay = Stay::Going;
    for slot in Slot::ALL {
        let page = app.borrow();
        let thing = page.model.keeper.of(slot);
        let there = read(&page.model.home.key(slot));
        let is_on_its_way = thing.base.is_some();
        let is_new = there.is_some() && there != page.stores.quick[slot as usize];
        drop(page);
        if is_on_its_way && is_new {
            meet(app, slot, there);
        }
    }
    if !app.borrow().model.asked.is_empty() {
        handle(app, Message::Keeping(KeepingMessage::Going));
    }
    app.borrow_mut().stores.stay = Stay::Gone;
}

/// The page comes out of the cache of pages, where it heard nothing.
fn come_back(app: &Shared) {
    if IS_HERE {
        app.borrow_mut().stores.stay = Stay::Here;
    }
    typing(app, false, false);
    for slot in Slot::ALL {
        let gone =
            app.borrow().stores.quick[slot as usize].is_some() && read(&app.borrow().model.home.key(slot)).is_none();
        if gone {
            deleted(app, slot);
        }
    }
    catch_up(app);
    if app.borrow().stores.base == Base::There {
        read_kept();
    }
}

/// What was typed is said, or given up. Where the page itself moves the focus, a field says so while the page is at work: then
/// it is heard afterwards.
fn said(app: &Shared) {
    if app.try_borrow_mut().is_err() || app.borrow().showing.get() {
        let app = Rc::clone(app);
        Timeout::new(0, move || said(&app)).forget();
        return;
    }
    typing(app, false, false);
    catch_up(app);
}

/// Whether a field is in hand, and whether what stands in it belongs to the work: then the line says that it is not kept.
fn typing(app: &Shared, typing: bool, of_work: bool) {
    app.borrow_mut().stores.typing = typing;
    if app.borrow().model.pending.typing != of_work {
        tell(app, Message::Keeping(KeepingMessage::Typing(of_work)));
        wing::tie(app);
    }
}

/// Takes over what other pages wrote meanwhile. While something is being typed it waits: what is typed may be the same field.
fn catch_up(app: &Shared) {
    if app.borrow().stores.typing || !app.borrow().model.keeping.tries() {
        return;
    }
    for slot in Slot::ALL.into_iter().filter(|slot| here(*slot)) {
        let key = app.borrow().model.home.key(slot);
        let there = read(&key);
        if app.borrow().stores.base == Base::There {
            // Where nothing is left, nothing is looked for: that alone would make a database anew.
            if there.is_some() || app.borrow().model.keeper.of(slot).known.text.is_some() {
                look(&key);
            }
            continue;
        }
        if there.is_some() && there != app.borrow().stores.quick[slot as usize] {
            meet(app, slot, there);
        }
    }
}
