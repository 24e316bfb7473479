//! The ministry's own workbook: a filled one is taken over in one step, and a board's copy is filled.
//!
//! Until *Ambil alih* nothing of it is in the work; then exactly what the screen showed is, and *Urungkan* takes it out again.

use super::Replaced;
use super::sheet::{Origin, note, remembered, restore};
use crate::assessment::Answer;
use crate::books::ministry::{self, Content, Filled, FilledAmount};
use crate::books::{Refusal, Sheet};
use crate::exchange::json::Value;
use crate::page::wing;
use crate::page::{Effect, Model};
use crate::papers::XLSX;

/// What the screens remember of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WorksheetDesk {
    /// What a filled one says, until it is taken over.
    pub found: Option<Filled>,
    /// What was taken over last.
    pub taken: Option<Taken>,
    /// Whether that was just taken out again.
    pub undone: bool,
    /// What became of the copy that is to be filled.
    pub copy: Option<CopyState>,
}

/// What was taken over, and what stood there before.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Taken {
    /// Answer by answer: the item, what went in, what was there.
    pub answers: Vec<(&'static str, Answer, Option<Answer>)>,
    /// Amount by amount.
    pub amounts: Vec<Replaced>,
    /// What the work remembered of the board's own sheets.
    pub remembered: Option<Value>,
}

/// What became of a copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CopyState {
    /// It is being filled.
    Busy,
    /// It is not filled, and why.
    Refused(CopyFault),
    /// It was offered under this name.
    Done {
        /// Its name.
        name: String,
        /// How many answers, amounts and emptied cells went in.
        counts: [usize; 3],
        /// Cells that were left as they were.
        left: Vec<String>,
    },
}

/// Why a copy is not filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyFault {
    /// It cannot be opened.
    Refused(Refusal),
    /// It is another workbook.
    Other,
}

impl CopyFault {
    /// The word of a workbook that is not the ministry's.
    pub const OTHER: &str = "other";

    /// The fault of a word.
    #[must_use]
    pub fn of(word: &str) -> Self {
        if word == Self::OTHER { Self::Other } else { Self::Refused(Refusal::of(word)) }
    }
}

/// Something done with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WorksheetMessage {
    /// What is shown goes into the work.
    Take,
    /// What was taken over last goes out again.
    Undo,
    /// It is not wanted.
    Drop,
    /// A copy was chosen and is being filled.
    Copying,
    /// It is filled: the name it was chosen under, its bytes, the cells that were left; or it is not.
    Copied(Result<(String, Vec<u8>, Vec<String>), CopyFault>),
}

impl WorksheetMessage {
    /// The message of a mark's word after `lembar`.
    pub(in crate::page) fn parse(word: Option<&str>) -> Option<Self> {
        Some(match word? {
            "take" => Self::Take,
            "undo" => Self::Undo,
            "drop" => Self::Drop,
            _ => return None,
        })
    }
}

/// Takes sheets that are the ministry's for the form at hand; others are left to be read by name.
pub(super) fn opened(model: &mut Model, sheets: &[Sheet]) -> bool {
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
