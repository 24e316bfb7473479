//! The class as one drawing, which also stands alone as a file: the spread of predicates and the weakest indicators. Plain
//! shapes and text, sizes in their own units, no style from outside.

use maud::{Markup, html};

use super::super::numbers::{predicate_name, totals};
use super::class::level;
use crate::exact::Fraction;
use crate::locale::fill;
use crate::page::Model;
use crate::workshop::Picture;

/// Where bars begin, and how long the longest is.
const LEFT: i64 = 260;
const LENGTH: i64 = 280;
/// The height of a row.
const ROW: i64 = 26;
/// A longer name is cut, so that it stays beside its bar.
const LONGEST: usize = 36;

/// A name, what stands after its bar, and how long the bar is of the whole.
type Bar = (String, String, Fraction);

/// The drawing; `alone` gives it the heading that the screen has above it.
pub(in crate::page) fn drawing(model: &Model, picture: &Picture, alone: bool) -> Markup {
    let words = &model.words().workshop_class;
    let (spread, weak) = (spread(model, picture), weak(model, picture));
    let lead = fill(words.lead, &[("count", &picture.count)]);
    let rows = |bars: &[Bar]| i64::try_from(bars.len()).unwrap_or(0) * ROW;
    let top = if alone { 74 } else { 0 };
    let second = top + 44 + rows(&spread);
    let height = second + 44 + rows(&weak);
    html! {
        svg.class-drawing xmlns="http://www.w3.org/2000/svg" viewBox={ "0 0 640 " (height) } role="img"
            aria-labelledby="kelas-nama kelas-isi" focusable="false" font-family="system-ui, sans-serif" {
            title id="kelas-nama" { (words.title) ". " (lead) }
            desc id="kelas-isi" { (spoken(words.predicates, &spread)) " " (spoken(words.weakest, &weak)) }
            @if alone {
                text x="16" y="30" font-size="20" font-weight="bold" fill="currentColor" { (words.title) }
                text x="16" y="54" font-size="13" fill="currentColor" { (words.total) ": " (totals(model, picture.total)) ". " (lead) }
            }
            (block(words.predicates, &spread, top))
            (block(words.weakest, &weak, second))
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
    let share = |many: usize| part(many, picture.count);
    let named = picture.predicates.iter().filter(|(_, many)| *many > 0);
    named
        .map(|(one, many)| {
            (one.map_or(words.unsettled, |one| predicate_name(model, one)).to_owned(), many.to_string(), share(*many))
        })
        .collect()
}

fn weak(model: &Model, picture: &Picture) -> Vec<Bar> {
    let name = |id, name| model.texts().indicator(picture.variant, id).map_or(name, |text| text.name);
    let bar = |one: &crate::workshop::Weak| {
        let length = one.mean.low.over(one.indicator.max).unwrap_or(Fraction::ZERO);
        (cut(name(one.indicator.id, one.indicator.name)), level(model, one.mean), length)
    };
    picture.weakest().map(bar).collect()
}

fn part(many: usize, all: usize) -> Fraction {
    let whole = |count| i128::try_from(count).unwrap_or(i128::MAX);
    Fraction::new(whole(many), whole(all.max(1))).unwrap_or(Fraction::ZERO)
}

fn cut(name: &str) -> String {
    if name.chars().count() <= LONGEST {
        name.to_owned()
    } else {
        name.chars().take(LONGEST - 1).collect::<String>() + "…"
    }
}

fn block(title: &str, bars: &[Bar], top: i64) -> Markup {
    html! {
        text x="16" y=(top + 20) font-size="15" font-weight="bold" fill="currentColor" { (title) }
        @for ((name, value, share), place) in bars.iter().zip(0_i64..) {
            @let y = top + 34 + place * ROW;
            @let width = length(*share);
            text x=(LEFT - 8) y=(y + 13) font-size="13" text-anchor="end" fill="currentColor" { (name) }
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
