//! The class in one picture: spread, weakest indicators, standings, and what the office should offer.

use maud::{Markup, html};

use super::super::numbers::{share, totals};
use super::super::parts::{back, button, heading, icon};
use super::drawing::drawing;
use super::{compare, labels};
use crate::exact::{Fraction, Range};
use crate::exchange::levels::Meeting;
use crate::locale::fill;
use crate::money::{Places, decimal};
use crate::page::workshop::WorkshopRoute;
use crate::page::{Model, Route};
use crate::rulebook::Indicator;
use crate::standing::Institution;
use crate::workshop::{Cell, LEAST, Need, Picture, Shared, Weak};

/// The screen.
pub(super) fn view(model: &Model) -> Markup {
    let words = &model.words().workshop_class;
    let pictures = model.workshop.room.pictures();
    html! {
        (back(&Route::Workshop(WorkshopRoute::Collect), model.words()))
        (heading(words.title))
        @if pictures.is_empty() { (nothing_yet(model)) } @else {
            (finish(model, words.late))
            @for (place, picture) in pictures.iter().enumerate() { (whole(model, picture, place, pictures.len() > 1)) }
            @if let Some(shared) = model.workshop.room.shared() { (together_all(model, &shared, pictures.len())) }
            (without_picture(model))
            p.actions {
                button.button type="button" data-click="print" { (words.print) }
                button.button.second type="button" data-click="workshop table" { (words.table) }
                button.button.second type="button" data-click="workshop room-file" { (words.save) }
            }
            (compare::view(model))
        }
    }
}

/// Too few of any form, or collecting goes on.
fn nothing_yet(model: &Model) -> Markup {
    let words = &model.words().workshop_class;
    let most = model.workshop.room.forms().first().map_or(0, |form| form.waiting);
    html! {
        @if most < LEAST { p { (fill(words.few, &[("least", &LEAST), ("count", &most)])) } }
        @else { (finish(model, words.unfinished)) }
        p.actions { (button(&Route::Workshop(WorkshopRoute::Collect), words.collect)) }
    }
}

/// What came since is in no picture yet; where that is enough, collecting can be declared finished.
pub(super) fn finish(model: &Model, why: &str) -> Markup {
    let words = &model.words().workshop_class;
    let waiting = model.workshop.room.forms().into_iter().map(|form| form.waiting).max().unwrap_or(0);
    html! {
        @if waiting > 0 { p.hint { (icon("info")) (fill(why, &[("least", &LEAST)])) } }
        @if waiting >= LEAST { p.actions { button.button type="button" data-click="workshop finish" { (words.finish) } } }
    }
}

/// Forms of which too few are here.
fn without_picture(model: &Model) -> Markup {
    let words = &model.words().workshop_class;
    let forms = model.workshop.room.forms().into_iter().filter(|form| form.shown == 0);
    html! {
        @for form in forms {
            p.hint { (icon("info")) (fill(words.other_form, &[("form", &form.variant.name), ("least", &LEAST)])) }
        }
    }
}

/// The picture of one form; `named` where there are several.
fn whole(model: &Model, picture: &Picture, place: usize, named: bool) -> Markup {
    let (words, texts) = (&model.words().workshop_class, picture.rulebook.text(model.locale));
    html! {
        @if named { h2 { (picture.variant.name) } }
        p.lead { (fill(words.lead, &[("count", &picture.count)])) }
        @if picture.unlike { p.hint.warn { (icon("warn")) (words.unlike) } }
        p.figure { (words.total) ": " (totals(model, picture.total)) }
        div.class-picture { (drawing(model, picture, place, false)) }
        p.hint { (words.merged) }
        (files(model, place))
        section {
            h2 { (words.aspects) }
            table { tbody { @for (aspect, mean) in &picture.aspects {
                tr { th scope="row" { (texts[*aspect].name) } td { (share(model, *mean)) } }
            } } }
        }
        (weakest(model, picture))
        (unknown(model, picture))
        (needs(model, picture))
        (rat(model, &picture.standings.cells(), &picture.meetings.cells(), picture.count))
    }
}

