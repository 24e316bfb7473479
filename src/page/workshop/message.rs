//! What can happen in a workshop.

use crate::assessment::Answer;
use crate::exchange::levels::Seat;
use crate::exchange::sealed::Refusal;
use crate::keeping::Slot;
use crate::page::FileFault;

/// Something done there.
#[derive(Clone, Debug, PartialEq)]
pub enum WorkshopMessage {
    /// Something on the stage is shown, or hidden again.
    Show(Sight),
    /// How many raised their hands for an answer, as typed.
    Count(Vote, String),
    /// The clock starts or stops.
    Clock,
    /// The clock begins anew.
    Rewind,
    /// How many minutes a question gets.
    Minutes(String),
    /// One hand more for an answer.
    Hand(Vote),
    /// To the question of this number.
    Jump(String),
    /// The stage goes through this list: `eight`, `weak`, `doubts`, or an aspect's id; else through all.
    Queue(String),
    /// A second has passed since the clock was asked for the turn of this number.
    Tick(u32),
    /// An invented cooperative is loaded, by its id.
    Load(String),
    /// A code was typed, so far.
    Typing(String),
    /// What was typed goes into the room.
    Add,
    /// The camera can be used, runs, or cannot be used after all.
    Camera(Camera),
    /// The camera is wanted, or no longer.
    Look(bool),
    /// The camera sees this text.
    Seen(String),
    /// Files were read: how many of how many so far.
    Files {
        /// The ones read since the last message.
        files: Vec<Incoming>,
        /// How many are read.
        done: usize,
        /// How many there are.
        all: usize,
    },
    /// An earlier room's file was read.
    Earlier(Result<String, FileFault>),
    /// The earlier room is put away.
    Apart,
    /// The list of what was refused is read.
    Read,
    /// What was added last is taken out again.
    TakeBack,
    /// The room is emptied.
    Empty,
    /// The obstacle of this number is named, or no longer.
    Obstacle(usize),
    /// What the trainer calls the room.
    Name(String),
    /// Collecting is declared finished.
    Finish,
    /// Chance for the mark of the open work, which has none yet.
    Chance(u16),
    /// The board's own code as a file.
    CodeFile,
    /// The room as a file.
    RoomFile,
    /// The pictures as a table.
    Table,
    /// The picture of this place, from 0, as a drawing.
    Drawing(usize),
    /// The same as a painting, for programs that know no drawings.
    Painting(usize),
    /// What the device keeps on a shelf, or another tab put there; nothing once it was deleted.
    Kept(Shelf, String),
    /// Something about the voices of one board.
    Voice(VoiceMessage),
    /// Something on the companion's desk.
    Desk(DeskMessage),
}

/// Something about the voices of one board.
#[derive(Clone, Debug, PartialEq)]
pub enum VoiceMessage {
    /// Whose voice one's own is.
    Seat(Option<Seat>),
    /// One's own voice as a file.
    File,
    /// One's own voice joins the others on this device.
    Join,
    /// How many voices are awaited.
    Want(usize),
    /// The board agreed on the answer to an item.
    Agree(String, Answer),
    /// What all said alike goes into the work.
    Alike,
    /// The voices are put away.
    Hush,
}

/// Something on the companion's desk.
#[derive(Clone, Debug, PartialEq)]
pub enum DeskMessage {
    /// What the companion calls the open work.
    Name(String),
    /// The open work is put on the desk: back where it came from, or as a new one.
    Put,
    /// The open work takes the place of the one of this number.
    Over(u32),
    /// The same, under the passphrase that stands on the screen.
    Lock,
    /// The same, and nothing of it stays open.
    LockAway,
    /// What is locked as it is open is closed.
    Close,
    /// Everything is locked and closed under the passphrase that stands on the screen.
    LockAll,
    /// Everything that has the passphrase on the screen is unlocked where it lies.
    UnlockAll,
    /// The whole desk goes out as one file.
    Backup,
    /// The same, under the passphrase that stands on the screen.
    LockedBackup,
    /// These are locked, in the order in which they were asked for; or why not.
    SealedAll(Result<Vec<String>, Refusal>),
    /// These are unlocked, in that order, as far as the passphrase is theirs; or why none is.
    UnsealedAll(Result<Vec<Option<String>>, Refusal>),
    /// The open one of this number is locked with this text in it, as this file; or it could not be.
    Resealed(u32, String, Option<String>),
    /// The one of this number was open before the page was loaded anew.
    Resume(u32),
    /// The table is sorted by this column, or the other way round.
    Sort(usize),
    /// The one of this number becomes the open work.
    Open(u32),
    /// It goes out as a file.
    Export(u32),
    /// It is compared with the open work.
    Compare(u32),
    /// It is taken away for good.
    Remove(u32),
    /// All are.
    Empty,
    /// What lies on the desk and cannot be read goes out as a file.
    Rescue,
    /// The device has no room for the desk.
    Unkept,
}

impl VoiceMessage {
    fn parse<'a>(mut words: impl Iterator<Item = &'a str>, value: &str) -> Option<Self> {
        Some(match words.next()? {
            "seat" => Self::Seat(Seat::parse(value)),
            "file" => Self::File,
            "join" => Self::Join,
            // A number that is none is none that can be awaited.
            "want" => Self::Want(value.parse().unwrap_or(0)),
            "agree" => Self::Agree(words.next()?.to_owned(), Answer::parse(value)?),
            "alike" => Self::Alike,
            "hush" => Self::Hush,
            _ => return None,
        })
    }
}

