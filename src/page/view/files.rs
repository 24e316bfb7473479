//! Saving, opening and deleting, and in plain words what is kept where.

use maud::{Markup, html};

use super::super::workshop::WorkshopRoute;
use super::super::{Keeping, Model, Route, TEXT_FIELD};
use super::kept::aside;
use super::parts::{back, heading, icon};
use super::wing::{lying, worksheet_copy};
use crate::assessment::Profile;
use crate::exchange::save;
use crate::locale::fill;
use crate::rulebook::Year;

/// The screen.
pub(super) fn view(model: &Model) -> Markup {
    let words = &model.words().files;
    html! {
        (back(&Route::Tasks, model.words()))
        (heading(words.title))
        p.lead { (if model.keeping == Keeping::Device { words.lead } else { words.lead_unkept }) }
        (aside(model))
        section.files {
            h2 { (words.save) }
            p { (words.save_help) }
            p.actions {
                button.button type="button" data-click="save" { (words.save) }
                @if model.can_share { button.quiet type="button" data-click="share" { (words.share) } }
                button.quiet type="button" data-click="copy" { (words.copy) }
            }
            p.hint { (words.copy_help) }
            p.links { a href=(Route::Sealed.hash()) { (words.lock) } }
            p.links { a href=(Route::Workshop(WorkshopRoute::Code).hash()) { (words.qr) } }
        }
        section.files {
            h2 { (words.open) }
            div.field {
                label for="berkas" { (words.open_label) }
                p.hint id="berkas-hint" { (words.open_help) }
                input id="berkas" type="file" accept=".json,.txt,application/json,text/plain" aria-describedby="berkas-hint"
                    data-file;
            }
        }
        (worksheet_copy(model))
        (as_text(model))
        (shared(model))
        (kept(model))
        section.files.noprint {
            h2 { (words.erase) }
            p.actions { a.button.danger href=(Route::Wipe.hash()) { (words.erase) } }
        }
    }
}

/// The same work as text, for browsers that drop downloads: to copy out, and to paste in.
fn as_text(model: &Model) -> Markup {
    let words = &model.words().files;
    let text = save::write(&model.work.assessment, &model.work.kept);
    html! {
        details.files id="teks" {
            summary { (words.text_title) }
            div.field {
                label for=(TEXT_FIELD) { (words.text_label) }
                p.hint id="teks-hint" { (words.text_help) }
                textarea id=(TEXT_FIELD) rows="6" readonly spellcheck="false" aria-describedby="teks-hint" { (text) }
            }
            div.field {
                label for="tempel" { (words.paste_label) }
                p.hint id="tempel-hint" { (words.paste_help) }
                textarea id="tempel" rows="4" autocomplete="off" spellcheck="false" aria-describedby="tempel-hint" data-change="open-text" {}
            }
        }
    }
}

/// *Komputer bersama*: keep nothing.
pub(super) fn shared(model: &Model) -> Markup {
    let words = &model.words().files;
    html! {
        section.shared {
            h2 { (words.shared_title) }
            p.hint id="bersama-hint" { (words.shared_help) }
            div.check {
                input type="checkbox" id="bersama" data-change="shared" aria-describedby="bersama-hint"
                    checked[model.keeping == Keeping::Shared];
                label for="bersama" { (words.shared_label) }
            }
        }
    }
}

fn kept(model: &Model) -> Markup {
    let words = &model.words().files;
    let here = match model.keeping {
        Keeping::Device => words.kept_browser,
        Keeping::Refused => words.kept_refused,
        Keeping::Shared => words.kept_shared,
        Keeping::Unasked => model.words().keeping.unasked,
        Keeping::Watched => model.words().common.watched,
    };
    html! {
        section.files {
            h2 { (words.kept_title) }
            ul { li { (here) } li { (words.kept_file) } li { (words.kept_nowhere) } }
            p.links { a href=(Route::Privacy.hash()) { (model.words().privacy.more) } }
        }
    }
}

/// Really delete everything? What will go, and what stays.
pub(super) fn wipe(model: &Model) -> Markup {
    let words = &model.words().files;
    let assessment = model.assessment();
    let amounts: usize = Year::BOTH.into_iter().map(|year| assessment.statements.year(year).amounts.len()).sum();
    let answers = assessment.answers.len();
    let profile = assessment.profile != Profile::default();
    html! {
        (back(&Route::Files, model.words()))
        (heading(words.erase))
        @if model.has_work() {
            p.hint.warn { (icon("warn")) (words.erase_lead) }
            p { (words.erase_what) }
            ul {
                @if answers > 0 { li { (fill(words.erase_answers, &[("count", &answers)])) } }
                @if amounts > 0 { li { (fill(words.erase_amounts, &[("count", &amounts)])) } }
                @if profile { li { (words.erase_profile) } }
            }
            p { (words.erase_help) }
            p.actions { button.button.second type="button" data-click="save" { (words.save) } }
        }
        (beside(model))
        p { (words.erase_stays) }
        p.actions {
            button.button.danger type="button" data-click="wipe" { (words.erase_yes) }
            a.button.second href=(Route::Files.hash()) { (words.erase_no) }
        }
    }
}

/// What lies beside the work and goes with it; or that there is nothing at all.
fn beside(model: &Model) -> Markup {
    let lying = lying(model);
    html! {
        @if !lying.is_empty() { ul { @for one in &lying { li { (one) } } } }
        @else if !model.has_work() { p { (icon("info")) (model.words().files.erase_none) } }
    }
}
