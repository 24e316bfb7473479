//! Placeholder until the page's builder lands the real edge.
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Idiomorph, catch)]
    fn morph(old: &web_sys::Element, new: &str, options: &JsValue) -> Result<JsValue, JsValue>;
}

/// Takes over the page.
///
/// # Errors
/// When the page has no `<div id="app">`.
#[wasm_bindgen]
pub fn start() -> Result<(), JsValue> {
    let document = web_sys::window().and_then(|w| w.document()).ok_or("no document")?;
    let app = document.get_element_by_id("app").ok_or("no #app")?;
    let options = js_sys::Object::new();
    js_sys::Reflect::set(&options, &"morphStyle".into(), &"innerHTML".into())?;
    let html = crate::page::prerender("id");
    morph(&app, &html, &options)?;
    Ok(())
}
