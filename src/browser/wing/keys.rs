//! Keys that stand for something on the screen: `data-key` names the keys of a button, link or summary, `data-enter` on a field what
//! Enter does there. Whoever types in a field, or presses with another key held down, means something else.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

use crate::browser::{Shared, focus, follow};

pub(super) fn listen(app: &Shared) -> EventListener {
    let app = Rc::clone(app);
    let document = app.borrow().document.clone();
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document, "keydown", options, move |event| {
        let _ = pressed(&app, event);
    })
}

/// `None` where the key means nothing here.
fn pressed(app: &Shared, event: &Event) -> Option<()> {
    let key = event.dyn_ref::<KeyboardEvent>()?;
    if key.alt_key() || key.ctrl_key() || key.meta_key() || key.is_composing() {
        return None;
    }
    let document = app.borrow().document.clone();
    let at = event.target()?.dyn_into::<Element>().ok()?;
    // The keys of a presenter's remote mean the same in a field.
    let pages = ["PageUp", "PageDown"].contains(&&*key.key());
    if at.matches("input, textarea, select").ok()? && !pages {
        if key.key() == "Enter" {
            let id = at.get_attribute("data-enter")?;
            event.prevent_default();
            let meant = document.get_element_by_id(&id)?.dyn_into::<HtmlElement>().ok()?;
            // The field gives up the focus first: what is in it is done with, and may be cleared.
            focus(&document, &id);
            if meant.has_attribute("data-click") {
                meant.click();
            }
        }
        return Some(());
    }
    let name = match &*key.key() {
        " " => "Space".to_owned(),
        "?" => "Help".to_owned(),
        name => name.to_owned(),
    };
    // Space presses what has the focus.
    let own = name == "Space" && at.matches("button, a, summary").ok()?;
    if own || !name.chars().all(|sign| sign.is_ascii_alphanumeric()) {
        return None;
    }
    follow(app);
    let find = |selector: &str| document.query_selector(selector).ok().flatten();
    // Escape shuts the help before it leaves the screen.
    let opened = (name == "Escape").then(|| find("details[open] > [data-key~=Help]")).flatten();
    let meant = opened.or_else(|| find(&format!("[data-key~=\"{name}\"]")))?.dyn_into::<HtmlElement>().ok()?;
    event.prevent_default();
    meant.click();
    Some(())
}
