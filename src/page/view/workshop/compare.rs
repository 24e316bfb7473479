//! The class beside an earlier one: did the training help?

use maud::{Markup, html};

use super::super::numbers::{predicate_name, share, totals};
use super::super::parts::icon;
use super::class::{level, together};
use super::labels;
use crate::locale::fill;
use crate::page::Model;
use crate::rulebook::Predicate;
use crate::workshop::{Change, LEAST, Moved};

/// The choice of an earlier class, and what has moved since.
pub(super) fn view(model: &Model) -> Markup {
    let (words, workshop) = (&model.words().workshop_class, &model.workshop);
    let change = workshop.earlier.as_ref().map(|earlier| workshop.room.since(earlier));
    html! {
        section.compare {
            h2 { (words.compare) }
            div.field.noprint {
                label for="kelas-lama" { (words.compare) }
                p.hint id="kelas-lama-hint" { (words.compare_help) }
                input id="kelas-lama" type="file" accept=".json,application/json" aria-describedby="kelas-lama-hint" data-file="earlier";
                @if let Some(why) = workshop.earlier_refused { p.error role="alert" { (icon("warn")) (labels::trouble(model, why)) } }
            }
            @match change {
                Some(Some(change)) => { (moved(model, &change)) },
                Some(None) => { p.hint.warn { (icon("warn")) (fill(words.compare_few, &[("least", &LEAST)])) } },
                None => {},
            }
        }
    }
}

fn moved(model: &Model, change: &Change) -> Markup {
    let words = &model.words().workshop_class;
    let predicate = |one: Option<&'static Predicate>| one.map_or(words.unsettled, |one| predicate_name(model, one));
    html! {
        table {
            thead { tr { td {} th scope="col" { (words.earlier) } th scope="col" { (words.later) } } }
            tbody {
                (row(words.cooperatives, change.count.map(|count| count.to_string())))
                (row(words.total, change.total.map(|total| totals(model, total))))
                @for (aspect, means) in &change.aspects {
                    (row(model.texts()[*aspect].name, means.map(|mean| share(model, mean))))
                }
                @for cell in &change.predicates {
                    (row(&together(model, cell, predicate), cell.counts.map(|count| fill(words.many, &[("count", &count)]))))
                }
            }
        }
        (list(model, words.risen, "up", &change.risen))
        (list(model, words.fallen, "warn", &change.fallen))
        p.actions { button.quiet type="button" data-click="workshop apart" { (words.apart) } }
    }
}

fn row(name: &str, cells: [String; 2]) -> Markup {
    html! { tr { th scope="row" { (name) } @for cell in cells { td { (cell) } } } }
}

fn list(model: &Model, title: &str, sign: &str, moved: &[Moved]) -> Markup {
    let words = &model.words().workshop_class;
    html! {
        @if !moved.is_empty() {
            h3 { (title) }
            ul {
                @for Moved { indicator, mean: [before, after] } in moved {
                    @let name = model.texts()[*indicator].name;
                    li { (icon(sign)) (name) ": " (fill(words.from_to, &[("before", &level(model, *before)), ("after", &level(model, *after))])) }
                }
            }
        }
    }
}
