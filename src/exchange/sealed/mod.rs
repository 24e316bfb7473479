//! The save file under a passphrase: Argon2id makes the key, XChaCha20-Poly1305 locks.
//!
//! Everything needed to open stands in the file but the passphrase. A lost passphrase cannot be recovered by anyone.
//!
//! ```text
//! cermin-koperasi-sealed 1
//! argon2id memory=19456 passes=2 lanes=1 salt=000102030405060708090a0b0c0d0e0f
//! xchacha20-poly1305 nonce=101112131415161718191a1b1c1d1e1f2021222324252627
//! 5f0c…
//! ```
//!
//! The first three lines are the head; memory is counted in KiB. What follows is the locked text with its tag of 16 bytes, as
//! hexadecimal digits on as many lines as one likes. The head, each of its lines ended by one line feed, is authenticated
//! with the text: a change of one bit anywhere is refused. Test vectors are in `tests/sealed.rs`.
//!
//! The page only recognizes such files; the [`cipher`] is a module of its own, loaded when somebody asks for it.

#[cfg(feature = "sealed")]
pub mod cipher;
mod head;
mod refusal;

pub use head::{FORMAT, Head};
pub use refusal::Refusal;

/// The shortest passphrase that is taken, in characters.
pub const SHORTEST: usize = 8;
/// How many bytes of chance a file takes: 16 of salt, then 24 of nonce.
pub const RANDOM: usize = head::SALT + head::NONCE;

/// More bytes than any sealed file has: two digits for each byte of the longest save file, line ends, and the head.
pub const LONGEST: usize = 2 * super::save::LONGEST + super::save::LONGEST / 10;

/// Whether a text is a sealed file, whole or not. Messengers add blank lines and byte order marks.
///
/// ```
/// use cermin_koperasi::exchange::sealed::is_sealed;
/// assert!(is_sealed("\u{feff}\n cermin-koperasi-sealed 1\n"));
/// assert!(!is_sealed("{ \"format\": \"cermin-koperasi\" }"));
/// ```
#[must_use]
pub fn is_sealed(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').trim_start().starts_with(FORMAT)
}
