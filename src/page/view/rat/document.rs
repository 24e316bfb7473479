//! One document: whether it is there, what it must contain, who signs it.

use maud::{Markup, html};

use super::fields::{choice, tick};
use super::parts::{button, frame, ground};
use super::ready::{need, stage};
use crate::locale::fill;
use crate::page::Route;
use crate::page::rat::{Board, RatRoute};
use crate::page::view::parts::icon;
use crate::rat::book::{Document, DocumentId, Need};
use crate::rat::{Answer, DocumentState, Item, readiness};

/// The papers of ours that make a document.
const PAPERS: [(&str, &str); 11] = [
    ("DOK-03", "undangan"),
    ("DOK-04", "tata-tertib"),
    ("DOK-05", "daftar-hadir"),
    ("DOK-06", "laporan-pengurus"),
    ("DOK-09", "laporan-pengawas"),
    ("DOK-11", "rencana-kerja"),
    ("DOK-17", "berita-acara"),
    ("DOK-18", "keputusan"),
    ("DOK-20", "surat-laporan"),
    ("DOK-22", "surat-penundaan"),
    ("DOK-27", "surat-keberatan"),
];

/// The screen.
pub(super) fn view(board: &Board<'_>, key: &str) -> Markup {
    let words = board.model.words();
    let ready = readiness(&board.facts, board.today);
    let item = ready.documents.iter().find(|item| item.document.document().id == key);
    let next = following(board, key);
    let paper = PAPERS.iter().find(|(document, _)| *document == key);
    let body = html! {
        @if let Some(item) = item { (content(board, item)) }
        p.actions {
            @if let Some(next) = next { (button(RatRoute::Document(next.to_owned()), words.rat.next_document, false)) }
            @if let Some((_, paper)) = paper { (button(RatRoute::Paper((*paper).to_owned()), words.papers.make, true)) }
            (button(RatRoute::Ready, words.rat.all_documents, next.is_some()))
        }
    };
    frame(board, &RatRoute::Document(key.to_owned()), &Route::Rat(RatRoute::Ready), &body)
}

/// The next document, in the book's order, that is needed and of which nothing was said; *belum tahu* was said.
fn following(board: &Board<'_>, key: &str) -> Option<&'static str> {
    let ready = readiness(&board.facts, board.today);
    let silent = |id: &DocumentId| {
        let item = ready.documents.iter().find(|item| item.document == *id);
        let said = || !board.value(&format!("documents.{}.state", id.document().id)).is_empty();
        item.is_some_and(|item| item.needed.yes() && !said())
    };
    let ids: Vec<DocumentId> = DocumentId::all().collect();
    let here = ids.iter().position(|id| id.document().id == key)?;
    let after = ids[here + 1..].iter().chain(&ids[..here]).copied();
    after.into_iter().find(silent).map(|id| id.document().id)
}

fn content(board: &Board<'_>, item: &Item) -> Markup {
    let (words, locale) = (board.model.words(), board.model.locale);
    let document = item.document.document();
    let rat = &words.rat;
    let states =
        [("have", rat.have), ("missing", rat.missing), ("unknown", words.item.unknown), ("notNeeded", rat.not_needed)];
    // What is always required cannot be waived, so it is not offered.
    let waivable =
        document.need != Need::Required || board.value(&format!("documents.{}.state", document.id)) == "notNeeded";
    let states = if waivable { &states[..] } else { &states[..3] };
    html! {
        p.lead { (need(board, document.need)) ". " (stage(board, document.stage)) "." }
        @if item.needed.no() { p { (icon("info")) (item.trace.say(locale)) } }
        (choice(board, &format!("documents.{}.state", document.id), rat.question_state, states))
        @if item.state == DocumentState::Have { (ticks(board, item, document)) } @else {
            p { (rat.least) }
            ul { @for content in document.contents { li { (content.say(locale)) } } }
            @if !document.signed_by.is_empty() { p { (fill(rat.signers, &[("who", &signers(board, document))])) } }
        }
        @if item.state != DocumentState::Unknown && !item.needed.no() { p { (item.trace.say(locale)) } }
        (ground(board, document.rules))
    }
}

fn signers(board: &Board<'_>, document: &Document) -> String {
    document.signed_by.iter().map(|who| who.say(board.model.locale)).collect::<Vec<_>>().join(", ")
}

fn ticks(board: &Board<'_>, item: &Item, document: &Document) -> Markup {
    let (words, locale) = (&board.model.words().rat, board.model.locale);
    let path = |name: &str| format!("documents.{}.{name}", document.id);
    let label =
        |text: &str, answer: Answer| if answer.no() { format!("{text} ({})", words.lacking) } else { text.to_owned() };
    html! {
        fieldset {
            legend { (words.contents) }
            @for (place, (content, answer)) in document.contents.iter().zip(&item.contents).enumerate() {
                (tick(&path(&format!("contents.{place}")), "tick", &label(content.say(locale), *answer), answer.yes()))
            }
            @if let Some(signed) = item.signed {
                (tick(&path("signed"), "tick", &label(&fill(words.signed, &[("who", &signers(board, document))]), signed), signed.yes()))
            }
            p { button.quiet type="button" data-click={ "rat rest " (document.id) } { (words.rest) } }
        }
    }
}
