//! The face of the module that reads workbooks: loaded when somebody opens one.

use js_sys::{Array, Error, Object, Reflect};
use wasm_bindgen::prelude::*;

use crate::books::workbook::{self, Refusal, Sheet};

mod said {
    include!(concat!(env!("OUT_DIR"), "/refusals.rs"));
}

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &'static str = "/** What the cells of a workbook show, sheet by sheet. */
export interface Workbook {
  sheets: { name: string; rows: string[][] }[];
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
