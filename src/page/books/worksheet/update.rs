//! What a message about the ministry's workbook changes.

use super::{CopyFault, CopyState, Taken, WorksheetDesk, WorksheetMessage};
use crate::books::Sheet;
use crate::books::ministry::{self, Content, FilledAmount};
use crate::page::books::Replaced;
use crate::page::books::sheet::{Origin, note, remembered, restore};
use crate::page::wing;
use crate::page::{Effect, Model};
use crate::papers::XLSX;

/// Takes sheets that are the ministry's for the form at hand; others are left to be read by name.
pub(in crate::page::books) fn opened(model: &mut Model, sheets: &[Sheet]) -> bool {
    let copy = model.worksheet.copy.take();
    let found = ministry::read(model.assessment().variant, sheets);
    let is_found = found.is_some();
    *model.worksheet = WorksheetDesk { found, copy, ..WorksheetDesk::default() };
    is_found
}

/// What goes into a copy of these sheets, as one text for what fills it; `None` where they are not the ministry's for the
/// form at hand.
#[must_use]
pub fn contents(model: &Model, sheets: &[Sheet]) -> Option<String> {
    ministry::read(model.assessment().variant, sheets)?;
    Some(ministry::to_text(&ministry::contents(model.assessment())))
}

/// Changes the model; what the browser has to do comes back.
pub(in crate::page) fn update(model: &mut Model, message: WorksheetMessage) -> Vec<Effect> {
    match message {
        WorksheetMessage::Take => take(model),
        WorksheetMessage::Undo => undo(model),
        WorksheetMessage::Drop => {
            model.worksheet.found = None;
            model.worksheet.taken = None;
        }
        WorksheetMessage::Copying => {
            model.worksheet.copy = Some(CopyState::Busy);
            return Vec::new();
        }
        WorksheetMessage::Copied(copied) => return offered(model, copied),
    }
    vec![Effect::Focus("judul".to_owned())]
}

fn take(model: &mut Model) {
    let Some(found) = model.worksheet.found.take() else { return };
    let mut taken = Taken { remembered: remembered(model), ..Taken::default() };
    for (item, answer) in found.answers {
        taken.answers.push((item, answer, model.work.assessment.answers.insert(item, answer)));
    }
    for FilledAmount { account, year, amount, place, name } in found.amounts {
        let row = i64::try_from(place.row + 1).unwrap_or(i64::MAX);
        taken.amounts.push(Replaced::put(model, account, year, amount));
        note(model, account, year, amount, &Origin { sheet: place.sheet.to_owned(), row, name });
    }
    *model.worksheet =
        WorksheetDesk { taken: Some(taken), copy: model.worksheet.copy.take(), ..WorksheetDesk::default() };
}

/// Each field is as it was before; one that was changed since stays as the board left it.
fn undo(model: &mut Model) {
    let Some(taken) = model.worksheet.taken.take() else { return };
    let work = &mut model.work.assessment;
    for (item, answer, before) in taken.answers {
        if work.answers.get(item) != Some(&answer) {
            continue;
        }
        match before {
            Some(before) => work.answers.insert(item, before),
            None => work.answers.remove(item),
        };
    }
    for field in taken.amounts {
        field.take_back(model);
    }
    restore(model, taken.remembered);
    model.worksheet.undone = true;
}

fn offered(model: &mut Model, copied: Result<(String, Vec<u8>, Vec<String>), CopyFault>) -> Vec<Effect> {
    let (chosen, bytes, left) = match copied {
        Ok(copied) => copied,
        Err(fault) => {
            model.worksheet.copy = Some(CopyState::Refused(fault));
            return vec![Effect::Focus("salinan-kabar".to_owned())];
        }
    };
    let contents = ministry::contents(model.assessment());
    let count = |kind: fn(&Content<'_>) -> bool| contents.iter().filter(|(_, content)| kind(content)).count();
    let counts = [
        count(|content| matches!(content, Content::Text(_))),
        count(|content| matches!(content, Content::Number(_))),
        count(|content| matches!(content, Content::Nothing)),
    ];
    let (stem, end) = chosen.rsplit_once('.').unwrap_or((&chosen, "xlsx"));
    let name = format!("{stem} (terisi).{end}");
    let kind = if end.eq_ignore_ascii_case("xlsm") { "application/vnd.ms-excel.sheet.macroEnabled.12" } else { XLSX };
    model.worksheet.copy = Some(CopyState::Done { name: name.clone(), counts, left });
    vec![Effect::Wing(wing::Effect::DownloadBytes { name, kind, bytes }), Effect::Focus("salinan-kabar".to_owned())]
}
