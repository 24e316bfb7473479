//! What a message of that screen changes.

use super::{Fill, SheetDesk, SheetFault, SheetMessage, SheetRead, Split, Taken, Workbook, origin};
use crate::books::{BooksProposal, Finding, Form, Said, Sheet, columns, pasted, propose_in};
use crate::page::books::{Replaced, worksheet};
use crate::page::{Effect, Model, Route};
use crate::rulebook::{Variant, Year};
use crate::sorted_map::SortedMap;

/// More bytes than the statements of any cooperative have.
const LONGEST: usize = 2 << 20;

/// More signs than any amount has.
const MOST_DIGITS: usize = 40;

/// Changes the model; what the browser has to do comes back.
pub(in crate::page) fn update(model: &mut Model, message: SheetMessage) -> Vec<Effect> {
    match message {
        SheetMessage::Type(text) => model.sheet.typed = if text.len() > LONGEST { String::new() } else { text },
        SheetMessage::Read => {
            let text = std::mem::take(&mut model.sheet.typed);
            return pasted_whole(model, &text);
        }
        SheetMessage::Paste(text) => return pasted_whole(model, &text),
        SheetMessage::Reading(file) => {
            // Whatever was on offer is not what this file says.
            model.worksheet.found = None;
            model.sheet = SheetDesk { reading: true, file, taken: model.sheet.taken.take(), ..SheetDesk::default() };
            return if model.route == Route::Sheet { Vec::new() } else { vec![Effect::Go(Route::Sheet)] };
        }
        SheetMessage::File(Ok(sheets)) => return opened(model, sheets),
        SheetMessage::File(Err(refusal)) => return refuse(model, SheetFault::Refused(refusal)),
        SheetMessage::Pick(place) => return pick(model, place),
        SheetMessage::Put(place, account) => put(model, place, account.as_deref()),
        SheetMessage::Split(place) => return split(model, place),
        SheetMessage::ShareTo(place, which, account) => share_to(model, place, which, &account),
        SheetMessage::Share(place, year, text) => {
            let at = usize::from(year == Year::Prior);
            if let Some(split) = model.sheet.read.as_mut().and_then(|read| read.splits.get_mut(&place)) {
                split.typed[at] = text.chars().take(MOST_DIGITS).collect();
            }
        }
        SheetMessage::Change(place) => return change(model, place),
        SheetMessage::Columns(columns) => {
            if let Some(read) = &mut model.sheet.read {
                read.columns = Some(columns);
            }
        }
        SheetMessage::Column(year, column) => choose_column(model, year, column),
        SheetMessage::Unit(unit) => {
            if let Some(read) = model.sheet.read.as_mut().filter(|read| read.units().contains(&unit)) {
                read.unit = Some(unit);
                arrive(model);
            }
        }
        SheetMessage::Take => return take(model),
        SheetMessage::Undo => return undo(model),
        SheetMessage::Drop => {
            // From a sheet back to those beside it, from there out of the file.
            let book = if model.sheet.read.is_some() { model.sheet.book.take() } else { None };
            let file = std::mem::take(&mut model.sheet.file);
            model.sheet = SheetDesk { book, file, taken: model.sheet.taken.take(), ..SheetDesk::default() };
            return vec![Effect::Focus("judul".to_owned())];
        }
    }
    Vec::new()
}

fn refuse(model: &mut Model, fault: SheetFault) -> Vec<Effect> {
    model.worksheet.found = None;
    let (typed, taken) = (std::mem::take(&mut model.sheet.typed), model.sheet.taken.take());
    let file = std::mem::take(&mut model.sheet.file);
    model.sheet = SheetDesk { typed, taken, file, fault: Some(fault), ..SheetDesk::default() };
    vec![Effect::Focus("neraca-galat".to_owned())]
}

/// Reads what was pasted or typed.
fn pasted_whole(model: &mut Model, text: &str) -> Vec<Effect> {
    if text.len() > LONGEST {
        return refuse(model, SheetFault::TooLarge);
    }
    let rows = if text.contains('\t') { pasted(text) } else { columns(text).unwrap_or_default() };
    model.sheet.book = None;
    model.sheet.file.clear();
    open(model, Sheet { name: String::new(), rows })
}

