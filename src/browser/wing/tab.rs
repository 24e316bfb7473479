//! What this tab remembers, so that it is there again when the page is loaded anew.

use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};

use crate::browser::{Shared, handle, keeper};
use crate::page::workshop::{DeskMessage, WorkshopMessage};
use crate::page::{KeepingMessage, Message, update};

/// What it knows besides the page.
#[derive(Default)]
pub(in crate::browser) struct State {
    /// Whether the browser itself reads QR pictures.
    pub(super) detects: bool,
    /// What this tab remembers as open from the desk.
    tied: Option<u32>,
    /// What it remembers of the stage.
    staged: String,
    /// Has the browser ask before the page goes.
    staying: Option<EventListener>,
}

/// Remembers what is open from the desk, so that it is open again when the page is loaded anew.
pub(in crate::browser) fn tie(app: &Shared) {
    stage(app);
    stay(app);
    let open = app.borrow().model.open_beside();
    if app.borrow().wing.tied == open || !app.borrow().model.keeping.tries() {
        return;
    }
    app.borrow_mut().wing.tied = open;
    // Where that fails, one's own work is open after a reload, and what was open lies on the desk.
    remember(app, &keeper::tie_key(app), open.map(|id| id.to_string()).as_deref());
}

/// This tab remembers something, or nothing any more; unless its memory is full or barred.
fn remember(app: &Shared, key: &str, what: Option<&str>) {
    let Ok(Some(storage)) = app.borrow().window.session_storage() else { return };
    let _ = match what {
        Some(text) => storage.set_item(key, text),
        None => storage.remove_item(key),
    };
}

/// Remembers the list of the stage and the hands raised, in this tab alone.
fn stage(app: &Shared) {
    let staged = app.borrow().model.workshop.staged();
    if app.borrow().wing.staged == staged || !app.borrow().model.keeping.tries() {
        return;
    }
    remember(app, &stage_key(app), Some(&*staged).filter(|staged| !staged.is_empty()));
    app.borrow_mut().wing.staged = staged;
}

/// While it is asked which of two values of a field is right, the browser asks before the page goes: the one that was typed here
/// would be gone. What is being typed then is said before anything of the page is ended: Firefox may end what a page does about a
/// field that is left because its tab is closed. At other times nothing listens, for a browser may keep no page in its cache of
/// pages that does.
fn stay(app: &Shared) {
    let stays = app.borrow().model.pending.typing || !app.borrow().model.asked.is_empty();
    if app.borrow().wing.staying.is_some() == stays {
        return;
    }
    let page = Rc::clone(app);
    let hear = move |event: &web_sys::Event| {
        let is_asking = || !page.borrow().model.asked.is_empty();
        if is_asking() {
            event.prevent_default();
        }
        keeper::say_field_in_hand(&page);
        // Later it may be too late to put aside what is asked about only now.
        if !event.default_prevented() && is_asking() {
            handle(&page, Message::Keeping(KeepingMessage::Going));
        }
    };
    let staying = stays.then(|| {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&app.borrow().window, "beforeunload", options, hear)
    });
    app.borrow_mut().wing.staying = staying;
}

fn stage_key(app: &Shared) -> String {
    [app.borrow().model.home.start(), "layar"].concat()
}

/// What this tab knew of the stage before the page was loaded anew.
pub(super) fn stage_again(app: &Shared) {
    if !app.borrow().model.keeping.tries() {
        return;
    }
    let storage = app.borrow().window.session_storage().ok().flatten();
    if let Some(staged) = storage.and_then(|storage| storage.get_item(&stage_key(app)).ok().flatten()) {
        let page = &mut *app.borrow_mut();
        page.model.workshop.restage(&staged);
        page.wing.staged = staged;
    }
}

/// What was open from the desk is open again.
pub(super) fn open_again(app: &Shared) -> Vec<crate::page::Effect> {
    let Some(id) = keeper::open_from_desk(app) else { return Vec::new() };
    app.borrow_mut().wing.tied = Some(id);
    update(&mut app.borrow_mut().model, Message::Workshop(WorkshopMessage::Desk(DeskMessage::Resume(id))))
}
