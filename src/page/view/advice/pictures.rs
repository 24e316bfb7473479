//! Before and after, aspect by aspect: two bars, one above the other, and the same in figures.

use maud::{Markup, html};

use super::parts::gain;
use crate::advice::{Change, Comparison};
use crate::exact::{Fraction, Range};
use crate::locale::fill;
use crate::page::Model;
use crate::page::view::numbers::share;
use crate::page::view::picture::svg;

/// Every aspect before and after; the two words name the sides, `Sekarang` and `Seandainya`.
pub(super) fn aspects(model: &Model, comparison: &Comparison, before: &str, after: &str) -> Markup {
    let words = &model.words().picture;
    html! {
        p.hint.legend-line { (fill(words.two_bars, &[("before", &before), ("after", &after)])) }
        @for change in &comparison.aspects {
            div.aspect {
                h3 { (model.texts()[change.aspect].name) }
                p.aspect-number { (share(model, change.score.before)) " → " strong { (share(model, change.score.after)) } " " (gain(model, change.score.gain())) }
                (bars(model, model.texts()[change.aspect].name, change.score, before, after))
            }
        }
    }
}

/// Above the outline of what was, below the solid bar of what is.
fn bars(model: &Model, name: &str, change: Change, before: &str, after: &str) -> Markup {
    let text = fill(
        model.words().picture.bars_text,
        &[
            ("name", &name),
            ("before", &before),
            ("old", &share(model, change.before)),
            ("after", &after),
            ("new", &share(model, change.after)),
        ],
    );
    html! {
        svg.sides viewBox="0 0 100 14" width="100%" height="32" preserveAspectRatio="none" role="img" focusable="false" {
            title { (text) }
            (bar(change.before, 0, "before"))
            (bar(change.after, 8, "after"))
        }
    }
}

/// Solid up to the low end, pale up to the high end.
fn bar(score: Range<Fraction>, top: i64, class: &str) -> Markup {
    let open = score.high.minus(score.low).unwrap_or(Fraction::ZERO);
    let opacity = if class == "before" { "0.45" } else { "1" };
    html! {
        g class=(class) {
            rect x="0" y=(top) width="100" height="6" fill="currentColor" fill-opacity="0.12" {}
            rect x=(svg(Some(score.low))) y=(top) width=(svg(Some(open))) height="6" fill="currentColor" fill-opacity="0.25" {}
            rect x="0" y=(top) width=(svg(Some(score.low))) height="6" fill="currentColor" fill-opacity=(opacity) {}
        }
    }
}
