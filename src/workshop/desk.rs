//! A companion's desk: the work of several cooperatives side by side on one device, each as the save file it is, or locked
//! under a passphrase ([`sealed`](crate::exchange::sealed)).
//!
//! ```json
//! { "format": "cermin-koperasi-meja", "version": 1,
//!   "entries": [{ "id": 1, "name": "Koperasi Sumber Rezeki", "file": "{ \"format\": \"cermin-koperasi\", … }" }] }
//! ```
//!
//! A backup is the same text with a `checksum` of its entries.

use crate::checksum::crc32;
use crate::exact::Fraction;
use crate::exchange::json::{self, Map, Value};
use crate::exchange::save::{self, Opened};
use crate::exchange::sealed::is_sealed;
use crate::scoring;

/// What such a file calls itself.
const FORMAT: &str = "cermin-koperasi-meja";
/// The key of the sum that a backup carries.
const CHECKSUM: &str = "checksum";
/// Within so many characters a desk says what it is.
const HEAD: usize = 200;
/// The version this build writes, and the newest it reads.
const VERSION: i64 = 1;

/// The most cooperatives a desk holds.
pub const SEATS: usize = 20;

/// More bytes than the backup of any desk has that a device keeps.
pub const LONGEST: usize = 20_000_000;

/// Characters of a name that are kept.
const NAME: usize = 80;

/// The desk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Desk {
    entries: Vec<Entry>,
}

/// A cooperative on the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its number, from 1; it stays while the cooperative lies there.
    pub id: u32,
    /// What the companion calls it. It can be read without the passphrase.
    pub name: String,
    /// Its save file, or that under a passphrase.
    pub file: String,
    /// The total of the file it last came as or went out as, lowest and highest, in hundredths of a point. What is locked says
    /// nothing of it.
    pub was: Option<[i64; 2]>,
}

/// The desk holds [`SEATS`] already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoRoom;

/// Why a backup was not laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoBackup {
    /// It is cut off, changed, or of a later version.
    Damaged,
    /// It holds this many that are not here yet, and this many places are free.
    TooMany(usize, usize),
}

impl Entry {
    /// Whether it takes a passphrase to open.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        is_sealed(&self.file)
    }

    /// Its total now, in hundredths of a point; `None` while it is locked, and for what gets no score.
    #[must_use]
    pub fn total(&self) -> Option<[i64; 2]> {
        total(&self.file)
    }

    /// The work in it; `None` while it is locked, or where the file is none that this build reads.
    #[must_use]
    pub fn work(&self) -> Option<Opened> {
        opened(&self.file)
    }
}

impl Desk {
    /// Everything on it, in the order in which it came.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The one of a number.
    #[must_use]
    pub fn entry(&self, id: u32) -> Option<&Entry> {
        self.entries.iter().find(|one| one.id == id)
    }

    /// Lays a file down and says under which number.
    ///
    /// # Errors
    /// [`NoRoom`]; then nothing is changed.
    pub fn add(&mut self, name: &str, file: String) -> Result<u32, NoRoom> {
        if self.entries.len() >= SEATS {
            return Err(NoRoom);
        }
        let id = self.entries.iter().map(|one| one.id).max().unwrap_or(0).saturating_add(1);
        let name = short(name);
        // What a namesake came as is the file before this one, unless it is of a later year.
        let is_before =
            |one: &&Entry| one.name == name && year(&file).zip(year(&one.file)).is_none_or(|(own, its)| own >= its);
        let before = self.entries.iter().rev().find(is_before).filter(|_| !is_sealed(&file));
        let was = before.and_then(Entry::total).or_else(|| total(&file));
        self.entries.push(Entry { id, name, file, was });
        Ok(id)
    }

    /// Puts another file in the place of one that lies there; says whether it does.
    pub fn replace(&mut self, id: u32, file: String) -> bool {
        let entry = self.entries.iter_mut().find(|one| one.id == id);
        entry.is_some_and(|entry| {
            entry.file = file;
            entry.was = if entry.is_locked() { None } else { entry.was.or_else(|| entry.total()) };
            true
        })
    }

    /// One went out as a file: from here on its change is counted.
    pub fn sent(&mut self, id: u32) {
        if let Some(entry) = self.entries.iter_mut().find(|one| one.id == id) {
            entry.was = entry.total();
        }
    }

    /// Takes one away; says whether it was there.
    pub fn remove(&mut self, id: u32) -> bool {
        let before = self.entries.len();
        self.entries.retain(|one| one.id != id);
        self.entries.len() < before
    }

