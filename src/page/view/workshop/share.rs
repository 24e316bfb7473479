//! How the tool gets into other hands: its address, the file that needs no internet, the message of the day before.

use maud::{Markup, html};

use super::super::parts::{back, heading, icon, offline};
use super::code::drawn;
use crate::exchange::qr;
use crate::locale::fill;
use crate::page::workshop::{Origin, Single, Site, WorkshopRoute};
use crate::page::{Model, Route};

/// The field whose text is copied.
const MESSAGE: &str = "pesan";

/// The screen.
pub(super) fn view(model: &Model) -> Markup {
    let words = &model.words().workshop_share;
    html! {
        (back(&Route::Workshop(WorkshopRoute::Trainer), model.words()))
        (heading(words.title))
        @match &model.origin {
            Origin::Site(site) => {
                p.lead { (words.lead) }
                section {
                    h2 { (words.address) }
                    p.address { a href=(site.address) { (site.address) } }
                    @if let Some(picture) = qr::picture(&site.address) { (drawn(words.qr_name, &picture)) }
                }
                (message(model, site))
                @if let Some(single) = &site.single { (file(model, single)) }
            }
            // A file has no address: the file itself goes from hand to hand.
            Origin::File => { p.lead { (words.alone) } p { (words.alone_help) } }
            Origin::Elsewhere => { p.lead { (words.framed) } }
        }
        p.links { a href=(Route::Workshop(WorkshopRoute::Hotspot).hash()) { (words.hotspot) } }
        section { h2 { (words.ready) } (offline(model.words())) p.hint { (words.ready_help) } }
    }
}

/// What participants get the day before.
fn message(model: &Model, site: &Site) -> Markup {
    let words = &model.words().workshop_share;
    // Over plain http no browser keeps the tool, so that is not promised.
    let (help, text) = if site.is_plain() { (words.plain, words.plain_text) } else { (words.message_help, words.text) };
    let copied = model.copied.as_ref().filter(|(id, _)| id == MESSAGE);
    html! {
        section {
            h2 { label for=(MESSAGE) { (words.message) } }
            p.hint { (help) }
            textarea id=(MESSAGE) rows="8" readonly { (fill(text, &[("address", &site.address)])) }
            p.actions {
                button.button.second type="button" data-click={ "copy-field " (MESSAGE) } { (words.copy) }
            }
            @if let Some((_, done)) = copied {
                p role="status" { (icon(if *done { "done" } else { "warn" })) (if *done { words.copied } else { words.by_hand }) }
            }
        }
    }
}

/// The file, and how to know that it is the right one.
fn file(model: &Model, single: &Single) -> Markup {
    let words = &model.words().workshop_share;
    html! {
        section {
            h2 { (words.file) }
            p.hint { (words.file_help) }
            p.actions { a.button href=(single.name) download=(single.name) { (words.download) } }
            details {
                summary { (words.check) }
                p { (words.check_help) }
                p.sum { code { (single.name) } br; code { "SHA-256 " (single.sha256) } }
            }
        }
    }
}
