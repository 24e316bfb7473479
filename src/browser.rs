//! The last metre: the only room that touches the page, the clock, storage and files.
//!
//! Events become [`Message`]s, [`update`] decides, the view is morphed into the page, and [`Effect`]s are carried out.
//! Everything here may be missing or throw (a sandboxed frame, a private window): then the page works on without it.

mod device;
mod files;

use std::cell::RefCell;
use std::rc::Rc;

use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Event, HtmlElement, HtmlInputElement, UrlSearchParams, Window};

use crate::exchange::save;
use crate::locale::{self, Locale};
use crate::page::{Effect, Keeping, Message, Model, Office, Route, announcement, title, update, view};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Idiomorph, js_name = morph, catch)]
    fn morph(old: &Element, new: &str, options: &JsValue) -> Result<JsValue, JsValue>;

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
    said: String,
    saying: Option<Timeout>,
}

type Shared = Rc<RefCell<App>>;

/// Takes over the pre-rendered page. The boot script calls it once.
///
/// # Errors
/// When there is no page to take over.
#[wasm_bindgen]
pub fn start() -> Result<(), JsValue> {
    let window = web_sys::window().ok_or("no window")?;
    let document = window.document().ok_or("no document")?;
    let root = document.get_element_by_id("app").ok_or("no element with the id app")?;
    let wanted = setting(&document, "lang").and_then(|code| Locale::parse(&code));
    let model = first_model(&window, &document);
    let app = App { model, window, document, root, morphing: morphing()?, said: String::new(), saying: None };
    let app = Rc::new(RefCell::new(app));
    render(&app);
    listen(&app);
    if let Some(locale) = wanted.filter(|locale| *locale != Locale::default()) {
        handle(&app, Message::Speaks(locale));
    }
    Ok(())
}

/// The page as it was left: mode from the frame's settings, work from the device, screen from the address.
fn first_model(window: &Window, document: &Document) -> Model {
    let mut model = Model::new(Locale::default());
    model.today = device::today();
    model.build = build(document).unwrap_or_default();
    model.office = office(window);
    // First of all the shared computer: there not even a trial is written.
    if setting(document, "mode").as_deref() == Some("shared") {
        model.keeping = Keeping::Shared;
    } else if !device::keeps(window) {
        model.keeping = Keeping::Refused;
    } else if let Some(opened) = device::kept().and_then(|text| save::read(&text).ok()) {
        model.work = opened;
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

fn build(document: &Document) -> Option<String> {
    document.query_selector("meta[name=build]").ok()??.get_attribute("content")
}

/// What the morphing must leave alone: the field being typed in, and which details are open.
fn morphing() -> Result<JsValue, JsValue> {
    let keep_open = Closure::<dyn Fn(String, Element) -> bool>::new(|attribute: String, element: Element| {
        !(attribute == "open" && element.tag_name().eq_ignore_ascii_case("details"))
    });
    let callbacks = js_sys::Object::new();
    js_sys::Reflect::set(&callbacks, &"beforeAttributeUpdated".into(), &keep_open.into_js_value())?;
    let options = js_sys::Object::new();
    js_sys::Reflect::set(&options, &"morphStyle".into(), &"innerHTML".into())?;
    js_sys::Reflect::set(&options, &"callbacks".into(), &callbacks)?;
    Ok(options.into())
}

/// Hears about everything that bubbles up to the page. The listeners live as long as the page.
fn listen(app: &Shared) {
    let (document, window) = (app.borrow().document.clone(), app.borrow().window.clone());
    for (event, mark) in [("click", "data-click"), ("change", "data-change"), ("input", "data-input")] {
        let app = Rc::clone(app);
        let options = gloo_events::EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&document, event, options, move |event| marked(&app, event, mark)).forget();
    }
    let app = Rc::clone(app);
    EventListener::new(&window, "hashchange", move |_| {
        let hash = app.borrow().window.location().hash().unwrap_or_default();
        if let Some(route) = Route::parse(&hash) {
            handle(&app, Message::Went(route));
        }
    })
    .forget();
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
        files::read(app, &target);
        return;
    }
    let Some(element) = nearest(mark) else { return };
    let text = element.get_attribute(mark).unwrap_or_default();
    if let Some(message) = Message::parse(&text, &value(&element)) {
        handle(app, message);
    }
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

/// One turn: message, update, view, effects.
fn handle(app: &Shared, message: Message) {
    let effects = update(&mut app.borrow_mut().model, message);
    render(app);
    for effect in effects {
        perform(app, effect);
    }
}

fn render(app: &Shared) {
    let mut page = app.borrow_mut();
    let html = view(&page.model).into_string();
    // Only a field is left alone while it has the focus: a heading that has it must not keep the last screen's words.
    let _ = js_sys::Reflect::set(&page.morphing, &"ignoreActiveValue".into(), &is_typing(&page.document).into());
    // Morphing fails only on a page that is no longer ours; then there is nothing to show.
    let _ = morph(&page.root, &html, &page.morphing);
    page.document.set_title(&title(&page.model));
    if let Some(root) = page.document.document_element() {
        let _ = root.set_attribute("lang", page.model.locale.code());
    }
    let sentence = announcement(&page.model);
    if sentence != page.said {
        page.said.clone_from(&sentence);
        let document = page.document.clone();
        // One sentence after the last change, so that fast typing leaves no backlog.
        page.saying = Some(Timeout::new(700, move || say(&document, &sentence)));
    }
}

/// Whether the focus is in a field.
fn is_typing(document: &Document) -> bool {
    document
        .active_element()
        .is_some_and(|element| matches!(element.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}

fn say(document: &Document, sentence: &str) {
    if let Some(region) = document.get_element_by_id("kabar") {
        region.set_text_content(Some(sentence));
    }
}

fn perform(app: &Shared, effect: Effect) {
    let (window, document) = (app.borrow().window.clone(), app.borrow().document.clone());
    match effect {
        Effect::Keep(text) => {
            if device::keep(&text).is_none() {
                handle(app, Message::Storage(false));
            }
        }
        Effect::Forget => device::forget(&window),
        Effect::Download { name, kind, text } => files::offer(&document, &name, kind, &text),
        Effect::Go(route) => drop(window.location().set_hash(&route.hash())),
        Effect::Focus(id) => {
            focus(&document, &id);
            if id == "judul" {
                window.scroll_to_with_x_and_y(0.0, 0.0);
            }
        }
        Effect::Print => drop(window.print()),
        Effect::Load(locale) => load(app, locale),
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

fn focus(document: &Document, id: &str) {
    if let Some(element) = document.get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}
