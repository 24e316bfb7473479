//! The papers for the examiner's table: each once, in the worksheet's order, with what it serves. On the screen each is
//! noted as there or lacking, and where; on paper stands a sheet with the same, and room to tick what is open.

use maud::{Markup, html};

use super::parts::fold;
use crate::advice::{ItemPapers, Paper};
use crate::assessment::{Found, PaperNote};
use crate::locale::fill;
use crate::page::advice::say;
use crate::page::view::numbers::points;
use crate::page::view::parts::{back, bar, heading, icon, radios};
use crate::page::{Model, Progress, Route};

/// The screen. Only the sheet itself is printed.
pub(super) fn view(model: &Model) -> Markup {
    let words = &model.words().pack;
    let pack = model.papers();
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
            (counted(model, &pack.papers))
            ul.ticks { @for (place, paper) in pack.papers.iter().enumerate() { (card(model, place, paper)) } }
            (fold("per-butir", words.by_item, &lines(model, &pack.lines)))
        }
        div.sheet.report.on-paper { (sheet(model, &pack.papers)) }
    }
}

/// How many are there, lacking and open, and the way back from the last change.
fn counted(model: &Model, papers: &[Paper]) -> Markup {
    let words = &model.words().pack;
    let count = |found| papers.iter().filter(|paper| model.assessment().paper(paper.id).found == found).count();
    let (there, lacking, open) = (count(Found::There), count(Found::Lacking), count(Found::Unchecked));
    let all = papers.len();
    let text = fill(words.count, &[("there", &there), ("all", &all), ("lacking", &lacking), ("open", &open)]);
    html! {
        (bar(Progress { done: there, all }, &text))
        @if !model.advice.papers_before.is_empty() {
            p { button.quiet type="button" data-click="advice paper-back" { (words.undo) } }
        }
    }
}

/// One paper: a tick where it is there, and behind it whatever else can be noted.
fn card(model: &Model, place: usize, paper: &Paper) -> Markup {
    let words = &model.words().pack;
    let note = model.assessment().paper(paper.id);
    let (box_id, field) = (format!("centang-{}", paper.id), format!("tempat-{}", paper.id));
    let word = |found| match found {
        Found::There => words.have,
        Found::Lacking => words.lacking,
        Found::Unchecked => words.unchecked,
    };
    // Nothing is chosen before somebody has looked.
    let noted = |found| found != Found::Unchecked && note.found == found;
    let choices = Found::ALL.map(|found| (found.code(), word(found), noted(found)));
    html! {
        li id={ "berkas-" (paper.id) } tabindex="-1" {
            label.check for=(box_id) {
                input type="checkbox" id=(box_id) checked[note.found == Found::There] data-change={ "advice paper-tick " (paper.id) };
                span { (place + 1) ". " (name(model, paper))
                    @if note.found == Found::Lacking { " " span.tag.bad { (icon("no")) (words.lacking) } }
                    @if !note.place.is_empty() { small { (note.place) } } }
            }
            details.why id={ "rinci-" (paper.id) } {
                summary { "?" span.unseen { " " (name(model, paper)) } }
                @if let Some(weighs) = weighs(model, paper) { p.hint { (weighs) } }
                p.hint { (words.serves) " " (serves(paper)) }
                (radios(&format!("ada-{}", paper.id), &format!("advice paper {}", paper.id), &choices))
                div.field {
                    label for=(field) { (words.where_label) span.unseen { ": " (name(model, paper)) } }
                    input id=(field) type="text" value=(note.place) maxlength="120" autocomplete="off" data-change={ "advice paper-place " (paper.id) };
                }
            }
        }
    }
}

fn name(model: &Model, paper: &Paper) -> &'static str {
    model.texts().document(paper.id).unwrap_or(paper.id)
}

/// The items and ratios it proves, by their ids.
fn serves(paper: &Paper) -> String {
    let ids = paper.items.iter().map(|item| item.id).chain(paper.ratios.iter().map(|one| one.id));
    ids.collect::<Vec<_>>().join(", ")
}

fn weighs(model: &Model, paper: &Paper) -> Option<String> {
    let some = !paper.points.is_zero();
    some.then(|| fill(model.words().pack.weighs, &[("points", &points(model, paper.points))]))
}

fn sheet(model: &Model, papers: &[Paper]) -> Markup {
    let words = &model.words().pack;
    let cooperative = model.assessment().profile.name.as_deref().unwrap_or("");
    html! {
        h2 { (words.title) @if !cooperative.is_empty() { ": " (cooperative) } }
        p { (words.sheet_lead) }
        table.grid {
            thead { tr { th scope="col" { (words.number) } th scope="col" { (words.paper) } th scope="col" { (words.serves) } th scope="col" { (words.have) } th scope="col" { (words.lack) } th scope="col" { (words.place) } } }
            tbody { @for (place, paper) in papers.iter().enumerate() { (row(model, place, paper)) } }
        }
    }
}

fn row(model: &Model, place: usize, paper: &Paper) -> Markup {
    let note = model.assessment().paper(paper.id);
    html! {
        tr {
            td { (place + 1) }
            th scope="row" { (name(model, paper)) @if let Some(weighs) = weighs(model, paper) { small { (weighs) } } }
            td.words { (serves(paper)) }
            (tick(model, note.found == Found::There))
            (tick(model, note.found == Found::Lacking))
            (room(model, &note))
        }
    }
}

/// A box, ticked or to be ticked.
fn tick(model: &Model, ticked: bool) -> Markup {
    let words = &model.words().pack;
    html! { td.tick { span.box { @if ticked { (icon("done")) } } span.unseen { (if ticked { words.ticked } else { words.to_tick }) } } }
}

fn room(model: &Model, note: &PaperNote) -> Markup {
    html! { td.room { @if note.place.is_empty() { span.unseen { (model.words().pack.to_write) } } @else { (note.place) } } }
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
