//! Other pages of the tool: what they write is heard, and what this page can no longer say when it goes is left for them.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;

use super::hand::{element, say_field_in_hand};
use super::{Base, Shared, Stay, bears, catch_older, deleted, here, look, meet, read, read_kept, tell, wing};
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
        on(&document, "focusin", |app, _| focus_moved(app)),
        on(&document, "focusout", |app, _| {
            said(app);
            focus_moved(app);
        }),
    ]
}

/// The focus moves; where the whole page loses it, as behind another tab, it stays where it was. Where the page itself moves it, it is
/// at work, and the focus is no reader's.
fn focus_moved(app: &Shared) {
    if IS_HERE && let Ok(mut page) = app.try_borrow_mut() {
        let element = page.document.active_element().map(|element| element.id());
        page.model.focus_on(element.unwrap_or_default());
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
        let is_new = there.is_some() && there != app.borrow().stores.quick[slot as usize];
        let has_base = app.borrow().stores.base == Base::There;
        // A page that went may have left it there alone.
        if is_new && (!has_base || bears(app, slot, there.as_deref())) {
            meet(app, slot, there);
            if has_base {
                catch_older(app, slot);
            }
        } else if has_base && (there.is_some() || app.borrow().model.keeper.of(slot).known.text.is_some()) {
            // Where nothing is left, nothing is looked for: that alone would make a database anew.
            look(&key);
        }
    }
}
