//! The last metre: the only room that touches the page, the clock, storage and files.
//!
//! Events become [`Message`]s, [`update`] decides, the view is morphed into the page (another screen takes its place), and
//! [`Effect`]s are carried out.
//! Everything here may be missing or throw (a sandboxed frame, a private window): then the page works on without it.

mod device;
mod files;
mod keeper;
mod paste;
mod sharing;
/// The door to what the second part of the page asks of the browser. In the first part an empty twin stands in its place.
#[cfg_attr(not(feature = "full"), path = "browser/twin/mod.rs")]
mod wing;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, FocusOptions, HtmlElement, HtmlInputElement, UrlSearchParams, Window};

use crate::exchange::save;
use crate::keeping::Slot;
use crate::locale::{self, Locale};
use crate::page::wing::IS_HERE;
use crate::page::{
    Arriving, BLOCKS, Effect, Exit, Field, Keeping, Message, Model, Office, Route, announcement, blocks, ticks, title,
    unticked, update, view,
};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Idiomorph, js_name = morph, catch)]
    fn morph(old: &Element, new: &str, options: &JsValue) -> Result<JsValue, JsValue>;

    /// In the boot script: holds the work as text, for when this module has died.
    #[wasm_bindgen(js_namespace = device, js_name = remember)]
    fn remember(text: &str);

    /// In the boot script: calls when the page has been drawn; in a tab that nobody sees, soon.
    #[wasm_bindgen(js_namespace = device, js_name = drawn)]
    fn after_frame(then: &JsValue);

    /// In the boot script: loads the page in the version that the site has now.
    #[wasm_bindgen(js_namespace = device, js_name = reload)]
    fn reload_anew();

    /// In the boot script: fetches the pack of a language and hands it to `done`, or nothing.
    #[wasm_bindgen(js_name = loadLanguage)]
    fn load_language(code: &str, done: &JsValue);
}

/// The page at work.
struct App {
    model: Model,
    window: Window,
    document: Document,
    root: Element,
    morphing: JsValue,
    /// The screen that stands there; the pre-rendered one at first.
    shown: RefCell<Route>,
    /// Its HTML as it was put there; blank where nobody can say.
    html: RefCell<String>,
    /// What was pressed or typed into last: it stays under the thumb, whatever comes and goes above it, and when.
    held: RefCell<Option<Element>>,
    said: String,
    saying: Option<Timeout>,
    /// Whether what stands there is older than the model, and will be drawn anew in a moment.
    is_stale: Cell<bool>,
    /// What the second part knows besides.
    wing: wing::State,
    /// Whether a screen is being put up.
    showing: Cell<bool>,
    /// What came in meanwhile.
    waiting: RefCell<Vec<Message>>,
    /// What is known of what the device keeps.
    stores: keeper::Stores,
    /// What of the settings stands in the address: whether the computer is shared, and the language.
    addressed: (bool, Locale),
    /// The address, as far as it was followed.
    followed: RefCell<String>,
    /// Dropped when the second part of the page takes over.
    listeners: Vec<EventListener>,
}

type Shared = Rc<RefCell<App>>;

/// Marks the boxes of a day.
const DAY: &str = "data-day";

/// Where the first part of the page says what was in hand.
const HELD: &str = "data-held";