    /// Lays out what a backup holds beside what lies here; what lies here in the same way is not laid twice. Says how many
    /// came, and how many were here. It is all or nothing.
    ///
    /// ```
    /// use cermin_koperasi::workshop::{Desk, NoBackup};
    /// let mut desk = Desk::default();
    /// desk.add("Si Melati", "cermin-koperasi-sealed 1\n".into()).unwrap();
    /// let (mut other, backup) = (Desk::default(), desk.backup());
    /// assert_eq!(other.restore(&backup), Ok((1, 0)));
    /// assert_eq!(other.restore(&backup), Ok((0, 1)));
    /// assert_eq!(other.restore(&backup.replace("Melati", "Mawar")), Err(NoBackup::Damaged));
    /// ```
    ///
    /// # Errors
    /// [`NoBackup`]; then nothing is changed.
    pub fn restore(&mut self, backup: &str) -> Result<(usize, usize), NoBackup> {
        let other = Self::read(backup).ok_or(NoBackup::Damaged)?;
        if !other.entries.iter().all(|one| one.is_locked() || one.work().is_some()) {
            return Err(NoBackup::Damaged);
        }
        let all = other.entries.len();
        let lies = |one: &Entry| self.entries.iter().any(|here| here.name == one.name && here.file == one.file);
        let new: Vec<Entry> = other.entries.into_iter().filter(|one| !lies(one)).collect();
        let free = SEATS.saturating_sub(self.entries.len());
        if new.len() > free {
            return Err(NoBackup::TooMany(new.len(), free));
        }
        let count = new.len();
        for one in new {
            let id = self.add(&one.name, one.file).map_err(|NoRoom| NoBackup::TooMany(count, free))?;
            if let Some(entry) = self.entries.iter_mut().find(|entry| entry.id == id) {
                entry.was = one.was;
            }
        }
        Ok((count, all - count))
    }

    /// The text in which it is kept.
    ///
    /// ```
    /// use cermin_koperasi::workshop::Desk;
    /// let mut desk = Desk::default();
    /// desk.add("Koperasi Sumber Rezeki", "{}".into()).unwrap();
    /// assert_eq!(Desk::read(&desk.write()), Some(desk));
    /// assert_eq!(Desk::read("{ \"format\": \"cermin-koperasi-meja\", \"version\": 2 }"), None);
    /// ```
    #[must_use]
    pub fn write(&self) -> String {
        Value::Object(self.file()).to_string()
    }

    /// The text that goes out as a file: it says of itself whether it is whole.
    #[must_use]
    pub fn backup(&self) -> String {
        let mut file = self.file();
        file.insert(CHECKSUM, sum(&file["entries"]));
        Value::Object(file).to_string()
    }

    fn file(&self) -> Map {
        let entry = |one: &Entry| {
            let mut map = Map::new();
            map.insert("id", i64::from(one.id));
            map.insert("name", one.name.as_str());
            map.insert("file", one.file.as_str());
            if let Some(was) = one.was {
                map.insert("was", Value::Array(was.map(Value::from).to_vec()));
            }
            Value::Object(map)
        };
        let mut file = Map::new();
        file.insert("format", FORMAT);
        file.insert("version", VERSION);
        file.insert("entries", Value::Array(self.entries.iter().map(entry).collect()));
        file
    }

    /// Reads that text; `None` where it is not ours, damaged or of a later version. It is all or nothing: what cannot be read
    /// is not to be written over by what is left.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let file = json::parse(text.trim_start_matches('\u{feff}').trim()).ok()?;
        if file["format"].as_str() != Some(FORMAT) || number(&file["version"]) != Some(VERSION) {
            return None;
        }
        let Value::Array(entries) = &file["entries"] else { return None };
        let entries = entries.iter().map(entry).collect::<Option<_>>()?;
        if file.get(CHECKSUM).is_some_and(|said| said.as_str() != Some(&sum(&file["entries"]))) {
            return None;
        }
        Some(Self { entries })
    }

    /// Whether a text is a desk, whole or not.
    #[must_use]
    pub fn is_desk(text: &str) -> bool {
        let start = text.trim_start_matches('\u{feff}').trim_start();
        start.starts_with('{') && start.chars().take(HEAD).collect::<String>().contains(&format!("\"{FORMAT}\""))
    }
}

fn number(value: &Value) -> Option<i64> {
    if let Value::Number(number) = value { number.whole().ok() } else { None }
}

fn entry(one: &Value) -> Option<Entry> {
    let text = |key: &str| one[key].as_str().map(str::to_owned);
    let was =
        if let Value::Array(was) = &one["was"] { was.iter().map(number).collect::<Option<Vec<i64>>>() } else { None };
    let was = was.and_then(|was| was.try_into().ok());
    Some(Entry { id: u32::try_from(number(&one["id"])?).ok()?, name: text("name")?, file: text("file")?, was })
}

/// The work in a file; `None` where it is locked, or none that this build reads.
fn opened(file: &str) -> Option<Opened> {
    if is_sealed(file) { None } else { save::read(file).ok() }
}

/// The last day of its book year: what has changed is told from the earlier one to the later.
fn year(file: &str) -> Option<String> {
    opened(file)?.assessment.profile.book_year_end
}

fn total(file: &str) -> Option<[i64; 2]> {
    let work = opened(file)?;
    let scored = work.assessment.unrated().is_none();
    let total = scored.then(|| scoring::assess(&work.assessment).honest_total())?;
    let hundredths = |end: Fraction| i64::try_from(end.numerator() * 100 / end.denominator()).ok();
    Some([hundredths(total.low)?, hundredths(total.high)?])
}

fn sum(entries: &Value) -> String {
    format!("{:08x}", crc32(entries.to_string().as_bytes()))
}

fn short(name: &str) -> String {
    name.trim().chars().take(NAME).collect()
}
