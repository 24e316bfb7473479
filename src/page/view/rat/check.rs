//! The quick check: five short screens, fifteen questions at most.

use maud::{Markup, html};

use super::days::date;
use super::fields::{boxes, choice, day, error, marked, tick, yes_no};
use super::parts::{button, frame, is_on};
use crate::locale::fill;
use crate::page::rat::{Board, RatRoute};
use crate::page::view::names::kinds;
use crate::page::view::parts::radios;
use crate::page::{Progress, Route};
use crate::rat::book::words as names;
use crate::rat::{Code, Coded, LetterKind, Problem, due};
use crate::rulebook::CoopKind;

/// A screen of it.
pub(super) fn view(board: &Board<'_>, place: u8) -> Markup {
    let words = board.model.words();
    let (place, last) = (place.clamp(1, RatRoute::CHECKS), RatRoute::CHECKS);
    let fields = match place {
        1 => who(board),
        2 => book(board),
        RatRoute::YEARS => years(board),
        4 => life(board),
        _ => letters(board),
    };
    // What comes next is asked by these days: while one is none, onwards leads to it.
    let is_none = |problem: &&Problem| matches!(problem.code, Code::NotADay | Code::NoSuchBookYearEnd);
    let none = board.problems.iter().filter(is_none).find(|problem| is_on(&fields, &problem.field));
    let body = html! {
        (fields)
        p.actions {
            @if let Some(Problem { field, .. }) = none { a.button href={ "#" (field) } data-focus=(field) { (words.common.next) } }
            @else if place < last { (button(RatRoute::Check(place + 1), words.common.next, false)) }
            @else { (button(RatRoute::Standing, words.rat.see_standing, false)) }
        }
    };
    let to = if place == 1 { Route::Start } else { Route::Rat(RatRoute::Check(place - 1)) };
    frame(board, &RatRoute::Check(place), &to, &body)
}

/// How many of the questions have an answer; *belum tahu* is one. What may stay blank is not counted.
pub(in crate::page::view) fn progress(board: &Board<'_>) -> Progress {
    let asked = board.check_questions();
    Progress { done: asked.iter().filter(|(_, done)| *done).count(), all: asked.len() }
}

fn who(board: &Board<'_>) -> Markup {
    let words = board.model.words();
    let levels = [
        ("primary", words.rat.level_primary),
        ("secondary", words.rat.level_secondary),
        ("unknown", words.item.unknown),
    ];
    html! {
        p.lead { (words.rat.check_lead) }
        fieldset {
            legend { (words.profile.question_kind) }
            (radios("kind", "profile kind", &kinds(board.model)))
        }
        @if board.model.assessment().profile.kind != Some(CoopKind::Secondary) {
            (choice(board, "level", words.rat.question_level, &levels))
        }
    }
}

fn book(board: &Board<'_>) -> Markup {
    let words = &board.model.words().rat;
    html! {
        (day(board, "established", words.question_established, words.date_help))
        @if !knows_book_year_end(board) { (boxes(board, "bookYearEnd", words.question_book_end, words.book_end_help, false)) }
    }
}

/// Whether *Tentang koperasi* said it already, and nothing else was said here.
fn knows_book_year_end(board: &Board<'_>) -> bool {
    let work = board.model.assessment();
    work.profile.book_year_end.is_some() && work.rat.book_year_end.is_none()
}

fn years(board: &Board<'_>) -> Markup {
    let words = &board.model.words().rat;
    let years = board.years_asked();
    html! {
        p.lead { (if years.is_empty() { words.years_none } else { words.years_lead }) }
        @for number in years { (year(board, number)) }
    }
}

