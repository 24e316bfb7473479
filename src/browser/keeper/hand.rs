//! The field in hand: what stands in it is said where a browser does not say so by itself, or not in time.

use wasm_bindgen::prelude::*;
use web_sys::Element;

use super::{Shared, Stay};
use crate::page::wing::IS_HERE;

/// What stands in the field in hand is said before the page goes: not every browser tells of it then.
pub(in crate::browser) fn say_field_in_hand(app: &Shared) {
    let Some(field) = app.borrow().document.active_element().filter(|_| app.borrow().stores.typing) else { return };
    let options = web_sys::EventInit::new();
    options.set_bubbles(true);
    if let Ok(change) = web_sys::Event::new_with_event_init_dict("change", &options) {
        let before = app.borrow().stores.stay;
        if IS_HERE {
            app.borrow_mut().stores.stay = Stay::Going;
        }
        let _ = field.dispatch_event(&change);
        if IS_HERE {
            app.borrow_mut().stores.stay = before;
        }
    }
}

/// What an event is about.
pub(super) fn element(event: &web_sys::Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}
