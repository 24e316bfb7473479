//! What became of what came in: how many are new, how many were there, which files were refused and why.

use maud::{Markup, html};

use super::labels;
use crate::locale::fill;
use crate::page::Model;
use crate::page::view::parts::icon;

/// Refused files that are named; of more only the number is told.
const NAMED: usize = 100;

/// Nothing while nothing came in.
pub(super) fn view(model: &Model) -> Markup {
    let (words, workshop) = (&model.words().workshop_collect, &model.workshop);
    let (new, doubles, refused) = (workshop.new, workshop.doubles, workshop.refused.len());
    if new + doubles + refused == 0 || workshop.progress.is_some() {
        return html! {};
    }
    let count = |sentence, count: usize| fill(sentence, &[("count", &count)]);
    notice(
        model,
        &html! {
            @if new > 0 { p { (icon("done")) (count(words.new, new)) } }
            @if doubles > 0 { p { (icon("info")) (count(words.doubles, doubles)) } }
        },
    )
}

/// What came in, as `lines` say it, and what was refused.
pub(super) fn notice(model: &Model, lines: &Markup) -> Markup {
    let (words, workshop) = (&model.words().workshop_collect, &model.workshop);
    let refused = workshop.refused.len();
    let count = |sentence, count: usize| fill(sentence, &[("count", &count)]);
    html! {
        section.notice.bad[refused > 0] id="laporan" tabindex="-1" aria-labelledby="laporan-judul" {
            h2 id="laporan-judul" { (words.report) }
            (lines)
            @if refused > 0 {
                p { (icon("warn")) (count(words.refused, refused)) }
                ul {
                    @for one in workshop.refused.iter().take(NAMED) {
                        li { strong { (one.name) } " " (labels::trouble(model, one.why)) }
                    }
                    @if refused > NAMED { li { (count(words.refused_more, refused - NAMED)) } }
                }
            }
            p.actions {
                @if !workshop.last.is_empty() {
                    button.quiet type="button" data-click="workshop take-back" { (words.take_back) }
                }
                button.quiet type="button" data-click="workshop read" { (words.close) }
            }
        }
    }
}
