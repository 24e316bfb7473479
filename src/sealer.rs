//! The face of the module that locks save files, loaded when somebody asks for it. What lies locked on a desk is locked
//! again after each change while it is open: its key stays in this module's memory, and nowhere else, until it is told to
//! forget.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;

use crate::exchange::sealed::Refusal;
use crate::exchange::sealed::cipher::{self, Key};

thread_local! {
    static KEYS: RefCell<Vec<Key>> = const { RefCell::new(Vec::new()) };
}

/// Locks a text; `random` is [`RANDOM`](crate::exchange::sealed::RANDOM) bytes from the device.
///
/// # Errors
/// The word of a [`Refusal`].
#[wasm_bindgen]
pub fn seal(text: &str, passphrase: &str, random: &[u8]) -> Result<String, String> {
    cipher::seal(text, passphrase, random).map_err(word)
}

/// Unlocks a file.
///
/// # Errors
/// The word of a [`Refusal`].
#[wasm_bindgen]
pub fn unseal(file: &str, passphrase: &str) -> Result<String, String> {
    cipher::open(file, passphrase).map_err(word)
}

/// Makes the key of files that are to lie on the desk, locks a first text under it, and keeps the key in mind.
///
/// # Errors
/// The word of a [`Refusal`].
#[wasm_bindgen(js_name = sealOnDesk)]
pub fn seal_on_desk(text: &str, passphrase: &str, random: &[u8]) -> Result<String, String> {
    let key = Key::new(passphrase, random).map_err(word)?;
    let file = key.seal(text, random.get(random.len().saturating_sub(24)..).unwrap_or_default()).map_err(word)?;
    KEYS.with_borrow_mut(|keys| keys.push(key));
    Ok(file)
}

/// Unlocks what lies on the desk, and keeps its key in mind.
///
/// # Errors
/// The word of a [`Refusal`].
#[wasm_bindgen(js_name = unsealOnDesk)]
pub fn unseal_on_desk(file: &str, passphrase: &str) -> Result<String, String> {
    KEYS.with_borrow_mut(|keys| {
        if let Some(key) = keys.iter().find(|key| key.fits(file, Some(passphrase))) {
            return key.open(file);
        }
        let key = Key::of(file, passphrase)?;
        let text = key.open(file)?;
        keys.push(key);
        Ok(text)
    })
    .map_err(word)
}

/// Locks another text as a file is locked whose key is still in mind; `random` is 24 bytes from the device.
///
/// # Errors
/// The word of a [`Refusal`]: wrong, where no key is in mind.
#[wasm_bindgen]
pub fn reseal(file: &str, text: &str, random: &[u8]) -> Result<String, String> {
    KEYS.with_borrow(|keys| {
        let key = keys.iter().find(|key| key.fits(file, None)).ok_or(Refusal::Wrong)?;
        key.seal(text, random)
    })
    .map_err(word)
}

/// Forgets all keys.
#[wasm_bindgen]
pub fn forget() {
    KEYS.with_borrow_mut(Vec::clear);
}

fn word(refusal: Refusal) -> String {
    refusal.code().to_owned()
}
