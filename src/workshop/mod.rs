//! A room of boards in a workshop: results without names and rupiah ([`Levels`]) put together, told apart, drawn as one
//! picture, and compared with an earlier room.
//!
//! The [`Voices`] of one board are another kind of room: who sits on one board answers apart, and what differs is settled.
//!
//! On the [`Desk`] of a companion several cooperatives lie side by side, whole and each by itself.
//!
//! A picture needs [`LEAST`] cooperatives, so that none can be picked out.

mod change;
mod desk;
mod file;
mod means;
mod needs;
mod picture;
mod table;
mod voices;

pub use change::{Change, Moved};
pub use desk::{Desk, Entry, NoRoom, SEATS};
pub use file::{NotARoom, is_room};
pub use needs::{Need, Needs};
pub use picture::{AspectPicture, Picture, Weak};
pub use table::table;
pub use voices::{Difference, FEWEST, Heard, Voices};

use crate::exchange::levels::Levels;
use crate::sorted_map::SortedMap;

/// The fewest cooperatives of which a picture is drawn.
pub const LEAST: usize = 5;

/// The most cooperatives a room holds.
pub const MOST: usize = 20_000;

/// Results collected, each once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Room {
    /// By their code.
    results: SortedMap<String, Levels>,
}

/// What became of a result that was handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Added {
    /// It is new here.
    New,
    /// The same result is here already.
    Double,
    /// The room holds [`MOST`].
    Full,
}

impl Room {
    /// Takes a result in.
    pub fn add(&mut self, levels: Levels) -> Added {
        let code = levels.code();
        if self.results.contains_key(&code) {
            Added::Double
        } else if self.len() >= MOST {
            Added::Full
        } else {
            self.results.insert(code, levels);
            Added::New
        }
    }

    /// Takes a result out again, by its code; says whether it was there.
    pub fn remove(&mut self, code: &str) -> bool {
        self.results.remove(code).is_some()
    }

    /// Takes in all of another room; says how many were new.
    pub fn merge(&mut self, other: &Self) -> usize {
        other.results().filter(|levels| self.add((*levels).clone()) == Added::New).count()
    }

    /// How many cooperatives are in it.
    #[must_use]
    pub fn len(&self) -> usize {
        self.results.iter().count()
    }

    /// Whether nobody is in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The codes, in their own order, which says nothing about who came first.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.results.keys().map(String::as_str)
    }

    /// The results, in the order of their codes.
    pub fn results(&self) -> impl Iterator<Item = &Levels> {
        self.results.values()
    }

    /// The room in one picture; `None` below [`LEAST`] cooperatives.
    #[must_use]
    pub fn picture(&self) -> Option<Picture> {
        (self.len() >= LEAST).then(|| picture::draw(self)).flatten()
    }

    /// What this room has become since an earlier one; `None` where either is below [`LEAST`].
    #[must_use]
    pub fn since(&self, earlier: &Self) -> Option<Change> {
        Some(change::between(&earlier.picture()?, &self.picture()?))
    }
}
