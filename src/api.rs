//! Placeholder until the engine's builder lands the real face.
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = "export interface RulebookSummary { id: string }";

/// The rulebooks.
#[wasm_bindgen(unchecked_return_type = "RulebookSummary[]")]
#[must_use]
pub fn rulebooks() -> JsValue {
    js_sys::Array::new().into()
}
