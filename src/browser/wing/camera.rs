//! The camera: QR pictures are read by the browser itself (`BarcodeDetector`) where it can, else by a scanner of ours that
//! `www/later.js` fetches when the camera is turned on. Where there is neither, the page says so and offers typed codes and
//! files.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlVideoElement, MediaStream, MediaStreamConstraints, MediaStreamTrack};

use crate::browser::{Shared, handle};
use crate::page::Message;
use crate::page::workshop::{Camera, WorkshopMessage};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = device, js_name = canScan)]
    fn can_scan() -> bool;
    #[wasm_bindgen(js_namespace = device, js_name = keepScanner)]
    pub(super) fn keep_scanner();
    #[wasm_bindgen(js_namespace = device, js_name = scan)]
    fn scan(picture: &JsValue, done: &JsValue);

    type BarcodeDetector;

    #[wasm_bindgen(constructor, catch)]
    fn new(options: &JsValue) -> Result<BarcodeDetector, JsValue>;

    #[wasm_bindgen(catch, static_method_of = BarcodeDetector, js_name = getSupportedFormats)]
    fn formats() -> Result<Promise, JsValue>;

    #[wasm_bindgen(catch, method)]
    fn detect(this: &BarcodeDetector, source: &JsValue) -> Result<Promise, JsValue>;
}

/// Between two looks, in milliseconds.
const PAUSE: u32 = 200;

fn say(app: &Shared, message: WorkshopMessage) {
    handle(app, Message::Workshop(message));
}

/// Goes on with what a promise brings; nothing where it fails.
fn after(promise: &Promise, then: impl FnOnce(Option<JsValue>) + 'static) {
    let then = Rc::new(std::cell::RefCell::new(Some(then)));
    let other = Rc::clone(&then);
    let good = Closure::once(move |value: JsValue| {
        if let Some(then) = then.take() {
            then(Some(value));
        }
    });
    let bad = Closure::once(move |_: JsValue| {
        if let Some(then) = other.take() {
            then(None);
        }
    });
    let _ = promise.then2(&good, &bad);
    // One of the two is called once; both are a few bytes.
    good.forget();
    bad.forget();
}

/// Asks what there is to look and to read with, and says so.
pub(super) fn look_for(app: &Shared) {
    let window = app.borrow().window.clone();
    let is_there = |of: &JsValue, name: &str| Reflect::get(of, &name.into()).is_ok_and(|one| !one.is_undefined());
    if !is_there(&window.navigator(), "mediaDevices") {
        // Browsers hide the camera from pages that came over plain http.
        let plain = Reflect::get(&window, &"isSecureContext".into()).is_ok_and(|secure| secure.is_falsy());
        return say(app, WorkshopMessage::Camera(if plain { Camera::Plain } else { Camera::None }));
    }
    let other = if can_scan() { Camera::Ready } else { Camera::Blind };
    let formats = if is_there(&window, "BarcodeDetector") { BarcodeDetector::formats().ok() } else { None };
    let Some(formats) = formats else { return say(app, WorkshopMessage::Camera(other)) };
    let page = Rc::clone(app);
    after(&formats, move |formats| {
        let reads = formats.is_some_and(|formats| Array::from(&formats).includes(&"qr_code".into(), 0));
        page.borrow_mut().wing.detects = reads;
        say(&page, WorkshopMessage::Camera(if reads { Camera::Ready } else { other }));
    });
}

/// Turns the camera on.
pub(super) fn start(app: &Shared) {
    let failed = || say(app, WorkshopMessage::Camera(Camera::Failed));
    let wanted = MediaStreamConstraints::new();
    let facing = Object::new();
    let _ = Reflect::set(&facing, &"facingMode".into(), &"environment".into());
    wanted.set_video(&facing);
    let devices = app.borrow().window.navigator().media_devices();
    let Ok(stream) = devices.and_then(|devices| devices.get_user_media_with_constraints(&wanted)) else {
        return failed();
    };
    let app = Rc::clone(app);
    after(&stream, move |stream| match stream.and_then(|stream| stream.dyn_into::<MediaStream>().ok()) {
        Some(stream) => {
            say(&app, WorkshopMessage::Camera(Camera::Running));
            let played = video(&app).map(|video| {
                video.set_src_object(Some(&stream));
                video.play()
            });
            match played {
                Some(Ok(played)) => {
                    // A screen left at once interrupts it, which is no fault.
                    after(&played, |_| ());
                    watch(app, stream);
                }
                _ => silence(&stream),
            }
        }
        None => say(&app, WorkshopMessage::Camera(Camera::Failed)),
    });
}

fn silence(stream: &MediaStream) {
    stream.get_tracks().iter().filter_map(|track| track.dyn_into::<MediaStreamTrack>().ok()).for_each(|one| one.stop());
}

fn video(app: &Shared) -> Option<HtmlVideoElement> {
    app.borrow().document.get_element_by_id("kamera")?.dyn_into().ok()
}

/// Looks again and again while the camera runs and its screen is there; then the camera goes off.
fn watch(app: Shared, stream: MediaStream) {
    Timeout::new(PAUSE, move || {
        let runs = app.borrow().model.workshop.camera == Camera::Running;
        let Some(video) = video(&app).filter(|_| runs) else { return silence(&stream) };
        if app.borrow().wing.detects { detect(app, stream, &video) } else { decode(app, stream, &video) }
    })
    .forget();
}

/// By the browser.
fn detect(app: Shared, stream: MediaStream, video: &HtmlVideoElement) {
    let options = Object::new();
    let _ = Reflect::set(&options, &"formats".into(), &Array::of1(&"qr_code".into()));
    let seen = BarcodeDetector::new(&options).and_then(|detector| detector.detect(video));
    let Ok(seen) = seen else { return watch(app, stream) };
    after(&seen, move |seen| {
        for one in seen.iter().flat_map(|all| Array::from(all).to_vec()) {
            if let Some(text) = Reflect::get(&one, &"rawValue".into()).ok().and_then(|text| text.as_string()) {
                say(&app, WorkshopMessage::Seen(text));
            }
        }
        watch(app, stream);
    });
}

/// By our own scanner; where that cannot be had, the camera goes off.
fn decode(app: Shared, stream: MediaStream, video: &HtmlVideoElement) {
    let done = Closure::once_into_js(move |text: Option<String>, failed: bool| {
        if failed {
            silence(&stream);
            return say(&app, WorkshopMessage::Camera(Camera::Failed));
        }
        if let Some(text) = text {
            say(&app, WorkshopMessage::Seen(text));
        }
        watch(app, stream);
    });
    scan(video, &done);
}

/// Reads a picture in a file; nothing where no code is in it, or where no scanner is to be had.
pub(super) fn read(file: &JsValue, then: impl FnOnce(Option<String>) + 'static) {
    scan(file, &Closure::once_into_js(move |text: Option<String>, _: bool| then(text)));
}
