//! The face of the module that reads workbooks: loaded when somebody opens one.

use js_sys::{Array, Error, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

use crate::books::copy;
use crate::books::ministry::{self, Content, Place};
use crate::books::workbook::{self, Refusal, Sheet};

mod said {
    include!(concat!(env!("OUT_DIR"), "/refusals.rs"));
}

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &'static str = "/** What the cells of a workbook show, sheet by sheet. */
export interface Workbook {
  sheets: { name: string; rows: string[][] }[];
}

/** A filled copy, and the cells that were left because their formula fills others, too. */
export interface FilledWorkbook {
  file: Uint8Array;
  left: string[];
}
";

/// Reads a workbook: `.xlsx`, `.xls`, `.ods` or `.csv`. Nothing in it is run.
///
/// # Errors
/// An `Error` with a plain Indonesian sentence and a `code`: `too-large`, `locked`, `unknown` or `broken`.
#[wasm_bindgen(js_name = readWorkbook, unchecked_return_type = "Workbook")]
pub fn read_workbook(file: &[u8]) -> Result<JsValue, JsValue> {
    let sheets = workbook::read(file).map_err(thrown)?;
    Ok(object(&[("sheets", list(sheets.iter().map(sheet)))]))
}

/// The same as one text, for the page: see [`workbook::to_text`].
///
/// # Errors
/// The word of a [`Refusal`].
#[wasm_bindgen(js_name = workbookText, skip_typescript)]
pub fn workbook_text(file: &[u8]) -> Result<String, String> {
    workbook::read(file).map(|sheets| workbook::to_text(&sheets)).map_err(|refusal| refusal.code().to_owned())
}

/// Fills cells of a copy of an `.xlsx` file: `{"Input!D6": "Terpenuhi", "Input!D175": 1543069, "Input!E175": null}`; `null`
/// empties a cell. All else stays as it is, and every formula is reckoned anew when the copy is opened. In
/// the ministry's own workbook `questionnaire` says the cell of each item and account.
///
/// # Errors
/// As [`read_workbook`]; `unknown` also for a sheet that is not there, a cell that is none, and a figure that is not whole.
#[wasm_bindgen(js_name = fillWorkbook, unchecked_return_type = "FilledWorkbook")]
pub fn fill_workbook(
    file: &[u8],
    #[wasm_bindgen(unchecked_param_type = "Record<string, string | number | null>")] cells: &Object,
) -> Result<JsValue, JsValue> {
    let named: Vec<(String, JsValue, Option<String>)> = Object::entries(cells)
        .iter()
        .map(|pair| {
            let pair = Array::from(&pair);
            (pair.get(0).as_string().unwrap_or_default(), pair.get(1), pair.get(1).as_string())
        })
        .collect();
    let cells: Option<Vec<_>> = named
        .iter()
        .map(|(name, value, word)| {
            let content = match word {
                Some(word) => Content::Text(word),
                None if value.is_null() => Content::Nothing,
                None => Content::Number(whole(value)?),
            };
            Some((Place::parse(name)?, content))
        })
        .collect();
    let copy = cells.ok_or(Refusal::Unknown).and_then(|cells| copy::fill(file, &cells)).map_err(thrown)?;
    let left = copy.left.iter().map(|cell| JsValue::from_str(cell));
    Ok(object(&[("file", Uint8Array::from(&copy.file[..]).into()), ("left", list(left))]))
}

/// A whole number that JavaScript keeps exactly.
#[allow(clippy::cast_possible_truncation, clippy::float_arithmetic, reason = "bounded; JavaScript's own form")]
fn whole(value: &JsValue) -> Option<i64> {
    value.as_f64().filter(|number| number.fract() == 0.0 && number.abs() <= workbook::EXACT).map(|number| number as i64)
}

/// The same for the page, whose cells are one text: see [`ministry::to_text`]. What comes back is the file and, between
/// blanks, the cells that were left.
///
/// # Errors
/// The word of a [`Refusal`].
#[wasm_bindgen(js_name = filledCopy, skip_typescript)]
pub fn filled_copy(file: &[u8], cells: &str) -> Result<Array, String> {
    let cells = ministry::from_text(cells).ok_or(Refusal::Unknown);
    let copy = cells.and_then(|cells| copy::fill(file, &cells)).map_err(|refusal| refusal.code().to_owned())?;
    Ok(Array::of2(&Uint8Array::from(&copy.file[..]), &copy.left.join(" ").into()))
}

fn sheet(sheet: &Sheet) -> JsValue {
    let rows = sheet.rows.iter().map(|row| list(row.iter().map(|cell| JsValue::from_str(cell))));
    object(&[("name", JsValue::from_str(&sheet.name)), ("rows", list(rows))])
}

fn list(entries: impl Iterator<Item = JsValue>) -> JsValue {
    entries.collect::<Array>().into()
}

fn object(entries: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (key, value) in entries {
        // An ordinary object takes any property.
        let _ = Reflect::set(&object, &JsValue::from_str(key), value);
    }
    object.into()
}

fn thrown(refusal: Refusal) -> JsValue {
    let code = refusal.code();
    let said = said::REFUSALS.iter().find(|(known, _)| *known == code).map_or(code, |(_, sentence)| sentence);
    let error = Error::new(said);
    let _ = Reflect::set(&error, &"code".into(), &code.into());
    error.into()
}
