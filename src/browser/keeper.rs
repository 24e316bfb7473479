//! The only room that touches what the device keeps: a database whose writes are told when they are on the disk
//! (`www/store.js`), and `localStorage`, which takes a text at once and tells other pages of it. What is found there goes to
//! the page as a message, and the page decides; see [`keeping`](crate::keeping).

mod hand;
mod others;

use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::prelude::*;
use web_sys::{Storage, Window};

use super::{Shared, handle, perform, render, wing};
use crate::keeping::{Record, Slot};
use crate::page::wing::IS_HERE;
use crate::page::{Effect, Keeping, KeepingMessage, LINE, Message, state, update, within};

pub(super) use hand::say_field_in_hand;
pub(super) use others::hear_others;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = device, js_name = listen)]
    fn listen_to(heard: &Function);
    #[wasm_bindgen(js_namespace = device, js_name = readKept)]
    fn read_kept();
    #[wasm_bindgen(js_namespace = device, js_name = keep)]
    fn put(key: &str, text: &str);
    #[wasm_bindgen(js_namespace = device, js_name = look)]
    fn look(key: &str);
    #[wasm_bindgen(js_namespace = device, js_name = drop)]
    fn drop_from(start: &str);
    #[wasm_bindgen(js_namespace = device, js_name = dropAll)]
    fn drop_all();
    #[wasm_bindgen(js_namespace = device, js_name = persist)]
    fn ask_to_persist();
}

/// What this page knows of the two stores.
#[derive(Default)]
pub(super) struct Stores {
    base: Base,
    /// What each thing held in the quick store when this page last read or wrote it: nothing else is written over.
    quick: [Option<String>; 4],
    /// What each thing held in the database when it was read.
    slow: [Option<String>; 4],
    /// Things that still lie where builds before the one shape put them.
    old: Vec<Slot>,
    /// Whether a field holds what was not said yet.
    pub(super) typing: bool,
    /// Whether the page stays.
    stay: Stay,
    /// Whether the browser was asked not to drop things.
    asked: bool,
}

/// Whether the page stays to hear what the database says.
#[derive(Clone, Copy, Default, PartialEq)]
enum Stay {
    #[default]
    Here,
    /// It may be on its way out: what is said now has no time to wait for the database.
    Going,
    /// It went. Some browsers say the field in hand once more then, as it stood before others were met.
    Gone,
}

/// Whether there is a database.
#[derive(Clone, Copy, Default, PartialEq)]
enum Base {
    /// Nobody asked yet.
    #[default]
    Unopened,
    /// It is on its way.
    Opening,
    There,
    Missing,
}

fn quick() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

fn read(key: &str) -> Option<String> {
    quick()?.get_item(key).ok()?
}

fn write(key: &str, text: &str) -> bool {
    quick().is_some_and(|storage| storage.set_item(key, text).is_ok())
}

fn remove(key: &str) {
    if let Some(storage) = quick() {
        let _ = storage.remove_item(key);
    }
}

fn keys(storage: &Storage) -> Vec<String> {
    let count = storage.length().unwrap_or(0);
    (0..count).filter_map(|place| storage.key(place).ok().flatten()).collect()
}

/// Milliseconds since 1970, by the device's clock; 0 where that is before.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a clock out of range counts as its edge")]
fn now() -> u64 {
    js_sys::Date::now() as u64
}

/// Everything as it was left. What the page wants done about it comes back, to be done once the page stands.
pub(super) fn begin(app: &Shared, window: &Window) -> Vec<Effect> {
    let mut page = app.borrow_mut();
    if matches!(page.model.keeping, Keeping::Shared | Keeping::Watched) {
        return Vec::new();
    }
    let on_disk = window.location().protocol().is_ok_and(|protocol| protocol == "file:");
    if on_disk {
        page.model.home = crate::keeping::Home::folder(&window.location().pathname().unwrap_or_default());
    }
    let home = page.model.home.clone();
    let all = quick().map(|storage| keys(&storage)).unwrap_or_default();
    if quick().is_none() && page.model.keeping == Keeping::Device {
        page.model.keeping = Keeping::Refused;
    }
    if on_disk && page.model.keeping == Keeping::Device && !all.iter().any(|key| home.owns(key)) {
        page.model.keeping = Keeping::Unasked;
    }
    let mut effects = Vec::new();
    for slot in Slot::ALL {
        if let Some(kept) = read(&home.key(slot)) {
            page.stores.quick[slot as usize] = Some(kept.clone());
            effects.extend(update(&mut page.model, Message::Keeping(KeepingMessage::Found(slot, kept))));
        }
    }
    for key in all.iter().filter(|key| home.is_aside(key).is_some()) {
        if let Some(kept) = read(key) {
            update(&mut page.model, Message::Keeping(KeepingMessage::Aside(key.clone(), kept)));
        }
    }
    for slot in Slot::ALL.into_iter().filter(|slot| here(*slot)) {
        if let Some(text) = read(&slot.legacy()) {
            page.stores.old.push(slot);
            effects.extend(update(&mut page.model, Message::Keeping(KeepingMessage::Legacy(slot, text))));
        }
    }
    effects
}

