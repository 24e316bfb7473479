//! How close the total and the ratios sit to their limits, on both sides, and which single slip would cost the predicate.

use maud::{Markup, html};

use super::parts::{fold, titled};
use crate::advice::{Edge, Limit, Loss, Margin, RatioMargin, Threat, margin};
use crate::exact::Range;
use crate::locale::fill;
use crate::page::advice::{AdviceRoute, say};
use crate::page::view::numbers::{self, estimated, points, predicate, predicate_name, ratio, total, totals};
use crate::page::view::parts::{back, icon};
use crate::page::view::picture::scale;
use crate::page::view::{names, scores, verdict};
use crate::page::{Model, Route};
use crate::scoring::Report;

/// How many threats stand there at once.
const SHORT: usize = 5;

/// The screen.
pub(super) fn view(model: &Model) -> Markup {
    let words = &model.words().margin;
    let margin = margin(model.assessment());
    let report = model.report();
    html! {
        (back(&Route::Result, model.words()))
        (titled(model, words.title))
        p.lead { (words.lead) }
        section.score {
            h2.score-title { (model.words().scores.score) }
            @if report.is_too_wide() { p { (estimated(model, model.words().result.too_wide)) } } @else {
                p.score-number { strong { (totals(model, report.honest_total())) } " " small { (model.words().result.of_hundred) } }
                (scale(model, report.honest_total()))
                (edges(model, &margin.total))
            }
            p.hint { (names::counted(model, report.reading, report.edition)) }
        }
        (threats(model, &margin))
        (close(model, &report, words.down_title, words.down, &margin.nearly_down()))
        (close(model, &report, words.up_title, words.up, &margin.nearly_up()))
        (all(model, &report, &margin))
    }
}

/// Both ends of the total between their cut-offs; one sentence list where they are the same.
fn edges(model: &Model, range: &Range<Edge>) -> Markup {
    let words = &model.words().margin;
    html! {
        @if range.low == range.high { (edge(model, range.low, true)) } @else {
            p { strong { (words.low_end) } } (edge(model, range.low, true))
            p { strong { (words.high_end) } } (edge(model, range.high, false))
        }
    }
}

/// One end; the first says whose predicate it is.
fn edge(model: &Model, edge: Edge, first: bool) -> Markup {
    let words = &model.words().result;
    html! {
        ul.plain {
            @if let Some(one) = edge.predicate { li { @if first { (predicate(model, one)) } @else { strong { (predicate_name(model, one)) } } } }
            @if let (Some(one), Some(above)) = (edge.predicate, edge.above) {
                li { (icon("done")) (verdict::margin(model, if above.is_zero() { words.margin_on } else { words.margin_above }, Range::exactly(above), one)) }
            }
            @if let Some((better, gap)) = edge.next { li { (icon("up")) (verdict::margin(model, words.margin_below, Range::exactly(gap), better)) } }
        }
    }
}

fn threats(model: &Model, margin: &Margin) -> Markup {
    let words = &model.words().margin;
    let rest = margin.threats.len().saturating_sub(SHORT);
    html! {
        section {
            h2 { (words.threats_title) }
            @if margin.threats.is_empty() {
                p { (icon("done")) (words.no_threat) }
            } @else {
                p.hint { (words.threats_lead) }
                ul.plain { @for threat in margin.threats.iter().take(SHORT) { (self::threat(model, threat)) } }
                @if rest > 0 {
                    (fold("ancaman", &fill(words.more_threats, &[("count", &rest)]), &html! {
                        ul { @for threat in margin.threats.iter().skip(SHORT) { (self::threat(model, threat)) } }
                    }))
                }
            }
        }
    }
}

fn threat(model: &Model, threat: &Threat) -> Markup {
    let words = &model.words().margin;
    let (text, name) = match threat.loss {
        Loss::Item(item) => {
            let text = model.texts().item(model.assessment().variant, item.id);
            (words.slip_item, text.map_or("", |text| text.question))
        }
        Loss::Ratio(indicator) => (words.slip_ratio, say::name(model, indicator)),
    };
    html! {
        li { (icon("warn")) (fill(text, &[("name", &name)])) " "
            (fill(words.then, &[("total", &total(model, threat.total))])) " " @if let Some(one) = threat.predicate { strong { (predicate_name(model, one)) } } }
    }
}

fn close(model: &Model, report: &Report, title: &str, text: &str, near: &[(&RatioMargin, Limit)]) -> Markup {
    html! {
        @if !near.is_empty() {
            section {
                h2 { (title) }
                ul.plain.close-list {
                    @for (one, limit) in near {
                        li {
                            a href=(Route::Advice(AdviceRoute::Band(one.indicator.id.to_owned())).hash()) { (say::name(model, one.indicator)) } ": "
                            (fill(text, &[("gap", &numbers::gap(model, one.indicator.unit(), limit.distance)), ("limit", &numbers::limit(model, one.indicator.unit(), limit.bound.at)), ("points", &points(model, limit.points))]))
                            (doubt(model, report, one))
                        }
                    }
                }
            }
        }
    }
}

/// That its distances hold under the chosen way to read the form alone.
fn doubt(model: &Model, report: &Report, one: &RatioMargin) -> Markup {
    html! { @if let Some(score) = report.indicator(one.indicator.id) { (scores::doubt(model, report, score)) } }
}

/// Every measured ratio with both distances.
fn all(model: &Model, report: &Report, margin: &Margin) -> Markup {
    let words = &model.words().margin;
    let table = html! {
        table.margins-table.labelled {
            thead { tr { th scope="col" { (words.ratio) } th scope="col" { (words.to_up) } th scope="col" { (words.to_down) } } }
            tbody { @for one in &margin.ratios { (row(model, report, one)) } }
        }
    };
    html! {
        @if !margin.ratios.is_empty() {
            section { h2 { (words.all_title) } (fold("semua-jarak", &fill(words.all, &[("count", &margin.ratios.len())]), &table)) }
        }
    }
}

fn row(model: &Model, report: &Report, one: &RatioMargin) -> Markup {
    let words = &model.words().margin;
    let side = |limit: Option<Limit>, none: &'static str| {
        limit.map_or_else(|| none.to_owned(), |limit| numbers::gap(model, one.indicator.unit(), limit.distance))
    };
    html! {
        tr {
            th scope="row" { (say::name(model, one.indicator)) small { (ratio(model, one.indicator.unit(), one.ratio, None)) } (doubt(model, report, one)) }
            td data-column=(words.to_up) { (side(one.better, words.top)) }
            td data-column=(words.to_down) { (side(one.worse, words.bottom)) }
        }
    }
}
