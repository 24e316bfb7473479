//! The switches between the ways of counting.

use maud::{Markup, html};

use super::super::Model;
use super::names::{counted, day};
use super::numbers::totals;
use super::parts::radios;
use crate::locale::fill;
use crate::rulebook::Reading;

/// By what, and under which edition, to count.
pub(super) fn switches(model: &Model) -> Markup {
    let words = &model.words().counting;
    let assessment = model.assessment();
    let readings = [(Reading::Definition, words.as_definition), (Reading::Worksheet, words.as_worksheet)]
        .map(|(reading, name)| (reading.code(), name, assessment.reading == reading));
    let editions = assessment.rulebook.editions;
    let name = |id: &str| fill(words.edition_name, &[("edition", &id)]);
    let names: Vec<String> = editions.iter().map(|edition| name(edition.id)).collect();
    let choices = editions.iter().zip(&names).enumerate();
    let choices: Vec<_> =
        choices.map(|(place, (edition, name))| (edition.id, name.as_str(), assessment.edition == place)).collect();
    html! {
        fieldset {
            legend { (words.question_reading) }
            p.hint { (words.reading_text) }
            (radios("reading", "reading", &readings))
        }
        fieldset {
            legend { (words.question_edition) }
            p.hint { (words.edition_text) }
            ul.plain { @for edition in editions { li { (fill(words.edition_from, &[("edition", &edition.id), ("day", &day(model, edition.from))])) } } }
            (radios("edition", "edition", &choices))
        }
        p.score-now { strong { (fill(words.score_now, &[("score", &totals(model, model.report().honest_total()))])) } " "
            (counted(model, assessment.reading, assessment.edition)) " (" (model.words().common.self_estimate) ")" }
    }
}
