//! In the first part of the page: what stands in the place of the second, and fetches it.

mod given;

use super::{HELD, Shared, handle, keeper};
use crate::locale::Locale;
use crate::page::wing::Effect;
use crate::page::{Awaited, Message, Model, hand_over};
use gloo_events::EventListener;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, Window};

pub(super) use given::{is_unkept_desk, opened, read_book, table};

#[wasm_bindgen]
extern "C" {
    /// In the boot script: fetches the second part of the page, starts it with what `give` returns, and tells `done` why
    /// that failed, if it did.
    #[wasm_bindgen(js_name = loadRest)]
    fn load_rest(give: &JsValue, done: &JsValue);
}

/// Nothing is known besides the page.
#[derive(Default)]
pub(super) struct State(());

/// What was open from the desk waits for the second part.
pub(super) fn begin(app: &Shared) {
    let open = keeper::open_from_desk(app);
    let model = &mut app.borrow_mut().model;
    model.awaits = model.awaits.or(open.map(|_| Awaited::Desk));
}

pub(super) const fn look_for(_: &Shared) {}

/// The first part is handed nothing.
#[allow(clippy::needless_pass_by_value, clippy::unnecessary_wraps, reason = "it stands for the one that takes over")]
pub(super) fn receive(_: &mut Model, _: Option<String>, _: Option<String>) -> Result<Option<Locale>, JsValue> {
    Ok(None)
}

pub(super) const fn tell_origin(_: &mut Model, _: &Window, _: &Document) {}

pub(super) const fn listen(_: &Shared, _: &Document, _: &mut Vec<EventListener>) {}

pub(super) const fn read(_: &Shared, _: &Element) -> bool {
    false
}

pub(super) const fn tie(_: &Shared) {}

/// Fetches the second part of the page and falls silent once it is at work.
pub(super) fn rest(app: &Shared) {
    let page = Rc::clone(app);
    let give = Closure::<dyn Fn() -> String>::new(move || {
        let page = page.borrow();
        let held = page.held.borrow().as_ref().map(Element::id);
        let _ = held.map(|id| page.root.set_attribute(HELD, &id));
        hand_over(&page.model)
    });
    let app = Rc::clone(app);
    let done = Closure::once_into_js(move |failed: Option<String>, how: String| match failed {
        None => {
            app.borrow().is_stale.set(false);
            drop(std::mem::take(&mut app.borrow_mut().listeners));
        }
        Some(_) if how == "outdated" => handle(&app, Message::Outdated),
        Some(why) => handle(&app, Message::Stranded((how == "said").then_some(why))),
    });
    load_rest(&give.into_js_value(), &done);
}

pub(super) const fn perform(_: &Shared, _: &Window, _: &Document, effect: Effect) {
    match effect {}
}
