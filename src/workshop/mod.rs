//! A room of boards in a workshop: results without names and rupiah ([`Levels`]) put together, told apart, drawn as one
//! picture, and compared with an earlier room.
//!
//! The [`Voices`] of one board are another kind of room: who sits on one board answers apart, and what differs is settled.
//!
//! On the [`Desk`] of a companion several cooperatives lie side by side, whole and each by itself.
//!
//! A picture needs [`LEAST`] cooperatives of one form, so that none can be picked out, and tells of none by fewer than
//! [`FEWEST_TOLD`]. It is drawn when collecting is [declared finished](Room::finish), and again only when as many have come
//! since: whoever watches it change never sees what a few have changed.

mod change;
mod desk;
mod file;
mod means;
mod needs;
mod picture;
mod shared;
mod table;
mod tally;
mod voices;

pub use change::{Change, Moved};
pub use desk::{Desk, Entry, LONGEST as LONGEST_BACKUP, NoBackup, NoRoom, SEATS};
pub use file::{NotARoom, is_room};
pub use means::Weak;
pub use needs::{Need, Needs};
pub use picture::Picture;
pub use shared::{Common, Shared};
pub use table::{meeting_name, table};
pub use tally::{Cell, FEWEST_TOLD, Tally};
pub use voices::{Difference, FEWEST, Heard, Voices};

use crate::exchange::levels::Levels;
use crate::rulebook::Variant;
use crate::sorted_map::SortedMap;
use crate::sorting::sort;

/// The fewest cooperatives of one form of which a picture is drawn.
pub const LEAST: usize = 5;

/// The most cooperatives a room holds.
pub const MOST: usize = 20_000;

/// Characters of a room's name that are kept.
const LONGEST_NAME: usize = 80;

/// Results collected, each once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Room {
    /// By their code.
    results: SortedMap<String, Guest>,
    /// What the trainer calls it.
    pub name: String,
    /// The day on which collecting was declared finished, as `2026-11-29`.
    pub day: String,
}

/// A result in the room.
#[derive(Clone, Debug, PartialEq)]
struct Guest {
    levels: Levels,
    /// Whether the picture shows it; else it waits until enough others have come.
    shown: bool,
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
    /// It is of an invented cooperative, which does not count.
    Invented,
}

impl Room {
    /// Takes a result in.
    pub fn add(&mut self, levels: Levels) -> Added {
        let code = levels.code();
        if levels.is_invented() {
            Added::Invented
        } else if self.results.contains_key(&code) {
            Added::Double
        } else if self.len() >= MOST {
            Added::Full
        } else {
            self.results.insert(code, Guest { levels, shown: false });
            Added::New
        }
    }

    /// Takes a result out again, by its code; says whether it was there. What the picture shows stays: taken out, it would
    /// be seen in what has changed.
    pub fn remove(&mut self, code: &str) -> bool {
        let waits = self.results.get(code).is_some_and(|guest| !guest.shown);
        waits && self.results.remove(code).is_some()
    }

    /// Takes what came in one go out again, by their codes. Of what the picture shows that are none, or so many that nobody is seen
    /// in what has changed.
    pub fn withdraw(&mut self, codes: &[String]) {
        let is_shown = |code: &&String| self.results.get(*code).is_some_and(|guest| guest.shown);
        let all = codes.iter().filter(is_shown).count() >= LEAST;
        for code in codes {
            if !self.remove(code) && all {
                self.results.remove(code);
            }
        }
    }

    /// Takes in all of another room; says how many were new.
    ///
    /// ```
    /// use cermin_koperasi::workshop::Room;
    /// assert_eq!(Room::default().merge(&Room::default()), 0);
    /// ```
    pub fn merge(&mut self, other: &Self) -> usize {
        other.results().filter(|levels| self.add((*levels).clone()) == Added::New).count()
    }

    /// Calls the room something, as far as that is kept.
    ///
    /// ```
    /// use cermin_koperasi::workshop::Room;
    /// let mut room = Room::default();
    /// room.call(&format!(" Kelas {}", "e".repeat(99)));
    /// assert_eq!((room.name.len(), Room::read(&room.write())), (80, Ok((room, 0))));
    /// ```
    pub fn call(&mut self, name: &str) {
        self.name = name.trim().chars().take(LONGEST_NAME).collect();
    }

    /// A room of a file is opened again: of what came out of it here, what was shown is shown, so that who came late still waits.
    /// It is called as it was, unless it has a name and day here.
    pub fn recall(&mut self, other: &Self) {
        for (mine, its) in [(&mut self.name, &other.name), (&mut self.day, &other.day)] {
            if mine.is_empty() {
                mine.clone_from(its);
            }
        }
        for form in self.forms() {
            let was = |code: &String| {
                other.results.get(code).is_some_and(|guest| guest.shown && guest.levels.variant == form.variant)
            };
            let new = self.results.iter().filter(|(code, guest)| was(code) && !guest.shown).count();
            // Beside a picture that is here fewer would be told from it.
            if form.shown == 0 || new >= LEAST {
                self.results.iter_mut().filter(|(code, _)| was(code)).for_each(|(_, guest)| guest.shown = true);
            }
        }
    }

