//! The class as one drawing, a file that stands alone: what the screen shows, block by block. Plain shapes and text, sizes in
//! their own units, no style from outside.

use maud::{Markup, html};

use super::super::numbers::totals;
use super::blocks::{self, Block, Row};
use crate::locale::fill;
use crate::page::Model;
use crate::workshop::{Picture, Shared};

/// Where bars begin, and how long the longest is.
const LEFT: usize = 276;
const LENGTH: usize = 262;
/// The height of a line, and what a row has besides.
const LINE: usize = 17;
const GAP: usize = 9;
/// Characters on a line: beside a bar, and over the whole width. They fit in the widest of the usual fonts too.
const BESIDE: usize = 30;
const ACROSS: usize = 72;

/// The drawing of one form: what the screen shows, with its heading.
pub(in crate::page) fn drawing(model: &Model, picture: &Picture) -> Markup {
    let words = &model.words().workshop_class;
    let lead = fill(words.lead, &[("count", &picture.count)]);
    let head = format!("{}: {}. {lead} {}", words.total, totals(model, picture.total), words.merged);
    draw(words.title, &lead, &head, &blocks::of(model, picture))
}

/// The drawing of what all forms share.
pub(in crate::page) fn drawing_shared(model: &Model, shared: &Shared) -> Markup {
    let words = &model.words().workshop_class;
    let lead = fill(words.shared_lead, &[("count", &shared.count)]);
    draw(words.title, &lead, &format!("{lead} {}", words.merged), &blocks::shared(model, shared))
}

/// Blocks one below the other, under the title and head; the lead belongs to the name.
fn draw(title: &str, lead: &str, head: &str, blocks: &[Block]) -> Markup {
    let head = wrapped(head, ACROSS);
    let mut y = 40 + head.len() * LINE;
    let drawn = html! { @for one in blocks { @if !one.rows.is_empty() { (block(one, &mut y)) } } };
    html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox={ "0 0 640 " (y) } role="img"
            aria-labelledby="kelas-nama" font-family="system-ui, sans-serif" {
            title id="kelas-nama" { (title) ". " (lead) }
            text x="16" y="30" font-size="20" font-weight="bold" fill="currentColor" { (title) }
            (lines(&head, 16, 54, "start"))
            (drawn)
        }
    }
}

/// A text in lines of so many characters, broken between words.
pub(super) fn wrapped(text: &str, width: usize) -> Vec<String> {
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

/// Lines of text, the first at `y`. Each is a shape of its own: [`Effect::Paint`](crate::page::Effect::Paint) knows no others.
fn lines(lines: &[String], x: usize, y: usize, anchor: &str) -> Markup {
    html! {
        @for (place, line) in lines.iter().enumerate() {
            text x=(x) y=(y + place * LINE) font-size="13" text-anchor=(anchor) fill="currentColor" { (line) }
        }
    }
}

/// A block from `y` on, which is then where the next one begins.
fn block(block: &Block, y: &mut usize) -> Markup {
    let title =
        html! { text x="16" y=(*y + 20) font-size="15" font-weight="bold" fill="currentColor" { (block.title) } };
    *y += 34;
    let drawn = html! { (title) @for row in &block.rows { (self::row(row, y)) } };
    *y += 10;
    drawn
}

fn row(row: &Row, y: &mut usize) -> Markup {
    let mut said = wrapped(&row.name, BESIDE);
    said.append(&mut wrapped(&row.note, BESIDE));
    let (top, after) = (*y, if row.share.is_some() { LEFT + LENGTH + 8 } else { LEFT });
    *y += said.len() * LINE + GAP;
    html! {
        (lines(&said, LEFT - 8, top + 13, "end"))
        @if let Some(share) = row.share {
            rect x=(LEFT) y=(top) width=(LENGTH * share / 1000) height="16" fill="currentColor" fill-opacity="0.6" {}
            rect x=(LEFT) y=(top) width=(LENGTH) height="16" fill="none" stroke="currentColor" stroke-opacity="0.5" {}
        }
        text x=(after) y=(top + 13) font-size="13" fill="currentColor" { (row.value) }
    }
}
