//! Saving and opening under a passphrase: chosen twice, never kept, and nobody can recover it.

use maud::{Markup, html};

use super::super::{Model, Route};
use super::parts::{back, heading, icon};
use crate::exchange::sealed::{Refusal, SHORTEST};
use crate::locale::fill;

/// The screen: a file that waits, or the way to make one.
pub(super) fn view(model: &Model) -> Markup {
    html! {
        (back(&Route::Files, model.words()))
        (heading(model.words().sealed.title))
        @if model.locked.is_some() { (opening(model)) } @else { (sealing(model)) }
    }
}

fn sealing(model: &Model) -> Markup {
    let words = &model.words().sealed;
    html! {
        p.lead { (words.lead) }
        p.hint.warn { (icon("warn")) (words.lost) }
        (new_passphrase(model, "kunci"))
        p.hint { (words.wait) }
        (working(model))
        p.actions { button.button id="kunci" type="button" data-click="seal" { (words.seal) } }
        p.hint { (words.reopen) }
    }
}

fn opening(model: &Model) -> Markup {
    let words = &model.words().sealed;
    html! {
        p.lead { (words.open_lead) }
        (field("sandi", words.passphrase, None, "current-password", "buka"))
        p.hint { (words.wait) }
        (working(model))
        p.actions { button.button id="buka" type="button" data-click="unseal" { (words.open) } }
    }
}

/// Said by the page's script while the key is being made: in those seconds nothing else moves.
pub(super) fn working(model: &Model) -> Markup {
    html! { p.hint id="sandi-kabar" role="status" hidden { (icon("part")) (model.words().sealed.working) } }
}

/// A passphrase to be chosen, typed twice; Enter does what the button of this id does.
pub(super) fn new_passphrase(model: &Model, button: &str) -> Markup {
    let words = &model.words().sealed;
    let help = fill(words.passphrase_help, &[("least", &SHORTEST)]);
    html! {
        (field("sandi", words.passphrase, Some(&help), "new-password", button))
        (field("sandi-lagi", words.again, None, "new-password", button))
    }
}

/// The page's script reads the field; no message carries what is in it. Enter does what the button of this id does.
pub(super) fn field(id: &str, label: &str, help: Option<&str>, fills: &str, button: &str) -> Markup {
    html! {
        div.field {
            label for=(id) { (label) }
            @if let Some(help) = help { p.hint id={ (id) "-hint" } { (help) } }
            input id=(id) type="password" autocomplete=(fills) spellcheck="false" autocapitalize="off"
                data-enter=(button) aria-describedby=[help.map(|_| format!("{id}-hint"))];
        }
    }
}

/// Why it did not work, in a sentence.
pub(super) fn refused(model: &Model, refusal: Refusal) -> String {
    let words = &model.words().sealed;
    match refusal {
        Refusal::TooShort => fill(words.too_short, &[("least", &SHORTEST)]),
        Refusal::Differ => words.differ.to_owned(),
        Refusal::Unable => words.unable.to_owned(),
        Refusal::Damaged => words.damaged.to_owned(),
        Refusal::Newer => words.newer.to_owned(),
        Refusal::Wrong => words.wrong.to_owned(),
    }
}
