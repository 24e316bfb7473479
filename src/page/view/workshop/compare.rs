//! The class beside an earlier one: did the training help?

use maud::{Markup, html};

use super::super::names::day;
use super::super::numbers::{predicate_name, share, totals};
use super::super::parts::icon;
use super::blocks::level;
use super::labels;
use super::labels::together;
use crate::exact::{Fraction, Range};
use crate::locale::fill;
use crate::page::Model;
use crate::rulebook::Predicate;
use crate::workshop::{Change, LEAST, Moved, Room};

/// The choice of an earlier class, and what has moved since.
pub(super) fn view(model: &Model) -> Markup {
    let (words, workshop) = (&model.words().workshop_class, &model.workshop);
    let change = workshop.earlier.as_ref().map(|earlier| workshop.room.since(earlier));
    let is_like = workshop.earlier.as_ref().is_some_and(|earlier| workshop.room.is_too_like(earlier));
    html! {
        section.compare {
            h2 { (words.compare) }
            div.field.noprint {
                label for="kelas-lama" { (words.compare) }
                p.hint id="kelas-lama-hint" { (words.compare_help) }
                input id="kelas-lama" type="file" accept=".json,application/json" aria-describedby="kelas-lama-hint" data-file="earlier";
                @if let Some(why) = workshop.earlier_refused { p.error role="alert" { (icon("warn")) (labels::trouble(model, why)) } }
            }
            @if let Some(changes) = &change {
                @if is_like { p.hint.warn { (icon("warn")) (fill(words.compare_like, &[("least", &LEAST)])) } }
                @else if changes.is_empty() { p.hint.warn { (icon("warn")) (fill(words.compare_few, &[("least", &LEAST)])) } }
                @for change in changes {
                    @if changes.len() > 1 { h3 { (change.variant.name) } }
                    (moved(model, change))
                }
                p.actions { button.quiet type="button" data-click="workshop apart" { (words.apart) } }
            }
        }
    }
}

fn moved(model: &Model, change: &Change) -> Markup {
    let (words, texts) = (&model.words().workshop_class, change.rulebook.text(model.locale));
    let workshop = &model.workshop;
    let rooms = [(workshop.earlier.as_ref(), words.earlier), (Some(&workshop.room), words.later)];
    let named = rooms.map(|(room, or)| room.map_or(or.to_owned(), |room| title(model, room, or)));
    let predicate = |one: Option<&'static Predicate>| one.map_or(words.unsettled, |one| predicate_name(model, one));
    html! {
        table {
            thead { tr { td {} @for name in named { th scope="col" { (name) } } } }
            tbody {
                (row(words.cooperatives, change.count.map(|count| count.to_string())))
                (row(words.total, change.total.map(|total| totals(model, total))))
                @for (aspect, means) in change.aspects.iter().filter(|(_, means)| part(means)) {
                    (row(texts[*aspect].name, means.map(|mean| share(model, mean))))
                }
                @for cell in &change.predicates {
                    (row(&together(model, cell, &predicate), cell.counts.map(|count| fill(words.many, &[("count", &count)]))))
                }
            }
        }
        @if !std::iter::once(&change.total).chain(change.aspects.iter().map(|(_, means)| means)).any(part) && change.risen.is_empty() && change.fallen.is_empty() {
            p.hint { (icon("info")) (words.same) }
        }
        (list(model, change, words.risen, "up", &change.risen))
        (list(model, change, words.fallen, "warn", &change.fallen))
    }
}

/// Ranges that overlap may be the same average.
fn part([before, after]: &[Range<Fraction>; 2]) -> bool {
    before.high < after.low || after.high < before.low
}

/// What a room is called, and its day.
fn title(model: &Model, room: &Room, or: &str) -> String {
    let name = if room.name.is_empty() { or } else { &room.name };
    if room.day.is_empty() { name.to_owned() } else { format!("{name}, {}", day(model, &room.day)) }
}

fn row(name: &str, cells: [String; 2]) -> Markup {
    html! { tr { th scope="row" { (name) } @for cell in cells { td { (cell) } } } }
}

fn list(model: &Model, change: &Change, title: &str, sign: &str, moved: &[Moved]) -> Markup {
    let (words, texts) = (&model.words().workshop_class, change.rulebook.text(model.locale));
    html! {
        @if !moved.is_empty() {
            h3 { (title) }
            ul {
                @for Moved { indicator, mean: [before, after] } in moved {
                    @let name = texts[*indicator].name;
                    li { (icon(sign)) (name) ": " (fill(words.from_to, &[("before", &level(model, *before)), ("after", &level(model, *after))])) }
                }
            }
        }
    }
}
