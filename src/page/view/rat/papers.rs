//! The papers: a list, each ready to print or to save for a word processor, and what stands in them.

use maud::{Markup, html};

use super::fields::{choice, text};
use super::parts::{button, frame};
use crate::page::Route;
use crate::page::rat::{Board, RatRoute};
use crate::rat::book::Stage;
use crate::rat::papers;

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
        @if let Some(paper) = board.paper(key) {
            p.actions {
                button.button type="button" data-click="print" { (words.print) }
                button.button.second type="button" data-click={ "rat word " (key) } { (words.file) }
                (button(RatRoute::Names, words.fill, true))
            }
            div.sheet tabindex="0" role="region" aria-label=(paper.name.say(board.model.locale)) { (papers::html(&paper)) }
        }
    };
    frame(board, &RatRoute::Paper(key.to_owned()), &Route::Rat(RatRoute::Papers), &body)
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
