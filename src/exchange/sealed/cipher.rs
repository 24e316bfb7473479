//! Locking and unlocking. No clock and no chance of its own: both come from outside.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};

use super::head::{Head, NONCE, SALT, hex, unhex};
use super::{RANDOM, Refusal, SHORTEST};

/// Digits to a line: short enough for every messenger.
const LINE: usize = 96;

/// Locks a text. The same passphrase, text and chance give the same file, so chance must never be used twice.
///
/// # Errors
/// [`Refusal::TooShort`], or [`Refusal::Unable`] where `random` is not [`RANDOM`] bytes that differ.
pub fn seal(text: &str, passphrase: &str, random: &[u8]) -> Result<String, Refusal> {
    if passphrase.chars().count() < SHORTEST {
        return Err(Refusal::TooShort);
    }
    // A device without chance hands out zeros, and then nothing is secret.
    if random.len() != RANDOM || random.iter().all(|byte| *byte == random[0]) {
        return Err(Refusal::Unable);
    }
    let (salt, nonce) = random.split_at(SALT);
    let (Ok(salt), Ok(nonce)) = (salt.try_into(), nonce.try_into()) else { return Err(Refusal::Unable) };
    let head = Head::new(salt, nonce);
    let lines = head.lines();
    let locked = cipher(&head, passphrase)?
        .encrypt(&nonce_of(&head.nonce), Payload { msg: text.as_bytes(), aad: lines.as_bytes() })
        .map_err(|_| Refusal::Unable)?;
    Ok(lines + &wrapped(&hex(&locked)))
}

/// Unlocks a file.
///
/// # Errors
/// [`Refusal::Wrong`] for another passphrase or a changed file; [`Refusal::Newer`] and [`Refusal::Damaged`] by the head.
pub fn open(file: &str, passphrase: &str) -> Result<String, Refusal> {
    let (head, digits) = Head::read(file)?;
    let locked = unhex(&digits).ok_or(Refusal::Damaged)?;
    let lines = head.lines();
    let text = cipher(&head, passphrase)?
        .decrypt(&nonce_of(&head.nonce), Payload { msg: &locked, aad: lines.as_bytes() })
        .map_err(|_| Refusal::Wrong)?;
    String::from_utf8(text).map_err(|_| Refusal::Damaged)
}

/// The cipher under the key of a passphrase. Seconds on a slow phone, and meant to be.
fn cipher(head: &Head, passphrase: &str) -> Result<XChaCha20Poly1305, Refusal> {
    let mut key = [0; 32];
    let params = Params::new(head.memory, head.passes, head.lanes, Some(key.len())).map_err(|_| Refusal::Damaged)?;
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
        .hash_password_into(passphrase.as_bytes(), &head.salt, &mut key)
        .map_err(|_| Refusal::Unable)?;
    Ok(XChaCha20Poly1305::new(&key.into()))
}

fn nonce_of(nonce: &[u8; NONCE]) -> XNonce {
    XNonce::from(*nonce)
}

fn wrapped(digits: &str) -> String {
    let lines = digits.as_bytes().chunks(LINE).map(|line| String::from_utf8_lossy(line).into_owned() + "\n");
    lines.collect()
}
