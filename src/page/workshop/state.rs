//! What the page knows of a workshop at a moment.

use crate::exchange::levels::Fault;
use crate::page::FileFault;
use crate::rulebook::{Indicator, Item, Measure, RatioRule, Variant};
use crate::sorted_map::SortedMap;
use crate::workshop::{NotARoom, Room};

use super::{Camera, Sight, Vote};

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
    /// What was wrong with it when it was to be added.
    pub fault: Option<Fault>,
    /// What happened to what came in since the list was last read.
    pub new: usize,
    /// How many of it were in the room already.
    pub doubles: usize,
    /// What was refused, newest last.
    pub refused: Vec<Refused>,
    /// The code that was added last, to be taken back.
    pub last: Option<String>,
    /// The camera.
    pub camera: Camera,
    /// What the camera saw last: it looks many times at one picture.
    pub seen: String,
    /// How many files are read, of how many.
    pub progress: Option<(usize, usize)>,
    /// Hands raised, by the number of the question.
    pub votes: SortedMap<u16, Votes>,
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

/// Everything there is to go through, in the form's order.
#[must_use]
pub fn steps(variant: &'static Variant) -> Vec<Step> {
    let of = |(_, indicator): (_, &'static Indicator)| match &indicator.measure {
        Measure::Checklist(items) => items.iter().map(|item| Step::Item(indicator, item)).collect::<Vec<_>>(),
        Measure::Ratio(rule) => vec![Step::Ratio(indicator, rule)],
    };
    variant.indicators().flat_map(of).collect()
}