/// The RAT of one book year: held, when, reported.
pub(super) fn year(board: &Board<'_>, year: i32) -> Markup {
    let words = &board.model.words().rat;
    let path = format!("year.{year}");
    let ask = |text: &str| fill(text, &[("year", &year)]);
    let limit = due::limits(&board.facts, year).map(|limits| date(board, limits.legal));
    let held = format!("{path}.held");
    html! {
        section.card id=(path) tabindex="-1" {
            (yes_no(board, &held, &ask(words.question_held)))
            @if let Some(limit) = limit { p.hint { (fill(words.year_limit, &[("day", &limit)])) } }
            (error(board, &path))
            @if board.value(&held) == "yes" {
                (day(board, &format!("{path}.heldOn"), words.question_held_on, words.date_help))
                (yes_no(board, &format!("{path}.reported"), &ask(words.question_reported)))
            }
        }
    }
}

fn life(board: &Board<'_>) -> Markup {
    let words = board.model.words();
    let rat = &words.rat;
    let how = match (board.value("business").as_str(), board.value("everTraded").as_str()) {
        ("no", "no") => "never".to_owned(),
        (plain, _) => plain.to_owned(),
    };
    let choices = [
        ("yes", rat.business_yes),
        ("no", rat.business_no),
        ("never", rat.business_never),
        ("unknown", words.item.unknown),
    ];
    html! {
        (marked(board, "business", rat.question_business, "rat trade", &how, &choices))
        @if how == "no" { (day(board, "idleSince", rat.question_idle, rat.date_help)) }
        fieldset {
            legend { (rat.question_organs) }
            (day(board, "organs.boardUntil", rat.board_until, rat.date_help))
            (day(board, "organs.supervisorsUntil", rat.supervisors_until, ""))
            (tick("organs.hasSupervisors", "lack", rat.no_supervisors, board.value("organs.hasSupervisors") == "no"))
        }
    }
}

fn letters(board: &Board<'_>) -> Markup {
    let (words, locale) = (board.model.words(), board.model.locale);
    let rat = &words.rat;
    let kinds = [
        ("no", rat.letter_none),
        ("warning", rat.letter_warning),
        ("dissolutionPlan", rat.letter_plan),
        ("courtRuling", rat.letter_court),
        ("bankruptcy", rat.letter_bankrupt),
        ("dissolutionDecree", rat.letter_decree),
        ("unknown", words.item.unknown),
    ];
    let letter = board.input.letters.first();
    let came = letter.map_or_else(|| board.value("anyLetters"), |letter| letter.kind.code().to_owned());
    let predicates = [
        ("sehat", names::PREDICATE_SEHAT.say(locale)),
        ("cukupSehat", names::PREDICATE_CUKUP_SEHAT.say(locale)),
        ("dalamPengawasan", names::PREDICATE_DALAM_PENGAWASAN.say(locale)),
        ("dalamPengawasanKhusus", names::PREDICATE_DALAM_PENGAWASAN_KHUSUS.say(locale)),
        ("none", rat.predicate_none),
        ("unknown", words.item.unknown),
    ];
    html! {
        (marked(board, "letter", rat.question_letter, "rat letter", &came, &kinds))
        @if letter.is_some() { (day(board, "letters.0.received", rat.question_received, "")) }
        @if letter.is_some_and(|letter| letter.kind == LetterKind::DissolutionPlan) { (plan(board)) }
        (choice(board, "predicate", rat.question_predicate, &predicates))
    }
}

/// What only a dissolution-plan letter needs: its clock hangs on it.
fn plan(board: &Board<'_>) -> Markup {
    let words = board.model.words();
    let rat = &words.rat;
    let grounds = [
        ("noMeeting", rat.ground_no_meeting),
        ("noBusiness", rat.ground_no_business),
        ("breach", rat.ground_breach),
        ("publicOrder", rat.ground_public_order),
        ("noSurvival", rat.ground_no_survival),
        ("unknown", words.item.unknown),
    ];
    html! {
        (choice(board, "letters.0.ground", rat.question_letter_ground, &grounds))
        (day(board, "letters.0.objected", rat.question_objected, rat.objected_help))
        (yes_no(board, "letters.0.withdrawn", rat.question_withdrawn))
    }
}