/// Takes over the pre-rendered page, or the page as its first part hands it over, with more words about each item where
/// they are here already. The boot script calls it once.
///
/// # Errors
/// When there is no page to take over; with a sentence for the reader, when what is handed over cannot be read.
#[wasm_bindgen]
pub fn start(handed: Option<String>, help: Option<String>) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or("no window")?;
    let document = window.document().ok_or("no document")?;
    let root = document.get_element_by_id("app").ok_or("no element with the id app")?;
    let mut model = first_model(&window, &document);
    // The first part is handed nothing.
    let taken_over = IS_HERE && handed.is_some();
    let spoken = wing::receive(&mut model, handed, help)?;
    let wanted = spoken.or_else(|| setting(&document, "lang").and_then(|code| Locale::parse(&code)));
    // Who stands on a screen that both parts have goes on there, and may be typing.
    let stays = taken_over && !model.route.is_later();
    let shown = RefCell::new(if stays { model.route.clone() } else { Route::default() });
    let (said, saying, listeners) = (String::new(), None, Vec::new());
    let (morphing, showing, waiting) = (morphing()?, Cell::default(), RefCell::default());
    // The first part may hand over a screen that the address has left already.
    let followed = if taken_over { model.route.hash() } else { window.location().hash().unwrap_or_default() };
    let app = App {
        model,
        window,
        document,
        root,
        morphing,
        shown,
        html: RefCell::default(),
        held: RefCell::default(),
        said,
        saying,
        is_stale: Cell::default(),
        wing: wing::State::default(),
        showing,
        waiting,
        stores: keeper::Stores::default(),
        addressed: (false, Locale::default()),
        followed: RefCell::new(followed),
        listeners,
    };
    if app.model.has_work() {
        remember(&work_text(&app.model));
    }
    let app = Rc::new(RefCell::new(app));
    let window = app.borrow().window.clone();
    let effects = keeper::begin(&app, &window);
    wing::begin(&app);
    if taken_over {
        let field = in_hand(&app.borrow());
        app.borrow_mut().stores.typing = field.as_ref().is_some_and(is_typed_in);
        app.borrow().held.replace(field);
    }
    render(&app);
    listen(&app);
    for effect in effects {
        perform(&app, effect);
    }
    keeper::open(&app);
    wing::look_for(&app);
    // What the first part could not do.
    let arriving = app.borrow_mut().model.arriving.take();
    match arriving {
        Some(Arriving::File(file)) => handle(&app, Message::Opened(Ok(file))),
        Some(Arriving::Kind(kind)) => handle(&app, Message::Profiled(Field::Kind, kind.code().to_owned())),
        None => {}
    }
    // A first part that was asked for a screen of the second.
    let wants = !IS_HERE && app.borrow().model.is_shared();
    if wants || app.borrow().model.waits() {
        handle(&app, Message::Rest);
    }
    if let Some(locale) = wanted.filter(|locale| *locale != Locale::default()) {
        handle(&app, Message::Speaks(locale));
    }
    Ok(())
}

/// What is in hand while the second part takes over: a field that is typed in, or what the first part says was pressed.
fn in_hand(page: &App) -> Option<Element> {
    let typed = page.document.active_element().filter(|element| element.matches("input, textarea").unwrap_or(false));
    typed.or_else(|| page.document.get_element_by_id(&page.root.get_attribute(HELD)?))
}

/// Whether a field holds another text than the one it was put there with.
fn is_typed_in(field: &Element) -> bool {
    let input = field.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::default_value);
    let area = || field.dyn_ref::<web_sys::HtmlTextAreaElement>()?.default_value().ok();
    input.or_else(area).is_some_and(|text| text != value(field))
}

/// Whether a field of text holds what the page itself put there.
fn is_as_drawn(field: &Element) -> bool {
    field.matches("input[type=text]").unwrap_or(false) && !is_typed_in(field)
}

/// The work as it is kept.
fn work_text(model: &Model) -> String {
    save::write_tight(&model.work.assessment, &model.work.kept)
}

/// The page before anything is read: mode from the frame's settings, screen from the address.
fn first_model(window: &Window, document: &Document) -> Model {
    let mut model = Model::new(Locale::default());
    model.today = device::today();
    model.build = meta(document, "build").unwrap_or_default();
    model.office = office(window);
    model.can_share = sharing::can_share();
    model.saves_data = setting(document, "saves").is_some();
    wing::tell_origin(&mut model, window, document);
    // First of all the shared computer: there not even a trial is written.
    if setting(document, "mode").as_deref() == Some("shared") {
        model.keeping = Keeping::Shared;
    } else if setting(document, "watched").is_some() {
        model.keeping = Keeping::Watched;
    }
    model.route = window.location().hash().ok().and_then(|hash| Route::parse(&hash)).unwrap_or_default();
    model
}

/// A setting of the frame, `<html data-…>`.
fn setting(document: &Document, name: &str) -> Option<String> {
    document.document_element()?.get_attribute(&format!("data-{name}"))
}

/// The local office, as the page's address names it.
fn office(window: &Window) -> Option<Office> {
    let asked = UrlSearchParams::new_with_str(&window.location().search().ok()?).ok()?;
    let text = |name| asked.get(name);
    Office::new(text("office-name").as_deref(), text("office-contact").as_deref(), text("office-link").as_deref())
}

