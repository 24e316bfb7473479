//! What a message of that screen changes.

use super::{SheetDesk, SheetFault, SheetMessage, SheetRead, Taken};
use crate::assessment::Amount;
use crate::books::{BooksProposal, Finding, Form, columns, pasted, propose_in};
use crate::page::{Effect, FileFault, Model, Route};
use crate::sorted_map::SortedMap;

/// More bytes than the statements of any cooperative have.
const LONGEST: usize = 2 << 20;

/// Changes the model; what the browser has to do comes back.
pub(in crate::page) fn update(model: &mut Model, message: SheetMessage) -> Vec<Effect> {
    match message {
        SheetMessage::Type(text) => model.sheet.typed = if text.len() > LONGEST { String::new() } else { text },
        SheetMessage::Read => {
            let text = std::mem::take(&mut model.sheet.typed);
            return open(model, &text);
        }
        SheetMessage::Paste(text) | SheetMessage::File(Ok(text)) => return open(model, &text),
        SheetMessage::File(Err(FileFault::TooBig)) => return refuse(model, SheetFault::TooLarge),
        SheetMessage::File(Err(FileFault::Unreadable)) => return refuse(model, SheetFault::Unreadable),
        SheetMessage::Put(place, account) => put(model, place, account.as_deref()),
        SheetMessage::Change(place) => return change(model, place),
        SheetMessage::Columns(columns) => {
            if let Some(read) = &mut model.sheet.read {
                read.columns = Some(columns);
            }
        }
        SheetMessage::Unit(unit) => {
            if let Some(read) = model.sheet.read.as_mut().filter(|read| unit == 1 || unit == read.stated) {
                read.unit = Some(unit);
                arrive(model);
            }
        }
        SheetMessage::Take => return take(model),
        SheetMessage::Undo => return undo(model),
        SheetMessage::Drop => {
            model.sheet = SheetDesk { taken: model.sheet.taken.take(), ..SheetDesk::default() };
            return vec![Effect::Focus("judul".to_owned())];
        }
    }
    Vec::new()
}

fn refuse(model: &mut Model, fault: SheetFault) -> Vec<Effect> {
    model.sheet.fault = Some(fault);
    vec![Effect::Focus("neraca-galat".to_owned())]
}

/// Reads a sheet; one of which nothing can be made leaves everything as it was.
fn open(model: &mut Model, text: &str) -> Vec<Effect> {
    model.sheet.undone = false;
    if text.len() > LONGEST {
        return refuse(model, SheetFault::TooLarge);
    }
    // Excel's own files, pictures, archives.
    if text.starts_with("PK\u{3}\u{4}") || text.contains('\0') {
        return refuse(model, SheetFault::NoText);
    }
    let rows = if text.contains('\t') { pasted(text) } else { columns(text).unwrap_or_default() };
    let proposal = proposal(model, &rows, None);
    if proposal.lines.is_empty() {
        let large = proposal.findings.contains(&Finding::TooLarge);
        return refuse(model, if large { SheetFault::TooLarge } else { SheetFault::Nothing });
    }
    let stated = proposal.unit;
    let choices = SortedMap::new();
    let read = SheetRead { rows, proposal, stated, unit: None, columns: None, choices, open: None, hurried: false };
    model.sheet = SheetDesk { read: Some(read), taken: model.sheet.taken.take(), ..SheetDesk::default() };
    vec![Effect::Focus("judul".to_owned())]
}

fn proposal(model: &Model, rows: &[Vec<String>], unit: Option<i64>) -> BooksProposal {
    let assessment = model.assessment();
    let form = Form::of(assessment.variant, assessment.profile.book_year_end.as_deref());
    propose_in(rows, &form, unit)
}

/// Reads the sheet that waits once more: its unit or the book year may be another by now.
pub(in crate::page) fn arrive(model: &mut Model) {
    if model.route != Route::Sheet {
        return;
    }
    model.sheet.undone = false;
    let Some(mut read) = model.sheet.read.take() else { return };
    read.proposal = proposal(model, &read.rows, read.unit);
    model.sheet.read = Some(read);
}

/// A line goes to an account of the form, or to none.
fn put(model: &mut Model, place: usize, account: Option<&str>) {
    let variant = model.assessment().variant;
    let known = account.map(|id| variant.accounts.iter().find(|one| one.id == id).map(|one| one.id));
    let Some(read) = model.sheet.read.as_mut().filter(|read| read.takes(place)) else { return };
    match known {
        // No such account: nothing changes.
        Some(None) => {}
        Some(Some(id)) => {
            read.choices.insert(place, Some(id));
            read.open = None;
        }
        None => {
            read.choices.insert(place, None);
            read.open = None;
        }
    }
}

fn change(model: &mut Model, place: usize) -> Vec<Effect> {
    let Some(read) = model.sheet.read.as_mut().filter(|read| read.takes(place)) else { return Vec::new() };
    read.open = Some(place);
    vec![Effect::Focus(format!("pos-{place}"))]
}

/// What the screen shows goes into the books, and is remembered with what stood there.
fn take(model: &mut Model) -> Vec<Effect> {
    let variant = model.assessment().variant;
    let Some(read) = &mut model.sheet.read else { return Vec::new() };
    if read.asks_unit() || read.asks_columns() {
        read.hurried = true;
        let first = if read.asks_unit() { "neraca-satuan" } else { "neraca-kolom" };
        return vec![Effect::Focus(first.to_owned())];
    }
    let fills = read.outcome(variant).fills;
    if fills.is_empty() {
        return Vec::new();
    }
    let mut fields = Vec::new();
    for fill in fills {
        let id = fill.account;
        model.amounts.drafts.remove(&(fill.year, id.to_owned()));
        let book = model.work.assessment.statements.year_mut(fill.year);
        fields.push((fill, book.amounts.get(id).copied(), book.waiting.get(id).cloned()));
        book.put(id, Some(Amount::Known(fill.amount.get())));
    }
    model.sheet = SheetDesk { taken: Some(Taken { fields }), ..SheetDesk::default() };
    vec![Effect::Focus("judul".to_owned())]
}

/// Each field is as it was before; one that was changed since stays as the board left it.
fn undo(model: &mut Model) -> Vec<Effect> {
    let Some(taken) = model.sheet.taken.take() else { return Vec::new() };
    for (fill, amount, waiting) in taken.fields {
        let (id, book) = (fill.account, model.work.assessment.statements.year_mut(fill.year));
        if book.amounts.get(id) != Some(&Amount::Known(fill.amount.get())) {
            continue;
        }
        book.put(id, amount);
        if let Some(text) = waiting {
            book.wait(id, text);
        }
        model.amounts.drafts.remove(&(fill.year, id.to_owned()));
    }
    model.sheet.undone = true;
    vec![Effect::Focus("judul".to_owned())]
}
