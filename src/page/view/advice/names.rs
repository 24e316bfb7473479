//! The headings of these screens.

use crate::page::Model;
use crate::page::advice::AdviceRoute;
use crate::page::view::names::indicator_name;
use crate::page::view::statement;

/// The screen's heading.
pub(in crate::page::view) fn name(model: &Model, route: &AdviceRoute) -> &'static str {
    let words = model.words();
    match route {
        AdviceRoute::Path(_) => words.path.title,
        AdviceRoute::Bands => words.rupiah.title,
        AdviceRoute::Band(id) => indicator_name(model, id),
        AdviceRoute::Trial => words.whatif.title,
        AdviceRoute::TrialPart(id) => match indicator_name(model, id) {
            "" => statement::name(model, id),
            name => name,
        },
        AdviceRoute::Margin => words.margin.title,
        AdviceRoute::Compare => words.compare.title,
        AdviceRoute::Report(_) => words.report.title,
        AdviceRoute::Pack => words.pack.title,
    }
}