/// Under which key this tab remembers what is open from the desk.
pub(super) fn tie_key(app: &Shared) -> String {
    [app.borrow().model.home.start(), "terbuka"].concat()
}

/// What was open from the desk in this tab before the page was loaded anew.
pub(super) fn open_from_desk(app: &Shared) -> Option<u32> {
    if !app.borrow().model.keeping.tries() {
        return None;
    }
    let storage = app.borrow().window.session_storage().ok()??;
    storage.get_item(&tie_key(app)).ok()??.parse().ok()
}

/// The first part of the page knows only of the work.
const fn here(slot: Slot) -> bool {
    IS_HERE || matches!(slot, Slot::Work)
}

/// Hears of the database, and opens it unless nothing may be kept.
pub(super) fn open(app: &Shared) {
    if app.borrow().stores.base != Base::Unopened || !app.borrow().model.keeping.tries() {
        return;
    }
    app.borrow_mut().stores.base = Base::Opening;
    let page = Rc::clone(app);
    let heard =
        Closure::<dyn Fn(String, String, Option<String>) -> bool>::new(move |key: String, how: String, text| {
            hear(&page, &key, &how, text)
        });
    listen_to(heard.into_js_value().unchecked_ref());
    read_kept();
}

/// Keeps a thing, unless it is kept so already. What another page put there since comes to this one first.
pub(super) fn keep(app: &Shared, slot: Slot, text: String) {
    if IS_HERE && app.borrow().stores.stay == Stay::Gone {
        return;
    }
    open(app);
    let (key, there) = {
        let page = app.borrow();
        let thing = page.model.keeper.of(slot);
        if thing.seen == text && thing.known.number > 0 && page.model.keeping == Keeping::Device {
            return;
        }
        let key = page.model.home.key(slot);
        let there = read(&key);
        (key, there)
    };
    // With a database, that one says which of two pages was first, unless the other stands on what is known here.
    let going = IS_HERE && app.borrow().stores.stay == Stay::Going;
    let judged = app.borrow().stores.base == Base::There && !going;
    let is_new = there.is_some() && there != app.borrow().stores.quick[slot as usize];
    if is_new && (!judged || bears(app, slot, there.as_deref())) {
        // What is being typed is said first.
        if going || !app.borrow().stores.typing {
            meet(app, slot, there);
        }
        return;
    }
    // What nobody knows on what it stands, and is not on the disk, may be all that a page left that went.
    if IS_HERE && is_new && there != app.borrow().stores.slow[slot as usize] {
        left(app, slot, there);
        if app.borrow().model.keeper.of(slot).barred {
            return;
        }
    }
    let (kept, told, missing) = {
        let mut page = app.borrow_mut();
        let before = page.model.keeper.of(slot).known.clone();
        let kept = page.model.keeper.next(slot, text, now()).write();
        page.stores.quick[slot as usize] = Some(kept.clone());
        (kept, page.model.keeper.of(slot).told(&before), page.stores.base == Base::Missing)
    };
    write(&app.borrow().model.home.told(slot), &told);
    let quickly = write(&key, &kept);
    if missing {
        stored(app, slot, quickly);
    } else {
        put(&key, &kept);
        tell(app, Message::Keeping(KeepingMessage::Underway));
    }
}

/// Whether what lies in the quick store stands on what is known here.
fn bears(app: &Shared, slot: Slot, there: Option<&str>) -> bool {
    let mut page = app.borrow_mut();
    let told = read(&page.model.home.told(slot)).unwrap_or_default();
    there.is_some_and(|kept| page.model.keeper.of_mut(slot).bears(kept, &told))
}

/// What may be left behind there is put aside, unless there is nothing here.
fn left(app: &Shared, slot: Slot, there: Option<String>) {
    app.borrow_mut().stores.quick[slot as usize].clone_from(&there);
    if let Some(left) = there {
        handle(app, Message::Keeping(KeepingMessage::Left(slot, left)));
    }
}

/// What lies there now is met by what is here.
fn meet(app: &Shared, slot: Slot, there: Option<String>) {
    app.borrow_mut().stores.quick[slot as usize].clone_from(&there);
    if let Some(kept) = there {
        handle(app, Message::Keeping(KeepingMessage::Found(slot, kept)));
    }
}