/// What the page's head says under a name.
fn meta(document: &Document, name: &str) -> Option<String> {
    document.query_selector(&format!("meta[name={name}]")).ok()??.get_attribute("content")
}

/// What the morphing must leave alone: the field being typed in, which details are open, and passphrases, of which the
/// view knows nothing.
fn morphing() -> Result<JsValue, JsValue> {
    let keep_open = Closure::<dyn Fn(String, Element) -> bool>::new(|attribute: String, element: Element| {
        let secret = || element.get_attribute("type").as_deref() == Some("password");
        !(attribute == "open" && element.tag_name().eq_ignore_ascii_case("details") || attribute == "value" && secret())
    });
    let callbacks = js_sys::Object::new();
    js_sys::Reflect::set(&callbacks, &"beforeAttributeUpdated".into(), &keep_open.into_js_value())?;
    let options = js_sys::Object::new();
    js_sys::Reflect::set(&options, &"callbacks".into(), &callbacks)?;
    Ok(options.into())
}

/// Hears about everything that bubbles up to the page.
fn listen(app: &Shared) {
    let mut listeners = Vec::new();
    let (document, window) = (app.borrow().document.clone(), app.borrow().window.clone());
    for (event, mark) in [
        ("click", "data-click"),
        ("change", "data-change"),
        ("input", "data-input"),
        ("change", DAY),
        ("focusout", DAY),
    ] {
        let app = Rc::clone(app);
        let options = gloo_events::EventListenerOptions::enable_prevent_default();
        let hear = move |event: &Event| marked(&app, event, mark);
        listeners.push(EventListener::new_with_options(&document, event, options, hear));
    }
    let options = gloo_events::EventListenerOptions::enable_prevent_default;
    let page = Rc::clone(app);
    let pasted = move |event: &Event| paste::read(&page, event);
    listeners.push(EventListener::new_with_options(&document, "paste", options(), pasted));
    let page = Rc::clone(app);
    listeners.push(EventListener::new(&window, "hashchange", move |_| follow(&page)));
    listeners.extend(keeper::hear_others(app));
    wing::listen(app, &document, &mut listeners);
    app.borrow_mut().listeners = listeners;
}

/// Goes where the address says. A browser tells of a new address a moment after it stands there; what is pressed in between is
/// meant for the screen that was asked for.
fn follow(app: &Shared) {
    let hash = app.borrow().window.location().hash().unwrap_or_default();
    if app.borrow().followed.replace(hash.clone()) != hash
        && let Some(route) = Route::parse(&hash)
    {
        handle(app, Message::Went(route));
    }
}

/// An event on an element that carries a mark, or inside one.
fn marked(app: &Shared, event: &Event, mark: &str) {
    let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
    let nearest = |name: &str| target.closest(&format!("[{name}]")).ok().flatten();
    if mark == "data-click"
        && let Some(id) = nearest("data-focus").and_then(|link| link.get_attribute("data-focus"))
    {
        event.prevent_default();
        focus(&app.borrow().document, &id);
        return;
    }
    if mark == "data-change" && target.has_attribute("data-file") {
        if !wing::read(app, &target) {
            files::read(app, &target);
        }
        return;
    }
    let Some(element) = nearest(mark) else { return };
    // Of a field into which the page itself put something while it was in hand Firefox tells a change that nobody made.
    if mark == "data-change" && !app.borrow().stores.typing && is_as_drawn(&element) {
        return;
    }
    let said = if mark == DAY { day(&element, event) } else { Some(value(&element)) };
    let Some(said) = said else { return };
    let text = element.get_attribute(mark).unwrap_or_default();
    if let Some(message) = Message::parse(&text, &said) {
        // The words are there: what is unfolded shows them by itself.
        if message == Message::Help && app.borrow().model.locale.has_help() {
            return;
        }
        // Of the boxes of a day the one in hand.
        app.borrow().held.replace(Some(if mark == DAY { target } else { element }));
        take(app, message, mark == "data-change");
    }
}

