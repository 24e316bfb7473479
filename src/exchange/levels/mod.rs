//! A result to be carried without a network: the levels of all indicators, and beside them only the kind of cooperative, its
//! book year, where it stands, how its latest RAT went, which items its board answered *belum tahu*, and what it calls its
//! obstacles. No name, no rupiah, no yes or no.
//!
//! One board member's answers travel the same way as a [`Voice`], to be held against those of the others.
//!
//! A trainer collects such results from a room of boards ([`crate::workshop`]). They travel as a QR picture
//! ([`qr_text`](Levels::qr_text)), as typed groups of twelve symbols ([`typed`](Levels::typed)) or as a small file
//! ([`file`](Levels::file)); [`read`] takes any of them.

mod bits;
mod fault;
mod file;
mod form;
mod group;
mod mark;
mod obstacle;
mod of;
mod score;
mod symbols;
mod voice;
mod wire;

pub use fault::Fault;
pub use file::{FILE_LONGEST, read_file};
pub use mark::RoomMark;
pub use obstacle::{MOST_OBSTACLES, Obstacle};
pub use of::stands;
pub use symbols::{read, several, typed_so_far};
pub use voice::{Seat, Voice, read_voice, read_voice_file};

use crate::exact::Range;
use crate::rulebook::{CoopKind, Reading, Rulebook, Variant};
use crate::standing::Institution;

/// The newest version of the code. What needs no more is written as version 1, which earlier builds read too.
pub const VERSION: u8 = 2;

/// What a QR picture's text begins with, so that it is not taken for another program's.
pub const QR_START: &str = "CERMIN:";

/// Where a cooperative can stand, the best first, in the order of their numbers in a code, which never change.
pub const STANDINGS: [Institution; 5] = [
    Institution::Aktif,
    Institution::Baru,
    Institution::AktifPerluPembinaan,
    Institution::TidakAktif,
    Institution::DalamPenyelesaian,
];

/// A result without name and rupiah.
#[derive(Clone, Debug, PartialEq)]
pub struct Levels {
    /// The rulebook that was applied.
    pub rulebook: &'static Rulebook,
    /// The form that was applied.
    pub variant: &'static Variant,
    /// Its edition, an index into [`Rulebook::editions`].
    pub edition: usize,
    /// The way of counting.
    pub reading: Reading,
    /// What kind of cooperative it is, if that was said.
    pub kind: Option<Kind>,
    /// The calendar year in which its book year closes, 2001 to 2127, if that was said.
    pub book_year: Option<u16>,
    /// Where it stands: the worst and the best its answers allow; nothing if it said nothing of its RAT.
    pub standing: Option<Range<Institution>>,
    /// How the RAT of the latest book year that fell due went, if that was said.
    pub meeting: Option<Meeting>,
    /// Fifteen bits that part two cooperatives with the same levels: chance, drawn once for each work
    /// ([`RoomMark`]). Earlier builds put the first bits of the check code here.
    pub mark: u16,
    /// By indicator, in the form's order: the lowest and the highest level, 1 to 4. Both are the same once all is answered.
    pub levels: Vec<Range<u8>>,
    /// The items whose indicator is open and that were answered *belum tahu*, by their places in the form, in its order.
    pub unknown: Vec<usize>,
    /// What the board calls its obstacles, in the order of [`Obstacle::ALL`].
    pub obstacles: Vec<Obstacle>,
}

/// What kind of cooperative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// *Koperasi simpan pinjam*.
    Ksp,
    /// *Unit simpan pinjam*.
    Usp,
    /// Another.
    Other,
    /// None: an invented cooperative, which no room takes in. Builds that do not know this number refuse the code.
    Invented,
}

impl Kind {
    /// All of them, in the order of their numbers in a code.
    pub const ALL: [Self; 4] = [Self::Ksp, Self::Usp, Self::Other, Self::Invented];

    /// How a code tells a kind of cooperative. It says nothing of a kind that its form stands for, nor of one without a score.
    #[must_use]
    pub const fn of(kind: CoopKind) -> Option<Self> {
        match kind {
            CoopKind::Ksp => Some(Self::Ksp),
            CoopKind::Usp => Some(Self::Usp),
            CoopKind::Other => Some(Self::Other),
            CoopKind::Riil | CoopKind::Kdmp | CoopKind::Serba | CoopKind::Sharia | CoopKind::Secondary => None,
        }
    }
}

/// How a RAT went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meeting {
    /// Within the advised limit.
    OnTime,
    /// Past the advised limit, within the binding one.
    PastAdvice,
    /// Past the binding limit.
    Late,
    /// Held, on a day that was not said.
    Held,
    /// Not held.
    Missed,
}

impl Meeting {
    /// All of them, in the order of their numbers in a code.
    pub const ALL: [Self; 5] = [Self::OnTime, Self::PastAdvice, Self::Late, Self::Held, Self::Missed];
}
