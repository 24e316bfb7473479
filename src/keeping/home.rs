//! Under which keys things are kept.

use crate::checksum::crc32;

/// The key under which builds before this shape kept the work as a plain save file; every key of ours begins so.
pub const LEGACY: &str = "cermin-koperasi";

/// The keys of this shape. A later shape takes another number, and neither writes over the other.
const SHAPE: &str = "cermin-koperasi.1.";

/// Between the home and the name of what is put aside.
const ASIDE: &str = "sisih.";

/// One of the things that are kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The board's work.
    Work,
    /// A trainer's room.
    Room,
    /// The voices of one board.
    Voices,
    /// A companion's desk.
    Desk,
}

impl Slot {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Work, Self::Room, Self::Voices, Self::Desk];

    /// Its name in a key.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Work => "isian",
            Self::Room => "kelas",
            Self::Voices => "suara",
            Self::Desk => "meja",
        }
    }

    /// The key under which builds before this shape kept it, as plain text.
    #[must_use]
    pub fn legacy(self) -> String {
        if self == Self::Work { LEGACY.to_owned() } else { [LEGACY, ".", self.code()].concat() }
    }
}

/// Where a page's things lie among those of other pages of the same origin.
///
/// ```
/// use cermin_koperasi::keeping::{Home, Slot};
/// assert_eq!(Home::hosted().key(Slot::Work), "cermin-koperasi.1.isian");
/// let (one, other) = (Home::folder("/home/a/cermin.html"), Home::folder("/home/b/cermin.html"));
/// assert_ne!(one.key(Slot::Work), other.key(Slot::Work));
/// assert_eq!(one, Home::folder("/home/a/another.html"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home(String);

impl Home {
    /// On a site: all pages of the origin share one.
    #[must_use]
    pub fn hosted() -> Self {
        Self(SHAPE.to_owned())
    }

    /// On a disk, where all files share one store: a home for each folder.
    #[must_use]
    pub fn folder(path: &str) -> Self {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        Self(format!("{SHAPE}{:08x}.", crc32(folder.as_bytes())))
    }

    /// The key of a thing.
    #[must_use]
    pub fn key(&self, slot: Slot) -> String {
        [&self.0, slot.code()].concat()
    }

    /// The key under which is told what the newest record of a thing stands on; see [`Shown::told`](super::Shown::told).
    #[must_use]
    pub fn told(&self, slot: Slot) -> String {
        // No key that ends as that of the thing itself does.
        let name = match slot {
            Slot::Work => "work",
            Slot::Room => "room",
            Slot::Voices => "voices",
            Slot::Desk => "desk",
        };
        [&self.0, "asal.", name].concat()
    }

    /// The thing of a key, if it is one of this home.
    #[must_use]
    pub fn slot(&self, key: &str) -> Option<Slot> {
        let code = key.strip_prefix(&self.0)?;
        Slot::ALL.into_iter().find(|slot| slot.code() == code)
    }

    /// The key under which a text is put aside: always the same for the same text.
    #[must_use]
    pub fn aside(&self, slot: Slot, text: &str) -> String {
        format!("{}{ASIDE}{}.{:08x}", self.0, slot.code(), crc32(text.as_bytes()))
    }

    /// What a key holds aside, if it does.
    #[must_use]
    pub fn is_aside(&self, key: &str) -> Option<Slot> {
        let (code, _) = key.strip_prefix(&self.0)?.strip_prefix(ASIDE)?.split_once('.')?;
        Slot::ALL.into_iter().find(|slot| slot.code() == code)
    }

    /// What all its keys begin with.
    #[must_use]
    pub fn start(&self) -> &str {
        &self.0
    }

    /// Whether it is that of a site, where nothing but this tool's pages has part in it.
    #[must_use]
    pub fn is_hosted(&self) -> bool {
        self.0 == SHAPE
    }

    /// Whether a key belongs to this home alone. On a site every key of the tool does.
    #[must_use]
    pub fn owns(&self, key: &str) -> bool {
        key.starts_with(if self.is_hosted() { LEGACY } else { &self.0 })
    }
}
