//! What a message changes on the sheet. Nothing doubtful is stored.

use super::figures::read;
use super::{Draft, Fill, KdmpMessage, Pasted, Refused, Replaced, Taken, tables};
use crate::assessment::LONGEST_TEXT;
use crate::exchange::csv;
use crate::money::{Entry, Question, Rupiah, is_table};
use crate::page::wing;
use crate::page::{Effect, Model, books};
use crate::papers::{self, XLSX};
use crate::rat::sheet::{Column, form};

/// Changes the model; files and copies are effects.
pub(in crate::page) fn update(model: &mut Model, message: KdmpMessage) -> Vec<Effect> {
    model.kdmp.undone = false;
    match message {
        KdmpMessage::Undo => {
            if let Some(taken) = model.kdmp.taken.take() {
                let sheet = &mut model.work.assessment.sheet;
                taken.filled.into_iter().for_each(|one| one.take_back(sheet));
                model.kdmp.undone = true;
            }
            return vec![Effect::Focus("judul".to_owned())];
        }
        KdmpMessage::Entered(column, line, text) => entered(model, column, &line, &text),
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
        KdmpMessage::Row(place, line) => {
            if let Some(paste) = &mut model.kdmp.paste {
                paste.choose(place, form().place(&line));
            }
        }
        KdmpMessage::Pasted(yes) => {
            pasted(model, yes);
            return vec![Effect::Focus(if yes { "tempelan" } else { "judul" }.to_owned())];
        }
        KdmpMessage::File(workbook) => return vec![file(model, workbook)],
    }
    Vec::new()
}

/// Takes an amount that can be read in one way only; anything else waits beside the line, which stays as it was.
fn entered(model: &mut Model, column: Column, line: &str, text: &str) {
    let Some(line) = form().place(line).map(|place| &form().lines[place]) else { return };
    match read(model, line, text) {
        Ok(Entry::Amount(amount)) => store(model, column, line.id, Some(amount)),
        Ok(Entry::Empty) => store(model, column, line.id, None),
        _ => {
            let text = text.trim().chars().take(LONGEST_TEXT).collect();
            model.work.assessment.sheet.waiting.insert(column.field(line.id), text);
        }
    }
}

fn store(model: &mut Model, column: Column, line: &str, amount: Option<Rupiah>) {
    let sheet = &mut model.work.assessment.sheet;
    sheet.waiting.remove(&column.field(line));
    let typed = sheet.typed_mut(column);
    match amount {
        Some(amount) => drop(typed.insert(line.to_owned(), amount.get())),
        None => drop(typed.remove(line)),
    }
}

/// The amount that was read back is right, and so is every other that waits and is written in the same way.
fn confirmed(model: &mut Model, column: Column, line: &str) {
    let Some(line) = form().place(line).map(|place| &form().lines[place]) else { return };
    let Some(Draft { text, meaning: Ok(amount) }) = model.sheet_draft(column, line) else { return };
    let text = text.to_owned();
    store(model, column, line.id, Some(amount));
    books::learn(model, &text);
    for (field, text) in &model.work.assessment.sheet.waiting.clone() {
        if let Some((column, line)) = Column::of_field(field) {
            entered(model, column, line.id, text);
        }
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
    let (year, variant) = (model.sheet_year(), model.assessment().variant);
    let desk = &mut model.kdmp;
    (desk.paste, desk.refused) = (None, None);
    match Rupiah::parse_as(text, model.amounts.thousands) {
        Ok(Entry::Many(table)) => match Pasted::of(&table, text, year, variant) {
            Ok(paste) => desk.paste = Some(paste),
            Err(refused) => desk.refused = Some(refused),
        },
        Err(question) => desk.refused = Some(Refused::Unread(question)),
        // One amount without a name belongs to no line.
        Ok(_) if is_table(text) => desk.refused = Some(Refused::Unread(Question::Letters)),
        Ok(_) => return Vec::new(),
    }
    vec![Effect::Focus("tempelan".to_owned())]
}

fn pasted(model: &mut Model, yes: bool) {
    let Some(paste) = model.kdmp.paste.take().filter(|_| yes) else { return };
    let sheet = &mut model.work.assessment.sheet;
    let put = |fill: Fill| Some(Replaced::put(sheet, fill.column, form().lines[fill.line].id, fill.sum()?.get()));
    let filled = paste.fills().into_iter().filter_map(put).collect();
    model.kdmp.taken = Some(Taken { paste, filled });
    model.kdmp.refused = None;
}

fn file(model: &Model, workbook: bool) -> Effect {
    let name = |ending| format!("kdmp-rat-{}.{ending}", model.sheet_year().unwrap_or_default());
    if workbook {
        let bytes = papers::book(&[tables::table(model)]);
        return Effect::Wing(wing::Effect::DownloadBytes { name: name("xlsx"), kind: XLSX, bytes });
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
