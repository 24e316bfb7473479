//! The board's own result, to be carried into the room: a picture, groups to type, a small file.

use maud::{Markup, html};

use super::super::names::kinds;
use super::super::numbers::totals;
use super::super::parts::{back, button, heading, icon, offline};
use super::super::wing::quick_check;
use super::labels;
use crate::exchange::levels::{Kind, Levels, MOST_OBSTACLES, Obstacle};
use crate::exchange::qr;
use crate::locale::fill;
use crate::page::workshop::{WorkshopRoute, own_levels};
use crate::page::{Model, Route};

/// Groups of a code where all is answered.
const SHORTEST: usize = 4;

/// The screen.
pub(super) fn view(model: &Model) -> Markup {
    let words = &model.words().workshop_code;
    html! {
        (back(&Route::Result, model.words()))
        (heading(words.title))
        (offline(model.words()))
        @let levels = own_levels(model);
        // Whoever did the quick check alone carries its RAT and its standing.
        @let is_told = |levels: &Levels| levels.standing.is_some() || levels.meeting.is_some();
        @if model.has_check() || levels.as_ref().is_some_and(is_told) {
            @match levels {
                Some(levels) => { (carried(model, &levels)) },
                None => { p.hint.warn { (icon("warn")) (words.unsuited) } },
            }
        } @else {
            p { (words.nothing) }
            p.actions { (button(&Route::Profile, words.begin)) }
        }
    }
}

fn carried(model: &Model, levels: &Levels) -> Markup {
    let words = &model.words().workshop_code;
    html! {
        p.lead { (fill(words.lead, &[("count", &model.assessment().variant.indicators().count())])) }
        p.promise { (icon("lock")) (words.without) }
        fieldset {
            legend { (words.obstacle) }
            p.hint { (fill(words.obstacle_help, &[("most", &MOST_OBSTACLES)])) }
            @for (one, place) in Obstacle::ALL.into_iter().zip(0_usize..) {
                @let named = levels.obstacles.contains(&one);
                @let id = format!("hambatan-{place}");
                div.check {
                    input type="checkbox" id=(id) checked[named] disabled[!named && levels.obstacles.len() == MOST_OBSTACLES]
                        data-change={ "workshop obstacle " (place) };
                    label for=(id) { (labels::obstacle(model, one)) }
                }
            }
        }
        @if levels.is_invented() { p.hint.warn { (icon("warn")) (words.invented_help) } }
        (missing(model, levels))
        section {
            h2 { (words.qr) }
            p.hint { (words.qr_help) }
            @if let Some(picture) = qr::picture(&levels.qr_text()) { (drawn(words.qr_name, &picture)) }
        }
        section {
            h2 { (words.typed) }
            p.hint { (words.typed_help) }
            @let typed = levels.typed();
            @if typed.len() > SHORTEST { p { (icon("info")) (fill(words.open, &[("count", &typed.len())])) } }
            (groups(model, &typed))
        }
        section.noprint {
            h2 { (words.file) }
            p.hint { (words.file_help) }
            p.actions { button.button type="button" data-click="workshop code-file" { (words.file) } }
        }
        (contents(model, levels))
        p.links { a href=(Route::Workshop(WorkshopRoute::Voices).hash()) { (model.words().workshop.voices) } }
    }
}

/// What the class asks of everybody and this board has not said, each where it is answered.
fn missing(model: &Model, levels: &Levels) -> Markup {
    let words = &model.words().workshop_code;
    let unsaid = [
        (model.assessment().profile.kind.is_none(), Route::Profile, words.kind),
        (levels.standing.is_none(), quick_check(model), words.meeting),
    ];
    let unsaid: Vec<_> = unsaid.iter().filter(|(is, ..)| *is).collect();
    html! {
        @if !unsaid.is_empty() {
            p.hint.warn {
                (icon("warn")) (words.missing)
                @for (_, to, what) in unsaid { " " a href=(to.hash()) { (what) } }
            }
        }
    }
}

/// Groups to be read out, each with its number.
pub(super) fn groups(model: &Model, typed: &[String]) -> Markup {
    let words = &model.words().workshop_code;
    html! {
        ol.code-groups {
            @for (group, number) in typed.iter().zip(1..) {
                li { span { (fill(words.group, &[("number", &number)])) } " " code { (group) } }
            }
        }
    }
}

/// Dark on light in every theme, with its quiet zone, so that any camera reads it.
pub(super) fn drawn(name: &str, picture: &qr::Picture) -> Markup {
    let side = picture.size + 2 * qr::QUIET;
    html! {
        svg.qr viewBox={ "0 0 " (side) " " (side) } role="img" aria-labelledby="qr-nama" focusable="false" shape-rendering="crispEdges" {
            title id="qr-nama" { (name) }
            rect width=(side) height=(side) fill="#fff" {}
            path d=(picture.path) fill="#000" {}
        }
    }
}

/// The items that travel as not known.
fn unknown(levels: &Levels) -> String {
    let ids = levels.variant.items().enumerate().filter(|(place, _)| levels.unknown.contains(place));
    ids.map(|(_, (_, item))| item.id).collect::<Vec<_>>().join(", ")
}

/// Everything that is in the code, in words.
fn contents(model: &Model, levels: &Levels) -> Markup {
    let (words, profile) = (&model.words().workshop_code, &model.words().profile);
    let kind = match levels.kind {
        Some(Kind::Ksp) => profile.kind_ksp,
        Some(Kind::Usp) => profile.kind_usp,
        Some(Kind::Other) => profile.kind_other,
        Some(Kind::Invented) => words.invented,
        // A code tells apart what no form tells apart; else its form stands for the kind.
        None => kinds(model).into_iter().find(|(.., chosen)| *chosen).map_or(words.unsaid, |(_, label, _)| label),
    };
    let year = levels.book_year.map_or(words.unsaid.to_owned(), |year| year.to_string());
    let standing = levels.standing.as_ref().map(|range| {
        let [best, worst] = [range.high, range.low].map(|one| one.label().say(model.locale));
        if range.is_settled() { best.to_owned() } else { format!("{best} – {worst}") }
    });
    html! {
        details {
            summary { (words.carried) }
            dl.facts {
                div { dt { (words.total) } dd { (totals(model, levels.total())) } }
                div { dt { (words.kind) } dd { (kind) } }
                div { dt { (words.year) } dd { (year) } }
                div { dt { (words.standing) } dd { (standing.as_deref().unwrap_or(words.unsaid)) } }
                div { dt { (words.meeting) } dd { (labels::meeting(model, levels.meeting)) } }
                @if !levels.unknown.is_empty() { div { dt { (words.unknown) } dd { (unknown(levels)) } } }
                @if !levels.obstacles.is_empty() {
                    div { dt { (words.obstacles_named) } dd { (levels.obstacles.iter().map(|one| labels::obstacle(model, *one)).collect::<Vec<_>>().join(", ")) } }
                }
            }
        }
    }
}
