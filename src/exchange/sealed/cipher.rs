//! Locking and unlocking. No clock and no chance of its own: both come from outside.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};

use super::head::{Head, NONCE, SALT, hex, unhex};
use super::{Refusal, SHORTEST};

/// Digits to a line: short enough for every messenger.
const LINE: usize = 96;

/// A key that was made of a passphrase: making one takes seconds on a slow phone, using it none.
pub struct Key {
    passphrase: String,
    /// The head of the file that it was made for.
    head: Head,
    cipher: XChaCha20Poly1305,
}

impl Key {
    /// The key for new files under a passphrase.
    ///
    /// # Errors
    /// [`Refusal::TooShort`], or [`Refusal::Unable`] where `random` is not [`RANDOM`](super::RANDOM) bytes that differ.
    pub fn new(passphrase: &str, random: &[u8]) -> Result<Self, Refusal> {
        if passphrase.chars().count() < SHORTEST {
            return Err(Refusal::TooShort);
        }
        let (salt, nonce) = random.split_at_checked(SALT).ok_or(Refusal::Unable)?;
        let salt = salt.try_into().map_err(|_| Refusal::Unable)?;
        Self::made(Head::new(salt, chance(random, nonce)?), passphrase)
    }

    /// The key of a file.
    ///
    /// # Errors
    /// [`Refusal::Newer`] and [`Refusal::Damaged`] by the head. Whether the passphrase is right only [`Self::open`] tells.
    pub fn of(file: &str, passphrase: &str) -> Result<Self, Refusal> {
        Self::made(Head::read(file)?.0, passphrase)
    }

    /// Seconds on a slow phone, and meant to be.
    fn made(head: Head, passphrase: &str) -> Result<Self, Refusal> {
        let mut key = [0; 32];
        let params =
            Params::new(head.memory, head.passes, head.lanes, Some(key.len())).map_err(|_| Refusal::Damaged)?;
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(passphrase.as_bytes(), &head.salt, &mut key)
            .map_err(|_| Refusal::Unable)?;
        Ok(Self { passphrase: passphrase.to_owned(), cipher: XChaCha20Poly1305::new(&key.into()), head })
    }

    /// Whether it is that of a file under this passphrase; with `None`, whatever the passphrase.
    #[must_use]
    pub fn fits(&self, file: &str, passphrase: Option<&str>) -> bool {
        let same = |head: Head| Head { nonce: self.head.nonce, ..head } == self.head;
        passphrase.is_none_or(|typed| typed == self.passphrase) && Head::read(file).is_ok_and(|(head, _)| same(head))
    }

    /// Locks another text under it; `random` is 24 bytes of chance, never used before.
    ///
    /// # Errors
    /// [`Refusal::Unable`] where `random` is not that.
    pub fn seal(&self, text: &str, random: &[u8]) -> Result<String, Refusal> {
        let head = Head { nonce: chance(random, random)?, ..self.head.clone() };
        self.locked(&head, text)
    }

    fn locked(&self, head: &Head, text: &str) -> Result<String, Refusal> {
        let lines = head.lines();
        let locked =
            self.cipher.encrypt(&nonce_of(&head.nonce), Payload { msg: text.as_bytes(), aad: lines.as_bytes() });
        Ok(lines + &wrapped(&hex(&locked.map_err(|_| Refusal::Unable)?)))
    }

    /// Unlocks a file.
    ///
    /// # Errors
    /// [`Refusal::Wrong`] for another passphrase or a changed file; [`Refusal::Damaged`].
    pub fn open(&self, file: &str) -> Result<String, Refusal> {
        let (head, digits) = Head::read(file)?;
        let locked = unhex(&digits).ok_or(Refusal::Damaged)?;
        let lines = head.lines();
        let text = self
            .cipher
            .decrypt(&nonce_of(&head.nonce), Payload { msg: &locked, aad: lines.as_bytes() })
            .map_err(|_| Refusal::Wrong)?;
        String::from_utf8(text).map_err(|_| Refusal::Damaged)
    }
}

/// Bytes of chance as a nonce. A device without chance hands out zeros, and then nothing is secret.
fn chance(all: &[u8], nonce: &[u8]) -> Result<[u8; NONCE], Refusal> {
    if all.iter().all(|byte| *byte == all[0]) {
        return Err(Refusal::Unable);
    }
    nonce.try_into().map_err(|_| Refusal::Unable)
}

/// Locks a text. The same passphrase, text and chance give the same file, so chance must never be used twice.
///
/// # Errors
/// [`Refusal::TooShort`], or [`Refusal::Unable`] where `random` is not [`RANDOM`](super::RANDOM) bytes that differ.
pub fn seal(text: &str, passphrase: &str, random: &[u8]) -> Result<String, Refusal> {
    let key = Key::new(passphrase, random)?;
    key.locked(&key.head, text)
}

/// Unlocks a file.
///
/// # Errors
/// [`Refusal::Wrong`] for another passphrase or a changed file; [`Refusal::Newer`] and [`Refusal::Damaged`] by the head.
pub fn open(file: &str, passphrase: &str) -> Result<String, Refusal> {
    // Digits that are none need no key.
    unhex(&Head::read(file)?.1).ok_or(Refusal::Damaged)?;
    Key::of(file, passphrase)?.open(file)
}

fn nonce_of(nonce: &[u8; NONCE]) -> XNonce {
    XNonce::from(*nonce)
}

fn wrapped(digits: &str) -> String {
    let lines = digits.as_bytes().chunks(LINE).map(|line| String::from_utf8_lossy(line).into_owned() + "\n");
    lines.collect()
}
