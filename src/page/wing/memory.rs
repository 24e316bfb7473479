//! What the second part remembers and hears, and what it asks of the browser: types alone, on which the model stands.

use crate::assessment::Unrated;
use crate::exchange::save::Opened;
use crate::exchange::sealed::Refusal;
use crate::page::workshop::Shelf;
use crate::page::{Route, books, kdmp};

pub use crate::page::advice::{AdviceMessage, Desk as AdviceDesk};
pub use crate::page::books::sheet::{SheetDesk, SheetMessage};
pub use crate::page::books::worksheet::WorksheetMessage;
pub use crate::page::books::{AmountDesk, AmountMessage};
pub use crate::page::kdmp::KdmpMessage;
pub use crate::page::rat::RatMessage;
pub use crate::page::workshop::{Origin, Workshop, WorkshopMessage};

/// Whether the second part is in this module.
pub const IS_HERE: bool = true;

/// What the screen of the ministry's workbook remembers.
pub type WorksheetDesk = Box<books::worksheet::WorksheetDesk>;
/// What the screen of a KDMP's sheet remembers.
pub type KdmpDesk = Box<kdmp::Desk>;
/// Fields that took not what was typed into them, by path.
pub type Refused = Vec<(String, String)>;
/// The field that was copied, and whether the clipboard took it.
pub type Copied = Option<(String, bool)>;

/// What no room of the second part hears by itself.
#[derive(Clone, Debug, PartialEq)]
pub enum Message {
    /// What the field of this id holds goes to the clipboard.
    CopyField(String),
    /// Whether it is there.
    FieldCopied(String, bool),
    /// The work to a file under the passphrase that stands on the screen.
    Seal,
    /// What came of it: the file.
    Sealed(Result<String, Refusal>),
    /// Open the file that waits with the passphrase that stands on the screen.
    Unseal,
    /// What came of it: the text in the file.
    Unsealed(Result<String, Refusal>),
    /// Which books of a cooperative with a unit are open: the unit's own, or the whole's.
    UnitBooks(bool),
}

/// Something only the browser can do, for the second part.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Offer a file of this name, kind and bytes, one that is no text.
    DownloadBytes {
        /// Its name.
        name: String,
        /// Its media type.
        kind: &'static str,
        /// Its bytes.
        bytes: Vec<u8>,
    },
    /// Copy what the field with this id holds, then say [`Message::FieldCopied`].
    CopyFrom(String),
    /// Put this text under the passphrase on the screen, then say [`Message::Sealed`].
    Seal(String),
    /// Open this file with the passphrase on the screen, then say [`Message::Unsealed`].
    Unseal(String),
    /// Put these texts under the passphrase on the screen, then say [`DeskMessage::SealedAll`](crate::page::workshop::DeskMessage).
    SealAll(Vec<String>),
    /// Open these files with the passphrase on the screen, then say [`DeskMessage::UnsealedAll`](crate::page::workshop::DeskMessage).
    UnsealAll(Vec<String>),
    /// Lock a text as this file is locked, whose key is in mind, then say [`DeskMessage::Resealed`](crate::page::workshop::DeskMessage).
    Reseal {
        /// Its number on the desk.
        id: u32,
        /// What lies there.
        file: String,
        /// The text.
        text: String,
    },
    /// Forget the keys in mind.
    ForgetKeys,
    /// Keep this text on the device, on a shelf beside the work.
    KeepAs(Shelf, String),
    /// Offer a drawing (SVG) as a painting (PNG) of this name.
    Paint {
        /// Its name.
        name: String,
        /// The drawing.
        svg: String,
    },
    /// Draw chance, then say [`WorkshopMessage::Chance`](crate::page::workshop::WorkshopMessage::Chance).
    Chance,
    /// Keep what reads QR pictures on the device, for when there is no network.
    KeepScanner,
    /// Put this screen's address in the place of the present one, so that nobody comes back to that.
    Replace(Route),
    /// Turn the camera on, and say what it sees.
    Look,
    /// Say [`WorkshopMessage::Tick`](crate::page::workshop::WorkshopMessage::Tick) with this number in a second.
    Second(u32),
}

impl Effect {
    /// The name of the file that leaves with it.
    pub(in crate::page) const fn file(&self) -> Option<&String> {
        match self {
            Self::DownloadBytes { name, .. } | Self::Paint { name, .. } => Some(name),
            _ => None,
        }
    }
}

/// Why the cooperative gets no score, as far as the first part reads it from the file.
pub(in crate::page) const fn unrated(_: &Opened) -> Option<Unrated> {
    None
}

/// Whether anything is said of the RAT, or for its sheet.
pub(in crate::page) fn has_rat(work: &Opened) -> bool {
    work.assessment.rat != crate::rat::RatInput::default() || !work.assessment.sheet.is_empty()
}

/// Whether the books of a unit are open.
pub(in crate::page) fn shows_unit(work: &Opened) -> bool {
    work.shows_unit()
}
