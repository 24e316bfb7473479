//! The class as one drawing, which also stands alone as a file: the spread of predicates and the weakest indicators. Plain
//! shapes and text, sizes in their own units, no style from outside.

use maud::{Markup, html};

use super::super::numbers::{predicate_name, totals};
use super::class::{level, name, together};
use super::labels;
use crate::exact::{Fraction, Range};
use crate::locale::fill;
use crate::page::Model;
use crate::rulebook::Predicate;
use crate::standing::Institution;
use crate::workshop::{Cell, Picture, Shared, Weak};

/// Where bars begin, and how long the longest is.
const LEFT: i64 = 276;
const LENGTH: i64 = 270;
/// The height of a line, and what a row has besides.
const LINE: i64 = 17;
const GAP: i64 = 9;
/// Characters on a line: beside a bar, and over the whole width. They fit in the widest of the usual fonts too.
const BESIDE: usize = 30;
const ACROSS: usize = 72;

/// A name, what stands after its bar, and how long the bar is of the whole.
type Bar = (String, String, Fraction);

/// The drawing; `alone` gives it the heading that the screen has above it.
pub(in crate::page) fn drawing(model: &Model, picture: &Picture, place: usize, alone: bool) -> Markup {
    let words = &model.words().workshop_class;
    let listed =
        |title, all: Vec<&Weak>| (title, all.into_iter().map(|one| weak(model, picture, one)).collect::<Vec<_>>());
    let blocks = [
        (words.predicates, spread(model, picture)),
        listed(words.weakest, picture.weakest()),
        listed(words.low, picture.low()),
    ];
    let lead = fill(words.lead, &[("count", &picture.count)]);
    let head = format!("{}: {}. {lead}", words.total, totals(model, picture.total));
    draw(&[words.title, &lead, &head], &blocks, place, alone)
}

/// What all forms share, as a file of its own.
pub(in crate::page) fn drawing_shared(model: &Model, shared: &Shared) -> Markup {
    let words = &model.words().workshop_class;
    let texts = shared.rulebook.text(model.locale);
    let governance = shared.governance.iter().map(|one| {
        let length = one.mean.low.over(one.indicator.max).unwrap_or(Fraction::ZERO);
        (texts[one.indicator].name.to_owned(), level(model, one.mean), length)
    });
    let standing = |one: Option<Institution>| one.map_or(words.unsaid, |one| one.label().say(model.locale));
    let blocks = [
        (words.shared, governance.collect()),
        (words.standings, counts(model, &shared.standings, shared.count, standing)),
        (words.meetings, counts(model, &shared.meetings, shared.count, |one| labels::meeting(model, one))),
    ];
    let lead = fill(words.shared_lead, &[("count", &shared.count)]);
    draw(&[words.title, &lead, &lead], &blocks, 0, true)
}

/// Blocks of bars one below the other, under the title and head; the lead belongs to the name.
fn draw([title, lead, head]: &[&str; 3], blocks: &[(&str, Vec<Bar>)], place: usize, alone: bool) -> Markup {
    let blocks: Vec<&(&str, Vec<Bar>)> = blocks.iter().filter(|(_, bars)| !bars.is_empty()).collect();
    let head = wrapped(head, ACROSS);
    let top = if alone { 40 + tall(head.len()) } else { 0 };
    let tops = blocks.iter().scan(top, |top, (_, bars)| {
        let here = *top;
        *top += block_height(bars);
        Some(here)
    });
    let tops: Vec<i64> = tops.collect();
    let height = top + blocks.iter().map(|(_, bars)| block_height(bars)).sum::<i64>();
    html! {
        svg.class-drawing xmlns="http://www.w3.org/2000/svg" viewBox={ "0 0 640 " (height) } role="img"
            aria-labelledby={ "kelas-nama-" (place) " kelas-isi-" (place) } focusable="false" font-family="system-ui, sans-serif" {
            title id={ "kelas-nama-" (place) } { (title) ". " (lead) }
            desc id={ "kelas-isi-" (place) } { @for (title, bars) in &blocks { (spoken(title, bars)) " " } }
            @if alone {
                text x="16" y="30" font-size="20" font-weight="bold" fill="currentColor" { (title) }
                (lines(&head, 16, 54, "start"))
            }
            @for ((title, bars), top) in blocks.iter().zip(tops) { (block(title, bars, top)) }
        }
    }
}

