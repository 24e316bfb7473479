//! The annex of the report: every answer and every amount, as they were said.

use maud::{Markup, html};

use super::trial::shown;
use crate::page::Model;
use crate::page::advice::say;
use crate::page::view::statement;
use crate::rulebook::{Account, Group, Indicator, Year};

/// The answers, then the books.
pub(super) fn annex(model: &Model) -> Markup {
    let words = &model.words().report;
    let variant = model.assessment().variant;
    let indicators = variant.indicators().map(|(_, one)| one).filter(|one| !one.items().is_empty());
    html! {
        section.break {
            h2 { (words.annex_answers) }
            table.grid.small { tbody { @for one in indicators { (answers(model, one)) } } }
        }
        section.break {
            h2 { (words.annex_books) }
            table.grid.small {
                thead { tr { th scope="col" { (model.words().statement.line) } th scope="col" { (model.year_name(Year::Current)) } th scope="col" { (model.year_name(Year::Prior)) } } }
                tbody { @for group in variant.groups { (amounts(model, group)) } }
            }
        }
    }
}

fn answers(model: &Model, indicator: &Indicator) -> Markup {
    html! {
        tr.strong { th scope="rowgroup" colspan="3" { (indicator.id) " " (say::name(model, indicator)) } }
        @for item in indicator.items() {
            @let question = model.texts().item(model.assessment().variant, item.id).map_or("", |text| text.question);
            tr { td.words { (item.id) } th scope="row" { (question) } td.words { (model.words().answer(model.assessment().answer(item.id))) } }
        }
    }
}

fn amounts(model: &Model, group: &Group) -> Markup {
    html! {
        tr.strong { th scope="rowgroup" colspan="3" { (statement::name(model, group.id)) } }
        @for account in group.accounts(model.assessment().variant) { (row(model, account)) }
    }
}

fn row(model: &Model, account: &Account) -> Markup {
    let amount = |year: Year| shown(model, model.assessment().amount(year, account.id));
    html! {
        tr {
            th scope="row" { (model.texts().figure(model.assessment().variant, account.id).unwrap_or_default()) }
            td { (amount(Year::Current)) }
            td { @if account.prior { (amount(Year::Prior)) } }
        }
    }
}