/// A day out of its boxes, once all of them are filled or blank; one that lacks a part once the focus has left them.
fn day(boxes: &Element, event: &Event) -> Option<String> {
    let all = boxes.query_selector_all("input, select").ok()?;
    let parts = (0..all.length()).rev().filter_map(|place| all.get(place)?.dyn_into::<Element>().ok());
    let parts: Vec<String> = parts.map(|part| value(&part).trim().to_owned()).collect();
    let blank = parts.iter().filter(|part| part.is_empty()).count();
    let lacks = blank > 0 && blank < parts.len();
    // Only an event of the focus says where it goes.
    let left = js_sys::Reflect::get(event, &"relatedTarget".into()).ok().filter(|to| !to.is_undefined());
    let wanted = left.map_or(!lacks, |to| lacks && !boxes.contains(to.dyn_ref()));
    let (day, rest) = parts.split_last()?;
    wanted.then(|| if blank == parts.len() { String::new() } else { format!("{}-{day:0>2}", rest.join("-")) })
}

/// What a field holds: a tick as `true` or `false`, anything else as its text.
fn value(element: &Element) -> String {
    match element.dyn_ref::<HtmlInputElement>() {
        Some(input) if input.type_() == "checkbox" => input.checked().to_string(),
        Some(input) => input.value(),
        None => {
            let select = element.dyn_ref::<web_sys::HtmlSelectElement>().map(web_sys::HtmlSelectElement::value);
            let area = || element.dyn_ref::<web_sys::HtmlTextAreaElement>().map(web_sys::HtmlTextAreaElement::value);
            select.or_else(area).unwrap_or_default()
        }
    }
}

/// One turn: message, update, view, effects. What comes in while a screen is put up waits for its turn: a browser tells of
/// a field's change also when the field goes.
fn handle(app: &Shared, message: Message) {
    take(app, message, false);
}

/// The same; of what is seen already, its field having changed, the reader sees the rest a moment later.
fn take(app: &Shared, message: Message, is_seen: bool) {
    if app.borrow().showing.get() {
        app.borrow().waiting.borrow_mut().push(message);
        return;
    }
    let effects = update(&mut app.borrow_mut().model, message);
    hold(app, &effects);
    wing::tie(app);
    address(app);
    let stays = *app.borrow().shown.borrow() == app.borrow().model.route;
    // What a field shows by itself is kept at once, and the rest of the screen is drawn after the frame in which the field is seen:
    // on a cheap phone a tenth of a second later.
    if is_seen && stays && effects.iter().all(|effect| matches!(effect, Effect::Keep(_))) {
        draw_soon(app);
    } else {
        render(app);
    }
    for effect in effects {
        perform(app, effect);
    }
    let waiting = app.borrow().waiting.take();
    for message in waiting {
        handle(app, message);
    }
}

/// Language and shared computer stand in the address, so that they hold when the page is loaded anew and nothing is kept for
/// it. Where a frame or a file forbids it, they hold for this visit. The language stands on the document, too.
fn address(app: &Shared) {
    let settings = (app.borrow().model.keeping == Keeping::Shared, app.borrow().model.locale);
    if std::mem::replace(&mut app.borrow_mut().addressed, settings) == settings {
        return;
    }
    let (window, (is_shared, locale)) = (app.borrow().window.clone(), settings);
    // Only where it changes: a browser styles all anew for it, even for the same language once more.
    if let Some(root) = app.borrow().document.document_element() {
        let _ = root.set_attribute("lang", locale.code());
    }
    let Ok(asked) = UrlSearchParams::new_with_str(&window.location().search().unwrap_or_default()) else { return };
    if locale == Locale::default() {
        asked.delete("lang");
    } else {
        asked.set("lang", locale.code());
    }
    if is_shared {
        asked.set("mode", "shared");
    } else if asked.get("mode").as_deref() == Some("shared") {
        asked.delete("mode");
    }
    let search = String::from(asked.to_string());
    let (path, hash) = (window.location().pathname().unwrap_or_default(), window.location().hash().unwrap_or_default());
    let mark = if search.is_empty() { "" } else { "?" };
    let url = [&path, mark, &search, &hash].concat();
    if let Ok(history) = window.history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&url));
    }
}

/// The page's script holds the work as it now is; where nothing is kept, that is all there is.
fn hold(app: &Shared, effects: &[Effect]) {
    let page = app.borrow();
    match effects.iter().find_map(|effect| if let Effect::Keep(text) = effect { Some(text) } else { None }) {
        Some(text) => remember(text),
        None if page.model.has_work() && !matches!(page.model.keeping, Keeping::Device) => {
            remember(&work_text(&page.model));
        }
        None => {}
    }
}

