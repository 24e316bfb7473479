//! Other things a board may say of itself; each bad answer leads to a finding.

use maud::{Markup, html};

use super::fields::yes_no;
use super::parts::{button, frame};
use crate::page::Route;
use crate::page::rat::{Board, RatRoute};

/// The screen.
pub(super) fn view(board: &Board<'_>) -> Markup {
    let words = &board.model.words().standing;
    let questions = [
        ("signals.conflict", words.question_conflict),
        ("signals.reportRejected", words.question_report_rejected),
        ("signals.quorumFailed", words.question_quorum_failed),
        ("signals.weakBusiness", words.question_weak_business),
        ("signals.weakGovernance", words.question_weak_governance),
        ("signals.certifiedManager", words.question_certified_manager),
        ("signals.standard", words.question_standard),
        ("signals.registers", words.question_registers),
        ("signals.digital", words.question_digital),
        ("signals.nik", words.question_nik),
        ("signals.articlesComplete", words.question_articles_complete),
        ("signals.viable", words.question_viable),
        ("signals.trainingFollowed", words.question_training_followed),
    ];
    let body = html! {
        p.lead { (words.more_lead) }
        @for (path, question) in questions { (yes_no(board, path, question)) }
        p.actions { (button(RatRoute::Standing, board.model.words().rat.see_standing, false)) }
    };
    frame(board, &RatRoute::Signals, &Route::Rat(RatRoute::Standing), &body)
}
