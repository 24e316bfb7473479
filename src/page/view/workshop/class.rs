//! The class in one picture: spread, weakest indicators, standings, and what the office should offer.

use maud::{Markup, html};

use super::super::numbers::{share, totals};
use super::super::parts::{back, button, heading, icon};
use super::drawing::drawing;
use super::{compare, labels};
use crate::exact::{Fraction, Range};
use crate::locale::fill;
use crate::money::{Places, decimal};
use crate::page::workshop::WorkshopRoute;
use crate::page::{Model, Route};
use crate::workshop::{LEAST, Need, Picture, Weak};

/// The screen.
pub(super) fn view(model: &Model) -> Markup {
    let words = &model.words().workshop_class;
    let count = model.workshop.room.len();
    html! {
        (back(&Route::Workshop(WorkshopRoute::Collect), model.words()))
        (heading(words.title))
        @match model.workshop.room.picture() {
            Some(picture) => { (whole(model, &picture)) },
            None => {
                p { (fill(words.few, &[("least", &LEAST), ("count", &count)])) }
                p.actions { (button(&Route::Workshop(WorkshopRoute::Collect), words.collect)) }
            },
        }
    }
}

fn whole(model: &Model, picture: &Picture) -> Markup {
    let (words, texts) = (&model.words().workshop_class, model.texts());
    html! {
        p.lead { (fill(words.lead, &[("count", &picture.count)])) }
        @if picture.unlike > 0 { p.hint.warn { (icon("warn")) (fill(words.unlike, &[("count", &picture.unlike)])) } }
        p.figure { (words.total) ": " (totals(model, picture.total)) }
        div.class-picture { (drawing(model, picture, false)) }
        section {
            h2 { (words.aspects) }
            table { tbody { @for one in &picture.aspects {
                tr { th scope="row" { (texts[one.aspect].name) } td { (share(model, one.mean)) } }
            } } }
        }
        (weakest(model, picture))
        (needs(model, picture))
        section {
            h2 { (words.standings) }
            (tally(picture.standings.iter().map(|(one, many)| (one.map_or(words.unsaid, |one| one.label().say(model.locale)), *many)), picture.count))
            h2 { (words.meetings) }
            (tally(picture.meetings.iter().map(|(one, many)| (labels::meeting(model, *one), *many)), picture.count))
        }
        p.actions {
            button.button type="button" data-click="print" { (words.print) }
            button.button.second type="button" data-click="workshop table" { (words.table) }
            button.button.second type="button" data-click="workshop drawing" { (words.drawing) }
            button.button.second type="button" data-click="workshop painting" { (words.painting) }
            button.button.second type="button" data-click="workshop room-file" { (words.save) }
        }
        (compare::view(model))
    }
}

/// How many are of each kind, with a bar.
fn tally<'w>(rows: impl Iterator<Item = (&'w str, usize)>, all: usize) -> Markup {
    html! {
        div.bars {
            @for (name, many) in rows.filter(|(_, many)| *many > 0) {
                div.bar-row { span { (name) } progress value=(many) max=(all) aria-label={ (name) ": " (many) } {} span { (many) } }
            }
        }
    }
}

fn weakest(model: &Model, picture: &Picture) -> Markup {
    let words = &model.words().workshop_class;
    html! {
        section {
            h2 { (words.weakest) }
            @if picture.weakest().next().is_none() { p { (icon("done")) (words.all_best) } } @else {
                p.hint { (words.weakest_help) }
                div.scroll tabindex="0" role="group" aria-label=(words.weakest) {
                    table {
                        thead { tr { th scope="col" { (words.indicator) } th scope="col" { (words.mean) } th scope="col" { (words.low_levels) } th scope="col" { (words.open) } } }
                        tbody { @for one in picture.weakest() { (weak(model, one)) } }
                    }
                }
            }
        }
    }
}

fn weak(model: &Model, one: &Weak) -> Markup {
    let name = model.texts()[one.indicator].name;
    html! {
        tr { th scope="row" { (one.indicator.id) " " (name) } td { (level(model, one.mean)) } td { (one.at[0] + one.at[1]) } td { (one.open) } }
    }
}

/// An average level, with one decimal.
pub(super) fn level(model: &Model, mean: Range<Fraction>) -> String {
    let [low, high] = [mean.low, mean.high].map(|end| decimal(end, Places::Exactly(1), model.locale));
    if low == high { low } else { format!("{low}–{high}") }
}

fn needs(model: &Model, picture: &Picture) -> Markup {
    let words = &model.words().workshop_class;
    html! {
        section.needs {
            h2 { (words.needs) }
            p.hint { (words.needs_help) }
            @if !picture.needs.urgent.is_empty() {
                h3 { (words.urgent) }
                ul {
                    @for (finding, count) in &picture.needs.urgent {
                        li {
                            (icon("warn")) (fill(words.urgent_line, &[("label", &finding.finding().label.say(model.locale)), ("count", count)]))
                            " → " (finding.finding().coaching.iter().map(|id| id.offer().name.say(model.locale)).collect::<Vec<_>>().join(", "))
                        }
                    }
                }
            }
            @if picture.needs.offers.is_empty() { p { (words.no_needs) } }
            ol { @for need in &picture.needs.offers { (offer(model, need)) } }
        }
    }
}

fn offer(model: &Model, need: &Need) -> Markup {
    let points = share(model, need.lost);
    html! {
        li {
            strong { (model.texts().offer(need.offer).unwrap_or(need.offer)) } ": "
            (fill(model.words().workshop_class.need, &[("points", &points), ("count", &need.touched)]))
        }
    }
}
