//! Amount fields: typed, read back, confirmed, pasted. Nothing doubtful is ever stored.

use crate::assessment::Amount;
use crate::money::{Cell, Entry, Rupiah};
use crate::rulebook::{Account, Group, Year};

use super::{Draft, Meaning, Model, Paste, Route};

/// Keeps what is being typed, so that it can be read back at once.
pub(super) fn typed(model: &mut Model, year: Year, account: String, text: String) {
    if !is_asked(model, &account) {
        return;
    }
    let meaning = match Rupiah::parse(&text) {
        Ok(Entry::Amount(amount) | Entry::AmountToConfirm(amount)) => Meaning::Typing(Some(amount)),
        _ => Meaning::Typing(None),
    };
    model.drafts.insert((year, account), Draft { text, meaning });
}

/// Takes an amount that can be read in one way only; keeps anything else in the field, with its question.
pub(super) fn entered(model: &mut Model, year: Year, account: String, text: String) {
    if !is_asked(model, &account) {
        return;
    }
    let entry = Rupiah::parse(&text);
    if let Some(meaning) = Meaning::of(&entry) {
        model.drafts.insert((year, account), Draft { text, meaning });
        return;
    }
    model.drafts.remove(&(year, account.clone()));
    match entry {
        Ok(Entry::Amount(amount)) => store(model, year, &account, Some(amount)),
        Ok(Entry::Many(rows)) => model.paste = preview(model, year, account, rows),
        _ => store(model, year, &account, None),
    }
}

/// Whether the form asks for such an account: nothing else is kept, for nobody could read it again.
fn is_asked(model: &Model, account: &str) -> bool {
    model.assessment().variant.account_index(account).is_some()
}

/// The amount read back is right.
pub(super) fn confirmed(model: &mut Model, year: Year, account: &str) {
    if let Some(Draft { meaning: Meaning::Likely(amount), .. }) = model.drafts.remove(&(year, account.to_owned())) {
        store(model, year, account, Some(amount));
    }
}

/// *Belum tahu*, or blank again.
pub(super) fn unsure(model: &mut Model, year: Year, account: String, unsure: bool) {
    model.drafts.remove(&(year, account.clone()));
    let asked = is_asked(model, &account);
    let amounts = &mut model.work.assessment.statements.year_mut(year).amounts;
    if unsure && asked {
        amounts.insert(account, Amount::Unknown);
    } else {
        amounts.remove(&account);
    }
}

/// This year as last year.
pub(super) fn same(model: &mut Model, account: String) {
    let prior = model.assessment().statements.prior.amounts.get(&account).copied();
    if let Some(amount) = prior {
        model.drafts.remove(&(Year::Current, account.clone()));
        model.work.assessment.statements.current.amounts.insert(account, amount);
    }
}

/// Folds what the cooperative does not have. Only on arrival: nothing may move while somebody types a zero.
pub(super) fn arrive(model: &mut Model) {
    model.absent =
        open(model).iter().filter(|account| counts_nothing(model, account)).map(|account| account.id).collect();
}

/// The accounts of the screen.
fn open(model: &Model) -> &'static [Account] {
    let Route::Group(id) = &model.route else { return &[] };
    let variant = model.assessment().variant;
    variant.groups.iter().find(|group| group.id == id).map_or(&[], |group| group.accounts(variant))
}

fn counts_nothing(model: &Model, account: &Account) -> bool {
    let statements = &model.assessment().statements;
    account.years().all(|year| statements.year(year).amount(account.id) == Amount::Known(0))
}

/// Whether an account stands on the screen as one line.
pub(super) fn is_absent(model: &Model, account: &Account) -> bool {
    model.absent.contains(&account.id) && counts_nothing(model, account)
}

/// Whether nothing would be lost if the cooperative had no such account.
pub(super) fn is_blank(model: &Model, account: &Account) -> bool {
    account.years().all(|year| {
        let kept = model.assessment().statements.year(year).amounts.get(account.id);
        !model.drafts.contains_key(&(year, account.id.to_owned())) && matches!(kept, None | Some(Amount::Known(0)))
    })
}

/// Zero in all its years and folded, or blank again and open. The id of what has the focus then.
pub(super) fn has(model: &mut Model, id: &str, has: bool) -> String {
    let account = open(model).iter().find(|account| account.id == id);
    if let Some(account) = account.filter(|account| is_blank(model, account)) {
        model.absent.retain(|absent| *absent != account.id);
        if !has {
            model.absent.push(account.id);
        }
        for year in account.years() {
            store(model, year, account.id, if has { None } else { Rupiah::new(0) });
        }
    }
    if has { format!("{id}-{}", Year::Current.code()) } else { format!("{id}-has") }
}

/// Zero wherever the screen still has a blank.
pub(super) fn has_no_more(model: &mut Model) {
    for account in open(model) {
        for year in account.years() {
            let amounts = &model.assessment().statements.year(year).amounts;
            if !amounts.contains_key(account.id) && !model.drafts.contains_key(&(year, account.id.to_owned())) {
                store(model, year, account.id, Rupiah::new(0));
            }
        }
    }
    arrive(model);
}

/// Fills the fields of a preview, or forgets it. Blank and doubtful cells fill nothing.
pub(super) fn pasted(model: &mut Model, accepted: bool) {
    let Some(paste) = model.paste.take() else { return };
    for (year, account, cell) in paste.cells.into_iter().filter(|_| accepted) {
        if let Ok(Some(amount)) = cell {
            model.drafts.remove(&(year, account.clone()));
            store(model, year, &account, Some(amount));
        }
    }
}

fn store(model: &mut Model, year: Year, account: &str, amount: Option<Rupiah>) {
    let amounts = &mut model.work.assessment.statements.year_mut(year).amounts;
    match amount {
        Some(amount) => drop(amounts.insert(account, Amount::Known(amount.get()))),
        None => drop(amounts.remove(account)),
    }
}

/// Where pasted cells would go: downwards from the field, a second column into the other year; a lone row downwards too.
/// Accounts without fields take none.
fn preview(model: &Model, year: Year, account: String, rows: Vec<Vec<Cell>>) -> Option<Paste> {
    let accounts: Vec<&Account> = from(model, &account)?.iter().filter(|one| !is_absent(model, one)).collect();
    let columns = rows.first().map_or(0, Vec::len);
    let lone_row = rows.len() == 1;
    let flat = rows.into_iter().enumerate().flat_map(|(line, row)| {
        row.into_iter().enumerate().map(move |(column, cell)| {
            let down = if lone_row { column } else { line };
            (down, if lone_row || column == 0 { year } else { other(year) }, cell, lone_row || column < 2)
        })
    });
    let (mut cells, mut left_over) = (Vec::new(), 0);
    for (down, year, cell, fits) in flat {
        match accounts.get(down).filter(|account| fits && (year == Year::Current || account.prior)) {
            Some(account) => cells.push((year, account.id.to_owned(), cell)),
            None => left_over += 1,
        }
    }
    (columns > 0).then_some(Paste { at: (year, account), cells, left_over })
}

/// The accounts of a group from one account on: a paste does not run over into another screen.
fn from(model: &Model, account: &str) -> Option<&'static [Account]> {
    let variant = model.assessment().variant;
    let within = |group: &&Group| group.accounts(variant).iter().any(|one| one.id == account);
    let accounts = variant.groups.iter().find(within)?.accounts(variant);
    let first = accounts.iter().position(|one| one.id == account)?;
    Some(&accounts[first..])
}

const fn other(year: Year) -> Year {
    match year {
        Year::Current => Year::Prior,
        Year::Prior => Year::Current,
    }
}
