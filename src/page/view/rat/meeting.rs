//! What is known of the meeting and decides on its deadlines: members, form, agenda.

use std::iter::once;

use maud::{Markup, html};

use super::check;
use super::fields::{choice, day, number, yes_no};
use super::parts::{button, frame};
use crate::locale::Locale;
use crate::page::Route;
use crate::page::rat::{Board, RatRoute};
use crate::rat::book::words as names;
use crate::rat::{Coded, Form};

/// The screen.
pub(super) fn view(board: &Board<'_>) -> Markup {
    let (words, locale) = (board.model.words(), board.model.locale);
    let calendar = &words.calendar;
    let forms = [Form::InPerson, Form::Online, Form::Hybrid, Form::Written, Form::Groups];
    let forms = forms.map(|each| (each.code(), capital(form(each, locale))));
    let mut forms: Vec<(&str, &str)> = forms.iter().map(|(code, name)| (*code, name.as_str())).collect();
    forms.push(("unknown", words.item.unknown));
    let body = html! {
        p.lead { (calendar.more_lead) }
        @if let Some(year) = board.open_year() { (check::year(board, year.year)) }
        (number(board, "members", calendar.question_members, ""))
        (choice(board, "form", calendar.question_form, &forms))
        @if board.facts.form != Form::Groups { (yes_no(board, "plans.groups", calendar.question_groups)) }
        (day(board, "invited", calendar.question_invited, calendar.invited_help))
        (yes_no(board, "plans.election", calendar.question_election))
        (yes_no(board, "plans.amendment", calendar.question_amendment))
        @if board.value("plans.amendment") == "yes" { (day(board, "plans.deed", calendar.question_deed, "")) }
        (yes_no(board, "plans.postponed", calendar.question_postponed))
        p.actions { (button(RatRoute::Calendar, calendar.title, false)) }
    };
    frame(board, &RatRoute::Meeting, &Route::Rat(RatRoute::Calendar), &body)
}

/// A word at the start of a line.
fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| once(first.to_ascii_uppercase()).chain(letters).collect())
}

/// The name of a form of meeting; of one that nobody said, what it is reckoned as.
pub(super) fn form(form: Form, locale: Locale) -> &'static str {
    let name = match form {
        Form::InPerson | Form::Unknown => names::FORM_IN_PERSON,
        Form::Online => names::FORM_ONLINE,
        Form::Hybrid => names::FORM_HYBRID,
        Form::Written => names::FORM_WRITTEN,
        Form::Groups => names::FORM_GROUPS,
    };
    name.say(locale)
}
