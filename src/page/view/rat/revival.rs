//! *Reaktivasi*: what a cooperative that missed RATs does, in order, to be active again.

use maud::{Markup, html};

use super::days::date;
use super::parts::{button, frame, ground, print, printed};
use crate::locale::fill;
use crate::page::Route;
use crate::page::rat::{Board, RatRoute};
use crate::rat::book::RuleId;
use crate::standing::Revival;

/// The screen.
pub(super) fn view(board: &Board<'_>) -> Markup {
    let words = &board.model.words().standing;
    let open = board.years_asked().iter().any(|year| board.value(&format!("year.{year}.held")).is_empty());
    let body = html! {
        @match board.standing().revival {
            Some(revival) => { (way(board, &revival)) }
            None if open => {
                p.lead { (words.revival_unknown) }
                p.actions { (button(RatRoute::Check(RatRoute::YEARS), board.model.words().rat.check_years, false)) }
            }
            None => { p.lead { (words.revival_none) } p.actions { (button(RatRoute::Standing, words.title, false)) } }
        }
    };
    frame(board, &RatRoute::Revival, &Route::Rat(RatRoute::Standing), &body)
}

/// Which years were missed.
pub(super) fn missed(board: &Board<'_>, revival: &Revival) -> String {
    let years = revival.missed.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    fill(board.model.words().standing.revival_years, &[("years", &years)])
}

fn way(board: &Board<'_>, revival: &Revival) -> Markup {
    let (words, locale) = (&board.model.words().standing, board.model.locale);
    let mut rules: Vec<RuleId> = Vec::new();
    for step in &revival.steps {
        if !rules.contains(&step.reason.rule) {
            rules.push(step.reason.rule);
        }
    }
    html! {
        p.lead { (missed(board, revival)) " " (words.revival_order) }
        ol.way { @for step in &revival.steps { li { (step.reason.text.say(locale)) " " (printed(step.reason.rule)) } } }
        @if let Some(day) = revival.clean_by { p { (fill(words.revival_clean, &[("day", &date(board, day))])) } }
        p.actions {
            (button(RatRoute::Paper("surat-pembinaan".to_owned()), words.letter, false))
            (button(RatRoute::Calendar, words.plan, true))
            (print(board))
        }
        (ground(board, &rules))
    }
}
