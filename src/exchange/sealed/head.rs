//! The head of a sealed file: how its key is made and how it is locked.

use super::Refusal;

/// What the first line of a sealed file begins with.
pub const FORMAT: &str = "cermin-koperasi-sealed";

pub(super) const SALT: usize = 16;
pub(super) const NONCE: usize = 24;
const VERSION: &str = "1";
/// The most memory that a file may ask of the device that opens it, in KiB: 64 MiB.
const MOST_MEMORY: u32 = 64 * 1024;
/// The most work, in KiB times passes: two seconds on a telephone six times as slow as an office computer, which takes
/// 1.7 seconds for 64 MiB and 16 passes. Today's settings ask for a quarter of it.
const MOST_WORK: u64 = 160 * 1024;

/// How a file is sealed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Memory for the key, in KiB; at least 8 for each lane.
    pub memory: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes; only one is known.
    pub lanes: u32,
    /// What makes equal passphrases different keys.
    pub salt: [u8; SALT],
    /// What makes equal texts different files.
    pub nonce: [u8; NONCE],
}

impl Head {
    /// Today's settings, after OWASP's advice for Argon2id: 19 MiB, two passes, one lane.
    #[must_use]
    pub const fn new(salt: [u8; SALT], nonce: [u8; NONCE]) -> Self {
        Self { memory: 19 * 1024, passes: 2, lanes: 1, salt, nonce }
    }

    /// The three lines, as they are authenticated and written.
    #[must_use]
    pub fn lines(&self) -> String {
        let Self { memory, passes, lanes, salt, nonce } = self;
        format!(
            "{FORMAT} {VERSION}\nargon2id memory={memory} passes={passes} lanes={lanes} salt={}\nxchacha20-poly1305 nonce={}\n",
            hex(salt),
            hex(nonce)
        )
    }

    /// Reads the head of a file; hands back the digits below it, without white space.
    ///
    /// # Errors
    /// [`Refusal::Newer`] or [`Refusal::Damaged`].
    pub fn read(text: &str) -> Result<(Self, String), Refusal> {
        let mut lines = text.trim_start_matches('\u{feff}').lines().map(str::trim).skip_while(|line| line.is_empty());
        let mut line = || lines.next().ok_or(Refusal::Damaged);
        match line()?.strip_prefix(FORMAT).map(str::trim) {
            Some(VERSION) => {}
            Some(other) if other.parse::<u32>().is_ok_and(|other| other > 1) => return Err(Refusal::Newer),
            _ => return Err(Refusal::Damaged),
        }
        let head = Self::of(line()?, line()?).filter(Self::is_bearable).ok_or(Refusal::Damaged)?;
        Ok((head, lines.collect()))
    }

    fn of(kdf: &str, cipher: &str) -> Option<Self> {
        let mut kdf = kdf.strip_prefix("argon2id ")?.split(' ');
        let mut word = |name: &str| kdf.next()?.strip_prefix(name)?.strip_prefix('=');
        let head = Self {
            memory: word("memory")?.parse().ok()?,
            passes: word("passes")?.parse().ok()?,
            lanes: word("lanes")?.parse().ok()?,
            salt: unhex(word("salt")?)?.try_into().ok()?,
            nonce: unhex(cipher.strip_prefix("xchacha20-poly1305 nonce=")?)?.try_into().ok()?,
        };
        kdf.next().is_none().then_some(head)
    }

    /// A file from a stranger must not exhaust the device.
    fn is_bearable(&self) -> bool {
        let work = u64::from(self.memory) * u64::from(self.passes);
        // Every pass over even the least memory costs something.
        (8..=MOST_MEMORY).contains(&self.memory)
            && (1..=16).contains(&self.passes)
            && work <= MOST_WORK
            && self.lanes == 1
    }
}

/// Bytes as lower-case hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// The bytes of hexadecimal digits; `None` for anything else.
pub(super) fn unhex(digits: &str) -> Option<Vec<u8>> {
    let values: Option<Vec<u8>> =
        digits.chars().map(|digit| digit.to_digit(16).and_then(|value| u8::try_from(value).ok())).collect();
    let values = values.filter(|values| values.len() % 2 == 0)?;
    Some(values.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect())
}