/// A file's sheets: the only one that is like a statement is read at once, of several the board chooses.
fn opened(model: &mut Model, sheets: Vec<Sheet>) -> Vec<Effect> {
    model.sheet.reading = false;
    if worksheet::opened(model, &sheets) {
        return vec![Effect::Focus("judul".to_owned())];
    }
    let counted = sheets.into_iter().map(|sheet| {
        let lines = proposal(model, &sheet, None, None).lines;
        let known = lines.iter().filter(|line| line.account.is_some()).count();
        (sheet, known, !lines.is_empty())
    });
    let all: Vec<_> = counted.collect();
    let any_known = all.iter().any(|(_, known, _)| *known > 0);
    let (mut sheets, mut others) = (Vec::new(), Vec::new());
    for (sheet, known, has_lines) in all {
        if known > 0 || (!any_known && has_lines) {
            sheets.push((sheet, known));
        } else {
            others.push(sheet.name);
        }
    }
    match sheets.len() {
        0 => refuse(model, SheetFault::Nothing),
        1 => open(model, sheets.remove(0).0),
        _ => {
            let book = Workbook { sheets, others, at: 0, taken: Vec::new() };
            let (file, taken) = (std::mem::take(&mut model.sheet.file), model.sheet.taken.take());
            model.sheet = SheetDesk { book: Some(book), file, taken, ..SheetDesk::default() };
            vec![Effect::Focus("judul".to_owned())]
        }
    }
}

fn pick(model: &mut Model, place: usize) -> Vec<Effect> {
    let Some(book) = &mut model.sheet.book else { return Vec::new() };
    let Some((sheet, _)) = book.sheets.get(place) else { return Vec::new() };
    book.at = place;
    let sheet = sheet.clone();
    open(model, sheet)
}

/// Reads a sheet; one of which nothing can be made leaves everything as it was.
fn open(model: &mut Model, sheet: Sheet) -> Vec<Effect> {
    model.sheet.undone = false;
    let proposal = proposal(model, &sheet, None, None);
    if proposal.lines.is_empty() {
        let large = proposal.findings.contains(&Finding::TooLarge);
        return refuse(model, if large { SheetFault::TooLarge } else { SheetFault::Nothing });
    }
    let (stated, small) = (proposal.unit, proposal.findings.contains(&Finding::Small));
    let mut read = SheetRead {
        sheet,
        proposal,
        stated,
        small,
        unit: None,
        columns: None,
        chosen: [None; 2],
        year_end: model.assessment().profile.book_year_end.clone(),
        choices: SortedMap::new(),
        splits: SortedMap::new(),
        recalled: Vec::new(),
        open: None,
        hurried: false,
    };
    origin::recall(model, &mut read);
    let (book, taken) = (model.sheet.book.take(), model.sheet.taken.take());
    let file = std::mem::take(&mut model.sheet.file);
    model.worksheet.found = None;
    model.sheet = SheetDesk { read: Some(Box::new(read)), book, file, taken, ..SheetDesk::default() };
    vec![Effect::Focus("judul".to_owned())]
}

fn proposal(model: &Model, sheet: &Sheet, unit: Option<i64>, columns: Option<[Option<usize>; 2]>) -> BooksProposal {
    let assessment = model.assessment();
    let form = Form::of(assessment.variant, assessment.profile.book_year_end.as_deref());
    propose_in(&sheet.rows, &form, &Said { sheet: &sheet.name, unit, columns })
}

/// Reads the sheet that waits once more: its unit or the book year may be another by now.
pub(in crate::page) fn arrive(model: &mut Model) {
    if model.route != Route::Sheet {
        return;
    }
    model.sheet.undone = false;
    let Some(mut read) = model.sheet.read.take() else { return };
    let year_end = &model.assessment().profile.book_year_end;
    if read.year_end != *year_end {
        // What was said about its columns was said about other years.
        (read.year_end, read.columns, read.chosen) = (year_end.clone(), None, [None; 2]);
    }
    let [current, prior] = read.chosen;
    read.proposal =
        proposal(model, &read.sheet, read.unit, current.zip(prior).map(|(current, prior)| [current, prior]));
    model.sheet.read = Some(read);
}

