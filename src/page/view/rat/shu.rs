//! The division of the surplus: the articles' percentages, what they come to, and each member's part by number.

use maud::{Markup, html};

use super::fields::{choice, error, text};
use super::papers::{exits, printed};
use super::parts::{frame, sentence};
use crate::locale::fill;
use crate::money::Rupiah;
use crate::page::Route;
use crate::page::rat::{Board, RatRoute, SHU};
use crate::page::view::parts::icon;
use crate::papers::Surplus;
use crate::rat::{ShuInput, percentage};
use crate::shu::{self, Outcome};

/// The screen.
pub(super) fn view(board: &Board<'_>) -> Markup {
    let words = &board.model.words().shu;
    let said = &board.model.assessment().rat.shu;
    let found = Surplus::of(&board.model.whole());
    let outcome = found.outcome(said);
    let is_loss = matches!(outcome, Some(Outcome::Loss { .. } | Outcome::OpenLoss));
    let is_begun = said.shares.iter().any(Option::is_some);
    let body = html! {
        div.noprint {
            (result(board, &found))
            @if is_loss { (loss(board)) } @else {
                p.lead { (words.lead) }
                @for (name, fund) in ShuInput::SHARES.iter().zip(&shu::NAMES) {
                    (text(board, &format!("shu.{name}"), fund.say(board.model.locale), ""))
                }
                @if let Some(Outcome::NotWhole(sum)) = outcome {
                    p.hint.warn role="status" { (icon("info")) (fill(words.sum, &[("sum", &percentage(sum))])) }
                }
            }
            @if is_begun { (differences(board, said)) }
            (list(board, said))
        }
        @if let Some(paper) = board.paper(SHU) { (exits(board, &paper)) (printed(board, &paper)) }
    };
    frame(board, &RatRoute::Shu, &Route::Rat(RatRoute::Ready), &body)
}

/// The year's surplus, or where it is entered.
fn result(board: &Board<'_>, found: &Surplus) -> Markup {
    let words = &board.model.words().shu;
    let amount = found.amount().and_then(Rupiah::new).map(|amount| amount.print(board.model.locale));
    html! {
        @if let Some(amount) = amount { p { (fill(words.result, &[("amount", &amount)])) } }
        @else { p.hint.warn { (icon("info")) (words.unknown) " " a href=(Route::Books.hash()) { (words.books) } } }
    }
}

fn loss(board: &Board<'_>) -> Markup {
    let (words, item) = (&board.model.words().shu, &board.model.words().item);
    let choices = [
        ("reserve", words.loss_reserve),
        ("members", words.loss_members),
        ("carried", words.loss_carried),
        ("unknown", item.unknown),
    ];
    html! {
        (choice(board, "shu.loss", words.question_loss, &choices))
        p { (crate::rat::book::words::SHU_LOSS.say(board.model.locale)) }
        p { (sentence(board, crate::rat::book::rule::SHU_03)) }
    }
}

/// Where law and articles are known to differ.
fn differences(board: &Board<'_>, said: &ShuInput) -> Markup {
    let notes = shu::notes(said, board.facts.kdmp.yes());
    html! {
        @if !notes.is_empty() {
            section {
                h2 { (board.model.words().shu.differs) }
                ul.findings {
                    @for (text, rule) in notes {
                        li { (icon("info")) span { (text.say(board.model.locale)) " " (super::parts::cited(rule)) } }
                    }
                }
            }
        }
    }
}

/// The list of members, and whether it was read.
fn list(board: &Board<'_>, said: &ShuInput) -> Markup {
    let words = &board.model.words().shu;
    let count = said.list.lines().count();
    html! {
        div.field {
            label for="shu.list" { (words.list) }
            p.hint id="shu.list-hint" { (words.list_help) }
            (error(board, "shu.list"))
            textarea id="shu.list" rows="4" autocomplete="off" spellcheck="false" aria-describedby="shu.list-hint"
                data-change="rat list" { (board.value("shu.list")) }
            @if count > 0 && !board.is_refused("shu.list") { p.read role="status" { (fill(words.list_count, &[("count", &count)])) } }
        }
    }
}