fn draw_soon(app: &Shared) {
    app.borrow().is_stale.set(true);
    let page = Rc::clone(app);
    let draw = move || {
        if page.borrow().is_stale.get() {
            render(&page);
        }
    };
    after_frame(&Closure::once_into_js(draw));
}

fn render(app: &Shared) {
    app.borrow().is_stale.set(false);
    show(&app.borrow());
    let page = Rc::clone(app);
    // One sentence after the last change, so that fast typing leaves no backlog, and nobody waits for it to be made.
    app.borrow_mut().saying = Some(Timeout::new(700, move || say(&mut page.borrow_mut())));
}

fn show(page: &App) {
    let html = view(&page.model).into_string();
    // What is being typed stays; a heading that has the focus changes like anything else, and so does a field whose text is said
    // already: another page may have changed it since.
    let typing = page.stores.typing
        && page.document.active_element().is_some_and(|element| element.matches("input, textarea").unwrap_or(false));
    let _ = js_sys::Reflect::set(&page.morphing, &"ignoreActiveValue".into(), &typing.into());
    page.showing.set(true);
    // Another screen is put there whole: parts of the one before would be seen to move about.
    if page.shown.replace(page.model.route.clone()) == page.model.route {
        let focused = page.document.active_element();
        let text = focused.as_ref().map(value);
        change(page, &html);
        // Another page put something there: what is typed now stands in its place, not before it.
        if let Some(input) = focused.as_ref().and_then(|element| element.dyn_ref::<HtmlInputElement>())
            && text != Some(value(input))
            && !page.model.came.is_empty()
        {
            input.select();
        }
        // What had the focus is gone: the keyboard goes on at the heading, not at the browser's own bars.
        if focused.is_some_and(|element| !element.is_connected()) {
            focus_unseen(&page.document, "judul");
        }
    } else {
        let heard = page.document.active_element().is_some_and(|element| element.id() == "judul");
        page.root.set_inner_html(&html);
        // The second part of the page comes while its reader already stands at the heading.
        if heard {
            focus(&page.document, "judul");
        }
    }
    page.html.replace(html);
    page.showing.set(false);
    page.document.set_title(&title(&page.model));
}

/// Makes the same screen what it is from now on, block by block. What is in hand stays under the thumb, and its block is put
/// right whatever a hand did there.
#[expect(clippy::float_arithmetic, reason = "pixels, no figures of anybody's books")]
fn change(page: &App, html: &str) {
    let (held, before) = (page.held.borrow(), page.html.borrow());
    let (old, new) = (blocks(&before), blocks(html));
    let there: Vec<Element> =
        page.root.query_selector_all(BLOCKS).map_or_else(|_| Vec::new(), |nodes| elements(&nodes));
    let in_hand = there.iter().position(|block| block.contains(held.as_deref()));
    let is_alike = !new.is_empty() && [old.len(), there.len()] == [new.len(); 2];
    let differs = |place: &usize| old[*place] != new[*place] || in_hand == Some(*place);
    let changed: Vec<usize> = if is_alike { (0..new.len()).filter(differs).collect() } else { Vec::new() };
    // A field may come back as another element of the same name.
    let top = || {
        let held = held.as_ref()?;
        let again = page.document.get_element_by_id(&held.id()).filter(|_| !held.is_connected());
        Some(again.as_ref().unwrap_or(held).get_bounding_client_rect().top())
    };
    // Asking where it stands costs a layout. What changes behind it moves nothing, nor does a bar that fills or a mark that is set.
    let moves = |place: &usize| {
        in_hand.is_none_or(|in_hand| *place <= in_hand)
            && !new[*place].starts_with("<progress")
            && unticked(old[*place]) != unticked(new[*place])
    };
    let first = if !is_alike || changed.iter().any(moves) { top() } else { None };
    let put = |place: &usize| {
        let ticks = ticks(old[*place], new[*place]);
        ticks.is_some_and(|ticks| tick(&there[*place], &ticks)) || merge(page, &there[*place], new[*place], "outerHTML")
    };
    let merged = changed.iter().all(put);
    // Where merging fails, the screen is put there whole: an old one would look as if nothing had happened.
    if !(is_alike && merged || merge(page, &page.root, html, "innerHTML")) {
        page.root.set_inner_html(html);
    }
    if let (Some(before), Some(after)) = (first, first.and_then(|_| top())) {
        page.window.scroll_by_with_x_and_y(0.0, after - before);
    }
}

