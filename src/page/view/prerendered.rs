//! What stands in the page before any script runs: the start screen, and every question as a readable checklist. It is
//! also the whole page for a browser without JavaScript or with one too old.

use maud::{Markup, html};

use super::super::Model;
use super::layout::view;
use crate::locale::Locale;
use crate::rulebook::Aspect;

/// The HTML that fills `<div id="app">` in the built page.
///
/// ```
/// let html = cermin_koperasi::page::prerender("id");
/// assert!(html.contains("<h1"));
/// ```
#[must_use]
pub fn prerender(language: &str) -> String {
    let model = Model::new(Locale::parse(language).unwrap_or_default());
    html! { (view(&model)) (checklist(&model)) }.into_string()
}

fn checklist(model: &Model) -> Markup {
    html! {
        section.paper {
            h2 { (model.words().start.checklist) }
            p { (model.words().start.checklist_help) }
            @for aspect in model.assessment().variant.aspects { (aspect_list(model, aspect)) }
        }
    }
}

fn aspect_list(model: &Model, aspect: &'static Aspect) -> Markup {
    let variant = model.assessment().variant;
    html! {
        @for indicator in aspect.indicators().filter(|one| !one.items().is_empty()) {
            h3 { (model.texts().indicator(variant, indicator.id).map_or("", |text| text.name)) }
            ul {
                @for item in indicator.items() {
                    li { (model.texts().item(variant, item.id).map_or("", |text| text.question)) }
                }
            }
        }
    }
}
