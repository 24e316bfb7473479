//! Bands must hold every value exactly once and stand in order.

use std::cmp::Ordering;
use std::ops::Range;

use toml::Spanned;

use super::super::expression::Exact;
use super::super::schema::{Band, Text, Variant};
use super::{Judge, number};

/// A band's two ends: where, and whether the limit belongs to it.
#[derive(Clone, PartialEq)]
struct Stretch {
    min: Option<(Exact, bool)>,
    max: Option<(Exact, bool)>,
    span: Range<usize>,
}

impl Stretch {
    /// Whether no value can lie between its two ends.
    fn is_empty(&self) -> bool {
        let (Some((start, start_in)), Some((end, end_in))) = (self.min, self.max) else { return false };
        end.less(start) || (end == start && !(start_in && end_in))
    }
}

impl Judge<'_> {
    pub(super) fn bands(&mut self, bands: &Spanned<Vec<Spanned<Band>>>) {
        let before = self.refusals.len();
        let mut stretches = Vec::new();
        for band in bands.get_ref() {
            let ends = band.get_ref();
            if number(&ends.points).is_none() {
                self.refuse(band.span(), "points must be a whole number or a decimal written as text");
            }
            stretches.push(self.stretch([&ends.from, &ends.above, &ends.to, &ends.below], band.span()));
        }
        // Where an end could not be read, gaps and overlaps would only be echoes.
        if self.refusals.len() == before {
            self.contiguous(&stretches, bands.span(), true);
        }
    }

    pub(super) fn predicates(&mut self, variant: &Variant) {
        let mut stretches = Vec::new();
        for one in &variant.predicate {
            self.cited(&one.source);
            self.filled(&one.name);
            stretches.push(self.stretch([&one.from, &one.above, &one.to, &one.below], one.id.span()));
        }
        self.contiguous(&stretches, variant.id.span(), false);
        let ends = |at: i128| Some((Exact::new(at, 1), true));
        let whole = |stretch: &Stretch, which: Option<(Exact, bool)>| stretch.min == which || stretch.max == which;
        for at in [0, 100] {
            if !stretches.iter().any(|stretch| whole(stretch, ends(at))) {
                self.refuse(variant.id.span(), format!("gap: no predicate holds the total {at}"));
            }
        }
    }

    fn stretch(&mut self, [from, above, to, below]: [&Option<Text>; 4], span: Range<usize>) -> Stretch {
        Stretch { min: self.end(from.as_ref(), above.as_ref()), max: self.end(to.as_ref(), below.as_ref()), span }
    }

    fn end(&mut self, inclusive: Option<&Text>, exclusive: Option<&Text>) -> Option<(Exact, bool)> {
        let (text, belongs) = match (inclusive, exclusive) {
            (Some(text), None) => (text, true),
            (None, Some(text)) => (text, false),
            (Some(text), Some(_)) => {
                self.refuse(text.span(), "a limit is either part of the band or not");
                return None;
            }
            (None, None) => return None,
        };
        let at = Exact::parse(text.get_ref());
        if at.is_none() {
            self.refuse(text.span(), format!("\"{}\" is not a limit", text.get_ref()));
        }
        at.map(|at| (at, belongs))
    }

    /// Refuses gaps, overlaps and disorder; `open` asks for bands that reach everything.
    fn contiguous(&mut self, stretches: &[Stretch], span: Range<usize>, open: bool) {
        if let Some(empty) = stretches.iter().find(|stretch| stretch.is_empty()) {
            return self
                .refuse(empty.span.clone(), "the band holds no value: its upper limit lies below its lower one");
        }
        let mut sorted = stretches.to_vec();
        sorted.sort_by(by_start);
        for pair in sorted.windows(2) {
            if let Some(reason) = between(&pair[0], &pair[1]) {
                self.refuse(pair[1].span.clone(), reason);
            }
        }
        let (first, last) = (sorted.first(), sorted.last());
        if open && (first.is_none_or(|band| band.min.is_some()) || last.is_none_or(|band| band.max.is_some())) {
            self.refuse(span.clone(), "gap: the bands do not reach all values");
        }
        let reversed: Vec<Stretch> = sorted.iter().rev().cloned().collect();
        if stretches != sorted && stretches != reversed {
            self.refuse(span, "the bands stand out of order");
        }
    }
}

fn by_start(a: &Stretch, b: &Stretch) -> Ordering {
    match (a.min, b.min) {
        (None, None) => Ordering::Equal,
        (None, _) => Ordering::Less,
        (_, None) => Ordering::Greater,
        (Some((a, _)), Some((b, _))) if a.less(b) => Ordering::Less,
        (Some((a, _)), Some((b, _))) if b.less(a) => Ordering::Greater,
        _ => Ordering::Equal,
    }
}

/// What is wrong between two neighbours, the lower first.
fn between(lower: &Stretch, upper: &Stretch) -> Option<&'static str> {
    let (Some((end, end_in)), Some((start, start_in))) = (lower.max, upper.min) else {
        return Some("overlap: two bands hold the same values");
    };
    match (end.less(start), start.less(end), end_in, start_in) {
        (true, ..) => Some("gap: some values are in no band"),
        (_, true, ..) => Some("overlap: two bands hold the same values"),
        (_, _, true, true) => Some("overlap: the limit belongs to both bands"),
        (_, _, false, false) => Some("gap: the limit belongs to no band"),
        _ => None,
    }
}
