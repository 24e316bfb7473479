//! Amount fields: typed, read back, confirmed, pasted. Nothing doubtful is ever stored.

use super::desk::{counted, find};
use super::{Draft, Meaning, Paste, PastedRow, Replaced};
use crate::assessment::Amount;
use crate::money::{Entry, Question, Row, Rupiah, Table};
use crate::page::wing::forget_screens;
use crate::page::{Model, Route};
use crate::rulebook::{Account, Group, Statement, Variant, Year};

/// More signs than any amount has; what is longer is no amount, whatever stands behind.
const LONGEST: usize = 200;

/// More rows than a preview can show.
const MOST_ROWS: usize = 200;

/// Keeps what is being typed, so that it can be read back at once.
pub(in crate::page) fn typed(model: &mut Model, year: Year, account: String, text: String) {
    // What the form does not ask for is not kept: nobody could read it again.
    let Some(one) = find(model.assessment().variant, &account) else { return };
    let read = match Rupiah::parse(&text) {
        // A dash alone is the beginning of something.
        Ok(Entry::Amount(amount) | Entry::AmountToConfirm(amount)) if text.contains(|c: char| c.is_ascii_digit()) => {
            Some(counted(one, amount))
        }
        _ => None,
    };
    model.amounts.spoken = Some((year, account.clone()));
    model.amounts.drafts.insert((year, account), Draft { text, meaning: Meaning::Typing(read) });
}

/// Takes an amount that can be read in one way only; lets anything else wait in the field, with its question. The id of
/// what has the focus then, where that changes.
pub(in crate::page) fn entered(model: &mut Model, year: Year, account: &str, text: &str) -> Option<String> {
    let one = find(model.assessment().variant, account)?;
    let entry = Rupiah::parse_as(text, model.amounts.thousands);
    let key = (year, account.to_owned());
    model.amounts.spoken = Some(key.clone());
    match entry {
        // More rows than any group of accounts has are no part of it.
        Ok(Entry::Many(table)) if table.rows.len() > MOST_ROWS => {
            model.amounts.drafts.remove(&key);
            let draft = Draft { text: model.amount_text(year, account), meaning: Meaning::Doubt(Question::TooMuch) };
            model.amounts.drafts.insert(key, draft);
            return None;
        }
        Ok(Entry::Many(table)) => {
            model.amounts.drafts.remove(&key);
            model.amounts.paste = Some(preview(model, year, one, table));
            return Some("judul-tempelan".to_owned());
        }
        // A paste that is refused leaves the field as it was.
        Err(question) if crate::money::is_table(text) => {
            model.amounts.drafts.remove(&key);
            let draft = Draft { text: model.amount_text(year, account), meaning: Meaning::Doubt(question) };
            model.amounts.drafts.insert(key, draft);
            return None;
        }
        _ => drop(model.amounts.drafts.remove(&key)),
    }
    let book = model.work.assessment.statements.year_mut(year);
    match (Meaning::of(&entry, one), entry) {
        (Some(_), _) => book.wait(account, text.trim().chars().take(LONGEST).collect()),
        (None, Ok(Entry::Amount(amount))) => book.put(account, Some(Amount::Known(amount))),
        _ => book.put(account, None),
    }
    None
}

/// The amount read back is right.
pub(in crate::page) fn confirmed(model: &mut Model, year: Year, account: &str) {
    let Some((text, Meaning::Likely(amount) | Meaning::Deducted(amount))) = waiting(model, year, account) else {
        return;
    };
    let text = text.to_owned();
    store(model, year, account, Some(amount));
    model.amounts.spoken = Some((year, account.to_owned()));
    learn(model, &text);
}

