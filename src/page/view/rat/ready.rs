//! The documents of a RAT: which are there, which are lacking, and how ready that makes the meeting.

use maud::{Markup, html};

use super::days::{date, left};
use super::fields::{money, yes_no};
use super::parts::{button, frame, print, tag};
use crate::locale::fill;
use crate::page::Progress;
use crate::page::Route;
use crate::page::rat::{Board, RatRoute};
use crate::page::view::parts::bar;
use crate::rat::book::{Need, Stage};
use crate::rat::due::{BookYear, report_due};
use crate::rat::quorum::quorum;
use crate::rat::{Answer, DocumentState, Item, Range, readiness};

/// The screen: what is to be done now, the four rooms of a RAT, then the documents by the time they are needed.
pub(super) fn view(board: &Board<'_>) -> Markup {
    let words = board.model.words();
    let rat = &words.rat;
    let ready = readiness(&board.facts, board.today);
    let (needed, rest): (Vec<&Item>, Vec<&Item>) = ready.documents.iter().partition(|item| item.needed.yes());
    let (open, spared): (Vec<&Item>, Vec<&Item>) = rest.into_iter().partition(|item| item.needed != Answer::No);
    let at = |stages: &[Stage]| {
        needed.iter().copied().filter(|item| stages.contains(&item.document.document().stage)).collect::<Vec<_>>()
    };
    let body = html! {
        @if let Some(year) = board.to_report() { (report(board, &year)) }
        (rooms(board))
        (documents(board, rat.stage_before, ready.before, &at(&[Stage::Before, Stage::Special])))
        (documents(board, rat.stage_day, ready.day, &at(&[Stage::Day])))
        (documents(board, rat.stage_after, ready.after, &at(&[Stage::After])))
        section {
            h2 { (rat.stage_special) }
            div.noprint {
                p.hint { (rat.special_help) }
                (money(board, "modal", rat.question_modal, rat.modal_help))
                @if board.model.assessment().profile.kind.is_none() { (yes_no(board, "sharia", rat.question_sharia)) }
            }
            p.links.noprint { a href=(Route::Rat(RatRoute::Meeting).hash()) { (words.calendar.more) } }
            @if !open.is_empty() { ul.task-list { @for item in open { (row(board, item)) } } }
            @if !spared.is_empty() {
                details.fold { summary { (fill(rat.spared, &[("count", &spared.len())])) } ul.task-list { @for item in spared { (row(board, item)) } } }
            }
        }
        details.fold id="cara" { summary { (rat.counted) } p { (rat.counted_help) } }
        p.actions { (print(board)) }
    };
    frame(board, &RatRoute::Ready, &Route::Start, &body)
}

/// The RAT was held: it counts for the office only once it is reported.
fn report(board: &Board<'_>, year: &BookYear) -> Markup {
    let rat = &board.model.words().rat;
    html! {
        section.open {
            h2 { (rat.report_now) }
            p {
                (fill(rat.report_held, &[("year", &year.year)]))
                @if let Some(due) = year.held_on.map(report_due) {
                    " " (fill(rat.report_by, &[("day", &date(board, due))])) " (" (left(board, board.today.days_until(due))) ")."
                }
            }
            p.actions {
                (button(RatRoute::Paper("surat-laporan".to_owned()), rat.report_letter, false))
                button.button.second type="button" data-click={ "rat put year." (year.year) ".reported yes" } { (rat.report_done) }
            }
        }
    }
}

/// Day, papers, meeting: each with how it stands.
fn rooms(board: &Board<'_>) -> Markup {
    let words = board.model.words();
    let chosen = board
        .facts
        .chosen
        .map(|day| tag("done", "done", &format!("{}, {}", date(board, day), left(board, board.today.days_until(day)))));
    let counted = quorum(&board.facts).filter(|quorum| quorum.present.is_some());
    let count = counted.map(|quorum| {
        fill(words.rat.count_of, &[("present", &quorum.present.unwrap_or_default()), ("required", &quorum.required)])
    });
    html! {
        ul.task-list.rooms {
            (room(&RatRoute::Calendar, words.calendar.title, words.rat.room_calendar, &chosen.unwrap_or_else(|| tag("part", "part", words.rat.no_day))))
            (room(&RatRoute::Papers, words.papers.title, words.rat.room_papers, &html! {}))
            (room(&RatRoute::Book, super::name(board.model, &RatRoute::Book), words.shu.book_room, &html! {}))
            (room(&RatRoute::Shu, words.shu.title, words.shu.room, &html! {}))
            @if board.facts.kdmp.yes() { li { a href=(Route::Kdmp.hash()) { span.task-name { (words.kdmp.title) small { (words.kdmp.list_title) } } } } }
            (room(&RatRoute::Quorum, words.quorum.title, words.rat.room_quorum, &html! { @if let Some(count) = &count { (tag("open", "", count)) } }))
        }
    }
}

fn room(route: &RatRoute, name: &str, help: &str, state: &Markup) -> Markup {
    html! { li { a href=(Route::Rat(route.clone()).hash()) { span.task-name { (name) small { (help) } } (state) } } }
}

/// The documents of one stage, under how ready they are.
fn documents(board: &Board<'_>, name: &str, range: Range, items: &[&Item]) -> Markup {
    html! {
        section {
            h2 { (name) }
            (self::range(board, range))
            ul.task-list { @for item in items { (row(board, item)) } }
        }
    }
}

/// A stage's range in per cent and in points.
fn range(board: &Board<'_>, range: Range) -> Markup {
    let words = &board.model.words().rat;
    let untold = range.sure == 0 && range.possible == range.total;
    let text = if range.low == range.high { words.ready_figure } else { words.ready_range };
    let said =
        if untold { words.ready_untold.to_owned() } else { fill(text, &[("low", &range.low), ("high", &range.high)]) };
    let points =
        fill(words.ready_points, &[("sure", &range.sure), ("possible", &range.possible), ("total", &range.total)]);
    html! {
        (bar(Progress { done: range.sure as usize, all: range.total as usize }, &said))
        @if !untold { p.hint { (points) } }
    }
}

/// A document by name, to be ticked where it is there; what counts of it is told once something is known.
fn row(board: &Board<'_>, item: &Item) -> Markup {
    let document = item.document.document();
    let locale = board.model.locale;
    let told = item.state != DocumentState::Unknown || item.needed == Answer::Unknown;
    let advised = document.need == Need::Advised;
    let path = format!("documents.{}.state", document.id);
    html! {
        li.tickable {
            label.check for=(path) {
                input type="checkbox" id=(path) checked[item.state == DocumentState::Have] data-change={ "rat have " (path) };
                span.unseen { (document.name.say(locale)) ": " (board.model.words().rat.have) }
            }
            a href=(Route::Rat(RatRoute::Document(document.id.to_owned())).hash()) {
                span.task-name { (document.name.say(locale))
                    @if advised { small { (need(board, document.need)) } } @else if told { small { (item.trace.say(locale)) } } }
                (state(board, item, &path))
            }
        }
    }
}

/// *Ada, belum, belum tahu, tidak perlu*.
fn state(board: &Board<'_>, item: &Item, path: &str) -> Markup {
    let words = board.model.words();
    let whole = item.points.sure == item.points.total;
    match item.state {
        DocumentState::Have if whole => tag("done", "done", words.rat.have),
        DocumentState::Have => tag("part", "part", words.rat.have),
        DocumentState::Missing => tag("bad", "no", words.rat.missing),
        DocumentState::Unknown if board.value(path).is_empty() => html! {},
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
