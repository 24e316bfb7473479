//! A room as a file: its codes, and what it is called. Where a picture was drawn, it says which of them have come since.
//!
//! ```json
//! { "format": "cermin-koperasi-kelas", "version": 1, "codes": ["1049K11MDZY7…"], "waiting": [] }
//! ```

use super::{LONGEST_NAME, Room};
use crate::exchange::json::{self, Map, Value};
use crate::exchange::levels;

/// What such a file calls itself.
const FORMAT: &str = "cermin-koperasi-kelas";
/// The version this build writes, and the newest it reads.
const VERSION: i64 = 1;

/// Why a text is no room of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotARoom {
    /// Of another program, or cut short.
    Foreign,
    /// Of a version this build does not know.
    Newer,
}

/// Whether a text claims to be a room.
#[must_use]
pub fn is_room(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').trim_start().starts_with('{') && text.contains(FORMAT)
}

impl Room {
    /// The file's text.
    ///
    /// ```
    /// use cermin_koperasi::workshop::Room;
    /// assert_eq!(Room::read(&Room::default().write()), Ok((Room::default(), 0)));
    /// ```
    #[must_use]
    pub fn write(&self) -> String {
        let mut file = Map::new();
        file.insert("format", FORMAT);
        file.insert("version", VERSION);
        for (key, text) in [("name", &self.name), ("day", &self.day)] {
            if !text.is_empty() {
                file.insert(key, text.as_str());
            }
        }
        file.insert("codes", Value::Array(self.codes().map(Value::from).collect()));
        if self.results.values().any(|guest| guest.shown) {
            let waiting = self.results.iter().filter(|(_, guest)| !guest.shown);
            file.insert("waiting", Value::Array(waiting.map(|(code, _)| Value::from(code.as_str())).collect()));
        }
        Value::Object(file).to_string()
    }

    /// Reads such a file, and how many of its codes could not be read or are of invented cooperatives.
    ///
    /// # Errors
    /// [`NotARoom`].
    pub fn read(text: &str) -> Result<(Self, usize), NotARoom> {
        let file = json::parse(text.trim_start_matches('\u{feff}').trim()).map_err(|_| NotARoom::Foreign)?;
        if file["format"].as_str() != Some(FORMAT) {
            return Err(NotARoom::Foreign);
        }
        let version = if let Value::Number(version) = &file["version"] { version.whole().ok() } else { None };
        if version != Some(VERSION) {
            return Err(NotARoom::Newer);
        }
        let Value::Array(codes) = &file["codes"] else { return Err(NotARoom::Foreign) };
        let (mut room, mut broken) = (Self::default(), 0);
        for code in codes {
            match code.as_str().map(levels::read) {
                Some(Ok(levels)) if !levels.is_invented() => {
                    room.add(levels);
                }
                _ => broken += 1,
            }
        }
        let said = |key: &str| file[key].as_str().unwrap_or_default().chars().take(LONGEST_NAME).collect();
        (room.name, room.day) = (said("name"), said("day"));
        if let Value::Array(waiting) = &file["waiting"] {
            let mut waiting: Vec<&str> = waiting.iter().filter_map(Value::as_str).collect();
            waiting.sort_unstable();
            let waits = |code: &String| waiting.binary_search(&code.as_str()).is_ok();
            room.results.iter_mut().for_each(|(code, guest)| guest.shown = !waits(code));
        }
        Ok((room, broken))
    }
}
