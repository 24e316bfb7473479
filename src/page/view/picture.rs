//! Pictures of numbers as inline SVG: sizes in their own units, colours from the text, so that they hold on a phone, on
//! paper, in the dark and in grey. Each has a title, and the scale a description.

use maud::{Markup, html};

use super::super::Model;
use super::numbers::{predicate_name, totals};
use crate::exact::{Fraction, Range};
use crate::locale::fill;
use crate::money::{Numerals, Places, decimal};
use crate::rulebook::Predicate;

/// The total on the scale from 0 to 100, the stretches that it lies in lit; below it, as text, the predicates.
pub(super) fn scale(model: &Model, score: Range<Fraction>) -> Markup {
    scale_with(model, score, &[(score, "pointer")])
}

/// The same with marks at the ends of ranges, each of a class.
pub(super) fn scale_with(model: &Model, score: Range<Fraction>, marks: &[(Range<Fraction>, &str)]) -> Markup {
    let words = &model.words().result;
    let predicates = model.assessment().variant.predicates;
    let limit = |value| decimal(value, Places::AtMost(2), model.locale);
    let named = |one: &Predicate| {
        fill(words.scale_limit, &[("predicate", &predicate_name(model, one)), ("limit", &limit(lower(one)))])
    };
    let limits = predicates.iter().map(named).collect::<Vec<_>>().join(", ");
    let text = fill(words.scale_text, &[("score", &totals(model, score)), ("limits", &limits)]);
    let width = score.high.minus(score.low).unwrap_or(Fraction::ZERO);
    html! {
        svg.scale viewBox="0 0 100 10" width="100%" height="30" preserveAspectRatio="none" role="img" aria-labelledby="skala-judul skala-teks" focusable="false" {
            title id="skala-judul" { (words.scale_title) }
            desc id="skala-teks" { (text) }
            @for place in (0..predicates.len()).rev() {
                @let (from, to) = stretch(predicates, place);
                rect class=(zone(predicates, place, score)) x=(svg(Some(from))) y="3" width=(svg(to.minus(from))) height="5" {}
            }
            rect.range x=(svg(Some(score.low))) y="0" width=(svg(Some(width))) height="2" {}
            @for (range, class) in marks {
                @for end in [range.low, range.high] {
                    rect class=(class) x=(svg(end.minus(Fraction::new(3, 5).unwrap_or(Fraction::ZERO)))) y="0" width="1.2" height="10" {}
                }
            }
        }
        ul.scale-names aria-hidden="true" {
            @for place in (0..predicates.len()).rev() {
                li class=(zone(predicates, place, score)) { (band(model, place)) }
            }
        }
    }
}

/// Which totals earn a predicate, said from the limit on its own side, so that no two stretches overlap: *mulai 66*; of the
/// lowest, where it ends.
fn band(model: &Model, place: usize) -> String {
    let (words, predicates) = (&model.words().result, model.assessment().variant.predicates);
    let range = &predicates[place].range;
    let (text, bound) = match (range.min.filter(|min| !min.at.is_zero()), range.max) {
        (Some(min), _) => (if min.inclusive { words.scale_limit } else { words.scale_above }, min),
        (None, Some(max)) => (if max.inclusive { words.scale_upto } else { words.scale_below }, max),
        (None, None) => return predicate_name(model, &predicates[place]).to_owned(),
    };
    let limit = decimal(bound.at, Places::AtMost(2), model.locale);
    fill(text, &[("predicate", &predicate_name(model, &predicates[place])), ("limit", &limit)])
}

/// From where to where a predicate reaches.
fn stretch(predicates: &[Predicate], place: usize) -> (Fraction, Fraction) {
    let better = place.checked_sub(1).and_then(|place| predicates.get(place));
    (lower(&predicates[place]), better.map_or(Fraction::whole(100), lower))
}

/// The classes of a stretch: its predicate's colour, and whether the score may lie in it.
fn zone(predicates: &[Predicate], place: usize, score: Range<Fraction>) -> String {
    let (from, to) = stretch(predicates, place);
    let lit = score.high >= from && (score.low < to || place == 0);
    ["zone", tone(place), if lit { "lit" } else { "" }].join(" ").trim_end().to_owned()
}

/// The class that colours a predicate, by its place from the best on.
pub(super) fn tone(place: usize) -> &'static str {
    ["p1", "p2", "p3", "p4"].get(place).copied().unwrap_or("p4")
}

/// A bar from 0 to 100: solid up to the low end, pale up to the high end, in the colour of the stretch that it would lie in
/// if it were the total, with the limits marked.
pub(super) fn bar(model: &Model, score: Range<Fraction>, label: &str) -> Markup {
    let predicates = model.assessment().variant.predicates;
    let open = score.high.minus(score.low).unwrap_or(Fraction::ZERO);
    let number = |value| svg(Some(value));
    let place = predicates.iter().position(|one| score.low >= lower(one)).unwrap_or_default();
    html! {
        svg class={ "bar " (tone(place)) } viewBox="0 0 100 6" width="100%" height="14" preserveAspectRatio="none" role="img" focusable="false" {
            title { (label) }
            rect.bar-track x="0" y="0" width="100" height="6" fill="currentColor" fill-opacity="0.12" {}
            rect.bar-open x=(number(score.low)) y="0" width=(number(open)) height="6" fill="currentColor" fill-opacity="0.4" {}
            rect.bar-sure x="0" y="0" width=(number(score.low)) height="6" fill="currentColor" {}
            @for one in predicates { @if !lower(one).is_zero() { rect.tick x=(number(lower(one))) y="0" width="0.5" height="6" {} } }
        }
    }
}

/// Where a predicate begins.
pub(super) fn lower(predicate: &Predicate) -> Fraction {
    predicate.range.min.map_or(Fraction::ZERO, |bound| bound.at)
}

/// A number as SVG wants it.
pub(super) fn svg(value: Option<Fraction>) -> String {
    decimal(value.unwrap_or(Fraction::ZERO), Places::AtMost(2), Numerals::English)
}
