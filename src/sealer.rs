//! The face of the module that locks save files: two functions, loaded when somebody asks for them.

use wasm_bindgen::prelude::*;

use crate::exchange::sealed::{Refusal, cipher};

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

fn word(refusal: Refusal) -> String {
    refusal.code().to_owned()
}
