//! What a message changes on the sheet. Nothing doubtful is stored.

use super::{Draft, KdmpMessage, Pasted, Refused, tables};
use crate::exchange::csv;
use crate::money::{Entry, Question, Rupiah, is_table};
use crate::page::{Effect, Model, books};
use crate::papers::{self, XLSX};
use crate::rat::sheet::{Column, form};

/// Changes the model; files and copies are effects.
pub(in crate::page) fn update(model: &mut Model, message: KdmpMessage) -> Vec<Effect> {
    match message {
        KdmpMessage::Entered(column, line, text) => entered(model, column, &line, text),
        KdmpMessage::Put(text) => return put(model, &text),
        KdmpMessage::Confirmed(column, line) => {
            confirmed(model, column, &line);
            return vec![Effect::Focus(super::field(column, &line))];
        }
        KdmpMessage::Follow(line) => drop(model.work.assessment.sheet.year.remove(&line)),
        KdmpMessage::Placed(ask, line) => placed(model, &ask, &line),
        KdmpMessage::Swapped(swapped) => {
            if let Some(paste) = &mut model.kdmp.paste {
                paste.swapped = swapped;
            }
        }
        KdmpMessage::Pasted(taken) => {
            pasted(model, taken);
            return vec![Effect::Focus("judul".to_owned())];
        }
        KdmpMessage::Copy(id) => return vec![Effect::CopyFrom(id)],
        KdmpMessage::Copied(id, done) => model.kdmp.copied = Some((id, done)),
        KdmpMessage::File(workbook) => return vec![file(model, workbook)],
    }
    Vec::new()
}

/// Takes an amount that can be read in one way only; anything else waits beside the line, which stays as it was.
fn entered(model: &mut Model, column: Column, line: &str, text: String) {
    let Some(line) = form().place(line).map(|place| &form().lines[place]) else { return };
    let meaning = match Rupiah::parse_as(&text, model.amounts.thousands) {
        // What is taken away is typed without a minus.
        Ok(Entry::Amount(amount) | Entry::AmountToConfirm(amount)) if line.minus && amount < Rupiah::ZERO => {
            Ok(-amount)
        }
        Ok(Entry::Amount(amount)) => return store(model, column, line.id, Some(amount)),
        Ok(Entry::Empty) => return store(model, column, line.id, None),
        Ok(Entry::AmountToConfirm(amount)) => Ok(amount),
        Ok(Entry::Many(_)) => Err(Question::Several),
        Err(question) => Err(question),
    };
    let at = (column, line.id);
    model.kdmp.drafts.retain(|draft| draft.at != at);
    model.kdmp.drafts.push(Draft { at, text, meaning });
}

fn store(model: &mut Model, column: Column, line: &'static str, amount: Option<Rupiah>) {
    model.kdmp.drafts.retain(|draft| draft.at != (column, line));
    let typed = model.work.assessment.sheet.typed_mut(column);
    match amount {
        Some(amount) => drop(typed.insert(line.to_owned(), amount.get())),
        None => drop(typed.remove(line)),
    }
}

/// The amount that was read back is right, and so is every other that waits and is written in the same way.
fn confirmed(model: &mut Model, column: Column, line: &str) {
    let Some(draft) = model.kdmp.drafts.iter().find(|draft| draft.at == (column, line)).cloned() else { return };
    let Ok(amount) = draft.meaning else { return };
    store(model, column, draft.at.1, Some(amount));
    books::learn(model, &draft.text);
    for Draft { at: (column, line), text, .. } in std::mem::take(&mut model.kdmp.drafts) {
        entered(model, column, line, text);
    }
}

fn placed(model: &mut Model, ask: &str, line: &str) {
    let Some(ask) = form().asks.iter().find(|one| one.id == ask) else { return };
    let placed = &mut model.work.assessment.sheet.placed;
    if ask.lines.iter().any(|place| form().lines[*place].id == line) {
        placed.insert(ask.id.to_owned(), line.to_owned());
    } else {
        placed.remove(ask.id);
    }
}

/// A pasted table is shown before it fills anything.
fn put(model: &mut Model, text: &str) -> Vec<Effect> {
    let desk = &mut model.kdmp;
    (desk.paste, desk.refused) = (None, None);
    match Rupiah::parse_as(text, model.amounts.thousands) {
        Ok(Entry::Many(table)) => match Pasted::of(&table) {
            Some(paste) => desk.paste = Some(paste),
            None => desk.refused = Some(Refused::Columns),
        },
        Err(question) => desk.refused = Some(Refused::Unread(question)),
        // One amount without a name belongs to no line.
        Ok(_) if is_table(text) => desk.refused = Some(Refused::Unread(Question::Letters)),
        Ok(_) => return Vec::new(),
    }
    vec![Effect::Focus("tempelan".to_owned())]
}

fn pasted(model: &mut Model, taken: bool) {
    let Some(paste) = model.kdmp.paste.take().filter(|_| taken) else { return };
    for (column, line, amount) in paste.fills() {
        store(model, column, form().lines[line].id, Some(amount));
    }
    model.kdmp.refused = None;
}

fn file(model: &Model, workbook: bool) -> Effect {
    let name = |ending| format!("kdmp-rat-{}.{ending}", model.sheet_year().unwrap_or_default());
    if workbook {
        let bytes = papers::book(&[tables::table(model)]);
        return Effect::DownloadBytes { name: name("xlsx"), kind: XLSX, bytes };
    }
    let table = tables::table(model);
    let cell = |cell| match cell {
        &papers::Cell::Amount(amount) => Rupiah::new(amount).map_or(csv::Cell::Blank, csv::Cell::Amount),
        papers::Cell::Text(text) | papers::Cell::Head(text) => csv::Cell::Text(text),
        _ => csv::Cell::Blank,
    };
    let text = csv::write(table.rows.iter().map(|row| row.iter().map(cell).collect()));
    Effect::Download { name: name("csv"), kind: "text/csv", text }
}
