//! The documents of a RAT: which are there, which are lacking, and how ready that makes the meeting.

use maud::{Markup, html};

use super::fields::{money, yes_no};
use super::parts::{button, frame, tag};
use crate::locale::fill;
use crate::page::Progress;
use crate::page::Route;
use crate::page::rat::{Board, RatRoute};
use crate::page::view::parts::bar;
use crate::rat::book::{Need, Stage};
use crate::rat::{DocumentState, Item, Range, readiness};

/// The screen.
pub(super) fn view(board: &Board<'_>) -> Markup {
    let words = board.model.words();
    let ready = readiness(&board.facts, board.today);
    let rat = &words.rat;
    let body = html! {
        p.lead { (rat.ready_lead) }
        div.two {
            (range(board, rat.stage_before, ready.before))
            (range(board, rat.stage_day, ready.day))
            (range(board, rat.stage_after, ready.after))
        }
        p.actions {
            (button(RatRoute::Calendar, words.calendar.title, false))
            (button(RatRoute::Papers, words.papers.title, true))
            (button(RatRoute::Quorum, words.quorum.title, true))
        }
        ul.task-list { @for item in &ready.documents { (row(board, item)) } }
        details id="cara" { summary { (rat.counted) } p { (rat.counted_help) } }
        (money(board, "modal", rat.question_modal, rat.modal_help))
        (yes_no(board, "sharia", rat.question_sharia))
    };
    frame(board, &RatRoute::Ready, &Route::Start, &body)
}

/// A stage's range in per cent and in points.
pub(super) fn range(board: &Board<'_>, name: &str, range: Range) -> Markup {
    let words = &board.model.words().rat;
    let text = if range.low == range.high { words.ready_figure } else { words.ready_range };
    let said = fill(text, &[("low", &range.low), ("high", &range.high)]);
    let points =
        fill(words.ready_points, &[("sure", &range.sure), ("possible", &range.possible), ("total", &range.total)]);
    html! {
        section.card {
            h2 { (name) }
            (bar(Progress { done: range.sure as usize, all: range.total as usize }, &said))
            p.hint { (points) }
        }
    }
}

fn row(board: &Board<'_>, item: &Item) -> Markup {
    let document = item.document.document();
    let locale = board.model.locale;
    html! {
        li {
            a href=(Route::Rat(RatRoute::Document(document.id.to_owned())).hash()) {
                span.task-name { (document.name.say(locale)) small { (need(board, document.need)) ". " (item.trace.say(locale)) } }
                (state(board, item))
            }
        }
    }
}

/// *Ada, belum, belum tahu, tidak perlu*.
pub(super) fn state(board: &Board<'_>, item: &Item) -> Markup {
    let words = board.model.words();
    let whole = item.points.sure == item.points.total;
    match item.state {
        DocumentState::Have if whole => tag("done", "done", words.rat.have),
        DocumentState::Have => tag("part", "part", words.rat.have),
        DocumentState::Missing => tag("bad", "no", words.rat.missing),
        DocumentState::Unknown => tag("open", "unknown", words.item.unknown),
        DocumentState::NotNeeded => tag("open", "", words.rat.not_needed),
    }
}

/// How much a document is needed.
pub(super) fn need(board: &Board<'_>, need: Need) -> &'static str {
    let words = &board.model.words().rat;
    match need {
        Need::Required => words.need_required,
        Need::Conditional => words.need_conditional,
        Need::Advised => words.need_advised,
    }
}

/// When a document is needed.
pub(super) fn stage(board: &Board<'_>, stage: Stage) -> &'static str {
    let words = &board.model.words().rat;
    match stage {
        Stage::Before => words.stage_before,
        Stage::Day => words.stage_day,
        Stage::After => words.stage_after,
        Stage::Special => words.stage_special,
    }
}