/// A yes to one group of thousands is a yes to that way of writing: it is asked about once a session.
pub(in crate::page) fn learn(model: &mut Model, text: &str) {
    let settles = |mark: &char| matches!(Rupiah::parse_as(text, Some(*mark)), Ok(Entry::Amount(_)));
    if model.amounts.thousands.is_some() || !matches!(Rupiah::parse(text), Ok(Entry::AmountToConfirm(_))) {
        return;
    }
    model.amounts.thousands = ['.', ','].into_iter().find(settles);
    if model.amounts.thousands.is_none() {
        return;
    }
    for year in Year::BOTH {
        let texts = model.assessment().statements.year(year).waiting.clone();
        for (account, text) in &texts {
            let entry = Rupiah::parse_as(text, model.amounts.thousands);
            let settled =
                find(model.assessment().variant, account).is_some_and(|one| Meaning::of(&entry, one).is_none());
            if let (true, Ok(Entry::Amount(amount))) = (settled, entry) {
                store(model, year, account, Some(amount));
            }
        }
    }
}

/// What waits for a yes in a field, and what it could mean.
pub(in crate::page) fn waiting<'m>(model: &'m Model, year: Year, account: &str) -> Option<(&'m str, Meaning)> {
    let text = model.assessment().statements.year(year).waiting.get(account)?;
    let one = find(model.assessment().variant, account)?;
    let entry = Rupiah::parse_as(text, model.amounts.thousands);
    let meaning = Meaning::of(&entry, one).unwrap_or(match entry {
        Ok(Entry::Amount(amount)) => Meaning::Likely(amount),
        _ => Meaning::Doubt(Question::Letters),
    });
    Some((text, meaning))
}

/// The minus of an amount goes; of one that waits, too.
pub(in crate::page) fn without_minus(model: &mut Model, year: Year, account: &str) {
    if let Some(Amount::Known(amount)) = model.assessment().statements.year(year).amounts.get(account).copied() {
        store(model, year, account, Some(amount.abs()));
    } else if let Some((_, Meaning::Likely(amount))) = waiting(model, year, account) {
        store(model, year, account, Some(amount.abs()));
    }
}

/// *Belum tahu*, or blank again.
pub(in crate::page) fn unsure(model: &mut Model, year: Year, account: &str, unsure: bool) {
    model.amounts.drafts.remove(&(year, account.to_owned()));
    let amount = (unsure && find(model.assessment().variant, account).is_some()).then_some(Amount::Unknown);
    model.work.assessment.statements.year_mut(year).put(account, amount);
}

/// This year as last year.
pub(in crate::page) fn same(model: &mut Model, account: &str) {
    let prior = model.assessment().statements.prior.amounts.get(account).copied();
    if let Some(amount) = prior {
        model.amounts.drafts.remove(&(Year::Current, account.to_owned()));
        model.work.assessment.statements.current.put(account, Some(amount));
    }
}

impl Model {
    /// A screen is come to, or the page opens at it: folds what the cooperative does not have, and what few have. Only then:
    /// nothing may move while somebody types a zero.
    pub fn arrive(&mut self) {
        arrive(self);
    }
}

pub(in crate::page) fn arrive(model: &mut Model) {
    // The RAT sheet is the whole cooperative's.
    if matches!(model.route, Route::Kdmp | Route::KdmpList)
        && model.work.shows_unit()
        && let Ok(whole) = model.work.turned()
    {
        model.work = whole;
        forget_screens(model);
    }
    model.amounts.absent =
        open(model).iter().filter(|account| counts_nothing(model, account)).map(|account| account.id).collect();
    let silent = |account: &&Account| account.rare && is_blank(model, account) && !counts_nothing(model, account);
    model.amounts.rare = open(model).iter().filter(silent).map(|account| account.id).collect();
    model.amounts.spoken = None;
    model.amounts.undone = false;
}

/// The accounts of the screen.
fn open(model: &Model) -> &'static [Account] {
    let Route::Group(id) = &model.route else { return &[] };
    let variant = model.assessment().variant;
    variant.groups.iter().find(|group| group.id == id).map_or(&[], |group| group.accounts(variant))
}

fn counts_nothing(model: &Model, account: &Account) -> bool {
    account.years().all(|year| model.assessment().amount(year, account.id) == Amount::ZERO)
}

/// Whether an account stands on the screen as one line.
pub(in crate::page) fn is_absent(model: &Model, account: &Account) -> bool {
    model.amounts.absent.contains(&account.id) && counts_nothing(model, account)
}

