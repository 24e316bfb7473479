//! What the device offers: a clock and a place to keep text. Either may be missing.

use chrono::NaiveDate;
use gloo_storage::{LocalStorage, Storage};
use web_sys::Window;

use crate::page::KEY;

/// The reader's day, by their own clock.
pub(super) fn today() -> Option<NaiveDate> {
    let now = js_sys::Date::new_0();
    let year = i32::try_from(now.get_full_year()).ok()?;
    NaiveDate::from_ymd_opt(year, now.get_month() + 1, now.get_date())
}

/// Whether storage is there and takes something. gloo's own door panics where it is blocked, so it is tried first.
pub(super) fn keeps(window: &Window) -> bool {
    const PROBE: &str = "cermin-koperasi.coba";
    let Ok(Some(storage)) = window.local_storage() else { return false };
    storage.set_item(PROBE, "1").is_ok() && storage.remove_item(PROBE).is_ok()
}

/// What was kept; only after [`keeps`] said yes.
pub(super) fn kept() -> Option<String> {
    LocalStorage::raw().get_item(KEY).ok().flatten()
}

/// Keeps a text; `None` if the device is full or has changed its mind.
pub(super) fn keep(text: &str) -> Option<()> {
    let storage = web_sys::window()?.local_storage().ok()??;
    storage.set_item(KEY, text).ok()
}

/// Deletes everything this tool ever kept, in both storages.
pub(super) fn forget(window: &Window) {
    for storage in [window.local_storage(), window.session_storage()].into_iter().flatten().flatten() {
        let count = storage.length().unwrap_or(0);
        let keys: Vec<String> = (0..count).filter_map(|place| storage.key(place).ok().flatten()).collect();
        for key in keys.iter().filter(|key| key.starts_with(KEY)) {
            let _ = storage.remove_item(key);
        }
    }
}