    /// Collecting is declared finished: of each form, what has come since goes into its picture, if it is of [`LEAST`]
    /// cooperatives; fewer wait on. Says whether any did.
    pub fn finish(&mut self) -> bool {
        let ready: Vec<&'static Variant> =
            self.forms().into_iter().filter(|form| form.waiting >= LEAST).map(|form| form.variant).collect();
        for (_, guest) in self.results.iter_mut() {
            guest.shown |= ready.contains(&guest.levels.variant);
        }
        !ready.is_empty()
    }

    /// The forms that were filled in, and how many of each are in a picture or wait; the most frequent first.
    #[must_use]
    pub fn forms(&self) -> Vec<Form> {
        let mut forms: Vec<Form> = Vec::new();
        for guest in self.results.values() {
            let variant = guest.levels.variant;
            let place = forms.iter().position(|form| form.variant == variant).unwrap_or_else(|| {
                forms.push(Form { variant, shown: 0, waiting: 0 });
                forms.len() - 1
            });
            let form = &mut forms[place];
            *(if guest.shown { &mut form.shown } else { &mut form.waiting }) += 1;
        }
        sort(&mut forms, |form, other| form.shown + form.waiting > other.shown + other.waiting);
        forms
    }

    /// How many cooperatives are in it.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.results.len()
    }

    /// Whether nobody is in it.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.results.is_empty()
    }

    /// The codes, in their own order, which says nothing about who came first.
    pub fn codes(&self) -> impl Iterator<Item = &str> {
        self.results.keys().map(String::as_str)
    }

    /// The results, in the order of their codes.
    pub fn results(&self) -> impl Iterator<Item = &Levels> {
        self.results.values().map(|guest| &guest.levels)
    }

    /// The room in pictures, one a form, the most frequent first: of the forms of which [`LEAST`] cooperatives were there
    /// when collecting was [declared finished](Self::finish).
    #[must_use]
    pub fn pictures(&self) -> Vec<Picture> {
        let of = |form: &Form| {
            let shown = self.results.values().filter(|guest| guest.shown && guest.levels.variant == form.variant);
            picture::draw(&shown.map(|guest| &guest.levels).collect::<Vec<_>>())
        };
        self.forms().iter().filter_map(of).collect()
    }

    /// What the forms that have a picture share; `None` where fewer than two have one.
    ///
    /// ```
    /// use cermin_koperasi::workshop::Room;
    /// assert!(Room::default().shared().is_none());
    /// ```
    #[must_use]
    pub fn shared(&self) -> Option<Shared> {
        shared::of(&self.pictures())
    }

    /// What this room has become since an earlier one, by the forms of which both have a picture; the most frequent first. Where
    /// fewer than [`LEAST`] results differ, the change would tell of those.
    #[must_use]
    pub fn since(&self, earlier: &Self) -> Vec<Change> {
        let pictures = earlier.pictures();
        let before = |later: &Picture| pictures.iter().find(|picture| picture.variant == later.variant);
        let told = |later: &Picture| {
            let before = before(later).filter(|_| !self.is_like(earlier, later.variant))?;
            Some(change::between(before, later))
        };
        self.pictures().iter().filter_map(told).collect()
    }

    /// Whether both rooms have a picture of a form, and fewer than [`LEAST`] of its results differ.
    #[must_use]
    pub fn is_too_like(&self, earlier: &Self) -> bool {
        let shows = |form: &Form| form.shown >= LEAST;
        let has = |variant| earlier.forms().iter().any(|form| shows(form) && form.variant == variant);
        self.forms().iter().any(|form| shows(form) && has(form.variant) && self.is_like(earlier, form.variant))
    }

    fn is_like(&self, earlier: &Self, variant: &Variant) -> bool {
        let (one, other) = (self.compared(variant), earlier.compared(variant));
        let lacks = |all: &[String], from: &[String]| all.iter().filter(|one| from.binary_search(one).is_err()).count();
        lacks(&one, &other).max(lacks(&other, &one)) < LEAST
    }

    /// What a comparison sees of the results that a picture shows, in order: the mark of each work, and its levels.
    fn compared(&self, variant: &Variant) -> Vec<String> {
        let shown = self.results.values().filter(|guest| guest.shown && guest.levels.variant == variant);
        let bare = |guest: &Guest| {
            let mut levels = Levels { standing: None, meeting: None, ..guest.levels.clone() };
            levels.obstacles.clear();
            levels.unknown.clear();
            levels.code()
        };
        let mut all: Vec<String> = shown.map(bare).collect();
        all.sort_unstable();
        all
    }
}

/// A form in the room.
#[derive(Clone, Copy, Debug)]
pub struct Form {
    /// The form.
    pub variant: &'static Variant,
    /// How many its picture shows.
    pub shown: usize,
    /// How many have come since.
    pub waiting: usize,
}
