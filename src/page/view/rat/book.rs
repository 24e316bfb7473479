//! The RAT book: its chapters, what is still open in them, and the book itself.

use maud::{Markup, html};

use super::papers::{exits, printed};
use super::parts::frame;
use crate::locale::{Locale, fill};
use crate::page::Route;
use crate::page::rat::{BOOK, Board, RatRoute};
use crate::page::view::parts::icon;
use crate::papers::{self, Chapter, chapters};
use crate::rat::book::{BlockKind, PaperForm};

/// The screen.
pub(super) fn view(board: &Board<'_>) -> Markup {
    let words = &board.model.words().shu;
    let all = chapters(&board.input.shu.chapters);
    let body = html! {
        p.lead.noprint { (words.book_lead) }
        @if let Some(paper) = board.paper(BOOK) {
            (exits(board, &paper))
            details.fold.noprint id="bab" { summary { (words.chapters) } ul.chapters { @for one in &all { (chapter(board, one)) } } }
            details.fold.noprint id="kosong" { summary { (words.open) } (open(board)) }
            (printed(board, &paper))
        }
    };
    frame(board, &RatRoute::Book, &Route::Rat(RatRoute::Ready), &body)
}

/// A chapter with a tick, and two buttons that move it.
fn chapter(board: &Board<'_>, chapter: &Chapter) -> Markup {
    let words = &board.model.words().shu;
    let (key, name) = (chapter.form.id, chapter.form.name.say(board.model.locale));
    let button = |how: &str, sign: &str, label: &str| {
        html! {
            button.quiet id={ "bab-" (key) "-" (how) } type="button" data-click={ "rat chapter " (key) " " (how) } aria-label=(fill(label, &[("chapter", &name)])) { (sign) }
        }
    };
    html! {
        li {
            label.check for={ "bab-" (key) } {
                input type="checkbox" id={ "bab-" (key) } checked[chapter.included] data-change={ "rat chapter " (key) };
                span { (name) }
            }
            (button("up", "↑", words.up)) (button("down", "↓", words.down))
        }
    }
}

/// What is still open, chapter by chapter, each with the way to where it is filled.
fn open(board: &Board<'_>) -> Markup {
    let mut gaps = Vec::new();
    for form in board.chapters() {
        let (name, open) = (form.name.say(Locale::Id), board.bound(form.id, form.name, &[form]).open());
        if !open.is_empty() {
            // What is named like its chapter is all of it.
            let parts: Vec<String> = open.into_iter().filter(|part| part != name).collect();
            gaps.push((filled_at(form), name, parts.join(", ")));
        }
    }
    html! {
        @if gaps.is_empty() { p { (icon("done")) (board.model.words().shu.open_none) } }
        ul lang="id" {
            @for (route, chapter, parts) in &gaps {
                li { a href=(route.hash()) { (chapter) } @if !parts.is_empty() { ": " (parts) } }
            }
        }
    }
}

/// The screen that fills a chapter: its figures, or its letter.
fn filled_at(form: &PaperForm) -> Route {
    let has = |kinds: &[BlockKind]| form.blocks().iter().any(|block| kinds.contains(&block.kind));
    Route::Rat(match form.id {
        id if papers::forms().iter().any(|paper| paper.id == id) => RatRoute::Paper(id.to_owned()),
        _ if has(&[BlockKind::Shu, BlockKind::ShuMembers]) => RatRoute::Shu,
        _ if has(&[BlockKind::Letterhead]) => RatRoute::Names,
        _ => return Route::Books,
    })
}