/// Ticks the fields of a block, and no others; whether there are that many. Merging a chapter of ten questions for one answer took
/// half of its time.
fn tick(block: &Element, ticks: &[bool]) -> bool {
    let fields = block.query_selector_all("input").map_or_else(|_| Vec::new(), |nodes| elements(&nodes));
    let fields: Vec<HtmlInputElement> = fields.into_iter().filter_map(|field| field.dyn_into().ok()).collect();
    for (field, ticked) in fields.iter().zip(ticks) {
        field.set_default_checked(*ticked);
        field.set_checked(*ticked);
    }
    fields.len() == ticks.len()
}

/// Whether it went well.
fn merge(page: &App, old: &Element, new: &str, style: &str) -> bool {
    let _ = js_sys::Reflect::set(&page.morphing, &"morphStyle".into(), &style.into());
    morph(old, new, &page.morphing).is_ok()
}

fn elements(nodes: &web_sys::NodeList) -> Vec<Element> {
    (0..nodes.length()).filter_map(|place| nodes.item(place)?.dyn_into().ok()).collect()
}

fn say(page: &mut App) {
    let sentence = announcement(&page.model);
    if sentence == page.said {
        return;
    }
    if let Some(region) = page.document.get_element_by_id("kabar") {
        region.set_text_content(Some(&sentence));
    }
    page.said = sentence;
}

fn perform(app: &Shared, effect: Effect) {
    let (window, document) = (app.borrow().window.clone(), app.borrow().document.clone());
    match effect {
        Effect::Keep(text) => keeper::keep(app, Slot::Work, text),
        Effect::Aside(slot, key, text) => keeper::aside(app, slot, &key, &text),
        Effect::Discard(key) => keeper::discard(&key),
        Effect::Persist => keeper::persist(app),
        Effect::Forget => keeper::forget(app, &window),
        Effect::Download { name, kind, text } => {
            if files::offer(&document, &name, kind, &text.into()).is_err() {
                handle(app, Message::Barred(Exit::File));
            }
        }
        Effect::Share { name, text } => sharing::share(app, &name, &text),
        Effect::Copy => sharing::copy(app),
        Effect::Go(route) => drop(window.location().set_hash(&route.hash())),
        Effect::Focus(id) => {
            focus(&document, &id);
            if id == "judul" {
                window.scroll_to_with_x_and_y(0.0, 0.0);
            }
        }
        Effect::Print => {
            if window.print().is_err() {
                handle(app, Message::Barred(Exit::Print));
            }
        }
        Effect::Reload => reload_anew(),
        Effect::Load(locale) => load(app, locale),
        Effect::Help => help(app),
        Effect::Rest => wing::rest(app),
        Effect::Wing(effect) => wing::perform(app, &window, &document, effect),
    }
}

/// Fetches a language; the reader goes on meanwhile in the one there is.
fn load(app: &Shared, locale: Locale) {
    let app = Rc::clone(app);
    let done = Closure::once_into_js(move |pack: Option<String>| {
        let here = pack.is_some_and(|pack| locale::install(locale, pack).is_ok());
        handle(&app, if here { Message::Speaks(locale) } else { Message::Speechless });
    });
    load_language(locale.code(), &done);
}

/// Fetches more about each item; the reader goes on meanwhile.
fn help(app: &Shared) {
    let app = Rc::clone(app);
    let done = Closure::once_into_js(move |pack: Option<String>| {
        let here = pack.is_some_and(|pack| locale::install_help(pack).is_ok());
        handle(&app, if here { Message::Helped } else { Message::Stranded(None) });
    });
    load_language("help", &done);
}

/// The focus goes there, and what is seen stays.
fn focus_unseen(document: &Document, id: &str) {
    if let Some(element) = document.get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let still = FocusOptions::new();
        still.set_prevent_scroll(true);
        let _ = element.focus_with_options(&still);
    }
}

fn focus(document: &Document, id: &str) {
    if let Some(element) = document.get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}
