//! The meeting day: who is there, who is missing. Big figures for a projector, large buttons for one thumb.

use maud::{Markup, html};

use super::fields::{error, marked, number};
use super::parts::{button, counted, frame, ground, tag};
use crate::locale::fill;
use crate::page::rat::{Board, RatRoute};
use crate::page::{Model, Route};
use crate::rat::quorum::{GroupQuorum, Quorum, SecondMeeting, quorum};
use crate::rat::{Answer, Form};

/// The screen.
pub(super) fn view(board: &Board<'_>) -> Markup {
    let words = &board.model.words().quorum;
    let found = quorum(&board.facts);
    let body = html! {
        @match &found {
            Some(found) => { (figures(board, found)) (counters(board)) (after(board, found)) }
            None => { p.lead { (words.need_members) } }
        }
        (number(board, "members", words.register, ""))
        (purpose(board))
        p.actions { (button(RatRoute::Calendar, board.model.words().calendar.title, true)) (button(RatRoute::Articles, board.model.words().calendar.own, true)) }
    };
    frame(board, &RatRoute::Quorum, &Route::Rat(RatRoute::Ready), &body)
}

/// What a screen reader is told after each change.
pub(in crate::page::view) fn announcement(model: &Model) -> String {
    let found = Board::of(model).and_then(|board| quorum(&board.facts));
    let words = &model.words().quorum;
    found.map_or_else(String::new, |found| {
        let present = found.present.unwrap_or_default();
        format!("{} {present}. {}. {} {}.", words.present, verdict(model, &found), words.missing, found.missing)
    })
}

fn verdict(model: &Model, found: &Quorum) -> &'static str {
    let words = &model.words().quorum;
    match (found.reached, found.present) {
        (Answer::Yes, _) => words.reached,
        (Answer::No, _) => words.not_reached,
        (Answer::Unknown, None) => words.not_counted,
        (Answer::Unknown, Some(_)) => words.by_articles,
    }
}

fn figures(board: &Board<'_>, found: &Quorum) -> Markup {
    let words = &board.model.words().quorum;
    let (class, sign) = match found.reached {
        Answer::Yes => ("good", "done"),
        Answer::No => ("bad", "no"),
        Answer::Unknown => ("info", "unknown"),
    };
    let present = found.present.map_or_else(|| "–".to_owned(), |count| count.to_string());
    let missing = if found.present.is_some() { found.missing.to_string() } else { "–".to_owned() };
    let figures = [
        ("present", words.present, present),
        ("required", words.required, found.required.to_string()),
        ("missing", words.missing, missing),
    ];
    // Where both readings ask for the same, one figure says it.
    let safe = (found.safe > found.required).then(|| ("safe", words.safe, found.safe.to_string()));
    html! {
        p.verdict-big { (tag(class, sign, verdict(board.model, found))) }
        dl.figures { @for (id, name, figure) in figures.into_iter().chain(safe) { div class=(id) { dt { (name) } dd id={ "kuorum-" (id) } { (figure) } } } }
        @if found.reached.yes() && found.missing_safe > 0 { p { (counted(words.missing_safe, found.missing_safe)) } }
        @if found.safe > found.required { p.hint { (words.safe_why) } }
    }
}

/// One counter for each way of taking part.
fn counters(board: &Board<'_>) -> Markup {
    let words = &board.model.words().quorum;
    let counters: &[(&str, &str)] = match board.facts.form {
        Form::InPerson | Form::Groups | Form::Unknown => &[("quorum.present", words.present)],
        Form::Online => &[("quorum.online", words.present_online)],
        Form::Hybrid => &[("quorum.present", words.present_room), ("quorum.online", words.present_online)],
        Form::Written => &[("quorum.answers", words.present_written)],
    };
    html! { @for (path, name) in counters { (counter(board, path, name)) } }
}