/// Whether nothing would be lost if the cooperative had no such account.
pub(in crate::page) fn is_blank(model: &Model, account: &Account) -> bool {
    account.years().all(|year| {
        let book = model.assessment().statements.year(year);
        let typed =
            model.amounts.drafts.contains_key(&(year, account.id.to_owned())) || book.waiting.contains_key(account.id);
        !typed && book.amounts.get(account.id).is_none_or(|amount| *amount == Amount::ZERO)
    })
}

/// Blank again and open, where it was zero and folded. The id of what has the focus then.
pub(in crate::page) fn has(model: &mut Model, id: &str) -> String {
    let account = open(model).iter().find(|account| account.id == id);
    if let Some(account) = account.filter(|account| is_absent(model, account)) {
        model.amounts.absent.retain(|absent| *absent != account.id);
        for year in account.years() {
            store(model, year, account.id, None);
        }
    }
    field(Year::Current, id)
}

/// The id of an amount's field.
pub(in crate::page) fn field(year: Year, account: &str) -> String {
    format!("{account}-{}", year.code())
}

/// Zero wherever the screen still has a blank.
pub(in crate::page) fn has_no_more(model: &mut Model) {
    for account in open(model) {
        for year in account.years() {
            zero_if_blank(model, year, account.id);
        }
    }
    arrive(model);
}

/// All of a part of the books that has not one amount is zero in a year: its owner says so for that part itself.
pub(in crate::page) fn all_zero(model: &mut Model, year: Year, group: &str) {
    let variant = model.assessment().variant;
    let Some(first) = variant.groups.iter().find(|one| one.id == group) else { return };
    for account in part(variant, first).flat_map(|group| group.accounts(variant)) {
        if account.years().any(|asked| asked == year) {
            zero_if_blank(model, year, account.id);
        }
    }
}

/// The groups that are called complete together with one of them.
pub(in crate::page) fn part(variant: &'static Variant, first: &'static Group) -> impl Iterator<Item = &'static Group> {
    let together = move |one: &&Group| {
        one.statement == first.statement && (first.statement != Statement::Memo || one.id == first.id)
    };
    variant.groups.iter().filter(together)
}

fn zero_if_blank(model: &mut Model, year: Year, account: &str) {
    let book = model.assessment().statements.year(year);
    let taken = book.amounts.contains_key(account) || book.waiting.contains_key(account);
    if !taken && !model.amounts.drafts.contains_key(&(year, account.to_owned())) {
        store(model, year, account, Some(Rupiah::ZERO));
    }
}

/// Fills the fields of a preview, or forgets it. The id of what has the focus then.
pub(in crate::page) fn pasted(model: &mut Model, accepted: bool) -> Option<String> {
    let paste = model.amounts.paste.take()?;
    if !accepted {
        return Some(field(paste.at.0, &paste.at.1));
    }
    let fills = paste.fills(model.assessment().variant).into_iter();
    model.amounts.filled =
        fills.map(|(year, account, amount)| Replaced::put(model, account.id, year, amount)).collect();
    Some("tempelan".to_owned())
}

/// What was pasted last goes out again. The id of what has the focus then.
pub(in crate::page) fn unpasted(model: &mut Model) -> String {
    for one in std::mem::take(&mut model.amounts.filled) {
        one.take_back(model);
        model.amounts.undone = true;
    }
    "judul".to_owned()
}

/// A row of the preview goes to another account, or to none; two rows never go to the same.
pub(in crate::page) fn paste_to(model: &mut Model, row: usize, account: &str) {
    let account = find(model.assessment().variant, account).map(|one| one.id);
    let Some(paste) = &mut model.amounts.paste else { return };
    for (place, one) in paste.rows.iter_mut().enumerate() {
        if place == row {
            one.account = account;
        } else if one.account == account {
            one.account = None;
        }
    }
}

fn store(model: &mut Model, year: Year, account: &str, amount: Option<Rupiah>) {
    model.work.assessment.statements.year_mut(year).put(account, amount.map(Amount::Known));
}

