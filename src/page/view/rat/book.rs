//! The RAT book: its chapters, what is still open in them, and the book itself.

use maud::{Markup, html};

use super::papers::{exits, printed};
use super::parts::frame;
use crate::locale::fill;
use crate::page::Route;
use crate::page::rat::{BOOK, Board, RatRoute};
use crate::page::view::parts::icon;
use crate::papers::{Chapter, chapters};

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

/// What is still open, chapter by chapter.
fn open(board: &Board<'_>) -> Markup {
    let chapters = board.chapters().into_iter().map(|form| board.bound(form.id, form.name, &[form]));
    let gaps: Vec<(&str, String)> = chapters
        .map(|paper| (paper.name.say(board.model.locale), paper.open().join(", ")))
        .filter(|(_, open)| !open.is_empty())
        .collect();
    html! {
        @if gaps.is_empty() { p { (icon("done")) (board.model.words().shu.open_none) } }
        ul lang="id" { @for (chapter, open) in &gaps { li { strong { (chapter) } ": " (open) } } }
    }
}