/// The drawing of this place to take along.
fn files(model: &Model, place: usize) -> Markup {
    let words = &model.words().workshop_class;
    html! {
        p.actions.noprint {
            button.button.second type="button" data-click={ "workshop drawing " (place) } { (words.drawing) }
            button.button.second type="button" data-click={ "workshop painting " (place) } { (words.painting) }
        }
    }
}

/// Where they stand, and how their latest RATs went.
fn rat(
    model: &Model,
    standings: &[Cell<Option<Institution>>],
    meetings: &[Cell<Option<Meeting>>],
    all: usize,
) -> Markup {
    let words = &model.words().workshop_class;
    let standing = |one: Option<Institution>| one.map_or(words.unsaid, |one| one.label().say(model.locale));
    let standings = standings.iter().map(|cell| (together(model, cell, standing), cell.counts[0]));
    let meetings =
        meetings.iter().map(|cell| (together(model, cell, |one| labels::meeting(model, one)), cell.counts[0]));
    html! {
        section {
            h2 { (words.standings) }
            (tally(&standings.collect::<Vec<_>>(), all))
            h2 { (words.meetings) }
            (tally(&meetings.collect::<Vec<_>>(), all))
        }
    }
}

/// What all forms with a picture share, in one table: how governance is, how RATs went, where they stand.
fn together_all(model: &Model, shared: &Shared, place: usize) -> Markup {
    let words = &model.words().workshop_class;
    let texts = shared.rulebook.text(model.locale);
    html! {
        section id="bersama" {
            h2 { (words.shared) }
            p.lead { (fill(words.shared_lead, &[("count", &shared.count)])) }
            div.scroll tabindex="0" role="group" aria-label=(words.shared) {
                table {
                    thead { tr { th scope="col" { (words.indicator) } th scope="col" { (words.mean) } } }
                    tbody { @for one in &shared.governance { tr {
                        th scope="row" { (one.indicator.id) " " (texts[one.indicator].name) }
                        td { (level(model, one.mean)) }
                    } } }
                }
            }
        }
        (rat(model, &shared.standings, &shared.meetings, shared.count))
        (files(model, place))
    }
}

/// Kinds that are told together, in words.
pub(super) fn together<K: Copy, const ROOMS: usize>(
    model: &Model,
    cell: &Cell<K, ROOMS>,
    name: impl Fn(K) -> &'static str,
) -> String {
    let mut names = cell.kinds.iter().map(|kind| name(*kind).to_owned());
    let first = names.next().unwrap_or_default();
    names.fold(first, |one, other| fill(model.words().workshop_class.or, &[("one", &one), ("other", &other)]))
}

/// How many are of each kind, with a bar.
fn tally(rows: &[(String, usize)], all: usize) -> Markup {
    html! {
        div.bars {
            @for (name, many) in rows {
                div.bar-row { span { (name) } progress value=(many) max=(all) aria-label={ (name) ": " (many) } {} span { (many) } }
            }
        }
    }
}

fn weakest(model: &Model, picture: &Picture) -> Markup {
    let words = &model.words().workshop_class;
    let (weakest, low) = (picture.weakest(), picture.low());
    let is_known = picture.indicators.iter().any(|one| one.settled.is_some());
    html! {
        section {
            @if weakest.is_empty() && low.is_empty() {
                h2 { (words.weakest) }
                @if is_known { p { (icon("done")) (words.all_best) } }
                @else { p { (fill(words.none_known, &[("least", &LEAST)])) } }
            }
            @if !weakest.is_empty() { (table(model, picture, words.weakest, words.weakest_help, &weakest)) }
            @if !low.is_empty() { (table(model, picture, words.low, words.low_help, &low)) }
        }
    }
}

