//! What the page knows of a workshop at a moment.

use super::{Camera, Shelf, Sight, Vote};
use crate::exchange::levels::{Fault, Seat};
use crate::page::FileFault;
use crate::rulebook::{Indicator, Item, Measure, RatioRule, Variant};
use crate::sorted_map::SortedMap;
use crate::workshop::{Desk, Heard, NoBackup, NotARoom, Room, Voices};

/// A workshop.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Workshop {
    /// The room.
    pub room: Room,
    /// An earlier room to compare with.
    pub earlier: Option<Room>,
    /// Why the earlier room's file was refused.
    pub earlier_refused: Option<Trouble>,
    /// What is typed in the field for a code.
    pub typed: String,
    /// Whether it came with the address, and was typed by nobody.
    pub came: bool,
    /// What was wrong with it when it was to be added.
    pub fault: Option<Fault>,
    /// What happened to what came in since the list was last read.
    pub new: usize,
    /// How many of it were in the room already.
    pub doubles: usize,
    /// What was refused, newest last.
    pub refused: Vec<Refused>,
    /// The codes that came in last, in one go, to be taken back.
    pub last: Vec<String>,
    /// The voices of one board.
    pub voices: Voices,
    /// Whose voice one's own is.
    pub seat: Option<Seat>,
    /// What became of the voices that came in since the report was last read.
    pub heard: Vec<(Seat, Heard)>,
    /// The companion's desk and what happens there.
    pub bench: Bench,
    /// The camera.
    pub camera: Camera,
    /// What the camera saw last: it looks many times at one picture.
    pub seen: String,
    /// What the files that are being read fill, whatever screen is open meanwhile.
    pub filling: Option<Shelf>,
    /// How many files are read, of how many.
    pub progress: Option<(usize, usize)>,
    /// Hands raised, by the number of the question.
    pub votes: SortedMap<u16, Votes>,
    /// The list that the stage goes through and the numbers of its questions; all questions where it is empty.
    pub queue: (String, Vec<u16>),
    /// What is shown on the question of this number.
    pub shown: (u16, Vec<Sight>),
    /// Seconds that a question gets.
    pub seconds: u32,
    /// Seconds left on the clock; `None` before its first start.
    pub left: Option<u32>,
    /// Whether the clock runs.
    pub runs: bool,
    /// Counts the clock's starts, so that a late tick of an earlier one is not taken for one of this.
    pub turn: u32,
}

/// The companion's desk and what happens there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bench {
    /// What lies on it.
    pub desk: Desk,
    /// What the companion calls the open work; else it goes by its own name.
    pub name: Option<String>,
    /// The locked one that is being opened.
    pub opening: Option<u32>,
    /// The column that the table is sorted by, from 1, and whether the other way round; 0 is the order in which they came.
    pub sorted: (usize, bool),
    /// What is being locked.
    pub sealing: Option<Sealing>,
    /// What is being unlocked where it lies.
    pub unsealing: Vec<u32>,
    /// What is locked and can be locked again without its passphrase: by number, the text in it.
    pub sealed: SortedMap<u32, String>,
    /// What just happened.
    pub note: Option<Note>,
    /// What is kept as a desk and cannot be read: it is not written over.
    pub unread: Option<String>,
    /// Whether the device had no room for the desk as it is now.
    pub unkept: bool,
}

impl Bench {
    /// Other work is open now, which came from somewhere else.
    pub fn leave(&mut self) {
        (self.name, self.opening) = (None, None);
    }
}

/// What is being put under a passphrase on the desk's screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sealing {
    /// The open work, and whether it is closed then.
    Open(String, bool),
    /// All that is not locked yet and what is open: by number, its text.
    All(Vec<(u32, String)>),
    /// The backup.
    Backup,
}

/// What just happened on the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The one of this name was laid down.
    Laid(String),
    /// It was put back.
    Back(String),
    /// It was taken away.
    Gone(String),
    /// There is no place left.
    Full,
    /// It is locked and closed.
    Shut(String),
    /// So many are locked and closed.
    AllShut(usize),
    /// So many are unlocked, and so many have another passphrase.
    Unlocked(usize, usize),
    /// So many came out of a backup, and so many lay here already.
    Restored(usize, usize),
    /// A backup was not laid out.
    NoBackup(NoBackup),
    /// The one of this name was changed and is not locked again yet.
    Changed(String),
    /// The desk is too large to be read again from one file.
    TooLarge,
}