/// Where pasted rows would go: by the names beside them, else downwards from the field; two columns are two years, and a
/// longer row without a name goes downwards too. Accounts without fields take none.
fn preview(model: &Model, year: Year, account: &'static Account, table: Table) -> Paste {
    let older_first = table.older_first();
    let rows = match <[Row; 1]>::try_from(table.rows) {
        Ok([row]) if row.label.is_empty() && row.cells.len() > 2 => {
            row.cells.into_iter().map(|cell| Row { label: String::new(), cells: vec![cell] }).collect()
        }
        Ok(row) => row.into(),
        Err(rows) => rows,
    };
    let columns = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    let accounts = targets(model, account);
    let named = rows.iter().any(|row| !row.label.is_empty());
    let alone = rows.len() == 1;
    let mut below = accounts.iter().copied().skip_while(|one| one.id != account.id);
    let rows = rows.into_iter().map(|row| {
        let by_name = || accounts.iter().copied().find(|one| is_named(model, one, &row.label));
        let to = if named { by_name().or(alone.then_some(account)) } else { below.next() };
        PastedRow { label: row.label, account: to.map(|one| one.id), cells: row.cells }
    });
    let mut rows: Vec<PastedRow> = rows.collect();
    for place in 1..rows.len() {
        let (before, row) = rows.split_at_mut(place);
        if before.iter().any(|one| one.account == row[0].account) {
            row[0].account = None;
        }
    }
    let first = match older_first {
        Some(true) => Year::Prior,
        Some(false) => Year::Current,
        None => year,
    };
    Paste { at: (year, account.id.to_owned()), rows, first, asks_year: columns > 1 && older_first.is_none() }
}

/// The accounts that a paste into a field can fill: those of its screen, but for the folded ones.
pub(in crate::page) fn targets(model: &Model, account: &Account) -> Vec<&'static Account> {
    let variant = model.assessment().variant;
    let group = variant.groups.iter().find(|group| group.accounts(variant).iter().any(|one| one.id == account.id));
    let accounts = group.map_or(&[][..], |group| group.accounts(variant));
    accounts.iter().filter(|one| !is_absent(model, one)).collect()
}

/// Whether words beside an amount are the account's own name, capitals, signs and numbering aside.
fn is_named(model: &Model, account: &Account, label: &str) -> bool {
    let bare = |text: &str| {
        let letters = text.chars().filter(|c| c.is_alphabetic()).map(|c| c.to_ascii_lowercase());
        letters.collect::<String>()
    };
    let (wanted, variant) = (bare(label), model.assessment().variant);
    let name = model.texts().figure(variant, account.id).unwrap_or_default();
    !wanted.is_empty() && (bare(name) == wanted || account.id.replace('_', "") == wanted)
}

impl Model {
    /// How an amount field reads now: the draft, else what is kept.
    #[must_use]
    pub fn amount_text(&self, year: Year, account: &str) -> String {
        if let Some(draft) = self.amounts.drafts.get(&(year, account.to_owned())) {
            return draft.text.clone();
        }
        let book = self.assessment().statements.year(year);
        if let Some(text) = book.waiting.get(account) {
            return text.clone();
        }
        match book.amounts.get(account) {
            Some(Amount::Known(amount)) => amount.figures(self.locale),
            Some(Amount::Unknown) | None => String::new(),
        }
    }
}

/// The field that the reader was sent to, unfolded; on any other screen nothing is wanted any more.
pub(in crate::page) fn wanted(model: &mut Model) -> Option<String> {
    let (year, account) = model.amounts.wanted.take()?;
    let Route::Group(id) = &model.route else { return None };
    let variant = model.assessment().variant;
    let group = variant.groups.iter().find(|group| group.id == id)?;
    group.accounts(variant).iter().find(|one| one.id == account)?;
    model.amounts.absent.retain(|absent| *absent != account);
    let field = field(year, &account);
    model.amounts.wanted = Some((year, account));
    Some(field)
}