/// Of a year the column at this place, or none. Other columns may have figures in other lines: what was said about lines
/// is asked anew.
fn choose_column(model: &mut Model, year: Year, column: Option<usize>) {
    let Some(read) = &mut model.sheet.read else { return };
    if column.is_some_and(|at| at >= read.proposal.columns.len()) {
        return;
    }
    read.chosen[usize::from(year == Year::Prior)] = Some(column);
    (read.choices, read.splits) = (SortedMap::new(), SortedMap::new());
    (read.recalled, read.open) = (Vec::new(), None);
    arrive(model);
    if let Some(mut read) = model.sheet.read.take() {
        origin::recall(model, &mut read);
        model.sheet.read = Some(read);
    }
}

/// A line goes to an account of the form, or to none.
fn put(model: &mut Model, place: usize, account: Option<&str>) {
    let variant = model.assessment().variant;
    let known = account.map(|id| find(variant, id));
    let Some(read) = model.sheet.read.as_mut().filter(|read| read.takes(place)) else { return };
    read.splits.remove(&place);
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

/// A line that is asked about goes to two accounts: the likeliest, until others are chosen.
fn split(model: &mut Model, place: usize) -> Vec<Effect> {
    let variant = model.assessment().variant;
    let Some(read) = model.sheet.read.as_mut().filter(|read| read.asks(place)) else { return Vec::new() };
    let candidates = read.proposal.lines[place].candidates.iter();
    let mut likeliest = candidates.filter_map(|id| find(variant, id));
    read.splits.insert(place, Split { accounts: [likeliest.next(), likeliest.next()], ..Split::default() });
    read.choices.remove(&place);
    read.open = None;
    vec![Effect::Focus(format!("bagi-{place}-current"))]
}

fn share_to(model: &mut Model, place: usize, which: usize, account: &str) {
    let account = find(model.assessment().variant, account);
    let split = model.sheet.read.as_mut().and_then(|read| read.splits.get_mut(&place));
    if let Some(one) = split.and_then(|split| split.accounts.get_mut(which)) {
        *one = account;
    }
}

/// The form's own name of an account.
fn find(variant: &'static Variant, id: &str) -> Option<&'static str> {
    variant.accounts.iter().find(|one| one.id == id).map(|one| one.id)
}

fn change(model: &mut Model, place: usize) -> Vec<Effect> {
    let Some(read) = model.sheet.read.as_mut().filter(|read| read.takes(place)) else { return Vec::new() };
    read.splits.remove(&place);
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
    // Sheets of one workbook go out again together.
    let book = model.sheet.book.take();
    let goes_on = book.as_ref().is_some_and(|book| !book.taken.is_empty());
    let before = model.sheet.taken.take().filter(|_| goes_on);
    let mut taken =
        before.unwrap_or_else(|| Taken { fields: Vec::new(), remembered: origin::remembered(model), left: Vec::new() });
    if let Some(read) = model.sheet.read.take() {
        taken.left.extend(read.unanswered());
        origin::remember(model, &read);
    }
    for Fill { account, year, amount } in fills {
        taken.fields.push(Replaced::put(model, account, year, amount));
    }
    let book = book.and_then(|mut book| {
        book.taken.push(book.at);
        let is_left = (0..book.sheets.len()).any(|place| !book.taken.contains(&place));
        is_left.then_some(book)
    });
    let file = std::mem::take(&mut model.sheet.file);
    model.sheet = SheetDesk { book, file, taken: Some(taken), ..SheetDesk::default() };
    vec![Effect::Focus("judul".to_owned())]
}

/// Each field is as it was before; one that was changed since stays as the board left it.
fn undo(model: &mut Model) -> Vec<Effect> {
    let Some(taken) = model.sheet.taken.take() else { return Vec::new() };
    if let Some(book) = &mut model.sheet.book {
        book.taken.clear();
    }
    // What went in last goes out first: two sheets may have filled one field.
    for field in taken.fields.into_iter().rev() {
        field.take_back(model);
    }
    origin::restore(model, taken.remembered);
    model.sheet.undone = true;
    vec![Effect::Focus("judul".to_owned())]
}
