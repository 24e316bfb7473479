//! Every ratio with the money between it and its next band.

use maud::{Markup, html};

use super::parts::{gain, titled};
use crate::advice::{Action, Outlook, Step};
use crate::page::advice::{AdviceRoute, say};
use crate::page::view::names::part_name;
use crate::page::view::numbers::points_of;
use crate::page::view::parts::{back, icon};
use crate::page::view::scores;
use crate::page::{Model, Route};
use crate::scoring::{IndicatorScore, Report};

/// The screen.
pub(super) fn view(model: &Model) -> Markup {
    let words = &model.words().rupiah;
    let report = model.report();
    let parts = model.assessment().variant.aspects.iter().flat_map(|aspect| aspect.subaspects);
    html! {
        (back(&Route::Improve, model.words()))
        (titled(model, words.title))
        p.lead { (words.lead) }
        @for part in parts {
            @let ratios = part.indicators.iter().filter(|one| one.items().is_empty()).filter_map(|one| report.indicator(one.id)).collect::<Vec<_>>();
            @if !ratios.is_empty() {
                section.tasks {
                    h2 { (part_name(model, part)) }
                    ul.task-list { @for score in ratios { (row(model, &report, score)) } }
                }
            }
        }
    }
}

fn row(model: &Model, report: &Report, score: &IndicatorScore) -> Markup {
    let id = score.indicator.id;
    html! {
        li {
            a.band-row href=(Route::Advice(AdviceRoute::Band(id.to_owned())).hash()) {
                span.task-name { (say::name(model, score.indicator)) small { (points_of(model, score.score, score.indicator.max)) } (scores::doubt(model, report, score)) }
                (state(model, score))
            }
        }
    }
}

/// Full, waiting for amounts, lifted by so many rupiah, or by no single line.
fn state(model: &Model, score: &IndicatorScore) -> Markup {
    let words = &model.words().rupiah;
    let list = model.checklist();
    let id = score.indicator.id;
    if let Some((action, way)) = list.actions.iter().find_map(|action| lifts(action, id)) {
        let told = model.locale.way(model.assessment(), way);
        return html! { span.band-way { (told.deed) small { (told.shifts.first().map_or("", String::as_str)) } (gain(model, action.gain)) } };
    }
    let (class, sign, word) = if list.find_out.iter().any(|one| one.indicator.id == id) {
        ("tag open", "unknown", words.missing)
    } else if let Some(stuck) = list.stuck.iter().find(|one| one.next.indicator.id == id) {
        if let Outlook::Measured { together: Some(rupiah), .. } = stuck.next.outlook {
            return html! { span.band-way { (say::together(model, rupiah)) } };
        }
        ("tag part", "warn", words.no_line)
    } else {
        ("tag done", "done", words.full)
    };
    html! { span class=(class) { (icon(sign)) (word) } }
}

fn lifts<'a>(action: &'a Action, id: &str) -> Option<(&'a Action, &'a crate::advice::Way)> {
    match &action.step {
        Step::Money(way) if action.indicator.id == id => Some((action, way)),
        _ => None,
    }
}
