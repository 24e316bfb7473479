//! The results of the room come in: typed, or as many files at once.

use maud::{Markup, html};

use super::super::parts::{back, heading, icon};
use super::{class, labels, report};
use crate::exchange::levels::typed_so_far;
use crate::locale::fill;
use crate::page::workshop::{Camera, WorkshopRoute};
use crate::page::{Model, Route};
use crate::workshop::LEAST;

/// The screen.
pub(super) fn view(model: &Model) -> Markup {
    let words = &model.words().workshop_collect;
    html! {
        (back(&Route::Workshop(WorkshopRoute::Trainer), model.words()))
        (heading(words.title))
        p.lead { (words.lead) }
        @if model.workshop.camera != Camera::Running { (report::view(model)) }
        (camera(model))
        @if model.workshop.camera == Camera::Running { (caught(model)) (report::view(model)) }
        (files(model, words.files, words.files_hint))
        (typed(model, words.code, words.code_hint))
        (room(model))
        details {
            summary { (words.two) }
            p { (words.two_help) }
        }
    }
}

/// What a screen reader is told: how many are in.
pub(super) fn announcement(model: &Model) -> String {
    let words = &model.words().workshop_collect;
    match (model.workshop.progress, model.workshop.room.len()) {
        (Some((done, all)), _) => fill(words.reading, &[("done", &done), ("all", &all)]),
        (None, 0) => String::new(),
        (None, count) => fill(words.count, &[("count", &count)]),
    }
}

/// The field for a code.
pub(super) fn typed(model: &Model, label: &str, hint: &str) -> Markup {
    let (words, workshop) = (&model.words().workshop_collect, &model.workshop);
    let fault = workshop.fault.map(|fault| labels::fault(model, fault));
    html! {
        section {
            div.field.bad[fault.is_some()] {
                label for="kode" { (label) }
                p.hint id="kode-hint" { (hint) }
                @if workshop.came { p.hint.warn { (icon("info")) (words.came) } }
                @if let Some(fault) = &fault { p.error id="kode-salah" tabindex="-1" role="alert" { (icon("warn")) (fault) } }
                input.code-field id="kode" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false"
                    aria-describedby=(if fault.is_some() { "kode-salah kode-hint" } else { "kode-hint" })
                    aria-invalid=[fault.is_some().then_some("true")]
                    data-input="workshop typing" data-enter="masukkan" value=(workshop.typed);
                (so_far(model))
            }
            p.actions { button.button id="masukkan" type="button" data-click="workshop add" { (words.add) } }
        }
    }
}

/// Which groups are right, while the code is still being typed.
fn so_far(model: &Model) -> Markup {
    let words = &model.words().workshop_collect;
    let groups = typed_so_far(&model.workshop.typed);
    let numbered = || groups.iter().zip(1..);
    let right: Vec<String> =
        numbered().filter(|(right, _)| **right).map(|(_, number): (_, u8)| number.to_string()).collect();
    let wrong = numbered().find(|(right, _)| !**right).map(|(_, number): (_, u8)| number);
    html! {
        div.read {
            @if !right.is_empty() { p { (icon("done")) (fill(words.groups, &[("list", &right.join(", "))])) } }
            @if let Some(number) = wrong { p.ask { (icon("warn")) (fill(words.groups_wrong, &[("number", &number)])) } }
        }
    }
}

/// The field for many files.
pub(super) fn files(model: &Model, label: &str, hint: &str) -> Markup {
    let words = &model.words().workshop_collect;
    html! {
        section {
            div.field.drop {
                label for="berkas-kelas" { (label) }
                p.hint id="berkas-kelas-hint" { (hint) }
                input id="berkas-kelas" type="file" multiple accept=".txt,.json,text/plain,application/json,image/*"
                    aria-describedby="berkas-kelas-hint" data-file="room";
            }
            @if let Some((done, all)) = model.workshop.progress {
                @let said = fill(words.reading, &[("done", &done), ("all", &all)]);
                div.progress { progress value=(done) max=(all) aria-label=(said) {} p { (said) } }
            }
        }
    }
}

/// A camera where there is one to be had; else why not, and what to do instead.
pub(super) fn camera(model: &Model) -> Markup {
    let words = &model.words().workshop_collect;
    html! {
        section.noprint {
            h2 { (words.camera) }
            @match model.workshop.camera {
                Camera::None => { p.hint { (icon("info")) (words.camera_none) } },
                Camera::Plain => { p.hint { (icon("info")) (words.camera_plain) } },
                Camera::Blind => { p.hint { (icon("info")) (words.camera_blind) } },
                Camera::Failed => { p.hint.warn role="alert" { (icon("warn")) (words.camera_failed) } },
                Camera::Ready => {
                    p.actions { button.button.second type="button" data-click="workshop look yes" { (words.camera_start) } }
                },
                Camera::Running => {
                    video.camera id="kamera" aria-label=(words.camera_view) muted playsinline {}
                    p.actions { button.button.second type="button" data-click="workshop look no" { (words.camera_stop) } }
                },
            }
        }
    }
}

/// What the camera saw last, large and right below its picture, with a flash for each: the next phone may come.
fn caught(model: &Model) -> Markup {
    let (words, workshop) = (&model.words().workshop_collect, &model.workshop);
    let flash = if (workshop.new + workshop.doubles) % 2 == 0 { "flash-0" } else { "flash-1" };
    html! {
        @if let Some(fault) = workshop.fault {
            p.caught.bad { (icon("warn")) (labels::fault(model, fault)) }
        } @else if workshop.new + workshop.doubles > 0 {
            p class={ "caught " (flash) } { (icon("done")) (fill(words.count, &[("count", &workshop.room.len())])) }
        }
    }
}

/// How many there are, and what can be done with them.
fn room(model: &Model) -> Markup {
    let words = &model.words().workshop_collect;
    let (class, count, forms) = (&model.words().workshop_class, model.workshop.room.len(), model.workshop.room.forms());
    let most = forms.first().map_or(0, |form| form.shown + form.waiting);
    let drawn = forms.iter().any(|form| form.shown > 0);
    html! {
        div.field {
            label for="nama-kelas" { (class.name) }
            input id="nama-kelas" type="text" maxlength="80" autocomplete="off" data-change="workshop name" value=(model.workshop.room.name);
        }
        @if count > 0 {
            section {
                h2 { (fill(words.count, &[("count", &count)])) }
                @if most < LEAST { p { (fill(words.more, &[("least", &LEAST), ("count", &(LEAST - most))])) } }
                (class::finish(model))
                p.actions {
                    @if drawn { a.button href=(Route::Workshop(WorkshopRoute::Class).hash()) { (words.see) } }
                    button.button.second type="button" data-click="workshop room-file" { (words.save) }
                }
                p.hint { (words.save_help) }
                details {
                    summary { (words.empty) }
                    p { (words.empty_help) }
                    p.actions { button.button.danger type="button" data-click="workshop empty" { (words.empty) } }
                }
            }
        }
    }
}