impl DeskMessage {
    fn parse<'a>(mut words: impl Iterator<Item = &'a str>, value: &str) -> Option<Self> {
        let verb = words.next()?;
        let mut id = || words.next()?.parse::<u32>().ok();
        Some(match verb {
            "name" => Self::Name(value.to_owned()),
            "put" => Self::Put,
            "over" => Self::Over(id()?),
            "lock" => Self::Lock,
            "lock-away" => Self::LockAway,
            "close" => Self::Close,
            "lock-all" => Self::LockAll,
            "unlock-all" => Self::UnlockAll,
            "backup" => Self::Backup,
            "locked-backup" => Self::LockedBackup,
            "sort" => Self::Sort(id()? as usize),
            "open" => Self::Open(id()?),
            "export" => Self::Export(id()?),
            "compare" => Self::Compare(id()?),
            "remove" => Self::Remove(id()?),
            "empty" => Self::Empty,
            "rescue" => Self::Rescue,
            _ => return None,
        })
    }
}

/// The camera.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Camera {
    /// The browser has none for this page.
    #[default]
    None,
    /// The page came over plain http, where browsers give no camera.
    Plain,
    /// There is one, but nothing here reads QR pictures: the single file has no room for that.
    Blind,
    /// It can be turned on.
    Ready,
    /// It is on.
    Running,
    /// It may not be used.
    Failed,
}

/// A file that was dropped.
#[derive(Clone, Debug, PartialEq)]
pub struct Incoming {
    /// Its name.
    pub name: String,
    /// Its text, or why not.
    pub text: Result<String, FileFault>,
}

/// What the stage shows only when asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sight {
    /// Why it is asked.
    Why,
    /// What serves as evidence.
    Evidence,
    /// What the cooperative that is loaded answered.
    Answer,
    /// How the room voted.
    Bar,
}

/// An answer that hands are raised for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vote {
    /// *Ya*.
    Yes,
    /// *Tidak*.
    No,
    /// *Belum tahu*.
    Unknown,
}

impl Vote {
    /// All of them, in the order in which they are asked.
    pub const ALL: [Self; 3] = [Self::Yes, Self::No, Self::Unknown];

    /// Its word in marks and element ids.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Unknown => "unknown",
        }
    }
}

impl Sight {
    const ALL: [Self; 4] = [Self::Why, Self::Evidence, Self::Answer, Self::Bar];

    /// Its word in marks.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Why => "why",
            Self::Evidence => "evidence",
            Self::Answer => "answer",
            Self::Bar => "bar",
        }
    }
}

impl WorkshopMessage {
    /// The message of a mark's words after `workshop`, and the field's value.
    pub(in crate::page) fn parse<'a>(mut words: impl Iterator<Item = &'a str>, value: &str) -> Option<Self> {
        let verb = words.next()?;
        let mut word = || words.next();
        let value = value.to_owned();
        let place = |word: Option<&str>| word.map_or(Some(0), |word| word.parse().ok());
        Some(match verb {
            "show" => {
                let code = word()?;
                Self::Show(Sight::ALL.into_iter().find(|sight| sight.code() == code)?)
            }
            "vote" => {
                let code = word()?;
                Self::Count(Vote::ALL.into_iter().find(|vote| vote.code() == code)?, value)
            }
            "hand" => {
                let code = word()?;
                Self::Hand(Vote::ALL.into_iter().find(|vote| vote.code() == code)?)
            }
            "jump" => Self::Jump(value),
            "queue" => Self::Queue(value),
            "clock" => Self::Clock,
            "rewind" => Self::Rewind,
            "minutes" => Self::Minutes(value),
            "load" => Self::Load(word()?.to_owned()),
            "typing" => Self::Typing(value),
            "add" => Self::Add,
            "look" => Self::Look(word()? == "yes"),
            "apart" => Self::Apart,
            "read" => Self::Read,
            "take-back" => Self::TakeBack,
            "empty" => Self::Empty,
            "name" => Self::Name(value),
            "obstacle" => Self::Obstacle(word()?.parse().ok()?),
            "finish" => Self::Finish,
            "code-file" => Self::CodeFile,
            "room-file" => Self::RoomFile,
            "table" => Self::Table,
            "drawing" => Self::Drawing(place(word())?),
            "painting" => Self::Painting(place(word())?),
            "voice" => Self::Voice(VoiceMessage::parse(words, &value)?),
            "desk" => Self::Desk(DeskMessage::parse(words, &value)?),
            _ => return None,
        })
    }
}

/// What the device keeps beside the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shelf {
    /// A trainer's room.
    Room,
    /// The voices of one board.
    Voices,
    /// A companion's desk.
    Desk,
}

impl Shelf {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Room, Self::Voices, Self::Desk];

    /// What is kept of it, among all that is kept.
    #[must_use]
    pub const fn slot(self) -> Slot {
        match self {
            Self::Room => Slot::Room,
            Self::Voices => Slot::Voices,
            Self::Desk => Slot::Desk,
        }
    }

    /// The shelf of something kept; the work itself lies on none.
    #[must_use]
    pub fn of(slot: Slot) -> Option<Self> {
        Self::ALL.into_iter().find(|shelf| shelf.slot() == slot)
    }
}