/// A thing is kept, or was refused. What lay there in an older shape has served.
fn stored(app: &Shared, slot: Slot, kept: bool) {
    if wing::is_unkept_desk(app, slot, kept) {
        return;
    }
    if kept {
        app.borrow_mut().model.keeper.of_mut(slot).base = None;
        served(app, slot);
    }
    tell(app, Message::Storage(kept));
}

fn served(app: &Shared, slot: Slot) {
    let old = &mut app.borrow_mut().stores.old;
    if let Some(place) = old.iter().position(|one| *one == slot) {
        old.swap_remove(place);
        remove(&slot.legacy());
    }
}

/// A change of the line alone: the screen need not be drawn again for it.
fn tell(app: &Shared, message: Message) {
    let before = app.borrow().model.keeping;
    let effects = update(&mut app.borrow_mut().model, message);
    if app.borrow().model.keeping == before {
        let page = app.borrow();
        if let Some(line) = page.document.get_element_by_id(LINE) {
            let (now, mut html) = (state(&page.model).into_string(), page.html.borrow_mut());
            line.set_inner_html(&now);
            *html = within(&html, LINE, &now);
        }
    } else {
        render(app);
    }
    for effect in effects {
        perform(app, effect);
    }
}

/// The database tells something. Whether it was heard: while something is being typed, what other pages wrote waits, which may
/// be of the same field.
fn hear(app: &Shared, key: &str, how: &str, text: Option<String>) -> bool {
    let slot = app.borrow().model.home.slot(key);
    let aside = app.borrow().model.home.is_aside(key);
    match (how, slot, aside) {
        ("read", ..) => ready(app),
        ("deleted", ..) => base_gone(app),
        ("none", ..) => missing(app, slot, aside),
        ("found" | "looked" | "met", Some(_), _) if app.borrow().stores.typing => return false,
        ("looked", Some(slot), _) if text == app.borrow().stores.slow[slot as usize] => {}
        ("found" | "looked" | "met", Some(slot), _) => found(app, slot, text),
        ("found" | "met", _, Some(_)) => {
            handle(app, Message::Keeping(KeepingMessage::Aside(key.to_owned(), text.unwrap_or_default())));
        }
        ("kept", Some(slot), _) => {
            let last = text.as_deref() == Some(&*app.borrow().model.keeper.of(slot).known.write());
            if let Some(record) = text.as_deref().and_then(|kept| Record::read(kept).ok()) {
                app.borrow_mut().model.keeper.confirm(slot, record);
            }
            app.borrow_mut().stores.slow[slot as usize] = text;
            if last {
                stored(app, slot, true);
            } else if app.borrow().model.keeper.of(slot).known.text.is_none() {
                // It was on its way when it was deleted.
                catch_older(app, slot);
            }
        }
        ("kept", _, Some(slot)) => safe(app, slot),
        ("failed", Some(slot), _) => stored(app, slot, false),
        _ => {}
    }
    true
}

/// The database was deleted. Another page of the tool empties the quick store first; where things still lie there, it was
/// somebody else's doing, and they go into a new database.
fn base_gone(app: &Shared) {
    app.borrow_mut().stores.slow = [const { None }; 4];
    let still = |slot: &Slot| {
        let kept = read(&app.borrow().model.home.key(*slot)).and_then(|kept| Record::read(&kept).ok());
        kept.is_some_and(|record| record.text.is_some())
    };
    if Slot::ALL.iter().any(still) {
        for slot in Slot::ALL.into_iter().filter(|slot| here(*slot)) {
            catch_older(app, slot);
        }
    } else {
        for slot in Slot::ALL {
            deleted(app, slot);
        }
    }
}

/// What the database holds of a thing is met by what is here.
fn found(app: &Shared, slot: Slot, text: Option<String>) {
    let new = {
        let mut page = app.borrow_mut();
        page.stores.slow[slot as usize].clone_from(&text);
        text.filter(|text| *text != page.model.keeper.of(slot).known.write())
    };
    if let Some(kept) = new {
        handle(app, Message::Keeping(KeepingMessage::Found(slot, kept.clone())));
        write_after(app, slot, kept);
        catch_older(app, slot);
    }
}

/// What was taken over takes the place of what this page wrote to the quick store, which would count at the next start. That
/// something is deleted stands nowhere.
fn write_after(app: &Shared, slot: Slot, kept: String) {
    let key = app.borrow().model.home.key(slot);
    let page = &mut *app.borrow_mut();
    let (known, quick) = (&page.model.keeper.of(slot).known, &mut page.stores.quick[slot as usize]);
    if known.text.is_some() && known.write() == kept && *quick == read(&key) && write(&key, &kept) {
        *quick = Some(kept);
    }
}

