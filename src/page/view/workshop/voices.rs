//! The voices of one board come together. Nothing of what they say is shown before all are in; then only what differs, and
//! the board settles it item by item.

use maud::{Markup, html};

use super::super::parts::{back, heading, icon, radios};
use super::{collect, labels, report, voice};
use crate::assessment::Answer;
use crate::exchange::levels::Seat;
use crate::locale::fill;
use crate::page::workshop::WorkshopRoute;
use crate::page::{Model, Route};
use crate::workshop::{Difference, FEWEST, Heard};

/// The screen.
pub(super) fn view(model: &Model) -> Markup {
    let (words, voices) = (&model.words().voice, &model.workshop.voices);
    html! {
        (back(&Route::Tasks, model.words()))
        (heading(words.title))
        p.lead { (words.lead) }
        (heard(model))
        @match voices.differences() {
            Some(all) => { (present(model)) (settling(model, &all)) },
            None => { (awaiting(model)) (present(model)) (coming(model)) },
        }
        @if voices.seats().next().is_some() { (hush(model)) }
    }
}

/// What a screen reader is told.
pub(super) fn announcement(model: &Model) -> String {
    let (words, voices) = (&model.words().voice, &model.workshop.voices);
    match (voices.differences(), voices.seats().count()) {
        (Some(all), _) => settled(model, &all),
        (None, 0) => String::new(),
        (None, count) => fill(words.count, &[("count", &count), ("wanted", &voices.wanted())]),
    }
}

fn settled(model: &Model, all: &[Difference]) -> String {
    let done = all.iter().filter(|one| one.agreed.is_some()).count();
    fill(model.words().voice.settled, &[("done", &done), ("all", &all.len())])
}

/// How many voices there will be.
fn awaiting(model: &Model) -> Markup {
    let (words, voices) = (&model.words().voice, &model.workshop.voices);
    html! {
        div.field {
            label for="berapa-suara" { (words.wanted) }
            p.hint id="berapa-suara-hint" { (words.wanted_help) }
            select.short id="berapa-suara" aria-describedby="berapa-suara-hint" data-change="workshop voice want" {
                @for count in FEWEST..=Seat::ALL.len() {
                    option value=(count) selected[voices.wanted() == count] disabled[count < voices.seats().count()] { (count) }
                }
            }
        }
    }
}

/// Who has spoken, and not a word of what they said.
fn present(model: &Model) -> Markup {
    let (words, voices) = (&model.words().voice, &model.workshop.voices);
    let count = voices.seats().count();
    html! {
        section {
            h2 { (fill(words.count, &[("count", &count), ("wanted", &voices.wanted())])) }
            ul.plain { @for seat in voices.seats() { li { (icon("done")) (labels::seat(model, seat)) } } }
            @if !voices.all_in() { p { (icon("lock")) (words.veiled) } }
        }
    }
}

/// The ways in.
fn coming(model: &Model) -> Markup {
    let words = &model.words().voice;
    html! {
        section {
            h2 { (words.mine) }
            @if model.has_check() {
                (voice::seat(model))
                p.actions {
                    button.button.second type="button" data-click="workshop voice join" disabled[model.workshop.seat.is_none()] { (words.join) }
                }
            } @else { p.hint { (words.mine_none) } }
            p.links { a href=(Route::Workshop(WorkshopRoute::Voice).hash()) { (words.own_title) } }
        }
        (collect::typed(model, words.code, words.code_hint))
        (collect::files(model, words.files, words.files_hint))
        (collect::camera(model))
    }
}

fn heard(model: &Model) -> Markup {
    let workshop = &model.workshop;
    if workshop.heard.len() + workshop.refused.len() == 0 || workshop.progress.is_some() {
        return html! {};
    }
    let lines = html! { @for (seat, heard) in &workshop.heard { (line(model, *seat, *heard)) } };
    report::notice(model, &lines)
}

fn line(model: &Model, seat: Seat, heard: Heard) -> Markup {
    let words = &model.words().voice;
    let (sign, sentence) = match heard {
        Heard::New => ("done", words.heard),
        Heard::Double => ("info", words.double),
        Heard::Changed => ("info", words.changed),
        Heard::Closed => ("warn", words.closed),
        Heard::OtherForm => ("warn", words.other_form),
    };
    html! { p { (icon(sign)) (fill(sentence, &[("seat", &labels::seat(model, seat))])) } }
}

/// What differs, one after the other, and what nobody disputes at once.
fn settling(model: &Model, all: &[Difference]) -> Markup {
    let words = &model.words().voice;
    let alike = model.workshop.voices.alike().unwrap_or_default();
    let new = alike.iter().filter(|(item, answer)| model.assessment().answers.get(item.id) != Some(answer)).count();
    html! {
        section {
            h2 { (words.alike) }
            p { (fill(words.alike_help, &[("count", &alike.len())])) }
            @if new == 0 { p { (icon("done")) (words.alike_done) } } @else {
                p.actions { button.button.second type="button" data-click="workshop voice alike" { (fill(words.alike_take, &[("count", &new)])) } }
            }
        }
        section {
            h2 { (words.differ) }
            @if all.is_empty() { p { (icon("done")) (words.differ_none) } } @else {
                p { (words.differ_help) }
                p { strong { (settled(model, all)) } }
            }
            @for one in all { (difference(model, one)) }
        }
        p.actions { a.button href=(Route::Result.hash()) { (model.words().result.see) } }
    }
}

fn difference(model: &Model, one: &Difference) -> Markup {
    let words = &model.words().voice;
    let question =
        model.texts().item(model.assessment().variant, one.item.id).map_or(one.item.id, |text| text.question);
    let offered = Answer::ALL.into_iter().filter(|answer| one.item.not_applicable || *answer != Answer::NotApplicable);
    let choices: Vec<_> =
        offered.map(|answer| (answer.code(), model.words().answer(answer), one.agreed == Some(answer))).collect();
    html! {
        fieldset.card.voices {
            legend { (question) }
            ul.plain {
                @for (seat, answer) in &one.said {
                    li { (icon(labels::sign(*answer))) (labels::seat(model, *seat)) ": " strong { (model.words().answer(*answer)) } }
                }
            }
            p.hint { @if one.agreed.is_some() { (icon("done")) (words.agreed) } @else { (words.agree) } }
            (radios(&format!("sepakat-{}", one.item.id), &format!("workshop voice agree {}", one.item.id), &choices))
        }
    }
}

fn hush(model: &Model) -> Markup {
    let words = &model.words().voice;
    html! {
        details.noprint {
            summary { (words.hush) }
            p { (words.hush_help) }
            p.actions { button.button.danger type="button" data-click="workshop voice hush" { (words.hush) } }
        }
    }
}
