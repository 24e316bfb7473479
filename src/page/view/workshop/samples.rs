//! The invented cooperatives: their stories, and for the trainer what the class should find.

use maud::{Markup, html};

use super::super::parts::{awaited, back, heading, icon};
use crate::page::workshop::{Sample, WorkshopRoute, samples};
use crate::page::{Model, Route};

/// All of them.
pub(super) fn list(model: &Model) -> Markup {
    let words = &model.words().workshop_sample;
    html! {
        (back(&Route::Workshop(WorkshopRoute::Trainer), model.words()))
        (heading(words.title))
        p.lead { (words.lead) }
        @if !model.locale.has_help() { (awaited(model)) }
        @for (sample, story) in samples().iter().filter_map(|one| Some((one, one.story(model.locale)?))) {
            section.card {
                (mark(model))
                h2 { (story.name) }
                p { (story.story) }
                p.actions {
                    a.button.second href=(Route::Workshop(WorkshopRoute::Sample(sample.id.to_owned())).hash()) {
                        (words.open) span.unseen { ": " (story.name) }
                    }
                }
            }
        }
    }
}

/// One of them.
pub(super) fn view(model: &Model, id: &str) -> Markup {
    let words = &model.words().workshop_sample;
    let to = Route::Workshop(WorkshopRoute::Samples);
    let Some(sample) = Sample::find(id) else {
        return html! { (back(&to, model.words())) (heading(model.words().common.not_found)) };
    };
    let Some(story) = sample.story(model.locale) else {
        return html! { (back(&to, model.words())) (heading(words.title)) (awaited(model)) };
    };
    html! {
        (back(&to, model.words()))
        (heading(story.name))
        (mark(model))
        section.story { h2 { (words.story) } p.lead { (story.story) } }
        p.actions { button.button type="button" data-click={ "workshop load " (sample.id) } { (words.load) } }
        p.hint { (words.load_help) }
        details.find {
            summary { (words.find) }
            p.hint { (words.find_help) }
            ul { @for one in story.find { li { (one) } } }
        }
    }
}

/// Its name, or that there is none.
pub(super) fn name(model: &Model, id: &str) -> &'static str {
    Sample::find(id).map_or(model.words().common.not_found, |sample| {
        sample.story(model.locale).map_or(model.words().workshop_sample.title, |story| story.name)
    })
}

fn mark(model: &Model) -> Markup {
    html! { p.invented { (icon("info")) (model.words().workshop_sample.mark) } }
}
