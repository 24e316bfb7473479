//! The papers for the examiner's table: each once, in the worksheet's order, with what it serves and room to tick.

use maud::{Markup, html};

use super::parts::{fold, tools};
use crate::advice::{ItemPapers, Paper, papers};
use crate::locale::fill;
use crate::page::advice::{AdviceRoute, say};
use crate::page::view::numbers::points;
use crate::page::view::parts::{back, heading, icon};
use crate::page::{Model, Route};

/// The screen. Only the sheet itself is printed.
pub(super) fn view(model: &Model) -> Markup {
    let words = &model.words().pack;
    let pack = papers(model.assessment());
    html! {
        (back(&Route::Improve, model.words()))
        (heading(words.title))
        div.noprint {
            p.lead { (words.lead) }
            p.hint { (icon("info")) (words.order) }
            p.actions {
                button.button type="button" data-click="print" { (model.words().result.print) }
                button.button.second type="button" data-click="advice csv pack" { (words.csv) }
            }
        }
        div.sheet.report tabindex="0" role="region" aria-label=(words.title) { (sheet(model, &pack.papers)) }
        div.noprint { (fold("per-butir", words.by_item, &lines(model, &pack.lines))) }
        (tools(model, &Route::Advice(AdviceRoute::Pack)))
    }
}

fn sheet(model: &Model, papers: &[Paper]) -> Markup {
    let words = &model.words().pack;
    let name = model.assessment().profile.name.as_deref().unwrap_or("");
    html! {
        h2 { (words.title) @if !name.is_empty() { ": " (name) } }
        p { (words.sheet_lead) }
        table.grid {
            thead { tr { th scope="col" { (words.number) } th scope="col" { (words.paper) } th scope="col" { (words.serves) } th scope="col" { (words.have) } th scope="col" { (words.lack) } th scope="col" { (words.place) } } }
            tbody { @for (place, paper) in papers.iter().enumerate() { (row(model, place, paper)) } }
        }
    }
}

fn row(model: &Model, place: usize, paper: &Paper) -> Markup {
    let words = &model.words().pack;
    let ids: Vec<&str> = paper.items.iter().map(|item| item.id).chain(paper.ratios.iter().map(|one| one.id)).collect();
    let weighs = fill(words.weighs, &[("points", &points(model, paper.points))]);
    html! {
        tr {
            td { (place + 1) }
            th scope="row" { (model.texts().document(paper.id).unwrap_or(paper.id)) @if !paper.points.is_zero() { small { (weighs) } } }
            td.words { (ids.join(", ")) }
            td.tick { span.box {} span.unseen { (words.to_tick) } }
            td.tick { span.box {} span.unseen { (words.to_tick) } }
            td.room { span.unseen { (words.to_write) } }
        }
    }
}

/// The same the other way round: item by item, which papers.
fn lines(model: &Model, lines: &[ItemPapers]) -> Markup {
    html! {
        ul {
            @for line in lines {
                @let question = line.item.and_then(|item| model.texts().item(model.assessment().variant, item.id)).map(|text| text.question);
                li {
                    strong { (line.item.map_or(line.indicator.id, |item| item.id)) } " "
                    (question.unwrap_or_else(|| say::name(model, line.indicator))) ": "
                    (say::papers(model, line.papers).join("; "))
                }
            }
        }
    }
}