fn counter(board: &Board<'_>, path: &str, name: &str) -> Markup {
    let words = &board.model.words().quorum;
    let bad = board.problem(path).is_some();
    html! {
        section.counter.bad[bad] {
            label for=(path) { (name) }
            (error(board, path))
            div.counter-row {
                button.button.second type="button" data-click={ "rat step " (path) " -1" } aria-label={ (counted(words.minus, 1)) ", " (name) } { "−1" }
                input id=(path) type="text" inputmode="numeric" autocomplete="off" value=(board.value(path)) data-input={ "rat set " (path) }
                    aria-describedby=[bad.then(|| format!("{path}-error"))] aria-invalid=[bad.then_some("true")];
                button.button type="button" data-click={ "rat step " (path) " 1" } aria-label={ (counted(words.plus, 1)) ", " (name) } { "+1" }
                button.button.second type="button" data-click={ "rat step " (path) " 10" } aria-label={ (counted(words.plus, 10)) ", " (name) } { "+10" }
            }
        }
    }
}

fn purpose(board: &Board<'_>) -> Markup {
    let words = &board.model.words().quorum;
    let purposes = [
        ("ordinary", words.purpose_ordinary),
        ("amendment", words.purpose_amendment),
        ("dissolution", words.purpose_dissolution),
        ("extraordinary", words.purpose_extraordinary),
    ];
    // A way of counting, not an answer: one always holds, and the screen shows which.
    let said = board.value("quorum.purpose");
    let counted = if said.is_empty() { purposes[0].0 } else { &said };
    marked(board, "quorum.purpose", words.question_purpose, "rat set quorum.purpose", counted, &purposes)
}

/// What follows from the count: votes, notes on the form, groups, the second meeting.
fn after(board: &Board<'_>, found: &Quorum) -> Markup {
    let (words, locale) = (&board.model.words().quorum, board.model.locale);
    html! {
        @if let (Some(count), Some(present)) = (found.to_decide, found.present) {
            p { (fill(words.to_decide, &[("count", &count), ("present", &present)])) }
        }
        @if !found.notes.is_empty() { ul { @for note in &found.notes { li { (note.say(locale)) } } } }
        @if board.facts.form == Form::Groups { (groups(board, &found.groups)) }
        (ground(board, &found.rules))
        (second(board, found.second))
    }
}

/// Each group's own count; there is always room for one more.
fn groups(board: &Board<'_>, found: &[GroupQuorum]) -> Markup {
    let words = &board.model.words().quorum;
    let rows = board.input.quorum.groups.len() + 1;
    html! {
        @for place in 0..rows {
            @let path = |name: &str| format!("quorum.groups.{place}.{name}");
            section.card {
                h3 { (fill(words.group, &[("place", &(place + 1))])) }
                div.two { (number(board, &path("members"), words.group_members, "")) (number(board, &path("present"), words.group_present, "")) }
                @if let Some(group) = group(board, found, place) {
                    p { @if group.reached { (tag("good", "done", words.reached)) } @else { (tag("bad", "no", words.not_reached)) }
                        " · " (words.required) ": " (group.required) }
                }
            }
        }
    }
}

/// The count of the group at this place: groups not fully counted have none.
fn group(board: &Board<'_>, found: &[GroupQuorum], place: usize) -> Option<GroupQuorum> {
    let counted = |place: usize| {
        let group = board.facts.quorum.groups.get(place);
        group.is_some_and(|group| group.members.is_some() && group.present.is_some())
    };
    let before = (0..place).filter(|place| counted(*place)).count();
    counted(place).then(|| found.get(before).copied())?
}

fn second(board: &Board<'_>, second: SecondMeeting) -> Markup {
    let words = &board.model.words().quorum;
    let (sign, text) = match second.allowed {
        Answer::Yes => ("done", words.second_yes),
        Answer::No => ("no", words.second_no),
        Answer::Unknown => ("unknown", words.second_unknown),
    };
    html! {
        section {
            h2 { (words.second) }
            p { (crate::page::view::parts::icon(sign)) (text) }
            @if let Some(count) = second.required { p { (counted(words.second_required, count)) } }
            @if let Some(count) = second.call_days { p { (counted(words.second_call, count)) } }
            @if let Some(count) = second.within_days { p { (counted(words.second_within, count)) } }
        }
    }
}