/// Indicators with their averages, each said to be of how many.
fn table(model: &Model, picture: &Picture, title: &str, help: &str, all: &[&Weak]) -> Markup {
    let words = &model.words().workshop_class;
    html! {
        h2 { (title) }
        p.hint { (help) }
        div.scroll tabindex="0" role="group" aria-label=(title) {
            table {
                thead { tr { th scope="col" { (words.indicator) } th scope="col" { (words.mean) } th scope="col" { (words.low_levels) } th scope="col" { (words.answered) } } }
                tbody { @for one in all { (weak(model, picture, one)) } }
            }
        }
    }
}

fn weak(model: &Model, picture: &Picture, one: &Weak) -> Markup {
    let words = &model.words().workshop_class;
    let told = |count: Option<usize>| count.map_or(words.untold.to_owned(), |count| count.to_string());
    html! {
        tr {
            th scope="row" { (one.indicator.id) " " (name(model, picture, one.indicator)) }
            td { (one.settled.map_or(words.untold.to_owned(), |level| self::level(model, Range::exactly(level)))) }
            td { (told(one.low())) }
            td { (told(one.open().map(|open| picture.count - open))) }
        }
    }
}

/// An indicator by its name in the form shown.
pub(super) fn name(model: &Model, picture: &Picture, indicator: &'static Indicator) -> &'static str {
    picture.rulebook.text(model.locale)[indicator].name
}

/// What most have still to answer: a list of its own, because nobody knows whether it is weak.
fn unknown(model: &Model, picture: &Picture) -> Markup {
    let words = &model.words().workshop_class;
    let unknown = picture.unknown();
    html! {
        @if !unknown.is_empty() {
            section {
                h2 { (words.unknown) }
                p.hint { (words.unknown_help) }
                ol { @for (one, open) in unknown {
                    li { (one.indicator.id) " " (name(model, picture, one.indicator)) ": " (fill(words.many, &[("count", &open)])) }
                } }
            }
        }
    }
}

/// An average level, with one decimal.
pub(super) fn level(model: &Model, mean: Range<Fraction>) -> String {
    let [low, high] = [mean.low, mean.high].map(|end| decimal(end, Places::Exactly(1), model.locale));
    if low == high { low } else { format!("{low}–{high}") }
}

fn needs(model: &Model, picture: &Picture) -> Markup {
    let (words, needs) = (&model.words().workshop_class, &picture.needs);
    html! {
        section.needs {
            h2 { (words.needs) }
            p.hint { (words.needs_help) }
            @if !needs.urgent.is_empty() {
                h3 { (words.urgent) }
                ul {
                    @for (finding, count) in &needs.urgent {
                        li {
                            (icon("warn")) (fill(words.urgent_line, &[("label", &finding.finding().label.say(model.locale)), ("count", count)]))
                            " → " (finding.finding().coaching.iter().map(|id| id.offer().name.say(model.locale)).collect::<Vec<_>>().join(", "))
                        }
                    }
                }
            }
            @if needs.most.is_empty() && needs.others.is_empty() {
                p { (if picture.total.low == Fraction::whole(100) { words.no_needs } else { words.no_needs_known }) }
            }
            @if !needs.most.is_empty() { ul { @for need in &needs.most { (offer(model, need)) } } }
            @if !needs.others.is_empty() {
                h3 { (words.needs_others) }
                ul { @for need in &needs.others { (offer(model, need)) } }
            }
        }
    }
}

fn offer(model: &Model, need: &Need) -> Markup {
    let points = share(model, need.lost);
    let because = need.because.iter().map(|one| one.id).collect::<Vec<_>>().join(", ");
    html! {
        li {
            strong { (model.texts().offer(need.offer).unwrap_or(need.offer)) } ": "
            (fill(model.words().workshop_class.need, &[("points", &points), ("count", &need.touched), ("list", &because)]))
        }
    }
}