/// A file that was refused, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Refused {
    /// Its name.
    pub name: String,
    /// Why.
    pub why: Trouble,
}

/// Why a file was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Its code.
    Code(Fault),
    /// The file itself.
    File(FileFault),
    /// It is a room, but none that can be read.
    Room(NotARoom),
    /// It is a room; so many of its codes are broken.
    Partly(usize),
    /// The room is full.
    Full,
    /// The desk is full.
    NoPlace,
    /// What lies on the desk cannot be read, and is not to be written over.
    Unread,
    /// A desk's backup.
    Backup(NoBackup),
    /// It is no save file of ours, or one that cannot be read.
    NoWork,
}

/// Hands raised for each answer, as far as they are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Votes(pub [Option<u16>; 3]);

impl Votes {
    /// The count for an answer.
    #[must_use]
    pub fn of(self, vote: Vote) -> Option<u16> {
        self.0[vote as usize]
    }

    /// All hands.
    #[must_use]
    pub fn all(self) -> u32 {
        self.0.iter().flatten().map(|count| u32::from(*count)).sum()
    }
}

/// How many seconds a question gets, unless the trainer says otherwise.
pub(super) const SECONDS: u32 = 120;

impl Workshop {
    /// Whether something is shown on the question of this number.
    #[must_use]
    pub fn shows(&self, at: u16, sight: Sight) -> bool {
        self.shown.0 == at && self.shown.1.contains(&sight)
    }

    /// The questions that the stage goes through, of so many, and where among them the one of a number stands.
    #[must_use]
    pub fn row(&self, place: u16, all: usize) -> (usize, Vec<u16>) {
        let at = self.queue.1.iter().position(|one| *one == place);
        let alone = || (usize::from(place).saturating_sub(1), (1..).take(all).collect());
        at.map_or_else(alone, |at| (at, self.queue.1.clone()))
    }

    /// The list of the stage and the hands raised, as a text in which they outlive a reload; empty where there are none.
    #[must_use]
    pub fn staged(&self) -> String {
        let (list, places) = &self.queue;
        let mut words = vec![list.clone()];
        words.extend(places.iter().map(|place| format!(" {place}")));
        for (place, votes) in &self.votes {
            words.push(format!("\n{place}"));
            words.extend(votes.0.map(|count| count.map_or(" -".to_owned(), |count| format!(" {count}"))));
        }
        words.concat()
    }

    /// Takes that text over.
    pub fn restage(&mut self, text: &str) {
        let mut lines = text.split('\n');
        let mut list = lines.next().unwrap_or_default().split(' ');
        self.queue =
            (list.next().unwrap_or_default().to_owned(), list.filter_map(|place| place.parse().ok()).collect());
        for line in lines {
            let mut counts = line.split(' ').map(|count| count.parse().ok());
            if let Some(place) = counts.next().flatten() {
                self.votes.insert(place, Votes(std::array::from_fn(|_| counts.next().flatten())));
            }
        }
    }

    /// Seconds that a question gets.
    #[must_use]
    pub const fn allowed(&self) -> u32 {
        if self.seconds == 0 { SECONDS } else { self.seconds }
    }
}

/// One thing on the stage: a line of a checklist, or a ratio.
#[derive(Clone, Copy, Debug)]
pub enum Step {
    /// A question.
    Item(&'static Indicator, &'static Item),
    /// A ratio from the books.
    Ratio(&'static Indicator, &'static RatioRule),
}

impl Step {
    /// The indicator it is of.
    #[must_use]
    pub const fn indicator(&self) -> &'static Indicator {
        match self {
            Self::Item(of, _) | Self::Ratio(of, _) => of,
        }
    }
}

/// Everything there is to go through, in the form's order.
#[must_use]
pub fn steps(variant: &'static Variant) -> Vec<Step> {
    let of = |(_, indicator): (_, &'static Indicator)| match &indicator.measure {
        Measure::Checklist(items) => items.iter().map(|item| Step::Item(indicator, item)).collect::<Vec<_>>(),
        Measure::Ratio(rule) => vec![Step::Ratio(indicator, rule)],
    };
    variant.indicators().flat_map(of).collect()
}

/// The place of an item on the stage, counted from 1.
pub(in crate::page) fn place_on_stage(variant: &'static Variant, id: &str) -> Option<u16> {
    let place = steps(variant).iter().position(|step| matches!(step, Step::Item(_, item) if item.id == id))?;
    u16::try_from(place + 1).ok()
}