/// The bars in a sentence, for those who do not see them.
fn spoken(title: &str, bars: &[Bar]) -> String {
    let rows: Vec<String> = bars.iter().map(|(name, value, _)| format!("{name} {value}")).collect();
    format!("{title}: {}.", rows.join("; "))
}

fn spread(model: &Model, picture: &Picture) -> Vec<Bar> {
    let words = &model.words().workshop_class;
    let predicate = |one: Option<&'static Predicate>| one.map_or(words.unsettled, |one| predicate_name(model, one));
    counts(model, &picture.predicates.cells(), picture.count, predicate)
}

/// How many of all are of each kind.
fn counts<K: Copy>(model: &Model, cells: &[Cell<K>], all: usize, name: impl Fn(K) -> &'static str) -> Vec<Bar> {
    let bar = |cell: &Cell<K>| {
        let many = cell.counts[0];
        (together(model, cell, &name), many.to_string(), part(many, all))
    };
    cells.iter().map(bar).collect()
}

/// The bar is as long as what is certain: the average of those who have answered.
fn weak(model: &Model, picture: &Picture, one: &Weak) -> Bar {
    let settled = one.settled.unwrap_or(Fraction::ZERO);
    let length = settled.over(one.indicator.max).unwrap_or(Fraction::ZERO);
    (name(model, picture, one.indicator).to_owned(), level(model, Range::exactly(settled)), length)
}

fn part(many: usize, all: usize) -> Fraction {
    let whole = |count| i128::try_from(count).unwrap_or(i128::MAX);
    Fraction::new(whole(many), whole(all.max(1))).unwrap_or(Fraction::ZERO)
}

/// A text in lines of so many characters, broken between words.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// The height of so many lines.
fn tall(lines: usize) -> i64 {
    i64::try_from(lines).unwrap_or(0) * LINE
}

fn row_height(bar: &Bar) -> i64 {
    tall(wrapped(&bar.0, BESIDE).len()) + GAP
}

fn block_height(bars: &[Bar]) -> i64 {
    44 + bars.iter().map(row_height).sum::<i64>()
}

/// Lines of text, the first at `y`. Each is a shape of its own: [`Effect::Paint`](crate::page::Effect::Paint) knows no others.
fn lines(lines: &[String], x: i64, y: i64, anchor: &str) -> Markup {
    html! {
        @for (line, place) in lines.iter().zip(0_i64..) {
            text x=(x) y=(y + place * LINE) font-size="13" text-anchor=(anchor) fill="currentColor" { (line) }
        }
    }
}

fn block(title: &str, bars: &[Bar], top: i64) -> Markup {
    let tops: Vec<i64> = bars
        .iter()
        .scan(top + 34, |top, bar| {
            let here = *top;
            *top += row_height(bar);
            Some(here)
        })
        .collect();
    html! {
        text x="16" y=(top + 20) font-size="15" font-weight="bold" fill="currentColor" { (title) }
        @for ((name, value, share), y) in bars.iter().zip(tops) {
            @let width = length(*share);
            (lines(&wrapped(name, BESIDE), LEFT - 8, y + 13, "end"))
            rect x=(LEFT) y=(y) width=(width) height="16" fill="currentColor" fill-opacity="0.6" {}
            rect x=(LEFT) y=(y) width=(LENGTH) height="16" fill="none" stroke="currentColor" stroke-opacity="0.5" {}
            text x=(LEFT + LENGTH + 8) y=(y + 13) font-size="13" fill="currentColor" { (value) }
        }
    }
}

fn length(share: Fraction) -> i64 {
    let long = share.times(Fraction::whole(LENGTH)).unwrap_or(Fraction::ZERO);
    i64::try_from(long.numerator() / long.denominator()).unwrap_or(0)
}
