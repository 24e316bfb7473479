//! What the cooperative's own articles say of meetings.

use maud::{Markup, html};

use super::fields::{number, text, tick, yes_no};
use super::parts::{button, frame};
use crate::page::Route;
use crate::page::rat::{Board, RatRoute};

/// The screen.
pub(super) fn view(board: &Board<'_>) -> Markup {
    let words = &board.model.words().calendar;
    let body = html! {
        p.lead { (words.own_lead) }
        (number(board, "articles.ratMonths", words.question_rat_months, ""))
        (number(board, "articles.inviteDays", words.question_invite_days, ""))
        (tick("articles.inviteWorkingDays", "tick", words.invite_working, board.value("articles.inviteWorkingDays") == "yes"))
        (text(board, "articles.quorum", words.question_quorum, words.share_help))
        (yes_no(board, "articles.online", words.question_online))
        (yes_no(board, "articles.groups", words.question_group))
        (yes_no(board, "articles.written", words.question_written))
        (yes_no(board, "articles.secondMeeting", words.question_second))
        @if board.value("articles.secondMeeting") == "yes" {
            (number(board, "articles.secondCallDays", words.question_second_call, ""))
            (number(board, "articles.secondWithinDays", words.question_second_within, ""))
            (text(board, "articles.secondQuorum", words.question_second_quorum, words.share_help))
        }
        p.actions { (button(RatRoute::Calendar, words.title, false)) (button(RatRoute::Quorum, board.model.words().quorum.title, true)) }
    };
    frame(board, &RatRoute::Articles, &Route::Rat(RatRoute::Calendar), &body)
}
