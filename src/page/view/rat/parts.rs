//! What the screens about the RAT share: the frame with its errors, tags, and the legal ground of a thing.

use maud::{Markup, html};

use super::fields::refused;
use super::names::{name, step};
use crate::locale::fill;
use crate::page::Route;
use crate::page::rat::{Board, RatRoute};
use crate::page::view::parts::{back, heading, icon};
use crate::rat::book::{Basis, Confidence, RuleId};

/// A screen: the way back, what is wrong on it, its heading, its body. What is wrong on other screens is told at the end.
pub(super) fn frame(board: &Board<'_>, route: &RatRoute, to: &Route, body: &Markup) -> Markup {
    html! {
        (back(to, board.model.words()))
        (summary(board, body))
        @if let RatRoute::Check(place) = route { (step(board.model.words(), *place)) }
        (heading(name(board.model, route)))
        (body)
        @if !matches!(route, RatRoute::Check(_)) { (elsewhere(board, body)) }
    }
}

/// Whether a field stands on a screen.
pub(super) fn is_on(body: &Markup, path: &str) -> bool {
    body.0.contains(&format!("id=\"{path}\""))
}

/// What is wrong in the fields of this screen, with links to them.
fn summary(board: &Board<'_>, body: &Markup) -> Markup {
    let refused = refused(board);
    let faults = board.faults().map(|problem| (problem.field.as_str(), problem.text.say(board.model.locale)));
    let here: Vec<(&str, String)> = refused.into_iter().chain(faults).filter(|(path, _)| is_on(body, path)).collect();
    html! {
        @if !here.is_empty() {
            section.error-summary id="kesalahan" tabindex="-1" role="alert" {
                h2 { (board.model.words().problem.title) }
                ul { @for (path, sentence) in here { li { a href={ "#" (path) } data-focus=(path) { (sentence) } } } }
            }
        }
    }
}

fn elsewhere(board: &Board<'_>, body: &Markup) -> Markup {
    let words = board.model.words();
    let faults: Vec<_> = board.faults().filter(|problem| !is_on(body, &problem.field)).collect();
    html! {
        @if !faults.is_empty() {
            section.noprint {
                h2 { (words.rat.faults) }
                ul.findings {
                    @for problem in faults {
                        li {
                            (icon("warn")) span { (problem.text.say(board.model.locale)) } " "
                            a href=(Route::Rat(home(&problem.field)).hash()) { (words.common.change) }
                        }
                    }
                }
            }
        }
    }
}

/// The screen on which a field is asked.
fn home(path: &str) -> RatRoute {
    let mut parts = path.split('.');
    match parts.next().unwrap_or_default() {
        "names" => RatRoute::Names,
        "papers" => RatRoute::Paper(parts.next().unwrap_or_default().to_owned()),
        "established" | "bookYearEnd" => RatRoute::Check(2),
        "year" => RatRoute::Check(3),
        "organs" | "idleSince" => RatRoute::Check(4),
        "letters" => RatRoute::Check(5),
        "members" | "form" | "invited" | "plans" => RatRoute::Meeting,
        "articles" => RatRoute::Articles,
        "modal" => RatRoute::Ready,
        "quorum" => RatRoute::Quorum,
        _ => RatRoute::Calendar,
    }
}

/// A word with its icon and colour: `good`, `info`, `warn`, `bad`.
pub(super) fn tag(class: &str, sign: &str, word: &str) -> Markup {
    html! { span class={ "tag " (class) } { (icon(sign)) (word) } }
}

/// *hukum*, *anggaran dasar*, *anjuran*, *praktik*.
pub(super) fn basis(board: &Board<'_>, basis: Basis) -> Markup {
    let class = match basis {
        Basis::Law => "basis law",
        Basis::Articles => "basis articles",
        Basis::Advice => "basis advice",
        Basis::Practice => "basis practice",
    };
    html! { span class=(class) { (basis.label().say(board.model.locale)) } }
}

/// Where one rule is written.
pub(super) fn cited(rule: RuleId) -> Markup {
    html! { cite.cited lang="id" { (rule.rule().citation) } }
}

/// Where one rule is written, on paper only: on the screen it is one tap away.
pub(super) fn printed(rule: RuleId) -> Markup {
    html! { cite.cited.paper-only lang="id" { (rule.rule().citation) } }
}

/// The rules behind something, to open: sentence, citation, and how sure that is where it is not.
pub(super) fn ground(board: &Board<'_>, rules: &[RuleId]) -> Markup {
    html! {
        @if !rules.is_empty() {
            details.ground {
                summary { (board.model.words().rat.ground) }
                ul { @for rule in rules { li { (sentence(board, *rule)) } } }
            }
        }
    }
}

/// A rule: sentence, citation, and how sure that is where it is not.
pub(super) fn sentence(board: &Board<'_>, id: RuleId) -> Markup {
    let (rule, words) = (id.rule(), &board.model.words().rat);
    html! {
        (rule.text.say(board.model.locale)) " " (cited(id))
        @match rule.confidence {
            Confidence::High => {}
            Confidence::Medium => { " " small { (words.confidence_medium) } }
            Confidence::Low => { " " small { (words.confidence_low) } }
        }
    }
}

/// A button that prints the screen.
pub(super) fn print(board: &Board<'_>) -> Markup {
    html! { button.button.second type="button" data-click="print" { (board.model.words().rat.print_screen) } }
}

/// A filled sentence with one count.
pub(super) fn counted(text: &str, count: impl std::fmt::Display) -> String {
    fill(text, &[("count", &count)])
}

/// A link that looks like a button; `second` for what is not the main thing.
pub(super) fn button(route: RatRoute, label: &str, second: bool) -> Markup {
    html! { a.button.second[second] href=(Route::Rat(route).hash()) { (label) } }
}
