//! The class in one picture: spread, weakest indicators, standings, and what the office should offer; whole, or as slides.

use maud::{Markup, html};

use super::super::names::day;
use super::super::parts::{back, button, heading, icon};
use super::blocks::{self, Block, Row};
use super::compare;
use super::drawing::wrapped;
use super::stage::turn;
use crate::locale::fill;
use crate::page::workshop::WorkshopRoute;
use crate::page::{Model, Route};
use crate::sorting::sort;
use crate::workshop::{LEAST, Picture, Shared};

/// The screen.
pub(super) fn view(model: &Model) -> Markup {
    let words = &model.words().workshop_class;
    let pictures = model.workshop.room.pictures();
    html! {
        (back(&Route::Workshop(WorkshopRoute::Collect), model.words()))
        (heading(words.title))
        (called(model, &pictures))
        @if pictures.is_empty() { (nothing_yet(model)) } @else {
            (finish(model))
            p.actions.noprint { (button(&Route::Workshop(WorkshopRoute::Slide(1)), words.slides)) }
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

/// What the room is called, its day and its forms.
fn called(model: &Model, pictures: &[Picture]) -> Markup {
    let room = &model.workshop.room;
    let mut said = vec![room.name.clone()];
    if !room.day.is_empty() {
        said.push(day(model, &room.day));
    }
    said.extend(pictures.iter().map(|one| one.variant.name.to_owned()));
    said.retain(|one| !one.is_empty());
    html! { @if !said.is_empty() { p { strong { (said.join(" · ")) } } } }
}

/// Too few of any form, or collecting goes on.
fn nothing_yet(model: &Model) -> Markup {
    let words = &model.words().workshop_class;
    let most = model.workshop.room.forms().first().map_or(0, |form| form.waiting);
    html! {
        @if most < LEAST { p { (fill(words.few, &[("least", &LEAST), ("count", &most)])) } }
        @else { (finish(model)) }
        p.actions { (button(&Route::Workshop(WorkshopRoute::Collect), words.collect)) }
    }
}

/// What came since is in no picture yet; where that is enough, collecting can be declared finished. Only what came after its
/// form's picture came late: of a form without one, nothing did.
pub(super) fn finish(model: &Model) -> Markup {
    let words = &model.words().workshop_class;
    let forms = model.workshop.room.forms();
    let waiting = forms.iter().map(|form| form.waiting).max().unwrap_or(0);
    let late = || forms.iter().filter(|form| form.shown > 0 && form.waiting > 0);
    let unfinished = waiting >= LEAST || waiting > 0 && forms.iter().all(|form| form.shown == 0);
    html! {
        @for form in late() {
            p.hint { (icon("info")) (fill(words.late, &[("form", &form.variant.name), ("count", &form.waiting), ("least", &LEAST)])) }
        }
        @if unfinished && late().next().is_none() { p.hint { (icon("info")) (words.unfinished) } }
        @if waiting >= LEAST { p.actions { button.button type="button" data-click="workshop finish" { (words.finish) } } }
    }
}

/// Forms of which too few are here, with how many.
fn without_picture(model: &Model) -> Markup {
    let words = &model.words().workshop_class;
    let forms = model.workshop.room.forms().into_iter().filter(|form| form.shown == 0 && form.waiting < LEAST);
    html! {
        @for form in forms {
            p.hint { (icon("info")) (fill(words.other_form, &[("form", &form.variant.name), ("count", &form.waiting), ("least", &LEAST)])) }
        }
    }
}

/// The picture of one form; `named` where there are several.
fn whole(model: &Model, picture: &Picture, place: usize, named: bool) -> Markup {
    let words = &model.words().workshop_class;
    html! {
        @if named { h2 { (picture.variant.name) } }
        p.lead { (fill(words.lead, &[("count", &picture.count)])) }
        @if picture.unlike { p.hint.warn { (icon("warn")) (words.unlike) } }
        div.class-picture { @for block in blocks::of(model, picture) { (shown(&block)) } }
        p.hint { (words.merged) }
        (files(model, place))
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

/// A block as a part of the screen.
fn shown(block: &Block) -> Markup {
    html! {
        section {
            h2 { (block.title) }
            @if !block.help.is_empty() { p.hint { (block.help) } }
            (bars(&block.rows))
        }
    }
}

/// Rows with their bars.
fn bars(rows: &[Row]) -> Markup {
    html! {
        ul.bars {
            @for row in rows {
                li.bar-row {
                    span {
                        @if let Some(place) = row.stage { a href=(Route::Workshop(WorkshopRoute::Stage(place)).hash()) { (row.name) } }
                        @else { (row.name) }
                        @if !row.note.is_empty() { small { (row.note) } }
                    }
                    @if let Some(share) = row.share {
                        progress value=(share) max="1000" aria-label={ (row.name) ": " (row.value) } {}
                    } @else { span {} }
                    span { (row.value) }
                }
            }
        }
    }
}

/// Rows on one slide, and lines of them with so many characters: at 28 pixels these fit projectors of 1024 by 768 and of 1280 by
/// 720, in the widest of the usual fonts too.
const ROWS: usize = 4;
const LINES: usize = 13;
const BESIDE: usize = 33;
/// Characters of a heading, and of what stands above it, that take one line.
const HEADING: usize = 32;
const ABOVE: usize = 24;
/// Slides that carry what matters. They come first: a room has five minutes for them.
const CHIEF: usize = 6;

/// A part of the picture on a projector.
struct Slide<'b> {
    /// Of which picture, and whether its figures do not quite compare.
    head: &'b (String, bool),
    block: &'b Block,
    /// Which of its rows.
    from: usize,
    to: usize,
}

/// How many rows fit on one slide, one at least.
fn fitting(rows: &[Row], lines: usize) -> usize {
    let mut sum = 0;
    let fits = |row: &&Row| {
        sum += wrapped(&row.name, BESIDE).len() + wrapped(&row.note, BESIDE).len();
        sum <= lines
    };
    rows.iter().take(ROWS).take_while(fits).count().max(1).min(rows.len())
}

/// All slides, the beginnings of what matters first.
fn slides(all: &[((String, bool), Vec<Block>)]) -> Vec<Slide<'_>> {
    let (mut first, mut others) = (Vec::new(), Vec::new());
    for (head, blocks) in all {
        for block in blocks {
            let is_longer = |text: &str, than| usize::from(text.chars().count() > than);
            let taken = 2 * is_longer(block.title, HEADING) + 3 * is_longer(&head.0, ABOVE) + 3 * usize::from(head.1);
            let mut from = 0;
            loop {
                let to = from + fitting(&block.rows[from..], LINES - taken);
                let is_first = block.chief > 0 && from == 0;
                (if is_first { &mut first } else { &mut others }).push(Slide { head, block, from, to });
                if to == block.rows.len() {
                    break;
                }
                from = to;
            }
        }
    }
    sort(&mut first, |one: &Slide, other| one.block.chief < other.block.chief);
    first.append(&mut others);
    first
}

/// The picture on a projector, one part a screen, by keys.
pub(super) fn slide(model: &Model, place: u16) -> Markup {
    let (words, stage) = (&model.words().workshop_class, &model.words().workshop_stage);
    let pictures = model.workshop.room.pictures();
    // Whose each is, where the room has several forms, and how much it may be relied on.
    let head = |one: &Picture| {
        let many = fill(words.many, &[("count", &one.count)]);
        let many = if pictures.len() > 1 { format!("{}, {many}", one.variant.name) } else { many };
        (many, one.unlike)
    };
    let mut blocks: Vec<((String, bool), Vec<Block>)> =
        pictures.iter().map(|one| (head(one), blocks::of(model, one))).collect();
    if let Some(shared) = model.workshop.room.shared() {
        // Of each thing that matters the most frequent form tells, of RAT and standing all forms together, unless what is merged
        // in any of them leaves less to tell.
        let mut all = blocks::shared(model, &shared);
        let rows = |of: &[Block]| of.iter().find(|one| one.title == words.rat).map_or(0, |one| one.rows.len());
        let together = blocks.first().is_none_or(|(_, of)| rows(of) <= rows(&all));
        all.iter_mut().filter(|one| one.title == words.rat && !together).for_each(|one| one.chief = 0);
        for (place, (_, of)) in blocks.iter_mut().enumerate() {
            for one in of.iter_mut().filter(|one| one.chief > 0) {
                one.chief += if place > 0 || together && one.title == words.rat { CHIEF } else { 0 };
            }
        }
        blocks.push(((fill(words.many, &[("count", &shared.count)]), false), all));
    }
    let slides = slides(&blocks);
    let chief = slides.iter().filter(|one| one.from == 0 && (1..=CHIEF).contains(&one.block.chief)).count();
    let to = Route::Workshop(WorkshopRoute::Class);
    let at = usize::from(place).wrapping_sub(1);
    let Some(slide @ Slide { head: (head, unlike), block, .. }) = slides.get(at) else {
        return html! { (back(&to, model.words())) (heading(words.title)) (nothing_yet(model)) };
    };
    let is_next = |one: &Slide| std::ptr::eq(one.block, *block) && one.from == slide.to;
    let next = slides.iter().position(is_next).filter(|next| *next > at);
    html! {
        div.stage.slide {
            p.stage-place {
                span { (place) "/" (slides.len()) }
                span { (head) ", " (model.words().common.self_estimate) }
                a href=(to.hash()) data-key="Escape" { (stage.leave) }
            }
            h1 id="judul" tabindex="-1" { (block.title) }
            @if block.rows.is_empty() || at == 0 { p { (block.help) } }
            (bars(&block.rows[slide.from..slide.to]))
            @if at + 1 == chief && chief < slides.len() { p { (fill(words.rest, &[("from", &(chief + 1)), ("to", &slides.len())])) } }
            @else if let Some(next) = next { p { (fill(words.others, &[("count", &(block.rows.len() - slide.to)), ("place", &(next + 1))])) } }
            @if *unlike { p.stage-note { (icon("warn")) (words.unlike) } }
            (turn(model, at, &(1..).take(slides.len()).collect::<Vec<_>>(), WorkshopRoute::Slide, &contents(words.jump, &slides, pictures.len() > 1)))
        }
    }
}

/// Each block by its first slide, to jump to, and whose it is where it is `named`; the first nine slides by their number.
fn contents(jump: &str, slides: &[Slide], named: bool) -> Markup {
    html! {
        details.stage-more {
            summary data-key="Help" { (jump) " " kbd { "?" } }
            ul.plain {
                @for (slide, place) in slides.iter().zip(1_u16..) {
                    @if slide.from == 0 || place < 10 {
                        li { a href=(Route::Workshop(WorkshopRoute::Slide(place)).hash()) data-key=[(place < 10).then_some(place)] {
                            kbd { (place) } " " (slide.block.title) @if named { ", " (slide.head.0) }
                        } }
                    }
                }
            }
        }
    }
}

/// What all forms with a picture share; its drawing comes after those of the forms.
fn together_all(model: &Model, shared: &Shared, place: usize) -> Markup {
    html! { div id="bersama" { @for block in blocks::shared(model, shared) { (shown(&block)) } (files(model, place)) } }
}
