//! What a message about amounts changes.

use super::{AmountMessage, amounts};
use crate::page::work::keep;
use crate::page::{Effect, Model, Route};
use crate::rulebook::{Group, Year};

/// Changes the model; what the browser has to do comes back.
pub(in crate::page) fn update(model: &mut Model, message: AmountMessage) -> Vec<Effect> {
    model.amounts.undone = false;
    let focus = match message {
        AmountMessage::Typed(year, account, text) => {
            amounts::typed(model, year, account, text);
            None
        }
        AmountMessage::Entered(year, account, text) | AmountMessage::Put(year, account, text) => {
            amounts::entered(model, year, &account, &text)
        }
        AmountMessage::Confirmed(year, account) => {
            amounts::confirmed(model, year, &account);
            Some(amounts::field(year, &account))
        }
        AmountMessage::Pasted(accepted) => amounts::pasted(model, accepted),
        AmountMessage::Unpasted => Some(amounts::unpasted(model)),
        AmountMessage::PasteTo(row, account) => {
            amounts::paste_to(model, row, &account);
            return Vec::new();
        }
        AmountMessage::PasteFirst(year) => {
            if let Some(paste) = &mut model.amounts.paste {
                paste.first = year;
            }
            return Vec::new();
        }
        AmountMessage::Unsigned(year, account) => {
            amounts::without_minus(model, year, &account);
            Some(amounts::field(year, &account))
        }
        AmountMessage::Find(year, account) => return seek(model, year, account),
        AmountMessage::AllZero(year, group) => {
            amounts::all_zero(model, year, &group);
            None
        }
        AmountMessage::Unsure(year, account, unsure) => {
            amounts::unsure(model, year, &account, unsure);
            None
        }
        AmountMessage::Completed(year, complete) => {
            model.work.assessment.statements.year_mut(year).complete = complete;
            None
        }
        AmountMessage::Same(account) => {
            amounts::same(model, &account);
            None
        }
        AmountMessage::Has(account) => Some(amounts::has(model, &account)),
        AmountMessage::HasNoMore => {
            amounts::has_no_more(model);
            Some("lanjut".to_owned())
        }
    };
    keep(model).into_iter().chain(focus.map(Effect::Focus)).collect()
}

/// To the field of an amount: its screen opens there instead of at its heading.
fn seek(model: &mut Model, year: Year, account: String) -> Vec<Effect> {
    let variant = model.assessment().variant;
    let holds = |group: &&Group| group.accounts(variant).iter().any(|one| one.id == account);
    let Some(group) = variant.groups.iter().find(holds) else { return Vec::new() };
    let (route, field) = (Route::Group(group.id.to_owned()), amounts::field(year, &account));
    model.amounts.wanted = Some((year, account));
    if model.route == route { vec![Effect::Focus(field)] } else { vec![Effect::Go(route)] }
}
