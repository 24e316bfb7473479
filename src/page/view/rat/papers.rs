//! The papers: a list, each ready to print or to save for a word processor, and what stands in them.

use maud::{Markup, html};

use super::fields::{choice, day, text};
use super::parts::{button, frame};
use crate::locale::{Locale, fill};
use crate::page::Route;
use crate::page::rat::{Board, RatRoute};
use crate::page::view::parts::{awaited, icon};
use crate::papers::{self, Desk, Paper};
use crate::rat::book::{PaperForm, Stage};

/// The list.
pub(super) fn view(board: &Board<'_>) -> Markup {
    let (words, locale) = (&board.model.words().papers, board.model.locale);
    let body = html! {
        p.lead { (words.lead) }
        p.hint { (words.language) }
        p.actions { (button(RatRoute::Names, words.fill, true)) }
        @for stage in [Stage::Before, Stage::Day, Stage::After, Stage::Special] {
            section {
                h2 { (super::ready::stage(board, stage)) }
                ul.task-list {
                    @for form in papers::forms().iter().filter(|form| form.stage == stage) {
                        li { a href=(Route::Rat(RatRoute::Paper(form.id.to_owned())).hash()) { span.task-name { (form.name.say(locale)) } } }
                    }
                }
            }
        }
    };
    frame(board, &RatRoute::Papers, &Route::Rat(RatRoute::Ready), &body)
}

/// One paper. Only the paper itself is printed.
pub(super) fn paper(board: &Board<'_>, key: &str) -> Markup {
    let words = &board.model.words().papers;
    let body = html! {
        @if let (Some(form), Some(paper)) = (papers::form(key), board.paper(key)) {
            @if paper.is_draft() { p.hint.warn.noprint { (icon("warn")) (words.draft) } }
            (exits(board, &paper))
            (own(board, form))
            (printed(board, &paper))
        }
    };
    frame(board, &RatRoute::Paper(key.to_owned()), &Route::Rat(RatRoute::Papers), &body)
}

/// The ways out of a paper: printed, for a word processor, and its tables for a spreadsheet.
pub(super) fn exits(board: &Board<'_>, paper: &Paper) -> Markup {
    let words = &board.model.words().papers;
    if !are_here() {
        return html! {};
    }
    html! {
        p.actions {
            button.button type="button" data-click="print" { (board.model.words().rat.print_screen) }
            button.button.second type="button" data-click={ "rat word " (paper.id) } { (words.file) }
            @if paper.has_table() {
                button.button.second type="button" data-click={ "rat sheet " (paper.id) } { (words.sheet) }
            }
            (button(RatRoute::Names, words.fill, true))
        }
    }
}

/// Whether the words of the papers are here: in the page they come with the help beside it.
fn are_here() -> bool {
    Locale::default().has_help()
}

/// The paper itself, as it is printed.
pub(super) fn printed(board: &Board<'_>, paper: &Paper) -> Markup {
    if !are_here() {
        return awaited(board.model);
    }
    html! {
        div.sheet tabindex="0" role="region" aria-label=(paper.name.say(board.model.locale)) { (papers::html(paper)) }
    }
}

/// What is this paper's own: its number, its day, its place.
fn own(board: &Board<'_>, form: &PaperForm) -> Markup {
    let words = &board.model.words().papers;
    let path = |name: &str| format!("papers.{}.{name}", form.id);
    let offer = board.offered_number(form);
    let offer = offer.map(|number| fill(words.own_number_offer, &[("number", &number)]));
    html! {
        @if Desk::is_numbered(form) || Desk::is_dated(form) {
            details.fold.noprint open[board.faults().any(|fault| fault.field == path("date") || fault.field == path("number"))] {
                summary { (words.own) }
                @if Desk::is_numbered(form) {
                    (text(board, &path("number"), words.own_number, offer.as_deref().unwrap_or(words.own_number_none)))
                }
                @if Desk::is_dated(form) {
                    (day(board, &path("date"), words.own_date, words.own_date_help))
                    (text(board, &path("place"), words.own_place, words.own_place_help))
                }
            }
        }
    }
}

/// What stands in the papers; all of it may stay blank.
pub(super) fn names(board: &Board<'_>) -> Markup {
    let words = board.model.words();
    let paper = &words.papers;
    let areas = [
        ("regency", paper.area_regency),
        ("province", paper.area_province),
        ("national", paper.area_national),
        ("unknown", words.item.unknown),
    ];
    let cooperative = [
        ("names.name", paper.name),
        ("names.legalNumber", paper.legal_number),
        ("names.nik", paper.nik),
        ("names.address", paper.address),
    ];
    let letter = [("names.regency", paper.regency), ("names.letterNumber", paper.letter_number)];
    let meeting = [("names.time", paper.time), ("names.place", paper.place), ("names.link", paper.link)];
    let signers = [
        ("names.chair", paper.chair),
        ("names.secretary", paper.secretary),
        ("names.treasurer", paper.treasurer),
        ("names.supervisor", paper.supervisor),
        ("names.meetingChair", paper.meeting_chair),
        ("names.meetingSecretary", paper.meeting_secretary),
        ("names.witness", paper.witness),
    ];
    let group = |name: &str, fields: &[(&str, &str)]| {
        html! { section { h2 { (name) } @for (path, label) in fields { (text(board, path, label, "")) } } }
    };
    let body = html! {
        p.lead { (paper.names_lead) }
        (group(paper.part_cooperative, &cooperative))
        (group(paper.part_letter, &letter))
        (choice(board, "area", paper.question_area, &areas))
        (text(board, "names.office", paper.office, paper.office_help))
        (group(paper.part_meeting, &meeting))
        (group(paper.part_signers, &signers))
        p.actions { (button(RatRoute::Papers, paper.title, false)) }
    };
    frame(board, &RatRoute::Names, &Route::Rat(RatRoute::Papers), &body)
}