/// The database is read: what is newer here goes there.
fn ready(app: &Shared) {
    app.borrow_mut().stores.base = Base::There;
    // Where the quick store is barred, this one is enough.
    let nothing = Slot::ALL.into_iter().all(|slot| app.borrow().model.keeper.of(slot).known == Record::default());
    if nothing {
        tell(app, Message::Storage(true));
    }
    for slot in Slot::ALL.into_iter().filter(|slot| here(*slot)) {
        catch_older(app, slot);
    }
}

/// What the database holds of a thing is older than what is known: it is brought up to date, or goes, where that was deleted.
fn catch_older(app: &Shared, slot: Slot) {
    let (key, known, lying) = {
        let page = app.borrow();
        let thing = page.model.keeper.of(slot);
        if thing.known == Record::default() || thing.barred {
            return;
        }
        (page.model.home.key(slot), thing.known.clone(), page.stores.slow[slot as usize].clone())
    };
    if known.text.is_none() {
        if lying.is_some() {
            drop_from(&key);
        }
    } else if lying.as_deref() == Some(&*known.write()) {
        tell(app, Message::Storage(true));
    } else {
        put(&key, &known.write());
    }
}

/// There is no database: what the quick store took is all there is.
fn missing(app: &Shared, slot: Option<Slot>, aside: Option<Slot>) {
    app.borrow_mut().stores.base = Base::Missing;
    let slots = slot.map_or_else(|| Slot::ALL.to_vec(), |slot| vec![slot]);
    for slot in slots.into_iter().filter(|_| aside.is_none()) {
        let (key, known) = {
            let page = app.borrow();
            (page.model.home.key(slot), page.model.keeper.of(slot).known.clone())
        };
        if known.number > 0 {
            let there = read(&key) == Some(known.write());
            stored(app, slot, there);
        }
    }
}

/// Puts a text aside, in both stores; one of them is enough.
pub(super) fn aside(app: &Shared, slot: Slot, key: &str, text: &str) {
    open(app);
    put(key, text);
    if write(key, text) {
        safe(app, slot);
    }
}

/// What lay in the place of a thing is safe: now it may be written over.
fn safe(app: &Shared, slot: Slot) {
    if app.borrow().model.keeper.of(slot).barred {
        served(app, slot);
        handle(app, Message::Keeping(KeepingMessage::Safe(slot)));
    }
}

pub(super) fn discard(key: &str) {
    remove(key);
    drop_from(key);
}

/// Deletes everything this tool ever kept, in all stores, to the last key. Other pages are told by marks that go at once.
pub(super) fn forget(app: &Shared, window: &Window) {
    let home = app.borrow().model.home.clone();
    for storage in [window.local_storage(), window.session_storage()].into_iter().flatten().flatten() {
        for key in keys(&storage).iter().filter(|key| home.owns(key)) {
            let _ = storage.remove_item(key);
        }
    }
    if home.is_hosted() {
        drop_all();
    } else if app.borrow().stores.base != Base::Unopened {
        drop_from(home.start());
    }
    for slot in Slot::ALL {
        let mark = app.borrow_mut().model.keeper.delete(slot, now()).map(Record::write);
        if let Some(mark) = mark {
            let key = home.key(slot);
            write(&key, &mark);
            remove(&key);
        }
    }
    let stores = &mut app.borrow_mut().stores;
    *stores = Stores { base: stores.base, asked: stores.asked, ..Stores::default() };
}

/// Another page deleted everything; this one does, too, whatever it wrote meanwhile.
fn deleted(app: &Shared, slot: Slot) {
    let mark = {
        let page = app.borrow();
        let known = &page.model.keeper.of(slot).known;
        if known.text.is_none() {
            return;
        }
        Record { number: known.number.saturating_add(1), time: now(), text: None }.write()
    };
    let key = app.borrow().model.home.key(slot);
    remove(&key);
    if IS_HERE {
        remove(&app.borrow().model.home.told(slot));
    }
    {
        let stores = &mut app.borrow_mut().stores;
        (stores.quick[slot as usize], stores.slow[slot as usize]) = (None, None);
    }
    drop_from(&key);
    handle(app, Message::Keeping(KeepingMessage::Found(slot, mark)));
}

/// Asks once that the browser drop nothing when the disk fills up.
pub(super) fn persist(app: &Shared) {
    if !std::mem::replace(&mut app.borrow_mut().stores.asked, true) {
        ask_to_persist();
    }
}
