//! The screens that lead from the score to work. One file a screen; `parts` holds what they share.

mod bands;
mod card;
mod compare;
mod find_out;
pub(super) mod list;
mod margin;
mod names;
mod pack;
pub(super) mod parts;
mod path;
mod pictures;
mod report;
mod report_annex;
mod report_parts;
mod tracking;
mod trend;
mod trial;
mod trial_part;
mod way;

use maud::Markup;

use super::super::Model;
use super::super::advice::AdviceRoute;

pub(super) use names::name;

/// The screen.
pub(super) fn view(model: &Model, route: &AdviceRoute) -> Markup {
    match route {
        AdviceRoute::Path(target) => path::view(model, target.as_deref()),
        AdviceRoute::Bands => bands::view(model),
        AdviceRoute::Band(id) => way::view(model, id),
        AdviceRoute::Trial => trial::view(model),
        AdviceRoute::TrialPart(id) => trial_part::view(model, id),
        AdviceRoute::Margin => margin::view(model),
        AdviceRoute::Compare => compare::view(model),
        AdviceRoute::Report(annex) => report::view(model, *annex),
        AdviceRoute::Pack => pack::view(model),
    }
}
